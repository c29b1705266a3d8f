/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>

#include "report/figure-name.h"
#include "support/near.h"

static const struct row {
  const char *label;
  const char *areas[2];
  const char *common;
  const char *name;
} rows[] = {
  { "one area is said once", { "Barnet", "Barnet" }, "Barnet", "Calls" },
  { "two areas are said", { "Barnet", "Bexley" }, NULL, "Calls, Barnet" },
  { "no area is not said", { "", "" }, NULL, "Calls" },
  { "an area of one only is said", { "Barnet", "" }, NULL, "Calls, Barnet" },
  { "a single figure keeps its area", { "Barnet", NULL }, NULL, "Calls, Barnet" },
};

static void
names_figures (void **state)
{
  const struct row *row = *state;
  static const char *const ids[] = { "calls", "repairs" };
  static const char *const titles[] = { "Calls", "Repairs" };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids) && row->areas[i]; i++) {
    scrutiny_dossier_builder_add_indicator (builder, ids[i], titles[i]);
    if (*row->areas[i])
      scrutiny_dossier_builder_set_text (builder, ids[i], "area", row->areas[i]);
  }
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  assert_non_null (dossier);

  if (row->common)
    assert_string_equal (figure_name_find_area (dossier), row->common);
  else
    assert_null (figure_name_find_area (dossier));
  name = figure_name_dup (scrutiny_dossier_get_indicator (dossier, 0),
                          figure_name_find_area (dossier));
  assert_string_equal (name, row->name);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tests[i] = (struct CMUnitTest){ .name = rows[i].label,
                                    .test_func = names_figures,
                                    .initial_state = (void *) &rows[i] };

  return cmocka_run_group_tests_name ("report/figure-name", tests, NULL, NULL);
}
