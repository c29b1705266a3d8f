/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/pettitt.h"

#include "kernel/ranks.h"

#include <math.h>

/**
 * kernel_pettitt:
 * @n: number of values
 * @values: shape (@n), in order of time; NaN where one is missing
 * @keys: shape (2 @n), overwritten
 * @ranks: shape (@n), overwritten
 * @result: (out): the split that parts low ranks from high ones most
 *
 * Where the level shifted once, if it did. With r the ranks, the split after t values has
 * U = 2 (r_1 + ... + r_t) - t (N + 1), and the chance of the largest |U|, K, is about
 * 2 exp (-6 K^2 / (N^3 + N^2)), at most 1. The first of equal ones is taken. O(n log n) time.
 *
 * Source: A. N. Pettitt (1979), Applied Statistics 28, 126-135, section 2.3.
 *
 * Returns: %KERNEL_OK, or %KERNEL_ERR_TOO_SHORT for fewer than two values
 */
KernelStatus
kernel_pettitt (size_t n, const double *values, int64_t *keys, double *ranks, KernelPettitt *result)
{
  KernelPettitt found = { 0, -1, 0, 1 };
  double count = 0, u = 0, n_seen = 0;

  kernel_ranks (n, values, keys, ranks);
  for (size_t i = 0; i < n; i++)
    count += isnan (ranks[i]) ? 0 : 1;
  if (count < 2)
    return KERNEL_ERR_TOO_SHORT;

  for (size_t i = 0; i < n; i++) {
    if (isnan (ranks[i]))
      continue;
    if (n_seen > 0 && fabs (u) > found.k) {
      found.k = fabs (u);
      found.direction = u < 0 ? 1 : u > 0 ? -1 : 0;
      found.at = i;
    }
    u += 2 * ranks[i] - (count + 1);
    n_seen++;
  }
  found.chance = fmin (1, 2 * exp (-6 * found.k * found.k / (count * count * (count + 1))));
  *result = found;

  return KERNEL_OK;
}
