/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/deviation.h"

#include <math.h>

/**
 * kernel_deviation:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @mean: (out): arithmetic mean
 * @deviation: (out): sample standard deviation, over one less than the values there are
 *
 * Mean and standard deviation.  Taken from the first value on, so that the mean is rounded
 * by little, then from the mean.  O(n) time.
 *
 * Source: T. F. Chan, G. H. Golub, R. J. LeVeque (1983), The American Statistician 37,
 * 242-247, two-pass algorithm with a shift.
 *
 * Returns: %KERNEL_OK, or %KERNEL_ERR_TOO_SHORT for fewer than two values
 */
KernelStatus
kernel_deviation (size_t n, const double *values, double *mean, double *deviation)
{
  double origin = NAN, sum = 0, squares = 0;
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (count++ == 0)
      origin = values[i];
    sum += values[i] - origin;
  }
  if (count < 2)
    return KERNEL_ERR_TOO_SHORT;

  const double centre = sum / (double) count;
  for (size_t i = 0; i < n; i++) {
    const double away = values[i] - origin - centre;

    squares += isnan (away) ? 0 : away * away;
  }
  *mean = origin + centre;
  *deviation = sqrt (squares / (double) (count - 1));

  return KERNEL_OK;
}
