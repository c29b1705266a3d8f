/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-json.h"

#include "base/columns-builder.h"
#include "challenge/wait-protection.h"

#include <math.h>

static void
write_count (const WaitReading *reading, const char *key, gsize value, JsonWriter *writer)
{
  json_writer_member_double (writer, key, wait_reading_shown (reading, value));
}

static void
write_left_out (const WaitReading *reading, JsonWriter *writer)
{
  const WaitSpans *spans = reading->spans;

  json_writer_key (writer, "left_out");
  json_writer_begin_object (writer);
  write_count (reading, "without_start", spans ? spans->n_without_start : 0, writer);
  write_count (reading, "later", spans ? spans->n_later : 0, writer);
  write_count (reading, "backwards", spans ? spans->n_backwards : 0, writer);
  write_count (reading, "outside_calendar", spans ? spans->n_outside : 0, writer);
  json_writer_end_object (writer);
}

static void
write_balance (const WaitReading *reading, gboolean told, JsonWriter *writer)
{
  const WaitBalance *balance = &reading->balance;

  json_writer_key (writer, "balance");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "days", told ? balance->days : NAN);
  json_writer_member_double (writer, "finished",
                             told && !reading->tells_balance ? NAN : (double) balance->n_finished);
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
  const gboolean hidden = reading->spans && !reading->tells_cases;

  json_writer_key (writer, "cases");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "n", hidden ? NAN : (double) cases->n_all);
  json_writer_member_double (writer, "finished", hidden ? NAN : (double) cases->n_cases);
  json_writer_member_double (writer, "again", hidden ? NAN : (double) cases->n_again);
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

  json_writer_member_string (writer, "unit",
                             reading->spans && reading->spans->working ? "working-days" : "days");
  write_count (reading, "n", reading->n, writer);
  json_writer_member_double (writer, "finished",
                             reading->spans ? wait_reading_get_finished (reading) : 0);
  json_writer_member_double (writer, "open", reading->spans ? wait_reading_get_open (reading) : 0);
  write_left_out (reading, writer);
  json_writer_member_double (writer, "mean_finished", told ? reading->mean : NAN);
  json_writer_member_double (writer, "open_half", told ? reading->open_median : NAN);
  write_balance (reading, told, writer);
  write_cases (reading, told, writer);
  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++) {
    json_writer_key (writer, keys[k]);
    columns_write_rows (tables[k], writer);
  }
}
