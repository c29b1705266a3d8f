/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-cells.h"

#include <string.h>

#include "support/rows.h"

static void
add (RecordCells *cells, const char *text)
{
  record_cells_add (cells, text, strlen (text));
}

static void
keeps_each_text_once (void **state)
{
  static const char *const rows[] = { "b", "a", "b", "", "a", "a" };
  static const guint32 codes[] = { 0, 1, 0, 2, 1, 1 };
  RecordCells cells;
  gsize length;

  record_cells_init (&cells, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    add (&cells, rows[i]);

  assert_int_equal (cells.n_rows, 6);
  assert_int_equal (cells.n_texts, 3);
  assert_memory_equal (cells.codes, codes, sizeof codes);
  assert_string_equal (record_cells_get (&cells, 1, &length), "a");
  assert_int_equal (length, 1);
  assert_string_equal (record_cells_get (&cells, 2, &length), "");
  assert_int_equal (length, 0);
  assert_int_equal (cells.firsts[1], 1);
  assert_int_equal (cells.counts[1], 3);
  record_cells_clear (&cells);
}

static void
tells_a_text_from_its_beginning (void **state)
{
  RecordCells cells;

  record_cells_init (&cells, 1);
  add (&cells, "ab");
  record_cells_add (&cells, "abc", 2);
  record_cells_add (&cells, "ab\0c", 4);
  record_cells_add (&cells, "ab\0\0", 4);
  assert_int_equal (cells.n_texts, 3);
  record_cells_clear (&cells);
}

/* What is seen does not depend on which texts collide. */
static void
is_the_same_whatever_the_secret (void **state)
{
  RecordCells cells[2];

  for (guint k = 0; k < 2; k++) {
    record_cells_init (&cells[k], k * 0x123456789ABCDEFu);
    for (guint i = 0; i < 20000; i++) {
      char text[32];

      add (&cells[k], (g_snprintf (text, sizeof text, "%u", (i * 7919) % 5003), text));
    }
  }
  assert_int_equal (cells[0].n_texts, 5003);
  assert_int_equal (cells[1].n_texts, 5003);
  assert_memory_equal (cells[0].codes, cells[1].codes, 20000 * sizeof (guint32));
  assert_true (record_cells_get_size (cells) > 20000 * sizeof (guint32));
  record_cells_clear (&cells[0]);
  record_cells_clear (&cells[1]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (keeps_each_text_once),
    cmocka_unit_test (tells_a_text_from_its_beginning),
    cmocka_unit_test (is_the_same_whatever_the_secret),
  };

  return cmocka_run_group_tests_name ("records/record-cells", tests, NULL, NULL);
}
