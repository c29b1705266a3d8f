/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/demand-options.h>
#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_DEMAND (scrutiny_demand_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyDemand, scrutiny_demand, SCRUTINY, DEMAND, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDemand *scrutiny_demand_new (ScrutinyTable *table,
                                     const char *kind,
                                     const char *cause,
                                     ScrutinyDemandOptions *options,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_demand_get_kinds (ScrutinyDemand *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_demand_get_causes (ScrutinyDemand *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_demand_get_kappa (ScrutinyDemand *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_demand_get_adjusted (ScrutinyDemand *self);

G_END_DECLS
