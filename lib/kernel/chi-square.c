/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/chi-square.h"

#include "kernel/gamma.h"

#include <math.h>

#define ROOT_TWO_BY_PI 0.79788456080286541
#define LARGE 1e250
#define LOG_LARGE 575.64627324851142

/**
 * kernel_chi_square_tail:
 * @x: where, at least 0
 * @freedom: degrees of freedom, at least 1
 *
 * The chance that a sum of squares of so many normal deviates is above @x; small ones keep
 * their digits.  O(freedom) time.
 *
 * Source: M. Abramowitz, I. A. Stegun (1964), 26.4.4 and 26.4.5.
 *
 * Returns: a chance in [0, 1]; NaN for NaN or no degrees of freedom
 */
double
kernel_chi_square_tail (double x, unsigned freedom)
{
  const unsigned odd = freedom % 2;
  double scale = -x / 2, term = odd ? ROOT_TWO_BY_PI * sqrt (x) : 1, sum = 0;

  if (isnan (x) || freedom == 0)
    return NAN;
  if (x <= 0)
    return 1;
  if (isinf (x))
    return 0;

  /* exp (-x/2) may be too small for a double where the sum is large. */
  for (unsigned k = odd ? 3 : 2; k <= freedom; k += 2) {
    sum += term;
    term *= x / k;
    if (sum > LARGE || term > LARGE) {
      sum /= LARGE;
      term /= LARGE;
      scale += LOG_LARGE;
    }
  }

  const double tail = (odd ? erfc (sqrt (x / 2)) : 0) + sum * exp (scale);

  return tail < 1 ? tail : 1;
}

/**
 * kernel_chi_square_quantile:
 * @p: a chance
 * @freedom: degrees of freedom, above 0, whole or not
 *
 * Where a chi-square distribution has a chance of @p below it.
 *
 * Source: twice [func@kernel_gamma_quantile] of half the degrees.
 *
 * Returns: the quantile, 0 or infinite at the ends; NaN outside [0, 1], for NaN and without
 *   degrees of freedom
 */
double
kernel_chi_square_quantile (double p, double freedom)
{
  return 2 * kernel_gamma_quantile (freedom / 2, p, false);
}
