/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/granger.h"

#include "kernel/beta.h"
#include "kernel/least-squares.h"

#include <math.h>
#include <stdbool.h>

/* 1, the past of the effect, and the past of the cause: false where something is missing. */
static bool
fill_row (const double *cause, const double *effect, size_t i, size_t order, double *row)
{
  bool is_whole = !isnan (effect[i]);

  row[0] = 1;
  for (size_t k = 1; k <= order; k++) {
    row[k] = effect[i - k];
    row[order + k] = cause[i - k];
    is_whole = is_whole && !isnan (row[k]) && !isnan (row[order + k]);
  }

  return is_whole;
}

/* What is left of the effect, with the past of the cause or without it. */
static double
leftover (size_t n,
          const double *cause,
          const double *effect,
          size_t order,
          size_t n_skipped,
          bool with_cause,
          double *work,
          size_t *n_rows)
{
  double row[2 * KERNEL_GRANGER_MOST_ORDER + 1];
  KernelLeastSquares regression;

  kernel_least_squares_begin (&regression, (with_cause ? 2 : 1) * order + 1, work);
  for (size_t i = n_skipped > order ? n_skipped : order; i < n; i++) {
    if (fill_row (cause, effect, i, order, row))
      kernel_least_squares_add (&regression, row, effect[i]);
  }
  *n_rows = regression.n_rows;

  return regression.rss;
}

/**
 * kernel_granger:
 * @n: periods
 * @cause: shape (@n), whose past may foretell; NaN where one is missing
 * @effect: shape (@n), what is foretold
 * @order: periods of the past that count, 1 to %KERNEL_GRANGER_MOST_ORDER
 * @n_skipped: periods at the beginning that are left out, so that orders up to it are fitted to
 *   the same rows; 0 for none beyond @order
 * @n_taken: degrees of freedom that were spent on the values before
 * @work: shape (%KERNEL_GRANGER_WORK), overwritten
 * @found: (out): what the past of @cause adds
 *
 * How much less is left of one series when the past of another is known beside its own.
 * O(n @order²) time.
 *
 * Source: C. W. J. Granger (1969), Econometrica 37, 424-438; F as the R package lmtest gives it,
 * by the incomplete beta function, Abramowitz and Stegun (1964), 26.6.2.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for another order; %KERNEL_ERR_TOO_SHORT where no
 * degree of freedom is left; %KERNEL_ERR_DOMAIN where nothing is left of the effect
 */
KernelStatus
kernel_granger (size_t n,
                const double *cause,
                const double *effect,
                size_t order,
                size_t n_skipped,
                size_t n_taken,
                double *work,
                KernelGranger *found)
{
  size_t n_rows;
  double without, with, ratio, below;

  if (order < 1 || order > KERNEL_GRANGER_MOST_ORDER)
    return KERNEL_ERR_PARAMETER;
  without = leftover (n, cause, effect, order, n_skipped, false, work, &n_rows);
  with = leftover (n, cause, effect, order, n_skipped, true, work, &n_rows);
  if (n_rows <= 2 * order + 1 + n_taken)
    return KERNEL_ERR_TOO_SHORT;
  if (!(with > 0))
    return KERNEL_ERR_DOMAIN;

  below = (double) (n_rows - 2 * order - 1 - n_taken);
  ratio = fmax (without - with, 0) / (double) order / (with / below);
  *found = (KernelGranger){
    .order = order,
    .ratio = ratio,
    .freedom_above = order,
    .freedom_below = (size_t) below,
    .chance =
        kernel_beta_lower (below / 2, (double) order / 2, below / (below + (double) order * ratio)),
    .criterion = (double) n_rows * log (with / (double) n_rows) +
                 (2 * (double) order + 1) * log ((double) n_rows),
  };

  return KERNEL_OK;
}
