/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-balance.h"

#include <math.h>

/* Fewer that ended lately do not tell how fast cases end. */
#define FEWEST_FOR_BALANCE 30

/* What began before the record is not in it. Where more than so much of the time that ended lately
 * is of cases that took longer than a quarter of the record, too much of it may be missing.
 */
#define MOST_IN_LONG 0.4

/* In fewer weeks the day of the week cannot be told from chance. */
#define FEWEST_WEEKS 8

/* Open cases far from what comes of how fast cases end are asked about beyond these ratios, and
 * only where chance alone would rarely take them so far: a normal deviation that is exceeded,
 * either way, 3 times in 100.
 */
#define BALANCE_LOW 0.8
#define BALANCE_HIGH 1.25
#define BALANCE_DEVIATIONS 2.17

/* A count and three eighths have a root that varies alike whatever the count (F. J. Anscombe,
 * 1948, Biometrika 35, 246-254).
 */
#define ROOT_OFFSET 0.375

static double
earliest_start (const WaitSpans *spans)
{
  double first = NAN;

  for (guint i = 0; i < spans->spans->len; i++)
    first = fmin (first, g_array_index (spans->spans, WaitSpan, i).start);

  return first;
}

/* The second half of the record, in whole weeks where it is long enough to count them. */
static double
second_half (const WaitSpans *spans)
{
  const double half = (spans->until - earliest_start (spans)) / 2;

  return half >= 7 * FEWEST_WEEKS ? 7 * floor (half / 7) : half;
}

/* Of those that ended in the second half of the record. */
typedef struct {
  double sum, squares;
  double in_long; /* sum of those longer than half of that */
} LateLengths;

static LateLengths
look_at_second_half (WaitBalance *self, const WaitSpans *spans)
{
  LateLengths late = { 0 };

  for (guint i = 0; i < spans->spans->len; i++) {
    const WaitSpan *span = &g_array_index (spans->spans, WaitSpan, i);
    const double length = wait_span_length_in_all_days (spans, span);

    if (isnan (span->end) || span->end <= spans->until - self->days)
      continue;
    self->n_finished++;
    late.sum += length;
    late.squares += length * length;
    late.in_long += length > self->days / 2 ? length : 0;
  }
  self->mean = late.sum / (double) self->n_finished;

  return late;
}

/* What is missing would only raise what is expected: fewer open ones are fewer all the same. */
static gboolean
is_long_enough (const LateLengths *late, double ratio)
{
  return late->in_long <= MOST_IN_LONG * late->sum || ratio < 1;
}

static gsize
count_open (const WaitSpans *spans)
{
  gsize n = 0;

  for (guint i = 0; i < spans->spans->len; i++)
    n += isnan (g_array_index (spans->spans, WaitSpan, i).end) != 0;

  return n;
}

/* How many days before the end of the record a moment lies, as far as @most. */
static gsize
days_before (const WaitSpans *spans, double moment, gsize most)
{
  return (gsize) fmin (floor (spans->until - moment), (double) most);
}

/* How many were open so many whole days before the record ends: shape (@n_days). */
static double *
count_open_by_day (const WaitSpans *spans, gsize n_days)
{
  double *n_open = g_new0 (double, n_days + 1);

  for (guint i = 0; i < spans->spans->len; i++) {
    const WaitSpan *span = &g_array_index (spans->spans, WaitSpan, i);

    n_open[isnan (span->end) ? 0 : MIN (days_before (spans, span->end, n_days) + 1, n_days)]++;
    n_open[MIN (days_before (spans, span->start, n_days) + 1, n_days)]--;
  }
  for (gsize day = 1; day < n_days; day++)
    n_open[day] += n_open[day - 1];

  return n_open;
}

/* Where work comes and ends on some days of the week only, more are open on one than on
 * another: those open on the weekday of the record's last day, over those on all days from three
 * before to three after it, in each week but the last.  NaN where none ever was.
 */
static double
weekday_of (const WaitSpans *spans, double days)
{
  const gsize n_weeks = (gsize) (days / 7);
  g_autofree double *n_open = NULL;
  double same = 0, all = 0;

  if (n_weeks < FEWEST_WEEKS)
    return 1;
  n_open = count_open_by_day (spans, 7 * n_weeks + 4);
  for (gsize day = 4; day < 7 * n_weeks + 4; day++) {
    all += n_open[day];
    same += day % 7 == 0 ? n_open[day] : 0;
  }

  return same > 0 ? 7 * same / all : NAN;
}

/* On the scale of roots, on which neither what is seen nor what is expected varies more where
 * it is larger; @spread is how much the latter varies, where the former varies by 1.
 */
static double
deviations_of (double seen, double expected, double spread)
{
  return 2 * (sqrt (seen + ROOT_OFFSET) - sqrt (expected + spread * ROOT_OFFSET)) /
         sqrt (1 + spread);
}

void
wait_balance_init (WaitBalance *self, const WaitSpans *spans)
{
  *self = (WaitBalance){ .days = second_half (spans), .weekday = NAN, .expected = NAN };
  self->ratio = self->deviations = NAN;
  const LateLengths late = look_at_second_half (self, spans);
  const double n = (double) self->n_finished, n_open = (double) count_open (spans);
  if (self->n_finished < FEWEST_FOR_BALANCE || !(late.sum > 0))
    return;

  self->weekday = weekday_of (spans, self->days);
  self->expected = n / self->days * self->mean * self->weekday;
  if (!is_long_enough (&late, n_open / self->expected))
    return;
  self->ratio = n_open / self->expected;
  self->deviations =
      deviations_of (n_open, self->expected, self->expected * late.squares / (late.sum * late.sum));
}

gboolean
wait_balance_is_far (const WaitBalance *self)
{
  return (self->ratio < BALANCE_LOW || self->ratio > BALANCE_HIGH) &&
         fabs (self->deviations) >= BALANCE_DEVIATIONS;
}
