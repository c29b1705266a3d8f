/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_DEFINITION (scrutiny_definition_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyDefinition, scrutiny_definition, SCRUTINY, DEFINITION, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_copy_with (ScrutinyDefinition *self,
                                                   const char *property,
                                                   const char *value,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_text (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_numerator (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_denominator (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_exclusions (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_version (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_from (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_definition_get_until (ScrutinyDefinition *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDefinition *scrutiny_definition_get_came_from (ScrutinyDefinition *self);

G_END_DECLS
