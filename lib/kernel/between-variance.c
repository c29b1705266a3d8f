/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/between-variance.h"

#include "kernel/chi-square.h"

#include <float.h>
#include <math.h>

#define MOST_STEPS 2100

/* Weighted squares about the weighted mean, with @tau2 added to each variance. */
static double
weighted_squares (size_t n, const double *values, const double *errors, double tau2)
{
  double sum = 0, mean = 0, squares = 0;

  for (size_t i = 0; i < n; i++) {
    const double weight = 1 / (errors[i] * errors[i] + tau2);
    const double step = values[i] - mean;

    sum += weight;
    mean += step * weight / sum;
    squares += weight * step * (values[i] - mean);
  }

  return squares;
}

/**
 * kernel_between_variance:
 * @n: number of areas
 * @values: shape (@n), in any unit, none missing
 * @errors: shape (@n), standard error of each, above 0
 *
 * The variance between the areas themselves, apart from what chance among cases adds, by
 * moments.  O(n) time.
 *
 * Source: R. DerSimonian, N. Laird (1986), Control. Clin. Trials 7, 177-188.
 *
 * Returns: the variance, at least 0; NaN of fewer than two areas
 */
double
kernel_between_variance (size_t n, const double *values, const double *errors)
{
  double sum = 0, squares = 0;

  if (n < 2)
    return NAN;
  for (size_t i = 0; i < n; i++) {
    const double weight = 1 / (errors[i] * errors[i]);

    sum += weight;
    squares += weight * weight;
  }
  const double excess = weighted_squares (n, values, errors, 0) - ((double) n - 1);

  return excess > 0 ? excess / (sum - squares / sum) : 0;
}

/* Where the weighted squares, which fall as tau^2 rises, have come down to @wanted. */
static double
solve (size_t n, const double *values, const double *errors, double wanted)
{
  double low = 0, high = DBL_MIN;

  if (weighted_squares (n, values, errors, 0) <= wanted)
    return 0;
  for (size_t i = 0; i < n; i++)
    high = fmax (high, errors[i] * errors[i]);
  while (weighted_squares (n, values, errors, high) > wanted && high < DBL_MAX / 4)
    high *= 2;
  for (int k = 0; k < MOST_STEPS && high - low > DBL_EPSILON * high; k++) {
    const double middle = low + (high - low) / 2;

    if (middle <= low || middle >= high)
      break;
    if (weighted_squares (n, values, errors, middle) > wanted)
      low = middle;
    else
      high = middle;
  }

  return high;
}

/**
 * kernel_q_profile:
 * @n: number of areas
 * @values: shape (@n), in any unit, none missing
 * @errors: shape (@n), standard error of each, above 0
 * @level: how sure the interval is to be, such as 0.95
 * @low: (out): its lower end, at least 0; NaN of fewer than two areas
 * @high: (out): its upper end; NaN of fewer than two areas
 *
 * Interval of the variance between areas: the variances with which the weighted squares
 * lie between two quantiles of a chi-square distribution of n - 1 degrees.  O(n) time for each
 * of about 60 steps.
 *
 * Source: W. Viechtbauer (2007), Stat. Med. 26, 37-52, the Q-profile method.
 */
void
kernel_q_profile (size_t n,
                  const double *values,
                  const double *errors,
                  double level,
                  double *low,
                  double *high)
{
  const double freedom = (double) n - 1;

  *low = *high = NAN;
  if (n < 2 || !(level > 0 && level < 1))
    return;
  *low = solve (n, values, errors, kernel_chi_square_quantile (0.5 + level / 2, freedom));
  *high = solve (n, values, errors, kernel_chi_square_quantile (0.5 - level / 2, freedom));
}
