/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/moving-range.h"

#include "kernel/median.h"

#include <math.h>

/* d2 = 2/sqrt(pi) and d3 = sqrt(2 - 4/pi) for the range of two normal values;
 * D4 = 1 + 3 d3/d2.  3/d2 = 2.658681.  The median of such a range is sqrt(2) times the
 * upper quartile of the normal distribution, 0.953873.
 */
const KernelRangeConstants kernel_constants_exact = {
  0.88622692545275801,
  3.266531919288601,
  1.0483580825075305,
  3.8641289730680728,
};
/* Wheeler, Making Sense of Data (2003): 2.660 and 3.268; 3.145 and 3.865. */
const KernelRangeConstants kernel_constants_wheeler = { 2.66 / 3, 3.268, 3.145 / 3, 3.865 };
/* Montgomery, Introduction to Statistical Quality Control, 6th ed., appendix VI; the
 * median range as in Wheeler.
 */
const KernelRangeConstants kernel_constants_montgomery = { 1 / 1.128, 3.267, 1 / 0.954, 3.865 };

/**
 * kernel_moving_ranges:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @joined: (nullable): shape (@n), 0 where the value is no neighbour of the one before
 * @ranges: (out): shape (@n), |x_i - x_(i-1)| in the unit of @values
 *
 * Moving ranges of two.
 *
 * A range is NaN for the first value, where @joined is 0, and where either value
 * is missing: a gap is never bridged.  O(n) time, no allocation.
 *
 * Source: D. J. Wheeler, Making Sense of Data (2003), chapter 8.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_moving_ranges (size_t n, const double *values, const uint8_t *joined, double *ranges)
{
  if (n > 0)
    ranges[0] = NAN;

  for (size_t i = 1; i < n; i++)
    ranges[i] = !joined || joined[i] ? fabs (values[i] - values[i - 1]) : NAN;

  return KERNEL_OK;
}

static KernelMeanRange
mean_below (size_t n, const double *ranges, double bound)
{
  KernelMeanRange result = { NAN, 0, 0 };
  double sum = 0;

  for (size_t i = 0; i < n; i++) {
    if (isnan (ranges[i]))
      continue;
    if (ranges[i] < bound) {
      sum += ranges[i];
      result.n_ranges++;
    } else {
      result.n_dropped++;
    }
  }
  if (result.n_ranges > 0)
    result.mean = sum / (double) result.n_ranges;

  return result;
}

/**
 * kernel_mean_range:
 * @n: number of ranges
 * @ranges: shape (@n), not negative, NaN where there is none
 * @screen: ranges of @screen times their mean or more are left out, once; 0 keeps all
 * @result: (out): the mean range and what it was made of
 *
 * Mean of the ranges that are there.
 *
 * Screening that would leave nothing, or only zeros although the ranges are not
 * all zero, is not done: one spike in an otherwise constant series would
 * otherwise give limits of no width and make every other value stand out.
 * `n_dropped` is then 0.  O(n) time, no allocation.
 *
 * Source: L. S. Nelson (1982), J. Qual. Technol. 14, 172-173, for the screening.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @screen is NaN or negative
 */
KernelStatus
kernel_mean_range (size_t n, const double *ranges, double screen, KernelMeanRange *result)
{
  if (!(screen >= 0))
    return KERNEL_ERR_PARAMETER;

  const KernelMeanRange all = mean_below (n, ranges, INFINITY);
  *result = all;
  if (screen > 0 && all.mean > 0) {
    const KernelMeanRange kept = mean_below (n, ranges, screen * all.mean);

    if (kept.mean > 0)
      *result = kept;
  }

  return KERNEL_OK;
}

/**
 * kernel_median_range:
 * @n: number of ranges
 * @ranges: shape (@n), NaN where there is none
 * @work: shape (@n), overwritten; may not be @ranges
 * @result: (out): the median in place of the mean; `n_dropped` is 0
 *
 * Median of the ranges that are there: a few large ones do not move it.
 *
 * Source: D. J. Wheeler, Making Sense of Data (2003), section 10.2.
 *
 * Returns: %KERNEL_OK
 */
KernelStatus
kernel_median_range (size_t n, const double *ranges, double *work, KernelMeanRange *result)
{
  size_t n_ranges;
  KernelStatus status = kernel_median (n, ranges, NULL, work, &result->mean, &n_ranges);

  result->n_ranges = n_ranges;
  result->n_dropped = 0;

  return status;
}

/**
 * kernel_standard_ranges:
 * @n: number of rows
 * @counts: shape (@n), NaN where missing
 * @sizes: (nullable): shape (@n), NaN where missing; a row with 0 or less is missing;
 *   `NULL`: one each
 * @joined: (nullable): shape (@n), 0 where the row is no neighbour of the one before
 * @centre: the centre line
 * @sigma: spread of a row of one case; 0 or less gives no ranges
 * @ranges: (out): shape (@n), |z_i - z_(i-1)|, NaN where there is none
 *
 * Moving ranges of values put on one scale, whatever their size.  O(n) time.
 *
 * Source: D. B. Laney (2002), Quality Engineering 14, 531-537.
 */
void
kernel_standard_ranges (size_t n,
                        const double *counts,
                        const double *sizes,
                        const uint8_t *joined,
                        double centre,
                        double sigma,
                        double *ranges)
{
  double before = NAN;

  for (size_t i = 0; i < n; i++) {
    const double size = sizes ? sizes[i] : 1;
    const double z =
        size > 0 && sigma > 0 ? (counts[i] / size - centre) * sqrt (size) / sigma : NAN;

    ranges[i] = !joined || joined[i] ? fabs (z - before) : NAN;
    before = z;
  }
}

/**
 * kernel_mark_screened:
 * @n: number of ranges
 * @ranges: shape (@n), NaN where there is none
 * @screen: as for [func@kernel_mean_range]
 * @marks: (out): shape (@n), 1 for a range of @screen times their mean or more
 *
 * Which ranges screening takes out, or would, see [func@kernel_mean_range].
 *
 * Source: as there.
 *
 * Returns: how many
 */
size_t
kernel_mark_screened (size_t n, const double *ranges, double screen, uint8_t *marks)
{
  const double mean = mean_below (n, ranges, INFINITY).mean;
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    marks[i] = screen > 0 && mean > 0 && ranges[i] >= screen * mean;
    count += marks[i];
  }

  return count;
}
