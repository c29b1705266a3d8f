/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/records-connection.h>

#include <scrutiny/error.h>

#include "base/printable.h"
#include "records/postgresql-store.h"
#include "records/records-private.h"

#define MOST_OF_A_NAME 60

/**
 * scrutiny_records_new_for_connection:
 * @connection: where the server is, as libpq has it: `host=db dbname=cases`
 * @table: a table or a view there, `cases` or `housing.cases`
 * @options: (nullable): what the rows may take, `NULL` for the usual
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Takes the rows of a PostgreSQL server where they are: the same definitions are worked out
 * there. The server, and what may be read of it, are the caller's alone; nothing in a dossier can
 * name one.
 *
 * Every transaction only reads, and stops after the seconds of @options. Rows go by the order in
 * which the server gives them; how it counts letters and times is its own.
 *
 * Fails with [error@Scrutiny.Error.NOT_BUILT] where the library was built without PostgreSQL, with
 * [error@Scrutiny.Error.NOT_FOUND] where there is no such server or table.
 *
 * Returns: (transfer full): the records
 *
 * Since: 0.1
 */
ScrutinyRecords *
scrutiny_records_new_for_connection (const char *connection,
                                     const char *table,
                                     ScrutinyRecordsOptions *options,
                                     GCancellable *cancellable,
                                     GError **error)
{
  g_autoptr (ScrutinyRecordsOptions) used = NULL;
  RecordsParts parts = { 0 };

  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_RECORDS_OPTIONS (options), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  used = options ? g_object_ref (options) : scrutiny_records_options_new ();
  parts.store =
      postgresql_store_new (connection, table, &parts.schema, &parts.n_rows, cancellable, error);
  if (!parts.store)
    return NULL;
  parts.origin = printable_dup (table, MOST_OF_A_NAME);
  parts.hash = g_strdup ("");
  parts.seconds = scrutiny_records_options_get_seconds (used);
  parts.suppress_below = scrutiny_records_options_get_suppress_below (used);
  parts.round_to = scrutiny_records_options_get_round_to (used);
  parts.releases = scrutiny_records_options_dup_releases (used);

  return scrutiny_records_new_take (&parts);
}

#ifndef SCRUTINY_HAVE_POSTGRESQL

RecordStore *
postgresql_store_new (const char *connection,
                      const char *table,
                      RecordSchema **schema,
                      guint64 *n_rows,
                      GCancellable *cancellable,
                      GError **error)
{
  g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_BUILT,
               "PostgreSQL: this library was built without it; read the rows from a file");

  return NULL;
}

#endif
