/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* How far values have run above and below what is ordinary, together. */
typedef struct {
  double above;
  double below;
} KernelCusum;

void kernel_cusum_step (double value, double centre, double allowance, KernelCusum *state);

KernelStatus kernel_cusum (size_t n,
                           const double *values,
                           const uint8_t *joined,
                           double centre,
                           double allowance,
                           double *up,
                           double *down) KERNEL_MUST_CHECK;
