/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/row-store.h"

#include <string.h>

#define MOST_KEPT 400 /* bytes of a text that tells rows apart */

RowStore *
row_store_new (const Sheet *sheet)
{
  RowStore *self = g_new0 (RowStore, 1);

  self->sheet = sheet;
  self->texts = g_new0 (TextColumn, sheet->n_columns);
  self->numbers = g_new0 (Column, sheet->n_columns);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
row_store_free (RowStore *self)
{
  for (guint i = 0; i < self->n_texts; i++) {
    g_hash_table_unref (self->texts[i].ids);
    g_ptr_array_unref (self->texts[i].texts);
    g_array_unref (self->texts[i].rows);
  }
  for (guint i = 0; i < self->n_numbers; i++)
    column_clear (&self->numbers[i]);
  g_free (self->texts);
  g_free (self->numbers);
  g_array_unref (self->rows);
  g_free (self);
}

guint
row_store_add_texts (RowStore *self, guint column)
{
  TextColumn *texts = &self->texts[self->n_texts];

  for (guint i = 0; i < self->n_texts; i++)
    if (self->texts[i].column == column)
      return i;

  texts->column = column;
  texts->ids = g_hash_table_new (g_str_hash, g_str_equal);
  texts->texts = g_ptr_array_new_with_free_func (g_free);
  texts->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (texts->texts, g_strdup (""));

  return self->n_texts++;
}

guint
row_store_add_numbers (RowStore *self, guint column)
{
  for (guint i = 0; i < self->n_numbers; i++)
    if (self->numbers[i].column == column)
      return i;
  column_init (&self->numbers[self->n_numbers], column);

  return self->n_numbers++;
}

static guint32
intern (TextColumn *self, GridText text)
{
  char key[MOST_KEPT + 1];
  gpointer found;
  char *kept;

  text.length = MIN (text.length, MOST_KEPT);
  memcpy (key, text.text, text.length);
  key[text.length] = '\0';
  found = g_hash_table_lookup (self->ids, key);
  if (found)
    return GPOINTER_TO_UINT (found);

  kept = g_strdup (key);
  g_hash_table_insert (self->ids, kept, GUINT_TO_POINTER (self->texts->len));
  g_ptr_array_add (self->texts, kept);

  return self->texts->len - 1;
}

/* DfE's files name an area in the column of its level. */
static GridText
find_area_elsewhere (const RowStore *self, gsize row)
{
  static const char *const names[] = { "region name", "country name" };
  const Sheet *sheet = self->sheet;

  if (sheet_find (sheet, ROLE_LEVEL) == SHEET_NO_COLUMN)
    return (GridText){ "", 0 };
  for (guint k = 0; k < G_N_ELEMENTS (names); k++) {
    for (guint i = 0; i < sheet->n_columns; i++) {
      GridText text = grid_get (sheet->grid, row, i);

      if (text.length > 0 && g_str_equal (sheet->columns[i].normal, names[k]))
        return text;
    }
  }

  return (GridText){ "", 0 };
}

static void
keep_text (RowStore *self, TextColumn *texts, gsize row)
{
  GridText text = grid_get (self->sheet->grid, row, texts->column);
  guint32 id = ROW_STORE_NO_TEXT;
  guint32 last = texts->rows->len > 0 ? g_array_index (texts->rows, guint32, texts->rows->len - 1)
                                      : ROW_STORE_NO_TEXT;

  if (text.length == 0 && self->sheet->columns[texts->column].role == ROLE_AREA)
    text = find_area_elsewhere (self, row);
  if (text.length == 0 && texts->fill_down)
    id = last;
  else if (text.length > 0 && last != ROW_STORE_NO_TEXT &&
           grid_text_equal (text, texts->texts->pdata[last]))
    id = last;
  else if (text.length > 0)
    id = intern (texts, text);

  g_array_append_val (texts->rows, id);
}

static gboolean
is_kept (RowStore *self, gsize row)
{
  const Grid *grid = self->sheet->grid;

  if (grid_is_blank (grid, row))
    return FALSE;
  if (sheet_is_header_again (self->sheet, row)) {
    self->n_repeated_headers++;
    return FALSE;
  }
  if (self->sheet->n_columns > 2 && sheet_is_footnote (self->sheet, row) &&
      self->sheet->columns[0].role != ROLE_PERIOD) {
    if (self->n_footnotes++ == 0)
      self->first_footnote = grid->first_row + row + 1;
    return FALSE;
  }

  return TRUE;
}

static void
keep_row (RowStore *self, gsize row)
{
  guint32 number = (guint32) (self->sheet->grid->first_row + row + 1);

  for (guint i = 0; i < self->n_texts; i++)
    keep_text (self, &self->texts[i], row);
  columns_read (self->sheet->grid, row, 1, self->numbers, self->n_numbers);
  g_array_append_val (self->rows, number);
}

gboolean
row_store_read (RowStore *self, GError **error)
{
  GError *found = NULL;
  gsize first = self->sheet->first_row;

  do {
    for (gsize row = first; row < self->sheet->grid->n_rows; row++)
      if (is_kept (self, row))
        keep_row (self, row);
    first = 0;
  } while (grid_next_page (self->sheet->grid, &found));

  if (found) {
    g_propagate_error (error, found);
    return FALSE;
  }

  return TRUE;
}

guint32
row_store_get_id (const RowStore *self, guint text, gsize row)
{
  return g_array_index (self->texts[text].rows, guint32, row);
}

const char *
row_store_get_text (const RowStore *self, guint text, gsize row)
{
  return self->texts[text].texts->pdata[row_store_get_id (self, text, row)];
}

gsize
row_store_get_row (const RowStore *self, gsize row)
{
  return g_array_index (self->rows, guint32, row);
}
