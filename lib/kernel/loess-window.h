/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>

/* Cleveland's limits, as shares of the reach: a point nearer than the first counts whole,
 * one further than the second not at all.
 */
#define KERNEL_LOESS_NEAR .001
#define KERNEL_LOESS_FAR .999

/* A line is fitted only where the points spread over more than this share of the series. */
#define KERNEL_LOESS_SPREAD .001

/* Points first … last are seen from one point. */
typedef struct {
  size_t first;
  size_t last;
} KernelLoessWindow;

/* What point @i of @n sees through a window of so many. */
static inline KernelLoessWindow
kernel_loess_window_at (size_t n, size_t window, size_t i)
{
  const size_t half = window / 2;

  if (window >= n)
    return (KernelLoessWindow){ 0, n - 1 };
  if (i < half)
    return (KernelLoessWindow){ 0, window - 1 };
  if (i + half >= n)
    return (KernelLoessWindow){ n - window, n - 1 };

  return (KernelLoessWindow){ i - half, i + half };
}

/* How far that is; a window longer than the series reaches beyond it. */
static inline double
kernel_loess_reach (size_t n, size_t window, double at, KernelLoessWindow seen)
{
  const double left = at - (double) seen.first, right = (double) seen.last - at;
  const double reach = left > right ? left : right;

  return window > n ? reach + (double) ((window - n) / 2) : reach;
}

static inline double
kernel_loess_tricube (double distance, double reach)
{
  if (distance > KERNEL_LOESS_FAR * reach)
    return 0;
  if (distance <= KERNEL_LOESS_NEAR * reach)
    return 1;

  const double share = distance / reach;
  const double rest = 1 - share * share * share;

  return rest * rest * rest;
}

/* The rows between row @i and the one @step later, of lanes side by side. */
static inline void
kernel_loess_interpolate (double *smooth, size_t stride, size_t n_lanes, size_t i, size_t step)
{
  const double *from = smooth + i * stride, *to = from + step * stride;
  double *row = smooth + i * stride;

  for (size_t t = 1; t < step; t++) {
    row += stride;
    for (size_t k = 0; k < n_lanes; k++)
      row[k] = from[k] + (to[k] - from[k]) / (double) step * (double) t;
  }
}
