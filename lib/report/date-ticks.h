/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>

G_BEGIN_DECLS

/* Which of @n points at @ordinals of @calendar get a date below them: an array of 0 and 1
 * with about @most of 1.  Where a year has 12, 4 or 2 steps, dates stand at its start, or
 * part it evenly.
 */
guint8 *date_ticks_choose (ScrutinyCalendar calendar, const gint64 *ordinals, gsize n, guint most);

G_END_DECLS
