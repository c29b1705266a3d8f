/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/two-counts.h"

#include "kernel/outward-sum.h"

#include <math.h>
#include <stdbool.h>

/* @all cases, each of which is one of the second with so many chances to one. */
typedef struct {
  double all, odds;
} Split;

/* How much likelier @x + 1 is than @x. */
static double
step_up (const void *of, double x)
{
  const Split *split = of;

  return (split->all - x) / (x + 1) * split->odds;
}

static bool
is_exposure (double value)
{
  return value > 0 && isfinite (value);
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

  if (!kernel_is_case_count (first) || !kernel_is_case_count (second) ||
      !is_exposure (first_exposure) || !is_exposure (second_exposure) ||
      !is_exposure (split.odds) || isnan (share))
    return KERNEL_ERR_DOMAIN;

  const double mode = fmin (floor ((split.all + 1) * share), split.all);
  *chance = kernel_outward_sum (step_up, &split, 0, split.all, mode, second);

  return KERNEL_OK;
}
