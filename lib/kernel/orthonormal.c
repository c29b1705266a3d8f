/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/orthonormal.h"

#include <math.h>

/* What is left of a column that adds nothing to those before, as a share of its length; and a
 * share from which on rounding left nothing of them in it that counts.
 */
static const double NOTHING = 1e-9;
static const double MOST = 0.5;

/**
 * kernel_inner_product:
 * @n: number of values
 * @a: shape (@n)
 * @b: shape (@n)
 *
 * Source: definition.
 *
 * Returns: the sum of the products of what stands in the same place
 */
double
kernel_inner_product (size_t n, const double *a, const double *b)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

/**
 * kernel_sum_squares:
 * @n: number of values
 * @values: shape (@n), NaN where one is missing
 *
 * Source: definition.
 *
 * Returns: the sum of the squares of those that are there
 */
double
kernel_sum_squares (size_t n, const double *values)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += isnan (values[i]) ? 0 : values[i] * values[i];

  return sum;
}

static void
subtract (size_t n, const double *direction, double *column)
{
  const double share = kernel_inner_product (n, direction, column);

  for (size_t i = 0; i < n; i++)
    column[i] -= share * direction[i];
}

/**
 * kernel_orthonormal_add:
 * @n: rows
 * @columns: (inout): shape (@n_columns + 1, @n); orthonormal but for the last, which is made so
 * @n_columns: columns before it
 * @length: (out) (nullable): length of what the column adds to those before
 *
 * Makes one more column of an orthonormal basis by the method of Gram and Schmidt, twice where
 * little is left, because once leaves what rounding made of nearly parallel columns. O(n c) time.
 *
 * Source: Å. Björck (1996), Numerical Methods for Least Squares Problems, section 2.4.5.
 *
 * Returns: whether the column adds something to those before
 */
bool
kernel_orthonormal_add (size_t n, double *columns, size_t n_columns, double *length)
{
  double *column = columns + n_columns * n;
  const double before = sqrt (kernel_inner_product (n, column, column));
  double left = 0;

  for (int pass = 0; pass < 2 && left <= MOST * before; pass++) {
    for (size_t k = 0; k < n_columns; k++)
      subtract (n, columns + k * n, column);
    left = sqrt (kernel_inner_product (n, column, column));
  }
  if (length)
    *length = left;
  if (!(left > NOTHING * before))
    return false;
  for (size_t i = 0; i < n; i++)
    column[i] /= left;

  return true;
}
