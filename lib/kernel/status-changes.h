/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_expected_changes (size_t n,
                                      size_t n_statuses,
                                      const double *chances,
                                      double *mean,
                                      double *variance) KERNEL_MUST_CHECK;
KernelStatus kernel_change_counts (size_t n,
                                   size_t n_statuses,
                                   const double *first,
                                   const double *after,
                                   double *work,
                                   double *counts) KERNEL_MUST_CHECK;
KernelStatus
kernel_count_interval (size_t n, const double *counts, double level, size_t *low, size_t *high)
    KERNEL_MUST_CHECK;
double kernel_unchanged_chance (size_t n_statuses,
                                const double *before,
                                const double *after,
                                double n_each);
