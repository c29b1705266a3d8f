/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/expression.h"

G_BEGIN_DECLS

#define EXPRESSION_MOST_ARGUMENTS 8

/* How an operand is written for the engine. */
typedef enum {
  EXPRESSION_AS_IT_IS,
  EXPRESSION_AS_DATE, /* of a date with a time its date */
} ExpressionOperandForm;

/* In the SQL "@1" and "@2" stand for the operands, "@*" for all of them, "@h" for the bank
 * holidays.  Operands have no brackets of their own: a number stands between brackets or commas.
 */
typedef struct {
  const char *name;
  ExpressionKind result; /* 0: that of its operands, which are all of one */
  ExpressionKind operand;
  guint n_least;
  guint n_most;
  ExpressionOperandForm form;
  const char *sqlite;
  const char *postgresql;
  const char *use; /* for messages */
} ExpressionFunction;

gboolean expression_function_find (const char *name, guint *index);
const ExpressionFunction *expression_function_get (guint index);

/* “abs, coalesce, …” */
char *expression_function_dup_names (void);

G_END_DECLS
