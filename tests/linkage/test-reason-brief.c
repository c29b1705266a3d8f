/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-brief.h"

#include "base/finding-private.h"
#include "support/drawn-chain.h"
#include "support/rows.h"

#include <scrutiny/chain-text.h>
#include <scrutiny/feature.h>
#include <scrutiny/hints.h>

/* Four of a kind that the claim leads to, with evidence. */
#define FOUR(kind) "i:indicator a:" kind " b:" kind " c:" kind " d:" kind " i>a+ i>b+ i>c+ i>d+"
#define NAMED "“A said”; “B said”; “C said”; and 1 more"
#define STEPS "“I said” > “A said”; “I said” > “B said”; “I said” > “C said”; and 1 more"
#define LEADS_ON "The reasons that lead on to somebody’s life from " NAMED
#define THE_QUESTION "And that’s good for the public because…?"

/* What four findings of one sort say together; it follows from the record. */
static const struct known {
  const char *label, *line, *id, *statement, *question, *request;
} known[] = {
  { "the same again",
    "i:indicator a:output b:output c:output d:output i>a+ i>b+ i>c+ i>d+ i=a i=b i=c i=d",
    "restates",
    "4 reasons are marked as saying the same as what they are given for, so they add none: " STEPS
    ".",
    "Leave the figure out of the sentence: what is left?", NULL },
  { "targets", FOUR ("target"), "ends-at-target",
    "4 lines of reasons end at targets or ranks: " NAMED ".",
    "Who chose each number, from what, and what is different for a person on the other side of it?",
    LEADS_ON },
  { "inspections", FOUR ("inspector"), "ends-at-inspector",
    "4 lines of reasons end at an inspection, an audit or a rating: " NAMED ".",
    "What is the inspector looking at it for?", LEADS_ON },
  { "laws", FOUR ("government"), "ends-at-government",
    "4 lines of reasons end at a law, a national set or an agreement: " NAMED ".",
    "What was each meant to change for people here? Start there.", LEADS_ON },
  { "money", FOUR ("funding"), "ends-at-funding", "4 lines of reasons end at money: " NAMED ".",
    "What does the money do next, for whom, and what did it cost whom?", LEADS_ON },
  { "the service", FOUR ("service"), "ends-at-service",
    "4 lines of reasons end inside the organisation: " NAMED ".",
    "And then what happens to the person outside the door?", LEADS_ON },
  { "statuses", FOUR ("status") " m:outcome@ i>m+", "ends-at-status",
    "4 lines of reasons end at a published status: " NAMED ".",
    "What would a resident notice if the status were a different one?", LEADS_ON },
  { "figures", FOUR ("indicator"), "ends-at-indicator",
    "4 lines of reasons end at a figure: " NAMED ".", THE_QUESTION, LEADS_ON },
  { "what was done", FOUR ("activity"), "ends-at-activity",
    "4 lines of reasons end at something that was done: " NAMED ".", THE_QUESTION, LEADS_ON },
  { "what was produced", FOUR ("output"), "ends-at-output",
    "4 lines of reasons end at something that was produced: " NAMED ".", THE_QUESTION, LEADS_ON },
  { "on the way", FOUR ("intermediate"), "ends-at-intermediate",
    "4 lines of reasons stop on the way, with nothing recorded after: " NAMED ".", THE_QUESTION,
    LEADS_ON },
  { "people not reached", "i:service m:outcome@ i>m+ a:outcome@ b:outcome@ c:outcome@ d:outcome@",
    "outcome-not-reached",
    "4 statements are recorded as what changes for people, and no reason leads to them from “I "
    "said”: " NAMED ".",
    "By what steps does this figure get to each of them, if it does, and what would show whether "
    "it "
    "changed?",
    "What is counted or heard, by whom, that shows " NAMED },
  { "people that other figures lead to",
    "i:service m:outcome@ i>m+ x:indicator a:outcome@ b:outcome@ c:outcome@ d:outcome@ x>a x>b "
    "x>c i!",
    "outcome-not-reached",
    "4 statements are recorded as what changes for people, and no reason leads to them from “I "
    "said”: " NAMED ".",
    "By what steps does this figure get to each of them, if it does, and what would show whether "
    "it "
    "changed?",
    "What is counted or heard, by whom, that shows “D said”" },
  { "people all of whom another figure leads to",
    "i:service m:outcome@ i>m+ x:indicator a:outcome@ b:outcome@ c:outcome@ d:outcome@ x>a x>b "
    "x>c x>d i!",
    "outcome-not-reached",
    "4 statements are recorded as what changes for people, and no reason leads to them from “I "
    "said”: " NAMED ".",
    "By what steps does this figure get to each of them, if it does, and what would show whether "
    "it "
    "changed?",
    NULL },
  { "nobody named", FOUR ("outcome@@"), "nobody-named",
    "4 statements of what changes for people do not record who the people are: " NAMED ".",
    "Who exactly are they, how many, and have we asked them?",
    "Whose lives each is about, and how many they are: " NAMED },
  { "leaps", "i:indicator a:outcome@ b:outcome@ c:outcome@ d:outcome@ i>a i>b i>c i>d", "leap",
    "4 reasons go straight to what changes for people; no step between is recorded: " STEPS ".",
    "By what steps? Which of them have we watched happen?",
    "The steps between, and what shows each: " STEPS },
  { "no evidence", "i:indicator a:output b:output c:output d:output i>a i>b i>c i>d", "no-evidence",
    "No evidence is recorded for 4 steps: " STEPS ".",
    "What have you seen, counted, read or been told that shows each step?",
    "The evidence for " STEPS },
  { "old evidence", FOUR ("outcome@"), "old-evidence",
    "For 4 steps the newest evidence is of more than 1 year before 2035-01: " STEPS ".",
    "What has changed since, and what newer evidence is there?", NULL },
  { "nothing would show otherwise", FOUR ("outcome"), "unfalsifiable",
    "The reasons lead to " NAMED ". All 4 may be so; no measure of them, no date and nothing that "
    "would show otherwise is recorded.",
    "What would you expect to see, and by when, if these were not so?",
    "What is counted or heard, by whom, that shows " NAMED },
};

static GPtrArray *
dup_brief (const char *line)
{
  g_autoptr (ScrutinyChain) chain = draw (line);
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new_as_of (chain, "2035-01", 1, NULL);

  return scrutiny_because_dup_findings_in_brief (because);
}

/* The only one of its sort. */
static ScrutinyFinding *
find (GPtrArray *findings, const char *id)
{
  g_autofree char *whole = g_strconcat ("because.", id, NULL);
  ScrutinyFinding *found = NULL;

  for (guint i = 0; i < findings->len; i++) {
    if (!g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), whole))
      continue;
    assert_null (found);
    found = findings->pdata[i];
  }
  assert_non_null (found);

  return found;
}

static void
tells_four_as_one (void **state)
{
  const struct known *row = *state;
  g_autoptr (GPtrArray) brief = dup_brief (row->line);
  ScrutinyFinding *finding = find (brief, row->id);
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);
  g_autofree char *question = scrutiny_finding_dup_question (finding, NULL);
  g_autofree char *request = scrutiny_finding_dup_request (finding, NULL);

  assert_string_equal (statement, row->statement);
  assert_string_equal (question, row->question);
  assert_int_equal (request == NULL, row->request == NULL);
  if (request)
    assert_string_equal (request, row->request);
  assert_non_null (scrutiny_finding_get_method (finding));
}

static void
tells_three_one_by_one (void **state)
{
  g_autoptr (ScrutinyChain) chain = draw ("i:indicator a:target b:target c:target i>a+ i>b+ i>c+");
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autoptr (GPtrArray) all = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));
  g_autoptr (GPtrArray) brief = scrutiny_because_dup_findings_in_brief (because);

  (void) state;
  assert_int_equal (all->len, 3);
  assert_int_equal (brief->len, 3);
  for (guint i = 0; i < 3; i++)
    assert_ptr_equal (brief->pdata[i], all->pdata[i]);
}

/* What speaks against a reason is never one of many. */
static void
tells_each_contradiction (void **state)
{
  g_autoptr (GPtrArray) brief =
      dup_brief ("i:indicator a:outcome@ b:outcome@ c:outcome@ d:outcome@ i>a- i>b- i>c- i>d-");
  guint n = 0;

  (void) state;
  for (guint i = 0; i < brief->len; i++)
    n += g_str_equal (scrutiny_finding_get_id (brief->pdata[i]), "because.contradicted");
  assert_int_equal (n, 4);
}

/* In the order of the checks, and all are counted. */
static void
keeps_the_order (void **state)
{
  g_autoptr (ScrutinyChain) chain = draw (
      "i:indicator a:target b:target c:target d:target e:target o:outcome p:outcome@ i>a i>b i>c+ "
      "i>d i>e i>o i>p+");
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autoptr (GPtrArray) all = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));
  g_autoptr (GPtrArray) brief = scrutiny_because_dup_findings_in_brief (because);
  g_autoptr (GString) told = g_string_new (NULL);
  gint64 n_told = 0;

  (void) state;
  for (guint i = 0; i < brief->len; i++) {
    GVariant *n = scrutiny_finding_find_fact (brief->pdata[i], "n");

    g_string_append_printf (told, "%s ", scrutiny_finding_get_id (brief->pdata[i]) + 8);
    n_told += n ? g_variant_get_int64 (n) : 1;
  }
  assert_string_equal (told->str, "ends-at-target nobody-named leap no-evidence unfalsifiable "
                                  "thinnest-evidence ");
  assert_int_equal (n_told, all->len);
}

static GPtrArray *
dup_targets (const char *subject)
{
  g_autoptr (ScrutinyChain) chain = draw (FOUR ("target"));
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
  GPtrArray *about = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (about, scrutiny_finding_copy_with_subject (findings->pdata[i], subject));

  return about;
}

/* The chains of two figures are two. */
static void
tells_each_figure_by_itself (void **state)
{
  GPtrArray *findings = dup_targets ("one");
  g_autoptr (GPtrArray) brief = NULL;

  (void) state;
  g_ptr_array_extend_and_steal (findings, dup_targets ("other"));
  brief = reason_findings_in_brief (findings);
  g_ptr_array_unref (findings);

  assert_int_equal (brief->len, 2);
  assert_string_equal (scrutiny_finding_get_subject (brief->pdata[0]), "one");
  assert_string_equal (scrutiny_finding_get_subject (brief->pdata[1]), "other");
}

/* A report asks one question of a chain; the others are told all the same. */
static void
asks_only_if_they_do (void **state)
{
  g_autoptr (GPtrArray) findings = dup_targets ("one");
  g_autoptr (GPtrArray) unasked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) brief = NULL;
  g_autofree char *question = NULL, *request = NULL;

  (void) state;
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (unasked, scrutiny_finding_copy_unasked (findings->pdata[i]));
  brief = reason_findings_in_brief (unasked);
  question = scrutiny_finding_dup_question (brief->pdata[0], NULL);
  request = scrutiny_finding_dup_request (brief->pdata[0], NULL);

  assert_int_equal (brief->len, 1);
  assert_null (question);
  assert_string_equal (request, LEADS_ON);
}

/* However they alternate. */
static void
tells_together_what_stands_apart (void **state)
{
  g_autoptr (GPtrArray) targets = dup_targets ("one");
  g_autoptr (GPtrArray) others = dup_targets ("other");
  g_autoptr (GPtrArray) mixed = g_ptr_array_new ();
  g_autoptr (GPtrArray) brief = NULL;

  (void) state;
  for (guint i = 0; i < targets->len; i++) {
    g_ptr_array_add (mixed, targets->pdata[i]);
    g_ptr_array_add (mixed, others->pdata[i]);
  }
  brief = reason_findings_in_brief (mixed);

  assert_int_equal (brief->len, 2);
  assert_string_equal (scrutiny_finding_get_subject (brief->pdata[0]), "one");
}

/* Hints are of pairs, and only what says nothing is said of many. */
static void
tells_hints_together (void **state)
{
  g_autoptr (ScrutinyChain) chain =
      scrutiny_chain_parse ("Repairs are quick > 97% > 98% > 99% > 96%", NULL);
  g_autoptr (ScrutinyHints) hints = scrutiny_hints_new (chain, NULL, NULL);
  g_autoptr (GPtrArray) brief = scrutiny_hints_dup_findings_in_brief (hints);
  g_autofree char *statement = NULL, *question = NULL;

  (void) state;
  if (!scrutiny_has_feature ("words"))
    return;
  statement = scrutiny_finding_dup_statement (find (brief, "hint-number"), NULL);
  question = scrutiny_finding_dup_question (find (brief, "hint-number"), NULL);
  assert_string_equal (statement,
                       "4 reasons say nothing beyond the number: “97%”; “98%”; “99%”; and 1 more.");
  assert_string_equal (question, "Leave the number out: what is left?");
}

static void
none_give_none (void **state)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) brief = reason_findings_in_brief (none);

  (void) state;
  assert_int_equal (brief->len, 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 8];
  size_t n = add_rows (tests, tells_four_as_one, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_three_one_by_one);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_each_contradiction);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_the_order);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_each_figure_by_itself);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (asks_only_if_they_do);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_together_what_stands_apart);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_hints_together);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (none_give_none);

  return cmocka_run_group_tests_name ("linkage/reason-brief", tests, NULL, NULL);
}
