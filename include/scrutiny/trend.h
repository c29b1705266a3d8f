/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart.h>
#include <scrutiny/direction.h>
#include <scrutiny/result.h>
#include <scrutiny/series.h>
#include <scrutiny/shifts.h>
#include <scrutiny/table.h>
#include <scrutiny/trend-options.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_TREND (scrutiny_trend_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyTrend, scrutiny_trend, SCRUTINY, TREND, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTrend *scrutiny_trend_new (ScrutinySeries *series,
                                   ScrutinyTrendOptions *options,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_trend_get_series (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection scrutiny_trend_get_direction (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_trend_get_since (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_trend_get_slope (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_trend_get_slope_low (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_trend_get_slope_high (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_trend_get_season_strength (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_trend_get_season_length (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_trend_get_dependence (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_trend_get_dependence_low (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_trend_get_dependence_high (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_trend_get_season (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_trend_get_no_season (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_trend_get_points (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChart *scrutiny_trend_get_chart (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_trend_has_shifts (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyShifts *scrutiny_trend_get_shifts (ScrutinyTrend *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_trend_dup_season_json (ScrutinyTrend *self);

G_END_DECLS
