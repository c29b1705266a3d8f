/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/granger.h"
#include "kernel/linkage-basis.h"
#include "kernel/status.h"

#include <stddef.h>

/* Periods of the past that may count, and periods below which nothing is said. */
#define KERNEL_DIRECTION_MOST_ORDER 3
#define KERNEL_DIRECTION_FEWEST 50

#define KERNEL_DIRECTION_WORK(n) ((KERNEL_BASIS_MOST_COLUMNS + 2) * (n) + KERNEL_GRANGER_WORK)

/* Which of two series foretells the other: @forward the second by the past of the first. */
typedef struct {
  KernelGranger forward, backward;
} KernelDirection;

KernelStatus kernel_direction (const KernelBasisAsked *asked,
                               const double *x,
                               const double *y,
                               double *work,
                               KernelDirection *found) KERNEL_MUST_CHECK;
