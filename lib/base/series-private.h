/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

G_BEGIN_DECLS

/* What is known of one observation.  Zero is a value, not a state. */
typedef enum {
  SERIES_OBSERVED,
  SERIES_MISSING,
  SERIES_SUPPRESSED, /* withheld; its bounds may be known */
  SERIES_PROVISIONAL,
  SERIES_REVISED,
} SeriesState;

/* Columns of one length; any but @values may be NULL.  All are taken. */
typedef struct {
  GBytes *values;       /* double, NaN where missing */
  GBytes *states;       /* guint8 of SeriesState */
  GBytes *lows;         /* double, lower bound of a suppressed value */
  GBytes *highs;        /* double */
  GBytes *numerators;   /* double */
  GBytes *denominators; /* double */
  double scale;         /* value = scale * numerator / denominator; 0 without counts */
  const char *unit;
} SeriesColumns;

/* Takes the columns even when it fails. */
ScrutinySeries *
scrutiny_series_new_take (ScrutinyTimeline *timeline, SeriesColumns *columns, GError **error);

const guint8 *scrutiny_series_get_states (ScrutinySeries *self);

G_END_DECLS
