/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/colour-audit.h>
#include <scrutiny/read.h>
#include <scrutiny/review.h>

#include "support/near.h"

#include <string.h>

/* Real scorecards, read and reviewed as a user would: the file, nothing else. */

static ScrutinyDossier *
read_published (const char *name)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *path = g_build_filename (shared ? shared : "", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!g_file_query_exists (file, NULL)) {
    print_message ("# SKIP %s: the shared data are not beside this checkout\n", name);
    return NULL;
  }

  return scrutiny_read (file, NULL, NULL, NULL);
}

static ScrutinyFinding *
find (GPtrArray *findings, const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return findings->pdata[i];

  return NULL;
}

static void
assert_says (GPtrArray *findings, const char *id, const char *part)
{
  ScrutinyFinding *finding = find (findings, id);
  g_autofree char *statement = NULL;

  assert_non_null (finding);
  statement = scrutiny_finding_dup_statement (finding, NULL);
  if (!strstr (statement, part))
    print_error ("%s: %s\n", id, statement);
  assert_non_null (strstr (statement, part));
}

/* No rule is stated; the numbers were worked out by hand from the 27 rows. */
static void
hart_asks_for_the_rule (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = read_published ("dictionaries/hart_dc_kpis_rag_2014.csv");
  g_autoptr (ScrutinyReport) report = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!dossier)
    return;

  report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  findings = scrutiny_report_dup_findings (report);
  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 27);
  assert_says (findings, "colour.fit", "from 3.25%");
  assert_says (findings, "colour.fit", "gives 24 of the 25 published statuses");
  assert_says (findings, "colour.unexplained", "97 against a target of 97");
  assert_says (findings, "colour.unread", "2 of 27 published statuses");
  assert_says (findings, "colour.direction", "2.7 against a target of 3.15");
}

/* The published summary: green 1, amber 2, red 1, none 2. */
static void
maidstone_counts_as_published (void **state)
{
  g_autoptr (ScrutinyDossier) dossier =
      read_published ("dictionaries/maidstone_kpis_q2_2019_20.csv");
  g_autoptr (ScrutinyColourRule) rule =
      scrutiny_colour_rule_parse ("\"Green\" when value >= target; \"Amber\" when value within 10% "
                                  "of target; otherwise \"Red\"",
                                  NULL, NULL);
  g_autoptr (ScrutinyColourAudit) audit = NULL;
  const char *const *given;
  guint counts[4] = { 0 };

  if (!dossier)
    return;

  audit = scrutiny_colour_audit_new (scrutiny_dossier_get_scorecard (dossier), rule, NULL, NULL);
  given = scrutiny_table_get_texts (scrutiny_colour_audit_get_rows (audit), "recomputed");
  for (gsize i = 0; given[i]; i++)
    counts[g_str_equal (given[i], "Green")   ? 0
           : g_str_equal (given[i], "Amber") ? 1
           : g_str_equal (given[i], "Red")   ? 2
                                             : 3]++;
  assert_int_equal (counts[0], 1);
  assert_int_equal (counts[1], 2);
  assert_int_equal (counts[2], 1);
  assert_int_equal (counts[3], 2);
}

/* Each row keeps the words of its cells beside the numbers. */
static void
maidstone_keeps_its_words (void **state)
{
  g_autoptr (ScrutinyDossier) dossier =
      read_published ("dictionaries/maidstone_kpis_q2_2019_20.csv");
  ScrutinyTable *row;

  if (!dossier)
    return;

  row = scrutiny_indicator_get_published (scrutiny_dossier_get_indicator (dossier, 1));
  assert_string_equal (scrutiny_table_get_texts (row, "value_text")[0], "95.42%");
  assert_near (scrutiny_table_get_doubles (row, "value", NULL)[0], 95.42, 0);
  assert_near (scrutiny_table_get_doubles (row, "target", NULL)[0], 100, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (hart_asks_for_the_rule),
    cmocka_unit_test (maidstone_counts_as_published),
    cmocka_unit_test (maidstone_keeps_its_words),
  };

  return cmocka_run_group_tests_name ("review/published-packs", tests, NULL, NULL);
}
