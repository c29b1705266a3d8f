/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-tree.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "records/expression-function.h"
#include "records/expression-moment.h"

#include <string.h>

typedef struct {
  Expression *tree;
  ExpressionToken token; /* the next to be understood */
  gsize behind;          /* where the last one ended */
  guint depth;
  GError **error;
} Parser;

static guint parse_condition (Parser *self);
static guint parse_sum (Parser *self);

static gsize
offset_of (const Parser *self, const char *at)
{
  return (gsize) (at - self->tree->text);
}

static guint
refuse_at (Parser *self, ExpressionToken token, ScrutinyError code, const char *expected)
{
  g_autofree char *found = g_strndup (token.start, (gsize) (token.end - token.start));
  g_autofree char *shown = printable_dup (found, 40);

  if (token.kind == EXPRESSION_TOKEN_END)
    expression_refuse (self->tree, offset_of (self, token.start), offset_of (self, token.end), code,
                       self->error, "the text ends here; %s", expected);
  else
    expression_refuse (self->tree, offset_of (self, token.start), offset_of (self, token.end), code,
                       self->error, "found “%s”; %s", shown, expected);

  return 0;
}

/* What is wrong with a token wherever it stands, or @expected. */
static guint
refuse (Parser *self, const char *expected)
{
  const ExpressionToken *token = &self->token;

  if (token->kind == EXPRESSION_TOKEN_FOREIGN)
    expected = "a definition is one expression over the columns and has none of the rest of SQL; "
               "a column of that name stands in marks, \"like this\"";
  else if (token->kind == EXPRESSION_TOKEN_OPEN_QUOTE)
    expected = *token->start == '"' ? "the name's mark “\"” is not closed"
                                    : "the text's mark “'” is not closed";
  else if (token->kind == EXPRESSION_TOKEN_UNKNOWN && g_ascii_isdigit (*token->start))
    expected = "it is neither a number nor a name; a name that begins so stands in marks, \"like "
               "this\"";
  else if (token->kind == EXPRESSION_TOKEN_UNKNOWN)
    expected = "it is no sign of a definition; there are = <> < <= > >= + - * / ( ) and , and the "
               "marks 'text' and \"column\"";

  return refuse_at (self, *token, SCRUTINY_ERROR_UNREADABLE, expected);
}

static void
advance (Parser *self)
{
  self->behind = offset_of (self, self->token.end);
  self->token = expression_token_next (self->token.end);
}

static gboolean
accept (Parser *self, ExpressionTokenKind kind)
{
  if (self->token.kind != kind)
    return FALSE;

  advance (self);

  return TRUE;
}

static gboolean
expect (Parser *self, ExpressionTokenKind kind, const char *expected)
{
  if (accept (self, kind))
    return TRUE;

  refuse (self, expected);

  return FALSE;
}

static ExpressionNode *
node_at (Parser *self, guint index)
{
  return &g_array_index (self->tree->nodes, ExpressionNode, index);
}

/* Adds @node, which began at @start and ends here; its operands are there already. */
static guint
add (Parser *self, ExpressionNode node, gsize start)
{
  node.start = start;
  node.end = self->behind;
  for (guint i = node.first; i; i = node_at (self, i)->next)
    node.depth = MAX (node.depth, node_at (self, i)->depth + 1);

  if (node.depth > EXPRESSION_DEPTH_LIMIT)
    return refuse_at (self, self->token, SCRUTINY_ERROR_LIMIT,
                      "before it more than 200 terms stand in a row; use IN, or split the "
                      "definition");
  if (self->tree->nodes->len > EXPRESSION_NODE_LIMIT)
    return refuse_at (self, self->token, SCRUTINY_ERROR_LIMIT,
                      "the definition has more than 10,000 parts; split it");

  g_array_append_val (self->tree->nodes, node);

  return self->tree->nodes->len - 1;
}

static guint
add_with (Parser *self, ExpressionOp op, guint left, guint right)
{
  node_at (self, left)->next = right;

  return add (self, (ExpressionNode){ .op = op, .first = left }, node_at (self, left)->start);
}

static guint
add_literal (Parser *self, ExpressionKind kind, double number, const char *text, gsize start)
{
  return add (
      self,
      (ExpressionNode){ .op = EXPRESSION_OP_LITERAL, .kind = kind, .number = number, .text = text },
      start);
}

/* What @inner reads, one step further in. */
static guint
parse_nested (Parser *self, guint (*inner) (Parser *))
{
  guint read;

  if (self->depth == EXPRESSION_DEPTH_LIMIT)
    return refuse_at (self, self->token, SCRUTINY_ERROR_LIMIT,
                      "brackets are more than 200 deep; split the definition");

  self->depth++;
  read = inner (self);
  self->depth--;

  return read;
}

static char *
keep_content (Parser *self)
{
  g_autofree char *content = expression_token_dup_content (&self->token);

  return g_string_chunk_insert (self->tree->texts, content);
}

static guint
parse_number (Parser *self)
{
  const gsize start = offset_of (self, self->token.start);
  double number;

  if (!number_parse (self->token.content, self->token.content_length, &number))
    return refuse (self, "it is not a number that can be kept");

  advance (self);

  return add_literal (self, EXPRESSION_NUMBER, number, NULL, start);
}

static guint
parse_text (Parser *self)
{
  const gsize start = offset_of (self, self->token.start);
  const char *text = keep_content (self);

  advance (self);

  return add_literal (self, EXPRESSION_TEXT, 0, text, start);
}

static guint
parse_truth (Parser *self)
{
  const gsize start = offset_of (self, self->token.start);
  const double truth = self->token.kind == EXPRESSION_TOKEN_TRUE;

  advance (self);

  return add_literal (self, EXPRESSION_TRUTH, truth, NULL, start);
}

/* Behind DATE, TIME or TIMESTAMP. */
static guint
parse_moment (Parser *self, ExpressionKind kind, gsize start)
{
  const char *text = keep_content (self);
  g_autofree char *written = NULL;
  double number;

  if (!expression_moment_parse (text, kind, &number))
    return refuse (self, kind == EXPRESSION_DATE   ? "it is not a date, such as '2024-04-01'"
                         : kind == EXPRESSION_TIME ? "it is not a time, such as '09:30'"
                                                   : "it is not a date with a time, such as "
                                                     "'2024-04-01 09:30'");

  advance (self);
  written = expression_moment_format (kind, number);

  return add_literal (self, kind, number, g_string_chunk_insert (self->tree->texts, written),
                      start);
}

/* Operands with commas between, up to the closing bracket; their number through @n. */
static gboolean
parse_list (Parser *self, guint (*inner) (Parser *), guint *first, guint *n)
{
  guint last = 0;

  *first = 0;
  for (*n = 0; *n == 0 || accept (self, EXPRESSION_TOKEN_COMMA); (*n)++) {
    const guint one = parse_nested (self, inner);

    if (!one)
      return FALSE;
    if (last)
      node_at (self, last)->next = one;
    else
      *first = one;
    last = one;
  }

  return expect (self, EXPRESSION_TOKEN_CLOSE, "expected “,” or “)”");
}

static gboolean
takes_so_many (Parser *self, const ExpressionFunction *function, ExpressionToken name, guint n)
{
  g_autofree char *expected = NULL;

  if (function->n_least <= n && n <= function->n_most)
    return TRUE;

  expected = g_strdup_printf ("with %u in its brackets; it is %s", n, function->use);
  refuse_at (self, name, SCRUTINY_ERROR_UNREADABLE, expected);

  return FALSE;
}

/* @name has been read, and is followed by a bracket. */
static guint
parse_call (Parser *self, ExpressionToken name)
{
  g_autofree char *called = expression_token_dup_content (&name);
  ExpressionNode node = { .op = EXPRESSION_OP_CALL };
  guint n;

  if (name.is_quoted || !expression_function_find (called, &node.function)) {
    g_autofree char *names = expression_function_dup_names ();
    g_autofree char *expected = g_strdup_printf ("there is no such function; there are %s", names);

    return refuse_at (self, name, SCRUTINY_ERROR_NOT_FOUND, expected);
  }

  advance (self);
  if (!parse_list (self, parse_condition, &node.first, &n) ||
      !takes_so_many (self, expression_function_get (node.function), name, n))
    return 0;

  return add (self, node, offset_of (self, name.start));
}

static ExpressionKind
kind_of_moment (const ExpressionToken *name)
{
  static const struct {
    const char *word;
    ExpressionKind kind;
  } moments[] = {
    { "date", EXPRESSION_DATE },
    { "time", EXPRESSION_TIME },
    { "timestamp", EXPRESSION_DATETIME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments) && !name->is_quoted; i++) {
    if (name->content_length == strlen (moments[i].word) &&
        g_ascii_strncasecmp (name->content, moments[i].word, name->content_length) == 0)
      return moments[i].kind;
  }

  return 0;
}

/* A column, a call or a date. */
static guint
parse_name (Parser *self)
{
  const ExpressionToken name = self->token;
  ExpressionNode node = { .op = EXPRESSION_OP_COLUMN };

  if (name.content_length == 0)
    return refuse (self, "expected the name of a column");

  node.text = keep_content (self);
  advance (self);
  if (self->token.kind == EXPRESSION_TOKEN_OPEN)
    return parse_call (self, name);
  if (self->token.kind == EXPRESSION_TOKEN_TEXT && kind_of_moment (&name))
    return parse_moment (self, kind_of_moment (&name), offset_of (self, name.start));

  return add (self, node, offset_of (self, name.start));
}

static guint
parse_brackets (Parser *self)
{
  const gsize start = offset_of (self, self->token.start);
  guint inside;

  advance (self);
  inside = parse_nested (self, parse_condition);
  if (!inside || !expect (self, EXPRESSION_TOKEN_CLOSE, "expected “)”"))
    return 0;

  node_at (self, inside)->start = start;
  node_at (self, inside)->end = self->behind;

  return inside;
}

static guint
parse_atom (Parser *self)
{
  switch ((int) self->token.kind) {
  case EXPRESSION_TOKEN_NUMBER:
    return parse_number (self);
  case EXPRESSION_TOKEN_TEXT:
    return parse_text (self);
  case EXPRESSION_TOKEN_TRUE:
  case EXPRESSION_TOKEN_FALSE:
    return parse_truth (self);
  case EXPRESSION_TOKEN_NAME:
    return parse_name (self);
  case EXPRESSION_TOKEN_OPEN:
    return parse_brackets (self);
  case EXPRESSION_TOKEN_MISSING:
    return refuse (self, "to ask whether a value is there, write IS MISSING or IS NOT MISSING "
                         "behind it");
  default:
    return refuse (self, "expected a column, a number, a 'text', DATE '2024-04-01' or “(”");
  }
}

static guint
parse_signed (Parser *self)
{
  const gsize start = offset_of (self, self->token.start);
  guint operand;

  while (accept (self, EXPRESSION_TOKEN_PLUS))
    ;
  if (!accept (self, EXPRESSION_TOKEN_MINUS))
    return parse_atom (self);

  operand = parse_nested (self, parse_signed);

  return operand
             ? add (self, (ExpressionNode){ .op = EXPRESSION_OP_NEGATE, .first = operand }, start)
             : 0;
}

/* What @inner reads, joined by signs of one rank from the left. */
static guint
parse_joined (Parser *self,
              guint (*inner) (Parser *),
              ExpressionTokenKind sign,
              ExpressionOp op,
              ExpressionTokenKind other_sign,
              ExpressionOp other_op)
{
  guint left = inner (self);

  while (left && (self->token.kind == sign || self->token.kind == other_sign)) {
    const ExpressionOp joined = self->token.kind == sign ? op : other_op;
    guint right;

    advance (self);
    right = inner (self);
    left = right ? add_with (self, joined, left, right) : 0;
  }

  return left;
}

static guint
parse_product (Parser *self)
{
  return parse_joined (self, parse_signed, EXPRESSION_TOKEN_TIMES, EXPRESSION_OP_TIMES,
                       EXPRESSION_TOKEN_OVER, EXPRESSION_OP_OVER);
}

static guint
parse_sum (Parser *self)
{
  return parse_joined (self, parse_product, EXPRESSION_TOKEN_PLUS, EXPRESSION_OP_PLUS,
                       EXPRESSION_TOKEN_MINUS, EXPRESSION_OP_MINUS);
}

static gboolean
find_comparison (ExpressionTokenKind kind, ExpressionOp *op)
{
  static const struct {
    ExpressionTokenKind kind;
    ExpressionOp op;
  } comparisons[] = {
    { EXPRESSION_TOKEN_AT_LEAST, EXPRESSION_OP_AT_LEAST },
    { EXPRESSION_TOKEN_AT_MOST, EXPRESSION_OP_AT_MOST },
    { EXPRESSION_TOKEN_MORE, EXPRESSION_OP_MORE },
    { EXPRESSION_TOKEN_LESS, EXPRESSION_OP_LESS },
    { EXPRESSION_TOKEN_EQUAL, EXPRESSION_OP_EQUAL },
    { EXPRESSION_TOKEN_UNEQUAL, EXPRESSION_OP_UNEQUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++) {
    if (comparisons[i].kind == kind) {
      *op = comparisons[i].op;
      return TRUE;
    }
  }

  return FALSE;
}

/* Behind IN. */
static guint
parse_in (Parser *self, guint left, gboolean is_negated)
{
  const gsize start = node_at (self, left)->start;
  guint first, n;

  if (!expect (self, EXPRESSION_TOKEN_OPEN,
               "expected “(” and what it may be, with commas between") ||
      !parse_list (self, parse_sum, &first, &n))
    return 0;
  node_at (self, left)->next = first;

  return add (self,
              (ExpressionNode){ .op = EXPRESSION_OP_IN, .is_negated = is_negated, .first = left },
              start);
}

/* Behind BETWEEN. */
static guint
parse_between (Parser *self, guint left, gboolean is_negated)
{
  const gsize start = node_at (self, left)->start;
  const guint low = parse_sum (self);
  guint high;

  if (!low || !expect (self, EXPRESSION_TOKEN_AND, "expected AND and the upper end"))
    return 0;
  high = parse_sum (self);
  if (!high)
    return 0;
  node_at (self, left)->next = low;
  node_at (self, low)->next = high;

  return add (
      self,
      (ExpressionNode){ .op = EXPRESSION_OP_BETWEEN, .is_negated = is_negated, .first = left },
      start);
}

/* Behind IS. */
static guint
parse_is (Parser *self, guint left)
{
  const gboolean is_negated = accept (self, EXPRESSION_TOKEN_NOT);
  const gsize start = node_at (self, left)->start;

  if (!expect (self, EXPRESSION_TOKEN_MISSING, "expected MISSING or NOT MISSING"))
    return 0;

  return add (
      self,
      (ExpressionNode){ .op = EXPRESSION_OP_IS_MISSING, .is_negated = is_negated, .first = left },
      start);
}

/* What may follow a value to make it a condition; @left where nothing does. */
static guint
parse_question (Parser *self, guint left)
{
  const gboolean is_negated = accept (self, EXPRESSION_TOKEN_NOT);
  ExpressionOp op;
  guint right;

  if (accept (self, EXPRESSION_TOKEN_IN))
    return parse_in (self, left, is_negated);
  if (accept (self, EXPRESSION_TOKEN_BETWEEN))
    return parse_between (self, left, is_negated);
  if (is_negated)
    return refuse (self, "expected IN or BETWEEN behind NOT");
  if (accept (self, EXPRESSION_TOKEN_IS))
    return parse_is (self, left);
  if (!find_comparison (self->token.kind, &op))
    return left;

  advance (self);
  right = parse_sum (self);

  return right ? add_with (self, op, left, right) : 0;
}

static guint
parse_comparison (Parser *self)
{
  const guint left = parse_sum (self);
  const guint asked = left ? parse_question (self, left) : 0;
  ExpressionOp op;

  if (asked &&
      (find_comparison (self->token.kind, &op) || self->token.kind == EXPRESSION_TOKEN_IS ||
       self->token.kind == EXPRESSION_TOKEN_IN || self->token.kind == EXPRESSION_TOKEN_BETWEEN))
    return refuse (self, "two comparisons are joined with AND or OR, or one of them stands in "
                         "brackets");

  return asked;
}

static guint
parse_negation (Parser *self)
{
  const gsize start = offset_of (self, self->token.start);
  guint operand;

  if (!accept (self, EXPRESSION_TOKEN_NOT))
    return parse_comparison (self);

  operand = parse_nested (self, parse_negation);

  return operand ? add (self, (ExpressionNode){ .op = EXPRESSION_OP_NOT, .first = operand }, start)
                 : 0;
}

static guint
parse_conjunction (Parser *self)
{
  return parse_joined (self, parse_negation, EXPRESSION_TOKEN_AND, EXPRESSION_OP_AND,
                       EXPRESSION_TOKEN_AND, EXPRESSION_OP_AND);
}

static guint
parse_condition (Parser *self)
{
  return parse_joined (self, parse_conjunction, EXPRESSION_TOKEN_OR, EXPRESSION_OP_OR,
                       EXPRESSION_TOKEN_OR, EXPRESSION_OP_OR);
}

static guint
parse_whole (Parser *self)
{
  const guint root = parse_condition (self);

  if (root && self->token.kind != EXPRESSION_TOKEN_END)
    return refuse (self, "expected the end, or AND, OR or a comparison");

  return root;
}

/* Whether every character can be seen, and stands where it seems to. */
static gboolean
can_be_read (const Expression *self, GError **error)
{
  const gsize length = strlen (self->text);
  const char *end;

  if (length > EXPRESSION_TEXT_LIMIT)
    return expression_refuse (self, 0, 0, SCRUTINY_ERROR_LIMIT, error,
                              "the text is longer than 64 kB; split the definition");
  if (!g_utf8_validate (self->text, -1, &end)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, self->what, NULL,
                           "%s: the text is not UTF-8; convert it first", self->what);
    return FALSE;
  }

  for (const char *at = self->text; *at; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (!printable_is_safe (c) && !strchr ("\t\r\n", *at))
      return expression_refuse (self, (gsize) (at - self->text),
                                (gsize) (g_utf8_next_char (at) - self->text),
                                SCRUTINY_ERROR_UNREADABLE, error,
                                "a character that cannot be seen, U+%04X; delete it", c);
  }

  return TRUE;
}

Expression *
expression_parse (const char *text, const char *what, GError **error)
{
  g_autoptr (Expression) self = expression_new (text, what);
  Parser parser = { .tree = self, .error = error };

  if (!can_be_read (self, error))
    return NULL;

  parser.token = expression_token_next (self->text);
  self->root = parse_whole (&parser);

  return self->root ? g_steal_pointer (&self) : NULL;
}
