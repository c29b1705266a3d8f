/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which days from Monday to Friday are none of work, and for which days that is known. */
typedef struct {
  gint64 first; /* days since 1970-01-01 */
  gint64 last;
  gint64 *holidays; /* ascending, none twice, each from Monday to Friday */
  gsize n_holidays;
} WorkingCalendar;

/* Reads the name of a published calendar ("england-and-wales", also for NULL and ""), "none" for
 * weekends alone, or dates with blanks between ("2024-03-29 2024-04-01"), which are taken to be
 * all of the years from the first to the last.  Fails with UNREADABLE or NOT_FOUND.
 */
WorkingCalendar *working_calendar_parse (const char *text, GError **error);
void working_calendar_free (WorkingCalendar *self);

/* The working days after @from up to and with @to; FALSE where one of them lies outside the
 * years whose holidays are known, and @n is then untouched.
 */
gboolean working_calendar_count (const WorkingCalendar *self, gint64 from, gint64 to, gint64 *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkingCalendar, working_calendar_free)

G_END_DECLS
