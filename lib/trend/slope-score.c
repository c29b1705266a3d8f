/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-score.h"

#include "kernel/autocorrelation.h"
#include "kernel/kendall-chance.h"
#include "kernel/mann-kendall.h"
#include "kernel/median.h"
#include "kernel/pettitt.h"
#include "kernel/ranks.h"
#include "kernel/serial-dependence.h"
#include "kernel/theil-sen.h"

#include <math.h>

/* Variances are widened as if dependence were no closer than this. */
#define MOST_DEPENDENCE 0.95
#define HAMED_RAO_LEVEL 0.95

/* Exact where every order can be weighed; @keys are sorted. */
static double
chance_of_order (SlopeReading *self, const gint64 *keys)
{
  gsize sizes[KERNEL_KENDALL_CHANCE_MOST], n_groups = 0;
  double chance;

  if (self->n_columns > 1 || self->n_usable > KERNEL_KENDALL_CHANCE_MOST)
    return kernel_two_sided (self->plain.z);
  for (guint i = 0; i < self->n_usable; i++) {
    if (i == 0 || keys[i] != keys[i - 1])
      sizes[n_groups++] = 0;
    sizes[n_groups - 1]++;
  }
  g_autofree double *work = g_new (double, kernel_kendall_chance_work (self->n_usable));
  self->is_exact =
      kernel_kendall_chance (n_groups, sizes, (gint64) self->s, work, &chance) == KERNEL_OK;

  return self->is_exact ? chance : kernel_two_sided (self->plain.z);
}

static void
score_plainly (SlopeReading *self, const SlopeGrid *grid)
{
  const KernelColumns columns = slope_grid_get_columns (grid);
  g_autofree double *column = g_new (double, grid->n);
  g_autofree gint64 *keys = g_new (gint64, 2 * grid->n);
  KernelMannKendall whole = { 0 };
  KernelSeasonalKendall seasons = { 0 };

  if (grid->n_columns > 1) {
    if (kernel_seasonal_kendall (&columns, column, keys, NULL, &seasons) != KERNEL_OK)
      g_return_if_reached ();
    self->s = seasons.s;
    self->plain.var_s = seasons.var_s;
    self->tau_a = seasons.pairs > 0 ? seasons.s / seasons.pairs : NAN;
  } else {
    if (kernel_mann_kendall (grid->n, grid->values, keys, &whole) != KERNEL_OK)
      g_return_if_reached ();
    self->s = (double) whole.s;
    self->plain.var_s = whole.var_s;
    self->tau_a = whole.tau_a;
    self->tau_b = whole.tau_b;
  }
  self->plain.z = kernel_mann_kendall_z (self->s, self->plain.var_s);
  self->plain.p = chance_of_order (self, keys);
}

static KernelStatus
find_slope (SlopeReading *self, const SlopeGrid *grid, SlopeChance *chance)
{
  g_autofree double *numbers = g_new (double, kernel_theil_sen_numbers (grid->n));
  g_autofree gint64 *keys = g_new (gint64, kernel_theil_sen_keys (grid->n));
  const KernelSlopeWork work = { numbers, keys };
  KernelTheilSen sen;
  const KernelStatus status = kernel_theil_sen (grid->n, grid->times, grid->values, grid->n_columns,
                                                chance->var_s, self->level, work, &sen);

  if (status != KERNEL_OK)
    return status;
  self->slope = sen.slope;
  chance->low = sen.low;
  chance->high = sen.high;

  return KERNEL_OK;
}

/* What is left without the slope and without the middle of each season. */
static void
take_off (const SlopeReading *self, const SlopeGrid *grid, double *left)
{
  g_autofree double *season = g_new (double, grid->n), *work = g_new (double, grid->n);

  for (gsize i = 0; i < grid->n; i++)
    left[i] = grid->values[i] - self->slope * grid->times[i];
  for (gsize k = 0; grid->n_columns > 1 && k < grid->n_columns; k++) {
    double middle = 0;
    gsize n = 0;

    for (gsize i = k; i < grid->n; i += grid->n_columns)
      season[n++] = left[i];
    if (kernel_median (n, season, NULL, work, &middle, NULL) != KERNEL_OK)
      g_return_if_reached ();
    for (gsize i = k; i < grid->n; i += grid->n_columns)
      left[i] -= middle;
  }
}

/* Of ranks, so that a wild value counts no more than a high one. */
static double
correlation_of (const SlopeGrid *grid, const double *left)
{
  g_autofree double *ranks = g_new (double, grid->n);
  g_autofree gint64 *keys = g_new (gint64, 2 * grid->n);
  g_autofree guint8 *follows = g_new0 (guint8, grid->n + 1);
  double r = NAN;

  for (gsize i = 1; i < grid->n; i++)
    follows[i] = grid->times[i] == grid->times[i - 1] + 1;
  kernel_ranks (grid->n, left, keys, ranks);
  if (kernel_autocorrelation (grid->n, ranks, follows, 1, &r, NULL) != KERNEL_OK)
    return NAN;

  return r;
}

/* What so few values hide of a correlation, on average, is put back. */
static double
unhide (double r, double n)
{
  return isnan (r) ? 0 : CLAMP ((r + 1 / n) / (1 - 4 / n), 0, MOST_DEPENDENCE);
}

static KernelStatus
allow_for_dependence (SlopeReading *self, const SlopeGrid *grid)
{
  double excess = 0;

  if (kernel_first_order_excess (self->n_usable, unhide (self->correlation, self->n_usable),
                                 &excess) != KERNEL_OK ||
      !(excess > 0))
    return KERNEL_OK;
  self->dependent.var_s = self->plain.var_s * (1 + excess);
  self->dependent.z = kernel_mann_kendall_z (self->s, self->dependent.var_s);
  self->dependent.p = MAX (self->plain.p, kernel_two_sided (self->dependent.z));

  return find_slope (self, grid, &self->dependent);
}

/* The variance of the test in place of the plain one. */
static KernelStatus
use_variance (SlopeReading *self, const SlopeGrid *grid, double var_s)
{
  if (!(var_s > 0)) {
    self->reason = g_strdup ("The correction of this test leaves no variance to hold the score "
                             "against; ask for mann-kendall");
    return KERNEL_OK;
  }
  self->is_exact = FALSE;
  self->plain.var_s = var_s;
  self->plain.z = kernel_mann_kendall_z (self->s, var_s);
  self->plain.p = kernel_two_sided (self->plain.z);

  return find_slope (self, grid, &self->plain);
}

/* Equal values that are left have no correlation to widen for. */
static double
excess_of (const SlopeReading *self, const SlopeGrid *grid)
{
  g_autofree double *left = g_new (double, grid->n), *ranks = g_new (double, grid->n);
  g_autofree gint64 *keys = g_new (gint64, 2 * grid->n);
  double excess = 0;
  KernelStatus status;

  kernel_detrend (grid->n, grid->values, self->slope, left);
  if (self->test == SLOPE_TEST_YUE_WANG) {
    status = kernel_yue_wang (grid->n, left, grid->n - 1, &excess);
  } else {
    kernel_ranks (grid->n, left, keys, ranks);
    status = kernel_hamed_rao (grid->n, ranks, grid->n - 1, HAMED_RAO_LEVEL, &excess);
  }

  return status == KERNEL_OK ? excess : 0;
}

/* The score is of the whitened values, the slope of the values. */
static void
whiten (SlopeReading *self, const SlopeGrid *grid)
{
  g_autofree double *values = g_memdup2 (grid->values, grid->n * sizeof (double));
  g_autofree double *whitened = g_new (double, grid->n);
  g_autofree gint64 *keys = g_new (gint64, 2 * grid->n);
  KernelMannKendall score;
  const KernelStatus status =
      self->test == SLOPE_TEST_PRE_WHITENED
          ? kernel_pre_whiten (grid->n, values, whitened)
          : kernel_pre_whiten_free_of_trend (grid->n, values, self->slope, whitened);

  if (status != KERNEL_OK || kernel_mann_kendall (grid->n - 1, whitened, keys, &score)) {
    self->reason = g_strdup ("Without the slope all values are the same, and nothing is left to "
                             "take dependence from; ask for mann-kendall");
    return;
  }
  self->is_exact = FALSE;
  self->s = (double) score.s;
  self->tau_a = score.tau_a;
  self->tau_b = score.tau_b;
  self->plain.var_s = score.var_s;
  self->plain.z = kernel_mann_kendall_z (self->s, score.var_s);
  self->plain.p = kernel_two_sided (self->plain.z);
}

static double
covariance_of (const SlopeGrid *grid)
{
  const KernelColumns columns = slope_grid_get_columns (grid);
  g_autofree double *ranks = g_new (double, grid->n);

  return kernel_seasonal_covariance (&columns, &columns, true, ranks, ranks);
}

/* Places that move together are fewer than they look. */
static KernelStatus
allow_for_places (SlopeReading *self, const SlopeGrid *grid)
{
  const double var_s = covariance_of (grid);

  if (!(var_s > self->plain.var_s))
    return KERNEL_OK;
  self->dependent.var_s = var_s;
  self->dependent.z = kernel_mann_kendall_z (self->s, var_s);
  self->dependent.p = MAX (self->plain.p, kernel_two_sided (self->dependent.z));

  return find_slope (self, grid, &self->dependent);
}

static void
take_covariate_off (SlopeReading *self, const SlopeGrid *grid)
{
  const KernelColumns columns = slope_grid_get_columns (grid);
  const KernelColumns covariate = { columns.n_rows, columns.n_columns, grid->covariate };
  g_autofree double *work = g_new (double, 3 * grid->n);
  KernelPartialKendall partial;

  if (kernel_partial_kendall (&columns, &covariate, true, work, &partial) != KERNEL_OK) {
    self->reason = g_strdup ("The covariate is the same in every period, and can explain nothing; "
                             "leave it out");
    return;
  }
  if (!(partial.var_s > 0)) {
    self->reason = g_strdup ("The figure moves with the covariate throughout, and nothing is left "
                             "to look at");
    return;
  }
  self->is_exact = FALSE;
  self->s = partial.s;
  self->plain.var_s = partial.var_s;
  self->plain.z = kernel_mann_kendall_z (partial.s, partial.var_s);
  self->plain.p = kernel_two_sided (self->plain.z);
  self->dependent = self->plain;
  if (!(partial.var_dependent > partial.var_s))
    return;
  self->dependent.var_s = partial.var_dependent;
  self->dependent.z = kernel_mann_kendall_z (partial.s, partial.var_dependent);
  self->dependent.p = kernel_two_sided (self->dependent.z);
}

/* @grid holds the periods that have a value, in time. */
static void
split (SlopeReading *self, const SlopeGrid *grid)
{
  const double *values = scrutiny_series_get_values (self->figures.series, NULL);
  g_autofree gint64 *keys = g_new (gint64, 2 * grid->n);
  g_autofree double *ranks = g_new (double, grid->n);
  KernelPettitt found;

  if (kernel_pettitt (grid->n, grid->values, keys, ranks, &found) != KERNEL_OK)
    g_return_if_reached ();
  for (guint i = self->first, k = 0; i <= self->last; i++) {
    if (!isnan (values[i]) && k++ == found.at)
      self->at = i;
  }
  self->is_exact = FALSE;
  self->s = found.direction * found.k;
  self->tau_a = self->tau_b = NAN;
  self->plain.var_s = self->plain.z = NAN;
  self->plain.p = found.chance;
}

static KernelStatus
score_by_test (SlopeReading *self, const SlopeGrid *grid)
{
  switch (self->test) {
  case SLOPE_TEST_CORRELATED:
    return use_variance (self, grid, covariance_of (grid));
  case SLOPE_TEST_HAMED_RAO:
  case SLOPE_TEST_YUE_WANG:
    return use_variance (self, grid, self->plain.var_s * (1 + excess_of (self, grid)));
  case SLOPE_TEST_PRE_WHITENED:
  case SLOPE_TEST_TREND_FREE:
    whiten (self, grid);
    return KERNEL_OK;
  case SLOPE_TEST_PETTITT:
    split (self, grid);
    return KERNEL_OK;
  case SLOPE_TEST_MANN_KENDALL:
  case SLOPE_TEST_SEASONAL:
  case SLOPE_TEST_REGIONAL:
  case SLOPE_TEST_PARTIAL:
  default:
    return KERNEL_OK;
  }
}

static KernelStatus
allow (SlopeReading *self, const SlopeGrid *grid)
{
  self->dependent = self->plain;
  switch (self->test) {
  case SLOPE_TEST_MANN_KENDALL:
  case SLOPE_TEST_SEASONAL:
    return allow_for_dependence (self, grid);
  case SLOPE_TEST_REGIONAL:
    return allow_for_places (self, grid);
  case SLOPE_TEST_PARTIAL:
    take_covariate_off (self, grid);
    return KERNEL_OK;
  case SLOPE_TEST_CORRELATED:
  case SLOPE_TEST_HAMED_RAO:
  case SLOPE_TEST_YUE_WANG:
  case SLOPE_TEST_PRE_WHITENED:
  case SLOPE_TEST_TREND_FREE:
  case SLOPE_TEST_PETTITT:
  default:
    return KERNEL_OK;
  }
}

KernelStatus
slope_score (SlopeReading *self, const SlopeGrid *grid)
{
  g_autofree double *left = g_new (double, grid->n + 1);
  KernelStatus status;

  score_plainly (self, grid);
  status = find_slope (self, grid, &self->plain);
  if (status != KERNEL_OK)
    return status;
  if (self->figures.n_places == 1) {
    take_off (self, grid, left);
    self->correlation = correlation_of (grid, left);
  }
  if (self->is_same) {
    self->dependent = self->plain;
    return KERNEL_OK;
  }
  status = score_by_test (self, grid);

  return status == KERNEL_OK && !self->reason ? allow (self, grid) : status;
}
