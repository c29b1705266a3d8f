/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/median.h"

#include <math.h>

static void
swap (double *a, double *b)
{
  const double kept = *a;

  *a = *b;
  *b = kept;
}

/* Moves the value of rank @rank to its place, smaller ones before it.  Pivots come
 * from a fixed sequence, so that sorted, constant and organ-pipe data cost no more
 * than others and the same data always take the same path.
 */
static void
select_rank (double *values, size_t n, size_t rank)
{
  uint64_t sequence = 0x9e3779b97f4a7c15u;
  size_t low = 0, high = n - 1;

  while (low < high) {
    /* Knuth's MMIX multiplier; only the spread of its high bits matters here. */
    sequence = sequence * 6364136223846793005u + 1442695040888963407u;
    const double pivot = values[low + (size_t) (sequence >> 33) % (high - low + 1)];
    size_t i = low, j = high;

    while (i <= j) {
      while (values[i] < pivot)
        i++;
      while (values[j] > pivot)
        j--;
      if (i <= j) {
        swap (&values[i++], &values[j]);
        if (j == 0)
          break;
        j--;
      }
    }
    if (rank <= j)
      high = j;
    else if (rank >= i)
      low = i;
    else
      return;
  }
}

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
 * Source: C. A. R. Hoare (1961), Commun. ACM 4, 321-322, algorithm 65 (Find).
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
  select_rank (work, count, middle);
  double below = work[middle];
  if (count % 2 == 0) {
    below = work[0];
    for (size_t i = 1; i < middle; i++)
      below = work[i] > below ? work[i] : below;
  }
  /* Halved first, so that two huge values do not overflow. */
  *median = below == work[middle] ? below : below / 2 + work[middle] / 2;

  return KERNEL_OK;
}
