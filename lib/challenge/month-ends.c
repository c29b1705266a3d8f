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

/* Over the fewest events at the ends of a stretch, so many times as many are to be expected. */
#define MARGIN 1.6

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
  guint last_days, fewest;
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
tally_init (Tally *self, gint64 first, gint64 last)
{
  self->first = first;
  self->n = (gsize) (last - first + 1);
  self->days = g_new (MonthDays, self->n);
  self->totals = g_new0 (double, self->n);
  self->ends = g_new0 (double, self->n);
  self->by_weekday = g_malloc0_n (self->n, sizeof *self->by_weekday);
  for (gsize i = 0; i < self->n; i++)
    self->days[i] = days_of (first + (gint64) i, self->last_days);
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

/* Whether a month without an event is one is not told where few are not. */
static gboolean
counts (const Tally *self, gsize month)
{
  return month > 0 && month + 1 < self->n && (self->totals[month] > 0 || self->fewest > 0);
}

/* Days of each weekday before the ends, and events on them. */
static void
add_up (const Tally *self, double n_days[DAYS_IN_WEEK], double events[DAYS_IN_WEEK])
{
  for (guint i = 0; i < DAYS_IN_WEEK; i++)
    n_days[i] = events[i] = 0;
  for (gsize month = 0; month < self->n; month++) {
    if (!counts (self, month))
      continue;
    for (gint64 day = self->days[month].first; day < self->days[month].end; day++)
      n_days[civil_weekday (day)]++;
    for (guint i = 0; i < DAYS_IN_WEEK; i++)
      events[i] += self->by_weekday[month][i];
  }
}

/* A weekday with few events is taken for one without. */
static void
leave_out (Tally *self, guint weekday)
{
  for (gsize month = 0; month < self->n; month++) {
    self->totals[month] -= self->by_weekday[month][weekday];
    self->by_weekday[month][weekday] = 0;
  }
}

/* Events a day, by weekday, on the days before the ends. */
static void
weigh (Tally *self, double weights[DAYS_IN_WEEK])
{
  double n_days[DAYS_IN_WEEK], events[DAYS_IN_WEEK];

  add_up (self, n_days, events);
  for (guint i = 0; i < DAYS_IN_WEEK; i++) {
    weights[i] = events[i] < self->fewest ? 0 : events[i] / MAX (1, n_days[i]);
    if (events[i] < self->fewest)
      leave_out (self, i);
  }
}

/* Neighbouring months that are looked at as one. */
typedef struct {
  gsize n_months;
  double total, ends;
  double weight, end_weight;       /* of all days, and of those of the ends */
  double n_working, n_working_end; /* days */
} Stretch;

static void
stretch_add (Stretch *self, const Tally *tally, gsize month, const double weights[DAYS_IN_WEEK])
{
  const MonthDays *days = &tally->days[month];

  self->n_months++;
  self->total += tally->totals[month];
  self->ends += tally->ends[month];
  self->n_working += days->n_working;
  self->n_working_end += tally->last_days;
  for (gint64 day = days->first; day < days->after; day++) {
    const double weight = weights[civil_weekday (day)];

    self->weight += weight;
    self->end_weight += day >= days->end ? weight : 0;
  }
}

static void
stretch_join (Stretch *self, const Stretch *other)
{
  self->n_months += other->n_months;
  self->total += other->total;
  self->ends += other->ends;
  self->n_working += other->n_working;
  self->n_working_end += other->n_working_end;
  self->weight += other->weight;
  self->end_weight += other->end_weight;
}

/* Of the working days, where nothing is known of weekdays. */
static double
stretch_share (const Stretch *self)
{
  return self->weight > 0 ? self->end_weight / self->weight : self->n_working_end / self->n_working;
}

static gboolean
stretch_is_whole (const Stretch *self, guint fewest)
{
  return self->ends >= fewest && self->total - self->ends >= fewest;
}

/* How many months it takes until more than enough are to be expected at their ends: by all events
 * and the shares of days, so that how many there are does not choose its own sample.
 */
static gsize
choose_length (const Tally *tally, const double weights[DAYS_IN_WEEK])
{
  Stretch all = { 0 };

  for (gsize month = 0; month < tally->n; month++)
    if (counts (tally, month))
      stretch_add (&all, tally, month, weights);
  const double expected = all.n_months ? all.total * stretch_share (&all) / all.n_months : 0;

  return expected > 0 ? MAX (1, (gsize) ceil (MARGIN * tally->fewest / expected)) : tally->n;
}

/* From the first month on; a stretch that holds too few all the same goes on for as many months
 * more, and what is left over goes with the one before.
 */
static GArray *
cut (Tally *tally)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  double weights[DAYS_IN_WEEK];
  Stretch open = { 0 };

  weigh (tally, weights);
  const gsize length = choose_length (tally, weights);
  for (gsize month = 0; month < tally->n; month++) {
    if (!counts (tally, month))
      continue;
    stretch_add (&open, tally, month, weights);
    if (open.n_months % length != 0 || !stretch_is_whole (&open, tally->fewest))
      continue;
    g_array_append_val (stretches, open);
    open = (Stretch){ 0 };
  }
  if (stretches->len > 0)
    stretch_join (&g_array_index (stretches, Stretch, stretches->len - 1), &open);

  return stretches;
}

static void
take (MonthEnds *self, Tally *tally)
{
  g_autoptr (GArray) stretches = cut (tally);

  self->totals = g_new (double, stretches->len + 1);
  self->ends = g_new (double, stretches->len + 1);
  self->shares = g_new (double, stretches->len + 1);
  self->n = stretches->len;
  for (guint i = 0; i < stretches->len; i++) {
    const Stretch *stretch = &g_array_index (stretches, Stretch, i);

    self->totals[i] = stretch->total;
    self->ends[i] = stretch->ends;
    self->shares[i] = stretch_share (stretch);
  }
  for (gsize month = 0; month < tally->n; month++)
    self->n_months += counts (tally, month);
}

gboolean
month_ends_init (MonthEnds *self, const double *moments, gsize n, guint last_days, guint fewest)
{
  g_auto (Tally) tally = { .last_days = last_days, .fewest = fewest };
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

  tally_init (&tally, low, high);
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
