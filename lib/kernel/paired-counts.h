/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* Two spans of counts, each period of the one beside its like of the other.
 *
 * @log_ratio: logarithm of all of the later over all of the earlier
 * @dispersion: how many times as much the pairs scatter as separate cases would; at least 1
 * @freedom: degrees of freedom that this is known with
 * @chance: of a ratio as far from 1, where only such scatter moves it
 */
typedef struct {
  double log_ratio;
  double dispersion;
  unsigned freedom;
  double chance;
} KernelPairedCounts;

KernelStatus kernel_paired_counts (size_t n,
                                   const double *before,
                                   const double *after,
                                   KernelPairedCounts *result) KERNEL_MUST_CHECK;
