/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* The one place where a regression changes most.
 *
 * @at: first row after it
 * @f: the statistic there, as much as a change of all coefficients takes away over the
 *   variance that is left
 */
typedef struct {
  size_t at;
  double f;
} KernelSupF;

size_t kernel_sup_f_n_work (size_t n, size_t n_columns);
KernelStatus kernel_sup_f (size_t n,
                           size_t n_columns,
                           const double *design,
                           const double *values,
                           size_t least,
                           double *work,
                           KernelSupF *result) KERNEL_MUST_CHECK;
double kernel_sup_f_chance (double f, size_t n_columns, double share);
