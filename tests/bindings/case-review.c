/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "case.h"

/* What C says in a report of the case and of its colours, for the bindings to agree with. */

static const char rule_text[] = "\"GREEN\" when value >= 80; \"AMBER\" when value >= 70; "
                                "otherwise \"RED\"";

static ScrutinyColourRule *
case_rule (void)
{
  g_autoptr (ScrutinyClaim) claim =
      scrutiny_claim_new ("status", rule_text, "Cabinet, 14 March 2024", "2024-03-14", NULL);

  return scrutiny_colour_rule_parse (rule_text, claim, NULL);
}

static ScrutinyTable *
case_scorecard (void)
{
  static const double values[] = { 69.5, 72.25, 81, 79.9, NAN, 83 };
  static const char *const periods[] = { "2024-04", "2024-05", "2024-06", "2024-07",
                                         "2024-08", "2024-09", NULL };
  static const char *const statuses[] = { "RED", "AMBER", "GREEN", "GREEN", "", "GREEN", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new (values, sizeof values);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) dated = scrutiny_table_copy_with_texts (empty, "period", periods, NULL);
  g_autoptr (ScrutinyTable) valued = scrutiny_table_copy_with_doubles (dated, "value", bytes, NULL);

  return scrutiny_table_copy_with_texts (valued, "RAG", statuses, NULL);
}

static void
print_audit (ScrutinyColourRule *rule)
{
  g_autoptr (ScrutinyTable) scorecard = case_scorecard ();
  g_autoptr (ScrutinyColourAudit) audit = scrutiny_colour_audit_new (scorecard, rule, "RAG", NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));

  case_print_text ("audit.json", json);
  g_print ("audit.changes %u\n", scrutiny_colour_audit_get_changes (audit));
}

static ScrutinyDossier *
case_dossier (void)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinySeries) series = case_series ();

  scrutiny_dossier_builder_add_indicator (builder, "within-45",
                                          "Assessed in time, =HYPERLINK(“x”) %s");
  scrutiny_dossier_builder_set_series (builder, "within-45", series);

  return scrutiny_dossier_builder_end (builder, NULL);
}

int
main (void)
{
  static const char *const forms[] = { "text", "md", "html", "json" };
  g_autoptr (ScrutinyColourRule) rule = case_rule ();
  g_autoptr (ScrutinyDossier) dossier = case_dossier ();
  g_autoptr (ScrutinyReport) report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);

  print_audit (rule);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autofree char *name = g_strconcat ("report.", forms[i], NULL);
    g_autofree char *text = scrutiny_report_dup_text (report, forms[i], "en", NULL);

    case_print_text (name, text);
  }

  return 0;
}
