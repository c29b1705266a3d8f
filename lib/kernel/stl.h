/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/loess.h"
#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* How to take a series apart.
 *
 * @period: points in a season, at least 2
 * @is_periodic: every season has the same shape in the end
 * @season, @trend, @low_pass: the three smoothers
 * @n_inner: passes
 * @n_outer: times the points far from the fit are weighed down; 0 is not robust
 */
typedef struct {
  size_t period;
  bool is_periodic;
  KernelLoess season, trend, low_pass;
  size_t n_inner, n_outer;
} KernelStl;

/* What R's stl() would take.  A @window of 0 is periodic. */
KernelStl kernel_stl_defaults (size_t n, size_t period, size_t window, bool is_robust);

size_t kernel_stl_work_size (size_t n, size_t period);

KernelStatus kernel_stl (size_t n,
                         const double *values,
                         const KernelStl *how,
                         double *work,
                         double *season,
                         double *trend,
                         double *remainder) KERNEL_MUST_CHECK;
