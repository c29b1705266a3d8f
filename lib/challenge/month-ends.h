/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

#include "kernel/period-end.h"

G_BEGIN_DECLS

/* Events by month: all, those from its last working days on, and what share of the month these are
 * where every day has as many events as others of its weekday.
 */
typedef struct {
  gsize n;
  double *totals, *ends, *shares;
} MonthEnds;

/* @moments: shape (@n), seconds since 1970, NaN where one is missing.  The first month and the last
 * do not count, nor do those without an event.  FALSE where they lie too far apart to be counted
 * by month.
 */
gboolean month_ends_init (MonthEnds *self, const double *moments, gsize n, guint last_days);
void month_ends_clear (MonthEnds *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MonthEnds, month_ends_clear)

/* Dates may lie so many years apart. */
#define MONTH_ENDS_MOST_YEARS 200

G_END_DECLS
