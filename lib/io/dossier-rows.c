/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-rows.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "io/cell.h"
#include "io/dossier-table-private.h"

/* Whether a column holds numbers; those are asked to be, the others stay as written. */
static gboolean
holds_numbers (const DossierTable *self, GArray *rows, guint column, double *values)
{
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++) {
    GridText text = grid_get (self->grid, g_array_index (rows, gsize, i), column);

    values[i] = NAN;
    if (dossier_table_is_missing (self, text))
      continue;
    if (!number_parse (text.text, text.length, &values[i]))
      return FALSE;
    any = TRUE;
  }
  return any;
}

/* What a column of figures says in numbers, gaps where it says none. */
static void
read_figures (const DossierTable *self, GArray *rows, guint column, double *values)
{
  for (guint i = 0; i < rows->len; i++) {
    GridText text = grid_get (self->grid, g_array_index (rows, gsize, i), column);
    Cell cell;

    if (dossier_table_is_missing (self, text))
      text.length = 0;
    cell_parse (text.text, text.length, &cell);
    values[i] = cell.value;
  }
}

static ScrutinyTable *
add_texts (ScrutinyTable *table,
           const DossierTable *self,
           GArray *rows,
           guint column,
           const char *name,
           GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (rows->len + 1, g_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (texts,
                     grid_text_dup (grid_get (self->grid, g_array_index (rows, gsize, i), column)));
  g_ptr_array_add (texts, NULL);
  return scrutiny_table_copy_with_texts (table, name, (const char *const *) texts->pdata, error);
}

static ScrutinyTable *
add_column (ScrutinyTable *table,
            const DossierTable *self,
            GArray *rows,
            guint column,
            const char *name,
            GError **error)
{
  double *values = g_new (double, MAX (rows->len, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, rows->len * sizeof (double));
  gboolean is_value = strcmp (name, "value") == 0;

  if (is_value)
    read_figures (self, rows, column, values);
  if (is_value || (strcmp (name, "period") != 0 && holds_numbers (self, rows, column, values)))
    return scrutiny_table_copy_with_doubles (table, name, bytes, error);

  return add_texts (table, self, rows, column, name, error);
}

/* Adds the column that the file calls @from, and for the value how it was written; gives up
 * @table either way.
 */
static ScrutinyTable *
take_column (ScrutinyTable *table,
             DossierTable *self,
             GArray *rows,
             const char *from,
             const char *name,
             GError **error)
{
  guint column = dossier_table_find_column (self, from);
  gboolean is_value = strcmp (name, "value") == 0 &&
                      dossier_table_find_column (self, "value_text") == DOSSIER_NO_COLUMN;
  g_autoptr (ScrutinyTable) before = table;
  g_autoptr (ScrutinyTable) wider = add_column (before, self, rows, column, name, error);

  if (!wider || !is_value)
    return g_steal_pointer (&wider);
  return add_texts (wider, self, rows, column, "value_text", error);
}

static ScrutinyTable *
take_named (DossierTable *self,
            JsonPlace *place,
            const JsonValue *columns,
            GArray *rows,
            GError **error)
{
  ScrutinyTable *table = scrutiny_table_new ();

  for (guint i = 0; table && i < json_value_get_n_items (columns); i++) {
    const JsonValue *from = json_value_get_item (columns, i);

    if (!json_place_expect (place, from, JSON_STRING, error) ||
        (dossier_table_find_column (self, from->text) == DOSSIER_NO_COLUMN &&
         !dossier_table_refuse_column (self, place, columns, from->text, error))) {
      g_object_unref (table);
      return NULL;
    }
    table = take_column (table, self, rows, from->text, json_value_get_key (columns, i), error);
  }
  return table;
}

static ScrutinyTable *
take_all (DossierTable *self, GArray *rows, GError **error)
{
  ScrutinyTable *table = scrutiny_table_new ();

  for (guint i = 0; table && i < self->names->len; i++) {
    const char *name = self->names->pdata[i];

    if (*name && !scrutiny_table_has_column (table, name))
      table = take_column (table, self, rows, name, name, error);
  }
  return table;
}

ScrutinyTable *
dossier_rows_read (DossierTable *self,
                   JsonPlace *place,
                   const JsonValue *reference,
                   const char *id,
                   GError **error)
{
  const JsonValue *columns;
  g_autoptr (GArray) rows = NULL;
  ScrutinyTable *table;

  if (!json_place_get (place, reference, "columns", JSON_OBJECT, &columns, error))
    return NULL;
  rows = dossier_table_pick_rows (self, place, reference, id, error);
  if (!rows)
    return NULL;

  table = columns ? take_named (self, place, columns, rows, error) : take_all (self, rows, error);
  return table;
}
