/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ratchet.h"

#include "kernel/least-squares.h"

#include <math.h>
#include <stdbool.h>

enum {
  MOST_COLUMNS = 3,
  N_WORK = (MOST_COLUMNS + 3) * (MOST_COLUMNS + 1)
};

/* A period whose value, target and next target are there. */
static bool
is_known (const double *values, const double *targets, size_t i)
{
  return isfinite (values[i]) && isfinite (targets[i]) && isfinite (targets[i + 1]);
}

static size_t
count_sides (size_t n, const double *values, const double *targets, KernelRatchet *found)
{
  size_t n_known = 0;

  for (size_t i = 0; i + 1 < n; i++) {
    if (!is_known (values, targets, i))
      continue;
    n_known++;
    found->n_above += values[i] > targets[i];
    found->n_below += values[i] < targets[i];
  }

  return n_known;
}

/* Whether every value is as far from its target, so that no slope can be told from the drift. */
static bool
is_constant (size_t n, const double *values, const double *targets)
{
  double low = INFINITY, high = -INFINITY;

  for (size_t i = 0; i + 1 < n; i++) {
    if (!is_known (values, targets, i))
      continue;
    low = fmin (low, values[i] - targets[i]);
    high = fmax (high, values[i] - targets[i]);
  }

  return low == high && low != 0;
}

/* Columns: 1, then how far above and how far below, where any is. */
static void
add_rows (KernelLeastSquares *line,
          size_t n,
          const double *values,
          const double *targets,
          const KernelRatchet *found)
{
  for (size_t i = 0; i + 1 < n; i++) {
    double row[MOST_COLUMNS] = { 1 };
    size_t k = 1;

    if (!is_known (values, targets, i))
      continue;
    if (found->n_above > 0)
      row[k++] = fmax (0, values[i] - targets[i]);
    if (found->n_below > 0)
      row[k++] = fmin (0, values[i] - targets[i]);
    kernel_least_squares_add (line, row, targets[i + 1] - targets[i]);
  }
}

static void
take (KernelRatchet *found, const double *coefficients, const double *errors)
{
  size_t k = 1;

  found->drift = coefficients[0];
  found->above = found->below = found->above_error = found->below_error = NAN;
  if (found->n_above > 0) {
    found->above_error = errors[k];
    found->above = coefficients[k++];
  }
  if (found->n_below > 0) {
    found->below_error = errors[k];
    found->below = coefficients[k];
  }
}

/**
 * kernel_ratchet:
 * @n: number of periods
 * @values: shape (@n), what was reached, in any unit; NaN where one is missing
 * @targets: shape (@n), what was to be reached, in the same unit; NaN where one is missing
 * @result: (out): how the next target followed
 *
 * Whether targets follow what was reached: what the next one is more than this one, on how far
 * the value was above this one and, with a slope of its own, how far below.  A ratchet has a slope
 * above and none below.  A period counts whose value, target and next target are there.  Too few
 * targets to test are described all the same, without errors.  O(@n) time.
 *
 * Source: M. L. Weitzman (1980), Bell Journal of Economics 11, 302-308 (the ratchet); least
 * squares by Draper and Smith (1998), section 5.1.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT where no more periods than coefficients are left;
 * %KERNEL_ERR_DOMAIN where all are as far from their targets
 */
KernelStatus
kernel_ratchet (size_t n, const double *values, const double *targets, KernelRatchet *result)
{
  double work[N_WORK], coefficients[MOST_COLUMNS], errors[MOST_COLUMNS] = { NAN, NAN, NAN };
  KernelRatchet found = { 0 };
  KernelLeastSquares line;
  const size_t n_known = count_sides (n, values, targets, &found);
  const size_t n_columns = 1 + (size_t) (found.n_above > 0) + (size_t) (found.n_below > 0);

  if (n_known <= n_columns)
    return KERNEL_ERR_TOO_SHORT;
  if (is_constant (n, values, targets))
    return KERNEL_ERR_DOMAIN;
  kernel_least_squares_begin (&line, n_columns, work);
  add_rows (&line, n, values, targets, &found);
  KernelStatus status = kernel_least_squares_solve (&line, coefficients);
  if (status == KERNEL_OK && n_known + 1 >= KERNEL_RATCHET_FEWEST)
    status = kernel_least_squares_errors (&line, errors);
  if (status != KERNEL_OK)
    return status;
  take (&found, coefficients, errors);
  *result = found;

  return KERNEL_OK;
}
