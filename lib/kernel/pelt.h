/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum {
  KERNEL_COST_MEAN,          /* of normal values with variance 1 */
  KERNEL_COST_VARIANCE,      /* of normal values around the mean of all */
  KERNEL_COST_MEAN_VARIANCE, /* of normal values */
  KERNEL_COST_DISTRIBUTION,  /* of values of any kind, by their quantiles */
} KernelCost;

/* What a segment and a change cost.
 *
 * @price: of a change
 * @is_modified: each segment also costs the logarithm of its length (modified BIC, whose
 *   price is 3 log n, or 4 log n where mean and variance change)
 * @least: fewest values of a segment
 * @n_quantiles: of a distribution, how many quantiles stand for it, such as 4 log n
 */
typedef struct {
  KernelCost cost;
  double price;
  bool is_modified;
  size_t least, n_quantiles;
} KernelPelt;

size_t kernel_pelt_n_work (size_t n, size_t n_quantiles);
size_t kernel_pelt_n_order (size_t n);
KernelStatus kernel_pelt (size_t n,
                          const double *values,
                          const KernelPelt *settings,
                          double *work,
                          size_t *order,
                          size_t *changes,
                          size_t *n_changes,
                          double *total) KERNEL_MUST_CHECK;
