/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* Which of so many values in rising order, counted from 0, bound a quantile; equal to the
 * number of values where none does, and the interval is open on that side.
 */
typedef struct {
  size_t low;
  size_t high;
  double coverage; /* how sure it is, at least what was asked for where both ends are there */
} KernelQuantileRanks;

KernelStatus
kernel_quantile_ranks (size_t n, double share, double level, KernelQuantileRanks *result)
    KERNEL_MUST_CHECK;
