/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COMPANION (scrutiny_companion_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyCompanion, scrutiny_companion, SCRUTINY, COMPANION, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyCompanion *scrutiny_companion_new (const char *measure, const char *why)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyCompanion *scrutiny_companion_copy_with (ScrutinyCompanion *self,
                                                 const char *property,
                                                 const char *value,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_companion_get_measure (ScrutinyCompanion *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_companion_get_why (ScrutinyCompanion *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_companion_get_said_by (ScrutinyCompanion *self);

G_END_DECLS
