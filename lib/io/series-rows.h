/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period.h"
#include "base/series-private.h"
#include "io/row-notes.h"

G_BEGIN_DECLS

/* One observation as it stands in a row. */
typedef struct {
  gint64 ordinal;
  gsize row; /* as the spreadsheet counts, from 1 */
  double value;
  double low, high;
  double numerator, denominator;
  guint8 state; /* of SeriesState */
} SeriesRow;

/* Rows of one figure, in any order, become a series in the order of time. */
typedef struct {
  SeriesRow *rows;
  gsize n_rows;
  Period like; /* the calendar and window of all of them */
  const char *unit;
  gboolean has_counts; /* numerators and denominators were published beside the value */
  gboolean is_ratio;   /* nothing else was: values are numerators, to be made percentages */
  RowNotes *notes;
} SeriesRows;

/* A period twice is one observation if both say the same, and missing if not.  Counts are
 * kept if they give the published values.  NULL without an error if no row has a value or
 * says that one was withheld.
 */
ScrutinySeries *series_rows_end (SeriesRows *self, GError **error);

G_END_DECLS
