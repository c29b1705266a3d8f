/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/chart-lines.h"
#include "trend/step-words.h"

G_BEGIN_DECLS

/* Beyond anything published, and small enough that sums, limits and shares of such
 * numbers stay numbers.
 */
#define CHART_MOST_MAGNITUDE 1e50

/* The kind to draw: what was asked for, or chosen from what the series is.
 * @n_usable: values that are there and not excluded.
 */
ScrutinyChartKind
chart_choice_make (ScrutinySeries *series, ScrutinyChartKind asked, guint n_usable);

/* Why, and what of the figure the limits do not allow for; @season: periods in one, 0 or 1
 * for none.  Transfer full.
 */
char *chart_choice_dup_reason (ScrutinyChartKind asked,
                               ScrutinyChartKind kind,
                               guint n_usable,
                               const ChartLines *lines,
                               guint season,
                               StepWords words);

/* Whether a series can be put on a chart of that kind at all. */
gboolean chart_choice_check (ScrutinySeries *series,
                             gboolean is_of_subgroups,
                             ScrutinyChartKind kind,
                             GError **error);

G_END_DECLS
