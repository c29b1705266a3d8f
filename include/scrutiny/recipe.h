/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_RECIPE (scrutiny_recipe_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyRecipe, scrutiny_recipe, SCRUTINY, RECIPE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRecipe *scrutiny_recipe_new (const char *unit,
                                     ScrutinyTable *components,
                                     const char *scaling,
                                     const char *published,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRecipe *scrutiny_recipe_copy_with_units (ScrutinyRecipe *self, ScrutinyTable *units)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_recipe_get_unit (ScrutinyRecipe *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_recipe_get_scaling (ScrutinyRecipe *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_recipe_get_published (ScrutinyRecipe *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_recipe_get_components (ScrutinyRecipe *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_recipe_get_units (ScrutinyRecipe *self);

G_END_DECLS
