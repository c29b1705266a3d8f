/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* How a component is put on the scale of the score: (value - origin) / span. */
typedef struct {
  double origin;
  double span;
  size_t lowest, highest; /* which values lie at the ends; the first of equals */
} KernelScale;

/* What one component is worth in another's own unit. */
typedef struct {
  double rate; /* of the other, for one of the first */
  double fall; /* the most that the other can make up within what there is */
  double rise; /* of the other, that makes it up */
} KernelExchange;

KernelStatus kernel_scale_to_range (size_t n, const double *values, KernelScale *scale)
    KERNEL_MUST_CHECK;
KernelStatus kernel_scale_to_spread (size_t n, const double *values, KernelScale *scale)
    KERNEL_MUST_CHECK;
void kernel_weighted_scores (size_t n_units,
                             size_t n_components,
                             const double *parts,
                             const double *weights,
                             double *scores);
KernelStatus kernel_exchange (double worth,
                              double range,
                              double other_worth,
                              double other_range,
                              KernelExchange *result) KERNEL_MUST_CHECK;
double kernel_range_rounding (double span, double half);
double kernel_spread_rounding (size_t n, double span, double scaled, double half);
double kernel_chance_of_all (size_t n, const double *margins, const double *spreads);
