/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>

#include "records/expression.h"

#ifdef SCRUTINY_HAVE_RECORDS
#include "records/expression-sqlite.h"
#endif

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const ExpressionColumn columns[] = {
  { "n", EXPRESSION_NUMBER, NULL }, { "t", EXPRESSION_TEXT, NULL },
  { "d", EXPRESSION_DATE, NULL },   { "a", EXPRESSION_DATETIME, NULL },
  { "k", EXPRESSION_TIME, NULL },   { "q", EXPRESSION_TRUTH, NULL },
};

#define ANY_KIND \
  (EXPRESSION_NUMBER | EXPRESSION_TEXT | EXPRESSION_DATE | EXPRESSION_DATETIME | EXPRESSION_TIME | \
   EXPRESSION_TRUTH)

/* As it writes itself, it reads itself. */
static void
write_and_read (const Expression *expression)
{
  g_autofree char *written = expression_dup_text (expression);
  g_autoptr (Expression) again = expression_parse (written, "of", NULL);
  g_autofree char *written_again = again ? expression_dup_text (again) : NULL;

  g_assert_cmpstr (written, ==, written_again);
}

#ifdef SCRUTINY_HAVE_RECORDS
/* The engine reads it as one expression, or finds it too deep. */
static void
prepare (const char *sql)
{
  g_autofree char *query = g_strdup_printf ("SELECT %s FROM rows", sql);
  const char *rest = NULL;
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;

  g_assert (sqlite3_open (":memory:", &db) == SQLITE_OK);
  g_assert (expression_sqlite_register (db, NULL, NULL));
  sqlite3_exec (db, "CREATE TABLE rows (n, t, d, a, k, q)", NULL, NULL, NULL);
  if (sqlite3_prepare_v2 (db, query, -1, &statement, &rest) == SQLITE_OK)
    g_assert (sqlite3_stmt_readonly (statement) && *rest == '\0');
  else
    g_assert (g_str_equal (sqlite3_errmsg (db), "parser stack overflow") ||
              g_strrstr (sqlite3_errmsg (db), "too large"));
  sqlite3_finalize (statement);
  sqlite3_close (db);
}
#endif

static void
write_sql (const Expression *expression, ExpressionDialect dialect)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (ExpressionBinding));

  expression_write_sql (expression, dialect, sql, bindings);
  g_assert (sql->len > 0);
#ifdef SCRUTINY_HAVE_RECORDS
  if (dialect == EXPRESSION_SQLITE)
    prepare (sql->str);
#endif
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GError) error = NULL;
  g_autoptr (Expression) expression = expression_parse (text, "of", &error);

  g_assert (!expression == !!error);
  if (expression) {
    write_and_read (expression);
    if (expression_check (expression, columns, G_N_ELEMENTS (columns), ANY_KIND, &error)) {
      write_sql (expression, EXPRESSION_SQLITE);
      write_sql (expression, EXPRESSION_POSTGRESQL);
    }
  }
  g_assert (!error || g_utf8_validate (error->message, -1, NULL));

  return 0;
}
