/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/portmanteau.h"

#include "kernel/autocorrelation.h"
#include "kernel/chi-square.h"

#include <math.h>

/**
 * kernel_portmanteau:
 * @n: number of values
 * @values: shape (@n), in order of time, in any unit; NaN where missing
 * @n_lags: how many lags count, at least 1
 * @n_fitted: parameters of what the values are left over from, fewer than @n_lags
 * @result: (out): both sums, and their chances
 *
 * With r_k the correlation at lag k as of [func@kernel_autocorrelation], Box and Pierce take
 * n Σ r_k², Ljung and Box n (n + 2) Σ r_k² / (n − k), both with as many degrees of freedom as
 * there are lags less what was fitted.  Both are NaN for a constant.  O(n n_lags) time.
 *
 * Source: G. E. P. Box, D. A. Pierce (1970), JASA 65, 1509-1526; G. M. Ljung, G. E. P. Box
 * (1978), Biometrika 65, 297-303, formula 1.4.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for no lag, or as many fitted;
 * %KERNEL_ERR_TOO_SHORT for no more values than lags; %KERNEL_ERR_DOMAIN for an infinite value
 */
KernelStatus
kernel_portmanteau (size_t n,
                    const double *values,
                    size_t n_lags,
                    size_t n_fitted,
                    KernelPortmanteau *result)
{
  KernelPortmanteau found = { .freedom = (unsigned) (n_lags - n_fitted) };
  double plain = 0, weighed = 0;

  if (n_lags < 1 || n_fitted >= n_lags)
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n; i++)
    found.n += isnan (values[i]) ? 0 : 1;
  if (found.n <= n_lags)
    return KERNEL_ERR_TOO_SHORT;

  const double count = (double) found.n;
  for (size_t lag = 1; lag <= n_lags; lag++) {
    double r;
    const KernelStatus status = kernel_autocorrelation (n, values, NULL, lag, &r, NULL);

    if (status != KERNEL_OK)
      return status;
    plain += r * r;
    weighed += r * r / (count - (double) lag);
  }
  found.box_pierce = count * plain;
  found.ljung_box = count * (count + 2) * weighed;
  found.box_pierce_chance = kernel_chi_square_tail (found.box_pierce, found.freedom);
  found.ljung_box_chance = kernel_chi_square_tail (found.ljung_box, found.freedom);
  *result = found;

  return KERNEL_OK;
}
