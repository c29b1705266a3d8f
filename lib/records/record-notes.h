/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-cells.h"

G_BEGIN_DECLS

/* Which row of the file each row of the records is: the rows follow each other but at the
 * breaks, where some were blank.
 */
typedef struct {
  GArray *breaks; /* RecordBreak, in order; the first is of row 0 */
} RecordRows;

typedef struct {
  guint32 row;      /* from here on */
  guint64 file_row; /* as a reader of the file counts, from 1 */
} RecordBreak;

void record_rows_init (RecordRows *self);
void record_rows_clear (RecordRows *self);
/* Row @row, which follows all that were given before, is row @file_row of the file. */
void record_rows_put (RecordRows *self, guint32 row, guint64 file_row);
guint64 record_rows_get (const RecordRows *self, guint32 row);

/* What is said of a column while it is read.  Sentences name rows, never what is in them. */
typedef struct {
  const char *origin; /* the file's name */
  const char *column;
  const RecordRows *rows;
  GPtrArray *notes;
} RecordNotes;

/* "file.csv, column “Opened”: " and @sentence, in which the first %s is the rows that have a
 * text for which @wanted is TRUE: "row 17" or "rows 17, 40, 41 and 9 more".
 */
void record_notes_add_rows (const RecordNotes *self,
                            const RecordCells *cells,
                            const guint8 *wanted,
                            const char *sentence);
void record_notes_add (const RecordNotes *self, const char *sentence);

G_END_DECLS
