/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/select.h"

#include <stdint.h>

static void
swap (double *a, double *b)
{
  const double kept = *a;

  *a = *b;
  *b = kept;
}

/**
 * kernel_select:
 * @n: number of values, at least 1
 * @values: shape (@n), none missing; rearranged: lower ones before the wanted one, higher
 *   ones after it
 * @rank: how many values stand before the wanted one when sorted, less than @n
 *
 * The value of a rank.  Pivots come from a fixed sequence, so that sorted, constant and
 * organ-pipe data cost no more than others and the same data always take the same path.
 * O(n) expected time.
 *
 * Source: C. A. R. Hoare (1961), Commun. ACM 4, 321-322, algorithm 65 (Find).
 *
 * Returns: the value
 */
double
kernel_select (size_t n, double *values, size_t rank)
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
      break;
  }

  return values[rank];
}
