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
} KernelCost;

/* What a segment and a change cost.
 *
 * @price: of a change
 * @is_modified: each segment also costs the logarithm of its length (modified BIC, whose
 *   price is 3 log n, or 4 log n where mean and variance change)
 * @least: fewest values of a segment
 */
typedef struct {
  KernelCost cost;
  double price;
  bool is_modified;
  size_t least;
} KernelPelt;

size_t kernel_pelt_n_work (size_t n);
size_t kernel_pelt_n_order (size_t n);
KernelStatus kernel_pelt (size_t n,
                          const double *values,
                          const KernelPelt *settings,
                          double *work,
                          size_t *order,
                          size_t *changes,
                          size_t *n_changes,
                          double *total) KERNEL_MUST_CHECK;
