/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/partial-correlation.h"

#include <math.h>
#include <stdbool.h>

/* What is left of a variance of 1 once others are known; less is rounding. */
#define LEAST_LEFT 1e-12

/* By Gauss and Jordan without a choice of pivots, which matrices of correlations do not need. */
static bool
invert (size_t n, double *matrix)
{
  for (size_t k = 0; k < n; k++) {
    double *pivot_row = matrix + k * n;
    const double pivot = pivot_row[k];

    if (!(pivot > LEAST_LEFT))
      return false;
    for (size_t l = 0; l < n; l++)
      pivot_row[l] = (l == k ? 1 : pivot_row[l]) / pivot;
    for (size_t i = 0; i < n; i++) {
      const double factor = matrix[i * n + k];

      if (i == k)
        continue;
      matrix[i * n + k] = 0;
      for (size_t l = 0; l < n; l++)
        matrix[i * n + l] -= factor * pivot_row[l];
    }
  }

  return true;
}

/**
 * kernel_partial_correlation:
 * @n: number of figures
 * @matrix: (inout): shape (@n, @n), their correlations, symmetric with ones on the diagonal; then
 *   those of each two with all others held
 *
 * With P the inverse of the correlations, -P_ij/√(P_ii P_jj). O(@n³) time, no allocation.
 *
 * Source: J. Whittaker (1990), Graphical Models in Applied Multivariate Statistics, corollary
 * 5.8.1.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if one figure is known from the others, or a correlation
 *   is missing; @matrix is then of no use
 */
KernelStatus
kernel_partial_correlation (size_t n, double *matrix)
{
  if (!invert (n, matrix))
    return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < i; k++)
      matrix[i * n + k] = matrix[k * n + i] =
          -matrix[i * n + k] / sqrt (matrix[i * n + i] * matrix[k * n + k]);
  for (size_t i = 0; i < n; i++)
    matrix[i * n + i] = 1;

  return KERNEL_OK;
}
