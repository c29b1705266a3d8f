/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/shifts.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* Appends the values, the levels and lines between shifts, and where each shift may lie, as
 * one <svg> element.
 */
void svg_shifts_append (GString *out, ScrutinyShifts *shifts, const SvgChartLabels *labels);

G_END_DECLS
