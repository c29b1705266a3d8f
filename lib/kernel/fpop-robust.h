/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* What a value far from its level costs.
 *
 * HUBER: the square up to the bend, and on along the tangent
 * BIWEIGHT: the square up to the bend, and no more beyond
 * ABSOLUTE: the distance; there is no bend
 */
typedef enum {
  KERNEL_LOSS_HUBER,
  KERNEL_LOSS_BIWEIGHT,
  KERNEL_LOSS_ABSOLUTE,
} KernelLoss;

/* Levels from @low up to the next piece's, at which a (level)^2 - 2 b (level) + c is least,
 * with the start of the last segment that gives it.
 */
typedef struct {
  double low, a, b, c;
  size_t start;
} KernelRobustPiece;

size_t kernel_fpop_robust_n_pieces (size_t n);
KernelStatus kernel_fpop_robust (size_t n,
                                 const double *values,
                                 KernelLoss loss,
                                 double bend,
                                 double price,
                                 size_t least,
                                 KernelRobustPiece *pieces,
                                 size_t *starts,
                                 size_t *changes,
                                 size_t *n_changes,
                                 double *total) KERNEL_MUST_CHECK;
