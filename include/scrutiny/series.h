/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/timeline.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_SERIES (scrutiny_series_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinySeries, scrutiny_series, SCRUTINY, SERIES, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_series_new (ScrutinyTimeline *timeline,
                                     const double *values,
                                     gsize n_values,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_series_new_from_bytes (ScrutinyTimeline *timeline,
                                                GBytes *values,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_series_new_ratio (ScrutinyTimeline *timeline,
                                           const double *numerators,
                                           gsize n_numerators,
                                           const double *denominators,
                                           gsize n_denominators,
                                           double scale,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_series_new_ratio_from_bytes (ScrutinyTimeline *timeline,
                                                      GBytes *numerators,
                                                      GBytes *denominators,
                                                      double scale,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_series_copy_with_unit (ScrutinySeries *self, const char *unit)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_series_copy_with_states (ScrutinySeries *self,
                                                  const char *const *states,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTimeline *scrutiny_series_get_timeline (ScrutinySeries *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_series_get_unit (ScrutinySeries *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_series_get_scale (ScrutinySeries *self);
SCRUTINY_AVAILABLE_IN_ALL
gsize scrutiny_series_get_n_values (ScrutinySeries *self);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_series_has_counts (ScrutinySeries *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_series_get_hash (ScrutinySeries *self);

SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_series_get_value (ScrutinySeries *self, gsize index);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_series_get_state (ScrutinySeries *self, gsize index);
SCRUTINY_AVAILABLE_IN_ALL
const double *scrutiny_series_get_values (ScrutinySeries *self, gsize *n_values);
SCRUTINY_AVAILABLE_IN_ALL
const double *scrutiny_series_get_numerators (ScrutinySeries *self, gsize *n_values);
SCRUTINY_AVAILABLE_IN_ALL
const double *scrutiny_series_get_denominators (ScrutinySeries *self, gsize *n_values);
SCRUTINY_AVAILABLE_IN_ALL
GBytes *scrutiny_series_get_bytes (ScrutinySeries *self);
SCRUTINY_AVAILABLE_IN_ALL
GBytes *scrutiny_series_get_numerator_bytes (ScrutinySeries *self);
SCRUTINY_AVAILABLE_IN_ALL
GBytes *scrutiny_series_get_denominator_bytes (ScrutinySeries *self);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_series_get_bounds (ScrutinySeries *self, gsize index, double *low, double *high);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_series_equal (ScrutinySeries *self, ScrutinySeries *other);

G_END_DECLS
