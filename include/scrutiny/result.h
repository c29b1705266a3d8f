/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_RESULT (scrutiny_result_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_INTERFACE (ScrutinyResult, scrutiny_result, SCRUTINY, RESULT, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyMethod *scrutiny_result_get_method (ScrutinyResult *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_result_get_cannot_tell (ScrutinyResult *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_result_dup_findings (ScrutinyResult *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_result_get_chance (ScrutinyResult *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_result_dup_json (ScrutinyResult *self);

G_END_DECLS
