/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_HARM (scrutiny_harm_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyHarm, scrutiny_harm, SCRUTINY, HARM, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyHarm *scrutiny_harm_new (const char *group, const char *measured_by)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyHarm *scrutiny_harm_copy_with (ScrutinyHarm *self,
                                       const char *property,
                                       const char *value,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_harm_get_group (ScrutinyHarm *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_harm_get_how (ScrutinyHarm *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_harm_get_measured_by (ScrutinyHarm *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_harm_get_said_by (ScrutinyHarm *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_harm_get_on (ScrutinyHarm *self);

G_END_DECLS
