/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/table.h>

#include "support/rows.h"

static const char *const areas[] = { "Elm", "Ash", "Elm", "", "Ash", NULL };
static const char *const kinds[] = { "a", "a", "b", "a", "a", NULL };
static const double values[] = { 1, 2, 3, NAN, 5 };

static ScrutinyTable *
mixed_table (void)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (values, sizeof values);
  g_autoptr (ScrutinyTable) first = scrutiny_table_copy_with_texts (empty, "area", areas, NULL);
  g_autoptr (ScrutinyTable) second = scrutiny_table_copy_with_texts (first, "kind", kinds, NULL);

  return scrutiny_table_copy_with_doubles (second, "value", bytes, NULL);
}

static void
check (const char *const *keys, const double *want)
{
  g_autoptr (ScrutinyTable) table = mixed_table ();
  g_autoptr (ScrutinyTable) grouped = scrutiny_table_copy_grouped (table, keys, NULL, NULL);
  const double *got = scrutiny_table_get_doubles (grouped, "value", NULL);
  g_auto (GStrv) names = scrutiny_table_dup_names (grouped);

  assert_int_equal (scrutiny_table_get_n_rows (grouped), 5);
  assert_string_equal (names[2], "value");
  for (gsize i = 0; i < 5; i++)
    assert_near (got[i], want[i], 0);
}

static void
puts_rows_of_one_key_together (void **state)
{
  static const char *const by_area[] = { "area", NULL };
  static const char *const by_both[] = { "area", "kind", NULL };
  static const char *const by_value[] = { "kind", "value", NULL };
  static const char *const by_nothing[] = { NULL };

  (void) state;
  check (by_area, (const double[]){ 1, 3, 2, 5, NAN });
  check (by_both, (const double[]){ 1, 2, 5, 3, NAN });
  check (by_value, values);
  check (by_nothing, values);
}

static void
takes_every_column_along (void **state)
{
  static const char *const keys[] = { "area", NULL };
  g_autoptr (ScrutinyTable) table = mixed_table ();
  g_autoptr (ScrutinyTable) grouped = scrutiny_table_copy_grouped (table, keys, NULL, NULL);

  (void) state;
  assert_string_equal (scrutiny_table_get_texts (grouped, "area")[1], "Elm");
  assert_string_equal (scrutiny_table_get_texts (grouped, "kind")[1], "b");
  assert_string_equal (scrutiny_table_get_texts (grouped, "area")[4], "");
}

static void
leaves_an_empty_table_empty (void **state)
{
  static const char *const none[] = { NULL };
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) grouped = scrutiny_table_copy_grouped (empty, none, "period", NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (grouped), 0);
}

static void
refuses_a_key_that_is_no_column (void **state)
{
  static const char *const keys[] = { "ward", NULL };
  g_autoptr (ScrutinyTable) table = mixed_table ();
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_table_copy_grouped (table, keys, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_string_equal (error->message, "Key: there is no column “ward”");
}

static void
puts_periods_in_order (void **state)
{
  static const char *const keys[] = { "area", NULL };
  static const char *const periods[] = { "Mar 2024", "2024-02", "2024-01",
                                         "2024-01",  "2024-02", NULL };
  const double want[] = { 3, 1, 2, 5, NAN };
  g_autoptr (ScrutinyTable) table = mixed_table ();
  g_autoptr (ScrutinyTable) dated = scrutiny_table_copy_with_texts (table, "when", periods, NULL);
  g_autoptr (ScrutinyTable) grouped = scrutiny_table_copy_grouped (dated, keys, "when", NULL);
  const double *got = scrutiny_table_get_doubles (grouped, "value", NULL);

  (void) state;
  for (gsize i = 0; i < 5; i++)
    assert_near (got[i], want[i], 0);
}

/* A file of years holds numbers. */
static void
takes_numbers_for_years (void **state)
{
  static const char *const keys[] = { "area", NULL };
  const double years[] = { 2012, 2011, 2010, 2011, 2013 }, want[] = { 3, 1, 2, 5, NAN };
  g_autoptr (ScrutinyTable) table = mixed_table ();
  g_autoptr (GBytes) bytes = g_bytes_new (years, sizeof years);
  g_autoptr (ScrutinyTable) dated = scrutiny_table_copy_with_doubles (table, "year", bytes, NULL);
  g_autoptr (ScrutinyTable) grouped = scrutiny_table_copy_grouped (dated, keys, "year", NULL);
  const double *got = scrutiny_table_get_doubles (grouped, "value", NULL);

  (void) state;
  for (gsize i = 0; i < 5; i++)
    assert_near (got[i], want[i], 0);
}

static const struct refused {
  const char *label, *period;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "refuses a period that is no column", "when", SCRUTINY_ERROR_NOT_FOUND,
    "Period: there is no column “when”" },
  { "refuses a number that is no year", "value", SCRUTINY_ERROR_UNREADABLE,
    "Row 1, column “value”: “1” is no period that goes with those above it" },
  { "refuses a period that is none", "area", SCRUTINY_ERROR_UNREADABLE,
    "Row 1, column “area”: “Elm” is no period that goes with those above it" },
};

static void
refuses_periods (void **state)
{
  static const char *const keys[] = { "kind", NULL };
  const struct refused *row = *state;
  g_autoptr (ScrutinyTable) table = mixed_table ();
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_table_copy_grouped (table, keys, row->period, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (refused) + 6];
  size_t n = 0;

  n += add_rows (tests, refuses_periods, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (puts_rows_of_one_key_together);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (puts_periods_in_order);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_numbers_for_years);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_every_column_along);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_an_empty_table_empty);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_a_key_that_is_no_column);

  return cmocka_run_group_tests_name ("base/table-grouped", tests, NULL, NULL);
}
