/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-signal.h>
#include <scrutiny/method.h>
#include <scrutiny/table.h>

#include "base/json-writer.h"
#include "trend/drawn-chart.h"

G_BEGIN_DECLS

/* The members of a chart's JSON object, "scrutiny.chart/1". */
void chart_json_write (const DrawnChart *self,
                       ScrutinyTable *points,
                       ScrutinyTable *phases,
                       GVariant *runs,
                       ScrutinyMethod *method,
                       JsonWriter *writer);

G_END_DECLS
