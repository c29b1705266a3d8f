/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/arrow.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "base/table-private.h"
#include "io/arrow-column.h"

#include <string.h>

#define MOST_SHOWN 200

/* --- In ----------------------------------------------------------------------------------- */

/* What was handed in is ours; it is released whatever comes of it. */
static void
release_schema (struct ArrowSchema *schema)
{
  if (schema->release)
    schema->release (schema);
}

static void
release_array (struct ArrowArray *array)
{
  if (array->release)
    array->release (array);
}

static gboolean
refuse (GError **error, const char *what)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL, "Arrow: %s", what);

  return FALSE;
}

static GArray *
columns_new (const struct ArrowSchema *schema, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (ArrowColumn));

  g_array_set_clear_func (columns, arrow_column_clear);
  if (!schema->format || !g_str_equal (schema->format, "+s")) {
    refuse (error, "this is one column; hand in a table of columns");
    return NULL;
  }
  for (gint64 k = 0; k < schema->n_children; k++) {
    ArrowColumn column;

    if (!arrow_column_init (&column, schema->children[k], error))
      return NULL;
    g_array_append_val (columns, column);
  }

  return g_steal_pointer (&columns);
}

/* A count of what is missing may say -1: not counted. */
static gboolean
has_missing_row (const struct ArrowArray *array)
{
  for (gint64 i = 0; i < array->length; i++)
    if (arrow_is_missing (array, array->offset + i))
      return TRUE;

  return FALSE;
}

static gboolean
append_array (GArray *columns,
              const struct ArrowSchema *schema,
              const struct ArrowArray *array,
              GError **error)
{
  if (array->n_children != (gint64) columns->len)
    return refuse (error, "the array has not as many columns as its schema");
  if (has_missing_row (array))
    return refuse (error, "whole rows are missing; leave them out");

  for (guint k = 0; k < columns->len; k++) {
    if (!arrow_column_append (&g_array_index (columns, ArrowColumn, k), schema->children[k],
                              array->children[k], array->offset, array->length, error))
      return FALSE;
  }

  return TRUE;
}

static ScrutinyTable *
add_column (ScrutinyTable *table, ArrowColumn *column, GError **error)
{
  if (!column->is_text) {
    const gsize size = column->numbers->len * sizeof (double);
    g_autoptr (GBytes) bytes =
        g_bytes_new_take (g_array_free (g_steal_pointer (&column->numbers), FALSE), size);

    return scrutiny_table_copy_with_doubles (table, column->name, bytes, error);
  }

  g_ptr_array_add (column->texts, NULL);
  return scrutiny_table_copy_with_texts_take (
      table, column->name, (char **) g_ptr_array_free (g_steal_pointer (&column->texts), FALSE),
      error);
}

static ScrutinyTable *
make_table (GArray *columns, GError **error)
{
  ScrutinyTable *table = scrutiny_table_new ();

  for (guint k = 0; k < columns->len && table; k++) {
    ArrowColumn *column = &g_array_index (columns, ArrowColumn, k);
    g_autoptr (ScrutinyTable) before = table;

    if (scrutiny_table_has_column (before, column->name)) {
      g_autofree char *said = printable_dup (column->name, MOST_SHOWN);
      scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, column->name, NULL,
                             "Arrow: there are two columns “%s”; give one another name", said);
      return NULL;
    }
    table = add_column (before, column, error);
  }

  return table;
}

/**
 * scrutiny_table_import_arrow: (skip)
 * @schema: what the columns are, a struct of them; it is released
 * @array: the columns; it is released
 * @error: return location for an error
 *
 * Makes a table of a record batch in the Arrow C data interface.
 *
 * Numbers of any width become doubles, texts and dates texts; what is missing is NaN, or an
 * empty text. Columns with a dictionary are read through it. A time stamp must be the start of
 * a day: in the zone that its column names, if it names one.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] for columns of other types, a text that is not
 * UTF-8 and a whole number beyond 2^53.
 *
 * Returns: (transfer full): the table, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_table_import_arrow (struct ArrowSchema *schema, struct ArrowArray *array, GError **error)
{
  g_return_val_if_fail (schema != NULL && array != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (GArray) columns = NULL;
  ScrutinyTable *table = NULL;

  if (!schema->release || !array->release)
    refuse (error, "it has been released");
  else
    columns = columns_new (schema, error);
  if (columns && append_array (columns, schema, array, error))
    table = make_table (columns, error);
  release_schema (schema);
  release_array (array);

  return table;
}

static gboolean
refuse_stream (struct ArrowArrayStream *stream, int code, GError **error)
{
  const char *why = stream->get_last_error (stream);
  g_autofree char *said = printable_dup (why ? why : g_strerror (code), MOST_SHOWN);

  return refuse (error, said);
}

/* One record batch after the other until there is none. */
static GArray *
read_stream (struct ArrowArrayStream *stream, struct ArrowSchema *schema, GError **error)
{
  g_autoptr (GArray) columns = columns_new (schema, error);
  gboolean is_read = columns != NULL;

  while (is_read) {
    struct ArrowArray array = { .release = NULL };
    const int code = stream->get_next (stream, &array);

    if (code != 0)
      is_read = refuse_stream (stream, code, error);
    else if (!array.release)
      break;
    else
      is_read = append_array (columns, schema, &array, error);
    release_array (&array);
  }

  return is_read ? g_steal_pointer (&columns) : NULL;
}

/**
 * scrutiny_table_import_arrow_stream: (skip)
 * @stream: record batches; it is released
 * @error: return location for an error
 *
 * Makes one table of all record batches of a stream in the Arrow C stream interface, as
 * [func@Table.import_arrow] does of one.
 *
 * Returns: (transfer full): the table, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_table_import_arrow_stream (struct ArrowArrayStream *stream, GError **error)
{
  g_return_val_if_fail (stream != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  struct ArrowSchema schema = { .release = NULL };
  g_autoptr (GArray) columns = NULL;

  if (!stream->release) {
    refuse (error, "it has been released");
    return NULL;
  }
  const int code = stream->get_schema (stream, &schema);
  if (code != 0)
    refuse_stream (stream, code, error);
  else
    columns = read_stream (stream, &schema, error);
  release_schema (&schema);
  stream->release (stream);

  return columns ? make_table (columns, error) : NULL;
}
