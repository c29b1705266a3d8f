/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-spread.h"

#include <math.h>

/* T. F. Chan, G. H. Golub, R. J. LeVeque (1983), Am. Stat. 37, 242-247: nothing large is taken
 * from anything large.
 */
MixCases
mix_cases_together (MixCases one, MixCases other)
{
  const double n = one.n + other.n;

  if (!(one.n > 0))
    return other;
  if (!(other.n > 0))
    return one;

  const double apart = other.sum / other.n - one.sum / one.n;

  return (MixCases){
    .sum = one.sum + other.sum,
    .n = n,
    .squares = one.squares + other.squares + apart * apart * one.n * other.n / n,
  };
}

gboolean
mix_spread_fill (const MixCells *cells, gsize time, double *deviations, double *freedoms)
{
  const double *squares = cells->squares[time], *totals = cells->totals[time];
  double square = 0, freedom = 0;

  for (gsize i = 0; i < cells->n; i++) {
    square += squares[i];
    freedom += MAX (totals[i] - 1, 0);
  }
  for (gsize i = 0; i < cells->n; i++) {
    const gboolean is_own = squares[i] > 0; /* never of one case */

    freedoms[i] = is_own ? totals[i] - 1 : freedom;
    deviations[i] = sqrt ((is_own ? squares[i] : square) / freedoms[i]);
  }

  return freedom > 0;
}
