/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_TREND_OPTIONS (scrutiny_trend_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyTrendOptions,
                      scrutiny_trend_options,
                      SCRUTINY,
                      TREND_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTrendOptions *scrutiny_trend_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_trend_options_get_season (ScrutinyTrendOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_trend_options_set_season (ScrutinyTrendOptions *self, const char *season);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_trend_options_get_window (ScrutinyTrendOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_trend_options_set_window (ScrutinyTrendOptions *self, guint window);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_trend_options_get_robust (ScrutinyTrendOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_trend_options_set_robust (ScrutinyTrendOptions *self, gboolean robust);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_trend_options_get_level (ScrutinyTrendOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_trend_options_set_level (ScrutinyTrendOptions *self, double level);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_trend_options_get_test (ScrutinyTrendOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_trend_options_set_test (ScrutinyTrendOptions *self, const char *test);

G_END_DECLS
