/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/page.h"

#include "base/printable.h"

#include <string.h>

#define DEEPEST_INDENT 12  /* of items, beyond which they stand no further in */
#define NARROWEST_NAMES 24 /* of a first column that is wrapped so that the others fit */

/* Plain text for a terminal or an e-mail, wrapped at a width.  Folded parts are left
 * out: they are one click away in HTML, and a JSON key away for a machine.
 */
typedef struct {
  GString *out;
  guint width;
  guint folded;
} TextForm;

/* Appends @text wrapped, its first line after @first and the others after @rest. */
static void
append_wrapped (TextForm *self, const char *text, const char *first, const char *rest)
{
  g_autofree char *printable = printable_dup (text, 0);
  glong column = g_utf8_strlen (first, -1);
  gboolean at_start = TRUE;

  g_string_append (self->out, first);
  for (const char *word = printable, *end; *word; word = end) {
    glong length;

    word += strspn (word, " ");
    end = word + strcspn (word, " ");
    length = g_utf8_strlen (word, end - word);
    if (length == 0)
      continue;
    if (!at_start && column + 1 + length > (glong) self->width) {
      g_string_append_c (self->out, '\n');
      g_string_append (self->out, rest);
      column = g_utf8_strlen (rest, -1);
      at_start = TRUE;
    }
    if (!at_start) {
      g_string_append_c (self->out, ' ');
      column++;
    }
    g_string_append_len (self->out, word, end - word);
    column += length;
    at_start = FALSE;
  }
  g_string_append_c (self->out, '\n');
}

static void
append_underlined (TextForm *self, const char *text, char line)
{
  append_wrapped (self, text, "", "");
  for (glong i = MIN (g_utf8_strlen (text, -1), (glong) self->width); i > 0; i--)
    g_string_append_c (self->out, line);
  g_string_append_c (self->out, '\n');
}

static void
append_question (TextForm *self, const PageBlock *block)
{
  g_autofree char *number = g_strdup_printf ("%2u. ", block->number);

  append_wrapped (self, block->text, number, "    ");
  if (block->more)
    append_wrapped (self, block->more, "    ", "    ");
}

static void
append_padded (TextForm *self, const char *cell, glong width)
{
  g_autofree char *printable = printable_dup (cell, 0);

  g_string_append (self->out, printable);
  for (glong i = g_utf8_strlen (printable, -1); i < width; i++)
    g_string_append_c (self->out, ' ');
}

static glong
column_width (const PageBlock *table, guint column)
{
  glong width = 0;

  for (guint row = 0; row <= page_table_n_rows (table); row++) {
    g_autofree char *printable = printable_dup (page_table_cell (table, row, column), 0);

    width = MAX (width, g_utf8_strlen (printable, -1));
  }

  return width;
}

static glong *
column_widths (const PageBlock *table, glong *total)
{
  glong *widths = g_new (glong, table->n_columns);

  *total = 0;
  for (guint column = 0; column < table->n_columns; column++) {
    widths[column] = column_width (table, column);
    *total += widths[column] + 2;
  }

  return widths;
}

/* Too wide for columns: each row becomes lines of "header: cell". */
static void
append_stacked (TextForm *self, const PageBlock *table)
{
  for (guint row = 1; row <= page_table_n_rows (table); row++)
    for (guint column = 0; column < table->n_columns; column++) {
      const char *cell = page_table_cell (table, row, column);
      g_autofree char *line =
          column == 0 ? g_strdup (cell)
                      : g_strdup_printf ("%s: %s", page_table_cell (table, 0, column), cell);

      if (*cell)
        append_wrapped (self, line, column == 0 ? "  - " : "    ", "    ");
    }
}

/* Where the next line of @text ends that is at most @width wide: between words if it can. */
static const char *
line_end (const char *text, glong width)
{
  const char *end = text, *space = NULL;

  for (glong i = 0; *end && i < width; i++, end = g_utf8_next_char (end))
    if (*end == ' ')
      space = end;
  if (!*end || *end == ' ')
    return end;

  return space ? space : end;
}

/* The first column wrapped to its width, the others beside its first line. */
static void
append_columns (TextForm *self, const PageBlock *table, guint row, const glong *widths)
{
  g_autofree char *name = printable_dup (page_table_cell (table, row, 0), 0);
  const char *rest = line_end (name, widths[0]);
  g_autofree char *first = g_strndup (name, (gsize) (rest - name));

  g_string_append (self->out, "  ");
  append_padded (self, first, widths[0] + 2);
  for (guint column = 1; column < table->n_columns; column++)
    append_padded (self, page_table_cell (table, row, column), widths[column] + 2);
  while (self->out->str[self->out->len - 1] == ' ')
    g_string_truncate (self->out, self->out->len - 1);
  g_string_append_c (self->out, '\n');

  while (*(rest += *rest == ' ')) {
    const char *end = line_end (rest, widths[0]);

    g_string_append_printf (self->out, "  %.*s\n", (int) (end - rest), rest);
    rest = end;
  }
}

static void
append_table (TextForm *self, const PageBlock *table)
{
  glong total, spare;
  g_autofree glong *widths = column_widths (table, &total);

  spare = total - (glong) self->width;
  if (spare > 0 && widths[0] - spare < NARROWEST_NAMES) {
    append_stacked (self, table);
    return;
  }

  if (spare > 0)
    widths[0] -= spare;
  for (guint row = 0; row <= page_table_n_rows (table); row++)
    append_columns (self, table, row, widths);
}

static char *
dup_said (const PageBlock *item)
{
  return g_strconcat (item->before ? item->before : "", item->before ? " " : "", item->text,
                      item->more ? " (" : "", item->more ? item->more : "", item->more ? ")" : "",
                      NULL);
}

static void
append_item (TextForm *self, const PageBlock *item)
{
  const guint indent = 2 * MIN (item->number, DEEPEST_INDENT);
  g_autofree char *first = g_strdup_printf ("%*s  - ", indent, "");
  g_autofree char *rest = g_strdup_printf ("%*s    ", indent, "");
  g_autofree char *said = dup_said (item);

  append_wrapped (self, said, first, rest);
}

static gboolean
is_listed (PageBlockKind kind)
{
  return kind == PAGE_ITEM || kind == PAGE_LEAD;
}

static void
append_block (TextForm *self, const PageBlock *block)
{
  switch (block->kind) {
  case PAGE_TITLE:
    append_underlined (self, block->text, '=');
    break;
  case PAGE_PART:
  case PAGE_PART_NEW_PAGE:
    append_underlined (self, block->text, '-');
    break;
  case PAGE_PUBLISHED:
    append_wrapped (self, block->text, "  | ", "  | ");
    break;
  case PAGE_QUESTION:
    append_question (self, block);
    break;
  case PAGE_ASK:
    append_wrapped (self, block->text, "  Ask: ", "       ");
    break;
  case PAGE_ITEM:
    append_item (self, block);
    break;
  case PAGE_TABLE:
    append_table (self, block);
    break;
  case PAGE_LEAD:
  case PAGE_HEADING:
  case PAGE_PARAGRAPH:
  case PAGE_SMALL:
  case PAGE_CHART:
  case PAGE_FOLD:
  case PAGE_UNFOLD:
  default:
    append_wrapped (self, block->text, "", "");
  }
}

static gboolean
is_shown (TextForm *self, const PageBlock *block)
{
  if (block->kind == PAGE_CHART)
    return FALSE; /* what it shows is said in the paragraph before it */
  if (block->kind == PAGE_FOLD)
    self->folded++;
  else if (block->kind == PAGE_UNFOLD)
    self->folded--;
  else
    return self->folded == 0;

  return FALSE;
}

char *
page_dup_text (const Page *self, guint width)
{
  TextForm form = { .out = g_string_new (NULL), .width = width };
  PageBlockKind previous = PAGE_TITLE;

  for (guint i = 0; i < self->blocks->len; i++) {
    const PageBlock *block = self->blocks->pdata[i];

    if (!is_shown (&form, block))
      continue;
    if (i > 0 && !(is_listed (block->kind) && is_listed (previous)))
      g_string_append_c (form.out, '\n');
    append_block (&form, block);
    previous = block->kind;
  }

  return g_string_free (form.out, FALSE);
}
