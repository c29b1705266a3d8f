/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/poisson-interval.h"

#include "kernel/gamma.h"
#include "kernel/normal.h"

#include <math.h>

/* Below it the exact interval, as the Office for Health Improvement has it. */
#define FEWEST_FOR_BYAR 10

/* NaN is missing and passes. */
static KernelStatus
check_counts (size_t n, const double *counts, size_t *bad)
{
  for (size_t i = 0; i < n; i++) {
    if (counts[i] < 0 || isinf (counts[i])) {
      if (bad)
        *bad = i;
      return KERNEL_ERR_DOMAIN;
    }
  }

  return KERNEL_OK;
}

static void
byar (double x, double z, double *lower, double *upper)
{
  const double low = 1 - 1 / (9 * x) - z / (3 * sqrt (x));
  const double high = 1 - 1 / (9 * (x + 1)) + z / (3 * sqrt (x + 1));

  *lower = low < 0 || x == 0 ? NAN : x * low * low * low;
  *upper = (x + 1) * high * high * high;
}

static void
exact (double x, double level, double *lower, double *upper)
{
  const double tail = (1 - level) / 2;

  *lower = x > 0 ? kernel_gamma_quantile (x, tail, false) : x;
  *upper = kernel_gamma_quantile (x + 1, tail, true);
}

/**
 * kernel_byar:
 * @n: number of rows
 * @counts: shape (@n), events observed, at least 0; NaN where missing
 * @z: standard normal quantile, 1.96 for a two-sided 95% interval
 * @lower: (out): shape (@n), events; NaN where the approximation falls below 0
 * @upper: (out): shape (@n), events
 * @bad: (out) (optional): index of the first bad row, set on %KERNEL_ERR_DOMAIN
 *
 * Byar's approximation to the exact interval of a Poisson mean; counts need not be whole.
 * On failure @lower and @upper are left as they were.  O(n) time, no allocation.
 *
 * Source: N. E. Breslow, N. E. Day (1987), Statistical Methods in Cancer Research II, 69.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @z is not finite and positive;
 *   %KERNEL_ERR_DOMAIN if a count is infinite or negative
 */
KernelStatus
kernel_byar (size_t n, const double *counts, double z, double *lower, double *upper, size_t *bad)
{
  if (!isfinite (z) || z <= 0)
    return KERNEL_ERR_PARAMETER;
  if (check_counts (n, counts, bad) != KERNEL_OK)
    return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n; i++)
    byar (counts[i], z, &lower[i], &upper[i]);

  return KERNEL_OK;
}

/**
 * kernel_poisson_exact:
 * @n: number of rows
 * @counts: shape (@n), events observed, at least 0; NaN where missing
 * @level: how sure the interval is to be, such as 0.95
 * @lower: (out): shape (@n), events
 * @upper: (out): shape (@n), events
 * @bad: (out) (optional): index of the first bad row, set on %KERNEL_ERR_DOMAIN
 *
 * The means with which as many events or more, and as many or fewer, have a chance of
 * (1 - @level)/2: half of chi-square quantiles of 2 x and 2 x + 2 degrees of freedom.  Read
 * the other way round, the numbers expected on a funnel's limits where @counts lie on
 * them.  On failure @lower and @upper are left as they were.
 *
 * Source: F. Garwood (1936), Biometrika 28, 437-442.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @level is not between 0 and 1;
 *   %KERNEL_ERR_DOMAIN if a count is infinite or negative
 */
KernelStatus
kernel_poisson_exact (size_t n,
                      const double *counts,
                      double level,
                      double *lower,
                      double *upper,
                      size_t *bad)
{
  if (!(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;
  if (check_counts (n, counts, bad) != KERNEL_OK)
    return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n; i++)
    exact (counts[i], level, &lower[i], &upper[i]);

  return KERNEL_OK;
}

/**
 * kernel_poisson_interval:
 * @n: number of rows
 * @counts: shape (@n), events observed, at least 0; NaN where missing
 * @level: how sure the interval is to be, such as 0.95
 * @lower: (out): shape (@n), events
 * @upper: (out): shape (@n), events
 * @bad: (out) (optional): index of the first bad row, set on %KERNEL_ERR_DOMAIN
 *
 * The interval that English public health publishes: exact below 10 events, Byar's from
 * there on.  On failure @lower and @upper are left as they were.
 *
 * Source: PHE (2018), Technical Guide: Confidence Intervals, Fingertips.
 *
 * Returns: as [func@kernel_poisson_exact]
 */
KernelStatus
kernel_poisson_interval (size_t n,
                         const double *counts,
                         double level,
                         double *lower,
                         double *upper,
                         size_t *bad)
{
  const double z = kernel_normal_quantile (0.5 + level / 2);

  if (!(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;
  if (check_counts (n, counts, bad) != KERNEL_OK)
    return KERNEL_ERR_DOMAIN;

  for (size_t i = 0; i < n; i++) {
    if (counts[i] < FEWEST_FOR_BYAR)
      exact (counts[i], level, &lower[i], &upper[i]);
    else
      byar (counts[i], z, &lower[i], &upper[i]);
  }

  return KERNEL_OK;
}
