/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/sqlite-store.h"

#define ROWS_BETWEEN_LOOKS 8192

static char *
dup_create (const RecordSchema *schema)
{
  GString *sql = g_string_new ("CREATE TABLE " RECORD_TABLE " (n INTEGER PRIMARY KEY");

  for (guint i = 0; i < schema->n_columns; i++)
    g_string_append_printf (sql, ", c%u", i);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static char *
dup_insert (const RecordSchema *schema)
{
  GString *sql = g_string_new ("INSERT INTO " RECORD_TABLE " VALUES (?");

  for (guint i = 0; i < schema->n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static int
bind_cell (sqlite3_stmt *insert,
           int at,
           const RecordCells *cells,
           const RecordValues *values,
           guint32 code)
{
  gsize length;
  const char *text;

  if (!values->known[code])
    return sqlite3_bind_null (insert, at);
  if (values->integers)
    return sqlite3_bind_int64 (insert, at, values->integers[code]);
  if (values->doubles)
    return sqlite3_bind_double (insert, at, values->doubles[code]);
  text = record_cells_get (cells, code, &length);

  return sqlite3_bind_text64 (insert, at, text, length, SQLITE_STATIC, SQLITE_UTF8);
}

static int
insert_row (sqlite3_stmt *insert, const RecordContent *content, guint32 row)
{
  int result = sqlite3_bind_int64 (insert, 1, (gint64) record_rows_get (content->rows, row));

  for (guint i = 0; i < content->schema->n_columns && result == SQLITE_OK; i++)
    result = bind_cell (insert, (int) i + 2, &content->cells[i], &content->values[i],
                        content->cells[i].codes[row]);
  if (result == SQLITE_OK)
    result = sqlite3_step (insert);
  sqlite3_reset (insert);

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static int
insert_rows (sqlite3_stmt *insert, const RecordContent *content, GCancellable *cancellable)
{
  int result = SQLITE_OK;

  for (guint32 row = 0; row < content->n_rows && result == SQLITE_OK; row++) {
    if (row % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
      return SQLITE_INTERRUPT;
    result = insert_row (insert, content, row);
  }

  return result;
}

static int
limit_pages (sqlite3 *db, guint64 most_bytes)
{
  sqlite3_stmt *ask = NULL;
  int size = 4096;
  int result = sqlite3_prepare_v2 (db, "PRAGMA page_size", -1, &ask, NULL);
  char sql[80];

  if (result == SQLITE_OK && sqlite3_step (ask) == SQLITE_ROW)
    size = sqlite3_column_int (ask, 0);
  sqlite3_finalize (ask);
  g_snprintf (sql, sizeof sql, "PRAGMA max_page_count = %" G_GUINT64_FORMAT,
              CLAMP (most_bytes / (guint64) size, 16, 0x7FFFFFFE));

  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

/* Nothing is kept that could be taken back: the store is either filled or dropped. */
static int
prepare (sqlite3 *db, const RecordContent *content, sqlite3_stmt **insert)
{
  g_autofree char *create = dup_create (content->schema);
  g_autofree char *sql = dup_insert (content->schema);
  int result = sqlite3_exec (db,
                             "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                             "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY",
                             NULL, NULL, NULL);

  if (result == SQLITE_OK)
    result = limit_pages (db, content->most_bytes);
  if (result == SQLITE_OK)
    result = sqlite3_exec (db, create, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_prepare_v2 (db, sql, -1, insert, NULL);

  return result;
}

gboolean
sqlite_fill (sqlite3 *db, const RecordContent *content, GCancellable *cancellable, GError **error)
{
  sqlite3_stmt *insert = NULL;
  int result = prepare (db, content, &insert);

  if (result == SQLITE_OK)
    result = insert_rows (insert, content, cancellable);
  sqlite3_finalize (insert);
  if (result == SQLITE_OK)
    result = sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    sqlite_refuse (db, result, content->origin, error);

  return FALSE;
}
