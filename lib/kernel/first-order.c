/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/first-order.h"

#include <float.h>
#include <math.h>

#define LOG_TWO_PI 1.8378770664093453
#define FEWEST 3

/* Places between −1 and 1 at which the likelihood is looked at first. */
#define N_LOOKS 200
#define GOLDEN 0.6180339887498949

/* What value @i has to do with the one before it that is there.
 *
 * @carried: share of what that one was away from the mean
 * @variance: of what is new, over that of one step
 */
typedef struct {
  double carried, variance, before;
} Step;

static Step
step_to (const double *values, double phi, size_t i, size_t last)
{
  if (last == i)
    return (Step){ 0, 1 / (1 - phi * phi), 0 };

  const double carried = pow (phi, (double) (i - last));

  return (Step){ carried, (1 - carried * carried) / (1 - phi * phi), values[last] };
}

/* The mean that fits @phi most closely. */
static double
mean_at (size_t n, const double *values, double phi)
{
  double top = 0, bottom = 0, origin = NAN;
  size_t last = n;

  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (last == n)
      origin = values[i];
    const Step step = step_to (values, phi, i, last == n ? i : last);
    const double share = 1 - step.carried;
    const double value = values[i] - origin - step.carried * (last == n ? 0 : step.before - origin);

    top += share * value / step.variance;
    bottom += share * share / step.variance;
    last = i;
  }

  return origin + top / bottom;
}

static void
likelihood_at (size_t n, const double *values, double phi, double mean, KernelFirstOrder *result)
{
  KernelFirstOrder found = { .phi = phi, .mean = isnan (mean) ? mean_at (n, values, phi) : mean };
  double squares = 0, logs = 0;
  size_t last = n;

  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    const Step step = step_to (values, phi, i, last == n ? i : last);
    const double from = last == n ? found.mean : step.before;
    const double fresh = values[i] - found.mean - step.carried * (from - found.mean);

    squares += fresh * fresh / step.variance;
    logs += log (step.variance);
    found.n++;
    last = i;
  }

  const double count = (double) found.n;
  found.variance = squares / count;
  found.log_likelihood = -(count * (LOG_TWO_PI + log (found.variance) + 1) + logs) / 2;
  *result = found;
}

/* Whether there are enough values, and not all alike. */
static KernelStatus
look_at (size_t n, const double *values)
{
  double low = INFINITY, high = -INFINITY;
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    if (isinf (values[i]))
      return KERNEL_ERR_DOMAIN;
    low = fmin (low, values[i]);
    high = fmax (high, values[i]);
    count += isnan (values[i]) ? 0 : 1;
  }
  if (count < FEWEST)
    return KERNEL_ERR_TOO_SHORT;

  return high - low > 16 * DBL_EPSILON * fmax (fabs (low), fabs (high)) ? KERNEL_OK
                                                                        : KERNEL_ERR_DOMAIN;
}

/**
 * kernel_first_order_at:
 * @n: number of values
 * @values: shape (@n), in order of time, in any unit; NaN where missing
 * @phi: the share, above −1, below 1
 * @mean: of the series; NaN for the one that is most likely with @phi
 * @result: (out): the variance that is most likely with both
 *
 * The exact likelihood, the first value included; across what is missing values take over
 * phi to the power of the steps.  O(n) time.
 *
 * Source: G. E. P. Box, G. M. Jenkins (1976), Time Series Analysis, section A7.4 and
 * A7.5; missing values: R. H. Jones (1980), Technometrics 22, 389-395.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a share or a mean that makes no sense;
 * %KERNEL_ERR_TOO_SHORT for fewer than 3 values; %KERNEL_ERR_DOMAIN for an infinite value or
 * values that are all alike
 */
KernelStatus
kernel_first_order_at (size_t n,
                       const double *values,
                       double phi,
                       double mean,
                       KernelFirstOrder *result)
{
  if (!(fabs (phi) < 1) || isinf (mean))
    return KERNEL_ERR_PARAMETER;
  const KernelStatus status = look_at (n, values);
  if (status == KERNEL_OK)
    likelihood_at (n, values, phi, mean, result);

  return status;
}

/**
 * kernel_first_order:
 * @n: number of values
 * @values: shape (@n), in order of time, in any unit; NaN where missing
 * @result: (out): the share, the mean and the variance that are most likely together
 *
 * The highest of 199 places, then a golden section around it: the share to about 1e-7, as
 * the likelihood is flat there.  O(n) time, 250 times.
 *
 * Source: as of [func@kernel_first_order_at]; J. Kiefer (1953), Proc. Amer. Math. Soc. 4,
 * 502-506.
 *
 * Returns: as [func@kernel_first_order_at]
 */
KernelStatus
kernel_first_order (size_t n, const double *values, KernelFirstOrder *result)
{
  const KernelStatus status = look_at (n, values);
  const double wide = 2.0 / N_LOOKS;
  KernelFirstOrder best = { .log_likelihood = -INFINITY }, left, right;

  if (status != KERNEL_OK)
    return status;
  for (int k = 1; k < N_LOOKS; k++) {
    likelihood_at (n, values, wide * k - 1, NAN, &left);
    best = left.log_likelihood > best.log_likelihood ? left : best;
  }

  double from = fmax (best.phi - wide, -1), to = fmin (best.phi + wide, 1);
  right = left = best;
  while (to - from > 1e-10) {
    likelihood_at (n, values, to - GOLDEN * (to - from), NAN, &left);
    likelihood_at (n, values, from + GOLDEN * (to - from), NAN, &right);
    if (left.log_likelihood > right.log_likelihood)
      to = right.phi;
    else
      from = left.phi;
  }
  *result = left.log_likelihood > right.log_likelihood ? left : right;

  return KERNEL_OK;
}
