/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* A series whose values take over a share of what the one before was away from the mean.
 *
 * @n: values that are there
 * @phi: that share
 * @mean: of the series
 * @variance: of what is new in each value
 * @log_likelihood: of normal values
 */
typedef struct {
  size_t n;
  double phi, mean, variance, log_likelihood;
} KernelFirstOrder;

KernelStatus kernel_first_order_at (size_t n,
                                    const double *values,
                                    double phi,
                                    double mean,
                                    KernelFirstOrder *result) KERNEL_MUST_CHECK;
KernelStatus kernel_first_order (size_t n, const double *values, KernelFirstOrder *result)
    KERNEL_MUST_CHECK;
