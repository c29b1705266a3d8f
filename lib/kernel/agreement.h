/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* How two sources of the same figures differ, the first less the second.
 *
 * @n: pairs of which both are known
 * @n_above, @n_below: of those, in which the first is the higher one, the lower one
 * @bias: mean difference
 * @spread: standard deviation of the differences; NaN of fewer than 2
 * @low, @high: between which 95% of differences lie, were they normal; NaN of fewer than 2
 * @sign_chance: of signs at least as one-sided where either is as likely; 1 where none differs
 */
typedef struct {
  size_t n, n_above, n_below;
  double bias, spread;
  double low, high;
  double sign_chance;
} KernelAgreement;

KernelStatus
kernel_agreement (size_t n, const double *first, const double *second, KernelAgreement *agreement)
    KERNEL_MUST_CHECK;
