/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

/* The whole numbers from @first to @last; none where @last is below @first. */
typedef struct {
  double first;
  double last;
} KernelCounts;

KernelStatus
kernel_grim (double value, double half_digit, double scale, double total, KernelCounts *counts)
    KERNEL_MUST_CHECK;
