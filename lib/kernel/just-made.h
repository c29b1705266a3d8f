/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* Whether more units lie just beyond a threshold than their sizes and their spread give.
 *
 * @n_units: units with a numerator and a denominator
 * @observed, @expected: of them, those just beyond
 * @z: the difference over its standard deviation
 * @p: chance of one as far above 0
 * @share: numerators over denominators
 * @likeness: correlation of two cases of one unit; 0 where units differ by chance only
 */
typedef struct {
  size_t n_units;
  double observed, expected, z, p, share, likeness;
} KernelJustMade;

double kernel_beta_binomial (double low, double high, double total, double share, double likeness);
KernelStatus kernel_just_made (size_t n,
                               const double *numerators,
                               const double *denominators,
                               double threshold,
                               double width,
                               KernelJustMade *result) KERNEL_MUST_CHECK;
