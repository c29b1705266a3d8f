/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/seasonal-kendall.h"

#include "kernel/mann-kendall.h"

#include <math.h>

static double
value_at (const KernelColumns *columns, size_t row, size_t column)
{
  return columns->values[row * columns->n_columns + column];
}

/* 0 where one is missing. */
static double
sign_of (double from, double to)
{
  return (double) (to > from) - (double) (to < from);
}

/**
 * kernel_seasonal_kendall:
 * @columns: the values
 * @column: shape (n_rows), overwritten
 * @keys: shape (2 n_rows), overwritten
 * @scores: (nullable): shape (n_columns), the score of each column
 * @result: (out): their sum
 *
 * The score of Mann and Kendall within each column, and their sum: what a season or a
 * place is beside the others does not count, only what it does itself.  O(N log n_rows)
 * time for N values.
 *
 * Source: R. M. Hirsch, J. R. Slack, R. A. Smith (1982), Water Resour. Res. 18, 107-121,
 * formulas 4 and 5; for places D. R. Helsel, L. M. Frans (2006), Environ. Sci. Technol.
 * 40, 4066-4073.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_seasonal_kendall (const KernelColumns *columns,
                         double *column,
                         int64_t *keys,
                         double *scores,
                         KernelSeasonalKendall *result)
{
  KernelSeasonalKendall sum = { 0, 0, 0 };

  for (size_t k = 0; k < columns->n_columns; k++) {
    KernelMannKendall one;

    for (size_t i = 0; i < columns->n_rows; i++)
      column[i] = value_at (columns, i, k);
    const KernelStatus status = kernel_mann_kendall (columns->n_rows, column, keys, &one);
    if (status != KERNEL_OK)
      return status;
    sum.s += (double) one.s;
    sum.pairs += one.pairs;
    sum.var_s += one.var_s;
    if (scores)
      scores[k] = (double) one.s;
  }
  *result = sum;

  return KERNEL_OK;
}

static double
count_there (const KernelColumns *columns, size_t column)
{
  size_t n = 0;

  for (size_t i = 0; i < columns->n_rows; i++)
    n += isnan (value_at (columns, i, column)) ? 0 : 1;

  return (double) n;
}

/* Missing values have the middle rank. */
static void
rank_columns (const KernelColumns *columns, double *ranks)
{
  for (size_t k = 0; k < columns->n_columns; k++) {
    const double n = count_there (columns, k);

    for (size_t i = 0; i < columns->n_rows; i++) {
      double sum = 0;

      for (size_t j = 0; j < columns->n_rows; j++)
        sum += sign_of (value_at (columns, j, k), value_at (columns, i, k));
      ranks[i * columns->n_columns + k] = (n + 1 + sum) / 2;
    }
  }
}

static double
covariance_of (const KernelColumns *columns,
               size_t k,
               const double *ranks,
               const KernelColumns *others,
               size_t m,
               const double *other_ranks)
{
  double agreement = 0, products = 0;

  for (size_t i = 0; i < columns->n_rows; i++) {
    for (size_t j = i + 1; j < columns->n_rows; j++)
      agreement += sign_of (value_at (columns, i, k), value_at (columns, j, k)) *
                   sign_of (value_at (others, i, m), value_at (others, j, m));
    products += ranks[i * columns->n_columns + k] * other_ranks[i * others->n_columns + m];
  }

  return (agreement + 4 * products -
          (double) columns->n_rows * (count_there (columns, k) + 1) *
              (count_there (others, m) + 1)) /
         3;
}

/**
 * kernel_seasonal_covariance:
 * @columns: values
 * @others: as many; may be @columns
 * @with_neighbours: whether a column may go with another one, not only with its like
 * @ranks: shape of @columns, overwritten
 * @other_ranks: shape of @others, overwritten; may be @ranks if @others is @columns
 *
 * Covariance of the sums of scores of two sets of columns, estimated from their ranks. Of
 * a set with itself it is the variance, corrected for ties, and @with_neighbours for what
 * one column says about the next. O(n_rows^2 n_columns^2) time.
 *
 * Source: E. J. Dietz, T. J. Killeen (1981), J. Amer. Statist. Assoc. 76, 169-174; with
 * missing values R. M. Hirsch, J. R. Slack (1984), Water Resour. Res. 20, 727-732,
 * formulas 13 and 14.
 *
 * Returns: the covariance
 */
double
kernel_seasonal_covariance (const KernelColumns *columns,
                            const KernelColumns *others,
                            bool with_neighbours,
                            double *ranks,
                            double *other_ranks)
{
  double sum = 0;

  rank_columns (columns, ranks);
  rank_columns (others, other_ranks);
  for (size_t k = 0; k < columns->n_columns; k++) {
    for (size_t m = 0; m < others->n_columns; m++) {
      if (with_neighbours || k == m)
        sum += covariance_of (columns, k, ranks, others, m, other_ranks);
    }
  }

  return sum;
}

static double
score_of (const KernelColumns *columns)
{
  double sum = 0;

  for (size_t k = 0; k < columns->n_columns; k++) {
    for (size_t i = 0; i < columns->n_rows; i++) {
      for (size_t j = i + 1; j < columns->n_rows; j++)
        sum += sign_of (value_at (columns, i, k), value_at (columns, j, k));
    }
  }

  return sum;
}

/* The variance of the score without regard to ties. */
static double
plain_variance (const KernelColumns *columns)
{
  double sum = 0;

  for (size_t k = 0; k < columns->n_columns; k++) {
    const double n = count_there (columns, k);
    sum += n * (n - 1) * (2 * n + 5) / 18;
  }

  return sum;
}

/**
 * kernel_partial_kendall:
 * @columns: values
 * @covariate: as many of what may explain them; a value counts only where both are there
 * @with_ties: whether variances are corrected for ties: rkt does, pyMannKendall does not
 * @work: shape (3 n_rows n_columns), overwritten
 * @result: (out): the score that is left
 *
 * The score less the share of the covariate's score that goes with it.
 * O(n_rows^2 n_columns^2) time.
 *
 * Source: C. Libiseller, A. Grimvall (2002), Environmetrics 13, 71-84, formulas 5 and 6.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for shapes that differ; %KERNEL_ERR_DOMAIN
 * for a covariate that does not vary
 */
KernelStatus
kernel_partial_kendall (const KernelColumns *columns,
                        const KernelColumns *covariate,
                        bool with_ties,
                        double *work,
                        KernelPartialKendall *result)
{
  const size_t n = columns->n_rows * columns->n_columns;
  double *there = work, *ranks = work + n, *other_ranks = work + 2 * n;
  const KernelColumns both = { columns->n_rows, columns->n_columns, there };

  if (columns->n_rows != covariate->n_rows || columns->n_columns != covariate->n_columns)
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n; i++)
    there[i] = isnan (columns->values[i]) ? NAN : covariate->values[i];

  const double var_x = with_ties
                           ? kernel_seasonal_covariance (columns, columns, false, ranks, ranks)
                           : plain_variance (columns);
  const double var_y = with_ties ? kernel_seasonal_covariance (&both, &both, false, ranks, ranks)
                                 : plain_variance (&both);
  const double cov = kernel_seasonal_covariance (columns, &both, false, ranks, other_ranks);
  const double wide_x = kernel_seasonal_covariance (columns, columns, true, ranks, ranks);
  const double wide_y = kernel_seasonal_covariance (&both, &both, true, ranks, ranks);
  const double wide = kernel_seasonal_covariance (columns, &both, true, ranks, other_ranks);
  if (!(var_y > 0))
    return KERNEL_ERR_DOMAIN;

  *result = (KernelPartialKendall){
    .s = score_of (columns) - cov / var_y * score_of (&both),
    .var_s = var_x - cov / var_y * cov,
    .var_dependent = wide_y > 0 ? wide_x - wide / wide_y * wide : wide_x,
  };

  return KERNEL_OK;
}
