/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-notes.h"
#include "records/record-schema.h"

G_BEGIN_DECLS

/* What is known of a column before its cells are. */
typedef struct {
  gboolean is_declared;
  RecordKind kind;            /* if it is */
  guint orders;               /* RecordOrder: the forms a day may be written in; 0: any */
  const char *const *missing; /* texts that say there is nothing; NULL: only the empty one */
} RecordAsked;

/* What the texts of a column mean, a value for each text. */
typedef struct {
  RecordKind kind;
  gboolean is_whole;
  guint8 *known;    /* 0 where there is no value */
  gint64 *integers; /* of whole numbers, dates, moments and truths; else NULL */
  double *doubles;  /* of other numbers; else NULL */
  guint order;      /* RecordOrder of dates and moments */
  char *remark;     /* as in RecordColumn */
} RecordValues;

/* Decides what kind of column it is, from all rows or as it is declared, and reads every
 * text as that kind.  What could not be read is missing, and is said with its rows.
 */
void record_values_read (RecordValues *self,
                         const RecordCells *cells,
                         const RecordAsked *asked,
                         const RecordNotes *notes);
void record_values_clear (RecordValues *self);

G_END_DECLS
