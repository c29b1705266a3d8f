/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <scrutiny/error.h>
#include <scrutiny/feature.h>

#include "io/xlsx.h"

static ScrutinyDossier *
read_bytes (GBytes *bytes, const char *name, const char *sheet, GError **error)
{
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  scrutiny_read_options_set_sheet (options, sheet);
  if (!xlsx_read (bytes, name, options, builder, error))
    return NULL;
  return scrutiny_dossier_builder_end (builder, error);
}

static void
knows_a_workbook_by_its_first_bytes (void **state)
{
  g_autoptr (GBytes) zip = g_bytes_new_static ("PK\x03\x04", 4);
  g_autoptr (GBytes) compound = g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  g_autoptr (GBytes) text = g_bytes_new_static ("PKX,1", 5);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  (void) state;
  assert_true (xlsx_is_workbook (zip));
  assert_true (xlsx_is_workbook (compound));
  assert_false (xlsx_is_workbook (text));
  assert_false (xlsx_is_workbook (nothing));
}

static void
refuses_an_older_workbook_by_name (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (read_bytes (bytes, "a.xls", NULL, &error));
  assert_string_equal (error->message, "a.xls: an older Excel workbook (.xls) or one with a "
                                       "password; save it as .xlsx without a password, or as CSV");
}

static void
refuses_what_is_not_whole_or_not_built (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("PK\x03\x04nothing", 11);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (read_bytes (bytes, "a.xlsx", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR,
                                scrutiny_has_feature ("xlsx") ? SCRUTINY_ERROR_UNREADABLE
                                                              : SCRUTINY_ERROR_NOT_BUILT));
  assert_true (g_str_has_prefix (error->message, "a.xlsx: "));
}

static GBytes *
load_published (const char *name)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *path = g_build_filename (shared ? shared : "", "data", "messy", name, NULL);
  char *contents;
  gsize length;

  if (!scrutiny_has_feature ("xlsx")) {
    printf ("# built without xlsx\n");
    skip ();
  }
  if (!g_file_get_contents (path, &contents, &length, NULL)) {
    printf ("# the published workbooks are not here\n");
    skip ();
  }
  return g_bytes_new_take (contents, length);
}

/* Read, with the sheet named aloud, or refused in one line. */
static void
reads_or_refuses_published_workbooks (void **state)
{
  static const char *const names[] = { "nhs_beds_open_overnight.xlsx", "scotland_pupils_2019.xlsx",
                                       "social_care_in_crisis.xlsx" };

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GBytes) bytes = load_published (names[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyDossier) dossier = read_bytes (bytes, names[i], NULL, &error);

    if (dossier) {
      g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);
      g_autofree char *joined = g_strjoinv ("\n", notes);

      assert_non_null (strstr (joined, "read sheet “"));
      printf ("# %s: %u indicators; %s\n", names[i], scrutiny_dossier_get_n_indicators (dossier),
              notes[0]);
    } else {
      assert_true (g_str_has_prefix (error->message, names[i]));
      assert_null (strchr (error->message, '\n'));
      printf ("# %s\n", error->message);
    }
  }
}

static void
names_the_sheets_there_are (void **state)
{
  g_autoptr (GBytes) bytes = load_published ("nhs_beds_open_overnight.xlsx");
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (read_bytes (bytes, "a.xlsx", "None such", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_true (g_str_has_prefix (error->message, "a.xlsx: no sheet “None such”; there are “"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (knows_a_workbook_by_its_first_bytes),
    cmocka_unit_test (refuses_an_older_workbook_by_name),
    cmocka_unit_test (refuses_what_is_not_whole_or_not_built),
    cmocka_unit_test (reads_or_refuses_published_workbooks),
    cmocka_unit_test (names_the_sheets_there_are),
  };

  return cmocka_run_group_tests_name ("io/xlsx", tests, NULL, NULL);
}
