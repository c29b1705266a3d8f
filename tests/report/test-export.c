/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/export.h>

#include "support/near.h"

static void
writes_numbers_texts_and_gaps (void **state)
{
  const double values[] = { 90.2, NAN, -3, INFINITY };
  g_autoptr (GBytes) bytes = g_bytes_new (values, sizeof values);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) names = scrutiny_table_copy_with_texts (
      empty, "name", (const char *const[]){ "Calls, all", "=1+1", "say \"no\"", "no end", NULL },
      NULL);
  g_autoptr (ScrutinyTable) table = scrutiny_table_copy_with_doubles (names, "value", bytes, NULL);
  g_autofree char *csv = scrutiny_export_csv (table);

  assert_string_equal (
      csv,
      "name,value\r\n\"Calls, all\",90.2\r\n\"'=1+1\",\r\n\"say \"\"no\"\"\",-3\r\nno end,\r\n");
}

static void
writes_only_a_line_end_of_nothing (void **state)
{
  g_autoptr (ScrutinyTable) bare = g_object_new (SCRUTINY_TYPE_TABLE, NULL);
  g_autofree char *csv = scrutiny_export_csv (bare);

  assert_string_equal (csv, "\r\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (writes_numbers_texts_and_gaps),
    cmocka_unit_test (writes_only_a_line_end_of_nothing),
  };

  return cmocka_run_group_tests_name ("report/export", tests, NULL, NULL);
}
