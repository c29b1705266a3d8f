/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include <scrutiny/chain-builder.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>

static ScrutinyVocabulary *
local (void)
{
  return scrutiny_vocabulary_new ("local", "Ours", NULL, (const char *const[]){ "warm", NULL },
                                  (const char *const[]){ "Warm homes", NULL }, NULL);
}

static ScrutinyChainBuilder *
builder_of_one (ScrutinyVocabulary *vocabulary)
{
  ScrutinyChainBuilder *builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_OUTCOME, "A");
  scrutiny_chain_builder_use_vocabulary (builder, vocabulary);

  return builder;
}

static void
holds_labels_of_both (void **state)
{
  g_autoptr (ScrutinyVocabulary) own = local ();
  g_autoptr (ScrutinyChainBuilder) builder = builder_of_one (own);
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) vocabularies = NULL;
  g_auto (GStrv) labels = NULL;

  scrutiny_chain_builder_add_label (builder, "a", "local.warm");
  scrutiny_chain_builder_add_label (builder, "a", "wales.healthier");
  chain = scrutiny_chain_builder_end (builder, NULL);
  labels = scrutiny_chain_dup_labels (chain, "a");
  vocabularies = scrutiny_chain_dup_vocabularies (chain);

  assert_int_equal (g_strv_length (labels), 2);
  assert_string_equal (labels[0], "local.warm");
  assert_string_equal (scrutiny_chain_get_label_text (chain, "local.warm"), "Warm homes");
  assert_string_equal (scrutiny_chain_get_label_text (chain, labels[1]), "A healthier Wales");
  assert_null (scrutiny_chain_get_label_text (chain, "wales"));
  assert_int_equal (vocabularies->len, 1);
  assert_ptr_equal (vocabularies->pdata[0], own);
}

static const struct refused {
  const char *label, *id, *given, *message;
} refused[] = {
  { "a label that is none", "a", "ecm.be-happy",
    "Label 1, “a”: the label “ecm.be-happy” is not in its vocabulary; there are “be-healthy”, "
    "“stay-safe”, “enjoy-and-achieve”, “positive-contribution”, “economic-well-being”" },
  { "a vocabulary that is none", "a", "who.health",
    "Label 1, “a”: the label “who.health” is of no vocabulary; there are “ons”, “wales”, “ecm”, "
    "“local”, and one is written as in “ecm.stay-safe”" },
  { "a label without its vocabulary", "a", "health",
    "Label 1, “a”: the label “health” is of no vocabulary; there are “ons”, “wales”, “ecm”, "
    "“local”, and one is written as in “ecm.stay-safe”" },
  { "a vocabulary without a label", "a", "ecm",
    "Label 1, “a”: the label “ecm” is not in its vocabulary; there are “be-healthy”, “stay-safe”, "
    "“enjoy-and-achieve”, “positive-contribution”, “economic-well-being”" },
  { "the start of a vocabulary", "a", "ec.be-healthy",
    "Label 1, “a”: the label “ec.be-healthy” is of no vocabulary; there are “ons”, “wales”, “ecm”, "
    "“local”, and one is written as in “ecm.stay-safe”" },
  { "of no statement", "z", "ecm.be-healthy", "Label 1: no statement “z”; there are “a”" },
};

static void
refuses_and_says_why (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyVocabulary) own = local ();
  g_autoptr (ScrutinyChainBuilder) builder = builder_of_one (own);
  g_autoptr (GError) error = NULL;

  scrutiny_chain_builder_add_label (builder, row->id, row->given);
  assert_null (scrutiny_chain_builder_end (builder, &error));
  assert_string_equal (error->message, row->message);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

static void
refuses_two_of_one_id (void **state)
{
  g_autoptr (ScrutinyVocabulary) own = local ();
  g_autoptr (ScrutinyVocabulary) other = local ();
  g_autoptr (ScrutinyChainBuilder) builder = builder_of_one (own);
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GError) error = NULL;

  scrutiny_chain_builder_use_vocabulary (builder, own);
  chain = scrutiny_chain_builder_end (builder, NULL);
  assert_non_null (chain);
  scrutiny_chain_builder_use_vocabulary (builder, other);
  assert_null (scrutiny_chain_builder_end (builder, &error));
  assert_string_equal (error->message,
                       "Vocabulary “local”: another one has the same id; give each its own");
}

/* What a chain's labels come from is saved with the dossier that holds the chain. */
static void
goes_into_the_dossier (void **state)
{
  g_autoptr (ScrutinyVocabulary) own = local ();
  g_autoptr (ScrutinyVocabulary) other = local ();
  g_autoptr (ScrutinyChainBuilder) builder = builder_of_one (own);
  g_autoptr (ScrutinyChain) chain = scrutiny_chain_builder_end (builder, NULL);
  g_autoptr (ScrutinyDossierBuilder) dossier_builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GPtrArray) vocabularies = NULL;
  g_autoptr (GError) error = NULL;

  scrutiny_dossier_builder_add_indicator (dossier_builder, "x", "X");
  scrutiny_dossier_builder_set_chain (dossier_builder, "x", chain);
  scrutiny_dossier_builder_add_vocabulary (dossier_builder, own);
  dossier = scrutiny_dossier_builder_end (dossier_builder, NULL);
  vocabularies = scrutiny_dossier_dup_vocabularies (dossier);
  assert_int_equal (vocabularies->len, 1);
  assert_ptr_equal (vocabularies->pdata[0], own);

  scrutiny_dossier_builder_add_vocabulary (dossier_builder, own);
  scrutiny_dossier_builder_add_vocabulary (dossier_builder, other);
  assert_null (scrutiny_dossier_builder_end (dossier_builder, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
}

int
main (void)
{
  struct CMUnitTest tests[3 + G_N_ELEMENTS (refused)] = {
    cmocka_unit_test (holds_labels_of_both),
    cmocka_unit_test (refuses_two_of_one_id),
    cmocka_unit_test (goes_into_the_dossier),
  };
  size_t n = 3;

  n += add_rows (tests + n, refuses_and_says_why, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("chain-labels", tests, NULL, NULL);
}
