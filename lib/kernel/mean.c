/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/mean.h"

#include <math.h>

/**
 * kernel_mean:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @used: (nullable): shape (@n), 0 leaves the value out
 * @mean: (out): arithmetic mean of what is used, in the unit of @values; NaN of nothing
 * @n_used: (out) (optional): how many values were used
 *
 * Mean of the values that are there and used.
 *
 * Summed as differences from the first one, so that the mean of equal values is
 * that value to the last bit: a line through a constant series must not lie an
 * ulp beside it.  O(n) time, no allocation.
 *
 * Source: by definition.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_mean (size_t n, const double *values, const uint8_t *used, double *mean, size_t *n_used)
{
  double origin = NAN, sum = 0;
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]) || (used && !used[i]))
      continue;
    if (count++ == 0)
      origin = values[i];
    sum += values[i] - origin;
  }

  *mean = count ? origin + sum / (double) count : NAN;
  if (n_used)
    *n_used = count;

  return KERNEL_OK;
}

/**
 * kernel_pooled_ratio:
 * @n: number of rows
 * @numerators: shape (@n), NaN where missing
 * @denominators: shape (@n), NaN where missing; a row with 0 or less is not used
 * @used: (nullable): shape (@n), 0 leaves the row out
 * @ratio: (out): sum of numerators over sum of denominators; NaN of nothing
 * @n_used: (out) (optional): how many rows were used
 *
 * Ratio of the sums of the rows that are there and used: each case counts the
 * same, whatever the period it fell in.  O(n) time, no allocation.
 *
 * Source: by definition.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_pooled_ratio (size_t n,
                     const double *numerators,
                     const double *denominators,
                     const uint8_t *used,
                     double *ratio,
                     size_t *n_used)
{
  double above = 0, below = 0;
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (numerators[i]) || !(denominators[i] > 0) || (used && !used[i]))
      continue;
    above += numerators[i];
    below += denominators[i];
    count++;
  }

  *ratio = count ? above / below : NAN;
  if (n_used)
    *n_used = count;

  return KERNEL_OK;
}
