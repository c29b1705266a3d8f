/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* How much of what is new each part takes over, from 0 to 1. */
typedef struct {
  double level, trend, season;
} KernelSmoothing;

/* Where a series stands at its end.
 *
 * @smoothing: what was taken over
 * @sse: sum of squares of what was not foreseen, one step ahead
 * @level, @trend: at the last value
 */
typedef struct {
  KernelSmoothing smoothing;
  double sse;
  double level, trend;
} KernelHoltWinters;

KernelStatus kernel_holt_winters (size_t n,
                                  const double *values,
                                  size_t period,
                                  const KernelSmoothing *smoothing,
                                  double *seasons,
                                  KernelHoltWinters *result) KERNEL_MUST_CHECK;
KernelStatus kernel_holt_winters_fit (size_t n,
                                      const double *values,
                                      size_t period,
                                      double *seasons,
                                      KernelHoltWinters *result) KERNEL_MUST_CHECK;
