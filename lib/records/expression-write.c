/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-tree.h"

#include "base/number.h"
#include "records/expression-function.h"

#include <string.h>

/* How close a sign binds what stands beside it. */
typedef enum {
  BINDS_OR,
  BINDS_AND,
  BINDS_NOT,
  BINDS_COMPARISON,
  BINDS_SUM,
  BINDS_PRODUCT,
  BINDS_SIGN,
  BINDS_ATOM,
} Binding;

typedef struct {
  const Expression *tree;
  ExpressionDialect dialect;
  GString *out;
  GArray *bindings;
} Writer;

static const struct {
  const char *sign;
  Binding binding;
} ops[] = {
  [EXPRESSION_OP_LITERAL] = { NULL, BINDS_ATOM },
  [EXPRESSION_OP_COLUMN] = { NULL, BINDS_ATOM },
  [EXPRESSION_OP_CALL] = { NULL, BINDS_ATOM },
  [EXPRESSION_OP_NEGATE] = { "-", BINDS_SIGN },
  [EXPRESSION_OP_TIMES] = { "*", BINDS_PRODUCT },
  [EXPRESSION_OP_OVER] = { "/", BINDS_PRODUCT },
  [EXPRESSION_OP_PLUS] = { "+", BINDS_SUM },
  [EXPRESSION_OP_MINUS] = { "-", BINDS_SUM },
  [EXPRESSION_OP_AT_LEAST] = { ">=", BINDS_COMPARISON },
  [EXPRESSION_OP_AT_MOST] = { "<=", BINDS_COMPARISON },
  [EXPRESSION_OP_MORE] = { ">", BINDS_COMPARISON },
  [EXPRESSION_OP_LESS] = { "<", BINDS_COMPARISON },
  [EXPRESSION_OP_EQUAL] = { "=", BINDS_COMPARISON },
  [EXPRESSION_OP_UNEQUAL] = { "<>", BINDS_COMPARISON },
  [EXPRESSION_OP_IN] = { "IN", BINDS_COMPARISON },
  [EXPRESSION_OP_BETWEEN] = { "BETWEEN", BINDS_COMPARISON },
  [EXPRESSION_OP_IS_MISSING] = { "IS", BINDS_COMPARISON },
  [EXPRESSION_OP_NOT] = { "NOT", BINDS_NOT },
  [EXPRESSION_OP_AND] = { "AND", BINDS_AND },
  [EXPRESSION_OP_OR] = { "OR", BINDS_OR },
};

static void write_node (Writer *self, guint index, Binding least);

static const ExpressionNode *
node_of (const Writer *self, guint index)
{
  return expression_node (self->tree, index);
}

static void
append_in_marks (GString *out, const char *text, char mark)
{
  g_string_append_c (out, mark);
  for (; *text; text++) {
    g_string_append_c (out, *text);
    if (*text == mark)
      g_string_append_c (out, mark);
  }
  g_string_append_c (out, mark);
}

void
expression_append_quoted (GString *out, const char *name)
{
  append_in_marks (out, name, '"');
}

static void
write_column (Writer *self, const ExpressionNode *node)
{
  const gboolean is_number =
      self->dialect == EXPRESSION_POSTGRESQL && node->kind == EXPRESSION_NUMBER;

  if (self->dialect == EXPRESSION_AS_WRITTEN && !expression_token_needs_marks (node->text)) {
    g_string_append (self->out, node->text);
    return;
  }

  /* An integer of PostgreSQL divides and overflows as one. */
  g_string_append (self->out, is_number ? "CAST(" : "");
  expression_append_quoted (self->out, self->dialect == EXPRESSION_AS_WRITTEN ? node->text
                                                                              : node->engine_name);
  g_string_append (self->out, is_number ? " AS double precision)" : "");
}

static void
write_literal_as_written (Writer *self, const ExpressionNode *node)
{
  char buffer[NUMBER_TEXT_SIZE];

  if (node->kind == EXPRESSION_NUMBER) {
    g_string_append (self->out, number_format (node->number, buffer));
  } else if (node->kind == EXPRESSION_TRUTH) {
    g_string_append (self->out, node->number != 0 ? "TRUE" : "FALSE");
  } else {
    g_string_append (self->out, node->kind == EXPRESSION_DATE       ? "DATE "
                                : node->kind == EXPRESSION_TIME     ? "TIME "
                                : node->kind == EXPRESSION_DATETIME ? "TIMESTAMP "
                                                                    : "");
    append_in_marks (self->out, node->text, '\'');
  }
}

static void
write_parameter (Writer *self, ExpressionBinding binding)
{
  g_array_append_val (self->bindings, binding);
  if (self->dialect == EXPRESSION_POSTGRESQL)
    g_string_append_printf (self->out, "$%u", self->bindings->len);
  else
    g_string_append_c (self->out, '?');
}

static const char *
postgresql_kind (ExpressionKind kind)
{
  switch (kind) {
  case EXPRESSION_NUMBER:
    return "double precision";
  case EXPRESSION_DATE:
    return "date";
  case EXPRESSION_DATETIME:
    return "timestamp";
  case EXPRESSION_TIME:
    return "time";
  default:
    return "text";
  }
}

static void
write_literal (Writer *self, const ExpressionNode *node)
{
  if (self->dialect == EXPRESSION_AS_WRITTEN) {
    write_literal_as_written (self, node);
    return;
  }
  if (node->kind == EXPRESSION_TRUTH) {
    const gboolean is_true = node->number != 0;

    g_string_append (self->out, self->dialect == EXPRESSION_SQLITE ? (is_true ? "1" : "0")
                                                                   : (is_true ? "TRUE" : "FALSE"));
    return;
  }

  if (self->dialect == EXPRESSION_POSTGRESQL)
    g_string_append (self->out, "CAST(");
  write_parameter (self, (ExpressionBinding){ node->kind, node->number, node->text });
  if (self->dialect == EXPRESSION_POSTGRESQL)
    g_string_append_printf (self->out, " AS %s)", postgresql_kind (node->kind));
}

static void
write_list (Writer *self, guint first)
{
  for (guint i = first; i; i = node_of (self, i)->next) {
    if (i != first)
      g_string_append (self->out, ", ");
    write_node (self, i, BINDS_OR);
  }
}

static void
write_operand (Writer *self, guint index, ExpressionOperandForm form)
{
  const gboolean has_time = node_of (self, index)->kind == EXPRESSION_DATETIME;
  const gboolean is_postgresql = self->dialect == EXPRESSION_POSTGRESQL;

  if (form != EXPRESSION_AS_DATE || !has_time) {
    write_node (self, index, BINDS_OR);
    return;
  }
  g_string_append (self->out, is_postgresql ? "CAST(" : "scrutiny_date(");
  write_node (self, index, BINDS_OR);
  g_string_append (self->out, is_postgresql ? " AS date)" : ")");
}

static void
write_template (Writer *self, const ExpressionNode *node, const char *template)
{
  const ExpressionFunction *function = expression_function_get (node->function);

  for (const char *at = template; *at; at++) {
    if (*at != '@')
      g_string_append_c (self->out, *at);
    else if (*++at == '*')
      write_list (self, node->first);
    else if (*at == 'h')
      write_parameter (self, (ExpressionBinding){ EXPRESSION_HOLIDAYS, 0, NULL });
    else
      write_operand (self, *at == '1' ? node->first : node_of (self, node->first)->next,
                     function->form);
  }
}

static void
write_call (Writer *self, const ExpressionNode *node)
{
  const ExpressionFunction *function = expression_function_get (node->function);

  if (self->dialect == EXPRESSION_SQLITE) {
    write_template (self, node, function->sqlite);
  } else if (self->dialect == EXPRESSION_POSTGRESQL) {
    write_template (self, node, function->postgresql);
  } else {
    g_string_append_printf (self->out, "%s(", function->name);
    write_list (self, node->first);
    g_string_append_c (self->out, ')');
  }
}

/* SQLite divides two integers as integers; both engines shall say "missing" of what is divided
 * by nothing.
 */
static void
write_quotient (Writer *self, const ExpressionNode *node)
{
  const char *kind = self->dialect == EXPRESSION_SQLITE ? "REAL" : "double precision";

  g_string_append (self->out, "CAST(");
  write_node (self, node->first, BINDS_OR);
  g_string_append_printf (self->out, " AS %s) / NULLIF(", kind);
  write_node (self, node_of (self, node->first)->next, BINDS_OR);
  g_string_append (self->out, ", 0)");
}

/* By their code points, whatever the database's language. */
static void
write_compared (Writer *self, guint index)
{
  write_node (self, index, BINDS_SUM);
  if (self->dialect == EXPRESSION_POSTGRESQL && node_of (self, index)->kind == EXPRESSION_TEXT)
    g_string_append (self->out, " COLLATE \"C\"");
}

/* Terms in a row need no brackets, whichever of them were together. */
static void
write_pair (Writer *self, const ExpressionNode *node)
{
  const Binding binding = ops[node->op].binding;
  const guint right = node_of (self, node->first)->next;

  if (binding == BINDS_COMPARISON)
    write_compared (self, node->first);
  else
    write_node (self, node->first, binding);
  g_string_append_printf (self->out, " %s ", ops[node->op].sign);
  write_node (self, right, binding == BINDS_OR || binding == BINDS_AND ? binding : binding + 1);
}

static void
write_asked (Writer *self, const ExpressionNode *node)
{
  const guint second = node_of (self, node->first)->next;

  write_compared (self, node->first);
  g_string_append_printf (self->out, " %s%s ", node->is_negated ? "NOT " : "", ops[node->op].sign);
  if (node->op == EXPRESSION_OP_IN) {
    g_string_append_c (self->out, '(');
    write_list (self, second);
    g_string_append_c (self->out, ')');
  } else {
    write_node (self, second, BINDS_SUM);
    g_string_append (self->out, " AND ");
    write_node (self, node_of (self, second)->next, BINDS_SUM);
  }
}

static void
write_is_missing (Writer *self, const ExpressionNode *node)
{
  write_node (self, node->first, BINDS_SUM);
  g_string_append_printf (self->out, " IS %s%s", node->is_negated ? "NOT " : "",
                          self->dialect == EXPRESSION_AS_WRITTEN ? "MISSING" : "NULL");
}

/* Behind a sign stands no other: two are the beginning of a remark in SQL. */
static void
write_signed (Writer *self, const ExpressionNode *node)
{
  g_string_append (self->out, node->op == EXPRESSION_OP_NOT ? "NOT " : "-");
  write_node (self, node->first, BINDS_ATOM);
}

static void
write_op (Writer *self, const ExpressionNode *node)
{
  switch (node->op) {
  case EXPRESSION_OP_LITERAL:
    write_literal (self, node);
    break;
  case EXPRESSION_OP_COLUMN:
    write_column (self, node);
    break;
  case EXPRESSION_OP_CALL:
    write_call (self, node);
    break;
  case EXPRESSION_OP_NEGATE:
  case EXPRESSION_OP_NOT:
    write_signed (self, node);
    break;
  case EXPRESSION_OP_IN:
  case EXPRESSION_OP_BETWEEN:
    write_asked (self, node);
    break;
  case EXPRESSION_OP_IS_MISSING:
    write_is_missing (self, node);
    break;
  default:
    if (node->op == EXPRESSION_OP_OVER && self->dialect != EXPRESSION_AS_WRITTEN)
      write_quotient (self, node);
    else
      write_pair (self, node);
  }
}

/* In brackets where it binds less than @least. */
static void
write_node (Writer *self, guint index, Binding least)
{
  const ExpressionNode *node = node_of (self, index);
  const gboolean in_brackets = ops[node->op].binding < least;

  g_string_append (self->out, in_brackets ? "(" : "");
  write_op (self, node);
  g_string_append (self->out, in_brackets ? ")" : "");
}

void
expression_write_sql (const Expression *self,
                      ExpressionDialect dialect,
                      GString *sql,
                      GArray *bindings)
{
  Writer writer = { self, dialect, sql, bindings };

  g_return_if_fail (expression_get_kind (self) != 0);

  write_node (&writer, self->root, BINDS_ATOM);
}

char *
expression_dup_text (const Expression *self)
{
  Writer writer = { self, EXPRESSION_AS_WRITTEN, g_string_new (NULL), NULL };

  write_node (&writer, self->root, BINDS_OR);

  return g_string_free (writer.out, FALSE);
}

/* Whether @node counts the time from one date to another. */
static gboolean
is_span (const Expression *self, const ExpressionNode *node)
{
  return node->op == EXPRESSION_OP_CALL &&
         g_str_has_suffix (expression_function_get (node->function)->name, "_between");
}

static char *
dup_part (const Expression *self, guint index)
{
  Writer writer = { self, EXPRESSION_AS_WRITTEN, g_string_new (NULL), NULL };

  write_node (&writer, index, BINDS_OR);

  return g_string_free (writer.out, FALSE);
}

static void
add_text (const Expression *self, guint index, GPtrArray *texts)
{
  g_ptr_array_add (texts, dup_part (self, index));
}

char **
expression_dup_spans (const Expression *self)
{
  GPtrArray *spans = g_ptr_array_new ();

  for (guint i = 1; i < self->nodes->len; i++)
    if (is_span (self, expression_node (self, i)))
      add_text (self, i, spans);
  g_ptr_array_add (spans, NULL);

  return (char **) g_ptr_array_free (spans, FALSE);
}

gboolean
expression_dup_ends (const Expression *self, char **begun, char **ended)
{
  for (guint i = 1; i < self->nodes->len; i++) {
    const ExpressionNode *node = expression_node (self, i);

    if (!is_span (self, node))
      continue;
    *begun = dup_part (self, node->first);
    *ended = dup_part (self, expression_node (self, node->first)->next);
    return TRUE;
  }

  return FALSE;
}

/* Brackets within brackets are no deeper than an expression may be. */
static void
add_conditions (const Expression *self, guint index, GPtrArray *conditions)
{
  const ExpressionNode *node = expression_node (self, index);

  if (node->op != EXPRESSION_OP_AND) {
    add_text (self, index, conditions);
    return;
  }
  for (guint operand = node->first; operand; operand = expression_node (self, operand)->next)
    add_conditions (self, operand, conditions);
}

char **
expression_dup_conditions (const Expression *self)
{
  GPtrArray *conditions = g_ptr_array_new ();

  add_conditions (self, self->root, conditions);
  g_ptr_array_add (conditions, NULL);

  return (char **) g_ptr_array_free (conditions, FALSE);
}

char **
expression_dup_divisors (const Expression *self)
{
  GPtrArray *divisors = g_ptr_array_new ();

  for (guint i = 1; i < self->nodes->len; i++) {
    const ExpressionNode *node = expression_node (self, i);
    const guint divisor =
        node->op == EXPRESSION_OP_OVER ? expression_node (self, node->first)->next : 0;

    if (divisor && expression_node (self, divisor)->op != EXPRESSION_OP_LITERAL)
      add_text (self, divisor, divisors);
  }
  g_ptr_array_add (divisors, NULL);

  return (char **) g_ptr_array_free (divisors, FALSE);
}
