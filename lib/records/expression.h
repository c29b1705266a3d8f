/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column holds, or what an expression comes to; several together are a choice. */
typedef enum {
  EXPRESSION_NUMBER = 1 << 0,
  EXPRESSION_TEXT = 1 << 1,
  EXPRESSION_DATE = 1 << 2,     /* SQLite: days since 1970-01-01 */
  EXPRESSION_DATETIME = 1 << 3, /* SQLite: seconds since then, of the clock on the wall */
  EXPRESSION_TIME = 1 << 4,     /* SQLite: seconds since midnight */
  EXPRESSION_TRUTH = 1 << 5,    /* SQLite: 1 and 0 */
} ExpressionKind;

/* A column of the rows an expression speaks of. */
typedef struct {
  const char *name;
  ExpressionKind kind;
  const char *engine_name; /* what the engine calls it; NULL: the same */
} ExpressionColumn;

typedef enum {
  EXPRESSION_AS_WRITTEN, /* the language itself */
  EXPRESSION_SQLITE,
  EXPRESSION_POSTGRESQL,
} ExpressionDialect;

/* What stands for a parameter of the SQL, in order: a number has @number; a text has @text; a
 * date, a time and both together have both; EXPRESSION_HOLIDAYS is the list of bank holidays,
 * which the caller gives (of PostgreSQL only).
 */
#define EXPRESSION_HOLIDAYS ((ExpressionKind) 0)

typedef struct {
  ExpressionKind kind;
  double number;
  const char *text; /* the expression's */
} ExpressionBinding;

#define EXPRESSION_TEXT_LIMIT (64 * 1024) /* bytes */
#define EXPRESSION_DEPTH_LIMIT 200        /* brackets within brackets, or terms in a row */
#define EXPRESSION_NODE_LIMIT 10000       /* columns, values and signs together */

typedef struct _Expression Expression;

/* Reads @text, one expression over columns.  @what is how messages call it: “counted”.
 * Fails with UNREADABLE, NOT_FOUND (no such function) or LIMIT, and says where.
 */
Expression *expression_parse (const char *text, const char *what, GError **error);
void expression_free (Expression *self);

/* Finds every column and whether each part is of a kind that what is done with it needs, and
 * the whole one of @wanted.  Fails with NOT_FOUND or UNREADABLE, and says where.
 */
gboolean expression_check (Expression *self,
                           const ExpressionColumn *columns,
                           gsize n_columns,
                           ExpressionKind wanted,
                           GError **error);

/* What a checked expression comes to. */
ExpressionKind expression_get_kind (const Expression *self);

/* Appends the SQL of a checked expression, in brackets where it needs them to be an operand,
 * and to @bindings (of ExpressionBinding) what its parameters stand for.  Those of PostgreSQL
 * are numbered on from what is there.
 */
void expression_write_sql (const Expression *self,
                           ExpressionDialect dialect,
                           GString *sql,
                           GArray *bindings);

/* The same expression as everyone would write it: words in capitals, one blank, only the
 * brackets that are needed.  It reads back as the same expression.
 */
char *expression_dup_text (const Expression *self);

/* The SHA-256 of that text, in hexadecimal digits. */
char *expression_dup_hash (const Expression *self);

/* The columns it names, each once, in the order they are first named: ends in NULL. */
char **expression_dup_columns (const Expression *self);

/* Each call of it that counts the time from one date to another, as it is written; ends in NULL. */
char **expression_dup_spans (const Expression *self);

/* From when to when the first such call counts, as it is written; FALSE where there is none. */
gboolean expression_dup_ends (const Expression *self, char **begun, char **ended);

/* The conditions that must all hold, each by itself; ends in NULL. */
char **expression_dup_conditions (const Expression *self);

/* Each part of it that something is divided by, but for plain numbers; ends in NULL. */
char **expression_dup_divisors (const Expression *self);

/* “a number”: how messages call a kind. */
const char *expression_kind_get_words (ExpressionKind kind);

/* Appends @name as SQL and this language quote it. */
void expression_append_quoted (GString *out, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Expression, expression_free)

G_END_DECLS
