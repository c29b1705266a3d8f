/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/bank-holidays.h"
#include "records/expression-moment.h"
#include "support/expression-maker.h"
#include "support/postgresql-server.h"

#define N_ROWS 24

static PGconn *server;
static char *holidays; /* {2010-01-01,…} */

static int
start (void **state)
{
  gsize n;
  const gint32 *days = bank_holidays_find ("england-and-wales", &n);
  GString *list = g_string_new ("{");

  if (server_start () != 0)
    return 1;
  server = PQconnectdb (server_connection);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (list, "%s%d-%02d-%02d", i ? "," : "", days[i] / 10000,
                            days[i] / 100 % 100, days[i] % 100);
  holidays = g_string_free (g_string_append (list, "}"), FALSE);

  return 0;
}

static int
stop (void **state)
{
  PQfinish (server);
  g_clear_pointer (&holidays, g_free);

  return server_stop ();
}

/* NULL where it is missing. */
static char *
dup_cell (const Value *value, ExpressionKind kind)
{
  if (value->is_missing)
    return NULL;
  if (value->text)
    return g_strdup (value->text);
  if (kind == EXPRESSION_DATE || kind == EXPRESSION_DATETIME)
    return expression_moment_format (kind, value->number);
  if (kind == EXPRESSION_TRUTH)
    return g_strdup (value->number != 0 ? "true" : "false");

  return g_strdup_printf ("%d", (int) value->number);
}

static void
insert (int id, const Row *row)
{
  const Value *values = &row->n;
  char *cells[G_N_ELEMENTS (maker_columns) + 1];
  PGresult *result;

  for (guint i = 0; i < G_N_ELEMENTS (maker_columns); i++)
    cells[i] = dup_cell (&values[i], maker_columns[i].kind);
  cells[G_N_ELEMENTS (maker_columns)] = g_strdup_printf ("%d", id);
  result = PQexecParams (server,
                         "INSERT INTO rows VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                         G_N_ELEMENTS (cells), NULL, (const char *const *) cells, NULL, NULL, 0);
  assert_int_equal (PQresultStatus (result), PGRES_COMMAND_OK);
  PQclear (result);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_free (cells[i]);
}

static char *
dup_parameter (const ExpressionBinding *binding)
{
  if (binding->kind == EXPRESSION_HOLIDAYS)
    return g_strdup (holidays);

  if (binding->kind == EXPRESSION_NUMBER) {
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    return g_strdup (g_ascii_dtostr (text, sizeof text, binding->number));
  }

  return g_strdup (binding->text);
}

static PGresult *
ask (const char *text)
{
  g_autoptr (Expression) expression = expression_parse (text, "of", NULL);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (ExpressionBinding));
  g_autoptr (GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
  PGresult *result;

  assert_true (expression_check (expression, maker_columns, G_N_ELEMENTS (maker_columns),
                                 MAKER_KINDS, NULL));
  expression_write_sql (expression, EXPRESSION_POSTGRESQL, sql, bindings);
  g_string_append (sql, " FROM rows ORDER BY id");
  for (guint i = 0; i < bindings->len; i++)
    g_ptr_array_add (parameters, dup_parameter (&g_array_index (bindings, ExpressionBinding, i)));
  result = PQexecParams (server, sql->str, (int) parameters->len, NULL,
                         (const char *const *) parameters->pdata, NULL, NULL, 0);
  if (PQresultStatus (result) != PGRES_TUPLES_OK)
    fail_msg ("%s: %s", text, PQerrorMessage (server));

  return result;
}

static void
agrees_on_one (const Row *rows, guint32 seed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PGresult *result = NULL;

  for (int i = 0; i < N_ROWS; i++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Maker maker = { rand, text, &rows[i] };
    Value expected;

    g_string_truncate (text, 0);
    expected = make_truth (&maker, 4);
    if (!result)
      result = ask (text->str);
    if (expected.is_missing != PQgetisnull (result, i, 0) ||
        (!expected.is_missing && (*PQgetvalue (result, i, 0) == 't') != (expected.number != 0)))
      fail_msg ("row %d, seed %u: %s", i, seed, text->str);
  }
  PQclear (result);
}

/* Numbers as integers and as decimals, texts of both kinds. */
static void
agrees_with_an_interpreter (void **state)
{
  const guint n = g_getenv ("SCRUTINY_QUICK") ? 50 : 1000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240401);
  Row rows[N_ROWS];

  server_execute (server, "CREATE TABLE rows (n integer, m numeric, t text, u varchar, d date, e "
                          "date, a timestamp, b timestamp, k time, q boolean, id integer)");
  for (int i = 0; i < N_ROWS; i++) {
    rows[i] = random_row (rand);
    insert (i, &rows[i]);
  }
  for (guint32 seed = 1; seed <= n; seed++)
    agrees_on_one (rows, seed);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_an_interpreter),
  };

  if (!server_is_installed ()) {
    print_message ("1..0 # SKIP the PostgreSQL server is not installed\n");
    return 0;
  }

  return cmocka_run_group_tests_name ("records/expression-postgresql", tests, start, stop);
}
