/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/runs.h"
#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Which of the four rules a point belongs to, upward and downward. */
enum {
  KERNEL_QUICK_BEYOND_UP = 1, /* beyond three spreads */
  KERNEL_QUICK_BEYOND_DOWN = 2,
  KERNEL_QUICK_TWO_OF_THREE_UP = 4, /* among two of three beyond two spreads */
  KERNEL_QUICK_TWO_OF_THREE_DOWN = 8,
  KERNEL_QUICK_FOUR_OF_FIVE_UP = 16, /* among four of five beyond one spread */
  KERNEL_QUICK_FOUR_OF_FIVE_DOWN = 32,
  KERNEL_QUICK_ONE_SIDE_UP = 64, /* among eight in a row on one side */
  KERNEL_QUICK_ONE_SIDE_DOWN = 128,
};

/* What one series comes down to. */
typedef struct {
  double centre;
  double sigma;
  double median;
  KernelRuns runs; /* about the median */
} KernelQuickChart;

KernelStatus kernel_quick_chart (size_t n,
                                 const double *values,
                                 double *work,
                                 uint8_t *marks,
                                 KernelQuickChart *chart) KERNEL_MUST_CHECK;

KernelStatus kernel_quick_charts (size_t n_series,
                                  const size_t *starts,
                                  const double *values,
                                  double *work,
                                  uint8_t *marks,
                                  KernelQuickChart *charts) KERNEL_MUST_CHECK;
