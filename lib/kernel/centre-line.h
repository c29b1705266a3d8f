/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* A straight line: @level at place 0, @slope a place. */
typedef struct {
  double level;
  double slope;
} KernelLine;

KernelStatus kernel_line_least_squares (size_t n,
                                        const double *places,
                                        const double *values,
                                        const uint8_t *used,
                                        KernelLine *line) KERNEL_MUST_CHECK;

KernelStatus kernel_line_half_averages (size_t n,
                                        const double *places,
                                        const double *values,
                                        const uint8_t *used,
                                        KernelLine *line) KERNEL_MUST_CHECK;
