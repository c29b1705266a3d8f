/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum {
  KERNEL_SPLIT_MEAN,          /* of normal values with variance 1 */
  KERNEL_SPLIT_VARIANCE,      /* of normal values around the mean of all */
  KERNEL_SPLIT_MEAN_VARIANCE, /* of normal values */
  KERNEL_SPLIT_SQUARES,       /* of values around 0, by the sums of their squares */
} KernelSplitBy;

/* How to split.
 *
 * @by: what changes
 * @is_modified: each segment also costs the logarithm of its length, as of
 *   [struct@KernelPelt]; not of squares
 * @least: fewest values of a segment, at least 2 but for the mean
 * @most: how often to split
 */
typedef struct {
  KernelSplitBy by;
  bool is_modified;
  size_t least, most;
} KernelSplitting;

/* One more place to split.
 *
 * @at: first value after it
 * @gain: what it takes off the cost, or the statistic of Inclán and Tiao; no more than that
 *   of the split before
 */
typedef struct {
  size_t at;
  double gain;
} KernelSplit;

size_t kernel_binary_segmentation_n_work (size_t n);
size_t kernel_binary_segmentation_n_order (size_t most);
KernelStatus kernel_binary_segmentation (size_t n,
                                         const double *values,
                                         const KernelSplitting *settings,
                                         double *work,
                                         size_t *order,
                                         KernelSplit *splits,
                                         size_t *n_splits) KERNEL_MUST_CHECK;
size_t kernel_splits_worth (size_t n_splits, const KernelSplit *splits, double price);
