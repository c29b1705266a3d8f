/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fisher-exact.h"

#include "kernel/outward-sum.h"

#include <math.h>
#include <stdbool.h>

/* Counts in two groups: @x of @of in the first, @all of the two together, @others in the second. */
typedef struct {
  double of, others, all;
} Margins;

/* How much likelier @x + 1 is than @x. */
static double
step_up (const void *of, double x)
{
  const Margins *m = of;

  return (m->of - x) * (m->all - x) / ((x + 1) * (m->others - m->all + x + 1));
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

  if (!kernel_is_case_count (a) || !kernel_is_case_count (b) || !kernel_is_case_count (c) ||
      !kernel_is_case_count (d))
    return KERNEL_ERR_DOMAIN;

  const double first = fmax (0, m.all - m.others), last = fmin (m.of, m.all);
  const double mode =
      fmin (fmax (floor ((m.of + 1) * (m.all + 1) / (m.of + m.others + 2)), first), last);
  *chance = kernel_outward_sum (step_up, &m, first, last, mode, a);

  return KERNEL_OK;
}
