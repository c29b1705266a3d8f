/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/expression-token.h"
#include "records/expression.h"

#include <scrutiny/error.h>

G_BEGIN_DECLS

typedef enum {
  EXPRESSION_OP_LITERAL, /* its kind, number and text say which */
  EXPRESSION_OP_COLUMN,
  EXPRESSION_OP_CALL,
  EXPRESSION_OP_NEGATE,
  EXPRESSION_OP_TIMES,
  EXPRESSION_OP_OVER,
  EXPRESSION_OP_PLUS,
  EXPRESSION_OP_MINUS,
  EXPRESSION_OP_AT_LEAST,
  EXPRESSION_OP_AT_MOST,
  EXPRESSION_OP_MORE,
  EXPRESSION_OP_LESS,
  EXPRESSION_OP_EQUAL,
  EXPRESSION_OP_UNEQUAL,
  EXPRESSION_OP_IN,
  EXPRESSION_OP_BETWEEN,
  EXPRESSION_OP_IS_MISSING,
  EXPRESSION_OP_NOT,
  EXPRESSION_OP_AND,
  EXPRESSION_OP_OR,
} ExpressionOp;

/* Operands are a list: the first, and each one's next; 0 is none. */
typedef struct {
  ExpressionOp op;
  gboolean is_negated; /* NOT IN, NOT BETWEEN, IS NOT MISSING */
  guint function;      /* of a call */
  guint first;
  guint next;
  guint depth;
  gsize start; /* where it stands in the text */
  gsize end;
  double number;           /* of a literal */
  const char *text;        /* of a literal, or the name of a column */
  const char *engine_name; /* of a checked column */
  ExpressionKind kind;     /* 0 until it is checked, but for literals */
} ExpressionNode;

struct _Expression {
  char *text;
  char *what;
  GArray *nodes; /* of ExpressionNode; the one at 0 is none */
  GStringChunk *texts;
  guint root;
};

Expression *expression_new (const char *text, const char *what);
const ExpressionNode *expression_node (const Expression *self, guint index);

/* “counted, line 1, column 5: ” and the rest; always FALSE. */
gboolean expression_refuse (const Expression *self,
                            gsize start,
                            gsize end,
                            ScrutinyError code,
                            GError **error,
                            const char *format,
                            ...) G_GNUC_PRINTF (6, 7);

G_END_DECLS
