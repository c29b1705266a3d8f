/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/trend-reading.h"

#include "base/error-private.h"
#include "base/method-private.h"
#include "base/number.h"
#include "base/timeline-private.h"
#include "kernel/normal.h"
#include "trend/shift-private.h"

#include <math.h>
#include <string.h>

#define METHOD_ID "trend"
#define METHOD_VERSION "1"
#define METHOD_SOURCE \
  "Cleveland and others (1990), STL; Wheeler, Making Sense of Data; Marriott and Pope (1954)"

#define FEWEST_FOR_VALUES 8
#define FEWEST_FOR_LIMITS 12
#define FEWEST_FOR_LARGE 20
#define FEWEST_FOR_ALL 30

/* A bound is one when so large a share of the values lies on it. */
#define SHARE_AT_BOUND 0.25

/* Limits are widened as if dependence were no closer than this. */
#define MOST_DEPENDENCE 0.95

TrendLadder
trend_ladder_of (guint n_usable)
{
  if (n_usable < FEWEST_FOR_VALUES)
    return TREND_LADDER_NOTHING;
  if (n_usable < FEWEST_FOR_LIMITS)
    return TREND_LADDER_VALUES;
  if (n_usable < FEWEST_FOR_LARGE)
    return TREND_LADDER_LIMITS;
  if (n_usable < FEWEST_FOR_ALL)
    return TREND_LADDER_LARGE;

  return TREND_LADDER_ALL;
}

TrendBound
trend_bound_find (ScrutinySeries *series, gboolean is_upper)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);
  const double scale = scrutiny_series_get_scale (series);
  TrendBound bound = { .value = NAN, .is_upper = is_upper };
  guint n_usable = 0, n_other = 0;

  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    n_usable++;
    if (isnan (bound.value) || (is_upper ? values[i] > bound.value : values[i] < bound.value)) {
      n_other += bound.n_at;
      bound.value = values[i];
      bound.n_at = 1;
    } else if (values[i] == bound.value) {
      bound.n_at++;
    } else {
      n_other++;
    }
  }
  if (n_other == 0 || bound.n_at < SHARE_AT_BOUND * n_usable || bound.n_at < 3)
    bound.n_at = 0;
  bound.is_known = scrutiny_series_has_counts (series) && bound.value == (is_upper ? scale : 0);

  return bound;
}

static gboolean
read_options (TrendReading *self, ScrutinyTrendOptions *options, GError **error)
{
  g_autoptr (ScrutinyTrendOptions) usual = options ? NULL : scrutiny_trend_options_new ();
  ScrutinyTrendOptions *asked = options ? options : usual;
  char text[NUMBER_TEXT_SIZE];

  self->asked.window = scrutiny_trend_options_get_window (asked);
  self->asked.is_robust = scrutiny_trend_options_get_robust (asked);
  self->level = scrutiny_trend_options_get_level (asked);
  if (!(self->level > 0 && self->level < 1)) {
    number_show (self->level, text);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "level", text,
                           "Level: %s is not between 0 and 1; give a share, usually 0.95", text);
    return FALSE;
  }

  return season_parse (scrutiny_trend_options_get_season (asked), &self->asked, error);
}

/* The series without its season, if it has a clear one. */
static gboolean
adjust (TrendReading *self, GError **error)
{
  gsize n;
  const double *values = scrutiny_series_get_values (self->series, &n);

  self->is_adjusted = self->season.seasonal && self->season.is_clear;
  if (!self->is_adjusted) {
    self->adjusted = g_object_ref (self->series);
    return TRUE;
  }

  g_autofree double *without = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    without[i] = values[i] - self->season.seasonal[i];
  self->adjusted =
      scrutiny_series_new (scrutiny_series_get_timeline (self->series), without, n, error);

  return self->adjusted != NULL;
}

/* What repeats is left to the search, which takes it off in its own way. */
static ScrutinyShiftsOptions *
make_shifts_options (const TrendReading *self)
{
  ScrutinyShiftsOptions *options = scrutiny_shifts_options_new ();

  scrutiny_shifts_options_set_level (options, self->level);
  if (self->asked.is_off)
    scrutiny_shifts_options_set_season (options, "none");
  if (self->asked.n_periods > 0 && self->asked.periods[0] >= 4) {
    g_autofree char *season = g_strdup_printf ("%" G_GSIZE_FORMAT, self->asked.periods[0]);
    scrutiny_shifts_options_set_season (options, season);
  }

  return options;
}

static gboolean
is_line (ScrutinyShifts *shifts)
{
  const GArray *pieces = shifts_get_search (shifts)->pieces;

  return pieces->len == 1 && g_array_index (pieces, ShiftPiece, 0).slope != 0;
}

/* Of few values a change is only told if shuffling them would seldom give one as clear. */
static gboolean
look_for_shifts (TrendReading *self, GError **error)
{
  if (self->ladder < TREND_LADDER_LIMITS)
    return TRUE;

  g_autoptr (ScrutinyShiftsOptions) options = make_shifts_options (self);
  self->shifts = scrutiny_shifts_new (self->series, options, error);
  if (!self->shifts)
    return FALSE;
  self->has_shifts = scrutiny_shifts_get_n_shifts (self->shifts) > 0 &&
                     (self->ladder == TREND_LADDER_ALL ||
                      scrutiny_shifts_get_chance (self->shifts) <= 1 - self->level);
  self->has_line = self->ladder == TREND_LADDER_ALL && is_line (self->shifts);

  return TRUE;
}

double
trend_reading_get_last_movement (const TrendReading *self)
{
  if (!self->has_shifts)
    return 0;

  g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (self->shifts);
  ScrutinyShift *last = all->pdata[all->len - 1];
  const double slope = scrutiny_shift_get_slope_after (last);

  return fabs (slope) > 0 ? slope : scrutiny_shift_get_change (last);
}

/* How far values lie from their level or line; NaN where there is no value or no line. */
double *
trend_reading_dup_rest (const TrendReading *self)
{
  gsize n;
  const double *values = scrutiny_series_get_values (self->adjusted, &n);
  double *rest = g_new (double, n + 1);

  if (trend_reading_has_pieces (self)) {
    shift_search_set_rest (shifts_get_search (self->shifts), rest);
    return rest;
  }
  for (gsize i = 0; i < n; i++)
    rest[i] = values[i];

  return rest;
}

static void
look_for_dependence (TrendReading *self)
{
  gsize n;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (self->series), &n);
  g_autofree double *values = trend_reading_dup_rest (self);
  g_autofree guint8 *follows = g_new0 (guint8, n + 1);
  const double z = kernel_normal_quantile ((1 + self->level) / 2);

  self->widening = 1;
  self->lag_one = (KernelLagOne){ .r = NAN, .low = NAN, .high = NAN };
  for (gsize i = 1; i < n; i++)
    follows[i] = ordinals[i] == ordinals[i - 1] + 1;
  if (self->ladder < TREND_LADDER_LIMITS ||
      kernel_lag_one (n, values, follows, z, &self->lag_one) != KERNEL_OK)
    return;
  if (self->lag_one.r > self->lag_one.limit)
    self->widening = sqrt (kernel_variance_inflation (MIN (self->lag_one.r, MOST_DEPENDENCE)));
}

gboolean
trend_reading_init (TrendReading *self,
                    ScrutinySeries *series,
                    ScrutinyTrendOptions *options,
                    GError **error)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);

  *self = (TrendReading){ .series = g_object_ref (series) };
  for (gsize i = 0; i < n; i++)
    self->n_usable += !isnan (values[i]);
  self->ladder = trend_ladder_of (self->n_usable);
  if (!read_options (self, options, error) ||
      !season_init (&self->season, series, &self->asked, error) || !adjust (self, error))
    return FALSE;
  self->chart = scrutiny_chart_new (self->adjusted, NULL, error);
  if (!self->chart || !look_for_shifts (self, error))
    return FALSE;
  if (self->ladder >= TREND_LADDER_LIMITS) {
    self->slope = scrutiny_slope_new (series, options, error);
    if (!self->slope)
      return FALSE;
  }
  look_for_dependence (self);
  self->floor = trend_bound_find (series, FALSE);
  self->ceiling = trend_bound_find (series, TRUE);

  return TRUE;
}

char *
trend_reading_dup_season (const TrendReading *self)
{
  GString *text = g_string_new (NULL);

  if (self->season.n_periods == 0 || self->asked.is_off)
    g_string_append (text, "none");
  for (guint k = 0; k < self->season.n_periods && !self->asked.is_off; k++)
    g_string_append_printf (text, "%s%" G_GSIZE_FORMAT, k ? "," : "", self->season.periods[k]);

  return g_string_free (text, FALSE);
}

void
trend_reading_clear (TrendReading *self)
{
  g_clear_object (&self->series);
  g_clear_object (&self->adjusted);
  g_clear_object (&self->chart);
  g_clear_object (&self->shifts);
  g_clear_object (&self->slope);
  season_clear (&self->season);
}

static void
add_doubles (ScrutinyTable **table, const char *name, const double *values, gsize n)
{
  g_autoptr (ScrutinyTable) before = *table;
  g_autoptr (GBytes) bytes = g_bytes_new (values, n * sizeof *values);

  *table = scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

static void
add_texts (ScrutinyTable **table, const char *name, const char *const *texts)
{
  g_autoptr (ScrutinyTable) before = *table;

  *table = scrutiny_table_copy_with_texts (before, name, texts, NULL);
}

static void
add_periods (ScrutinyTable **table, ScrutinyTimeline *timeline, gsize n)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (timeline);
  g_autofree double *index = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++) {
    index[i] = (double) i;
    g_ptr_array_add (labels, scrutiny_timeline_dup_label (timeline, i));
  }
  g_ptr_array_add (labels, NULL);
  add_doubles (table, "i", index, n);
  add_texts (table, "period", (const char *const *) periods);
  add_texts (table, "label", (const char *const *) labels->pdata);
}

ScrutinyTable *
trend_reading_make_season (const TrendReading *self)
{
  const gsize n = self->season.seasonal ? self->season.n : 0;
  const double *values = scrutiny_series_get_values (self->series, NULL);
  ScrutinyTable *table = scrutiny_table_new ();

  if (n == 0)
    return table;

  g_autofree double *adjusted = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    adjusted[i] = values[i] - self->season.seasonal[i];
  add_periods (&table, scrutiny_series_get_timeline (self->series), n);
  add_doubles (&table, "value", values, n);
  add_doubles (&table, "trend", self->season.trend, n);
  add_doubles (&table, "seasonal", self->season.seasonal, n);
  add_doubles (&table, "remainder", self->season.remainder, n);
  add_doubles (&table, "adjusted", adjusted, n);

  return table;
}

/* Around the levels and lines between shifts: @side 0 is those, ±1 the ends of ordinary
 * movement.
 */
static void
set_line_of_shifts (const TrendReading *self, double side, double *line)
{
  gsize n;
  ScrutinyTable *points = scrutiny_shifts_get_points (self->shifts);
  const double *values = scrutiny_table_get_doubles (points, "value", &n);
  const double *adjusted = scrutiny_table_get_doubles (points, "adjusted", NULL);
  const double *fitted = scrutiny_table_get_doubles (points, "fitted", NULL);
  const double spread = scrutiny_shifts_get_spread (self->shifts);

  for (gsize i = 0; i < n; i++)
    line[i] = fitted[i] + side * TREND_ORDINARY * spread + (values[i] - adjusted[i]);
}

/* Of the chart, with the season put back. */
static void
set_line_of_chart (const TrendReading *self, const char *name, double widening, double *line)
{
  gsize n = 0;
  ScrutinyTable *points = scrutiny_chart_get_points (self->chart);
  const double *centre = scrutiny_table_get_doubles (points, "centre", &n);
  const double *limit = scrutiny_table_get_doubles (points, name, NULL);

  for (gsize i = 0; i < n; i++)
    line[i] = centre[i] + (limit[i] - centre[i]) * widening +
              (self->is_adjusted ? self->season.seasonal[i] : 0);
}

static void
add_line (ScrutinyTable **table, const TrendReading *self, const char *name, double side)
{
  const gsize n = scrutiny_series_get_n_values (self->series);
  const char *of_chart = side < 0 ? "lower" : side > 0 ? "upper" : "centre";
  g_autofree double *line = g_new (double, n + 1);

  if (trend_reading_has_pieces (self))
    set_line_of_shifts (self, side, line);
  else
    set_line_of_chart (self, of_chart, fabs (side), line);
  add_doubles (table, name, line, n);
}

/* Which level or line each value belongs to; all one where there are no shifts. */
static void
add_pieces (ScrutinyTable **table, const TrendReading *self)
{
  const gsize n = scrutiny_series_get_n_values (self->series);
  const ShiftSearch *search = self->has_shifts ? shifts_get_search (self->shifts) : NULL;
  g_autofree double *pieces = g_new0 (double, n + 1);
  guint k = 0;

  for (guint i = 0; search && i < n; i++) {
    const GArray *all = search->pieces;

    while (k + 1 < all->len && search->index[g_array_index (all, ShiftPiece, k + 1).first] <= i)
      k++;
    pieces[i] = k;
  }
  add_doubles (table, "piece", pieces, n);
}

static void
mark_signals (const TrendReading *self, gsize n, double *marked)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (self->chart);

  for (guint s = 0; s < signals->len; s++) {
    gsize n_points;
    const guint *points = scrutiny_signal_get_points (signals->pdata[s], &n_points);

    for (gsize k = 0; k < n_points; k++)
      if (points[k] < n)
        marked[points[k]] = 1;
  }
}

/* What stands out: beyond the limits around levels and lines, or by the rules of the chart. */
static void
add_marks (ScrutinyTable **table, const TrendReading *self)
{
  gsize n;
  const double *values = scrutiny_series_get_values (self->series, &n);
  const double *lower = scrutiny_table_get_doubles (*table, "lower", NULL);
  const double *upper = scrutiny_table_get_doubles (*table, "upper", NULL);
  g_autofree double *marked = g_new0 (double, n + 1);

  if (!trend_reading_has_pieces (self))
    mark_signals (self, n, marked);
  else
    for (gsize i = 0; i < n; i++)
      marked[i] = values[i] < lower[i] || values[i] > upper[i];
  add_doubles (table, "marked", marked, n);
}

/* Why a value is missing, or what is to be known of it. */
static void
add_states (ScrutinyTable **table, ScrutinySeries *series, gsize n)
{
  g_autofree const char **states = g_new0 (const char *, n + 1);

  for (gsize i = 0; i < n; i++)
    states[i] = scrutiny_series_get_state (series, i);
  add_texts (table, "state", states);
}

ScrutinyTable *
trend_reading_make_points (const TrendReading *self)
{
  gsize n;
  const double *values = scrutiny_series_get_values (self->series, &n);
  ScrutinyTable *table = scrutiny_table_new ();

  if (n == 0)
    return table;
  add_periods (&table, scrutiny_series_get_timeline (self->series), n);
  add_doubles (&table, "value", values, n);
  add_doubles (&table, "adjusted", scrutiny_series_get_values (self->adjusted, NULL), n);
  add_line (&table, self, "centre", 0);
  add_line (&table, self, "lower", -1);
  add_line (&table, self, "upper", 1);
  add_line (&table, self, "widened_lower", -self->widening);
  add_line (&table, self, "widened_upper", self->widening);
  add_pieces (&table, self);
  add_marks (&table, self);
  add_states (&table, self->series, n);

  return table;
}

ScrutinyMethod *
trend_reading_make_method (const TrendReading *self)
{
  g_autofree char *season = trend_reading_dup_season (self);
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "season", "s", season);
  g_variant_dict_insert (&dict, "window", "x", (gint64) self->asked.window);
  g_variant_dict_insert (&dict, "robust", "b", self->asked.is_robust);
  g_variant_dict_insert (&dict, "level", "d", self->level);

  return scrutiny_method_new_of_series (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&dict),
                                        METHOD_SOURCE, self->series);
}
