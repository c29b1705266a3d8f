/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"
#include "support/near.h"

#include <scrutiny/error.h>
#include <scrutiny/ratchet.h>

#include <string.h>

#define N 14

/* Values go up and down about their targets, of which the next takes @above of what was reached
 * above, and @below of what was below.
 */
static ScrutinyTable *
draw (int n, double above, double below)
{
  static const double from[N] = { 3, -2, 4, 1, -3, 6, -1, 2, -4, 5, -2, 1, 3, -1 };
  static const double own[N] = { 0, 0.1, -0.2, 0.1, 0.2, -0.1, 0, 0.2, -0.1, 0.1, -0.2, 0, 0.1, 0 };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  double target = 80;

  for (int i = 0; i < n; i++) {
    columns_builder_add_number (builder, "target", target);
    columns_builder_add_number (builder, "value", target + from[i]);
    target += own[i] + (from[i] > 0 ? above : below) * from[i];
  }

  return columns_builder_end (builder);
}

static ScrutinyRatchet *
look (int n, double above, double below)
{
  g_autoptr (ScrutinyTable) table = draw (n, above, below);

  return scrutiny_ratchet_new (table, "value", "target", NULL);
}

static void
tells_one_side_from_both (void **state)
{
  g_autoptr (ScrutinyRatchet) up = look (N, 0.5, 0), down = look (N, 0, 0.5);
  g_autoptr (ScrutinyRatchet) both = look (N, 0.5, 0.5), away = look (N, -0.5, 0);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (up));
  g_autoptr (GPtrArray) none = scrutiny_result_dup_findings (SCRUTINY_RESULT (both));
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);

  (void) state;
  assert_string_equal (scrutiny_ratchet_get_verdict (up), "above");
  assert_string_equal (scrutiny_ratchet_get_verdict (down), "below");
  assert_string_equal (scrutiny_ratchet_get_verdict (both), "none");
  assert_string_equal (scrutiny_ratchet_get_verdict (away), "none");
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[0]), "ratchet.one-sided");
  assert_string_equal (scrutiny_finding_get_id (none->pdata[0]), "ratchet.none");
  assert_near (scrutiny_ratchet_get_n_periods (up), 13, 0);
  assert_near (scrutiny_ratchet_get_above (up), 0.5, 0.15);
  assert_near (scrutiny_ratchet_get_below (up), 0, 0.15);
  assert_true (scrutiny_ratchet_get_p (up) < 0.01);
  assert_true (scrutiny_ratchet_get_p (both) > 0.04);
  assert_string_equal (said,
                       "For each unit above its target the next target moved by 0.4, for each "
                       "unit below by 0.0 (8 of 13 periods above, 5 below): further apart "
                       "than chance gives.");
}

static void
says_why_it_cannot_tell (void **state)
{
  g_autoptr (ScrutinyRatchet) few = look (9, 0.5, 0),
                              bare = g_object_new (SCRUTINY_TYPE_RATCHET, NULL);
  g_autoptr (ScrutinyTable) table = draw (N, 0, 0);
  g_autoptr (ScrutinyRatchet) met = scrutiny_ratchet_new (table, "target", "target", NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (few)),
                       "9 periods with a value, a target and the next target are needed, 3 of them "
                       "above and 3 below: ask for earlier ones.");
  assert_string_equal (scrutiny_ratchet_get_verdict (few), "cannot-tell");
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (met)));
  assert_true (isnan (scrutiny_ratchet_get_p (few)));
  assert_non_null (strstr (json, "\"above\":null"));
}

static void
says_of_targets_that_never_move (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;

  (void) state;
  for (int i = 0; i < N; i++) {
    columns_builder_add_number (builder, "target", 80);
    columns_builder_add_number (builder, "value", 78 + i * i % 5);
  }
  table = columns_builder_end (builder);
  g_autoptr (ScrutinyRatchet) still = scrutiny_ratchet_new (table, "value", "target", NULL);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (still)),
                       "Targets that never move, or move with the period alone, follow nothing: "
                       "ask how they were chosen.");
}

static void
refuses (void **state)
{
  g_autoptr (ScrutinyTable) table = draw (N, 0, 0);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_ratchet_new (table, "reached", "target", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  g_clear_error (&error);
  assert_null (scrutiny_ratchet_new (table, "value", "asked", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (tells_one_side_from_both),
    cmocka_unit_test (says_why_it_cannot_tell),
    cmocka_unit_test (says_of_targets_that_never_move),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("challenge/ratchet", tests, NULL, NULL);
}
