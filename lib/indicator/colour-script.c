/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/colour-script.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"

#include <string.h>

/* What a piece of an expression is. */
typedef enum {
  SORT_NONE, /* it is wrong, and the error says how */
  SORT_NUMBER,
  SORT_TRUTH,
} Sort;

typedef struct {
  ColourScript *script;
  ColourToken token; /* the next to be understood */
  GHashTable *known_statuses;
  GHashTable *known_names;
  guint depth;     /* of brackets */
  guint n_waiting; /* operands on the stack */
  GError **error;
} Parser;

static Sort parse_condition (Parser *self);
static Sort parse_sum (Parser *self);

ColourScript *
colour_script_new (void)
{
  ColourScript *self = g_new0 (ColourScript, 1);

  self->text = g_strdup ("");
  self->statuses = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_array_new (FALSE, TRUE, sizeof (ColourPart));
  self->clauses = g_array_new (FALSE, TRUE, sizeof (ColourClause));
  self->steps = g_array_new (FALSE, TRUE, sizeof (ColourStep));

  return self;
}

void
colour_script_free (ColourScript *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->statuses);
  g_ptr_array_unref (self->names);
  g_array_unref (self->parts);
  g_array_unref (self->clauses);
  g_array_unref (self->steps);
  g_free (self);
}

static Sort
refuse_token (Parser *self, ColourToken token, ScrutinyError code, const char *expected)
{
  guint line;
  g_autofree char *place = colour_token_dup_place (self->script->text, token.start, &line);
  g_autofree char *found = g_strndup (token.start, (gsize) (token.end - token.start));
  g_autofree char *shown = printable_dup (found, 40);

  if (token.kind == TOKEN_END)
    scrutiny_set_error_at (self->error, code, line, NULL, NULL, "Rule, %s: the rule ends here; %s",
                           place, expected);
  else
    scrutiny_set_error_at (self->error, code, line, NULL, found, "Rule, %s: found “%s”; %s", place,
                           shown, expected);

  return SORT_NONE;
}

static Sort
refuse (Parser *self, const char *expected)
{
  if (self->token.kind == TOKEN_UNKNOWN && strchr ("\"`", *self->token.start))
    expected = "the quotation is not closed on its line";
  if (self->token.kind == TOKEN_UNKNOWN && g_str_has_prefix (self->token.start, "“"))
    expected = "the quotation is not closed on its line";

  return refuse_token (self, self->token, SCRUTINY_ERROR_UNREADABLE, expected);
}

static void
advance (Parser *self)
{
  self->token = colour_token_next (self->token.end);
}

static gboolean
accept (Parser *self, ColourTokenKind kind)
{
  if (self->token.kind != kind)
    return FALSE;

  advance (self);

  return TRUE;
}

static gboolean
expect (Parser *self, ColourTokenKind kind, const char *expected)
{
  if (accept (self, kind))
    return TRUE;

  refuse (self, expected);

  return FALSE;
}

/* The place of @text in @list, where it is kept once. */
static guint
keep (GPtrArray *list, GHashTable *known, const char *text, gsize length)
{
  g_autofree char *kept = g_strndup (text, length);
  gpointer index;

  if (g_hash_table_lookup_extended (known, kept, NULL, &index))
    return GPOINTER_TO_UINT (index);

  g_hash_table_insert (known, kept, GUINT_TO_POINTER (list->len));
  g_ptr_array_add (list, g_steal_pointer (&kept));

  return list->len - 1;
}

static gboolean
emit (Parser *self, ColourStep step)
{
  self->n_waiting = self->n_waiting + 1 - colour_op_get_n_operands (step.op);
  if (self->n_waiting > COLOUR_STACK) {
    refuse_token (self, self->token, SCRUTINY_ERROR_LIMIT, "the condition is too deep; split it");
    return FALSE;
  }

  g_array_append_val (self->script->steps, step);

  return TRUE;
}

static Sort
emit_as (Parser *self, ColourOp op, Sort sort)
{
  return emit (self, (ColourStep){ .op = op }) ? sort : SORT_NONE;
}

/* Whether a piece of sort @sort, which began with @start, is @wanted; refuses it if not. */
static gboolean
need (Parser *self, Sort sort, Sort wanted, ColourToken start)
{
  if (sort == SORT_NONE || sort == wanted)
    return sort == wanted;

  if (wanted == SORT_TRUTH)
    refuse (self, "expected a comparison, such as value >= 90");
  else
    refuse_token (self, start, SCRUTINY_ERROR_UNREADABLE,
                  "expected a number or a name, not a comparison; join comparisons with “and” or "
                  "“or”");

  return FALSE;
}

static Sort
parse_number (Parser *self)
{
  ColourStep step = { .op = COLOUR_NUMBER };

  if (!number_parse (self->token.content, self->token.content_length, &step.number))
    return refuse (self, "it is not a number that can be kept");

  advance (self);

  return emit (self, step) ? SORT_NUMBER : SORT_NONE;
}

static Sort
parse_name (Parser *self)
{
  ColourStep step = { .op = COLOUR_NAME };

  if (self->token.content_length == 0)
    return refuse (self, "expected the name of a column");

  step.name = keep (self->script->names, self->known_names, self->token.content,
                    self->token.content_length);
  advance (self);

  return emit (self, step) ? SORT_NUMBER : SORT_NONE;
}

static Sort
parse_brackets (Parser *self)
{
  Sort sort;

  advance (self);
  sort = parse_condition (self);
  if (sort == SORT_NONE || !expect (self, TOKEN_CLOSE, "expected “)”"))
    return SORT_NONE;

  return sort;
}

static gboolean
parse_places (Parser *self, double *places)
{
  *places = 0;
  if (!accept (self, TOKEN_COMMA))
    return TRUE;

  if (self->token.kind != TOKEN_NUMBER ||
      !number_parse (self->token.content, self->token.content_length, places) ||
      *places > COLOUR_PLACES || *places != (int) *places) {
    refuse (self, "expected the number of decimal places, 0 to 12");
    return FALSE;
  }

  advance (self);

  return TRUE;
}

static Sort
parse_function (Parser *self, ColourOp op)
{
  ColourStep step = { .op = op };
  ColourToken start;

  advance (self);
  if (!expect (self, TOKEN_OPEN, "expected “(”"))
    return SORT_NONE;

  start = self->token;
  if (!need (self, parse_sum (self), SORT_NUMBER, start) ||
      (op == COLOUR_ROUND && !parse_places (self, &step.number)) ||
      !expect (self, TOKEN_CLOSE, "expected “)”") || !emit (self, step))
    return SORT_NONE;

  return SORT_NUMBER;
}

static Sort
parse_atom (Parser *self)
{
  switch ((int) self->token.kind) {
  case TOKEN_NUMBER:
    return parse_number (self);
  case TOKEN_NAME:
    return parse_name (self);
  case TOKEN_OPEN:
    return parse_brackets (self);
  case TOKEN_ROUND:
    return parse_function (self, COLOUR_ROUND);
  case TOKEN_ABS:
    return parse_function (self, COLOUR_ABS);
  default:
    return refuse (self, "expected a number, a name such as value or target, or “(”");
  }
}

/* Brackets are the only thing that can nest, so here is the only place to count. */
static Sort
parse_nested (Parser *self)
{
  Sort sort;

  if (self->depth > COLOUR_DEPTH_LIMIT)
    return refuse_token (self, self->token, SCRUTINY_ERROR_LIMIT,
                         "brackets are more than 64 deep; split the clause");

  self->depth++;
  sort = parse_atom (self);
  self->depth--;

  return sort;
}

static Sort
parse_signed (Parser *self)
{
  gboolean is_negative = FALSE;
  gboolean has_sign = FALSE;
  ColourToken start;
  Sort sort;

  for (; self->token.kind == TOKEN_MINUS; advance (self)) {
    is_negative = !is_negative;
    has_sign = TRUE;
  }

  start = self->token;
  sort = parse_nested (self);
  if (has_sign && !need (self, sort, SORT_NUMBER, start))
    return SORT_NONE;

  return is_negative ? emit_as (self, COLOUR_NEGATE, SORT_NUMBER) : sort;
}

/* What @inner reads, joined by signs of one rank from the left. */
static Sort
parse_joined (Parser *self,
              Sort (*inner) (Parser *),
              Sort sort,
              ColourTokenKind sign,
              ColourOp op,
              ColourTokenKind other_sign,
              ColourOp other_op)
{
  ColourToken start = self->token;
  Sort left = inner (self);

  while (left && (self->token.kind == sign || self->token.kind == other_sign)) {
    const ColourOp joined = self->token.kind == sign ? op : other_op;

    if (!need (self, left, sort, start))
      return SORT_NONE;
    advance (self);
    start = self->token;
    if (!need (self, inner (self), sort, start))
      return SORT_NONE;
    left = emit_as (self, joined, sort);
  }

  return left;
}

static Sort
parse_product (Parser *self)
{
  return parse_joined (self, parse_signed, SORT_NUMBER, TOKEN_TIMES, COLOUR_MULTIPLY, TOKEN_OVER,
                       COLOUR_DIVIDE);
}

static Sort
parse_sum (Parser *self)
{
  return parse_joined (self, parse_product, SORT_NUMBER, TOKEN_PLUS, COLOUR_ADD, TOKEN_MINUS,
                       COLOUR_SUBTRACT);
}

/* After “is”. */
static Sort
parse_is (Parser *self)
{
  const gboolean is_not = accept (self, TOKEN_NOT);

  if (!expect (self, TOKEN_MISSING, "expected “missing” or “not missing”") ||
      !emit_as (self, COLOUR_IS_MISSING, SORT_TRUTH))
    return SORT_NONE;

  return is_not ? emit_as (self, COLOUR_NOT, SORT_TRUTH) : SORT_TRUTH;
}

/* After “within”. */
static Sort
parse_within (Parser *self)
{
  ColourOp op = COLOUR_WITHIN;
  ColourToken start = self->token;

  if (!need (self, parse_sum (self), SORT_NUMBER, start))
    return SORT_NONE;
  if (accept (self, TOKEN_PERCENT))
    op = COLOUR_WITHIN_PERCENT;
  if (!expect (self, TOKEN_OF, "expected “of” or “% of”"))
    return SORT_NONE;

  start = self->token;
  if (!need (self, parse_sum (self), SORT_NUMBER, start))
    return SORT_NONE;

  return emit_as (self, op, SORT_TRUTH);
}

static gboolean
find_comparison (ColourTokenKind kind, ColourOp *op)
{
  static const struct {
    ColourTokenKind kind;
    ColourOp op;
  } comparisons[] = {
    { TOKEN_AT_LEAST, COLOUR_AT_LEAST }, { TOKEN_AT_MOST, COLOUR_AT_MOST },
    { TOKEN_MORE, COLOUR_MORE },         { TOKEN_LESS, COLOUR_LESS },
    { TOKEN_EQUAL, COLOUR_EQUAL },       { TOKEN_UNEQUAL, COLOUR_UNEQUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++) {
    if (comparisons[i].kind == kind) {
      *op = comparisons[i].op;
      return TRUE;
    }
  }

  return FALSE;
}

static Sort
parse_comparison (Parser *self)
{
  ColourToken start = self->token;
  Sort left = parse_sum (self);
  const ColourTokenKind kind = self->token.kind;
  ColourOp op;

  if (!left || (kind != TOKEN_IS && kind != TOKEN_WITHIN && !find_comparison (kind, &op)))
    return left;
  if (!need (self, left, SORT_NUMBER, start))
    return SORT_NONE;

  advance (self);
  if (kind == TOKEN_IS)
    return parse_is (self);
  if (kind == TOKEN_WITHIN)
    return parse_within (self);

  start = self->token;
  if (!need (self, parse_sum (self), SORT_NUMBER, start))
    return SORT_NONE;

  return emit_as (self, op, SORT_TRUTH);
}

static Sort
parse_not (Parser *self)
{
  gboolean is_denied = FALSE;
  gboolean has_not = FALSE;
  ColourToken start;
  Sort sort;

  for (; self->token.kind == TOKEN_NOT; advance (self)) {
    is_denied = !is_denied;
    has_not = TRUE;
  }

  start = self->token;
  sort = parse_comparison (self);
  if (has_not && !need (self, sort, SORT_TRUTH, start))
    return SORT_NONE;

  return is_denied ? emit_as (self, COLOUR_NOT, SORT_TRUTH) : sort;
}

static Sort
parse_and (Parser *self)
{
  return parse_joined (self, parse_not, SORT_TRUTH, TOKEN_AND, COLOUR_AND, TOKEN_AND, COLOUR_AND);
}

static Sort
parse_condition (Parser *self)
{
  return parse_joined (self, parse_and, SORT_TRUTH, TOKEN_OR, COLOUR_OR, TOKEN_OR, COLOUR_OR);
}

static gboolean
parse_status (Parser *self, const char **status)
{
  guint index;

  if (self->token.kind != TOKEN_TEXT || self->token.content_length == 0) {
    refuse (self, "expected a status in quotation marks");
    return FALSE;
  }

  index = keep (self->script->statuses, self->known_statuses, self->token.content,
                self->token.content_length);
  *status = self->script->statuses->pdata[index];
  advance (self);

  return TRUE;
}

/* After “when”. */
static gboolean
parse_when (Parser *self, ColourClause *clause)
{
  const ColourToken start = self->token;

  clause->first_step = self->script->steps->len;
  self->n_waiting = 0;
  if (!need (self, parse_condition (self), SORT_TRUTH, start))
    return FALSE;

  clause->n_steps = self->script->steps->len - clause->first_step;

  return TRUE;
}

/* The days of the period that stands after the word at hand. */
static gboolean
parse_period (Parser *self, ColourToken *token, PeriodDays *days)
{
  *token = colour_token_period (self->token.end);
  if (!period_parse_days (token->content, token->content_length, days)) {
    refuse_token (self, *token, SCRUTINY_ERROR_UNREADABLE,
                  "expected a period, such as 2024-04 or 2024/25");
    return FALSE;
  }

  self->token = *token;
  advance (self);

  return TRUE;
}

static gboolean
parse_override (Parser *self, ColourClause *clause)
{
  ColourToken period;

  clause->kind = CLAUSE_OVERRIDE;
  if (!parse_period (self, &period, &clause->days) || !parse_status (self, &clause->status))
    return FALSE;

  return !accept (self, TOKEN_BECAUSE) ||
         expect (self, TOKEN_TEXT, "expected the reason in quotation marks");
}

/* A clause without an otherwise before it may still apply. */
static gboolean
is_reachable (Parser *self, const ColourPart *part, ColourClauseKind kind)
{
  for (guint i = part->first_clause; i < self->script->clauses->len; i++) {
    const ColourClauseKind earlier = g_array_index (self->script->clauses, ColourClause, i).kind;

    if (kind == CLAUSE_MISSING ? earlier == CLAUSE_MISSING : earlier == CLAUSE_OTHERWISE) {
      refuse (self, kind == CLAUSE_MISSING ? "a missing figure has a status already"
                                           : "nothing after “otherwise” can apply");
      return FALSE;
    }
  }

  return TRUE;
}

static gboolean
parse_clause_of (Parser *self, ColourPart *part, ColourClause *clause)
{
  if (self->token.kind == TOKEN_OVERRIDE)
    return parse_override (self, clause);

  clause->kind = self->token.kind == TOKEN_OTHERWISE ? CLAUSE_OTHERWISE
                 : self->token.kind == TOKEN_MISSING ? CLAUSE_MISSING
                                                     : CLAUSE_WHEN;
  if (!is_reachable (self, part, clause->kind))
    return FALSE;

  part->has_clause = TRUE;
  if (clause->kind != CLAUSE_WHEN) {
    advance (self);
    return parse_status (self, &clause->status);
  }

  return parse_status (self, &clause->status) &&
         expect (self, TOKEN_WHEN, "expected “when” and a condition") && parse_when (self, clause);
}

static gboolean
parse_clause (Parser *self, ColourPart *part)
{
  ColourClause clause = { 0 };

  if (self->token.kind != TOKEN_TEXT && self->token.kind != TOKEN_OTHERWISE &&
      self->token.kind != TOKEN_MISSING && self->token.kind != TOKEN_OVERRIDE) {
    refuse (self, part->has_clause
                      ? "expected “and”, “or”, a sign, or the next clause: a status in quotation "
                        "marks, otherwise, missing, override, from or until"
                      : "expected a clause: a status in quotation marks and when, otherwise, "
                        "missing or override");
    return FALSE;
  }

  if (!parse_clause_of (self, part, &clause))
    return FALSE;

  g_array_append_val (self->script->clauses, clause);
  while (accept (self, TOKEN_SEMICOLON))
    continue;

  return TRUE;
}

/* “from 2024-04 until 2025-03:”; either may be absent. */
static gboolean
parse_dates (Parser *self, ColourPart *part)
{
  const ColourToken start = self->token;
  PeriodDays days;

  if (self->token.kind == TOKEN_FROM) {
    if (!parse_period (self, &part->from, &days))
      return FALSE;
    part->days.first = days.first;
  }
  if (self->token.kind == TOKEN_UNTIL) {
    if (!parse_period (self, &part->until, &days))
      return FALSE;
    part->days.last = days.last;
  }
  if (!expect (self, TOKEN_COLON, "expected “:” or “until”"))
    return FALSE;

  if (part->days.first > part->days.last) {
    refuse_token (self, start, SCRUTINY_ERROR_OUT_OF_RANGE, "it ends before it begins");
    return FALSE;
  }

  return TRUE;
}

static gboolean
ends_part (ColourTokenKind kind)
{
  return kind == TOKEN_END || kind == TOKEN_FROM || kind == TOKEN_UNTIL;
}

static gboolean
parse_part (Parser *self)
{
  ColourPart part = {
    .days = { G_MININT64, G_MAXINT64 },
    .first_clause = self->script->clauses->len,
    .first_step = self->script->steps->len,
  };

  if (self->token.kind != TOKEN_END && ends_part (self->token.kind) && !parse_dates (self, &part))
    return FALSE;

  part.body = self->token.start;
  do {
    if (!parse_clause (self, &part))
      return FALSE;
  } while (!ends_part (self->token.kind));

  part.end = self->token.start;
  part.n_clauses = self->script->clauses->len - part.first_clause;
  part.n_steps = self->script->steps->len - part.first_step;
  g_array_append_val (self->script->parts, part);

  return TRUE;
}

static gboolean
can_be_read (const char *text, GError **error)
{
  if (strlen (text) > COLOUR_TEXT_LIMIT) {
    g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT,
                 "Rule: it has more than %d characters; a rule is shorter", COLOUR_TEXT_LIMIT);
    return FALSE;
  }
  if (!g_utf8_validate (text, -1, NULL)) {
    g_set_error_literal (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE,
                         "Rule: it is not UTF-8 text; convert it first");
    return FALSE;
  }

  return TRUE;
}

ColourScript *
colour_script_parse (const char *text, GError **error)
{
  g_autoptr (ColourScript) script = colour_script_new ();
  g_autoptr (GHashTable) known_statuses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) known_names = g_hash_table_new (g_str_hash, g_str_equal);
  Parser parser = {
    .script = script,
    .known_statuses = known_statuses,
    .known_names = known_names,
    .error = error,
  };

  if (!can_be_read (text, error))
    return NULL;

  g_free (script->text);
  script->text = g_strdup (text);
  parser.token = colour_token_next (script->text);
  do {
    if (!parse_part (&parser))
      return NULL;
  } while (parser.token.kind != TOKEN_END);

  return g_steal_pointer (&script);
}
