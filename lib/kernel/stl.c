/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/stl.h"

#include "kernel/loess-plan.h"
#include "kernel/median.h"

#include <math.h>
#include <stdint.h>

/* Cleveland's biweight: 6 medians away weighs nothing. */
#define MEDIANS 6
#define NEAR .001
#define FAR .999

/* Room for plans: numbers a value, and in all.  Three smoothers of a season of a year fit in,
 * of months or weeks; plans that do not fit in the cache of a processor gain nothing.
 */
#define ROOM 320
#define MOST_ROOM 262144

/* A smoother: by a plan where there is room for one and the weights allow it. */
typedef struct {
  KernelLoessPlan plan;
  bool has_plan, is_weighed;
} Smoother;

typedef struct {
  size_t n;
  const double *values;
  const KernelStl *how;
  double *season, *trend; /* shape (n) */
  double *weights;        /* shape (n) */
  double *rest;           /* shape (n) */
  double *cycles;         /* shape (n + 2 × period) */
  double *averages[2];    /* shape (n + 2 × period) */
  double *loess;
  double *room; /* for plans */
  Smoother of_season, of_trend, of_low_pass;
  bool is_weighted;
} Desk;

static size_t
next_odd (double x)
{
  const size_t whole = (size_t) ceil (x);

  return whole + (whole % 2 == 0);
}

static KernelLoess
smoother (size_t window, int degree)
{
  const size_t odd = window < 3 ? 3 : window + (window % 2 == 0);

  return (KernelLoess){ odd, degree, (window + 9) / 10 };
}

/**
 * kernel_stl_defaults:
 * @n: number of values
 * @period: points in a season
 * @window: seasons that count for the shape of one, or 0 for one shape throughout
 * @is_robust: whether points far from the fit are weighed down
 *
 * Source: R's stl().
 *
 * Returns: the settings that R's stl() would use
 */
KernelStl
kernel_stl_defaults (size_t n, size_t period, size_t window, bool is_robust)
{
  const size_t seasons = window ? window : 10 * n + 1;
  const double share = 1 - 1.5 / (double) (seasons > 1 ? seasons : 2);

  return (KernelStl){
    .period = period,
    .is_periodic = window == 0,
    .season = smoother (seasons, 0),
    .trend = smoother (next_odd (1.5 * (double) period / share), 1),
    .low_pass = smoother (next_odd ((double) period), 1),
    .n_inner = is_robust ? 1 : 2,
    .n_outer = is_robust ? 15 : 0,
  };
}

static size_t
room_for (size_t n)
{
  return n < MOST_ROOM / ROOM ? n * ROOM : MOST_ROOM;
}

/* Length of the workspace. */
size_t
kernel_stl_work_size (size_t n, size_t period)
{
  return 2 * n + 3 * (n + 2 * period) + kernel_loess_work_size (n) + room_for (n);
}

/* Moving averages of @span, of @n values: n − span + 1 of them. */
static void
average (size_t n, const double *values, size_t span, double *out)
{
  const double count = (double) span;
  double sum = 0;

  for (size_t i = 0; i < span; i++)
    sum += values[i];
  out[0] = sum / count;
  for (size_t i = span; i < n; i++) {
    sum = sum - values[i - span] + values[i];
    out[i - span + 1] = sum / count;
  }
}

/* What is left once @taken is off.  A plan multiplies by 0 where others look away. */
static void
set_rest (Desk *desk, const double *taken, const Smoother *smoother)
{
  for (size_t i = 0; i < desk->n; i++)
    desk->rest[i] = desk->values[i] - taken[i];
  for (size_t i = 0; smoother->is_weighed && i < desk->n; i++)
    desk->rest[i] = desk->weights[i] > 0 ? desk->rest[i] : 0;
}

static void
smooth (Desk *desk, const Smoother *smoother, const double *values, double *out)
{
  const KernelLoessPlan *plan = &smoother->plan;

  if (smoother->is_weighed)
    kernel_loess_plan_smooth (plan, values, out);
  else
    kernel_loess_lanes (desk->n, plan->n_lanes, values, desk->is_weighted ? desk->weights : NULL,
                        plan->how, plan->is_extended, desk->loess, out);
}

/* In a robust fit the low pass takes the path of the original too, with weights of 1. */
static void
smooth_low_pass (Desk *desk, const double *values, double *out)
{
  const bool is_robust = desk->how->n_outer > 0;

  if (desk->of_low_pass.is_weighed) {
    kernel_loess_plan_smooth (&desk->of_low_pass.plan, values, out);
    return;
  }
  for (size_t i = 0; is_robust && i < desk->n; i++)
    desk->rest[i] = 1;
  kernel_loess_lanes (desk->n, 1, values, is_robust ? desk->rest : NULL, &desk->how->low_pass,
                      false, desk->loess, out);
}

static void
update_season (Desk *desk)
{
  const size_t n = desk->n, period = desk->how->period, n_longer = n + 2 * period;

  set_rest (desk, desk->trend, &desk->of_season);
  smooth (desk, &desk->of_season, desk->rest, desk->cycles);
  average (n_longer, desk->cycles, period, desk->averages[0]);
  average (n_longer - period + 1, desk->averages[0], period, desk->averages[1]);
  average (n_longer - 2 * period + 2, desk->averages[1], 3, desk->averages[0]);
  smooth_low_pass (desk, desk->averages[0], desk->averages[1]);
  for (size_t i = 0; i < n; i++)
    desk->season[i] = desk->cycles[period + i] - desk->averages[1][i];
}

static void
update_trend (Desk *desk)
{
  set_rest (desk, desk->season, &desk->of_trend);
  smooth (desk, &desk->of_trend, desk->rest, desk->trend);
}

static double
biweight (double distance, double reach)
{
  if (distance <= NEAR * reach)
    return 1;
  if (distance > FAR * reach)
    return 0;

  const double share = distance / reach, rest = 1 - share * share;

  return rest * rest;
}

static KernelStatus
update_weights (Desk *desk)
{
  double middle;

  for (size_t i = 0; i < desk->n; i++)
    desk->rest[i] = fabs (desk->values[i] - (desk->season[i] + desk->trend[i]));

  const KernelStatus status =
      kernel_median (desk->n, desk->rest, NULL, desk->cycles, &middle, NULL);
  for (size_t i = 0; i < desk->n; i++)
    desk->weights[i] = isnan (desk->rest[i]) ? 0 : biweight (desk->rest[i], MEDIANS * middle);
  desk->is_weighted = true;

  return status;
}

/* One shape for all seasons: the mean of each position. */
static void
make_periodic (size_t n, size_t period, double *season)
{
  for (size_t k = 0; k < period; k++) {
    double sum = 0;
    size_t count = 0;

    for (size_t i = k; i < n; i += period, count++)
      sum += season[i];
    for (size_t i = k; i < n; i += period)
      season[i] = sum / (double) count;
  }
}

/* Weights of 0 and 1; says whether every position of a season was observed. */
static KernelStatus
look_at_values (Desk *desk)
{
  /* Weights of 1 take the path of the original to the last rounding: a robust fit that
   * starts a rounding away can end far away.
   */
  desk->is_weighted = desk->how->n_outer > 0;
  for (size_t i = 0; i < desk->n; i++) {
    if (isinf (desk->values[i]))
      return KERNEL_ERR_DOMAIN;
    desk->weights[i] = isnan (desk->values[i]) ? 0 : 1;
    desk->is_weighted |= isnan (desk->values[i]);
  }
  for (size_t k = 0; desk->is_weighted && k < desk->how->period; k++) {
    bool is_observed = false;

    for (size_t i = k; i < desk->n && !is_observed; i += desk->how->period)
      is_observed = desk->weights[i] > 0;
    if (!is_observed)
      return KERNEL_ERR_TOO_SHORT;
  }

  return KERNEL_OK;
}

/* Lays a smoother out, with a plan where weights call for one and there is room. */
static void
plan (Desk *desk, Smoother *smoother, size_t n_lanes, const KernelLoess *how, size_t *used)
{
  const bool is_extended = n_lanes > 1, is_weighted = desk->is_weighted;
  const size_t size = kernel_loess_plan_size (desk->n, n_lanes, how, is_extended);

  *smoother = (Smoother){ .plan = { how, desk->n, n_lanes, is_extended, NULL, 0 } };
  smoother->has_plan = is_weighted && size <= room_for (desk->n) - *used;
  if (!smoother->has_plan)
    return;
  smoother->plan = kernel_loess_plan (desk->n, n_lanes, how, is_extended, desk->room + *used);
  *used += size;
}

static void
lay_plans_out (Desk *desk)
{
  size_t used = 0;

  plan (desk, &desk->of_trend, 1, &desk->how->trend, &used);
  plan (desk, &desk->of_season, desk->how->period, &desk->how->season, &used);
  if (desk->how->n_outer == 0)
    return;
  plan (desk, &desk->of_low_pass, 1, &desk->how->low_pass, &used);
  for (size_t i = 0; i < desk->n; i++)
    desk->rest[i] = 1;
  desk->of_low_pass.is_weighed =
      desk->of_low_pass.has_plan && kernel_loess_plan_weigh (&desk->of_low_pass.plan, desk->rest);
}

static void
weigh (Desk *desk, Smoother *smoother)
{
  smoother->is_weighed =
      smoother->has_plan && kernel_loess_plan_weigh (&smoother->plan, desk->weights);
}

static bool
is_sound (const KernelStl *how)
{
  return how->period >= 2 && how->n_inner >= 1 && kernel_loess_is_sound (&how->season) &&
         kernel_loess_is_sound (&how->trend) && kernel_loess_is_sound (&how->low_pass);
}

static Desk
lay_out (size_t n, const double *values, const KernelStl *how, double *work)
{
  const size_t n_longer = n + 2 * how->period;

  return (Desk){
    .n = n,
    .values = values,
    .how = how,
    .weights = work,
    .rest = work + n,
    .cycles = work + 2 * n,
    .averages = { work + 2 * n + n_longer, work + 2 * n + 2 * n_longer },
    .loess = work + 2 * n + 3 * n_longer,
    .room = work + 2 * n + 3 * n_longer + kernel_loess_work_size (n),
  };
}

/**
 * kernel_stl:
 * @n: number of values, more than two seasons
 * @values: shape (@n), NaN where missing
 * @how: the period and the smoothers
 * @work: shape (kernel_stl_work_size (@n, period)), overwritten
 * @season: (out): shape (@n), in the unit of @values; also where a value is missing
 * @trend: (out): shape (@n), likewise
 * @remainder: (out): shape (@n), what is left; NaN where a value is missing
 *
 * Takes a series apart into a season, a trend and a remainder (STL).  What R's stl()
 * gives for the same settings, to rounding; a missing value has no weight, where R has
 * no answer.  O(n) time for fixed windows, no allocation.
 *
 * Source: R. B. Cleveland, W. S. Cleveland, J. E. McRae, I. Terpenning (1990), STL, Journal of
 * Official Statistics 6, 3-73, section 3 and their program.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @how is not sound; %KERNEL_ERR_TOO_SHORT if
 *   there are no more than two seasons, or a position in the season was never observed, or
 *   weighs nothing wherever it was, which is seen only once @season and @trend are overwritten;
 *   %KERNEL_ERR_DOMAIN if a value is infinite
 */
KernelStatus
kernel_stl (size_t n,
            const double *values,
            const KernelStl *how,
            double *work,
            double *season,
            double *trend,
            double *remainder)
{
  if (!is_sound (how))
    return KERNEL_ERR_PARAMETER;
  if (n / 2 < how->period || n == 2 * how->period)
    return KERNEL_ERR_TOO_SHORT;

  Desk desk = lay_out (n, values, how, work);
  KernelStatus status = look_at_values (&desk);
  if (status != KERNEL_OK)
    return status;

  desk.season = season;
  desk.trend = trend;
  lay_plans_out (&desk);
  for (size_t i = 0; i < n; i++)
    trend[i] = 0;
  for (size_t outer = 0; outer <= how->n_outer; outer++) {
    if (outer > 0)
      status = update_weights (&desk);
    weigh (&desk, &desk.of_season);
    weigh (&desk, &desk.of_trend);
    for (size_t inner = 0; inner < how->n_inner; inner++) {
      update_season (&desk);
      update_trend (&desk);
    }
  }
  if (how->is_periodic)
    make_periodic (n, how->period, season);
  for (size_t i = 0; i < n; i++) {
    remainder[i] = values[i] - season[i] - trend[i];
    if (isnan (season[i]) || isnan (trend[i]))
      return KERNEL_ERR_TOO_SHORT;
  }

  return status;
}
