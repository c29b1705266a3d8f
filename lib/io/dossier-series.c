/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-series.h"

#include <math.h>
#include <string.h>

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/printable.h"
#include "base/series-private.h"
#include "base/timeline-private.h"
#include "io/cell.h"
#include "io/dossier-table-private.h"

/* The columns a series is made of, and its rows in the order of time. */
typedef struct {
  DossierTable *table;
  guint period, value, numerator, denominator, state, low, high;
  double scale;
  GArray *rows; /* gsize */
} Reading;

static gboolean
find_columns (Reading *reading, JsonPlace *place, const JsonValue *reference, GError **error)
{
  DossierTable *self = reading->table;
  const JsonValue *counts;
  const struct {
    const char *key;
    guint *column;
  } roles[] = {
    { "period", &reading->period },       { "value", &reading->value },
    { "numerator", &reading->numerator }, { "denominator", &reading->denominator },
    { "state", &reading->state },         { "low", &reading->low },
    { "high", &reading->high },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    if (!dossier_table_find_role (self, place, reference, roles[i].key, roles[i].column, error))
      return FALSE;
  }
  if (!json_place_get (place, reference, "counts", JSON_BOOLEAN, &counts, error))
    return FALSE;
  if (counts && strcmp (counts->text, "false") == 0)
    reading->numerator = reading->denominator = DOSSIER_NO_COLUMN;
  if (reading->period == DOSSIER_NO_COLUMN)
    return dossier_table_refuse_column (self, place, reference, "period", error);
  if ((reading->numerator == DOSSIER_NO_COLUMN) != (reading->denominator == DOSSIER_NO_COLUMN))
    return dossier_table_refuse_column (
        self, place, reference,
        reading->numerator == DOSSIER_NO_COLUMN ? "numerator" : "denominator", error);
  if (reading->value == DOSSIER_NO_COLUMN && reading->numerator == DOSSIER_NO_COLUMN)
    return dossier_table_refuse_column (self, place, reference, "value", error);

  reading->scale = 100;
  return json_place_get_double (place, reference, "scale", &reading->scale, error);
}

static gboolean
refuse_period (const Reading *reading, guint i, guint other, GError **error)
{
  DossierTable *self = reading->table;
  gsize row = g_array_index (reading->rows, gsize, i);
  g_autofree char *text = grid_text_dup_printable (grid_get (self->grid, row, reading->period));
  g_autofree char *where = grid_dup_place (self->grid, row);
  const char *column = self->names->pdata[reading->period];
  g_autofree char *shown = printable_dup (column, 40);

  if (other == i)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, row + 1, column, text,
                           "%s, column “%s”: “%s” is not a period like those above it; write "
                           "2024-04, 2024/25 or 2024-Q1 in every row",
                           where, shown, text);
  else
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, row + 1, column, text,
                           "%s, column “%s”: “%s” is there already, in row %" G_GSIZE_FORMAT
                           "; keep one, or say which rows are meant with “where”",
                           where, shown, text, g_array_index (reading->rows, gsize, other) + 1);
  return FALSE;
}

static int
compare_ordinals (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Period *periods = user_data;
  gint64 first = periods[*(const guint *) a].ordinal;
  gint64 second = periods[*(const guint *) b].ordinal;

  return first < second ? -1 : first > second;
}

/* Puts the rows in the order of time and gives the timeline they make. */
static ScrutinyTimeline *
take_timeline (Reading *reading, const Period *periods, GError **error)
{
  guint n = reading->rows->len;
  g_autofree guint *order = g_new (guint, n);
  g_autofree gint64 *ordinals = g_new (gint64, n);
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (gsize), n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_ordinals, (gpointer) periods);

  for (guint i = 0; i < n; i++) {
    ordinals[i] = periods[order[i]].ordinal;
    if (i > 0 && ordinals[i] == ordinals[i - 1]) {
      refuse_period (reading, order[i], order[i - 1], error);
      return NULL;
    }
    g_array_append_val (sorted, g_array_index (reading->rows, gsize, order[i]));
  }
  g_array_unref (reading->rows);
  reading->rows = g_steal_pointer (&sorted);
  return scrutiny_timeline_new_take (
      periods[0].calendar, periods[0].window, periods[0].length,
      g_bytes_new_take (g_steal_pointer (&ordinals), n * sizeof (gint64)));
}

static ScrutinyTimeline *
read_timeline (Reading *reading, ScrutinyCalendar hint, GError **error)
{
  guint n = reading->rows->len;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (n + 1, g_free);
  g_autofree Period *periods = g_new (Period, MAX (n, 1));
  gsize bad_row = 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
        texts, grid_text_dup (grid_get (reading->table->grid,
                                        g_array_index (reading->rows, gsize, i), reading->period)));
  g_ptr_array_add (texts, NULL);
  if (n == 0)
    return scrutiny_timeline_new_from_texts ((const char *const *) texts->pdata, error);
  if (!period_parse_column ((const char *const *) texts->pdata, n, hint, periods, &bad_row)) {
    refuse_period (reading, (guint) bad_row, (guint) bad_row, error);
    return NULL;
  }
  return take_timeline (reading, periods, error);
}

static GridText
get_cell (const Reading *reading, gsize row, guint column)
{
  if (column == DOSSIER_NO_COLUMN)
    return (GridText){ "", 0 };
  return grid_get (reading->table->grid, row, column);
}

/* What a cell says; one that says nothing we know becomes a gap, and a note. */
static void
read_cell (Reading *reading, gsize row, guint column, GPtrArray *notes, Cell *cell)
{
  DossierTable *self = reading->table;
  GridText text = get_cell (reading, row, column);
  g_autofree char *where = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (dossier_table_is_missing (self, text))
    text.length = 0;
  cell_parse (text.text, text.length, cell);
  if (cell->kind != CELL_TEXT)
    return;

  cell->state = SERIES_MISSING;
  where = grid_dup_place (self->grid, row);
  name = printable_dup (self->names->pdata[column], 40);
  shown = grid_text_dup_printable (text);
  g_ptr_array_add (notes, g_strdup_printf ("%s, column “%s”: “%s” is not a number; read as missing",
                                           where, name, shown));
}

typedef struct {
  double *values, *numerators, *denominators, *lows, *highs;
  guint8 *states;
} Arrays;

static SeriesState
joint_state (const Cell *numerator, const Cell *denominator)
{
  if (numerator->state == SERIES_SUPPRESSED || denominator->state == SERIES_SUPPRESSED)
    return SERIES_SUPPRESSED;
  if (numerator->kind != CELL_NUMBER || denominator->kind != CELL_NUMBER || denominator->value <= 0)
    return SERIES_MISSING;
  return numerator->state != SERIES_OBSERVED ? numerator->state : denominator->state;
}

/* A pair that cannot be counts becomes a gap; one whose part is above the whole is kept,
 * since a payment or a transfer can be, and said aloud.
 */
static void
check_counts (Reading *reading, gsize row, GPtrArray *notes, Cell *numerator, Cell *denominator)
{
  gboolean is_negative = numerator->value < 0 || denominator->value < 0;
  gboolean is_of_none = denominator->value == 0 && numerator->value > 0;
  g_autofree char *where = NULL;

  if (!is_negative && !is_of_none && !(numerator->value > denominator->value))
    return;

  where = grid_dup_place (reading->table->grid, row);
  if (!is_negative && !is_of_none) {
    g_ptr_array_add (notes, g_strdup_printf ("%s: the numerator is above the denominator", where));
    return;
  }
  g_ptr_array_add (notes,
                   g_strdup_printf ("%s: %s; read as missing", where,
                                    is_negative ? "a count below 0" : "some counted out of none"));
  numerator->value = denominator->value = NAN;
  numerator->kind = denominator->kind = CELL_BLANK;
}

/* A share of counts; a numerator withheld as 1 to 4 of 50 bounds the share. */
static void
read_counts (Reading *reading, gsize row, GPtrArray *notes, Arrays *to, gsize i)
{
  Cell numerator, denominator;

  read_cell (reading, row, reading->numerator, notes, &numerator);
  read_cell (reading, row, reading->denominator, notes, &denominator);
  check_counts (reading, row, notes, &numerator, &denominator);
  to->numerators[i] = numerator.value;
  to->denominators[i] = denominator.value;
  to->states[i] = (guint8) joint_state (&numerator, &denominator);
  to->values[i] = reading->scale * numerator.value / denominator.value;
  if (to->states[i] == SERIES_SUPPRESSED && denominator.value > 0) {
    to->lows[i] = reading->scale * numerator.low / denominator.value;
    to->highs[i] = reading->scale * numerator.high / denominator.value;
  }
}

static void
read_value (Reading *reading, gsize row, GPtrArray *notes, Arrays *to, gsize i)
{
  Cell cell;

  read_cell (reading, row, reading->value, notes, &cell);
  to->values[i] = cell.value;
  to->states[i] = (guint8) cell.state;
  to->lows[i] = cell.low;
  to->highs[i] = cell.high;
}

/* What the table says outright beside the figure. */
static void
read_state (Reading *reading, gsize row, GPtrArray *notes, Arrays *to, gsize i)
{
  g_autofree char *name = grid_text_dup (get_cell (reading, row, reading->state));
  SeriesState state = (SeriesState) to->states[i];
  Cell low, high;

  series_state_from_name (name, &state);
  to->states[i] = (guint8) state;
  read_cell (reading, row, reading->low, notes, &low);
  read_cell (reading, row, reading->high, notes, &high);
  if (low.kind == CELL_NUMBER)
    to->lows[i] = low.value;
  if (high.kind == CELL_NUMBER)
    to->highs[i] = high.value;
}

/* A value is there exactly where the state says that it is known. */
static void
settle (Arrays *to, gsize i)
{
  gboolean is_unknown = to->states[i] == SERIES_MISSING || to->states[i] == SERIES_SUPPRESSED;

  if (is_unknown || !isfinite (to->values[i]))
    to->values[i] = NAN;
  if (!is_unknown && isnan (to->values[i]))
    to->states[i] = SERIES_MISSING;
  if (to->lows[i] > to->highs[i])
    to->lows[i] = to->highs[i] = NAN;
}

static void
read_row (Reading *reading, gsize row, GPtrArray *notes, Arrays *to, gsize i)
{
  gboolean has_counts = reading->numerator != DOSSIER_NO_COLUMN;

  to->lows[i] = to->highs[i] = NAN;
  if (has_counts)
    read_counts (reading, row, notes, to, i);
  if (!has_counts || get_cell (reading, row, reading->value).length > 0)
    read_value (reading, row, notes, to, i);
  read_state (reading, row, notes, to, i);
  settle (to, i);
}

static ScrutinySeries *
read_columns (Reading *reading,
              ScrutinyTimeline *timeline,
              const char *unit,
              GPtrArray *notes,
              GError **error)
{
  gsize n = reading->rows->len;
  gboolean has_counts = reading->numerator != DOSSIER_NO_COLUMN;
  gsize size = MAX (n, 1) * sizeof (double);
  Arrays to = { g_malloc (size), g_malloc (size), g_malloc (size),
                g_malloc (size), g_malloc (size), g_malloc (MAX (n, 1)) };
  SeriesColumns columns = { 0 };

  for (gsize i = 0; i < n; i++)
    read_row (reading, g_array_index (reading->rows, gsize, i), notes, &to, i);

  columns.values = g_bytes_new_take (to.values, n * sizeof (double));
  columns.states = g_bytes_new_take (to.states, n);
  columns.lows = g_bytes_new_take (to.lows, n * sizeof (double));
  columns.highs = g_bytes_new_take (to.highs, n * sizeof (double));
  if (has_counts) {
    columns.numerators = g_bytes_new_take (to.numerators, n * sizeof (double));
    columns.denominators = g_bytes_new_take (to.denominators, n * sizeof (double));
    columns.scale = reading->scale;
  } else {
    g_free (to.numerators);
    g_free (to.denominators);
  }
  columns.unit = unit;
  return scrutiny_series_new_take (timeline, &columns, error);
}

static gboolean
read_hint (JsonPlace *place, const JsonValue *reference, ScrutinyCalendar *hint, GError **error)
{
  const char *name = NULL;
  g_autofree char *shown = NULL;

  if (!json_place_get_text (place, reference, "calendar", &name, error))
    return FALSE;
  if (!name)
    return TRUE;

  for (int i = SCRUTINY_CALENDAR_DAY; i <= SCRUTINY_CALENDAR_ACADEMIC_YEAR; i++) {
    if (strcmp (name, scrutiny_calendar_get_name ((ScrutinyCalendar) i)) == 0) {
      *hint = (ScrutinyCalendar) i;
      return TRUE;
    }
  }
  shown = printable_dup (name, 40);
  return json_place_refuse (place, reference, SCRUTINY_ERROR_UNREADABLE, error,
                            "“%s” is not a calendar; there are month, quarter, financial-year "
                            "and others",
                            shown);
}

ScrutinySeries *
dossier_series_read (DossierTable *self,
                     JsonPlace *place,
                     const JsonValue *reference,
                     const char *id,
                     ScrutinyCalendar hint,
                     GError **error)
{
  Reading reading = { .table = self };
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScrutinyTimeline) timeline = NULL;
  g_autoptr (ScrutinySeries) series = NULL;
  const char *unit = NULL;

  if (!find_columns (&reading, place, reference, error) ||
      !json_place_get_text (place, reference, "unit", &unit, error) ||
      !read_hint (place, reference, &hint, error))
    return NULL;
  reading.rows = dossier_table_pick_rows (self, place, reference, id, error);
  if (!reading.rows)
    return NULL;

  timeline = read_timeline (&reading, hint, error);
  if (timeline)
    series = read_columns (&reading, timeline, unit, notes, error);
  if (!series)
    json_place_prefix (place, reference, error);
  for (guint i = 0; series && i < notes->len; i++)
    json_place_add_note (place, id, notes->pdata[i]);

  g_array_unref (reading.rows);
  return g_steal_pointer (&series);
}
