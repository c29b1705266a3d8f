/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-table.h"

#include <math.h>
#include <string.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "base/printable.h"
#include "base/series-private.h"
#include "base/timeline-private.h"
#include "io/cell.h"

#define NO_COLUMN G_MAXUINT
#define MOST_NAMED 20 /* columns that a message lists */

struct _DossierTable {
  Grid *grid;
  GPtrArray *names; /* char *, of the columns */
  gsize first_row;  /* of the data, in the grid */
  GStrv missing;
  GHashTable *indexes; /* of column number to (of cell text to GArray of gsize rows) */
};

/* The columns a series is made of, and its rows in the order of time. */
typedef struct {
  DossierTable *table;
  guint period, value, numerator, denominator, state, low, high;
  double scale;
  GArray *rows; /* gsize */
} Reading;

static GPtrArray *
names_of_row (const Grid *grid, gsize row)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint column = 0; column < grid_get_n_cells (grid, row); column++)
    g_ptr_array_add (names, grid_text_dup (grid_get (grid, row, column)));
  return names;
}

DossierTable *
dossier_table_new_take (Grid *grid,
                        const char *const *names,
                        const char *const *missing,
                        GError **error)
{
  static const char *const only_empty[] = { "", NULL };
  g_autoptr (DossierTable) self = g_new0 (DossierTable, 1);

  self->grid = grid;
  self->missing = g_strdupv ((char **) (missing ? missing : only_empty));
  self->indexes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  while (self->first_row < grid->n_rows && grid_is_blank (grid, self->first_row))
    self->first_row++;

  if (names) {
    self->names = g_ptr_array_new_with_free_func (g_free);
    for (; *names; names++)
      g_ptr_array_add (self->names, g_strdup (*names));
  } else if (self->first_row < grid->n_rows) {
    self->names = names_of_row (grid, self->first_row++);
  } else {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                           "%s: an empty table; its first row names the columns", grid->origin);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
dossier_table_free (DossierTable *self)
{
  if (!self)
    return;

  g_clear_pointer (&self->grid, grid_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_strfreev (self->missing);
  g_free (self);
}

static guint
find_column (const DossierTable *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++) {
    if (strcmp (self->names->pdata[i], name) == 0)
      return i;
  }
  return NO_COLUMN;
}

static gboolean
refuse_column (const DossierTable *self,
               JsonPlace *place,
               const JsonValue *reference,
               const char *name,
               GError **error)
{
  g_autofree char *shown = printable_dup (name, 40);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->names->len, MOST_NAMED); i++) {
    g_autofree char *one = printable_dup (self->names->pdata[i], 40);

    g_string_append_printf (names, "%s“%s”", i ? ", " : "", one);
  }
  if (self->names->len > MOST_NAMED)
    g_string_append_printf (names, " and %u more", self->names->len - MOST_NAMED);
  return json_place_refuse (place, reference, SCRUTINY_ERROR_NOT_FOUND, error,
                            "%s has no column “%s”; there are %s", self->grid->origin, shown,
                            names->str);
}

/* The column that @reference names under @key, or the one that is called @key itself. */
static gboolean
find_role (const DossierTable *self,
           JsonPlace *place,
           const JsonValue *reference,
           const char *key,
           guint *column,
           GError **error)
{
  const char *name = NULL;

  if (!json_place_get_text (place, reference, key, &name, error))
    return FALSE;

  *column = find_column (self, name ? name : key);
  if (name && *column == NO_COLUMN)
    return refuse_column (self, place, reference, name, error);
  return TRUE;
}

static void
free_rows (gpointer rows)
{
  g_array_unref (rows);
}

/* Where each text of a column stands, so that a thousand indicators in one file are not
 * a thousand searches.
 */
static GHashTable *
index_of (DossierTable *self, guint column)
{
  GHashTable *index = g_hash_table_lookup (self->indexes, GUINT_TO_POINTER (column));

  if (index)
    return index;

  index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_rows);
  g_hash_table_insert (self->indexes, GUINT_TO_POINTER (column), index);
  for (gsize row = self->first_row; row < self->grid->n_rows; row++) {
    g_autofree char *text = grid_text_dup (grid_get (self->grid, row, column));
    GArray *rows = g_hash_table_lookup (index, text);

    if (!rows) {
      rows = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_hash_table_insert (index, g_steal_pointer (&text), rows);
    }
    g_array_append_val (rows, row);
  }
  return index;
}

static GArray *
all_rows (const DossierTable *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize row = self->first_row; row < self->grid->n_rows; row++) {
    if (!grid_is_blank (self->grid, row))
      g_array_append_val (rows, row);
  }
  return rows;
}

/* A cell has no blanks around it, and one where there are several. */
static char *
dup_as_cell (const char *text)
{
  return g_strstrip (grid_text_dup ((GridText){ text, strlen (text) }));
}

/* Those of @rows whose cell in @column says @text; takes @rows, which may be NULL for all. */
static GArray *
narrow (DossierTable *self, GArray *rows, guint column, const char *text)
{
  g_autoptr (GArray) before = rows;
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *wanted = dup_as_cell (text);
  GArray *found;

  if (!before) {
    found = g_hash_table_lookup (index_of (self, column), wanted);
    if (found)
      g_array_append_vals (kept, found->data, found->len);
    return kept;
  }
  for (guint i = 0; i < before->len; i++) {
    gsize row = g_array_index (before, gsize, i);

    if (grid_text_equal (grid_get (self->grid, row, column), wanted))
      g_array_append_val (kept, row);
  }
  return kept;
}

/* A column called as @key that holds @id tells the indicators of one file apart. */
static GArray *
rows_of_indicator (DossierTable *self, const char *id)
{
  guint column = id ? find_column (self, "indicator") : NO_COLUMN;

  return column == NO_COLUMN ? all_rows (self) : narrow (self, NULL, column, id);
}

static GArray *
pick_rows (DossierTable *self,
           JsonPlace *place,
           const JsonValue *reference,
           const char *id,
           GError **error)
{
  const JsonValue *where;
  GArray *rows = NULL;

  if (!json_place_get (place, reference, "where", JSON_OBJECT, &where, error))
    return NULL;
  if (!where || json_value_get_n_items (where) == 0)
    return rows_of_indicator (self, id);

  for (guint i = 0; i < json_value_get_n_items (where); i++) {
    const char *name = json_value_get_key (where, i);
    const JsonValue *text = json_value_get_item (where, i);
    guint column = find_column (self, name);

    if (column == NO_COLUMN)
      refuse_column (self, place, where, name, error);
    if (column == NO_COLUMN || !json_place_expect (place, text, JSON_STRING, error)) {
      g_clear_pointer (&rows, g_array_unref);
      return NULL;
    }
    rows = narrow (self, rows, column, text->text);
  }
  return rows;
}

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
    if (!find_role (self, place, reference, roles[i].key, roles[i].column, error))
      return FALSE;
  }
  if (!json_place_get (place, reference, "counts", JSON_BOOLEAN, &counts, error))
    return FALSE;
  if (counts && strcmp (counts->text, "false") == 0)
    reading->numerator = reading->denominator = NO_COLUMN;
  if (reading->period == NO_COLUMN)
    return refuse_column (self, place, reference, "period", error);
  if ((reading->numerator == NO_COLUMN) != (reading->denominator == NO_COLUMN))
    return refuse_column (self, place, reference,
                          reading->numerator == NO_COLUMN ? "numerator" : "denominator", error);
  if (reading->value == NO_COLUMN && reading->numerator == NO_COLUMN)
    return refuse_column (self, place, reference, "value", error);

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

static gboolean
is_missing (const DossierTable *self, GridText text)
{
  for (char **missing = self->missing; *missing; missing++) {
    if (grid_text_equal (text, *missing))
      return TRUE;
  }
  return FALSE;
}

static GridText
get_cell (const Reading *reading, gsize row, guint column)
{
  if (column == NO_COLUMN)
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

  if (is_missing (self, text))
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
  gboolean has_counts = reading->numerator != NO_COLUMN;

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
  gboolean has_counts = reading->numerator != NO_COLUMN;
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
dossier_table_read_series (DossierTable *self,
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
  reading.rows = pick_rows (self, place, reference, id, error);
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

/* Whether a column holds numbers; those are asked to be, the others stay as written. */
static gboolean
holds_numbers (const DossierTable *self, GArray *rows, guint column, double *values)
{
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++) {
    GridText text = grid_get (self->grid, g_array_index (rows, gsize, i), column);

    values[i] = NAN;
    if (is_missing (self, text))
      continue;
    if (!number_parse (text.text, text.length, &values[i]))
      return FALSE;
    any = TRUE;
  }
  return any;
}

/* What a column of figures says in numbers, gaps where it says none. */
static void
read_figures (const DossierTable *self, GArray *rows, guint column, double *values)
{
  for (guint i = 0; i < rows->len; i++) {
    GridText text = grid_get (self->grid, g_array_index (rows, gsize, i), column);
    Cell cell;

    if (is_missing (self, text))
      text.length = 0;
    cell_parse (text.text, text.length, &cell);
    values[i] = cell.value;
  }
}

static ScrutinyTable *
add_texts (ScrutinyTable *table,
           const DossierTable *self,
           GArray *rows,
           guint column,
           const char *name,
           GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (rows->len + 1, g_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (texts,
                     grid_text_dup (grid_get (self->grid, g_array_index (rows, gsize, i), column)));
  g_ptr_array_add (texts, NULL);
  return scrutiny_table_copy_with_texts (table, name, (const char *const *) texts->pdata, error);
}

static ScrutinyTable *
add_column (ScrutinyTable *table,
            const DossierTable *self,
            GArray *rows,
            guint column,
            const char *name,
            GError **error)
{
  double *values = g_new (double, MAX (rows->len, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, rows->len * sizeof (double));
  gboolean is_value = strcmp (name, "value") == 0;

  if (is_value)
    read_figures (self, rows, column, values);
  if (is_value || (strcmp (name, "period") != 0 && holds_numbers (self, rows, column, values)))
    return scrutiny_table_copy_with_doubles (table, name, bytes, error);

  return add_texts (table, self, rows, column, name, error);
}

/* Adds the column that the file calls @from, and for the value how it was written; gives up
 * @table either way.
 */
static ScrutinyTable *
take_column (ScrutinyTable *table,
             DossierTable *self,
             GArray *rows,
             const char *from,
             const char *name,
             GError **error)
{
  guint column = find_column (self, from);
  gboolean is_value = strcmp (name, "value") == 0 && find_column (self, "value_text") == NO_COLUMN;
  g_autoptr (ScrutinyTable) before = table;
  g_autoptr (ScrutinyTable) wider = add_column (before, self, rows, column, name, error);

  if (!wider || !is_value)
    return g_steal_pointer (&wider);
  return add_texts (wider, self, rows, column, "value_text", error);
}

static ScrutinyTable *
take_named (DossierTable *self,
            JsonPlace *place,
            const JsonValue *columns,
            GArray *rows,
            GError **error)
{
  ScrutinyTable *table = scrutiny_table_new ();

  for (guint i = 0; table && i < json_value_get_n_items (columns); i++) {
    const JsonValue *from = json_value_get_item (columns, i);

    if (!json_place_expect (place, from, JSON_STRING, error) ||
        (find_column (self, from->text) == NO_COLUMN &&
         !refuse_column (self, place, columns, from->text, error))) {
      g_object_unref (table);
      return NULL;
    }
    table = take_column (table, self, rows, from->text, json_value_get_key (columns, i), error);
  }
  return table;
}

static ScrutinyTable *
take_all (DossierTable *self, GArray *rows, GError **error)
{
  ScrutinyTable *table = scrutiny_table_new ();

  for (guint i = 0; table && i < self->names->len; i++) {
    const char *name = self->names->pdata[i];

    if (*name && !scrutiny_table_has_column (table, name))
      table = take_column (table, self, rows, name, name, error);
  }
  return table;
}

ScrutinyTable *
dossier_table_read_rows (DossierTable *self,
                         JsonPlace *place,
                         const JsonValue *reference,
                         const char *id,
                         GError **error)
{
  const JsonValue *columns;
  g_autoptr (GArray) rows = NULL;
  ScrutinyTable *table;

  if (!json_place_get (place, reference, "columns", JSON_OBJECT, &columns, error))
    return NULL;
  rows = pick_rows (self, place, reference, id, error);
  if (!rows)
    return NULL;

  table = columns ? take_named (self, place, columns, rows, error) : take_all (self, rows, error);
  return table;
}
