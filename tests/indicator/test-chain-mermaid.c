/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/drawn-chain.h"
#include "support/rows.h"

static void
draws_all_of_it (void **state)
{
  g_autoptr (ScrutinyChain) chain = draw ("a:status b:service o:outcome@ a>b+ a>b- a>b0 b>o o=a");
  g_autofree char *mermaid = scrutiny_chain_dup_mermaid (chain);

  (void) state;
  assert_string_equal (
      mermaid, "flowchart TD\n"
               "  n0[\"A said<br/>(status)\"]\n"
               "  n1[\"B said<br/>(service)\"]\n"
               "  n2[\"O said<br/>(outcome: children)\"]\n"
               "  n0 -->|\"because<br/>survey, question 7<br/>survey, question 7 (contradicts)"
               "<br/>survey, question 7 (neutral)\"| n1\n"
               "  n1 -->|\"because<br/>(no evidence recorded)\"| n2\n"
               "  n2 -.-|\"the same: marked by a member, 12 June\"| n0\n");
}

/* As Mermaid 11 draws each of them as it stands here, and nothing else. */
static const struct drawn {
  const char *label, *text, *drawn;
} drawn[] = {
  { "a quotation mark", "a\"] --> b", "a#34;#93; --#62; b" },
  { "markup", "<script>&amp;", "#60;script#62;#38;amp;" },
  { "its own numbers", "#34;", "#35;34;" },
  { "a directive", "%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;" },
  { "emphasis", "*a* _b_ `c` ~~d~~", "#42;a#42; #95;b#95; #96;c#96; #126;#126;d#126;#126;" },
  { "a list by numbers", "1. a. b", "1#46; a. b" },
  { "another list by numbers", "12) a)", "12#41; a)" },
  { "a list by dashes", "- a - b", "#45; a - b" },
  { "a heading", "# a", "#35; a" },
  { "a formula", "$$x$$", "#36;\xe2\x81\xa0#36;x#36;\xe2\x81\xa0#36;" },
  { "an icon", "fa:fa-car",
    "fa#58;\xe2\x81\xa0"
    "fa-car" },
  { "a shape", "@{shape: rect}", "#64;#123;shape#58; rect#125;" },
  { "a pipe and a backslash", "a|b\\n", "a#124;b#92;n" },
  { "a new line", "a\nb", "a b" },
  { "Welsh and Arabic", "Tŷ cynnes المنازل", "Tŷ cynnes المنازل" },
  { "an emoji", "\xf0\x9f\x8f\xb4", "\xf0\x9f\x8f\xb4" },
  { "the other way round", "a\xe2\x80\xae", "a\xef\xbf\xbd" },
};

static void
draws_only_text (void **state)
{
  const struct drawn *row = *state;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autofree char *want =
      g_strdup_printf ("flowchart TD\n  n0[\"%s<br/>(output: %s)\"]\n", row->drawn, row->drawn);
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autofree char *mermaid = NULL;

  scrutiny_chain_builder_state (builder, row->text, SCRUTINY_STATEMENT_KIND_OUTPUT, row->text);
  scrutiny_chain_builder_set_who (builder, row->text, row->text);
  chain = scrutiny_chain_builder_end (builder, NULL);
  mermaid = scrutiny_chain_dup_mermaid (chain);
  assert_string_equal (mermaid, want);
}

static void
draws_a_bare_chain (void **state)
{
  g_autoptr (ScrutinyChain) bare = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autofree char *mermaid = scrutiny_chain_dup_mermaid (bare);

  (void) state;
  assert_string_equal (mermaid, "flowchart TD\n");
}

int
main (void)
{
  struct CMUnitTest tests[2 + G_N_ELEMENTS (drawn)] = {
    cmocka_unit_test (draws_all_of_it),
    cmocka_unit_test (draws_a_bare_chain),
  };

  add_rows (tests + 2, draws_only_text, drawn, G_N_ELEMENTS (drawn), sizeof *drawn);

  return cmocka_run_group_tests_name ("indicator/chain-mermaid", tests, NULL, NULL);
}
