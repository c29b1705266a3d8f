/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/csv.h"
#include "support/rows.h"

#include <scrutiny/because.h>
#include <scrutiny/chain-text.h>
#include <scrutiny/read.h>

#include <string.h>

/* The published chains as somebody marked them, in words of our own: `because.json` of the fixtures
 * has one indicator for each, with the kinds, marks and fields that a recorder would give. What is
 * found of each, all of it, the strongest first.
 */
static const struct marked {
  const char *label, *verdict, *want;
} marked[] = {
  { "0, nothing after the claim", "no-answer", "no-answer" },
  { "1, a status after the claim", "no-answer", "no-answer no-evidence" },
  { "2, the definition read aloud", "restates-indicator", "restates" },
  { "3, the numerator again", "restates-indicator", "restates" },
  { "4, a target", "cites-target", "ends-at-target no-evidence" },
  { "5, a rank", "cites-target", "ends-at-target no-evidence" },
  { "6, an inspector", "cites-inspector", "ends-at-inspector no-evidence" },
  { "7, a judgement", "cites-inspector", "ends-at-inspector no-evidence" },
  { "8, a duty", "cites-government", "ends-at-government no-evidence" },
  { "9, signatures", "cites-government", "ends-at-government no-evidence" },
  { "10, a grant", "cites-funding", "ends-at-funding no-evidence" },
  { "11, a loop of two steps", "circular", "circular no-evidence no-evidence" },
  { "12, a loop through a definition", "circular", "circular no-evidence no-evidence no-evidence" },
  { "13, a loop through the same in other words", "circular",
    "circular no-evidence no-evidence no-evidence" },
  { "14, the team", "stops-at-service", "ends-at-service no-evidence" },
  { "15, the budget", "stops-at-service", "ends-at-service no-evidence" },
  { "16, straight to long lives", "leap-no-mechanism", "leap no-evidence unfalsifiable" },
  { "17, straight to homes for all", "leap-no-mechanism", "leap no-evidence" },
  { "18, nothing would show otherwise", "unfalsifiable", "unfalsifiable" },
  { "19, other people, and who may lose", "wrong-beneficiary",
    "other-people harm-not-measured leap no-evidence" },
  { "20, two views", "contested", "contested" },
  { "21, no link has evidence", "evidence-missing", "no-evidence" },
  { "22, an item that contradicts", "evidence-contradicted", "contradicted no-evidence" },
  { "23, stable placements", "good", "" },
  { "24, waste", "good", "" },
  { "25, homes for a time", "good", "" },
  { "26, first help", "good", "" },
  { "27, the whole wait", "good", "" },
  { "28, carers", "good", "" },
  { "29, cases that come back", "good", "" },
  { "30, council tax and who pays it", "good", "" },
};

/* What the published verdicts are called here. */
static const char *const verdict_of_id[][2] = {
  { "no-answer", "no-answer" },
  { "restates", "restates-indicator" },
  { "ends-at-target", "cites-target" },
  { "ends-at-inspector", "cites-inspector" },
  { "ends-at-government", "cites-government" },
  { "ends-at-funding", "cites-funding" },
  { "circular", "circular" },
  { "ends-at-service", "stops-at-service" },
  { "leap", "leap-no-mechanism" },
  { "unfalsifiable", "unfalsifiable" },
  { "other-people", "wrong-beneficiary" },
  { "harm-not-measured", "wrong-beneficiary" },
  { "contested", "contested" },
  { "no-evidence", "evidence-missing" },
  { "contradicted", "evidence-contradicted" },
  { "", "good" },
};

static ScrutinyDossier *
read_marked (void)
{
  const char *fixtures = g_getenv ("SCRUTINY_FIXTURES");
  g_autofree char *path = g_build_filename (fixtures ? fixtures : ".", "because.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  ScrutinyDossier *dossier = scrutiny_read (file, NULL, NULL, &error);

  if (!dossier)
    fail_msg ("%s", error->message);
  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), G_N_ELEMENTS (marked));

  return dossier;
}

static ScrutinyChain *
chain_of (ScrutinyDossier *dossier, guint row)
{
  return scrutiny_indicator_get_chain (scrutiny_dossier_get_indicator (dossier, row));
}

/* "leap no-evidence" */
static char *
spell_ids (GPtrArray *findings)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (ids, "%s%s", i ? " " : "",
                            scrutiny_finding_get_id (findings->pdata[i]) + strlen ("because."));

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
finds_all_and_the_strongest_first (void **state)
{
  const struct marked *row = *state;
  g_autoptr (ScrutinyDossier) dossier = read_marked ();
  g_autoptr (GPtrArray) findings =
      scrutiny_because (chain_of (dossier, (guint) (row - marked)), NULL);
  g_autofree char *ids = spell_ids (findings);
  g_autofree char *first = g_strndup (ids, strcspn (ids, " "));
  const char *verdict = NULL;

  assert_string_equal (ids, row->want);
  for (gsize i = 0; i < G_N_ELEMENTS (verdict_of_id); i++)
    if (g_str_equal (verdict_of_id[i][0], first))
      verdict = verdict_of_id[i][1];
  assert_string_equal (verdict, row->verdict);
}

/* Each record is of the published chain of its number: as long, and judged the same. */
static void
is_marked_as_published (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/because/because-cases.csv");
  g_autoptr (ScrutinyDossier) dossier = read_marked ();

  if (!lines)
    return;

  assert_int_equal (g_strv_length (lines), 1 + G_N_ELEMENTS (marked));
  for (guint row = 0; row < G_N_ELEMENTS (marked); row++) {
    g_autoptr (GPtrArray) fields = csv_split_line (lines[row + 1]);
    g_auto (GStrv) texts = g_strsplit (fields->pdata[1], " > ", -1);

    assert_string_equal (fields->pdata[2], marked[row].verdict);
    assert_int_equal (scrutiny_chain_get_n_reasons (chain_of (dossier, row)),
                      g_strv_length (texts) - 1);
  }
}

/* The words that are published, in the places of ours: no check reads them. */
static ScrutinyChain *
in_other_words (ScrutinyChain *chain, char **texts)
{
  g_autofree char *text = scrutiny_chain_dup_text (chain);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *joined = NULL;
  ScrutinyChain *other;

  for (guint i = 0, n = 0; lines[i]; i++) {
    char *line = lines[i], *end = strstr (line, "]: ");

    if (!g_str_has_prefix (line, "statement ") || !end)
      continue;
    lines[i] = g_strdup_printf ("%.*s%s", (int) (end + strlen ("]: ") - line), line, texts[n++]);
    g_free (line);
  }
  joined = g_strjoinv ("\n", lines);
  other = scrutiny_chain_parse (joined, &error);
  if (!other)
    fail_msg ("%s", error->message);

  return other;
}

static void
finds_the_same_in_the_published_words (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/because/because-cases.csv");
  g_autoptr (ScrutinyDossier) dossier = read_marked ();

  if (!lines)
    return;

  for (guint row = 0; row < G_N_ELEMENTS (marked); row++) {
    g_autoptr (GPtrArray) fields = csv_split_line (lines[row + 1]);
    g_auto (GStrv) texts = g_strsplit (fields->pdata[1], " > ", -1);
    g_autoptr (ScrutinyChain) chain = in_other_words (chain_of (dossier, row), texts);
    g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
    g_autofree char *ids = spell_ids (findings);

    assert_string_equal (scrutiny_chain_get_text (chain, "0"), texts[0]);
    assert_string_equal (ids, marked[row].want);
  }
}

int
main (void)
{
  struct CMUnitTest tests[2 + G_N_ELEMENTS (marked)] = {
    cmocka_unit_test (is_marked_as_published),
    cmocka_unit_test (finds_the_same_in_the_published_words),
  };
  size_t n = 2;

  n += add_rows (tests + n, finds_all_and_the_strongest_first, marked, G_N_ELEMENTS (marked),
                 sizeof *marked);

  assert_int_equal (n, G_N_ELEMENTS (tests));
  return cmocka_run_group_tests_name ("linkage/because-cases", tests, NULL, NULL);
}
