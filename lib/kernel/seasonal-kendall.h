/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Columns of values that are each compared within themselves: the seasons of one series
 * (a row is a cycle) or several places (a row is a period).
 *
 * @n_rows: values in a column
 * @n_columns: columns
 * @values: shape (@n_rows, @n_columns), row by row; NaN where one is missing
 */
typedef struct {
  size_t n_rows;
  size_t n_columns;
  const double *values;
} KernelColumns;

/* @s: sum of the scores of the columns
 * @pairs: sum of their pairs
 * @var_s: its variance if the columns have nothing to do with each other
 */
typedef struct {
  double s;
  double pairs;
  double var_s;
} KernelSeasonalKendall;

KernelStatus kernel_seasonal_kendall (const KernelColumns *columns,
                                      double *column,
                                      int64_t *keys,
                                      double *scores,
                                      KernelSeasonalKendall *result) KERNEL_MUST_CHECK;

double kernel_seasonal_covariance (const KernelColumns *columns,
                                   const KernelColumns *others,
                                   bool with_neighbours,
                                   double *ranks,
                                   double *other_ranks);

/* @s: score less what that of the covariate explains
 * @var_s: its variance if the columns have nothing to do with each other
 * @var_dependent: its variance if they may
 */
typedef struct {
  double s;
  double var_s;
  double var_dependent;
} KernelPartialKendall;

KernelStatus kernel_partial_kendall (const KernelColumns *columns,
                                     const KernelColumns *covariate,
                                     bool with_ties,
                                     double *work,
                                     KernelPartialKendall *result) KERNEL_MUST_CHECK;
