/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>
#include <scrutiny/definition.h>

#include "records/expression.h"
#include "records/working-calendar.h"

G_BEGIN_DECLS

typedef enum {
  DEFINITION_SHARE,
  DEFINITION_COUNT,
  DEFINITION_RATE,
  DEFINITION_MEAN,
  DEFINITION_MEDIAN,
  DEFINITION_PERCENTILE,
} DefinitionKind;

/* A definition that has been understood: what is absent is NULL. */
typedef struct {
  DefinitionKind kind;
  Expression *of;      /* a condition */
  Expression *counted; /* a condition: of a share and a rate */
  Expression *measure; /* a number: of a rate, a mean, a median and a percentile; of a share the
                          column whose neighbourhood of the limit can be looked at */
  Expression *dated;   /* a date, perhaps with a time */
  Expression *key;     /* anything: what rows of one case have in common */
  Expression *demand;  /* a text: what kind of demand a row is */
  Expression *cause;   /* a text: what brought it about */
  GPtrArray *segments; /* of Expression, each a column */
  GPtrArray *spans;    /* of Expression: each call of the definition that counts the time from one
                          date to another; below zero it ended before it began */
  GPtrArray *divisors; /* of Expression: what is divided by anywhere in the definition */
  double scale;
  double level; /* of a percentile */
  double limit; /* NaN: none */
  double days;  /* that it looks back; 0: it does not */
  ScrutinyCalendar calendar;
  WorkingCalendar *working;
} DefinitionPlan;

/* Reads a computed definition; with @columns also checks it against them, without (NULL) only
 * whether each part can be one.  Fails with UNREADABLE, NOT_FOUND, OUT_OF_RANGE or LIMIT: the
 * message and the error's column name the part.
 */
DefinitionPlan *definition_plan_new (ScrutinyDefinition *definition,
                                     const ExpressionColumn *columns,
                                     gsize n_columns,
                                     GError **error);
void definition_plan_free (DefinitionPlan *self);

/* The definition in one line, its expressions as everyone would write them: what two definitions
 * that say the same have in common.
 */
char *definition_plan_dup_text (const DefinitionPlan *self);

/* What tells the figure from any other of the same rows: the same with @segment alone, NULL for
 * none, and with the days that are none of work.
 */
char *definition_plan_dup_name (const DefinitionPlan *self, const Expression *segment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DefinitionPlan, definition_plan_free)

G_END_DECLS
