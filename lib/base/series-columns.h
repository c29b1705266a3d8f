/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/timeline.h>

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
  GBytes *values;       /* double, NaN exactly where missing or suppressed */
  GBytes *states;       /* guint8 of SeriesState; NULL: missing where NaN, else observed */
  GBytes *lows;         /* double, lower bound of a suppressed value */
  GBytes *highs;        /* double */
  GBytes *numerators;   /* double */
  GBytes *denominators; /* double */
  double scale;         /* value = scale * numerator / denominator; 0 without counts */
  const char *unit;
} SeriesColumns;

/* NULL for what is none. */
const char *series_state_get_name (SeriesState state);
gboolean series_state_from_name (const char *name, SeriesState *state);

double series_column_at (GBytes *column, gsize index); /* NaN without a column */
gboolean
series_columns_get_bounds (const SeriesColumns *self, gsize index, double *low, double *high);

/* A copy of any column that is not aligned, and states where there are none. */
void series_columns_complete (SeriesColumns *self);

/* With a reference to each column. */
SeriesColumns series_columns_share (const SeriesColumns *self);
void series_columns_clear (SeriesColumns *self);

/* Makes the values from the counts, if there is one of each for every period. */
gboolean series_columns_divide (SeriesColumns *self, ScrutinyTimeline *timeline, GError **error);

/* Lengths, counts, bounds, values and states; the error names the first that is wrong. */
gboolean
series_columns_check (const SeriesColumns *self, ScrutinyTimeline *timeline, GError **error);

/* SHA-256, in hexadecimal digits, of all but the unit, in bytes that are the same on every
 * machine: "scrutiny.series/1"; calendar, window as text with its nul, window length, number
 * of periods, ordinals; scale; then of each period value, state, bounds and counts.  All but
 * the texts are little-endian and 8 bytes wide; every NaN is 0x7FF8000000000000.
 */
char *series_columns_dup_hash (const SeriesColumns *self, ScrutinyTimeline *timeline);

G_END_DECLS
