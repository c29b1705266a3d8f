/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* How to smooth points that lie anywhere.
 *
 * @share: share of the points that count for each, above 0, at most 1
 * @n_robust: times the points far from the fit are weighed down; 0 is not robust
 * @apart: points nearer to the last fitted one than this are interpolated
 */
typedef struct {
  double share;
  size_t n_robust;
  double apart;
} KernelLowess;

size_t kernel_lowess_n_work (size_t n);
KernelStatus kernel_lowess (size_t n,
                            const double *places,
                            const double *values,
                            const KernelLowess *how,
                            double *work,
                            double *smooth) KERNEL_MUST_CHECK;
