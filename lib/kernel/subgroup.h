/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How the standard deviations of the subgroups become one. */
typedef enum {
  KERNEL_SUBGROUP_BY_SIZE, /* their mean where all sizes are equal, else pooled */
  KERNEL_SUBGROUP_POOLED,  /* pooled, whatever the sizes */
} KernelSubgroupSpread;

double kernel_c4 (double size);

KernelStatus kernel_subgroup_summary (size_t n,
                                      const double *observations,
                                      double *mean,
                                      double *deviation,
                                      size_t *n_used) KERNEL_MUST_CHECK;

KernelStatus kernel_subgroups (size_t n,
                               const double *means,
                               const double *deviations,
                               const double *sizes,
                               const uint8_t *used,
                               KernelSubgroupSpread how,
                               double *centre,
                               double *deviation) KERNEL_MUST_CHECK;

double kernel_subgroup_mean_spread (double deviation, double size);
double kernel_subgroup_deviation_spread (double deviation, double size);
