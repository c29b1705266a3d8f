/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/known-step.h"

#include "kernel/median.h"
#include "kernel/newey-west.h"
#include "kernel/orthonormal.h"
#include "kernel/quantile.h"
#include "kernel/random.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Correlations of neighbours that are tried: from the first on, evenly up to the last. */
#define N_TRIED 38
static const double FIRST_RHO = -0.5;
static const double LAST_RHO = 0.98;

/* Squares that are roundings of those of the values count as none. */
static const double NOTHING = 1e-24;

/* Deviate of what is seen four times of five. */
static const double POWER = 0.84;

/* The model: orthonormal columns, that of the step last; 0 in periods without a value.
 *
 * @length: of what the step adds to the other columns
 */
typedef struct {
  size_t n, n_used, n_columns;
  const double *values;
  double *columns, *series, *noise, *ratios, *drawn;
  double length;
} Model;

/* A column that can be told from those before. */
static bool
add_column (Model *self, double *length)
{
  double *column = self->columns + self->n_columns * self->n;

  for (size_t i = 0; i < self->n; i++)
    column[i] = isnan (self->values[i]) ? 0 : column[i];
  if (!kernel_orthonormal_add (self->n, self->columns, self->n_columns, length))
    return false;
  self->n_columns++;

  return true;
}

static void
add_line (Model *self)
{
  double *column = self->columns;

  for (size_t i = 0; i < self->n; i++)
    column[i] = 1;
  add_column (self, NULL);
  column = self->columns + self->n_columns * self->n;
  for (size_t i = 0; i < self->n; i++)
    column[i] = (double) i;
  add_column (self, NULL);
}

static void
add_months (Model *self)
{
  for (size_t month = 1; month < 12; month++) {
    double *column = self->columns + self->n_columns * self->n;

    for (size_t i = 0; i < self->n; i++)
      column[i] = i % 12 == month;
    add_column (self, NULL);
  }
}

/* The step, or how long it is since: what is added last is what the model is asked about. */
static bool
add_change (Model *self, size_t at, bool is_slope)
{
  double *column = self->columns + self->n_columns * self->n;

  for (size_t i = 0; i < self->n; i++)
    column[i] = i < at ? 0 : is_slope ? (double) (i - at) : 1;

  return add_column (self, &self->length);
}

static KernelStatus
count_sides (const Model *self, size_t at)
{
  size_t before = 0, after = 0;

  for (size_t i = 0; i < self->n; i++) {
    before += i < at && !isnan (self->values[i]);
    after += i >= at && !isnan (self->values[i]);
  }

  return before < KERNEL_STEP_FEWEST || after < KERNEL_STEP_FEWEST ? KERNEL_ERR_TOO_SHORT
                                                                   : KERNEL_OK;
}

/* Leaves the residuals in @series; what the step takes of it is given back. */
static double
take_off (const Model *self, double *series)
{
  double share = 0;

  for (size_t i = 0; i < self->n; i++)
    series[i] = isnan (self->values[i]) ? 0 : series[i];
  for (size_t k = 0; k < self->n_columns; k++) {
    const double *column = self->columns + k * self->n;

    share = kernel_inner_product (self->n, column, series);
    for (size_t i = 0; i < self->n; i++)
      series[i] -= share * column[i];
  }

  return share;
}

/* Of residuals, which are 0 where a value is missing. */
static double
neighbours (const Model *self, const double *residuals)
{
  return kernel_inner_product (self->n - 1, residuals, residuals + 1) /
         kernel_inner_product (self->n, residuals, residuals);
}

static double
spread_of (const Model *self, const double *residuals)
{
  const double squares = kernel_inner_product (self->n, residuals, residuals);

  return sqrt (squares / (double) (self->n_used - self->n_columns));
}

static void
follow (size_t n, double rho, const double *noise, double *series)
{
  series[0] = noise[0] / sqrt (1 - rho * rho);
  for (size_t i = 1; i < n; i++)
    series[i] = rho * series[i - 1] + noise[i];
}

/* The middle of what residuals have in common where what they come from has @rho. */
static double
middle_ratio (const Model *self, double rho)
{
  double middle = NAN;
  size_t n_used;

  for (size_t k = 0; k < KERNEL_STEP_MOST_CALIBRATION; k++) {
    follow (self->n, rho, self->noise + k * self->n, self->series);
    take_off (self, self->series);
    self->ratios[k] = neighbours (self, self->series);
  }
  if (kernel_median (KERNEL_STEP_MOST_CALIBRATION, self->ratios, NULL,
                     self->ratios + KERNEL_STEP_MOST_CALIBRATION, &middle, &n_used) != KERNEL_OK)
    return NAN;

  return middle;
}

/* What @r would be of what the residuals come from: residuals have less in common. */
static double
calibrate (const Model *self, uint64_t *seed, double r)
{
  const double step = (LAST_RHO - FIRST_RHO) / (N_TRIED - 1);
  double before = -INFINITY;

  kernel_random_normal (seed, KERNEL_STEP_MOST_CALIBRATION * self->n, self->noise);
  for (int k = 0; k < N_TRIED; k++) {
    const double rho = FIRST_RHO + k * step;
    const double middle = fmax (before, middle_ratio (self, rho));

    if (middle >= r)
      return isinf (before) ? rho : rho - step * (middle - r) / (middle - before);
    before = middle;
  }

  return LAST_RHO;
}

/* How far from 0 the t is of series in which nothing happens; its root of the mean square is given
 * back.
 */
static double
draw (const Model *self, uint64_t *seed, double rho, size_t n_draws)
{
  double squares = 0;

  for (size_t k = 0; k < n_draws; k++) {
    double share;

    kernel_random_normal (seed, self->n, self->noise);
    follow (self->n, rho, self->noise, self->series);
    share = take_off (self, self->series);
    self->drawn[k] = fabs (share) / spread_of (self, self->series);
    squares += self->drawn[k] * self->drawn[k];
  }

  return sqrt (squares / (double) n_draws);
}

/* How often one is as far from 0 as @t. */
static double
chance_of (const Model *self, double t, size_t n_draws)
{
  size_t n_as_far = 0;

  for (size_t k = 0; k < n_draws; k++)
    n_as_far += self->drawn[k] >= fabs (t);

  return ((double) n_as_far + 1) / ((double) n_draws + 1);
}

static Model
lay_out (size_t n, const double *values, double *work)
{
  return (Model){
    .n = n,
    .values = values,
    .columns = work,
    .series = work + KERNEL_STEP_MOST_COLUMNS * n,
    .noise = work + (KERNEL_STEP_MOST_COLUMNS + 1) * n,
    .ratios = work + (KERNEL_STEP_MOST_COLUMNS + 1 + KERNEL_STEP_MOST_CALIBRATION) * n,
    .drawn = work + KERNEL_STEP_WORK (n) - KERNEL_STEP_MOST_DRAWS,
  };
}

/* @is_slope: whether it is the line after the step that is asked about. */
static KernelStatus
build (Model *self, size_t at, unsigned season, bool is_slope)
{
  const KernelStatus status = count_sides (self, at);

  if (status != KERNEL_OK)
    return status;
  for (size_t i = 0; i < self->n; i++)
    self->n_used += !isnan (self->values[i]);
  add_line (self);
  if (season == 12 && self->n_used >= KERNEL_STEP_FEWEST_FOR_MONTHS)
    add_months (self);
  add_change (self, at, !is_slope);

  return add_change (self, at, is_slope) ? KERNEL_OK : KERNEL_ERR_DOMAIN;
}

/* Leaves the residuals in @series. */
static KernelStatus
fit (Model *self, double *share, double *spread)
{
  for (size_t i = 0; i < self->n; i++)
    self->series[i] = self->values[i];
  *share = take_off (self, self->series);
  *spread = spread_of (self, self->series);

  return kernel_sum_squares (self->n, self->series) >
                 NOTHING * kernel_sum_squares (self->n, self->values)
             ? KERNEL_OK
             : KERNEL_ERR_DOMAIN;
}

/**
 * kernel_step_estimate:
 * @n: periods
 * @values: shape (@n), in any unit; NaN where one is missing
 * @at: the first period after the date
 * @season: 12 for months, else 1
 * @is_slope: whether to look at the change of the line's slope, not at the step
 * @lag: periods up to which neighbours have something in common
 * @work: shape (KERNEL_STEP_WORK (@n)), overwritten
 * @found: (out): the estimate and its errors
 *
 * The step at a date, or the change of slope after it, by least squares of 1, t, the step, the
 * time since, and of months from 48 on a level each. O(n (c² + lag)) time for c columns.
 *
 * Source: Lopez Bernal and others (2017); Newey and West (1987), with the factor n / (n - c) and
 * without prewhitening.
 *
 * Returns: as [func@kernel_known_step]
 */
KernelStatus
kernel_step_estimate (size_t n,
                      const double *values,
                      size_t at,
                      unsigned season,
                      bool is_slope,
                      size_t lag,
                      double *work,
                      KernelStepEstimate *found)
{
  Model model = lay_out (n, values, work);
  KernelStatus status = build (&model, at, season, is_slope);
  const double *column = model.columns + (model.n_columns - 1) * n;
  double share, spread, free;

  if (status == KERNEL_OK)
    status = fit (&model, &share, &spread);
  if (status != KERNEL_OK)
    return status;
  for (size_t i = 0; i < n; i++)
    model.series[i] *= column[i];
  free = (double) (model.n_used - model.n_columns);
  *found = (KernelStepEstimate){
    .estimate = share / model.length,
    .error = spread / model.length,
    .robust = sqrt (kernel_newey_west (n, model.series, lag) * (double) model.n_used / free) /
              model.length,
  };

  return KERNEL_OK;
}

/**
 * kernel_known_step:
 * @n: periods
 * @values: shape (@n), in any unit; NaN where one is missing
 * @at: the first period after the date, which was stated before the values were seen
 * @season: 12 for months, else 1
 * @n_draws: series in which nothing happens, such as 999; 1 to %KERNEL_STEP_MOST_DRAWS
 * @seed: where the drawing starts
 * @work: shape (KERNEL_STEP_WORK (@n)), overwritten
 * @found: (out): the step
 *
 * The step of a level and of a line at a date that was known, of months from 48 on with a level
 * for each, by least squares; and its chance by the parametric bootstrap: series are drawn that
 * follow themselves as closely as this one, and have no step. How closely is what makes the
 * middle residuals of as many drawn series as alike as these are, because residuals are less
 * alike than what they come from. O(n c (draws + 38 * 600)) time for c columns.
 *
 * Where neighbours are alike by more than %KERNEL_STEP_ALIKE, the chance comes out too small too
 * often, and a step is told of at %KERNEL_STEP_RARE_OF_ALIKE only. The one that would be told of
 * four times of five is what lies as far beyond the t that is so rare.
 *
 * A date picked because the step is largest there is not one known beforehand; the chance is then
 * wrong by far.
 *
 * Source: J. Lopez Bernal, S. Cummins, A. Gasparrini (2017), Int. J. Epidemiol. 46, 348-355
 * (model); B. Efron, R. J. Tibshirani (1993), An Introduction to the Bootstrap, section 16.2.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than %KERNEL_STEP_FEWEST values on a side;
 * %KERNEL_ERR_DOMAIN where nothing is left of the values; %KERNEL_ERR_PARAMETER for none or too
 * many draws
 */
KernelStatus
kernel_known_step (size_t n,
                   const double *values,
                   size_t at,
                   unsigned season,
                   size_t n_draws,
                   uint64_t seed,
                   double *work,
                   KernelKnownStep *found)
{
  Model model = lay_out (n, values, work);
  KernelStatus status = build (&model, at, season, false);
  KernelKnownStep made = { .n_used = model.n_used };
  double share, spread, reach;

  if (n_draws < 1 || n_draws > KERNEL_STEP_MOST_DRAWS)
    return KERNEL_ERR_PARAMETER;
  if (status == KERNEL_OK)
    status = fit (&model, &share, &spread);
  if (status != KERNEL_OK)
    return status;
  made.level = share / model.length;
  made.error = spread / model.length;
  made.t = share / spread;
  made.r = neighbours (&model, model.series);
  made.rho = calibrate (&model, &seed, made.r);
  reach = draw (&model, &seed, made.rho, n_draws);
  made.chance = chance_of (&model, made.t, n_draws);
  made.rare = made.rho > KERNEL_STEP_ALIKE ? KERNEL_STEP_RARE_OF_ALIKE : KERNEL_STEP_RARE;
  made.smallest =
      made.error * (kernel_quantile (n_draws, model.drawn, 1 - made.rare) + POWER * reach);
  *found = made;

  return KERNEL_OK;
}
