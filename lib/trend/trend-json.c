/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/trend-json.h"

#include "base/finding-list.h"
#include "base/method-private.h"

#include <math.h>

#define MOST_COLUMNS 8

/* The rows of a table that begins with i, period and label, as objects. */
static void
write_rows (ScrutinyTable *table, const char *const *numbers, JsonWriter *writer)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const char *const *periods = n_rows ? scrutiny_table_get_texts (table, "period") : NULL;
  const char *const *labels = n_rows ? scrutiny_table_get_texts (table, "label") : NULL;
  const double *columns[MOST_COLUMNS];

  for (guint c = 0; n_rows > 0 && numbers[c]; c++)
    columns[c] = scrutiny_table_get_doubles (table, numbers[c], NULL);
  json_writer_begin_array (writer);
  for (gsize i = 0; i < n_rows; i++) {
    json_writer_begin_object (writer);
    json_writer_key (writer, "i");
    json_writer_int (writer, (gint64) i);
    json_writer_member_string (writer, "period", periods[i]);
    json_writer_member_string (writer, "label", labels[i]);
    for (guint c = 0; numbers[c]; c++)
      json_writer_member_double (writer, numbers[c], columns[c][i]);
    json_writer_end_object (writer);
  }
  json_writer_end_array (writer);
}

static void
write_season_members (const Season *season, JsonWriter *writer)
{
  const gboolean is_there = season->seasonal != NULL;

  json_writer_key (writer, "period");
  if (is_there)
    json_writer_int (writer, (gint64) season->periods[season->n_periods - 1]);
  else
    json_writer_null (writer);
  json_writer_key (writer, "periods");
  json_writer_begin_array (writer);
  for (guint k = 0; is_there && k < season->n_periods; k++)
    json_writer_int (writer, (gint64) season->periods[k]);
  json_writer_end_array (writer);
  json_writer_member_double (writer, "strength", is_there ? season->strength : NAN);
  json_writer_member_double (writer, "trend_strength", is_there ? season->trend_strength : NAN);
  json_writer_key (writer, "taken_off");
  json_writer_boolean (writer, is_there && season->is_clear);
}

void
trend_json_write_season (const TrendReading *reading,
                         ScrutinyTable *season,
                         ScrutinyMethod *method,
                         JsonWriter *writer)
{
  static const char *const numbers[] = {
    "value", "trend", "seasonal", "remainder", "adjusted", NULL
  };

  json_writer_member_string (writer, "schema", "scrutiny.season/1");
  json_writer_member_string (writer, "cannot_tell", reading->season.reason);
  json_writer_key (writer, "n");
  json_writer_int (writer, reading->season.n);
  write_season_members (&reading->season, writer);
  json_writer_key (writer, "components");
  write_rows (season, numbers, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (method, writer);
}

static void
write_dependence (const TrendReading *reading, JsonWriter *writer)
{
  json_writer_key (writer, "dependence");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "r", reading->lag_one.r);
  json_writer_member_double (writer, "low", reading->lag_one.low);
  json_writer_member_double (writer, "high", reading->lag_one.high);
  json_writer_member_double (writer, "widening", reading->widening);
  json_writer_end_object (writer);
}

void
trend_json_write (ScrutinyTrend *trend, const TrendReading *reading, JsonWriter *writer)
{
  static const char *const numbers[] = { "value", "adjusted",      "centre",        "lower",
                                         "upper", "widened_lower", "widened_upper", NULL };
  ScrutinyResult *result = SCRUTINY_RESULT (trend);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  g_autoptr (ScrutinyTable) points = trend_reading_make_points (reading);

  json_writer_member_string (writer, "schema", "scrutiny.trend/1");
  json_writer_member_string (writer, "cannot_tell", scrutiny_result_get_cannot_tell (result));
  json_writer_key (writer, "n");
  json_writer_int (writer, reading->season.n);
  json_writer_member_string (writer, "direction",
                             scrutiny_direction_get_name (scrutiny_trend_get_direction (trend)));
  json_writer_member_string (writer, "since", scrutiny_trend_get_since (trend));
  json_writer_member_double (writer, "slope", scrutiny_trend_get_slope (trend));
  json_writer_member_double (writer, "slope_low", scrutiny_trend_get_slope_low (trend));
  json_writer_member_double (writer, "slope_high", scrutiny_trend_get_slope_high (trend));
  json_writer_key (writer, "season");
  json_writer_begin_object (writer);
  write_season_members (&reading->season, writer);
  json_writer_member_string (writer, "reason", reading->season.reason);
  json_writer_end_object (writer);
  write_dependence (reading, writer);
  json_writer_key (writer, "points");
  write_rows (points, numbers, writer);
  finding_list_write_json (findings, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (scrutiny_result_get_method (result), writer);
}
