/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/shift.h>
#include <scrutiny/shifts.h>
#include <scrutiny/timeline.h>

#include "trend/shift-search.h"

G_BEGIN_DECLS

const char *shift_kind_get_name (ShiftKind kind);

ScrutinyShift *scrutiny_shift_new_found (ScrutinyTimeline *timeline, const FoundShift *found);

/* What lies behind the result, where making its tables would be a waste. */
const ShiftSearch *shifts_get_search (ScrutinyShifts *self);

G_END_DECLS
