/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* How to smooth.
 *
 * @window: points that count, odd, at least 3; may be longer than the series
 * @degree: 0 fits a level, 1 a line
 * @jump: distance of the points that are fitted; those between are interpolated
 */
typedef struct {
  size_t window;
  int degree;
  size_t jump;
} KernelLoess;

bool kernel_loess_is_sound (const KernelLoess *how);
size_t kernel_loess_work_size (size_t n);

KernelStatus kernel_loess (size_t n,
                           const double *values,
                           const double *weights,
                           const KernelLoess *how,
                           double *work,
                           double *smooth) KERNEL_MUST_CHECK;

/* The same of @n_lanes interleaved series at once.  If @is_extended, @smooth begins one
 * row early and ends one row late, as seen from each lane.
 */
void kernel_loess_lanes (size_t n,
                         size_t n_lanes,
                         const double *values,
                         const double *weights,
                         const KernelLoess *how,
                         bool is_extended,
                         double *work,
                         double *smooth);
