/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* @at: first of the values after the split
 * @k: how far the ranks before and after it are from being mixed
 * @direction: 1 if the values after it are the higher ones, -1 if the lower, 0 if neither
 * @chance: of as much without a shift, about
 */
typedef struct {
  size_t at;
  double k;
  int direction;
  double chance;
} KernelPettitt;

KernelStatus
kernel_pettitt (size_t n, const double *values, int64_t *keys, double *ranks, KernelPettitt *result)
    KERNEL_MUST_CHECK;
