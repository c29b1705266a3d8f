/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

KernelStatus
kernel_running_median (size_t n, const double *values, size_t window, double *work, double *medians)
    KERNEL_MUST_CHECK;
