/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_resistant_line (size_t n,
                                    const double *places,
                                    const double *values,
                                    size_t n_passes,
                                    double *work,
                                    double *intercept,
                                    double *slope) KERNEL_MUST_CHECK;
