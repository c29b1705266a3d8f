/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/definition-plan.h"
#include "records/expression.h"
#include "records/records-private.h"

G_BEGIN_DECLS

/* An expression over the columns of @records, read and checked; @what is how messages call it. */
Expression *record_expression_new (ScrutinyRecords *records,
                                   const char *text,
                                   const char *what,
                                   ExpressionKind wanted,
                                   GError **error);

/* A definition read and checked over the columns of @records. */
DefinitionPlan *
record_plan_new (ScrutinyRecords *records, ScrutinyDefinition *definition, GError **error);

/* A SELECT put together from checked expressions, in the words of the engine that keeps the
 * rows.
 */
typedef struct {
  ScrutinyRecords *records;
  ExpressionDialect dialect;
  GString *sql;
  GArray *bindings; /* ExpressionBinding */
  guint n_selected;
} RecordQuery;

RecordQuery *record_query_new (ScrutinyRecords *records);
void record_query_free (RecordQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordQuery, record_query_free)

/* Gives the number of what is selected. */
guint record_query_select (RecordQuery *self, const Expression *expression);
/* The same of what may be NULL: then RECORD_NOT_SELECTED. */
guint record_query_select_any (RecordQuery *self, const Expression *expression);
/* The row's number in the file; of a server, in the order in which it gives them. */
guint record_query_select_row (RecordQuery *self);

#define RECORD_NOT_SELECTED G_MAXUINT

/* Of the row that @scan stands on: whether a condition is known to hold, and whether something is
 * known.  What was not selected asks nothing, and so it is.
 */
gboolean record_query_holds (const RecordScan *scan, guint column);
gboolean record_query_knows (const RecordScan *scan, guint column);

typedef void (*RecordEach) (const RecordScan *scan, gpointer data);

/* Asks, and calls @each for every row.  @where and @calendar may be NULL.  Only once. */
gboolean record_query_ask (RecordQuery *self,
                           const Expression *where,
                           const WorkingCalendar *calendar,
                           RecordEach each,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
