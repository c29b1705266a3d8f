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

#define MONTHS 12

/* Deviate of what is seen four times of five. */
static const double POWER = 0.84;

/* The working memory, and the model. */
typedef struct {
  KernelStepModel model;
  double *series, *noise, *ratios, *drawn;
} Bench;

static KernelStatus
count_sides (size_t n, const double *values, size_t at)
{
  size_t before = 0, after = 0;

  for (size_t i = 0; i < n; i++) {
    before += i < at && !isnan (values[i]);
    after += i >= at && !isnan (values[i]);
  }

  return before < KERNEL_STEP_FEWEST || after < KERNEL_STEP_FEWEST ? KERNEL_ERR_TOO_SHORT
                                                                   : KERNEL_OK;
}

/* Of residuals, which are 0 where a value is missing. */
static double
neighbours (size_t n, const double *residuals)
{
  return kernel_inner_product (n - 1, residuals, residuals + 1) /
         kernel_inner_product (n, residuals, residuals);
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
middle_ratio (const Bench *self, double rho)
{
  double middle = NAN;
  size_t n_used;

  for (size_t k = 0; k < KERNEL_STEP_MOST_CALIBRATION; k++) {
    follow (self->model.n, rho, self->noise + k * self->model.n, self->series);
    kernel_step_take_off (&self->model, self->series);
    self->ratios[k] = neighbours (self->model.n, self->series);
  }
  if (kernel_median (KERNEL_STEP_MOST_CALIBRATION, self->ratios, NULL,
                     self->ratios + KERNEL_STEP_MOST_CALIBRATION, &middle, &n_used) != KERNEL_OK)
    return NAN;

  return middle;
}

/* What @r would be of what the residuals come from: residuals have less in common. */
static double
calibrate (const Bench *self, uint64_t *seed, double r)
{
  const double step = (LAST_RHO - FIRST_RHO) / (N_TRIED - 1);
  double before = -INFINITY;

  kernel_random_normal (seed, KERNEL_STEP_MOST_CALIBRATION * self->model.n, self->noise);
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
draw (const Bench *self, uint64_t *seed, double rho, size_t n_draws)
{
  double squares = 0;

  for (size_t k = 0; k < n_draws; k++) {
    double share;

    kernel_random_normal (seed, self->model.n, self->noise);
    follow (self->model.n, rho, self->noise, self->series);
    share = kernel_step_take_off (&self->model, self->series);
    self->drawn[k] = fabs (share) / kernel_step_spread (&self->model, self->series);
    squares += self->drawn[k] * self->drawn[k];
  }

  return sqrt (squares / (double) n_draws);
}

/* How often one is as far from 0 as @t. */
static double
chance_of (const Bench *self, double t, size_t n_draws)
{
  size_t n_as_far = 0;

  for (size_t k = 0; k < n_draws; k++)
    n_as_far += self->drawn[k] >= fabs (t);

  return ((double) n_as_far + 1) / ((double) n_draws + 1);
}

static Bench
lay_out (size_t n, double *work)
{
  return (Bench){
    .model.columns = work,
    .series = work + KERNEL_STEP_MOST_COLUMNS * n,
    .noise = work + (KERNEL_STEP_MOST_COLUMNS + 1) * n,
    .ratios = work + (KERNEL_STEP_MOST_COLUMNS + 1 + KERNEL_STEP_MOST_CALIBRATION) * n,
    .drawn = work + KERNEL_STEP_WORK (n) - KERNEL_STEP_MOST_DRAWS,
  };
}

/* Leaves the residuals in the bench's series. */
static KernelStatus
fit (Bench *self,
     size_t n,
     const double *values,
     const KernelStepAsked *asked,
     double *share,
     double *spread)
{
  KernelStatus status = count_sides (n, values, asked->at);

  if (status == KERNEL_OK)
    status = kernel_step_model (n, values, asked, self->model.columns, self->series, &self->model);

  return status == KERNEL_OK ? kernel_step_fit (&self->model, self->series, share, spread) : status;
}

/**
 * kernel_step_estimate:
 * @n: periods
 * @values: shape (@n), in any unit; NaN where one is missing
 * @at: the first period after the date
 * @season: periods after which the same time comes again; 1 where none does
 * @is_slope: whether to look at the change of the line's slope, not at the step
 * @lag: periods up to which neighbours have something in common
 * @work: shape (KERNEL_STEP_WORK (@n)), overwritten
 * @found: (out): the estimate and its errors
 *
 * The step at a date, or the change of slope after it, by least squares of the columns of
 * [func@kernel_step_model]. O(n (c² + lag)) time for c columns.
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
  const KernelStepAsked asked = { at, season, is_slope };
  Bench bench = lay_out (n, work);
  const KernelStepModel *model = &bench.model;
  const double *column;
  double share, spread, free;
  KernelStatus status = fit (&bench, n, values, &asked, &share, &spread);

  if (status != KERNEL_OK)
    return status;
  column = model->columns + (model->n_columns - 1) * n;
  for (size_t i = 0; i < n; i++)
    bench.series[i] *= column[i];
  free = (double) (model->n_used - model->n_columns);
  *found = (KernelStepEstimate){
    .estimate = share / model->length,
    .error = spread / model->length,
    .robust = sqrt (kernel_newey_west (n, bench.series, lag) * (double) model->n_used / free) /
              model->length,
  };

  return KERNEL_OK;
}

/* What chance does, where neighbours are as alike as these. */
static void
judge (const Bench *bench, size_t n_draws, uint64_t seed, KernelKnownStep *made)
{
  double reach;

  made->rho = calibrate (bench, &seed, made->r);
  reach = draw (bench, &seed, made->rho, n_draws);
  made->chance = chance_of (bench, made->t, n_draws);
  made->rare = made->rho > KERNEL_STEP_ALIKE ? KERNEL_STEP_RARE_OF_ALIKE : KERNEL_STEP_RARE;
  made->smallest =
      made->error * (kernel_quantile (n_draws, bench->drawn, 1 - made->rare) + POWER * reach);
}

/* Whether a season may be left that has no levels of its own. */
static bool
is_open (unsigned season, const KernelKnownStep *made)
{
  return season == MONTHS && made->n_used < KERNEL_STEP_FEWEST_FOR_MONTHS;
}

/* Whether the same months before and after do not show the step, or cannot. */
static bool
is_season (Bench *bench,
           const KernelStepAsked *asked,
           size_t n_draws,
           uint64_t seed,
           const KernelKnownStep *seen)
{
  const size_t n = bench->model.n;
  double share, spread, rho;

  if (kernel_step_same_season (n, bench->model.values, asked->at, asked->season,
                               bench->model.columns, &bench->model) != KERNEL_OK ||
      kernel_step_fit (&bench->model, bench->series, &share, &spread) != KERNEL_OK ||
      share * seen->level <= 0)
    return true;
  rho = calibrate (bench, &seed, neighbours (n, bench->series));
  draw (bench, &seed, rho, n_draws);

  return chance_of (bench, share / spread, n_draws) > KERNEL_STEP_RARE_OF_SEASON;
}

/**
 * kernel_known_step:
 * @n: periods
 * @values: shape (@n), in any unit; NaN where one is missing
 * @at: the first period after the date, which was stated before the values were seen
 * @season: periods after which the same time comes again; 1 where none does
 * @n_draws: series in which nothing happens, such as 999; 1 to %KERNEL_STEP_MOST_DRAWS
 * @seed: where the drawing starts
 * @work: shape (KERNEL_STEP_WORK (@n)), overwritten
 * @found: (out): the step
 *
 * The step of a level and of a line at a date that was known, beside a season, by least squares
 * as in [func@kernel_step_model]; and its chance by the parametric bootstrap: series are drawn that
 * follow themselves as closely as this one, and have no step. How closely is what makes the
 * middle residuals of as many drawn series as alike as these are, because residuals are less
 * alike than what they come from. O(n c (draws + 38 * 600)) time for c columns.
 *
 * Where neighbours are alike by more than %KERNEL_STEP_ALIKE, the chance comes out too small too
 * often, and a step is told of at %KERNEL_STEP_RARE_OF_ALIKE only. The one that would be told of
 * four times of five is what lies as far beyond the t that is so rare.
 *
 * Of months below 48 a season of a shape of its own may look like a step. One that is told of must
 * be there between the same months before and after the date too ([func@kernel_step_same_season], p
 * %KERNEL_STEP_RARE_OF_SEASON, on the same side).
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
  const KernelStepAsked asked = { at, season, false };
  Bench bench = lay_out (n, work);
  KernelKnownStep made;
  double share, spread;
  KernelStatus status;

  if (n_draws < 1 || n_draws > KERNEL_STEP_MOST_DRAWS)
    return KERNEL_ERR_PARAMETER;
  status = fit (&bench, n, values, &asked, &share, &spread);
  if (status != KERNEL_OK)
    return status;
  made = (KernelKnownStep){
    .n_used = bench.model.n_used,
    .level = share / bench.model.length,
    .error = spread / bench.model.length,
    .t = share / spread,
    .r = neighbours (n, bench.series),
    .n_season = bench.model.n_season,
  };
  judge (&bench, n_draws, seed, &made);
  if (made.chance <= made.rare && is_open (season, &made))
    made.is_season = is_season (&bench, &asked, n_draws, seed, &made);
  *found = made;

  return KERNEL_OK;
}
