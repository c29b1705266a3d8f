/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-tree.h"

#include "base/number.h"
#include "base/printable.h"
#include "records/expression-function.h"
#include "records/expression-moment.h"

#include <string.h>

#define COMPARED \
  (EXPRESSION_NUMBER | EXPRESSION_TEXT | EXPRESSION_DATE | EXPRESSION_DATETIME | EXPRESSION_TIME)
#define ANY_KIND (COMPARED | EXPRESSION_TRUTH)

typedef struct {
  Expression *tree;
  const ExpressionColumn *columns;
  gsize n_columns;
  GError **error;
} Checker;

static ExpressionKind check_node (Checker *self, guint index);

static ExpressionNode *
node_at (Checker *self, guint index)
{
  return &g_array_index (self->tree->nodes, ExpressionNode, index);
}

/* Where @index stands in the text, made fit to be printed. */
static char *
dup_shown (Checker *self, guint index)
{
  const ExpressionNode *node = node_at (self, index);
  g_autofree char *slice = g_strndup (self->tree->text + node->start, node->end - node->start);

  return printable_dup (slice, 40);
}

static ExpressionKind
refuse (Checker *self, guint index, ScrutinyError code, const char *said)
{
  const ExpressionNode *node = node_at (self, index);

  expression_refuse (self->tree, node->start, node->end, code, self->error, "%s", said);

  return 0;
}

/* “days” is a number; @advice. */
static ExpressionKind
refuse_kind (Checker *self, guint index, const char *advice)
{
  g_autofree char *shown = dup_shown (self, index);
  g_autofree char *said = g_strdup_printf (
      "“%s” is %s; %s", shown, expression_kind_get_words (node_at (self, index)->kind), advice);

  return refuse (self, index, SCRUTINY_ERROR_UNREADABLE, said);
}

static char *
dup_names (Checker *self)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < self->n_columns && i < 40; i++) {
    g_autofree char *shown = printable_dup (self->columns[i].name, 40);

    g_string_append_printf (names, "%s%s", i ? ", " : "", shown);
  }
  if (self->n_columns > 40)
    g_string_append_printf (names, " and %" G_GSIZE_FORMAT " more", self->n_columns - 40);

  return g_string_free (names, FALSE);
}

static const ExpressionColumn *
find_column (Checker *self, const char *name)
{
  for (gsize i = 0; i < self->n_columns; i++) {
    if (g_str_equal (self->columns[i].name, name))
      return &self->columns[i];
  }

  return NULL;
}

static ExpressionKind
check_column (Checker *self, guint index)
{
  ExpressionNode *node = node_at (self, index);
  const ExpressionColumn *column = find_column (self, node->text);
  g_autofree char *names = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *said = NULL;

  if (column) {
    node->engine_name = g_string_chunk_insert (
        self->tree->texts, column->engine_name ? column->engine_name : column->name);
    return column->kind;
  }

  names = dup_names (self);
  shown = printable_dup (node->text, 40);
  said = g_strdup_printf ("“%s” is not a column; there are %s", shown, names);

  return refuse (self, index, SCRUTINY_ERROR_NOT_FOUND, said);
}

/* What to write in place of the text literal @index where a value of @kind is needed. */
static char *
dup_literal_advice (Checker *self, guint index, ExpressionKind kind)
{
  const char *text = node_at (self, index)->text;
  double number;

  if (kind == EXPRESSION_NUMBER && number_parse (text, strlen (text), &number))
    return g_strdup_printf ("write it without marks, %s", text);
  if (kind == EXPRESSION_DATE && expression_moment_parse (text, kind, &number))
    return g_strdup_printf ("write DATE '%s'", text);
  if (kind == EXPRESSION_DATE)
    return g_strdup ("write a date as DATE '2024-04-01'");
  if (kind == EXPRESSION_DATETIME && expression_moment_parse (text, kind, &number))
    return g_strdup_printf ("write TIMESTAMP '%s'", text);
  if (kind == EXPRESSION_DATETIME)
    return g_strdup ("write a date with a time as TIMESTAMP '2024-04-01 09:30'");
  if (kind == EXPRESSION_TIME)
    return g_strdup ("write a time of day as TIME '09:30'");

  return g_strdup ("compare like with like");
}

static char *
dup_pair_advice (Checker *self, guint left, guint right)
{
  const ExpressionNode *a = node_at (self, left);
  const ExpressionNode *b = node_at (self, right);

  if (b->op == EXPRESSION_OP_LITERAL && b->kind == EXPRESSION_TEXT)
    return dup_literal_advice (self, right, a->kind);
  if (a->op == EXPRESSION_OP_LITERAL && a->kind == EXPRESSION_TEXT)
    return dup_literal_advice (self, left, b->kind);
  if ((a->kind | b->kind) == (EXPRESSION_DATE | EXPRESSION_DATETIME))
    return g_strdup ("compare the days of both: date(…) leaves out the time");
  if (a->kind == EXPRESSION_TEXT && b->kind == EXPRESSION_NUMBER && b->op == EXPRESSION_OP_LITERAL)
    return g_strdup ("write it in marks, as a 'text'");
  if (a->kind == EXPRESSION_TRUTH || b->kind == EXPRESSION_TRUTH)
    return g_strdup ("compare it with TRUE or FALSE");

  return g_strdup ("compare like with like");
}

static gboolean
are_alike (Checker *self, guint left, guint right)
{
  g_autofree char *advice = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *said = NULL;

  if (node_at (self, left)->kind == node_at (self, right)->kind)
    return TRUE;

  advice = dup_pair_advice (self, left, right);
  first = dup_shown (self, left);
  second = dup_shown (self, right);
  said = g_strdup_printf ("“%s” is %s and “%s” %s; %s", first,
                          expression_kind_get_words (node_at (self, left)->kind), second,
                          expression_kind_get_words (node_at (self, right)->kind), advice);
  refuse (self, right, SCRUTINY_ERROR_UNREADABLE, said);

  return FALSE;
}

static const char *
advice_for (ExpressionKind kind, ExpressionKind wanted)
{
  if (wanted == EXPRESSION_TRUTH && kind == EXPRESSION_NUMBER)
    return "here a condition is needed: compare it, such as days <= 45";
  if (wanted == EXPRESSION_TRUTH && kind == EXPRESSION_TEXT)
    return "here a condition is needed: compare it, such as seen = 'Y'";
  if (wanted == EXPRESSION_TRUTH)
    return "here a condition is needed: compare it, or ask IS MISSING";
  if (wanted == EXPRESSION_NUMBER && kind & (EXPRESSION_DATE | EXPRESSION_DATETIME))
    return "here a number is needed: days_between(from, until) counts the days between two dates";
  if (wanted == EXPRESSION_NUMBER)
    return "here a number is needed";
  if (wanted == EXPRESSION_TEXT)
    return "here a text is needed";
  if (kind == EXPRESSION_TRUTH && wanted == COMPARED)
    return "it has no order: compare it with = or <>";
  if (wanted & EXPRESSION_DATE)
    return "here a date is needed, a column of dates or DATE '2024-04-01'";

  return "here a date with a time is needed";
}

/* Whether all operands of @index are of one of the kinds @wanted. */
static gboolean
operands_are (Checker *self, guint index, ExpressionKind wanted)
{
  for (guint i = node_at (self, index)->first; i; i = node_at (self, i)->next) {
    const ExpressionKind kind = check_node (self, i);

    if (!kind)
      return FALSE;
    if (!(kind & wanted)) {
      refuse_kind (self, i, advice_for (kind, wanted));
      return FALSE;
    }
  }

  return TRUE;
}

/* As above, and all like the first. */
static gboolean
operands_are_alike (Checker *self, guint index, ExpressionKind wanted)
{
  const guint first = node_at (self, index)->first;

  if (!operands_are (self, index, wanted))
    return FALSE;
  for (guint i = node_at (self, first)->next; i; i = node_at (self, i)->next) {
    if (!are_alike (self, first, i))
      return FALSE;
  }

  return TRUE;
}

static ExpressionKind
check_call (Checker *self, guint index)
{
  const ExpressionFunction *function = expression_function_get (node_at (self, index)->function);

  if (function->result)
    return operands_are (self, index, function->operand) ? function->result : 0;

  return operands_are_alike (self, index, function->operand)
             ? node_at (self, node_at (self, index)->first)->kind
             : 0;
}

static ExpressionKind
check_op (Checker *self, guint index)
{
  switch (node_at (self, index)->op) {
  case EXPRESSION_OP_COLUMN:
    return check_column (self, index);
  case EXPRESSION_OP_CALL:
    return check_call (self, index);
  case EXPRESSION_OP_NEGATE:
  case EXPRESSION_OP_TIMES:
  case EXPRESSION_OP_OVER:
  case EXPRESSION_OP_PLUS:
  case EXPRESSION_OP_MINUS:
    return operands_are (self, index, EXPRESSION_NUMBER) ? EXPRESSION_NUMBER : 0;
  case EXPRESSION_OP_EQUAL:
  case EXPRESSION_OP_UNEQUAL:
  case EXPRESSION_OP_IN:
    return operands_are_alike (self, index, ANY_KIND) ? EXPRESSION_TRUTH : 0;
  case EXPRESSION_OP_IS_MISSING:
    return operands_are (self, index, ANY_KIND) ? EXPRESSION_TRUTH : 0;
  case EXPRESSION_OP_NOT:
  case EXPRESSION_OP_AND:
  case EXPRESSION_OP_OR:
    return operands_are (self, index, EXPRESSION_TRUTH) ? EXPRESSION_TRUTH : 0;
  default:
    return operands_are_alike (self, index, COMPARED) ? EXPRESSION_TRUTH : 0;
  }
}

/* The depth of a tree is limited where it is read. */
static ExpressionKind
check_node (Checker *self, guint index)
{
  ExpressionNode *node = node_at (self, index);

  if (node->op != EXPRESSION_OP_LITERAL)
    node->kind = check_op (self, index);

  return node->kind;
}

gboolean
expression_check (Expression *self,
                  const ExpressionColumn *columns,
                  gsize n_columns,
                  ExpressionKind wanted,
                  GError **error)
{
  Checker checker = { self, columns, n_columns, error };
  const ExpressionKind kind = check_node (&checker, self->root);

  if (kind && !(kind & wanted))
    refuse_kind (&checker, self->root, advice_for (kind, wanted));

  return kind & wanted;
}
