/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/clopper-pearson.h"

#include "kernel/beta.h"

#include <math.h>

/**
 * kernel_clopper_pearson:
 * @n: number of rows
 * @counts: shape (@n), events observed, 0 <= counts[i] <= totals[i]; NaN where missing
 * @totals: shape (@n), people or cases at risk, the same unit as @counts
 * @level: how sure the interval is to be, such as 0.95
 * @lower: (out): shape (@n), proportion in [0, 1]
 * @upper: (out): shape (@n), proportion in [0, 1]
 * @bad: (out) (optional): index of the first bad row, set on %KERNEL_ERR_DOMAIN
 *
 * Exact interval of each row: the proportions with which as many cases or more, and as
 * many or fewer, have a chance of (1 - @level)/2.  Never too narrow, often too wide.  A row
 * with NaN in either column, or 0/0, is missing and gives NaN.  On failure @lower and @upper
 * are left as they were.
 *
 * Source: C. J. Clopper, E. S. Pearson (1934), Biometrika 26, 404-413.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @level is not between 0 and 1;
 *   %KERNEL_ERR_DOMAIN if a row is infinite, negative, or has count > total
 */
KernelStatus
kernel_clopper_pearson (size_t n,
                        const double *counts,
                        const double *totals,
                        double level,
                        double *lower,
                        double *upper,
                        size_t *bad)
{
  const double tail = (1 - level) / 2;

  if (!(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n; i++) {
    if (isinf (totals[i]) || counts[i] < 0 || counts[i] > totals[i]) {
      if (bad)
        *bad = i;
      return KERNEL_ERR_DOMAIN;
    }
  }

  for (size_t i = 0; i < n; i++) {
    const double x = counts[i], others = totals[i] - x;

    if (isnan (others) || totals[i] == 0) {
      lower[i] = upper[i] = NAN;
      continue;
    }
    lower[i] = x > 0 ? kernel_beta_quantile (x, others + 1, tail, false) : 0;
    upper[i] = others > 0 ? kernel_beta_quantile (x + 1, others, tail, true) : 1;
  }

  return KERNEL_OK;
}
