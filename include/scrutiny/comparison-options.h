/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COMPARISON_OPTIONS (scrutiny_comparison_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyComparisonOptions,
                      scrutiny_comparison_options,
                      SCRUTINY,
                      COMPARISON_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyComparisonOptions *scrutiny_comparison_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_kind (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_kind (ScrutinyComparisonOptions *self, const char *kind);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_options_get_scale (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_scale (ScrutinyComparisonOptions *self, double scale);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_dispersion (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_dispersion (ScrutinyComparisonOptions *self,
                                                 const char *dispersion);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_limits (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_limits (ScrutinyComparisonOptions *self, const char *limits);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_score (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_score (ScrutinyComparisonOptions *self, const char *score);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_trim (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_trim (ScrutinyComparisonOptions *self, const char *trim);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_comparison_options_get_level (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_level (ScrutinyComparisonOptions *self, double level);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_comparison_options_get_draws (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_draws (ScrutinyComparisonOptions *self, guint draws);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_comparison_options_get_seed (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_seed (ScrutinyComparisonOptions *self, guint64 seed);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_focus (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_focus (ScrutinyComparisonOptions *self, const char *focus);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_band (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_band (ScrutinyComparisonOptions *self, const char *band);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_standard (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_standard (ScrutinyComparisonOptions *self,
                                               const char *standard);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_spread (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_spread (ScrutinyComparisonOptions *self, const char *spread);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_published (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_published (ScrutinyComparisonOptions *self,
                                                const char *published);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_rank (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_rank (ScrutinyComparisonOptions *self, const char *rank);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_quartile (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_quartile (ScrutinyComparisonOptions *self,
                                               const char *quartile);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_comparison_options_get_ranges (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_ranges (ScrutinyComparisonOptions *self,
                                             const char *const *ranges);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_comparison_options_get_called (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_called (ScrutinyComparisonOptions *self, const char *called);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_comparison_options_get_neighbours (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_neighbours (ScrutinyComparisonOptions *self,
                                                 ScrutinyTable *neighbours);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_comparison_options_get_disclosure (ScrutinyComparisonOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_comparison_options_set_disclosure (ScrutinyComparisonOptions *self, guint disclosure);

G_END_DECLS
