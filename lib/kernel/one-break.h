/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* The one break that divides a series most.
 *
 * @at: first point after it
 * @rss_without, @rss_with: sums of squares around one mean and around two
 * @ratio: twice the logarithm of the likelihood ratio, of normal values
 * @chance: that a series without a break gives a ratio as large, for long series
 */
typedef struct {
  size_t at;
  double rss_without, rss_with, ratio, chance;
} KernelOneBreak;

KernelStatus kernel_one_break (size_t n, const double *values, size_t least, KernelOneBreak *found)
    KERNEL_MUST_CHECK;
KernelStatus
kernel_one_break_of_both (size_t n, const double *values, size_t least, KernelOneBreak *found)
    KERNEL_MUST_CHECK;
KernelStatus kernel_one_break_chance (size_t n,
                                      const double *values,
                                      size_t least,
                                      size_t n_draws,
                                      uint64_t seed,
                                      double *work,
                                      double *chance) KERNEL_MUST_CHECK;
