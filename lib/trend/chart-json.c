/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-json.h"
#include "trend/false-alarm.h"

#include "base/method-private.h"

#define SCHEMA "scrutiny.chart/1"

static void
write_integer (JsonWriter *writer, const char *key, gint64 number)
{
  json_writer_key (writer, key);
  json_writer_int (writer, number);
}

static void
write_phases (ScrutinyTable *phases, JsonWriter *writer)
{
  static const char *const numbers[] = { "n_used",        "centre",  "sigma",       "dispersion",
                                         "useful",        "longest", "longest_max", "crossings",
                                         "crossings_min", "slope",   "screened" };
  const char *const *notes = scrutiny_table_get_texts (phases, "note");
  const char *const *firsts = scrutiny_table_get_texts (phases, "first");
  const char *const *lasts = scrutiny_table_get_texts (phases, "last");
  const gsize n_phases = scrutiny_table_get_n_rows (phases);

  json_writer_key (writer, "phases");
  json_writer_begin_array (writer);
  for (gsize k = 0; k < n_phases; k++) {
    json_writer_begin_object (writer);
    json_writer_member_string (writer, "first", firsts[k]);
    json_writer_member_string (writer, "last", lasts[k]);
    for (guint c = 0; c < G_N_ELEMENTS (numbers); c++) {
      gsize n_rows;
      json_writer_member_double (writer, numbers[c],
                                 scrutiny_table_get_doubles (phases, numbers[c], &n_rows)[k]);
    }
    json_writer_member_string (writer, "note", notes[k]);
    json_writer_end_object (writer);
  }
  json_writer_end_array (writer);
}

static void
write_points (ScrutinyTable *points, JsonWriter *writer)
{
  /* The last is there on a CUSUM chart only. */
  static const char *const numbers[] = { "value", "centre",   "lower",    "upper",      "phase",
                                         "used",  "excluded", "screened", "value_down", NULL };
  const char *const *periods = scrutiny_table_get_texts (points, "period");
  const char *const *labels = scrutiny_table_get_texts (points, "label");
  const char *const *states = scrutiny_table_get_texts (points, "state");
  const double *columns[G_N_ELEMENTS (numbers)];
  gsize n_rows = 0, n_values;

  for (guint c = 0; numbers[c]; c++)
    columns[c] = scrutiny_table_get_doubles (points, numbers[c], c == 0 ? &n_rows : &n_values);
  json_writer_key (writer, "points");
  json_writer_begin_array (writer);
  for (gsize i = 0; i < n_rows; i++) {
    json_writer_begin_object (writer);
    write_integer (writer, "i", (gint64) i);
    json_writer_member_string (writer, "period", periods[i]);
    json_writer_member_string (writer, "label", labels[i]);
    json_writer_member_string (writer, "state", states[i]);
    for (guint c = 0; numbers[c] && columns[c]; c++)
      json_writer_member_double (writer, numbers[c], columns[c][i]);
    json_writer_end_object (writer);
  }
  json_writer_end_array (writer);
}

static void
write_signal (ScrutinySignal *signal, JsonWriter *writer)
{
  gsize n_points;
  const guint *points = scrutiny_signal_get_points (signal, &n_points);

  json_writer_begin_object (writer);
  json_writer_member_string (writer, "rule", scrutiny_signal_get_rule (signal));
  json_writer_member_string (writer, "rule_set", scrutiny_signal_get_rule_set (signal));
  json_writer_member_string (writer, "direction",
                             scrutiny_direction_get_name (scrutiny_signal_get_direction (signal)));
  json_writer_member_string (writer, "first", scrutiny_signal_get_first (signal));
  json_writer_member_string (writer, "last", scrutiny_signal_get_last (signal));
  json_writer_member_string (writer, "completed", scrutiny_signal_get_completed (signal));
  json_writer_key (writer, "points");
  json_writer_begin_array (writer);
  for (gsize k = 0; k < n_points; k++)
    json_writer_int (writer, points[k]);
  json_writer_end_array (writer);
  json_writer_end_object (writer);
}

static void
write_false_alarm (const DrawnChart *self, JsonWriter *writer)
{
  g_autofree char *basis = NULL;
  const double chance =
      false_alarm_of_chart (self->drawing, self->lines, self->sets, self->n_sets, NULL, &basis);

  json_writer_key (writer, "false_alarm");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "chance", chance);
  json_writer_member_string (writer, "basis", basis);
  json_writer_end_object (writer);
}

void
chart_json_write (const DrawnChart *self,
                  ScrutinyTable *points,
                  ScrutinyTable *phases,
                  GVariant *runs,
                  ScrutinyMethod *method,
                  JsonWriter *writer)
{
  json_writer_member_string (writer, "schema", SCHEMA);
  json_writer_member_string (writer, "kind", scrutiny_chart_kind_get_name (self->drawing->kind));
  json_writer_member_string (writer, "reason", self->reason);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  write_integer (writer, "n", self->layout->n);
  write_phases (phases, writer);
  write_points (points, writer);
  json_writer_key (writer, "signals");
  json_writer_begin_array (writer);
  for (guint k = 0; k < self->signals->len; k++)
    write_signal (self->signals->pdata[k], writer);
  json_writer_end_array (writer);
  json_writer_key (writer, "runs");
  json_writer_variant (writer, runs);
  write_false_alarm (self, writer);
  json_writer_key (writer, "method");
  scrutiny_method_write_json (method, writer);
}
