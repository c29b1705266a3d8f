/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/theil-sen.h"

#include "kernel/median.h"

#include "kernel/normal.h"

#include <math.h>
#include <stdbool.h>

/**
 * kernel_theil_sen_numbers:
 * @n: number of values
 *
 * Returns: how many doubles kernel_theil_sen() needs to work with
 */
size_t
kernel_theil_sen_numbers (size_t n)
{
  return 2 * n + kernel_slope_selection_numbers (n);
}

/**
 * kernel_theil_sen_keys:
 * @n: number of values
 *
 * Returns: how many integers kernel_theil_sen() needs to work with
 */
size_t
kernel_theil_sen_keys (size_t n)
{
  return n + 1 + kernel_slope_selection_keys (n);
}

/* The points that are there, season by season.  FALSE if their times do not rise. */
static bool
gather_points (size_t n,
               const double *times,
               const double *values,
               size_t period,
               double *gathered_times,
               double *gathered_values,
               int64_t *starts)
{
  size_t count = 0;

  for (size_t season = 0; season < period; season++) {
    starts[season] = (int64_t) count;
    for (size_t i = season; i < n; i += period) {
      if (isnan (values[i]))
        continue;
      gathered_times[count] = times ? times[i] : (double) (i / period);
      gathered_values[count] = values[i];
      if (!isfinite (gathered_times[count]) ||
          ((int64_t) count > starts[season] &&
           !(gathered_times[count] > gathered_times[count - 1])))
        return false;
      count++;
    }
  }
  starts[period] = (int64_t) count;

  return true;
}

/* Whether the steepest slope there could be is a number. */
static bool
has_slopes (size_t n, const double *times, const double *values)
{
  double low = INFINITY, high = -INFINITY, step = INFINITY;

  for (size_t i = 0; i < n; i++) {
    low = fmin (low, values[i]);
    high = fmax (high, values[i]);
    if (i > 0 && times[i] > times[i - 1])
      step = fmin (step, times[i] - times[i - 1]);
  }

  return n < 2 || isfinite (4 * (high - low) / step);
}

static void
select_slopes (const KernelSlopes *slopes,
               double var_s,
               double level,
               KernelSlopeWork work,
               KernelTheilSen *result)
{
  const double n_pairs = (double) slopes->n_pairs;
  const double half_width = kernel_normal_quantile (0.5 + level / 2) * sqrt (var_s);
  const double low = rint ((n_pairs - half_width) / 2),
               high = rint ((n_pairs + half_width) / 2) + 1;
  const bool is_bounded = low >= 1 && high <= n_pairs;
  const uint64_t lower_middle = (slopes->n_pairs + 1) / 2, upper_middle = slopes->n_pairs / 2 + 1;
  uint64_t ranks[4];
  double selected[4];
  size_t k = 0;

  if (is_bounded)
    ranks[k++] = (uint64_t) low;
  ranks[k++] = lower_middle;
  ranks[k++] = upper_middle;
  if (is_bounded)
    ranks[k++] = (uint64_t) high;
  kernel_slope_selection (slopes, k, ranks, work, selected);

  const double *middle = selected + is_bounded;
  result->slope = middle[0] == middle[1] ? middle[0] : middle[0] / 2 + middle[1] / 2;
  result->low = is_bounded ? selected[0] : -INFINITY;
  result->high = is_bounded ? selected[3] : INFINITY;
}

/**
 * kernel_theil_sen:
 * @n: number of values
 * @times: (nullable): shape (@n), rising within a season; NULL for the number of the
 *   cycle, 0, 1, 2 …
 * @values: shape (@n), in order of time; NaN where one is missing
 * @period: seasons in a cycle, value i is of season i mod @period; 1 for none
 * @var_s: variance of the score of Mann and Kendall, or of its sum over seasons
 * @level: chance that the interval should hold the slope, between 0 and 1
 * @work: overwritten; see kernel_theil_sen_numbers() and kernel_theil_sen_keys()
 * @result: (out): the middle slope and its interval
 *
 * The middle of the slopes of all pairs of values of one season, and the interval of Sen
 * and Gilbert: with M pairs and C = z sqrt(@var_s), the slopes of rank (M - C) / 2 and
 * (M + C) / 2 + 1, rounded. Exact, O(n log n) expected time, whatever the ties.
 *
 * Source: P. K. Sen (1968), J. Amer. Statist. Assoc. 63, 1379-1389; R. O. Gilbert (1987),
 * Statistical Methods for Environmental Pollution Monitoring, New York: Van Nostrand
 * Reinhold, section 16.5; for seasons R. M. Hirsch, J. R. Slack, R. A. Smith (1982),
 * Water Resour. Res. 18, 107-121, formula 7.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a period or level that makes no sense, or
 * a negative variance; %KERNEL_ERR_DOMAIN for times that do not rise or values that are
 * infinite or too far apart; %KERNEL_ERR_TOO_SHORT without a pair. On an error @result is
 * untouched.
 */
KernelStatus
kernel_theil_sen (size_t n,
                  const double *times,
                  const double *values,
                  size_t period,
                  double var_s,
                  double level,
                  KernelSlopeWork work,
                  KernelTheilSen *result)
{
  double *gathered_times = work.numbers, *gathered_values = work.numbers + n;
  int64_t *starts = work.keys;
  const KernelSlopeWork rest = { work.numbers + 2 * n, work.keys + n + 1 };

  if (period < 1 || !(level > 0 && level < 1) || !(var_s >= 0))
    return KERNEL_ERR_PARAMETER;
  if (period > n)
    return KERNEL_ERR_TOO_SHORT;
  if (!gather_points (n, times, values, period, gathered_times, gathered_values, starts))
    return KERNEL_ERR_DOMAIN;

  const size_t n_used = (size_t) starts[period];
  const KernelSlopes slopes = {
    .n_points = n_used,
    .n_blocks = period,
    .starts = starts,
    .times = gathered_times,
    .values = gathered_values,
    .n_pairs = kernel_slopes_pairs (period, starts),
  };
  if (slopes.n_pairs == 0)
    return KERNEL_ERR_TOO_SHORT;
  if (!has_slopes (n_used, gathered_times, gathered_values))
    return KERNEL_ERR_DOMAIN;

  *result = (KernelTheilSen){ .n = n_used, .n_pairs = slopes.n_pairs };
  select_slopes (&slopes, var_s, level, rest, result);

  return KERNEL_OK;
}

/**
 * kernel_theil_sen_intercept:
 * @n: number of values
 * @times: (nullable): shape (@n); NULL for i / @period
 * @values: shape (@n), NaN where missing
 * @period: seasons in a cycle, 1 for none
 * @slope: the middle slope
 * @work: shape (2 × @n), overwritten
 * @intercept: (out): where the line through the middle value at the middle time is at time 0;
 *   NaN of nothing
 *
 * O(n) expected time.
 *
 * Source: W. J. Conover (1980), Practical Nonparametric Statistics, 2nd ed., New York: Wiley,
 * section 5.5.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for no season
 */
KernelStatus
kernel_theil_sen_intercept (size_t n,
                            const double *times,
                            const double *values,
                            size_t period,
                            double slope,
                            double *work,
                            double *intercept)
{
  double *there = work, *room = work + n, time, value;
  KernelStatus status;

  if (period < 1)
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n; i++)
    there[i] = isnan (values[i]) ? NAN : times ? times[i] : (double) i / (double) period;
  status = kernel_median (n, there, NULL, room, &time, NULL);
  if (status == KERNEL_OK)
    status = kernel_median (n, values, NULL, room, &value, NULL);
  if (status == KERNEL_OK)
    *intercept = value - slope * time;

  return status;
}
