/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet-reasons.h"

#include <scrutiny/chain-builder.h>
#include <scrutiny/dossier-builder.h>

#include <string.h>

#include "support/rows.h"

/* "a>b" is a because b; single letters are statements, in the order of "abc…". */
static ScrutinyBecause *
because_of (guint n, const char *reasons)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;

  for (guint i = 0; i < n; i++) {
    const char id[] = { (char) ('a' + i), 0 }, text[] = { (char) ('A' + i), 0 };

    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_SERVICE, text);
  }
  for (const char *at = reasons; *at; at += at[3] ? 4 : 3) {
    const char from[] = { at[0], 0 }, to[] = { at[2], 0 };

    scrutiny_chain_builder_because (builder, from, to, NULL);
  }
  chain = scrutiny_chain_builder_end (builder, NULL);

  return scrutiny_because_new (chain, NULL);
}

#define KIND "about the organisation itself"
#define NONE "no evidence recorded"

static const struct row {
  const char *label;
  guint n;
  const char *reasons, *list;
} rows[] = {
  { "a chain", 3, "a>b b>c",
    "- The claim: A (" KIND ")\n"
    "  - because B (" KIND "; " NONE ")\n"
    "    - because C (" KIND "; " NONE ")\n" },
  { "a loop", 2, "a>b b>a",
    "- The claim: A (" KIND ")\n"
    "  - because B (" KIND "; " NONE ")\n"
    "    - because A (already above; the reasons lead back to it; " NONE ")\n" },
  { "two ways to the same", 4, "a>b a>c b>d c>d",
    "- The claim: A (" KIND ")\n"
    "  - because B (" KIND "; " NONE ")\n"
    "    - because D (" KIND "; " NONE ")\n"
    "  - because C (" KIND "; " NONE ")\n"
    "    - because D (already above; " NONE ")\n" },
  { "what the claim does not lead to", 5, "a>b c>b d>e e>d",
    "- The claim: A (" KIND ")\n"
    "  - because B (" KIND "; " NONE ")\n"
    "- No reason leads here: C (" KIND ")\n"
    "  - because B (already above; " NONE ")\n"
    "- Only a loop leads here: D (" KIND ")\n"
    "  - because E (" KIND "; " NONE ")\n"
    "    - because D (already above; the reasons lead back to it; " NONE ")\n" },
  { "nothing", 0, "", "" },
};

static void
lists_each_under_what_it_is_a_reason_for (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyBecause) because = because_of (row->n, row->reasons);
  g_autoptr (Page) page = page_new ();
  g_autofree char *list = NULL;

  sheet_reasons_add_list (page, because, NULL, NULL);
  list = page_dup_markdown (page);
  assert_string_equal (list, row->list);
}

/* The same in HTML: lists within items, all of them closed. */
static void
nests_lists (void **state)
{
  g_autoptr (ScrutinyBecause) because = because_of (4, "a>b b>c a>d");
  g_autoptr (Page) page = page_new ();
  g_autofree char *html = NULL;

  (void) state;
  sheet_reasons_add_list (page, because, NULL, NULL);
  page_add (page, PAGE_PARAGRAPH, "After.");
  html = page_dup_html (page, "en");
  assert_non_null (strstr (
      html, "<ul>\n<li>The claim: <bdi>A</bdi> <bdi class=\"small\">(" KIND ")</bdi>\n"
            "<ul>\n<li>because <bdi>B</bdi> <bdi class=\"small\">(" KIND "; " NONE ")</bdi>\n"
            "<ul>\n<li>because <bdi>C</bdi> <bdi class=\"small\">(" KIND "; " NONE
            ")</bdi></li>\n</ul></li>\n"
            "<li>because <bdi>D</bdi> <bdi class=\"small\">(" KIND "; " NONE
            ")</bdi></li>\n</ul></li>\n</ul>\n<p>After.</p>\n"));
}

/* All that is recorded of a reason is in the list. */
static void
says_what_is_recorded_of_a_reason (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyEvidence) bare = scrutiny_evidence_new ("Survey", "2024");
  g_autoptr (ScrutinyEvidence) graded = scrutiny_evidence_copy_with (bare, "grade", "weak", NULL);
  g_autoptr (ScrutinyEvidence) evidence =
      scrutiny_evidence_copy_with (graded, "bearing", "contradicts", NULL);
  g_autoptr (ScrutinyView) view = scrutiny_view_new ("Neighbours", "lower", "Full.", NULL);
  g_autoptr (ScrutinyHarm) harm = scrutiny_harm_new ("tenants", NULL);
  g_autoptr (ScrutinyCompanion) companion = scrutiny_companion_new ("waits", "they are left out");
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (ScrutinyBecause) because = NULL;
  g_autoptr (Page) page = page_new ();
  g_autofree char *list = NULL;

  (void) state;
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_STATUS, "Done");
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTCOME, "Safer");
  scrutiny_chain_builder_state (builder, "c", SCRUTINY_STATEMENT_KIND_STATUS, "It is done");
  scrutiny_chain_builder_set_who (builder, "b", "children");
  scrutiny_chain_builder_because (builder, "a", "b", evidence);
  scrutiny_chain_builder_set_mechanism (builder, "a", "b", "by asking");
  scrutiny_chain_builder_set_lag (builder, "a", "b", 3);
  scrutiny_chain_builder_set_reason_detail (builder, "a", "b", "author", "the director");
  scrutiny_chain_builder_same_as (builder, "a", "c", "a member");
  scrutiny_chain_builder_add_view (builder, "b", view);
  scrutiny_chain_builder_add_harm (builder, "b", harm);
  scrutiny_chain_builder_add_companion (builder, "b", companion);
  chain = scrutiny_chain_builder_end (builder, NULL);
  because = scrutiny_because_new (chain, NULL);
  sheet_reasons_add_list (page, because, NULL, NULL);
  list = page_dup_markdown (page);
  assert_string_equal (
      list, "- The claim: Done (a published status; “It is done”: marked as the same: "
            "a member)\n"
            "  - because Safer (in people’s lives: children; how: by asking; after 3 "
            "periods; said by the director; 1 item of evidence: Survey (2024), "
            "contradicts, graded “weak”; Neighbours would have it lower, “Full.”; may lose: "
            "tenants, shown by nothing on record; look at too: waits (they are left "
            "out))\n");
}

/* Nobody knows a figure by its id. */
static void
names_figures_by_their_titles (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyDossierBuilder) pack = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyHarm) bare = scrutiny_harm_new ("tenants", NULL);
  g_autoptr (ScrutinyHarm) harm = scrutiny_harm_copy_with (bare, "measured-by", "rents", NULL);
  g_autoptr (ScrutinyCompanion) known = scrutiny_companion_new ("waits", "they are left out");
  g_autoptr (ScrutinyCompanion) other = scrutiny_companion_new ("appeals", NULL);
  g_autoptr (Page) page = page_new ();
  g_autofree char *list = NULL;

  (void) state;
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_STATUS, "Done");
  scrutiny_chain_builder_add_harm (builder, "a", harm);
  scrutiny_chain_builder_add_companion (builder, "a", known);
  scrutiny_chain_builder_add_companion (builder, "a", other);
  scrutiny_dossier_builder_add_indicator (pack, "waits", "Weeks waited");
  scrutiny_dossier_builder_add_indicator (pack, "rents", "Rents in arrears");
  g_autoptr (ScrutinyChain) chain = scrutiny_chain_builder_end (builder, NULL);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (pack, NULL);
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  sheet_reasons_add_list (page, because, dossier, NULL);
  list = page_dup_markdown (page);
  assert_string_equal (list, "- The claim: Done (a published status; may lose: tenants, shown by "
                             "“Rents in arrears”; look at too: “Weeks waited” (they are left "
                             "out); look at too: appeals)\n");
}

/* However long the chain, a list that somebody may read; the rest is counted. */
static void
counts_what_is_too_much (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (ScrutinyBecause) because = NULL;
  g_autoptr (Page) page = page_new ();
  g_autofree char *text = NULL;

  (void) state;
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);
    g_autofree char *next = g_strdup_printf ("s%u", i + 1);

    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_SERVICE, id);
    if (i < 999)
      scrutiny_chain_builder_because (builder, id, next, NULL);
  }
  chain = scrutiny_chain_builder_end (builder, NULL);
  because = scrutiny_because_new (chain, NULL);
  sheet_reasons_add_list (page, because, NULL, NULL);
  assert_int_equal (page->blocks->len, 201);
  text = page_dup_text (page, 88);
  assert_non_null (strstr (text, "- 800 further statements are on record and not listed here."));
  assert_non_null (strstr (text, "\n                          - because s199 ("));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + 4];
  size_t n = add_rows (tests, lists_each_under_what_it_is_a_reason_for, rows, G_N_ELEMENTS (rows),
                       sizeof *rows);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (nests_lists);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_what_is_recorded_of_a_reason);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (names_figures_by_their_titles);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_what_is_too_much);

  return cmocka_run_group_tests_name ("report/sheet-reasons", tests, NULL, NULL);
}
