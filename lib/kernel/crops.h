/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/fpop-mean.h"

/* A cut into levels that is least for a range of prices. */
typedef struct {
  double from, to; /* prices of a change */
  double rss;
  size_t n_changes;
} KernelPriceRange;

KernelStatus kernel_crops_mean (size_t n,
                                const double *values,
                                double lowest,
                                double highest,
                                size_t room,
                                KernelMeanPiece *pieces,
                                size_t *starts,
                                size_t *changes,
                                KernelPriceRange *ranges,
                                size_t *n_ranges) KERNEL_MUST_CHECK;
