/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

double kernel_repeat_chance (size_t n_values, const double *chances);
KernelStatus
kernel_repeats (size_t n, double chance, size_t length, double *work, double *run_chance)
    KERNEL_MUST_CHECK;
