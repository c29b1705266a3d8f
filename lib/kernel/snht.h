/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* The standard normal homogeneity test of one shift of the mean.
 *
 * @n: values that are there
 * @at: first value after the shift
 * @statistic: the largest T
 * @before, @after: means on either side, in standard deviations from the mean of all
 */
typedef struct {
  size_t n;
  size_t at;
  double statistic;
  double before, after;
} KernelSnht;

KernelStatus kernel_snht (size_t n, const double *values, KernelSnht *result) KERNEL_MUST_CHECK;
KernelStatus kernel_snht_chance (size_t n,
                                 double statistic,
                                 size_t n_draws,
                                 uint64_t seed,
                                 double *work,
                                 double *chance) KERNEL_MUST_CHECK;
