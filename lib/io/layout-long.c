/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/layout-long.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "io/id-maker.h"
#include "io/pair-ids.h"
#include "io/period-column.h"
#include "io/published-rows.h"
#include "io/row-store.h"
#include "io/series-rows.h"

#include <math.h>
#include <string.h>

#define MOST_KEY_NUMBERS 60 /* distinct whole numbers that may be names: quintile, year group */
#define MOST_SERIES 200000
#define PERCENT 100

typedef struct {
  Sheet *sheet;
  ScrutinyDossierBuilder *builder;
  RowStore *store;
  RowNotes *notes;
  PeriodColumn periods;
  IdMaker ids;

  guint period; /* indexes into the store's texts; SHEET_NO_COLUMN where there is none */
  guint kind;
  guint indicator, area, level, unit, measure, id;
  gboolean unit_splits; /* what is called the unit tells series apart: Male, Female */
  GArray *keys;         /* of guint: texts that tell series apart */
  GArray *candidates;   /* of guint: texts that may have to */
  GArray *figures;      /* of guint: numbers that are figures */
  guint numerator, denominator, target;  /* indexes into the store's numbers */
  guint status, value_text, target_text; /* indexes into the texts */
  gboolean is_panel;                     /* several columns of figures */
  gboolean is_ratio;                     /* of a numerator and a denominator, without a value */
  gboolean is_only;                      /* there is no other figure that a status could be of */

  guint32 *key_of; /* by row */
  guint32 n_keys;
  gsize *rows;   /* row indexes, grouped by key */
  gsize *starts; /* by key, n_keys + 1 */
  gsize n_duplicates;
  gsize n_series;
} Long;

static void
long_clear (Long *self)
{
  g_clear_pointer (&self->store, row_store_free);
  g_clear_pointer (&self->notes, row_notes_free);
  period_column_clear (&self->periods);
  id_maker_clear (&self->ids);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->key_of, g_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->starts, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Long, long_clear)

static guint
add_texts_of (Long *self, Role role)
{
  guint column = sheet_find (self->sheet, role);

  return column == SHEET_NO_COLUMN ? SHEET_NO_COLUMN : row_store_add_texts (self->store, column);
}

static guint
add_numbers_of (Long *self, Role role)
{
  guint column = sheet_find (self->sheet, role);

  return column == SHEET_NO_COLUMN ? SHEET_NO_COLUMN : row_store_add_numbers (self->store, column);
}

static void
add_key (Long *self, guint text)
{
  if (text != SHEET_NO_COLUMN)
    g_array_append_val (self->keys, text);
}

static void
add_keys (Long *self)
{
  add_key (self, self->indicator);
  add_key (self, self->measure);
  for (guint i = 0; i < self->sheet->n_columns; i++) {
    const SheetColumn *column = &self->sheet->columns[i];
    guint text;

    if ((column->role != ROLE_KEY && column->role != ROLE_AREA) || column->kind == SHEET_EMPTY)
      continue;
    text = row_store_add_texts (self->store, i);
    if (column->role == ROLE_AREA && self->area == SHEET_NO_COLUMN)
      self->area = text;
    add_key (self, text);
  }
  add_key (self, self->unit); /* the last, to see whether it adds anything */
}

/* Columns whose names say nothing: texts that may tell series apart. */
static void
add_candidates (Long *self)
{
  for (guint i = 0; i < self->sheet->n_columns; i++) {
    const SheetColumn *column = &self->sheet->columns[i];
    gboolean is_code = column->role == ROLE_CODE || column->role == ROLE_ID;
    gboolean is_text = column->role == ROLE_NONE && column->kind == SHEET_TEXTS;
    gboolean is_number = column->role == ROLE_NONE && column->kind == SHEET_NUMBERS &&
                         !self->is_panel && column->n_distinct <= MOST_KEY_NUMBERS;
    guint text;

    if (!is_code && !is_text && !is_number)
      continue;
    if (column->mean_length > 80 || (column->n_distinct < 2 && !is_code))
      continue;
    text = row_store_add_texts (self->store, i);
    if (column->role == ROLE_ID && self->id == SHEET_NO_COLUMN)
      self->id = text;
    g_array_append_val (self->candidates, text);
  }
}

static gboolean
is_told (const Long *self, Role role)
{
  ScrutinyReadOptions *options = self->sheet->options;

  return options && scrutiny_read_options_get_column (options, role_get_name (role)) != NULL;
}

/* Beside a target or a status, the one column of numbers that says nothing else. */
static guint
find_value (const Sheet *sheet)
{
  guint value = sheet_find (sheet, ROLE_VALUE);
  guint n = 0;

  if (value != SHEET_NO_COLUMN || (sheet_find (sheet, ROLE_TARGET) == SHEET_NO_COLUMN &&
                                   sheet_find (sheet, ROLE_STATUS) == SHEET_NO_COLUMN))
    return value;
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].kind == SHEET_NUMBERS && sheet->columns[i].role == ROLE_NONE) {
      value = i;
      n++;
    }

  return n == 1 ? value : SHEET_NO_COLUMN;
}

static gboolean
is_told_ratio (const Long *self)
{
  return is_told (self, ROLE_NUMERATOR) && is_told (self, ROLE_DENOMINATOR) &&
         !is_told (self, ROLE_VALUE);
}

/* A numerator, a denominator, and no other figures than a target. */
static gboolean
holds_counts_only (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].kind == SHEET_NUMBERS && sheet->columns[i].role == ROLE_NONE)
      return FALSE;

  return sheet_find (sheet, ROLE_NUMERATOR) != SHEET_NO_COLUMN &&
         sheet_find (sheet, ROLE_DENOMINATOR) != SHEET_NO_COLUMN;
}

static void
add_figures (Long *self)
{
  guint value = find_value (self->sheet);

  self->is_only = value == SHEET_NO_COLUMN && holds_counts_only (self->sheet);
  self->is_ratio = is_told_ratio (self) || self->is_only;
  if (self->is_ratio)
    value = sheet_find (self->sheet, ROLE_NUMERATOR);
  self->is_panel = value == SHEET_NO_COLUMN;
  if (!self->is_panel) {
    if (!self->is_ratio)
      self->sheet->columns[value].role = ROLE_VALUE;
    value = row_store_add_numbers (self->store, value);
    g_array_append_val (self->figures, value);
    self->numerator = add_numbers_of (self, ROLE_NUMERATOR);
    self->denominator = add_numbers_of (self, ROLE_DENOMINATOR);
    self->target = add_numbers_of (self, ROLE_TARGET);
    return;
  }
  for (guint i = 0; i < self->sheet->n_columns; i++) {
    const SheetColumn *column = &self->sheet->columns[i];
    guint number;

    if (column->kind != SHEET_NUMBERS || !*column->name ||
        (column->role != ROLE_NONE && column->role != ROLE_NUMERATOR &&
         column->role != ROLE_DENOMINATOR && column->role != ROLE_TARGET))
      continue;
    number = row_store_add_numbers (self->store, i);
    g_array_append_val (self->figures, number);
  }
}

/* A table of one figure a row, with what the publisher said of it. */
static gboolean
has_published (const Long *self)
{
  return !self->is_panel && (!self->is_ratio || self->is_only) &&
         (self->target != SHEET_NO_COLUMN || self->status != SHEET_NO_COLUMN);
}

static void
choose_columns (Long *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  self->candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  self->figures = g_array_new (FALSE, FALSE, sizeof (guint));
  self->area = self->id = SHEET_NO_COLUMN;
  self->numerator = self->denominator = self->target = SHEET_NO_COLUMN;
  self->value_text = self->target_text = SHEET_NO_COLUMN;

  self->period = add_texts_of (self, ROLE_PERIOD);
  self->kind = add_texts_of (self, ROLE_PERIOD_KIND);
  self->indicator = add_texts_of (self, ROLE_INDICATOR);
  self->unit = add_texts_of (self, ROLE_UNIT);
  self->measure = add_texts_of (self, ROLE_MEASURE);
  self->level = add_texts_of (self, ROLE_LEVEL);
  self->status = add_texts_of (self, ROLE_STATUS);
  if (self->indicator != SHEET_NO_COLUMN)
    self->store->texts[self->indicator].fill_down = TRUE;
  add_figures (self);
  if (has_published (self)) {
    self->value_text = self->is_ratio ? SHEET_NO_COLUMN : add_texts_of (self, ROLE_VALUE);
    self->target_text = add_texts_of (self, ROLE_TARGET);
  }
  add_keys (self);
  add_candidates (self);
}

static gboolean
is_dated (const Long *self, gsize row)
{
  return self->periods.is_read[row_store_get_id (self->store, self->period, row)];
}

/* Gives rows that agree in @text as well a key of their own; the number of keys. */
static guint32
split_keys (const Long *self, const guint32 *from, guint text, guint32 *to)
{
  gsize n_rows = self->store->rows->len;
  PairIds pairs;
  guint32 n;

  pair_ids_init (&pairs);
  for (gsize row = 0; row < n_rows; row++)
    to[row] = pair_ids_get (&pairs, from[row], row_store_get_id (self->store, text, row));
  n = pairs.n;
  pair_ids_clear (&pairs);

  return n;
}

/* Rows whose key has another row for the same period. */
static gsize
count_duplicates (const Long *self, const guint32 *keys)
{
  gsize n_dated = 0;
  PairIds pairs;
  gsize n;

  pair_ids_init (&pairs);
  for (gsize row = 0; row < self->store->rows->len; row++) {
    if (!is_dated (self, row))
      continue;
    n_dated++;
    pair_ids_get (&pairs, keys[row], row_store_get_id (self->store, self->period, row));
  }
  n = n_dated - pairs.n;
  pair_ids_clear (&pairs);

  return n;
}

/* Takes the column that tells most repeated rows apart into the key; FALSE if none does. */
static gboolean
take_candidate (Long *self)
{
  gsize n_rows = self->store->rows->len;
  g_autofree guint32 *tried = g_new (guint32, n_rows);
  gsize fewest = self->n_duplicates;
  guint best = 0;

  for (guint i = 0; i < self->candidates->len; i++) {
    gsize n;

    split_keys (self, self->key_of, g_array_index (self->candidates, guint, i), tried);
    n = count_duplicates (self, tried);
    if (n < fewest) {
      fewest = n;
      best = i;
    }
  }
  if (2 * fewest > self->n_duplicates)
    return FALSE;

  self->n_keys =
      split_keys (self, self->key_of, g_array_index (self->candidates, guint, best), tried);
  memcpy (self->key_of, tried, n_rows * sizeof *tried);
  g_array_append_val (self->keys, g_array_index (self->candidates, guint, best));
  g_array_remove_index (self->candidates, best);
  self->n_duplicates = fewest;

  return TRUE;
}

static void
make_keys (Long *self)
{
  gsize n_rows = self->store->rows->len;
  g_autofree guint32 *from = g_new0 (guint32, n_rows);

  self->key_of = g_new0 (guint32, n_rows);
  self->n_keys = n_rows > 0;
  for (guint i = 0; i < self->keys->len; i++) {
    guint text = g_array_index (self->keys, guint, i);
    guint32 n_before = self->n_keys;

    memcpy (from, self->key_of, n_rows * sizeof *from);
    self->n_keys = split_keys (self, from, text, self->key_of);
    self->unit_splits |= text == self->unit && self->n_keys > n_before;
  }

  self->n_duplicates = count_duplicates (self, self->key_of);
  while (self->n_duplicates > 0 && take_candidate (self))
    ;
}

/* Counting sort: rows of a key stay in their order. */
static void
group_rows (Long *self)
{
  gsize n_rows = self->store->rows->len;
  g_autofree gsize *next = NULL;

  self->starts = g_new0 (gsize, self->n_keys + 1);
  self->rows = g_new (gsize, MAX (n_rows, 1));
  for (gsize row = 0; row < n_rows; row++)
    self->starts[self->key_of[row] + 1]++;
  for (guint32 key = 0; key < self->n_keys; key++)
    self->starts[key + 1] += self->starts[key];
  next = g_memdup2 (self->starts, (self->n_keys + 1) * sizeof *next);
  for (gsize row = 0; row < n_rows; row++)
    self->rows[next[self->key_of[row]]++] = row;
}

static gboolean
is_constant (const Long *self, guint text)
{
  return self->store->texts[text].texts->len <= 2;
}

/* A code beside the name it stands for says nothing more. */
static gboolean
belongs_in_title (const Long *self, guint text)
{
  return text != self->area && text != self->indicator && text != self->unit &&
         !is_constant (self, text);
}

static gboolean
mentions (const char *text, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, word) != NULL;
}

static char *
dup_stem (const Long *self)
{
  const char *origin =
      self->sheet->grid->sheet ? self->sheet->grid->sheet : self->sheet->grid->origin;
  const char *point = origin ? strrchr (origin, '.') : NULL;

  if (!origin)
    return g_strdup ("");

  return point && !self->sheet->grid->sheet ? g_strndup (origin, (gsize) (point - origin))
                                            : g_strdup (origin);
}

static const SheetColumn *
figure_column (const Long *self, guint figure)
{
  return &self->sheet->columns[self->store->numbers[figure].column];
}

/* What the figure is called: the indicator, else the column, else the file. */
static char *
dup_subject (const Long *self, guint figure, gsize row)
{
  const char *indicator = self->indicator != SHEET_NO_COLUMN
                              ? row_store_get_text (self->store, self->indicator, row)
                              : "";
  const SheetColumn *column = figure_column (self, figure);

  if (*indicator && self->is_panel && self->figures->len > 1)
    return g_strdup_printf ("%s: %s", indicator, column->name);
  if (*indicator)
    return g_strdup (indicator);
  if (self->is_ratio)
    return g_strdup_printf (
        "%s as a percentage of %s", column->name,
        self->sheet->columns[self->store->numbers[self->denominator].column].name);
  if (self->is_panel || role_find (column->normal) != ROLE_VALUE)
    return g_strdup (column->name);
  if (self->id != SHEET_NO_COLUMN && *row_store_get_text (self->store, self->id, row))
    return g_strdup (row_store_get_text (self->store, self->id, row));

  return dup_stem (self);
}

static char *
dup_title (const Long *self, guint figure, gsize row)
{
  g_autofree char *subject = dup_subject (self, figure, row);
  GString *title = g_string_new (subject);

  for (guint i = 0; i < self->keys->len; i++) {
    guint text = g_array_index (self->keys, guint, i);
    const char *word = row_store_get_text (self->store, text, row);
    const SheetColumn *column = &self->sheet->columns[self->store->texts[text].column];

    if (!*word || !belongs_in_title (self, text) || strstr (subject, word))
      continue;
    if (strlen (word) < 4 && column->role != ROLE_AREA)
      g_string_append_printf (title, ", %s %s", column->name, word);
    else
      g_string_append_printf (title, ", %s", word);
  }
  if (self->unit_splits)
    g_string_append_printf (title, ", %s", row_store_get_text (self->store, self->unit, row));

  return g_string_free (title, FALSE);
}

static gboolean
is_percentage (const Long *self, guint figure, gsize row, const char *title)
{
  const Column *numbers = &self->store->numbers[figure];
  const char *measure =
      self->measure != SHEET_NO_COLUMN ? row_store_get_text (self->store, self->measure, row) : "";
  const SheetColumn *column = figure_column (self, figure);

  if (2 * numbers->n_percent > numbers->n_numbers)
    return TRUE;
  if (*measure)
    return mentions (measure, "percent") || strchr (measure, '%');

  return strchr (title, '%') || mentions (title, "percent") ||
         mentions (column->normal, "percent") || mentions (column->normal, "pct");
}

/* NULL: not stated. */
static const char *
find_unit (const Long *self, guint figure, gsize row, const char *title)
{
  if (self->is_ratio || is_percentage (self, figure, row, title))
    return "%";
  if (self->unit != SHEET_NO_COLUMN && !self->unit_splits)
    return row_store_get_text (self->store, self->unit, row);

  return NULL;
}

static double
number_at (const Long *self, guint number, gsize row)
{
  return number == SHEET_NO_COLUMN ? NAN : self->store->numbers[number].values[row];
}

static void
note_cell (Long *self, const Column *numbers, gsize row)
{
  gsize at = row_store_get_row (self->store, row);

  if (column_get_mark (numbers, row).kind == CELL_TEXT) {
    g_autofree char *name = printable_dup (self->sheet->columns[numbers->column].name, 60);
    g_autofree char *what = g_strdup_printf ("“%s” holds a text that is no number, so it counts as "
                                             "missing",
                                             name);

    row_notes_add (self->notes, what, at, NULL);
  } else if (column_get_mark (numbers, row).flags & CELL_BRACKETS) {
    row_notes_add (self->notes, "a number in brackets was read as below nought", at, NULL);
  }
}

static SeriesRow
series_row_at (Long *self, guint figure, gsize row)
{
  const Column *numbers = &self->store->numbers[figure];
  guint32 period = row_store_get_id (self->store, self->period, row);
  SeriesRow made = {
    .ordinal = self->periods.periods[period].ordinal,
    .row = row_store_get_row (self->store, row),
    .value = numbers->values[row],
    .low = numbers->lows ? numbers->lows[row] : NAN,
    .high = numbers->highs ? numbers->highs[row] : NAN,
    .numerator = number_at (self, self->numerator, row),
    .denominator = number_at (self, self->denominator, row),
    .state = column_get_mark (numbers, row).state,
  };

  if (column_get_mark (numbers, row).kind != CELL_NUMBER || column_get_mark (numbers, row).flags)
    note_cell (self, numbers, row);

  return made;
}

static const char *
text_at (const Long *self, guint text, gsize row)
{
  return text == SHEET_NO_COLUMN ? NULL : row_store_get_text (self->store, text, row);
}

/* What a status is of: where no figure stands beside the counts, what they give. */
static double
value_at (const Long *self, guint figure, gsize row)
{
  const double denominator = number_at (self, self->denominator, row);

  if (!self->is_ratio)
    return number_at (self, figure, row);

  return denominator > 0 ? PERCENT * number_at (self, self->numerator, row) / denominator : NAN;
}

static PublishedRow
published_row_at (const Long *self, guint figure, gsize row)
{
  guint32 id = row_store_get_id (self->store, self->period, row);

  return (PublishedRow){ .period = period_dup_text (&self->periods.periods[id]),
                         .label = period_dup_label (&self->periods.periods[id]),
                         .value_text = text_at (self, self->value_text, row),
                         .target_text = text_at (self, self->target_text, row),
                         .status = text_at (self, self->status, row),
                         .value = value_at (self, figure, row),
                         .target = number_at (self, self->target, row),
                         .numerator = number_at (self, self->numerator, row),
                         .denominator = number_at (self, self->denominator, row) };
}

/* Target and status as published beside each value. */
static ScrutinyTable *
published_new (const Long *self, guint32 key, guint figure, GError **error)
{
  gsize n_rows = self->starts[key + 1] - self->starts[key];
  g_autofree PublishedRow *rows = g_new (PublishedRow, n_rows + 1);
  PublishedColumns columns = PUBLISHED_PERIODS;
  ScrutinyTable *table;
  gsize n = 0;

  columns |= self->target != SHEET_NO_COLUMN ? PUBLISHED_TARGETS : 0;
  columns |= self->status != SHEET_NO_COLUMN ? PUBLISHED_STATUSES : 0;
  columns |= self->numerator != SHEET_NO_COLUMN && self->denominator != SHEET_NO_COLUMN
                 ? PUBLISHED_COUNTS
                 : 0;
  for (gsize i = self->starts[key]; i < self->starts[key + 1]; i++)
    if (is_dated (self, self->rows[i]))
      rows[n++] = published_row_at (self, figure, self->rows[i]);

  table = published_rows_new_table (rows, n, columns, error);
  for (gsize i = 0; i < n; i++) {
    g_free ((char *) rows[i].period);
    g_free ((char *) rows[i].label);
  }

  return table;
}

static gboolean
emit_published (Long *self, guint32 key, guint figure, const char *id, GError **error)
{
  g_autoptr (ScrutinyTable) published = NULL;

  if (!has_published (self))
    return TRUE;
  published = published_new (self, key, figure, error);
  if (!published)
    return FALSE;
  scrutiny_dossier_builder_set_published (self->builder, id, published);

  return TRUE;
}

static gboolean
emit_series (Long *self, guint32 key, guint figure, SeriesRow *rows, GError **error)
{
  gsize first = self->rows[self->starts[key]];
  g_autofree char *title = dup_title (self, figure, first);
  const char *unit = find_unit (self, figure, first, title);
  const char *area =
      self->area == SHEET_NO_COLUMN ? NULL : row_store_get_text (self->store, self->area, first);
  const char *level = text_at (self, self->level, first);
  SeriesRows made = { .rows = rows,
                      .like = self->periods.like,
                      .unit = unit,
                      .has_counts = self->numerator != SHEET_NO_COLUMN &&
                                    self->denominator != SHEET_NO_COLUMN,
                      .is_ratio = self->is_ratio,
                      .notes = self->notes };
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (GError) found = NULL;
  g_autofree char *id = NULL;

  for (gsize i = self->starts[key]; i < self->starts[key + 1]; i++)
    if (is_dated (self, self->rows[i]))
      rows[made.n_rows++] = series_row_at (self, figure, self->rows[i]);

  series = series_rows_end (&made, &found);
  if (found) {
    g_propagate_error (error, g_steal_pointer (&found));
    return FALSE;
  }
  if (!series)
    return TRUE;

  id = id_maker_next (&self->ids, title, area);
  scrutiny_dossier_builder_add_indicator (self->builder, id, title);
  if (area && *area)
    scrutiny_dossier_builder_set_text (self->builder, id, "area", area);
  if (level && *level)
    scrutiny_dossier_builder_set_text (self->builder, id, "level", level);
  if (unit && *unit)
    scrutiny_dossier_builder_set_text (self->builder, id, "unit", unit);
  scrutiny_dossier_builder_set_series (self->builder, id, series);
  self->n_series++;

  return emit_published (self, key, figure, id, error);
}

static gboolean
emit_all (Long *self, GError **error)
{
  g_autofree SeriesRow *rows = NULL;
  gsize most = 0;

  for (guint32 key = 0; key < self->n_keys; key++)
    most = MAX (most, self->starts[key + 1] - self->starts[key]);
  rows = g_new (SeriesRow, MAX (most, 1));

  for (guint32 key = 0; key < self->n_keys; key++)
    for (guint i = 0; i < self->figures->len; i++)
      if (!emit_series (self, key, g_array_index (self->figures, guint, i), rows, error))
        return FALSE;

  return TRUE;
}

static gboolean
refuse (const Long *self, ScrutinyError code, const char *what, GError **error)
{
  g_autofree char *place = grid_dup_place (self->sheet->grid, G_MAXSIZE);
  g_autofree char *names = sheet_dup_names (self->sheet);

  scrutiny_set_error_at (error, code, 0, NULL, NULL, "%s: %s; the columns are %s", place, what,
                         names);

  return FALSE;
}

/* Many rows of one key on one date: rows are cases, not figures. */
static gboolean
check_shape (const Long *self, GError **error)
{
  if (self->store->rows->len == 0)
    return refuse (self, SCRUTINY_ERROR_UNREADABLE, "no row has anything in it", error);
  if (5 * self->n_duplicates > self->store->rows->len)
    return refuse (
        self, SCRUTINY_ERROR_UNSUITABLE,
        "most periods come several times and no column tells the rows apart: this looks "
        "like one row a case; say how the figure is counted from them (a definition), or "
        "hand in the figures by period",
        error);
  if ((gsize) self->n_keys * self->figures->len > MOST_SERIES)
    return refuse (self, SCRUTINY_ERROR_LIMIT, "more than 200,000 series in one table", error);

  return TRUE;
}

static void
note_layout (const Long *self)
{
  g_autofree char *span = period_column_dup_span (&self->periods);
  g_autofree char *text = g_strdup_printf (
      "Read as a long table%s: %" G_GSIZE_FORMAT " %s, %s, %u rows.",
      self->is_panel ? " with a column for each figure" : "", self->n_series,
      self->n_series == 1 ? "indicator" : "indicators", span, self->store->rows->len);

  scrutiny_dossier_builder_add_note (self->builder, NULL, text);
}

/* A status stands beside a figure, which counts give; of two columns somebody named they need not.
 */
static void
note_status (const Long *self)
{
  const SheetColumn *columns = self->sheet->columns;
  const guint beside = sheet_find (
      self->sheet,
      sheet_find (self->sheet, ROLE_STATUS) != SHEET_NO_COLUMN ? ROLE_STATUS : ROLE_TARGET);
  g_autofree char *name = NULL, *text = NULL;

  if (!self->is_ratio || beside == SHEET_NO_COLUMN)
    return;
  name = printable_dup (columns[beside].name, 60);
  text = g_strdup_printf (self->is_only
                              ? "“%s” stands beside counts and no published figure: it is taken to "
                                "be of the percentage that they give."
                              : "“%s” was not used: it may be of another figure than the "
                                "percentage of the two columns that were named.",
                          name);
  scrutiny_dossier_builder_add_note (self->builder, NULL, text);
}

static void
note_left_out (const Long *self)
{
  const RowStore *store = self->store;
  g_autofree char *headers = NULL, *footnotes = NULL;

  if (store->n_repeated_headers > 0) {
    headers = g_strdup_printf (
        "The header comes again %" G_GSIZE_FORMAT " %s; those rows were left out.",
        store->n_repeated_headers, store->n_repeated_headers == 1 ? "time" : "times");
    scrutiny_dossier_builder_add_note (self->builder, NULL, headers);
  }
  if (store->n_footnotes > 0) {
    footnotes =
        g_strdup_printf ("%" G_GSIZE_FORMAT " %s only a first cell and %s left out, from row "
                         "%" G_GSIZE_FORMAT ".",
                         store->n_footnotes, store->n_footnotes == 1 ? "row has" : "rows have",
                         store->n_footnotes == 1 ? "was" : "were", store->first_footnote);
    scrutiny_dossier_builder_add_note (self->builder, NULL, footnotes);
  }
}

gboolean
layout_long_read (Sheet *sheet, ScrutinyDossierBuilder *builder, GError **error)
{
  g_auto (Long) self = { .sheet = sheet, .builder = builder };
  ScrutinyCalendar hint = sheet->options ? scrutiny_read_options_get_calendar (sheet->options)
                                         : SCRUTINY_CALENDAR_UNKNOWN;

  self.store = row_store_new (sheet);
  self.notes = row_notes_new ();
  id_maker_init (&self.ids, sheet->grid->one_of_many ? sheet->grid->sheet : NULL);
  choose_columns (&self);
  if (!row_store_read (self.store, error) ||
      !period_column_read (&self.periods, self.store, self.period, self.kind, hint, self.notes,
                           error))
    return FALSE;

  make_keys (&self);
  if (!check_shape (&self, error))
    return FALSE;
  group_rows (&self);
  if (!emit_all (&self, error))
    return FALSE;
  if (self.n_series == 0)
    return refuse (&self, SCRUTINY_ERROR_UNREADABLE, "no row has both a period and a figure",
                   error);

  note_layout (&self);
  note_status (&self);
  note_left_out (&self);
  row_notes_end (self.notes, builder);

  return TRUE;
}
