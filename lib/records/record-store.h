/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>

#include "records/expression.h"
#include "records/record-notes.h"
#include "records/record-schema.h"
#include "records/record-values.h"
#include "records/working-calendar.h"

G_BEGIN_DECLS

/* Where the rows are kept once they have been read: nothing in it can be changed, and a
 * question to it can neither reach anything else nor go on for ever.
 */
typedef struct _RecordStore RecordStore;

/* A question under way: one SELECT, row by row.  Nothing else can be asked of the store
 * until it is freed.
 */
typedef struct _RecordScan RecordScan;

/* What stands for a parameter, in order. */
typedef struct {
  const char *text; /* else the number */
  double number;
} RecordParameter;

typedef struct {
  const char *sql; /* one SELECT over RECORD_TABLE and its columns */
  const RecordParameter *parameters;
  guint n_parameters;
  double seconds;                  /* as long as it may take; 0: no limit */
  const WorkingCalendar *calendar; /* that working days are counted by; NULL: the usual one */
} RecordQuestion;

/* What an engine does. */
typedef struct {
  RecordScan *(*scan) (RecordStore *self,
                       const RecordQuestion *question,
                       GCancellable *cancellable,
                       GError **error);
  void (*free) (RecordStore *self);
} RecordStoreEngine;

typedef struct {
  gboolean (*next) (RecordScan *self, GError **error);
  gboolean (*is_known) (const RecordScan *self, guint column);
  gint64 (*get_integer) (const RecordScan *self, guint column);
  double (*get_number) (const RecordScan *self, guint column);
  const char *(*get_text) (const RecordScan *self, guint column);
  void (*free) (RecordScan *self);
} RecordScanEngine;

struct _RecordStore {
  const RecordStoreEngine *engine;
  ExpressionDialect dialect;
  const char *table; /* as a statement names it */
};

struct _RecordScan {
  const RecordScanEngine *engine;
};

RecordScan *record_store_scan (RecordStore *self,
                               const RecordQuestion *question,
                               GCancellable *cancellable,
                               GError **error);
void record_store_free (RecordStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordStore, record_store_free)

/* FALSE without an error at the end. */
gboolean record_scan_next (RecordScan *self, GError **error);
/* Of the row it stands on, @column counting from 0 as selected; a text until the next row. */
gboolean record_scan_is_known (const RecordScan *self, guint column);
gint64 record_scan_get_integer (const RecordScan *self, guint column);
double record_scan_get_number (const RecordScan *self, guint column);
const char *record_scan_get_text (const RecordScan *self, guint column);
void record_scan_free (RecordScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordScan, record_scan_free)

/* What is to be kept: columns side by side. */
typedef struct {
  const char *origin; /* the file's name, for messages */
  const RecordSchema *schema;
  const RecordCells *cells;   /* of each column */
  const RecordValues *values; /* of each column */
  const RecordRows *rows;
  guint32 n_rows;
  const char *path;   /* of a file that is not there yet, and goes with the store; NULL: memory */
  guint64 most_bytes; /* that it may take */
} RecordContent;

/* In SQLite.  Fails with NOT_BUILT where the library has none, with LIMIT where it would take
 * more than it may.
 */
RecordStore *
record_store_new (const RecordContent *content, GCancellable *cancellable, GError **error);

G_END_DECLS
