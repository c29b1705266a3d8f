/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>
#include <scrutiny/waits-options.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_CAPABILITY (scrutiny_capability_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyCapability, scrutiny_capability, SCRUTINY, CAPABILITY, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyCapability *scrutiny_capability_new (ScrutinyTable *table,
                                             const char *start,
                                             const char *end,
                                             ScrutinyWaitsOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_capability_get_centre (ScrutinyCapability *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_capability_get_lower (ScrutinyCapability *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_capability_get_upper (ScrutinyCapability *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_capability_get_n_shifts (ScrutinyCapability *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_capability_get_scale (ScrutinyCapability *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_capability_get_unit (ScrutinyCapability *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_capability_get_stretches (ScrutinyCapability *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_capability_get_blocks (ScrutinyCapability *self);

G_END_DECLS
