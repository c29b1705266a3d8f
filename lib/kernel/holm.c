/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/holm.h"

#include <math.h>

/**
 * kernel_holm:
 * @n: number of chances
 * @p: shape (@n), from 0 to 1; NaN where there is none
 * @work: shape (@n), overwritten
 * @adjusted: (out): shape (@n), NaN where there is none; may not be @p
 *
 * Chances adjusted for how many there are: saying something of all that are not above q
 * keeps the chance of one false word at q, whatever they have in common.
 *
 * The k-th lowest of m is p_(k) (m - k + 1), or what a lower one comes to if that is more;
 * never above 1. Those that are missing are no part of m. O(n²) time at worst: there are
 * few.
 *
 * Source: S. Holm (1979), Scand. J. Statist. 6, 65-70; the adjusted form as in R's p.adjust.
 */
void
kernel_holm (size_t n, const double *p, size_t *work, double *adjusted)
{
  size_t m = 0;
  double most = 0;

  for (size_t i = 0; i < n; i++) {
    size_t place = m;

    adjusted[i] = NAN;
    if (isnan (p[i]))
      continue;
    for (; place > 0 && p[work[place - 1]] > p[i]; place--)
      work[place] = work[place - 1];
    work[place] = i;
    m++;
  }

  for (size_t k = 0; k < m; k++) {
    const double here = p[work[k]] * (double) (m - k);

    most = here > most ? here : most;
    adjusted[work[k]] = most < 1 ? most : 1;
  }
}
