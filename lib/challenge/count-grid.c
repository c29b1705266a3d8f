/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/count-grid.h"

#include "base/columns.h"
#include "base/error-private.h"
#include "base/number.h"
#include "base/printed.h"
#include "kernel/merge-bins.h"

#include <math.h>

/* A grid of more cells than this is no table that anybody prints. */
#define MOST_CELLS 1000000

static const double LARGEST_COUNT = 9007199254740992.; /* 2^53 */

/* The keys of a column, numbered by their first row. */
typedef struct {
  const char *const *texts;
  const double *numbers;
  GHashTable *places;
  GPtrArray *names;
} Keys;

static void
keys_clear (Keys *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, keys_clear)

static char *
dup_key (const Keys *self, gsize row)
{
  char text[NUMBER_TEXT_SIZE];

  if (self->texts)
    return g_strdup (self->texts[row] ? self->texts[row] : "");

  return g_strdup (isnan (self->numbers[row]) ? "" : number_show (self->numbers[row], text));
}

static gsize
place_of (const Keys *self, gsize row)
{
  g_autofree char *name = self->places ? dup_key (self, row) : NULL;

  return name ? GPOINTER_TO_SIZE (g_hash_table_lookup (self->places, name)) : 0;
}

static gboolean
read_keys (Keys *self, ScrutinyTable *table, const char *name, GError **error)
{
  self->texts = columns_find_texts (table, name);
  self->numbers = self->texts ? NULL : columns_need_numbers (table, name, error);
  if (!self->texts && !self->numbers)
    return FALSE;

  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++) {
    char *key = dup_key (self, row);

    if (g_hash_table_contains (self->places, key)) {
      g_free (key);
    } else {
      g_hash_table_insert (self->places, key, GSIZE_TO_POINTER (self->names->len));
      g_ptr_array_add (self->names, key);
    }
  }

  return TRUE;
}

static CountGrid *
grid_new (const Keys *rows, GPtrArray *columns, guint threshold, GError **error)
{
  const gsize n_rows = rows->names->len, n_columns = columns->len;
  const gsize n_cells = KERNEL_SUPPRESSION_CELLS (n_rows, n_columns);
  CountGrid *self;

  if (threshold < 1 || n_cells > MOST_CELLS) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                           threshold < 1 ? "Threshold: 0; small counts begin below 1 at the least"
                                         : "Keys: they make more than a million cells; take "
                                           "columns with fewer different entries");
    return NULL;
  }

  self = g_new0 (CountGrid, 1);
  self->rows = g_ptr_array_ref (rows->names);
  self->columns = g_ptr_array_ref (columns);
  self->low = g_new0 (double, n_cells);
  self->high = g_new0 (double, n_cells);
  self->table = (KernelSuppression){
    .n_rows = n_rows,
    .n_columns = n_columns,
    .cells = g_new0 (double, n_cells),
    .states = g_new0 (uint8_t, n_cells),
    .threshold = threshold,
    .work = g_new (double, KERNEL_SUPPRESSION_WORK (n_rows, n_columns)),
    .nodes = g_new (size_t, KERNEL_SUPPRESSION_NODES (n_rows, n_columns)),
  };

  return self;
}

void
count_grid_free (CountGrid *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self->low);
  g_free (self->high);
  g_free (self->table.cells);
  g_free (self->table.states);
  g_free (self->table.work);
  g_free (self->table.nodes);
  g_free (self);
}

gsize
count_grid_cell (const CountGrid *self, gsize row, gsize column)
{
  return row * (self->table.n_columns + 1) + column;
}

/* The message names the row and not the count, which may be a small one. */
static gboolean
check_count (double count, gsize row, const char *column, GError **error)
{
  if (count >= 0 && count <= LARGEST_COUNT && count == floor (count))
    return TRUE;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, row + 1, column, NULL,
                         "Row %" G_GSIZE_FORMAT ", column “%s”: not a count; counts are whole "
                         "numbers from 0",
                         row + 1, column);
  return FALSE;
}

static gboolean
fill (CountGrid *self,
      const Keys *rows,
      const Keys *columns,
      const double *counts,
      gsize n,
      const char *name,
      GError **error)
{
  g_autofree gsize *seen =
      g_new0 (gsize, KERNEL_SUPPRESSION_CELLS (self->table.n_rows, self->table.n_columns));

  for (gsize i = 0; i < n; i++) {
    const gsize cell = count_grid_cell (self, place_of (rows, i), place_of (columns, i));

    if (!check_count (counts[i], i, name, error))
      return FALSE;
    if (seen[cell]) {
      scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, i + 1, NULL, NULL,
                             "Row %" G_GSIZE_FORMAT ": the same keys as row %" G_GSIZE_FORMAT
                             "; add the two counts up, or name another key",
                             i + 1, seen[cell]);
      return FALSE;
    }
    seen[cell] = i + 1;
    self->table.cells[cell] = counts[i];
  }

  return TRUE;
}

CountGrid *
count_grid_new (ScrutinyTable *table,
                const char *const *keys,
                const char *count,
                guint threshold,
                GError **error)
{
  const double *counts = columns_need_numbers (table, count, error);
  g_auto (Keys) rows = { 0 };
  g_auto (Keys) columns = { 0 };
  g_autoptr (GPtrArray) only = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CountGrid) self = NULL;

  if (!counts || !read_keys (&rows, table, keys[0], error) ||
      (keys[1] && !read_keys (&columns, table, keys[1], error)))
    return NULL;

  g_ptr_array_add (only, g_strdup (count));
  self = grid_new (&rows, keys[1] ? columns.names : only, threshold, error);
  if (!self ||
      !fill (self, &rows, &columns, counts, scrutiny_table_get_n_rows (table), count, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
fill_rest (CountGrid *self, const double *totals, gsize n, const char *name, GError **error)
{
  for (gsize i = 0; i < n; i++) {
    const gsize cell = count_grid_cell (self, i, 0);

    if (!check_count (totals[i], i, name, error))
      return FALSE;
    if (self->table.cells[cell] > totals[i]) {
      scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, i + 1, name, NULL,
                             "Row %" G_GSIZE_FORMAT ": the numerator is larger than “%s”", i + 1,
                             name);
      return FALSE;
    }
    self->table.cells[cell + 1] = totals[i] - self->table.cells[cell];
  }

  return TRUE;
}

CountGrid *
count_grid_new_share (ScrutinyTable *table,
                      const char *key,
                      const char *numerator,
                      const char *denominator,
                      guint threshold,
                      GError **error)
{
  const gsize n = scrutiny_table_get_n_rows (table);
  const double *counts = columns_need_numbers (table, numerator, error);
  const double *totals = counts ? columns_need_numbers (table, denominator, error) : NULL;
  g_auto (Keys) rows = { 0 };
  const Keys none = { 0 };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CountGrid) self = NULL;

  if (!totals || !read_keys (&rows, table, key, error))
    return NULL;

  g_ptr_array_add (parts, g_strdup (numerator));
  g_ptr_array_add (parts, g_strdup ("rest"));
  self = grid_new (&rows, parts, threshold, error);
  if (!self || !fill (self, &rows, &none, counts, n, numerator, error) ||
      !fill_rest (self, totals, n, denominator, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Says which cells are small, unless that tells too much of one. */
void
count_grid_hide (CountGrid *self)
{
  self->n_narrow = 1;
  for (int tried = 0; tried < 2 && self->n_narrow > 0; tried++) {
    self->table.says_which = tried == 0;
    kernel_suppression_add_up (&self->table);
    if (kernel_suppress (&self->table, &self->n_narrow) != KERNEL_OK)
      g_assert_not_reached (); /* counts were checked, and totals are sums */
  }
  if (kernel_suppression_ranges (&self->table, self->low, self->high) != KERNEL_OK)
    g_assert_not_reached ();
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CountGrid *self = user_data;
  const double x = self->table.cells[*(const gsize *) a];
  const double y = self->table.cells[*(const gsize *) b];

  return (x > y) - (x < y);
}

/* The cases between two totals are a bin of a histogram; a total is shown where a merged bin ends.
 */
void
count_grid_hide_cuts (CountGrid *self)
{
  const gsize n = self->table.n_rows;
  g_autofree gsize *cells = g_new (gsize, n + 1);
  g_autofree double *between = g_new (double, n + 1);
  g_autofree gsize *bins = g_new (gsize, n + 1);
  gsize n_bins;

  for (gsize i = 0; i < n; i++) {
    cells[i] = count_grid_cell (self, i, 0);
    self->table.states[cells[i]] = KERNEL_CELL_WITHHELD;
  }
  g_qsort_with_data (cells, (gint) n, sizeof *cells, compare_counts, self);
  for (gsize i = 0; i < n; i++)
    between[i] = self->table.cells[cells[i]] - (i > 0 ? self->table.cells[cells[i - 1]] : 0);
  if (kernel_merge_bins (n, between, self->table.threshold, bins, &n_bins) != KERNEL_OK)
    return;
  for (gsize i = 0; i < n; i++)
    if (i + 1 == n || bins[i] != bins[i + 1])
      self->table.states[cells[i]] = KERNEL_CELL_SHOWN;
}

gsize
count_grid_count (const CountGrid *self, guint8 state)
{
  gsize n = 0;

  for (gsize i = 0; i < KERNEL_SUPPRESSION_CELLS (self->table.n_rows, self->table.n_columns); i++)
    n += self->table.states[i] == state;

  return n;
}

char *
count_grid_dup_shown (const CountGrid *self, gsize cell, guint round_to)
{
  const double count = self->table.cells[cell];
  char text[NUMBER_TEXT_SIZE];

  if (self->table.states[cell] == KERNEL_CELL_SMALL && self->table.says_which)
    return g_strdup_printf ("<%.0f", self->table.threshold);
  if (self->table.states[cell] != KERNEL_CELL_SHOWN)
    return g_strdup ("withheld");

  return g_strdup (number_format (printed_round_count (count, round_to), text));
}
