/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "trend/shift-search.h"

G_BEGIN_DECLS

/* One row a period. */
ScrutinyTable *shift_tables_make_points (const ShiftSearch *search, ScrutinySeries *series);

/* One row a shift, of an array of ScrutinyShift. */
ScrutinyTable *shift_tables_make_shifts (GPtrArray *shifts);

G_END_DECLS
