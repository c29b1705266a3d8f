/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* A straight line through points.
 *
 * @n: points that are there
 * @intercept: in the unit of the values
 * @slope: in that over the unit of the times
 * @intercept_error, @slope_error: their standard errors
 * @deviation: standard deviation of what is left, on n − 2 degrees of freedom
 * @rss: sum of squares of what is left
 * @r_squared: share of the squares that the line takes away; NaN of a constant
 */
typedef struct {
  size_t n;
  double intercept, slope;
  double intercept_error, slope_error;
  double deviation, rss, r_squared;
} KernelLinearFit;

KernelStatus
kernel_linear_fit (size_t n, const double *times, const double *values, KernelLinearFit *result)
    KERNEL_MUST_CHECK;
