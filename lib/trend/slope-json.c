/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/slope-json.h"

#include "base/finding-list.h"
#include "base/method-private.h"
#include "trend/step-words.h"

static void
write_dependence (const SlopeReading *reading, JsonWriter *writer)
{
  json_writer_key (writer, "dependence");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "r", reading->correlation);
  json_writer_member_double (writer, "var_s", reading->dependent.var_s);
  json_writer_member_double (writer, "z", reading->dependent.z);
  json_writer_member_double (writer, "p", reading->dependent.p);
  json_writer_member_interval (writer, "interval", reading->dependent.low, reading->dependent.high);
  json_writer_end_object (writer);
}

static void
write_period (const SlopeReading *reading, const char *key, guint i, JsonWriter *writer)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (reading->figures.series);
  g_autofree char *text = reading->n_usable ? scrutiny_timeline_dup_text (timeline, i) : NULL;

  json_writer_member_string (writer, key, text);
}

void
slope_json_write (ScrutinySlope *slope, const SlopeReading *reading, JsonWriter *writer)
{
  ScrutinyResult *result = SCRUTINY_RESULT (slope);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  const ScrutinyCalendar calendar =
      scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (reading->figures.series));

  g_autofree char *at = scrutiny_slope_dup_at (slope);

  json_writer_member_string (writer, "schema", "scrutiny.slope/1");
  json_writer_member_string (writer, "cannot_tell", scrutiny_result_get_cannot_tell (result));
  json_writer_key (writer, "n");
  json_writer_int (writer, (gint64) reading->n_values);
  write_period (reading, "first", reading->first, writer);
  write_period (reading, "last", reading->last, writer);
  json_writer_member_string (writer, "direction",
                             scrutiny_direction_get_name (scrutiny_slope_get_direction (slope)));
  json_writer_member_string (writer, "test", scrutiny_slope_get_test (slope));
  json_writer_key (writer, "places");
  json_writer_int (writer, reading->figures.n_places);
  json_writer_member_double (writer, "s", reading->s);
  json_writer_member_double (writer, "var_s", reading->plain.var_s);
  json_writer_member_double (writer, "z", reading->plain.z);
  json_writer_member_double (writer, "p", reading->plain.p);
  json_writer_key (writer, "exact");
  json_writer_boolean (writer, reading->is_exact);
  json_writer_member_double (writer, "tau", reading->tau_a);
  json_writer_member_double (writer, "tau_b", reading->tau_b);
  json_writer_member_string (writer, "at", at);
  json_writer_member_double (writer, "slope", reading->slope);
  json_writer_member_string (writer, "per", step_words_get (calendar).one);
  json_writer_member_interval (writer, "interval", reading->plain.low, reading->plain.high);
  write_dependence (reading, writer);
  finding_list_write_json (findings, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (scrutiny_result_get_method (result), writer);
}
