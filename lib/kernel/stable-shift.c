/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/stable-shift.h"

#include "kernel/individuals.h"
#include "kernel/median.h"
#include "kernel/side.h"

#include <math.h>
#include <string.h>

/* What the search is at. */
typedef struct {
  size_t n;
  const double *values;
  const KernelStableShift *how;
  double *work;
  uint8_t *used;
  KernelShiftEntry *entries;
  size_t n_entries;
} Search;

static void
note (Search *self, KernelShiftStep step, size_t at, int direction, double centre)
{
  self->entries[self->n_entries++] = (KernelShiftEntry){ step, at, direction, centre };
}

/* The used value furthest beyond three spreads, or the window's length. */
static size_t
furthest_beyond (const Search *self, size_t first, double centre, double sigma)
{
  size_t found = self->how->window;
  double most = 3 * sigma;

  for (size_t i = 0; i < self->how->window; i++) {
    const double away = fabs (self->values[first + i] - centre);

    if (self->used[i] && away > most) {
      most = away;
      found = i;
    }
  }

  return found;
}

/* Puts the used values side by side: what was left out is passed over, as in the source. */
static size_t
gather (Search *self, size_t first)
{
  size_t count = 0;

  for (size_t i = 0; i < self->how->window; i++) {
    if (self->used[i])
      self->work[count++] = self->values[first + i];
  }

  return count;
}

/* Centre of the window that starts at @first, without the few values beyond its limits. */
static double
centre_from (Search *self, size_t first)
{
  const size_t window = self->how->window;
  double centre = NAN, sigma = NAN;
  KernelMeanRange ranges;

  memset (self->used, 1, window);
  for (size_t n_out = 0;; n_out++) {
    const size_t count = gather (self, first);
    KernelStatus status =
        kernel_individuals (count, self->work, NULL, NULL, self->how->sigma_per_range,
                            self->how->screen, self->work + window, &centre, &sigma, &ranges);
    const size_t out = furthest_beyond (self, first, centre, sigma);

    if (status != KERNEL_OK || out == window || n_out == self->how->most_excluded)
      return centre;
    self->used[out] = 0;
  }
}

/* 1 or -1 if @run points from @first on lie on that side, else 0. */
static int
run_from (const Search *self, size_t first, double centre)
{
  const int side = first < self->n ? kernel_side (self->values[first], centre) : 0;

  if (side == 0 || self->n - first < self->how->run)
    return 0;
  for (size_t i = first + 1; i < first + self->how->run; i++) {
    if (kernel_side (self->values[i], centre) != side)
      return 0;
  }

  return side;
}

static size_t
next_run (const Search *self, size_t from, double centre)
{
  while (from < self->n && run_from (self, from, centre) == 0)
    from++;

  return from;
}

/* Whether the points at the end of the window lie on that side, and go on doing so to
 * the end of the series, which may make them a run.
 */
static int
may_become_run (const Search *self, size_t end, int side, double centre)
{
  if (kernel_side (self->values[end - 1], centre) != side)
    return 0;
  while (end < self->n && kernel_side (self->values[end], centre) == side)
    end++;

  return end == self->n;
}

static KernelShiftStep
judge (const Search *self, size_t trigger, int direction, double centre)
{
  const size_t end = trigger + self->how->window;

  for (size_t i = trigger; i < end; i++) {
    if (run_from (self, i, centre) == -direction)
      return KERNEL_SHIFT_CAME_BACK;
  }

  return may_become_run (self, end, -direction, centre) ? KERNEL_SHIFT_MAY_BE_BACK
                                                        : KERNEL_SHIFT_ACCEPTED;
}

static void
search (Search *self, double centre)
{
  const size_t window = self->how->window;
  size_t counter = window;

  for (;;) {
    if (self->n - counter < window) {
      note (self, KERNEL_SHIFT_FEW_LEFT, counter, 0, NAN);
      return;
    }
    const size_t trigger = next_run (self, counter, centre);
    if (trigger == self->n) {
      note (self, KERNEL_SHIFT_NO_RUN, counter, 0, NAN);
      return;
    }
    if (self->n - trigger < window) {
      note (self, KERNEL_SHIFT_FEW_LEFT, trigger, run_from (self, trigger, centre), NAN);
      return;
    }

    const int direction = run_from (self, trigger, centre);
    const double candidate = centre_from (self, trigger);
    const KernelShiftStep step = judge (self, trigger, direction, candidate);
    note (self, step, trigger, direction, candidate);
    if (step == KERNEL_SHIFT_ACCEPTED) {
      centre = candidate;
      counter = trigger + window;
    } else {
      counter = trigger + 1;
    }
  }
}

/**
 * kernel_stable_shift:
 * @n: number of values
 * @values: shape (@n), none missing
 * @how: how new limits are looked for
 * @work: shape (2 window), overwritten
 * @used: shape (window), overwritten
 * @entries: (out): shape (@n + 2), the steps of the search, in their order
 * @n_entries: (out): how many
 *
 * Stable Shift Algorithm: where limits may be worked out afresh, and why there or not.
 *
 * A run on one side of the limits in force starts a candidate; it is taken unless a run
 * back to the other side of its own centre starts within its window, or may be starting
 * at the end of the series.  Limits are extended until the next set.
 * O(n window) time at most for fixed run, no allocation.
 *
 * Source: H. Jackson et al., autospc, article The Stable Shift Algorithm.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if the window is less than 2, the run 0, or
 *   the screen NaN or negative
 */
KernelStatus
kernel_stable_shift (size_t n,
                     const double *values,
                     const KernelStableShift *how,
                     double *work,
                     uint8_t *used,
                     KernelShiftEntry *entries,
                     size_t *n_entries)
{
  Search self = { n, values, how, work, used, entries, 0 };

  if (how->window < 2 || how->run == 0 || !(how->screen >= 0))
    return KERNEL_ERR_PARAMETER;

  if (n < how->window) {
    note (&self, KERNEL_SHIFT_TOO_FEW, 0, 0, NAN);
  } else {
    const double centre = centre_from (&self, 0);

    note (&self, KERNEL_SHIFT_FIRST, 0, 0, centre);
    if (n < 2 * how->window)
      note (&self, KERNEL_SHIFT_ONE_SET, how->window, 0, NAN);
    else
      search (&self, centre);
  }
  *n_entries = self.n_entries;

  return KERNEL_OK;
}

/* The first run of @run useful points at or after @from; values on the line are dropped. */
static int
sustained_from (size_t n,
                const double *values,
                size_t from,
                size_t run,
                double centre,
                KernelSustainedRun *found)
{
  size_t length = 0;
  int side = 0;

  for (size_t i = from; i < n; i++) {
    const int here = kernel_side (values[i], centre);

    if (here == 0)
      continue;
    if (here != side) {
      length = 0;
      found->first = i;
    }
    side = here;
    found->last = i;
    found->direction = side;
    if (++length == run)
      return 1;
  }

  return 0;
}

/* The values of the run, less those on the line. */
static size_t
gather_useful (const KernelSustainedRun *run, const double *values, double centre, double *useful)
{
  size_t count = 0;

  for (size_t i = run->first; i <= run->last; i++) {
    if (kernel_side (values[i], centre) != 0)
      useful[count++] = values[i];
  }

  return count;
}

/**
 * kernel_sustained_runs:
 * @n: number of values
 * @values: shape (@n), none missing
 * @window: points that the first median comes from
 * @run: useful points on one side that count as a shift
 * @work: shape (2 @n), overwritten
 * @runs: (out): shape (@n), the runs found, in time
 * @n_runs: (out): how many
 *
 * Each run of @run points on one side of the median in force makes the median of its own
 * points, less those on it, the one in force after it.  O(n) time, no
 * allocation.
 *
 * Source: runcharter (Z. Waller), as documented; the re-establishment of run charts in L.
 * P. Provost, S. K. Murray, The Health Care Data Guide (2011).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @window or @run is 0
 */
KernelStatus
kernel_sustained_runs (size_t n,
                       const double *values,
                       size_t window,
                       size_t run,
                       double *work,
                       KernelSustainedRun *runs,
                       size_t *n_runs)
{
  double centre;
  size_t count = 0, from = window;

  if (window == 0 || run == 0)
    return KERNEL_ERR_PARAMETER;

  KernelStatus status = kernel_median (n < window ? n : window, values, NULL, work, &centre, NULL);
  while (status == KERNEL_OK && from < n) {
    KernelSustainedRun found = { 0, 0, 0, NAN };

    if (!sustained_from (n, values, from, run, centre, &found))
      break;
    const size_t n_useful = gather_useful (&found, values, centre, work + n);
    status = kernel_median (n_useful, work + n, NULL, work, &found.centre, NULL);
    runs[count++] = found;
    centre = found.centre;
    from = found.last + 1;
  }
  *n_runs = count;

  return status;
}
