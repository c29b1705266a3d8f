/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/columns.h"

#include "support/near.h"

#include <math.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* What a column holds must be what its cells say one by one, whatever path read them. */
static void
assert_as_cell (const Column *column, gsize row, const char *text)
{
  const CellMark mark = column_get_mark (column, row);
  Cell cell;

  cell_parse (text, strlen (text), &cell);
  if (isnan (cell.value))
    assert_true (isnan (column->values[row]));
  else
    assert_near (column->values[row], cell.value, 0);
  assert_int_equal (mark.kind, cell.kind);
  assert_int_equal (mark.state, cell.state);
  assert_int_equal (mark.flags, cell.flags);
  if (!isnan (cell.low))
    assert_near (column->lows[row], cell.low, 0);
}

static Column
read_column (const char *const *texts, gsize n)
{
  g_autoptr (Grid) grid = grid_new ("figures.csv", NULL);
  Column column;

  for (gsize i = 0; i < n; i++) {
    assert_true (grid_add (grid, texts[i], strlen (texts[i]), NULL));
    assert_true (grid_end_row (grid, NULL));
  }
  column_init (&column, 0);
  columns_read (grid, 0, n, &column, 1);
  assert_int_equal (column.n_rows, n);

  return column;
}

static const char *const cells[] = {
  "0",
  "7",
  "42",
  "12345678",
  "123456789",
  "123456789012345",
  "0.5",
  "12.5",
  "1234.567",
  "0.000001",
  "1234567.",
  "12345.678901234",
  "5.",
  ".5",
  ".",
  "..",
  "1..2",
  "1.2.3",
  "1.2.3456",
  "-5",
  "+5",
  "1,234",
  "1e5",
  "92%",
  "<5",
  "",
  " ",
  "n/a",
  "12a",
  "a12",
  "0x10",
  "/",
  ":",
  "1:2",
  "1/2",
  "12/34567",
  "£1,234",
  "1 234",
  "1234567a",
  "\xC2\xA0"
  "12",
  "1\xC2\xA0",
  "00000007",
  "007.50",
  "99999.999",
  "1234567.8",
  "12345678.9",
  "*",
  "[x]",
  "(12)",
  "1.5%",
  "0.1",
  "94.95",
};

static void
reads_as_cells_do (void **state)
{
  Column column = read_column (cells, LENGTH (cells));

  for (gsize i = 0; i < LENGTH (cells); i++)
    assert_as_cell (&column, i, cells[i]);
  column_clear (&column);
}

/* At every place in the buffer, also its last bytes, where a whole word cannot be read. */
static void
reads_the_last_bytes (void **state)
{
  for (gsize i = 0; i < LENGTH (cells); i++) {
    Column column = read_column (&cells[i], 1);

    assert_as_cell (&column, 0, cells[i]);
    column_clear (&column);
  }
}

static void
reads_random_cells (void **state)
{
  static const char alphabet[] = "0123456789012345678901234567890123456789..-/:;,% ea<\x80\xFF";
  guint32 seed = 7;

  for (guint n = 0; n < 300; n++) {
    char texts[64][12];
    const char *rows[64];

    for (guint i = 0; i < 64; i++) {
      guint length;

      seed = seed * 1664525 + 1013904223;
      length = (seed >> 8) % 12;
      for (guint k = 0; k < length; k++) {
        seed = seed * 1664525 + 1013904223;
        texts[i][k] = alphabet[(seed >> 8) % (n % 2 ? 42 : sizeof alphabet - 1)];
      }
      texts[i][length] = '\0';
      rows[i] = texts[i];
    }

    Column column = read_column (rows, 64);
    for (guint i = 0; i < 64; i++)
      assert_as_cell (&column, i, rows[i]);
    column_clear (&column);
  }
}

static void
counts_what_it_read (void **state)
{
  static const char *const texts[] = { "1", "2.5", "50%", "", "<5", "n/a", "what" };
  Column column = read_column (texts, LENGTH (texts));

  assert_int_equal (column.n_numbers, 3);
  assert_int_equal (column.n_percent, 1);
  assert_int_equal (column.n_blank, 1);
  assert_int_equal (column.n_markers, 2);
  assert_int_equal (column.n_texts, 1);
  assert_int_equal (column.first_text, 6);
  column_clear (&column);
}

static void
needs_no_marks_for_plain_numbers (void **state)
{
  static const char *const texts[] = { "1", "2.5", "12345678", "0" };
  Column column = read_column (texts, LENGTH (texts));

  assert_null (column.marks);
  assert_null (column.lows);
  column_clear (&column);
}

int
main (void)
{
  static const struct CMUnitTest tests[] = {
    cmocka_unit_test (reads_as_cells_do),
    cmocka_unit_test (reads_the_last_bytes),
    cmocka_unit_test (reads_random_cells),
    cmocka_unit_test (counts_what_it_read),
    cmocka_unit_test (needs_no_marks_for_plain_numbers),
  };

  return cmocka_run_group_tests_name ("io/columns", tests, NULL, NULL);
}
