/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

#define KERNEL_HAMPEL_MOST_HALF 15

KernelStatus kernel_hampel (size_t n,
                            const double *values,
                            size_t half_window,
                            double width,
                            double *filtered,
                            uint8_t *clipped,
                            size_t *n_clipped) KERNEL_MUST_CHECK;
