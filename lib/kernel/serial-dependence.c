/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/serial-dependence.h"

#include "kernel/mean.h"
#include "kernel/normal.h"

#include <math.h>

static double
centre_of (size_t n, const double *values)
{
  double mean = NAN;
  const KernelStatus status = kernel_mean (n, values, NULL, &mean, NULL);

  return status == KERNEL_OK ? mean : NAN;
}

static double
sum_of_products (size_t n, const double *values, double centre, size_t lag)
{
  double sum = 0;

  for (size_t i = lag; i < n; i++)
    sum += (values[i] - centre) * (values[i - lag] - centre);

  return sum;
}

/**
 * kernel_lag_correlation:
 * @n: number of values
 * @values: shape (@n), in order of time, none missing
 * @lag: how many values apart, less than @n
 * @correlation: (out): between -1 and 1; NaN for equal values
 *
 * Correlation of the values with those @lag before: the sum of products about the common
 * mean over the sum of squares.  O(n) time.
 *
 * Source: G. E. P. Box, G. M. Jenkins (1976), Time Series Analysis, rev. ed., San
 * Francisco: Holden-Day, formula 2.1.11.
 *
 * Returns: %KERNEL_OK, or %KERNEL_ERR_TOO_SHORT
 */
KernelStatus
kernel_lag_correlation (size_t n, const double *values, size_t lag, double *correlation)
{
  if (lag >= n)
    return KERNEL_ERR_TOO_SHORT;

  const double centre = centre_of (n, values);
  *correlation = sum_of_products (n, values, centre, lag) / sum_of_products (n, values, centre, 0);

  return KERNEL_OK;
}

/* Triples of places that fit when @lag of them are lost. */
static double
triples (size_t n, size_t lag)
{
  const double left = (double) (n - lag);

  return left * (left - 1) * (left - 2);
}

/**
 * kernel_hamed_rao:
 * @n: number of values
 * @ranks: shape (@n), of the values less their slope, in order of time
 * @n_lags: lags that are looked at, from 1 on; less than @n
 * @level: a lag counts if its correlation is outside what independent ranks give with
 *   this chance: further from 0 than the normal quantile over the root of @n
 * @excess: (out): what the variance of the score grows by, as a share of it; may be
 *   negative, and below -1
 *
 * The variance of the score of Mann and Kendall for values that depend on those before.
 * pyMannKendall up to 1.4.3 and R's modifiedmk multiply by 1 + @excess; later versions of
 * pyMannKendall by 1 + |@excess|. O(n @n_lags) time.
 *
 * Source: K. H. Hamed, A. R. Rao (1998), J. Hydrol. 204, 182-196, formula 15.
 *
 * Returns: %KERNEL_OK, %KERNEL_ERR_TOO_SHORT for fewer than three values or more lags than
 * there are, %KERNEL_ERR_PARAMETER for a level, %KERNEL_ERR_DOMAIN for equal ranks
 */
KernelStatus
kernel_hamed_rao (size_t n, const double *ranks, size_t n_lags, double level, double *excess)
{
  if (n < 3 || n_lags >= n)
    return KERNEL_ERR_TOO_SHORT;
  if (!(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;

  const double centre = centre_of (n, ranks);
  const double squares = sum_of_products (n, ranks, centre, 0);
  const double usual = kernel_normal_quantile (0.5 + level / 2) / sqrt ((double) n);
  double sum = 0;
  if (!(squares > 0))
    return KERNEL_ERR_DOMAIN;
  for (size_t lag = 1; lag <= n_lags; lag++) {
    const double correlation = sum_of_products (n, ranks, centre, lag) / squares;

    if (fabs (correlation) > usual)
      sum += triples (n, lag) * correlation;
  }
  *excess = 2 * sum / triples (n, 0);

  return KERNEL_OK;
}

/**
 * kernel_yue_wang:
 * @n: number of values
 * @residuals: shape (@n), the values less their slope, in order of time
 * @n_lags: lags that are looked at, from 1 on; less than @n
 * @excess: (out): what the variance of the score grows by, as a share of it
 *
 * The variance of a mean of values that depend on those before, taken over to the score.
 * With all lags the correlations nearly cancel and the variance is too small, often far:
 * it is here to check what others published. O(n @n_lags) time.
 *
 * Source: S. Yue, C. Y. Wang (2004), Water Resour. Manage. 18, 201-218, formula 12.
 *
 * Returns: %KERNEL_OK, %KERNEL_ERR_TOO_SHORT, or %KERNEL_ERR_DOMAIN for equal values
 */
KernelStatus
kernel_yue_wang (size_t n, const double *residuals, size_t n_lags, double *excess)
{
  if (n < 2 || n_lags >= n)
    return KERNEL_ERR_TOO_SHORT;

  const double centre = centre_of (n, residuals);
  const double squares = sum_of_products (n, residuals, centre, 0);
  double sum = 0;
  if (!(squares > 0))
    return KERNEL_ERR_DOMAIN;
  for (size_t lag = 1; lag <= n_lags; lag++) {
    const double weight = 1 - (double) lag / (double) n;

    sum += weight * sum_of_products (n, residuals, centre, lag) / squares;
  }
  *excess = 2 * sum;

  return KERNEL_OK;
}

/**
 * kernel_first_order_excess:
 * @n: number of values
 * @correlation: of a value with the one before, from 0 to below 1
 * @excess: (out): what the variance of the score grows by, as a share of it
 *
 * Formula 15 of Hamed and Rao with the correlations that a first-order dependence implies
 * at every lag, instead of one estimated at each.  O(n) time.
 *
 * Source: K. H. Hamed, A. R. Rao (1998), J. Hydrol. 204, 182-196, formula 15, with
 * correlation^lag for its correlations.
 *
 * Returns: %KERNEL_OK, %KERNEL_ERR_TOO_SHORT, or %KERNEL_ERR_PARAMETER
 */
KernelStatus
kernel_first_order_excess (size_t n, double correlation, double *excess)
{
  double sum = 0, power = 1;

  if (n < 3)
    return KERNEL_ERR_TOO_SHORT;
  if (!(correlation >= 0 && correlation < 1))
    return KERNEL_ERR_PARAMETER;
  for (size_t lag = 1; lag + 2 < n && power > 0; lag++) {
    power *= correlation;
    sum += triples (n, lag) * power;
  }
  *excess = 2 * sum / triples (n, 0);

  return KERNEL_OK;
}

/**
 * kernel_detrend:
 * @n: number of values
 * @values: shape (@n), in order of time
 * @slope: what they rise by from one to the next
 * @residuals: (out): shape (@n), the values less the slope; may be @values
 *
 * Source: definition.
 */
void
kernel_detrend (size_t n, const double *values, double slope, double *residuals)
{
  for (size_t i = 0; i < n; i++)
    residuals[i] = values[i] - (double) (i + 1) * slope;
}

/**
 * kernel_pre_whiten:
 * @n: number of values
 * @values: shape (@n), in order of time, none missing
 * @whitened: (out): shape (@n - 1), each value less the share of the one before that their
 *   correlation says
 *
 * Source: H. von Storch, A. Navarra (1995), Analysis of Climate Variability, Berlin:
 * Springer, 11-26.
 *
 * Returns: %KERNEL_OK, %KERNEL_ERR_TOO_SHORT, or %KERNEL_ERR_DOMAIN for equal values
 */
KernelStatus
kernel_pre_whiten (size_t n, const double *values, double *whitened)
{
  double correlation;
  const KernelStatus status = kernel_lag_correlation (n, values, 1, &correlation);

  if (status != KERNEL_OK)
    return status;
  if (isnan (correlation))
    return KERNEL_ERR_DOMAIN;
  for (size_t i = 0; i + 1 < n; i++)
    whitened[i] = values[i + 1] - correlation * values[i];

  return KERNEL_OK;
}

/**
 * kernel_pre_whiten_free_of_trend:
 * @n: number of values
 * @values: shape (@n), in order of time, none missing; overwritten by the values less
 *   the slope
 * @slope: what they rise by from one to the next
 * @whitened: (out): shape (@n - 1): whitened without the slope, which is then put back
 *
 * Source: S. Yue, P. Pilon, B. Phinney, G. Cavadias (2002), Hydrol. Process. 16,
 * 1807-1829.
 *
 * Returns: as kernel_pre_whiten()
 */
KernelStatus
kernel_pre_whiten_free_of_trend (size_t n, double *values, double slope, double *whitened)
{
  kernel_detrend (n, values, slope, values);

  const KernelStatus status = kernel_pre_whiten (n, values, whitened);
  for (size_t i = 0; status == KERNEL_OK && i + 1 < n; i++)
    whitened[i] += (double) (i + 1) * slope;

  return status;
}
