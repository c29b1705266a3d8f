/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/composite-check.h"

#include <scrutiny/composite.h>

#include "review/outcome.h"

#include <string.h>

typedef void (*SetNumber) (ScrutinyCompositeOptions *options, const char *component, double value);

/* What one column says of each component, where there is such a column. */
static void
set_numbers (ScrutinyCompositeOptions *options,
             ScrutinyTable *components,
             const char *column,
             SetNumber set_number)
{
  const char *const *names = scrutiny_table_get_texts (components, "component");
  const double *values = scrutiny_table_has_column (components, column)
                             ? scrutiny_table_get_doubles (components, column, NULL)
                             : NULL;

  for (gsize row = 0; values && row < scrutiny_table_get_n_rows (components); row++)
    set_number (options, names[row], values[row]);
}

/* The place the indicator is about, if it is one of the units. */
static const char *
find_focus (ScrutinyIndicator *indicator, ScrutinyRecipe *recipe)
{
  const char *area = scrutiny_indicator_get_area (indicator);
  const char *unit = scrutiny_recipe_get_unit (recipe);
  ScrutinyTable *units = scrutiny_recipe_get_units (recipe);
  const char *const *names =
      scrutiny_table_has_column (units, unit) && scrutiny_table_is_text (units, unit)
          ? scrutiny_table_get_texts (units, unit)
          : NULL;

  for (gsize row = 0; area && names && row < scrutiny_table_get_n_rows (units); row++)
    if (strcmp (names[row], area) == 0)
      return area;

  return NULL;
}

static ScrutinyCompositeOptions *
options_of (ScrutinyIndicator *indicator, ScrutinyRecipe *recipe)
{
  ScrutinyCompositeOptions *options = scrutiny_composite_options_new ();
  ScrutinyTable *components = scrutiny_recipe_get_components (recipe);
  const char *scaling = scrutiny_recipe_get_scaling (recipe);

  set_numbers (options, components, "weight", scrutiny_composite_options_set_weight);
  set_numbers (options, components, "threshold", scrutiny_composite_options_set_threshold);
  set_numbers (options, components, "spread", scrutiny_composite_options_set_spread);
  scrutiny_composite_options_set_scaling (options, scaling ? scaling : "unknown");
  scrutiny_composite_options_set_published (options, scrutiny_recipe_get_published (recipe));
  scrutiny_composite_options_set_focus (options, find_focus (indicator, recipe));

  return options;
}

void
composite_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  ScrutinyRecipe *recipe = scrutiny_indicator_get_recipe (indicator);
  ScrutinyTable *units = recipe ? scrutiny_recipe_get_units (recipe) : NULL;
  g_autoptr (ScrutinyCompositeOptions) options = NULL;
  g_autoptr (ScrutinyComposite) composite = NULL;
  g_autoptr (GError) error = NULL;

  if (!recipe)
    return;
  if (!units) {
    outcome_append_not_done (findings, "composite",
                             "What the score is made of is not there unit by unit, so what its "
                             "weights decide could not be told.",
                             "The components of the score, unit by unit");
    return;
  }
  options = options_of (indicator, recipe);
  composite = scrutiny_composite_new (units, scrutiny_recipe_get_unit (recipe), options, &error);
  outcome_append (findings, "composite", composite, error);
}
