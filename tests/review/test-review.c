/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>
#include <scrutiny/review.h>

#include "report/report-private.h"
#include "support/near.h"

#include <string.h>

/* The monthly share of the synthetic council: twelve months about 68, then twelve about 90. */
static const double shares[] = { 69.3, 71.2, 64.6, 67.2, 72.8, 72.6, 71.9, 65.5,
                                 63.1, 67.0, 67.8, 67.5, 95.5, 90.4, 90.5, 86.4,
                                 92.9, 88.3, 88.3, 92.1, 89.7, 89.9, 89.8, 91.0 };

static ScrutinySeries *
share_series (gsize n)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2023-04", n, NULL);

  return scrutiny_series_new (months, shares, n, NULL);
}

static ScrutinyDossier *
small_dossier (gsize n_months)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinySeries) series = share_series (n_months);

  scrutiny_dossier_builder_set_title (builder, "children’s services");
  scrutiny_dossier_builder_add_indicator (builder, "within-45", "Assessed within 45 days");
  scrutiny_dossier_builder_set_series (builder, "within-45", series);
  scrutiny_dossier_builder_add_indicator (builder, "no-history", "Seen <b>alone</b>");

  return scrutiny_dossier_builder_end (builder, NULL);
}

static ScrutinyFinding *
find (GPtrArray *findings, const char *id, const char *subject)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id) &&
        g_strcmp0 (scrutiny_finding_get_subject (findings->pdata[i]), subject) == 0)
      return findings->pdata[i];

  return NULL;
}

static void
asks_the_three_questions (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = small_dossier (24);
  g_autoptr (ScrutinyReport) report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_report_dup_findings (report);
  g_autoptr (GPtrArray) questions = scrutiny_report_dup_questions (report);

  assert_non_null (find (findings, "because.no-answer", "within-45"));
  assert_non_null (find (findings, "because.no-answer", "no-history"));
  assert_string_equal (scrutiny_finding_get_id (questions->pdata[0]), "because.no-answer");
  assert_true (questions->len >= 3);
}

static void
says_what_it_could_not_do (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = small_dossier (5);
  g_autoptr (ScrutinyReport) report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) not_done = scrutiny_report_dup_not_done (report);
  g_autoptr (GPtrArray) findings = scrutiny_report_dup_findings (report);

  assert_non_null (find (not_done, "check.not-done", "no-history"));
  assert_non_null (find (not_done, "check.not-done", "within-45"));
  assert_null (find (findings, "check.not-done", "no-history"));
}

static void
find_own (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_autoptr (ScrutinyFinding) finding =
      scrutiny_finding_new ("ashcombe.own", "It rose.", "Is it counted or estimated?", NULL, NULL);

  g_list_store_append (findings, finding);
}

static void
makes_only_the_checks_it_is_given (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = small_dossier (24);
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ScrutinyReport) report = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_ptr_array_add (checks, scrutiny_check_new ("ashcombe.own", find_own, NULL, NULL));
  report = scrutiny_review (dossier, checks, NULL, NULL, NULL);
  findings = scrutiny_report_dup_findings (report);
  assert_int_equal (findings->len, 2);
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[0]), "ashcombe.own");
}

static void
stops_when_cancelled (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = small_dossier (24);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  assert_null (scrutiny_review (dossier, NULL, NULL, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
gives_the_same_from_the_main_loop (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = small_dossier (24);
  g_autoptr (ScrutinyReport) now = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ScrutinyReport) later = NULL;
  g_autofree char *text_now = NULL, *text_later = NULL;

  scrutiny_review_async (dossier, NULL, NULL, NULL, keep_result, &result);
  assert_null (result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  later = scrutiny_review_finish (result, NULL);
  text_now = scrutiny_report_dup_text (now, "json", NULL, NULL);
  text_later = scrutiny_report_dup_text (later, "json", NULL, NULL);
  assert_string_equal (text_now, text_later);
}

static void
says_it_safely_in_every_form (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = small_dossier (24);
  g_autoptr (ScrutinyReport) report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  g_auto (GStrv) forms = scrutiny_report_dup_forms ();

  for (gsize i = 0; forms[i]; i++) {
    g_autofree char *text = scrutiny_report_dup_text (report, forms[i], NULL, NULL);

    assert_non_null (text);
    assert_true (g_utf8_validate (text, -1, NULL));
    assert_null (strstr (text, "nan"));
    if (g_str_equal (forms[i], "html")) {
      assert_null (strstr (text, "<b>alone</b>"));
      assert_non_null (strstr (text, "<svg"));
      assert_non_null (strstr (text, "The numbers behind this chart"));
    }
  }
}

static guint
count_questions_of (GPtrArray *questions, const char *family)
{
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    n += g_str_has_prefix (scrutiny_finding_get_id (questions->pdata[i]), family);

  return n;
}

/* The reading stands in the report whole, and asks little. */
static void
tells_the_whole_reading (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = small_dossier (24);
  g_autoptr (ScrutinyReport) report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_report_dup_findings (report);
  g_autoptr (GPtrArray) questions = scrutiny_report_dup_questions (report);
  g_autofree char *json = scrutiny_report_dup_text (report, "json", NULL, NULL);
  ScrutinyFinding *shift = find (findings, "trend.shift", "within-45");
  const char *at = NULL;

  assert_non_null (shift);
  g_variant_lookup (scrutiny_finding_get_facts (shift), "at", "&s", &at);
  assert_string_equal (at, "2024-04");
  assert_non_null (find (findings, "trend.movement", "within-45"));
  assert_non_null (find (findings, "trend.short", "within-45"));
  assert_in_range (count_questions_of (questions, "trend."), 1, 2);
  assert_non_null (strstr (json, "\"trend\":{\"schema\":\"scrutiny.trend/1\""));
  assert_non_null (strstr (json, "\"chart\":{\"schema\":\"scrutiny.chart/1\""));
  assert_non_null (strstr (json, "\"shifts\":{\"schema\":\"scrutiny.shifts/1\""));
}

static char *
dup_written (ScrutinyReport *report, GFile *file)
{
  char *written = NULL;

  assert_true (scrutiny_report_write (report, file, NULL, NULL, NULL, NULL));
  assert_true (g_file_load_contents (file, NULL, &written, NULL, NULL, NULL));

  return written;
}

/* Written piece by piece, and all at once; or not at all, and then what was there stays. */
static void
writes_what_it_would_hand_over (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = small_dossier (24);
  g_autoptr (ScrutinyReport) report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  g_autoptr (ScrutinyReport) bare = g_object_new (SCRUTINY_TYPE_REPORT, NULL);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) some = g_file_new_tmp ("scrutiny-XXXXXX.json", &stream, NULL);
  g_autofree char *json = scrutiny_report_dup_text (report, "json", NULL, NULL);
  g_autofree char *written = dup_written (report, some);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *still = NULL;

  assert_string_equal (written, json);
  g_cancellable_cancel (cancelled);
  assert_false (scrutiny_report_write (bare, some, NULL, NULL, cancelled, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_file_load_contents (some, NULL, &still, NULL, NULL, NULL);
  assert_string_equal (still, json);
  g_file_delete (some, NULL, NULL);
}

static void
refuses_what_there_is_not (void **state)
{
  g_autoptr (ScrutinyReport) report = g_object_new (SCRUTINY_TYPE_REPORT, NULL);
  g_autoptr (GError) form = NULL, language = NULL;
  g_autofree char *bare = scrutiny_report_dup_text (report, "text", NULL, NULL);

  assert_non_null (bare);
  assert_null (scrutiny_report_dup_text (report, "docx", NULL, &form));
  assert_string_equal (form->message, "Form: no “docx”; there are text, md, html, json and csv");
  assert_null (scrutiny_report_dup_text (report, "text", "xx", &language));
  assert_string_equal (language->message, "Language: no “xx”; there is en");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (asks_the_three_questions),
    cmocka_unit_test (says_what_it_could_not_do),
    cmocka_unit_test (makes_only_the_checks_it_is_given),
    cmocka_unit_test (stops_when_cancelled),
    cmocka_unit_test (gives_the_same_from_the_main_loop),
    cmocka_unit_test (says_it_safely_in_every_form),
    cmocka_unit_test (tells_the_whole_reading),
    cmocka_unit_test (writes_what_it_would_hand_over),
    cmocka_unit_test (refuses_what_there_is_not),
  };

  return cmocka_run_group_tests_name ("review/review", tests, NULL, NULL);
}
