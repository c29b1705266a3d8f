/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-token.h"

#include <string.h>

static const struct {
  const char *text;
  ExpressionTokenKind kind;
} words[] = {
  { "and", EXPRESSION_TOKEN_AND },         { "or", EXPRESSION_TOKEN_OR },
  { "not", EXPRESSION_TOKEN_NOT },         { "in", EXPRESSION_TOKEN_IN },
  { "between", EXPRESSION_TOKEN_BETWEEN }, { "is", EXPRESSION_TOKEN_IS },
  { "missing", EXPRESSION_TOKEN_MISSING }, { "null", EXPRESSION_TOKEN_MISSING },
  { "true", EXPRESSION_TOKEN_TRUE },       { "false", EXPRESSION_TOKEN_FALSE },
};

/* Words of SQL that would otherwise read as columns. */
static const char *const foreign[] = {
  "all",     "alter",     "any",    "as",     "attach", "begin",   "by",     "case",
  "cast",    "collate",   "commit", "copy",   "create", "cross",   "delete", "desc",
  "detach",  "distinct",  "do",     "drop",   "else",   "end",     "escape", "except",
  "exists",  "from",      "glob",   "grant",  "group",  "having",  "ilike",  "inner",
  "insert",  "intersect", "into",   "isnull", "join",   "left",    "like",   "limit",
  "match",   "notnull",   "offset", "on",     "order",  "over",    "pragma", "regexp",
  "replace", "returning", "right",  "select", "set",    "similar", "table",  "then",
  "union",   "update",    "using",  "vacuum", "values", "when",    "where",  "with",
};

/* Longer ones first. */
static const struct {
  const char *text;
  ExpressionTokenKind kind;
} signs[] = {
  { ">=", EXPRESSION_TOKEN_AT_LEAST }, { "≥", EXPRESSION_TOKEN_AT_LEAST },
  { "<=", EXPRESSION_TOKEN_AT_MOST },  { "≤", EXPRESSION_TOKEN_AT_MOST },
  { "<>", EXPRESSION_TOKEN_UNEQUAL },  { "!=", EXPRESSION_TOKEN_UNEQUAL },
  { "≠", EXPRESSION_TOKEN_UNEQUAL },   { "==", EXPRESSION_TOKEN_UNKNOWN },
  { "--", EXPRESSION_TOKEN_UNKNOWN },  { "/*", EXPRESSION_TOKEN_UNKNOWN },
  { "*/", EXPRESSION_TOKEN_UNKNOWN },  { "||", EXPRESSION_TOKEN_UNKNOWN },
  { "::", EXPRESSION_TOKEN_UNKNOWN },  { "=", EXPRESSION_TOKEN_EQUAL },
  { ">", EXPRESSION_TOKEN_MORE },      { "<", EXPRESSION_TOKEN_LESS },
  { "+", EXPRESSION_TOKEN_PLUS },      { "-", EXPRESSION_TOKEN_MINUS },
  { "−", EXPRESSION_TOKEN_MINUS },     { "*", EXPRESSION_TOKEN_TIMES },
  { "×", EXPRESSION_TOKEN_TIMES },     { "/", EXPRESSION_TOKEN_OVER },
  { "÷", EXPRESSION_TOKEN_OVER },      { "(", EXPRESSION_TOKEN_OPEN },
  { ")", EXPRESSION_TOKEN_CLOSE },     { ",", EXPRESSION_TOKEN_COMMA },
};

static ExpressionToken
token (ExpressionTokenKind kind, const char *start, const char *end)
{
  return (ExpressionToken){ kind, start, end, start, (gsize) (end - start), FALSE };
}

static const char *
end_of_number (const char *at)
{
  at += strspn (at, "0123456789");
  if (*at == '.')
    at += 1 + strspn (at + 1, "0123456789");
  if ((*at == 'e' || *at == 'E') &&
      (g_ascii_isdigit (at[1]) || (strchr ("+-", at[1]) && at[1] && g_ascii_isdigit (at[2]))))
    at += 2 + strspn (at + 2, "0123456789");

  return at;
}

static const char *
end_of_name (const char *at)
{
  while (*at == '_' || g_unichar_isalnum (g_utf8_get_char (at)) ||
         g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static gboolean
is_foreign (const char *start, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
    if (strlen (foreign[i]) == length && g_ascii_strncasecmp (foreign[i], start, length) == 0)
      return TRUE;
  }

  return FALSE;
}

static ExpressionTokenKind
kind_of_word (const char *start, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (strlen (words[i].text) == length && g_ascii_strncasecmp (words[i].text, start, length) == 0)
      return words[i].kind;
  }

  return is_foreign (start, length) ? EXPRESSION_TOKEN_FOREIGN : EXPRESSION_TOKEN_NAME;
}

/* A mark that is part of what is quoted stands twice. */
static ExpressionToken
take_quoted (const char *at)
{
  const char mark[] = { *at, '\0' };
  const char *close = at + 1 + strcspn (at + 1, mark);
  ExpressionToken taken;

  while (*close && close[1] == *at)
    close += 2 + strcspn (close + 2, mark);
  if (!*close)
    return token (EXPRESSION_TOKEN_OPEN_QUOTE, at, close);

  taken = token (*at == '\'' ? EXPRESSION_TOKEN_TEXT : EXPRESSION_TOKEN_NAME, at, close + 1);
  taken.content = at + 1;
  taken.content_length = (gsize) (close - taken.content);
  taken.is_quoted = TRUE;

  return taken;
}

static ExpressionToken
take_sign (const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (g_str_has_prefix (at, signs[i].text))
      return token (signs[i].kind, at, at + strlen (signs[i].text));
  }

  return token (EXPRESSION_TOKEN_UNKNOWN, at, g_utf8_next_char (at));
}

/* A number that runs into a word ("45days", "0x1F") is neither. */
static ExpressionToken
take_number (const char *at)
{
  const char *end = end_of_number (at);
  const char *word = end_of_name (end);

  return word > end ? token (EXPRESSION_TOKEN_UNKNOWN, at, word)
                    : token (EXPRESSION_TOKEN_NUMBER, at, end);
}

ExpressionToken
expression_token_next (const char *at)
{
  const char *end;

  at += strspn (at, " \t\r\n");
  if (!*at)
    return token (EXPRESSION_TOKEN_END, at, at);
  if (*at == '\'' || *at == '"')
    return take_quoted (at);
  if (g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1])))
    return take_number (at);

  end = end_of_name (at);
  if (end > at)
    return token (kind_of_word (at, (gsize) (end - at)), at, end);

  return take_sign (at);
}

char *
expression_token_dup_content (const ExpressionToken *self)
{
  GString *out = g_string_sized_new (self->content_length);
  const char *end = self->content + self->content_length;

  for (const char *at = self->content; at < end; at++) {
    g_string_append_c (out, *at);
    if (self->is_quoted && *at == *self->start)
      at++;
  }

  return g_string_free (out, FALSE);
}

gboolean
expression_token_needs_marks (const char *name)
{
  const ExpressionToken alone = expression_token_next (name);

  return alone.kind != EXPRESSION_TOKEN_NAME || alone.is_quoted || alone.start != name ||
         *alone.end != '\0';
}
