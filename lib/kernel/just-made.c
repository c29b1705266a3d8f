/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/just-made.h"

#include "kernel/normal.h"

#include <math.h>
#include <stdbool.h>

/* A share of a whole number of cases that should be a whole number is one. */
#define ROUNDING 1e-9

#define MOST_LIKENESS 0.99

/* How many times as likely one case more than @x is. */
static double
ratio_after (double x, double total, double share, double spread)
{
  return (total - x) / (x + 1) * (share + x * spread) / (1 - share + (total - 1 - x) * spread);
}

/**
 * kernel_beta_binomial:
 * @low, @high: whole numbers, both included; those below 0 or above @total count nothing
 * @total: cases of a unit, at least 0
 * @share: of them that is to be expected, within (0, 1)
 * @likeness: correlation of two cases of the unit, within [0, 1)
 *
 * The chance that a unit has from @low to @high cases, where its own share follows a beta
 * distribution; a binomial for a @likeness of 0.  Terms follow from each other outwards from
 * the middle one, so that none is lost.  O(@total) time.
 *
 * Source: J. G. Skellam (1948), J. Roy. Statist. Soc. B 10, 257-261.
 *
 * Returns: a chance in [0, 1]
 */
double
kernel_beta_binomial (double low, double high, double total, double share, double likeness)
{
  const double spread = likeness / (1 - likeness), middle = floor (total * share);
  double inside = 0, all = 0, term = 1;

  for (double x = middle; x <= total; x++) {
    all += term;
    inside += x >= low && x <= high ? term : 0;
    term *= ratio_after (x, total, share, spread);
  }
  term = 1;
  for (double x = middle - 1; x >= 0; x--) {
    term /= ratio_after (x, total, share, spread);
    all += term;
    inside += x >= low && x <= high ? term : 0;
  }

  return inside / all;
}

static bool
is_there (const double *numerators, const double *denominators, size_t i)
{
  return !isnan (numerators[i]) && !isnan (denominators[i]) && denominators[i] != 0;
}

static bool
is_share (double numerator, double denominator)
{
  return numerator >= 0 && numerator <= denominator && numerator == floor (numerator) &&
         denominator == floor (denominator) && isfinite (denominator);
}

/* The share of all, and what units differ by beyond chance, by moments. */
static KernelStatus
fit (size_t n, const double *numerators, const double *denominators, KernelJustMade *fitted)
{
  double cases = 0, counted = 0, squares = 0, apart = 0;

  for (size_t i = 0; i < n; i++) {
    if (!is_there (numerators, denominators, i))
      continue;
    if (!is_share (numerators[i], denominators[i]))
      return KERNEL_ERR_DOMAIN;
    fitted->n_units++;
    counted += numerators[i];
    cases += denominators[i];
    squares += denominators[i] * denominators[i];
  }
  if (fitted->n_units < 2 || counted == 0 || counted == cases)
    return KERNEL_ERR_TOO_SHORT;
  const double share = fitted->share = counted / cases;
  for (size_t i = 0; i < n; i++) {
    if (is_there (numerators, denominators, i))
      apart += (numerators[i] - denominators[i] * share) *
               (numerators[i] - denominators[i] * share) / denominators[i];
  }
  const double freedom = (double) fitted->n_units - 1;
  const double more = cases - squares / cases - freedom;
  if (more > 0)
    fitted->likeness =
        fmax (0, fmin (MOST_LIKENESS, (apart / (share * (1 - share)) - freedom) / more));

  return KERNEL_OK;
}

/**
 * kernel_just_made:
 * @n: number of units
 * @numerators, @denominators: shape (@n), whole numbers; NaN, or a denominator of 0, where a
 *   unit has none
 * @threshold: a share
 * @width: shares from @threshold up to but without @threshold + @width are just beyond
 * @result: (out): units just beyond, beside what is to be expected
 *
 * Whether more units lie just beyond a threshold than chance puts there: of each unit the
 * chance that its share falls there, on the shares that its denominator allows (19 of 20 is
 * 95% exactly, and no share of 21 is), where shares differ between units as they do here; the
 * units' chances added up.  O(sum of denominators) time.
 *
 * Source: A. S. Gerber, N. Malhotra (2008), Quarterly Journal of Political Science 3, 313-326
 * (the caliper); likeness by moments, J. C. Kleinman (1973), J. Amer. Statist. Assoc. 68, 46-54.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a width that is not above 0;
 * %KERNEL_ERR_TOO_SHORT for fewer than 2 units, or where all cases count or none does;
 * %KERNEL_ERR_DOMAIN for what is no share of whole numbers
 */
KernelStatus
kernel_just_made (size_t n,
                  const double *numerators,
                  const double *denominators,
                  double threshold,
                  double width,
                  KernelJustMade *result)
{
  KernelJustMade found = { 0 };
  double variance = 0;

  if (!(width > 0) || isnan (threshold))
    return KERNEL_ERR_PARAMETER;
  const KernelStatus status = fit (n, numerators, denominators, &found);
  if (status != KERNEL_OK)
    return status;

  for (size_t i = 0; i < n; i++) {
    if (!is_there (numerators, denominators, i))
      continue;
    const double low = ceil (denominators[i] * threshold - ROUNDING);
    const double high = ceil (denominators[i] * (threshold + width) - ROUNDING) - 1;
    const double chance =
        kernel_beta_binomial (low, high, denominators[i], found.share, found.likeness);

    found.observed += numerators[i] >= low && numerators[i] <= high;
    found.expected += chance;
    variance += chance * (1 - chance);
  }
  found.z = (found.observed - found.expected) / sqrt (variance);
  found.p = kernel_normal_cdf (-found.z);
  *result = found;

  return KERNEL_OK;
}
