/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/binomial.h"

#include "kernel/beta.h"

#include <math.h>

/**
 * kernel_binomial_cdf:
 * @count: a number of cases; what is no whole number counts as the one below
 * @total: how many there are, a whole number
 * @p: the chance of each
 *
 * The chance of at most @count of @total; small ones keep their digits.
 *
 * Source: M. Abramowitz, I. A. Stegun (1964), 26.5.24.
 *
 * Returns: a chance in [0, 1]; NaN where @total or @p make no sense
 */
double
kernel_binomial_cdf (double count, double total, double p)
{
  const double k = floor (count);

  if (!(total >= 0) || total != floor (total) || isinf (total) || !(p >= 0 && p <= 1) ||
      isnan (count))
    return NAN;
  if (k < 0)
    return 0;
  if (k >= total || p == 0)
    return 1;
  if (p == 1)
    return 0;

  return kernel_beta_upper (k + 1, total - k, p);
}
