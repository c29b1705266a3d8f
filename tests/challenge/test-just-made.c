/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"
#include "support/near.h"

#include <scrutiny/error.h>
#include <scrutiny/just-made.h>

#include <string.h>

/* 40 units of 21 to 60 cases, of which about 85% count; the first @n_made just make 90%. */
static ScrutinyTable *
draw (guint n_made)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < 40; i++) {
    const double of = 21 + i;
    const double usual = floor (of * (0.79 + 0.03 * (i * 7 % 5)));

    columns_builder_add_number (builder, "met", i < n_made ? ceil (of * 0.9) : usual);
    columns_builder_add_number (builder, "of", of);
  }
  columns_builder_add_number (builder, "met", NAN);
  columns_builder_add_number (builder, "of", 7);

  return columns_builder_end (builder);
}

static void
tells_many_from_few (void **state)
{
  g_autoptr (ScrutinyTable) many = draw (16), few = draw (0);
  g_autoptr (ScrutinyJustMade) made = scrutiny_just_made_new (many, "met", "of", 90, 3, NULL);
  g_autoptr (ScrutinyJustMade) usual = scrutiny_just_made_new (few, "met", "of", 90, 3, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (made));
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (made));

  (void) state;
  assert_string_equal (scrutiny_just_made_get_verdict (made), "excess");
  assert_string_equal (scrutiny_just_made_get_verdict (usual), "none");
  assert_near (scrutiny_just_made_get_n_units (made), 40, 0);
  assert_true (scrutiny_just_made_get_observed (made) >= 16);
  assert_true (scrutiny_just_made_get_p (made) < 0.05);
  assert_non_null (strstr (said, " of 40 are from 90% to just under 93%, where their sizes and the "
                                 "spread between them suggest about "));
  assert_non_null (strstr (json, "\"schema\":\"scrutiny.just-made/1\""));
}

static void
says_why_it_cannot_tell (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) usual = draw (0), few = NULL, all = NULL;
  g_autoptr (ScrutinyJustMade) one = NULL, other = NULL, third = NULL, bare = NULL;

  (void) state;
  for (guint i = 0; i < 19; i++) {
    columns_builder_add_number (builder, "met", 5 + i % 3);
    columns_builder_add_number (builder, "of", 9);
  }
  few = columns_builder_end (builder);
  one = scrutiny_just_made_new (few, "met", "of", 90, 3, NULL);
  assert_string_equal (
      scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (one)),
      "19 units with a share are too few to say what to expect; 20 are needed: ask "
      "for more of them, or for more periods.");
  other = scrutiny_just_made_new (usual, "met", "of", 20, 1, NULL);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (other)),
                       "Fewer than one unit is to be expected just beyond 20%: ask for more units, "
                       "or take a wider stretch.");
  for (guint i = 0; i < 30; i++) {
    columns_builder_add_number (builder, "met", 9);
    columns_builder_add_number (builder, "of", 9);
  }
  all = columns_builder_end (builder);
  third = scrutiny_just_made_new (all, "met", "of", 90, 3, NULL);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (third)),
                       "Every case of every unit counts, or none does: ask for another figure.");
  assert_true (isnan (scrutiny_just_made_get_p (third)));
  bare = g_object_new (SCRUTINY_TYPE_JUST_MADE, NULL);
  assert_string_equal (scrutiny_just_made_get_verdict (bare), "cannot-tell");
}

static void
refuses (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (GError) error = NULL;

  (void) state;
  for (guint i = 0; i < 3; i++) {
    columns_builder_add_number (builder, "met", i == 1 ? 30 : 5);
    columns_builder_add_number (builder, "of", 29);
  }
  table = columns_builder_end (builder);
  assert_null (scrutiny_just_made_new (table, "met", "of", 90, 3, &error));
  assert_string_equal (error->message,
                       "Row 2 below the header: 30 out of 29 is no share of whole numbers");
  g_clear_error (&error);
  assert_null (scrutiny_just_made_new (table, "met", "all", 90, 3, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  g_clear_error (&error);
  assert_null (scrutiny_just_made_new (table, "met", "of", 99, 3, &error));
  assert_string_equal (error->message, "Threshold and width: 99% and 3% are no stretch of shares "
                                       "between 0% and 100%");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (tells_many_from_few),
    cmocka_unit_test (says_why_it_cannot_tell),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("challenge/just-made", tests, NULL, NULL);
}
