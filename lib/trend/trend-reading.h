/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart.h>
#include <scrutiny/shifts.h>
#include <scrutiny/slope.h>
#include <scrutiny/trend-options.h>

#include "kernel/autocorrelation.h"
#include "trend/season.h"

G_BEGIN_DECLS

/* Spreads that ordinary movement around a level or line goes up to. */
#define TREND_ORDINARY 3

/* What may be said of a series of so many values. */
typedef enum {
  TREND_LADDER_NOTHING, /* under 8 */
  TREND_LADDER_VALUES,  /* under 12: between which values it moved */
  TREND_LADDER_LIMITS,  /* under 20: first limits, a large change */
  TREND_LADDER_LARGE,   /* under 30: large movements */
  TREND_LADDER_ALL,
} TrendLadder;

TrendLadder trend_ladder_of (guint n_usable);

/* A value that the figure cannot pass, and how often it is there. */
typedef struct {
  guint n_at; /* 0: there is none */
  double value;
  gboolean is_upper;
  gboolean is_known; /* a share cannot be more than all, nor less than none */
} TrendBound;

TrendBound trend_bound_find (ScrutinySeries *series, gboolean is_upper);

/* All that was found of one series. */
typedef struct {
  ScrutinySeries *series;
  ScrutinySeries *adjusted; /* without its season, or the series itself */
  ScrutinyChart *chart;     /* of @adjusted */
  ScrutinyShifts *shifts;   /* NULL of fewer than 12 values */
  ScrutinySlope *slope;     /* NULL of fewer than 12 values */
  gboolean has_shifts;      /* there are some, and clear enough for so many values */
  gboolean has_line;        /* there are none, and all of it is one line */
  SeasonAsked asked;
  Season season;
  gboolean is_adjusted;
  double level;
  guint n_usable;
  TrendLadder ladder;
  KernelLagOne lag_one; /* around levels and lines; r is NaN where it cannot be told */
  double widening;      /* of limits; 1 where neighbours are not alike */
  TrendBound floor, ceiling;
} TrendReading;

gboolean trend_reading_init (TrendReading *self,
                             ScrutinySeries *series,
                             ScrutinyTrendOptions *options,
                             GError **error);
void trend_reading_clear (TrendReading *self);

/* Whether limits follow levels and lines, not the chart's average: so many spreads around them. */
static inline gboolean
trend_reading_has_pieces (const TrendReading *self)
{
  return self->has_shifts || self->has_line;
}

/* The periods of its seasons as they are asked for: "none", "12" or "7,365"; transfer full. */
char *trend_reading_dup_season (const TrendReading *self);

/* Of the last shift: its slope, if it has one after it, else its size; 0 without any. */
double trend_reading_get_last_movement (const TrendReading *self);

/* How far each value lies from its level or line, or the value; transfer full. */
double *trend_reading_dup_rest (const TrendReading *self);

/* Limits as they apply to the original figures, and beside them the widened ones. */
ScrutinyTable *trend_reading_make_points (const TrendReading *self);
ScrutinyTable *trend_reading_make_season (const TrendReading *self);

ScrutinyMethod *trend_reading_make_method (const TrendReading *self);

G_END_DECLS
