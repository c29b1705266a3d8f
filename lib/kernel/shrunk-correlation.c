/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/shrunk-correlation.h"

#include <math.h>
#include <stdbool.h>

/* Each column to mean 0 and variance 1; false where one never moves. */
static bool
standardise (size_t n, size_t p, double *values)
{
  for (size_t k = 0; k < p; k++) {
    double mean = 0, squares = 0;
    for (size_t i = 0; i < n; i++)
      mean += values[i * p + k] / (double) n;
    for (size_t i = 0; i < n; i++) {
      values[i * p + k] -= mean;
      squares += values[i * p + k] * values[i * p + k];
    }
    if (!(squares > 0) || !isfinite (squares))
      return false;
    for (size_t i = 0; i < n; i++)
      values[i * p + k] /= sqrt (squares / (double) n);
  }

  return true;
}

static double
product_of (size_t n, size_t p, const double *values, size_t k, size_t l)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += values[i * p + k] * values[i * p + l];

  return sum / (double) n;
}

/* How much of what the correlations differ from none is noise in them. */
static double
find_share (size_t n, size_t p, const double *values, const double *correlations)
{
  double noise = 0, all = 0;

  for (size_t k = 0; k < p; k++)
    for (size_t l = 0; l < p; l++) {
      const double r = correlations[k * p + l], away = r - (k == l);
      all += away * away;
      for (size_t i = 0; i < n; i++) {
        const double off = values[i * p + k] * values[i * p + l] - r;
        noise += off * off;
      }
    }
  noise /= (double) n * (double) n;

  return all > 0 ? fmin (1, noise / all) : 1;
}

/**
 * kernel_shrunk_correlation:
 * @n_rows: number of periods, at least 3
 * @n_columns: number of figures, at least 1
 * @values: (inout): shape (@n_rows, @n_columns), row after row, without gaps; overwritten by the
 *   columns standardised
 * @correlations: (out): shape (@n_columns, @n_columns)
 * @share: (out): how far they were drawn in towards none, 0 to 1
 *
 * Correlations of few periods scatter, and the more figures the more their largest eigenvalues
 * owe to that; these are drawn in towards none by as much as noise alone explains.
 * O(n_rows n_columns²) time, no allocation.
 *
 * Source: O. Ledoit, M. Wolf (2004), Journal of Multivariate Analysis 88, 365-411, lemma 3.2 to
 * 3.4, of standardised columns.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for too few rows or no column; %KERNEL_ERR_DOMAIN for
 *   a column that never moves or is not finite
 */
KernelStatus
kernel_shrunk_correlation (size_t n_rows,
                           size_t n_columns,
                           double *values,
                           double *correlations,
                           double *share)
{
  if (n_rows < 3 || n_columns < 1)
    return KERNEL_ERR_TOO_SHORT;
  if (!standardise (n_rows, n_columns, values))
    return KERNEL_ERR_DOMAIN;

  for (size_t k = 0; k < n_columns; k++)
    for (size_t l = 0; l < n_columns; l++)
      correlations[k * n_columns + l] = product_of (n_rows, n_columns, values, k, l);
  *share = find_share (n_rows, n_columns, values, correlations);
  for (size_t k = 0; k < n_columns; k++)
    for (size_t l = 0; l < n_columns; l++)
      correlations[k * n_columns + l] = k == l ? 1 : (1 - *share) * correlations[k * n_columns + l];

  return KERNEL_OK;
}
