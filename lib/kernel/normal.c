/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/normal.h"

#include <math.h>
#include <stddef.h>

/* 1/sqrt(2) to twice the precision of a double, and sqrt(2), 1/sqrt(2 pi). */
#define HALF_ROOT_HIGH 0.70710678118654757
#define HALF_ROOT_LOW -4.8336466567264567e-17
#define ROOT_TWO 1.4142135623730951
#define DENSITY_AT_0 0.39894228040143268

/* Coefficients of AS 241, PPND16, highest power first. */
#define N_COEFFICIENTS 8

typedef struct {
  double top[N_COEFFICIENTS], bottom[N_COEFFICIENTS];
} Ratio;

static const Ratio central = {
  { 2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
    4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
    1.3314166789178437745e2, 3.3871328727963666080e0 },
  { 5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
    2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
    4.2313330701600911252e1, 1.0 },
};

static const Ratio middle = {
  { 7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
    1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
    4.63033784615654529590e0, 1.42343711074968357734e0 },
  { 1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
    1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
    2.05319162663775882187e0, 1.0 },
};

static const Ratio far = {
  { 2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
    5.46378491116411436990e0, 6.65790464350110377720e0 },
  { 2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
    7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
    5.99832206555887937690e-1, 1.0 },
};

static double
ratio_at (const Ratio *ratio, double r)
{
  double top = ratio->top[0];
  double bottom = ratio->bottom[0];

  for (size_t i = 1; i < N_COEFFICIENTS; i++) {
    top = top * r + ratio->top[i];
    bottom = bottom * r + ratio->bottom[i];
  }

  return top / bottom;
}

/**
 * kernel_normal_cdf:
 * @z: where
 *
 * The chance that a standard normal deviate is at most @z.
 *
 * z/sqrt(2) is not a double, and far out erfc magnifies what rounding lost z^2
 * times; the first term of the Taylor series puts it back.
 *
 * Source: definition, by the complementary error function of libm.
 *
 * Returns: a chance in [0, 1]; NaN for NaN
 */
double
kernel_normal_cdf (double z)
{
  const double near = -z * HALF_ROOT_HIGH;
  const double lost = fma (-z, HALF_ROOT_HIGH, -near) - z * HALF_ROOT_LOW;

  if (!isfinite (z))
    return isnan (z) ? z : (z > 0 ? 1 : 0);

  return erfc (near) / 2 - DENSITY_AT_0 * exp (-near * near) * ROOT_TWO * lost;
}

/**
 * kernel_normal_quantile:
 * @p: a chance
 *
 * The deviate that a standard normal stays at or below with chance @p: the
 * inverse of [func@kernel_normal_cdf].
 *
 * Source: M. J. Wichura (1988), Algorithm AS 241, Applied Statistics 37, 477-484,
 * PPND16, about 1 part in 10^16.
 *
 * Returns: the quantile, infinite at 0 and 1; NaN outside [0, 1] and for NaN
 */
double
kernel_normal_quantile (double p)
{
  const double q = p - 0.5;
  double r;

  if (isnan (p) || p < 0 || p > 1)
    return NAN;
  if (p == 0 || p == 1)
    return copysign (INFINITY, q);
  if (fabs (q) <= 0.425)
    return q * ratio_at (&central, 0.180625 - q * q);

  r = sqrt (-log (q < 0 ? p : 1 - p));
  r = r <= 5 ? ratio_at (&middle, r - 1.6) : ratio_at (&far, r - 5);

  return copysign (r, q);
}
