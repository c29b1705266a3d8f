/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/drawn-chain.h"
#include "support/rows.h"

#define COMPLETE 40

#define TWO "i:indicator a:intermediate b:intermediate o:outcome@ "
#define THREE "i:indicator a:intermediate b:intermediate m:intermediate o:outcome@ "

/* Lines of reasons that are several and yet one; the answers follow from the definitions. */
static const struct known {
  const char *label, *chain, *want;
  guint n_routes;
  const char *loops;
} known[] = {
  { "two lines that share nothing", TWO "i>a1 i>b2 a>o3 b>o4", "", 2, "" },
  { "one line", TWO "i>a1 a>b2 b>o3", "", 1, "" },
  { "none", "i:indicator a:target i>a1", "ends-at-target i a", 0, "" },
  { "the claim is about people", "i:outcome@ a:outcome@ i>a1", "", 0, "" },
  { "straight and by a step", "i:indicator a:intermediate o:outcome@ i>a1 a>o2 i>o3", "", 2, "" },
  { "to two outcomes", TWO "p:outcome@ i>a1 i>b2 a>o3 b>p4", "", 2, "" },
  { "one outcome leads to another", "i:indicator o:outcome@ p:outcome@ i>o1 o>p2", "", 1, "" },

  { "all pass one statement", THREE "i>a1 i>b2 a>m3 b>m4 m>o5 m>o6", "one-point i a m", 1, "" },
  { "all pass one statement, beside others that are the same",
    "i:indicator x:status y:status a:intermediate b:intermediate m:intermediate o:outcome@ x=y "
    "i>a1 i>b2 a>m3 b>m4 m>o5 m>o6",
    "one-point i a m", 1, "" },
  { "they part after one statement", THREE "i>m1 i>m6 m>a2 m>b3 a>o4 b>o5", "one-point i m", 1,
    "" },
  { "all pass two statements, the path leads to the last",
    THREE "n:intermediate i>a1 i>b2 a>m3 b>m4 m>n5 m>n6 n>o7 n>o8", "one-point i a m n", 1, "" },
  { "all pass the same in other words", THREE "i>a1 i>b2 a>m3 b>o4 b>o6 m>o5 m=b", "one-point i b",
    1, "" },
  { "the same step recorded twice is one", TWO "i>a1 i>b2 a=b a>o3 b>o4", "", 1, "" },
  { "a loop beside the line makes no second",
    "i:indicator a:intermediate x:activity o:outcome@ i>a1 a>x2 x>a3 a>o4", "", 1, "a x a" },
  { "a line that ends elsewhere makes no second",
    "i:indicator a:intermediate x:target o:outcome@ i>a1 a>x2 a>o4", "ends-at-target i a x", 1,
    "" },

  { "one item keeps one line whole", TWO "i>a1 i>b2 a>o3 b>o",
    "no-evidence i b o; thinnest-evidence i a o", 2, "" },
  { "one item keeps the other whole", TWO "i>a1 i>b2 a>o b>o3",
    "no-evidence i a o; thinnest-evidence i b o", 2, "" },
  { "no line is whole", TWO "i>a1 i>b2 a>o b>o", "no-evidence i a o; no-evidence i b o", 2, "" },
  { "two items keep it", TWO "i>a1 i>a2 a>o3 a>o4 i>b5 b>o", "no-evidence i b o", 2, "" },
  { "one item before the lines part", THREE "i>m1 m>a2 m>b3 a>o4 b>o5",
    "thinnest-evidence i m; one-point i m", 1, "" },
  { "what contradicts keeps none whole", TWO "i>a1 i>b2 a>o3 b>o-",
    "contradicted i b o; thinnest-evidence i a o", 2, "" },
  { "what is neutral does", TWO "i>a1 i>b2 a>o3 b>o0", "", 2, "" },

  { "the same evidence on each line", TWO "i>a1 i>b1 a>o3 b>o4", "same-evidence i a", 2, "" },
  { "at another step of each", TWO "i>a1 i>b2 a>o3 b>o1", "same-evidence i a", 2, "" },
  { "beside other evidence for the step", TWO "i>a1 i>a9 i>b1 a>o3 b>o4", "same-evidence i a", 2,
    "" },
  { "on one of two lines, twice", TWO "i>a1 a>o1 i>b2 b>o3", "", 2, "" },
  { "one item for a step that is recorded twice",
    TWO "c:intermediate i>a1 i>c1 a=c a>o2 a>o5 i>b3 b>o",
    "no-evidence i b o; thinnest-evidence i a", 2, "" },
  { "on one line, twice", TWO "i>a1 a>b1 b>o1", "", 1, "" },
  { "at a step that all pass, and another", THREE "i>a1 i>b2 a>m3 b>m4 m>o1 m>o5",
    "one-point i a m", 1, "" },
  { "two items, each on each line", TWO "i>a1 i>b1 a>o2 b>o2",
    "same-evidence i a; same-evidence i a o", 2, "" },

  { "an outcome by itself", "i:indicator a:target o:outcome@ i>a1",
    "ends-at-target i a; outcome-not-reached o", 0, "" },
  { "an outcome beside another", TWO "p:outcome@ i>a1 a>b2 b>o3", "outcome-not-reached p", 1, "" },
  { "an outcome of another figure", TWO "x:indicator p:outcome@ i>a1 a>b2 b>o3 x>p4",
    "outcome-not-reached p", 1, "" },
  { "two that are the same are one", TWO "p:outcome@ q:outcome@ p=q i>a1 a>b2 b>o3",
    "outcome-not-reached p", 1, "" },

  { "loops, those through the claim first",
    "i:indicator a:activity b:activity o:outcome@ i>o1 o>i2 a>b3 b>a4", "", 1, "i o i|a b a" },
  { "a loop through the same in other words", "i:status a:service b:service i>a1 a>b2 b=i",
    "circular i a b", 0, "i a b" },
  { "its own reason", "i:indicator o:outcome@ i>i1 i>o2", "circular i i", 1, "i i" },
  { "the claim again is no loop", "i:indicator a:indicator o:outcome@ i>a1 a=i a>o2 i>o3",
    "restates i a", 1, "" },
};

static char *
spell_loops (ScrutinyBecause *because)
{
  g_autoptr (GStrvBuilder) loops = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  guint n = 0;

  for (char **loop; (loop = scrutiny_because_dup_loop (because, n)); n++) {
    g_autofree char *line = g_strjoinv (" ", loop);

    g_strv_builder_add (loops, line);
    g_strfreev (loop);
  }
  assert_int_equal (n, scrutiny_because_get_n_loops (because));
  assert_false (scrutiny_because_has_more_loops (because));
  all = g_strv_builder_end (loops);

  return g_strjoinv ("|", all);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyChain) chain = draw (row->chain);
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));
  g_autofree char *got = spell (findings);
  g_autofree char *loops = spell_loops (because);

  assert_string_equal (got, row->want);
  assert_int_equal (scrutiny_because_get_n_routes (because), row->n_routes);
  assert_string_equal (loops, row->loops);
}

static const struct said {
  const char *chain, *statement, *question;
} said[] = {
  { THREE "i>a1 i>b2 a>m3 b>m4 m>o5 m>o6",
    "More than one line of reasons leads to people, and every one of them passes through “M said”.",
    "If that did not hold, what reason would be left?" },
  { THREE "n:intermediate i>a1 i>b2 a>m3 b>m4 m>n5 m>n6 n>o7 n>o8",
    "More than one line of reasons leads to people, and every one of them passes through “M said” "
    "> "
    "“N said”.",
    "If that did not hold, what reason would be left?" },
  { THREE "i>m1 m>a2 m>b3 a>o4 b>o5",
    "Without one item of evidence, for the step from “I said” to “M said” (source 1), no line of "
    "reasons has evidence at each of its steps.",
    "What else have you seen, counted, read or been told that shows this step?" },
  { TWO "i>a1 i>b1 a>o3 b>o4",
    "More than one line of reasons leads to people, and every one of them rests on the same "
    "evidence (source 1), which is recorded for 2 steps.",
    "What shows the same that was gathered by somebody else, or in another way?" },
  { TWO "p:outcome@ i>a1 a>b2 b>o3",
    "“P said” is recorded as what changes for people. No reason leads to it from “I said”, and no "
    "other figure does.",
    "What is counted, by whom, that would show whether it changed?" },
  { TWO "x:indicator p:outcome@ i>a1 a>b2 b>o3 x>p4",
    "“P said” is recorded as what changes for people. Another figure leads to it; no reason does "
    "from “I said”.",
    "By what steps does this figure get there, if it does?" },
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

/* The line with most at the step with least is in the facts. */
static void
names_the_fullest_line (void **state)
{
  g_autoptr (ScrutinyChain) chain = draw (TWO "i>a1 i>b2 a>o3 b>o i>b4");
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
  g_autofree const char **fullest = NULL;

  (void) state;
  assert_int_equal (findings->len, 2);
  assert_true (g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[1]), "fullest", "^a&s",
                                 &fullest));
  assert_int_equal (g_strv_length ((char **) fullest), 3);
  assert_string_equal (fullest[0], "i");
  assert_string_equal (fullest[1], "a");
  assert_string_equal (fullest[2], "o");
}

/* Saying the same again is no step. */
static void
counts_steps_of_the_same_evidence (void **state)
{
  g_autoptr (ScrutinyChain) chain = draw (TWO "c:intermediate i>a1 i>b1 a>o3 b>o4 b>c1 b=c");
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
  gint64 n_steps;

  (void) state;
  assert_int_equal (findings->len, 2);
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[1]), "because.same-evidence");
  assert_true (
      g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[1]), "steps", "x", &n_steps));
  assert_int_equal (n_steps, 2);
}

/* Dates of one or two items for one step, when they are looked at, and whether they are old then.
 */
static const struct age {
  const char *label, *dates[2], *as_of;
  guint years;
  gboolean is_old;
} ages[] = {
  { "a day too old", { "2020-06-29", NULL }, "2025-06-30", 5, TRUE },
  { "just not too old", { "2020-06-30", NULL }, "2025-06-30", 5, FALSE },
  { "a month is taken at its end", { "2020-06", NULL }, "2025-06-30", 5, FALSE },
  { "the month before", { "2020-05", NULL }, "2025-06", 5, TRUE },
  { "a year is taken at its end", { "2019", NULL }, "2024-12-31", 5, FALSE },
  { "the day after", { "2019", NULL }, "2025-01-01", 5, TRUE },
  { "29 February", { "2020-02-28", NULL }, "2024-02-29", 4, TRUE },
  { "29 February, no such day then", { "2023-02-28", NULL }, "2024-02-29", 1, FALSE },
  { "the newest counts", { "1990", "2024-05" }, "2025-06", 5, FALSE },
  { "the newest counts, whichever is first", { "2024-05", "1990" }, "2025-06", 5, FALSE },
  { "both are old", { "1990", "1994-05" }, "2025-06", 5, TRUE },
  { "a date that cannot be read", { "long ago", NULL }, "2025-06", 5, FALSE },
  { "one of two cannot be read", { "1990", "long ago" }, "2025-06", 5, FALSE },
  { "no date", { "", NULL }, "2025-06", 5, FALSE },
};

static ScrutinyChain *
chain_of_age (const struct age *row)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "i", SCRUTINY_STATEMENT_KIND_INDICATOR, "I said");
  scrutiny_chain_builder_state (builder, "o", SCRUTINY_STATEMENT_KIND_OUTCOME, "O said");
  scrutiny_chain_builder_set_who (builder, "o", "children");
  scrutiny_chain_builder_set_detail (builder, "o", "by_when", "2030");
  for (gsize i = 0; i < G_N_ELEMENTS (row->dates) && row->dates[i]; i++) {
    g_autofree char *name = g_strdup_printf ("source %" G_GSIZE_FORMAT, i + 1);
    g_autoptr (ScrutinyEvidence) evidence = scrutiny_evidence_new (name, row->dates[i]);

    scrutiny_chain_builder_because (builder, "i", "o", evidence);
  }

  return scrutiny_chain_builder_end (builder, NULL);
}

static void
tells_old_evidence (void **state)
{
  const struct age *row = *state;
  g_autoptr (ScrutinyChain) chain = chain_of_age (row);
  g_autoptr (ScrutinyBecause) because =
      scrutiny_because_new_as_of (chain, row->as_of, row->years, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));
  g_autoptr (GPtrArray) unasked = scrutiny_because (chain, NULL);
  g_autofree char *got = spell (findings);

  assert_string_equal (got, row->is_old ? "old-evidence i o" : "");
  assert_int_equal (unasked->len, 0);
}

static void
says_how_old (void **state)
{
  g_autoptr (ScrutinyChain) chain = chain_of_age (&(struct age){ .dates = { "1990", "1994-05" } });
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new_as_of (chain, "2025-06", 5, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));
  g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (because));

  (void) state;
  assert_string_equal (statement,
                       "The newest evidence for the step from “I said” to “O said” is of 1994-05 "
                       "(source 2), more than 5 years before 2025-06.");
  assert_non_null (strstr (json, "\"as_of\":\"2025-06\""));
  assert_non_null (strstr (json, "\"years\":5"));
}

static void
refuses_what_is_no_date_or_age (void **state)
{
  g_autoptr (ScrutinyChain) chain = draw ("i:outcome@");
  g_autoptr (GError) date = NULL, none = NULL, many = NULL;

  (void) state;
  assert_null (scrutiny_because_new_as_of (chain, "soon", 5, &date));
  assert_true (g_error_matches (date, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_non_null (strstr (date->message, "soon"));
  assert_null (scrutiny_because_new_as_of (chain, "2025-06", 0, &none));
  assert_true (g_error_matches (none, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
  assert_null (scrutiny_because_new_as_of (chain, "2025-06", 101, &many));
  assert_non_null (strstr (many->message, "101"));
}

/* Every one of forty statements is a reason for every other. */
static void
a_complete_record_is_checked (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (ScrutinyBecause) because = NULL;
  g_autofree char *json = NULL;
  char ids[COMPLETE][4];

  (void) state;
  for (guint i = 0; i < COMPLETE; i++) {
    g_snprintf (ids[i], sizeof ids[i], "%u", i);
    scrutiny_chain_builder_state (builder, ids[i],
                                  i + 1 < COMPLETE ? SCRUTINY_STATEMENT_KIND_SERVICE
                                                   : SCRUTINY_STATEMENT_KIND_OUTCOME,
                                  ids[i]);
  }
  for (guint i = 0; i < COMPLETE; i++)
    for (guint k = 0; k < COMPLETE; k++)
      if (i != k)
        scrutiny_chain_builder_because (builder, ids[i], ids[k], NULL);
  chain = scrutiny_chain_builder_end (builder, NULL);
  because = scrutiny_because_new (chain, NULL);

  assert_int_equal (scrutiny_because_get_n_loops (because), 1000);
  assert_true (scrutiny_because_has_more_loops (because));
  assert_int_equal (scrutiny_because_get_n_routes (because), COMPLETE - 1);
  g_strfreev (scrutiny_because_dup_loop (because, 31));
  assert_null (scrutiny_because_dup_loop (because, 32));
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (because));
  assert_non_null (
      strstr (json, "\"n_routes\":39,\"n_loops\":1000,\"more_loops\":true,\"loops\":[["));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (said) + G_N_ELEMENTS (ages) + 5];
  size_t n = 0;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  n += add_rows (tests + n, tells_old_evidence, ages, G_N_ELEMENTS (ages), sizeof *ages);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (names_the_fullest_line);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_steps_of_the_same_evidence);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_how_old);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_what_is_no_date_or_age);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_complete_record_is_checked);

  return cmocka_run_group_tests_name ("linkage/because-routes", tests, NULL, NULL);
}
