/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/normal-scores.h"

#include "kernel/normal.h"
#include "kernel/ranks.h"

#include <math.h>

/**
 * kernel_normal_scores:
 * @n: number of values
 * @values: shape (@n), in any unit; NaN where one is missing
 * @work: shape (2 @n), overwritten
 * @scores: (out): shape (@n), NaN where the value is missing
 *
 * The deviates that normal values of the same order would have: of rank r among m that of
 * (r - 3/8) / (m + 1/4), and of equal values that of their mean rank. One far value then counts
 * no more than the last place. O(n log n) time.
 *
 * Source: G. Blom (1958), Statistical Estimates and Transformed Beta-Variables, New York: Wiley.
 */
void
kernel_normal_scores (size_t n, const double *values, int64_t *work, double *scores)
{
  double m = 0;

  kernel_ranks (n, values, work, scores);
  for (size_t i = 0; i < n; i++)
    m += isnan (values[i]) ? 0 : 1;
  for (size_t i = 0; i < n; i++)
    scores[i] = kernel_normal_quantile ((scores[i] - 0.375) / (m + 0.25));
}
