/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

#define KERNEL_PREWHITEN_MOST_ORDER 2

/* How a series follows itself.
 *
 * @order: how many values before count, 0 to 2
 * @coefficients: of the value before, and of the one before that
 * @n_used: innovations that are there
 */
typedef struct {
  size_t order;
  double coefficients[KERNEL_PREWHITEN_MOST_ORDER];
  size_t n_used;
} KernelFilter;

KernelStatus kernel_prewhiten (size_t n,
                               const double *values,
                               size_t most_order,
                               double *innovations,
                               KernelFilter *filter) KERNEL_MUST_CHECK;
