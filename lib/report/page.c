/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/page.h"

static void
page_block_free (gpointer data)
{
  PageBlock *self = data;

  g_free (self->text);
  g_free (self->before);
  g_free (self->more);
  if (self->texts)
    g_string_free (self->texts, TRUE);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_object (&self->drawn);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->beside, g_ptr_array_unref);
  g_free (self);
}

Page *
page_new (void)
{
  Page *self = g_new0 (Page, 1);

  self->blocks = g_ptr_array_new_with_free_func (page_block_free);

  return self;
}

void
page_free (Page *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

PageBlock *
page_add_take (Page *self, PageBlockKind kind, char *text)
{
  PageBlock *block = g_new0 (PageBlock, 1);

  block->kind = kind;
  block->text = text;
  g_ptr_array_add (self->blocks, block);

  return block;
}

PageBlock *
page_add (Page *self, PageBlockKind kind, const char *text)
{
  return page_add_take (self, kind, g_strdup (text));
}

PageBlock *
page_add_table (Page *self, const char *caption, const char *const *header)
{
  PageBlock *table = page_add (self, PAGE_TABLE, caption);

  table->texts = g_string_new (NULL);
  table->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (table->n_columns = 0; header[table->n_columns]; table->n_columns++)
    page_table_add (table, header[table->n_columns]);

  return table;
}

void
page_table_add (PageBlock *table, const char *cell)
{
  g_array_append_val (table->cells, table->texts->len);
  g_string_append (table->texts, cell ? cell : "");
  g_string_append_c (table->texts, '\0');
}

void
page_table_add_take (PageBlock *table, char *cell)
{
  page_table_add (table, cell);
  g_free (cell);
}

static gboolean
is_empty_column (const PageBlock *table, guint column)
{
  for (guint row = 1; row <= page_table_n_rows (table); row++)
    if (*page_table_cell (table, row, column))
      return FALSE;

  return column > 0;
}

void
page_table_drop_empty (PageBlock *table)
{
  g_autofree gboolean *empty = g_new0 (gboolean, table->n_columns);
  const guint n_columns = table->n_columns;
  guint n_kept = 0;

  for (guint column = 0; column < n_columns; column++)
    empty[column] = is_empty_column (table, column);
  for (guint column = 0; column < n_columns; column++)
    table->n_columns -= empty[column] ? 1 : 0;
  for (guint i = 0; i < table->cells->len; i++)
    if (!empty[i % n_columns])
      g_array_index (table->cells, gsize, n_kept++) = g_array_index (table->cells, gsize, i);
  g_array_set_size (table->cells, n_kept);
}

guint
page_table_n_rows (const PageBlock *table)
{
  return table->cells->len / table->n_columns - 1;
}

const char *
page_table_cell (const PageBlock *table, guint row, guint column)
{
  return table->texts->str + g_array_index (table->cells, gsize, row * table->n_columns + column);
}
