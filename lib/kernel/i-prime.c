/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/i-prime.h"

#include "kernel/mean.h"

#include <math.h>

#define ROOT_2 1.4142135623730951

/* |p_i - p_(i-1)| / sqrt (1/n_i + 1/n_(i-1)): a range put on the scale of one case. */
static void
weighted_ranges (size_t n,
                 const double *numerators,
                 const double *denominators,
                 const uint8_t *joined,
                 double *ranges)
{
  if (n > 0)
    ranges[0] = NAN;

  for (size_t i = 1; i < n; i++) {
    const double here = denominators[i], before = denominators[i - 1];

    ranges[i] = NAN;
    if ((!joined || joined[i]) && here > 0 && before > 0)
      ranges[i] =
          fabs (numerators[i] / here - numerators[i - 1] / before) / sqrt (1 / here + 1 / before);
  }
}

/**
 * kernel_i_prime:
 * @n: number of rows
 * @numerators: shape (@n), NaN where missing
 * @denominators: shape (@n), NaN where missing; a row with 0 or less is missing
 * @used: (nullable): shape (@n), 0 leaves the row out of the estimates
 * @joined: (nullable): shape (@n), 0 where the row is no neighbour of the one
 *   before; must be 0 on both sides of a row that is not used
 * @sigma_per_range: 1/d2, see [struct@KernelRangeConstants]
 * @screen: as for [func@kernel_mean_range]
 * @work: shape (@n), overwritten
 * @centre: (out): sum of numerators over sum of denominators
 * @sigma: (out): spread of a row of one case; a row of n cases has sigma/sqrt(n)
 * @ranges: (out): the mean range, on the scale of one case, and what it was made of
 *
 * Centre and spread of an i' chart: individual values with a denominator.
 *
 * The spread is the mean of |d_i| / (d2 sqrt (1/n_i + 1/n_(i-1)) / sqrt 2), which
 * is sqrt (pi/2) |d_i| / sqrt (1/n_i + 1/n_(i-1)) with the exact d2.  With equal
 * denominators it is the chart of individual values.  O(n) time, no allocation.
 *
 * Source: W. A. Taylor, Normalized Individuals (In) Control Chart; J. Anhoej et
 * al., i' chart, repository anhoej/i_prime_chart.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @screen is NaN or negative
 */
KernelStatus
kernel_i_prime (size_t n,
                const double *numerators,
                const double *denominators,
                const uint8_t *used,
                const uint8_t *joined,
                double sigma_per_range,
                double screen,
                double *work,
                double *centre,
                double *sigma,
                KernelMeanRange *ranges)
{
  weighted_ranges (n, numerators, denominators, joined, work);

  KernelStatus status = kernel_mean_range (n, work, screen, ranges);
  if (status == KERNEL_OK)
    status = kernel_pooled_ratio (n, numerators, denominators, used, centre, NULL);
  if (status == KERNEL_OK)
    *sigma = ROOT_2 * sigma_per_range * ranges->mean;

  return status;
}
