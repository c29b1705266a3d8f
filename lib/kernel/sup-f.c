/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/sup-f.h"

#include "kernel/least-squares.h"

#include <math.h>

/* Of all squares, what is left by rounding. */
#define NOTHING 1e-26

#define ROOT_PI 1.7724538509055159

/**
 * kernel_sup_f_n_work:
 * @n: number of rows
 * @n_columns: number of coefficients
 *
 * Returns: how many doubles [func@kernel_sup_f] needs to work in
 */
size_t
kernel_sup_f_n_work (size_t n, size_t n_columns)
{
  return n + 1 + kernel_least_squares_n_work (n_columns);
}

/**
 * kernel_sup_f:
 * @n: number of rows
 * @n_columns: number of coefficients, at least 1
 * @design: shape (@n, @n_columns), row by row, in order of time; a level is a column of 1
 * @values: shape (@n), in any unit; none may be missing
 * @least: fewest rows before and after the place, more than @n_columns
 * @work: shape (kernel_sup_f_n_work (@n, @n_columns)), overwritten
 * @result: (out): the place and its statistic
 *
 * Tries every place at which all coefficients might change.  O(n n_columns²) time.
 *
 * Source: D. W. K. Andrews (1993), Econometrica 61, 821-856; the statistic of G. C. Chow
 * (1960), Econometrica 28, 591-605, not divided by the number of coefficients.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for no column, or no more rows a side than
 * columns; %KERNEL_ERR_TOO_SHORT if there is no room for a change; %KERNEL_ERR_DOMAIN for a
 * number that is missing or infinite, or where nothing is left to compare with
 */
KernelStatus
kernel_sup_f (size_t n,
              size_t n_columns,
              const double *design,
              const double *values,
              size_t least,
              double *work,
              KernelSupF *result)
{
  double *after = work, *room = work + n + 1;
  KernelLeastSquares fit;
  KernelSupF found = { 0, -1 };
  double squares = 0;

  if (n_columns < 1 || least <= n_columns)
    return KERNEL_ERR_PARAMETER;
  if (n < 2 * least)
    return KERNEL_ERR_TOO_SHORT;

  for (size_t i = 0; i < n; i++)
    squares += values[i] * values[i];
  after[n] = 0;
  kernel_least_squares_begin (&fit, n_columns, room);
  for (size_t i = n; i-- > 0;) {
    kernel_least_squares_add (&fit, design + i * n_columns, values[i]);
    after[i] = fit.rss;
  }
  if (!isfinite (fit.rss))
    return KERNEL_ERR_DOMAIN;

  kernel_least_squares_begin (&fit, n_columns, room);
  for (size_t i = 1; i + least <= n; i++) {
    kernel_least_squares_add (&fit, design + (i - 1) * n_columns, values[i - 1]);
    const double left = fit.rss + after[i];
    if (i >= least && !(left > NOTHING * squares))
      return KERNEL_ERR_DOMAIN;
    const double f = (after[0] - left) / (left / (double) (n - 2 * n_columns));
    if (i >= least && f > found.f)
      found = (KernelSupF){ i, f };
  }
  *result = found;

  return KERNEL_OK;
}

/**
 * kernel_sup_f_chance:
 * @f: the largest statistic
 * @n_columns: number of coefficients
 * @share: share of the series at either end that no place was tried in, above 0, below 0.5
 *
 * The chance of as large a statistic where nothing changes, for long series.  An expansion
 * for the far end: up to a tenth above what others simulate for chances below 0.1, further
 * above it; at most 1.
 *
 * Source: D. M. DeLong (1981), Communications in Statistics A 10, 2197-2213; as A. Estrella
 * (2003), Econometric Theory 19, 1128-1143, gives it.
 *
 * Returns: the chance; NaN for NaN, no column or a share that makes no sense
 */
double
kernel_sup_f_chance (double f, size_t n_columns, double share)
{
  const double k = (double) n_columns;
  double gamma = n_columns % 2 ? ROOT_PI : 1;

  if (isnan (f) || n_columns < 1 || !(share > 0 && share < 0.5))
    return NAN;
  if (f <= k)
    return 1;
  for (size_t j = n_columns % 2 ? 1 : 2; j + 2 <= n_columns; j += 2)
    gamma *= (double) j / 2;

  const double span = 2 * log ((1 - share) / share);
  const double chance = exp (k / 2 * log (f / 2) - f / 2) / gamma * ((1 - k / f) * span + 2 / f);

  return chance < 1 ? chance : 1;
}
