/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/question-order.h"
#include "support/near.h"

/* The order that the sheet states; each stands before the next wherever it was found. */
static const char *const order[] = {
  "figure.not-reproduced", "linkage.contradicted", "because.circular",       "colour.missed",
  "colour.flip",           "colour.mismatch",      "because.ends-at-target", "ashcombe.own",
  "compare.outside",       "linkage.cannot-tell",  "trend.ordinary",
};

static ScrutinyFinding *
finding (const char *id, const char *subject)
{
  g_autoptr (ScrutinyFinding) bare = scrutiny_finding_new (id, "It rose.", "Why?", NULL, NULL);

  return scrutiny_finding_copy_with_subject (bare, subject);
}

static void
puts_the_stated_order_right (void **state)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = G_N_ELEMENTS (order); i > 0; i--)
    g_ptr_array_add (findings, finding (order[i - 1], ""));
  question_order_sort (findings);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    assert_string_equal (scrutiny_finding_get_id (findings->pdata[i]), order[i]);
}

/* Beyond what chance among its cases moves, a status is no longer one that few would turn. */
static void
puts_a_far_status_behind (void **state)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (
      findings, scrutiny_finding_new ("colour.flip", "Far.", "Why?",
                                      g_variant_new_parsed ("{'within_chance': <false>}"), NULL));
  g_ptr_array_add (findings, finding ("ashcombe.own", ""));
  g_ptr_array_add (findings,
                   scrutiny_finding_new ("colour.flip", "Near.", "Why?",
                                         g_variant_new_parsed ("{'within_chance': <true>}"), NULL));
  question_order_sort (findings);
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[1]), "ashcombe.own");
  g_autofree char *first = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  assert_string_equal (first, "Near.");
}

static void
keeps_ties_in_published_order (void **state)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 100; i++) {
    g_autofree char *subject = g_strdup_printf ("%03u", i);

    g_ptr_array_add (findings, finding (i % 2 ? "because.no-answer" : "because.circular", subject));
  }
  question_order_sort (findings);
  for (guint i = 1; i < 100; i++)
    assert_true (g_strcmp0 (scrutiny_finding_get_subject (findings->pdata[i - 1]),
                            scrutiny_finding_get_subject (findings->pdata[i])) < 0);
}

/* What tells most keeps its question wherever it stands; all keep what they say. */
static void
keeps_the_questions_that_tell_most (void **state)
{
  static const char *const told[] = { "trend.season",   "trend.shift",    "trend.shift",
                                      "trend.movement", "trend.no-shift", "trend.beyond" };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    g_ptr_array_add (findings, finding (told[i], "f"));
  question_order_keep (findings, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++) {
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);
    g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[i], NULL);

    assert_string_equal (said, "It rose.");
    assert_string_equal (scrutiny_finding_get_subject (findings->pdata[i]), "f");
    assert_int_equal (question != NULL, i == 1 || i == 2);
  }
}

static void
asks_of_the_chart_before_the_season (void **state)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (findings, finding ("trend.season", ""));
  g_ptr_array_add (findings, finding ("trend.beyond", ""));
  g_ptr_array_add (findings, finding ("trend.movement", ""));
  question_order_keep (findings, 2);
  g_autofree char *season = scrutiny_finding_dup_question (findings->pdata[0], NULL);
  g_autofree char *movement = scrutiny_finding_dup_question (findings->pdata[2], NULL);
  assert_null (season);
  assert_non_null (movement);
}

/* What reasons need, most first; each is asked where only the later ones are beside it. */
static const char *const needs[] = {
  "linkage.contradicted",    "because.circular",       "because.no-answer",
  "because.restates",        "because.ends-at-target", "because.ends-at-service",
  "because.other-people",    "because.leap",           "because.no-evidence",
  "because.of-another-day",  "because.unfalsifiable",  "because.contested",
  "linkage.companion-asked", "linkage.none-as-strong", "linkage.shifted-as-stated",
  "linkage.companion-shown", "because.hint-same",
};

static char *
dup_question (GPtrArray *findings, guint i)
{
  return scrutiny_finding_dup_question (findings->pdata[i], NULL);
}

/* However they were found: here the last needed comes first. */
static void
asks_what_reasons_need_most (void **state)
{
  for (gsize first = 0; first + 1 < G_N_ELEMENTS (needs); first++) {
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

    for (gsize i = G_N_ELEMENTS (needs); i > first; i--)
      g_ptr_array_add (findings, finding (needs[i - 1], "f"));
    question_order_keep_of_reasons (findings);
    for (guint i = 0; i < findings->len; i++) {
      g_autofree char *question = dup_question (findings, i);

      assert_int_equal (question != NULL, i + 1 == findings->len);
    }
  }
}

/* Of two alike the first; the others are still said, and asked for. */
static void
keeps_what_is_asked_for (void **state)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ScrutinyFinding) bare = finding ("because.no-evidence", "f");

  g_ptr_array_add (findings, finding ("colour.flip", "f"));
  g_ptr_array_add (findings,
                   scrutiny_finding_new ("linkage.not-shifted", "It stayed.", NULL, NULL, NULL));
  g_ptr_array_add (findings, g_object_ref (bare));
  g_ptr_array_add (findings, scrutiny_finding_copy_with_request (bare, "The evidence", NULL));
  question_order_keep_of_reasons (findings);
  g_autofree char *other = dup_question (findings, 0);
  g_autofree char *first = dup_question (findings, 2);
  g_autofree char *second = dup_question (findings, 3);
  g_autofree char *request = scrutiny_finding_dup_request (findings->pdata[3], NULL);
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[3], NULL);
  assert_non_null (other);
  assert_non_null (first);
  assert_null (second);
  assert_string_equal (request, "The evidence");
  assert_string_equal (said, "It rose.");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (puts_the_stated_order_right),
    cmocka_unit_test (puts_a_far_status_behind),
    cmocka_unit_test (keeps_ties_in_published_order),
    cmocka_unit_test (keeps_the_questions_that_tell_most),
    cmocka_unit_test (asks_of_the_chart_before_the_season),
    cmocka_unit_test (asks_what_reasons_need_most),
    cmocka_unit_test (keeps_what_is_asked_for),
  };

  return cmocka_run_group_tests_name ("review/question-order", tests, NULL, NULL);
}
