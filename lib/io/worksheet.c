/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <string.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "io/number-format.h"
#include "io/workbook.h"

#define MOST_ROWS 1048576 /* a spreadsheet's own */

/* What a cell's t says of its value; anything else is a number. */
typedef enum {
  VALUE_NUMBER,
  VALUE_SHARED,
  VALUE_TEXT,
  VALUE_BOOLEAN,
  VALUE_ERROR,
} ValueType;

typedef struct {
  Workbook *book;
  WorkbookPart *part;
  Grid *grid;
  gint64 row; /* the open one, counted from 0; -1 before the first */
  guint column;
  ValueType type;
  guint style;
  GString *text;
  gboolean in_cell, in_value, aloud;
  gboolean has_formula, has_value;
  guint n_errors, n_uncalculated, n_merged, n_hidden_rows;
} Sheet;

static gboolean refuse (Sheet *self, ScrutinyError code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static gboolean
refuse (Sheet *self, ScrutinyError code, GError **error, const char *format, ...)
{
  g_autofree char *place = grid_dup_place (self->grid, self->row < 0 ? 0 : (gsize) self->row);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  scrutiny_set_error_at (error, code, (guint64) MAX (self->row, 0) + 1, NULL, NULL, "%s: %s", place,
                         what);
  return FALSE;
}

static gboolean
start_row (Sheet *self, GError **error)
{
  g_autofree char *number = workbook_part_dup_attribute (self->part, "r");
  g_autofree char *hidden = workbook_part_dup_attribute (self->part, "hidden");
  gint64 row = self->row + 1;

  if (number) {
    guint64 stated;

    if (!g_ascii_string_to_unsigned (number, 10, 1, MOST_ROWS, &stated, NULL))
      return refuse (self, SCRUTINY_ERROR_UNREADABLE, error,
                     "the next row has no row number a sheet can have; save the workbook again");
    row = (gint64) stated - 1;
  }
  if (row <= self->row || row >= MOST_ROWS)
    return refuse (self, SCRUTINY_ERROR_UNREADABLE, error,
                   "the row after this is not below it; save the workbook again");

  while ((gint64) self->grid->n_rows < row) {
    if (!grid_end_row (self->grid, error))
      return FALSE;
  }
  self->row = row;
  self->column = 0;
  self->n_hidden_rows += hidden && (*hidden == '1' || *hidden == 't');
  return TRUE;
}

/* "AB12" is column 27 of row 11, counted from 0. */
static gboolean
parse_place (Sheet *self, const char *place, GError **error)
{
  g_autofree char *shown = NULL;
  guint column = 0;
  guint64 row = 0;
  const char *at = place;

  for (; g_ascii_isupper (*at) && column <= GRID_MOST_COLUMNS; at++)
    column = column * 26 + (guint) (*at - 'A') + 1;
  if (column >= 1 && column <= GRID_MOST_COLUMNS &&
      g_ascii_string_to_unsigned (at, 10, 1, MOST_ROWS, &row, NULL) &&
      (gint64) row == self->row + 1 && column > self->column) {
    self->column = column - 1;
    return TRUE;
  }

  shown = printable_dup (place, 20);
  return refuse (self, SCRUTINY_ERROR_UNREADABLE, error,
                 "a cell here says that it is cell “%s”; save the workbook again", shown);
}

static ValueType
value_type_of (const char *name)
{
  static const struct {
    const char *name;
    ValueType type;
  } types[] = {
    { "s", VALUE_SHARED },  { "str", VALUE_TEXT }, { "inlineStr", VALUE_TEXT },
    { "b", VALUE_BOOLEAN }, { "e", VALUE_ERROR },  { "d", VALUE_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    if (strcmp (types[i].name, name) == 0)
      return types[i].type;
  }
  return VALUE_NUMBER;
}

static gboolean
start_cell (Sheet *self, GError **error)
{
  xmlTextReaderPtr xml = self->part->xml;
  gboolean placed = TRUE;

  self->type = VALUE_NUMBER;
  self->style = 0;
  self->has_formula = self->has_value = self->aloud = FALSE;
  self->in_cell = TRUE;
  g_string_truncate (self->text, 0);

  while (xmlTextReaderMoveToNextAttribute (xml) == 1) {
    const char *name = (const char *) xmlTextReaderConstLocalName (xml);
    const char *value = (const char *) xmlTextReaderConstValue (xml);

    if (strcmp (name, "r") == 0)
      placed = parse_place (self, value, error);
    else if (strcmp (name, "t") == 0)
      self->type = value_type_of (value);
    else if (strcmp (name, "s") == 0)
      self->style = (guint) g_ascii_strtoull (value, NULL, 10);
    if (!placed)
      return FALSE;
  }
  xmlTextReaderMoveToElement (xml);

  if (self->row < 0 || self->column >= GRID_MOST_COLUMNS)
    return refuse (self, SCRUTINY_ERROR_UNREADABLE, error,
                   "a cell stands outside the sheet; save the workbook again");
  return TRUE;
}

static gboolean
add_text (Sheet *self, const char *text, gsize length, GError **error)
{
  Grid *grid = self->grid;
  gsize start = grid->n_rows ? grid->row_ends[grid->n_rows - 1] : 0;

  if (grid->n_cells + (self->column - (grid->n_cells - start)) >= WORKBOOK_MOST_CELLS)
    return refuse (self, SCRUTINY_ERROR_LIMIT, error,
                   "more than %u cells; save the part that is the table as CSV",
                   WORKBOOK_MOST_CELLS);
  while (grid->n_cells - start < self->column) {
    if (!grid_add (grid, "", 0, error))
      return FALSE;
  }
  return grid_add (grid, text, length, error);
}

static gboolean
add_number (Sheet *self, GError **error)
{
  NumberFormat format = NUMBER_FORMAT_PLAIN;
  g_autofree char *text = NULL;
  double value;

  g_strstrip (self->text->str);
  if (!number_parse (self->text->str, strlen (self->text->str), &value))
    return add_text (self, self->text->str, strlen (self->text->str), error);

  if (self->style < self->book->formats->len)
    format = (NumberFormat) self->book->formats->data[self->style];
  text = number_format_dup_text (format, value, self->book->from_1904);
  return add_text (self, text, strlen (text), error);
}

static gboolean
add_shared (Sheet *self, GError **error)
{
  guint64 index;
  GridText shared;

  g_strstrip (self->text->str);
  if (!g_ascii_string_to_unsigned (self->text->str, 10, 0, G_MAXUINT32, &index, NULL) ||
      index >= self->book->string_ends->len)
    return refuse (self, SCRUTINY_ERROR_UNREADABLE, error,
                   "a cell points at a text the workbook does not hold; save the workbook again");

  shared = workbook_get_string (self->book, (guint) index);
  return add_text (self, shared.text, shared.length, error);
}

static gboolean
add_cell (Sheet *self, GError **error)
{
  switch (self->type) {
  case VALUE_SHARED:
    return add_shared (self, error);
  case VALUE_NUMBER:
    return add_number (self, error);
  case VALUE_BOOLEAN:
    g_string_assign (self->text, g_strcmp0 (self->text->str, "0") == 0 ? "FALSE" : "TRUE");
    break;
  case VALUE_ERROR:
    self->n_errors++;
    break;
  case VALUE_TEXT:
    workbook_unescape (self->text, 0);
    break;
  }
  return add_text (self, self->text->str, self->text->len, error);
}

static gboolean
end_cell (Sheet *self, GError **error)
{
  gboolean added = TRUE;

  if (self->has_value && self->text->len > 0)
    added = add_cell (self, error);
  else if (self->has_formula)
    self->n_uncalculated++;

  self->in_cell = self->in_value = FALSE;
  self->column++;
  return added;
}

/* <c><f>formula</f><v>value</v></c>, or <c><is><t>text</t></is></c>. */
static void
take_content (Sheet *self)
{
  WorkbookPart *part = self->part;

  if (!self->aloud && (workbook_part_is_start (part, "v") || workbook_part_is_start (part, "t")))
    self->in_value = self->has_value = TRUE;
  else if (workbook_part_is_start (part, "f"))
    self->has_formula = TRUE;
  else if (workbook_part_is_start (part, "rPh"))
    self->aloud = TRUE;
  else if (self->in_value)
    workbook_part_append_text (part, self->text);

  if (workbook_part_is_end (part, "v") || workbook_part_is_end (part, "t"))
    self->in_value = FALSE;
  else if (workbook_part_is_end (part, "rPh"))
    self->aloud = FALSE;
}

static gboolean
end_row (Sheet *self, GError **error)
{
  if (self->row < 0 || (gint64) self->grid->n_rows > self->row)
    return TRUE;

  return grid_end_row (self->grid, error);
}

static gboolean
take_node (Sheet *self, GError **error)
{
  WorkbookPart *part = self->part;

  if (self->in_cell) {
    take_content (self);
  } else if (workbook_part_is_start (part, "row")) {
    if (!start_row (self, error))
      return FALSE;
  } else if (workbook_part_is_start (part, "c")) {
    if (!start_cell (self, error))
      return FALSE;
  } else if (workbook_part_is_start (part, "mergeCell")) {
    self->n_merged++;
  }

  if (self->in_cell && workbook_part_is_end (part, "c"))
    return end_cell (self, error);
  if (workbook_part_is_end (part, "row"))
    return end_row (self, error);
  return TRUE;
}

static void
add_note (Sheet *self, GPtrArray *notes, guint n, const char *one, const char *many)
{
  g_autofree char *place = NULL;

  if (n == 0)
    return;

  place = grid_dup_place (self->grid, G_MAXSIZE);
  g_ptr_array_add (notes, g_strdup_printf ("%s: %u %s.", place, n, n == 1 ? one : many));
}

static void
add_notes (Sheet *self, GPtrArray *notes)
{
  add_note (self, notes, self->n_errors,
            "cell holds a spreadsheet error such as #DIV/0!; it is read as it stands",
            "cells hold a spreadsheet error such as #DIV/0!; they are read as they stand");
  add_note (self, notes, self->n_uncalculated,
            "formula was saved without its result; the cell is read as empty",
            "formulas were saved without their results; the cells are read as empty");
  add_note (
      self, notes, self->n_merged,
      "range of cells is merged; its text is read in the first cell, and the others are empty",
      "ranges of cells are merged; the text of each is read in its first cell, and the "
      "others are empty");
  add_note (self, notes, self->n_hidden_rows, "row is hidden in the spreadsheet and is read too",
            "rows are hidden in the spreadsheet and are read too");
}

Grid *
worksheet_read (Workbook *book, guint index, GPtrArray *notes, GError **error)
{
  const WorkbookSheet *sheet = workbook_get_sheet (book, index);
  g_autoptr (GError) local = NULL;
  g_autoptr (Grid) grid = grid_new (book->origin, sheet->name);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (WorkbookPart) part = workbook_part_open (book, sheet->part, &local);
  Sheet self = { .book = book, .part = part, .grid = grid, .row = -1, .text = text };
  int more = part ? 1 : -1;

  if (!part && !local)
    refuse (&self, SCRUTINY_ERROR_UNREADABLE, &local,
            "the sheet is named but not in the workbook; save it again");
  while (more == 1 && (more = workbook_part_next (part, &local)) == 1) {
    if (!take_node (&self, &local))
      more = -1;
  }
  if (more == 0) {
    add_notes (&self, notes);
    return g_steal_pointer (&grid);
  }

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
