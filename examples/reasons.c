/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <locale.h>
#include <scrutiny/scrutiny.h>

/* And that's good for the public because…?  Reasons as a graph, checked, and one of them held
 * against figures.  The folder holds months of kilometres driven and of people hurt.
 */

static ScrutinyChain *
build (GError **error)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyEvidence) counts = scrutiny_evidence_new ("Police records of 1984", "1984-12");

  scrutiny_chain_builder_state (builder, "driven", SCRUTINY_STATEMENT_KIND_INDICATOR,
                                "Fewer kilometres are driven");
  scrutiny_chain_builder_state (builder, "crashes", SCRUTINY_STATEMENT_KIND_INTERMEDIATE,
                                "Fewer cars crash");
  scrutiny_chain_builder_state (builder, "hurt", SCRUTINY_STATEMENT_KIND_OUTCOME,
                                "Fewer people in cars are killed or seriously injured");
  scrutiny_chain_builder_set_detail (builder, "hurt", "who", "People in cars");
  scrutiny_chain_builder_because (builder, "driven", "crashes", NULL);
  scrutiny_chain_builder_because (builder, "crashes", "hurt", counts);

  return scrutiny_chain_builder_end (builder, error);
}

static void
tell (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *asked = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_print ("- %s\n  Ask: %s\n", said, asked);
  }
}

static gboolean
check_reasons (GError **error)
{
  g_autoptr (ScrutinyChain) chain = build (error);
  g_autoptr (GPtrArray) findings = chain ? scrutiny_because (chain, error) : NULL;

  if (!findings)
    return FALSE;
  g_print ("And that’s good for the public because…?\n");
  tell (findings);

  return TRUE;
}

/* More kilometres, more hurt: what the first reason leads to, if it holds. */
static gboolean
test_reason (const char *folder, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (folder);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_read (file, NULL, NULL, error);
  g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
  ScrutinyIndicator *driven =
      dossier ? scrutiny_dossier_find_indicator (dossier, "kilometres", error) : NULL;
  ScrutinyIndicator *hurt =
      driven ? scrutiny_dossier_find_indicator (dossier, "drivers", error) : NULL;

  scrutiny_linkage_options_set_expected (options, SCRUTINY_DIRECTION_UP);
  g_autoptr (ScrutinyLinkage) link =
      hurt ? scrutiny_linkage_new (driven, hurt, options, error) : NULL;
  if (!link)
    return FALSE;

  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (link));
  const char *reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (link));
  g_print ("\nDo the figures move together?\n");
  if (reason)
    g_print ("- Cannot tell. %s\n", reason);
  tell (findings);

  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (check_reasons (&error) &&
      test_reason (argc > 1 ? argv[1] : "examples/data/road-safety", &error))
    return 0;
  g_printerr ("%s\n", error->message);

  return 1;
}
