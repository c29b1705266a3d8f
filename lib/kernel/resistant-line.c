/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/resistant-line.h"

#include "kernel/select.h"

#include <math.h>
#include <stdbool.h>

typedef struct {
  size_t n;
  const double *x, *y;
  double *work;
} Points;

/* The mean of the two values of @work that enclose a share of them. */
static double
quantile (size_t n, double *work, double share)
{
  const double place = (double) (n - 1) * share;
  const double below = kernel_select (n, work, (size_t) floor (place));
  const double above = kernel_select (n, work, (size_t) ceil (place));

  return below / 2 + above / 2;
}

/* Middle of the points' x, or of y less @slope times x, up to or from a place on. */
static double
middle_of (const Points *points, bool is_x, double slope, double edge, bool is_left)
{
  size_t m = 0;

  for (size_t i = 0; i < points->n; i++) {
    const double x = points->x[i];
    if (is_left ? x <= edge : x >= edge)
      points->work[m++] = is_x ? x : points->y[i] - slope * x;
  }

  return quantile (m, points->work, 0.5);
}

/**
 * kernel_resistant_line:
 * @n: number of points
 * @places: shape (@n), in any unit and order; none may be missing
 * @values: shape (@n), in any unit; none may be missing
 * @n_passes: how often the slope is corrected, at least 1
 * @work: shape (@n), overwritten
 * @intercept: (out): in the unit of the values
 * @slope: (out): in that over the unit of the places
 *
 * Tukey's line through the middles of the left and the right third of the points, which a
 * third of wild values on no side moves far: the slope is that of the middles of what is left
 * of it, and the intercept the middle of what is left in the end.  Places alike are in one
 * third.  O(n n_passes) expected time.
 *
 * Source: J. W. Tukey (1977), Exploratory Data Analysis, chapter 10; I. M. Johnstone, P. F.
 * Velleman (1985), JASA 80, 1041-1054; the thirds as R's line() from 3.5.0 on makes them.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for no pass; %KERNEL_ERR_TOO_SHORT for fewer
 * than 2 points; %KERNEL_ERR_DOMAIN where both thirds have one middle, or for a number that
 * is missing or infinite
 */
KernelStatus
kernel_resistant_line (size_t n,
                       const double *places,
                       const double *values,
                       size_t n_passes,
                       double *work,
                       double *intercept,
                       double *slope)
{
  const Points points = { n, places, values, work };
  double pace = 0;

  if (n_passes < 1)
    return KERNEL_ERR_PARAMETER;
  if (n < 2)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (places[i]) || !isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;
    work[i] = places[i];
  }

  const double left = quantile (n, work, 1.0 / 3), right = quantile (n, work, 2.0 / 3);
  const double from = middle_of (&points, true, 0, left, true);
  const double to = middle_of (&points, true, 0, right, false);
  if (!(to > from))
    return KERNEL_ERR_DOMAIN;
  for (size_t k = 0; k < n_passes; k++)
    pace += (middle_of (&points, false, pace, right, false) -
             middle_of (&points, false, pace, left, true)) /
            (to - from);
  *slope = pace;
  *intercept = middle_of (&points, false, pace, INFINITY, true);

  return KERNEL_OK;
}
