/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/least-squares.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* What is left of a column by rounding, as a share of its largest number. */
#define NOTHING (16 * DBL_EPSILON)

/* The work holds the triangle, row by row, each with its right side behind it, then a row
 * that is being turned into it, a column of the inverse, and the largest number of each column.
 */
static double *
triangle_row (const KernelLeastSquares *self, size_t k)
{
  return self->work + k * (self->n_columns + 1);
}

/**
 * kernel_least_squares_n_work:
 * @n_columns: number of coefficients
 *
 * Returns: how many doubles a regression needs
 */
size_t
kernel_least_squares_n_work (size_t n_columns)
{
  return (n_columns + 3) * (n_columns + 1);
}

/**
 * kernel_least_squares_begin:
 * @self: (out): a regression without rows
 * @n_columns: number of coefficients, at least 1
 * @work: shape (kernel_least_squares_n_work (@n_columns)), its to use from now on
 *
 * Source: definition.
 */
void
kernel_least_squares_begin (KernelLeastSquares *self, size_t n_columns, double *work)
{
  *self = (KernelLeastSquares){ .n_columns = n_columns, .work = work };
  memset (work, 0, kernel_least_squares_n_work (n_columns) * sizeof *work);
}

/* The root of two squares; not hypot (), which is not the same everywhere. */
static double
length_of (double a, double b)
{
  const double large = fmax (fabs (a), fabs (b)), small = fmin (fabs (a), fabs (b));

  return large > 0 ? large * sqrt (1 + small / large * (small / large)) : 0;
}

/**
 * kernel_least_squares_add:
 * @self: (inout): a regression
 * @row: shape (n_columns), what the value depends on; after a missing or infinite
 *   number what is left is NaN
 * @value: the value
 *
 * Turns one more row into the triangle, so that the sum of squares that is left is known
 * after each, and right where columns depend on each other.  O(n_columns²) time.
 *
 * Source: W. Givens (1958), J. SIAM 6, 26-50; W. M. Gentleman (1973), J. Inst. Maths
 * Applics 12, 329-336.
 */
void
kernel_least_squares_add (KernelLeastSquares *self, const double *row, double value)
{
  const size_t m = self->n_columns;
  double *fresh = triangle_row (self, m), *largest = triangle_row (self, m + 2);

  memcpy (fresh, row, m * sizeof *row);
  fresh[m] = value;
  for (size_t k = 0; k < m; k++) {
    double *old = triangle_row (self, k);

    largest[k] = fmax (largest[k], fabs (row[k]));
    const double length = length_of (old[k], fresh[k]);
    if (fresh[k] == 0 || length <= NOTHING * largest[k])
      continue;
    const double cosine = old[k] / length, sine = fresh[k] / length;
    old[k] = length;
    fresh[k] = 0;
    for (size_t j = k + 1; j <= m; j++) {
      const double kept = old[j];
      old[j] = cosine * kept + sine * fresh[j];
      fresh[j] = cosine * fresh[j] - sine * kept;
    }
  }
  self->rss += fresh[m] * fresh[m];
  self->n_rows++;
}

/* Whether each column adds something to those before. */
static KernelStatus
look_at (const KernelLeastSquares *self)
{
  if (self->n_rows < self->n_columns)
    return KERNEL_ERR_TOO_SHORT;
  if (!isfinite (self->rss))
    return KERNEL_ERR_DOMAIN;
  for (size_t k = 0; k < self->n_columns; k++) {
    if (!(triangle_row (self, k)[k] > 0))
      return KERNEL_ERR_DOMAIN;
  }

  return KERNEL_OK;
}

/**
 * kernel_least_squares_solve:
 * @self: a regression
 * @coefficients: (out): shape (n_columns)
 *
 * Source: definition, by substitution from the last on.  O(n_columns²) time.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer rows than coefficients;
 * %KERNEL_ERR_DOMAIN where a column adds nothing to those before it
 */
KernelStatus
kernel_least_squares_solve (const KernelLeastSquares *self, double *coefficients)
{
  const size_t m = self->n_columns;
  const KernelStatus status = look_at (self);

  if (status != KERNEL_OK)
    return status;
  for (size_t k = m; k-- > 0;) {
    const double *row = triangle_row (self, k);
    double rest = row[m];

    for (size_t j = k + 1; j < m; j++)
      rest -= row[j] * coefficients[j];
    coefficients[k] = rest / row[k];
  }

  return KERNEL_OK;
}

/**
 * kernel_least_squares_errors:
 * @self: a regression
 * @errors: (out): shape (n_columns), the standard errors of the coefficients
 *
 * Source: N. R. Draper, H. Smith (1998), Applied Regression Analysis, 3rd ed., section 5.1:
 * the lengths of the rows of the inverse of the triangle.  O(n_columns³) time.
 *
 * Returns: as [func@kernel_least_squares_solve]; %KERNEL_ERR_TOO_SHORT also where there are
 * as many rows as coefficients
 */
KernelStatus
kernel_least_squares_errors (const KernelLeastSquares *self, double *errors)
{
  const size_t m = self->n_columns;
  double *column = triangle_row (self, m + 1);
  const KernelStatus status = look_at (self);

  if (status != KERNEL_OK)
    return status;
  if (self->n_rows == m)
    return KERNEL_ERR_TOO_SHORT;

  const double variance = self->rss / (double) (self->n_rows - m);
  memset (errors, 0, m * sizeof *errors);
  for (size_t c = 0; c < m; c++) {
    for (size_t k = c + 1; k-- > 0;) {
      const double *row = triangle_row (self, k);
      double rest = k == c ? 1 : 0;

      for (size_t j = k + 1; j <= c; j++)
        rest -= row[j] * column[j];
      column[k] = rest / row[k];
      errors[k] += column[k] * column[k];
    }
  }
  for (size_t k = 0; k < m; k++)
    errors[k] = sqrt (variance * errors[k]);

  return KERNEL_OK;
}

/**
 * kernel_least_squares_variance:
 * @self: a regression
 * @row: shape (n_columns), what a sum of coefficients takes of each
 *
 * The variance of that sum, where each value has a variance of 1: the square of what solves
 * the transposed triangle for @row.
 *
 * Source: Draper and Smith (1998), section 5.1.  O(n_columns²) time.
 *
 * Returns: the variance; NaN where [func@kernel_least_squares_solve] would refuse
 */
double
kernel_least_squares_variance (const KernelLeastSquares *self, const double *row)
{
  const size_t m = self->n_columns;
  double *column = triangle_row (self, m + 1), variance = 0;

  if (look_at (self) != KERNEL_OK)
    return NAN;
  memcpy (column, row, m * sizeof *row);
  for (size_t k = 0; k < m; k++) {
    const double *triangle = triangle_row (self, k);

    column[k] /= triangle[k];
    for (size_t j = k + 1; j < m; j++)
      column[j] -= triangle[j] * column[k];
    variance += column[k] * column[k];
  }

  return variance;
}
