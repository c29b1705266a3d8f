/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/autocorrelation.h"

#include "kernel/median.h"

#include <float.h>
#include <math.h>

#define FEWEST_PAIRS 3

/* Whether value @i is @lag steps after value i − @lag, without a gap between; @lag is at most @i.
 */
static int
is_pair (const double *values, const uint8_t *follows, size_t i, size_t lag)
{
  if (isnan (values[i]) || isnan (values[i - lag]))
    return 0;
  for (size_t k = 0; follows && k < lag; k++) {
    if (!follows[i - k])
      return 0;
  }

  return 1;
}

/* Mean, sum of squares about it and number of the values that are there.  Summed from the
 * first one on, so that the mean of large values is rounded by little.
 */
static KernelStatus
sum_up (size_t n, const double *values, double *mean, double *squares, size_t *n_used)
{
  double origin = NAN, sum = 0;

  *n_used = 0;
  for (size_t i = 0; i < n; i++) {
    if (isinf (values[i]))
      return KERNEL_ERR_DOMAIN;
    if (isnan (values[i]))
      continue;
    if ((*n_used)++ == 0)
      origin = values[i];
    sum += values[i] - origin;
  }
  *mean = origin + sum / (double) *n_used;
  *squares = 0;
  for (size_t i = 0; i < n; i++) {
    if (!isnan (values[i]))
      *squares += (values[i] - *mean) * (values[i] - *mean);
  }

  return KERNEL_OK;
}

/**
 * kernel_autocorrelation:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @follows: (nullable): shape (@n), 0 where a gap lies before the value
 * @lag: steps apart
 * @r: (out): the correlation of values so far apart; NaN where there is none
 * @n_pairs: (out) (optional): pairs it rests on
 *
 * Sample autocorrelation.  Both means are that of the whole series, and the sum over
 * pairs is divided by their number plus @lag, so that it is the usual one where nothing
 * is missing.  No pair reaches across a gap.  O(n × lag) time.
 *
 * Source: G. E. P. Box, G. M. Jenkins (1976), Time Series Analysis, section 2.1; missing
 * values as R's acf() with na.pass.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if a value is infinite
 */
KernelStatus
kernel_autocorrelation (size_t n,
                        const double *values,
                        const uint8_t *follows,
                        size_t lag,
                        double *r,
                        size_t *n_pairs)
{
  double mean, squares, products = 0;
  size_t n_used, count = 0;
  const KernelStatus status = sum_up (n, values, &mean, &squares, &n_used);

  if (status != KERNEL_OK)
    return status;
  for (size_t i = lag; i < n; i++) {
    if (!is_pair (values, follows, i, lag))
      continue;
    products += (values[i] - mean) * (values[i - lag] - mean);
    count++;
  }
  if (n_pairs)
    *n_pairs = count;
  /* Squares that are roundings of the mean are those of a constant. */
  const double slack = 16 * DBL_EPSILON * fabs (mean);
  if (count == 0 || !(squares > (double) n_used * slack * slack))
    *r = NAN;
  else
    *r = products / (double) (count + lag) / (squares / (double) n_used);

  return KERNEL_OK;
}

/**
 * kernel_lag_one:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @follows: (nullable): shape (@n), 0 where a gap lies before the value
 * @z: half width of the interval in standard deviations, above 0
 * @result: (out): the correlation of neighbours and its interval
 *
 * The interval holds every phi from which the r seen is no more than @z standard
 * deviations away, where r has the mean phi − (1 + 4 phi) / m and the variance
 * (1 − phi²) / m for m = pairs + 1.  O(n) time.
 *
 * Source: F. H. C. Marriott, J. A. Pope (1954), Biometrika 41, 390-402 (the mean);
 * M. S. Bartlett (1946), Suppl. JRSS 8, 27-41 (the variance); inverted as E. B. Wilson
 * (1927) inverts that of a proportion.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @z is no width; %KERNEL_ERR_DOMAIN if a
 *   value is infinite; %KERNEL_ERR_TOO_SHORT of fewer than 3 pairs
 */
KernelStatus
kernel_lag_one (size_t n,
                const double *values,
                const uint8_t *follows,
                double z,
                KernelLagOne *result)
{
  KernelLagOne found = { .low = NAN, .high = NAN };

  if (!(z > 0) || isinf (z))
    return KERNEL_ERR_PARAMETER;
  const KernelStatus status =
      kernel_autocorrelation (n, values, follows, 1, &found.r, &found.n_pairs);
  if (status != KERNEL_OK)
    return status;
  if (found.n_pairs < FEWEST_PAIRS)
    return KERNEL_ERR_TOO_SHORT;

  const double m = (double) found.n_pairs + 1, width = z * z / m;
  const double shrink = fmax (1 - 4 / m, 0), shifted = found.r + 1 / m;
  const double square = shrink * shrink + width;
  const double root =
      sqrt (fmax (shrink * shrink * shifted * shifted - square * (shifted * shifted - width), 0));
  found.limit = z / sqrt (m) - 1 / m;
  if (!isnan (found.r)) {
    /* Near 1 no phi is near enough to so high an r; then it is its own end. */
    found.low = fmin (fmax ((shrink * shifted - root) / square, -1), found.r);
    found.high = fmax (fmin ((shrink * shifted + root) / square, 1), found.r);
  }
  *result = found;

  return KERNEL_OK;
}

/* Median distance from the median of the differences of values @lag steps apart. */
static KernelStatus
spread_of_steps (size_t n,
                 const double *values,
                 const uint8_t *follows,
                 size_t lag,
                 double *work,
                 double *spread,
                 size_t *n_steps)
{
  double *steps = work, *other = work + n, middle;
  size_t count = 0;

  for (size_t i = lag; i < n; i++) {
    if (is_pair (values, follows, i, lag))
      steps[count++] = values[i] - values[i - lag];
  }
  *n_steps = count;
  KernelStatus status = kernel_median (count, steps, NULL, other, &middle, NULL);
  for (size_t i = 0; i < count; i++)
    steps[i] = fabs (steps[i] - middle);
  if (status == KERNEL_OK)
    status = kernel_median (count, steps, NULL, other, spread, NULL);

  return status;
}

/**
 * kernel_robust_phi:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @follows: (nullable): shape (@n), 0 where a gap lies before the value
 * @work: shape (2 × @n), overwritten
 * @phi: (out): what a value takes over from the one before, at least −1, below 1; NaN
 *   where more than half of the steps are equal
 *
 * Differences of neighbours have the variance 2 (1 − phi) / (1 − phi²) of the noise,
 * those two steps apart 2 (1 − phi²) / (1 − phi²): the ratio less 1 is phi.  A shift of
 * level touches three differences and a slope none, so neither passes for dependence as
 * it does in the ordinary autocorrelation.  Spreads are median absolute deviations.  The
 * price is noise: a standard deviation of about 0.3 at 120 values.  O(n) time.
 *
 * Source: G. Romano, G. Rigaill, V. Runge, P. Fearnhead (2022), JASA 117, 2147-2162,
 * section 3.3, of two lags.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN if a value is infinite; %KERNEL_ERR_TOO_SHORT of
 *   fewer than 3 steps of either length
 */
KernelStatus
kernel_robust_phi (size_t n,
                   const double *values,
                   const uint8_t *follows,
                   double *work,
                   double *phi)
{
  double one, two;
  size_t n_ones, n_twos;

  for (size_t i = 0; i < n; i++) {
    if (isinf (values[i]))
      return KERNEL_ERR_DOMAIN;
  }
  KernelStatus status = spread_of_steps (n, values, follows, 1, work, &one, &n_ones);
  if (status == KERNEL_OK)
    status = spread_of_steps (n, values, follows, 2, work, &two, &n_twos);
  if (status != KERNEL_OK)
    return status;
  if (n_ones < FEWEST_PAIRS || n_twos < FEWEST_PAIRS)
    return KERNEL_ERR_TOO_SHORT;

  const double ratio = two / one;
  *phi = one > 0 ? fmin (ratio * ratio - 1, .99) : NAN;

  return KERNEL_OK;
}

/**
 * kernel_variance_inflation:
 * @phi: what a value takes over from the one before, within −1 and 1
 *
 * Source: G. V. Bayley, J. M. Hammersley (1946), Suppl. JRSS 8, 184-197.
 *
 * Returns: how many times the variance of a mean of many such values is that of as many
 *   independent ones
 */
double
kernel_variance_inflation (double phi)
{
  return (1 + phi) / (1 - phi);
}
