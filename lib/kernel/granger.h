/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

#define KERNEL_GRANGER_MOST_ORDER 4
#define KERNEL_GRANGER_WORK \
  ((2 * KERNEL_GRANGER_MOST_ORDER + 4) * (2 * KERNEL_GRANGER_MOST_ORDER + 2))

/* Whether the past of one series foretells another beyond the other's own past.
 *
 * @order: periods of the past that count
 * @ratio: of variances, Fisher's F
 * @freedom_above, @freedom_below: its degrees of freedom
 * @chance: of an F as large where it does not
 * @criterion: of Schwarz, for choosing among orders fitted to the same rows
 */
typedef struct {
  size_t order;
  double ratio;
  size_t freedom_above, freedom_below;
  double chance, criterion;
} KernelGranger;

KernelStatus kernel_granger (size_t n,
                             const double *cause,
                             const double *effect,
                             size_t order,
                             size_t n_skipped,
                             size_t n_taken,
                             double *work,
                             KernelGranger *found) KERNEL_MUST_CHECK;
