/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/chart-limits.h"

#include <math.h>

/**
 * kernel_chart_limits:
 * @n: number of points
 * @sizes: (nullable): shape (@n), the cases behind each point; `NULL`: one each
 * @centre: the centre line
 * @sigma: spread of a point of one case; NaN gives points without limits
 * @width: how many spreads from the centre, usually 3
 * @floor: the lowest value there can be, -INFINITY when there is none
 * @ceiling: the highest value there can be, INFINITY when there is none
 * @spreads: (out): shape (@n), sigma/sqrt(size), NaN where the size is missing or not positive
 * @lower: (out): shape (@n), centre - width spread, not below @floor
 * @upper: (out): shape (@n), centre + width spread, not above @ceiling
 *
 * Limits of each point of a chart.  O(n) time, no allocation.
 *
 * Source: by definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @width is not finite and positive
 */
KernelStatus
kernel_chart_limits (size_t n,
                     const double *sizes,
                     double centre,
                     double sigma,
                     double width,
                     double floor,
                     double ceiling,
                     double *spreads,
                     double *lower,
                     double *upper)
{
  if (!isfinite (width) || width <= 0)
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    const double spread = !sizes ? sigma : sizes[i] > 0 ? sigma / sqrt (sizes[i]) : NAN;
    const double low = centre - width * spread;
    const double high = centre + width * spread;

    spreads[i] = spread;
    lower[i] = low < floor ? floor : low;
    upper[i] = high > ceiling ? ceiling : high;
  }

  return KERNEL_OK;
}

/**
 * kernel_limits_around:
 * @n: number of points
 * @centre: shape (@n), the centre line
 * @spreads: shape (@n), spread of each point; NaN gives a point without limits
 * @width: how many spreads from the centre, usually 3
 * @floor: the lowest value there can be, -INFINITY when there is none
 * @ceiling: the highest value there can be, INFINITY when there is none
 * @lower: (out): shape (@n), centre - width spread, not below @floor
 * @upper: (out): shape (@n), centre + width spread, not above @ceiling
 *
 * Limits around a centre line that need not be level.  O(n) time, no allocation.
 *
 * Source: by definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @width is not finite and positive
 */
KernelStatus
kernel_limits_around (size_t n,
                      const double *centre,
                      const double *spreads,
                      double width,
                      double floor,
                      double ceiling,
                      double *lower,
                      double *upper)
{
  if (!isfinite (width) || width <= 0)
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    const double low = centre[i] - width * spreads[i];
    const double high = centre[i] + width * spreads[i];

    lower[i] = low < floor ? floor : low;
    upper[i] = high > ceiling ? ceiling : high;
  }

  return KERNEL_OK;
}
