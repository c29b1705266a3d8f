/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/chart-layout.h"

#include "kernel/moving-range.h"
#include "kernel/runs.h"

G_BEGIN_DECLS

/* What one stretch was found to be. */
typedef struct {
  guint n_used;
  double centre;
  double sigma;      /* spread of a point of one case; NaN without limits */
  double dispersion; /* spread over the binomial one; NaN where there is none */
  KernelMeanRange ranges;
  KernelRuns runs;
} ChartEstimate;

/* The points of a chart and the lines through them.  All arrays are one value a
 * point; values and lines are in the unit of the series divided by @unit.
 */
typedef struct {
  guint n;
  double unit; /* 1, or the series' scale when the chart works on proportions */
  double *values;
  double *sizes; /* NULL: one case each */
  double *centre;
  double *lower;
  double *upper;
  double *spreads;
  guint8 *used;      /* counts in an estimate */
  guint8 *follows;   /* may carry a run on from the point before */
  guint8 *joined;    /* follows, and neither is excluded */
  guint8 *counted;   /* 0: dropped from runs, as if it lay on the centre */
  GArray *estimates; /* of ChartEstimate, one a stretch */
} ChartLines;

/* How limits are drawn. */
typedef struct {
  ScrutinyChartKind kind; /* never auto */
  double width;
  double screen; /* 0: ranges are not screened */
  const KernelRangeConstants *constants;
} ChartDrawing;

void chart_lines_init (ChartLines *self,
                       const ChartDrawing *drawing,
                       const ChartLayout *layout,
                       ScrutinySeries *series);
void chart_lines_clear (ChartLines *self);

G_END_DECLS
