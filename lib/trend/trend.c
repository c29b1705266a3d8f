/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>
#include <scrutiny/trend.h>

#include "base/finding-list.h"
#include "base/result-private.h"
#include "trend/trend-direction.h"
#include "trend/trend-findings.h"
#include "trend/trend-json.h"
#include "trend/trend-private.h"
#include "trend/trend-reading.h"

#include <math.h>

/**
 * ScrutinyTrend:
 *
 * What happened in a series: what changed and since when, its season, what neighbouring
 * periods have in common, and what cannot be said of so few values.
 *
 * A season that is clear is taken off before anything else is looked at; limits are
 * those of the figure without it, and [method@Trend.get_points] shows them on the
 * original. Which way a figure moved is a fact; which way anybody wants it to move is
 * not known here.
 *
 * Since: 0.1
 */
struct _ScrutinyTrend {
  GObject parent_instance;

  TrendReading reading;

  /* Made when first asked for. */
  gsize direction_once;
  ScrutinyDirection direction;
  char *since;
  gsize season_once;
  gsize points_once;
  gsize findings_once;
  GPtrArray *findings; /* of ScrutinyFinding, made when they are asked for */
  gsize method_once;
  ScrutinyTable *season;
  ScrutinyTable *points;
  ScrutinyMethod *method;
};

static void scrutiny_trend_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyTrend,
                               scrutiny_trend,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_trend_result_init))

enum {
  PROP_SERIES = 1,
  PROP_DIRECTION,
  PROP_SINCE,
  PROP_SLOPE,
  PROP_SLOPE_LOW,
  PROP_SLOPE_HIGH,
  PROP_SEASON_STRENGTH,
  PROP_DEPENDENCE,
  PROP_DEPENDENCE_LOW,
  PROP_DEPENDENCE_HIGH,
  PROP_SEASON,
  PROP_POINTS,
  PROP_CHART,
  PROP_SHIFTS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_trend_finalize (GObject *object)
{
  ScrutinyTrend *self = SCRUTINY_TREND (object);

  trend_reading_clear (&self->reading);
  g_free (self->since);
  g_clear_object (&self->season);
  g_clear_object (&self->points);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->method);

  G_OBJECT_CLASS (scrutiny_trend_parent_class)->finalize (object);
}

static void
scrutiny_trend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyTrend *self = SCRUTINY_TREND (object);

  switch (id) {
  case PROP_SERIES:
    g_value_set_object (value, self->reading.series);
    break;
  case PROP_DIRECTION:
    g_value_set_enum (value, (int) scrutiny_trend_get_direction (self));
    break;
  case PROP_SINCE:
    g_value_set_string (value, scrutiny_trend_get_since (self));
    break;
  case PROP_SLOPE:
    g_value_set_double (value, scrutiny_trend_get_slope (self));
    break;
  case PROP_SLOPE_LOW:
    g_value_set_double (value, scrutiny_trend_get_slope_low (self));
    break;
  case PROP_SLOPE_HIGH:
    g_value_set_double (value, scrutiny_trend_get_slope_high (self));
    break;
  case PROP_SEASON_STRENGTH:
    g_value_set_double (value, scrutiny_trend_get_season_strength (self));
    break;
  case PROP_DEPENDENCE:
    g_value_set_double (value, self->reading.lag_one.r);
    break;
  case PROP_DEPENDENCE_LOW:
    g_value_set_double (value, self->reading.lag_one.low);
    break;
  case PROP_DEPENDENCE_HIGH:
    g_value_set_double (value, self->reading.lag_one.high);
    break;
  case PROP_SEASON:
    g_value_set_object (value, scrutiny_trend_get_season (self));
    break;
  case PROP_POINTS:
    g_value_set_object (value, scrutiny_trend_get_points (self));
    break;
  case PROP_CHART:
    g_value_set_object (value, self->reading.chart);
    break;
  case PROP_SHIFTS:
    g_value_set_object (value, self->reading.shifts);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static GParamSpec *
number (const char *name, GParamFlags flags)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_what_was_read (GParamFlags flags)
{
  /**
   * ScrutinyTrend:series: (getter get_series)
   *
   * The series that was read.
   *
   * Since: 0.1
   */
  props[PROP_SERIES] = g_param_spec_object ("series", NULL, NULL, SCRUTINY_TYPE_SERIES, flags);

  /**
   * ScrutinyTrend:direction: (getter get_direction)
   *
   * Which way the figure moved to where it is now.
   *
   * Since: 0.1
   */
  props[PROP_DIRECTION] = g_param_spec_enum ("direction", NULL, NULL, SCRUTINY_TYPE_DIRECTION,
                                             SCRUTINY_DIRECTION_NONE, flags);

  /**
   * ScrutinyTrend:since: (getter get_since)
   *
   * Since when it is there.
   *
   * Since: 0.1
   */
  props[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, NULL, flags);
}

static void
define_slope (GParamFlags flags)
{
  /**
   * ScrutinyTrend:slope: (getter get_slope)
   *
   * How much the figure moved a step of its calendar.
   *
   * Since: 0.1
   */
  props[PROP_SLOPE] = number ("slope", flags);

  /**
   * ScrutinyTrend:slope-low: (getter get_slope_low)
   *
   * The low end of what the slope may be.
   *
   * Since: 0.1
   */
  props[PROP_SLOPE_LOW] = number ("slope-low", flags);

  /**
   * ScrutinyTrend:slope-high: (getter get_slope_high)
   *
   * The high end of what the slope may be.
   *
   * Since: 0.1
   */
  props[PROP_SLOPE_HIGH] = number ("slope-high", flags);
}

static void
define_what_it_has (GParamFlags flags)
{
  /**
   * ScrutinyTrend:season-strength: (getter get_season_strength)
   *
   * The share of the movement around the trend that is the season's.
   *
   * Since: 0.1
   */
  props[PROP_SEASON_STRENGTH] = number ("season-strength", flags);

  /**
   * ScrutinyTrend:dependence: (getter get_dependence)
   *
   * How closely a value follows the one before.
   *
   * Since: 0.1
   */
  props[PROP_DEPENDENCE] = number ("dependence", flags);

  /**
   * ScrutinyTrend:dependence-low: (getter get_dependence_low)
   *
   * The low end of what the dependence may be.
   *
   * Since: 0.1
   */
  props[PROP_DEPENDENCE_LOW] = number ("dependence-low", flags);

  /**
   * ScrutinyTrend:dependence-high: (getter get_dependence_high)
   *
   * The high end of what the dependence may be.
   *
   * Since: 0.1
   */
  props[PROP_DEPENDENCE_HIGH] = number ("dependence-high", flags);
}

static void
define_tables (GParamFlags flags)
{
  /**
   * ScrutinyTrend:season: (getter get_season)
   *
   * The series taken apart.
   *
   * Since: 0.1
   */
  props[PROP_SEASON] = g_param_spec_object ("season", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyTrend:points: (getter get_points)
   *
   * The series and the limits around it.
   *
   * Since: 0.1
   */
  props[PROP_POINTS] = g_param_spec_object ("points", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyTrend:chart: (getter get_chart)
   *
   * The chart of the series without its season.
   *
   * Since: 0.1
   */
  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, SCRUTINY_TYPE_CHART, flags);

  /**
   * ScrutinyTrend:shifts: (getter get_shifts)
   *
   * Where the level or the slope changed.
   *
   * Since: 0.1
   */
  props[PROP_SHIFTS] = g_param_spec_object ("shifts", NULL, NULL, SCRUTINY_TYPE_SHIFTS, flags);
}

static void
scrutiny_trend_class_init (ScrutinyTrendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_trend_finalize;
  object_class->get_property = scrutiny_trend_get_property;

  define_what_was_read (flags);
  define_slope (flags);
  define_what_it_has (flags);
  define_tables (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_trend_init (ScrutinyTrend *self)
{
  self->reading = (TrendReading){
    .series = g_object_new (SCRUTINY_TYPE_SERIES, NULL),
    .adjusted = g_object_new (SCRUTINY_TYPE_SERIES, NULL),
    .chart = g_object_new (SCRUTINY_TYPE_CHART, NULL),
    .lag_one = { .r = NAN, .low = NAN, .high = NAN },
    .level = 0.95,
    .widening = 1,
  };
}

/**
 * scrutiny_trend_new:
 * @series: the series
 * @options: (nullable): how to read it, or `NULL` to leave every choice to the library
 * @error: return location for an error
 *
 * Reads what happened in a series.
 *
 * Fewer than 8 values are no error but a reading that cannot tell. From 8 on there are
 * the values, from 12 limits and large changes, from 20 a season (of three rounds or
 * more), from 30 all.
 * Rolling and year-to-date figures are refused.
 *
 * Returns: (transfer full): the reading, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyTrend *
scrutiny_trend_new (ScrutinySeries *series, ScrutinyTrendOptions *options, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_SERIES (series), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_TREND_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (ScrutinyTrend) self = g_object_new (SCRUTINY_TYPE_TREND, NULL);
  trend_reading_clear (&self->reading);
  if (!trend_reading_init (&self->reading, series, options, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * scrutiny_trend_get_series: (get-property series)
 * @self: a reading
 *
 * Gets the series that was read.
 *
 * Returns: (transfer none): the series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_trend_get_series (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NULL);

  return self->reading.series;
}

static void
find_direction (ScrutinyTrend *self)
{
  if (g_once_init_enter (&self->direction_once)) {
    self->direction = trend_direction_find (&self->reading, &self->since);
    g_once_init_leave (&self->direction_once, 1);
  }
}

/**
 * scrutiny_trend_get_direction: (get-property direction)
 * @self: a reading
 *
 * Gets which way the figure moved: with its last shift, or throughout; else with what
 * stands out on the chart up to the last value; none where nothing does.
 *
 * Returns: the direction
 *
 * Since: 0.1
 */
ScrutinyDirection
scrutiny_trend_get_direction (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), SCRUTINY_DIRECTION_NONE);

  find_direction (self);

  return self->direction;
}

/**
 * scrutiny_trend_get_since: (get-property since)
 * @self: a reading
 *
 * Gets since when the figure is where it is now.
 *
 * Returns: (nullable): a period; `NULL` where the direction is none
 *
 * Since: 0.1
 */
const char *
scrutiny_trend_get_since (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NULL);

  find_direction (self);

  return self->since;
}

/**
 * scrutiny_trend_get_slope: (get-property slope)
 * @self: a reading
 *
 * Gets how much the figure moved a step of its calendar, over the whole of the series: see
 * [method@Slope.get_slope]. A shift is part of it.
 *
 * Returns: the slope; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_trend_get_slope (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NAN);

  return self->reading.slope ? scrutiny_slope_get_slope (self->reading.slope) : NAN;
}

/**
 * scrutiny_trend_get_slope_low: (get-property slope-low)
 * @self: a reading
 *
 * Gets the low end of what the slope may be.
 *
 * Returns: the low end; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_trend_get_slope_low (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NAN);

  return self->reading.slope ? scrutiny_slope_get_low (self->reading.slope) : NAN;
}

/**
 * scrutiny_trend_get_slope_high: (get-property slope-high)
 * @self: a reading
 *
 * Gets the high end of what the slope may be.
 *
 * Returns: the high end; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_trend_get_slope_high (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NAN);

  return self->reading.slope ? scrutiny_slope_get_high (self->reading.slope) : NAN;
}

/**
 * scrutiny_trend_get_season_strength: (get-property season-strength)
 * @self: a reading
 *
 * Gets the share of the movement around the trend that is the season's, from 0 to 1.
 * From 0.64 on the season is taken off before anything else is said.
 *
 * Returns: the strength; NaN where no season could be looked for
 *
 * Since: 0.1
 */
double
scrutiny_trend_get_season_strength (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NAN);

  return self->reading.season.seasonal ? self->reading.season.strength : NAN;
}

/**
 * scrutiny_trend_get_season_length:
 * @self: a reading
 *
 * Gets how many periods make a season; of several, the longest.
 *
 * Returns: the number of periods, 0 where no season could be looked for
 *
 * Since: 0.1
 */
guint
scrutiny_trend_get_season_length (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), 0);

  return season_get_length (&self->reading.season);
}

/**
 * scrutiny_trend_get_dependence: (get-property dependence)
 * @self: a reading
 *
 * Gets the correlation of values with the one before, of the figure without its season.
 *
 * Returns: the correlation; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_trend_get_dependence (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NAN);

  return self->reading.lag_one.r;
}

/**
 * scrutiny_trend_get_dependence_low: (get-property dependence-low)
 * @self: a reading
 *
 * Gets the low end of what the dependence may be.
 *
 * Returns: the low end; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_trend_get_dependence_low (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NAN);

  return self->reading.lag_one.low;
}

/**
 * scrutiny_trend_get_dependence_high: (get-property dependence-high)
 * @self: a reading
 *
 * Gets the high end of what the dependence may be.
 *
 * Returns: the high end; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_trend_get_dependence_high (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NAN);

  return self->reading.lag_one.high;
}

/**
 * scrutiny_trend_get_season: (get-property season)
 * @self: a reading
 *
 * Gets the series taken apart, one row a period, whether or not its season is clear.
 *
 * The columns are `i`, `period`, `label`, `value`, `trend`, `seasonal`, `remainder` and
 * `adjusted`, the value without its season. There are none where no season could be
 * looked for.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_trend_get_season (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NULL);

  if (g_once_init_enter (&self->season_once)) {
    self->season = trend_reading_make_season (&self->reading);
    g_once_init_leave (&self->season_once, 1);
  }

  return self->season;
}

/**
 * scrutiny_trend_get_no_season:
 * @self: a reading
 *
 * Gets why no season could be looked for, and so why [property@Trend:season] is empty.
 *
 * Returns: (nullable): the reason, as [method@Result.get_cannot_tell] words it; `NULL` where
 *   the series was taken apart
 *
 * Since: 0.1
 */
const char *
scrutiny_trend_get_no_season (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NULL);

  return self->reading.season.reason;
}

ScrutinyTable *
scrutiny_trend_make_points (ScrutinyTrend *self)
{
  return trend_reading_make_points (&self->reading);
}

/**
 * scrutiny_trend_get_points: (get-property points)
 * @self: a reading
 *
 * Gets the series and the limits around it, one row a period.
 *
 * The columns are `i`, `period`, `label`, `value`, `adjusted` (without its season, where
 * that is clear), `centre`, `lower`, `upper`, `widened_lower`, `widened_upper`, `piece`,
 * `marked` and `state` (as [method@Series.get_state]). Lines are worked out without the season and
 * shown with it. Where the figure shifted, or moved along one line, they follow its levels and
 * lines; `piece` counts them from 0. The widened ones allow for what neighbouring values have in
 * common, and are the plain ones where that is nothing. `marked` is 1 where a value stands out.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_trend_get_points (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NULL);

  if (g_once_init_enter (&self->points_once)) {
    self->points = scrutiny_trend_make_points (self);
    g_once_init_leave (&self->points_once, 1);
  }

  return self->points;
}

/**
 * scrutiny_trend_get_chart: (get-property chart)
 * @self: a reading
 *
 * Gets the chart of the figure without its season.
 *
 * Returns: (transfer none): the chart
 *
 * Since: 0.1
 */
ScrutinyChart *
scrutiny_trend_get_chart (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NULL);

  return self->reading.chart;
}

/**
 * scrutiny_trend_get_shifts: (get-property shifts)
 * @self: a reading
 *
 * Gets where the level or the slope changed. Of fewer than 30 values they are told only
 * if shuffling the values would seldom give a change as clear.
 *
 * Returns: (transfer none) (nullable): the shifts; `NULL` of fewer than 12 values
 *
 * Since: 0.1
 */
ScrutinyShifts *
scrutiny_trend_get_shifts (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NULL);

  return self->reading.shifts;
}

/**
 * scrutiny_trend_has_shifts:
 * @self: a reading
 *
 * Tells whether there are shifts clear enough to be told of so many values.
 *
 * Returns: whether there are
 *
 * Since: 0.1
 */
gboolean
scrutiny_trend_has_shifts (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), FALSE);

  return self->reading.has_shifts;
}

static ScrutinyMethod *
scrutiny_trend_get_method (ScrutinyResult *result)
{
  ScrutinyTrend *self = SCRUTINY_TREND (result);

  if (g_once_init_enter (&self->method_once)) {
    self->method = trend_reading_make_method (&self->reading);
    g_once_init_leave (&self->method_once, 1);
  }

  return self->method;
}

/**
 * scrutiny_trend_dup_season_json:
 * @self: a reading
 *
 * Writes what [method@Trend.get_season] holds as JSON, `scrutiny.season/1`.
 *
 * Returns: (transfer full): the JSON
 *
 * Since: 0.1
 */
char *
scrutiny_trend_dup_season_json (ScrutinyTrend *self)
{
  g_return_val_if_fail (SCRUTINY_IS_TREND (self), NULL);

  GString *out = g_string_new (NULL);
  JsonWriter writer;

  json_writer_init (&writer, out);
  json_writer_begin_object (&writer);
  trend_json_write_season (&self->reading, scrutiny_trend_get_season (self),
                           scrutiny_trend_get_method (SCRUTINY_RESULT (self)), &writer);
  json_writer_end_object (&writer);

  return g_string_free (out, FALSE);
}

static const char *
scrutiny_trend_get_cannot_tell (ScrutinyResult *result)
{
  ScrutinyTrend *self = SCRUTINY_TREND (result);

  return scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (self->reading.chart));
}

static GPtrArray *
scrutiny_trend_dup_findings (ScrutinyResult *result)
{
  ScrutinyTrend *self = SCRUTINY_TREND (result);

  if (g_once_init_enter (&self->findings_once)) {
    self->findings = trend_findings_dup (&self->reading, scrutiny_trend_get_method (result));
    g_once_init_leave (&self->findings_once, 1);
  }

  return finding_list_copy (self->findings);
}

static void
scrutiny_trend_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyTrend *self = SCRUTINY_TREND (result);

  trend_json_write (self, &self->reading, writer);
}

static void
scrutiny_trend_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_trend_get_method;
  iface->get_cannot_tell = scrutiny_trend_get_cannot_tell;
  iface->dup_findings = scrutiny_trend_dup_findings;
  iface->write_json = scrutiny_trend_write_json;
}
