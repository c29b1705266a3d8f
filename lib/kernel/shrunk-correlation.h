/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus kernel_shrunk_correlation (size_t n_rows,
                                        size_t n_columns,
                                        double *values,
                                        double *correlations,
                                        double *share) KERNEL_MUST_CHECK;
