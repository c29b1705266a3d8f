/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* A regression to which rows are added one at a time.
 *
 * @n_columns: coefficients
 * @n_rows: rows so far
 * @rss: least sum of squares that is left of them
 * @work: shape (kernel_least_squares_n_work (@n_columns))
 */
typedef struct {
  size_t n_columns, n_rows;
  double rss;
  double *work;
} KernelLeastSquares;

size_t kernel_least_squares_n_work (size_t n_columns);
void kernel_least_squares_begin (KernelLeastSquares *self, size_t n_columns, double *work);
void kernel_least_squares_add (KernelLeastSquares *self, const double *row, double value);
KernelStatus kernel_least_squares_solve (const KernelLeastSquares *self, double *coefficients)
    KERNEL_MUST_CHECK;
KernelStatus kernel_least_squares_errors (const KernelLeastSquares *self, double *errors)
    KERNEL_MUST_CHECK;
double kernel_least_squares_variance (const KernelLeastSquares *self, const double *row);
