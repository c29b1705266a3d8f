/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/drift-check.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/drift.h>

#include "support/rows.h"

#include <math.h>

#define MOST 24

static const struct known {
  const char *label;
  guint n;
  double x0, n0, x1, n1; /* of each month of the first year and of the second */
  gboolean speaks;
  double swing; /* of every other month, up and down by turns: as cases that come together */
} known[] = {
  { "fewer to count it among", 24, 100, 1000, 102, 850, TRUE, 0 },
  { "more is counted", 24, 100, 1000, 130, 850, FALSE, 0 },
  { "the figure hardly moved", 24, 100, 1000, 88, 850, FALSE, 0 },
  { "what it is out of hardly moved", 24, 100, 1000, 102, 920, FALSE, 0 },
  { "few cases, which chance may have", 24, 5, 10, 5, 8.5, FALSE, 0 },
  { "as few, but far fewer", 24, 5, 10, 5, 5, TRUE, 0 },
  { "cases that come together", 24, 100, 1000, 102, 850, FALSE, 0.4 },
  { "cases that hardly do", 24, 100, 1000, 102, 850, TRUE, 0.02 },
  { "less than two years", 23, 100, 1000, 102, 850, FALSE, 0 },
  { "nothing counted", 24, 0, 1000, 0, 850, FALSE, 0 },
};

static void
speaks (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2022-04", row->n, NULL);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("drift", drift_check_figure, NULL, NULL);
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (GListStore) findings = NULL;
  double numerators[MOST], denominators[MOST];

  for (guint i = 0; i < row->n; i++) {
    numerators[i] = i < 12 ? row->x0 : row->x1;
    /* not in the same months of both years, which would be a season */
    denominators[i] = (i < 12 ? row->n0 : row->n1) * (1 + row->swing * ((i + i / 12) % 2 ? 1 : -1));
  }
  series = scrutiny_series_new_ratio (months, numerators, row->n, denominators, row->n, 1000, NULL);
  scrutiny_dossier_builder_add_indicator (builder, "it", "Repairs");
  scrutiny_dossier_builder_set_series (builder, "it", series);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  findings = scrutiny_check_run (check, scrutiny_dossier_get_indicator (dossier, 0));

  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (findings)), row->speaks);
}

static void
is_silent_of_a_bare_one (void **state)
{
  g_autoptr (ScrutinyIndicator) bare = g_object_new (SCRUTINY_TYPE_INDICATOR, NULL);
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("drift", drift_check_figure, NULL, NULL);
  g_autoptr (GListStore) findings = scrutiny_check_run (check, bare);

  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (findings)), 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 1];
  size_t n = add_rows (tests, speaks, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_silent_of_a_bare_one);

  return cmocka_run_group_tests_name ("review/drift-check", tests, NULL, NULL);
}
