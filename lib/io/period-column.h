/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period.h"
#include "io/row-notes.h"
#include "io/row-store.h"

G_BEGIN_DECLS

/* What the texts of a period column stand for. */
typedef struct {
  Period *periods;      /* by id of the text */
  gboolean *is_read;    /* by id */
  Period like;          /* the calendar and window of all of them */
  gsize n_periods;      /* distinct ones */
  gboolean as_quarters; /* months that stand for quarters */
} PeriodColumn;

/* Reads the texts of text column @text of @store.  @kind is the text column that says what
 * a year is, or SHEET_NO_COLUMN.  A few that are no periods are left out, with a note.
 */
gboolean period_column_read (PeriodColumn *self,
                             const RowStore *store,
                             guint text,
                             guint kind,
                             ScrutinyCalendar hint,
                             RowNotes *notes,
                             GError **error);
void period_column_clear (PeriodColumn *self);

/* For notes: "12 months", "7 overlapping windows of 3 calendar years". */
char *period_column_dup_span (const PeriodColumn *self);

G_END_DECLS
