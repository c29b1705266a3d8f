/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/composite-check.h"

#include <scrutiny/composite.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/review.h>

#include "base/columns-builder.h"
#include "support/near.h"

#include <string.h>

static ScrutinyTable *
units_new (void)
{
  static const char *const names[] = { "a", "b", "c", "d" };
  static const double safe[] = { 10, 0, 5, 8 }, site[] = { 0, 100, 80, 20 };
  static const double scores[] = { 75, 25, 77.5, 65 };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    columns_builder_add_text (builder, "council", names[i]);
    columns_builder_add_number (builder, "safe", safe[i]);
    columns_builder_add_number (builder, "site", site[i]);
    columns_builder_add_number (builder, "score", scores[i]);
  }

  return columns_builder_end (builder);
}

static ScrutinyRecipe *
recipe_new (const char *other, const char *scaling)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) components = NULL;

  columns_builder_add_text (builder, "component", "safe");
  columns_builder_add_number (builder, "weight", 3);
  columns_builder_add_number (builder, "threshold", 5);
  columns_builder_add_text (builder, "component", other);
  columns_builder_add_number (builder, "weight", 1);
  columns_builder_add_number (builder, "threshold", NAN);
  components = columns_builder_end (builder);

  return scrutiny_recipe_new ("council", components, scaling, "score", NULL);
}

/* What the check says of a score with that recipe, of place @area. */
static GListStore *
look (ScrutinyRecipe *recipe, const char *area)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyCheck) check =
      scrutiny_check_new ("composite", composite_check_figure, NULL, NULL);
  g_autoptr (ScrutinyDossier) dossier = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "score", "Score");
  scrutiny_dossier_builder_set_text (builder, "score", "area", area);
  scrutiny_dossier_builder_set_recipe (builder, "score", recipe);
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  return scrutiny_check_run (check, scrutiny_dossier_get_indicator (dossier, 0));
}

static char *
dup_said (gpointer result, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (result));

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return scrutiny_finding_dup_statement (findings->pdata[i], NULL);

  return NULL;
}

static void
scores_what_is_declared (void **state)
{
  g_autoptr (ScrutinyTable) units = units_new ();
  g_autoptr (ScrutinyRecipe) bare = recipe_new ("site", "min-max");
  g_autoptr (ScrutinyRecipe) recipe = scrutiny_recipe_copy_with_units (bare, units);
  g_autoptr (GListStore) found = look (recipe, "d");
  g_autoptr (ScrutinyComposite) composite = g_list_model_get_item (G_LIST_MODEL (found), 0);
  g_autofree char *places = NULL, *value = NULL, *all = NULL;

  assert_true (SCRUTINY_IS_COMPOSITE (composite));
  assert_near (
      scrutiny_table_get_doubles (scrutiny_composite_get_units (composite), "score", NULL)[2],
      0.575, 1e-15);
  places = dup_said (composite, "composite.places");
  value = dup_said (composite, "composite.published-value");
  all = dup_said (composite, "composite.all");
  assert_true (g_str_has_prefix (places, "With these weights “d” is number 2 of 4"));
  assert_string_equal (value, "1 of 4 published scores is not what these weights and components "
                              "give: c (77.5 published, 57.50 worked out).");
  assert_true (
      g_str_has_prefix (all, "3 of 4 units have the component that has a band within it."));
}

static void
asks_how_it_is_scaled (void **state)
{
  g_autoptr (ScrutinyTable) units = units_new ();
  g_autoptr (ScrutinyRecipe) bare = recipe_new ("site", NULL);
  g_autoptr (ScrutinyRecipe) recipe = scrutiny_recipe_copy_with_units (bare, units);
  g_autoptr (GListStore) found = look (recipe, "elsewhere");
  g_autoptr (ScrutinyComposite) composite = g_list_model_get_item (G_LIST_MODEL (found), 0);
  g_autofree char *scaling = dup_said (composite, "composite.scaling");
  g_autofree char *places = dup_said (composite, "composite.places");

  assert_true (g_str_has_prefix (scaling, "How the components were put on one scale is not"));
  assert_true (g_str_has_prefix (places, "With these weights “a” is number 1 of 4"));
}

/* What could not be done, as it is said. */
static char *
dup_reason (GListStore *found)
{
  g_autoptr (ScrutinyFinding) finding = g_list_model_get_item (G_LIST_MODEL (found), 0);

  assert_string_equal (scrutiny_finding_get_id (finding), "check.not-done");

  return scrutiny_finding_dup_statement (finding, NULL);
}

static void
says_what_is_not_there (void **state)
{
  g_autoptr (ScrutinyTable) units = units_new ();
  g_autoptr (ScrutinyRecipe) bare = recipe_new ("mood", "min-max");
  g_autoptr (ScrutinyRecipe) recipe = scrutiny_recipe_copy_with_units (bare, units);
  g_autoptr (GListStore) without = look (bare, NULL);
  g_autoptr (GListStore) wrong = look (recipe, NULL);
  g_autofree char *no_units = dup_reason (without);
  g_autofree char *no_column = dup_reason (wrong);

  assert_string_equal (no_units, "What the score is made of is not there unit by unit, so what its "
                                 "weights decide could not be told.");
  assert_non_null (strstr (no_column, "mood"));
}

static void
is_silent_of_others (void **state)
{
  g_autoptr (GListStore) found = look (NULL, NULL);

  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (found)), 0);
}

static void
is_a_standard_check (void **state)
{
  g_autoptr (GPtrArray) checks = scrutiny_review_dup_checks ();
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    n += g_str_equal (scrutiny_check_get_id (checks->pdata[i]), "composite");
  assert_int_equal (n, 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (scores_what_is_declared), cmocka_unit_test (asks_how_it_is_scaled),
    cmocka_unit_test (says_what_is_not_there),  cmocka_unit_test (is_silent_of_others),
    cmocka_unit_test (is_a_standard_check),
  };

  return cmocka_run_group_tests_name ("review/composite-check", tests, NULL, NULL);
}
