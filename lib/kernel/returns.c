/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/returns.h"

#include <math.h>

/**
 * kernel_returns:
 * @n: number of contacts
 * @gaps: shape (@n), until the next of the same person and matter, in steps of a window; NaN
 *   where none has come yet
 * @left: shape (@n), from the contact to the end of the record, in the same unit
 * @n_windows: number of windows, of 1, 2, … steps
 * @followed: (out): shape (@n_windows), contacts that could be followed for so long
 * @returned: (out): shape (@n_windows), those of them that were followed by another
 *
 * How many come back within a window, for each length of it. A contact counts only where the
 * record goes on for as long after it: the last of them are censored. O(@n + @n_windows)
 * time.
 *
 * Source: definition.
 *
 * Returns: how many of @left are not missing
 */
size_t
kernel_returns (size_t n,
                const double *gaps,
                const double *left,
                size_t n_windows,
                double *followed,
                double *returned)
{
  const double most = (double) n_windows;
  size_t n_used = 0;

  for (size_t w = 0; w < n_windows; w++)
    followed[w] = returned[w] = 0;
  for (size_t i = 0; i < n; i++) {
    if (isnan (left[i]))
      continue;
    n_used++;
    if (!(left[i] >= 1) || n_windows == 0)
      continue;
    const size_t last = left[i] < most ? (size_t) left[i] : n_windows;
    const double first = gaps[i] > 1 ? ceil (gaps[i]) : 1;
    followed[last - 1]++;
    /* Counted from its first window on, and taken off again after its last. */
    if (!isnan (gaps[i]) && first <= (double) last) {
      returned[(size_t) first - 1]++;
      if (last < n_windows)
        returned[last]--;
    }
  }
  for (size_t w = 1; w < n_windows; w++)
    returned[w] += returned[w - 1];
  for (size_t w = n_windows; w > 1; w--)
    followed[w - 2] += followed[w - 1];

  return n_used;
}
