/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/quantile-ranks.h"

#include "kernel/binomial.h"

#include <math.h>

/* The first count with a chance of at least @chance of so many or fewer, by halving. */
static size_t
first_count (size_t n, double share, double chance)
{
  size_t low = 0, high = n;

  while (low < high) {
    const size_t middle = low + (high - low) / 2;

    if (kernel_binomial_cdf ((double) middle, (double) n, share) >= chance)
      high = middle;
    else
      low = middle + 1;
  }

  return low;
}

/**
 * kernel_quantile_ranks:
 * @n: number of values
 * @share: the share of all there could be that is below the quantile, between 0 and 1
 * @level: how sure the interval is to be, between 0 and 1
 * @result: (out): the ranks of the values that bound it
 *
 * An interval for a quantile from values in order alone, whatever they are spread like: with
 * B of @n values below it, the k-th lowest is not above the quantile unless B < k. Each end
 * is beyond it with a chance of at most (1 - @level)/2. O(log n) time.
 *
 * Source: W. J. Conover (1999), Practical Nonparametric Statistics, 3rd ed., section 3.2.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @share or @level is not between 0 and 1
 */
KernelStatus
kernel_quantile_ranks (size_t n, double share, double level, KernelQuantileRanks *result)
{
  const double tail = (1 - level) / 2;

  if (!(share > 0 && share < 1) || !(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;

  /* The lower end is too high if fewer than its rank are below: P(B <= low) must stay small. */
  const size_t below = first_count (n, share, tail);
  const size_t above = first_count (n, share, 1 - tail);
  const double cdf = kernel_binomial_cdf ((double) below, (double) n, share);
  const size_t low = cdf <= tail && below < n ? below + 1 : below;
  result->low = low > 0 ? low - 1 : n;
  result->high = above < n ? above : n;
  result->coverage = (above < n ? kernel_binomial_cdf ((double) above, (double) n, share) : 1) -
                     (low > 0 ? kernel_binomial_cdf ((double) low - 1, (double) n, share) : 0);

  return KERNEL_OK;
}
