/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/noticeable-change.h"

#include "kernel/normal.h"
#include "kernel/saddle-point.h"

#include <math.h>
#include <stdbool.h>

/* Counts that lie further from what is to be expected, in standard deviations, add nothing. */
#define REACH 9

/* The variance of the mean of @m periods by that of one, where neighbours have @r in common and
 * others what follows from that: 1 of one period, (1 + r) / (1 - r) / m of very many.
 */
static double
variance_of_mean (double m, double r)
{
  return (1 + 2 * (r / (1 - r) - r * (1 - pow (r, m)) / (m * (1 - r) * (1 - r)))) / m;
}

/**
 * kernel_noticeable_change:
 * @deviation: standard deviation of one period, in any unit: sqrt (p (1 - p) / n) of a share of
 *   n cases, sqrt (mean) of a count, times the square root of how much more it varies
 * @stretches: what is set against what
 * @change: (out): the least change of the level that is noticed with that chance, in the same
 *   unit
 *
 * The minimal detectable difference of two means: (z + z') s sqrt (1/before + 1/after), each
 * stretch longer by what its neighbours have in common: by (1 + r) / (1 - r) in the limit.
 *
 * Source: J. M. Bland, An Introduction to Medical Statistics, 4th ed. (2015), section 18.3;
 * for neighbours alike G. E. P. Box, G. M. Jenkins, Time Series Analysis (1976), section 2.1.5.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a deviation below 0, no periods, a correlation
 *   of 1 or more either way, and a level or power outside (0, 1)
 */
KernelStatus
kernel_noticeable_change (double deviation, const KernelStretches *stretches, double *change)
{
  const double r = stretches->resemblance;

  if (!(deviation >= 0) || !(stretches->before > 0) || !(stretches->after > 0) || !(r > -1) ||
      !(r < 1) || !(stretches->level > 0 && stretches->level < 1) ||
      !(stretches->power > 0 && stretches->power < 1))
    return KERNEL_ERR_PARAMETER;

  const double reach = kernel_normal_quantile ((1 + stretches->level) / 2) +
                       kernel_normal_quantile (stretches->power);
  *change = reach * deviation *
            sqrt (variance_of_mean (stretches->before, r) + variance_of_mean (stretches->after, r));

  return KERNEL_OK;
}

/* Whether x of n and y of m differ by more than @reach standard errors of the pooled share. */
static bool
differ (double x, double n, double y, double m, double reach)
{
  const double pooled = (x + y) / (n + m);
  const double error = sqrt (pooled * (1 - pooled) * (1 / n + 1 / m));

  return error > 0 && fabs (y / m - x / n) > reach * error;
}

static double
bound (double total, double p, int side)
{
  const double at = total * p + side * (REACH * sqrt (total * p * (1 - p)) + REACH);

  return fmin (total, fmax (0, floor (at)));
}

static double
density (double x, double total, double p)
{
  if (p <= 0 || p >= 1)
    return x == total * p;

  return kernel_binomial_density (x, total - x, p, 1 - p);
}

/**
 * kernel_two_shares_power:
 * @total_before: number of cases in one stretch, a whole number above 0
 * @p_before: the share to expect of them
 * @total_after: number of cases in the other
 * @p_after: the share to expect of those
 * @level: of the two-sided test
 * @power: (out): the chance that the two are found to differ
 *
 * The exact chance that two shares are found to differ by the test of the pooled share: both
 * binomial distributions gone through.  O(sqrt (total_before) sqrt (total_after)) time.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for totals or shares that make no sense, and a
 *   level outside (0, 1)
 */
KernelStatus
kernel_two_shares_power (double total_before,
                         double p_before,
                         double total_after,
                         double p_after,
                         double level,
                         double *power)
{
  const double n = total_before, m = total_after;
  double sum = 0;

  if (!(n > 0) || n != floor (n) || !(m > 0) || m != floor (m) ||
      !(p_before >= 0 && p_before <= 1) || !(p_after >= 0 && p_after <= 1) ||
      !(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;

  const double reach = kernel_normal_quantile ((1 + level) / 2);
  for (double y = bound (m, p_after, -1); y <= bound (m, p_after, 1); y++) {
    double part = 0;
    for (double x = bound (n, p_before, -1); x <= bound (n, p_before, 1); x++)
      part += differ (x, n, y, m, reach) ? density (x, n, p_before) : 0;
    sum += part * density (y, m, p_after);
  }
  *power = fmin (1, sum);

  return KERNEL_OK;
}
