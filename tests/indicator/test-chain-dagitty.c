/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/drawn-chain.h"
#include "support/rows.h"

/* By dagitty's grammar: variables in quotes, “exposure” and “outcome” in brackets behind them. */
static const struct known {
  const char *label, *chain, *want;
} known[] = {
  { "two ways", "i:indicator a:output o:outcome p:outcome@ i>a+ a>o i>p",
    "  \"I said\" [exposure]\n  \"A said\"\n  \"O said\" [outcome]\n  \"P said\" [outcome]\n"
    "  \"I said\" -> \"A said\"\n  \"A said\" -> \"O said\"\n  \"I said\" -> \"P said\"\n" },
  { "what is the same is one variable",
    "i:indicator a:output b:outcome c:output i>a b>c c>i a=b b=c i!",
    "  \"I said\" [exposure]\n  \"A said\" [outcome]\n  \"I said\" -> \"A said\"\n  \"A said\" -> "
    "\"I said\"\n" },
  { "marked the other way round", "i:indicator a:output b:output i>b b=a",
    "  \"I said\" [exposure]\n  \"A said\"\n  \"I said\" -> \"A said\"\n" },
  { "each arrow once", "i:indicator a:output b:output i>a i>b a=b",
    "  \"I said\" [exposure]\n  \"A said\"\n  \"I said\" -> \"A said\"\n" },
  { "none to itself", "i:indicator i>i", "  \"I said\" [exposure]\n" },
  { "the recorded claim", "i:indicator a:output i>a a!",
    "  \"I said\"\n  \"A said\" [exposure]\n  \"I said\" -> \"A said\"\n" },
  { "a claim about people", "o:outcome", "  \"O said\" [exposure]\n" },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyChain) chain = draw (row->chain);
  g_autofree char *dagitty = scrutiny_chain_dup_dagitty (chain);
  g_autofree char *want = g_strdup_printf ("dag {\n%s}\n", row->want);

  assert_string_equal (dagitty, want);
}

static const struct named {
  const char *label, *text, *name;
} named[] = {
  { "a quotation mark", "a\" -> b", "a\\\" -> b" },
  { "a backslash before one", "a\\\"", "a\\\\\"" },
  { "a backslash", "a\\b", "a\\b" },
  { "a backslash at the end", "a\\", "a\\ " },
  { "a new line", "a\nb", "a b" },
  { "markup, Welsh and Arabic", "<b>tŷ</b> المنازل", "<b>tŷ</b> المنازل" },
  { "the other way round", "a\xe2\x80\xae", "a\xef\xbf\xbd" },
  { "nothing", "", " (n0)" },
};

static void
names_only_text (void **state)
{
  const struct named *row = *state;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autofree char *want = g_strdup_printf ("dag {\n  \"%s\" [exposure]\n}\n", row->name);
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autofree char *dagitty = NULL;

  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_OUTPUT, row->text);
  chain = scrutiny_chain_builder_end (builder, NULL);
  dagitty = scrutiny_chain_dup_dagitty (chain);
  assert_string_equal (dagitty, want);
}

/* Variables of the same words would be one. */
static void
tells_the_same_words_apart (void **state)
{
  static const char *const texts[] = { "x", "x (n2)", "x", "x" };
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autofree char *dagitty = NULL;

  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    scrutiny_chain_builder_state (builder, (char[]){ (char) ('a' + i), 0 },
                                  SCRUTINY_STATEMENT_KIND_OUTPUT, texts[i]);
  chain = scrutiny_chain_builder_end (builder, NULL);
  dagitty = scrutiny_chain_dup_dagitty (chain);
  assert_string_equal (dagitty, "dag {\n  \"x\" [exposure]\n  \"x (n2)\"\n  \"x (n2) (n2)\"\n  "
                                "\"x (n3)\"\n}\n");
}

static void
writes_a_bare_chain (void **state)
{
  g_autoptr (ScrutinyChain) bare = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autofree char *dagitty = scrutiny_chain_dup_dagitty (bare);

  (void) state;
  assert_string_equal (dagitty, "dag {\n}\n");
}

int
main (void)
{
  struct CMUnitTest tests[2 + G_N_ELEMENTS (known) + G_N_ELEMENTS (named)] = {
    cmocka_unit_test (tells_the_same_words_apart),
    cmocka_unit_test (writes_a_bare_chain),
  };
  gsize n = 2;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, names_only_text, named, G_N_ELEMENTS (named), sizeof *named);

  return cmocka_run_group_tests_name ("indicator/chain-dagitty", tests, NULL, NULL);
}
