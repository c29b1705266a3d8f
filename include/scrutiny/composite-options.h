/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COMPOSITE_OPTIONS (scrutiny_composite_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyCompositeOptions,
                      scrutiny_composite_options,
                      SCRUTINY,
                      COMPOSITE_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyCompositeOptions *scrutiny_composite_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_weight (ScrutinyCompositeOptions *self,
                                            const char *component,
                                            double weight);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_composite_options_get_weight (ScrutinyCompositeOptions *self,
                                              const char *component);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_threshold (ScrutinyCompositeOptions *self,
                                               const char *component,
                                               double threshold);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_composite_options_get_threshold (ScrutinyCompositeOptions *self,
                                                 const char *component);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_spread (ScrutinyCompositeOptions *self,
                                            const char *component,
                                            double spread);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_composite_options_get_spread (ScrutinyCompositeOptions *self,
                                              const char *component);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_composite_options_dup_components (ScrutinyCompositeOptions *self);

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_composite_options_get_scaling (ScrutinyCompositeOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_scaling (ScrutinyCompositeOptions *self, const char *scaling);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_composite_options_get_focus (ScrutinyCompositeOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_focus (ScrutinyCompositeOptions *self, const char *focus);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_composite_options_get_published (ScrutinyCompositeOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_published (ScrutinyCompositeOptions *self,
                                               const char *published);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_composite_options_get_level (ScrutinyCompositeOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_level (ScrutinyCompositeOptions *self, double level);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_composite_options_get_draws (ScrutinyCompositeOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_draws (ScrutinyCompositeOptions *self, guint draws);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_composite_options_get_seed (ScrutinyCompositeOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_composite_options_set_seed (ScrutinyCompositeOptions *self, guint64 seed);

G_END_DECLS
