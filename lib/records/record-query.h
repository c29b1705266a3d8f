/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/definition-plan.h"
#include "records/expression.h"
#include "records/records-private.h"
#include "records/working-calendar.h"

G_BEGIN_DECLS

/* The columns of records as expressions know them. */
typedef struct {
  ExpressionColumn *columns;
  guint n_columns;
  GStrv engine_names;
} RecordColumns;

RecordColumns *record_columns_new (const RecordSchema *schema);
void record_columns_free (RecordColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordColumns, record_columns_free)

/* An expression over the columns of @records, read and checked; @what is how messages call it. */
Expression *record_expression_new (ScrutinyRecords *records,
                                   const char *text,
                                   const char *what,
                                   ExpressionKind wanted,
                                   GError **error);

/* A definition read and checked over the columns of @records. */
DefinitionPlan *
record_plan_new (ScrutinyRecords *records, ScrutinyDefinition *definition, GError **error);

/* A SELECT put together from checked expressions. */
typedef struct {
  GString *sql;
  GArray *bindings; /* ExpressionBinding */
  guint n_selected;
} RecordQuery;

RecordQuery *record_query_new (void);
void record_query_free (RecordQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordQuery, record_query_free)

/* Gives the number of what is selected. */
guint record_query_select (RecordQuery *self, const Expression *expression);
guint record_query_select_column (RecordQuery *self, guint column);
guint record_query_select_row (RecordQuery *self);

/* Asks; @where may be NULL, and nothing is added after it. */
RecordScan *record_query_scan (RecordQuery *self,
                               ScrutinyRecords *records,
                               const Expression *where,
                               const WorkingCalendar *calendar,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
