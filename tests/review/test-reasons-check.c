/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/reasons-check.h"

#include <scrutiny/chain-builder.h>
#include <scrutiny/companion.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/feature.h>
#include <scrutiny/review.h>

#include <stdio.h>
#include <string.h>

#include "support/near.h"

#define N 24

static void
add_figure (ScrutinyDossierBuilder *builder, const char *id, const char *title, gsize shape)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", N, NULL);
  double values[N];

  for (gsize i = 0; i < N; i++)
    values[i] = 50 + (double) ((i * i * (5 + shape) + i) % 11) + (i < N / 2 ? 0 : 30);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, N, NULL);
  scrutiny_dossier_builder_add_indicator (builder, id, title);
  scrutiny_dossier_builder_set_series (builder, id, series);
}

/* Repairs are done in time because they are finished on time, which people see. */
static ScrutinyDossierBuilder *
builder_with (const char *confirmed_by, const char *companion)
{
  ScrutinyDossierBuilder *builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyChainBuilder) chain = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyEvidence) survey = scrutiny_evidence_new ("Survey of tenants", "2024");
  g_autoptr (ScrutinyChain) done = NULL;

  scrutiny_chain_builder_state (chain, "a", SCRUTINY_STATEMENT_KIND_INDICATOR,
                                "Housing repairs completed within target");
  scrutiny_chain_builder_state (chain, "b", SCRUTINY_STATEMENT_KIND_INTERMEDIATE,
                                "repairs are finished on time");
  scrutiny_chain_builder_state (chain, "c", SCRUTINY_STATEMENT_KIND_OUTCOME,
                                "repairs in homes are completed");
  scrutiny_chain_builder_because (chain, "a", "b", survey);
  scrutiny_chain_builder_because (chain, "b", "c", survey);
  scrutiny_chain_builder_set_detail (chain, "b", "measured_by", "damp");
  scrutiny_chain_builder_set_detail (chain, "c", "measured_by", "damp");
  scrutiny_chain_builder_set_detail (chain, "c", "who", "tenants");
  scrutiny_chain_builder_set_detail (chain, "b", "confirmed_by", confirmed_by);
  if (companion) {
    g_autoptr (ScrutinyCompanion) beside = scrutiny_companion_new (companion, NULL);

    scrutiny_chain_builder_add_companion (chain, "a", beside);
  }
  done = scrutiny_chain_builder_end (chain, NULL);
  add_figure (builder, "repairs", "Repairs in time", 0);
  add_figure (builder, "damp", "Damp homes", 1);
  scrutiny_dossier_builder_set_chain (builder, "repairs", done);

  return builder;
}

static ScrutinyDossierBuilder *
builder_new (void)
{
  return builder_with (NULL, NULL);
}

static ScrutinyReport *
review (ScrutinyDossierBuilder *builder)
{
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);

  return scrutiny_review (dossier, NULL, NULL, NULL, NULL);
}

static ScrutinyFinding *
find (ScrutinyReport *report, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_report_dup_findings (report);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return g_object_ref (findings->pdata[i]);

  return NULL;
}

static guint
count (ScrutinyReport *report, const char *prefix)
{
  g_autoptr (GPtrArray) findings = scrutiny_report_dup_findings (report);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_has_prefix (scrutiny_finding_get_id (findings->pdata[i]), prefix);

  return n;
}

/* Words only ask, after all else that is asked of the reasons, and say that nobody confirmed them.
 */
static void
asks_whether_words_say_the_same (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new ();
  g_autoptr (ScrutinyReport) report = review (builder);
  g_autoptr (ScrutinyFinding) hint = find (report, "because.hint-repeats");
  g_autoptr (ScrutinyFinding) linkage = find (report, "linkage.cannot-tell");
  g_autofree char *statement = NULL, *question = NULL, *other = NULL;
  gboolean confirmed = TRUE;

  (void) state;
  if (!scrutiny_has_feature ("words")) {
    assert_null (hint);
    printf ("# words are not compared in this build\n");
    skip ();
  }
  assert_non_null (hint);
  statement = scrutiny_finding_dup_statement (hint, NULL);
  question = scrutiny_finding_dup_question (hint, NULL);
  other = scrutiny_finding_dup_question (linkage, NULL);
  assert_true (g_str_has_suffix (statement, "Nobody has confirmed that they say the same."));
  assert_true (g_variant_lookup (scrutiny_finding_get_facts (hint), "confirmed", "b", &confirmed));
  assert_false (confirmed);
  assert_null (question);
  assert_non_null (other);
  assert_int_equal (count (report, "because.hint-"), 1); /* none of what is about people */
}

/* A person who confirmed what a statement is about has read it. */
static void
hints_at_nothing_that_is_confirmed (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = builder_with ("A member, 6 May 2025", NULL);
  g_autoptr (ScrutinyReport) report = review (builder);

  (void) state;
  assert_int_equal (count (report, "because.hint-"), 0);
}

/* Several statements may have the same figures: the one nearest to the claim is set beside it. */
static void
sets_figures_beside_reasons (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new ();
  g_autoptr (ScrutinyReport) report = review (builder);
  g_autofree char *json = scrutiny_report_dup_text (report, "json", NULL, NULL);

  (void) state;
  assert_non_null (strstr (json, "\"reasons\":{\"schema\":\"scrutiny.reasons/1\""));
  assert_non_null (strstr (json, "\"path\":[\"a\",\"b\"]"));
  assert_null (strstr (json, "\"path\":[\"a\",\"b\",\"c\"],\"figure\""));
}

static char *
dup_question (ScrutinyReport *report, const char *id)
{
  g_autoptr (ScrutinyFinding) found = find (report, id);

  assert_non_null (found);

  return scrutiny_finding_dup_question (found, NULL);
}

static gboolean
asks_for (ScrutinyReport *report, const char *what)
{
  g_autoptr (GPtrArray) requests = scrutiny_report_dup_requests (report);

  for (guint i = 0; i < requests->len; i++)
    if (g_str_equal (scrutiny_request_get_what (requests->pdata[i]), what))
      return TRUE;

  return FALSE;
}

/* Where the reasons lack nothing that is needed more, that is the one question on them. */
static void
asks_for_what_is_to_be_looked_at_beside (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = builder_with (NULL, "Calls about the same repair");
  g_autoptr (ScrutinyReport) report = review (builder);
  g_autofree char *question = dup_question (report, "linkage.companion-asked");
  g_autofree char *other = dup_question (report, "linkage.cannot-tell");

  (void) state;
  assert_string_equal (question, "Who counts “Calls about the same repair”, and what does it show "
                                 "beside this figure?");
  assert_null (other);
  assert_true (
      asks_for (report, "“Calls about the same repair” beside “Repairs in time”, by month"));
}

/* What was asked for is in the pack at the next meeting: it is not asked for again. */
static void
looks_at_what_came (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = builder_with (NULL, "Calls about the same repair");
  g_autoptr (ScrutinyReport) report = NULL;
  g_autofree char *question = NULL, *other = NULL;

  (void) state;
  add_figure (builder, "calls", "Calls about the same repair", 2);
  report = review (builder);
  question = dup_question (report, "linkage.companion-shown");
  other = dup_question (report, "linkage.cannot-tell");
  assert_null (find (report, "linkage.companion-asked"));
  assert_false (
      asks_for (report, "“Calls about the same repair” beside “Repairs in time”, by month"));
  assert_null (question);
  assert_non_null (other);
}

/* What shows people's lives is not asked what it is good for; what no reason leads to is. */
static void
asks_what_the_others_are_for (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new ();
  g_autoptr (ScrutinyReport) report = NULL;
  g_autoptr (ScrutinyFinding) asked = NULL;

  (void) state;
  add_figure (builder, "calls", "Calls answered", 2);
  report = review (builder);
  asked = find (report, "because.no-answer");
  assert_string_equal (scrutiny_finding_get_subject (asked), "calls");
}

/* Reasons that were begun for such a figure are looked at all the same. */
static void
looks_at_reasons_that_are_there (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new ();
  g_autoptr (ScrutinyChain) begun = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autoptr (ScrutinyReport) report = NULL;
  g_autoptr (ScrutinyFinding) asked = NULL;

  (void) state;
  scrutiny_dossier_builder_set_chain (builder, "damp", begun);
  report = review (builder);
  asked = find (report, "because.no-answer");
  assert_non_null (asked);
  assert_string_equal (scrutiny_finding_get_subject (asked), "damp");
}

static void
finds_nothing_of_an_indicator_by_itself (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new ();
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autoptr (ScrutinyCheck) check =
      scrutiny_check_new ("linkage", reasons_check_figure, NULL, NULL);
  g_autoptr (GListStore) found =
      scrutiny_check_run (check, scrutiny_dossier_get_indicator (dossier, 0));

  (void) state;
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (found)), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (asks_whether_words_say_the_same),
    cmocka_unit_test (hints_at_nothing_that_is_confirmed),
    cmocka_unit_test (sets_figures_beside_reasons),
    cmocka_unit_test (asks_for_what_is_to_be_looked_at_beside),
    cmocka_unit_test (looks_at_what_came),
    cmocka_unit_test (asks_what_the_others_are_for),
    cmocka_unit_test (looks_at_reasons_that_are_there),
    cmocka_unit_test (finds_nothing_of_an_indicator_by_itself),
  };

  return cmocka_run_group_tests_name ("review/reasons-check", tests, NULL, NULL);
}
