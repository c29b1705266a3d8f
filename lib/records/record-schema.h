/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RECORD_NO_COLUMN G_MAXUINT

/* What the cells of a column are, and how the store keeps them; a cell that says nothing is
 * NULL whatever the kind.
 */
typedef enum {
  RECORD_TEXT,   /* TEXT, UTF-8 */
  RECORD_NUMBER, /* INTEGER where every number of the column is whole, else REAL */
  RECORD_DATE,   /* INTEGER, days since 1 January 1970 */
  RECORD_MOMENT, /* INTEGER, seconds since the start of that day on the clock that was written */
  RECORD_TRUTH,  /* INTEGER, 0 or 1 */
} RecordKind;

typedef struct {
  char *name; /* as published */
  RecordKind kind;
  gboolean is_whole; /* of numbers: each is a whole one */
  char *remark;      /* why it is text although most of it is not, naming the row; nullable */
} RecordColumn;

/* The columns of records, in the order of the file.  In the store the table is called
 * RECORD_TABLE and column @i "c@i": nothing that was published is part of a statement.
 */
typedef struct {
  RecordColumn *columns;
  guint n_columns;
} RecordSchema;

#define RECORD_TABLE "records"

/* All columns are texts at first. */
RecordSchema *record_schema_new (const char *const *names, guint n_names);
void record_schema_free (RecordSchema *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordSchema, record_schema_free)

/* By the name as published, else by the only one that differs in case alone. */
guint record_schema_find (const RecordSchema *self, const char *name);
/* For messages: “Ward”, “Opened” and 3 more. */
char *record_schema_dup_names (const RecordSchema *self);

/* For messages and JSON: "text", "number", "date", "date-time", "truth". */
const char *record_kind_get_name (RecordKind kind);
gboolean record_kind_from_name (const char *name, RecordKind *kind);

G_END_DECLS
