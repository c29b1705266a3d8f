/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Periods from which months have a level each. */
#define KERNEL_STEP_FEWEST_FOR_MONTHS 48

#define KERNEL_STEP_MOST_COLUMNS 15

/* What a series does, and a change on a date.
 *
 * @values: shape (@n), NaN where one is missing; not copied
 * @n_used: values that are there
 * @n_season: columns of the season among them
 * @columns: shape (@n_columns, @n), orthonormal, that of the change last; 0 in periods without a
 *   value
 * @length: of what the change adds to the other columns
 */
typedef struct {
  size_t n, n_used, n_columns, n_season;
  const double *values;
  double *columns;
  double length;
} KernelStepModel;

/* What is asked of a change.
 *
 * @at: the first period after the date
 * @season: periods after which the same time comes again; 1 where none does
 * @is_slope: whether the change is one of the line's slope, not a step
 */
typedef struct {
  size_t at;
  unsigned season;
  bool is_slope;
} KernelStepAsked;

KernelStatus kernel_step_model (size_t n,
                                const double *values,
                                const KernelStepAsked *asked,
                                double *columns,
                                double *series,
                                KernelStepModel *model) KERNEL_MUST_CHECK;
double kernel_step_take_off (const KernelStepModel *model, double *series);
double kernel_step_spread (const KernelStepModel *model, const double *residuals);
KernelStatus
kernel_step_fit (const KernelStepModel *model, double *residuals, double *share, double *spread)
    KERNEL_MUST_CHECK;
KernelStatus kernel_step_same_season (size_t n,
                                      const double *values,
                                      size_t at,
                                      unsigned season,
                                      double *columns,
                                      KernelStepModel *model) KERNEL_MUST_CHECK;
