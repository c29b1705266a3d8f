/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-date.h"
#include "records/record-value.h"
#include "records/record-values.h"

G_BEGIN_DECLS

/* How many rows of a column could be what. */
typedef struct {
  guint8 *lacks;  /* RecordLack of each text */
  guint64 n_held; /* rows that say something */
  guint64 n_numbers;
  guint64 n_truths;
  guint64 n_dates;                     /* in any of the forms that may be */
  guint64 n_in_order[RECORD_N_ORDERS]; /* in each */
  guint32 no_number;                   /* the first row that is none; G_MAXUINT32: all are */
  guint32 no_date;
} RecordTally;

void record_tally_count (RecordTally *self, const RecordCells *cells, const RecordAsked *asked);
void record_tally_clear (RecordTally *self);

/* The form that most rows are in; 0 if there is none, or two have as many. */
guint record_tally_get_order (const RecordTally *self);
/* The forms that as many rows are in as in any. */
guint record_tally_get_orders (const RecordTally *self);

/* What all rows are, without a word about it; RECORD_TEXT where they are not all one. */
RecordKind record_tally_get_kind (const RecordTally *self);

/* Why a column is a text although more than half of it is not; NULL where that is plain. */
char *
record_tally_dup_remark (const RecordTally *self, const RecordCells *cells, const RecordRows *rows);

G_END_DECLS
