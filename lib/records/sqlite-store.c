/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/sqlite-store.h"

#include <scrutiny/error.h>

#include <glib/gstdio.h>

#include <string.h>

#include "base/number.h"
#include "records/expression-sqlite.h"
#include "records/record-value.h"

#define STEPS_BETWEEN_LOOKS 20000

typedef struct {
  RecordStore parent;
  GMutex mutex; /* held while a question is under way */
  sqlite3 *db;
  WorkingCalendar *calendar; /* for a question that brings none */
  char *origin;
  char *path; /* removed with the store; NULL: in memory */
} SqliteStore;

typedef struct {
  RecordScan parent;
  SqliteStore *store;
  sqlite3_stmt *statement;
  GCancellable *cancellable;
  gint64 deadline; /* monotonic microseconds; 0: none */
  double seconds;
} SqliteScan;

sqlite3 *
sqlite_store_get_handle (RecordStore *self)
{
  return ((SqliteStore *) self)->db;
}

static ScrutinyError
code_of (int result)
{
  switch (result & 0xFF) {
  case SQLITE_FULL:
  case SQLITE_NOMEM:
  case SQLITE_TOOBIG:
  case SQLITE_INTERRUPT:
    return SCRUTINY_ERROR_LIMIT;
  case SQLITE_AUTH:
    return SCRUTINY_ERROR_UNSUITABLE;
  default:
    return SCRUTINY_ERROR_UNREADABLE;
  }
}

/* The parser has a stack of its own, and a limit that SQLite does not count. */
static gboolean
is_too_deep (const char *message)
{
  return strstr (message, "stack overflow") || strstr (message, "too large") ||
         strstr (message, "too many");
}

void
sqlite_refuse (sqlite3 *db, int result, const char *origin, GError **error)
{
  const char *message = db ? sqlite3_errmsg (db) : sqlite3_errstr (result);

  if ((result & 0xFF) == SQLITE_FULL)
    g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT,
                 "%s: its rows take more room than they may; give a file to keep them in, or only "
                 "the columns that are needed",
                 origin);
  else if (is_too_deep (message))
    g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT,
                 "%s: what is asked nests deeper than can be followed; say it in fewer steps",
                 origin);
  else
    g_set_error (error, SCRUTINY_ERROR, (int) code_of (result),
                 "%s: its rows cannot be asked this: %s", origin, message);
}

static int
look_at_the_clock (void *data)
{
  const SqliteScan *self = data;

  return g_cancellable_is_cancelled (self->cancellable) ||
         (self->deadline && g_get_monotonic_time () > self->deadline);
}

static void
refuse_scan (const SqliteScan *self, int result, GError **error)
{
  char seconds[NUMBER_TEXT_SIZE];

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return;
  if ((result & 0xFF) == SQLITE_INTERRUPT)
    g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT,
                 "%s: stopped after %s seconds; ask for less, or allow more time",
                 self->store->origin, number_format (self->seconds, seconds));
  else
    sqlite_refuse (self->store->db, result, self->store->origin, error);
}

static gboolean
next (RecordScan *scan, GError **error)
{
  const SqliteScan *self = (const SqliteScan *) scan;
  const int result = sqlite3_step (self->statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    refuse_scan (self, result, error);

  return FALSE;
}

static gboolean
is_known (const RecordScan *scan, guint column)
{
  return sqlite3_column_type (((const SqliteScan *) scan)->statement, (int) column) != SQLITE_NULL;
}

static gint64
get_integer (const RecordScan *scan, guint column)
{
  return sqlite3_column_int64 (((const SqliteScan *) scan)->statement, (int) column);
}

static double
get_number (const RecordScan *scan, guint column)
{
  return sqlite3_column_double (((const SqliteScan *) scan)->statement, (int) column);
}

static const char *
get_text (const RecordScan *scan, guint column)
{
  return (const char *) sqlite3_column_text (((const SqliteScan *) scan)->statement, (int) column);
}

static void
scan_free (RecordScan *scan)
{
  SqliteScan *self = (SqliteScan *) scan;

  sqlite3_finalize (self->statement);
  sqlite3_progress_handler (self->store->db, 0, NULL, NULL);
  g_mutex_unlock (&self->store->mutex);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static const RecordScanEngine scan_engine = {
  next, is_known, get_integer, get_number, get_text, scan_free,
};

static int
bind_parameters (sqlite3_stmt *statement, const RecordQuestion *question)
{
  int result = SQLITE_OK;

  for (guint i = 0; i < question->n_parameters && result == SQLITE_OK; i++) {
    const RecordParameter *parameter = &question->parameters[i];
    const gboolean is_whole = record_value_is_whole (parameter->number);

    if (parameter->text)
      result = sqlite3_bind_text (statement, (int) i + 1, parameter->text, -1, SQLITE_TRANSIENT);
    else if (is_whole)
      result = sqlite3_bind_int64 (statement, (int) i + 1, (gint64) parameter->number);
    else
      result = sqlite3_bind_double (statement, (int) i + 1, parameter->number);
  }

  return result;
}

static RecordScan *
scan (RecordStore *store, const RecordQuestion *question, GCancellable *cancellable, GError **error)
{
  SqliteStore *self = (SqliteStore *) store;
  SqliteScan *made = g_new0 (SqliteScan, 1);
  int result;

  made->parent.engine = &scan_engine;
  made->store = self;
  made->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  made->seconds = question->seconds;
  if (question->seconds > 0)
    made->deadline = g_get_monotonic_time () + (gint64) (question->seconds * G_USEC_PER_SEC);
  g_mutex_lock (&self->mutex);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_LOOKS, look_at_the_clock, made);
  if (expression_sqlite_register (
          self->db, question->calendar ? question->calendar : self->calendar, error)) {
    result = sqlite3_prepare_v2 (self->db, question->sql, -1, &made->statement, NULL);
    if (result == SQLITE_OK)
      result = bind_parameters (made->statement, question);
    if (result == SQLITE_OK && made->statement)
      return &made->parent;
    refuse_scan (made, result, error);
  }
  scan_free (&made->parent);

  return NULL;
}

static void
store_free (RecordStore *store)
{
  SqliteStore *self = (SqliteStore *) store;

  sqlite3_close (self->db);
  if (self->path)
    g_unlink (self->path);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->calendar, working_calendar_free);
  g_free (self->origin);
  g_free (self->path);
  g_free (self);
}

static const RecordStoreEngine engine = { scan, store_free };

/* Made by us, so that it is nobody else's file, and nobody else's to read. */
static gboolean
make_file (SqliteStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream =
      g_file_create (file, G_FILE_CREATE_PRIVATE, cancellable, error);

  if (!stream)
    return FALSE;
  self->path = g_strdup (path);

  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

static gboolean
open_file (SqliteStore *self, int flags, GError **error)
{
  const int result = sqlite3_open_v2 (self->path ? self->path : ":memory:", &self->db,
                                      flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (result != SQLITE_OK)
    sqlite_refuse (self->db, result, self->origin, error);

  return result == SQLITE_OK;
}

/* What has been written to a file is from here on only read. */
static gboolean
open_again (SqliteStore *self, GError **error)
{
  if (!self->path)
    return TRUE;
  sqlite3_close (g_steal_pointer (&self->db));

  return open_file (self, SQLITE_OPEN_READONLY, error);
}

RecordStore *
record_store_new (const RecordContent *content, GCancellable *cancellable, GError **error)
{
  SqliteStore *self = g_new0 (SqliteStore, 1);
  g_autoptr (RecordStore) made = &self->parent;

  self->parent = (RecordStore){ &engine, EXPRESSION_SQLITE, RECORD_TABLE };
  self->origin = g_strdup (content->origin);
  g_mutex_init (&self->mutex);
  self->calendar = working_calendar_parse (NULL, error);
  if (!self->calendar)
    return NULL;
  if (content->path && !make_file (self, content->path, cancellable, error))
    return NULL;
  if (!open_file (self, SQLITE_OPEN_READWRITE | (self->path ? 0 : SQLITE_OPEN_CREATE), error) ||
      !sqlite_fill (self->db, content, cancellable, error) || !open_again (self, error) ||
      !sqlite_lock_down (self->db, content->origin, error))
    return NULL;

  return g_steal_pointer (&made);
}
