/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/comparison.h>

#include "report/svg-chart.h"

G_BEGIN_DECLS

/* Appends a funnel of @comparison as one <svg> element: a point an area, the limits along their
 * sizes, and the names of areas beyond the outer ones where there is room.
 */
void svg_funnel_append (GString *out, ScrutinyComparison *comparison, const SvgChartLabels *labels);

G_END_DECLS
