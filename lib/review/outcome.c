/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/outcome.h"

#include <scrutiny/finding.h>

void
outcome_append_not_done (GListStore *findings,
                         const char *check,
                         const char *reason,
                         const char *request)
{
  g_auto (GVariantBuilder) facts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (ScrutinyFinding) bare = NULL;
  g_autoptr (ScrutinyFinding) finding = NULL;

  g_variant_builder_add (&facts, "{sv}", "check", g_variant_new_string (check));
  g_variant_builder_add (&facts, "{sv}", "reason", g_variant_new_string (reason));
  bare = scrutiny_finding_new ("check.not-done", "{reason}", NULL, g_variant_builder_end (&facts),
                               NULL);
  finding = scrutiny_finding_copy_with_request (bare, request, NULL);
  g_list_store_append (findings, finding);
}

void
outcome_append (GListStore *findings, const char *check, gpointer result, const GError *error)
{
  if (result)
    g_list_store_append (findings, result);
  else
    outcome_append_not_done (findings, check, error->message, NULL);
}

gboolean
outcome_append_rounded (GListStore *findings,
                        const char *check,
                        const char *what,
                        ScrutinyRecords *records)
{
  const guint round_to = scrutiny_records_get_round_to (records);
  g_autofree char *reason = NULL;

  if (round_to <= 1)
    return FALSE;
  reason = g_strdup_printf ("%s is not looked at: it would tell counts exactly, and the dossier "
                            "asks for counts rounded to multiples of %u.",
                            what, round_to);
  outcome_append_not_done (findings, check, reason, NULL);

  return TRUE;
}
