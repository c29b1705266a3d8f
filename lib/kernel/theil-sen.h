/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/slope-selection.h"
#include "kernel/status.h"

/* The middle slope of all pairs.
 *
 * @n: values that are not missing
 * @n_pairs: pairs there are
 * @slope: the middle slope, in the unit of the values over that of the times
 * @low: lower end of its interval; minus infinity where there are too few pairs for one
 * @high: upper end; infinity likewise
 */
typedef struct {
  size_t n;
  uint64_t n_pairs;
  double slope;
  double low;
  double high;
} KernelTheilSen;

size_t kernel_theil_sen_numbers (size_t n);
size_t kernel_theil_sen_keys (size_t n);

KernelStatus kernel_theil_sen (size_t n,
                               const double *times,
                               const double *values,
                               size_t period,
                               double var_s,
                               double level,
                               KernelSlopeWork work,
                               KernelTheilSen *result) KERNEL_MUST_CHECK;

KernelStatus kernel_theil_sen_intercept (size_t n,
                                         const double *times,
                                         const double *values,
                                         size_t period,
                                         double slope,
                                         double *work,
                                         double *intercept) KERNEL_MUST_CHECK;
