/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus
kernel_byar (size_t n, const double *counts, double z, double *lower, double *upper, size_t *bad)
    KERNEL_MUST_CHECK;
KernelStatus kernel_poisson_exact (size_t n,
                                   const double *counts,
                                   double level,
                                   double *lower,
                                   double *upper,
                                   size_t *bad) KERNEL_MUST_CHECK;
KernelStatus kernel_poisson_interval (size_t n,
                                      const double *counts,
                                      double level,
                                      double *lower,
                                      double *upper,
                                      size_t *bad) KERNEL_MUST_CHECK;
