/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-options.h>
#include <scrutiny/series.h>

G_BEGIN_DECLS

/* Points that share one centre: [first, end); the estimates come from
 * [from, to), which lies inside.
 */
typedef struct {
  guint first;
  guint end;
  guint from;
  guint to;
} ChartStretch;

/* Which points of a series belong together, before any number is looked at. */
typedef struct {
  guint n;
  guint8 *excluded;  /* 1: shown, not used */
  GArray *stretches; /* of ChartStretch, in time; none of an empty series */
} ChartLayout;

/* Reads baseline, phases and excluded against the periods of the series. */
gboolean chart_layout_init (ChartLayout *self,
                            ScrutinyTimeline *timeline,
                            ScrutinyChartOptions *options,
                            GError **error);
void chart_layout_clear (ChartLayout *self);

/* 1 where a point follows the one before: next step of the calendar, same stretch,
 * neither value missing.
 */
void chart_layout_mark_follows (const ChartLayout *self,
                                ScrutinyTimeline *timeline,
                                const double *values,
                                guint8 *follows);

G_END_DECLS
