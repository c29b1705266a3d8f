/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/grid.h"

#include "base/error-private.h"
#include "base/printable.h"

#include <string.h>

#define MOST_SHOWN 60

Grid *
grid_new (const char *origin, const char *sheet)
{
  Grid *self = g_new0 (Grid, 1);

  self->origin = g_strdup (origin);
  self->sheet = g_strdup (sheet);

  return self;
}

void
grid_free (Grid *self)
{
  if (self->free_source)
    self->free_source (self->source);
  g_free (self->origin);
  g_free (self->sheet);
  g_free (self->text);
  g_free (self->cells);
  g_free (self->row_ends);
  g_free (self);
}

static gsize
row_start (const Grid *self, gsize row)
{
  return row == 0 ? 0 : self->row_ends[row - 1];
}

static gboolean
refuse (const Grid *self, GError **error, const char *what)
{
  g_autofree char *place = grid_dup_place (self, self->n_rows);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, self->first_row + self->n_rows + 1, NULL,
                         NULL, "%s: %s", place, what);

  return FALSE;
}

gboolean
grid_next_page (Grid *self, GError **error)
{
  return self->refill && self->refill (self, FALSE, error);
}

gboolean
grid_read_all (Grid *self, GError **error)
{
  GError *found = NULL;

  while (self->refill && self->refill (self, TRUE, &found))
    if (self->n_text > GRID_MOST_TEXT)
      return refuse (self, error, "the table is larger than 256 MiB");
  if (found)
    g_propagate_error (error, found);

  return !found;
}

void
grid_drop_rows (Grid *self)
{
  gsize n_done = row_start (self, self->n_rows);

  if (n_done < self->n_cells)
    memmove (self->cells, self->cells + n_done, (self->n_cells - n_done) * sizeof *self->cells);
  self->n_cells -= n_done;
  self->first_row += self->n_rows;
  self->n_rows = 0;
}

void
grid_reserve (Grid *self, gsize n_more)
{
  if (self->cells_size - self->n_cells >= n_more)
    return;

  self->cells_size = MAX (self->n_cells + n_more, self->cells_size + self->cells_size / 2);
  self->cells = g_renew (GridCell, self->cells, self->cells_size);
}

void
grid_reserve_text (Grid *self, gsize n_more)
{
  if (self->text_size - self->n_text >= n_more)
    return;

  self->text_size = MAX (self->text_size + self->text_size / 2, self->n_text + n_more);
  self->text = g_realloc (self->text, self->text_size);
}

gboolean
grid_add (Grid *self, const char *text, gsize length, GError **error)
{
  if (self->n_cells - row_start (self, self->n_rows) >= GRID_MOST_COLUMNS)
    return refuse (self, error, "more than 16,384 columns; a table this wide cannot be read");
  if (length > GRID_MOST_FIELD)
    return refuse (self, error, "a cell is longer than 1 MiB");
  if (self->n_text + length > GRID_MOST_TEXT || self->n_cells >= GRID_MOST_CELLS)
    return refuse (self, error, "the table is larger than 256 MiB of text or 64 million cells");

  grid_reserve (self, 1);
  grid_reserve_text (self, length);
  if (length > 0)
    memcpy (self->text + self->n_text, text, length);
  grid_add_span (self, self->n_text, length);
  self->n_text += length;

  return TRUE;
}

gboolean
grid_end_row (Grid *self, GError **error)
{
  gsize n_cells = self->n_cells - row_start (self, self->n_rows);

  if (self->first_row + self->n_rows >= GRID_MOST_ROWS)
    return refuse (self, error, "the table is longer than 10 million rows");
  if (self->n_rows == self->rows_size) {
    self->rows_size = MAX (64, self->rows_size + self->rows_size / 2);
    self->row_ends = g_renew (gsize, self->row_ends, self->rows_size);
  }

  self->row_ends[self->n_rows++] = self->n_cells;
  self->n_columns = MAX (self->n_columns, (guint) n_cells);

  return TRUE;
}

guint
grid_get_n_cells (const Grid *self, gsize row)
{
  return row < self->n_rows ? (guint) (self->row_ends[row] - row_start (self, row)) : 0;
}

/* Bytes at the start of @text that show nothing: ASCII blanks, no-break and zero-width space. */
static gsize
blank_at (const char *text, gsize length)
{
  if (length > 0 && (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')))
    return 1;
  if (length > 1 && memcmp (text, "\xC2\xA0", 2) == 0)
    return 2;
  if (length > 2 &&
      (memcmp (text, "\xEF\xBB\xBF", 3) == 0 || memcmp (text, "\xE2\x80\x8B", 3) == 0))
    return 3;

  return 0;
}

static gsize
blank_before (const char *text, gsize length)
{
  for (gsize n = 1; n <= 3 && n <= length; n++)
    if (blank_at (text + length - n, n) == n)
      return n;

  return 0;
}

GridText
grid_get (const Grid *self, gsize row, guint column)
{
  const GridCell *cell;
  GridText found;
  gsize n;

  if (column >= grid_get_n_cells (self, row))
    return (GridText){ "", 0 };

  cell = &self->cells[row_start (self, row) + column];
  found = (GridText){ self->text + cell->start, cell->length };
  while ((n = blank_at (found.text, found.length)) > 0) {
    found.text += n;
    found.length -= n;
  }
  while ((n = blank_before (found.text, found.length)) > 0)
    found.length -= n;

  return found;
}

gboolean
grid_is_blank (const Grid *self, gsize row)
{
  guint n_cells = grid_get_n_cells (self, row);

  for (guint column = 0; column < n_cells; column++)
    if (grid_get (self, row, column).length > 0)
      return FALSE;

  return TRUE;
}

char *
grid_dup_place (const Grid *self, gsize row)
{
  GString *place = g_string_new (NULL);
  g_autofree char *origin = printable_dup (self->origin ? self->origin : "", MOST_SHOWN);

  g_string_append (place, *origin ? origin : "The table");
  if (self->sheet) {
    g_autofree char *sheet = printable_dup (self->sheet, MOST_SHOWN);

    g_string_append_printf (place, ", sheet “%s”", sheet);
  }
  if (row != G_MAXSIZE)
    g_string_append_printf (place, ", row %" G_GSIZE_FORMAT, self->first_row + row + 1);

  return g_string_free (place, FALSE);
}

gboolean
grid_text_equal (GridText self, const char *text)
{
  return strlen (text) == self.length && memcmp (self.text, text, self.length) == 0;
}

char *
grid_text_dup_printable (GridText self)
{
  g_autofree char *text = g_strndup (self.text, MIN (self.length, 8 * MOST_SHOWN));

  return printable_dup (text, MOST_SHOWN);
}

char *
grid_text_dup (GridText self)
{
  g_autofree char *valid = g_utf8_make_valid (self.text, (gssize) self.length);
  GString *text = g_string_sized_new (self.length);
  gboolean blank = FALSE;

  for (gsize i = 0, n, length = strlen (valid); i < length; i += n) {
    n = blank_at (valid + i, length - i);
    if (n > 0) {
      blank = TRUE;
      continue;
    }
    if (blank && text->len > 0)
      g_string_append_c (text, ' ');
    blank = FALSE;
    n = (gsize) (g_utf8_next_char (valid + i) - (valid + i));
    g_string_append_len (text, valid + i, (gssize) n);
  }

  return g_string_free (text, FALSE);
}
