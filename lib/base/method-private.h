/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>
#include <scrutiny/series.h>

#include "base/json-writer.h"

G_BEGIN_DECLS

/* As scrutiny_method_new(), of a method applied to @series, whose hash is worked out only
 * when somebody asks for it.
 */
ScrutinyMethod *scrutiny_method_new_of_series (const char *id,
                                               const char *version,
                                               GVariant *parameters,
                                               const char *source,
                                               ScrutinySeries *series);

/* One object: name, version, parameters, source, input_hash. */
void scrutiny_method_write_json (ScrutinyMethod *self, JsonWriter *writer);

G_END_DECLS
