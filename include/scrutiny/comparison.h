/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/comparison-options.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COMPARISON (scrutiny_comparison_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyComparison, scrutiny_comparison, SCRUTINY, COMPARISON, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyComparison *scrutiny_comparison_new (ScrutinyTable *table,
                                             const char *area,
                                             const char *numerator,
                                             const char *denominator,
                                             ScrutinyComparisonOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_get_kind (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_scale (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_comparison_get_n_areas (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_centre (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_phi (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_tau2 (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_comparison_get_n_widened (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_between (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_between_low (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_between_high (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_rankability (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_periods_needed (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_rankability_low (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_get_rankability_high (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_comparison_get_areas (ScrutinyComparison *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_comparison_get_funnel (ScrutinyComparison *self);

G_END_DECLS
