/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/because.h>
#include <scrutiny/check.h>
#include <scrutiny/finding.h>

static void
find_round (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_autoptr (ScrutinyFinding) finding =
      scrutiny_finding_new ("ashcombe.round-numbers", "All values end in 0.", NULL, NULL, NULL);

  g_list_store_append (findings, finding);
  if (user_data)
    g_list_store_append (findings, user_data);
}

static void
finds_what_it_looks_for (void **state)
{
  g_autoptr (ScrutinyCheck) check =
      scrutiny_check_new ("ashcombe.round-numbers", find_round, NULL, NULL);
  g_autoptr (ScrutinyIndicator) indicator = scrutiny_indicator_new ("a", "A");
  g_autoptr (GListStore) once = scrutiny_check_run (check, indicator);
  g_autoptr (GListStore) twice = scrutiny_check_run (check, indicator);
  g_autoptr (ScrutinyFinding) found = g_list_model_get_item (G_LIST_MODEL (once), 0);

  assert_string_equal (scrutiny_check_get_id (check), "ashcombe.round-numbers");
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (once)), 1);
  assert_string_equal (scrutiny_finding_get_id (found), "ashcombe.round-numbers");
  assert_ptr_not_equal (once, twice);
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (twice)), 1);
}

static void
leaves_out_what_is_no_finding (void **state)
{
  g_autoptr (GObject) stray = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("ashcombe.stray", find_round, stray, NULL);
  g_autoptr (ScrutinyIndicator) indicator = scrutiny_indicator_new ("a", "A");
  g_autoptr (GListStore) found = scrutiny_check_run (check, indicator);
  g_autoptr (ScrutinyFinding) instead = g_list_model_get_item (G_LIST_MODEL (found), 1);
  g_autofree char *said = scrutiny_finding_dup_statement (instead, NULL);

  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (found)), 2);
  assert_string_equal (scrutiny_finding_get_id (instead), "check.not-done");
  assert_string_equal (said, "ashcombe.stray was not done: it gave a GObject, which is neither a "
                             "finding nor a result.");
  assert_int_equal (stray->ref_count, 1);
}

static void
keeps_a_result (void **state)
{
  g_autoptr (ScrutinyBecause) result = g_object_new (SCRUTINY_TYPE_BECAUSE, NULL);
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("because", find_round, result, NULL);
  g_autoptr (ScrutinyIndicator) indicator = scrutiny_indicator_new ("a", "A");
  g_autoptr (GListStore) found = scrutiny_check_run (check, indicator);
  g_autoptr (GObject) kept = g_list_model_get_item (G_LIST_MODEL (found), 1);

  assert_ptr_equal (kept, result);
}

static void
lets_go_of_its_data_once (void **state)
{
  g_autoptr (GObject) data = g_object_new (G_TYPE_OBJECT, NULL);
  ScrutinyCheck *check =
      scrutiny_check_new ("ashcombe.held", find_round, g_object_ref (data), g_object_unref);

  assert_int_equal (data->ref_count, 2);
  g_object_unref (check);
  assert_int_equal (data->ref_count, 1);
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyCheck) bare = g_object_new (SCRUTINY_TYPE_CHECK, NULL);
  g_autoptr (ScrutinyIndicator) indicator = scrutiny_indicator_new ("a", "A");
  g_autoptr (GListStore) found = scrutiny_check_run (bare, indicator);
  g_autofree char *id = NULL;

  g_object_get (bare, "id", &id, NULL);
  assert_string_equal (id, "");
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (found)), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (finds_what_it_looks_for), cmocka_unit_test (leaves_out_what_is_no_finding),
    cmocka_unit_test (keeps_a_result),          cmocka_unit_test (lets_go_of_its_data_once),
    cmocka_unit_test (is_valid_when_bare),
  };

  return cmocka_run_group_tests_name ("check", tests, NULL, NULL);
}
