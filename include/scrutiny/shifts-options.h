/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_SHIFTS_OPTIONS (scrutiny_shifts_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyShiftsOptions,
                      scrutiny_shifts_options,
                      SCRUTINY,
                      SHIFTS_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyShiftsOptions *scrutiny_shifts_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_shifts_options_get_season (ScrutinyShiftsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_shifts_options_set_season (ScrutinyShiftsOptions *self, const char *season);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_shifts_options_get_minimum_segment (ScrutinyShiftsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_shifts_options_set_minimum_segment (ScrutinyShiftsOptions *self,
                                                  guint minimum_segment);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_shifts_options_get_sensitivity (ScrutinyShiftsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_shifts_options_set_sensitivity (ScrutinyShiftsOptions *self, const char *sensitivity);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shifts_options_get_level (ScrutinyShiftsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_shifts_options_set_level (ScrutinyShiftsOptions *self, double level);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_shifts_options_get_seed (ScrutinyShiftsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_shifts_options_set_seed (ScrutinyShiftsOptions *self, guint64 seed);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_shifts_options_get_model (ScrutinyShiftsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_shifts_options_set_model (ScrutinyShiftsOptions *self, const char *model);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shifts_options_get_penalty (ScrutinyShiftsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_shifts_options_set_penalty (ScrutinyShiftsOptions *self, double penalty);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_shifts_options_get_events (ScrutinyShiftsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_shifts_options_set_events (ScrutinyShiftsOptions *self, const char *const *events);

G_END_DECLS
