/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/running-median.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* The place of @value among rising ones. */
static size_t
place_of (size_t n, const double *sorted, double value)
{
  size_t start = 0;

  while (n > 0) {
    const size_t half = n / 2;

    if (sorted[start + half] < value) {
      start += half + 1;
      n -= half + 1;
    } else
      n = half;
  }

  return start;
}

static void
put_in (size_t n, double *sorted, double value)
{
  const size_t at = place_of (n, sorted, value);

  memmove (sorted + at + 1, sorted + at, (n - at) * sizeof *sorted);
  sorted[at] = value;
}

static void
take_out (size_t n, double *sorted, double value)
{
  const size_t at = place_of (n, sorted, value);

  memmove (sorted + at, sorted + at + 1, (n - at - 1) * sizeof *sorted);
}

static double
middle_of_three (double a, double b, double c)
{
  return fmax (fmin (a, b), fmin (fmax (a, b), c));
}

/* Towards one end, medians of as many as there are on both sides of each.  What is near the
 * end is as it was, what is further in is already smooth.
 */
static void
smooth_end (size_t n, const double *values, size_t half, bool is_last, double *work, double *m)
{
  const size_t last = n - 1;

  for (size_t k = 0; k + 1 < 2 * half; k++) {
    const size_t j = is_last ? last - k : k;
    const bool is_smooth = j >= half && j + half <= last;

    put_in (k, work, is_smooth ? m[j] : values[j]);
    if (k % 2 == 0)
      m[is_last ? last - k / 2 : k / 2] = work[k / 2];
  }
}

/* The first and the last are the middle of what they were and where those beside them point. */
static void
point_ends (size_t n, const double *values, double *m)
{
  const double first = middle_of_three (values[0], m[1], m[1] - 2 * (m[2] - m[1]));

  m[n - 1] = middle_of_three (values[n - 1], m[n - 2], m[n - 2] - 2 * (m[n - 3] - m[n - 2]));
  m[0] = first;
}

/**
 * kernel_running_median:
 * @n: number of values
 * @values: shape (@n), in order of time, in any unit; none may be missing
 * @window: how many values a median is of, odd, at most @n
 * @work: shape (@window), overwritten
 * @medians: (out): shape (@n)
 *
 * The middle of the values around each.  Nearer to an end than half a window it is that of as
 * many as there are on both sides, those further in already smooth; the first and the last are
 * the middle of the value itself, the median beside it, and where the two medians beside it
 * point to.  O(n window) time, a move of memory.
 *
 * Source: J. W. Tukey (1977), Exploratory Data Analysis, chapter 7; the ends as R's runmed().
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a window that is even or 0;
 * %KERNEL_ERR_TOO_SHORT for fewer values than the window; %KERNEL_ERR_DOMAIN for one that is
 * missing or infinite
 */
KernelStatus
kernel_running_median (size_t n, const double *values, size_t window, double *work, double *medians)
{
  const size_t half = window / 2;

  if (window % 2 == 0)
    return KERNEL_ERR_PARAMETER;
  if (n < window)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;
  }

  for (size_t k = 0; k + 1 < window; k++)
    put_in (k, work, values[k]);
  for (size_t i = half; i + half < n; i++) {
    put_in (window - 1, work, values[i + half]);
    medians[i] = work[half];
    take_out (window, work, values[i - half]);
  }
  smooth_end (n, values, half, false, work, medians);
  smooth_end (n, values, half, true, work, medians);
  if (half > 0)
    point_ends (n, values, medians);

  return KERNEL_OK;
}
