/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/one-break.h"

#include "kernel/random.h"
#include "kernel/segment-cost.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define ROOT_PI 1.7724538509055159

/* How much of the sum of squares a break takes away at most, and where. */
static double
most_taken (size_t n, const double *values, double mean, size_t least, size_t *at)
{
  double before = 0, most = -1;

  for (size_t i = 1; i + least <= n; i++) {
    before += values[i - 1] - mean;
    if (i < least)
      continue;
    const double taken = before * before * (double) n / ((double) i * (double) (n - i));
    if (taken > most) {
      most = taken;
      *at = i;
    }
  }

  return most;
}

/* The limit that the largest of many ratios follows, of one parameter that changes or of
 * two.  It is approached from above, and so slowly that of series without a break one in a
 * hundred has a chance of 0.05 or less.
 */
static double
limit_chance (double ratio, double n, int n_parameters)
{
  const double loglog = log (log (n)), root = sqrt (2 * loglog);
  const double place = 2 * loglog + log (loglog) * n_parameters / 2;
  const double gamma = n_parameters == 1 ? ROOT_PI : 1;
  const double far = exp (-2 / gamma * exp (place)); /* so that no ratio has chance 1 */
  const double chance = -expm1 (-2 / gamma * exp (place - root * sqrt (ratio))) + far;

  return chance < 1 ? chance : 1;
}

static bool
all_finite (size_t n, const double *values)
{
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]))
      return false;
  }

  return true;
}

static double
mean_of (size_t n, const double *values)
{
  double mean = 0;

  for (size_t i = 0; i < n; i++)
    mean += values[i] / (double) n;

  return mean;
}

/**
 * kernel_one_break:
 * @n: number of values
 * @values: shape (@n), in any unit; none may be missing
 * @least: fewest values before and after the break
 * @found: (out): the break
 *
 * Finds the place that divides a series into two levels most clearly, whether or not
 * there is anything to divide.  The chance is that of the limit for long series, which is
 * too high for any that are published, NaN for fewer than 16 values;
 * [func@kernel_one_break_chance] is exact.
 * O(n) time.
 *
 * Source: D. V. Hinkley (1970), Biometrika 57, 1-17; the limit: Y.-C. Yao, R. A. Davis
 * (1986), Sankhya A 48, 339-353.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT if there is no room for a break;
 * %KERNEL_ERR_DOMAIN for a value that is missing or infinite
 */
KernelStatus
kernel_one_break (size_t n, const double *values, size_t least, KernelOneBreak *found)
{
  double rss = 0;

  if (least < 1 || n < 2 * least)
    return KERNEL_ERR_TOO_SHORT;
  if (!all_finite (n, values))
    return KERNEL_ERR_DOMAIN;

  const double mean = mean_of (n, values);
  for (size_t i = 0; i < n; i++)
    rss += (values[i] - mean) * (values[i] - mean);
  const double taken = most_taken (n, values, mean, least, &found->at);
  found->rss_without = rss;
  found->rss_with = rss > taken ? rss - taken : 0;
  found->ratio = rss > 0 ? (double) n * log (rss / found->rss_with) : 0;
  found->chance = n >= 16 ? limit_chance (found->ratio, (double) n, 1) : NAN;

  return KERNEL_OK;
}

/**
 * kernel_one_break_of_both:
 * @n: number of values
 * @values: shape (@n), in any unit; none may be missing
 * @least: fewest values before and after the break, at least 2
 * @found: (out): the break
 *
 * Finds the place that divides a series most clearly into two parts of different level or
 * spread.  The chance is that of the limit, as of [func@kernel_one_break].  The variance of
 * values that are all alike is taken for 1e-11.  O(n) time.
 *
 * Source: L. Horváth (1993), Annals of Statistics 21, 671-680; M. Csörgő, L. Horváth (1997),
 * Limit Theorems in Change-Point Analysis, theorem 1.3.1 with d = 2.
 *
 * Returns: as [func@kernel_one_break]
 */
KernelStatus
kernel_one_break_of_both (size_t n, const double *values, size_t least, KernelOneBreak *found)
{
  double x = 0, xx = 0, all = 0, cost = INFINITY;

  if (least < 2 || n < 2 * least)
    return KERNEL_ERR_TOO_SHORT;
  if (!all_finite (n, values))
    return KERNEL_ERR_DOMAIN;

  const double mean = mean_of (n, values), whole = (double) n;
  for (size_t i = 0; i < n; i++)
    all += (values[i] - mean) * (values[i] - mean);
  for (size_t i = 1; i + least <= n; i++) {
    const double value = values[i - 1] - mean, before = (double) i, after = (double) (n - i);

    x += value;
    xx += value * value;
    if (i < least)
      continue;
    const double rss_before = xx - x * x / before, rss_after = all - xx - x * x / after;
    const double here = kernel_deviance (rss_before, before) + kernel_deviance (rss_after, after);
    if (here < cost) {
      cost = here;
      found->at = i;
      found->rss_with = fmax (rss_before, 0) + fmax (rss_after, 0);
    }
  }
  found->rss_without = all;
  found->ratio = fmax (kernel_deviance (all, whole) - cost, 0);
  found->chance = n >= 16 ? limit_chance (found->ratio, whole, 2) : NAN;

  return KERNEL_OK;
}

/**
 * kernel_one_break_chance:
 * @n: number of values
 * @values: shape (@n), in any unit; none may be missing
 * @least: fewest values before and after the break
 * @n_draws: how many orders are tried, such as 999
 * @seed: of the random numbers; the same seed gives the same chance
 * @work: shape (@n), overwritten
 * @chance: (out): the share of orders, the one given included, that divide as clearly
 *
 * The chance of a break as clear as the one there is, if the order of the values meant
 * nothing.  Exact at any length, where neighbours do not resemble each other.  O(n
 * n_draws) time.
 *
 * Source: definition; J. Antoch, M. Huskova (2001), Statistics & Probability Letters 53,
 * 37-46.
 *
 * Returns: as [func@kernel_one_break]; %KERNEL_ERR_PARAMETER for no draws
 */
KernelStatus
kernel_one_break_chance (size_t n,
                         const double *values,
                         size_t least,
                         size_t n_draws,
                         uint64_t seed,
                         double *work,
                         double *chance)
{
  size_t at, n_as_clear = 1;

  if (n_draws < 1)
    return KERNEL_ERR_PARAMETER;
  if (least < 1 || n < 2 * least)
    return KERNEL_ERR_TOO_SHORT;
  if (!all_finite (n, values))
    return KERNEL_ERR_DOMAIN;

  const double mean = mean_of (n, values);
  memcpy (work, values, n * sizeof *work);
  /* Orders that divide the same but for rounding count. */
  const double as_clear = most_taken (n, work, mean, least, &at) * (1 - 1e-9);
  for (size_t k = 0; k < n_draws; k++) {
    kernel_random_shuffle (&seed, n, work);
    n_as_clear += most_taken (n, work, mean, least, &at) >= as_clear;
  }
  *chance = (double) n_as_clear / (double) (n_draws + 1);

  return KERNEL_OK;
}
