/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "base/json-writer.h"

G_BEGIN_DECLS

/* One object: name, version, parameters, source, input_hash. */
void scrutiny_method_write_json (ScrutinyMethod *self, JsonWriter *writer);

G_END_DECLS
