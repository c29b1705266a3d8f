/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/colour-token.h"

#include <string.h>

static const struct {
  const char *text;
  ColourTokenKind kind;
} words[] = {
  { "from", TOKEN_FROM },       { "until", TOKEN_UNTIL },
  { "when", TOKEN_WHEN },       { "otherwise", TOKEN_OTHERWISE },
  { "missing", TOKEN_MISSING }, { "override", TOKEN_OVERRIDE },
  { "because", TOKEN_BECAUSE }, { "and", TOKEN_AND },
  { "or", TOKEN_OR },           { "not", TOKEN_NOT },
  { "is", TOKEN_IS },           { "within", TOKEN_WITHIN },
  { "of", TOKEN_OF },           { "round", TOKEN_ROUND },
  { "abs", TOKEN_ABS },
};

/* Longer ones first. */
static const struct {
  const char *text;
  ColourTokenKind kind;
} signs[] = {
  { ">=", TOKEN_AT_LEAST }, { "≥", TOKEN_AT_LEAST }, { "<=", TOKEN_AT_MOST },
  { "≤", TOKEN_AT_MOST },   { "<>", TOKEN_UNEQUAL }, { "!=", TOKEN_UNEQUAL },
  { "≠", TOKEN_UNEQUAL },   { "==", TOKEN_EQUAL },   { "=", TOKEN_EQUAL },
  { ">", TOKEN_MORE },      { "<", TOKEN_LESS },     { "+", TOKEN_PLUS },
  { "-", TOKEN_MINUS },     { "−", TOKEN_MINUS },    { "*", TOKEN_TIMES },
  { "×", TOKEN_TIMES },     { "/", TOKEN_OVER },     { "÷", TOKEN_OVER },
  { "%", TOKEN_PERCENT },   { "(", TOKEN_OPEN },     { ")", TOKEN_CLOSE },
  { ",", TOKEN_COMMA },     { ":", TOKEN_COLON },    { ";", TOKEN_SEMICOLON },
};

/* Statuses are pasted from word processors; names with blanks stand in grave accents. */
static const struct {
  const char *open;
  const char *close;
  ColourTokenKind kind;
} quotes[] = {
  { "\"", "\"", TOKEN_TEXT },
  { "“", "”", TOKEN_TEXT },
  { "`", "`", TOKEN_NAME },
};

static ColourToken
token (ColourTokenKind kind, const char *start, const char *end)
{
  return (ColourToken){ kind, start, end, start, (gsize) (end - start) };
}

static const char *
skip_blanks (const char *at)
{
  while (g_unichar_isspace (g_utf8_get_char (at)) || *at == '#') {
    if (*at == '#')
      at += strcspn (at, "\n");
    else
      at = g_utf8_next_char (at);
  }

  return at;
}

static const char *
end_of_number (const char *at)
{
  at += strspn (at, "0123456789");
  if (*at == '.')
    at += 1 + strspn (at + 1, "0123456789");

  return at;
}

static const char *
end_of_name (const char *at)
{
  while (*at == '_' || g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static ColourTokenKind
kind_of_word (const char *start, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (strlen (words[i].text) == length && g_ascii_strncasecmp (words[i].text, start, length) == 0)
      return words[i].kind;
  }

  return TOKEN_NAME;
}

static gboolean
take_quoted (const char *at, ColourToken *taken)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++) {
    const char *content = at + strlen (quotes[i].open);
    const char *close;

    if (!g_str_has_prefix (at, quotes[i].open))
      continue;

    close = g_strstr_len (content, (gssize) strcspn (content, "\r\n"), quotes[i].close);
    if (!close)
      *taken = token (TOKEN_UNKNOWN, at, at + strcspn (at, "\r\n"));
    else
      *taken = (ColourToken){ quotes[i].kind, at, close + strlen (quotes[i].close), content,
                              (gsize) (close - content) };
    return TRUE;
  }

  return FALSE;
}

static ColourToken
take_sign (const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (g_str_has_prefix (at, signs[i].text))
      return token (signs[i].kind, at, at + strlen (signs[i].text));
  }

  return token (TOKEN_UNKNOWN, at, g_utf8_next_char (at));
}

ColourToken
colour_token_next (const char *at)
{
  ColourToken taken;
  const char *end;

  at = skip_blanks (at);
  if (!*at)
    return token (TOKEN_END, at, at);
  if (take_quoted (at, &taken))
    return taken;

  if (g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1])))
    return token (TOKEN_NUMBER, at, end_of_number (at));

  end = end_of_name (at);
  if (end > at)
    return token (kind_of_word (at, (gsize) (end - at)), at, end);

  return take_sign (at);
}

ColourToken
colour_token_period (const char *at)
{
  const char *end;

  at += strspn (at, " \t");
  end = at;
  while (!strchr (":\";#\r\n", *end) && !g_str_has_prefix (end, "“") &&
         !(g_ascii_isspace (*end) && g_ascii_strncasecmp (end + 1, "until", 5) == 0))
    end = g_utf8_next_char (end);
  while (end > at && g_ascii_isspace (end[-1]))
    end--;

  return token (TOKEN_NAME, at, end);
}

char *
colour_token_dup_place (const char *text, const char *at, guint *line)
{
  const char *line_start = text;

  *line = 1;
  for (const char *p = text; p < at; p++) {
    if (*p == '\n') {
      line_start = p + 1;
      (*line)++;
    }
  }

  return g_strdup_printf ("line %u, column %ld", *line,
                          g_utf8_pointer_to_offset (line_start, at) + 1);
}
