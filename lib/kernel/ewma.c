/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ewma.h"

#include <math.h>

/**
 * kernel_ewma:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @joined: (nullable): shape (@n), 0 where the average starts afresh at @centre
 * @weight: weight of the newest value, 0 < @weight <= 1
 * @centre: where the average starts
 * @averages: (out): shape (@n), z_i = @weight x_i + (1 - @weight) z_(i-1); NaN where
 *   the value is missing
 * @factors: (out): shape (@n), spread of z_i in spreads of a single value:
 *   sqrt (weight / (2 - weight) (1 - (1 - weight)^(2 i))), i counted from the start;
 *   NaN where the value is missing
 *
 * Exponentially weighted moving average.  A missing value ends it; the next value
 * starts one afresh.  O(n) time, no allocation.
 *
 * Source: S. W. Roberts (1959), Technometrics 1, 239-250; Montgomery, Introduction
 * to Statistical Quality Control, 6th ed., equations 9.22 to 9.26.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @weight is not in (0, 1]
 */
KernelStatus
kernel_ewma (size_t n,
             const double *values,
             const uint8_t *joined,
             double weight,
             double centre,
             double *averages,
             double *factors)
{
  double average = centre, forgotten = 1; /* (1 - weight)^i */

  if (!(weight > 0 && weight <= 1))
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]) || (joined && !joined[i])) {
      average = centre;
      forgotten = 1;
    }
    averages[i] = factors[i] = NAN;
    if (isnan (values[i]))
      continue;

    average += weight * (values[i] - average);
    forgotten *= 1 - weight;
    averages[i] = average;
    factors[i] = sqrt (weight / (2 - weight) * (1 - forgotten * forgotten));
  }

  return KERNEL_OK;
}
