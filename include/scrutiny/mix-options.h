/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_MIX_OPTIONS (scrutiny_mix_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyMixOptions, scrutiny_mix_options, SCRUTINY, MIX_OPTIONS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyMixOptions *scrutiny_mix_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_mix_options_get_period (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_period (ScrutinyMixOptions *self, const char *period);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_mix_options_get_before (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_before (ScrutinyMixOptions *self, const char *before);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_mix_options_get_after (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_after (ScrutinyMixOptions *self, const char *after);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_mix_options_get_counts (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_counts (ScrutinyMixOptions *self, const char *counts);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_options_get_scale (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_scale (ScrutinyMixOptions *self, double scale);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_mix_options_get_level (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_level (ScrutinyMixOptions *self, double level);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_mix_options_get_draws (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_draws (ScrutinyMixOptions *self, guint draws);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_mix_options_get_seed (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_seed (ScrutinyMixOptions *self, guint64 seed);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_mix_options_get_disclosure (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_disclosure (ScrutinyMixOptions *self, guint disclosure);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_mix_options_get_deviation (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_deviation (ScrutinyMixOptions *self, const char *deviation);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_mix_options_get_standard_error (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_standard_error (ScrutinyMixOptions *self, const char *standard_error);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_mix_options_get_unit (ScrutinyMixOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_mix_options_set_unit (ScrutinyMixOptions *self, const char *unit);

G_END_DECLS
