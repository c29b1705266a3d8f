/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/read-table.h>

#include <glib/gstdio.h>

#include "support/near.h"

static ScrutinyTable *
read_text (const char *text, gssize length, GError **error)
{
  g_autofree char *path = NULL;
  const int file = g_file_open_tmp ("read-table-XXXXXX.csv", &path, NULL);

  assert_true (file >= 0);
  g_close (file, NULL);
  assert_true (g_file_set_contents (path, text, length, NULL));
  g_autoptr (GFile) there = g_file_new_for_path (path);
  ScrutinyTable *table = scrutiny_read_table (there, NULL, error);
  g_unlink (path);

  return table;
}

static void
reads_columns_as_they_stand (void **state)
{
  g_autoptr (ScrutinyTable) table =
      read_text ("area,code,n,mixed,\nA,007,1,2,x\nB,010,..,two,y\n\n\n", -1, NULL);
  gsize n;

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (table), 2);
  assert_int_equal (scrutiny_table_get_n_columns (table), 4);
  assert_string_equal (scrutiny_table_get_texts (table, "area")[1], "B");
  assert_string_equal (scrutiny_table_get_texts (table, "code")[0], "007");
  assert_string_equal (scrutiny_table_get_texts (table, "mixed")[0], "2");
  assert_near (scrutiny_table_get_doubles (table, "n", &n)[0], 1, 0);
  assert_true (isnan (scrutiny_table_get_doubles (table, "n", &n)[1]));
}

static void
reads_a_header_alone (void **state)
{
  g_autoptr (ScrutinyTable) table = read_text ("area,n\n", -1, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (table), 0);
  assert_int_equal (scrutiny_table_get_n_columns (table), 2);
}

/* As councils publish it: a title alone in its row, and a blank one below. */
static void
passes_over_a_title (void **state)
{
  g_autoptr (ScrutinyTable) table =
      read_text ("Decisions issued in 2011,,\n,,\narea,n,of\nA,1,2\n", -1, NULL);
  g_autoptr (ScrutinyTable) one = read_text ("n\n1\n2\n", -1, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (table), 1);
  assert_string_equal (scrutiny_table_get_texts (table, "area")[0], "A");
  assert_int_equal (scrutiny_table_get_first_row (table), 4);
  assert_int_equal (scrutiny_table_get_first_row (one), 2);
  assert_near (scrutiny_table_get_doubles (table, "of", NULL)[0], 2, 0);
  assert_int_equal (scrutiny_table_get_n_rows (one), 2);
  assert_near (scrutiny_table_get_doubles (one, "n", NULL)[1], 2, 0);
}

/* printf 'area,n\nA,1\n' | gzip -n */
static void
unpacks (void **state)
{
  static const guint8 packed[] = {
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x4b, 0x2c, 0x4a, 0x4d, 0xd4, 0xc9,
    0xe3, 0x72, 0xd4, 0x31, 0xe4, 0x02, 0x00, 0x6c, 0x82, 0xf0, 0x46, 0x0b, 0x00, 0x00, 0x00,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table = read_text ((const char *) packed, (gssize) sizeof packed, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (table), 1);
  assert_near (scrutiny_table_get_doubles (table, "n", NULL)[0], 1, 0);
  assert_null (read_text ((const char *) packed, 20, &error));
  assert_non_null (error);
}

static void
refuses (void **state)
{
  g_autoptr (GError) empty = NULL, twice = NULL, missing = NULL;
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/figures.csv");

  (void) state;
  assert_null (read_text ("\n\n", -1, &empty));
  assert_true (g_error_matches (empty, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_null (read_text ("a,a\n1,2\n", -1, &twice));
  assert_true (g_error_matches (twice, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_true (g_str_has_suffix (twice->message, "row 1: two columns are called “a”; rename one"));
  assert_null (scrutiny_read_table (nowhere, NULL, &missing));
  assert_true (g_error_matches (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (reads_columns_as_they_stand),
    cmocka_unit_test (reads_a_header_alone),
    cmocka_unit_test (passes_over_a_title),
    cmocka_unit_test (unpacks),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("io/read-table", tests, NULL, NULL);
}
