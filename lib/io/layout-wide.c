/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/layout-wide.h"

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/period-quarters.h"
#include "base/period.h"
#include "io/columns.h"
#include "io/id-maker.h"
#include "io/series-rows.h"

#include <math.h>
#include <string.h>

typedef struct {
  Sheet *sheet;
  ScrutinyDossierBuilder *builder;
  RowNotes *notes;
  IdMaker ids;
  gboolean as_quarters; /* months that stand for quarters */
  GArray *columns;      /* of guint: those named by a period */
  Period *periods;      /* of each */
  guint label, area, unit;
  char *last_label; /* a merged cell names the rows under it too */
  gsize n_series;
} Wide;

static void
wide_clear (Wide *self)
{
  g_clear_pointer (&self->notes, row_notes_free);
  id_maker_clear (&self->ids);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->periods, g_free);
  g_clear_pointer (&self->last_label, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wide, wide_clear)

static gboolean
is_period_name (const SheetColumn *column)
{
  Period period;

  return period_parse (column->name, strlen (column->name), SCRUTINY_CALENDAR_UNKNOWN, &period);
}

guint
layout_wide_count_periods (const Sheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    n += is_period_name (&sheet->columns[i]);

  return n;
}

static gboolean
refuse (const Wide *self, ScrutinyError code, const char *what, GError **error)
{
  g_autofree char *place = grid_dup_place (self->sheet->grid, self->sheet->header_row);

  scrutiny_set_error_at (error, code, self->sheet->header_row + 1, NULL, NULL, "%s: %s", place,
                         what);

  return FALSE;
}

/* All the periods must be steps of one calendar. */
static gboolean
read_periods (Wide *self, GError **error)
{
  const Sheet *sheet = self->sheet;
  ScrutinyCalendar hint = sheet->options ? scrutiny_read_options_get_calendar (sheet->options)
                                         : SCRUTINY_CALENDAR_UNKNOWN;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gsize bad = 0;

  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < sheet->n_columns; i++) {
    if (!is_period_name (&sheet->columns[i]))
      continue;
    g_array_append_val (self->columns, i);
    g_ptr_array_add (names, sheet->columns[i].name);
  }

  self->periods = g_new0 (Period, names->len + 1);
  if (!period_parse_column ((const char *const *) names->pdata, names->len, hint, self->periods,
                            &bad)) {
    g_autofree char *what =
        g_strdup_printf ("the column “%s” is not a period like those before it; they should all be "
                         "months, quarters or "
                         "years",
                         (const char *) names->pdata[MIN (bad, names->len - 1)]);

    return refuse (self, SCRUTINY_ERROR_UNREADABLE, what, error);
  }
  self->as_quarters =
      hint != SCRUTINY_CALENDAR_MONTH && period_make_quarters (self->periods, names->len);

  return TRUE;
}

static guint
find_label (const Wide *self)
{
  guint label = sheet_find (self->sheet, ROLE_INDICATOR);

  if (label != SHEET_NO_COLUMN)
    return label;
  for (guint i = 0; i < self->sheet->n_columns; i++)
    if (self->sheet->columns[i].kind == SHEET_TEXTS && self->sheet->columns[i].role != ROLE_AREA &&
        !is_period_name (&self->sheet->columns[i]))
      return i;

  return self->area;
}

static char *
dup_cell (const Wide *self, gsize row, guint column)
{
  return column == SHEET_NO_COLUMN ? g_strdup ("")
                                   : grid_text_dup (grid_get (self->sheet->grid, row, column));
}

static void
note_text (Wide *self, GridText text, gsize row)
{
  g_autofree char *shown = grid_text_dup_printable (text);
  g_autofree char *example = g_strdup_printf ("“%s”", shown);

  row_notes_add (self->notes, "a text that is no number, so it counts as missing", row + 1,
                 example);
}

static gsize
read_row (Wide *self, gsize row, SeriesRow *rows, gboolean *is_percent)
{
  gsize n_percent = 0, n = 0;

  for (guint i = 0; i < self->columns->len; i++) {
    GridText text = grid_get (self->sheet->grid, row, g_array_index (self->columns, guint, i));
    Cell cell;

    cell_parse (text.text, text.length, &cell);
    if (cell.kind == CELL_TEXT)
      note_text (self, text, row);
    if (cell.flags & CELL_BRACKETS)
      row_notes_add (self->notes, "a number in brackets was read as below nought", row + 1, NULL);
    n_percent += (cell.flags & CELL_PERCENT) != 0;
    rows[n++] = (SeriesRow){ .ordinal = self->periods[i].ordinal,
                             .row = row + 1,
                             .value = cell.value,
                             .low = cell.low,
                             .high = cell.high,
                             .numerator = NAN,
                             .denominator = NAN,
                             .state = (guint8) cell.state };
  }
  *is_percent = n_percent > 0;

  return n;
}

/* The name of the row, and what other columns of names add to it. */
static char *
dup_title (Wide *self, gsize row)
{
  g_autofree char *label = dup_cell (self, row, self->label);
  GString *title;

  if (*label) {
    g_free (self->last_label);
    self->last_label = g_strdup (label);
  }
  title = g_string_new (self->last_label);
  for (guint i = 0; i < self->sheet->n_columns; i++) {
    const SheetColumn *column = &self->sheet->columns[i];
    g_autofree char *word = NULL;

    if (i == self->label || i == self->area || column->kind != SHEET_TEXTS ||
        (column->role != ROLE_MEASURE && column->role != ROLE_KEY) || column->n_distinct < 2)
      continue;
    word = dup_cell (self, row, i);
    if (*word)
      g_string_append_printf (title, ", %s", word);
  }

  return g_string_free (title, FALSE);
}

static gboolean
emit_row (Wide *self, gsize row, SeriesRow *rows, GError **error)
{
  gboolean is_percent = FALSE;
  SeriesRows made = { .rows = rows, .like = self->periods[0], .notes = self->notes };
  g_autofree char *title = dup_title (self, row);
  g_autofree char *area =
      self->area == self->label ? g_strdup ("") : dup_cell (self, row, self->area);
  g_autofree char *unit = dup_cell (self, row, self->unit);
  g_autofree char *id = NULL;
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (GError) found = NULL;

  made.n_rows = read_row (self, row, rows, &is_percent);
  made.unit = *unit ? unit : is_percent || strchr (title, '%') ? "%" : NULL;
  series = series_rows_end (&made, &found);
  if (found) {
    g_propagate_error (error, g_steal_pointer (&found));
    return FALSE;
  }
  if (!series)
    return TRUE;

  id = id_maker_next (&self->ids, title, area);
  scrutiny_dossier_builder_add_indicator (self->builder, id, *title ? title : id);
  if (*area)
    scrutiny_dossier_builder_set_text (self->builder, id, "area", area);
  if (made.unit)
    scrutiny_dossier_builder_set_text (self->builder, id, "unit", made.unit);
  scrutiny_dossier_builder_set_series (self->builder, id, series);
  self->n_series++;

  return TRUE;
}

static void
note_layout (const Wide *self)
{
  g_autofree char *first = period_dup_label (&self->periods[0]);
  g_autofree char *last = period_dup_label (&self->periods[self->columns->len - 1]);
  g_autofree char *text =
      g_strdup_printf ("Read as a wide table: %" G_GSIZE_FORMAT " %s, %u %s%s, %s to "
                       "%s.",
                       self->n_series, self->n_series == 1 ? "indicator" : "indicators",
                       self->columns->len, period_get_plural (self->periods[0].calendar),
                       self->as_quarters ? ", each named by a month" : "", first, last);

  scrutiny_dossier_builder_add_note (self->builder, NULL, text);
}

gboolean
layout_wide_read (Sheet *sheet, ScrutinyDossierBuilder *builder, GError **error)
{
  g_auto (Wide) self = { .sheet = sheet, .builder = builder, .notes = row_notes_new () };
  g_autofree SeriesRow *rows = NULL;

  id_maker_init (&self.ids, sheet->grid->one_of_many ? sheet->grid->sheet : NULL);
  if (!grid_read_all (sheet->grid, error) || !read_periods (&self, error))
    return FALSE;
  self.area = sheet_find (sheet, ROLE_AREA);
  self.unit = sheet_find (sheet, ROLE_UNIT);
  self.label = find_label (&self);
  rows = g_new (SeriesRow, self.columns->len);
  for (gsize row = sheet->first_row; row < sheet->grid->n_rows; row++)
    if (!grid_is_blank (sheet->grid, row) && !sheet_is_header_again (sheet, row) &&
        !emit_row (&self, row, rows, error))
      return FALSE;
  if (self.n_series == 0)
    return refuse (&self, SCRUTINY_ERROR_UNREADABLE, "no row under it has a figure", error);

  note_layout (&self);
  row_notes_end (self.notes, builder);

  return TRUE;
}
