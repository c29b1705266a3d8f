/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-protection.h"

#include "challenge/wait-tables.h"

#include <math.h>

gboolean
wait_reading_may_tell (const WaitReading *self, double count)
{
  return count == 0 || count >= self->fewest;
}

double
wait_reading_shown (const WaitReading *self, gsize count)
{
  return wait_reading_may_tell (self, (double) count) ? (double) count : NAN;
}

double
wait_reading_get_finished (const WaitReading *self)
{
  return self->tells_open ? (double) self->n_finished : NAN;
}

double
wait_reading_get_open (const WaitReading *self)
{
  return self->tells_open ? (double) self->n_open : NAN;
}

/* How many of @values, in rising order, are @least or more. */
static gsize
count_from (const double *values, gsize n, double least)
{
  gsize low = 0, high = n;

  while (low < high) {
    const gsize middle = low + (high - low) / 2;

    if (values[middle] < least)
      low = middle + 1;
    else
      high = middle;
  }

  return n - low;
}

/* A time that so few reach that it is theirs; without an end it is nobody's. */
static void
hide_time (const WaitReading *self, gboolean with_open, double *days)
{
  gsize n = count_from (self->finished, self->n_finished, *days);

  if (with_open)
    n += count_from (self->open, self->n_open, *days);
  if (isfinite (*days) && (double) n < self->fewest)
    *days = NAN;
}

/* Where few are open, whether a share has finished at all tells of them: then only times are told
 * that the curve goes to.
 */
static void
hide_quantiles (WaitReading *self)
{
  const double end = self->tells_open ? INFINITY : wait_tables_find_end (self);

  for (gsize k = 0; k < WAITS_N_SHARES; k++) {
    KernelSurvivalQuantile *all = &self->quantiles[k];
    WaitQuantile *finished = &self->finished_quantiles[k];
    double *const with_open[] = { &all->value, &all->low, &all->high };
    double *const without[] = { &finished->value, &finished->low, &finished->high };

    for (gsize i = 0; i < G_N_ELEMENTS (with_open); i++) {
      hide_time (self, TRUE, with_open[i]);
      hide_time (self, FALSE, without[i]);
      if (!self->tells_open)
        *without[i] = NAN;
      if (*with_open[i] > end)
        *with_open[i] = NAN;
    }
  }
}

/* As many as may be told of lasted so long. */
static void
find_longest (WaitReading *self)
{
  const double least = fmax (self->fewest, 1);
  gsize finished = self->n_finished, open = self->n_open;

  self->longest = NAN;
  for (double n = 0; n < least && finished + open > 0; n++) {
    const double a = finished > 0 ? self->finished[finished - 1] : -INFINITY;
    const double b = open > 0 ? self->open[open - 1] : -INFINITY;

    self->longest = n + 1 >= least ? fmax (a, b) : NAN;
    if (a >= b)
      finished--;
    else
      open--;
  }
}

/* How many ended before the second half is told by taking it off. */
static void
hide_balance (WaitReading *self)
{
  WaitBalance *balance = &self->balance;

  if (self->tells_open && wait_reading_may_tell (self, (double) balance->n_finished) &&
      wait_reading_may_tell (self, (double) (self->n_finished - balance->n_finished)))
    return;
  *balance = (WaitBalance){
    .days = NAN, .mean = NAN, .weekday = NAN, .expected = NAN, .ratio = NAN, .deviations = NAN
  };
  self->tells_balance = FALSE;
}

static void
hide_cases (WaitReading *self)
{
  WaitCases *cases = &self->cases;

  self->tells_cases = self->tells_open && wait_reading_may_tell (self, (double) cases->n_again) &&
                      wait_reading_may_tell (self, (double) (self->n - cases->n_all)) &&
                      wait_reading_may_tell (self, (double) (cases->n_all - cases->n_cases));
  if (!self->tells_cases)
    cases->reported = cases->whole = cases->ratio = NAN;
}

/* Of windows those are told that differ from the one before, and what is left of it, by none or
 * enough: how many could be followed, how many came back and how many did not.
 */
static void
hide_returns (WaitReading *self)
{
  WaitCases *cases = &self->cases;
  double followed = (double) self->n_finished, returned = 0;

  for (gsize w = 0; w < cases->n_windows; w++) {
    const double now = cases->followed[w], back = cases->returned[w];

    if (self->tells_open && wait_reading_may_tell (self, followed - now) &&
        wait_reading_may_tell (self, fabs (back - returned)) && wait_reading_may_tell (self, now) &&
        wait_reading_may_tell (self, back) && wait_reading_may_tell (self, now - back) &&
        wait_reading_may_tell (self, fabs (now - back - (followed - returned)))) {
      followed = now;
      returned = back;
    } else {
      cases->followed[w] = cases->returned[w] = NAN;
    }
  }
}

void
wait_reading_protect (WaitReading *self)
{
  self->tells_open = wait_reading_may_tell (self, (double) self->n_open) &&
                     wait_reading_may_tell (self, (double) self->n_finished);
  self->tells_balance = TRUE;
  find_longest (self);
  hide_quantiles (self);
  if (!self->tells_open)
    self->mean = NAN;
  if (!self->tells_open || (double) self->n_open < self->fewest)
    self->open_median = NAN;
  hide_balance (self);
  hide_cases (self);
  hide_returns (self);
}
