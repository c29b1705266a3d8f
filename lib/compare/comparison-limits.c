/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-limits.h"

#include "kernel/dispersion.h"
#include "kernel/funnel-limits.h"
#include "kernel/gamma.h"
#include "kernel/normal.h"

#include <math.h>

#define HALF_PI 1.5707963267948966

/* Which share of areas at each end is drawn in or left out. */
static const double TRIMMED = 0.1;

static double
square (double x)
{
  return x * x;
}

static double
expected_at (const ComparisonFigures *self, double denominator)
{
  return self->settings->kind == COMPARISON_RATIO ? denominator : self->centre * denominator;
}

/* --- How much areas vary --------------------------------------------------------- */

/* Whether nothing was counted, or everything: then there is nothing to measure. */
static gboolean
is_flat (const ComparisonFigures *self)
{
  return self->settings->kind != COMPARISON_VALUE &&
         (!(self->centre > 0) ||
          (self->settings->kind == COMPARISON_PROPORTION && self->centre >= 1));
}

static gboolean
find_scores (const ComparisonFigures *self, double *errors, double *scores)
{
  const KernelScore scale = self->settings->score;
  const gboolean is_of_expected = scale == KERNEL_SCORE_ROOT || scale == KERNEL_SCORE_LOG;
  g_autofree double *above = comparison_figures_dup_numerators (self);
  g_autofree double *below = is_of_expected ? comparison_figures_dup_expected (self)
                                            : comparison_figures_dup_denominators (self);
  g_autofree double *values = g_new (double, self->areas->len + 1);
  double target;

  return kernel_area_scores (scale, self->areas->len, above, below, &target, values, errors,
                             scores) == KERNEL_OK;
}

static void
score_values (const ComparisonFigures *self, double *errors, double *scores)
{
  for (guint i = 0; i < self->areas->len; i++) {
    const AreaFigure *area = comparison_figures_get (self, i);

    errors[i] = area->denominator;
    scores[i] = (area->value - self->centre) / errors[i];
  }
}

/* An area's distance as counted, in standard errors, and how much heavier than a normal
 * distribution's the tails of such a distance are.
 */
static double
plain_score (const ComparisonFigures *self, const AreaFigure *area, double *excess)
{
  const double share = self->centre, n = area->denominator;

  switch (self->settings->kind) {
  case COMPARISON_VALUE:
    *excess = 0;
    return (area->value - share) / n;
  case COMPARISON_PROPORTION:
    *excess = (1 - 6 * share * (1 - share)) / (n * share * (1 - share));
    return (area->value - share) / sqrt (share * (1 - share) / n);
  case COMPARISON_RATE:
  case COMPARISON_RATIO:
  case COMPARISON_STANDARDISED:
  default:
    *excess = 1 / area->expected;
    return (area->numerator - area->expected) / sqrt (area->expected);
  }
}

/* Chance of distances as large if areas differed by chance alone: of the sum of their squares,
 * which is taken for a multiple of chi-square with the same mean and variance, one degree of
 * freedom lost to the centre.
 */
static double
chance_alike (const ComparisonFigures *self)
{
  const double freedom = self->areas->len - 1.;
  double sum = 0, variance = 2 * freedom;

  for (guint i = 0; i < self->areas->len; i++) {
    double excess;
    const double score = plain_score (self, comparison_figures_get (self, i), &excess);

    sum += score * score;
    variance += excess;
  }

  return kernel_gamma_upper (freedom * freedom / variance, sum * freedom / variance);
}

static void
measure (ComparisonFigures *self, const double *errors, const double *scores)
{
  const guint n = self->areas->len;
  const double z = kernel_normal_quantile (0.5 + comparison_limit_levels[LIMIT_998] / 2);
  g_autofree double *trimmed = g_memdup2 (scores, n * sizeof *scores);
  g_autofree double *work = g_new (double, n + 1);

  if (self->settings->trim == TRIM_WINSORISE)
    kernel_winsorise (n, scores, TRIMMED, work, trimmed);
  else if (self->settings->trim == TRIM_TRUNCATE)
    kernel_truncate (n, scores, TRIMMED, trimmed);
  kernel_dispersion (n, trimmed, errors, &self->phi, &self->tau2);
  self->chance_alike = chance_alike (self);
  for (guint i = 0; i < n; i++) {
    g_array_index (self->areas, AreaFigure, i).score = isfinite (scores[i]) ? scores[i] : NAN;
    self->n_widened += fabs (scores[i]) / sqrt (fmax (self->phi, 1)) > z;
  }
  if (!isfinite (self->phi) || !isfinite (self->tau2))
    self->phi = self->tau2 = NAN;
}

static void
fill_dispersion (ComparisonFigures *self)
{
  g_autofree double *errors = g_new (double, self->areas->len + 1);
  g_autofree double *scores = g_new (double, self->areas->len + 1);

  if (self->areas->len < 2 || is_flat (self))
    return;
  if (self->settings->kind == COMPARISON_VALUE)
    score_values (self, errors, scores);
  else if (!find_scores (self, errors, scores))
    return;
  measure (self, errors, scores);
}

/* --- Limits on a scale ------------------------------------------------------------- */

/* Standard error on the scale of an area that is as all are. */
static double
error_at (const ComparisonFigures *self, double denominator, double expected)
{
  if (self->settings->kind == COMPARISON_VALUE)
    return denominator;
  switch (self->settings->score) {
  case KERNEL_SCORE_SHARE:
    return sqrt (self->centre * (1 - self->centre) / denominator);
  case KERNEL_SCORE_ARCSINE:
    return 1 / (2 * sqrt (denominator));
  case KERNEL_SCORE_ROOT:
    return 1 / (2 * sqrt (expected));
  case KERNEL_SCORE_LOG:
    return 1 / sqrt (expected);
  case KERNEL_SCORE_COUNTS:
  default:
    return sqrt (expected / square (expected + 0.5) + denominator / square (denominator + 0.5));
  }
}

/* What lies @away from the centre on the scale, as a value. */
static double
value_from (const ComparisonFigures *self, double away, double base)
{
  if (self->settings->kind == COMPARISON_VALUE)
    return self->centre + away;
  switch (self->settings->score) {
  case KERNEL_SCORE_SHARE:
    return CLAMP (self->centre + away, 0, 1);
  case KERNEL_SCORE_ARCSINE:
    return square (sin (CLAMP (asin (sqrt (self->centre)) + away, 0, HALF_PI)));
  case KERNEL_SCORE_ROOT:
    return base * square (fmax (0, 1 + away));
  case KERNEL_SCORE_LOG:
  case KERNEL_SCORE_COUNTS:
  default:
    return base * exp (away);
  }
}

static void
limits_on_scale (const ComparisonFigures *self,
                 double denominator,
                 double z,
                 double *lower,
                 double *upper)
{
  const ComparisonDispersion dispersion = self->settings->dispersion;
  const double expected = expected_at (self, denominator);
  const double error = error_at (self, denominator, expected);
  const double factor = dispersion == DISPERSION_MULTIPLICATIVE ? fmax (1, self->phi) : 1;
  const double added = dispersion == DISPERSION_ADDITIVE && self->tau2 > 0 ? self->tau2 : 0;
  const double half = z * sqrt (error * error * factor + added);

  *lower = value_from (self, -half, expected / denominator);
  *upper = value_from (self, half, expected / denominator);
}

/* --- Limits from the distribution of counts ---------------------------------------- */

static gboolean
is_exact (const ComparisonFigures *self)
{
  return self->settings->is_exact && self->settings->dispersion == DISPERSION_NONE &&
         self->settings->kind != COMPARISON_VALUE;
}

static void
exact_limits (const ComparisonFigures *self,
              double denominator,
              double tail,
              double *lower,
              double *upper)
{
  const double expected = expected_at (self, denominator);
  const KernelStatus status =
      self->settings->kind == COMPARISON_PROPORTION
          ? kernel_funnel_binomial (1, &denominator, self->centre, tail, lower, upper)
          : kernel_funnel_poisson (1, &expected, tail, lower, upper);

  if (status != KERNEL_OK)
    *lower = *upper = NAN;
  *lower /= denominator;
  *upper /= denominator;
}

void
comparison_limits_at (const ComparisonFigures *self,
                      double denominator,
                      guint limit,
                      double *lower,
                      double *upper)
{
  const double level = comparison_limit_levels[limit];

  if (is_exact (self))
    exact_limits (self, denominator, (1 - level) / 2, lower, upper);
  else
    limits_on_scale (self, denominator, kernel_normal_quantile (0.5 + level / 2), lower, upper);
}

static int
side_of (double value, double lower, double upper)
{
  return (value > upper) - (value < lower);
}

void
comparison_limits_fill (ComparisonFigures *self)
{
  fill_dispersion (self);
  for (guint i = 0; i < self->areas->len; i++) {
    AreaFigure *area = &g_array_index (self->areas, AreaFigure, i);

    for (guint k = 0; k < N_LIMITS; k++) {
      comparison_limits_at (self, area->denominator, k, &area->lower[k], &area->upper[k]);
      area->outside[k] = side_of (area->value, area->lower[k], area->upper[k]);
    }
  }
}
