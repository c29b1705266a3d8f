/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/benjamini-hochberg.h"

#include <math.h>

/* Lets the @root of a heap of @n places of @p, the greatest on top, sink to where it belongs. */
static void
sink (size_t root, size_t n, const double *p, size_t *heap)
{
  const size_t sinking = heap[root];

  for (size_t child = 2 * root + 1; child < n; child = 2 * root + 1) {
    if (child + 1 < n && p[heap[child + 1]] > p[heap[child]])
      child++;
    if (!(p[heap[child]] > p[sinking]))
      break;
    heap[root] = heap[child];
    root = child;
  }
  heap[root] = sinking;
}

/**
 * kernel_benjamini_hochberg:
 * @n: number of chances
 * @p: shape (@n), from 0 to 1; NaN where there is none
 * @work: shape (@n), overwritten
 * @adjusted: (out): shape (@n), NaN where there is none; may not be @p
 *
 * Chances adjusted for how many there are: calling discoveries all that are not above q
 * keeps the expected share of false ones among them at q.
 *
 * The k-th lowest of m is p_(k) m / k, or what a higher one comes to if that is less, so that
 * they rise with @p and equal chances stay equal; never above 1.  Those that are missing are
 * no part of m.  O(n log n) time, no allocation.
 *
 * Source: Y. Benjamini, Y. Hochberg (1995), J. R. Statist. Soc. B 57, 289-300; the
 * adjusted form as in R's p.adjust.
 *
 * Returns: how many chances there are
 */
size_t
kernel_benjamini_hochberg (size_t n, const double *p, size_t *work, double *adjusted)
{
  size_t m = 0;
  double least = 1;

  for (size_t i = 0; i < n; i++) {
    adjusted[i] = NAN;
    if (!isnan (p[i]))
      work[m++] = i;
  }
  for (size_t root = m / 2; root > 0; root--)
    sink (root - 1, m, p, work);

  /* The top of the heap is the highest that is left, the k-th lowest of all. */
  for (size_t k = m; k > 0; k--) {
    const size_t top = work[0];
    const double here = p[top] * ((double) m / (double) k);

    least = here < least ? here : least;
    adjusted[top] = least;
    work[0] = work[k - 1];
    sink (0, k - 1, p, work);
  }

  return m;
}
