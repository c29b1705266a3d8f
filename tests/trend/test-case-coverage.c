/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/change-case.h"

/* No case of the shared folder is left out, and none is held twice. */
static void
holds_every_case (void **state)
{
  const guint n_cases = json_value_get_n_items (change_cases.json);
  guint n_missing = 0;

  (void) state;
  for (guint i = 0; i < n_cases; i++) {
    const char *name = json_value_get_key (change_cases.json, i);
    guint n_tests = 0;

    for (gsize k = 0; k < G_N_ELEMENTS (change_coverage); k++)
      n_tests += g_str_equal (change_coverage[k].name, name);
    if (n_tests != 1)
      print_error ("%s is in %u tests\n", name, n_tests);
    n_missing += n_tests != 1;
  }
  assert_int_equal (n_missing, 0);
  assert_int_equal (n_cases, G_N_ELEMENTS (change_coverage));
}

/* Each test that is to hold a case is there, and asks in the end whether it compared all. */
static void
names_tests_that_are_there (void **state)
{
  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (change_coverage); k++) {
    const char *test = change_coverage[k].test;
    g_autofree char *name = g_strdup_printf ("test-%s.c", test);
    g_autofree char *path =
        g_build_filename (g_getenv ("SCRUTINY_FIXTURES"), "..", "trend", name, NULL);
    g_autofree char *asks = g_strdup_printf ("assert_change_cases_compared (\"%s\")", test);
    g_autofree char *text = NULL;

    assert_true (g_file_get_contents (path, &text, NULL, NULL));
    assert_non_null (strstr (text, asks));
  }
}

/* Each file of figures belongs to a case. */
static void
leaves_no_file_of_figures_unread (void **state)
{
  g_autofree char *folder = change_case_dup_folder ();
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const guint n_cases = json_value_get_n_items (change_cases.json);

  (void) state;
  assert_non_null (files);
  for (const char *file = g_dir_read_name (files); file; file = g_dir_read_name (files)) {
    gboolean is_named = !g_str_has_suffix (file, ".csv");

    for (guint i = 0; i < n_cases && !is_named; i++)
      is_named = g_str_equal (
          json_value_find (json_value_get_item (change_cases.json, i), "data")->text, file);
    if (!is_named)
      print_error ("no case names %s\n", file);
    assert_true (is_named);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_every_case),
    cmocka_unit_test (names_tests_that_are_there),
    cmocka_unit_test (leaves_no_file_of_figures_unread),
  };
  int n_failed;

  if (!change_cases_open ())
    return 0;
  n_failed = cmocka_run_group_tests_name ("trend/case-coverage", tests, NULL, NULL);
  change_cases_close ();

  return n_failed;
}
