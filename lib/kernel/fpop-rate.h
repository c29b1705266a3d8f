/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* A start of the last segment, and the lowest of the rates it is the best start for. */
typedef struct {
  double count, size, rest; /* up to the start */
  double low;               /* up to the next piece's */
  double log_low, cost_low; /* its logarithm, and what a unit of size costs at it */
  size_t start;
} KernelRatePiece;

size_t kernel_fpop_rate_n_pieces (size_t n);
KernelStatus kernel_fpop_rate (size_t n,
                               const double *counts,
                               const double *sizes,
                               bool is_share,
                               double price,
                               size_t least,
                               KernelRatePiece *pieces,
                               size_t *starts,
                               size_t *changes,
                               size_t *n_changes,
                               double *total) KERNEL_MUST_CHECK;
