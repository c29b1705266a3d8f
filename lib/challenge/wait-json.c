/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-json.h"

#include "base/columns-builder.h"

#include <math.h>

static void
write_count (JsonWriter *writer, const char *key, gsize value)
{
  json_writer_key (writer, key);
  json_writer_int (writer, (gint64) value);
}

static void
write_left_out (const WaitSpans *spans, JsonWriter *writer)
{
  json_writer_key (writer, "left_out");
  json_writer_begin_object (writer);
  write_count (writer, "without_start", spans ? spans->n_without_start : 0);
  write_count (writer, "later", spans ? spans->n_later : 0);
  write_count (writer, "backwards", spans ? spans->n_backwards : 0);
  json_writer_end_object (writer);
}

static void
write_balance (const WaitReading *reading, gboolean told, JsonWriter *writer)
{
  const WaitBalance *balance = &reading->balance;

  json_writer_key (writer, "balance");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "days", told ? balance->days : NAN);
  write_count (writer, "finished", balance->n_finished);
  json_writer_member_double (writer, "mean", told ? balance->mean : NAN);
  json_writer_member_double (writer, "weekday", told ? balance->weekday : NAN);
  json_writer_member_double (writer, "expected", told ? balance->expected : NAN);
  json_writer_member_double (writer, "ratio", told ? balance->ratio : NAN);
  json_writer_member_double (writer, "deviations", told ? balance->deviations : NAN);
  json_writer_end_object (writer);
}

static void
write_cases (const WaitReading *reading, gboolean told, JsonWriter *writer)
{
  const WaitCases *cases = &reading->cases;

  json_writer_key (writer, "cases");
  json_writer_begin_object (writer);
  write_count (writer, "n", cases->n_all);
  write_count (writer, "finished", cases->n_cases);
  write_count (writer, "again", cases->n_again);
  json_writer_member_double (writer, "reported", told ? cases->reported : NAN);
  json_writer_member_double (writer, "end_to_end", told ? cases->whole : NAN);
  json_writer_member_double (writer, "ratio", told ? cases->ratio : NAN);
  json_writer_end_object (writer);
}

void
wait_json_write (const WaitReading *reading,
                 gboolean told,
                 ScrutinyTable *const *tables,
                 JsonWriter *writer)
{
  static const char *const keys[] = { "quantiles", "curve", "returns" };

  write_count (writer, "n", reading->n);
  write_count (writer, "finished", reading->n_finished);
  write_count (writer, "open", reading->n_open);
  write_left_out (reading->spans, writer);
  json_writer_member_double (writer, "mean_finished", told ? reading->mean : NAN);
  json_writer_member_double (writer, "open_half", told ? reading->open_median : NAN);
  write_balance (reading, told, writer);
  write_cases (reading, told, writer);
  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++) {
    json_writer_key (writer, keys[k]);
    columns_write_rows (tables[k], writer);
  }
}
