/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/step-model.h"

#include "kernel/beta.h"
#include "kernel/orthonormal.h"
#include "kernel/season-column.h"

#include <math.h>

#define MONTHS 12

/* Years from which on two waves are told from a change, and one before. */
#define YEARS_FOR_TWO_WAVES 2

/* Waves are taken off where without a season they take as much as seldom as this. */
static const double CHANCE_OF_WAVES = 0.20;

/* Squares that are roundings of those of the values count as none. */
static const double NOTHING = 1e-24;

static KernelStepModel
begin (size_t n, const double *values, double *columns)
{
  KernelStepModel self = { .n = n, .values = values, .columns = columns };

  for (size_t i = 0; i < n; i++)
    self.n_used += !isnan (values[i]);

  return self;
}

/* A column that can be told from those before. */
static bool
add_column (KernelStepModel *self, double *length)
{
  double *column = self->columns + self->n_columns * self->n;

  for (size_t i = 0; i < self->n; i++)
    column[i] = isnan (self->values[i]) ? 0 : column[i];
  if (!kernel_orthonormal_add (self->n, self->columns, self->n_columns, length))
    return false;
  self->n_columns++;

  return true;
}

/* The level, or the line: what is there to the power of 0 or 1. */
static void
add_power (KernelStepModel *self, bool is_line)
{
  double *column = self->columns + self->n_columns * self->n;

  for (size_t i = 0; i < self->n; i++)
    column[i] = is_line ? (double) i : 1;
  add_column (self, NULL);
}

static void
add_members (KernelStepModel *self, unsigned season)
{
  for (unsigned member = 1; member < season; member++) {
    kernel_season_level (self->n, season, member, self->columns + self->n_columns * self->n);
    self->n_season += add_column (self, NULL);
  }
}

static void
add_waves (KernelStepModel *self, unsigned season)
{
  const unsigned n_waves = self->n_used >= YEARS_FOR_TWO_WAVES * season ? 2 : 1;

  for (unsigned half = 0; half < 2 * n_waves; half++) {
    kernel_season_wave (self->n, season, half, self->columns + self->n_columns * self->n);
    self->n_season += add_column (self, NULL);
  }
}

/* The step, or how long it is since: what is added last is what the model is asked about. */
static bool
add_change (KernelStepModel *self, size_t at, bool is_slope)
{
  double *column = self->columns + self->n_columns * self->n;

  for (size_t i = 0; i < self->n; i++)
    column[i] = i < at ? 0 : is_slope ? (double) (i - at) : 1;

  return add_column (self, &self->length);
}

/**
 * kernel_step_take_off:
 * @model: the model
 * @series: (inout): shape (n), the residuals then
 *
 * Takes off a series what the columns explain of it. O(n c) time for c columns.
 *
 * Source: definition.
 *
 * Returns: what the change takes of it
 */
double
kernel_step_take_off (const KernelStepModel *model, double *series)
{
  double share = 0;

  for (size_t i = 0; i < model->n; i++)
    series[i] = isnan (model->values[i]) ? 0 : series[i];
  for (size_t k = 0; k < model->n_columns; k++) {
    const double *column = model->columns + k * model->n;

    share = kernel_inner_product (model->n, column, series);
    for (size_t i = 0; i < model->n; i++)
      series[i] -= share * column[i];
  }

  return share;
}

/**
 * kernel_step_spread:
 * @model: the model
 * @residuals: shape (n)
 *
 * The spread of residuals. O(n) time.
 *
 * Source: definition.
 *
 * Returns: the root of their squares by their degrees of freedom
 */
double
kernel_step_spread (const KernelStepModel *model, const double *residuals)
{
  const double squares = kernel_inner_product (model->n, residuals, residuals);

  return sqrt (squares / (double) (model->n_used - model->n_columns));
}

/**
 * kernel_step_fit:
 * @model: the model
 * @residuals: (out): shape (n)
 * @share: (out): what the change takes of the values; the step is this by the model's length
 * @spread: (out): of the residuals
 *
 * Fits the values. O(n c) time for c columns.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN where nothing is left of them
 */
KernelStatus
kernel_step_fit (const KernelStepModel *model, double *residuals, double *share, double *spread)
{
  for (size_t i = 0; i < model->n; i++)
    residuals[i] = model->values[i];
  *share = kernel_step_take_off (model, residuals);
  *spread = kernel_step_spread (model, residuals);

  return kernel_sum_squares (model->n, residuals) >
                 NOTHING * kernel_sum_squares (model->n, model->values)
             ? KERNEL_OK
             : KERNEL_ERR_DOMAIN;
}

typedef enum {
  NO_SEASON,
  WAVES,
  MEMBERS
} Season;

static KernelStatus
build (KernelStepModel *self, const KernelStepAsked *asked, Season season)
{
  add_power (self, false);
  add_power (self, true);
  if (season == MEMBERS)
    add_members (self, asked->season);
  else if (season == WAVES)
    add_waves (self, asked->season);
  add_change (self, asked->at, !asked->is_slope);

  return add_change (self, asked->at, asked->is_slope) ? KERNEL_OK : KERNEL_ERR_DOMAIN;
}

static double
squares_left (const KernelStepModel *self, double *series)
{
  for (size_t i = 0; i < self->n; i++)
    series[i] = self->values[i];
  kernel_step_take_off (self, series);

  return kernel_inner_product (self->n, series, series);
}

/* Whether waves take more than as many columns do by chance, beside the change. */
static bool
has_waves (size_t n,
           const double *values,
           const KernelStepAsked *asked,
           double *columns,
           double *series)
{
  KernelStepModel without = begin (n, values, columns), with = without;
  double left_without, left, above, below;

  if (build (&without, asked, NO_SEASON) != KERNEL_OK)
    return false;
  left_without = squares_left (&without, series);
  if (build (&with, asked, WAVES) != KERNEL_OK || with.n_used < with.n_columns + 2)
    return false;
  left = squares_left (&with, series);
  above = (double) (with.n_columns - without.n_columns);
  below = (double) (with.n_used - with.n_columns);

  return kernel_beta_lower (below / 2, above / 2, left / left_without) <= CHANCE_OF_WAVES;
}

/* A season of up to seven periods has come often enough to have its levels taken off. */
static Season
choose_season (size_t n,
               const double *values,
               const KernelStepAsked *asked,
               double *columns,
               double *series)
{
  const size_t n_used = begin (n, values, columns).n_used;

  if (asked->season <= 1)
    return NO_SEASON;
  if (asked->season < MONTHS ||
      (asked->season == MONTHS && n_used >= KERNEL_STEP_FEWEST_FOR_MONTHS))
    return MEMBERS;

  return has_waves (n, values, asked, columns, series) ? WAVES : NO_SEASON;
}

/**
 * kernel_step_model:
 * @n: periods
 * @values: shape (@n), in any unit; NaN where one is missing
 * @asked: the change
 * @columns: shape (%KERNEL_STEP_MOST_COLUMNS, @n), the model's to use from now on
 * @series: shape (@n), overwritten
 * @model: (out): the model
 *
 * Columns of 1, t, the season, the step and the time since it, that which is asked about last. Of
 * a season of up to seven periods, and of months from %KERNEL_STEP_FEWEST_FOR_MONTHS on, each time
 * has a level; of longer ones two waves are taken (one of less than two years), if they explain
 * more than as many columns do by chance (F, p 0.20). O(n c²) time for c columns.
 *
 * Source: J. Lopez Bernal, S. Cummins, A. Gasparrini (2017), Int. J. Epidemiol. 46, 348-355.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_DOMAIN where the change cannot be told from the rest
 */
KernelStatus
kernel_step_model (size_t n,
                   const double *values,
                   const KernelStepAsked *asked,
                   double *columns,
                   double *series,
                   KernelStepModel *model)
{
  const Season season = choose_season (n, values, asked, columns, series);

  *model = begin (n, values, columns);

  return build (model, asked, season);
}

/**
 * kernel_step_same_season:
 * @n: periods
 * @values: shape (@n), in any unit; NaN where one is missing
 * @at: the first period after the date
 * @season: periods after which the same time comes again, 2 to 12
 * @columns: shape (%KERNEL_STEP_MOST_COLUMNS, @n), the model's to use from now on
 * @model: (out): the model
 *
 * The step between the same times of the year before and after a date: columns of a level for each
 * time, and the step. A season of any shape is no step to it; a line is. O(n s²) time.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT where no time is on both sides, or no degree of
 * freedom is left
 */
KernelStatus
kernel_step_same_season (size_t n,
                         const double *values,
                         size_t at,
                         unsigned season,
                         double *columns,
                         KernelStepModel *model)
{
  *model = begin (n, values, columns);
  add_power (model, false);
  add_members (model, season);

  return add_change (model, at, false) && model->n_used > model->n_columns ? KERNEL_OK
                                                                           : KERNEL_ERR_TOO_SHORT;
}
