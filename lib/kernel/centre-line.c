/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/centre-line.h"

#include <math.h>

/* Means of places and values of some of the values that are used, by their rank. */
typedef struct {
  double place;
  double value;
  size_t n;
} Middle;

static int
is_used (const double *values, const uint8_t *used, size_t i)
{
  return !isnan (values[i]) && (!used || used[i]);
}

static Middle
middle_of (size_t n,
           const double *places,
           const double *values,
           const uint8_t *used,
           size_t first,
           size_t end)
{
  Middle middle = { 0, 0, 0 };
  size_t rank = 0;

  for (size_t i = 0; i < n; i++) {
    if (!is_used (values, used, i))
      continue;
    if (rank >= first && rank < end) {
      middle.place += places[i];
      middle.value += values[i];
      middle.n++;
    }
    rank++;
  }
  middle.place /= (double) middle.n;
  middle.value /= (double) middle.n;

  return middle;
}

/**
 * kernel_line_least_squares:
 * @n: number of values
 * @places: shape (@n), where each lies in time, increasing
 * @values: shape (@n), NaN where missing
 * @used: (nullable): shape (@n), 0 leaves the value out
 * @line: (out): the line
 *
 * The straight line of least squares.  O(n) time, no allocation.
 *
 * Source: by definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT with fewer than two values
 */
KernelStatus
kernel_line_least_squares (size_t n,
                           const double *places,
                           const double *values,
                           const uint8_t *used,
                           KernelLine *line)
{
  const Middle middle = middle_of (n, places, values, used, 0, n);
  double squares = 0, products = 0;

  if (middle.n < 2)
    return KERNEL_ERR_TOO_SHORT;

  for (size_t i = 0; i < n; i++) {
    if (!is_used (values, used, i))
      continue;
    const double away = places[i] - middle.place;
    squares += away * away;
    products += away * (values[i] - middle.value);
  }
  line->slope = products / squares;
  line->level = middle.value - line->slope * middle.place;

  return KERNEL_OK;
}

/**
 * kernel_line_half_averages:
 * @n: number of values
 * @places: shape (@n), where each lies in time, increasing
 * @values: shape (@n), NaN where missing
 * @used: (nullable): shape (@n), 0 leaves the value out
 * @line: (out): the line
 *
 * The line through the mean of the first half of the values and that of the second,
 * each at the middle of its half; with an odd number of values the middle one is in
 * neither.  O(n) time, no allocation.
 *
 * Source: D. J. Wheeler, Making Sense of Data (2003), section 12.3.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT with fewer than two values
 */
KernelStatus
kernel_line_half_averages (size_t n,
                           const double *places,
                           const double *values,
                           const uint8_t *used,
                           KernelLine *line)
{
  size_t count = 0;

  for (size_t i = 0; i < n; i++)
    count += is_used (values, used, i);
  if (count < 2)
    return KERNEL_ERR_TOO_SHORT;

  const Middle early = middle_of (n, places, values, used, 0, count / 2);
  const Middle late = middle_of (n, places, values, used, count - count / 2, count);
  line->slope = (late.value - early.value) / (late.place - early.place);
  line->level = early.value - line->slope * early.place;

  return KERNEL_OK;
}
