/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Points on either side of a line, and how often the side changes.
 *
 * @above: points above it
 * @below: points below it
 * @runs: stretches of points on one side
 */
typedef struct {
  size_t above;
  size_t below;
  size_t runs;
} KernelRunCount;

KernelStatus kernel_run_count (size_t n,
                               const double *values,
                               const double *centre,
                               const uint8_t *counted,
                               KernelRunCount *count) KERNEL_MUST_CHECK;

KernelStatus
kernel_run_count_limits (size_t above, size_t below, double chance, size_t *few, size_t *many)
    KERNEL_MUST_CHECK;
