/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_RESPONSE (scrutiny_response_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyResponse, scrutiny_response, SCRUTINY, RESPONSE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyResponse *scrutiny_response_new (const char *finding_id,
                                         const char *subject,
                                         const char *text,
                                         const char *said_by,
                                         const char *on) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyResponse *scrutiny_response_new_to_request (const char *request_id,
                                                    const char *text,
                                                    const char *said_by,
                                                    const char *on) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyResponse *scrutiny_response_copy_with (ScrutinyResponse *self,
                                               const char *property,
                                               const char *value,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_response_get_finding_id (ScrutinyResponse *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_response_get_subject (ScrutinyResponse *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_response_get_text (ScrutinyResponse *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_response_get_said_by (ScrutinyResponse *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_response_get_on (ScrutinyResponse *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_response_get_request_id (ScrutinyResponse *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_response_get_reference (ScrutinyResponse *self);

G_END_DECLS
