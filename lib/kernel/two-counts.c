/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/two-counts.h"

#include <math.h>
#include <stdbool.h>

/* Splits as likely as the observed one count as such although their chances were rounded. */
#define ALIKE (1 + 1e-7)

#define MOST_CASES 1e9

/* @all cases, each of which is one of the second with so many chances to one. */
typedef struct {
  double all, odds;
} Split;

/* How much likelier @x + 1 is than @x. */
static double
step_up (const Split *split, double x)
{
  return (split->all - x) / (x + 1) * split->odds;
}

static bool
is_count (double value)
{
  return value >= 0 && value <= MOST_CASES && value == floor (value);
}

static bool
is_exposure (double value)
{
  return value > 0 && isfinite (value);
}

/* The weight of @x, that of @mode being 1; what is too unlikely for a double is 0. */
static double
weight_of (const Split *split, double mode, double x)
{
  double weight = 1;

  for (double at = mode; at < x && weight > 0; at++)
    weight *= step_up (split, at);
  for (double at = mode; at > x && weight > 0; at--)
    weight /= step_up (split, at - 1);

  return weight;
}

/* Sums the weights on one side of @mode, and those of at most @limit. */
static void
add_side (const Split *split, double mode, double end, double limit, double *all, double *unlikely)
{
  const bool upwards = end > mode;
  double weight = 1;

  for (double at = mode; at != end && weight > 0;) {
    weight = upwards ? weight * step_up (split, at) : weight / step_up (split, at - 1);
    at += upwards ? 1 : -1;
    *all += weight;
    *unlikely += weight <= limit ? weight : 0;
  }
}

/**
 * kernel_two_counts:
 * @first: how many there were
 * @first_exposure: among or during how much, above 0
 * @second: how many there were the other time
 * @second_exposure: among or during how much, in the same unit
 * @chance: (out): in [0, 1]
 *
 * How often two counts of what happens singly, at one rate both times, divide at least as
 * unevenly as these: given how many there are in all, the second is binomial with the share of
 * its exposure, and all divisions count that are no likelier than this one.  1 without cases.
 * O(square root of the number of cases) time, O(distance) where they divide far out.
 *
 * Source: J. Przyborowski, H. Wilenski (1940), Biometrika 31, 313-323; two-sided as in R's
 * poisson.test.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN for a count that is no whole number from 0 to 1e9, or
 *   an exposure that is not finite and above 0
 */
KernelStatus
kernel_two_counts (double first,
                   double first_exposure,
                   double second,
                   double second_exposure,
                   double *chance)
{
  const Split split = { .all = first + second, .odds = second_exposure / first_exposure };
  const double share = second_exposure / (first_exposure + second_exposure);

  if (!is_count (first) || !is_count (second) || !is_exposure (first_exposure) ||
      !is_exposure (second_exposure) || !is_exposure (split.odds) || isnan (share))
    return KERNEL_ERR_DOMAIN;

  const double mode = fmin (floor ((split.all + 1) * share), split.all);
  const double limit = weight_of (&split, mode, second) * ALIKE;
  double all = 1, unlikely = limit >= 1 ? 1 : 0;

  add_side (&split, mode, split.all, limit, &all, &unlikely);
  add_side (&split, mode, 0, limit, &all, &unlikely);
  *chance = fmin (unlikely / all, 1);

  return KERNEL_OK;
}
