/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/proportion-chart.h"

#include "kernel/mean.h"

#include <math.h>

/**
 * kernel_proportion_chart:
 * @n: number of rows
 * @counts: shape (@n), 0 <= counts[i] <= totals[i], NaN where missing
 * @totals: shape (@n), NaN where missing; a row with 0 is missing
 * @used: (nullable): shape (@n), 0 leaves the row out of the estimates
 * @joined: (nullable): shape (@n), 0 where the row is no neighbour of the one
 *   before; must be 0 on both sides of a row that is not used
 * @sigma_per_range: 1/d2, see [struct@KernelRangeConstants]
 * @screen: as for [func@kernel_mean_range]; Laney does not screen
 * @work: shape (@n), overwritten
 * @centre: (out): sum of counts over sum of totals
 * @sigma: (out): sqrt (centre (1 - centre)); a row of n cases has sigma/sqrt(n)
 * @dispersion: (out): sigma_z, how many times wider than binomial the rows vary
 *   from neighbour to neighbour; NaN without a range or with a centre of 0 or 1
 * @ranges: (out): the mean range of z and what it was made of
 * @bad: (out) (optional): index of the first bad row, set on %KERNEL_ERR_DOMAIN
 *
 * Centre and spread of a p chart, and the factor that makes it a p' chart.
 *
 * On failure the other outputs are left as they were.  O(n) time, no allocation.
 *
 * Source: D. B. Laney (2002), Quality Engineering 14, 531-537.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @screen is NaN or negative;
 *   %KERNEL_ERR_DOMAIN if a row is infinite, negative, or has count > total
 */
KernelStatus
kernel_proportion_chart (size_t n,
                         const double *counts,
                         const double *totals,
                         const uint8_t *used,
                         const uint8_t *joined,
                         double sigma_per_range,
                         double screen,
                         double *work,
                         double *centre,
                         double *sigma,
                         double *dispersion,
                         KernelMeanRange *ranges,
                         size_t *bad)
{
  if (!(screen >= 0))
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    /* NaN compares false with everything, so missing values pass. */
    if (isinf (totals[i]) || counts[i] < 0 || counts[i] > totals[i]) {
      if (bad)
        *bad = i;
      return KERNEL_ERR_DOMAIN;
    }
  }

  KernelStatus status = kernel_pooled_ratio (n, counts, totals, used, centre, NULL);
  if (status != KERNEL_OK)
    return status;
  *sigma = sqrt (*centre * (1 - *centre));
  kernel_standard_ranges (n, counts, totals, joined, *centre, *sigma, work);
  status = kernel_mean_range (n, work, screen, ranges);
  *dispersion = sigma_per_range * ranges->mean;

  return status;
}
