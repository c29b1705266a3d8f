/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include <scrutiny/chain-builder.h>

static ScrutinyChain *
end (ScrutinyChainBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  ScrutinyChain *chain = scrutiny_chain_builder_end (builder, &error);

  assert_null (error);
  g_object_unref (builder);

  return chain;
}

/* The appraisals of the tour: the loop goes through a paraphrase. */
static ScrutinyChain *
appraisals (void)
{
  ScrutinyChainBuilder *builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyEvidence) survey = scrutiny_evidence_new ("Staff survey 2024, q. 7", "2024");
  g_autoptr (ScrutinyEvidence) audit = scrutiny_evidence_new ("Audit", NULL);

  scrutiny_chain_builder_state (builder, "done", SCRUTINY_STATEMENT_KIND_STATUS,
                                "97% done: “GREEN”");
  scrutiny_chain_builder_state (builder, "managed", SCRUTINY_STATEMENT_KIND_SERVICE,
                                "Well managed");
  scrutiny_chain_builder_state (builder, "talked", SCRUTINY_STATEMENT_KIND_SERVICE, "Had the talk");
  scrutiny_chain_builder_set_who (builder, "talked", "staff");
  scrutiny_chain_builder_because (builder, "done", "managed", survey);
  scrutiny_chain_builder_because (builder, "done", "managed", audit);
  scrutiny_chain_builder_because (builder, "done", "managed", audit);
  scrutiny_chain_builder_because (builder, "managed", "talked", NULL);
  scrutiny_chain_builder_same_as (builder, "talked", "done", "a member, 12 June");
  scrutiny_chain_builder_set_mechanism (builder, "managed", "talked", "they are asked");
  scrutiny_chain_builder_set_lag (builder, "managed", "talked", 6);

  return end (builder);
}

static void
is_one_list (char **got, const char *want)
{
  g_auto (GStrv) list = got;
  g_autofree char *joined = g_strjoinv (" ", list);

  assert_string_equal (joined, want);
}

static void
tells_its_statements (void **state)
{
  g_autoptr (ScrutinyChain) chain = appraisals ();

  assert_int_equal (scrutiny_chain_get_n_statements (chain), 3);
  is_one_list (scrutiny_chain_dup_statements (chain), "done managed talked");
  assert_true (scrutiny_chain_has_statement (chain, "managed"));
  assert_string_equal (scrutiny_chain_get_text (chain, "managed"), "Well managed");
  assert_int_equal (scrutiny_chain_get_kind (chain, "managed"), SCRUTINY_STATEMENT_KIND_SERVICE);
  assert_null (scrutiny_chain_get_who (chain, "managed"));
  assert_string_equal (scrutiny_chain_get_who (chain, "talked"), "staff");
}

static void
tells_its_reasons (void **state)
{
  g_autoptr (ScrutinyChain) chain = appraisals ();

  assert_int_equal (scrutiny_chain_get_n_reasons (chain), 2);
  is_one_list (scrutiny_chain_dup_reasons_of (chain, "done"), "managed");
  is_one_list (scrutiny_chain_dup_reasons_of (chain, "talked"), "");
  assert_string_equal (scrutiny_chain_get_mechanism (chain, "managed", "talked"), "they are asked");
  assert_null (scrutiny_chain_get_mechanism (chain, "done", "managed"));
  assert_int_equal (scrutiny_chain_get_lag (chain, "managed", "talked"), 6);
  assert_int_equal (scrutiny_chain_get_lag (chain, "done", "managed"), -1);
}

static void
tells_each_piece_of_evidence_once (void **state)
{
  g_autoptr (ScrutinyChain) chain = appraisals ();
  g_autoptr (GPtrArray) two = scrutiny_chain_dup_evidence (chain, "done", "managed");
  g_autoptr (GPtrArray) none = scrutiny_chain_dup_evidence (chain, "managed", "talked");

  assert_int_equal (two->len, 2);
  assert_string_equal (scrutiny_evidence_get_reference (two->pdata[0]), "Staff survey 2024, q. 7");
  assert_string_equal (scrutiny_evidence_get_reference (two->pdata[1]), "Audit");
  assert_int_equal (none->len, 0);
}

static void
a_mark_counts_both_ways (void **state)
{
  g_autoptr (ScrutinyChain) chain = appraisals ();

  is_one_list (scrutiny_chain_dup_same_as (chain, "talked"), "done");
  is_one_list (scrutiny_chain_dup_same_as (chain, "done"), "talked");
  is_one_list (scrutiny_chain_dup_same_as (chain, "managed"), "");
  assert_string_equal (scrutiny_chain_get_marked_by (chain, "done", "talked"), "a member, 12 June");
  assert_string_equal (scrutiny_chain_get_marked_by (chain, "talked", "done"), "a member, 12 June");
  assert_null (scrutiny_chain_get_marked_by (chain, "talked", "managed"));
  assert_null (scrutiny_chain_get_marked_by (chain, "talked", "talked"));
}

static void
knows_nothing_of_others (void **state)
{
  g_autoptr (ScrutinyChain) chain = appraisals ();
  g_autoptr (GPtrArray) none = scrutiny_chain_dup_evidence (chain, "x", "y");

  assert_false (scrutiny_chain_has_statement (chain, "x"));
  assert_null (scrutiny_chain_get_text (chain, "x"));
  assert_int_equal (scrutiny_chain_get_kind (chain, "x"), SCRUTINY_STATEMENT_KIND_STATUS);
  assert_null (scrutiny_chain_get_who (chain, "x"));
  is_one_list (scrutiny_chain_dup_reasons_of (chain, "x"), "");
  is_one_list (scrutiny_chain_dup_same_as (chain, "x"), "");
  assert_null (scrutiny_chain_get_marked_by (chain, "x", "done"));
  assert_null (scrutiny_chain_get_marked_by (chain, "done", "x"));
  assert_int_equal (none->len, 0);
  assert_null (scrutiny_chain_get_mechanism (chain, "done", "talked"));
  assert_int_equal (scrutiny_chain_get_lag (chain, "done", "talked"), -1);
}

static const struct claims {
  const char *label;
  const char *stated;  /* one letter a statement */
  const char *because; /* pairs of letters */
  const char *claim;
  const char *recorded; /* what is recorded as the claim, one after another */
} claims[] = {
  { "claim of nothing", "", "", NULL, NULL },
  { "claim without reasons", "a", "", "a", NULL },
  { "claim stated first", "abc", "ab bc", "a", NULL },
  { "claim stated last", "cba", "ab bc", "a", NULL },
  { "claim of a loop is the first", "bca", "ab bc ca", "b", NULL },
  { "two tops: the first stated", "bac", "ac bc", "b", NULL },
  { "two tops, neither first: the first stated", "cab", "ac bc", "c", NULL },
  { "its own reason", "ab", "bb ba", "a", NULL },
  { "a loop and an orphan", "abo", "ab ba", "o", NULL },
  { "a loop and an orphan, recorded", "abo", "ab ba", "a", "a" },
  { "recorded amid the reasons", "abc", "ab bc", "b", "b" },
  { "what is recorded last holds", "abc", "ab bc", "c", "bc" },
  { "a record taken back", "abc", "ab bc", "a", "b-" },
};

static void
finds_its_claim (void **state)
{
  const struct claims *row = *state;
  ScrutinyChainBuilder *builder = scrutiny_chain_builder_new ();
  g_auto (GStrv) pairs = g_strsplit (row->because, " ", 0);
  g_autoptr (ScrutinyChain) chain = NULL;

  for (const char *s = row->stated; *s; s++)
    scrutiny_chain_builder_state (builder, (char[]){ *s, 0 }, SCRUTINY_STATEMENT_KIND_OUTPUT, "x");
  for (char **p = pairs; *p; p++)
    scrutiny_chain_builder_because (builder, (char[]){ (*p)[0], 0 }, (char[]){ (*p)[1], 0 }, NULL);
  for (const char *s = row->recorded; s && *s; s++)
    scrutiny_chain_builder_set_claim (builder, *s == '-' ? NULL : (char[]){ *s, 0 });
  chain = end (builder);

  if (row->claim)
    assert_string_equal (scrutiny_chain_get_claim (chain), row->claim);
  else
    assert_null (scrutiny_chain_get_claim (chain));
}

static void
draws_itself (void **state)
{
  g_autoptr (ScrutinyChain) chain = appraisals ();
  g_autofree char *dot = scrutiny_chain_dup_dot (chain);

  assert_string_equal (dot, "digraph because {\n"
                            "  node [shape=box];\n"
                            "  n0 [label=\"97% done: “GREEN”\\n(status)\"];\n"
                            "  n1 [label=\"Well managed\\n(service)\"];\n"
                            "  n2 [label=\"Had the talk\\n(service: staff)\"];\n"
                            "  n0 -> n1 [label=\"because\\nStaff survey 2024, q. 7\\nAudit\"];\n"
                            "  n1 -> n2 [label=\"because\\n(no evidence recorded)\"];\n"
                            "  n2 -> n0 [dir=none, style=dashed, constraint=false, label=\"the "
                            "same: a member, 12 June\"];\n"
                            "}\n");
}

static const struct drawn {
  const char *label;
  const char *text;
  const char *drawn;
} drawn[] = {
  { "draws a quote", "a\", URL=\"javascript:alert(1)", "a\\\", URL=\\\"javascript:alert(1)" },
  { "draws a backslash", "a\\", "a\\\\" },
  { "draws an escape", "\\N \\G", "\\\\N \\\\G" },
  { "draws a backslash before a quote", "\\\"", "\\\\\\\"" },
  { "draws markup", "<b>&lt;</b>", "<b>&amp;lt;</b>" },
  { "draws a line break", "a\nb", "a b" },
  { "draws a terminal escape", "\033[31m", "\xef\xbf\xbd[31m" },
  { "draws the other way round",
    "a\xe2\x80\xae"
    "b",
    "a\xef\xbf\xbd"
    "b" },
  { "draws a line of 32 characters", "the quick brown fox jumps over a dog",
    "the quick brown fox jumps over a\\ndog" },
  { "draws a long line", "the quick brown fox jumps over the lazy dog and runs",
    "the quick brown fox jumps over the\\nlazy dog and runs" },
};

static void
draws_only_text (void **state)
{
  const struct drawn *row = *state;
  ScrutinyChainBuilder *builder = scrutiny_chain_builder_new ();
  g_autofree char *want =
      g_strdup_printf ("  n0 [label=\"%s\\n(output: %s)\"];\n", row->drawn, row->drawn);
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autofree char *dot = NULL;

  scrutiny_chain_builder_state (builder, row->text, SCRUTINY_STATEMENT_KIND_OUTPUT, row->text);
  scrutiny_chain_builder_set_who (builder, row->text, row->text);
  chain = end (builder);
  dot = scrutiny_chain_dup_dot (chain);
  assert_non_null (strstr (dot, want));
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyChain) bare = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autofree char *dot = scrutiny_chain_dup_dot (bare);
  guint n_statements = 9;
  guint n_reasons = 9;

  g_object_get (bare, "n-statements", &n_statements, "n-reasons", &n_reasons, NULL);
  assert_int_equal (n_statements, 0);
  assert_int_equal (n_reasons, 0);
  assert_null (scrutiny_chain_get_claim (bare));
  is_one_list (scrutiny_chain_dup_statements (bare), "");
  assert_string_equal (dot, "digraph because {\n  node [shape=box];\n}\n");
}

/* Each by its name; what is not recorded is NULL, and so is what there is not. */
static void
keeps_details (void **state)
{
  static const char *const of_statement[] = { "who",         "how_many", "by_when",
                                              "measured_by", "wrong_if", "confirmed_by" };
  static const char *const of_reason[] = { "mechanism", "wrong_if", "author", "date" };
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;

  (void) state;
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_INDICATOR, "a");
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTCOME, "b");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_because (builder, "b", "a", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (of_statement); i++)
    scrutiny_chain_builder_set_detail (builder, "b", of_statement[i], of_statement[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (of_reason); i++)
    scrutiny_chain_builder_set_reason_detail (builder, "a", "b", of_reason[i], of_reason[i]);
  scrutiny_chain_builder_set_reason_detail (builder, "a", "b", "expected", "down");
  scrutiny_chain_builder_set_reason_detail (builder, "b", "a", "expected", "up");
  chain = scrutiny_chain_builder_end (builder, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (of_statement); i++) {
    assert_string_equal (scrutiny_chain_get_detail (chain, "b", of_statement[i]), of_statement[i]);
    assert_null (scrutiny_chain_get_detail (chain, "a", of_statement[i]));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (of_reason); i++)
    assert_string_equal (scrutiny_chain_get_reason_detail (chain, "a", "b", of_reason[i]),
                         of_reason[i]);
  assert_string_equal (scrutiny_chain_get_who (chain, "b"), "who");
  assert_null (scrutiny_chain_get_detail (chain, "b", "mechanism"));
  assert_null (scrutiny_chain_get_detail (chain, "c", "who"));
  assert_null (scrutiny_chain_get_reason_detail (chain, "b", "b", "author"));
  assert_int_equal (scrutiny_chain_get_expected (chain, "a", "b"), SCRUTINY_DIRECTION_DOWN);
  assert_int_equal (scrutiny_chain_get_expected (chain, "b", "a"), SCRUTINY_DIRECTION_UP);
  assert_int_equal (scrutiny_chain_get_expected (chain, "b", "b"), SCRUTINY_DIRECTION_NONE);
}

int
main (void)
{
  struct CMUnitTest tests[8 + G_N_ELEMENTS (claims) + G_N_ELEMENTS (drawn)] = {
    cmocka_unit_test (tells_its_statements),
    cmocka_unit_test (tells_its_reasons),
    cmocka_unit_test (tells_each_piece_of_evidence_once),
    cmocka_unit_test (a_mark_counts_both_ways),
    cmocka_unit_test (knows_nothing_of_others),
    cmocka_unit_test (draws_itself),
    cmocka_unit_test (is_valid_when_bare),
    cmocka_unit_test (keeps_details),
  };
  size_t n = 8;

  n += add_rows (tests + n, finds_its_claim, claims, G_N_ELEMENTS (claims), sizeof *claims);
  n += add_rows (tests + n, draws_only_text, drawn, G_N_ELEMENTS (drawn), sizeof *drawn);

  assert_int_equal (n, G_N_ELEMENTS (tests));
  return cmocka_run_group_tests_name ("chain", tests, NULL, NULL);
}
