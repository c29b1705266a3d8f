/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/run-count.h"
#include "trend/chart-lines.h"
#include "trend/rule-set.h"

G_BEGIN_DECLS

/* Fewer used points than this give no limits to hold other points against. */
#define CHART_FEWEST_POINTS 8
/* Fewer points than this are shown with their median and nothing else. */
#define CHART_FEWEST_FOR_LIMITS 12
/* Runs and crossings have limits from this many useful points on. */
#define CHART_FEWEST_USEFUL 10

/* A rule's pattern, distances following the limits, so that half-way stays half-way. */
KernelRule chart_patterns_scale (const Rule *rule, const ChartDrawing *drawing);

/* Whether the rule is looked for on a chart of that kind. */
gboolean chart_patterns_has (const Rule *rule, ScrutinyChartKind kind);

/* Whether there are more in a row, or fewer crossings, than chance commonly gives. */
gboolean chart_patterns_is_long (const Rule *rule, const KernelRuns *runs);
gboolean chart_patterns_is_few (const Rule *rule, const KernelRuns *runs);

/* Whether there are fewer or more runs than chance commonly gives, which are from @least to
 * @most.
 */
gboolean chart_patterns_is_odd (const KernelRunCount *count, size_t *least, size_t *most);

/* (element-type Scrutiny.Signal): by where they start, then in the order of the sets. */
GPtrArray *chart_patterns_find (ScrutinyTimeline *timeline,
                                const ChartDrawing *drawing,
                                const ChartLayout *layout,
                                const ChartLines *lines,
                                const RuleSet *const *sets,
                                guint n_sets);

G_END_DECLS
