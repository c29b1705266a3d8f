/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/period-end.h"

#include "kernel/student.h"

#include <math.h>

/**
 * kernel_period_end:
 * @n: number of periods
 * @ends: shape (@n), events in the last days of each; none missing
 * @totals: shape (@n), events in all of it
 * @shares: shape (@n), the share of its days that the last ones are
 * @result: (out): the ends beside their share
 *
 * Whether more events fall into the last days of periods than into others: Student's test of
 * the differences from the days' share, one a period, so that busy periods and slow ones are
 * each held against themselves.  O(@n) time.
 *
 * Source: Student (1908), Biometrika 6, 1-25.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than 2 periods; %KERNEL_ERR_DOMAIN
 * where all differ by the same
 */
KernelStatus
kernel_period_end (size_t n,
                   const double *ends,
                   const double *totals,
                   const double *shares,
                   KernelPeriodEnd *result)
{
  KernelPeriodEnd found = { .n = n };
  double squares = 0;

  if (n < 2)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    found.observed += ends[i];
    found.expected += totals[i] * shares[i];
  }
  const double mean = (found.observed - found.expected) / (double) n;
  for (size_t i = 0; i < n; i++) {
    const double rest = ends[i] - totals[i] * shares[i] - mean;

    squares += rest * rest;
  }
  if (!(squares > 0) || !isfinite (squares))
    return KERNEL_ERR_DOMAIN;

  found.freedom = (unsigned) (n - 1);
  found.t = mean / sqrt (squares / (double) (n - 1) / (double) n);
  found.p = kernel_student_cdf (-found.t, found.freedom);
  *result = found;

  return KERNEL_OK;
}
