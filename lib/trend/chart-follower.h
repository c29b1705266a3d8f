/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period.h"
#include "kernel/cusum.h"
#include "kernel/ewma.h"
#include "kernel/run-count.h"
#include "kernel/runs.h"
#include "trend/drawn-chart.h"
#include "trend/rule-watch.h"

G_BEGIN_DECLS

/* A rule of the chart, held against what comes in. */
typedef struct {
  RuleWatch watch;     /* of a pattern */
  gboolean is_of_runs; /* of all runs and crossings instead */
  gboolean was;        /* it said so at the point before */
} FollowedRule;

/* All that is kept of a chart to hold further points against its last lines. */
typedef struct {
  ChartDrawing drawing; /* what a profile and constants add is in the estimate already */
  ChartEstimate estimate;
  Period like; /* calendar and window */
  double unit;
  gboolean are_shares;
  gint64 start; /* ordinal of the first point of the stretch */

  guint64 n; /* points taken */
  gint64 last;
  gboolean is_last_excluded;
  double last_value; /* as the rules see it, but for ranges, averages and sums; NaN if missing */
  double last_range;
  double last_there; /* not missing, not excluded */
  KernelEwma ewma;
  KernelCusum cusum;
  KernelRunsState runs;
  gint64 run_start;
  gint64 longest_start;
  int longest_side;
  gint64 first_useful;
  KernelRunCount count; /* gaps passed over */
  int count_side;

  char **names;        /* of rule sets, or rules written out */
  GPtrArray *own_sets; /* of those, the rules written out */
  GArray *rules;       /* of FollowedRule */
} ChartFollower;

/* FALSE with @error set if the chart has no lines to hold points against. */
gboolean chart_follower_init (ChartFollower *self, const DrawnChart *chart, GError **error);
void chart_follower_clear (ChartFollower *self);

/* Reads names and makes the rules of them. */
gboolean chart_follower_set_rules (ChartFollower *self, const char *const *names, GError **error);

/* Takes the next point.  @value: of kinds with counts the numerator; patterns that it
 * completes are appended to @found, of WatchedPattern.
 */
void chart_follower_take (ChartFollower *self,
                          gint64 ordinal,
                          double value,
                          double size,
                          gboolean is_excluded,
                          ChartPoint *point,
                          GArray *found);

/* In the unit of the series. */
double chart_follower_show (const ChartFollower *self, double number);

G_END_DECLS
