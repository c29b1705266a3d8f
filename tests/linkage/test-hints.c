/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "support/csv.h"

#include <scrutiny/chain-builder.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/feature.h>
#include <scrutiny/hints.h>

#include <string.h>

#define MOST_STATEMENTS 400

/* Statements apart by " > ", each the reason for the one before; ids are their numbers. */
static ScrutinyChain *
chain_of (const char *line, ScrutinyStatementKind claim)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_auto (GStrv) texts = g_strsplit (line, " > ", -1);
  static const char *const ids[] = { "0", "1", "2", "3", "4", "5" };

  for (gsize i = 0; texts[i]; i++) {
    scrutiny_chain_builder_state (builder, ids[i],
                                  i > 0 ? SCRUTINY_STATEMENT_KIND_INTERMEDIATE : claim, texts[i]);
    if (i > 0)
      scrutiny_chain_builder_because (builder, ids[i - 1], ids[i], NULL);
  }

  return scrutiny_chain_builder_end (builder, NULL);
}

static ScrutinyHints *
hints_of (const char *title, const char *line)
{
  g_autoptr (ScrutinyChain) chain = chain_of (line, SCRUTINY_STATEMENT_KIND_INDICATOR);
  g_autoptr (ScrutinyIndicator) indicator = title ? scrutiny_indicator_new ("figure", title) : NULL;
  GError *error = NULL;
  ScrutinyHints *hints = scrutiny_hints_new (chain, indicator, &error);

  assert_null (error);

  return hints;
}

/* "0-2 repeats, 1-3 same": each hint's path and the end of its id. */
static char *
said_by (ScrutinyHints *hints)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (hints));
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    GVariant *facts = scrutiny_finding_get_facts (findings->pdata[i]);
    g_autofree const char **path = NULL;

    assert_true (g_variant_lookup (facts, "path", "^a&s", &path));
    g_string_append_printf (said, "%s%s-%s %s", i > 0 ? ", " : "", path[0], path[1],
                            scrutiny_finding_get_id (findings->pdata[i]) +
                                strlen ("because.hint-"));
  }

  return g_string_free (g_steal_pointer (&said), FALSE);
}

static const struct known {
  const char *label, *title, *line, *said;
} known[] = {
  { "the numerator in other words", "Housing repairs completed within target",
    "Housing repairs are on target > repairs are finished on time", "0-1 repeats" },
  { "by its own words, without a title", NULL,
    "Council tax collected in year > residents pay their council tax", "0-1 repeats" },
  { "a reason", "Housing repairs completed within target",
    "On target > damp is stopped before it makes an asthma worse", "" },
  { "nothing but words of reports", "Calls answered", "82% answered > performance is higher",
    "0-1 number" },
  { "nothing but a number", "Calls answered", "82% answered > 82%, up from 79%", "0-1 number" },
  { "the same again", "Calls", "Calls are answered > people wait less > calls are answered!",
    "0-2 same" },
  { "the same, further on", "Stability",
    "It is stable > Pupils keep their school > A school keeps its pupils > Schools keep pupils",
    "1-2 same, 1-3 same" },
  { "of the title alone", "Library visits", "Seen at the door: 4,000 > visits to a library",
    "0-1 same" },
  { "people are no repetition", "Support for carers",
    "Support was given to carers > carers sleep at night", "" },
  { "nor are people alone", "Support for carers", "Support was given > carers and families", "" },
  { "directions and negations are not content", "Delayed discharges",
    "Delayed discharges are down > fewer discharges are delayed", "0-1 same" },
  { "a possessive", "Tenants", "The tenant's repairs > A repair of tenants'", "0-1 same" },
  { "letters with signs on them", "Cafés", "Cafés opened > cafes opening", "0-1 same" },
  { "single letters", "Calls", "Calls are answered > A & E", "0-1 number" },
  { "a word counts once", "Libraries",
    "Libraries open > library, library and library: nurses learn to cook", "" },
  { "the same, though it is but a number", "Calls",
    "82%, up from 79% > somebody waits in peace > 82%, up from 79%", "0-2 same" },
  { "the nearest to the claim of several", NULL,
    "Roads > drains flow freely > drains smell badly > drains emptied", "1-3 repeats" },
  { "a number among other letters", "Calls", "Calls are answered > 82% الناس", "" },
  { "other letters within are left alone", "Calls", "Calls are answered > الناس آمنون", "" },
  { "Welsh, by its letters", "Galwadau",
    "Mae galwadau wedi eu hateb yn gyflym > Mae'r galwadau yn cael eu hateb yn gyflym",
    "0-1 repeats" },
  { "Welsh that says something", "Galwadau",
    "Mae galwadau wedi eu hateb yn gyflym > Nid yw pobl hŷn yn mynd heb foddion", "" },
  { "Welsh, a number", "Galwadau", "Mae galwadau wedi eu hateb > 82%", "0-1 number" },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyHints) hints = hints_of (row->title, row->line);
  g_autofree char *said = said_by (hints);

  if (!scrutiny_has_feature ("words") && !g_str_has_prefix (row->label, "Welsh")) {
    assert_non_null (
        strstr (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (hints)), "libstemmer"));
    assert_null (scrutiny_hints_get_language (hints));
    assert_string_equal (said, "");
    return;
  }
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (hints)));
  assert_string_equal (said, row->said);
  assert_string_equal (scrutiny_hints_get_language (hints),
                       g_str_has_prefix (row->label, "Welsh") ? "cy" : "en");
}

/* How many hints there are in a line of reasons after a claim, which the indicator's title is. */
static gsize
count_hints (const char *title, const char *definition, const char *line)
{
  g_autofree char *claim = g_strjoin (" ", title, definition, NULL);
  g_autofree char *all = g_strjoin (" > ", claim, line, NULL);
  g_autoptr (ScrutinyHints) hints = hints_of (title, all);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (hints));

  return findings->len;
}

/* 45 pairs of a figure and a reason: 26 say the figure again (R), 19 say more (G). */
static void
agrees_with_readers_on_pairs (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/challenge/circ_own60.csv");
  gsize n_right = 0, n_wrong = 0, n_again = 0;

  (void) state;
  if (!lines || !scrutiny_has_feature ("words"))
    return;
  for (gsize i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (g_strchomp (lines[i]));
    const gboolean is_again = g_str_equal (cells->pdata[3], "R");
    const gboolean speaks = count_hints (cells->pdata[0], cells->pdata[1], cells->pdata[2]) > 0;

    n_again += is_again;
    n_right += speaks && is_again;
    n_wrong += speaks && !is_again;
  }
  assert_int_equal (n_again, 26);
  assert_int_equal (n_right, 12);
  assert_int_equal (n_wrong, 0);
}

/* Of 31 chains: all that restate or go round, none that readers found good. */
static void
agrees_with_readers_on_chains (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/because/because-cases.csv");
  gsize n_again = 0, n_right = 0, n_good = 0, n_wrong = 0, n_other = 0, n_reasons = 0;

  (void) state;
  if (!lines || !scrutiny_has_feature ("words"))
    return;
  for (gsize i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (g_strchomp (lines[i]));
    const char *verdict = cells->pdata[2];
    g_autoptr (ScrutinyHints) hints = hints_of (cells->pdata[0], cells->pdata[1]);
    g_autofree char *said = said_by (hints);

    g_auto (GStrv) statements = g_strsplit (cells->pdata[1], " > ", -1);
    const gsize n_more = g_strv_length (statements) - 1;

    if (g_str_equal (verdict, "restates-indicator") || g_str_equal (verdict, "circular")) {
      n_again++;
      n_right += *said != '\0';
    } else if (g_str_equal (verdict, "good")) {
      n_good++;
      n_reasons += n_more;
      n_wrong += *said != '\0';
    } else {
      n_reasons += n_more;
      n_other += *said != '\0';
    }
  }
  assert_int_equal (n_again, 5);
  assert_int_equal (n_right, 5);
  assert_int_equal (n_good, 8);
  assert_int_equal (n_wrong, 0);
  assert_int_equal (n_other, 2); /* with the 19 pairs, 2 of 64 */
  assert_int_equal (n_reasons, 45);
}

static const struct said {
  const char *label, *title, *line, *statement, *question;
} said[] = {
  { "of the figure", "Housing repairs completed within target",
    "Housing repairs are on target > repairs are finished on time",
    "“repairs are finished on time” has words of the figure or of what is said of it: “repairs”, "
    "“finished” (“completed”). Nobody has confirmed that they say the same.",
    "Do these two say the same? A person decides." },
  { "of another reason", "Roads",
    "Roads were swept > Leaves block no drain > drains free of leaves",
    "“drains free of leaves” has words of “Leaves block no drain”: “drains”, “leaves”. Nobody has "
    "confirmed that they say the same.",
    "Do these two say the same? A person decides." },
  { "the same words", "Calls", "Calls are answered > callers wait less > calls are answered!",
    "“calls are answered!” has the words of “Calls are answered”. Nobody has confirmed that they "
    "say "
    "the same.",
    "Do these two say the same? A person decides." },
  { "a number", "Calls", "Calls are answered > 82%, up from 79%",
    "“82%, up from 79%” says nothing beyond the number.", "Leave the number out: what is left?" },
};

static void
says_so_in_words (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyHints) hints = hints_of (row->title, row->line);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (hints));
  g_autofree char *statement = NULL, *question = NULL;
  gboolean confirmed = TRUE;
  double false_alarm = 0;

  if (!scrutiny_has_feature ("words"))
    return;
  assert_int_equal (findings->len, 1);
  statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  question = scrutiny_finding_dup_question (findings->pdata[0], NULL);
  assert_string_equal (statement, row->statement);
  assert_string_equal (question, row->question);
  assert_true (g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[0]), "confirmed", "b",
                                 &confirmed));
  assert_false (confirmed);
  assert_true (g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[0]), "false_alarm",
                                 "d", &false_alarm));
  assert_near (false_alarm, 2. / 64, 1e-15);
}

/* A figure about people needs no reason, so none can repeat it. */
static void
is_silent_where_the_claim_is_about_people (void **state)
{
  g_autoptr (ScrutinyChain) chain = chain_of (
      "Killed or hurt on roads: 71, down from 92 > 21 fewer people killed or hurt on roads",
      SCRUTINY_STATEMENT_KIND_OUTCOME);
  g_autoptr (ScrutinyChain) other = chain_of (
      "Killed or hurt on roads: 71, down from 92 > 21 fewer people killed or hurt on roads",
      SCRUTINY_STATEMENT_KIND_INDICATOR);
  g_autoptr (ScrutinyHints) hints = scrutiny_hints_new (chain, NULL, NULL);
  g_autoptr (ScrutinyHints) others = scrutiny_hints_new (other, NULL, NULL);
  g_autofree char *none = said_by (hints);
  g_autofree char *one = said_by (others);

  (void) state;
  if (!scrutiny_has_feature ("words"))
    return;
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (hints)));
  assert_string_equal (none, "");
  assert_string_equal (one, "0-1 repeats");
}

/* What a person has marked is not asked again, and nothing is written into the record. */
static void
leaves_the_record_alone (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (ScrutinyHints) hints = NULL;
  g_autofree char *found = NULL;
  g_auto (GStrv) marks = NULL;

  (void) state;
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_STATUS, "Calls answered");
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTPUT, "Answered calls");
  scrutiny_chain_builder_state (builder, "c", SCRUTINY_STATEMENT_KIND_OUTPUT,
                                "The calls are answered");
  scrutiny_chain_builder_state (builder, "d", SCRUTINY_STATEMENT_KIND_OUTPUT,
                                "Every call is answered");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_because (builder, "b", "c", NULL);
  scrutiny_chain_builder_because (builder, "c", "b", NULL); /* a loop: the nearer one comes first */
  scrutiny_chain_builder_same_as (builder, "a", "b", "the clerk");
  chain = scrutiny_chain_builder_end (builder, NULL);
  hints = scrutiny_hints_new (chain, NULL, NULL);
  found = said_by (hints);
  marks = scrutiny_chain_dup_same_as (chain, "c");

  assert_ptr_equal (scrutiny_hints_get_chain (hints), chain);
  assert_true (!marks || !marks[0]);
  if (scrutiny_has_feature ("words"))
    assert_string_equal (found, "a-c same"); /* nothing leads to d */
}

/* Each pair once, and only what the claim leads to. */
static void
tells_a_loop_once (void **state)
{
  static const char *const texts[] = { "Roads swept", "Drains flow", "The drains are flowing",
                                       "82%",         "Trees grow",  "Every tree grows" };
  static const char *const ids[] = { "a", "b", "c", "d", "e", "f" };
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (ScrutinyHints) hints = NULL;
  g_autofree char *found = NULL;

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    scrutiny_chain_builder_state (builder, ids[i], SCRUTINY_STATEMENT_KIND_OUTPUT, texts[i]);
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_because (builder, "b", "c", NULL);
  scrutiny_chain_builder_because (builder, "c", "b", NULL);
  scrutiny_chain_builder_because (builder, "e", "f", NULL); /* nothing leads there, nor to d */
  chain = scrutiny_chain_builder_end (builder, NULL);
  hints = scrutiny_hints_new (chain, NULL, NULL);
  found = said_by (hints);

  assert_string_equal (found, scrutiny_has_feature ("words") ? "b-c same" : "");
}

/* The definition counts, and what is counted, and out of how many. */
static void
reads_all_that_is_said_of_a_figure (void **state)
{
  static const char *const names[] = { "text", "numerator", "denominator", NULL };
  static const char *const reasons[] = { "bins > boxes are emptied", "bins > streets are visited",
                                         "bins > gardens are counted" };
  static const char *const values[] = { "boxes emptied", "visited streets", "gardens" };

  (void) state;
  if (!scrutiny_has_feature ("words"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++) {
    g_autoptr (ScrutinyDefinition) blank = scrutiny_definition_new (i == 0 ? values[0] : "bins");
    g_autoptr (ScrutinyDefinition) definition =
        i == 0 ? g_object_ref (blank)
               : scrutiny_definition_copy_with (blank, names[i], values[i], NULL);
    g_autoptr (ScrutinyDossierBuilder) figures = scrutiny_dossier_builder_new ();
    g_autoptr (ScrutinyDossier) dossier = NULL;
    g_autoptr (ScrutinyChain) chain = chain_of (reasons[i], SCRUTINY_STATEMENT_KIND_INDICATOR);
    g_autoptr (ScrutinyHints) with = NULL;
    g_autoptr (ScrutinyHints) without = scrutiny_hints_new (chain, NULL, NULL);
    g_autofree char *some = NULL;
    g_autofree char *none = said_by (without);

    scrutiny_dossier_builder_add_indicator (figures, "bins", "bins");
    scrutiny_dossier_builder_add_definition (figures, "bins", definition);
    dossier = scrutiny_dossier_builder_end (figures, NULL);
    with = scrutiny_hints_new (chain, scrutiny_dossier_get_indicator (dossier, 0), NULL);
    some = said_by (with);
    assert_string_equal (some, "0-1 repeats");
    assert_string_equal (none, "");
  }
}

static void
cannot_tell_of_nothing (void **state)
{
  g_autoptr (ScrutinyChain) empty = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autoptr (ScrutinyHints) none = scrutiny_hints_new (empty, NULL, NULL);
  g_autoptr (ScrutinyHints) bare = g_object_new (SCRUTINY_TYPE_HINTS, NULL);
  g_autoptr (ScrutinyHints) emoji = hints_of (NULL, "🎉 > 🎉🎉");
  g_autoptr (ScrutinyHints) arabic = hints_of (NULL, "الهاتف > الناس آمنون");
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (none)),
                       "No statement is recorded, so there are no words to compare.");
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (scrutiny_hints_get_chain (bare));
  assert_null (scrutiny_hints_get_language (bare));
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (emoji)),
                       "Words were not compared: they are not in the letters of English or Welsh.");
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (arabic)),
                       "Words were not compared: they are not in the letters of English or Welsh.");
  assert_true (g_str_has_prefix (json, "{\"schema\":\"scrutiny.hints/1\",\"method\":{"));
  assert_non_null (strstr (json, "\"claim\":null,\"language\":null,\"findings\":[]"));
}

static ScrutinyHints *
hints_of_many (gsize n)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;

  for (gsize i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("%zu", i);
    g_autofree char *before = g_strdup_printf ("%zu", i - 1);
    g_autofree char *text =
        g_strdup_printf ("the bin%c%c is emptied", (char) ('a' + i / 26), (char) ('a' + i % 26));

    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_OUTPUT, text);
    if (i > 0)
      scrutiny_chain_builder_because (builder, before, id, NULL);
  }
  chain = scrutiny_chain_builder_end (builder, NULL);

  return scrutiny_hints_new (chain, NULL, NULL);
}

static void
stops_at_so_many (void **state)
{
  g_autoptr (ScrutinyHints) most = hints_of_many (MOST_STATEMENTS);
  g_autoptr (ScrutinyHints) more = hints_of_many (MOST_STATEMENTS + 1);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (most));

  (void) state;
  if (scrutiny_has_feature ("words"))
    assert_int_equal (findings->len, MOST_STATEMENTS - 1);
  assert_string_equal (
      scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (more)),
      "Words were not compared: that is done for 400 statements at most, and there are 401.");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (said) + 8];
  size_t n = 0;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_readers_on_pairs);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_readers_on_chains);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_silent_where_the_claim_is_about_people);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_the_record_alone);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_a_loop_once);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_all_that_is_said_of_a_figure);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (cannot_tell_of_nothing);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (stops_at_so_many);

  return cmocka_run_group_tests_name ("linkage/hints", tests, NULL, NULL);
}
