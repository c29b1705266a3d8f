/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/composite.h"

#include "kernel/normal.h"

#include <math.h>

static void
find_ends (size_t n, const double *values, KernelScale *scale)
{
  scale->lowest = scale->highest = 0;
  for (size_t i = 1; i < n; i++) {
    if (values[i] < values[scale->lowest])
      scale->lowest = i;
    if (values[i] > values[scale->highest])
      scale->highest = i;
  }
}

static KernelStatus
check_values (size_t n, const double *values)
{
  if (n < 2)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++)
    if (!isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;

  return KERNEL_OK;
}

/**
 * kernel_scale_to_range:
 * @n: number of units, at least 2
 * @values: shape (@n), one component, in its own unit; none may be missing
 * @scale: (out): where 0 and 1 lie, and which units hold them
 *
 * Puts the lowest value at 0 and the highest at 1.  O(n) time.
 *
 * Source: OECD (2008), Handbook on Constructing Composite Indicators, section 1.5 (min-max).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT; %KERNEL_ERR_DOMAIN if a value is missing or infinite,
 *   or all are the same
 */
KernelStatus
kernel_scale_to_range (size_t n, const double *values, KernelScale *scale)
{
  const KernelStatus status = check_values (n, values);

  if (status != KERNEL_OK)
    return status;
  find_ends (n, values, scale);
  scale->origin = values[scale->lowest];
  scale->span = values[scale->highest] - scale->origin;

  return scale->span > 0 ? KERNEL_OK : KERNEL_ERR_DOMAIN;
}

/**
 * kernel_scale_to_spread:
 * @n: number of units, at least 2
 * @values: shape (@n), one component, in its own unit; none may be missing
 * @scale: (out): the mean and the standard deviation, and which units lie at the ends
 *
 * Puts the mean at 0 and one standard deviation, with @n - 1 as divisor, at 1.  O(n) time.
 *
 * Source: OECD (2008), Handbook on Constructing Composite Indicators, section 1.5
 * (standardisation).
 *
 * Returns: as kernel_scale_to_range()
 */
KernelStatus
kernel_scale_to_spread (size_t n, const double *values, KernelScale *scale)
{
  const KernelStatus status = check_values (n, values);
  double sum = 0, squares = 0;

  if (status != KERNEL_OK)
    return status;
  find_ends (n, values, scale);
  for (size_t i = 0; i < n; i++)
    sum += values[i];
  scale->origin = sum / (double) n;
  for (size_t i = 0; i < n; i++)
    squares += (values[i] - scale->origin) * (values[i] - scale->origin);
  scale->span = sqrt (squares / (double) (n - 1));

  return values[scale->highest] > values[scale->lowest] ? KERNEL_OK : KERNEL_ERR_DOMAIN;
}

/**
 * kernel_range_rounding:
 * @span: of the lowest value to the highest as printed, above 0
 * @half: half of the last digit that values are printed with, at least 0
 *
 * The most by which a value scaled to the range can be off where each value is off by @half at
 * most, those at the ends among them: 2h/(s - 2h).
 *
 * Source: definition.
 *
 * Returns: the bound, infinite where the digits are as wide as the span
 */
double
kernel_range_rounding (double span, double half)
{
  return 2 * half < span ? 2 * half / (span - 2 * half) : INFINITY;
}

/**
 * kernel_spread_rounding:
 * @n: number of units, at least 2
 * @span: standard deviation of the values as printed, above 0
 * @scaled: a value as scaled
 * @half: half of the last digit that values are printed with, at least 0
 *
 * The most by which a value scaled to the spread can be off where each value is off by @half at
 * most.  The value and the mean are off by h each; the spread, a length, by no more than the length
 * of what is off, r = h √(n/(n - 1)): (2h + |z| r)/(s - r).
 *
 * Source: definition, and the triangle inequality.
 *
 * Returns: the bound, infinite where the digits are as wide as the spread
 */
double
kernel_spread_rounding (size_t n, double span, double scaled, double half)
{
  const double off = half * sqrt ((double) n / ((double) n - 1));

  return off < span ? (2 * half + fabs (scaled) * off) / (span - off) : INFINITY;
}

/**
 * kernel_weighted_scores:
 * @n_units: number of units
 * @n_components: number of components
 * @parts: shape (@n_units, @n_components), the components on the scale of the score
 * @weights: shape (@n_components)
 * @scores: (out): shape (@n_units)
 *
 * The sum of each unit's parts times their weights.  O(@n_units @n_components) time.
 *
 * Source: definition.
 */
void
kernel_weighted_scores (size_t n_units,
                        size_t n_components,
                        const double *parts,
                        const double *weights,
                        double *scores)
{
  for (size_t i = 0; i < n_units; i++) {
    const double *row = parts + i * n_components;
    double sum = 0;

    for (size_t k = 0; k < n_components; k++)
      sum += weights[k] * row[k];
    scores[i] = sum;
  }
}

/**
 * kernel_exchange:
 * @worth: what one unit of a component adds to the score, above 0
 * @range: from its lowest value to its highest, above 0
 * @other_worth: what one unit of the other adds, above 0
 * @other_range: from its lowest value to its highest, above 0
 * @result: (out): the rate, and the largest fall that is made up
 *
 * A sum lets components stand in for each other: a fall of 1 in the one is made up by a rise of
 * @worth / @other_worth in the other.  Within the ranges that there are, the largest fall that can
 * be made up is the smaller of @range and @other_range @other_worth / @worth.
 *
 * Source: definition; P. Paruolo, M. Saisana, A. Saltelli (2013), J. R. Stat. Soc. A 176,
 * 609-634, section 2, on weights as rates of exchange.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if a number is not above 0 or not finite
 */
KernelStatus
kernel_exchange (double worth,
                 double range,
                 double other_worth,
                 double other_range,
                 KernelExchange *result)
{
  const double numbers[] = { worth, range, other_worth, other_range };

  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (!(numbers[i] > 0) || !isfinite (numbers[i]))
      return KERNEL_ERR_DOMAIN;

  result->rate = worth / other_worth;
  result->fall = fmin (range, other_range / result->rate);
  result->rise = fmin (other_range, range * result->rate);

  return KERNEL_OK;
}

/**
 * kernel_chance_of_all:
 * @n: number of components
 * @margins: shape (@n), how far each lies within its band, below 0 beyond it; NaN where it has none
 * @spreads: shape (@n), standard deviation of each from one period to the next, above 0; NaN where
 *   it is not known
 *
 * The chance that all lie within their bands the next time, where none changes and they move
 * independently: the product of Φ(margin/spread).  One without a band takes no part.
 *
 * Source: definition.
 *
 * Returns: a chance; 1 where none has a band, NaN where the spread of one that has is not known
 */
double
kernel_chance_of_all (size_t n, const double *margins, const double *spreads)
{
  double chance = 1;

  for (size_t i = 0; i < n; i++) {
    if (isnan (margins[i]))
      continue;
    chance *= spreads[i] > 0 ? kernel_normal_cdf (margins[i] / spreads[i]) : NAN;
  }

  return chance;
}
