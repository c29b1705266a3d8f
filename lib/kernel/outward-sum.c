/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/outward-sum.h"

#include <math.h>

/* What is as likely as what was seen counts as such although the chances were rounded. */
#define ALIKE (1 + 1e-7)

#define MOST_CASES 1e9

/* Whether @value is a whole number from 0 to 1e9. */
bool
kernel_is_case_count (double value)
{
  return value >= 0 && value <= MOST_CASES && value == floor (value);
}

/* The weight of @x, that of @mode being 1; what is too unlikely for a double is 0. */
static double
weight_of (KernelStepUp step_up, const void *of, double mode, double x)
{
  double weight = 1;

  for (double at = mode; at < x && weight > 0; at++)
    weight *= step_up (of, at);
  for (double at = mode; at > x && weight > 0; at--)
    weight /= step_up (of, at - 1);

  return weight;
}

typedef struct {
  double all, unlikely;
} Sums;

/* Sums the weights on one side of @mode, and those of at most @limit. */
static void
add_side (KernelStepUp step_up, const void *of, double mode, double end, double limit, Sums *sums)
{
  const bool upwards = end > mode;
  double weight = 1;

  for (double at = mode; at != end && weight > 0;) {
    weight = upwards ? weight * step_up (of, at) : weight / step_up (of, at - 1);
    at += upwards ? 1 : -1;
    sums->all += weight;
    sums->unlikely += weight <= limit ? weight : 0;
  }
}

/**
 * kernel_outward_sum:
 * @step_up: how much likelier each count is than the one before it; falls as counts rise
 * @of: what it is told
 * @first: the least count there can be
 * @last: the largest
 * @mode: the likeliest of them
 * @seen: the one that was seen, among them
 *
 * How often a count is no likelier than the one seen: the sum of the chances of all that are
 * not, from the likeliest outwards until they are too small for a double.  No factorial is worked
 * out.  O(the distance gone) time.
 *
 * Source: R. A. Fisher (1935), JRSS 98, 39-82; two-sided as in R's fisher.test and poisson.test.
 *
 * Returns: the chance, in [0, 1]
 */
double
kernel_outward_sum (KernelStepUp step_up,
                    const void *of,
                    double first,
                    double last,
                    double mode,
                    double seen)
{
  const double limit = weight_of (step_up, of, mode, seen) * ALIKE;
  Sums sums = { .all = 1, .unlikely = limit >= 1 ? 1 : 0 };

  add_side (step_up, of, mode, last, limit, &sums);
  add_side (step_up, of, mode, first, limit, &sums);

  return fmin (sums.unlikely / sums.all, 1);
}
