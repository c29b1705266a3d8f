/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/mstl.h"

#include <math.h>

/* Length of the workspace. */
size_t
kernel_mstl_work_size (size_t n, size_t n_periods, const size_t *periods)
{
  size_t longest = 0;

  for (size_t k = 0; k < n_periods; k++)
    longest = periods[k] > longest ? periods[k] : longest;

  return n + kernel_stl_work_size (n, longest);
}

static KernelStatus
check (size_t n,
       const double *values,
       size_t n_periods,
       const size_t *periods,
       const size_t *windows,
       size_t n_passes)
{
  if (n_periods == 0 || n_passes == 0)
    return KERNEL_ERR_PARAMETER;
  for (size_t k = 0; k < n_periods; k++) {
    if (periods[k] < 2 || (k > 0 && periods[k] <= periods[k - 1]) ||
        (windows && windows[k] != 0 && windows[k] < 3))
      return KERNEL_ERR_PARAMETER;
  }
  if (n / 2 < periods[n_periods - 1] || n == 2 * periods[n_periods - 1])
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (isinf (values[i]))
      return KERNEL_ERR_DOMAIN;
  }
  for (size_t k = 0; k < n_periods; k++) {
    for (size_t j = 0; j < periods[k]; j++) {
      size_t i = j;

      while (i < n && isnan (values[i]))
        i += periods[k];
      if (i >= n)
        return KERNEL_ERR_TOO_SHORT;
    }
  }

  return KERNEL_OK;
}

/**
 * kernel_mstl:
 * @n: number of values, more than two of the longest season
 * @values: shape (@n), NaN where missing
 * @n_periods: number of seasons
 * @periods: shape (@n_periods), points in each, rising
 * @windows: (nullable): shape (@n_periods), seasons that count for the shape of one, or 0
 *   for one shape throughout; 11, 15, 19 … if not given
 * @n_passes: times each season is worked out anew, usually 2
 * @is_robust: whether points far from the fit are weighed down
 * @work: shape (kernel_mstl_work_size (@n, @n_periods, @periods)), overwritten
 * @seasons: (out): shape (@n_periods × @n), one season after the other
 * @trend: (out): shape (@n)
 * @remainder: (out): shape (@n), NaN where a value is missing
 *
 * Takes a series with several seasons apart: each in turn by STL from what the others
 * leave.  O(n) time for fixed windows, no allocation.
 *
 * Source: K. Bandara, R. J. Hyndman, C. Bergmeir (2021), MSTL, arXiv 2107.13462, algorithm 1.
 *
 * Returns: as [func@kernel_stl]; %KERNEL_ERR_PARAMETER also if the periods do not rise
 */
KernelStatus
kernel_mstl (size_t n,
             const double *values,
             size_t n_periods,
             const size_t *periods,
             const size_t *windows,
             size_t n_passes,
             bool is_robust,
             double *work,
             double *seasons,
             double *trend,
             double *remainder)
{
  double *rest = work;
  KernelStatus status = check (n, values, n_periods, periods, windows, n_passes);

  if (status != KERNEL_OK)
    return status;
  for (size_t i = 0; i < n; i++)
    rest[i] = values[i];
  for (size_t i = 0; i < n * n_periods; i++)
    seasons[i] = 0;
  for (size_t pass = 0; pass < n_passes && status == KERNEL_OK; pass++) {
    for (size_t k = 0; k < n_periods && status == KERNEL_OK; k++) {
      const size_t window = windows ? windows[k] : 7 + 4 * (k + 1);
      const KernelStl how = kernel_stl_defaults (n, periods[k], window, is_robust);
      double *season = seasons + k * n;

      for (size_t i = 0; i < n; i++)
        rest[i] += season[i];
      status = kernel_stl (n, rest, &how, work + n, season, trend, remainder);
      for (size_t i = 0; i < n; i++)
        rest[i] -= season[i];
    }
  }

  return status;
}
