/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus
kernel_merge_bins (size_t n, const double *counts, double threshold, size_t *bins, size_t *n_bins)
    KERNEL_MUST_CHECK;
