/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/postgresql-store.h"

#include <scrutiny/error.h>

#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/printable.h"

#define MOST_OF_A_MESSAGE 200
#define MOST_OF_A_NAME 60
#define LOOK_EVERY 50 /* milliseconds */

typedef struct {
  RecordStore parent;
  GMutex mutex; /* held while a question is under way */
  PGconn *connection;
  char *table;
} PostgresqlStore;

typedef struct {
  RecordScan parent;
  PostgresqlStore *store;
  GCancellable *cancellable;
  gint64 deadline; /* monotonic microseconds; 0: none */
  double seconds;
  PGresult *row;
  gboolean is_done;
} PostgresqlScan;

/* What each type of the server is taken for; others are asked for as texts.  The numbers are
 * those of pg_type.dat.
 */
static const struct {
  Oid oid;
  RecordKind kind;
} types[] = {
  { 16, RECORD_TRUTH },    /* bool */
  { 20, RECORD_NUMBER },   /* int8 */
  { 21, RECORD_NUMBER },   /* int2 */
  { 23, RECORD_NUMBER },   /* int4 */
  { 700, RECORD_NUMBER },  /* float4 */
  { 701, RECORD_NUMBER },  /* float8 */
  { 1700, RECORD_NUMBER }, /* numeric */
  { 1082, RECORD_DATE },   /* date */
  { 1114, RECORD_MOMENT }, /* timestamp */
  { 1184, RECORD_MOMENT }, /* timestamptz */
};

static RecordKind
kind_of (Oid oid)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].oid == oid)
      return types[i].kind;

  return RECORD_TEXT;
}

static void
refuse (PGconn *connection, ScrutinyError code, GError **error)
{
  g_autofree char *said = printable_dup (PQerrorMessage (connection), MOST_OF_A_MESSAGE);

  g_set_error (error, SCRUTINY_ERROR, (int) code, "PostgreSQL: %s", g_strstrip (said));
}

/* FALSE, having told the server to stop, when there is no more time or no more wish. */
static gboolean
may_go_on (const PostgresqlScan *self, GError **error)
{
  const gboolean is_late = self->deadline && g_get_monotonic_time () > self->deadline;
  char said[256], seconds[NUMBER_TEXT_SIZE];
  PGcancel *cancel;

  if (!is_late && !g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  cancel = PQgetCancel (self->store->connection);
  if (cancel)
    PQcancel (cancel, said, sizeof said);
  PQfreeCancel (cancel);
  if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT,
                 "PostgreSQL: stopped after %s seconds; ask for less, or allow more time",
                 number_format (self->seconds, seconds));

  return FALSE;
}

/* Waits for the next row without being deaf to the cancellable. */
static gboolean
wait_for_row (const PostgresqlScan *self, GError **error)
{
  PGconn *connection = self->store->connection;

  while (PQisBusy (connection)) {
    GPollFD socket = { PQsocket (connection), G_IO_IN | G_IO_ERR | G_IO_HUP, 0 };

    if (!may_go_on (self, error))
      return FALSE;
    g_poll (&socket, 1, LOOK_EVERY);
    if (!PQconsumeInput (connection)) {
      refuse (connection, SCRUTINY_ERROR_UNREADABLE, error);
      return FALSE;
    }
  }

  return may_go_on (self, error);
}

static gboolean
next (RecordScan *scan, GError **error)
{
  PostgresqlScan *self = (PostgresqlScan *) scan;
  ExecStatusType status;

  g_clear_pointer (&self->row, PQclear);
  if (self->is_done || !wait_for_row (self, error))
    return FALSE;
  self->row = PQgetResult (self->store->connection);
  status = PQresultStatus (self->row);
  if (status == PGRES_SINGLE_TUPLE)
    return TRUE;
  self->is_done = TRUE;
  if (status != PGRES_TUPLES_OK)
    refuse (self->store->connection, SCRUTINY_ERROR_UNREADABLE, error);

  return FALSE;
}

static const char *
get_text (const RecordScan *scan, guint column)
{
  return PQgetvalue (((const PostgresqlScan *) scan)->row, 0, (int) column);
}

static double
get_number (const RecordScan *scan, guint column)
{
  const char *text = get_text (scan, column);
  double number = 0;

  number_parse (text, strlen (text), &number);

  return number;
}

static gint64
get_integer (const RecordScan *scan, guint column)
{
  return g_ascii_strtoll (get_text (scan, column), NULL, 10);
}

/* NaN and infinities are numbers to the server, and none to us. */
static gboolean
is_known (const RecordScan *scan, guint column)
{
  const PostgresqlScan *self = (const PostgresqlScan *) scan;
  const RecordKind kind = kind_of (PQftype (self->row, (int) column));

  if (PQgetisnull (self->row, 0, (int) column))
    return FALSE;

  return kind != RECORD_NUMBER || !strpbrk (get_text (scan, column), "Nny");
}

/* What the server still sends of a question that was given up is read and dropped. */
static void
scan_free (RecordScan *scan)
{
  PostgresqlScan *self = (PostgresqlScan *) scan;
  PGconn *connection = self->store->connection;
  PGresult *left;
  char said[256];

  g_clear_pointer (&self->row, PQclear);
  if (!self->is_done && PQtransactionStatus (connection) == PQTRANS_ACTIVE) {
    PGcancel *cancel = PQgetCancel (connection);

    if (cancel)
      PQcancel (cancel, said, sizeof said);
    PQfreeCancel (cancel);
  }
  while ((left = PQgetResult (connection)))
    PQclear (left);
  g_mutex_unlock (&self->store->mutex);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static const RecordScanEngine scan_engine = {
  next, is_known, get_integer, get_number, get_text, scan_free,
};

static gboolean
send_question (PGconn *connection, const RecordQuestion *question, GError **error)
{
  g_autofree const char **values = g_new0 (const char *, question->n_parameters + 1);

  for (guint i = 0; i < question->n_parameters; i++)
    values[i] = question->parameters[i].text;
  if (PQsendQueryParams (connection, question->sql, (int) question->n_parameters, NULL, values,
                         NULL, NULL, 0) &&
      PQsetSingleRowMode (connection))
    return TRUE;
  refuse (connection, SCRUTINY_ERROR_UNREADABLE, error);

  return FALSE;
}

static RecordScan *
scan (RecordStore *store, const RecordQuestion *question, GCancellable *cancellable, GError **error)
{
  PostgresqlStore *self = (PostgresqlStore *) store;
  PostgresqlScan *made = g_new0 (PostgresqlScan, 1);

  made->parent.engine = &scan_engine;
  made->store = self;
  made->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  made->seconds = question->seconds;
  if (question->seconds > 0)
    made->deadline = g_get_monotonic_time () + (gint64) (question->seconds * G_USEC_PER_SEC);
  g_mutex_lock (&self->mutex);
  if (send_question (self->connection, question, error))
    return &made->parent;
  scan_free (&made->parent);

  return NULL;
}

static void
store_free (RecordStore *store)
{
  PostgresqlStore *self = (PostgresqlStore *) store;

  PQfinish (self->connection);
  g_mutex_clear (&self->mutex);
  g_free (self->table);
  g_free (self);
}

static const RecordStoreEngine engine = { scan, store_free };

/* Each part of schema.table in marks, so that it can be nothing but a name. */
static char *
dup_quoted (PGconn *connection, const char *table)
{
  g_auto (GStrv) parts = g_strsplit (table, ".", 2);
  GString *quoted = g_string_new (NULL);

  for (guint i = 0; parts[i]; i++) {
    char *part = PQescapeIdentifier (connection, parts[i], strlen (parts[i]));

    g_string_append_printf (quoted, "%s%s", i ? "." : "", part ? part : "\"\"");
    PQfreemem (part);
  }

  return g_string_free (quoted, FALSE);
}

static gboolean
set_up_session (PGconn *connection, GError **error)
{
  PGresult *result = PQexec (
      connection, "SET default_transaction_read_only = on; SET DateStyle = ISO;"
                  "SET client_encoding = 'UTF8'; SET extra_float_digits = 1; SET lock_timeout = 0");
  const gboolean is_done = PQresultStatus (result) == PGRES_COMMAND_OK;

  PQclear (result);
  if (!is_done)
    refuse (connection, SCRUTINY_ERROR_UNREADABLE, error);

  return is_done;
}

static gboolean
read_schema (PostgresqlStore *self, RecordSchema **schema, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s LIMIT 0", self->table);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  PGresult *result = PQexec (self->connection, sql);
  const gboolean is_there = PQresultStatus (result) == PGRES_TUPLES_OK;

  for (int i = 0; is_there && i < PQnfields (result); i++)
    g_ptr_array_add (names, PQfname (result, i));
  *schema = record_schema_new ((const char *const *) names->pdata, names->len);
  for (guint i = 0; i < names->len; i++)
    (*schema)->columns[i].kind = kind_of (PQftype (result, (int) i));
  PQclear (result);
  if (!is_there)
    refuse (self->connection, SCRUTINY_ERROR_NOT_FOUND, error);

  return is_there;
}

static gboolean
count_rows (PostgresqlStore *self, guint64 *n_rows, GCancellable *cancellable, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", self->table);
  g_autoptr (RecordScan) counted =
      scan (&self->parent, &(RecordQuestion){ .sql = sql }, cancellable, error);

  if (!counted || !record_scan_next (counted, error))
    return FALSE;
  *n_rows = (guint64) record_scan_get_integer (counted, 0);

  return TRUE;
}

RecordStore *
postgresql_store_new (const char *connection,
                      const char *table,
                      RecordSchema **schema,
                      guint64 *n_rows,
                      GCancellable *cancellable,
                      GError **error)
{
  PostgresqlStore *self = g_new0 (PostgresqlStore, 1);
  g_autoptr (RecordStore) made = &self->parent;

  self->parent = (RecordStore){ &engine, EXPRESSION_POSTGRESQL, NULL };
  g_mutex_init (&self->mutex);
  self->connection = PQconnectdb (connection);
  if (PQstatus (self->connection) != CONNECTION_OK) {
    refuse (self->connection, SCRUTINY_ERROR_NOT_FOUND, error);
    return NULL;
  }
  self->table = dup_quoted (self->connection, table);
  self->parent.table = self->table;
  if (!set_up_session (self->connection, error) || !read_schema (self, schema, error) ||
      !count_rows (self, n_rows, cancellable, error)) {
    g_clear_pointer (schema, record_schema_free);
    return NULL;
  }

  return g_steal_pointer (&made);
}
