/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "trend/drawn-chart.h"

G_BEGIN_DECLS

/* The tables that scrutiny_chart_get_points() and scrutiny_chart_get_phases() describe. */
ScrutinyTable *chart_tables_make_points (const DrawnChart *self);
ScrutinyTable *chart_tables_make_phases (const DrawnChart *self);

G_END_DECLS
