/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/newey-west.h"

#include "kernel/orthonormal.h"

/**
 * kernel_newey_west:
 * @n: periods
 * @scores: shape (@n), in order of time
 * @lag: how many periods away scores may have something in common
 *
 * The variance of the sum of the scores, where those up to @lag periods away go together and what
 * is further counts less: the sum of squares, and twice each sum of products j periods apart
 * times 1 - j / (@lag + 1). Never below 0 but by rounding. O(n lag) time.
 *
 * Source: W. K. Newey, K. D. West (1987), Econometrica 55, 703-708.
 *
 * Returns: the variance
 */
double
kernel_newey_west (size_t n, const double *scores, size_t lag)
{
  double variance = kernel_inner_product (n, scores, scores);

  for (size_t j = 1; j <= lag && j < n; j++) {
    const double weight = 1 - (double) j / ((double) lag + 1);

    variance += 2 * weight * kernel_inner_product (n - j, scores, scores + j);
  }

  return variance;
}
