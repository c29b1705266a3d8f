/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_CHART_WATCH (scrutiny_chart_watch_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyChartWatch, scrutiny_chart_watch, SCRUTINY, CHART_WATCH, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChartWatch *scrutiny_chart_watch_new (ScrutinyChart *chart, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChartWatch *scrutiny_chart_watch_new_from_state (GBytes *state, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_chart_watch_feed (ScrutinyChartWatch *self,
                                    const char *period,
                                    double value,
                                    double size,
                                    GError **error);

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChartKind scrutiny_chart_watch_get_kind (ScrutinyChartWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_chart_watch_get_n_points (ScrutinyChartWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_chart_watch_dup_period (ScrutinyChartWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_watch_get_value (ScrutinyChartWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_watch_get_centre (ScrutinyChartWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_watch_get_lower (ScrutinyChartWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_watch_get_upper (ScrutinyChartWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_chart_watch_get_patterns (ScrutinyChartWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
GBytes *scrutiny_chart_watch_dup_state (ScrutinyChartWatch *self);

G_END_DECLS
