/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-figures.h"

G_BEGIN_DECLS

/* What is counted: those that count, or are measured; of a share the rest, of a rate all rows. */
enum {
  STEPS_COUNTED,
  STEPS_OTHERS,
  STEPS_N_COUNTS,
};

/* The counts behind a figure by the finest steps of time that its periods are made of, and by
 * segment; shared.
 */
typedef struct _RecordSteps {
  gint64 first; /* step */
  gsize n;
  gboolean has_others;
  GStrv keys;     /* of the segments */
  double *counts; /* shape (segments, STEPS_N_COUNTS, @n) */
} RecordSteps;

/* Months for what is made of months, else days. */
ScrutinyCalendar record_steps_get_calendar (ScrutinyCalendar calendar);

/* Of @figures, which are by such steps. */
RecordSteps *record_steps_new (const RecordFigures *figures);
RecordSteps *record_steps_ref (RecordSteps *self);
void record_steps_unref (RecordSteps *self);

/* The counts of the segment of that key; NULL where there is none. */
const double *record_steps_find (const RecordSteps *self, const char *key, guint count);

/* What tells a segment from others. */
char *record_figures_dup_key (const RecordFigures *self, guint32 segment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordSteps, record_steps_unref)

G_END_DECLS
