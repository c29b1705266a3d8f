/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/run-length.h"

#include "kernel/binomial.h"
#include "kernel/gamma.h"
#include "kernel/normal.h"

#include <math.h>
#include <stdbool.h>

/* More cases than are looked through for a limit. */
#define MOST_CASES 1e12

/**
 * kernel_run_length:
 * @shift: how far the level has moved, in standard deviations of a period
 * @width: how far the limits lie from the level before, in the same; 3 as a rule
 *
 * How many periods pass on average until one lies outside the limits.
 *
 * Source: D. C. Montgomery, Introduction to Statistical Quality Control, 6th ed. (2009),
 * section 5.3.3.
 *
 * Returns: periods, at least 1; NaN for NaN and a width below 0
 */
double
kernel_run_length (double shift, double width)
{
  if (!(width >= 0))
    return NAN;

  return 1 / (kernel_normal_cdf (shift - width) + kernel_normal_cdf (-shift - width));
}

typedef struct {
  double total; /* infinite of a count */
  double level; /* the share, or the count to expect */
} Law;

static double
at_most (const Law *law, double count)
{
  if (count < 0)
    return 0;
  if (!isinf (law->total))
    return kernel_binomial_cdf (count, law->total, law->level);

  return law->level == 0 ? 1 : kernel_gamma_upper (count + 1, law->level);
}

/* The chance of more than @count, with its own digits. */
static double
above (const Law *law, double count)
{
  if (count < 0)
    return 1;
  if (!isinf (law->total))
    return kernel_binomial_cdf (law->total - count - 1, law->total, 1 - law->level);

  return law->level == 0 ? 0 : kernel_gamma_lower (count + 1, law->level);
}

/* The least count for which the chance of at most it reaches @tail, or of more falls to it. */
static double
limit_of (const Law *law, double tail, bool upper)
{
  double low = -1, high = isinf (law->total) ? 1 : law->total;

  while (isinf (law->total) && high < MOST_CASES && above (law, high) > tail)
    high *= 2;
  while (isinf (law->total) && high < MOST_CASES && at_most (law, high) < tail)
    high *= 2;
  while (high - low > 1) {
    const double middle = floor ((low + high) / 2);
    if (upper ? above (law, middle) <= tail : at_most (law, middle) >= tail)
      high = middle;
    else
      low = middle;
  }

  return high;
}

static double
run_length (const Law *before, const Law *after, double width)
{
  const double tail = kernel_normal_cdf (-width);

  return 1 / (at_most (after, limit_of (before, tail, false) - 1) +
              above (after, limit_of (before, tail, true)));
}

/**
 * kernel_share_run_length:
 * @total: number of cases in a period, a whole number above 0
 * @p_before: the share before the level moved
 * @p_after: the share after
 * @width: of the limits, in standard deviations of the normal distribution; 3 as a rule
 *
 * How many periods pass on average until a share of @total cases lies outside limits that
 * leave no more outside on either side than those of a normal figure do.  O(log (total))
 * binomial chances.
 *
 * Source: definition.
 *
 * Returns: periods, at least 1, infinite if none ever will; NaN where it makes no sense
 */
double
kernel_share_run_length (double total, double p_before, double p_after, double width)
{
  const Law before = { total, p_before }, after = { total, p_after };

  if (!(total > 0) || isinf (total) || total != floor (total) || !(p_before >= 0) ||
      !(p_before <= 1) || !(p_after >= 0) || !(p_after <= 1) || !(width >= 0))
    return NAN;

  return run_length (&before, &after, width);
}

/**
 * kernel_count_run_length:
 * @before: the count to expect before the level moved
 * @after: the count to expect after
 * @width: as of [func@kernel_share_run_length]
 *
 * How many periods pass on average until a count lies outside such limits.
 * O(log (before)) gamma chances.
 *
 * Source: definition.
 *
 * Returns: periods, at least 1; NaN where it makes no sense
 */
double
kernel_count_run_length (double before, double after, double width)
{
  const Law law = { INFINITY, before }, moved = { INFINITY, after };

  if (!(before >= 0) || isinf (before) || !(after >= 0) || isinf (after) || !(width >= 0))
    return NAN;

  return run_length (&law, &moved, width);
}
