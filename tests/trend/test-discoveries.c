/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/discoveries.h>

#include <scrutiny/error.h>

#include "support/many-series.h"
#include "support/rows.h"

#define N 6

static const char *const areas[] = { "a", "a", "b", "b", "b", "a", NULL };
static const double chances[N] = { .01, .04, .04, NAN, .5, .9 };

static ScrutinyTable *
table_of_chances (void)
{
  return add_numbers (add_texts (scrutiny_table_new (), "area", areas), "p", chances, N);
}

static void
check_column (ScrutinyTable *table, const char *name, const double *want)
{
  const double *got = scrutiny_table_get_doubles (table, name, NULL);

  for (guint i = 0; i < N; i++)
    assert_near (got[i], want[i], 1e-15);
}

/* R: p.adjust (c (.01, .04, .04, .5, .9), "BH"). */
static void
judges_all_together (void **state)
{
  static const double adjusted[N] = { .05, .2 / 3, .2 / 3, NAN, .625, .9 };
  static const double found[N] = { 1, 0, 0, NAN, 0, 0 };
  g_autoptr (ScrutinyTable) table = table_of_chances ();
  g_autoptr (ScrutinyTable) judged = scrutiny_discoveries_tabulate (table, "p", NULL, .05, NULL);

  (void) state;
  check_column (judged, "p_adjusted", adjusted);
  check_column (judged, "discovery", found);
}

/* a: .01 .04 .9; b: .04 .5.  Judged again, the columns are replaced. */
static void
judges_each_family (void **state)
{
  static const double adjusted[N] = { .03, .06, .08, NAN, .5, .9 };
  static const double found[N] = { 1, 1, 1, NAN, 0, 0 };
  g_autoptr (ScrutinyTable) table = table_of_chances ();
  g_autoptr (ScrutinyTable) once = scrutiny_discoveries_tabulate (table, "p", NULL, .05, NULL);
  g_autoptr (ScrutinyTable) judged = scrutiny_discoveries_tabulate (once, "p", "area", .1, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_columns (judged), 4);
  check_column (judged, "p_adjusted", adjusted);
  check_column (judged, "discovery", found);
}

static const struct fault {
  const char *label;
  const char *chance, *family;
  double share;
  ScrutinyError code;
  const char *message;
} faults[] = {
  { "no such column", "q", NULL, .05, SCRUTINY_ERROR_NOT_FOUND,
    "Discoveries: there is no column “q” of numbers in the table" },
  { "texts", "area", NULL, .05, SCRUTINY_ERROR_NOT_FOUND,
    "Discoveries: there is no column “area” of numbers in the table" },
  { "no such family", "p", "ward", .05, SCRUTINY_ERROR_NOT_FOUND,
    "Discoveries: there is no column “ward” of texts in the table" },
  { "a family of numbers", "p", "p", .05, SCRUTINY_ERROR_NOT_FOUND,
    "Discoveries: there is no column “p” of texts in the table" },
  { "no share", "p", NULL, 1, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Discoveries: 1 is no share; give a number between 0 and 1, usually 0.05" },
  { "a share of NaN", "p", NULL, NAN, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Discoveries: NaN is no share; give a number between 0 and 1, usually 0.05" },
  { "no chance", "odd", NULL, .05, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Discoveries, row 2, column “odd”: 1.5 is no chance; one lies between 0 and 1" },
  { "infinite", "endless", NULL, .05, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Discoveries, row 1, column “endless”: infinity is no chance; one lies between 0 and 1" },
};

static void
refuses (void **state)
{
  static const double odd[N] = { 0, 1.5, 0, 0, 0, 0 }, endless[N] = { INFINITY };
  const struct fault *row = *state;
  g_autoptr (ScrutinyTable) table =
      add_numbers (add_numbers (table_of_chances (), "odd", odd, N), "endless", endless, N);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_discoveries_tabulate (table, row->chance, row->family, row->share, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

static void
has_count (GVariant *counts, const char *name, gint64 want)
{
  gint64 got = -1;

  assert_true (g_variant_lookup (counts, name, "x", &got));
  assert_int_equal (got, want);
}

static void
counts_what_chance_gives (void **state)
{
  static const char *const status[] = { "done", "done",        "done", "refused",
                                        "done", "cannot-tell", NULL };
  static const double flagged[N] = { 1, 0, 1, NAN, 1, NAN };
  static const double alarms[N] = { .25, .25, .5, NAN, NAN, NAN };
  g_autoptr (ScrutinyTable) table = table_of_chances ();
  g_autoptr (ScrutinyTable) judged = scrutiny_discoveries_tabulate (table, "p", NULL, .05, NULL);
  g_autoptr (ScrutinyTable) full = add_numbers (
      add_numbers (add_texts (g_steal_pointer (&judged), "status", status), "flagged", flagged, N),
      "false_alarm", alarms, N);
  g_autoptr (GVariant) counts = scrutiny_discoveries_count (full);
  double expected = NAN;

  (void) state;
  has_count (counts, "series", 6);
  has_count (counts, "done", 4);
  has_count (counts, "cannot_tell", 1);
  has_count (counts, "refused", 1);
  has_count (counts, "flagged", 3);
  has_count (counts, "known", 3);
  has_count (counts, "found", 2);
  has_count (counts, "discoveries", 1);
  assert_true (g_variant_lookup (counts, "expected", "d", &expected));
  assert_near (expected, 1, 0);
}

static void
counts_nothing_of_an_empty_table (void **state)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (GVariant) counts = scrutiny_discoveries_count (empty);

  (void) state;
  has_count (counts, "series", 0);
  has_count (counts, "flagged", 0);
  has_count (counts, "known", 0);
  assert_false (g_variant_lookup (counts, "discoveries", "x", NULL));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (faults) + 4];
  size_t n = add_rows (tests, refuses, faults, G_N_ELEMENTS (faults), sizeof *faults);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (judges_all_together);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (judges_each_family);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_what_chance_gives);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_nothing_of_an_empty_table);

  return cmocka_run_group_tests_name ("trend/discoveries", tests, NULL, NULL);
}
