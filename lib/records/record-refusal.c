/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-refusal.h"

#include "base/printable.h"
#include "records/records-private.h"

#include <string.h>

/* Whether @message speaks of the column by its name, in the marks of the language or without. */
static gboolean
speaks_of (const char *message, const char *column)
{
  g_autofree char *plain = g_strdup_printf ("“%s”", column);
  g_autofree char *marked = g_strdup_printf ("“\"%s\"”", column);

  return strstr (message, plain) || strstr (message, marked);
}

/* The column that @message speaks of and that was read as text for a reason; NULL: there is none.
 */
static const RecordColumn *
find_remarked (ScrutinyRecords *records, const char *message)
{
  const RecordSchema *schema = scrutiny_records_get_schema (records);

  for (guint i = 0; i < schema->n_columns; i++) {
    if (schema->columns[i].remark && speaks_of (message, schema->columns[i].name))
      return &schema->columns[i];
  }

  return NULL;
}

void
record_refusal_explain (ScrutinyRecords *records, GError *error)
{
  const RecordColumn *column = find_remarked (records, error->message);
  g_autofree char *shown = column ? printable_dup (column->name, 0) : NULL;
  g_autofree char *because =
      column ? g_strdup_printf ("; column “%s”: %s", shown, column->remark) : g_strdup ("");
  char *message =
      g_strdup_printf ("%s: %s%s", scrutiny_records_get_origin (records), error->message, because);

  g_free (error->message);
  error->message = message;
}
