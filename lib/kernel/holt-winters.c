/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/holt-winters.h"

#include <math.h>
#include <string.h>

#define N_PARTS 3
#define N_CORNERS 4

/* Steps of the search at most; it ends long before. */
#define MOST_STEPS 1000
#define NEAR_ENOUGH 1e-9

typedef struct {
  size_t n, period;
  const double *values;
  double *seasons;
  double level, trend; /* at the start */
} Search;

/* Mean of a whole cycle around a value, the ends of an even one counting half. */
static double
centred_mean (const Search *s, size_t i)
{
  const size_t half = s->period / 2;
  const double *x = s->values + i;
  double sum = 0;

  if (s->period % 2) {
    for (size_t k = 0; k < s->period; k++)
      sum += x[k] - x[0];
    return x[0] + sum / (double) s->period;
  }
  for (size_t k = 0; k <= 2 * half; k++)
    sum += (x[k] - x[0]) * (k == 0 || k == 2 * half ? 0.5 : 1);

  return x[0] + sum / (double) s->period;
}

/* Level and trend are those of the line through the centred means of the first two cycles. */
static void
start_line (Search *s)
{
  const size_t m = 2 * s->period - s->period / 2 * 2;
  const double middle = (double) (m + 1) / 2;
  double sum = 0, tilt = 0, squares = 0;

  for (size_t i = 0; i < m; i++) {
    const double mean = centred_mean (s, i), at = (double) (i + 1) - middle;
    sum += mean;
    tilt += at * mean;
    squares += at * at;
  }
  s->trend = tilt / squares;
  s->level = sum / (double) m - s->trend * middle;
}

/* Each season is how far its values lie from the centred means, less the mean of all. */
static void
start_seasons (const Search *s)
{
  const size_t half = s->period / 2, m = 2 * s->period - half * 2;
  double all = 0;

  for (size_t k = 0; k < s->period; k++) {
    double sum = 0;
    size_t count = 0;

    for (size_t i = k; i < 2 * s->period; i += s->period) {
      if (i < half || i >= half + m)
        continue;
      sum += s->values[i] - centred_mean (s, i - half);
      count++;
    }
    s->seasons[k] = sum / (double) count;
    all += s->seasons[k] / (double) s->period;
  }
  for (size_t k = 0; k < s->period; k++)
    s->seasons[k] -= all;
}

static double
run_through (const Search *s, const KernelSmoothing *how, KernelHoltWinters *result)
{
  double level = s->level, trend = s->trend, sse = 0;

  start_seasons (s);
  for (size_t i = s->period; i < s->n; i++) {
    double *season = &s->seasons[i % s->period];
    const double value = s->values[i], missed = value - (level + trend + *season);
    const double before = level;

    sse += missed * missed;
    level = how->level * (value - *season) + (1 - how->level) * (level + trend);
    trend = how->trend * (level - before) + (1 - how->trend) * trend;
    *season = how->season * (value - level) + (1 - how->season) * *season;
  }
  *result = (KernelHoltWinters){ *how, sse, level, trend };

  return sse;
}

static KernelStatus
look_at (size_t n, const double *values, size_t period)
{
  if (period < 2)
    return KERNEL_ERR_PARAMETER;
  if (n / period < 2 || n == 2 * period)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;
  }

  return KERNEL_OK;
}

/**
 * kernel_holt_winters:
 * @n: number of values
 * @values: shape (@n), in order of time, in any unit; none may be missing
 * @period: points in a season, at least 2
 * @smoothing: how much each part takes over
 * @seasons: (out): shape (@period), what is added in each place of a season; value i is of
 *   place i mod @period
 * @result: (out): where the series stands
 *
 * Level, trend and season, each moved a little by every value from the second cycle on.  What
 * they start from is the line through the centred means of the first two cycles, and the
 * distances from it.  O(n) time.
 *
 * Source: C. C. Holt (1957), ONR Memorandum 52, reprinted in International Journal of
 * Forecasting 20 (2004), 5-10; P. R. Winters (1960), Management Science 6, 324-342; the start
 * as R's HoltWinters().
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a season of one, or a share outside [0, 1];
 * %KERNEL_ERR_TOO_SHORT for no more than two seasons; %KERNEL_ERR_DOMAIN for a value that is
 * missing or infinite
 */
KernelStatus
kernel_holt_winters (size_t n,
                     const double *values,
                     size_t period,
                     const KernelSmoothing *smoothing,
                     double *seasons,
                     KernelHoltWinters *result)
{
  const KernelStatus status = look_at (n, values, period);
  Search s = { .n = n, .period = period, .values = values, .seasons = seasons };

  if (!(smoothing->level >= 0 && smoothing->level <= 1) ||
      !(smoothing->trend >= 0 && smoothing->trend <= 1) ||
      !(smoothing->season >= 0 && smoothing->season <= 1))
    return KERNEL_ERR_PARAMETER;
  if (status != KERNEL_OK)
    return status;
  start_line (&s);
  run_through (&s, smoothing, result);

  return KERNEL_OK;
}

typedef struct {
  double at[N_PARTS], sse;
} Corner;

static void
look_from (const Search *s, Corner *corner, const double *centre, const double *worst, double far)
{
  KernelHoltWinters result;

  for (int k = 0; k < N_PARTS; k++)
    corner->at[k] = fmin (fmax (centre[k] + far * (worst[k] - centre[k]), 0), 1);
  const KernelSmoothing how = { corner->at[0], corner->at[1], corner->at[2] };
  corner->sse = run_through (s, &how, &result);
}

static void
put_in_order (Corner *corners)
{
  for (int k = 1; k < N_CORNERS; k++) {
    for (int j = k; j > 0 && corners[j].sse < corners[j - 1].sse; j--) {
      const Corner kept = corners[j];
      corners[j] = corners[j - 1];
      corners[j - 1] = kept;
    }
  }
}

/* One step of Nelder and Mead, of corners in order. */
static void
step (const Search *s, Corner *corners)
{
  Corner *last = &corners[N_CORNERS - 1], tried, further;
  double centre[N_PARTS] = { 0 };

  for (int k = 0; k < N_PARTS; k++)
    for (int j = 0; j + 1 < N_CORNERS; j++)
      centre[k] += corners[j].at[k] / (N_CORNERS - 1);
  look_from (s, &tried, centre, last->at, -1);
  if (tried.sse < corners[0].sse) {
    look_from (s, &further, centre, last->at, -2);
    *last = further.sse < tried.sse ? further : tried;
  } else if (tried.sse < corners[N_CORNERS - 2].sse) {
    *last = tried;
  } else {
    look_from (s, &further, centre, tried.sse < last->sse ? tried.at : last->at, 0.5);
    if (further.sse < fmin (tried.sse, last->sse))
      *last = further;
    else
      for (int j = 1; j < N_CORNERS; j++)
        look_from (s, &corners[j], corners[0].at, corners[j].at, 0.5);
  }
  put_in_order (corners);
}

/* Lays corners around @at and walks them down until they are together. */
static void
search (const Search *s, double *at)
{
  Corner corners[N_CORNERS];
  double width = 1;

  for (int j = 0; j < N_CORNERS; j++) {
    double from[N_PARTS];

    memcpy (from, at, sizeof from);
    if (j > 0)
      from[j - 1] += from[j - 1] < 0.5 ? 0.1 : -0.1;
    look_from (s, &corners[j], from, from, 0);
  }
  put_in_order (corners);
  for (int k = 0; k < MOST_STEPS && width > NEAR_ENOUGH; k++) {
    step (s, corners);
    width = 0;
    for (int j = 1; j < N_CORNERS; j++)
      for (int part = 0; part < N_PARTS; part++)
        width = fmax (width, fabs (corners[j].at[part] - corners[0].at[part]));
  }
  memcpy (at, corners[0].at, sizeof corners[0].at);
}

/**
 * kernel_holt_winters_fit:
 * @n: number of values
 * @values: as of [func@kernel_holt_winters]
 * @period: likewise
 * @seasons: (out): likewise
 * @result: (out): where the series stands, with what each part takes over so that least was
 *   not foreseen
 *
 * Walks down from 0.3, 0.1 and 0.1, where R's HoltWinters() starts, and once more from where
 * that ended.  There may be a deeper place elsewhere.  O(n) time, some 400 times.
 *
 * Source: as of [func@kernel_holt_winters]; J. A. Nelder, R. Mead (1965), The Computer
 * Journal 7, 308-313.
 *
 * Returns: as [func@kernel_holt_winters]
 */
KernelStatus
kernel_holt_winters_fit (size_t n,
                         const double *values,
                         size_t period,
                         double *seasons,
                         KernelHoltWinters *result)
{
  const KernelStatus status = look_at (n, values, period);
  Search s = { .n = n, .period = period, .values = values, .seasons = seasons };
  double at[N_PARTS] = { 0.3, 0.1, 0.1 };

  if (status != KERNEL_OK)
    return status;
  start_line (&s);
  search (&s, at);
  search (&s, at);
  run_through (&s, &(KernelSmoothing){ at[0], at[1], at[2] }, result);

  return KERNEL_OK;
}
