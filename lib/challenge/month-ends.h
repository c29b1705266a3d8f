/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

#include "kernel/period-end.h"

G_BEGIN_DECLS

/* Events by month, or by neighbouring months taken together: all, those from the last working days
 * of a month on, and what share of the days these are where every day has as many events as others
 * of its weekday.
 */
typedef struct {
  gsize n;                        /* months, or stretches of them */
  double *totals, *ends, *shares; /* shape (n) */
  gsize n_months;
} MonthEnds;

/* @moments: shape (@n), seconds since 1970, NaN where one is missing.  The first month and the last
 * do not count.  As many months are taken together as it takes to expect more than @fewest events
 * at the ends, and more where a stretch holds fewer there, or fewer on other days; and a weekday
 * with fewer is taken for one without, so that all follows from counts that may be shown; with 0
 * each month with an event stands by itself.  FALSE where they lie too far apart to be counted by
 * month.
 */
gboolean
month_ends_init (MonthEnds *self, const double *moments, gsize n, guint last_days, guint fewest);
void month_ends_clear (MonthEnds *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MonthEnds, month_ends_clear)

/* Dates may lie so many years apart. */
#define MONTH_ENDS_MOST_YEARS 200

G_END_DECLS
