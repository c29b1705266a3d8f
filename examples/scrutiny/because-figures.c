/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "because-figures.h"

ReasonFigures
reason_figures_look (ScrutinyDossier *dossier, ScrutinyIndicator *indicator)
{
  ReasonFigures self = { 0 };
  g_autoptr (GError) error = NULL;

  self.tests = scrutiny_reason_tests_new (dossier, scrutiny_indicator_get_id (indicator), &error);
  if (!self.tests)
    self.refusal = g_strdup (error->message);

  return self;
}

void
reason_figures_clear (ReasonFigures *self)
{
  g_clear_object (&self->tests);
  g_clear_pointer (&self->refusal, g_free);
}

static void
append_findings (GString *out, GPtrArray *findings, guint first, const char *indent)
{
  for (guint i = first; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);
    g_autofree char *request = scrutiny_finding_dup_request (findings->pdata[i], NULL);

    g_string_append_printf (out, "%s%s\n", indent, statement);
    if (question && *question)
      g_string_append_printf (out, "%s  Ask: %s\n", indent, question);
    if (request && *request)
      g_string_append_printf (out, "%s  Ask for: %s\n", indent, request);
  }
}

/* The reasons of one line, and below them what figures say of these; how many findings that are. */
static guint
append_line (const ReasonFigures *self, GString *out, ScrutinyChain *chain, guint index)
{
  g_auto (GStrv) path = scrutiny_reason_tests_dup_path (self->tests, index);
  g_autoptr (GPtrArray) findings = scrutiny_reason_tests_dup_findings_of (self->tests, index);

  for (gsize i = 0; path[i]; i++)
    g_string_append_printf (out, "    %s%s\n", i > 0 ? "because " : "",
                            scrutiny_chain_get_text (chain, path[i]));
  append_findings (out, findings, 0, "      ");

  return findings->len;
}

void
reason_figures_append_text (const ReasonFigures *self, GString *out, ScrutinyChain *chain)
{
  g_autoptr (GPtrArray) all = NULL;
  guint n_said = 0;

  if (self->refusal)
    g_string_append_printf (out, "  Figures were not set beside the reasons. %s\n", self->refusal);
  all = self->tests ? scrutiny_result_dup_findings (SCRUTINY_RESULT (self->tests)) : NULL;
  if (!all || all->len == 0)
    return;

  g_string_append (out, "  What figures say of these reasons:\n");
  for (guint i = 0; i < scrutiny_reason_tests_get_n_tests (self->tests); i++)
    n_said += append_line (self, out, chain, i);
  append_findings (out, all, n_said, "    ");
}

void
reason_figures_append_json (const ReasonFigures *self, GString *out)
{
  g_autofree char *json =
      self->tests ? scrutiny_result_dup_json (SCRUTINY_RESULT (self->tests)) : NULL;

  if (json) {
    g_string_append (out, json);
    return;
  }
  g_string_append (out, "{\"refused\":");
  append_json_string (out, self->refusal);
  g_string_append_c (out, '}');
}
