/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/series.h>
#include <scrutiny/shift.h>
#include <scrutiny/shifts-options.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_SHIFTS (scrutiny_shifts_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyShifts, scrutiny_shifts, SCRUTINY, SHIFTS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyShifts *scrutiny_shifts_new (ScrutinySeries *series,
                                     ScrutinyShiftsOptions *options,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_shifts_get_series (ScrutinyShifts *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_shifts_get_n_shifts (ScrutinyShifts *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_shifts_dup_all (ScrutinyShifts *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_shifts_get_table (ScrutinyShifts *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shifts_get_smallest_noticeable (ScrutinyShifts *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shifts_get_chance (ScrutinyShifts *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_shifts_get_spread (ScrutinyShifts *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_shifts_get_points (ScrutinyShifts *self);

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_shifts_dup_path (ScrutinySeries *series,
                                         ScrutinyShiftsOptions *options,
                                         double low,
                                         double high,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
