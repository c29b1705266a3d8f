/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/trend-reading.h"

#include "base/error-private.h"
#include "base/timeline-private.h"
#include "kernel/normal.h"

#include <math.h>

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
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  self->asked.window = scrutiny_trend_options_get_window (asked);
  self->asked.is_robust = scrutiny_trend_options_get_robust (asked);
  self->level = scrutiny_trend_options_get_level (asked);
  if (!(self->level > 0 && self->level < 1)) {
    g_ascii_dtostr (text, sizeof text, self->level);
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

static void
look_for_dependence (TrendReading *self)
{
  gsize n;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (self->series), &n);
  const double *values = scrutiny_series_get_values (self->adjusted, NULL);
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
  if (!self->chart)
    return FALSE;
  look_for_dependence (self);
  self->floor = trend_bound_find (series, FALSE);
  self->ceiling = trend_bound_find (series, TRUE);

  return TRUE;
}

void
trend_reading_clear (TrendReading *self)
{
  g_clear_object (&self->series);
  g_clear_object (&self->adjusted);
  g_clear_object (&self->chart);
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

/* A line of the chart, further from the centre by @widening, with the season put back. */
static void
add_line (ScrutinyTable **table,
          const TrendReading *self,
          const char *name,
          const char *line,
          double widening)
{
  gsize n = 0;
  ScrutinyTable *points = scrutiny_chart_get_points (self->chart);
  const double *centre = scrutiny_table_get_doubles (points, "centre", &n);
  const double *limit = scrutiny_table_get_doubles (points, line, NULL);
  g_autofree double *shown = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    shown[i] = centre[i] + (limit[i] - centre[i]) * widening +
               (self->is_adjusted ? self->season.seasonal[i] : 0);
  add_doubles (table, name, shown, n);
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
  add_line (&table, self, "centre", "centre", 1);
  add_line (&table, self, "lower", "lower", 1);
  add_line (&table, self, "upper", "upper", 1);
  add_line (&table, self, "widened_lower", "lower", self->widening);
  add_line (&table, self, "widened_upper", "upper", self->widening);

  return table;
}
