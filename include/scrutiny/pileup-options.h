/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_PILEUP_OPTIONS (scrutiny_pileup_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyPileupOptions,
                      scrutiny_pileup_options,
                      SCRUTINY,
                      PILEUP_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPileupOptions *scrutiny_pileup_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_pileup_options_get_unit (ScrutinyPileupOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_pileup_options_set_unit (ScrutinyPileupOptions *self, const char *unit);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_pileup_options_get_window (ScrutinyPileupOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_pileup_options_set_window (ScrutinyPileupOptions *self, const char *window);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_pileup_options_get_half_width (ScrutinyPileupOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_pileup_options_set_half_width (ScrutinyPileupOptions *self, guint half_width);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_pileup_options_get_dated (ScrutinyPileupOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_pileup_options_set_dated (ScrutinyPileupOptions *self, const char *dated);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_pileup_options_get_since (ScrutinyPileupOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_pileup_options_set_since (ScrutinyPileupOptions *self, const char *since);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_pileup_options_get_disclosure (ScrutinyPileupOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_pileup_options_set_disclosure (ScrutinyPileupOptions *self, guint disclosure);

SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_pileup_options_add_known_limit (ScrutinyPileupOptions *self, double limit);
SCRUTINY_AVAILABLE_IN_ALL
const double *scrutiny_pileup_options_get_known_limits (ScrutinyPileupOptions *self,
                                                        gsize *n_limits);

G_END_DECLS
