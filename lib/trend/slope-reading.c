/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-reading.h"

#include "base/error-private.h"
#include "base/timeline-private.h"
#include "kernel/autocorrelation.h"
#include "kernel/kendall-chance.h"
#include "kernel/mann-kendall.h"
#include "kernel/median.h"
#include "kernel/ranks.h"
#include "kernel/seasonal-kendall.h"
#include "kernel/serial-dependence.h"
#include "kernel/theil-sen.h"
#include "trend/season.h"
#include "trend/shared-data.h"
#include "trend/step-words.h"

#include <math.h>

#define FEWEST_CYCLES 3

/* Variances are widened as if dependence were no closer than this. */
#define MOST_DEPENDENCE 0.95

/* The values on the calendar, whole cycles, NaN where there is none; without a season
 * only the periods there are.
 */
typedef struct {
  gsize n;
  double *times;
  double *values;
} Grid;

static void
grid_clear (Grid *self)
{
  g_free (self->times);
  g_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

double
slope_steps_in_a_year (ScrutinyCalendar calendar)
{
  switch (calendar) {
  case SCRUTINY_CALENDAR_DAY:
    return 365.2425;
  case SCRUTINY_CALENDAR_WEEK:
    return 365.2425 / 7;
  case SCRUTINY_CALENDAR_MONTH:
    return 12;
  case SCRUTINY_CALENDAR_QUARTER:
  case SCRUTINY_CALENDAR_FINANCIAL_QUARTER:
    return 4;
  case SCRUTINY_CALENDAR_HALF:
  case SCRUTINY_CALENDAR_FINANCIAL_HALF:
    return 2;
  default:
    return 1;
  }
}

static const SharedDataWords shared_data = {
  .to_date = "a slope through them would say how a year fills up",
  .then = "hand in that",
  .rolling = "chance alone would look like a steady movement",
};

static gboolean
refuse_level (double level, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (text, sizeof text, level);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "level", text,
                         "Level: %s is not between 0 and 1; give a share, usually 0.95", text);

  return FALSE;
}

static gsize
usual_period (ScrutinyCalendar calendar)
{
  const double steps = slope_steps_in_a_year (calendar);

  return calendar == SCRUTINY_CALENDAR_DAY || calendar == SCRUTINY_CALENDAR_WEEK ? 1
                                                                                 : (gsize) steps;
}

static gboolean
read_options (SlopeReading *self, ScrutinyTrendOptions *options, GError **error)
{
  g_autoptr (ScrutinyTrendOptions) usual = options ? NULL : scrutiny_trend_options_new ();
  ScrutinyTrendOptions *asked = options ? options : usual;
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);
  SeasonAsked season = { 0 };

  self->level = scrutiny_trend_options_get_level (asked);
  if (!(self->level > 0 && self->level < 1))
    return refuse_level (self->level, error);
  if (!season_parse (scrutiny_trend_options_get_season (asked), &season, error))
    return FALSE;
  if (season.is_off)
    self->period = 1;
  else if (season.n_periods > 0)
    self->period = season.periods[season.n_periods - 1];
  else
    self->period = usual_period (scrutiny_timeline_get_calendar (timeline));

  return TRUE;
}

static void
find_values (SlopeReading *self)
{
  gsize n;
  const double *values = scrutiny_series_get_values (self->series, &n);

  self->is_same = TRUE;
  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (self->n_usable++ == 0)
      self->first = (guint) i;
    self->last = (guint) i;
    self->is_same = self->is_same && values[i] == values[self->first];
  }
}

/* Too few cycles, or hardly a value on its calendar: seasons are not kept apart. */
static void
settle_period (SlopeReading *self, const gint64 *ordinals)
{
  const guint64 n_steps = (guint64) (ordinals[self->last] - ordinals[self->first]) + 1;

  if (n_steps / self->period < FEWEST_CYCLES || n_steps > 64 * (guint64) self->n_usable)
    self->period = 1;
}

/* Times count from the first value. */
static Grid
grid_make (const SlopeReading *self, const gint64 *ordinals)
{
  const double *values = scrutiny_series_get_values (self->series, NULL);
  const gint64 period = (gint64) self->period, origin = ordinals[self->first];
  const gboolean is_dense = period > 1;
  const gsize n =
      is_dense ? (gsize) (((ordinals[self->last] - origin) / period + 1) * period) : self->n_usable;
  Grid grid = { n, g_new (double, n), g_new (double, n) };
  gsize k = 0;

  for (gsize i = 0; is_dense && i < n; i++) {
    grid.times[i] = (double) i;
    grid.values[i] = NAN;
  }
  for (guint i = self->first; i <= self->last; i++) {
    const gsize at = is_dense ? (gsize) (ordinals[i] - origin) : k;

    if (isnan (values[i]))
      continue;
    grid.times[at] = (double) (ordinals[i] - origin);
    grid.values[at] = values[i];
    k++;
  }

  return grid;
}

/* Exact where every order can be weighed; @keys are sorted. */
static double
chance_of_order (SlopeReading *self, const gint64 *keys)
{
  gsize sizes[KERNEL_KENDALL_CHANCE_MOST], n_groups = 0;
  double chance;

  if (self->period > 1 || self->n_usable > KERNEL_KENDALL_CHANCE_MOST)
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
score (SlopeReading *self, const Grid *grid)
{
  const KernelColumns columns = { grid->n / self->period, self->period, grid->values };
  g_autofree double *column = g_new (double, grid->n);
  g_autofree gint64 *keys = g_new (gint64, 2 * grid->n);
  KernelMannKendall whole = { 0 };
  KernelSeasonalKendall seasons = { 0 };

  if (self->period > 1) {
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
find_slope (SlopeReading *self, const Grid *grid, SlopeChance *chance)
{
  g_autofree double *numbers = g_new (double, kernel_theil_sen_numbers (grid->n));
  g_autofree gint64 *keys = g_new (gint64, kernel_theil_sen_keys (grid->n));
  const KernelSlopeWork work = { numbers, keys };
  KernelTheilSen sen;
  const KernelStatus status = kernel_theil_sen (grid->n, grid->times, grid->values, self->period,
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
take_off (const SlopeReading *self, const Grid *grid, double *left)
{
  g_autofree double *season = g_new (double, grid->n), *work = g_new (double, grid->n);

  for (gsize i = 0; i < grid->n; i++)
    left[i] = grid->values[i] - self->slope * grid->times[i];
  for (gsize k = 0; self->period > 1 && k < self->period; k++) {
    double middle = 0;
    gsize n = 0;

    for (gsize i = k; i < grid->n; i += self->period)
      season[n++] = left[i];
    if (kernel_median (n, season, NULL, work, &middle, NULL) != KERNEL_OK)
      g_return_if_reached ();
    for (gsize i = k; i < grid->n; i += self->period)
      left[i] -= middle;
  }
}

/* Of ranks, so that a wild value counts no more than a high one. */
static double
correlation_of (const Grid *grid, const double *left)
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
allow_for_dependence (SlopeReading *self, const Grid *grid)
{
  g_autofree double *left = g_new (double, grid->n);
  const double n = self->n_usable;
  double excess = 0;

  take_off (self, grid, left);
  self->correlation = correlation_of (grid, left);
  self->dependent = self->plain;
  if (kernel_first_order_excess (self->n_usable, unhide (self->correlation, n), &excess) !=
          KERNEL_OK ||
      !(excess > 0))
    return KERNEL_OK;
  self->dependent.var_s = self->plain.var_s * (1 + excess);
  self->dependent.z = kernel_mann_kendall_z (self->s, self->dependent.var_s);
  self->dependent.p = MAX (self->plain.p, kernel_two_sided (self->dependent.z));

  return find_slope (self, grid, &self->dependent);
}

static gboolean
refuse_values (GError **error)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "Series: the values are too far apart for a slope to be a number; check "
                         "the figures, or hand in all of them in a larger unit");

  return FALSE;
}

gboolean
slope_reading_init (SlopeReading *self,
                    ScrutinySeries *series,
                    ScrutinyTrendOptions *options,
                    GError **error)
{
  const SlopeChance nothing = { NAN, NAN, NAN, NAN, NAN };
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gint64 *ordinals = scrutiny_timeline_get_ordinals (timeline, NULL);

  *self = (SlopeReading){ .series = g_object_ref (series),
                          .s = NAN,
                          .tau_a = NAN,
                          .tau_b = NAN,
                          .slope = NAN,
                          .correlation = NAN,
                          .plain = nothing,
                          .dependent = nothing };
  if (!shared_data_refuse (timeline, &shared_data, error) || !read_options (self, options, error))
    return FALSE;
  find_values (self);
  if (self->n_usable < SLOPE_FEWEST_POINTS)
    return TRUE;

  settle_period (self, ordinals);
  g_auto (Grid) grid = grid_make (self, ordinals);
  score (self, &grid);
  if (find_slope (self, &grid, &self->plain) != KERNEL_OK ||
      allow_for_dependence (self, &grid) != KERNEL_OK)
    return refuse_values (error);

  return TRUE;
}

void
slope_reading_clear (SlopeReading *self)
{
  g_clear_object (&self->series);
}
