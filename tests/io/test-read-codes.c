/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/read-codes.h>

#include <glib/gstdio.h>
#include <string.h>

#include "support/near.h"

#define PACKAGE(constraints) \
  "{\"resources\": [{\"name\": \"cases\", \"path\": \"cases.csv\", \"schema\": {\"fields\": [" \
  "{\"name\": \"outcome\", \"constraints\": " constraints "}, {\"name\": \"free\"}, " \
  "{\"name\": \"band\", \"constraints\": {\"required\": true, \"enum\": [1, 2.50, true]}}]}}]}"

static ScrutinyTable *
read_text (const char *text, const char *resource, GError **error)
{
  g_autofree char *path = NULL;
  const int file = g_file_open_tmp ("read-codes-XXXXXX.json", &path, NULL);

  assert_true (file >= 0);
  g_close (file, NULL);
  assert_true (g_file_set_contents (path, text, -1, NULL));
  g_autoptr (GFile) there = g_file_new_for_path (path);
  ScrutinyTable *codes = scrutiny_read_codes (there, resource, NULL, error);
  g_unlink (path);

  return codes;
}

static void
reads_the_lists_of_columns (void **state)
{
  static const char *const wanted[][2] = {
    { "outcome", "helped" }, { "outcome", "closed" }, { "band", "1" },
    { "band", "2.50" },      { "band", "true" },
  };
  g_autoptr (ScrutinyTable) codes =
      read_text (PACKAGE ("{\"enum\": [\"helped\", \"closed\"]}"), "cases", NULL);
  g_autoptr (ScrutinyTable) by_path =
      read_text (PACKAGE ("{\"enum\": [\"helped\", \"closed\"]}"), "cases.csv", NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (codes), G_N_ELEMENTS (wanted));
  assert_int_equal (scrutiny_table_get_n_rows (by_path), G_N_ELEMENTS (wanted));
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++) {
    assert_string_equal (scrutiny_table_get_texts (codes, "column")[i], wanted[i][0]);
    assert_string_equal (scrutiny_table_get_texts (codes, "code")[i], wanted[i][1]);
  }
}

static void
takes_the_only_table (void **state)
{
  g_autoptr (ScrutinyTable) codes = read_text (PACKAGE ("{}"), NULL, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (codes), 3);
}

static void
refuses_what_is_no_list (void **state)
{
  static const struct {
    const char *text, *resource, *said;
    ScrutinyError code;
  } refused[] = {
    { PACKAGE ("{\"enum\": \"helped\"}"), NULL, "/resources/0/schema/fields/0/constraints",
      SCRUTINY_ERROR_UNREADABLE },
    { PACKAGE ("{\"enum\": [[1]]}"), NULL, "/resources/0/schema/fields/0/constraints",
      SCRUTINY_ERROR_UNREADABLE },
    { PACKAGE ("{}"), "rows", "there is no such table; there are “cases”",
      SCRUTINY_ERROR_NOT_FOUND },
    { "[]", NULL, "datapackage.json", SCRUTINY_ERROR_UNREADABLE },
  };

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    assert_null (read_text (refused[i].text, refused[i].resource, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) refused[i].code));
    assert_non_null (strstr (error->message, refused[i].said));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (reads_the_lists_of_columns),
    cmocka_unit_test (takes_the_only_table),
    cmocka_unit_test (refuses_what_is_no_list),
  };

  return cmocka_run_group_tests_name ("io/read-codes", tests, NULL, NULL);
}
