/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/**
 * KernelRankWork:
 * @numbers: shape (kernel_rank_sets_numbers()), overwritten
 * @settled: shape (2 n^2), overwritten
 */
typedef struct {
  double *numbers;
  uint8_t *settled;
} KernelRankWork;

/**
 * KernelRankSets:
 * @low: shape (n), the highest place an area may have by itself; 1 is the largest value
 * @high: shape (n), the lowest
 * @all_low: shape (n), the same for all areas at once
 * @all_high: shape (n)
 */
typedef struct {
  uint32_t *low, *high, *all_low, *all_high;
} KernelRankSets;

size_t kernel_rank_sets_numbers (size_t n, size_t n_draws);
KernelStatus kernel_rank_sets (size_t n,
                               const double *values,
                               const double *errors,
                               double level,
                               size_t n_draws,
                               uint64_t seed,
                               KernelRankWork work,
                               KernelRankSets *sets) KERNEL_MUST_CHECK;
