/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "trend/drawn-chart.h"

G_BEGIN_DECLS

/* The method of a chart with everything that decided its numbers; transfer full. */
ScrutinyMethod *chart_method_make (const DrawnChart *self, ScrutinyChartOptions *options);

G_END_DECLS
