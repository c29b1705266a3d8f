/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ratchet.h"

#include "kernel/least-squares.h"
#include "kernel/student.h"

#include <math.h>
#include <stdbool.h>

/* 1, the period, the target, how far above or below it the value was, and how far above. */
enum {
  N_COLUMNS = 5,
  N_OTHERS = N_COLUMNS - 1,
  N_WORK = (N_COLUMNS + 3) * (N_COLUMNS + 1)
};

/* Of what there is to explain, less is rounding. */
#define NOTHING 1e-9

typedef struct {
  double columns[N_COLUMNS], moved;
} Row;

/* A period whose value, target and next target are there. */
static bool
take_row (size_t n, const double *values, const double *targets, size_t i, Row *row)
{
  const double from = values[i] - targets[i];

  if (!isfinite (values[i]) || !isfinite (targets[i]) || !isfinite (targets[i + 1]))
    return false;
  *row = (Row){ .columns = { 1, (double) i - (double) n / 2, targets[i], from, fmax (0, from) },
                .moved = targets[i + 1] - targets[i] };

  return true;
}

static double
rest_of (const double *row, const double *coefficients, size_t n_columns, double value)
{
  for (size_t k = 0; k < n_columns; k++)
    value -= coefficients[k] * row[k];

  return value;
}

/* What moved on all columns, and the last column on the others. */
typedef struct {
  size_t n;
  const double *values, *targets;
  KernelLeastSquares moved, last;
  double moved_work[N_WORK], last_work[N_WORK];
  double moved_by[N_COLUMNS], last_by[N_COLUMNS];
  double squares; /* of what moved */
} Fit;

static void
fit_begin (Fit *fit, KernelRatchet *found)
{
  Row row;

  kernel_least_squares_begin (&fit->moved, N_COLUMNS, fit->moved_work);
  kernel_least_squares_begin (&fit->last, N_OTHERS, fit->last_work);
  for (size_t i = 0; i + 1 < fit->n; i++) {
    if (!take_row (fit->n, fit->values, fit->targets, i, &row))
      continue;
    found->n++;
    found->n_above += row.columns[N_OTHERS - 1] > 0;
    found->n_below += row.columns[N_OTHERS - 1] < 0;
    fit->squares += row.moved * row.moved;
    kernel_least_squares_add (&fit->moved, row.columns, row.moved);
    kernel_least_squares_add (&fit->last, row.columns, row.columns[N_OTHERS]);
  }
}

/* The larger of the two errors: as if all targets were as sure, and with what is left of
 * each, over its share that the fit does not reach (MacKinnon's and White's third).
 */
static double
find_error (const Fit *fit, const KernelRatchet *found)
{
  const double variance = fit->moved.rss / found->freedom;
  double squares = 0, spread = 0;
  Row row;

  for (size_t i = 0; i + 1 < fit->n; i++) {
    if (!take_row (fit->n, fit->values, fit->targets, i, &row))
      continue;
    const double own = rest_of (row.columns, fit->last_by, N_OTHERS, row.columns[N_OTHERS]);
    const double rest = rest_of (row.columns, fit->moved_by, N_COLUMNS, row.moved);
    const double reach = kernel_least_squares_variance (&fit->moved, row.columns);
    const double part = own * rest / fmax (1 - reach, NOTHING);

    spread += own * own;
    squares += part * part;
  }

  return sqrt (fmax (variance / spread, squares / (spread * spread)));
}

static void
judge (const Fit *fit, KernelRatchet *found)
{
  const bool is_none =
      fabs (found->difference) * sqrt (fit->last.rss) <= NOTHING * sqrt (fit->squares);

  found->freedom = (unsigned) (found->n - N_COLUMNS);
  found->error = find_error (fit, found);
  found->p =
      is_none ? 1
              : 2 * kernel_student_cdf (-fabs (found->difference) / found->error, found->freedom);
}

/**
 * kernel_ratchet:
 * @n: number of periods
 * @values: shape (@n), what was reached, in any unit; NaN where one is missing
 * @targets: shape (@n), what was to be reached, in the same unit; NaN where one is missing
 * @result: (out): how the next target followed
 *
 * Whether targets follow what was reached on one side alone: what the next one is more than this
 * one, on how far the value was above or below it and, once more, how far above.  A ratchet has a
 * slope on one side and none on the other.  Targets that scatter about a level, or about a plan,
 * fall after they were high, which looks like following; so the target itself and the period are
 * among the columns.  A period counts whose value, target and next target are there.  O(@n) time.
 *
 * Source: M. L. Weitzman (1980), Bell Journal of Economics 11, 302-308 (the ratchet); least
 * squares by Draper and Smith (1998), section 5.1; J. G. MacKinnon, H. White (1985), Journal of
 * Econometrics 29, 305-325 (the second error).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT below %KERNEL_RATCHET_FEWEST periods, or where fewer
 * than %KERNEL_RATCHET_FEWEST_ON_A_SIDE were above, or below; %KERNEL_ERR_DOMAIN where the sides
 * cannot be told from targets that never move or move with the period
 */
KernelStatus
kernel_ratchet (size_t n, const double *values, const double *targets, KernelRatchet *result)
{
  Fit fit = { .n = n, .values = values, .targets = targets };
  KernelRatchet found = { 0 };

  fit_begin (&fit, &found);
  if (found.n < KERNEL_RATCHET_FEWEST || found.n_above < KERNEL_RATCHET_FEWEST_ON_A_SIDE ||
      found.n_below < KERNEL_RATCHET_FEWEST_ON_A_SIDE)
    return KERNEL_ERR_TOO_SHORT;
  if (kernel_least_squares_solve (&fit.moved, fit.moved_by) != KERNEL_OK ||
      kernel_least_squares_solve (&fit.last, fit.last_by) != KERNEL_OK)
    return KERNEL_ERR_DOMAIN;

  found.below = fit.moved_by[N_OTHERS - 1];
  found.difference = fit.moved_by[N_OTHERS];
  found.above = found.below + found.difference;
  judge (&fit, &found);
  *result = found;

  return KERNEL_OK;
}
