/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/beta.h"

#include "kernel/normal.h"
#include "kernel/saddle-point.h"

#include <float.h>
#include <math.h>

#define MOST_STEPS 200
#define TINY 1e-300

/* x^a y^b / B (a, b), with y = 1 - x. */
static double
front (double a, double b, double x, double y)
{
  return kernel_binomial_density (a, b, x, y) * a * b / (a + b);
}

static double
kept_from_0 (double value)
{
  return fabs (value) < TINY ? TINY : value;
}

/* The chance of lying below @x, for @x up to the mean or little more. */
static double
fraction (double a, double b, double x, double y)
{
  /* Of x and y the smaller one has the digits. */
  const double above = x < y ? a - (a + b) * x : (a + b) * y - b;
  double c = kept_from_0 (a * (above + 1) / (a + 1)), d = 0, product = c, factor = 0;

  for (double m = 1; fabs (factor - 1) > DBL_EPSILON / 2 && m < 1e7; m++) {
    const double s = a + 2 * m - 1;
    const double top = (a + m - 1) / s * ((a + b + m - 1) / s) * m * (b - m) * x * x;
    const double bottom = m + m * (b - m) * x / s + (a + m) * (above + 1 + m * (1 + y)) / (s + 2);

    d = 1 / kept_from_0 (bottom + top * d);
    c = kept_from_0 (bottom + top / c);
    factor = c * d;
    product *= factor;
  }

  return front (a, b, x, y) / product;
}

static double
chance_below (double a, double b, double x, double y)
{
  const bool is_short = x < y ? x * (a + b) <= a : y * (a + b) >= b;
  const double chance = is_short ? fraction (a, b, x, y) : fraction (b, a, y, x);
  const double kept = chance > 1 ? 1 : chance;

  return is_short ? kept : 1 - kept;
}

static bool
is_defined (double a, double b, double x)
{
  return !isnan (x) && a > 0 && b > 0 && isfinite (a) && isfinite (b);
}

/**
 * kernel_beta_lower:
 * @a: first shape, above 0
 * @b: second shape, above 0
 * @x: where
 *
 * The chance that a deviate of a beta distribution is at most @x: the regularised
 * incomplete beta function.  With @a = k and @b = n - k + 1 it is the chance of k or more
 * cases of n, each with chance @x.  O(sqrt (a + b)) time.
 *
 * Source: A. R. DiDonato, A. H. Morris (1992), ACM Trans. Math. Softw. 18, 360-373, the
 * continued fraction of section 4, by W. J. Lentz (1976), Applied Optics 15, 668-671.
 *
 * Returns: a chance in [0, 1]; NaN for NaN and shapes that are not above 0
 */
double
kernel_beta_lower (double a, double b, double x)
{
  if (!is_defined (a, b, x))
    return NAN;
  if (x <= 0 || x >= 1)
    return x >= 1;

  return chance_below (a, b, x, 1 - x);
}

/**
 * kernel_beta_upper:
 * @a: first shape, above 0
 * @b: second shape, above 0
 * @x: where
 *
 * The chance that a deviate of a beta distribution is above @x; small ones keep their
 * digits.  O(sqrt (a + b)) time.
 *
 * Source: as [func@kernel_beta_lower].
 *
 * Returns: a chance in [0, 1]; NaN for NaN and shapes that are not above 0
 */
double
kernel_beta_upper (double a, double b, double x)
{
  if (!is_defined (a, b, x))
    return NAN;
  if (x <= 0 || x >= 1)
    return x <= 0;

  return chance_below (b, a, 1 - x, x);
}

/* The normal approximation where both shapes allow it, else the mean. */
static double
guess (double a, double b, double z)
{
  if (a < 1 || b < 1)
    return a / (a + b);

  const double h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1)), l = (z * z - 3) / 6;
  const double w =
      z * sqrt (h + l) / h - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (l + 5 / 6. - 2 / (3 * h));
  const double x = a / (a + b * exp (2 * w));

  return x > 0 && x < 1 ? x : a / (a + b);
}

/* How far the logarithm of the tail at @x is from that of @p, over its slope there. */
static double
newton_step (double a, double b, double p, bool is_upper, double x)
{
  const double y = 1 - x;
  const double tail = is_upper ? chance_below (b, a, y, x) : chance_below (a, b, x, y);
  const double density = front (a, b, x, y) / (x * y);

  return (is_upper ? -1 : 1) * log (p / tail) * tail / density;
}

/**
 * kernel_beta_quantile:
 * @a: first shape, above 0
 * @b: second shape, above 0
 * @p: a chance
 * @is_upper: whether @p is the chance of lying above
 *
 * Where a beta distribution has a chance of @p below it, or above it.
 *
 * Newton's steps on the logarithm of the chance, kept between ends that close in.
 *
 * Source: inverse of [func@kernel_beta_lower]; to begin at, 26.5.22 of M. Abramowitz,
 * I. A. Stegun (1964).
 *
 * Returns: the quantile in [0, 1]; NaN outside [0, 1], for NaN and for shapes that are not
 *   above 0
 */
double
kernel_beta_quantile (double a, double b, double p, bool is_upper)
{
  double low = 0, high = 1, x;

  if (!(p >= 0 && p <= 1) || !is_defined (a, b, p))
    return NAN;
  if (p == 0 || p == 1)
    return (p == 1) != is_upper;

  x = guess (a, b, (is_upper ? 1 : -1) * kernel_normal_quantile (p));
  for (int k = 0; k < MOST_STEPS; k++) {
    const double step = newton_step (a, b, p, is_upper, x);
    double next = x + step;

    if (step > 0)
      low = x;
    else
      high = x;
    if (fabs (step) <= 2 * DBL_EPSILON * x)
      return next;
    if (!(next > low && next < high))
      next = low + (high - low) / 2;
    x = next;
  }

  return x;
}
