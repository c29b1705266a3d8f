/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/drawn-chain.h"
#include "support/rows.h"

#include <string.h>

/* Each row is one test; the answers follow from the definitions in the class's comment. */
static const struct known {
  const char *label, *chain, *want;
} known[] = {
  { "nothing after the claim", "a:status", "no-answer a" },
  { "a status after the claim", "a:status b:status a>b+", "no-answer a b" },
  { "statuses all the way", "a:status b:status c:status a>b+ b>c+", "no-answer a b c" },
  { "a figure about people needs no reason", "a:outcome@", "" },
  { "a figure about people, not named", "a:outcome", "nobody-named a" },
  { "whole", "a:status b:intermediate c:outcome@ a>b+ b>c+", "" },

  { "two-step loop", "a:status b:service a>b+ b>a+", "circular a b a" },
  { "loop through the same in other words", "a:status b:service c:service a>b+ b>c c=a",
    "circular a b c; no-evidence a b c" },
  { "same in other words of the same in other words",
    "a:status b:service c:service d:service a>b+ b>c+ c=d d=a", "circular a b c" },
  { "the shortest of two loops is shown",
    "a:status b:service c:service d:service a>b+ b>c+ c>a+ a>d+ d>a+", "circular a d a" },
  { "a loop away from the claim", "a:status b:service c:service a>b+ b>c+ c>b+",
    "circular a b c b" },
  { "a loop away from the claim, entered nearest",
    "a:status b:service c:service d:service e:service a>b+ b>c+ c>d+ d>e+ e>c+",
    "circular a b c d e c" },
  { "a statement that is its own reason", "a:status b:service a>b+ b>b+",
    "circular a b b; ends-at-service a b" },
  { "an outcome in the loop is feedback", "a:indicator b:outcome@ a>b+ b>a+", "" },
  { "feedback beside the claim that leads to people",
    "a:indicator b:activity c:activity d:outcome@ a>b+ b>c+ c>b+ c>d+", "" },
  { "a loop through the claim, though it leads to people too",
    "a:indicator b:activity d:outcome@ a>b+ b>a+ b>d+", "circular a b a" },
  { "a loop to the recorded claim, and an orphan",
    "a:indicator b:intermediate o:outcome@ a>b+ b>a+ a!", "circular a b a; outcome-not-reached o" },
  { "the recorded claim amid the reasons", "a:status b:indicator c:outcome@ a>b b>c+ b!", "" },
  { "two knots",
    "a:status b:service c:service d:service e:service "
    "a>b+ b>c+ c>b+ a>d+ d>e+ e>d+",
    "circular a b c b; circular a d e d" },

  { "the claim again", "a:status b:indicator a>b b=a", "restates a b" },
  { "the claim again, and on", "a:status b:indicator c:outcome@ a>b b=a b>c+", "restates a b" },
  { "the claim again, and further on",
    "a:status b:indicator c:intermediate o:outcome@ a>b b=a b>c+ c>o",
    "restates a b; no-evidence a c o" },
  { "by the reason that is recorded first",
    "a:status b:service c:service d:target b=c a>b+ a>c+ c>d+", "ends-at-target a b d" },
  { "a reason again", "a:status b:intermediate c:intermediate d:outcome@ a>b+ b>c c=b c>d+",
    "restates a b c" },

  { "ends at a target", "a:status b:target a>b+", "ends-at-target a b" },
  { "ends at an inspector", "a:status b:service c:inspector a>b+ b>c+", "ends-at-inspector a b c" },
  { "ends at government", "a:status b:government c:government a>b+ b>c+",
    "ends-at-government a b c" },
  { "ends at money", "a:status b:funding a>b+", "ends-at-funding a b" },
  { "ends at the service", "a:status b:service c:service a>b+ b>c+", "ends-at-service a b c" },
  { "ends at a status", "a:status b:service c:status a>b+ b>c+", "ends-at-status a b c" },
  { "ends at a figure", "a:status b:indicator a>b+", "ends-at-indicator a b" },
  { "ends at an activity", "a:status b:activity a>b+", "ends-at-activity a b" },
  { "ends at an output", "a:status b:output a>b+", "ends-at-output a b" },
  { "stops on the way", "a:status b:intermediate a>b+", "ends-at-intermediate a b" },
  { "none of three links that go round", "a:status b:service c:service a>b b>c c>a",
    "circular a b c a; no-evidence a b; no-evidence a b c; no-evidence a b c a" },
  { "every end, the strongest first", "a:status b:service c:target d:outcome@ a>b+ a>c+ a>d+",
    "ends-at-target a c; ends-at-service a b" },
  { "merged statements end where the furthest of them is", "a:status b:service c:funding a>b+ b=c",
    "ends-at-funding a b" },
  { "a target on the way is no end", "a:status b:target c:outcome@ a>b+ b>c+", "" },
  { "statements that nothing leads to are left alone",
    "a:status b:outcome@ c:target d:target a>b+ c>d", "" },

  { "nobody named", "a:status b:intermediate c:outcome a>b+ b>c+",
    "nobody-named a b c; unfalsifiable a b c" },
  { "nobody named, in so many words", "a:status b:intermediate c:outcome@@ a>b+ b>c+",
    "nobody-named a b c; unfalsifiable a b c" },
  { "the claim need not be stated first", "b:target a:status a>b+", "ends-at-target a b" },
  { "neutral evidence is evidence and contradicts nothing",
    "a:status b:intermediate c:outcome@ a>b+ b>c0", "" },
  { "a link from a statement marked as the same is read as it was recorded",
    "a:status b:intermediate d:intermediate c:outcome@ a>b+ b=d d>c", "no-evidence a d c" },
  { "named on the statement marked as the same",
    "a:status b:intermediate c:outcome d:outcome@ a>b+ b>c+ c=d", "" },
  { "a leap", "a:status b:outcome@ a>b", "leap a b; no-evidence a b" },
  { "no leap with a mechanism", "a:status b:outcome@ a>b~", "no-evidence a b" },
  { "no leap from a step on the way", "a:status b:intermediate c:outcome@ a>b+ b>c",
    "no-evidence a b c" },

  { "no link of the line has evidence", "a:status b:intermediate c:outcome@ a>b b>c",
    "no-evidence a b c" },
  { "links without evidence in a branching record, nearest first",
    "a:status b:intermediate c:outcome@ d:intermediate a>b b>c+ a>d d>c",
    "no-evidence a b; no-evidence a d; no-evidence a d c" },
  { "evidence that contradicts comes first", "a:status b:intermediate c:outcome a>b b>c-",
    "contradicted a b c; nobody-named a b c; no-evidence a b; unfalsifiable a b c" },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyChain) chain = draw (row->chain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, &error);
  g_autofree char *got = NULL;

  assert_non_null (findings);
  assert_null (error);
  got = spell (findings);
  assert_string_equal (got, row->want);
}

static const struct said {
  const char *chain, *statement, *question;
} said[] = {
  { "a:status b:service c:service a>b+ b>c+ c=a",
    "The reasons come back to where they started: “A said” > “B said” > “C said”. The last is "
    "marked as saying the same as “A said”.",
    "Leave out “A said”: what reason is left?" },
  { "a:status", "No reason is recorded for “A said”.", "And that’s good for the public because…?" },
  { "a:status b:intermediate c:outcome@ a>b+ b>c",
    "No evidence is recorded for the step from “B said” to “C said”.",
    "What have you seen, counted, read or been told that shows this step?" },
  { "a:status b:intermediate c:outcome@ a>b b>c",
    "None of the 2 steps of this line of reasons has evidence recorded: “A said” > “B said” > “C "
    "said”.",
    "What have you seen, counted, read or been told that shows each step?" },
  { "a:status b:intermediate c:outcome@ a>b+ b>c-",
    "On the step from “B said” to “C said”, the evidence recorded points the other way (survey, "
    "question 7).",
    "Which is to be relied on, the reason or this evidence, and how was that settled?" },
  { "a:status b:target c:outcome@ a>b+ a>c+",
    "One line of reasons ends at a target or a rank: “B said”.",
    "Who chose that number, from what, and what is different for a person on the other side of "
    "it?" },
};

static void
says_so_in_words (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyChain) chain = draw (row->chain);
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
  g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[0], NULL);

  assert_string_equal (statement, row->statement);
  assert_string_equal (question, row->question);
}

/* What is asked for names the statements; evidence is asked for once. */
static const struct asked_for {
  const char *label, *chain;
  const char *wants; /* with bars between; nothing between where nothing is asked for */
} asked_for[] = {
  { "a line without evidence", "a:status b:intermediate c:outcome@ a>b b>c",
    "The evidence for “A said” > “B said”; “B said” > “C said”" },
  { "one step without", "a:status b:intermediate c:outcome@ a>b+ b>c",
    "The evidence for “B said” > “C said”" },
  { "several on two lines: the first asks for all",
    "a:status b:intermediate d:intermediate c:outcome@ a>b+ b>c a>d d>c",
    "The evidence for “A said” > “D said”; “B said” > “C said”; “D said” > “C said”||" },
  { "more than three",
    "a:status b:intermediate c:intermediate d:intermediate e:outcome@ "
    "a>b b>c c>d d>e",
    "The evidence for “A said” > “B said”; “B said” > “C said”; “C said” > “D said”; and 1 more" },
  { "a leap", "a:status b:outcome@ a>b",
    "The steps from “A said” to “B said”, and what shows each|The evidence for “A said” > “B "
    "said”" },
  { "an end", "a:status b:target a>b+",
    "The reasons that lead on from “B said” to somebody’s life" },
  { "nobody named", "a:status b:intermediate c:outcome a>b+ b>c+",
    "Whose lives “C said” is about, and how many they are|What is counted or heard, by whom, that "
    "shows “C said”" },
  { "evidence against", "a:status b:intermediate c:outcome@ a>b+ b>c-",
    "What bears on “B said” > “C said”, for and against" },
  { "a circle", "a:status b:service a>b+ b>a+", "" },
};

static void
asks_for_it_by_name (void **state)
{
  const struct asked_for *row = *state;
  g_autoptr (ScrutinyChain) chain = draw (row->chain);
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
  g_autoptr (GString) wants = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *request = scrutiny_finding_dup_request (findings->pdata[i], NULL);

    g_string_append_printf (wants, "%s%s", i > 0 ? "|" : "", request ? request : "");
  }
  assert_string_equal (wants->str, row->wants);
}

static void
an_empty_chain_is_no_answer (void **state)
{
  g_autoptr (ScrutinyChain) chain = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autoptr (ScrutinyBecause) bare = g_object_new (SCRUTINY_TYPE_BECAUSE, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (because));
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (because)));
  assert_int_equal (findings->len, 1);
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[0]), "because.no-answer");
  assert_ptr_equal (scrutiny_because_get_chain (because), chain);
  assert_non_null (strstr (json, "\"path\":[]"));

  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (scrutiny_because_get_chain (bare));
  assert_non_null (scrutiny_result_get_method (SCRUTINY_RESULT (bare)));
}

static void
writes_json (void **state)
{
  g_autoptr (ScrutinyChain) chain = draw ("a:status b:service a>b+ b>a+");
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (because));

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (because)));
  assert_true (g_str_has_prefix (json, "{\"schema\":\"scrutiny.because/1\",\"method\":{"));
  assert_non_null (strstr (json, "\"cannot_tell\":null,\"claim\":\"a\",\"findings\":[{\"id\":"
                                 "\"because.circular\",\"path\":[\"a\",\"b\",\"a\"],\"words\":["
                                 "\"A said\",\"B said\",\"A said\"],\"statement\":"));
}

/* A chain nobody would write, in the time of one. */
static void
a_long_chain_is_walked (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  guint n = g_getenv ("SCRUTINY_QUICK") ? 200 : 2000; /* set where each step costs fifty */
  g_autofree char *last = g_strdup_printf ("%u", n - 1);

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("%u", i);
    g_autofree char *before = g_strdup_printf ("%u", i - 1);

    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_SERVICE, id);
    if (i > 0)
      scrutiny_chain_builder_because (builder, before, id, NULL);
  }
  scrutiny_chain_builder_because (builder, last, "0", NULL);
  chain = scrutiny_chain_builder_end (builder, NULL);
  findings = scrutiny_because (chain, NULL);
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[0]), "because.circular");
}

int
main (void)
{
  struct CMUnitTest
      tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (said) + G_N_ELEMENTS (asked_for) + 3];
  size_t n = 0;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  n += add_rows (tests + n, asks_for_it_by_name, asked_for, G_N_ELEMENTS (asked_for),
                 sizeof *asked_for);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (an_empty_chain_is_no_answer);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_json);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_long_chain_is_walked);

  return cmocka_run_group_tests_name ("linkage/because", tests, NULL, NULL);
}
