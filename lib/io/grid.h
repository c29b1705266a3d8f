/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A span of the grid's text; not followed by a NUL. */
typedef struct {
  const char *text;
  gsize length;
} GridText;

typedef struct {
  guint32 start;
  guint32 length;
} GridCell;

typedef struct _Grid Grid;

/* Reads more rows into @self: after the ones there when @keep, else in their place.
 * FALSE without an error when there are none.
 */
typedef gboolean (*GridRefill) (Grid *self, gboolean keep, GError **error);

/* What is on a sheet, whatever it came in: rows of cells of UTF-8 text, spans of
 * one buffer.  Rows may differ in length and blank rows stay, so that row @i is
 * row @first_row + @i + 1 of the spreadsheet the user sees.  A long file comes in pages.
 */
struct _Grid {
  char *origin;         /* the file's name, never its folder */
  char *sheet;          /* NULL unless a workbook's */
  gboolean one_of_many; /* other sheets of the workbook are read too: ids begin with the sheet's */

  char *text;
  gsize n_text;
  gsize text_size;
  GridCell *cells;
  gsize n_cells;
  gsize cells_size;
  gsize *row_ends; /* index of the first cell after the row */
  gsize n_rows;
  gsize rows_size;
  guint n_columns; /* of the widest row */
  gsize first_row; /* rows of the pages before */

  GridRefill refill; /* NULL: all there is is here */
  gpointer source;
  GDestroyNotify free_source;
};

/* Limits of what is read into one grid. */
#define GRID_MOST_TEXT (256 * 1024 * 1024)
#define GRID_MOST_ROWS (10 * 1000 * 1000)
#define GRID_MOST_CELLS (64 * 1000 * 1000)
#define GRID_MOST_COLUMNS 16384 /* a spreadsheet's own */
#define GRID_MOST_FIELD (1024 * 1024)

Grid *grid_new (const char *origin, const char *sheet);
void grid_free (Grid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grid, grid_free)

/* Adds a cell to the row that is open; refuses what is over the limits, naming the place. */
gboolean grid_add (Grid *self, const char *text, gsize length, GError **error);
gboolean grid_end_row (Grid *self, GError **error);

/* For a scanner that puts the bytes into @text itself: no copy, no check of the length,
 * once room for @n_more has been made.
 */
void grid_reserve (Grid *self, gsize n_more);
void grid_reserve_text (Grid *self, gsize n_more);

static inline void
grid_add_span (Grid *self, gsize start, gsize length)
{
  self->cells[self->n_cells++] = (GridCell){ (guint32) start, (guint32) length };
}

/* The next page in place of this one; FALSE without an error at the end. */
gboolean grid_next_page (Grid *self, GError **error);
/* All that is left, after what is there. */
gboolean grid_read_all (Grid *self, GError **error);
/* Forgets the rows, not the text; the row that is open stays. */
void grid_drop_rows (Grid *self);

/* Of cells written in row @row, counted from 0. */
guint grid_get_n_cells (const Grid *self, gsize row);
/* Without the blanks around it; empty beyond the end of the row. */
GridText grid_get (const Grid *self, gsize row, guint column);
gboolean grid_is_blank (const Grid *self, gsize row);

/* For messages: scorecard.csv, sheet “Q4”, row 14.  @row counts from 0; G_MAXSIZE names no row. */
char *grid_dup_place (const Grid *self, gsize row);

gboolean grid_text_equal (GridText self, const char *text);
/* Printable, at most 60 characters: for messages and notes. */
char *grid_text_dup_printable (GridText self);
/* Valid UTF-8 with runs of blanks as one space. */
char *grid_text_dup (GridText self);

G_END_DECLS
