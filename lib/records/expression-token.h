/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words and signs of an expression over the columns of records. */
typedef enum {
  EXPRESSION_TOKEN_UNKNOWN,    /* a sign the language does not have */
  EXPRESSION_TOKEN_FOREIGN,    /* a word of SQL that it does not have */
  EXPRESSION_TOKEN_OPEN_QUOTE, /* a quotation that does not end */
  EXPRESSION_TOKEN_END,
  EXPRESSION_TOKEN_NUMBER,
  EXPRESSION_TOKEN_NAME,
  EXPRESSION_TOKEN_TEXT,
  EXPRESSION_TOKEN_AND,
  EXPRESSION_TOKEN_OR,
  EXPRESSION_TOKEN_NOT,
  EXPRESSION_TOKEN_IN,
  EXPRESSION_TOKEN_BETWEEN,
  EXPRESSION_TOKEN_IS,
  EXPRESSION_TOKEN_MISSING, /* also NULL */
  EXPRESSION_TOKEN_TRUE,
  EXPRESSION_TOKEN_FALSE,
  EXPRESSION_TOKEN_AT_LEAST,
  EXPRESSION_TOKEN_AT_MOST,
  EXPRESSION_TOKEN_MORE,
  EXPRESSION_TOKEN_LESS,
  EXPRESSION_TOKEN_EQUAL,
  EXPRESSION_TOKEN_UNEQUAL,
  EXPRESSION_TOKEN_PLUS,
  EXPRESSION_TOKEN_MINUS,
  EXPRESSION_TOKEN_TIMES,
  EXPRESSION_TOKEN_OVER,
  EXPRESSION_TOKEN_OPEN,
  EXPRESSION_TOKEN_CLOSE,
  EXPRESSION_TOKEN_COMMA,
} ExpressionTokenKind;

/* A slice of the text that is read. */
typedef struct {
  ExpressionTokenKind kind;
  const char *start;
  const char *end;
  const char *content; /* inside the quotation marks, where there are any */
  gsize content_length;
  gboolean is_quoted;
} ExpressionToken;

/* The token at @at, or behind the blanks there.  The text is UTF-8. */
ExpressionToken expression_token_next (const char *at);

/* What a name or a text says: the mark that is doubled inside the quotation stands once. */
char *expression_token_dup_content (const ExpressionToken *token);

/* Whether @name would be read as a word of the language if it stood without marks, or not as
 * a name at all.
 */
gboolean expression_token_needs_marks (const char *name);

G_END_DECLS
