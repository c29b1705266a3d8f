/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/recipe.h>

#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>

#include "base/columns-builder.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

/* Two components; a column that is NULL is left out, one called “text” holds texts. */
static ScrutinyTable *
components_new (const char *name, const char *weight, const char *threshold, const char *spread)
{
  const char *const numbers[] = { weight, threshold, spread };
  const char *const called[] = { "weight", "threshold", "spread" };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint row = 0; row < 2; row++) {
    if (name && strcmp (name, "number") == 0)
      columns_builder_add_number (builder, "component", row);
    else if (name)
      columns_builder_add_text (builder, "component", row ? "site" : "safe");
    for (guint k = 0; k < 3; k++) {
      if (numbers[k] && strcmp (numbers[k], "text") == 0)
        columns_builder_add_text (builder, called[k], "much");
      else if (numbers[k])
        columns_builder_add_number (builder, called[k], row + 1);
    }
  }

  return columns_builder_end (builder);
}

/* Two rows, as they are. */
static ScrutinyRecipe *
recipe_of (const char *first, double weight, const char *second, double other, GError **error)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) components = NULL;

  columns_builder_add_text (builder, "component", first);
  columns_builder_add_number (builder, "weight", weight);
  columns_builder_add_text (builder, "component", second);
  columns_builder_add_number (builder, "weight", other);
  components = columns_builder_end (builder);

  return scrutiny_recipe_new ("council", components, NULL, NULL, error);
}

static const struct row {
  const char *label, *second;
  double weight, other;
  ScrutinyError code;
  const char *message;
} refused_rows[] = {
  { "a component twice", "safe", 1, 2, SCRUTINY_ERROR_MISMATCH,
    "Recipe: component 2, “safe”, is there already; give each one row" },
  { "one without a weight", "site", 1, NAN, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Recipe: component 2, “site”, has no weight; give a number that is not 0" },
  { "one that counts nothing", "site", 0, 1, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Recipe: component 1, “safe”, has no weight; give a number that is not 0" },
  { "one that counts without end", "site", INFINITY, 1, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Recipe: component 1, “safe”, has no weight; give a number that is not 0" },
};

static void
refuses_row (void **state)
{
  const struct row *row = *state;
  g_autoptr (GError) error = NULL;

  assert_null (recipe_of ("safe", row->weight, row->second, row->other, &error));
  assert_int_equal (error->code, row->code);
  assert_string_equal (error->message, row->message);
}

static void
holds_what_is_declared (void **state)
{
  g_autoptr (ScrutinyTable) components = components_new ("", "", "", "");
  g_autoptr (ScrutinyTable) units = scrutiny_table_new ();
  g_autoptr (ScrutinyRecipe) bare =
      scrutiny_recipe_new ("council", components, "min-max", "score", NULL);
  g_autoptr (ScrutinyRecipe) recipe = scrutiny_recipe_copy_with_units (bare, units);
  g_autoptr (ScrutinyTable) read = NULL;

  assert_null (scrutiny_recipe_get_units (bare));
  assert_ptr_equal (scrutiny_recipe_get_units (recipe), units);
  assert_ptr_equal (scrutiny_recipe_get_components (recipe), components);
  assert_string_equal (scrutiny_recipe_get_unit (recipe), "council");
  assert_string_equal (scrutiny_recipe_get_scaling (recipe), "min-max");
  assert_string_equal (scrutiny_recipe_get_published (recipe), "score");
  g_object_get (recipe, "components", &read, NULL);
  assert_ptr_equal (read, components);
}

static void
leaves_open_what_is_not_known (void **state)
{
  g_autoptr (ScrutinyTable) components = components_new ("", "", NULL, NULL);
  g_autoptr (ScrutinyRecipe) recipe = scrutiny_recipe_new ("council", components, NULL, NULL, NULL);

  assert_null (scrutiny_recipe_get_scaling (recipe));
  assert_null (scrutiny_recipe_get_published (recipe));
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyRecipe) bare = g_object_new (SCRUTINY_TYPE_RECIPE, NULL);

  assert_string_equal (scrutiny_recipe_get_unit (bare), "");
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_recipe_get_components (bare)), 0);
}

static void
belongs_to_an_indicator (void **state)
{
  g_autoptr (ScrutinyTable) components = components_new ("", "", NULL, NULL);
  g_autoptr (ScrutinyRecipe) recipe = scrutiny_recipe_new ("council", components, NULL, NULL, NULL);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  scrutiny_dossier_builder_add_indicator (builder, "b", "B");
  scrutiny_dossier_builder_set_recipe (builder, "a", recipe);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  assert_ptr_equal (scrutiny_indicator_get_recipe (scrutiny_dossier_get_indicator (dossier, 0)),
                    recipe);
  assert_null (scrutiny_indicator_get_recipe (scrutiny_dossier_get_indicator (dossier, 1)));
}

static const struct refused {
  const char *label, *name, *weight, *threshold, *spread, *scaling;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "no names", NULL, "", NULL, NULL, NULL, SCRUTINY_ERROR_NOT_FOUND,
    "Recipe: components have no “component”; there is weight" },
  { "names that are numbers", "number", "", NULL, NULL, NULL, SCRUTINY_ERROR_MISMATCH,
    "Recipe: “component” of components holds numbers; give their names" },
  { "no weights", "", NULL, NULL, NULL, NULL, SCRUTINY_ERROR_NOT_FOUND,
    "Recipe: components have no “weight”; there is component" },
  { "weights in words", "", "text", NULL, NULL, NULL, SCRUTINY_ERROR_MISMATCH,
    "Recipe: “weight” of components holds texts; give a number each" },
  { "thresholds in words", "", "", "text", NULL, NULL, SCRUTINY_ERROR_MISMATCH,
    "Recipe: “threshold” of components holds texts; give a number each" },
  { "spreads in words", "", "", NULL, "text", NULL, SCRUTINY_ERROR_MISMATCH,
    "Recipe: “spread” of components holds texts; give a number each" },
  { "another scaling", "", "", NULL, NULL, "ranks", SCRUTINY_ERROR_NOT_FOUND,
    "Recipe: scaling “ranks” is not one of min-max, standard, none; leave it out where it is not "
    "known" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyTable) components =
      components_new (row->name, row->weight, row->threshold, row->spread);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_recipe_new ("council", components, row->scaling, NULL, &error));
  assert_int_equal (error->code, row->code);
  assert_string_equal (error->message, row->message);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (refused) + G_N_ELEMENTS (refused_rows) + 4];
  size_t n = add_rows (tests, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);

  n += add_rows (tests + n, refuses_row, refused_rows, G_N_ELEMENTS (refused_rows),
                 sizeof *refused_rows);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (holds_what_is_declared);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_open_what_is_not_known);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_valid_when_bare);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (belongs_to_an_indicator);

  return cmocka_run_group_tests_name ("recipe", tests, NULL, NULL);
}
