/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

size_t kernel_level_path_n_work (size_t n, size_t most);
size_t kernel_level_path_n_order (size_t n, size_t most);
KernelStatus kernel_level_path (size_t n,
                                const double *values,
                                size_t least,
                                size_t most,
                                double *work,
                                size_t *order,
                                double *rss,
                                size_t *changes) KERNEL_MUST_CHECK;
