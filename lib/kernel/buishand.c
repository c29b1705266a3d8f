/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/buishand.h"

#include "kernel/deviation.h"
#include "kernel/random.h"

#include <math.h>

/**
 * kernel_buishand:
 * @n: number of values
 * @values: shape (@n), in order of time, in any unit; NaN where missing
 * @result: (out): the statistics
 *
 * With S_k the sum of the first k values less their mean, S_0 = 0, and D the standard
 * deviation (divisor n): Q = max |S_k| / (D √n), R = (max S_k − min S_k) / (D √n), U = Σ S_k²
 * / (D² n (n + 1)), k below n.  They look at the middle of a series more than at its ends.
 * A constant has 0 for all.  O(n) time.
 *
 * Source: T. A. Buishand (1982), Journal of Hydrology 58, 11-27; U: T. A. Buishand (1984),
 * Journal of Hydrology 73, 51-69.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than 3 values; %KERNEL_ERR_DOMAIN for
 * an infinite one
 */
KernelStatus
kernel_buishand (size_t n, const double *values, KernelBuishand *result)
{
  KernelBuishand found = { 0 };
  double mean, deviation, sum = 0, low = 0, high = 0, squares = 0;
  size_t n_seen = 0;

  for (size_t i = 0; i < n; i++) {
    if (isinf (values[i]))
      return KERNEL_ERR_DOMAIN;
    found.n += isnan (values[i]) ? 0 : 1;
  }
  if (found.n < 3 || kernel_deviation (n, values, &mean, &deviation) != KERNEL_OK)
    return KERNEL_ERR_TOO_SHORT;

  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (n_seen++ > 0 && (found.at == 0 || fabs (sum) > fabs (found.sum))) {
      found.at = i;
      found.sum = sum;
    }
    squares += sum * sum;
    low = fmin (low, sum);
    high = fmax (high, sum);
    sum += deviation > 0 ? values[i] - mean : 0;
  }

  const double count = (double) found.n, variance = deviation * deviation * (count - 1) / count;
  if (variance > 0) {
    found.q = fabs (found.sum) / sqrt (variance * count);
    found.r = (high - low) / sqrt (variance * count);
    found.u = squares / (variance * count * (count + 1));
  }
  *result = found;

  return KERNEL_OK;
}

/**
 * kernel_buishand_chance:
 * @n: number of values that are there
 * @seen: as [func@kernel_buishand] gives it
 * @n_draws: how many series are made up, such as 9999
 * @seed: of the random numbers; the same seed gives the same chances
 * @work: shape (@n), overwritten
 * @chances: (out): in q, r and u the shares of series, the one given included, with as large a
 *   statistic; the rest as in @seen
 *
 * The chances of as large statistics in independent normal values without a shift.
 * O(n n_draws) time.
 *
 * Source: as of [func@kernel_buishand], whose tables are simulated likewise.
 *
 * Returns: as [func@kernel_buishand]; %KERNEL_ERR_PARAMETER for no draws
 */
KernelStatus
kernel_buishand_chance (size_t n,
                        const KernelBuishand *seen,
                        size_t n_draws,
                        uint64_t seed,
                        double *work,
                        KernelBuishand *chances)
{
  size_t n_q = 1, n_r = 1, n_u = 1;

  if (n_draws < 1)
    return KERNEL_ERR_PARAMETER;
  for (size_t k = 0; k < n_draws; k++) {
    KernelBuishand drawn;

    kernel_random_normal (&seed, n, work);
    const KernelStatus status = kernel_buishand (n, work, &drawn);
    if (status != KERNEL_OK)
      return status;
    n_q += drawn.q >= seen->q;
    n_r += drawn.r >= seen->r;
    n_u += drawn.u >= seen->u;
  }

  const double all = (double) (n_draws + 1);
  *chances = *seen;
  chances->q = (double) n_q / all;
  chances->r = (double) n_r / all;
  chances->u = (double) n_u / all;

  return KERNEL_OK;
}
