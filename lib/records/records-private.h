/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/definition.h>
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
  GPtrArray *releases; /* of ScrutinyDefinition */
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

/* The definitions of the figures that are given out, in order; NULL where none are known of. */
GPtrArray *scrutiny_records_get_releases (ScrutinyRecords *self);

/* Before anything is asked of them: adds to those that were known of when the rows were read. */
void scrutiny_records_add_release (ScrutinyRecords *self, ScrutinyDefinition *definition);

/* What rows definitions of those names have in common; NULL if it was not looked at. */
struct _RecordOverlaps;
struct _RecordOverlaps *scrutiny_records_find_overlaps (ScrutinyRecords *self, const char *names);
void scrutiny_records_keep_overlaps (ScrutinyRecords *self,
                                     const char *names,
                                     struct _RecordOverlaps *overlaps);

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
