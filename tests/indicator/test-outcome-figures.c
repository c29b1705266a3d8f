/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/outcome-figures.h"

#include <scrutiny/chain-builder.h>
#include <scrutiny/dossier-builder.h>

#include "support/near.h"

/* Only what measures a statement about people does: not what measures a step on the way. */
static void
knows_what_shows_people (void **state)
{
  g_autoptr (ScrutinyChainBuilder) chain = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyChain) done = NULL;
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GHashTable) figures = NULL;

  (void) state;
  scrutiny_chain_builder_state (chain, "a", SCRUTINY_STATEMENT_KIND_INDICATOR, "Seen soon");
  scrutiny_chain_builder_state (chain, "b", SCRUTINY_STATEMENT_KIND_INTERMEDIATE, "Help starts");
  scrutiny_chain_builder_state (chain, "c", SCRUTINY_STATEMENT_KIND_OUTCOME, "Safe");
  scrutiny_chain_builder_state (chain, "d", SCRUTINY_STATEMENT_KIND_OUTCOME, "Glad");
  scrutiny_chain_builder_because (chain, "a", "b", NULL);
  scrutiny_chain_builder_because (chain, "b", "c", NULL);
  scrutiny_chain_builder_set_detail (chain, "b", "measured_by", "starts");
  scrutiny_chain_builder_set_detail (chain, "c", "measured_by", "returns");
  done = scrutiny_chain_builder_end (chain, NULL);
  scrutiny_dossier_builder_add_indicator (builder, "soon", "Seen within a week");
  scrutiny_dossier_builder_add_indicator (builder, "returns", "Came back");
  scrutiny_dossier_builder_set_chain (builder, "soon", done);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  figures = outcome_figures_new (dossier);

  assert_int_equal (g_hash_table_size (figures), 1);
  assert_true (g_hash_table_contains (figures, "returns"));
}

static void
knows_none_without_reasons (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = g_object_new (SCRUTINY_TYPE_DOSSIER, NULL);
  g_autoptr (GHashTable) figures = outcome_figures_new (dossier);

  (void) state;
  assert_int_equal (g_hash_table_size (figures), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (knows_what_shows_people),
    cmocka_unit_test (knows_none_without_reasons),
  };

  return cmocka_run_group_tests_name ("indicator/outcome-figures", tests, NULL, NULL);
}
