/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* What a stretch costs, twice the negative logarithm of its likelihood, by the sums of its
 * rows.
 *
 * MEAN: rows of x, x²; normal values with variance 1
 * MEAN_VARIANCE: rows of x, x²; normal values
 * RATE: rows of a count and its size; Poisson counts
 * SHARE: rows of a count and what is not of it; binomial counts
 * DISTRIBUTION: rows of 1 where the value lies below each quantile, 0 where not
 */
typedef enum {
  KERNEL_STRETCH_MEAN,
  KERNEL_STRETCH_MEAN_VARIANCE,
  KERNEL_STRETCH_RATE,
  KERNEL_STRETCH_SHARE,
  KERNEL_STRETCH_DISTRIBUTION,
} KernelStretch;

/* A series as rows that add up.
 *
 * @n: how many rows, one a value
 * @width: how many numbers a row
 * @rows: shape (@n × @width)
 * @least: fewest values before and after a break
 */
typedef struct {
  KernelStretch stretch;
  size_t n, width, least;
  const double *rows;
} KernelRows;

size_t kernel_any_break_n_work (size_t n, size_t width, size_t n_draws);
KernelStatus kernel_any_break (const KernelRows *rows, double *work, size_t *at, double *gain)
    KERNEL_MUST_CHECK;
KernelStatus kernel_any_break_chance (const KernelRows *rows,
                                      size_t n_draws,
                                      uint64_t seed,
                                      double *work,
                                      size_t *order,
                                      double *chance) KERNEL_MUST_CHECK;
KernelStatus kernel_any_break_interval (const KernelRows *rows,
                                        size_t at,
                                        double level,
                                        size_t n_draws,
                                        uint64_t seed,
                                        double *work,
                                        size_t *order,
                                        size_t *earliest,
                                        size_t *latest) KERNEL_MUST_CHECK;
