/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/gamma.h"

#include "kernel/normal.h"
#include "kernel/saddle-point.h"

#include <float.h>
#include <math.h>

/* From this shape on the expansion about a normal deviate is exact to a double. */
#define LARGE_SHAPE 1e5

#define MOST_STEPS 200
#define TINY 1e-300

/* x^a e^-x / gamma (a + 1) times 1 + x/(a + 1) + x^2/((a + 1)(a + 2)) + ... */
static double
lower_series (double shape, double x)
{
  double sum = 1, term = 1;

  for (double k = shape + 1; term > sum * (DBL_EPSILON / 8); k++) {
    term *= x / k;
    sum += term;
  }

  return sum * kernel_poisson_density (shape, x);
}

/* x^a e^-x / gamma (a) times a continued fraction, forward by Lentz's way. */
static double
upper_fraction (double shape, double x)
{
  double b = x + 1 - shape, c = 1 / TINY, d = 1 / b, product = d, factor = 0;

  for (double k = 1; fabs (factor - 1) > DBL_EPSILON / 2 && k < 1e7; k++) {
    const double a = k * (shape - k);

    b += 2;
    d = a * d + b;
    d = 1 / (fabs (d) < TINY ? TINY : d);
    c = b + a / c;
    c = fabs (c) < TINY ? TINY : c;
    factor = c * d;
    product *= factor;
  }

  return product * shape * kernel_poisson_density (shape, x);
}

static double
clamp_chance (double chance)
{
  return chance > 1 ? 1 : chance;
}

/**
 * kernel_gamma_lower:
 * @shape: the shape, above 0
 * @x: where
 *
 * The chance that a deviate of a gamma distribution of scale 1 is at most @x: the
 * regularised incomplete gamma function P.  With a whole number k as its shape it is the
 * chance of k or more events where @x are usual.  O(sqrt (shape)) time.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.7.3 below shape + 1, and above
 * it 8.9.2, by W. J. Lentz (1976), Applied Optics 15, 668-671.
 *
 * Returns: a chance in [0, 1]; NaN for NaN and a shape that is not above 0
 */
double
kernel_gamma_lower (double shape, double x)
{
  if (isnan (x) || !(shape > 0))
    return NAN;
  if (x <= 0)
    return 0;
  if (isinf (x))
    return 1;
  if (x < shape + 1)
    return clamp_chance (lower_series (shape, x));

  return 1 - clamp_chance (upper_fraction (shape, x));
}

/**
 * kernel_gamma_upper:
 * @shape: the shape, above 0
 * @x: where
 *
 * The chance that a deviate of a gamma distribution of scale 1 is above @x, Q; small ones
 * keep their digits.  O(sqrt (shape)) time.
 *
 * Source: as [func@kernel_gamma_lower].
 *
 * Returns: a chance in [0, 1]; NaN for NaN and a shape that is not above 0
 */
double
kernel_gamma_upper (double shape, double x)
{
  if (isnan (x) || !(shape > 0))
    return NAN;
  if (x <= 0)
    return 1;
  if (isinf (x))
    return 0;
  if (x < shape + 1)
    return 1 - clamp_chance (lower_series (shape, x));

  return clamp_chance (upper_fraction (shape, x));
}

/* In powers of 1/sqrt (a): what is left out is of the order of a^-2, below the last digit. */
static double
expand (double a, double z)
{
  const double zz = z * z, root = sqrt (a);
  const double first = (zz - 1) / 3 + z * (zz - 7) / (36 * root);
  const double second = ((3 * zz + 7) * zz - 16) / 810;
  const double third = z * ((9 * zz + 256) * zz - 433) / (38880 * root);

  return a + root * z + first + (third - second) / a;
}

/* Something above 0 to begin at. */
static double
guess (double a, double p, bool is_upper)
{
  const double z = (is_upper ? -1 : 1) * kernel_normal_quantile (p);
  const double cube = 1 - 1 / (9 * a) + z / (3 * sqrt (a));
  const double log_low = log (is_upper ? 1 - p : p) + kernel_stirling_rest (a) +
                         log (6.2831853071795865 * a) / 2 + a * (log (a) - 1);
  const double low = exp (log_low / a);

  return cube > 0.3 && a > 0.5 ? a * cube * cube * cube : fmin (low, a + 1);
}

/* How far the logarithm of the tail at @x is from that of @p, over its slope there. */
static double
newton_step (double shape, double p, bool is_upper, double x)
{
  const double tail = is_upper ? kernel_gamma_upper (shape, x) : kernel_gamma_lower (shape, x);
  const double density = kernel_poisson_density (shape, x) * shape / x;

  return (is_upper ? -1 : 1) * log (p / tail) * tail / density;
}

/**
 * kernel_gamma_quantile:
 * @shape: the shape, above 0
 * @p: a chance
 * @is_upper: whether @p is the chance of lying above, which keeps the digits of a small one
 *
 * Where a gamma distribution of scale 1 has a chance of @p below it, or above it.
 *
 * Newton's steps on the logarithm of the chance, from E. B. Wilson's and M. M. Hilferty's
 * cube, kept between ends that close in; from shape 100,000 on an expansion.
 *
 * Source: inverse of [func@kernel_gamma_lower]; E. B. Wilson, M. M. Hilferty (1931), Proc. Natl.
 * Acad. Sci. 17, 684-688; H. Goldberg, H. Levine (1946), Ann. Math. Stat. 17, 216-225.
 *
 * Returns: the quantile, 0 or infinite at the ends; NaN outside [0, 1], for NaN and for a
 *   shape that is not above 0
 */
double
kernel_gamma_quantile (double shape, double p, bool is_upper)
{
  double low = 0, high = INFINITY, x;

  if (!(p >= 0 && p <= 1) || !(shape > 0))
    return NAN;
  if (p == 0 || p == 1)
    return (p == 0) == is_upper ? INFINITY : 0;
  if (shape >= LARGE_SHAPE)
    return expand (shape, (is_upper ? -1 : 1) * kernel_normal_quantile (p));

  x = guess (shape, p, is_upper);
  for (int k = 0; k < MOST_STEPS; k++) {
    const double step = newton_step (shape, p, is_upper, x);
    double next = x + step;

    if (step > 0)
      low = x;
    else
      high = x;
    if (fabs (step) <= 2 * DBL_EPSILON * x)
      return next;
    if (!(next > low && next < high))
      next = isinf (high) ? 2 * x : low + (high - low) / 2;
    x = next;
  }

  return x;
}
