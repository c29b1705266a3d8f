/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/level-path.h"

#include <math.h>

/* Sum of squares around the mean of a stretch, of sums before each index. */
static double
rss_of (const double *x, const double *xx, size_t i, size_t j)
{
  const double sum = x[j] - x[i];
  const double rss = xx[j] - xx[i] - sum * sum / (double) (j - i);

  return rss > 0 ? rss : 0;
}

static void
sum_up (size_t n, const double *values, double *x, double *xx)
{
  double mean = 0;

  for (size_t i = 0; i < n; i++)
    mean += values[i] / (double) n;
  x[0] = xx[0] = 0;
  for (size_t i = 0; i < n; i++) {
    const double value = values[i] - mean;
    x[i + 1] = x[i] + value;
    xx[i + 1] = xx[i] + value * value;
  }
}

/**
 * kernel_level_path_n_work:
 * @n: number of values
 * @most: changes looked for
 *
 * Returns: how many doubles [func@kernel_level_path] needs to work in
 */
size_t
kernel_level_path_n_work (size_t n, size_t most)
{
  return (3 + most) * (n + 1);
}

/**
 * kernel_level_path_n_order:
 * @n: number of values
 * @most: changes looked for
 *
 * Returns: how many indices [func@kernel_level_path] needs to work in
 */
size_t
kernel_level_path_n_order (size_t n, size_t most)
{
  return (1 + most) * (n + 1);
}

/**
 * kernel_level_path:
 * @n: number of values
 * @values: shape (@n), none may be missing
 * @least: fewest values of a segment
 * @most: changes looked for
 * @work: shape (kernel_level_path_n_work (@n, @most)), overwritten
 * @order: shape (kernel_level_path_n_order (@n, @most)), overwritten
 * @rss: (out): shape (@most + 1), the least sum of squares with 0, 1, 2 … changes; infinite
 *   where there is no room for so many
 * @changes: (out): shape (@most (@most + 1) / 2), the changes of one, of two …
 *
 * Cuts a series into one level, two, three … each time with the least sum of squares
 * around them.  O(@most @n^2) time.  Ties go to the earlier start.
 *
 * Source: I. E. Auger, C. E. Lawrence (1989), Bulletin of Mathematical Biology 51, 39-54; J.
 * Bai, P. Perron (2003), Journal of Applied Econometrics 18, 1-22.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for segments of no value; %KERNEL_ERR_TOO_SHORT
 * for fewer values than one needs; %KERNEL_ERR_DOMAIN for a value missing or infinite
 */
KernelStatus
kernel_level_path (size_t n,
                   const double *values,
                   size_t least,
                   size_t most,
                   double *work,
                   size_t *order,
                   double *rss,
                   size_t *changes)
{
  double *x = work, *xx = work + n + 1, *totals = work + 2 * (n + 1);

  if (least < 1)
    return KERNEL_ERR_PARAMETER;
  if (n < least)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]))
      return KERNEL_ERR_DOMAIN;
  }

  sum_up (n, values, x, xx);
  for (size_t j = 0; j <= n; j++)
    totals[j] = j >= least ? rss_of (x, xx, 0, j) : INFINITY;
  for (size_t q = 1; q <= most; q++) {
    const double *before = totals + (q - 1) * (n + 1);
    double *now = totals + q * (n + 1);
    size_t *starts = order + q * (n + 1);

    for (size_t j = 0; j <= n; j++) {
      now[j] = INFINITY;
      starts[j] = 0;
      for (size_t i = least; i + least <= j; i++) {
        const double here = before[i] + rss_of (x, xx, i, j);
        if (here < now[j]) {
          now[j] = here;
          starts[j] = i;
        }
      }
    }
  }
  for (size_t q = 0; q <= most; q++) {
    size_t j = n;
    rss[q] = totals[q * (n + 1) + n];
    for (size_t k = q; k > 0; k--) {
      j = order[k * (n + 1) + j];
      changes[q * (q - 1) / 2 + k - 1] = j;
    }
  }

  return KERNEL_OK;
}
