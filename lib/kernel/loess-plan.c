/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/loess-plan.h"

#include "kernel/loess-window.h"

#include <math.h>

/* Fits that are made side by side, so that none waits for another's sums. */
#define FITS 4
#define PAIRS (FITS / 2)

/* Two of them.  Compilers for machines without such make do with two numbers. */
typedef double Pair __attribute__ ((vector_size (16), aligned (8), may_alias));

/* One of them: what it sees and where it goes. */
typedef struct {
  KernelLoessWindow seen;
  double at;
  size_t row; /* counted from the first that is written */
} Fit;

/* Four of one group of lanes: of rows of one lane, or of lanes of one row.  Where there are no
 * four left, the last comes again.  Whole numbers, kept as the workspace keeps numbers; behind
 * them, four side by side, come the tricube weights of m points and what values are
 * multiplied by.
 */
typedef struct {
  double n, m;         /* points of a lane, and of a window */
  double start[FITS];  /* first value seen */
  double out[FITS];    /* of the smooth values */
  double at[FITS];     /* the point, */
  double origin[FITS]; /* and the first one seen, counted from 1 */
  double numbers[];
} Unit;

#define UNIT_SIZE (sizeof (Unit) / sizeof (double))

/* Lanes of one length; those that are one longer come first. */
typedef struct {
  size_t n, n_lanes, first_lane;
} Group;

static size_t
smaller (size_t a, size_t b)
{
  return a < b ? a : b;
}

static Group
group_at (const KernelLoessPlan *plan, size_t g)
{
  const size_t n_rows = plan->n / plan->n_lanes, n_longer = plan->n % plan->n_lanes;

  return g == 0 ? (Group){ n_rows + 1, n_longer, 0 }
                : (Group){ n_rows, plan->n_lanes - n_longer, n_longer };
}

static size_t
step_of (const KernelLoessPlan *plan, size_t n)
{
  return n < 2 ? 1 : smaller (plan->how->jump, n - 1);
}

/* Fits of one lane. */
static size_t
count_fits (const KernelLoessPlan *plan, size_t n)
{
  const size_t step = step_of (plan, n), n_steps = n < 2 ? 0 : (n - 1) / step;

  return n_steps + 1 + (n_steps * step + 1 < n) + (plan->is_extended ? 2 : 0);
}

static Fit
fit_at (const KernelLoessPlan *plan, size_t n, size_t fit)
{
  const size_t window = plan->how->window, width = smaller (window, n), step = step_of (plan, n);
  const size_t n_fits = count_fits (plan, n), shift = plan->is_extended ? 1 : 0;

  if (plan->is_extended && fit == 0)
    return (Fit){ { 0, width - 1 }, -1, 0 };
  if (plan->is_extended && fit == n_fits - 1)
    return (Fit){ { n - width, n - 1 }, (double) n, n + 1 };

  /* As the original does: the window of the row before stays for the last. */
  const size_t asked = (fit - shift) * step, i = smaller (asked, n - 1);
  const size_t seen_from = asked > n - 1 ? asked - step : i;

  return (Fit){ kernel_loess_window_at (n, window, seen_from), (double) i, i + shift };
}

static size_t
size_of_unit (size_t m)
{
  return UNIT_SIZE + 2 * FITS * m;
}

static size_t
count_units (const KernelLoessPlan *plan, const Group *group)
{
  const size_t n_fits = count_fits (plan, group->n);

  return plan->n_lanes == 1 ? group->n_lanes * ((n_fits + FITS - 1) / FITS)
                            : n_fits * ((group->n_lanes + FITS - 1) / FITS);
}

static void
seat (const KernelLoessPlan *plan, const Group *group, size_t q, Fit fit, size_t lane, Unit *unit)
{
  const size_t stride = plan->n_lanes, m = (size_t) unit->m;
  const double reach = kernel_loess_reach (group->n, plan->how->window, fit.at, fit.seen);

  unit->start[q] = (double) (fit.seen.first * stride + group->first_lane + lane);
  unit->out[q] = (double) (fit.row * stride + group->first_lane + lane);
  unit->at[q] = fit.at;
  unit->origin[q] = (double) fit.seen.first + 1;
  for (size_t j = 0; j < m; j++)
    unit->numbers[j * FITS + q] =
        kernel_loess_tricube (fabs ((double) (fit.seen.first + j) - fit.at), reach);
}

/* Writes all units of a group; returns where the next may begin. */
static double *
seat_group (const KernelLoessPlan *plan, const Group *group, double *room)
{
  const size_t n_units = count_units (plan, group), n_fits = count_fits (plan, group->n);
  const size_t m = smaller (plan->how->window, group->n);
  size_t fit = 0, lane = 0;

  for (size_t u = 0; u < n_units; u++) {
    Unit *unit = (Unit *) room;

    unit->n = (double) group->n;
    unit->m = (double) m;
    for (size_t q = 0; q < FITS; q++) {
      if (plan->n_lanes == 1)
        seat (plan, group, q, fit_at (plan, group->n, smaller (fit + q, n_fits - 1)), 0, unit);
      else
        seat (plan, group, q, fit_at (plan, group->n, fit), smaller (lane + q, group->n_lanes - 1),
              unit);
    }
    lane += FITS;
    if (lane >= group->n_lanes) {
      fit += plan->n_lanes == 1 ? FITS : 1;
      lane = 0;
    }
    room += size_of_unit (m);
  }

  return room;
}

static Pair
pair_at (const double *const *from, size_t pair, size_t at)
{
  return (Pair){ from[2 * pair][at], from[2 * pair + 1][at] };
}

static Pair
both (double x)
{
  return (Pair){ x, x };
}

/* Turns weights into what values are multiplied by.  Positions count from 1 and products
 * associate as in the original.
 */
static void
tilt_loads (const Unit *unit, size_t m, Pair *load)
{
  const Pair *origin = (const Pair *) unit->origin;
  Pair centre[PAIRS] = { 0 }, spread[PAIRS] = { 0 }, tilt[PAIRS];

  for (size_t j = 0; j < m; j++)
    for (size_t p = 0; p < PAIRS; p++)
      centre[p] += load[j * PAIRS + p] * (origin[p] + both ((double) j));
  for (size_t j = 0; j < m; j++)
    for (size_t p = 0; p < PAIRS; p++) {
      const Pair away = origin[p] + both ((double) j) - centre[p];
      spread[p] += load[j * PAIRS + p] * (away * away);
    }
  for (size_t q = 0; q < FITS; q++) {
    const double variance = spread[q / 2][q % 2];
    const bool is_wide = sqrt (variance) > KERNEL_LOESS_SPREAD * (unit->n - 1);

    tilt[q / 2][q % 2] = is_wide ? (unit->at[q] + 1 - centre[q / 2][q % 2]) / variance : 0;
  }
  for (size_t j = 0; j < m; j++)
    for (size_t p = 0; p < PAIRS; p++) {
      const Pair away = origin[p] + both ((double) j) - centre[p];
      load[j * PAIRS + p] *= tilt[p] * away + both (1);
    }
}

/* False if nothing that one of the fits sees weighs anything. */
static bool
weigh_unit (const Unit *unit, size_t m, const double *weights, size_t stride, Pair *load)
{
  const Pair *shape = (const Pair *) unit->numbers;
  const double *from[FITS];
  Pair total[PAIRS] = { 0 };

  for (size_t q = 0; q < FITS; q++)
    from[q] = weights + (size_t) unit->start[q];
  for (size_t j = 0; j < m; j++)
    for (size_t p = 0; p < PAIRS; p++) {
      load[j * PAIRS + p] = shape[j * PAIRS + p] * pair_at (from, p, j * stride);
      total[p] += load[j * PAIRS + p];
    }
  for (size_t q = 0; q < FITS; q++) {
    if (!(total[q / 2][q % 2] > 0))
      return false;
  }
  for (size_t j = 0; j < m; j++)
    for (size_t p = 0; p < PAIRS; p++)
      load[j * PAIRS + p] /= total[p];

  return true;
}

static void
smooth_unit (const Unit *unit, size_t m, const double *values, size_t stride, double *smooth)
{
  const Pair *load = (const Pair *) (unit->numbers + FITS * m);
  const double *from[FITS];
  Pair sum[PAIRS] = { 0 };

  for (size_t q = 0; q < FITS; q++)
    from[q] = values + (size_t) unit->start[q];
  for (size_t j = 0; j < m; j++)
    for (size_t p = 0; p < PAIRS; p++)
      sum[p] += load[j * PAIRS + p] * pair_at (from, p, j * stride);
  for (size_t q = 0; q < FITS; q++)
    smooth[(size_t) unit->out[q]] = sum[q / 2][q % 2];
}

/* The rows between those that were fitted. */
static void
interpolate (const KernelLoessPlan *plan, const Group *group, double *smooth)
{
  const size_t step = step_of (plan, group->n), last = (group->n - 1) / step * step;
  double *first = smooth + group->first_lane + (plan->is_extended ? plan->n_lanes : 0);

  for (size_t i = 0; step > 1 && i < last; i += step)
    kernel_loess_interpolate (first, plan->n_lanes, group->n_lanes, i, step);
  if (last != group->n - 1)
    kernel_loess_interpolate (first, plan->n_lanes, group->n_lanes, last, group->n - 1 - last);
}

/* Numbers that a plan needs room for. */
size_t
kernel_loess_plan_size (size_t n, size_t n_lanes, const KernelLoess *how, bool is_extended)
{
  const KernelLoessPlan plan = { how, n, n_lanes, is_extended, NULL, 0 };
  size_t size = 0;

  for (size_t g = 0; g < 2; g++) {
    const Group group = group_at (&plan, g);

    size += count_units (&plan, &group) * size_of_unit (smaller (how->window, group.n));
  }

  return size;
}

/**
 * kernel_loess_plan:
 * @n: number of values, at least 2 × @n_lanes
 * @n_lanes: number of interleaved series
 * @how: window, degree and jump, sound; it must outlive the plan
 * @is_extended: whether to go one step beyond both ends of each lane
 * @room: shape (kernel_loess_plan_size ()), kept by the plan
 *
 * Works out what [func@kernel_loess_lanes] sees from where.  O(n × window / jump) time.
 *
 * Returns: the plan, without weights
 */
KernelLoessPlan
kernel_loess_plan (size_t n, size_t n_lanes, const KernelLoess *how, bool is_extended, double *room)
{
  KernelLoessPlan plan = { how, n, n_lanes, is_extended, room, 0 };

  for (size_t g = 0; g < 2; g++) {
    const Group group = group_at (&plan, g);

    if (group.n_lanes == 0)
      continue;
    plan.n_units += count_units (&plan, &group);
    room = seat_group (&plan, &group, room);
  }

  return plan;
}

/**
 * kernel_loess_plan_weigh:
 * @plan: a plan
 * @weights: shape (n), none below 0; 0 where a value is missing
 *
 * Works out what values are multiplied by, for any number of smoothings.
 *
 * Returns: false if nothing that some fit sees weighs anything; the plan cannot be used
 *   then before it is weighed again
 */
bool
kernel_loess_plan_weigh (const KernelLoessPlan *plan, const double *weights)
{
  double *room = plan->units;

  for (size_t u = 0; u < plan->n_units; u++) {
    Unit *unit = (Unit *) room;
    const size_t m = (size_t) unit->m;
    Pair *load = (Pair *) (unit->numbers + FITS * m);

    if (!weigh_unit (unit, m, weights, plan->n_lanes, load))
      return false;
    if (plan->how->degree > 0)
      tilt_loads (unit, m, load);
    room += size_of_unit (m);
  }

  return true;
}

/**
 * kernel_loess_plan_smooth:
 * @plan: a plan that was weighed
 * @values: shape (n), finite, of whatever size where the weight is 0
 * @smooth: (out): shape (n), or if extended (n + 2 × lanes)
 *
 * Smooths values: the bytes that [func@kernel_loess_lanes] gives for the same weights.
 * O(n × window / jump) time.
 */
void
kernel_loess_plan_smooth (const KernelLoessPlan *plan, const double *values, double *smooth)
{
  const double *room = plan->units;

  for (size_t u = 0; u < plan->n_units; u++) {
    const Unit *unit = (const Unit *) room;
    const size_t m = (size_t) unit->m;

    smooth_unit (unit, m, values, plan->n_lanes, smooth);
    room += size_of_unit (m);
  }
  for (size_t g = 0; g < 2; g++) {
    const Group group = group_at (plan, g);

    if (group.n_lanes > 0)
      interpolate (plan, &group, smooth);
  }
}
