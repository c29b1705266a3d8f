/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/finding.h>

#include "support/rows.h"

static const struct known {
  const char *label, *title, *purpose;
  const char *ids; /* of what is asked, in order */
} known[] = {
  { "no purpose", "Number of appraisals held", NULL, "" },
  { "of people", "Assessments within 45 days", "Is what a child needs understood soon?", "" },
  { "Ashcombe", "Re-referrals", "Do children come back because the help did not hold?", "" },
  { "a number", "Lights mended", "Residents find 95 in 100 streets lit", "purpose.number" },
  { "a share", "Lights mended", "Most residents (½, 50%) find streets lit", "purpose.number" },
  { "a target", "Lights mended", "People see us meet our targets", "purpose.number" },
  { "nobody", "Lights mended", "Efficient street lighting", "purpose.nobody" },
  { "the same words", "Planning applications decided in time",
    "That residents who apply are decided about while it matters, in time", "" },
  { "most of the same words", "Planning applications decided in time",
    "Planning applications decided in time for people", "purpose.restates" },
  { "what is done", "Number of visits made", "People at home are known to somebody",
    "purpose.activity" },
  { "a number of people", "Number of people housed", "People have a home", "" },
  { "all of it", "Number of inspections completed", "Inspections completed: 100%",
    "purpose.number purpose.nobody purpose.restates purpose.activity" },
};

static char *
dup_ids (const char *title, const char *purpose)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GListStore) findings = NULL;
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("purpose", find_purpose, NULL, NULL);
  GString *ids = g_string_new (NULL);

  scrutiny_dossier_builder_add_indicator (builder, "it", title);
  if (purpose)
    scrutiny_dossier_builder_set_text (builder, "it", "purpose", purpose);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  findings = scrutiny_check_run (check, scrutiny_dossier_get_indicator (dossier, 0));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++) {
    g_autoptr (ScrutinyFinding) finding = g_list_model_get_item (G_LIST_MODEL (findings), i);

    g_string_append_printf (ids, "%s%s", i ? " " : "", scrutiny_finding_get_id (finding));
  }

  return g_string_free (ids, FALSE);
}

static void
asks (void **state)
{
  const struct known *row = *state;
  g_autofree char *ids = dup_ids (row->title, row->purpose);

  assert_string_equal (ids, row->ids);
}

static void
looks_at_a_bare_one (void **state)
{
  g_autoptr (ScrutinyIndicator) bare = g_object_new (SCRUTINY_TYPE_INDICATOR, NULL);
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("purpose", find_purpose, NULL, NULL);
  g_autoptr (GListStore) findings = scrutiny_check_run (check, bare);

  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (findings)), 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 1];
  size_t n = add_rows (tests, asks, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (looks_at_a_bare_one);

  return cmocka_run_group_tests_name ("challenge/purpose", tests, NULL, NULL);
}
