/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"

#include "base/columns.h"

typedef struct {
  const char *name; /* static */
  GArray *numbers;  /* of double; NULL in a column of texts */
  GPtrArray *texts; /* of char *; NULL in a column of numbers */
} Column;

struct _ColumnsBuilder {
  GPtrArray *columns; /* of Column */
};

static void
column_free (gpointer data)
{
  Column *column = data;

  g_clear_pointer (&column->numbers, g_array_unref);
  g_clear_pointer (&column->texts, g_ptr_array_unref);
  g_free (column);
}

ColumnsBuilder *
columns_builder_new (void)
{
  ColumnsBuilder *self = g_new0 (ColumnsBuilder, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);

  return self;
}

void
columns_builder_free (ColumnsBuilder *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static Column *
column_named (ColumnsBuilder *self, const char *name)
{
  Column *column;

  for (guint i = 0; i < self->columns->len; i++) {
    column = self->columns->pdata[i];
    if (g_str_equal (column->name, name))
      return column;
  }

  column = g_new0 (Column, 1);
  column->name = name;
  g_ptr_array_add (self->columns, column);

  return column;
}

void
columns_builder_add_number (ColumnsBuilder *self, const char *column, double value)
{
  Column *found = column_named (self, column);

  if (!found->numbers)
    found->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (found->numbers, value);
}

void
columns_builder_add_text (ColumnsBuilder *self, const char *column, const char *value)
{
  Column *found = column_named (self, column);

  if (!found->texts)
    found->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (found->texts, g_strdup (value ? value : ""));
}

static ScrutinyTable *
with_column (ScrutinyTable *table, Column *column, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (column->numbers) {
    bytes = g_bytes_new (column->numbers->data, column->numbers->len * sizeof (double));
    return scrutiny_table_copy_with_doubles (table, column->name, bytes, error);
  }

  g_ptr_array_add (column->texts, NULL);

  return scrutiny_table_copy_with_texts (table, column->name,
                                         (const char *const *) column->texts->pdata, error);
}

ScrutinyTable *
columns_builder_end (ColumnsBuilder *self)
{
  g_autoptr (ScrutinyTable) table = scrutiny_table_new ();

  for (guint i = 0; i < self->columns->len; i++) {
    g_autoptr (GError) error = NULL;
    ScrutinyTable *wider = with_column (table, self->columns->pdata[i], &error);

    if (!wider) {
      g_critical ("%s", error->message);
      break;
    }
    g_object_unref (table);
    table = wider;
  }
  g_ptr_array_set_size (self->columns, 0);

  return g_steal_pointer (&table);
}

void
columns_write_rows (ScrutinyTable *table, JsonWriter *writer)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);

  json_writer_begin_array (writer);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++) {
    json_writer_begin_object (writer);
    for (gsize k = 0; names[k]; k++) {
      const double *numbers = columns_find_numbers (table, names[k]);
      const char *const *texts = columns_find_texts (table, names[k]);

      json_writer_key (writer, names[k]);
      if (texts)
        json_writer_string (writer, *texts[row] ? texts[row] : NULL);
      else
        json_writer_double (writer, numbers[row]);
    }
    json_writer_end_object (writer);
  }
  json_writer_end_array (writer);
}
