/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_WAITS_OPTIONS (scrutiny_waits_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyWaitsOptions,
                      scrutiny_waits_options,
                      SCRUTINY,
                      WAITS_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyWaitsOptions *scrutiny_waits_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_waits_options_get_until (ScrutinyWaitsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_waits_options_set_until (ScrutinyWaitsOptions *self, const char *until);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_waits_options_get_key (ScrutinyWaitsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_waits_options_set_key (ScrutinyWaitsOptions *self, const char *key);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_waits_options_get_level (ScrutinyWaitsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_waits_options_set_level (ScrutinyWaitsOptions *self, double level);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_waits_options_get_windows (ScrutinyWaitsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_waits_options_set_windows (ScrutinyWaitsOptions *self, guint windows);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_waits_options_get_disclosure (ScrutinyWaitsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_waits_options_set_disclosure (ScrutinyWaitsOptions *self, guint disclosure);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_waits_options_get_working_days (ScrutinyWaitsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_waits_options_set_working_days (ScrutinyWaitsOptions *self, const char *working_days);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_waits_options_get_names_rows (ScrutinyWaitsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_waits_options_set_names_rows (ScrutinyWaitsOptions *self, gboolean names_rows);

G_END_DECLS
