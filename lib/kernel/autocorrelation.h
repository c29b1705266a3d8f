/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* How much a value has in common with the one before.
 *
 * @r: as computed; NaN where it cannot be
 * @low, @high: what it may be in the long run
 * @limit: what a series without any would seldom exceed
 * @n_pairs: pairs of neighbours
 */
typedef struct {
  double r;
  double low, high;
  double limit;
  size_t n_pairs;
} KernelLagOne;

KernelStatus kernel_autocorrelation (size_t n,
                                     const double *values,
                                     const uint8_t *follows,
                                     size_t lag,
                                     double *r,
                                     size_t *n_pairs) KERNEL_MUST_CHECK;

KernelStatus kernel_lag_one (size_t n,
                             const double *values,
                             const uint8_t *follows,
                             double z,
                             KernelLagOne *result) KERNEL_MUST_CHECK;

KernelStatus kernel_robust_phi (size_t n,
                                const double *values,
                                const uint8_t *follows,
                                double *work,
                                double *phi) KERNEL_MUST_CHECK;

double kernel_variance_inflation (double phi);
