/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_DEMAND_OPTIONS (scrutiny_demand_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyDemandOptions,
                      scrutiny_demand_options,
                      SCRUTINY,
                      DEMAND_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDemandOptions *scrutiny_demand_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_demand_options_get_second_coder (ScrutinyDemandOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_demand_options_set_second_coder (ScrutinyDemandOptions *self,
                                               const char *second_coder);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_demand_options_get_level (ScrutinyDemandOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_demand_options_set_level (ScrutinyDemandOptions *self, double level);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_demand_options_get_margin (ScrutinyDemandOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_demand_options_set_margin (ScrutinyDemandOptions *self, double margin);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_demand_options_get_disclosure (ScrutinyDemandOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_demand_options_set_disclosure (ScrutinyDemandOptions *self, guint disclosure);

G_END_DECLS
