/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/month-ends.h"

#include "base/civil.h"

#include <math.h>

#define SECONDS_IN_DAY 86400
#define DAYS_IN_WEEK 7
#define DAYS_IN_WORKING_WEEK 5
#define MONTHS_IN_YEAR 12

/* Days of a month, counted since 1970. */
typedef struct {
  gint64 first, end, after; /* its first day, the one its end begins with, and that after it */
  guint n_working;
} MonthDays;

static gint64
month_of (double moment)
{
  const CivilDate date = civil_from_days ((gint64) floor (moment / SECONDS_IN_DAY));

  return (gint64) date.year * MONTHS_IN_YEAR + date.month - 1;
}

static MonthDays
days_of (gint64 month, guint last_days)
{
  const int year = (int) (month / MONTHS_IN_YEAR), number = (int) (month % MONTHS_IN_YEAR) + 1;
  const gint64 first = civil_to_days (year, number, 1);
  MonthDays days = { first, first, first + civil_days_in_month (year, number), 0 };

  for (gint64 day = days.after - 1; day >= first; day--) {
    if (civil_weekday (day) >= DAYS_IN_WORKING_WEEK)
      continue;
    days.n_working++;
    if (days.n_working <= last_days)
      days.end = day;
  }

  return days;
}

/* Events by month and by weekday; those of the ends are in no weekday. */
typedef struct {
  gint64 first;
  gsize n;
  guint last_days;
  MonthDays *days;
  double *totals, *ends;
  double (*by_weekday)[DAYS_IN_WEEK];
} Tally;

static void
tally_clear (Tally *self)
{
  g_free (self->days);
  g_free (self->totals);
  g_free (self->ends);
  g_free (self->by_weekday);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static void
tally_init (Tally *self, gint64 first, gint64 last, guint last_days)
{
  *self = (Tally){ .first = first, .n = (gsize) (last - first + 1), .last_days = last_days };
  self->days = g_new (MonthDays, self->n);
  self->totals = g_new0 (double, self->n);
  self->ends = g_new0 (double, self->n);
  self->by_weekday = g_malloc0_n (self->n, sizeof *self->by_weekday);
  for (gsize i = 0; i < self->n; i++)
    self->days[i] = days_of (first + (gint64) i, last_days);
}

static void
tally_add (Tally *self, double moment)
{
  const gsize month = (gsize) (month_of (moment) - self->first);
  const gint64 day = (gint64) floor (moment / SECONDS_IN_DAY);

  self->totals[month]++;
  if (day >= self->days[month].end)
    self->ends[month]++;
  else
    self->by_weekday[month][civil_weekday (day)]++;
}

static gboolean
counts (const Tally *self, gsize month)
{
  return month > 0 && month + 1 < self->n && self->totals[month] > 0;
}

/* Events a day, by weekday, on the days before the ends. */
static void
weigh (const Tally *self, double weights[DAYS_IN_WEEK])
{
  double n_days[DAYS_IN_WEEK] = { 0 };

  for (guint i = 0; i < DAYS_IN_WEEK; i++)
    weights[i] = 0;
  for (gsize month = 0; month < self->n; month++) {
    if (!counts (self, month))
      continue;
    for (gint64 day = self->days[month].first; day < self->days[month].end; day++)
      n_days[civil_weekday (day)]++;
    for (guint i = 0; i < DAYS_IN_WEEK; i++)
      weights[i] += self->by_weekday[month][i];
  }
  for (guint i = 0; i < DAYS_IN_WEEK; i++)
    weights[i] /= MAX (1, n_days[i]);
}

/* Of the working days, where nothing is known of weekdays. */
static double
share_of (const Tally *self, gsize month, const double weights[DAYS_IN_WEEK])
{
  const MonthDays *days = &self->days[month];
  double all = 0, end = 0;

  for (gint64 day = days->first; day < days->after; day++) {
    const double weight = weights[civil_weekday (day)];

    all += weight;
    end += day >= days->end ? weight : 0;
  }

  return all > 0 ? end / all : self->last_days / (double) days->n_working;
}

static void
take (MonthEnds *self, const Tally *tally)
{
  double weights[DAYS_IN_WEEK];

  self->totals = g_new (double, tally->n);
  self->ends = g_new (double, tally->n);
  self->shares = g_new (double, tally->n);
  weigh (tally, weights);
  for (gsize month = 0; month < tally->n; month++) {
    if (!counts (tally, month))
      continue;
    self->totals[self->n] = tally->totals[month];
    self->ends[self->n] = tally->ends[month];
    self->shares[self->n++] = share_of (tally, month, weights);
  }
}

gboolean
month_ends_init (MonthEnds *self, const double *moments, gsize n, guint last_days)
{
  g_auto (Tally) tally = { 0 };
  gint64 low = G_MAXINT64, high = G_MININT64;

  *self = (MonthEnds){ 0 };
  for (gsize i = 0; i < n; i++) {
    if (isnan (moments[i]))
      continue;
    low = MIN (low, month_of (moments[i]));
    high = MAX (high, month_of (moments[i]));
  }
  if (low > high)
    return TRUE;
  if (high - low >= MONTH_ENDS_MOST_YEARS * MONTHS_IN_YEAR)
    return FALSE;

  tally_init (&tally, low, high, last_days);
  for (gsize i = 0; i < n; i++)
    if (!isnan (moments[i]))
      tally_add (&tally, moments[i]);
  take (self, &tally);

  return TRUE;
}

void
month_ends_clear (MonthEnds *self)
{
  g_free (self->totals);
  g_free (self->ends);
  g_free (self->shares);
}
