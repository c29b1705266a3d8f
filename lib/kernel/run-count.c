/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/run-count.h"

#include "kernel/side.h"

/* Relative to the likeliest number: what is less adds nothing. */
#define NEGLIGIBLE 1e-20

/**
 * kernel_run_count:
 * @n: number of points
 * @values: shape (@n), NaN where missing
 * @centre: shape (@n), the line
 * @counted: (nullable): shape (@n), 0 where a point is left out
 * @count: (out): runs about the line
 *
 * Counts runs.  What is missing, left out or on the line is passed over.  O(n) time.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_run_count (size_t n,
                  const double *values,
                  const double *centre,
                  const uint8_t *counted,
                  KernelRunCount *count)
{
  KernelRunCount found = { 0, 0, 0 };
  int before = 0;

  for (size_t i = 0; i < n; i++) {
    const int side = !counted || counted[i] ? kernel_side (values[i], centre[i]) : 0;

    if (side == 0)
      continue;
    found.above += side > 0;
    found.below += side < 0;
    found.runs += side != before;
    before = side;
  }
  *count = found;

  return KERNEL_OK;
}

/* How the ways to have 2k runs change from k to k + 1: both sides are cut into one piece more. */
static double
step_up (double m, double n, double k)
{
  return (m - k) * (n - k) / (k * k);
}

/* Of the ways that each side can be cut into k pieces: those to have 2k + 1 runs for each
 * of those to have half of 2k.
 */
static double
odd_share (double m, double n, double k)
{
  return (m + n - 2 * k) / k;
}

/* Ways to have 2k and 2k + 1 runs, for growing k from @k, added up. */
static double
add_up (double m, double n, double k, double way)
{
  double sum = 0;

  for (; way > NEGLIGIBLE && k <= m && k <= n; k++) {
    sum += way * (2 + odd_share (m, n, k));
    way *= step_up (m, n, k);
  }

  return sum;
}

static double
add_down (double m, double n, double k, double way)
{
  double sum = 0;

  for (; way > NEGLIGIBLE && k >= 1; k--) {
    sum += way * (2 + odd_share (m, n, k));
    way /= k > 1 ? step_up (m, n, k - 1) : 1;
  }

  return sum;
}

/* The most runs so that as few or fewer have no more than @left of the ways. */
static size_t
find_few (double m, double n, double k, double way, double left)
{
  double below = add_down (m, n, k, way); /* of up to 2k + 1 */

  for (; k >= 1; k--) {
    if (below <= left)
      return (size_t) (2 * k + 1);
    below -= way * odd_share (m, n, k);
    if (below <= left)
      return (size_t) (2 * k);
    below -= 2 * way;
    way /= k > 1 ? step_up (m, n, k - 1) : 1;
  }

  return 0;
}

/* The fewest runs so that as many or more have no more than @left of the ways. */
static size_t
find_many (double m, double n, double k, double way, double left)
{
  double above = add_up (m, n, k, way); /* of 2k or more */

  for (; k <= m && k <= n; k++) {
    if (above <= left)
      return (size_t) (2 * k);
    above -= 2 * way;
    if (above <= left)
      return (size_t) (2 * k + 1);
    above -= way * odd_share (m, n, k);
    way *= step_up (m, n, k);
  }

  return (size_t) (2 * k);
}

/**
 * kernel_run_count_limits:
 * @above: points above the line
 * @below: points below it
 * @chance: of too few, and of too many, at most, in series whose order is an accident
 * @few: (out): this many runs or fewer are too few; 0 if no number is
 * @many: (out): this many or more are too many
 *
 * With m and n points on either side, the ways to have 2k runs are 2 C(m - 1, k - 1)
 * C(n - 1, k - 1), and those to have 2k + 1 are C(m - 1, k) C(n - 1, k - 1) +
 * C(m - 1, k - 1) C(n - 1, k), of C(m + n, n).  They are added up outwards from the likeliest,
 * which no factorial can overflow.  O(sqrt (@above + @below)) time about.
 *
 * Source: F. S. Swed, C. Eisenhart (1943), Ann. Math. Statist. 14, 66-87.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT if there are no points on one of the sides;
 * %KERNEL_ERR_PARAMETER for a chance that is none or not below one half
 */
KernelStatus
kernel_run_count_limits (size_t above, size_t below, double chance, size_t *few, size_t *many)
{
  const double m = (double) above, n = (double) below;

  if (above == 0 || below == 0)
    return KERNEL_ERR_TOO_SHORT;
  if (!(chance > 0 && chance < 0.5))
    return KERNEL_ERR_PARAMETER;

  const double likeliest = 1 + (double) (size_t) (m * n / (m + n));
  const double k = likeliest < m && likeliest < n ? likeliest : m < n ? m : n;
  const double all = add_up (m, n, k, 1) + add_down (m, n, k, 1) - (2 + odd_share (m, n, k));

  *few = find_few (m, n, k, 1, chance * all);
  *many = find_many (m, n, k, 1, chance * all);

  return KERNEL_OK;
}
