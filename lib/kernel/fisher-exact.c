/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fisher-exact.h"

#include <math.h>
#include <stdbool.h>

/* Tables as likely as the observed one count as such although their chances were rounded. */
#define ALIKE (1 + 1e-7)

#define MOST_CASES 1e9

/* Counts in two groups: @x of @of in the first, @all of the two together, @others in the second. */
typedef struct {
  double of, others, all;
} Margins;

/* How much likelier @x + 1 is than @x. */
static double
step_up (const Margins *m, double x)
{
  return (m->of - x) * (m->all - x) / ((x + 1) * (m->others - m->all + x + 1));
}

static bool
is_count (double value)
{
  return value >= 0 && value <= MOST_CASES && value == floor (value);
}

/* Weights from the likeliest count outwards, the likeliest being 1; what is too unlikely for a
 * double is 0.
 */
static double
weight_of (const Margins *m, double mode, double x)
{
  double weight = 1;

  for (double at = mode; at < x && weight > 0; at++)
    weight *= step_up (m, at);
  for (double at = mode; at > x && weight > 0; at--)
    weight /= step_up (m, at - 1);

  return weight;
}

/* Sums the weights on one side of @mode, and those of at most @limit. */
static void
add_side (const Margins *m, double mode, double end, double limit, double *all, double *unlikely)
{
  const bool upwards = end > mode;
  double weight = 1;

  for (double at = mode; at != end && weight > 0;) {
    weight = upwards ? weight * step_up (m, at) : weight / step_up (m, at - 1);
    at += upwards ? 1 : -1;
    *all += weight;
    *unlikely += weight <= limit ? weight : 0;
  }
}

/**
 * kernel_fisher_exact:
 * @a: cases of the first group that have something
 * @b: cases of the first group that have it not
 * @c: cases of the second group that have it
 * @d: cases of the second group that have it not
 * @chance: (out): in [0, 1]
 *
 * How often two groups of these sizes differ at least as much where the cases that have it
 * fell to them by chance: the sum over all tables with the same totals that are no likelier
 * than this one.  1 where a group or a column is empty.  O(smallest total) time.
 *
 * Source: R. A. Fisher (1935), JRSS 98, 39-82; two-sided as in R's fisher.test.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN for what is no whole number from 0 to 1e9
 */
KernelStatus
kernel_fisher_exact (double a, double b, double c, double d, double *chance)
{
  const Margins m = { .of = a + b, .others = c + d, .all = a + c };

  if (!is_count (a) || !is_count (b) || !is_count (c) || !is_count (d))
    return KERNEL_ERR_DOMAIN;

  const double first = fmax (0, m.all - m.others), last = fmin (m.of, m.all);
  const double mode =
      fmin (fmax (floor ((m.of + 1) * (m.all + 1) / (m.of + m.others + 2)), first), last);
  const double limit = weight_of (&m, mode, a) * ALIKE;
  double all = 1, unlikely = limit >= 1 ? 1 : 0;

  add_side (&m, mode, last, limit, &all, &unlikely);
  add_side (&m, mode, first, limit, &all, &unlikely);
  *chance = fmin (unlikely / all, 1);

  return KERNEL_OK;
}
