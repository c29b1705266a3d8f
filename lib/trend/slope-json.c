/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-json.h"

#include "base/finding-private.h"
#include "base/method-private.h"
#include "trend/step-words.h"

static void
write_text (JsonWriter *writer, const char *key, const char *text)
{
  json_writer_key (writer, key);
  json_writer_string (writer, text);
}

static void
write_number (JsonWriter *writer, const char *key, double number)
{
  json_writer_key (writer, key);
  json_writer_double (writer, number);
}

static void
write_interval (JsonWriter *writer, const SlopeChance *chance)
{
  json_writer_key (writer, "interval");
  json_writer_begin_array (writer);
  json_writer_double (writer, chance->low);
  json_writer_double (writer, chance->high);
  json_writer_end_array (writer);
}

static void
write_dependence (const SlopeReading *reading, JsonWriter *writer)
{
  json_writer_key (writer, "dependence");
  json_writer_begin_object (writer);
  write_number (writer, "r", reading->correlation);
  write_number (writer, "var_s", reading->dependent.var_s);
  write_number (writer, "z", reading->dependent.z);
  write_number (writer, "p", reading->dependent.p);
  write_interval (writer, &reading->dependent);
  json_writer_end_object (writer);
}

static void
write_period (const SlopeReading *reading, const char *key, guint i, JsonWriter *writer)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (reading->series);
  g_autofree char *text = reading->n_usable ? scrutiny_timeline_dup_text (timeline, i) : NULL;

  write_text (writer, key, text);
}

static void
write_findings (ScrutinyResult *result, JsonWriter *writer)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);

  json_writer_key (writer, "findings");
  json_writer_begin_array (writer);
  for (guint k = 0; k < findings->len; k++)
    scrutiny_finding_write_json (findings->pdata[k], writer);
  json_writer_end_array (writer);
}

void
slope_json_write (ScrutinySlope *slope, const SlopeReading *reading, JsonWriter *writer)
{
  ScrutinyResult *result = SCRUTINY_RESULT (slope);
  const ScrutinyCalendar calendar =
      scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (reading->series));

  write_text (writer, "schema", "scrutiny.slope/1");
  write_text (writer, "cannot_tell", scrutiny_result_get_cannot_tell (result));
  json_writer_key (writer, "n");
  json_writer_int (writer, reading->n_usable);
  write_period (reading, "first", reading->first, writer);
  write_period (reading, "last", reading->last, writer);
  write_text (writer, "direction",
              scrutiny_direction_get_name (scrutiny_slope_get_direction (slope)));
  write_text (writer, "test", scrutiny_slope_get_test (slope));
  write_number (writer, "s", reading->s);
  write_number (writer, "var_s", reading->plain.var_s);
  write_number (writer, "z", reading->plain.z);
  write_number (writer, "p", reading->plain.p);
  json_writer_key (writer, "exact");
  json_writer_boolean (writer, reading->is_exact);
  write_number (writer, "tau", reading->tau_a);
  write_number (writer, "tau_b", reading->tau_b);
  write_number (writer, "slope", reading->slope);
  write_text (writer, "per", step_words_get (calendar).one);
  write_interval (writer, &reading->plain);
  write_dependence (reading, writer);
  write_findings (result, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (scrutiny_result_get_method (result), writer);
}
