/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/individuals.h"

#include "kernel/mean.h"

#include <math.h>

/**
 * kernel_individuals:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @used: (nullable): shape (@n), 0 leaves the value out of the estimates
 * @joined: (nullable): shape (@n), 0 where the value is no neighbour of the one
 *   before; must be 0 on both sides of a value that is not used
 * @sigma_per_range: 1/d2, see [struct@KernelRangeConstants]
 * @screen: as for [func@kernel_mean_range]
 * @work: shape (@n), overwritten with the moving ranges
 * @centre: (out): mean of the used values
 * @sigma: (out): spread of single values from the mean moving range; NaN without a range
 * @ranges: (out): the mean range and what it was made of
 *
 * Centre and spread of a chart of individual values.  O(n) time, no allocation.
 *
 * Source: D. J. Wheeler, Making Sense of Data (2003), chapter 8; W. A. Shewhart's
 * limits are @centre +- 3 @sigma.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @screen is NaN or negative
 */
KernelStatus
kernel_individuals (size_t n,
                    const double *values,
                    const uint8_t *used,
                    const uint8_t *joined,
                    double sigma_per_range,
                    double screen,
                    double *work,
                    double *centre,
                    double *sigma,
                    KernelMeanRange *ranges)
{
  KernelStatus status = kernel_moving_ranges (n, values, joined, work);

  if (status == KERNEL_OK)
    status = kernel_mean_range (n, work, screen, ranges);
  if (status == KERNEL_OK)
    status = kernel_mean (n, values, used, centre, NULL);
  if (status == KERNEL_OK)
    *sigma = sigma_per_range * ranges->mean;

  return status;
}
