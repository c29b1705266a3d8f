/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linear-fit.h"

#include <math.h>
#include <stdbool.h>

typedef struct {
  size_t n;
  const double *times, *values;
} Points;

/* A point relative to another; false if it is missing. */
static bool
point_at (const Points *points, size_t i, double time, double value, double *t, double *x)
{
  *t = (points->times ? points->times[i] : (double) i) - time;
  *x = points->values[i] - value;

  return !isnan (*t) && !isnan (*x);
}

/* The middle of the points, taken from the first one on so that it is rounded by little. */
static size_t
find_middle (const Points *points, size_t *from, double *time, double *value)
{
  double t, x, first_time = NAN, first_value = NAN, times = 0, values = 0;
  size_t count = 0;

  for (size_t i = 0; i < points->n; i++) {
    if (!point_at (points, i, 0, 0, &t, &x))
      continue;
    if (count++ == 0) {
      *from = i;
      first_time = t;
      first_value = x;
    }
    times += t - first_time;
    values += x - first_value;
  }
  *time = first_time + times / (double) count;
  *value = first_value + values / (double) count;

  return count;
}

/* The line again, from the point @from on, with products that are not rounded: slope and
 * intercept take what the first one missed into account.
 */
static void
refine (const Points *points,
        size_t from,
        double time,
        double value,
        double tt,
        KernelLinearFit *fit)
{
  double t, x, first_time, first_value, sum = 0, tilt = 0;

  point_at (points, from, 0, 0, &first_time, &first_value);
  const double near = (value - first_value) - fit->slope * (time - first_time);
  for (size_t i = from; i < points->n; i++) {
    if (!point_at (points, i, first_time, first_value, &t, &x))
      continue;
    const double rest = fma (-fit->slope, t, x) - near;
    sum += rest;
    tilt += (t - (time - first_time)) * rest;
  }
  tilt /= tt;
  fit->slope += tilt;
  fit->intercept = first_value + (near + sum / (double) fit->n - tilt * (time - first_time)) -
                   fit->slope * first_time;
}

static double
squares_left (const Points *points, double time, double value, double slope)
{
  double t, x, rss = 0;

  for (size_t i = 0; i < points->n; i++) {
    if (point_at (points, i, time, value, &t, &x))
      rss += (x - slope * t) * (x - slope * t);
  }

  return rss;
}

/**
 * kernel_linear_fit:
 * @n: number of points
 * @times: (nullable): shape (@n), in any unit and order; NaN where missing; NULL for 0, 1, 2 …
 * @values: shape (@n), in any unit; NaN where missing
 * @result: (out): the line
 *
 * The line with the least sum of squares, from the middle of the points on, and what is left
 * summed again instead of by a difference.  Without dependence between values; errors that
 * lean on it are too small for most series of public figures.  O(n) time.
 *
 * Source: N. R. Draper, H. Smith (1998), Applied Regression Analysis, 3rd ed., section 1.3
 * and 1.4.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than 3 points; %KERNEL_ERR_DOMAIN for
 * times that are all alike, or an infinite time or value
 */
KernelStatus
kernel_linear_fit (size_t n, const double *times, const double *values, KernelLinearFit *result)
{
  const Points points = { n, times, values };
  double time, value, t, x, tt = 0, tx = 0, xx = 0;
  size_t from = 0;
  const size_t count = find_middle (&points, &from, &time, &value);

  if (count < 3)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!point_at (&points, i, time, value, &t, &x))
      continue;
    tt += t * t;
    tx += t * x;
    xx += x * x;
  }
  if (!(tt > 0) || !isfinite (tt) || !isfinite (xx))
    return KERNEL_ERR_DOMAIN;

  KernelLinearFit fit = { .n = count, .slope = tx / tt };
  refine (&points, from, time, value, tt, &fit);
  fit.rss = squares_left (&points, time, value, fit.slope);
  fit.deviation = sqrt (fit.rss / (double) (count - 2));
  fit.slope_error = fit.deviation / sqrt (tt);
  fit.intercept_error = fit.deviation * sqrt (1 / (double) count + time * time / tt);
  fit.r_squared = xx > 0 ? 1 - fit.rss / xx : NAN;
  *result = fit;

  return KERNEL_OK;
}
