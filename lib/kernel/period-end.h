/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* Whether the end of a period holds more than its share.
 *
 * @n: periods
 * @observed, @expected: events at the ends, and what the days' share would be
 * @t, @freedom: the mean difference over its standard error
 * @p: chance of one as far above 0
 */
typedef struct {
  size_t n;
  double observed, expected, t, p;
  unsigned freedom;
} KernelPeriodEnd;

KernelStatus kernel_period_end (size_t n,
                                const double *ends,
                                const double *totals,
                                const double *shares,
                                KernelPeriodEnd *result) KERNEL_MUST_CHECK;
