/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/level-change.h"

#include "kernel/student.h"

#include <math.h>

/* What values pass on is not taken for more than this. */
static const double MOST_PASSED_ON = 0.99;

/* Values on one side of the date, as distances from their average.
 *
 * @squares: of the distances
 * @products: of neighbours that are both there
 */
typedef struct {
  size_t n;
  double mean, squares, products;
} Side;

static Side
look_at (size_t n, const double *values)
{
  Side side = { 0, 0, 0, 0 };

  for (size_t i = 0; i < n; i++)
    if (!isnan (values[i]))
      side.mean += (values[i] - side.mean) / (double) ++side.n;
  for (size_t i = 0; i < n; i++) {
    const double distance = values[i] - side.mean;

    if (isnan (distance))
      continue;
    side.squares += distance * distance;
    if (i > 0 && !isnan (values[i - 1]))
      side.products += distance * (values[i - 1] - side.mean);
  }

  return side;
}

/* As it is of the values that the distances are taken from: distances from their own average have
 * less in common.
 */
static double
passed_on (const Side *before, const Side *after)
{
  const size_t fewest = before->n < after->n ? before->n : after->n;
  const double r = (before->products + after->products) / (before->squares + after->squares);

  return fmin (MOST_PASSED_ON, fmax (0, r + (1 + 3 * r) / (double) fewest));
}

/**
 * kernel_level_change:
 * @n_before: number of periods before the date
 * @before: shape (@n_before), in order of time, in any unit; NaN where one is missing
 * @n_after: number of periods from the date on
 * @after: shape (@n_after), the same
 * @found: (out): what changed
 *
 * Compares the averages before and after a date that was not chosen by looking at them. Student's t
 * with one variance on both sides; that a value resembles the one before it counts as if there were
 * fewer values: with r of its distance from the average passed on, n values tell as much as
 * n (1 - r) / (1 + r) would. r is the correlation of neighbours on either side, raised by
 * (1 + 3 r) / n, n the smaller side, for what distances from their own average lose, and
 * between 0 and 0.99. O(@n_before + @n_after) time.
 *
 * Source: G. V. Bayley, J. M. Hammersley (1946), Supplement to the Journal of the Royal
 * Statistical Society 8, 184-197 (how many values count); F. H. C. Marriott, J. A. Pope (1954),
 * Biometrika 41, 390-402 (what r loses).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT if a side has fewer than 8 values;
 * %KERNEL_ERR_DOMAIN if the values of neither side vary
 */
KernelStatus
kernel_level_change (size_t n_before,
                     const double *before,
                     size_t n_after,
                     const double *after,
                     KernelLevelChange *found)
{
  const Side first = look_at (n_before, before), second = look_at (n_after, after);
  const double n = (double) (first.n + second.n);
  const double squares = first.squares + second.squares;

  if (first.n < KERNEL_LEVEL_CHANGE_FEWEST || second.n < KERNEL_LEVEL_CHANGE_FEWEST)
    return KERNEL_ERR_TOO_SHORT;
  if (!(squares > 0))
    return KERNEL_ERR_DOMAIN;

  const double r = passed_on (&first, &second);
  const double share = (1 - r) / (1 + r);
  const double error =
      sqrt (squares / (n - 2) * (1 / (double) first.n + 1 / (double) second.n) / share);
  const unsigned freedom = (unsigned) fmax (1, floor ((n - 2) * share));
  *found = (KernelLevelChange){
    .n_before = first.n,
    .n_after = second.n,
    .before = first.mean,
    .after = second.mean,
    .r = r,
    .error = error,
    .freedom = freedom,
    .chance = 2 * kernel_student_cdf (-fabs (second.mean - first.mean) / error, freedom),
  };

  return KERNEL_OK;
}
