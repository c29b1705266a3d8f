/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/median.h"

#include "kernel/select.h"

#include <math.h>

/**
 * kernel_median:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @used: (nullable): shape (@n), 0 leaves the value out
 * @work: shape (@n), overwritten
 * @median: (out): middle value, or the mean of the two middle ones; NaN of nothing
 * @n_used: (out) (optional): how many values were used
 *
 * Median of the values that are there and used.  O(n) expected time, no allocation.
 *
 * Source: definition, by kernel_select().
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_median (size_t n,
               const double *values,
               const uint8_t *used,
               double *work,
               double *median,
               size_t *n_used)
{
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if (!isnan (values[i]) && (!used || used[i]))
      work[count++] = values[i];
  }
  if (n_used)
    *n_used = count;
  *median = NAN;
  if (count == 0)
    return KERNEL_OK;

  const size_t middle = count / 2;
  const double above = kernel_select (count, work, middle);
  double below = above;
  if (count % 2 == 0) {
    below = work[0];
    for (size_t i = 1; i < middle; i++)
      below = work[i] > below ? work[i] : below;
  }
  /* Halved first, so that two huge values do not overflow. */
  *median = below == above ? below : below / 2 + above / 2;

  return KERNEL_OK;
}
