/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/regression-breaks.h"

#include "kernel/break-interval.h"
#include "kernel/least-squares.h"

#include <math.h>

#define LOG_TWO_PI 1.8378770664093453

/**
 * kernel_regression_breaks_n_work:
 * @regression: the regression
 * @most: changes looked for
 *
 * Returns: how many doubles [func@kernel_regression_breaks] needs to work in
 */
size_t
kernel_regression_breaks_n_work (const KernelRegression *regression, size_t most)
{
  return (1 + most) * (regression->n + 1) + kernel_least_squares_n_work (regression->n_columns);
}

/**
 * kernel_regression_breaks_n_order:
 * @regression: the regression
 * @most: changes looked for
 *
 * Returns: how many indices [func@kernel_regression_breaks] needs to work in
 */
size_t
kernel_regression_breaks_n_order (const KernelRegression *regression, size_t most)
{
  return (1 + most) * (regression->n + 1);
}

static void
add_row (KernelLeastSquares *fit, const KernelRegression *regression, size_t i)
{
  kernel_least_squares_add (fit, regression->design + i * regression->n_columns,
                            regression->values[i]);
}

static KernelStatus
look_at (const KernelRegression *regression, size_t least)
{
  const size_t n = regression->n, m = regression->n_columns;

  if (m < 1 || least <= m)
    return KERNEL_ERR_PARAMETER;
  if (n < least)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (regression->values[i]))
      return KERNEL_ERR_DOMAIN;
    for (size_t k = 0; k < m; k++) {
      if (!isfinite (regression->design[i * m + k]))
        return KERNEL_ERR_DOMAIN;
    }
  }

  return KERNEL_OK;
}

/* Takes the segments that begin at @start into account.  All that end there are known. */
static void
extend (const KernelRegression *regression,
        size_t start,
        size_t least,
        size_t most,
        double *work,
        size_t *order)
{
  const size_t n = regression->n;
  KernelLeastSquares fit;

  kernel_least_squares_begin (&fit, regression->n_columns, work + (1 + most) * (n + 1));
  for (size_t end = start + 1; end <= n; end++) {
    add_row (&fit, regression, end - 1);
    if (end - start < least)
      continue;
    if (start == 0)
      work[end] = fit.rss;
    for (size_t q = 1; q <= most && start > 0; q++) {
      const double here = work[(q - 1) * (n + 1) + start] + fit.rss;

      if (here < work[q * (n + 1) + end]) {
        work[q * (n + 1) + end] = here;
        order[q * (n + 1) + end] = start;
      }
    }
  }
}

/**
 * kernel_regression_breaks:
 * @regression: the regression; nothing may be missing
 * @least: fewest rows of a segment, more than there are columns
 * @most: changes looked for
 * @work: shape (kernel_regression_breaks_n_work (@regression, @most)), overwritten
 * @order: shape (kernel_regression_breaks_n_order (@regression, @most)), overwritten
 * @rss: (out): shape (@most + 1), the least sum of squares with 0, 1, 2 … changes of all
 *   coefficients; infinite where there is no room for so many
 * @changes: (out): shape (@most (@most + 1) / 2), the changes of one, of two …, each the
 *   first row of its segment
 *
 * As [func@kernel_level_path], of a regression: each start is extended row by row.
 * O(n² (n_columns² + most)) time.  Ties go to the earlier start.
 *
 * Source: J. Bai, P. Perron (2003), Journal of Applied Econometrics 18, 1-22, section 3.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for segments of no more rows than columns, or no
 * column; %KERNEL_ERR_TOO_SHORT for fewer rows than one needs; %KERNEL_ERR_DOMAIN for a
 * number that is missing or infinite
 */
KernelStatus
kernel_regression_breaks (const KernelRegression *regression,
                          size_t least,
                          size_t most,
                          double *work,
                          size_t *order,
                          double *rss,
                          size_t *changes)
{
  const size_t n = regression->n;
  const KernelStatus status = look_at (regression, least);

  if (status != KERNEL_OK)
    return status;

  for (size_t k = 0; k < (1 + most) * (n + 1); k++) {
    work[k] = INFINITY;
    order[k] = 0;
  }
  for (size_t start = 0; start + least <= n; start++) {
    if (start == 0 || start >= least)
      extend (regression, start, least, most, work, order);
  }
  for (size_t q = 0; q <= most; q++) {
    size_t j = n;
    rss[q] = work[q * (n + 1) + n];
    for (size_t k = q; k > 0; k--) {
      j = order[k * (n + 1) + j];
      changes[q * (q - 1) / 2 + k - 1] = j;
    }
  }

  return KERNEL_OK;
}

/**
 * kernel_regression_bic:
 * @regression: the regression
 * @rss: sum of squares that is left
 * @n_changes: with so many changes
 *
 * The information criterion by which a number of changes is chosen: the least is taken.
 *
 * Source: Y.-C. Yao (1988), Statistics & Probability Letters 6, 181-189; each change counts as
 * one parameter more.
 *
 * Returns: the criterion
 */
double
kernel_regression_bic (const KernelRegression *regression, double rss, size_t n_changes)
{
  const double n = (double) regression->n;
  const double n_parameters = (double) ((regression->n_columns + 1) * (n_changes + 1));

  return n * (log (rss / n) + 1 + LOG_TWO_PI) + n_parameters * log (n);
}

static KernelStatus
fit_rows (const KernelRegression *regression,
          size_t first,
          size_t end,
          double *work,
          double *coefficients,
          double *variance)
{
  KernelLeastSquares fit;

  kernel_least_squares_begin (&fit, regression->n_columns, work);
  for (size_t i = first; i < end; i++)
    add_row (&fit, regression, i);
  *variance = fit.rss / (double) (end - first);

  return kernel_least_squares_solve (&fit, coefficients);
}

/* Mean square of what @change of the coefficients makes of each row. */
static double
mean_square (const KernelRegression *regression, size_t first, size_t end, const double *change)
{
  double total = 0;

  for (size_t i = first; i < end; i++) {
    double made = 0;

    for (size_t k = 0; k < regression->n_columns; k++)
      made += regression->design[i * regression->n_columns + k] * change[k];
    total += made * made;
  }

  return total / (double) (end - first);
}

/**
 * kernel_regression_interval_n_work:
 * @regression: the regression
 *
 * Returns: how many doubles [func@kernel_regression_interval] needs to work in
 */
size_t
kernel_regression_interval_n_work (const KernelRegression *regression)
{
  return 2 * regression->n_columns + kernel_least_squares_n_work (regression->n_columns);
}

/**
 * kernel_regression_interval:
 * @regression: the regression; nothing may be missing
 * @ends: the first row of the segment before a change, of that after it, and the row behind
 *   that
 * @level: how sure to be, such as 0.95
 * @work: shape (kernel_regression_interval_n_work (@regression)), overwritten
 * @earlier: (out): how much earlier the change may be, in rows, at least 0
 * @later: (out): how much later
 *
 * Where the coefficients may have changed, with the regressors and the variance of either
 * side.  O(rows n_columns²) time.
 *
 * Source: as of [func@kernel_break_interval].
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a level outside (0, 1) or ends in the wrong
 * order; %KERNEL_ERR_TOO_SHORT for fewer rows than columns on a side; %KERNEL_ERR_DOMAIN for
 * columns that depend on each other, or no change
 */
KernelStatus
kernel_regression_interval (const KernelRegression *regression,
                            const size_t ends[3],
                            double level,
                            double *work,
                            double *earlier,
                            double *later)
{
  const size_t m = regression->n_columns;
  double *before = work, *after = work + m, *room = work + 2 * m;
  double variance_before, variance_after;
  KernelStatus status;

  if (ends[0] >= ends[1] || ends[1] >= ends[2] || ends[2] > regression->n)
    return KERNEL_ERR_PARAMETER;
  status = fit_rows (regression, ends[0], ends[1], room, before, &variance_before);
  if (status == KERNEL_OK)
    status = fit_rows (regression, ends[1], ends[2], room, after, &variance_after);
  if (status != KERNEL_OK)
    return status;
  for (size_t k = 0; k < m; k++)
    before[k] = after[k] - before[k];

  return kernel_regression_break_interval (mean_square (regression, ends[0], ends[1], before),
                                           mean_square (regression, ends[1], ends[2], before),
                                           variance_before, variance_after, level, earlier, later);
}
