/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/subgroups.h>

#include "trend/chart-drawing.h"
#include "trend/chart-layout.h"

#include "kernel/moving-range.h"
#include "kernel/runs.h"

G_BEGIN_DECLS

/* What one stretch was found to be. */
typedef struct {
  guint n_used;
  guint n_points;    /* values that are held against the lines */
  double centre;     /* of a sloping line: in the middle of what it was worked out from */
  double slope;      /* a step of the calendar; 0 of a level line */
  double level;      /* of a sloping line: at ordinal 0 of the stretch */
  double sigma;      /* spread of a point of one case; NaN without limits */
  double dispersion; /* spread over that of counting alone; NaN where there is none */
  double reach;      /* of cases between events: where the upper limit lies */
  KernelMeanRange ranges;
  gboolean kept_ranges; /* screening would have left no movement, or the median is 0 */
  gboolean is_known;    /* centre and spread come from elsewhere */
  KernelRuns runs;
} ChartEstimate;

/* The points of a chart and the lines through them.  All arrays are one value a
 * point; chart_lines_show() puts values and lines into the unit of the series.
 */
typedef struct {
  guint n;
  double unit;         /* 1, or the series' scale when the chart works on proportions */
  gboolean is_time;    /* times between events, on the scale on which they spread evenly */
  gboolean is_own;     /* the points are not the values of the series */
  gboolean are_shares; /* of counts: none below 0 or above its total */
  double *values;
  double *down;  /* the downward sums of a CUSUM chart; else NULL */
  double *sizes; /* NULL: one case each */
  double *centre;
  double *lower;
  double *upper;
  double *spreads;
  guint8 *used;      /* counts in an estimate */
  guint8 *follows;   /* may carry a run on from the point before */
  guint8 *joined;    /* follows, and neither is excluded */
  guint8 *counted;   /* 0: dropped from runs, as if it lay on the centre */
  guint8 *screened;  /* the range that ends here was left out */
  GArray *estimates; /* of ChartEstimate, one a stretch */
} ChartLines;

/* One point and its lines. */
typedef struct {
  double value;
  double down; /* of a CUSUM chart */
  double centre;
  double lower;
  double upper;
  double spread;
} ChartPoint;

/* The lines at a further point of a stretch whose estimate is known, @place steps of the
 * calendar from its start.  The spread of an average or a sum is filled in already.
 */
void chart_lines_draw_point (const ChartDrawing *drawing,
                             const ChartEstimate *estimate,
                             gboolean are_shares,
                             double place,
                             double size,
                             ChartPoint *point);

/* @subgroups is NULL but for charts of them. */
void chart_lines_init (ChartLines *self,
                       const ChartDrawing *drawing,
                       const ChartLayout *layout,
                       ScrutinySeries *series,
                       ScrutinySubgroups *subgroups);
void chart_lines_clear (ChartLines *self);

/* A value or a line in the unit of the series. */
double chart_lines_show (const ChartLines *self, double number);

G_END_DECLS
