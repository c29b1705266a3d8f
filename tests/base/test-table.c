/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/table.h>

#include "support/near.h"

#include <string.h>

static const double rates[] = { 68.4, NAN, 90.5 };
static const char *const areas[] = { "Ashcombe", "", "Elm", NULL };

static ScrutinyTable *
table_of_both (void)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (rates, sizeof rates);
  g_autoptr (ScrutinyTable) numbers = scrutiny_table_copy_with_doubles (empty, "rate", bytes, NULL);

  return scrutiny_table_copy_with_texts (numbers, "area", areas, NULL);
}

static void
holds_numbers_and_texts (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of_both ();
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  const char *const *texts = scrutiny_table_get_texts (table, "area");
  gsize n_values = 0;
  const double *values = scrutiny_table_get_doubles (table, "rate", &n_values);

  assert_int_equal (scrutiny_table_get_n_rows (table), 3);
  assert_int_equal (scrutiny_table_get_n_columns (table), 2);
  assert_int_equal (g_strv_length (names), 2);
  assert_string_equal (names[0], "rate");
  assert_string_equal (names[1], "area");
  assert_true (scrutiny_table_has_column (table, "area"));
  assert_true (scrutiny_table_is_text (table, "area"));
  assert_false (scrutiny_table_is_text (table, "rate"));
  assert_int_equal (n_values, 3);
  assert_near (values[0], 68.4, 0);
  assert_near (values[1], NAN, 0);
  assert_string_equal (texts[0], "Ashcombe");
  assert_string_equal (texts[1], "");
  assert_null (texts[3]);
}

static void
gives_nothing_for_what_is_not_there (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of_both ();
  gsize n_values = 99;

  assert_null (scrutiny_table_get_doubles (table, "nowhere", &n_values));
  assert_int_equal (n_values, 0);
  n_values = 99;
  assert_null (scrutiny_table_get_doubles (table, "area", &n_values));
  assert_int_equal (n_values, 0);
  assert_null (scrutiny_table_get_texts (table, "rate"));
  assert_null (scrutiny_table_get_texts (table, "nowhere"));
  assert_null (scrutiny_table_get_bytes (table, "area"));
  assert_null (scrutiny_table_get_bytes (table, "nowhere"));
  assert_false (scrutiny_table_has_column (table, "nowhere"));
  assert_false (scrutiny_table_is_text (table, "nowhere"));
  assert_null (scrutiny_table_get_doubles (table, "nowhere", NULL));
}

static void
shares_its_columns (void **state)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (rates, sizeof rates);
  g_autoptr (ScrutinyTable) first = scrutiny_table_copy_with_doubles (empty, "rate", bytes, NULL);
  g_autoptr (ScrutinyTable) second = scrutiny_table_copy_with_texts (first, "area", areas, NULL);
  g_autoptr (ScrutinyTable) third = scrutiny_table_copy_with_texts (second, "also", areas, NULL);

  assert_ptr_equal (scrutiny_table_get_bytes (third, "rate"), bytes);
  assert_ptr_equal (scrutiny_table_get_texts (third, "area"),
                    scrutiny_table_get_texts (second, "area"));
  assert_ptr_not_equal (scrutiny_table_get_texts (second, "area"), areas);
  assert_int_equal (scrutiny_table_get_n_columns (empty), 0);
  assert_int_equal (scrutiny_table_get_n_columns (first), 1);
  g_clear_object (&first);
  g_clear_object (&second);
  assert_string_equal (scrutiny_table_get_texts (third, "area")[2], "Elm");
}

static void
replaces_a_column_in_its_place (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of_both ();
  const char *const other[] = { "1", "2", "3", NULL };
  g_autoptr (ScrutinyTable) changed = scrutiny_table_copy_with_texts (table, "rate", other, NULL);
  g_auto (GStrv) names = scrutiny_table_dup_names (changed);

  assert_int_equal (g_strv_length (names), 2);
  assert_string_equal (names[0], "rate");
  assert_true (scrutiny_table_is_text (changed, "rate"));
  assert_false (scrutiny_table_is_text (table, "rate"));
}

static void
lets_its_only_column_change_length (void **state)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) three = scrutiny_table_copy_with_texts (empty, "area", areas, NULL);
  g_autoptr (ScrutinyTable) two = scrutiny_table_copy_with_texts (three, "area", areas + 1, NULL);

  assert_int_equal (scrutiny_table_get_n_rows (three), 3);
  assert_int_equal (scrutiny_table_get_n_rows (two), 2);
}

static void
refuses_another_length (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of_both ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (rates, 2 * sizeof (double));
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_table_copy_with_doubles (table, "low\033er", bytes, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_string_equal (error->message, "Column “low\xEF\xBF\xBD"
                                       "er”: 2 values; the table’s other columns have 3");
  assert_string_equal (scrutiny_error_get_column (error), "low\033er");
  g_clear_error (&error);

  assert_null (scrutiny_table_copy_with_texts (table, "area", areas + 2, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_null (scrutiny_table_copy_with_texts (table, "area", areas + 2, NULL));
}

static void
refuses_parts_of_doubles (void **state)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (rates, 12);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_table_copy_with_doubles (empty, "rate", bytes, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_string_equal (error->message,
                       "Column “rate”: 12 bytes are not a whole number of doubles of 8 bytes");
}

static void
copies_bytes_that_are_not_aligned (void **state)
{
  _Alignas(double) char odd[1 + sizeof rates];
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const double *values;

  memcpy (odd + 1, rates, sizeof rates);
  bytes = g_bytes_new_static (odd + 1, sizeof rates);
  table = scrutiny_table_copy_with_doubles (empty, "rate", bytes, NULL);
  values = scrutiny_table_get_doubles (table, "rate", NULL);
  assert_int_equal (((guintptr) values) % 8, 0);
  assert_near (values[2], 90.5, 0);
}

static void
holds_columns_without_rows (void **state)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (NULL, 0);
  g_autoptr (ScrutinyTable) numbers = scrutiny_table_copy_with_doubles (empty, "rate", bytes, NULL);
  g_autoptr (ScrutinyTable) both =
      scrutiny_table_copy_with_texts (numbers, "area", (const char *const[]){ NULL }, NULL);
  gsize n_values = 99;

  assert_int_equal (scrutiny_table_get_n_rows (both), 0);
  assert_int_equal (scrutiny_table_get_n_columns (both), 2);
  assert_null (scrutiny_table_get_doubles (both, "rate", &n_values));
  assert_int_equal (n_values, 0);
  assert_non_null (scrutiny_table_get_bytes (both, "rate"));
  assert_true (scrutiny_table_is_text (both, "area"));
  assert_null (scrutiny_table_get_texts (both, "area")[0]);
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyTable) bare = g_object_new (SCRUTINY_TYPE_TABLE, NULL);
  g_auto (GStrv) names = scrutiny_table_dup_names (bare);
  g_auto (GStrv) property = NULL;
  guint64 n_rows = 99;

  g_object_get (bare, "names", &property, "n-rows", &n_rows, NULL);
  assert_null (names[0]);
  assert_null (property[0]);
  assert_int_equal (n_rows, 0);
  assert_int_equal (scrutiny_table_get_n_columns (bare), 0);
  assert_null (scrutiny_table_get_doubles (bare, "x", NULL));
}

static void
shows_its_names_as_a_property (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of_both ();
  g_auto (GStrv) names = NULL;
  guint64 n_rows = 0;

  g_object_get (table, "names", &names, "n-rows", &n_rows, NULL);
  assert_string_equal (names[1], "area");
  assert_int_equal (n_rows, 3);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_numbers_and_texts),
    cmocka_unit_test (gives_nothing_for_what_is_not_there),
    cmocka_unit_test (shares_its_columns),
    cmocka_unit_test (replaces_a_column_in_its_place),
    cmocka_unit_test (lets_its_only_column_change_length),
    cmocka_unit_test (refuses_another_length),
    cmocka_unit_test (refuses_parts_of_doubles),
    cmocka_unit_test (copies_bytes_that_are_not_aligned),
    cmocka_unit_test (holds_columns_without_rows),
    cmocka_unit_test (is_valid_when_bare),
    cmocka_unit_test (shows_its_names_as_a_property),
  };

  return cmocka_run_group_tests_name ("base/table", tests, NULL, NULL);
}
