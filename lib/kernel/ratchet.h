/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* With fewer targets that followed nothing is told, and with fewer met, or missed. */
#define KERNEL_RATCHET_FEWEST 9
#define KERNEL_RATCHET_FEWEST_ON_A_SIDE 3

/* How the next target followed from how the last was met.
 *
 * @n: periods whose value, target and next target are there
 * @n_above, @n_below: of them, in which the value was above its target, and below it
 * @above, @below: for each unit above the target, and below it, how far the next one moved on
 * @difference, @error: above less below, and its standard error
 * @freedom: periods less coefficients
 * @p: chance of a difference as large, either way, where targets follow both alike or neither
 */
typedef struct {
  size_t n, n_above, n_below;
  double above, below, difference, error;
  unsigned freedom;
  double p;
} KernelRatchet;

KernelStatus
kernel_ratchet (size_t n, const double *values, const double *targets, KernelRatchet *result)
    KERNEL_MUST_CHECK;
