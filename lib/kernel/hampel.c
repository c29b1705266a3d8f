/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/hampel.h"

#include <math.h>

#define MOST (2 * KERNEL_HAMPEL_MOST_HALF + 1)

/* What the median deviation of normal values is multiplied with to give their standard
 * deviation: 1 over the normal quantile of 3/4, as it is usually printed.
 */
#define MAD_TO_SPREAD 1.4826

static void
insert (double *sorted, size_t n, double value)
{
  size_t k = n;

  for (; k > 0 && sorted[k - 1] > value; k--)
    sorted[k] = sorted[k - 1];
  sorted[k] = value;
}

static double
middle (const double *sorted, size_t n)
{
  return n % 2 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2;
}

/* The median of the values of [@first, @end) and of their distances from it. */
static void
judge_window (const double *values, size_t first, size_t end, double *median, double *deviation)
{
  double sorted[MOST] = { 0 }, distances[MOST] = { 0 };
  size_t n = 0;

  for (size_t i = first; i < end; i++) {
    if (!isnan (values[i]))
      insert (sorted, n++, values[i]);
  }
  *median = middle (sorted, n);
  for (size_t k = 0; k < n; k++)
    insert (distances, k, fabs (sorted[k] - *median));
  *deviation = middle (distances, n);
}

/**
 * kernel_hampel:
 * @n: number of values
 * @values: shape (@n), in any unit; NaN where one is missing
 * @half_window: how many neighbours on each side count, at most
 *   KERNEL_HAMPEL_MOST_HALF
 * @width: how far from their median a value may lie, in units of the spread
 * @filtered: (out): shape (@n); the values, with the median in place of those beyond
 * @clipped: (out) (nullable): shape (@n), 1 where a value was replaced
 * @n_clipped: (out) (optional): how many were
 *
 * Puts the median of a window in place of a value far from it, judged by the median
 * absolute deviation in the window.  Windows are shorter at the ends; a missing value
 * stays missing and counts for nothing; a window whose deviation is 0 changes nothing.
 * O(n half_window^2) time.
 *
 * Source: F. R. Hampel (1974), JASA 69, 383-393; R. K. Pearson (2002), IEEE Trans.
 * Control Systems Technology 10, 55-63.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a window or width that makes no sense
 */
KernelStatus
kernel_hampel (size_t n,
               const double *values,
               size_t half_window,
               double width,
               double *filtered,
               uint8_t *clipped,
               size_t *n_clipped)
{
  size_t count = 0;

  if (half_window < 1 || half_window > KERNEL_HAMPEL_MOST_HALF || !(width > 0))
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    const size_t first = i > half_window ? i - half_window : 0;
    const size_t end = i + half_window + 1 < n ? i + half_window + 1 : n;
    double median = NAN, deviation = 0;

    if (!isnan (values[i]))
      judge_window (values, first, end, &median, &deviation);

    const double spread = MAD_TO_SPREAD * deviation;
    const uint8_t is_far = spread > 0 && fabs (values[i] - median) > width * spread;
    filtered[i] = is_far ? median : values[i];
    count += is_far;
    if (clipped)
      clipped[i] = is_far;
  }
  if (n_clipped)
    *n_clipped = count;

  return KERNEL_OK;
}
