/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/prewhiten.h"

#include "kernel/orthonormal.h"

#include <math.h>
#include <stdbool.h>

/* A series that follows itself once never does so more closely than this. */
static const double MOST_CLOSE = 0.98;

/* Of the matrix of two lags: what counts as no second direction. */
static const double NOTHING = 1e-12;

/* Sums of products of the values with themselves and those one and two before, where all that
 * an order of @most needs are there: at[i][j] of those i and j before.
 */
typedef struct {
  double at[KERNEL_PREWHITEN_MOST_ORDER + 1][KERNEL_PREWHITEN_MOST_ORDER + 1];
  size_t n_rows, n_values;
} Products;

static bool
is_whole (const double *values, size_t i, size_t most)
{
  if (i < most)
    return false;
  for (size_t k = 0; k <= most; k++) {
    if (isnan (values[i - k]))
      return false;
  }

  return true;
}

static Products
sum_products (size_t n, const double *values, size_t most)
{
  Products sums = { 0 };

  for (size_t i = 0; i < n; i++) {
    sums.n_values += !isnan (values[i]);
    if (!is_whole (values, i, most))
      continue;
    sums.n_rows++;
    for (size_t a = 0; a <= most; a++) {
      for (size_t b = a; b <= most; b++)
        sums.at[a][b] += values[i - a] * values[i - b];
    }
  }

  return sums;
}

/* Least squares of one or two lags; false where the lags cannot be told apart. */
static bool
fit (const Products *sums, size_t order, double *coefficients)
{
  const double a = sums->at[1][1], b = sums->at[1][2], c = sums->at[2][2];
  const double determinant = a * c - b * b;

  if (order == 1 && a > 0) {
    coefficients[0] = sums->at[0][1] / a;
    return true;
  }
  if (order != 2 || !(determinant > NOTHING * a * c))
    return order == 0;
  coefficients[0] = (sums->at[0][1] * c - sums->at[0][2] * b) / determinant;
  coefficients[1] = (sums->at[0][2] * a - sums->at[0][1] * b) / determinant;

  return true;
}

static void
apply (size_t n, const double *values, size_t most, const KernelFilter *filter, double *innovations)
{
  for (size_t i = n; i-- > 0;) {
    double left = values[i];

    if (!is_whole (values, i, most)) {
      innovations[i] = NAN;
      continue;
    }
    for (size_t k = 1; k <= filter->order; k++)
      left -= filter->coefficients[k - 1] * values[i - k];
    innovations[i] = left;
  }
}

static double
criterion (const Products *sums, size_t order, double rss)
{
  const double m = (double) sums->n_rows, k = (double) order + 1;

  return m * log (rss / m) + 2 * k + 2 * k * (k + 1) / fmax (m - k - 1, 1);
}

/* Least squares make a series follow itself less closely than it does. */
static void
mend_bias (const Products *sums, KernelFilter *filter)
{
  const double sum = filter->coefficients[0] + filter->coefficients[1];

  if (filter->order == 0)
    return;
  filter->coefficients[0] += (1 + 3 * sum) / (double) sums->n_values;
  if (filter->order == 1)
    filter->coefficients[0] = fmin (fmax (filter->coefficients[0], -MOST_CLOSE), MOST_CLOSE);
}

/**
 * kernel_prewhiten:
 * @n: periods
 * @values: shape (@n), around 0, in any unit; NaN where one is missing
 * @most_order: how many values before may count, at most %KERNEL_PREWHITEN_MOST_ORDER
 * @innovations: (out): shape (@n), not @values; what the values before do not foretell; NaN
 *   where the value or one of the @most_order before it is missing
 * @filter: (out): how the values follow themselves
 *
 * Takes off what a series has in common with its own past. All orders are fitted by least
 * squares to the same rows; that of the least corrected criterion of Akaike counts, and its
 * first coefficient is raised by (1 + 3 sum) / n for the bias of short series. O(n) time.
 *
 * Source: C. M. Hurvich, C.-L. Tsai (1989), Biometrika 76, 297-307 (AICc); F. H. C. Marriott,
 * J. A. Pope (1954), Biometrika 41, 390-402 (bias).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a higher order; %KERNEL_ERR_TOO_SHORT for
 * fewer rows than @most_order + 3; %KERNEL_ERR_DOMAIN where nothing is left of the values
 */
KernelStatus
kernel_prewhiten (size_t n,
                  const double *values,
                  size_t most_order,
                  double *innovations,
                  KernelFilter *filter)
{
  KernelFilter best = { 0 };
  double least = INFINITY;
  Products sums;

  if (most_order > KERNEL_PREWHITEN_MOST_ORDER)
    return KERNEL_ERR_PARAMETER;
  sums = sum_products (n, values, most_order);
  if (sums.n_rows < most_order + 3)
    return KERNEL_ERR_TOO_SHORT;

  for (size_t order = 0; order <= most_order; order++) {
    KernelFilter tried = { .order = order, .n_used = sums.n_rows };
    double rss, found;

    if (!fit (&sums, order, tried.coefficients))
      continue;
    apply (n, values, most_order, &tried, innovations);
    rss = kernel_sum_squares (n, innovations);
    if (!(rss > 0))
      return KERNEL_ERR_DOMAIN;
    found = criterion (&sums, order, rss);
    if (found < least) {
      best = tried;
      least = found;
    }
  }
  mend_bias (&sums, &best);
  apply (n, values, most_order, &best, innovations);
  *filter = best;

  return KERNEL_OK;
}
