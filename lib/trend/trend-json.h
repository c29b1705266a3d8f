/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/trend.h>

#include "base/json-writer.h"
#include "trend/trend-reading.h"

G_BEGIN_DECLS

void trend_json_write_season (const TrendReading *reading,
                              ScrutinyTable *season,
                              ScrutinyMethod *method,
                              JsonWriter *writer);

void trend_json_write (ScrutinyTrend *trend, const TrendReading *reading, JsonWriter *writer);

G_END_DECLS
