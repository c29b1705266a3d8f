/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/slope.h>

#include "base/json-writer.h"
#include "trend/slope-reading.h"

G_BEGIN_DECLS

/* The members of a slope's JSON object, "scrutiny.slope/1". */
void slope_json_write (ScrutinySlope *slope, const SlopeReading *reading, JsonWriter *writer);

G_END_DECLS
