/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/sqlite-store.h"

#define ROWS_BETWEEN_LOOKS 8192
#define MOST_AT_ONCE 16
#define MOST_PARAMETERS 32000 /* SQLite's own is 32,766 */

static char *
dup_create (const RecordSchema *schema)
{
  GString *sql = g_string_new ("CREATE TABLE " RECORD_TABLE " (n INTEGER PRIMARY KEY");

  for (guint i = 0; i < schema->n_columns; i++)
    g_string_append_printf (sql, ", c%u", i);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

/* As many rows at once as there is something to be gained by. */
static guint
count_at_once (const RecordSchema *schema)
{
  return CLAMP (MOST_PARAMETERS / (schema->n_columns + 1), 1, MOST_AT_ONCE);
}

static char *
dup_insert (const RecordSchema *schema, guint n_rows)
{
  GString *sql = g_string_new ("INSERT INTO " RECORD_TABLE " VALUES ");

  for (guint row = 0; row < n_rows; row++) {
    g_string_append (sql, row ? ", (?" : "(?");
    for (guint i = 0; i < schema->n_columns; i++)
      g_string_append (sql, ", ?");
    g_string_append_c (sql, ')');
  }

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
bind_row (sqlite3_stmt *insert, guint at, const RecordContent *content, guint32 row)
{
  const guint n_columns = content->schema->n_columns;
  const int first = (int) (at * (n_columns + 1)) + 1;
  int result = sqlite3_bind_int64 (insert, first, (gint64) record_rows_get (content->rows, row));

  for (guint i = 0; i < n_columns && result == SQLITE_OK; i++)
    result = bind_cell (insert, first + 1 + (int) i, &content->cells[i], &content->values[i],
                        content->cells[i].codes[row]);

  return result;
}

/* @n_rows of them from @first, which is as many as @insert takes. */
static int
insert_block (sqlite3_stmt *insert, const RecordContent *content, guint32 first, guint n_rows)
{
  int result = SQLITE_OK;

  for (guint i = 0; i < n_rows && result == SQLITE_OK; i++)
    result = bind_row (insert, i, content, first + i);
  if (result == SQLITE_OK)
    result = sqlite3_step (insert);
  sqlite3_reset (insert);

  return result == SQLITE_DONE ? SQLITE_OK : result;
}

/* The rows from @row on, as long as they fill whole blocks. */
static int
insert_rows (sqlite3 *db,
             const RecordContent *content,
             guint n_at_once,
             guint32 *row,
             GCancellable *cancellable)
{
  g_autofree char *sql = dup_insert (content->schema, n_at_once);
  sqlite3_stmt *insert = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &insert, NULL);

  for (; *row + n_at_once <= content->n_rows && result == SQLITE_OK; *row += n_at_once) {
    if (*row % ROWS_BETWEEN_LOOKS < n_at_once && g_cancellable_is_cancelled (cancellable))
      result = SQLITE_INTERRUPT;
    else
      result = insert_block (insert, content, *row, n_at_once);
  }
  sqlite3_finalize (insert);

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
prepare (sqlite3 *db, const RecordContent *content)
{
  g_autofree char *create = dup_create (content->schema);
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

  return result;
}

gboolean
sqlite_fill (sqlite3 *db, const RecordContent *content, GCancellable *cancellable, GError **error)
{
  int result = prepare (db, content);
  guint32 row = 0;

  if (result == SQLITE_OK)
    result = insert_rows (db, content, count_at_once (content->schema), &row, cancellable);
  if (result == SQLITE_OK)
    result = insert_rows (db, content, 1, &row, cancellable);
  if (result == SQLITE_OK)
    result = sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    sqlite_refuse (db, result, content->origin, error);

  return FALSE;
}
