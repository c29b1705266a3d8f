/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_METHOD (scrutiny_method_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyMethod, scrutiny_method, SCRUTINY, METHOD, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyMethod *scrutiny_method_new (const char *id,
                                     const char *version,
                                     GVariant *parameters,
                                     const char *source,
                                     const char *input_hash) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_method_get_id (ScrutinyMethod *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_method_get_version (ScrutinyMethod *self);
SCRUTINY_AVAILABLE_IN_ALL
GVariant *scrutiny_method_get_parameters (ScrutinyMethod *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_method_get_source (ScrutinyMethod *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_method_get_input_hash (ScrutinyMethod *self);

G_END_DECLS
