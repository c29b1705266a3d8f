/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Buishand's statistics of sums of what values lie above their mean.
 *
 * @n: values that are there
 * @at: first value after the sum that is furthest from 0
 * @sum: that sum, in the unit of the values
 * @q: how far it is, over the standard deviation and the root of @n
 * @r: from the highest sum to the lowest, likewise
 * @u: mean square of the sums, over the variance and @n + 1
 */
typedef struct {
  size_t n;
  size_t at;
  double sum;
  double q, r, u;
} KernelBuishand;

KernelStatus kernel_buishand (size_t n, const double *values, KernelBuishand *result)
    KERNEL_MUST_CHECK;
KernelStatus kernel_buishand_chance (size_t n,
                                     const KernelBuishand *seen,
                                     size_t n_draws,
                                     uint64_t seed,
                                     double *work,
                                     KernelBuishand *chances) KERNEL_MUST_CHECK;
