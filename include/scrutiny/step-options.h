/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_STEP_OPTIONS (scrutiny_step_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyStepOptions, scrutiny_step_options, SCRUTINY, STEP_OPTIONS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyStepOptions *scrutiny_step_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_step_options_get_at (ScrutinyStepOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_step_options_set_at (ScrutinyStepOptions *self, const char *at);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_step_options_get_stated (ScrutinyStepOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_step_options_set_stated (ScrutinyStepOptions *self, const char *stated);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection scrutiny_step_options_get_expected (ScrutinyStepOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_step_options_set_expected (ScrutinyStepOptions *self, ScrutinyDirection expected);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_step_options_get_draws (ScrutinyStepOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_step_options_set_draws (ScrutinyStepOptions *self, guint draws);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_step_options_get_seed (ScrutinyStepOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_step_options_set_seed (ScrutinyStepOptions *self, guint64 seed);

G_END_DECLS
