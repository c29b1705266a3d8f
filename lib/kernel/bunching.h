/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* Where a pile is looked for in the usual way of economists.
 *
 * @limit: the index of the last bin that meets the limit
 * @before, @after: bins up to it and beyond it that take no part in the curve
 * @degree: of the polynomial; 7 is usual
 * @adds_up: whether those in the pile are put back beyond the window
 */
typedef struct {
  size_t limit, before, after;
  unsigned degree;
  bool adds_up;
} KernelBunchingShape;

/* What is above a polynomial through the other bins.
 *
 * @excess: cases above it in the window, up to the limit
 * @missing: cases below it in the window, beyond the limit
 * @ratio: the excess over what is expected of one bin of it
 * @n_steps: how often the curve was fitted
 */
typedef struct {
  double excess, missing, ratio;
  size_t n_steps;
} KernelBunching;

size_t kernel_bunching_n_work (size_t n, unsigned degree);
KernelStatus kernel_bunching (size_t n,
                              const double *counts,
                              const KernelBunchingShape *shape,
                              double *work,
                              KernelBunching *result) KERNEL_MUST_CHECK;
