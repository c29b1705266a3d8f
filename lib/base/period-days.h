/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period.h"

G_BEGIN_DECLS

/* Days count from 1 January 1970. */
typedef struct {
  gint64 first;
  gint64 last;
} PeriodDays;

/* The days of @period, so that periods of different calendars can be set beside each
 * other.  A rolling window has all its days; a year to date those of its last step, for
 * where its year began is not known.  FALSE where there is no calendar or the period lies
 * outside the years the library reads; @days is then untouched.
 */
gboolean period_get_days (const Period *period, PeriodDays *days);

/* Reads a period that stands by itself, beside no series: as period_parse() does, but
 * "2009-10" is October 2009, as the library writes it, and a window is refused.
 */
gboolean period_parse_days (const char *text, gsize length, PeriodDays *days);

/* The period of @calendar that @day lies in; FALSE where there is no calendar or it lies outside
 * the years the library reads.
 */
gboolean period_of_day (ScrutinyCalendar calendar, gint64 day, Period *period);

G_END_DECLS
