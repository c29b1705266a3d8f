/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records.h>

#include "records/record-schema.h"
#include "records/record-store.h"

G_BEGIN_DECLS

/* All is taken; any but the schema may be NULL. */
typedef struct {
  char *origin;
  char *hash;
  RecordSchema *schema;
  RecordStore *store;
  GStrv notes;
  guint64 n_rows;
  double seconds;
  guint suppress_below;
  guint round_to;
} RecordsParts;

ScrutinyRecords *scrutiny_records_new_take (RecordsParts *parts);

const RecordSchema *scrutiny_records_get_schema (ScrutinyRecords *self);

/* How the engine that keeps the rows is spoken to, and what it calls the table. */
ExpressionDialect scrutiny_records_get_dialect (ScrutinyRecords *self);
const char *scrutiny_records_get_table (ScrutinyRecords *self);

/* The file's name, as it can be shown. */
const char *scrutiny_records_get_origin (ScrutinyRecords *self);

/* The counts of a definition by steps of time, as they were kept for the next who asks; NULL if
 * they were not.
 */
struct _RecordSteps;
struct _RecordSteps *scrutiny_records_find_steps (ScrutinyRecords *self, const char *name);
void
scrutiny_records_keep_steps (ScrutinyRecords *self, const char *name, struct _RecordSteps *steps);

/* What rows come to by days, as it was kept. */
struct _RecordKept *scrutiny_records_get_kept (ScrutinyRecords *self);

/* Asks the store, within the time that a question may take. */
RecordScan *scrutiny_records_scan (ScrutinyRecords *self,
                                   const char *sql,
                                   const RecordParameter *parameters,
                                   guint n_parameters,
                                   const WorkingCalendar *calendar,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
