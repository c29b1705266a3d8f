/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain.h>
#include <scrutiny/claim.h>
#include <scrutiny/colour-rule.h>
#include <scrutiny/definition.h>
#include <scrutiny/recipe.h>
#include <scrutiny/series.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_INDICATOR (scrutiny_indicator_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyIndicator, scrutiny_indicator, SCRUTINY, INDICATOR, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyIndicator *scrutiny_indicator_new (const char *id, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_indicator_get_id (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_indicator_get_title (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_indicator_get_area (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_indicator_get_unit (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_indicator_get_purpose (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_indicator_get_owner (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_indicator_get_source (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_indicator_get_level (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_indicator_get_definition (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_indicator_dup_definitions (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_indicator_get_series (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_indicator_get_published (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_indicator_dup_figures (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
GObject *scrutiny_indicator_get_records (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRecipe *scrutiny_indicator_get_recipe (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChain *scrutiny_indicator_get_chain (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourRule *scrutiny_indicator_get_colour_rule (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_indicator_dup_targets (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_indicator_dup_claims (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_indicator_dup_events (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_indicator_dup_notes (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyClaim *scrutiny_indicator_get_chosen_by (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyClaim *scrutiny_indicator_get_used_by (ScrutinyIndicator *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyClaim *scrutiny_indicator_get_declared_polarity (ScrutinyIndicator *self);

G_END_DECLS
