/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/funnel-limits.h"

#include "kernel/beta.h"
#include "kernel/gamma.h"
#include "kernel/normal.h"

#include <math.h>
#include <stdbool.h>

/* From here on a quantile of the gamma distribution is quicker than its tail. */
#define LARGE_MEAN 1e5

#define MOST_STEPS 100

/* A tail of the numbers of cases: @k or more, or @k or fewer, whole or not. */
typedef struct {
  double total, share; /* of a binomial distribution; @total is infinite of a Poisson one */
  double mean;
  double wanted; /* chance of the tail */
  double z;      /* the normal quantile of it */
  bool is_upper;
} Tail;

static double
chance_of (const Tail *self, double k)
{
  if (isinf (self->total))
    return self->is_upper ? kernel_gamma_lower (k, self->mean)
                          : kernel_gamma_upper (k + 1, self->mean);

  return self->is_upper ? kernel_beta_lower (k, self->total - k + 1, self->share)
                        : kernel_beta_upper (k + 1, self->total - k, self->share);
}

/* Rises with @k and is nearly straight: 0 where the tail has the chance that is wanted. */
static double
miss (const Tail *self, double k)
{
  if (isinf (self->total) && self->mean >= LARGE_MEAN) {
    const double shape = self->is_upper ? k : k + 1;

    return (kernel_gamma_quantile (shape, self->wanted, !self->is_upper) - self->mean) /
           sqrt (self->mean);
  }

  const double z = kernel_normal_quantile (chance_of (self, k));

  return self->is_upper ? self->z - z : z - self->z;
}

/* Secants, kept between ends that close in. */
static double
solve (const Tail *self, double low, double high)
{
  const double sigma = sqrt (self->mean * (isinf (self->total) ? 1 : 1 - self->share));
  double x = self->mean - (self->is_upper ? self->z * sigma : -self->z * sigma);
  double before = NAN, missed_before = NAN;

  for (int k = 0; k < MOST_STEPS && high - low > 1e-15 * high; k++) {
    if (!(x > low && x < high))
      x = low + (high - low) / 2;
    const double missed = miss (self, x);

    if (missed == 0)
      return x;
    if (missed < 0)
      low = x;
    else
      high = x;
    const double slope =
        isfinite (missed_before) ? (missed - missed_before) / (x - before) : 1 / fmax (sigma, 0.1);
    before = x;
    missed_before = missed;
    x = isfinite (missed) ? x - missed / slope : NAN;
    if (fabs (x - before) <= 1e-15 * before)
      return x;
  }

  return low + (high - low) / 2;
}

/* An end that lies further out than any: beyond it the tail is smaller than @wanted. */
static double
far_end (const Tail *self)
{
  double end = 2 * self->mean + 10;

  if (isfinite (self->total))
    return self->total;
  while (miss (self, end) < 0)
    end *= 2;

  return end;
}

static double
lower_limit (Tail self)
{
  self.is_upper = false;
  if (self.mean < LARGE_MEAN && chance_of (&self, 0) >= self.wanted)
    return 0;

  return solve (&self, 0, self.mean);
}

static double
upper_limit (Tail self)
{
  self.is_upper = true;
  if (isfinite (self.total) && chance_of (&self, self.total) >= self.wanted)
    return self.total;

  return solve (&self, 0, far_end (&self));
}

static bool
is_tail (double tail)
{
  return tail > 0 && tail < 0.5;
}

/**
 * kernel_funnel_share:
 * @n: number of rows
 * @totals: shape (@n), cases looked at, above 0; NaN where missing
 * @share: the proportion that all have in common, in [0, 1]
 * @z: standard normal quantile, 1.96 for 95% limits, 3.09 for 99.8%
 * @lower: (out): shape (@n), a proportion, at least 0; NaN where there is no total
 * @upper: (out): shape (@n), a proportion, at most 1; NaN where there is no total
 *
 * Limits of a funnel of proportions by the normal approximation.  O(n) time.
 *
 * Source: D. J. Spiegelhalter (2005), Stat. Med. 24, 1185-1202, formula 2; PHE's funnel for
 * proportions is the same.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @share or @z cannot be
 */
KernelStatus
kernel_funnel_share (size_t n,
                     const double *totals,
                     double share,
                     double z,
                     double *lower,
                     double *upper)
{
  if (!(share >= 0 && share <= 1) || !(z > 0) || isinf (z))
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    const double half = totals[i] > 0 ? z * sqrt (share * (1 - share) / totals[i]) : NAN;

    lower[i] = isnan (half) ? NAN : fmax (0, share - half);
    upper[i] = isnan (half) ? NAN : fmin (1, share + half);
  }

  return KERNEL_OK;
}

/**
 * kernel_funnel_binomial:
 * @n: number of rows
 * @totals: shape (@n), cases looked at, above 0; NaN where missing
 * @share: the proportion that all have in common, in [0, 1]
 * @tail: chance of lying beyond one limit, 0.025 or 0.001
 * @lower: (out): shape (@n), a number of cases; fewer than it have a chance below @tail
 * @upper: (out): shape (@n), a number of cases; more than it have a chance below @tail
 *
 * Limits of a funnel of proportions from the binomial distribution itself, made continuous
 * by the incomplete beta function: x cases lie beyond a limit just when the chance of x or
 * further out is below @tail.  NaN where there is no total.  O(sqrt (total)) time each.
 *
 * Source: D. J. Spiegelhalter (2005), Stat. Med. 24, 1185-1202, appendix A.1.1.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @share or @tail cannot be
 */
KernelStatus
kernel_funnel_binomial (size_t n,
                        const double *totals,
                        double share,
                        double tail,
                        double *lower,
                        double *upper)
{
  Tail wanted = { .share = share, .wanted = tail, .z = kernel_normal_quantile (tail) };

  if (!(share >= 0 && share <= 1) || !is_tail (tail))
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    wanted.total = totals[i];
    wanted.mean = totals[i] * share;
    if (!(totals[i] > 0) || isinf (totals[i])) {
      lower[i] = upper[i] = NAN;
    } else if (share == 0 || share == 1) {
      lower[i] = upper[i] = wanted.mean;
    } else {
      lower[i] = lower_limit (wanted);
      upper[i] = upper_limit (wanted);
    }
  }

  return KERNEL_OK;
}

/**
 * kernel_funnel_poisson:
 * @n: number of rows
 * @expected: shape (@n), events expected, at least 0; NaN where missing
 * @tail: chance of lying beyond one limit, 0.025 or 0.001
 * @lower: (out): shape (@n), a number of events; fewer than it have a chance below @tail
 * @upper: (out): shape (@n), a number of events; more than it have a chance below @tail
 *
 * Limits of a funnel of rates or ratios from the Poisson distribution, made continuous by
 * the incomplete gamma function: x events lie beyond a limit just when the chance of x or
 * further out is below @tail.  NaN where nothing is known.  O(sqrt (expected)) time each.
 *
 * Source: D. J. Spiegelhalter (2005), Stat. Med. 24, 1185-1202, appendix A.1.2; the same limits,
 * turned round, are those of [func@kernel_poisson_exact].
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @tail cannot be
 */
KernelStatus
kernel_funnel_poisson (size_t n, const double *expected, double tail, double *lower, double *upper)
{
  Tail wanted = { .total = INFINITY, .wanted = tail, .z = kernel_normal_quantile (tail) };

  if (!is_tail (tail))
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < n; i++) {
    wanted.mean = expected[i];
    if (!(expected[i] > 0) || isinf (expected[i])) {
      lower[i] = upper[i] = expected[i] == 0 ? 0 : NAN;
      continue;
    }
    lower[i] = lower_limit (wanted);
    upper[i] = upper_limit (wanted);
  }

  return KERNEL_OK;
}
