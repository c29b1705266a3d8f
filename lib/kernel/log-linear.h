/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/least-squares.h"

/* Counts whose logarithm is expected to be a sum of columns.
 *
 * @n_used: counts that are not missing
 * @n_steps: how often the weights were set anew
 * @pearson: sum of squares of what is left, each over what is expected
 * @fit: of the last weights: coefficients and how sure they are
 */
typedef struct {
  size_t n_used, n_steps;
  double pearson;
  KernelLeastSquares fit;
} KernelLogLinear;

size_t kernel_log_linear_n_work (size_t n_columns);
KernelStatus kernel_log_linear (size_t n,
                                size_t n_columns,
                                const double *columns,
                                const double *counts,
                                double *expected,
                                double *work,
                                KernelLogLinear *result) KERNEL_MUST_CHECK;
