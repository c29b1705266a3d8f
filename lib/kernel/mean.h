/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

KernelStatus
kernel_mean (size_t n, const double *values, const uint8_t *used, double *mean, size_t *n_used)
    KERNEL_MUST_CHECK;

KernelStatus kernel_pooled_ratio (size_t n,
                                  const double *numerators,
                                  const double *denominators,
                                  const uint8_t *used,
                                  double *ratio,
                                  size_t *n_used) KERNEL_MUST_CHECK;
