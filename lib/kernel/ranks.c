/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ranks.h"

#include "kernel/inversions.h"

#include <math.h>
#include <stdbool.h>

/* How many sorted keys are below @key, or not above it. */
static size_t
count_up_to (size_t n, const int64_t *sorted, int64_t key, bool with_equal)
{
  size_t start = 0;

  while (n > 0) {
    const size_t half = n / 2;
    const int64_t there = sorted[start + half];
    const bool is_counted = there < key || (with_equal && there == key);

    start += is_counted ? half + 1 : 0;
    n = is_counted ? n - half - 1 : half;
  }

  return start;
}

/**
 * kernel_ranks:
 * @n: number of values
 * @values: shape (@n), in any unit; NaN where one is missing
 * @work: shape (2 @n), overwritten
 * @ranks: (out): shape (@n), from 1 for the lowest; the mean of what they share for equal
 *   values; NaN where the value is missing
 *
 * The place of each value among those that are there.  O(n log n) time.
 *
 * Source: definition.
 */
void
kernel_ranks (size_t n, const double *values, int64_t *work, double *ranks)
{
  size_t n_used = 0;

  for (size_t i = 0; i < n; i++) {
    if (!isnan (values[i]))
      work[n_used++] = kernel_order_key (values[i]);
  }
  kernel_sort_counting (n_used, work, work + n);
  for (size_t i = 0; i < n; i++) {
    const int64_t key = kernel_order_key (values[i]);
    const size_t below = count_up_to (n_used, work, key, false);
    const size_t up_to = count_up_to (n_used, work, key, true);

    ranks[i] = isnan (values[i]) ? NAN : ((double) (below + up_to) + 1) / 2;
  }
}

/**
 * kernel_places:
 * @n: number of values, below 2^32
 * @values: shape (@n), in any unit; none may be missing
 * @work: shape (2 @n), overwritten
 * @places: (out): shape (@n), from 1 for the largest; equal values share the first of their places
 *
 * The place of each value in an order that begins with the largest.  O(n log n) time.
 *
 * Source: definition.
 */
void
kernel_places (size_t n, const double *values, int64_t *work, uint32_t *places)
{
  for (size_t i = 0; i < n; i++)
    work[i] = kernel_order_key (values[i]);
  kernel_sort_counting (n, work, work + n);
  for (size_t i = 0; i < n; i++)
    places[i] = (uint32_t) (n - count_up_to (n, work, kernel_order_key (values[i]), true)) + 1;
}
