/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* The lag at which two series go together most clearly.
 *
 * @lag: periods the first is ahead
 * @r: correlation there
 * @freedom: its degrees of freedom
 * @chance: of one as clear at any of the lags looked at, though nothing is there
 */
typedef struct {
  size_t lag;
  double r;
  size_t freedom;
  double chance;
} KernelLagged;

double kernel_correlation_chance (double r, size_t freedom);
double kernel_any_of (double chance, size_t n);
KernelStatus kernel_lagged_correlation (size_t n,
                                        const double *x,
                                        const double *y,
                                        size_t most_lag,
                                        size_t n_taken,
                                        KernelLagged *found) KERNEL_MUST_CHECK;
