/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/sqlite-store.h"

#include <scrutiny/error.h>

#include "support/rows.h"

#include <glib/gstdio.h>

#include <string.h>

#define N_ROWS 2000

/* A store of one column with the numbers from 0. */
static RecordStore *
make_store (const char *path)
{
  static const char *const names[] = { "a" };
  g_autoptr (RecordSchema) schema = record_schema_new (names, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  RecordCells cells;
  RecordValues values;
  RecordRows rows;
  RecordStore *store;

  record_cells_init (&cells, 1);
  record_rows_init (&rows);
  for (guint32 i = 0; i < N_ROWS; i++) {
    char text[16];

    record_cells_add (&cells, text, (gsize) g_snprintf (text, sizeof text, "%u", i));
    record_rows_put (&rows, i, i + 2);
  }
  record_values_read (&values, &cells, &(RecordAsked){ 0 },
                      &(RecordNotes){ "f.csv", "a", &rows, said });
  store = record_store_new (
      &(RecordContent){ "f.csv", schema, &cells, &values, &rows, N_ROWS, path, 64 * 1024 * 1024 },
      NULL, &error);
  assert_null (error);
  record_values_clear (&values);
  record_cells_clear (&cells);
  record_rows_clear (&rows);

  return store;
}

/* Each is asked of the handle itself, as if everything before it had failed. */
static const struct hostile {
  const char *label;
  const char *sql;
} hostile[] = {
  { "write a row", "INSERT INTO records VALUES (99999, 1)" },
  { "change a row", "UPDATE records SET c0 = 1" },
  { "take rows away", "DELETE FROM records" },
  { "take the table away", "DROP TABLE records" },
  { "make a table", "CREATE TABLE t (a)" },
  { "make a temporary table", "CREATE TEMP TABLE t (a)" },
  { "make a view", "CREATE TEMP VIEW v AS SELECT 1" },
  { "make a trigger", "CREATE TEMP TRIGGER t AFTER INSERT ON records BEGIN SELECT 1; END" },
  { "make a virtual table", "CREATE VIRTUAL TABLE temp.t USING fts5 (a)" },
  { "add a column", "ALTER TABLE records ADD COLUMN b" },
  { "open another file", "ATTACH '/etc/passwd' AS other" },
  { "open another memory", "ATTACH ':memory:' AS other" },
  { "close", "DETACH main" },
  { "copy itself into a file", "VACUUM INTO 'scrutiny-must-not-be.db' " },
  { "load an extension", "SELECT load_extension ('x.so')" },
  { "read a file", "SELECT readfile ('/etc/passwd')" },
  { "write a file", "SELECT writefile ('scrutiny-must-not-be.db', 'x')" },
  { "see the schema", "SELECT * FROM sqlite_schema" },
  { "see it by its old name", "SELECT * FROM sqlite_master" },
  { "see its temporary one", "SELECT * FROM sqlite_temp_schema" },
  { "read the pages", "SELECT * FROM dbstat" },
  { "ask for what it was built with", "SELECT * FROM pragma_compile_options" },
  { "change how it works", "PRAGMA query_only = OFF" },
  { "ask how it works", "PRAGMA database_list" },
  { "write to its schema", "PRAGMA writable_schema = ON" },
  { "begin", "BEGIN" },
  { "come back to an earlier state", "SAVEPOINT s" },
  { "look at everything", "ANALYZE" },
  { "allocate", "SELECT zeroblob (1000000000)" },
  { "allocate by doubling", "SELECT printf ('%1000000000d', 1)" },
  { "allocate by hex", "SELECT hex (randomblob (100000000))" },
  { "go on for ever", "WITH RECURSIVE t (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) "
                      "SELECT count (*) FROM t" },
  { "aggregate", "SELECT group_concat (c0) FROM records" },
  { "match a pattern", "SELECT c0 LIKE '%1%' FROM records" },
  { "match a long pattern", "SELECT c0 GLOB '*1*' FROM records" },
  { "ask for the version", "SELECT sqlite_version ()" },
  { "leave it to chance", "SELECT random ()" },
  { "ask for the time", "SELECT datetime ('now')" },
  { "read JSON", "SELECT json ('[]')" },
  { "a table of JSON", "SELECT * FROM json_each ('[1]')" },
  { "count without end", "SELECT * FROM generate_series (1, 1000000000)" },
  { "two at once", "SELECT c0 FROM records UNION SELECT 1" },
  { "another table", "SELECT a FROM secrets" },
};

static void
refuses_known_statement (void **state)
{
  const struct hostile *row = *state;
  RecordStore *store = make_store (NULL);
  sqlite3 *db = sqlite_store_get_handle (store);
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, row->sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  assert_int_not_equal (result, SQLITE_OK);
  assert_int_not_equal (result, SQLITE_ROW);
  assert_int_not_equal (result, SQLITE_DONE);
  sqlite3_finalize (statement);
  assert_int_equal (sqlite3_total_changes (db), N_ROWS);
  assert_false (g_file_test ("scrutiny-must-not-be.db", G_FILE_TEST_EXISTS));
  record_store_free (store);
}

static void
answers_a_plain_question (void **state)
{
  RecordStore *store = make_store (NULL);
  g_autoptr (GError) error = NULL;
  RecordScan *scan = record_store_scan (
      store,
      &(RecordQuestion){ .sql = "SELECT coalesce (abs (c0 - 5), 0) FROM records WHERE c0 >= 3" },
      NULL, &error);
  guint n = 0;

  assert_null (error);
  while (record_scan_next (scan, &error))
    n++;
  assert_null (error);
  assert_int_equal (n, N_ROWS - 3);
  record_scan_free (scan);
  record_store_free (store);
}

/* The rows paired with themselves three times: eight thousand million steps. */
static const char *const endless =
    "SELECT a.c0 FROM records a, records b, records c WHERE a.c0 + b.c0 + c.c0 < 0";

static void
stops_after_its_time (void **state)
{
  RecordStore *store = make_store (NULL);
  g_autoptr (GError) error = NULL;
  RecordScan *scan =
      record_store_scan (store, &(RecordQuestion){ .sql = endless, .seconds = 0.05 }, NULL, &error);

  assert_non_null (scan);
  assert_false (record_scan_next (scan, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  assert_string_equal (error->message,
                       "f.csv: stopped after 0.05 seconds; ask for less, or allow more time");
  record_scan_free (scan);
  record_store_free (store);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
stops_when_told (void **state)
{
  RecordStore *store = make_store (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  RecordScan *scan =
      record_store_scan (store, &(RecordQuestion){ .sql = endless }, cancellable, &error);

  assert_false (record_scan_next (scan, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_thread_join (thread);
  record_scan_free (scan);
  record_store_free (store);
}

static void
refuses_to_nest_for_ever (void **state)
{
  RecordStore *store = make_store (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (sql, '(');
  g_string_append (sql, "c0");
  for (guint i = 0; i < 10000; i++)
    g_string_append_c (sql, ')');
  g_string_append (sql, " FROM records");
  assert_null (record_store_scan (store, &(RecordQuestion){ .sql = sql->str }, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
  record_store_free (store);
}

/* What is kept in a file cannot be written either, and the file cannot be a link elsewhere. */
static void
reads_a_file_only (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("records-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "rows.db", NULL);
  RecordStore *store = make_store (path);
  sqlite3 *db = sqlite_store_get_handle (store);

  assert_int_equal (sqlite3_db_readonly (db, "main"), 1);
  sqlite3_set_authorizer (db, NULL, NULL);
  assert_int_not_equal (sqlite3_exec (db, "DELETE FROM records", NULL, NULL, NULL), SQLITE_OK);
  record_store_free (store);
  assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_int_equal (g_rmdir (folder), 0);
}

/* Even without the authorizer nothing in memory can be changed. */
static void
is_read_only_all_the_same (void **state)
{
  RecordStore *store = make_store (NULL);
  sqlite3 *db = sqlite_store_get_handle (store);

  sqlite3_set_authorizer (db, NULL, NULL);
  assert_int_not_equal (sqlite3_exec (db, "DELETE FROM records", NULL, NULL, NULL), SQLITE_OK);
  assert_int_not_equal (sqlite3_exec (db, "ATTACH ':memory:' AS x", NULL, NULL, NULL), SQLITE_OK);
  record_store_free (store);
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (answers_a_plain_question), cmocka_unit_test (stops_after_its_time),
    cmocka_unit_test (stops_when_told),          cmocka_unit_test (refuses_to_nest_for_ever),
    cmocka_unit_test (reads_a_file_only),        cmocka_unit_test (is_read_only_all_the_same),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (hostile) + G_N_ELEMENTS (others)];

  add_rows (tests, refuses_known_statement, hostile, G_N_ELEMENTS (hostile), sizeof *hostile);
  memcpy (tests + G_N_ELEMENTS (hostile), others, sizeof others);

  return cmocka_run_group_tests_name ("records/sqlite-store", tests, NULL, NULL);
}
