/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/lagged-correlation.h"

#include "kernel/beta.h"

#include <math.h>

/* Degrees of freedom below which nothing is said of a lag. */
#define FEWEST_FREEDOM 2

/**
 * kernel_correlation_chance:
 * @r: a correlation
 * @freedom: its degrees of freedom, pairs less 2 and less what was taken off them
 *
 * The chance of a correlation as far from 0 on either side, of normal values that have nothing
 * in common: that of Student's t = r sqrt (freedom / (1 - r²)).
 *
 * Source: R. A. Fisher (1915), Biometrika 10, 507-521; by the incomplete beta function of
 * 1 - r², Abramowitz and Stegun (1964), 26.5.27.
 *
 * Returns: a chance in [0, 1]; NaN for no degrees of freedom or NaN
 */
double
kernel_correlation_chance (double r, size_t freedom)
{
  if (isnan (r) || freedom == 0)
    return NAN;

  return kernel_beta_lower ((double) freedom / 2, 0.5, fmax (1 - r * r, 0));
}

/**
 * kernel_any_of:
 * @chance: of one
 * @n: how many there are
 *
 * The chance of at least one of @n that do not depend on each other.
 *
 * Source: Z. Šidák (1967), JASA 62, 626-633.
 *
 * Returns: 1 - (1 - @chance)^@n
 */
double
kernel_any_of (double chance, size_t n)
{
  return chance >= 1 ? 1 : -expm1 ((double) n * log1p (-chance));
}

/* Pearson's correlation of x with y @lag later, NaN where one of them does not vary. */
static double
correlate (size_t n, const double *x, const double *y, size_t lag, size_t *n_pairs)
{
  double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0, m = 0;

  for (size_t i = lag; i < n; i++) {
    if (isnan (x[i - lag]) || isnan (y[i]))
      continue;
    m++;
    mean_x += x[i - lag];
    mean_y += y[i];
  }
  *n_pairs = (size_t) m;
  mean_x /= m;
  mean_y /= m;
  for (size_t i = lag; i < n; i++) {
    const double u = x[i - lag] - mean_x, v = y[i] - mean_y;

    if (isnan (u) || isnan (v))
      continue;
    xx += u * u;
    yy += v * v;
    xy += u * v;
  }

  return xx > 0 && yy > 0 ? fmax (-1, fmin (1, xy / sqrt (xx) / sqrt (yy))) : NAN;
}

/**
 * kernel_lagged_correlation:
 * @n: periods
 * @x: shape (@n), what is ahead; NaN where one is missing
 * @y: shape (@n), what follows
 * @most_lag: the longest lag looked at; lags are 0 to this
 * @n_taken: degrees of freedom that were spent on the values before
 * @found: (out): the clearest lag
 *
 * The lag of 0 to @most_lag at which two series go together with the least chance. A lag with
 * fewer than 4 pairs is passed over; one keeps 2 degrees of freedom at least. O(n L) time.
 *
 * Source: definition; the chance of any lag by [func@kernel_any_of].
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT where no lag can be looked at
 */
KernelStatus
kernel_lagged_correlation (size_t n,
                           const double *x,
                           const double *y,
                           size_t most_lag,
                           size_t n_taken,
                           KernelLagged *found)
{
  KernelLagged best = { .chance = INFINITY };

  for (size_t lag = 0; lag <= most_lag && lag < n; lag++) {
    size_t n_pairs;
    const double r = correlate (n, x, y, lag, &n_pairs);
    const size_t freedom =
        n_pairs > n_taken + 2 + FEWEST_FREEDOM ? n_pairs - 2 - n_taken : FEWEST_FREEDOM;
    const double chance = kernel_correlation_chance (r, freedom);

    if (n_pairs >= 4 && chance < best.chance)
      best = (KernelLagged){ lag, r, freedom, chance };
  }
  if (isinf (best.chance))
    return KERNEL_ERR_TOO_SHORT;
  best.chance = kernel_any_of (best.chance, most_lag + 1);
  *found = best;

  return KERNEL_OK;
}
