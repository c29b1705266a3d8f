/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/subgroup.h"

#include "kernel/saddle-point.h"

#include <math.h>

/* gamma (x + 1/2) / gamma (x) by the duplication of steps below 24 and Stirling's
 * series above; the leading terms are put together before they are large.
 */
static double
gamma_ratio (double x)
{
  double factor = 1;

  for (; x < 24; x++)
    factor *= x / (x + 0.5);

  const double rest = kernel_stirling_rest (x + 0.5) - kernel_stirling_rest (x);

  return factor * sqrt (x) * exp (x * log1p (0.5 / x) - 0.5 + rest);
}

/**
 * kernel_c4:
 * @size: number of observations, at least 2
 *
 * What a standard deviation of @size normal observations comes to on average, for a
 * true one of 1: sqrt (2/(n-1)) gamma (n/2) / gamma ((n-1)/2).
 *
 * Source: D. C. Montgomery, Introduction to Statistical Quality Control, 6th ed.,
 * equation 3.17 and appendix VI.
 *
 * Returns: c4; NaN below 2
 */
double
kernel_c4 (double size)
{
  if (!(size >= 2))
    return NAN;

  return sqrt (2 / (size - 1)) * gamma_ratio ((size - 1) / 2);
}

/**
 * kernel_subgroup_summary:
 * @n: number of observations
 * @observations: shape (@n), NaN where missing
 * @mean: (out): their mean; NaN of nothing
 * @deviation: (out): their standard deviation, over n - 1; NaN of fewer than two
 * @n_used: (out): how many are there
 *
 * What a subgroup comes down to.  Two passes, so that nothing cancels.
 *
 * Source: by definition.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_subgroup_summary (size_t n,
                         const double *observations,
                         double *mean,
                         double *deviation,
                         size_t *n_used)
{
  double sum = 0, squares = 0;
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (observations[i]))
      continue;
    sum += observations[i];
    count++;
  }

  const double centre = sum / (double) count;
  for (size_t i = 0; i < n; i++) {
    const double away = observations[i] - centre;
    squares += isnan (away) ? 0 : away * away;
  }
  *mean = count ? centre : NAN;
  *deviation = count > 1 ? sqrt (squares / (double) (count - 1)) : NAN;
  *n_used = count;

  return KERNEL_OK;
}

/* Mean of the deviations of equal sizes, or the root of the pooled variance. */
static double
one_deviation (size_t n,
               const double *deviations,
               const double *sizes,
               const uint8_t *used,
               KernelSubgroupSpread how)
{
  double sum = 0, squares = 0, freedom = 0, size = NAN;
  bool is_equal = how == KERNEL_SUBGROUP_BY_SIZE;
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (deviations[i]) || !(sizes[i] > 1) || (used && !used[i]))
      continue;
    is_equal = is_equal && (isnan (size) || size == sizes[i]);
    size = sizes[i];
    sum += deviations[i];
    squares += (size - 1) * deviations[i] * deviations[i];
    freedom += size - 1;
    count++;
  }
  if (count == 0)
    return NAN;

  return is_equal ? sum / (double) count : sqrt (squares / freedom);
}

/**
 * kernel_subgroups:
 * @n: number of subgroups
 * @means: (nullable): shape (@n), NaN where missing; `NULL` for a chart of the
 *   deviations alone
 * @deviations: shape (@n), standard deviations over n - 1, NaN where there is none
 * @sizes: shape (@n), how many observations
 * @used: (nullable): shape (@n), 0 leaves the subgroup out of the estimates
 * @how: how the deviations become one
 * @centre: (out) (optional): mean of all observations; NaN of nothing
 * @deviation: (out): the one deviation; NaN without any
 *
 * Centre and spread of charts of means and of standard deviations.
 *
 * Source: D. C. Montgomery, Introduction to Statistical Quality Control, 6th ed.,
 * section 6.3: equations 6.27 and 6.28 for equal sizes, 6.30 and 6.31 for others.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_subgroups (size_t n,
                  const double *means,
                  const double *deviations,
                  const double *sizes,
                  const uint8_t *used,
                  KernelSubgroupSpread how,
                  double *centre,
                  double *deviation)
{
  double sum = 0, weight = 0;

  for (size_t i = 0; means && i < n; i++) {
    if (isnan (means[i]) || !(sizes[i] > 0) || (used && !used[i]))
      continue;
    sum += sizes[i] * means[i];
    weight += sizes[i];
  }
  if (centre)
    *centre = weight > 0 ? sum / weight : NAN;
  *deviation = one_deviation (n, deviations, sizes, used, how);

  return KERNEL_OK;
}

/**
 * kernel_subgroup_mean_spread:
 * @deviation: the one deviation of all subgroups
 * @size: observations of this subgroup
 *
 * Spread of a subgroup's mean: s / (c4 sqrt n), a third of A3 s.
 *
 * Source: Montgomery, as [func@kernel_subgroups].
 *
 * Returns: the spread; NaN for fewer than two observations
 */
double
kernel_subgroup_mean_spread (double deviation, double size)
{
  return deviation / (kernel_c4 (size) * sqrt (size));
}

/**
 * kernel_subgroup_deviation_spread:
 * @deviation: the one deviation of all subgroups
 * @size: observations of this subgroup
 *
 * Spread of a subgroup's standard deviation: s sqrt (1 - c4^2) / c4.
 *
 * Source: Montgomery, as [func@kernel_subgroups].
 *
 * Returns: the spread; NaN for fewer than two observations
 */
double
kernel_subgroup_deviation_spread (double deviation, double size)
{
  const double c4 = kernel_c4 (size);

  /* 1 - c4 is small for large subgroups: (1 - c4)(1 + c4) keeps its digits. */
  return deviation * sqrt ((1 - c4) * (1 + c4)) / c4;
}
