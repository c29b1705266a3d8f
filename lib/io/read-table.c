/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/read-table.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "io/cell.h"
#include "io/csv-scan.h"
#include "io/file-bytes.h"
#include "io/xlsx.h"

#include <math.h>

#define MOST_OF_A_NAME 120

/* Codes such as 007 are names; a number in a table of numbers has no such zeros. */
static gboolean
is_code (GridText text)
{
  return text.length > 1 && text.text[0] == '0' && g_ascii_isdigit (text.text[1]);
}

/* The numbers of a column, or NULL if a cell of it is something else. */
static double *
read_numbers (const Grid *grid, guint column)
{
  g_autofree double *numbers = g_new (double, grid->n_rows);
  gboolean is_numeric = FALSE;

  for (gsize row = 1; row < grid->n_rows; row++) {
    const GridText text = grid_get (grid, row, column);
    Cell cell;

    cell_parse (text.text, text.length, &cell);
    if (cell.kind == CELL_TEXT || is_code (text))
      return NULL;
    is_numeric |= cell.kind == CELL_NUMBER;
    numbers[row - 1] = cell.kind == CELL_NUMBER ? cell.value : NAN;
  }

  return is_numeric ? g_steal_pointer (&numbers) : NULL;
}

static char **
read_texts (const Grid *grid, guint column)
{
  char **texts = g_new0 (char *, grid->n_rows);

  for (gsize row = 1; row < grid->n_rows; row++)
    texts[row - 1] = grid_text_dup (grid_get (grid, row, column));

  return texts;
}

static ScrutinyTable *
add_column (ScrutinyTable *table, const Grid *grid, guint column, GError **error)
{
  g_autofree char *name = grid_text_dup (grid_get (grid, 0, column));

  if (scrutiny_table_has_column (table, name)) {
    g_autofree char *place = grid_dup_place (grid, 0);
    g_autofree char *shown = printable_dup (name, MOST_OF_A_NAME);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 1, name, NULL,
                           "%s: two columns are called “%s”; rename one", place, shown);
    return NULL;
  }

  double *numbers = read_numbers (grid, column);

  if (numbers) {
    g_autoptr (GBytes) bytes = g_bytes_new_take (numbers, (grid->n_rows - 1) * sizeof *numbers);
    return scrutiny_table_copy_with_doubles (table, name, bytes, error);
  }

  g_auto (GStrv) texts = read_texts (grid, column);
  return scrutiny_table_copy_with_texts (table, name, (const char *const *) texts, error);
}

/* Rows at the end that say nothing are no rows. */
static void
drop_blank_end (Grid *grid)
{
  while (grid->n_rows > 1 && grid_is_blank (grid, grid->n_rows - 1))
    grid->n_rows--;
}

static Grid *
scan (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = printable_dup (name ? name : "", MOST_OF_A_NAME);
  g_autoptr (GBytes) bytes = file_bytes_read (file, GRID_MOST_TEXT, cancellable, error);

  if (!bytes)
    return NULL;
  if (xlsx_is_workbook (bytes)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                           "%s: a workbook; save the sheet as CSV", shown);
    return NULL;
  }

  g_autoptr (Grid) grid = csv_scan_bytes (bytes, NULL, shown, NULL, error);
  if (!grid)
    return NULL;
  drop_blank_end (grid);
  if (grid->n_rows == 0 || grid_is_blank (grid, 0)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 1, NULL, NULL,
                           "%s, row 1: there are no names of columns", shown);
    return NULL;
  }

  return g_steal_pointer (&grid);
}

/**
 * scrutiny_read_table:
 * @file: a CSV file whose first row names the columns
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads a CSV as it stands: nothing is looked for in it but its encoding, what separates
 * its cells, and which columns hold numbers. Those are the ones in which every cell is a
 * number or a usual mark that there is none; codes with a zero in front are texts.
 *
 * [func@read] reads what a council published; this reads a table that is one.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_read_table (GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (Grid) grid = scan (file, cancellable, error);
  g_autoptr (ScrutinyTable) table = grid ? scrutiny_table_new () : NULL;
  const guint n_columns = grid ? grid_get_n_cells (grid, 0) : 0;

  for (guint column = 0; table && column < n_columns; column++) {
    g_autoptr (ScrutinyTable) before = g_steal_pointer (&table);

    if (grid_get (grid, 0, column).length == 0)
      table = g_steal_pointer (&before); /* a column without a name cannot be asked for */
    else
      table = add_column (before, grid, column, error);
  }

  return g_steal_pointer (&table);
}
