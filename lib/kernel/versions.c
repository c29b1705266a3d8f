/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/versions.h"

#include "kernel/binomial.h"
#include "kernel/student.h"

#include <math.h>
#include <stdbool.h>

static bool
is_pair (double earlier, double later)
{
  return !isnan (earlier) && !isnan (later);
}

static void
count_differences (size_t n, const double *earlier, const double *later, KernelVersions *result)
{
  for (size_t i = 0; i < n; i++) {
    const double difference = later[i] - earlier[i];

    if (!is_pair (earlier[i], later[i]))
      continue;
    result->n++;
    result->mean += difference;
    result->mean_size += fabs (difference);
    result->n_up += difference > 0;
    result->n_down += difference < 0;
    if (fabs (difference) > fabs (result->largest)) {
      result->largest = difference;
      result->at_largest = i;
    }
  }
  result->mean /= (double) result->n;
  result->mean_size /= (double) result->n;
}

/* Two-sided, exactly; those that did not change say nothing of a direction. */
static double
sign_chance (size_t n_up, size_t n_down)
{
  const double fewer = (double) (n_up < n_down ? n_up : n_down);

  if (n_up + n_down == 0)
    return NAN;

  return fmin (1, 2 * kernel_binomial_cdf (fewer, (double) (n_up + n_down), 0.5));
}

/* Mean and standard error of the logarithms, then back. */
static void
fill_ratio (size_t n,
            const double *earlier,
            const double *later,
            double level,
            KernelVersions *result)
{
  const double m = (double) result->n;
  double mean = 0, squares = 0;

  for (size_t i = 0; i < n; i++)
    if (is_pair (earlier[i], later[i]))
      mean += earlier[i] > 0 && later[i] > 0 ? log (later[i] / earlier[i]) / m : NAN;
  if (isnan (mean))
    return;
  result->ratio = exp (mean);
  if (result->n < 2)
    return;
  for (size_t i = 0; i < n; i++)
    if (is_pair (earlier[i], later[i])) {
      const double off = log (later[i] / earlier[i]) - mean;
      squares += off * off;
    }
  const double reach = kernel_student_quantile ((1 + level) / 2, (unsigned) result->n - 1) *
                       sqrt (squares / (m - 1) / m);
  result->ratio_low = exp (mean - reach);
  result->ratio_high = exp (mean + reach);
}

/* Of the differences and @values. */
static double
correlation (size_t n,
             const double *earlier,
             const double *later,
             const double *values,
             const KernelVersions *result)
{
  double mean = 0, both = 0, of_values = 0, of_differences = 0;

  for (size_t i = 0; i < n; i++)
    if (is_pair (earlier[i], later[i]))
      mean += values[i] / (double) result->n;
  for (size_t i = 0; i < n; i++) {
    const double x = values[i] - mean, y = later[i] - earlier[i] - result->mean;

    if (!is_pair (earlier[i], later[i]))
      continue;
    both += x * y;
    of_values += x * x;
    of_differences += y * y;
  }

  return of_values > 0 && of_differences > 0 ? both / sqrt (of_values * of_differences) : NAN;
}

/**
 * kernel_versions:
 * @n: number of periods
 * @earlier: shape (@n), figures as first published, or by the earlier definition; NaN where missing
 * @later: shape (@n), the same periods' figures as published last, or by the later definition
 * @level: of the interval of the ratio, between 0 and 1
 * @result: (out): how the two differ
 *
 * Sets two versions of the same figures side by side, where both are known.  Differences are in the
 * figures' unit; the ratio is the geometric mean with Student's interval of the mean logarithm.
 * Where later figures only add what was not known before, differences have nothing to do with the
 * earlier figures; where they take out what was off at random, nothing with the later.  O(n) time.
 *
 * Source: N. G. Mankiw, M. D. Shapiro (1986), Survey of Current Business 66(5), 20-25 (news or
 * noise); the sign test by definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER; %KERNEL_ERR_TOO_SHORT where no period has both;
 *   %KERNEL_ERR_DOMAIN if a figure is infinite
 */
KernelStatus
kernel_versions (size_t n,
                 const double *earlier,
                 const double *later,
                 double level,
                 KernelVersions *result)
{
  KernelVersions found = { .ratio = NAN, .ratio_low = NAN, .ratio_high = NAN };

  if (!(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n; i++)
    if (isinf (earlier[i]) || isinf (later[i]))
      return KERNEL_ERR_DOMAIN;
  count_differences (n, earlier, later, &found);
  if (found.n == 0)
    return KERNEL_ERR_TOO_SHORT;

  found.chance = sign_chance (found.n_up, found.n_down);
  fill_ratio (n, earlier, later, level, &found);
  found.with_earlier = correlation (n, earlier, later, earlier, &found);
  found.with_later = correlation (n, earlier, later, later, &found);
  *result = found;

  return KERNEL_OK;
}
