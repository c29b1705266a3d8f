/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* A start of the last segment, and the lowest of the means it is the best start for.  What
 * lies around a mean from there on is a quadratic whose parts are differences of sums.
 */
typedef struct {
  double count, sum, rest; /* up to the start */
  double low;              /* up to the next piece's */
  size_t start;
} KernelMeanPiece;

size_t kernel_fpop_mean_n_pieces (size_t n);
KernelStatus kernel_fpop_mean (size_t n,
                               const double *values,
                               double price,
                               size_t least,
                               KernelMeanPiece *pieces,
                               size_t *starts,
                               size_t *changes,
                               size_t *n_changes,
                               double *total) KERNEL_MUST_CHECK;
