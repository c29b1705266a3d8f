/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>
#include <scrutiny/waits-options.h>

#include "records/working-calendar.h"

G_BEGIN_DECLS

/* A row that can be read: from its start to its end, or open until the record ends. */
typedef struct {
  gsize row;
  gsize case_number; /* rows of one case have the same */
  double start, end; /* days since 1 January 1970; @end is NaN while it is open */
} WaitSpan;

typedef struct {
  GArray *spans; /* of WaitSpan */
  gsize n_cases;
  double until;      /* NaN where there is no day at all */
  gboolean is_whole; /* days without a time of day */
  const char *order; /* how days are written, “day/month/year”; NULL of numbers */
  gsize n_without_start;
  gsize n_later; /* that start after the record ends */
  gsize n_backwards;
  guint64 first_backwards;  /* the row of the file of the first that ends before it starts */
  WorkingCalendar *working; /* whose days are counted; NULL: all days */
  gsize n_outside;          /* for which it does not know the holidays */
} WaitSpans;

WaitSpans *wait_spans_new (ScrutinyTable *table,
                           const char *from,
                           const char *to,
                           ScrutinyWaitsOptions *options,
                           GError **error);
void wait_spans_free (WaitSpans *self);

/* From one moment to a later one, in the days that are counted. */
double wait_spans_between (const WaitSpans *self, double from, double to);

/* How long a span has lasted, by the end of the record if it is open, in the days that are
 * counted; and in those of the calendar.
 */
double wait_span_length (const WaitSpans *self, const WaitSpan *span);
double wait_span_length_in_all_days (const WaitSpans *self, const WaitSpan *span);

/* The day the record ends, as ISO 8601 writes it; NULL where there is none. */
char *wait_spans_dup_until (const WaitSpans *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaitSpans, wait_spans_free)

G_END_DECLS
