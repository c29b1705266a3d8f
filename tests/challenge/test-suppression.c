/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "base/columns-builder.h"

#include <scrutiny/error.h>
#include <scrutiny/suppression.h>

#include <string.h>

/* "North/moved=3; …": a ward, what happened, how many; "-" is missing. */
static ScrutinyTable *
draw (const char *text)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);

  for (gsize i = 0; rows[i]; i++) {
    g_auto (GStrv) cells = g_strsplit_set (rows[i], "/=", 3);

    columns_builder_add_text (builder, "ward", cells[0]);
    columns_builder_add_text (builder, "what", cells[1]);
    columns_builder_add_number (
        builder, "n", g_str_equal (cells[2], "-") ? NAN : g_ascii_strtod (cells[2], NULL));
    columns_builder_add_number (builder, "of", 40);
  }

  return columns_builder_end (builder);
}

static const char *const by_ward[] = { "ward", NULL };
static const char *const by_both[] = { "ward", "what", NULL };

static const struct known {
  const char *label, *rows;
  const char *const *keys;
  guint round_to;
  const char *shown; /* in the order of rows, totals last */
  guint n_small, n_withheld;
} known[] = {
  { "nothing small", "N/a=7; S/a=9", by_ward, 0, "7 9 16", 0, 0 },
  { "the next smallest goes too", "N/a=2; S/a=30; W/a=9", by_ward, 0, "<5 30 withheld 41", 1, 1 },
  { "two small ones hide each other", "N/a=0; S/a=30; W/a=4", by_ward, 0, "<5 30 <5 34", 2, 0 },
  { "to be told that 4 and 4 are small tells them", "N/a=4; S/a=4", by_ward, 0,
    "withheld withheld 8", 2, 0 },
  { "rounded", "N/a=7; S/a=9; W/a=13", by_ward, 5, "5 10 15 30", 0, 0 },
  { "a ring of four", "N/a=1; N/b=20; N/c=30; S/a=40; S/b=50; S/c=9; W/a=60; W/b=70; W/c=80",
    by_both, 0, "<5 20 withheld 51 withheld 50 withheld 99 60 70 80 210 101 140 119 360", 1, 3 },
  { "a pair without a row is 0", "N/a=11; N/b=20; S/a=40", by_both, 0,
    "withheld withheld 31 withheld <5 40 51 20 71", 1, 3 },
};

static char *
spell (ScrutinyTable *table, const char *column)
{
  const char *const *texts = scrutiny_table_get_texts (table, column);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < scrutiny_table_get_n_rows (table); i++)
    g_string_append_printf (out, "%s%s", i ? " " : "", texts[i]);

  return g_string_free (out, FALSE);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyTable) table = draw (row->rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySuppression) hidden =
      scrutiny_suppression_new (table, row->keys, "n", 5, row->round_to, &error);
  g_autofree char *shown = NULL;

  assert_null (error);
  shown = spell (scrutiny_suppression_get_table (hidden), "shown");
  assert_string_equal (shown, row->shown);
  assert_int_equal (scrutiny_suppression_get_n_small (hidden), row->n_small);
  assert_int_equal (scrutiny_suppression_get_n_withheld (hidden), row->n_withheld);
  assert_int_equal (scrutiny_suppression_get_says_which (hidden),
                    !strstr (row->label, "tells them"));
}

/* What is not shown is not in the numbers either, and what can be told of it is. */
static void
gives_bounds (void **state)
{
  g_autoptr (ScrutinyTable) table = draw ("N/a=2; S/a=30; W/a=9; E/a=23");
  g_autoptr (ScrutinySuppression) hidden =
      scrutiny_suppression_new (table, by_ward, "n", 5, 0, NULL);
  ScrutinyTable *shown = scrutiny_suppression_get_table (hidden);
  const double *counts = scrutiny_table_get_doubles (shown, "count", NULL);
  const double *low = scrutiny_table_get_doubles (shown, "low", NULL);
  const double *high = scrutiny_table_get_doubles (shown, "high", NULL);
  g_autofree char *kinds = spell (shown, "kind");

  assert_near (counts[0], NAN, 0);
  assert_near (low[0], 0, 0);
  assert_near (high[0], 4, 0);
  assert_near (counts[1], 30, 0);
  assert_near (low[1], 30, 0);
  assert_near (high[1], 30, 0);
  assert_near (counts[2], NAN, 0);
  assert_near (low[2], 7, 0);
  assert_near (high[2], 11, 0);
  assert_near (counts[4], 64, 0);
  assert_string_equal (kinds, "cell cell cell cell total");
}

/* Bounds of a rounded count are what it may have been. */
static void
gives_bounds_of_rounded (void **state)
{
  g_autoptr (ScrutinyTable) table = draw ("N/a=7; S/a=13");
  g_autoptr (ScrutinySuppression) hidden =
      scrutiny_suppression_new (table, by_ward, "n", 5, 5, NULL);
  ScrutinyTable *shown = scrutiny_suppression_get_table (hidden);

  assert_near (scrutiny_table_get_doubles (shown, "count", NULL)[0], 5, 0);
  assert_near (scrutiny_table_get_doubles (shown, "low", NULL)[0], 3, 0);
  assert_near (scrutiny_table_get_doubles (shown, "high", NULL)[0], 7, 0);
}

/* 38 of 40 is 2 of 40 turned round; a share of 40 tells its count. */
static void
hides_shares (void **state)
{
  g_autoptr (ScrutinyTable) table = draw ("N/a=38; S/a=20; W/a=15; E/a=3");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySuppression) hidden =
      scrutiny_suppression_new_share (table, "ward", "n", "of", 5, &error);
  ScrutinyTable *shown = scrutiny_suppression_get_table (hidden);
  g_autofree char *numerators = spell (shown, "numerator");
  g_autofree char *rests = spell (shown, "rest");
  const double *shares = scrutiny_table_get_doubles (shown, "share", NULL);

  assert_null (error);
  assert_string_equal (numerators, "withheld withheld 15 <5 76");
  assert_string_equal (rests, "<5 withheld 25 withheld 84");
  assert_near (shares[0], NAN, 0);
  assert_near (shares[1], NAN, 0);
  assert_near (shares[2], 37.5, 0);
  assert_near (shares[3], NAN, 0);
  assert_near (shares[4], 47.5, 0);
}

static const struct cut {
  const char *label, *rows, *shown;
} cuts[] = {
  { "far apart", "30/a=40; 45/a=60; all/a=90", "40 60 90" },
  { "two that differ by 3", "44/a=319; 45/a=322; all/a=357", "319 withheld 357" },
  { "the last two differ by 3", "45/a=322; 46/a=340; all/a=343", "322 withheld 343" },
  { "a few in the first", "10/a=3; 45/a=322; all/a=357", "withheld 322 357" },
  { "the same count twice", "44/a=300; 45/a=300; all/a=357", "300 withheld 357" },
  { "small steps add up", "1/a=10; 2/a=12; 3/a=14; 4/a=16; 5/a=30", "10 withheld withheld 16 30" },
  { "a few in all", "45/a=2; all/a=4", "withheld withheld" },
};

static void
hides_cuts (void **state)
{
  const struct cut *row = *state;
  g_autoptr (ScrutinyTable) table = draw (row->rows);
  g_autoptr (ScrutinySuppression) hidden =
      scrutiny_suppression_new_cuts (table, "ward", "n", 5, NULL);
  g_autofree char *shown = spell (scrutiny_suppression_get_table (hidden), "shown");

  assert_string_equal (shown, row->shown);
}

static const struct refused {
  const char *label, *rows;
  const char *keys[4], *count;
  guint threshold;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "no such count", "N/a=2", { "ward" }, "m", 5, SCRUTINY_ERROR_NOT_FOUND, NULL },
  { "no such key", "N/a=2", { "road" }, "n", 5, SCRUTINY_ERROR_NOT_FOUND, NULL },
  { "a count that is a text", "N/a=2", { "ward" }, "what", 5, SCRUTINY_ERROR_MISMATCH, NULL },
  { "the same keys",
    "N/a=2; S/a=3; N/a=4",
    { "ward", "what" },
    "n",
    5,
    SCRUTINY_ERROR_MISMATCH,
    "Row 3: the same keys as row 1; add the two counts up, or name another key" },
  { "no count",
    "N/a=7.5",
    { "ward" },
    "n",
    5,
    SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 1, column “n”: not a count; counts are whole numbers from 0" },
  { "missing",
    "N/a=7; S/a=-",
    { "ward" },
    "n",
    5,
    SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 2, column “n”: not a count; counts are whole numbers from 0" },
  { "no threshold",
    "N/a=2",
    { "ward" },
    "n",
    0,
    SCRUTINY_ERROR_OUT_OF_RANGE,
    "Threshold: 0; small counts begin below 1 at the least" },
  { "three keys",
    "N/a=2",
    { "ward", "what", "of" },
    "n",
    5,
    SCRUTINY_ERROR_OUT_OF_RANGE,
    "Keys: there are 3; a table of counts has one or two" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyTable) table = draw (row->rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySuppression) hidden =
      scrutiny_suppression_new (table, row->keys, row->count, row->threshold, 0, &error);

  assert_null (hidden);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (gint) row->code));
  if (row->message)
    assert_string_equal (error->message, row->message);
}

static void
refuses_more_than_all (void **state)
{
  g_autoptr (ScrutinyTable) table = draw ("N/a=12; S/a=41");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySuppression) hidden =
      scrutiny_suppression_new_share (table, "ward", "n", "of", 5, &error);

  assert_null (hidden);
  assert_string_equal (error->message, "Row 2: the numerator is larger than “of”");
}

static void
bare_is_empty (void **state)
{
  g_autoptr (ScrutinySuppression) bare = g_object_new (SCRUTINY_TYPE_SUPPRESSION, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (strstr (json, "\"schema\":\"scrutiny.suppression/1\""));
}

int
main (void)
{
  struct CMUnitTest
      tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (refused) + G_N_ELEMENTS (cuts) + 5] = {
        cmocka_unit_test (gives_bounds),  cmocka_unit_test (gives_bounds_of_rounded),
        cmocka_unit_test (hides_shares),  cmocka_unit_test (refuses_more_than_all),
        cmocka_unit_test (bare_is_empty),
      };
  size_t n = 5;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, hides_cuts, cuts, G_N_ELEMENTS (cuts), sizeof *cuts);
  add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("challenge/suppression", tests, NULL, NULL);
}
