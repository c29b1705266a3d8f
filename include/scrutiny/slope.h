/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>
#include <scrutiny/panel.h>
#include <scrutiny/result.h>
#include <scrutiny/series.h>
#include <scrutiny/trend-options.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_SLOPE (scrutiny_slope_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinySlope, scrutiny_slope, SCRUTINY, SLOPE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySlope *scrutiny_slope_new (ScrutinySeries *series,
                                   ScrutinyTrendOptions *options,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySlope *scrutiny_slope_new_partial (ScrutinySeries *series,
                                           ScrutinySeries *covariate,
                                           ScrutinyTrendOptions *options,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySlope *scrutiny_slope_new_regional (ScrutinyPanel *panel,
                                            ScrutinyTrendOptions *options,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_slope_get_series (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection scrutiny_slope_get_direction (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_slope_get_test (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_slope_get_n_places (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_slope_dup_at (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_slope_get_score (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_slope_get_p (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_slope_get_p_dependent (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_slope_get_tau (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_slope_get_slope (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_slope_get_low (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_slope_get_high (ScrutinySlope *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_slope_get_dependence (ScrutinySlope *self);

G_END_DECLS
