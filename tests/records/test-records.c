/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/feature.h>

#include "records/records-private.h"
#include "support/record-rows.h"
#include "support/rows.h"

#include <glib/gstdio.h>

#include <math.h>

static const char *const cases = "id,Opened,Days,Seen,Ward\n"
                                 "a1,13/04/2024,12,true,North\n"
                                 "a2,14/04/2024,,false,South\n"
                                 "a3,31/02/2024,7.5,,North\n";

static void
assert_error (GError *error, int code, const char *message)
{
  assert_non_null (error);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, code));
  assert_string_equal (error->message, message);
}

static void
decides_kinds (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = record_rows (cases, NULL, &error);
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) notes = NULL;

  assert_null (error);
  names = scrutiny_records_dup_names (records);
  notes = scrutiny_records_dup_notes (records);
  assert_int_equal (scrutiny_records_get_n_rows (records), 3);
  assert_int_equal (g_strv_length (names), 5);
  assert_string_equal (names[1], "Opened");
  assert_string_equal (scrutiny_records_get_kind (records, "id"), "text");
  assert_string_equal (scrutiny_records_get_kind (records, "opened"), "date");
  assert_string_equal (scrutiny_records_get_kind (records, "Days"), "number");
  assert_string_equal (scrutiny_records_get_kind (records, "Seen"), "truth");
  assert_null (scrutiny_records_get_kind (records, "Closed"));
  assert_string_equal (notes[0],
                       "cases.csv: 3 rows; numbers: “Days”; dates: “Opened” (day/month/year); true "
                       "or false: “Seen”; texts: “id”, “Ward”");
  assert_string_equal (notes[1],
                       "cases.csv, column “Opened”: row 4: there is no such day; read as missing");
  assert_null (notes[2]);
}

static void
keeps_every_cell (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = record_rows (cases, NULL, &error);
  g_autoptr (RecordScan) scan = scrutiny_records_scan (
      records, "SELECT n, c0, c1, c2, c3 FROM records", NULL, 0, NULL, NULL, &error);

  assert_null (error);
  assert_true (record_scan_next (scan, &error));
  assert_int_equal (record_scan_get_integer (scan, 0), 2);
  assert_string_equal (record_scan_get_text (scan, 1), "a1");
  assert_int_equal (record_scan_get_integer (scan, 2), 19826);
  assert_true (record_scan_get_number (scan, 3) == 12);
  assert_int_equal (record_scan_get_integer (scan, 4), 1);
  assert_true (record_scan_next (scan, &error));
  assert_false (record_scan_is_known (scan, 3));
  assert_true (record_scan_is_known (scan, 4));
  assert_true (record_scan_next (scan, &error));
  assert_false (record_scan_is_known (scan, 2));
  assert_true (record_scan_get_number (scan, 3) == 7.5);
  assert_false (record_scan_is_known (scan, 4));
  assert_false (record_scan_next (scan, &error));
  assert_null (error);
}

static void
takes_parameters (void **state)
{
  const RecordParameter parameters[] = { { "North", 0 }, { NULL, 8 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = record_rows (cases, NULL, &error);
  g_autoptr (RecordScan) scan = scrutiny_records_scan (
      records, "SELECT n FROM records WHERE c4 = ? AND c2 < ?", parameters, 2, NULL, NULL, &error);

  assert_true (record_scan_next (scan, &error));
  assert_int_equal (record_scan_get_integer (scan, 0), 4);
  assert_false (record_scan_next (scan, &error));
}

static const struct refused {
  const char *label;
  const char *csv;
  const char *column; /* with @kind */
  const char *kind;
  const char *order;
  int code;
  const char *message;
} refused[] = {
  { "two columns of one name", "a,b,a\n1,2,3\n", NULL, NULL, NULL, SCRUTINY_ERROR_MISMATCH,
    "cases.csv, column “a”: two columns have this name; rename one" },
  { "a column that is not there", "a,b\n1,2\n", "c", "number", NULL, SCRUTINY_ERROR_NOT_FOUND,
    "cases.csv, column “c”: there is no such column; there are “a”, “b”" },
  { "a kind that there is not", "a\n1\n", "a", "integer", NULL, SCRUTINY_ERROR_NOT_FOUND,
    "cases.csv, column “a”: no such kind; there are text, number, date, date-time and truth" },
  { "an order that there is not", "a\n1\n", NULL, NULL, "dmy", SCRUTINY_ERROR_NOT_FOUND,
    "Date order: there are day-first and month-first" },
};

static void
refuses_known_input (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();

  if (row->column)
    scrutiny_records_options_set_kind (options, row->column, row->kind);
  scrutiny_records_options_set_date_order (options, row->order);
  assert_null (record_rows (row->csv, options, &error));
  assert_error (error, row->code, row->message);
}

static void
follows_options (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (ScrutinyRecords) records = NULL;

  scrutiny_records_options_set_date_order (options, "month-first");
  scrutiny_records_options_set_kind (options, "n", "text");
  scrutiny_records_options_set_suppress_below (options, 10);
  records = record_rows ("d,n\n03/04/2024,1\n", options, &error);
  assert_string_equal (scrutiny_records_get_kind (records, "d"), "date");
  assert_string_equal (scrutiny_records_get_kind (records, "n"), "text");
  assert_int_equal (scrutiny_records_get_suppress_below (records), 10);
}

static void
refuses_too_many_rows (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();

  scrutiny_records_options_set_most_rows (options, 2);
  assert_null (record_rows (cases, options, &error));
  assert_error (error, SCRUTINY_ERROR_LIMIT,
                "cases.csv: more than 2 rows; give only those that are needed, or allow more");
}

static RecordsBuilder *
many_rows (guint n, ScrutinyRecordsOptions *options, GError **error)
{
  static const char *const names[] = { "a" };
  g_autoptr (RecordsBuilder) builder = records_builder_new ("big.csv", names, 1, options, error);

  for (guint i = 0; i < n; i++) {
    char text[64];

    g_snprintf (text, sizeof text, "a text as long as it takes, %u", i);
    records_builder_add (builder, 0, text, strlen (text));
    if (!records_builder_end_row (builder, i + 2, error))
      return NULL;
  }

  return g_steal_pointer (&builder);
}

static void
refuses_too_many_bytes (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();

  scrutiny_records_options_set_most_bytes (options, 100000);
  assert_null (many_rows (10000, options, &error));
  assert_error (error, SCRUTINY_ERROR_LIMIT,
                "big.csv: reading its rows takes more memory than it may; give only the columns "
                "that are needed, or allow more");
}

/* The store holds a copy, and may take no more than the reading did. */
static void
refuses_a_store_that_is_too_large (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (RecordsBuilder) builder = NULL;

  scrutiny_records_options_set_most_bytes (options, 65536);
  builder = many_rows (4000, options, &error);
  assert_non_null (builder);
  assert_null (records_builder_end (builder, NULL, &error));
  assert_error (error, SCRUTINY_ERROR_LIMIT,
                "big.csv: its rows take more room than they may; give a file to keep them in, or "
                "only the columns that are needed");
}

static void
stops_when_told (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RecordsBuilder) builder = many_rows (10, NULL, &error);

  g_cancellable_cancel (cancellable);
  assert_null (records_builder_end (builder, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

/* More columns than rows go in at once, and rows that fill no whole block. */
static void
keeps_a_wide_table (void **state)
{
  g_autoptr (GString) csv = g_string_new ("c0");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (RecordScan) scan = NULL;
  guint n = 0;

  for (guint i = 1; i < 1900; i++)
    g_string_append_printf (csv, ",c%u", i);
  for (guint row = 0; row < 37; row++) {
    g_string_append_printf (csv, "\n%u", row);
    for (guint i = 1; i < 1900; i++)
      g_string_append_printf (csv, ",%u", row * i);
  }
  records = record_rows (csv->str, NULL, &error);
  assert_null (error);
  scan = scrutiny_records_scan (records, "SELECT n, c0, c1899 FROM records", NULL, 0, NULL, NULL,
                                &error);
  for (; record_scan_next (scan, &error); n++) {
    assert_int_equal (record_scan_get_integer (scan, 0), n + 2);
    assert_int_equal (record_scan_get_integer (scan, 1), n);
    assert_int_equal (record_scan_get_integer (scan, 2), n * 1899);
  }
  assert_int_equal (n, 37);
}

/* Row numbers are those of the file: blank rows count, but are not kept. */
static void
counts_rows_of_the_file (void **state)
{
  static const char *const names[] = { "a" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RecordsBuilder) builder = records_builder_new ("f.csv", names, 1, NULL, &error);
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (RecordScan) scan = NULL;

  records_builder_add (builder, 0, "1", 1);
  assert_true (records_builder_end_row (builder, 2, &error));
  records_builder_add (builder, 0, "2", 1);
  assert_true (records_builder_end_row (builder, 7, &error));
  records = records_builder_end (builder, NULL, &error);
  scan = scrutiny_records_scan (records, "SELECT n FROM records", NULL, 0, NULL, NULL, &error);
  assert_true (record_scan_next (scan, &error));
  assert_int_equal (record_scan_get_integer (scan, 0), 2);
  assert_true (record_scan_next (scan, &error));
  assert_int_equal (record_scan_get_integer (scan, 0), 7);
}

static void
takes_a_table (void **state)
{
  const double days[] = { 3, NAN, -0.5 };
  const char *const wards[] = { "North", "", "2024-01-01", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (days, sizeof days);
  g_autoptr (ScrutinyTable) bare = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one = scrutiny_table_copy_with_doubles (bare, "days", bytes, &error);
  g_autoptr (ScrutinyTable) two = scrutiny_table_copy_with_texts (one, "ward", wards, &error);
  g_autoptr (ScrutinyRecords) records = scrutiny_records_new_from_table (two, NULL, NULL, &error);
  g_autoptr (ScrutinyRecords) again = scrutiny_records_new_from_table (two, NULL, NULL, &error);

  assert_null (error);
  assert_int_equal (scrutiny_records_get_n_rows (records), 3);
  assert_string_equal (scrutiny_records_get_kind (records, "days"), "number");
  assert_string_equal (scrutiny_records_get_kind (records, "ward"), "text");
  assert_int_equal (strlen (scrutiny_records_get_hash (records)), 64);
  assert_string_equal (scrutiny_records_get_hash (records), scrutiny_records_get_hash (again));
}

static void
refuses_what_is_not_finite (void **state)
{
  const double days[] = { 3, INFINITY };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (days, sizeof days);
  g_autoptr (ScrutinyTable) bare = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) table = scrutiny_table_copy_with_doubles (bare, "days", bytes, &error);

  assert_null (scrutiny_records_new_from_table (table, NULL, NULL, &error));
  assert_error (error, SCRUTINY_ERROR_OUT_OF_RANGE,
                "The table, row 2, column “days”: not a finite number; leave it missing");
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) bare = g_object_new (SCRUTINY_TYPE_RECORDS, NULL);
  g_auto (GStrv) names = scrutiny_records_dup_names (bare);
  g_auto (GStrv) notes = scrutiny_records_dup_notes (bare);
  guint64 n_rows;
  guint least;

  g_object_get (bare, "n-rows", &n_rows, "suppress-below", &least, NULL);
  assert_int_equal (n_rows, 0);
  assert_int_equal (least, 5);
  assert_null (names[0]);
  assert_null (notes[0]);
  assert_string_equal (scrutiny_records_get_hash (bare), "");
  assert_null (scrutiny_records_scan (bare, "SELECT n FROM records", NULL, 0, NULL, NULL, &error));
  assert_error (error, SCRUTINY_ERROR_NOT_FOUND, "Records: there are none");
}

/* A file is made for the rows, holds them, and goes with them. */
static void
keeps_rows_in_a_file (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("records-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  ScrutinyRecords *records;
  RecordScan *scan;
  GStatBuf found;

  scrutiny_records_options_set_keep_in (options, file);
  records = record_rows (cases, options, &error);
  assert_null (error);
  assert_int_equal (g_stat (path, &found), 0);
  assert_int_equal (found.st_mode & 0777, 0600);
  scan = scrutiny_records_scan (records, "SELECT c4 FROM records", NULL, 0, NULL, NULL, &error);
  assert_true (record_scan_next (scan, &error));
  assert_string_equal (record_scan_get_text (scan, 0), "North");
  record_scan_free (scan);

  assert_null (record_rows (cases, options, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS));
  g_object_unref (records);
  assert_int_not_equal (g_stat (path, &found), 0);
  assert_int_equal (g_rmdir (folder), 0);
}

static void
says_what_was_not_built (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (record_rows (cases, NULL, &error));
  assert_error (
      error, SCRUTINY_ERROR_NOT_BUILT,
      "cases.csv: this library was built without records (SQLite); use one that has them");
}

int
main (void)
{
  static const struct CMUnitTest unbuilt[] = { cmocka_unit_test (says_what_was_not_built) };
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (decides_kinds),
    cmocka_unit_test (keeps_every_cell),
    cmocka_unit_test (takes_parameters),
    cmocka_unit_test (follows_options),
    cmocka_unit_test (refuses_too_many_rows),
    cmocka_unit_test (refuses_too_many_bytes),
    cmocka_unit_test (refuses_a_store_that_is_too_large),
    cmocka_unit_test (stops_when_told),
    cmocka_unit_test (keeps_a_wide_table),
    cmocka_unit_test (counts_rows_of_the_file),
    cmocka_unit_test (takes_a_table),
    cmocka_unit_test (refuses_what_is_not_finite),
    cmocka_unit_test (is_valid_when_bare),
    cmocka_unit_test (keeps_rows_in_a_file),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (refused) + G_N_ELEMENTS (others)];

  if (!scrutiny_has_feature ("records"))
    return cmocka_run_group_tests_name ("records/records", unbuilt, NULL, NULL);
  add_rows (tests, refuses_known_input, refused, G_N_ELEMENTS (refused), sizeof *refused);
  memcpy (tests + G_N_ELEMENTS (refused), others, sizeof others);

  return cmocka_run_group_tests_name ("records/records", tests, NULL, NULL);
}
