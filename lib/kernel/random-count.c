/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random-count.h"

#include "kernel/random.h"

#include <math.h>

/* Below it a search from 0 is quicker than a rejection. */
#define FEW 10

/* In (0, 1), neither end of it. */
static double
uniform (uint64_t *state)
{
  return ((double) (kernel_random_next (state) >> 12) + 0.5) * 0x1p-52;
}

/* What log k! has beyond ½ log 2π + (k + ½) log (k + 1) - (k + 1): Stirling's series, whose
 * first ten are tabulated by Hörmann (1993), table 1.
 */
static double
beyond_stirling (double k)
{
  static const double first[] = {
    0.08106146679532726,  0.04134069595540929,  0.02767792568499834, 0.02079067210376509,
    0.01664469118982119,  0.01387612882307075,  0.01189670994589177, 0.01041126526197209,
    0.009255462182712733, 0.008330563433362871,
  };
  const double square = (k + 1) * (k + 1);

  if (k < 10)
    return first[(size_t) k];

  return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
}

static double
search_binomial (uint64_t *state, double n, double p)
{
  const double odds = p / (1 - p);
  double chance = exp (n * log1p (-p)), u = uniform (state), k = 0;

  while (u > chance && k < n) {
    u -= chance;
    k++;
    chance *= odds * (n - k + 1) / k;
  }

  return k;
}

/* Hörmann's BTRS, for p up to ½. */
static double
reject_binomial (uint64_t *state, double n, double p)
{
  const double spread = sqrt (n * p * (1 - p)), odds = p / (1 - p), mode = floor ((n + 1) * p);
  const double b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double alpha = (2.83 + 5.1 / b) * spread;

  for (;;) {
    const double u = uniform (state) - 0.5, v = uniform (state), us = 0.5 - fabs (u);
    const double k = floor ((2 * a / us + b) * u + n * p + 0.5);

    if (us >= 0.07 && v <= 0.92 - 4.2 / b)
      return k;
    if (k < 0 || k > n)
      continue;
    if (log (v * alpha / (a / (us * us) + b)) <=
        (mode + 0.5) * log ((mode + 1) / (odds * (n - mode + 1))) +
            (n + 1) * log ((n - mode + 1) / (n - k + 1)) +
            (k + 0.5) * log (odds * (n - k + 1) / (k + 1)) + beyond_stirling (mode) +
            beyond_stirling (n - mode) - beyond_stirling (k) - beyond_stirling (n - k))
      return k;
  }
}

/**
 * kernel_random_binomial:
 * @state: (inout): the seed, then whatever it has become
 * @n: number of trials, a whole number up to 2^53
 * @p: the chance of each, from 0 to 1
 *
 * A number of successes. Expected time does not grow with @n.
 *
 * Source: W. Hörmann (1993), J. Stat. Comput. Simul. 46, 101-110, algorithm BTRS; below ten
 * expected, inversion (L. Devroye, 1986, section X.4.3).
 *
 * Returns: from 0 to @n
 */
double
kernel_random_binomial (uint64_t *state, double n, double p)
{
  if (!(n > 0) || !(p > 0))
    return 0;
  if (p >= 1)
    return n;
  if (p > 0.5)
    return n - kernel_random_binomial (state, n, 1 - p);

  return n * p < FEW ? search_binomial (state, n, p) : reject_binomial (state, n, p);
}

static double
search_poisson (uint64_t *state, double mean)
{
  double chance = exp (-mean), u = uniform (state), k = 0;

  while (u > chance && chance > 0) {
    u -= chance;
    k++;
    chance *= mean / k;
  }

  return k;
}

/* Hörmann's PTRS. */
static double
reject_poisson (uint64_t *state, double mean)
{
  static const double half_log_two_pi = 0.91893853320467274178;
  const double b = 0.931 + 2.53 * sqrt (mean), a = -0.059 + 0.02483 * b;
  const double alpha = 1.1239 + 1.1328 / (b - 3.4);

  for (;;) {
    const double u = uniform (state) - 0.5, v = uniform (state), us = 0.5 - fabs (u);
    const double k = floor ((2 * a / us + b) * u + mean + 0.43);

    if (us >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2))
      return k;
    if (k < 0 || (us < 0.013 && v > us))
      continue;
    if (log (v * alpha / (a / (us * us) + b)) <= k * log (mean) - mean - half_log_two_pi -
                                                     (k + 0.5) * log (k + 1) + (k + 1) -
                                                     beyond_stirling (k))
      return k;
  }
}

/**
 * kernel_random_poisson:
 * @state: (inout): the seed, then whatever it has become
 * @mean: how many are expected, up to 2^53
 *
 * A number of events. Expected time does not grow with @mean.
 *
 * Source: W. Hörmann (1993), Insurance: Mathematics and Economics 12, 39-45, algorithm PTRS;
 * below ten expected, inversion (L. Devroye, 1986, section X.3.3).
 *
 * Returns: 0 or more
 */
double
kernel_random_poisson (uint64_t *state, double mean)
{
  if (!(mean > 0))
    return 0;

  return mean < FEW ? search_poisson (state, mean) : reject_poisson (state, mean);
}

/* None and all leave room for some: ½ more of each, so that a redraw need not repeat them. */
static double
chance_of (double count, double total)
{
  if (count <= 0 || count >= total)
    return (count + 0.5) / (total + 1);

  return count / total;
}

/**
 * kernel_redraw_cases:
 * @state: (inout): the seed, then whatever it has become
 * @n: number of parts
 * @counts: shape (@n), cases of each part that count, 0 <= counts[i] <= totals[i]
 * @totals: shape (@n), cases of each part
 * @drawn_counts: (out): shape (@n)
 * @drawn_totals: (out): shape (@n)
 *
 * As many cases again, to the nearest whole one, each of a part and counted or not with the
 * chances seen: what else could as well have been published. Where none or all of a part's
 * cases count, its chance is (x + ½)/(n + 1). O(@n) time.
 *
 * Source: definition (a parametric bootstrap; B. Efron, R. J. Tibshirani, 1993, section 6.5).
 */
void
kernel_redraw_cases (uint64_t *state,
                     size_t n,
                     const double *counts,
                     const double *totals,
                     double *drawn_counts,
                     double *drawn_totals)
{
  double rest = 0, left;

  for (size_t i = 0; i < n; i++)
    rest += totals[i];
  left = round (rest);

  for (size_t i = 0; i < n; i++) {
    const double drawn = kernel_random_binomial (state, left, rest > 0 ? totals[i] / rest : 0);

    drawn_totals[i] = drawn;
    drawn_counts[i] = kernel_random_binomial (state, drawn, chance_of (counts[i], totals[i]));
    left -= drawn;
    rest -= totals[i];
  }
}

/**
 * kernel_redraw_events:
 * @state: (inout): the seed, then whatever it has become
 * @n: number of parts
 * @counts: shape (@n), events of each part, at least 0
 * @drawn_counts: (out): shape (@n)
 *
 * The same of events among a population that is known: as many as come of the mean seen,
 * or of ½ where there were none. O(@n) time.
 *
 * Source: as kernel_redraw_cases().
 */
void
kernel_redraw_events (uint64_t *state, size_t n, const double *counts, double *drawn_counts)
{
  for (size_t i = 0; i < n; i++)
    drawn_counts[i] = kernel_random_poisson (state, counts[i] > 0 ? counts[i] : 0.5);
}
