/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/recipe-json.h"

#include "indicator/dossier-content.h"
#include "io/table-json.h"

static const char *const recipe_keys[] = { "unit",      "components", "scaling",
                                           "published", "units",      NULL };

static ScrutinyTable *
read_components (JsonPlace *place, const JsonValue *value, GError **error)
{
  const JsonValue *components;
  ScrutinyTable *table;
  gsize before;

  if (!json_place_get (place, value, "components", JSON_ARRAY, &components, error))
    return NULL;
  if (!components) {
    json_place_refuse (place, value, SCRUTINY_ERROR_NOT_FOUND, error,
                       "“components” is not there; list what the score is made of, with weights");
    return NULL;
  }
  before = json_place_enter (place, "components");
  table = table_json_read (place, components, error);
  json_place_leave (place, before);

  return table;
}

ScrutinyRecipe *
recipe_json_read (JsonPlace *place, const JsonValue *value, GError **error)
{
  g_autoptr (ScrutinyTable) components = NULL;
  ScrutinyRecipe *recipe;
  const char *unit = NULL, *scaling, *published;

  if (!json_place_need_text (place, value, "unit", &unit, error) ||
      !json_place_get_text (place, value, "scaling", &scaling, error) ||
      !json_place_get_text (place, value, "published", &published, error))
    return NULL;
  components = read_components (place, value, error);
  if (!components)
    return NULL;
  recipe = scrutiny_recipe_new (unit, components, scaling, published, error);
  if (recipe)
    json_place_keep_unknown (place, value, recipe_keys);
  else
    json_place_prefix (place, value, error);

  return recipe;
}

static void
set_text (JsonValue *object, const char *key, const char *text)
{
  if (text)
    json_value_set (object, key, json_value_new_string (text));
}

JsonValue *
recipe_json_new (ScrutinyRecipe *recipe)
{
  JsonValue *self = json_value_new (JSON_OBJECT);
  ScrutinyTable *units = scrutiny_recipe_get_units (recipe);

  set_text (self, "unit", scrutiny_recipe_get_unit (recipe));
  json_value_set (self, "components", table_json_new (scrutiny_recipe_get_components (recipe)));
  set_text (self, "scaling", scrutiny_recipe_get_scaling (recipe));
  set_text (self, "published", scrutiny_recipe_get_published (recipe));
  if (units)
    json_value_set (self, "units", table_json_new (units));

  return self;
}

void
recipe_json_set_units (ScrutinyDossierBuilder *builder, const char *id, ScrutinyTable *units)
{
  const DossierContent *content = scrutiny_dossier_builder_get_content (builder);
  ScrutinyIndicator *indicator = dossier_content_find (content, id, NULL);
  ScrutinyRecipe *recipe = indicator ? scrutiny_indicator_get_recipe (indicator) : NULL;
  g_autoptr (ScrutinyRecipe) whole =
      recipe ? scrutiny_recipe_copy_with_units (recipe, units) : NULL;

  if (whole)
    scrutiny_dossier_builder_set_recipe (builder, id, whole);
}
