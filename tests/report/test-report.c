/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/report.h>

#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>
#include <scrutiny/review.h>

#include <glib/gstdio.h>
#include <string.h>

#include "support/rows.h"

static ScrutinyReport *
report_new (void)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "calls", "Calls answered");
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  return scrutiny_review (dossier, NULL, NULL, NULL, NULL);
}

/* A file's name, the form asked for, and the form that is written. */
static const struct written {
  const char *label, *name, *form, *want;
} written[] = {
  { "by .txt", "sheet.txt", NULL, "text" },
  { "by .md", "sheet.md", NULL, "md" },
  { "by .markdown", "sheet.markdown", NULL, "md" },
  { "by .HTM", "SHEET.HTM", NULL, "html" },
  { "by .json", "sheet.of.march.json", NULL, "json" },
  { "by .csv", "sheet.csv", NULL, "csv" },
  { "a name without an ending is text", "sheet", NULL, "text" },
  { "the form goes before the name", "sheet.html", "json", "json" },
};

static char *
write_in_new_folder (const char *name, const char *form, GError **error)
{
  g_autoptr (ScrutinyReport) report = report_new ();
  g_autofree char *folder = g_dir_make_tmp ("scrutiny-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *got = NULL;

  assert_true (g_file_set_contents (path, "what was there before", -1, NULL));
  scrutiny_report_write (report, file, form, NULL, NULL, error);
  assert_true (g_file_get_contents (path, &got, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);

  return got;
}

static void
writes_a_file (void **state)
{
  const struct written *row = *state;
  g_autoptr (ScrutinyReport) report = report_new ();
  g_autofree char *got = write_in_new_folder (row->name, row->form, NULL);
  g_autofree char *want = scrutiny_report_dup_text (report, row->want, "en", NULL);

  assert_string_equal (got, want);
}

static void
leaves_what_was_there_when_it_cannot (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *got = write_in_new_folder ("sheet.docx", NULL, &error);

  (void) state;
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_string_equal (error->message, "Form: no “docx”; there are text, md, html, json and csv");
  assert_string_equal (got, "what was there before");
}

static void
says_that_a_folder_is_not_there (void **state)
{
  g_autoptr (ScrutinyReport) report = report_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/there/is/no/such/folder/sheet.md");
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_false (scrutiny_report_write (report, file, NULL, NULL, NULL, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
}

static void
can_be_had_in_each_form_it_names (void **state)
{
  g_autoptr (ScrutinyReport) report = report_new ();
  g_auto (GStrv) forms = scrutiny_report_dup_forms ();
  g_autofree char *all = g_strjoinv (" ", forms);

  (void) state;
  assert_string_equal (all, "text md html json csv");
  for (gsize i = 0; forms[i]; i++) {
    g_autofree char *text = scrutiny_report_dup_text (report, forms[i], NULL, NULL);

    assert_true (text && g_utf8_validate (text, -1, NULL));
  }
}

static void
knows_what_it_is_of (void **state)
{
  g_autoptr (ScrutinyReport) report = report_new ();
  g_autoptr (ScrutinyReport) bare = g_object_new (SCRUTINY_TYPE_REPORT, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_int_equal (scrutiny_dossier_get_n_indicators (scrutiny_report_get_dossier (report)), 1);
  assert_int_equal (scrutiny_dossier_get_n_indicators (scrutiny_report_get_dossier (bare)), 0);
  assert_null (scrutiny_report_dup_text (report, "text", "cy", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

/* The list is fresh each time: leaving one out of it changes no other review. */
static void
standard_checks_can_be_left_out (void **state)
{
  g_autoptr (GPtrArray) checks = scrutiny_review_dup_checks ();
  g_autoptr (GPtrArray) others = NULL;
  static const char *const ids[] = { "figure",  "records",   "quality", "colour",
                                     "trend",   "notice",    "drift",   "mix",
                                     "compare", "composite", "pileup",  "waits",
                                     "demand",  "because",   "linkage", "purpose" };

  (void) state;
  assert_int_equal (checks->len, G_N_ELEMENTS (ids));
  for (guint i = 0; i < checks->len; i++)
    assert_string_equal (scrutiny_check_get_id (checks->pdata[i]), ids[i]);
  g_ptr_array_remove_index (checks, 0);
  others = scrutiny_review_dup_checks ();
  assert_int_equal (others->len, G_N_ELEMENTS (ids));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (written) + 5];
  size_t n = add_rows (tests, writes_a_file, written, G_N_ELEMENTS (written), sizeof *written);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_what_was_there_when_it_cannot);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_that_a_folder_is_not_there);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (can_be_had_in_each_form_it_names);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_what_it_is_of);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (standard_checks_can_be_left_out);

  return cmocka_run_group_tests_name ("report/report", tests, NULL, NULL);
}
