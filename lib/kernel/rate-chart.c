/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rate-chart.h"

#include "kernel/mean.h"

#include <math.h>

/**
 * kernel_rate_chart:
 * @n: number of rows
 * @counts: shape (@n), not negative, NaN where missing
 * @exposures: (nullable): shape (@n), what the counts are counted in, NaN where
 *   missing; a row with 0 is missing; `NULL`: one each, for a chart of counts alone
 * @used: (nullable): shape (@n), 0 leaves the row out of the estimates
 * @joined: (nullable): shape (@n), 0 where the row is no neighbour of the one
 *   before; must be 0 on both sides of a row that is not used
 * @sigma_per_range: 1/d2, see [struct@KernelRangeConstants]
 * @screen: as for [func@kernel_mean_range]; Laney does not screen
 * @work: shape (@n), overwritten with the ranges of z
 * @centre: (out): sum of counts over sum of exposures
 * @sigma: (out): sqrt (centre); a row of exposure n has sigma/sqrt(n)
 * @dispersion: (out): sigma_z, how many times wider than a Poisson count the rows
 *   vary from neighbour to neighbour; NaN without a range or with a centre of 0
 * @ranges: (out): the mean range of z and what it was made of
 * @bad: (out) (optional): index of the first bad row, set on %KERNEL_ERR_DOMAIN
 *
 * Centre and spread of a u chart or, without exposures, a c chart, and the factor
 * that makes it a u' or c' chart.
 *
 * On failure the other outputs are left as they were.  O(n) time, no allocation.
 *
 * Source: D. C. Montgomery, Introduction to Statistical Quality Control, 6th ed.,
 * section 7.3; D. B. Laney (2002), Quality Engineering 14, 531-537, for z.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @screen is NaN or negative;
 *   %KERNEL_ERR_DOMAIN if a row is infinite or negative
 */
KernelStatus
kernel_rate_chart (size_t n,
                   const double *counts,
                   const double *exposures,
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
    if (counts[i] < 0 || isinf (counts[i]) ||
        (exposures && (exposures[i] < 0 || isinf (exposures[i])))) {
      if (bad)
        *bad = i;
      return KERNEL_ERR_DOMAIN;
    }
  }

  KernelStatus status = exposures ? kernel_pooled_ratio (n, counts, exposures, used, centre, NULL)
                                  : kernel_mean (n, counts, used, centre, NULL);
  if (status != KERNEL_OK)
    return status;
  *sigma = sqrt (*centre);
  kernel_standard_ranges (n, counts, exposures, joined, *centre, *sigma, work);
  status = kernel_mean_range (n, work, screen, ranges);
  *dispersion = sigma_per_range * ranges->mean;

  return status;
}
