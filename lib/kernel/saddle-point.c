/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/saddle-point.h"

#include <float.h>
#include <math.h>
#include <stddef.h>

#define TWO_PI 6.2831853071795865

/* From here on the series is exact to a double. */
#define SERIES_FROM 16

/* A twelfth and its like: B(2k) / (2k (2k - 1)). */
static const double stirling[] = { 1 / 12.,   -1 / 360.,      1 / 1260., -1 / 1680.,
                                   1 / 1188., -691 / 360360., 1 / 156. };

#define N_STIRLING (sizeof stirling / sizeof stirling[0])

/**
 * kernel_stirling_rest:
 * @x: where, above 0
 *
 * What Stirling's formula leaves out: the logarithm of gamma (x + 1) less that of
 * sqrt (2 pi x) (x/e)^x.  O(1) time.
 *
 * Below 16 by steps upwards, each of which adds (x + 1/2) log (1 + 1/x) - 1.
 *
 * Source: C. Loader (2000), Fast and Accurate Computation of Binomial Probabilities,
 * section 2; the series is 6.1.41 of M. Abramowitz, I. A. Stegun (1964).
 *
 * Returns: the rest, about 1/(12 x); NaN for NaN and below 0
 */
double
kernel_stirling_rest (double x)
{
  double rest = 0, series = 0;

  if (!(x > 0))
    return x == 0 ? INFINITY : NAN;
  for (; x < SERIES_FROM; x++)
    rest += (x + 0.5) * log1p (1 / x) - 1;
  for (size_t k = N_STIRLING; k-- > 0;)
    series = series / (x * x) + stirling[k];

  return rest + series / x;
}

/* x log (x / mean) - above, where @above is x - mean with all its digits. */
static double
deviance_by (double x, double mean, double above)
{
  const double v = above / (x + mean);

  if (x == 0)
    return mean;
  if (!(fabs (v) < 0.1))
    return x * log (x / mean) - above;

  double sum = above * v, term = 2 * x * v;
  for (unsigned k = 3; k < 100; k += 2) {
    const double before = sum;

    term *= v * v;
    sum += term / k;
    if (sum == before)
      break;
  }

  return sum;
}

/**
 * kernel_deviance:
 * @x: a number of events, at least 0
 * @mean: how many there would be, above 0
 *
 * x log (x / mean) + mean - x, half of what an observation adds to the deviance of a
 * Poisson model.  Near the mean it is summed as a series, because the terms cancel.
 *
 * Source: C. Loader (2000), section 3, bd0.
 *
 * Returns: the deviance, at least 0; NaN for NaN
 */
double
kernel_deviance (double x, double mean)
{
  return deviance_by (x, mean, x - mean);
}

/**
 * kernel_poisson_density:
 * @x: a number of events, at least 0, whole or not
 * @mean: how many there are on average, above 0
 *
 * exp (-mean) mean^x / gamma (x + 1) without overflow or cancellation.
 *
 * Source: C. Loader (2000), section 4.
 *
 * Returns: the chance of @x events; NaN for NaN
 */
double
kernel_poisson_density (double x, double mean)
{
  if (x == 0)
    return exp (-mean);
  if (x < DBL_MIN || x < mean * DBL_MIN)
    return exp (-mean + x * log (mean));

  return exp (-kernel_stirling_rest (x) - kernel_deviance (x, mean)) / sqrt (TWO_PI * x);
}

/**
 * kernel_binomial_density:
 * @x: a number of cases, at least 0, whole or not
 * @others: how many were none, at least 0
 * @p: chance of a case
 * @q: 1 - @p, with its own digits
 *
 * gamma (n + 1) / (gamma (x + 1) gamma (n - x + 1)) p^x q^(n - x), with n - x = @others.
 *
 * Source: C. Loader (2000), section 2.
 *
 * Returns: the chance of @x cases; NaN for NaN
 */
double
kernel_binomial_density (double x, double others, double p, double q)
{
  const double n = x + others;

  if (x == 0)
    return exp (q > 0.5 ? n * log1p (-p) : n * log (q));
  if (others == 0)
    return exp (p > 0.5 ? n * log1p (-q) : n * log (p));

  /* Of p and q the smaller one has the digits. */
  const double above = p < q ? x - n * p : n * q - others;
  const double rest =
      kernel_stirling_rest (n) - kernel_stirling_rest (x) - kernel_stirling_rest (others);

  return exp (rest - deviance_by (x, n * p, above) - deviance_by (others, n * q, -above)) *
         sqrt (n / (TWO_PI * x * others));
}
