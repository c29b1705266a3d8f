/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/mann-kendall.h"

#include "kernel/inversions.h"
#include "kernel/normal.h"

#include <math.h>

static size_t
gather_keys (size_t n, const double *values, int64_t *keys)
{
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    keys[count] = kernel_order_key (values[i]);
    count += isnan (values[i]) ? 0 : 1;
  }

  return count;
}

static double
pairs_of (double n)
{
  return n * (n - 1) / 2;
}

/* Eighteen times the variance that @n values in any order have, or that a tie takes away. */
static double
spread_of (double n)
{
  return n * (n - 1) * (2 * n + 5);
}

/* Of sorted keys: the pairs that are equal, and what they take from the variance. */
static double
count_tied (size_t n, const int64_t *keys, double *spread)
{
  double tied = 0;
  size_t start = 0;

  *spread = 0;
  for (size_t i = 1; i <= n; i++) {
    if (i < n && keys[i] == keys[start])
      continue;
    tied += pairs_of ((double) (i - start));
    *spread += spread_of ((double) (i - start));
    start = i;
  }

  return tied;
}

/**
 * kernel_mann_kendall:
 * @n: number of values
 * @values: shape (@n), in order of time, in any unit; NaN where one is missing
 * @work: shape (2 @n), overwritten; its first @result->n entries are the sorted order keys
 * @result: (out): the score and its variance
 *
 * The score of Mann and Kendall, exact with ties, and its variance corrected for them.
 * Missing values are left out; only the order of the others counts, not the distance
 * between them. O(n log n) time.
 *
 * Source: H. B. Mann (1945), Econometrica 13, 245-259; M. G. Kendall (1975), Rank
 * Correlation Methods, 4th ed., London: Griffin, formula 4.9 (variance with ties) and
 * chapter 3 (tau-a, tau-b).
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_mann_kendall (size_t n, const double *values, int64_t *work, KernelMannKendall *result)
{
  const size_t n_used = gather_keys (n, values, work);
  const double lower = (double) kernel_sort_counting (n_used, work, work + n);
  const double pairs = n_used ? pairs_of ((double) n_used) : 0;
  double taken;
  const double tied = count_tied (n_used, work, &taken);
  const double s = pairs - tied - 2 * lower;

  *result = (KernelMannKendall){
    .n = n_used,
    .s = (int64_t) s,
    .pairs = pairs,
    .tied = tied,
    .var_s = n_used ? (spread_of ((double) n_used) - taken) / 18 : 0,
    .tau_a = n_used < 2 ? NAN : s / pairs,
    .tau_b = tied < pairs ? s / sqrt (pairs) / sqrt (pairs - tied) : NAN,
  };

  return KERNEL_OK;
}

/**
 * kernel_mann_kendall_z:
 * @s: the score
 * @var_s: its variance
 *
 * The score in units of its standard deviation, moved by one towards 0, because scores
 * are whole numbers and a normal deviate is not.
 *
 * Source: Kendall (1975), section 4.7 (correction for continuity).
 *
 * Returns: the deviate; 0 for a score of 0; NaN where the variance is not above 0
 */
double
kernel_mann_kendall_z (double s, double var_s)
{
  if (s == 0)
    return 0;
  if (!(var_s > 0))
    return NAN;

  return (s > 0 ? s - 1 : s + 1) / sqrt (var_s);
}

/**
 * kernel_two_sided:
 * @z: a standard normal deviate
 *
 * The chance of a deviate at least as far from 0 on either side.
 *
 * Source: definition.
 *
 * Returns: a chance in [0, 1]; NaN for NaN
 */
double
kernel_two_sided (double z)
{
  return 2 * kernel_normal_cdf (-fabs (z));
}
