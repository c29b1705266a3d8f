/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_SHIFT (scrutiny_shift_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyShift, scrutiny_shift, SCRUTINY, SHIFT, GObject)

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_shift_get_at (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_shift_get_earliest (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_shift_get_latest (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_shift_get_kind (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_before (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_after (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_change (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_change_low (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_change_high (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_slope_before (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_slope_after (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_before_error (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_after_error (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_change_error (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_spread_before (ScrutinyShift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shift_get_spread_after (ScrutinyShift *self);

G_END_DECLS
