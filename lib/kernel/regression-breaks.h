/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* A regression whose coefficients may change.
 *
 * @n: number of rows
 * @n_columns: number of coefficients
 * @design: shape (@n, @n_columns), row by row, in order of time; a level is a column of 1
 * @values: shape (@n), in any unit
 */
typedef struct {
  size_t n, n_columns;
  const double *design, *values;
} KernelRegression;

size_t kernel_regression_breaks_n_work (const KernelRegression *regression, size_t most);
size_t kernel_regression_breaks_n_order (const KernelRegression *regression, size_t most);
KernelStatus kernel_regression_breaks (const KernelRegression *regression,
                                       size_t least,
                                       size_t most,
                                       double *work,
                                       size_t *order,
                                       double *rss,
                                       size_t *changes) KERNEL_MUST_CHECK;
double kernel_regression_bic (const KernelRegression *regression, double rss, size_t n_changes);

size_t kernel_regression_interval_n_work (const KernelRegression *regression);
KernelStatus kernel_regression_interval (const KernelRegression *regression,
                                         const size_t ends[3],
                                         double level,
                                         double *work,
                                         double *earlier,
                                         double *later) KERNEL_MUST_CHECK;
