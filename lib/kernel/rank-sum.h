/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Whether the values of one stretch tend to be higher than those of another.
 *
 * @n_before, @n_after: values that are there
 * @w: pairs whose earlier value is higher; one that is equal counts half
 * @z: how far that is from chance, in standard deviations, half a pair nearer
 * @chance: of as far either way, if there is no difference, about
 */
typedef struct {
  size_t n_before, n_after;
  double w, z, chance;
} KernelRankSum;

KernelStatus kernel_rank_sum (size_t n,
                              const double *values,
                              size_t at,
                              int64_t *keys,
                              double *ranks,
                              KernelRankSum *result) KERNEL_MUST_CHECK;
