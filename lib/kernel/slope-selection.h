/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* The pairs of points whose slopes are looked at: any two of one block.  No slope is
 * worked out until it is known to be near the wanted one.
 *
 * @n_points: number of points
 * @n_blocks: number of blocks
 * @starts: shape (@n_blocks + 1), the first point of each and the number of points
 * @times: shape (@n_points), rising within a block
 * @values: shape (@n_points), finite
 * @n_pairs: pairs there are
 */
typedef struct {
  size_t n_points;
  size_t n_blocks;
  const int64_t *starts;
  const double *times;
  const double *values;
  uint64_t n_pairs;
} KernelSlopes;

/* @numbers: kernel_slope_selection_numbers() long; @keys: kernel_slope_selection_keys() long */
typedef struct {
  double *numbers;
  int64_t *keys;
} KernelSlopeWork;

size_t kernel_slope_selection_numbers (size_t n_points);
size_t kernel_slope_selection_keys (size_t n_points);
uint64_t kernel_slopes_pairs (size_t n_blocks, const int64_t *starts);

void kernel_slope_selection (const KernelSlopes *slopes,
                             size_t n_ranks,
                             const uint64_t *ranks,
                             KernelSlopeWork work,
                             double *selected);
