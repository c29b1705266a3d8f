/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/records-tables.h>

#include "support/near.h"
#include "support/record-rows.h"

#include <math.h>

static const char *const cases = "id,Opened,days,Seen at,Ward name\n"
                                 "a1,2024-04-13,12,2024-04-13T09:30,North\n"
                                 "a2,2024-04-14,,1969-12-31T23:59:59,South\n"
                                 "a3,,-7.5,,North\n"
                                 "a4,2024-04-15,0,2024-05-13T00:00,\n";

static ScrutinyRecords *
make (const char *csv, guint suppress_below)
{
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  scrutiny_records_options_set_suppress_below (options, suppress_below);
  records = record_rows (csv, options, &error);
  assert_null (error);

  return records;
}

static void
assert_doubles (ScrutinyTable *table, const char *name, const double *expected, gsize n)
{
  gsize n_rows;
  const double *values = scrutiny_table_get_doubles (table, name, &n_rows);

  assert_non_null (values);
  assert_int_equal (n_rows, n);
  for (gsize i = 0; i < n; i++)
    assert_true (values[i] == expected[i] || (isnan (values[i]) && isnan (expected[i])));
}

static void
assert_texts (ScrutinyTable *table, const char *name, const char *expected)
{
  g_autofree char *joined = g_strjoinv (";", (GStrv) scrutiny_table_get_texts (table, name));

  assert_string_equal (joined, expected);
}

static void
gives_columns (void **state)
{
  static const char *const columns[] = { "days",     "Opened",   "\"Seen at\"", "\"Ward name\"",
                                         "days > 0", "days * 2", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 5);
  g_autoptr (ScrutinyTable) table =
      scrutiny_records_dup_table (records, columns, NULL, NULL, &error);

  assert_null (error);
  assert_doubles (table, "days", (double[]){ 12, NAN, -7.5, 0 }, 4);
  assert_doubles (table, "days > 0", (double[]){ 1, NAN, 0, 0 }, 4);
  assert_doubles (table, "days * 2", (double[]){ 24, NAN, -15, 0 }, 4);
  assert_texts (table, "Opened", "2024-04-13;2024-04-14;;2024-04-15");
  assert_texts (table, "Seen at", "2024-04-13T09:30:00;1969-12-31T23:59:59;;2024-05-13T00:00:00");
  assert_texts (table, "Ward name", "North;South;North;");
}

static void
gives_some_rows (void **state)
{
  static const char *const columns[] = { "id", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 5);
  g_autoptr (ScrutinyTable) table =
      scrutiny_records_dup_table (records, columns, "\"Ward name\" = 'North'", NULL, &error);
  g_autoptr (ScrutinyTable) none =
      scrutiny_records_dup_table (records, columns + 1, NULL, NULL, &error);

  assert_null (error);
  assert_texts (table, "id", "a1;a3");
  assert_int_equal (scrutiny_table_get_n_columns (none), 0);
}

static void
refuses_what_is_not_there (void **state)
{
  static const char *const columns[] = { "wards", NULL };
  g_autoptr (GError) error = NULL, other = NULL, step = NULL, text = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 5);

  assert_null (scrutiny_records_dup_table (records, columns, NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_null (scrutiny_records_dup_groups (records, "id", "days", NULL, &other));
  assert_true (g_error_matches (other, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_null (scrutiny_records_dup_spread (records, "days", 0, NULL, NULL, NULL, &step));
  assert_true (g_error_matches (step, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
  assert_null (scrutiny_records_dup_spread (records, "id", 1, NULL, NULL, NULL, &text));
  assert_true (g_error_matches (text, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
}

static void
stops_when_told (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) csv = g_string_new ("a\n");
  g_autoptr (ScrutinyRecords) records = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (csv, "%u\n", i);
  records = make (csv->str, 0);
  g_cancellable_cancel (cancellable);
  assert_null (scrutiny_records_dup_groups (records, "a", NULL, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

/* A line of @n rows of @text. */
static void
append (GString *csv, const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, "%s\n", text);
}

static void
puts_small_groups_together (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) csv = g_string_new ("ward,x\n");
  g_autoptr (ScrutinyRecords) all = NULL, shown = NULL;
  g_autoptr (ScrutinyTable) plain = NULL, safe = NULL;

  append (csv, "c,1", 4);
  append (csv, "b,1", 7);
  append (csv, ",1", 6);
  append (csv, "a,1", 9);
  all = make (csv->str, 0);
  shown = make (csv->str, 5);
  plain = scrutiny_records_dup_groups (all, "ward", NULL, NULL, &error);
  assert_texts (plain, "group", "a;b;;c");
  assert_doubles (plain, "n", (double[]){ 9, 7, 6, 4 }, 4);
  /* One small group alone would be had from the total: the next larger goes with it. */
  safe = scrutiny_records_dup_groups (shown, "ward", NULL, NULL, &error);
  assert_texts (safe, "group", "a;b;(2 smaller groups)");
  assert_doubles (safe, "n", (double[]){ 9, 7, 10 }, 3);
}

static void
withholds_what_is_small_altogether (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 5);
  g_autoptr (ScrutinyTable) groups =
      scrutiny_records_dup_groups (records, "\"Ward name\"", NULL, NULL, &error);
  g_autoptr (ScrutinyTable) spread =
      scrutiny_records_dup_spread (records, "days", 1, NULL, NULL, NULL, &error);

  assert_null (error);
  assert_int_equal (scrutiny_table_get_n_rows (groups), 0);
  assert_int_equal (scrutiny_table_get_n_rows (spread), 0);
}

static void
counts_steps (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = make (cases, 0);
  g_autoptr (ScrutinyTable) spread =
      scrutiny_records_dup_spread (records, "days", 5, NULL, NULL, NULL, &error);
  g_autoptr (ScrutinyTable) by =
      scrutiny_records_dup_spread (records, "days", 1, "\"Ward name\"", "days >= 0", NULL, &error);

  assert_null (error);
  assert_doubles (spread, "from", (double[]){ -10, 0, 10 }, 3);
  assert_doubles (spread, "to", (double[]){ -5, 5, 15 }, 3);
  assert_doubles (spread, "n", (double[]){ 1, 1, 1 }, 3);
  assert_texts (by, "by", "North;");
  assert_doubles (by, "from", (double[]){ 12, 0 }, 2);
}

static void
puts_small_steps_together (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) csv = g_string_new ("days,ward\n");
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (ScrutinyTable) spread = NULL, by = NULL;

  append (csv, "1,a", 2);
  append (csv, "2,a", 2);
  append (csv, "4,a", 1);
  append (csv, "5,a", 6);
  append (csv, "9,a", 3);
  append (csv, "1,b", 4);
  append (csv, "1,d", 3);
  append (csv, "7,d", 6);
  append (csv, "2,c", 5);
  records = make (csv->str, 5);
  spread = scrutiny_records_dup_spread (records, "days", 1, NULL, "ward = 'a'", NULL, &error);
  assert_doubles (spread, "from", (double[]){ 1, 5 }, 2);
  assert_doubles (spread, "to", (double[]){ 5, 10 }, 2);
  assert_doubles (spread, "n", (double[]){ 5, 9 }, 2);
  by = scrutiny_records_dup_spread (records, "days", 1, "ward", NULL, NULL, &error);
  /* Group b is small, and would be had from the total: c goes with it. */
  assert_texts (by, "by", "a;a;d");
  assert_doubles (by, "to", (double[]){ 5, 10, 8 }, 3);
  assert_doubles (by, "n", (double[]){ 5, 9, 9 }, 3);
}

static void
asks_nothing_of_bare_records (void **state)
{
  static const char *const columns[] = { "1", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) bare = g_object_new (SCRUTINY_TYPE_RECORDS, NULL);

  assert_null (scrutiny_records_dup_table (bare, columns, NULL, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_columns),
    cmocka_unit_test (gives_some_rows),
    cmocka_unit_test (refuses_what_is_not_there),
    cmocka_unit_test (stops_when_told),
    cmocka_unit_test (puts_small_groups_together),
    cmocka_unit_test (withholds_what_is_small_altogether),
    cmocka_unit_test (counts_steps),
    cmocka_unit_test (puts_small_steps_together),
    cmocka_unit_test (asks_nothing_of_bare_records),
  };

  return cmocka_run_group_tests_name ("records/records-tables", tests, NULL, NULL);
}
