/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/partial-autocorrelation.h"

#include <math.h>

/**
 * kernel_partial_autocorrelation:
 * @n_lags: how many lags
 * @correlations: shape (@n_lags), at lag 1, 2 …, each within −1 and 1, as of
 *   [func@kernel_autocorrelation]
 * @work: shape (2 × @n_lags), overwritten
 * @partials: (out): shape (@n_lags); NaN from where those before explain everything
 *
 * What values so far apart have in common that those between do not carry over: the last
 * coefficient of the autoregression of each order.  O(n_lags²) time.
 *
 * Source: J. Durbin (1960), Revue de l'Institut International de Statistique 28, 233-244;
 * G. E. P. Box, G. M. Jenkins (1976), Time Series Analysis, appendix A3.2.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN for a correlation that is missing or beyond 1
 */
KernelStatus
kernel_partial_autocorrelation (size_t n_lags,
                                const double *correlations,
                                double *work,
                                double *partials)
{
  double *now = work, *before = work + n_lags, left = 1;

  for (size_t k = 0; k < n_lags; k++) {
    if (!(fabs (correlations[k]) <= 1))
      return KERNEL_ERR_DOMAIN;
  }
  for (size_t k = 0; k < n_lags; k++) {
    double rest = correlations[k];

    for (size_t j = 0; j < k; j++) {
      before[j] = now[j];
      rest -= now[j] * correlations[k - 1 - j];
    }
    now[k] = left > 0 ? rest / left : NAN;
    for (size_t j = 0; j < k; j++)
      now[j] -= now[k] * before[k - 1 - j];
    left *= 1 - now[k] * now[k];
    partials[k] = now[k];
  }

  return KERNEL_OK;
}
