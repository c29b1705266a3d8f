/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/sheet.h"

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "base/printable.h"
#include "io/cell.h"

#include <string.h>

#define MOST_SAMPLE 2000
#define MOST_HEADER_ROWS 40 /* rows of titles above a header */
#define MOST_NAMES 30       /* in a message */

static guint
count_filled (const Grid *grid, gsize row)
{
  guint n = 0;

  for (guint column = 0; column < grid_get_n_cells (grid, row); column++)
    n += grid_get (grid, row, column).length > 0;

  return n;
}

/* How many cells most rows fill, of the first few hundred. */
static guint
find_usual_width (const Grid *grid)
{
  g_autofree guint *counts = g_new0 (guint, grid->n_columns + 1);
  guint best = 0;

  for (gsize row = 0; row < MIN (grid->n_rows, 400); row++)
    counts[count_filled (grid, row)]++;
  for (guint n = 1; n <= grid->n_columns; n++)
    if (counts[n] >= MAX (counts[best], 1) || best == 0)
      best = counts[n] > 0 ? n : best;

  return best;
}

static gboolean
is_number_at (const Grid *grid, gsize row, guint column)
{
  GridText text = grid_get (grid, row, column);
  Period period;
  Cell cell;

  cell_parse (text.text, text.length, &cell);

  return cell.kind == CELL_NUMBER &&
         !period_parse (text.text, text.length, SCRUTINY_CALENDAR_UNKNOWN, &period);
}

static guint
count_numbers (const Grid *grid, gsize row)
{
  guint n = 0;

  for (guint column = 0; column < grid_get_n_cells (grid, row); column++)
    n += is_number_at (grid, row, column);

  return n;
}

/* The first row about as wide as the others that is not figures already. */
static gboolean
find_header (Sheet *self)
{
  const Grid *grid = self->grid;
  guint width = find_usual_width (grid);

  for (gsize row = 0; row < MIN (grid->n_rows, MOST_HEADER_ROWS); row++) {
    guint n_filled = count_filled (grid, row);

    if (n_filled >= 2 && n_filled * 10 >= width * 6 && count_numbers (grid, row) * 2 < n_filled) {
      self->header_row = row;
      return TRUE;
    }
  }

  return FALSE;
}

/* A second header row under merged cells: texts only, where the first has gaps. */
static gboolean
has_second_header (const Sheet *self)
{
  const Grid *grid = self->grid;
  gsize row = self->header_row;
  guint n_gaps = 0;

  if (row + 1 >= grid->n_rows || grid_is_blank (grid, row + 1) || count_numbers (grid, row + 1) > 0)
    return FALSE;
  for (guint column = 1; column < grid->n_columns; column++)
    n_gaps +=
        grid_get (grid, row, column).length == 0 && grid_get (grid, row + 1, column).length > 0;

  return n_gaps > 0;
}

static char *
dup_name (const Sheet *self, guint column, gboolean two_rows, GridText *above)
{
  GridText upper = grid_get (self->grid, self->header_row, column);
  GridText lower = { "", 0 };
  g_autofree char *first = NULL, *second = NULL;

  if (!two_rows)
    return grid_text_dup (upper);

  lower = grid_get (self->grid, self->header_row + 1, column);
  if (upper.length > 0)
    *above = upper;
  first = grid_text_dup (lower.length > 0 ? *above : upper);
  second = grid_text_dup (lower);

  return g_strstrip (g_strdup_printf ("%s %s", first, second));
}

static gboolean
is_name_of_two (const Sheet *self, guint index)
{
  const char *name = self->columns[index].name;

  for (guint i = 0; i < self->n_columns; i++)
    if (i != index && *name && g_str_equal (self->columns[i].name, name))
      return TRUE;

  return FALSE;
}

/* "Available" above "Total, Maternity" and "Occupied" above "Total, Maternity": a row of
 * groups tells columns of one name apart.  An empty column ends a group.
 */
static void
name_by_groups (Sheet *self)
{
  g_autofree gboolean *repeated = g_new0 (gboolean, self->n_columns);
  const gsize row = self->header_row - 1;
  GridText group = { "", 0 };

  for (guint i = 0; i < self->n_columns; i++)
    repeated[i] = is_name_of_two (self, i);
  for (guint i = 0; i < self->n_columns; i++) {
    GridText above = grid_get (self->grid, row, i);
    SheetColumn *column = &self->columns[i];
    g_autofree char *first = NULL;
    char *name;

    if (above.length > 0 || !*column->name)
      group = above;
    if (!repeated[i] || group.length == 0)
      continue;
    first = grid_text_dup (group);
    name = g_strdup_printf ("%s: %s", g_strstrip (first), column->name);
    g_free (column->name);
    column->name = name;
  }
}

/* "Org Code" beside "Org Name": the code stands for the name. */
static void
prefer_names_to_codes (Sheet *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    SheetColumn *code = &self->columns[i];
    g_autofree char *name = NULL;

    if (code->role != ROLE_AREA || !g_str_has_suffix (code->normal, " code"))
      continue;
    name =
        g_strdup_printf ("%.*sname", (int) (strlen (code->normal) - strlen ("code")), code->normal);
    for (guint k = 0; k < self->n_columns; k++)
      if (g_str_equal (self->columns[k].normal, name)) {
        self->columns[k].role = ROLE_AREA;
        code->role = ROLE_CODE;
        break;
      }
  }
}

/* "Title:", "Return to Contents", "2021-22 financial year": above many tables, and no name. */
static gboolean
is_title (GridText text)
{
  static const char *const no_titles[] = { "return to ", "back to ", "contents", "go to " };
  g_autofree char *written = grid_text_dup (text);
  g_autofree char *lower = g_utf8_strdown (g_strstrip (written), -1);
  Period period;

  if (!*lower || g_str_has_suffix (lower, ":") ||
      period_parse (text.text, text.length, SCRUTINY_CALENDAR_UNKNOWN, &period))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (no_titles); i++)
    if (g_str_has_prefix (lower, no_titles[i]))
      return FALSE;

  return TRUE;
}

static void
find_title (Sheet *self, gsize first_header)
{
  for (gsize row = 0; row < first_header && !self->title; row++) {
    for (guint column = 0; column < grid_get_n_cells (self->grid, row) && !self->title; column++) {
      GridText text = grid_get (self->grid, row, column);

      if (text.length > 0 && is_title (text))
        self->title = grid_text_dup (text);
    }
  }
}

typedef struct {
  gsize n_numbers, n_periods, n_texts, n_length;
} Tally;

static void
tally_cell (Tally *tally, GridText text)
{
  Period period;
  Cell cell;

  tally->n_length += text.length;
  if (period_parse (text.text, text.length, SCRUTINY_CALENDAR_UNKNOWN, &period))
    tally->n_periods++;
  cell_parse (text.text, text.length, &cell);
  if (cell.kind == CELL_NUMBER || (cell.kind == CELL_MARKER && !cell.marker))
    tally->n_numbers++;
  else if (cell.kind == CELL_TEXT)
    tally->n_texts++;
}

/* A column of figures may hold a few remarks; one that is named for figures, more. */
static SheetKind
judge_tally (const Tally *tally, gsize n_filled, Role role)
{
  gsize patience = role == ROLE_VALUE || role == ROLE_TARGET || role == ROLE_PREVIOUS ||
                           role == ROLE_NUMERATOR || role == ROLE_DENOMINATOR
                       ? 1
                       : 2;

  if (n_filled == 0)
    return SHEET_EMPTY;
  if (tally->n_texts == 0 && tally->n_numbers > 0 && tally->n_periods < n_filled)
    return SHEET_NUMBERS;
  if (tally->n_periods * 10 >= n_filled * 8)
    return SHEET_PERIODS;
  if (tally->n_numbers > 0 && tally->n_texts * patience <= tally->n_numbers)
    return SHEET_NUMBERS;
  if (tally->n_texts == 0)
    return SHEET_EMPTY;

  return SHEET_TEXTS;
}

static void
look_at_column (Sheet *self, guint index)
{
  SheetColumn *column = &self->columns[index];
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tally tally = { 0 };

  for (gsize row = self->first_row; row < self->grid->n_rows && row < self->first_row + MOST_SAMPLE;
       row++) {
    GridText text = grid_get (self->grid, row, index);
    char *copy;

    if (text.length == 0 || sheet_is_footnote (self, row) || grid_text_equal (text, column->name))
      continue;
    column->n_filled++;
    copy = g_strndup (text.text, MIN (text.length, 200));
    if (g_hash_table_add (seen, copy))
      tally_cell (&tally, text);
  }

  column->n_distinct = g_hash_table_size (seen);
  column->kind = judge_tally (&tally, column->n_distinct, column->role);
  column->mean_length =
      column->n_distinct > 0 ? (double) tally.n_length / (double) column->n_distinct : 0;
}

static guint
find_named (const Sheet *self, const char *name)
{
  g_autofree char *normal = role_dup_normal (name);

  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].name, name))
      return i;
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].normal, normal))
      return i;

  return SHEET_NO_COLUMN;
}

/* What the user says a column is for beats what its name says. */
static gboolean
apply_options (Sheet *self, GError **error)
{
  for (guint role = ROLE_NONE + 1; role < N_ROLES; role++) {
    const char *role_name = role_get_name ((Role) role);
    const char *name = self->options && *role_name
                           ? scrutiny_read_options_get_column (self->options, role_name)
                           : NULL;
    guint column = name ? find_named (self, name) : SHEET_NO_COLUMN;

    if (!name)
      continue;
    if (column == SHEET_NO_COLUMN) {
      g_autofree char *place = grid_dup_place (self->grid, self->header_row);
      g_autofree char *shown = printable_dup (name, 60);
      g_autofree char *names = sheet_dup_names (self);

      scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, self->header_row + 1, name, NULL,
                             "%s: no column “%s”; there are %s", place, shown, names);
      return FALSE;
    }
    for (guint i = 0; i < self->n_columns; i++)
      if (self->columns[i].role == (Role) role)
        self->columns[i].role = ROLE_NONE;
    self->columns[column].role = (Role) role;
  }

  return TRUE;
}

static gboolean
is_told (const Sheet *self, Role role)
{
  return self->options &&
         scrutiny_read_options_get_column (self->options, role_get_name (role)) != NULL;
}

/* One count alone is no ratio, and was not named for nothing. */
static gboolean
check_counts (const Sheet *self, GError **error)
{
  const gboolean has_above = sheet_find (self, ROLE_NUMERATOR) != SHEET_NO_COLUMN;
  const gboolean has_below = sheet_find (self, ROLE_DENOMINATOR) != SHEET_NO_COLUMN;
  g_autofree char *place = NULL;
  g_autofree char *names = NULL;

  if (has_above == has_below || !is_told (self, has_above ? ROLE_NUMERATOR : ROLE_DENOMINATOR))
    return TRUE;

  place = grid_dup_place (self->grid, self->header_row);
  names = sheet_dup_names (self);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, self->header_row + 1, NULL, NULL,
                         "%s: a column is named for the %s and none for the %s; name both, or "
                         "neither; there are %s",
                         place, has_above ? "numerator" : "denominator",
                         has_above ? "denominator" : "numerator", names);

  return FALSE;
}

/* Of several columns that could be the one, the first with something in it. */
static void
drop_repeated_roles (Sheet *self)
{
  static const Role single[] = { ROLE_PERIOD,    ROLE_VALUE,  ROLE_NUMERATOR, ROLE_DENOMINATOR,
                                 ROLE_TARGET,    ROLE_STATUS, ROLE_INDICATOR, ROLE_PREVIOUS,
                                 ROLE_LAST_YEAR, ROLE_UNIT };

  for (guint k = 0; k < G_N_ELEMENTS (single); k++) {
    gboolean seen = FALSE;

    for (guint i = 0; i < self->n_columns; i++) {
      if (self->columns[i].role != single[k])
        continue;
      if (seen || self->columns[i].kind == SHEET_EMPTY)
        self->columns[i].role = single[k] == ROLE_PERIOD ? ROLE_PART : ROLE_NONE;
      else
        seen = TRUE;
    }
  }
}

/* A name alone is not enough: a status is words, a value numbers, a period periods. */
static void
check_roles (Sheet *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    SheetColumn *column = &self->columns[i];

    if (column->role == ROLE_PERIOD && column->kind != SHEET_PERIODS)
      column->role = ROLE_NONE;
    if ((column->role == ROLE_VALUE || column->role == ROLE_NUMERATOR ||
         column->role == ROLE_DENOMINATOR || column->role == ROLE_PREVIOUS ||
         column->role == ROLE_LAST_YEAR) &&
        column->kind == SHEET_TEXTS)
      column->role = ROLE_NONE;
    if (column->role == ROLE_STATUS && column->kind != SHEET_TEXTS)
      column->role = ROLE_NONE;
    if (column->role == ROLE_UNIT && column->kind == SHEET_NUMBERS)
      column->role = ROLE_NONE;
  }
}

static gboolean
read_header (Sheet *self, GError **error)
{
  gboolean two_rows = has_second_header (self);
  GridText above = { "", 0 };

  find_title (self, self->header_row);
  self->first_row = self->header_row + (two_rows ? 2 : 1);
  self->n_columns = MAX (grid_get_n_cells (self->grid, self->header_row),
                         grid_get_n_cells (self->grid, self->first_row - 1));
  self->columns = g_new0 (SheetColumn, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++) {
    SheetColumn *column = &self->columns[i];

    column->name = g_strstrip (dup_name (self, i, two_rows, &above));
  }
  if (!two_rows && self->header_row > 0 && count_filled (self->grid, self->header_row - 1) > 1)
    name_by_groups (self);
  for (guint i = 0; i < self->n_columns; i++) {
    SheetColumn *column = &self->columns[i];

    column->normal = role_dup_normal (column->name);
    column->role = role_find (column->normal);
  }
  prefer_names_to_codes (self);
  self->header_row = self->first_row - 1;

  for (guint i = 0; i < self->n_columns; i++)
    look_at_column (self, i);
  self->n_sample = MIN (self->grid->n_rows - self->first_row, MOST_SAMPLE);
  check_roles (self);
  if (!apply_options (self, error) || !check_counts (self, error))
    return FALSE;
  drop_repeated_roles (self);

  return TRUE;
}

static Sheet *
refuse (Sheet *self, gsize row, const char *what, GError **error)
{
  g_autofree char *place = grid_dup_place (self->grid, row);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, row == G_MAXSIZE ? 0 : row + 1, NULL,
                         NULL, "%s: %s", place, what);

  return NULL;
}

Sheet *
sheet_new (Grid *grid, ScrutinyReadOptions *options, GError **error)
{
  g_autoptr (Sheet) self = g_new0 (Sheet, 1);
  gsize row = 0;

  self->grid = grid;
  self->options = options;
  while (row < grid->n_rows && grid_is_blank (grid, row))
    row++;
  if (row == grid->n_rows)
    return refuse (self, G_MAXSIZE, "there is nothing in it", error);
  if (!find_header (self))
    return refuse (self, row, "this is not a table: no row names at least two columns", error);
  if (!read_header (self, error))
    return NULL;
  if (self->first_row >= grid->n_rows)
    return refuse (self, self->header_row, "a header and no rows under it", error);

  return g_steal_pointer (&self);
}

void
sheet_free (Sheet *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    g_free (self->columns[i].name);
    g_free (self->columns[i].normal);
  }
  g_free (self->columns);
  g_free (self->title);
  g_free (self);
}

guint
sheet_find (const Sheet *self, Role role)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == role)
      return i;

  return SHEET_NO_COLUMN;
}

guint
sheet_count (const Sheet *self, SheetKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    n += self->columns[i].kind == kind;

  return n;
}

char *
sheet_dup_names (const Sheet *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns && i < MOST_NAMES; i++) {
    g_autofree char *name = printable_dup (self->columns[i].name, 40);

    if (*name)
      g_string_append_printf (names, "%s“%s”", names->len ? ", " : "", name);
  }
  if (self->n_columns > MOST_NAMES)
    g_string_append_printf (names, " and %u more", self->n_columns - MOST_NAMES);

  return g_string_free (names, FALSE);
}

gboolean
sheet_is_footnote (const Sheet *self, gsize row)
{
  guint n_cells = grid_get_n_cells (self->grid, row);

  if (self->n_columns < 2)
    return FALSE;
  for (guint column = 1; column < n_cells; column++)
    if (grid_get (self->grid, row, column).length > 0)
      return FALSE;

  return TRUE;
}

gboolean
sheet_is_header_again (const Sheet *self, gsize row)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (!grid_text_equal (grid_get (self->grid, row, i), self->columns[i].name))
      return FALSE;

  return TRUE;
}
