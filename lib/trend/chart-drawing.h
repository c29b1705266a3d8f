/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-options.h>

#include "trend/chart-profile.h"

G_BEGIN_DECLS

/* Where the centre line lies. */
typedef enum {
  CHART_CENTRE_MEAN,
  CHART_CENTRE_MEDIAN,
  CHART_CENTRE_SLOPE,
  CHART_CENTRE_HALF_AVERAGES,
} ChartCentre;

/* How lines are drawn: the options, checked, with what a profile chooses. */
typedef struct {
  ScrutinyChartKind kind; /* never auto */
  double width;
  double screen; /* 0: ranges are not screened */
  const KernelRangeConstants *constants;
  const char *constants_name; /* for the method; NULL where a profile has its own */
  ChartCentre centre;
  gboolean uses_median_range;
  gboolean bridges;      /* gaps are passed over */
  gboolean pools;        /* deviations of subgroups are always pooled */
  gboolean goes_below_0; /* limits of deviations may */
  gboolean counts_event; /* cases between events count the one with the event */
  double known_centre;   /* NaN where it is to be worked out */
  double known_spread;
  double weight;    /* of the newest value of an EWMA chart */
  double allowance; /* of a CUSUM chart, in spreads */
  double decision;
  const ChartProfile *profile; /* NULL: the library's own choices */
} ChartDrawing;

/* A run chart as a bare object has it. */
ChartDrawing chart_drawing_none (void);

/* Reads how a chart of @kind is drawn; FALSE with @error set if it cannot be. */
gboolean chart_drawing_init (ChartDrawing *self,
                             ScrutinyChartKind kind,
                             ScrutinyChartOptions *options,
                             GError **error);

/* Names of rule sets, or rules written out, that are looked for.  (transfer none) */
const char *const *chart_drawing_get_rules (const ChartDrawing *self,
                                            ScrutinyChartOptions *options);

const char *chart_centre_get_name (ChartCentre centre);

/* What each kind is. */
gboolean chart_kind_is_share (ScrutinyChartKind kind);         /* p, p′ */
gboolean chart_kind_is_rate (ScrutinyChartKind kind);          /* u, u′ */
gboolean chart_kind_is_count (ScrutinyChartKind kind);         /* c, c′ */
gboolean chart_kind_has_denominators (ScrutinyChartKind kind); /* p, p′, u, u′, i′ */
gboolean chart_kind_is_widened (ScrutinyChartKind kind);       /* p′, u′, c′ */
gboolean chart_kind_is_of_subgroups (ScrutinyChartKind kind);  /* X̄, S */
gboolean chart_kind_is_summing (ScrutinyChartKind kind);       /* EWMA, CUSUM */
gboolean chart_kind_never_negative (ScrutinyChartKind kind);   /* counts and times */

G_END_DECLS
