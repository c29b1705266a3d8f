/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/student.h"

#include "kernel/normal.h"

#include <math.h>

#define PI 3.14159265358979323846

/* Beyond this many degrees of freedom the series is long and the expansion exact. */
#define MOST_FREEDOM 2000

/* The chance of lying within @t of 0: a finite series for a whole number of degrees. */
static double
within (double t, unsigned freedom)
{
  const double nu = freedom, theta = atan (t / sqrt (nu));
  const double cosine = cos (theta), square = cosine * cosine;
  double term = freedom % 2 ? cosine : 1, total = freedom == 1 ? 0 : term;

  for (unsigned k = freedom % 2 ? 3 : 2; k + 1 < freedom; k += 2) {
    term *= square * (double) (k - 1) / (double) k;
    total += term;
  }
  if (freedom % 2)
    return 2 / PI * (theta + sin (theta) * total);

  return sin (theta) * total;
}

/* The normal deviate a little away, in powers of 1 over the degrees of freedom. */
static double
expand (double x, double nu)
{
  const double xx = x * x;

  return x + x * (xx + 1) / (4 * nu) + x * ((5 * xx + 16) * xx + 3) / (96 * nu * nu) +
         x * (((3 * xx + 19) * xx + 17) * xx - 15) / (384 * nu * nu * nu);
}

/**
 * kernel_student_cdf:
 * @t: where
 * @freedom: degrees of freedom, at least 1
 *
 * The chance that a deviate of Student's distribution is at most @t.  O(freedom) time.
 *
 * Source: M. Abramowitz, I. A. Stegun (1964), 26.7.3 and 26.7.4; beyond 2,000 degrees
 * the normal distribution at the inverse of 26.7.5.
 *
 * Returns: a chance in [0, 1]; NaN for NaN or no degrees of freedom
 */
double
kernel_student_cdf (double t, unsigned freedom)
{
  const double nu = freedom;

  if (isnan (t) || freedom == 0)
    return NAN;
  if (freedom > MOST_FREEDOM) {
    /* Two steps of x <- x - (expand (x) - t), which shrink what is left nu times. */
    double x = t;
    for (int k = 0; k < 6; k++)
      x -= expand (x, nu) - t;
    return kernel_normal_cdf (isfinite (x) ? x : t);
  }

  /* Far out the series sums to 1 and a little more. */
  return 0.5 + copysign (fmin (within (fabs (t), freedom), 1) / 2, t);
}

/**
 * kernel_student_quantile:
 * @p: a chance
 * @freedom: degrees of freedom, at least 1
 *
 * The deviate of Student's distribution that lies below @p of all.
 *
 * Source: M. Abramowitz, I. A. Stegun (1964), 26.7.5 to start from, then bisection of
 * [func@kernel_student_cdf].
 *
 * Returns: the quantile, infinite at 0 and 1; NaN outside [0, 1] and for NaN
 */
double
kernel_student_quantile (double p, unsigned freedom)
{
  const double upper = p < 0.5 ? 1 - p : p;
  double low = 0, high = 2;

  if (isnan (p) || p < 0 || p > 1 || freedom == 0)
    return NAN;
  if (p == 0 || p == 1)
    return copysign (INFINITY, p - 0.5);
  if (freedom > MOST_FREEDOM)
    return expand (kernel_normal_quantile (p), freedom);

  while (kernel_student_cdf (high, freedom) < upper && high < 1e300)
    high *= 2;
  for (int k = 0; k < 1100 && low < high; k++) {
    const double middle = low / 2 + high / 2;
    if (middle <= low || middle >= high)
      break;
    if (kernel_student_cdf (middle, freedom) < upper)
      low = middle;
    else
      high = middle;
  }

  return copysign (high, p - 0.5);
}
