/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-kind.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_CHART_OPTIONS (scrutiny_chart_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyChartOptions,
                      scrutiny_chart_options,
                      SCRUTINY,
                      CHART_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChartOptions *scrutiny_chart_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChartKind scrutiny_chart_options_get_kind (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_kind (ScrutinyChartOptions *self, ScrutinyChartKind kind);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_options_get_baseline (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_baseline (ScrutinyChartOptions *self, const char *baseline);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_chart_options_get_phases (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_phases (ScrutinyChartOptions *self, const char *const *phases);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_chart_options_get_excluded (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_excluded (ScrutinyChartOptions *self, const char *const *excluded);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_chart_options_get_rules (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_rules (ScrutinyChartOptions *self, const char *const *rules);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_options_get_profile (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_profile (ScrutinyChartOptions *self, const char *profile);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_options_get_width (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_width (ScrutinyChartOptions *self, double width);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_options_get_constants (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_constants (ScrutinyChartOptions *self, const char *constants);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_chart_options_get_screen (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_screen (ScrutinyChartOptions *self, gboolean screen);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_options_get_centre (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_centre (ScrutinyChartOptions *self, const char *centre);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_options_get_spread (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_spread (ScrutinyChartOptions *self, const char *spread);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_options_get_gaps (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_gaps (ScrutinyChartOptions *self, const char *gaps);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_options_get_known_centre (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_known_centre (ScrutinyChartOptions *self, double known_centre);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_options_get_known_spread (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_known_spread (ScrutinyChartOptions *self, double known_spread);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_options_get_weight (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_weight (ScrutinyChartOptions *self, double weight);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_options_get_allowance (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_allowance (ScrutinyChartOptions *self, double allowance);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_chart_options_get_decision (ScrutinyChartOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chart_options_set_decision (ScrutinyChartOptions *self, double decision);

G_END_DECLS
