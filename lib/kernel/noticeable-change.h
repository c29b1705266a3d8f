/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

/* Two stretches that are set against each other.
 *
 * @before, @after: number of periods in each, above 0
 * @resemblance: correlation of neighbouring periods, above -1 and below 1
 * @level: of the two-sided test, such as 0.95
 * @power: chance of noticing, such as 0.8
 */
typedef struct {
  double before, after, resemblance, level, power;
} KernelStretches;

KernelStatus kernel_noticeable_change (double deviation,
                                       const KernelStretches *stretches,
                                       double *change) KERNEL_MUST_CHECK;
KernelStatus kernel_two_shares_power (double total_before,
                                      double p_before,
                                      double total_after,
                                      double p_after,
                                      double level,
                                      double *power) KERNEL_MUST_CHECK;
