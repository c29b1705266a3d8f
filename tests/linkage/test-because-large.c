/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/drawn-chain.h"

#include <scrutiny/chain-text.h>

#define MOST_TOLD 1000
#define MOST_ON_PATHS 200000

static void
state (ScrutinyChainBuilder *builder, guint i, ScrutinyStatementKind kind)
{
  g_autofree char *id = g_strdup_printf ("s%u", i);
  g_autofree char *text = g_strdup_printf ("Statement %u, datganiad ŵ, بيان", i);

  scrutiny_chain_builder_state (builder, id, kind, text);
}

static void
because (ScrutinyChainBuilder *builder, guint i, guint reason, ScrutinyEvidence *evidence)
{
  g_autofree char *id = g_strdup_printf ("s%u", i);
  g_autofree char *reason_id = g_strdup_printf ("s%u", reason);

  scrutiny_chain_builder_because (builder, id, reason_id, evidence);
}

/* The first is a figure, the last for people. */
static void
state_all (ScrutinyChainBuilder *builder, guint n, ScrutinyStatementKind between)
{
  for (guint i = 0; i < n; i++)
    state (builder, i,
           i == 0       ? SCRUTINY_STATEMENT_KIND_INDICATOR
           : i + 1 == n ? SCRUTINY_STATEMENT_KIND_OUTCOME
                        : between);
}

static ScrutinyChain *
end (ScrutinyChainBuilder *builder)
{
  ScrutinyChain *chain = scrutiny_chain_builder_end (builder, NULL);

  assert_non_null (chain);

  return chain;
}

static GPtrArray *
find_all (ScrutinyChain *chain)
{
  g_autoptr (ScrutinyBecause) found = scrutiny_because_new (chain, NULL);

  return scrutiny_result_dup_findings (SCRUTINY_RESULT (found));
}

static guint
count_of (GPtrArray *findings, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id);

  return n;
}

/* How many of @kind were not told; 0 if all were. */
static gint64
more_of (GPtrArray *findings, const char *kind)
{
  for (guint i = 0; i < findings->len; i++) {
    GVariant *facts = scrutiny_finding_get_facts (findings->pdata[i]);
    const char *of = NULL;
    gint64 more = 0;

    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), "because.more") &&
        g_variant_lookup (facts, "kind", "&s", &of) && g_str_equal (of, kind) &&
        g_variant_lookup (facts, "more", "x", &more))
      return more;
  }

  return 0;
}

static void
forty_in_a_line (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree const char **path = NULL;

  (void) state;
  state_all (builder, 40, SCRUTINY_STATEMENT_KIND_INTERMEDIATE);
  for (guint i = 0; i + 1 < 40; i++)
    because (builder, i, i + 1, NULL);
  chain = end (builder);
  findings = find_all (chain);

  assert_int_equal (findings->len, 3);
  assert_int_equal (count_of (findings, "because.nobody-named"), 1);
  assert_int_equal (count_of (findings, "because.unfalsifiable"), 1);
  assert_true (
      g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[1]), "path", "^a&s", &path));
  assert_int_equal (g_strv_length ((char **) path), 40);
}

/* More loops than there are atoms in a person. */
static void
each_of_forty_for_every_other (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (ScrutinyBecause) found = NULL;

  (void) state;
  state_all (builder, 40, SCRUTINY_STATEMENT_KIND_INTERMEDIATE);
  for (guint i = 0; i < 40; i++)
    for (guint k = 0; k < 40; k++)
      if (i != k)
        because (builder, i, k, NULL);
  scrutiny_chain_builder_set_claim (builder, "s0");
  chain = end (builder);
  found = scrutiny_because_new (chain, NULL);

  assert_int_equal (scrutiny_because_get_n_loops (found), 1000);
  assert_true (scrutiny_because_has_more_loops (found));
}

/* Written as text and as JSON, read again and checked. */
static void
a_hundred_thousand (void **state)
{
  const guint n = g_getenv ("SCRUTINY_QUICK") ? 10000 : 100000;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL, of_text = NULL, of_json = NULL;
  g_autofree char *text = NULL, *json = NULL, *again = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  (void) state;
  state_all (builder, n, SCRUTINY_STATEMENT_KIND_INTERMEDIATE);
  for (guint i = 1; i < n; i++) {
    because (builder, i - 1, i, NULL);
    because (builder, i - MIN (i, 7), i, NULL);
  }
  chain = end (builder);
  text = scrutiny_chain_dup_text (chain);
  json = scrutiny_chain_dup_json (chain);
  of_text = scrutiny_chain_parse (text, NULL);
  of_json = scrutiny_chain_parse (json, NULL);
  again = scrutiny_chain_dup_json (of_text);
  findings = find_all (of_json);

  assert_int_equal (scrutiny_chain_get_n_statements (of_json), n);
  assert_string_equal (again, json);
  assert_int_equal (count_of (findings, "because.no-evidence") +
                        more_of (findings, "because.no-evidence"),
                    scrutiny_chain_get_n_reasons (chain));
  assert_true (more_of (findings, "because.no-evidence") > 0);
}

/* Its path is one value, however long. */
static void
a_long_line_is_told_whole (void **state)
{
  const guint n = 5000;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree const char **words = NULL;

  (void) state;
  state_all (builder, n, SCRUTINY_STATEMENT_KIND_INTERMEDIATE);
  for (guint i = 0; i + 1 < n; i++)
    because (builder, i, i + 1, NULL);
  chain = end (builder);
  findings = find_all (chain);
  assert_true (
      g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[1]), "words", "^a&s", &words));

  assert_int_equal (g_strv_length ((char **) words), n);
  assert_string_equal (words[0], "Statement 0, datganiad ŵ, بيان");
  assert_string_equal (words[n - 1], "Statement 4999, datganiad ŵ, بيان");
}

/* A line and a statement beside it: the steps are told until their paths are long together. */
static void
tells_so_many_statements (void **state)
{
  const guint n = 3000;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint n_told, on_paths = 2;

  (void) state;
  state_all (builder, n, SCRUTINY_STATEMENT_KIND_INTERMEDIATE);
  for (guint i = 0; i + 2 < n; i++)
    because (builder, i, i + 1, NULL);
  because (builder, 0, n - 1, NULL);
  chain = end (builder);
  findings = find_all (chain);
  n_told = count_of (findings, "because.no-evidence");
  for (guint i = 0; i + 2 < n_told; i++)
    on_paths += i + 2;

  assert_true (n_told < MOST_TOLD);
  assert_int_equal (n_told + more_of (findings, "because.no-evidence"), n - 1);
  assert_true (on_paths < MOST_ON_PATHS);
  assert_true (on_paths + n_told >= MOST_ON_PATHS);
}

/* What is one too many is counted; all of it is told of one fewer. */
static void
tells_so_many_of_a_sort (void **state)
{
  for (guint n_more = 0; n_more < 2; n_more++) {
    g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
    g_autoptr (ScrutinyChain) chain = NULL;
    g_autoptr (GPtrArray) findings = NULL;
    const guint n = MOST_TOLD + n_more + 1;

    (void) state;
    state_all (builder, n, SCRUTINY_STATEMENT_KIND_OUTCOME);
    for (guint i = 1; i < n; i++)
      because (builder, 0, i, NULL);
    chain = end (builder);
    findings = find_all (chain);

    assert_int_equal (count_of (findings, "because.nobody-named"), MOST_TOLD);
    assert_int_equal (more_of (findings, "because.nobody-named"), n_more);
    assert_int_equal (more_of (findings, "because.leap"), n_more);
  }
}

static void
says_what_is_not_told (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *statement = NULL;

  (void) state;
  state_all (builder, MOST_TOLD + 13, SCRUTINY_STATEMENT_KIND_TARGET);
  for (guint i = 1; i < MOST_TOLD + 13; i++)
    because (builder, 0, i, NULL);
  chain = end (builder);
  findings = find_all (chain);
  statement = scrutiny_finding_dup_statement (findings->pdata[findings->len - 2], NULL);

  assert_string_equal (statement,
                       "The record is so large that not everything is told one by one. Of findings "
                       "such as “because.ends-at-target” 1,000 are told; 11 are not told, or were "
                       "not looked for.");
}

/* A line with a loop of two at every third statement: the ways there grow. */
static void
tells_so_many_loops (void **state)
{
  const guint n = 9000, n_loops = n / 3 - 1;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint n_told, on_paths = 0;

  (void) state;
  state_all (builder, n, SCRUTINY_STATEMENT_KIND_OUTPUT);
  for (guint i = 0; i + 2 < n; i++)
    because (builder, i, i + 1, NULL);
  for (guint i = 1; i + 1 < n; i += 3)
    because (builder, i + 1, i, NULL);
  chain = end (builder);
  findings = find_all (chain);
  n_told = count_of (findings, "because.circular");
  for (guint i = 0; i < n_told - 1; i++)
    on_paths += 3 * i + 4; /* the claim, on to the loop, round it */

  assert_int_equal (n_told + more_of (findings, "because.circular"), n_loops);
  assert_true (on_paths < MOST_ON_PATHS);
  assert_true (on_paths + 3 * (n_told - 1) + 4 >= MOST_ON_PATHS);
}

/* Each item of evidence at some steps that follow one another: too much to look through. */
static void
says_what_was_not_looked_for (void **state)
{
  const guint n = 6000;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  (void) state;
  state_all (builder, n, SCRUTINY_STATEMENT_KIND_INTERMEDIATE);
  for (guint i = 1; i < n; i++) {
    g_autofree char *source = g_strdup_printf ("source %u", i / 2);
    g_autoptr (ScrutinyEvidence) evidence = scrutiny_evidence_new (source, "2024");

    because (builder, i - 1, i, evidence);
    because (builder, i - MIN (i, 2), i, evidence);
  }
  chain = end (builder);
  findings = find_all (chain);

  assert_true (count_of (findings, "because.same-evidence") > 0);
  assert_true (more_of (findings, "because.same-evidence") > 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (forty_in_a_line),
    cmocka_unit_test (each_of_forty_for_every_other),
    cmocka_unit_test (a_hundred_thousand),
    cmocka_unit_test (tells_so_many_of_a_sort),
    cmocka_unit_test (says_what_is_not_told),
    cmocka_unit_test (tells_so_many_loops),
    cmocka_unit_test (says_what_was_not_looked_for),
    cmocka_unit_test (a_long_line_is_told_whole),
    cmocka_unit_test (tells_so_many_statements),
  };

  return cmocka_run_group_tests_name ("linkage/because-large", tests, NULL, NULL);
}
