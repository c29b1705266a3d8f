/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/records.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "records/records-builder.h"

#include <math.h>
#include <string.h>

#define ORIGIN "The table"
#define MOST_OF_A_NAME 60

static gboolean
refuse_infinity (const char *column, gsize row, GError **error)
{
  g_autofree char *shown = printable_dup (column, MOST_OF_A_NAME);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, row + 1, column, NULL,
                         ORIGIN ", row %" G_GSIZE_FORMAT
                                ", column “%s”: not a finite number; leave it missing",
                         row + 1, shown);

  return FALSE;
}

static gboolean
add_numbers (RecordsBuilder *builder,
             guint column,
             const char *name,
             ScrutinyTable *table,
             GError **error)
{
  gsize n_rows;
  const double *values = scrutiny_table_get_doubles (table, name, &n_rows);

  for (gsize row = 0; row < n_rows; row++) {
    char text[NUMBER_TEXT_SIZE] = "";

    if (isinf (values[row]))
      return refuse_infinity (name, row, error);
    if (!isnan (values[row]))
      number_format (values[row], text);
    records_builder_add (builder, column, text, strlen (text));
  }

  return TRUE;
}

static gboolean
add_column (RecordsBuilder *builder,
            guint column,
            const char *name,
            ScrutinyTable *table,
            GError **error)
{
  const char *const *texts = scrutiny_table_get_texts (table, name);

  if (!texts)
    return add_numbers (builder, column, name, table, error);
  for (gsize row = 0; texts[row]; row++)
    records_builder_add (builder, column, texts[row], strlen (texts[row]));

  return TRUE;
}

/**
 * scrutiny_records_new_from_table:
 * @table: a row a case; dates as texts
 * @options: (nullable): what is known of them, `NULL` for nothing
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Takes the rows of a table in memory, which is not kept. Its rows count from 1.
 *
 * Fails with [error@Scrutiny.Error.NOT_BUILT] where the library was built without records.
 *
 * Returns: (transfer full): the records
 *
 * Since: 0.1
 */
ScrutinyRecords *
scrutiny_records_new_from_table (ScrutinyTable *table,
                                 ScrutinyRecordsOptions *options,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (RecordsBuilder) builder = NULL;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_RECORDS_OPTIONS (options), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  names = scrutiny_table_dup_names (table);
  builder = records_builder_new (ORIGIN, (const char *const *) names, g_strv_length (names),
                                 options, error);
  for (guint i = 0; builder && names[i]; i++)
    if (!add_column (builder, i, names[i], table, error))
      return NULL;
  for (gsize row = 0; builder && row < scrutiny_table_get_n_rows (table); row++)
    if (!records_builder_end_row (builder, row + 1, error))
      return NULL;

  return builder ? records_builder_end (builder, cancellable, error) : NULL;
}
