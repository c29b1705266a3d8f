/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/series-columns.h"
#include "records/definition-plan.h"
#include "records/records-private.h"

G_BEGIN_DECLS

/* What one period, of one segment, comes to. */
typedef struct {
  gint64 ordinal;     /* of the calendar */
  guint32 segment;    /* a number in @segments */
  guint64 n_rows;     /* looked at */
  guint64 n_counted;  /* of those */
  guint64 n_measured; /* of those looked at, with a measure */
  double sum;         /* of the measures */
  double squares;     /* what the measures are away from their mean, squared and summed */
  GArray *measures;   /* double; NULL where the kind needs only their sum */
  gboolean is_withheld;
} RecordFigure;

/* The rows of a definition gathered by period and segment, one question long. */
typedef struct {
  DefinitionKind kind;
  ScrutinyCalendar calendar;
  double scale;
  double level;
  GArray *figures;     /* RecordFigure, by segment as first met, then by period */
  guint n_segments;    /* columns */
  GStrv names;         /* of those columns */
  GPtrArray *segments; /* of each segment a GStrv, a text a column; empty where it is missing */
  guint64 n_undated;   /* rows looked at that belong to no period */
  guint n_met;         /* figures that have rows */
  guint round_to;      /* counts as they are answered are multiples of it; 0: all that are */
  gboolean is_whole;   /* no measure has a fraction, so that sums are exact in any order */
} RecordFigures;

/* @calendar may be unknown: then it is the definition's. */
RecordFigures *record_figures_new (ScrutinyRecords *records,
                                   const DefinitionPlan *plan,
                                   ScrutinyCalendar calendar,
                                   GCancellable *cancellable,
                                   GError **error);
/* By days, for each segment of @plan those of it alone, or NULL where they are too many: the rows
 * are gone through once.
 */
GPtrArray *record_figures_new_apart (ScrutinyRecords *records,
                                     const DefinitionPlan *plan,
                                     GCancellable *cancellable,
                                     GError **error);

void record_figures_free (RecordFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordFigures, record_figures_free)

/* Withholds that of a segment in a period, and adds it if there are no rows of it; in any order,
 * and then record_figures_sort().
 */
void record_figures_withhold (RecordFigures *self, guint32 segment, gint64 ordinal);
void record_figures_sort (RecordFigures *self);

/* What may be said of a figure: what is withheld is NaN, and its bounds stand for it. */
typedef struct {
  SeriesState state;
  double value;
  double low, high;   /* of the value; NaN where there are none */
  double numerator;   /* NaN where the kind has none */
  double denominator; /* NaN where the kind has none */
} RecordAnswer;

/* @figure may be NULL for a period without rows.  Measures are rearranged. */
RecordAnswer record_figures_answer (const RecordFigures *self, const RecordFigure *figure);

G_END_DECLS
