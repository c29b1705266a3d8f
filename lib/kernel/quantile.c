/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/quantile.h"

#include "kernel/select.h"

#include <math.h>

/**
 * kernel_quantile:
 * @n: number of values
 * @values: shape (@n), none missing; rearranged
 * @p: which share of them lies below, in [0, 1]
 *
 * The quantile between the two values whose ranks are nearest to 1 + (n - 1) @p, by a
 * straight line.  O(n) expected time.
 *
 * Source: R. J. Hyndman, Y. Fan (1996), Am. Stat. 50, 361-365, definition 7: what R and
 * NumPy give.
 *
 * Returns: the quantile; NaN of nothing and outside [0, 1]
 */
double
kernel_quantile (size_t n, double *values, double p)
{
  if (n == 0 || !(p >= 0 && p <= 1))
    return NAN;

  const double place = (double) (n - 1) * p;
  const size_t rank = (size_t) place;
  const double below = kernel_select (n, values, rank), share = place - (double) rank;

  if (share == 0)
    return below;

  double above = values[rank + 1];
  for (size_t i = rank + 2; i < n; i++)
    above = values[i] < above ? values[i] : above;

  return below + share * (above - below);
}
