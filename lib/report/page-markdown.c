/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/page.h"

#include "report/escape.h"

static void
append_line (GString *out, const char *before, const char *text)
{
  g_string_append (out, before);
  escape_markdown (out, text);
  g_string_append_c (out, '\n');
}

static void
append_row (GString *out, const PageBlock *table, guint row)
{
  for (guint column = 0; column < table->n_columns; column++) {
    g_string_append (out, "| ");
    escape_markdown (out, page_table_cell (table, row, column));
    g_string_append_c (out, ' ');
  }
  g_string_append (out, "|\n");
}

static void
append_table (GString *out, const PageBlock *table)
{
  append_row (out, table, 0);
  for (guint column = 0; column < table->n_columns; column++)
    g_string_append (out, "| --- ");
  g_string_append (out, "|\n");
  for (guint row = 1; row <= page_table_n_rows (table); row++)
    append_row (out, table, row);
}

static void
append_question (GString *out, const PageBlock *block)
{
  g_string_append_printf (out, "%u. **", block->number);
  escape_markdown (out, block->text);
  g_string_append (out, "**\n");
  if (block->more)
    append_line (out, "\n   ", block->more);
}

/* An item is within the one before it if it stands two columns further in. */
static void
append_item (GString *out, const PageBlock *item)
{
  for (guint i = 0; i < item->number; i++)
    g_string_append (out, "  ");
  g_string_append (out, "- ");
  if (item->before) {
    escape_markdown (out, item->before);
    g_string_append_c (out, ' ');
  }
  escape_markdown (out, item->text);
  if (item->more) {
    g_string_append (out, " (");
    escape_markdown (out, item->more);
    g_string_append_c (out, ')');
  }
  g_string_append_c (out, '\n');
}

/* What goes before the text of the blocks that are one line. */
static const char *const before[] = {
  [PAGE_TITLE] = "# ",      [PAGE_LEAD] = "",
  [PAGE_PART] = "## ",      [PAGE_PART_NEW_PAGE] = "## ",
  [PAGE_HEADING] = "### ",  [PAGE_PARAGRAPH] = "",
  [PAGE_SMALL] = "",        [PAGE_PUBLISHED] = "> ",
  [PAGE_ASK] = "**Ask:** ", [PAGE_FOLD] = "### ",
};

/* What a chart shows is said in the paragraph before it, and its numbers are in the table. */
static gboolean
is_shown (const PageBlock *block)
{
  return block->kind != PAGE_UNFOLD && block->kind != PAGE_CHART;
}

static void
append_block (GString *out, const PageBlock *block)
{
  if (block->kind == PAGE_TABLE)
    append_table (out, block);
  else if (block->kind == PAGE_QUESTION)
    append_question (out, block);
  else if (block->kind == PAGE_ITEM)
    append_item (out, block);
  else if (is_shown (block))
    append_line (out, before[block->kind], block->text);
}

char *
page_dup_markdown (const Page *self)
{
  GString *out = g_string_new (NULL);
  PageBlockKind previous = PAGE_UNFOLD;

  for (guint i = 0; i < self->blocks->len; i++) {
    const PageBlock *block = self->blocks->pdata[i];

    if (is_shown (block) && i > 0 && !(block->kind == PAGE_ITEM && previous == PAGE_ITEM))
      g_string_append_c (out, '\n');
    append_block (out, block);
    previous = block->kind;
  }

  return g_string_free (out, FALSE);
}
