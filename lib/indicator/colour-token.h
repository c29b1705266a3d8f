/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  TOKEN_UNKNOWN, /* no character of the language; an unfinished text */
  TOKEN_END,
  TOKEN_NUMBER,
  TOKEN_NAME,
  TOKEN_TEXT, /* in quotation marks */
  /* words with a meaning */
  TOKEN_FROM,
  TOKEN_UNTIL,
  TOKEN_WHEN,
  TOKEN_OTHERWISE,
  TOKEN_MISSING,
  TOKEN_OVERRIDE,
  TOKEN_BECAUSE,
  TOKEN_AND,
  TOKEN_OR,
  TOKEN_NOT,
  TOKEN_IS,
  TOKEN_WITHIN,
  TOKEN_OF,
  TOKEN_ROUND,
  TOKEN_ABS,
  /* signs */
  TOKEN_AT_LEAST,
  TOKEN_AT_MOST,
  TOKEN_MORE,
  TOKEN_LESS,
  TOKEN_EQUAL,
  TOKEN_UNEQUAL,
  TOKEN_PLUS,
  TOKEN_MINUS,
  TOKEN_TIMES,
  TOKEN_OVER,
  TOKEN_PERCENT,
  TOKEN_OPEN,
  TOKEN_CLOSE,
  TOKEN_COMMA,
  TOKEN_COLON,
  TOKEN_SEMICOLON,
} ColourTokenKind;

typedef struct {
  ColourTokenKind kind;
  const char *start; /* in the text, with quotation marks */
  const char *end;
  const char *content; /* without them */
  gsize content_length;
} ColourToken;

/* The token at @at, after blanks and comments.  Always gives one; TOKEN_END stays where it is. */
ColourToken colour_token_next (const char *at);

/* What stands at @at up to a colon, a quotation mark, a comment, the word “until” or
 * the end of the line, as one TOKEN_NAME: a period, whose spelling is not the language's.
 */
ColourToken colour_token_period (const char *at);

/* "line 2, column 52": where in @text something stands, in characters. */
char *colour_token_dup_place (const char *text, const char *at, guint *line);

G_END_DECLS
