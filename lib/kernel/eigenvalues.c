/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/eigenvalues.h"

#include <math.h>

#define MOST_SWEEPS 60

/* Off the diagonal, as a part of all of the matrix: what rounding leaves. */
#define SETTLED 1e-30

static double
sum_off_diagonal (size_t n, const double *matrix)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < i; k++)
      sum += 2 * matrix[i * n + k] * matrix[i * n + k];

  return sum;
}

/* Turns two axes so that what the @p-th and the @q-th have in common is none. */
static void
rotate (size_t n, double *matrix, size_t p, size_t q)
{
  const double theta = (matrix[q * n + q] - matrix[p * n + p]) / (2 * matrix[p * n + q]);
  const double t = copysign (1 / (fabs (theta) + sqrt (theta * theta + 1)), theta);
  const double c = 1 / sqrt (t * t + 1), s = t * c;

  for (size_t k = 0; k < n; k++) {
    const double first = matrix[k * n + p], second = matrix[k * n + q];
    matrix[k * n + p] = c * first - s * second;
    matrix[k * n + q] = s * first + c * second;
  }
  for (size_t k = 0; k < n; k++) {
    const double first = matrix[p * n + k], second = matrix[q * n + k];
    matrix[p * n + k] = c * first - s * second;
    matrix[q * n + k] = s * first + c * second;
  }
}

static void
sort_falling (size_t n, double *values)
{
  for (size_t i = 1; i < n; i++)
    for (size_t k = i; k > 0 && values[k] > values[k - 1]; k--) {
      const double kept = values[k];
      values[k] = values[k - 1];
      values[k - 1] = kept;
    }
}

/**
 * kernel_eigenvalues:
 * @n: order of the matrix
 * @matrix: (inout): shape (@n, @n), symmetric; overwritten
 * @values: (out): shape (@n), falling
 *
 * Eigenvalues of a symmetric matrix, by turning two axes at a time.  O(n³) time a sweep, of
 * which there are about ten.
 *
 * Source: C. G. J. Jacobi (1846), J. reine angew. Math. 30, 51-94; the angle as in G. H. Golub,
 * C. F. Van Loan, Matrix Computations, 4th ed. (2013), algorithm 8.5.1.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for no rows; %KERNEL_ERR_DOMAIN for a cell that is
 *   no number or infinite
 */
KernelStatus
kernel_eigenvalues (size_t n, double *matrix, double *values)
{
  double all = 0;

  if (n < 1)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n * n; i++) {
    if (!isfinite (matrix[i]))
      return KERNEL_ERR_DOMAIN;
    all += matrix[i] * matrix[i];
  }

  for (int sweep = 0; sweep < MOST_SWEEPS && sum_off_diagonal (n, matrix) > SETTLED * all; sweep++)
    for (size_t p = 0; p + 1 < n; p++)
      for (size_t q = p + 1; q < n; q++)
        if (matrix[p * n + q] != 0)
          rotate (n, matrix, p, q);

  for (size_t i = 0; i < n; i++)
    values[i] = matrix[i * n + i];
  sort_falling (n, values);

  return KERNEL_OK;
}

/**
 * kernel_effective_number:
 * @n: number of figures
 * @eigenvalues: shape (@n), of their correlations
 *
 * As how many figures that have nothing to do with each other these behave:
 * (sum)² / sum of squares.  @n where they have nothing to do with each other, 1 where they are
 * all the same.
 *
 * Source: C. S. Bretherton et al. (1999), Journal of Climate 12, 1990-2009, formula 5.
 *
 * Returns: the number; NaN of none
 */
double
kernel_effective_number (size_t n, const double *eigenvalues)
{
  double sum = 0, squares = 0;

  for (size_t i = 0; i < n; i++) {
    sum += eigenvalues[i];
    squares += eigenvalues[i] * eigenvalues[i];
  }

  return n > 0 ? sum * sum / squares : NAN;
}
