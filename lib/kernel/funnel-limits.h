/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_funnel_share (size_t n,
                                  const double *totals,
                                  double share,
                                  double z,
                                  double *lower,
                                  double *upper) KERNEL_MUST_CHECK;
KernelStatus kernel_funnel_binomial (size_t n,
                                     const double *totals,
                                     double share,
                                     double tail,
                                     double *lower,
                                     double *upper) KERNEL_MUST_CHECK;
KernelStatus
kernel_funnel_poisson (size_t n, const double *expected, double tail, double *lower, double *upper)
    KERNEL_MUST_CHECK;
