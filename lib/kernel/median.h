/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

KernelStatus kernel_median (size_t n,
                            const double *values,
                            const uint8_t *used,
                            double *work,
                            double *median,
                            size_t *n_used) KERNEL_MUST_CHECK;
