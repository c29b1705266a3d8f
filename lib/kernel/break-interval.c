/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/break-interval.h"

#include <math.h>

#define ROOT_TWO 1.4142135623730951
#define LOG_TWO_PI 1.8378770664093453

/* The logarithm of the chance that a normal deviate lies above @x, which may be far out. */
static double
log_tail (double x)
{
  if (x < 30)
    return log (erfc (x / ROOT_TWO) / 2);

  return -x * x / 2 - log (x) - LOG_TWO_PI / 2 + log1p (-1 / (x * x) + 3 / (x * x * x * x));
}

/* At @x before the break, as a chance: equation (9) of the source for negative places.
 * @growth: how much more a break shows after it than before; @phi: that times the ratio of
 * the variances.
 */
static double
before_break (double x, double phi, double growth)
{
  const double root = sqrt (x), part = growth / phi;

  return -exp (log (x) / 2 - x / 8 - LOG_TWO_PI / 2) -
         phi / growth * (phi + 2 * growth) / (phi + growth) *
             exp (part * (1 + part) * x / 2 + log_tail ((0.5 + part) * root)) +
         exp (
             log (x / 2 - 2 + (phi + 2 * growth) * (phi + 2 * growth) / ((phi + growth) * growth)) +
             log_tail (root / 2));
}

static double
after_break (double x, double phi, double growth)
{
  const double root = sqrt (x), part = growth * growth / phi;

  return 1 + sqrt (part) * exp (log (x) / 2 - part * x / 8 - LOG_TWO_PI / 2) +
         growth / phi * (2 * phi + growth) / (phi + growth) *
             exp ((phi + growth) * x / 2 + log_tail ((phi + growth / 2) / sqrt (phi) * root)) -
         exp (log ((2 * phi + growth) * (2 * phi + growth) / ((phi + growth) * phi) - 2 +
                   part * x / 2) +
              log_tail (sqrt (part) * root / 2));
}

static double
place_cdf (double x, double ratio, double growth)
{
  const double phi = growth * ratio;

  if (isnan (x) || !(phi > 0) || isinf (phi))
    return NAN;
  if (x == 0)
    x = -0x1p-1022;

  const double chance = x < 0 ? before_break (-x, phi, growth) : after_break (x, phi, growth);

  return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}

/**
 * kernel_break_place_cdf:
 * @x: where, in units of the variance before the break over the square of the change
 * @ratio: the variance after the break over that before, above 0
 *
 * The chance that the place with the least sum of squares lies at or before @x, when
 * the mean changes at 0.
 *
 * Source: J. Bai (1997), Review of Economics and Statistics 79, 551-563, appendix B,
 * with regressors that do not change.
 *
 * Returns: a chance in [0, 1]; NaN for NaN
 */
double
kernel_break_place_cdf (double x, double ratio)
{
  return place_cdf (x, ratio, 1);
}

/* The place at which the chance reaches @chance, between 0 and @far. */
static double
find_place (double ratio, double growth, double chance, double direction)
{
  double near = 0, far = direction;

  while (fabs (far) < 1e9 && (place_cdf (far, ratio, growth) - chance) * direction < 0)
    far *= 2;
  for (int k = 0; k < 100; k++) {
    const double middle = (near + far) / 2;
    if ((place_cdf (middle, ratio, growth) - chance) * direction < 0)
      near = middle;
    else
      far = middle;
  }

  return far;
}

/**
 * kernel_break_interval:
 * @change: mean after the break less mean before
 * @variance_before: variance of the values before, around their mean
 * @variance_after: variance of the values after
 * @level: how sure to be, such as 0.95
 * @earlier: (out): how much earlier the break may be, in points, at least 0
 * @later: (out): how much later
 *
 * Where a change of the mean may have happened, around the place that fits most
 * closely.  Where the variances differ so much that the interval has no end on one
 * side, their mean stands for both.
 *
 * Source: J. Bai (1997), Review of Economics and Statistics 79, 551-563; J. Bai,
 * P. Perron (2003), Journal of Applied Econometrics 18, 1-22.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a level outside (0, 1);
 * %KERNEL_ERR_DOMAIN for no change, or a variance below 0
 */
KernelStatus
kernel_break_interval (double change,
                       double variance_before,
                       double variance_after,
                       double level,
                       double *earlier,
                       double *later)
{
  const double square = change * change;

  return kernel_regression_break_interval (square, square, variance_before, variance_after, level,
                                           earlier, later);
}

/**
 * kernel_regression_break_interval:
 * @square_before: mean over the points before the break of the square of what the break makes
 *   of each, were it there already
 * @square_after: likewise over the points after it
 * @variance_before: variance of what is left before
 * @variance_after: of what is left after
 * @level: how sure to be, such as 0.95
 * @earlier: (out): how much earlier the break may be, in points, at least 0
 * @later: (out): how much later
 *
 * As [func@kernel_break_interval], where the coefficients of a regression change.  Where the
 * interval has no end on one side, the means of both sides stand for each.
 *
 * Source: as of [func@kernel_break_interval].
 *
 * Returns: as [func@kernel_break_interval]
 */
KernelStatus
kernel_regression_break_interval (double square_before,
                                  double square_after,
                                  double variance_before,
                                  double variance_after,
                                  double level,
                                  double *earlier,
                                  double *later)
{
  const double outside = (1 - level) / 2;

  if (!(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;
  if (!(square_before > 0) || !(square_after > 0) || !(variance_before >= 0) ||
      !(variance_after >= 0))
    return KERNEL_ERR_DOMAIN;
  *earlier = *later = 0;
  if (variance_before == 0 && variance_after == 0)
    return KERNEL_OK;

  double ratio = variance_after / variance_before, growth = square_after / square_before;
  const double at_0 = place_cdf (0, ratio, growth);
  if (!(at_0 >= outside && at_0 <= 1 - outside)) {
    variance_before = (variance_before + variance_after) / 2;
    square_before = (square_before + square_after) / 2;
    ratio = growth = 1;
  }

  /* A break that fits closely after the true one means a true one before it. */
  const double unit = variance_before / square_before;
  *earlier = find_place (ratio, growth, 1 - outside, 1) * unit;
  *later = -find_place (ratio, growth, outside, -1) * unit;

  return KERNEL_OK;
}
