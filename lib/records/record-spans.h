/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>

G_BEGIN_DECLS

/* A period of some calendar, as steps from @first up to but without @end. */
typedef struct {
  ScrutinyCalendar calendar;
  gint64 ordinal;
  gsize first, end, level;
} RecordSpan;

/* The periods of every calendar as coarse as @calendar or coarser, over @n steps from @first on:
 * all of them, years, halves, quarters, months, weeks, days; an array of RecordSpan.
 */
GArray *record_spans_new (ScrutinyCalendar calendar, gint64 first, gsize n);

/* Those of one calendar are neighbours: from the first up to but without the last. */
void record_spans_find (const GArray *self, ScrutinyCalendar calendar, guint *first, guint *end);

G_END_DECLS
