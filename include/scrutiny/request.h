/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_REQUEST (scrutiny_request_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyRequest, scrutiny_request, SCRUTINY, REQUEST, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRequest *scrutiny_request_new (const char *what, const char *of_whom, const char *by)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRequest *scrutiny_request_copy_with_state (ScrutinyRequest *self,
                                                   const char *state,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRequest *scrutiny_request_copy_with (ScrutinyRequest *self,
                                             const char *property,
                                             const char *value,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_request_is_outstanding (ScrutinyRequest *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_request_get_what (ScrutinyRequest *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_request_get_of_whom (ScrutinyRequest *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_request_get_by (ScrutinyRequest *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_request_get_state (ScrutinyRequest *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_request_get_id (ScrutinyRequest *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_request_get_asked_on (ScrutinyRequest *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_request_get_about (ScrutinyRequest *self);

G_END_DECLS
