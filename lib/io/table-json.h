/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "io/json-place.h"

G_BEGIN_DECLS

/* A table as a list of objects, one a row: [{"period": "2024-04", "value": 92}].  A
 * column is of texts if one of its cells is a text, else of numbers; null is missing.
 * “value” is always of numbers: "90.2%" is 90.2, and “value_text” keeps it as written.
 */
ScrutinyTable *table_json_read (JsonPlace *place, const JsonValue *rows, GError **error);
JsonValue *table_json_new (ScrutinyTable *table);

G_END_DECLS
