/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A break between two stretches, of which each is a level or a line.
 *
 * @at: first point after it
 * @least: fewest points before and after it
 */
typedef struct {
  size_t at, least;
  bool is_line_before, is_line_after;
} KernelBreak;

size_t kernel_break_bootstrap_n_work (size_t n, size_t n_draws);
KernelStatus kernel_break_bootstrap (size_t n,
                                     const double *values,
                                     const double *times,
                                     const KernelBreak *brk,
                                     double level,
                                     size_t n_draws,
                                     uint64_t seed,
                                     double *work,
                                     size_t *earliest,
                                     size_t *latest) KERNEL_MUST_CHECK;
