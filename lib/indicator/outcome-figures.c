/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/outcome-figures.h"

static void
add_measures (GHashTable *figures, ScrutinyChain *chain)
{
  g_auto (GStrv) ids = scrutiny_chain_dup_statements (chain);

  for (gsize i = 0; ids[i]; i++) {
    const char *measure = scrutiny_chain_get_detail (chain, ids[i], "measured_by");

    if (measure && scrutiny_chain_get_kind (chain, ids[i]) == SCRUTINY_STATEMENT_KIND_OUTCOME)
      g_hash_table_add (figures, (gpointer) measure);
  }
}

GHashTable *
outcome_figures_new (ScrutinyDossier *dossier)
{
  GHashTable *figures = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyChain *chain =
        scrutiny_indicator_get_chain (scrutiny_dossier_get_indicator (dossier, i));

    if (chain)
      add_measures (figures, chain);
  }

  return figures;
}
