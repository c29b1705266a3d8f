/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/strength.h"

#include <math.h>

/* Sum of squares about the mean of a[i] + b[i], of the points that @remainder has. */
static double
squares (size_t n, const double *a, const double *remainder)
{
  double sum = 0, total = 0;
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (remainder[i]))
      continue;
    sum += (a ? a[i] : 0) + remainder[i];
    count++;
  }
  for (size_t i = 0; i < n; i++) {
    if (isnan (remainder[i]))
      continue;
    const double away = (a ? a[i] : 0) + remainder[i] - sum / (double) count;
    total += away * away;
  }

  return total;
}

/**
 * kernel_strength:
 * @n: number of points
 * @part: shape (@n), a season or a trend
 * @remainder: shape (@n), what neither explains; NaN where nothing was observed
 *
 * Share of the movement of @part and @remainder together that @part accounts for: 0 is
 * none, 1 all.  O(n) time.
 *
 * Source: X. Wang, K. A. Smith, R. J. Hyndman (2006), Data Mining and Knowledge Discovery 13,
 * 335-364; as in R. J. Hyndman, G. Athanasopoulos, Forecasting, section 4.3.
 *
 * Returns: the strength, within 0 and 1; 0 if nothing moves
 */
double
kernel_strength (size_t n, const double *part, const double *remainder)
{
  const double both = squares (n, part, remainder);

  return both > 0 ? fmax (1 - squares (n, NULL, remainder) / both, 0) : 0;
}
