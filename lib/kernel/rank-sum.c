/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rank-sum.h"

#include "kernel/mann-kendall.h"
#include "kernel/ranks.h"

#include <math.h>

/* The sum of the squares of how far ranks lie from their middle; ties lessen it. */
static double
spread_of (size_t n, const double *ranks, double middle)
{
  double squares = 0;

  for (size_t i = 0; i < n; i++)
    squares += isnan (ranks[i]) ? 0 : (ranks[i] - middle) * (ranks[i] - middle);

  return squares;
}

/**
 * kernel_rank_sum:
 * @n: number of values
 * @values: shape (@n), the earlier stretch then the later one, in any unit; NaN where missing
 * @at: first value of the later stretch
 * @keys: shape (2 × @n), overwritten
 * @ranks: shape (@n), overwritten
 * @result: (out): the statistic of Mann, Whitney and Wilcoxon
 *
 * The variance of W is that of the ranks there are, so that ties are allowed for; the chance
 * is that of a normal deviate, near enough for eight values on each side, and says too much
 * where @at was chosen by the values.  z is 0 and the chance 1 of values all alike.
 * O(n log n) time.
 *
 * Source: F. Wilcoxon (1945), Biometrics Bulletin 1, 80-83; H. B. Mann, D. R. Whitney (1947),
 * Annals of Mathematical Statistics 18, 50-60; ties: W. H. Kruskal, W. A. Wallis (1952),
 * JASA 47, 583-621.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT where a stretch has no value
 */
KernelStatus
kernel_rank_sum (size_t n,
                 const double *values,
                 size_t at,
                 int64_t *keys,
                 double *ranks,
                 KernelRankSum *result)
{
  KernelRankSum found = { .chance = 1 };
  double sum = 0;

  kernel_ranks (n, values, keys, ranks);
  for (size_t i = 0; i < n; i++) {
    if (isnan (ranks[i]))
      continue;
    found.n_before += i < at;
    found.n_after += i >= at;
    sum += i < at ? ranks[i] : 0;
  }
  if (found.n_before == 0 || found.n_after == 0)
    return KERNEL_ERR_TOO_SHORT;

  const double before = (double) found.n_before, after = (double) found.n_after;
  const double all = before + after;
  const double variance = before * after / (all * (all - 1)) * spread_of (n, ranks, (all + 1) / 2);
  found.w = sum - before * (before + 1) / 2;
  const double away = found.w - before * after / 2;
  if (variance > 0) {
    found.z = copysign (fmax (fabs (away) - 0.5, 0), away) / sqrt (variance);
    found.chance = kernel_two_sided (found.z);
  }
  *result = found;

  return KERNEL_OK;
}
