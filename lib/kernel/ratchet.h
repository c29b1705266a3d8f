/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* Fewer targets are described and not tested. */
#define KERNEL_RATCHET_FEWEST 8

/* How the next target followed from how the last was met.
 *
 * @n_above, @n_below: periods in which the value was above its target, and below it
 * @drift: how a target moved where it was met exactly
 * @above, @below: for each unit above the target, and below it, how far the next one moved on;
 *   NaN where no period was
 * @above_error, @below_error: standard errors; NaN below %KERNEL_RATCHET_FEWEST targets
 */
typedef struct {
  size_t n_above, n_below;
  double drift, above, below, above_error, below_error;
} KernelRatchet;

KernelStatus
kernel_ratchet (size_t n, const double *values, const double *targets, KernelRatchet *result)
    KERNEL_MUST_CHECK;
