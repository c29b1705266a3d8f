/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/trend-options.h>

#include "trend/slope-figures.h"
#include "trend/slope-test.h"

G_BEGIN_DECLS

#define SLOPE_FEWEST_POINTS 8    /* to say anything */
#define SLOPE_FEWEST_FOR_PACE 20 /* to say how fast */

/* A chance, and the slopes that are compatible with it, a step of the calendar. */
typedef struct {
  double var_s;
  double z;
  double p;
  double low, high; /* infinite where there are too few pairs */
} SlopeChance;

/* What was found of the slope of one series.  Numbers are NaN where nothing can be told. */
typedef struct {
  SlopeFigures figures;
  gboolean is_panel;
  SlopeTest test;
  double level;
  gsize period;    /* periods in a season that are compared with their like; 1 for none */
  gsize n_columns; /* seasons times places */
  guint n_usable;  /* periods that have a value */
  gsize n_values;
  guint first, last; /* rows that hold a value */
  gboolean is_same;  /* all values are equal, of each place */
  gboolean is_exact; /* the plain chance weighs every order */
  double s;
  double tau_a, tau_b;
  double slope;
  double correlation;    /* of what is left without the slope, with the value before */
  SlopeChance plain;     /* as if the values did not depend on those before */
  SlopeChance dependent; /* with the dependence there is; never surer than the plain one */
  guint at;              /* of a split: the first period after it */
  char *reason;          /* why the test can make nothing of it; NULL */
} SlopeReading;

gboolean slope_reading_init (SlopeReading *self,
                             ScrutinySeries *series,
                             ScrutinyTrendOptions *options,
                             GError **error);
gboolean slope_reading_init_partial (SlopeReading *self,
                                     ScrutinySeries *series,
                                     ScrutinySeries *covariate,
                                     ScrutinyTrendOptions *options,
                                     GError **error);
gboolean slope_reading_init_regional (SlopeReading *self,
                                      ScrutinyPanel *panel,
                                      ScrutinyTrendOptions *options,
                                      GError **error);
void slope_reading_clear (SlopeReading *self);

/* 1 if what was looked at rose, -1 if it fell. */
int slope_reading_get_sign (const SlopeReading *self);

/* Steps of the calendar in a year; 1 where it has no years. */
double slope_steps_in_a_year (ScrutinyCalendar calendar);

G_END_DECLS
