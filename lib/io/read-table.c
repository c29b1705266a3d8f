/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/read-table.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "base/table-private.h"
#include "io/cell.h"
#include "io/csv-scan.h"
#include "io/file-bytes.h"
#include "io/xlsx.h"

#include <math.h>

#define MOST_OF_A_NAME 120
#define MOST_TITLE_ROWS 10

/* Codes such as 007 are names; a number in a table of numbers has no such zeros. */
static gboolean
is_code (GridText text)
{
  return text.length > 1 && text.text[0] == '0' && g_ascii_isdigit (text.text[1]);
}

/* A CSV below the row that names its columns. */
typedef struct {
  Grid *grid;
  gsize header;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->grid, grid_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static gsize
count_rows (const Sheet *self)
{
  return self->grid->n_rows - self->header - 1;
}

/* The numbers of a column, or NULL if a cell of it is something else. */
static double *
read_numbers (const Sheet *sheet, guint column)
{
  const Grid *grid = sheet->grid;
  g_autofree double *numbers = g_new (double, count_rows (sheet) + 1);
  gboolean is_numeric = FALSE;

  for (gsize row = sheet->header + 1; row < grid->n_rows; row++) {
    const GridText text = grid_get (grid, row, column);
    Cell cell;

    cell_parse (text.text, text.length, &cell);
    if (cell.kind == CELL_TEXT || is_code (text))
      return NULL;
    is_numeric |= cell.kind == CELL_NUMBER;
    numbers[row - sheet->header - 1] = cell.kind == CELL_NUMBER ? cell.value : NAN;
  }

  return is_numeric ? g_steal_pointer (&numbers) : NULL;
}

static char **
read_texts (const Sheet *sheet, guint column)
{
  const gsize n = count_rows (sheet);
  char **texts = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    texts[i] = grid_text_dup (grid_get (sheet->grid, sheet->header + 1 + i, column));

  return texts;
}

static ScrutinyTable *
add_column (ScrutinyTable *table, const Sheet *sheet, guint column, GError **error)
{
  g_autofree char *name = grid_text_dup (grid_get (sheet->grid, sheet->header, column));

  if (scrutiny_table_has_column (table, name)) {
    g_autofree char *place = grid_dup_place (sheet->grid, sheet->header);
    g_autofree char *shown = printable_dup (name, MOST_OF_A_NAME);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, sheet->header + 1, name, NULL,
                           "%s: two columns are called “%s”; rename one", place, shown);
    return NULL;
  }

  double *numbers = read_numbers (sheet, column);

  if (numbers) {
    g_autoptr (GBytes) bytes = g_bytes_new_take (numbers, count_rows (sheet) * sizeof *numbers);
    return scrutiny_table_copy_with_doubles (table, name, bytes, error);
  }

  g_auto (GStrv) texts = read_texts (sheet, column);
  return scrutiny_table_copy_with_texts (table, name, (const char *const *) texts, error);
}

/* Rows at the end that say nothing are no rows. */
static void
drop_blank_end (Grid *grid)
{
  while (grid->n_rows > 1 && grid_is_blank (grid, grid->n_rows - 1))
    grid->n_rows--;
}

static guint
count_filled (const Grid *grid, gsize row)
{
  guint n = 0;

  for (guint column = 0; column < grid_get_n_cells (grid, row); column++)
    n += grid_get (grid, row, column).length > 0;

  return n;
}

/* The row that names the columns: the first, or the one below a title that stands alone in its
 * row.
 */
static gsize
find_header (const Grid *grid)
{
  for (gsize row = 0; row < MIN (grid->n_rows, MOST_TITLE_ROWS); row++)
    if (count_filled (grid, row) > 1)
      return row;

  return 0;
}

static GBytes *
unpack (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  gsize n;
  const guint8 *data = g_bytes_get_data (bytes, &n);

  if (n < 2 || data[0] != 0x1f || data[1] != 0x8b)
    return g_bytes_ref (bytes);

  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) plain = g_converter_input_stream_new (packed, G_CONVERTER (gzip));

  return file_bytes_read_stream (plain, name, GRID_MOST_TEXT, cancellable, error);
}

/* The bytes of a CSV, packed with gzip or not; a workbook is none. */
static GBytes *
read_bytes (GFile *file, const char *shown, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = file_bytes_read (file, GRID_MOST_TEXT, cancellable, error);
  g_autoptr (GBytes) plain = bytes ? unpack (bytes, shown, cancellable, error) : NULL;

  if (plain && xlsx_is_workbook (plain)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                           "%s: a workbook; save the sheet as CSV", shown);
    return NULL;
  }

  return g_steal_pointer (&plain);
}

static gboolean
scan (Sheet *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = printable_dup (name ? name : "", MOST_OF_A_NAME);
  g_autoptr (GBytes) bytes = read_bytes (file, shown, cancellable, error);

  self->grid = bytes ? csv_scan_bytes (bytes, NULL, shown, NULL, error) : NULL;
  if (!self->grid)
    return FALSE;
  drop_blank_end (self->grid);
  self->header = find_header (self->grid);
  if (self->grid->n_rows == 0 || grid_is_blank (self->grid, self->header)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 1, NULL, NULL,
                           "%s, row 1: there are no names of columns", shown);
    return FALSE;
  }

  return TRUE;
}

/**
 * scrutiny_read_table:
 * @file: a CSV file whose first row names the columns, or the one below a title that stands alone
 *   in its row; it may be packed with gzip
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads a CSV as it stands: nothing is looked for in it but its encoding, what separates
 * its cells, and which columns hold numbers. Those are the ones in which every cell is a
 * number or a usual mark that there is none; codes with a zero in front are texts.
 *
 * The table's [property@Table:first-row] is the one below the header.
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

  g_auto (Sheet) sheet = { 0 };
  g_autoptr (ScrutinyTable) table =
      scan (&sheet, file, cancellable, error) ? scrutiny_table_new () : NULL;
  const guint n_columns = table ? grid_get_n_cells (sheet.grid, sheet.header) : 0;

  if (table)
    scrutiny_table_set_first_row (table, sheet.header + 2);
  for (guint column = 0; table && column < n_columns; column++) {
    g_autoptr (ScrutinyTable) before = g_steal_pointer (&table);

    if (grid_get (sheet.grid, sheet.header, column).length == 0)
      table = g_steal_pointer (&before); /* a column without a name cannot be asked for */
    else
      table = add_column (before, &sheet, column, error);
  }

  return g_steal_pointer (&table);
}
