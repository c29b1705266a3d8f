/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/request.h>
#include <scrutiny/response.h>

#include "io/json-place.h"

G_BEGIN_DECLS

/* Something that was asked for, and an answer, as a dossier holds them; NULL with @error set if
 * they cannot be read.  What is not known is kept.
 */
ScrutinyRequest *
requests_json_read_request (JsonPlace *place, const JsonValue *value, GError **error);
ScrutinyResponse *
requests_json_read_response (JsonPlace *place, const JsonValue *value, GError **error);

/* The same the other way; @request is a ScrutinyRequest, @response a ScrutinyResponse. */
JsonValue *requests_json_new_request (gpointer request);
JsonValue *requests_json_new_response (gpointer response);

G_END_DECLS
