/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/recipe.h>

#include "io/json-place.h"

G_BEGIN_DECLS

/* A recipe without its units, which may stand in a table elsewhere. */
ScrutinyRecipe *recipe_json_read (JsonPlace *place, const JsonValue *value, GError **error);
JsonValue *recipe_json_new (ScrutinyRecipe *recipe);

/* Gives the recipe that an indicator has its units. */
void recipe_json_set_units (ScrutinyDossierBuilder *builder, const char *id, ScrutinyTable *units);

G_END_DECLS
