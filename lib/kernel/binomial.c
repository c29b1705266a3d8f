/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/binomial.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#define TWO_PI 6.283185307179586
#define LOG_ROOT_TWO_PI 0.91893853320467274

/* Below this a term adds nothing to a sum of the ones before it. */
#define NEGLIGIBLE 1e-18

/* From here on the series for what Stirling's formula leaves out has every digit. */
#define SERIES_FROM 16

/* log (n!) less Stirling's formula. */
static double
stirling_error (double n)
{
  const double nn = n * n;
  double factorial = 1;

  if (n >= SERIES_FROM)
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / nn) / nn) / nn) / nn) /
           n;
  for (double k = 2; k <= n; k++)
    factorial *= k;

  return log (factorial) - (n + 0.5) * log (n) + n - LOG_ROOT_TWO_PI;
}

/* x log (x / m) + m - x, without cancellation where x and m are near. */
static double
deviance_part (double x, double m)
{
  const double v = (x - m) / (x + m);
  double sum = (x - m) * v, term = 2 * x * v;

  if (!(fabs (x - m) < 0.1 * (x + m)))
    return x * log (x / m) + m - x;
  for (int j = 1; j < 1000; j++) {
    term *= v * v;
    const double next = sum + term / (2 * j + 1);
    if (next == sum)
      break;
    sum = next;
  }

  return sum;
}

static bool
is_law (double total, double p)
{
  return total >= 0 && total == floor (total) && isfinite (total) && p >= 0 && p <= 1;
}

/**
 * kernel_binomial_chance:
 * @count: a number of cases
 * @total: how many there are, a whole number
 * @p: the chance of each
 *
 * The chance of exactly @count of @total.  O(1) time; about 1 part in 10^14.
 *
 * Source: C. Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 *
 * Returns: a chance in [0, 1], 0 for what is no count; NaN where @total or @p make no sense
 */
double
kernel_binomial_chance (double count, double total, double p)
{
  const double q = 1 - p, others = total - count;

  if (!is_law (total, p) || isnan (count))
    return NAN;
  if (count < 0 || count > total || count != floor (count))
    return 0;
  if (count == 0)
    return p == 1 ? (total == 0) : exp (total * log1p (-p));
  if (others == 0)
    return pow (p, total);
  if (p == 0 || q == 0)
    return 0;

  const double logarithm = stirling_error (total) - stirling_error (count) -
                           stirling_error (others) - deviance_part (count, total * p) -
                           deviance_part (others, total * q);

  return exp (logarithm) * sqrt (total / (TWO_PI * count * others));
}

/* The chance of @count and every count beyond it in the direction of @step, away from where
 * most of the chance lies.
 */
static double
tail (double count, double total, double p, int step)
{
  double term = kernel_binomial_chance (count, total, p), sum = term;

  while (term > NEGLIGIBLE * sum && count >= 0 && count <= total) {
    term *= step < 0 ? count / (total - count + 1) * ((1 - p) / p)
                     : (total - count) / (count + 1) * (p / (1 - p));
    sum += term;
    count += step;
  }

  return sum < 1 ? sum : 1;
}

/**
 * kernel_binomial_cdf:
 * @count: a number of cases; what is no whole number counts as the one below
 * @total: how many there are, a whole number
 * @p: the chance of each
 *
 * The chance of at most @count of @total.  The terms of the thinner side are added, so that
 * small chances keep their digits.  O(sqrt(total)) time.
 *
 * Source: definition.
 *
 * Returns: a chance in [0, 1]; NaN where @total or @p make no sense
 */
double
kernel_binomial_cdf (double count, double total, double p)
{
  const double k = floor (count);

  if (!is_law (total, p) || isnan (count))
    return NAN;
  if (k < 0)
    return 0;
  if (k >= total || p == 0)
    return 1;
  if (p == 1)
    return 0;

  return k < total * p ? tail (k, total, p, -1) : 1 - tail (k + 1, total, p, 1);
}
