/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/layout-scorecard.h"

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "base/printable.h"
#include "io/columns.h"
#include "io/id-maker.h"
#include "io/published-rows.h"
#include "io/row-notes.h"

#include <math.h>
#include <string.h>

/* Columns of the scorecard: their names are what the checks ask for. */
static const struct {
  Role role;
  const char *name;
} number_columns[] = {
  { ROLE_VALUE, "value" },           { ROLE_TARGET, "target" },
  { ROLE_PREVIOUS, "previous" },     { ROLE_LAST_YEAR, "last_year" },
  { ROLE_NUMERATOR, "numerator" },   { ROLE_DENOMINATOR, "denominator" },
}, text_columns[] = {
  { ROLE_STATUS, "status" },
  { ROLE_AREA, "area" },
  { ROLE_PERIOD, "period" },
  { ROLE_OWNER, "owner" },
  { ROLE_NOTE, "note" },
};

typedef struct {
  Sheet *sheet;
  ScrutinyDossierBuilder *builder;
  RowNotes *notes;
  IdMaker ids;
  GArray *rows; /* of gsize: those of the grid that hold an indicator */
  guint label;
  ScrutinyTable *table;
} Scorecard;

static void
scorecard_clear (Scorecard *self)
{
  g_clear_pointer (&self->notes, row_notes_free);
  id_maker_clear (&self->ids);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->table);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scorecard, scorecard_clear)

static guint
find_label (const Sheet *sheet)
{
  guint label = sheet_find (sheet, ROLE_INDICATOR);

  for (guint i = 0; i < sheet->n_columns && label == SHEET_NO_COLUMN; i++)
    if (sheet->columns[i].kind == SHEET_TEXTS && sheet->columns[i].role == ROLE_NONE)
      label = i;

  return label == SHEET_NO_COLUMN ? 0 : label;
}

static void
choose_rows (Scorecard *self)
{
  const Sheet *sheet = self->sheet;

  self->rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize row = sheet->first_row; row < sheet->grid->n_rows; row++) {
    if (grid_is_blank (sheet->grid, row) || sheet_is_header_again (sheet, row))
      continue;
    if (sheet->n_columns > 2 && sheet_is_footnote (sheet, row)) {
      row_notes_add (self->notes, "only a first cell, so it was left out", row + 1, NULL);
      continue;
    }
    if (grid_get (sheet->grid, row, self->label).length == 0) {
      row_notes_add (self->notes, "no indicator is named, so it was left out", row + 1, NULL);
      continue;
    }
    g_array_append_val (self->rows, row);
  }
}

static gboolean
take_column (Scorecard *self, ScrutinyTable *wider)
{
  if (!wider)
    return FALSE;
  g_clear_object (&self->table);
  self->table = wider;

  return TRUE;
}

static gboolean
add_texts (Scorecard *self, const char *name, guint column, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (texts, grid_text_dup (grid_get (
                                self->sheet->grid, g_array_index (self->rows, gsize, i), column)));
  g_ptr_array_add (texts, NULL);

  return take_column (self, scrutiny_table_copy_with_texts (
                                self->table, name, (const char *const *) texts->pdata, error));
}

static void
note_number (Scorecard *self, guint column, gsize row, const Cell *cell, GridText text)
{
  g_autofree char *name = printable_dup (self->sheet->columns[column].name, 60);
  g_autofree char *shown = grid_text_dup_printable (text);
  g_autofree char *example = g_strdup_printf ("“%s” under “%s”", shown, name);

  if (cell->kind == CELL_TEXT)
    row_notes_add (self->notes, "a text that is no number, so it counts as missing", row + 1,
                   example);
  if (cell->kind == CELL_MARKER && cell->state == SERIES_SUPPRESSED)
    row_notes_add (self->notes, "a number was withheld, so it counts as missing", row + 1, example);
  if (cell->flags & CELL_BRACKETS)
    row_notes_add (self->notes, "a number in brackets was read as below nought", row + 1, example);
}

static gboolean
add_numbers (Scorecard *self, const char *name, guint column, GError **error)
{
  g_autofree double *values = g_new (double, self->rows->len + 1);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < self->rows->len; i++) {
    gsize row = g_array_index (self->rows, gsize, i);
    GridText text = grid_get (self->sheet->grid, row, column);
    Cell cell;

    cell_parse (text.text, text.length, &cell);
    values[i] = cell.value;
    note_number (self, column, row, &cell, text);
  }
  bytes = g_bytes_new (values, self->rows->len * sizeof *values);

  return take_column (self, scrutiny_table_copy_with_doubles (self->table, name, bytes, error));
}

/* "%" where the column of units says so, or most values carry the sign. */
static char *
dup_unit (const Scorecard *self, gsize row)
{
  guint unit = sheet_find (self->sheet, ROLE_UNIT);
  guint value = sheet_find (self->sheet, ROLE_VALUE);
  GridText text;
  Cell cell;

  if (unit != SHEET_NO_COLUMN)
    return grid_text_dup (grid_get (self->sheet->grid, row, unit));
  text = grid_get (self->sheet->grid, row, value);
  cell_parse (text.text, text.length, &cell);

  return g_strdup (cell.flags & CELL_PERCENT ? "%" : "");
}

static void
set_text (const Scorecard *self, gsize row, Role role, const char *id, const char *property)
{
  guint column = sheet_find (self->sheet, role);
  g_autofree char *text = NULL;

  if (column == SHEET_NO_COLUMN)
    return;
  text = grid_text_dup (grid_get (self->sheet->grid, row, column));
  if (*text)
    scrutiny_dossier_builder_set_text (self->builder, id, property, text);
}

static void
add_indicator (const Scorecard *self, gsize row, const char *id, const char *unit)
{
  g_autofree char *title = grid_text_dup (grid_get (self->sheet->grid, row, self->label));

  scrutiny_dossier_builder_add_indicator (self->builder, id, title);
  if (*unit)
    scrutiny_dossier_builder_set_text (self->builder, id, "unit", unit);
  set_text (self, row, ROLE_AREA, id, "area");
  set_text (self, row, ROLE_OWNER, id, "owner");
}

/* A name of the publisher's own is kept; without one the title makes it. */
static char *
dup_id (Scorecard *self, gsize row)
{
  guint column = SHEET_NO_COLUMN;
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->sheet->n_columns; i++)
    if (self->sheet->columns[i].role == ROLE_ID && i != self->label &&
        (column == SHEET_NO_COLUMN || self->sheet->columns[i].kind == SHEET_TEXTS))
      column = i;
  title = grid_text_dup (
      grid_get (self->sheet->grid, row, column == SHEET_NO_COLUMN ? self->label : column));

  return id_maker_next (&self->ids, title, NULL);
}

static gboolean
add_named (Scorecard *self, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->rows->len; i++) {
    gsize row = g_array_index (self->rows, gsize, i);

    g_ptr_array_add (ids, dup_id (self, row));
    g_ptr_array_add (units, dup_unit (self, row));
    add_indicator (self, row, ids->pdata[i], units->pdata[i]);
  }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (units, NULL);

  return take_column (self, scrutiny_table_copy_with_texts (
                                self->table, "id", (const char *const *) ids->pdata, error)) &&
         add_texts (self, "indicator", self->label, error) &&
         take_column (self, scrutiny_table_copy_with_texts (
                                self->table, "unit", (const char *const *) units->pdata, error));
}

static gboolean
fill_table (Scorecard *self, GError **error)
{
  if (!add_named (self, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (number_columns); i++) {
    guint column = sheet_find (self->sheet, number_columns[i].role);

    if (column != SHEET_NO_COLUMN && !add_numbers (self, number_columns[i].name, column, error))
      return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (text_columns); i++) {
    guint column = sheet_find (self->sheet, text_columns[i].role);

    if (column != SHEET_NO_COLUMN && !add_texts (self, text_columns[i].name, column, error))
      return FALSE;
  }

  return TRUE;
}

static double
number_at (const Scorecard *self, const char *name, guint row)
{
  return scrutiny_table_has_column (self->table, name)
             ? scrutiny_table_get_doubles (self->table, name, NULL)[row]
             : NAN;
}

static char *
dup_cell (const Scorecard *self, guint row, Role role)
{
  guint column = sheet_find (self->sheet, role);

  return column == SHEET_NO_COLUMN
             ? g_strdup ("")
             : grid_text_dup (
                   grid_get (self->sheet->grid, g_array_index (self->rows, gsize, row), column));
}

/* What stands in one row, as the published table of its indicator. */
static gboolean
emit_published (const Scorecard *self, guint row, GError **error)
{
  const char *id = scrutiny_table_get_texts (self->table, "id")[row];
  g_autofree char *when = dup_cell (self, row, ROLE_PERIOD);
  g_autofree char *value = dup_cell (self, row, ROLE_VALUE);
  g_autofree char *target = dup_cell (self, row, ROLE_TARGET);
  g_autofree char *status = dup_cell (self, row, ROLE_STATUS);
  g_autofree char *period = NULL, *label = NULL;
  g_autoptr (ScrutinyTable) published = NULL;
  PublishedRow made = { .value_text = value, .target_text = target, .status = status };
  PublishedColumns columns = 0;
  Period parsed;

  if (period_parse (when, strlen (when), SCRUTINY_CALENDAR_UNKNOWN, &parsed)) {
    made.period = period = period_dup_text (&parsed);
    made.label = label = period_dup_label (&parsed);
    columns |= PUBLISHED_PERIODS;
  }
  made.value = number_at (self, "value", row);
  made.target = number_at (self, "target", row);
  made.numerator = number_at (self, "numerator", row);
  made.denominator = number_at (self, "denominator", row);
  columns |= !isnan (made.numerator) && !isnan (made.denominator) ? PUBLISHED_COUNTS : 0;
  columns |= scrutiny_table_has_column (self->table, "target") ? PUBLISHED_TARGETS : 0;
  columns |= scrutiny_table_has_column (self->table, "status") ? PUBLISHED_STATUSES : 0;

  published = published_rows_new_table (&made, 1, columns, error);
  if (!published)
    return FALSE;
  scrutiny_dossier_builder_set_published (self->builder, id, published);

  return TRUE;
}

gboolean
layout_scorecard_read (Sheet *sheet, ScrutinyDossierBuilder *builder, GError **error)
{
  g_auto (Scorecard) self = { .sheet = sheet, .builder = builder, .notes = row_notes_new () };
  g_autofree char *note = NULL;

  id_maker_init (&self.ids, sheet->grid->one_of_many ? sheet->grid->sheet : NULL);
  if (!grid_read_all (sheet->grid, error))
    return FALSE;
  self.label = find_label (sheet);
  choose_rows (&self);
  if (self.rows->len == 0) {
    g_autofree char *place = grid_dup_place (sheet->grid, sheet->header_row);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, sheet->header_row + 1, NULL, NULL,
                           "%s: no row under it names an indicator", place);
    return FALSE;
  }

  self.table = scrutiny_table_new ();
  if (!fill_table (&self, error))
    return FALSE;
  for (guint i = 0; i < self.rows->len; i++)
    if (!emit_published (&self, i, error))
      return FALSE;
  scrutiny_dossier_builder_set_scorecard (builder, self.table);
  note = g_strdup_printf ("Read as a scorecard: %u %s, no history.", self.rows->len,
                          self.rows->len == 1 ? "indicator" : "indicators");
  scrutiny_dossier_builder_add_note (builder, NULL, note);
  row_notes_end (self.notes, builder);

  return TRUE;
}
