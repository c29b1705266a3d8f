/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A column as it is read: each text once, in the order in which it was first met, and for
 * every row which of them it has.  What is decided of a text is so decided once for all
 * rows that have it.
 */
typedef struct {
  char *text; /* of all, each followed by a nul */
  gsize n_text;
  gsize text_size;
  gsize *starts;   /* of each text in @text */
  guint32 *firsts; /* the row it was first met in */
  guint32 *counts; /* of rows that have it */
  guint32 *hashes;
  guint32 n_texts;
  guint32 texts_size;

  guint32 *slots; /* of the table of hashes: 1 + the text's number, 0 where there is none */
  guint32 n_slots;
  guint64 secret;

  guint32 *codes; /* of each row: the number of its text */
  guint32 n_rows;
  guint32 rows_size;
} RecordCells;

/* @secret makes which texts collide nobody's choice; it changes nothing that is seen. */
void record_cells_init (RecordCells *self, guint64 secret);
void record_cells_clear (RecordCells *self);

/* The next row's cell. */
void record_cells_add (RecordCells *self, const char *text, gsize length);
/* The cell of a row whose text is known: one of the numbers given before. */
void record_cells_add_code (RecordCells *self, guint32 code);

/* Followed by a nul. */
const char *record_cells_get (const RecordCells *self, guint32 code, gsize *length);
/* Bytes of memory it takes. */
gsize record_cells_get_size (const RecordCells *self);

G_END_DECLS
