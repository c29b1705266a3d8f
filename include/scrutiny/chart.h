/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-options.h>
#include <scrutiny/chart-signal.h>
#include <scrutiny/result.h>
#include <scrutiny/series.h>
#include <scrutiny/subgroups.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_CHART (scrutiny_chart_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyChart, scrutiny_chart, SCRUTINY, CHART, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChart *scrutiny_chart_new (ScrutinySeries *series,
                                   ScrutinyChartOptions *options,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChart *scrutiny_chart_new_subgroups (ScrutinySubgroups *subgroups,
                                             ScrutinyChartOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_chart_get_series (ScrutinyChart *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChartKind scrutiny_chart_get_kind (ScrutinyChart *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_get_reason (ScrutinyChart *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_chart_get_points (ScrutinyChart *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_chart_get_phases (ScrutinyChart *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_chart_dup_signals (ScrutinyChart *self);
SCRUTINY_AVAILABLE_IN_ALL
GVariant *scrutiny_chart_get_runs (ScrutinyChart *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_get_false_alarm (ScrutinyChart *self);
SCRUTINY_AVAILABLE_IN_ALL
GVariant *scrutiny_chart_expect_alarms (ScrutinyChart **charts, gsize n_charts)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
