/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-sqlite.h"

#include "support/expression-maker.h"
#include "support/rows.h"

typedef struct {
  sqlite3 *db;
  WorkingCalendar *calendar;
} Engine;

static void
engine_clear (Engine *self)
{
  sqlite3_close (self->db);
  working_calendar_free (self->calendar);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Engine, engine_clear)

static void
engine_init (Engine *self)
{
  self->calendar = working_calendar_parse (NULL, NULL);
  assert_int_equal (sqlite3_open (":memory:", &self->db), SQLITE_OK);
  assert_true (expression_sqlite_register (self->db, self->calendar, NULL));
  assert_int_equal (
      sqlite3_exec (self->db, "CREATE TABLE rows (n, m, t, u, d, e, a, b, k, q)", NULL, NULL, NULL),
      SQLITE_OK);
}

/* What the engine asks for while it reads a query: nothing but one table and known functions. */
static int
authorize (gpointer user_data,
           int what,
           const char *one,
           const char *two,
           const char *a,
           const char *b)
{
  if (what == SQLITE_FUNCTION)
    return expression_sqlite_is_allowed (two) ? SQLITE_OK : SQLITE_DENY;

  return what == SQLITE_SELECT || what == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

static void
bind (sqlite3_stmt *query, int at, const ExpressionBinding *binding)
{
  if (binding->kind == EXPRESSION_TEXT)
    sqlite3_bind_text (query, at, binding->text, -1, SQLITE_TRANSIENT);
  else if (binding->kind == EXPRESSION_NUMBER)
    sqlite3_bind_double (query, at, binding->number);
  else
    sqlite3_bind_int64 (query, at, (gint64) binding->number);
}

static sqlite3_stmt *
ask (Engine *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Expression) expression = expression_parse (text, "of", &error);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (ExpressionBinding));
  sqlite3_stmt *query = NULL;

  assert_null (error);
  expression_check (expression, maker_columns, G_N_ELEMENTS (maker_columns), MAKER_KINDS, &error);
  assert_null (error);
  expression_write_sql (expression, EXPRESSION_SQLITE, sql, bindings);
  g_string_append (sql, " FROM rows ORDER BY rowid");
  sqlite3_set_authorizer (self->db, authorize, NULL);
  assert_int_equal (sqlite3_prepare_v2 (self->db, sql->str, -1, &query, NULL), SQLITE_OK);
  sqlite3_set_authorizer (self->db, NULL, NULL);
  for (guint i = 0; i < bindings->len; i++)
    bind (query, (int) i + 1, &g_array_index (bindings, ExpressionBinding, i));

  return query;
}

static const struct known {
  const char *label;
  const char *text;
  const char *answer; /* NULL: missing */
} known[] = {
  { "integers do not divide as integers", "7 / 2", "3.5" },
  { "columns of integers neither", "n / 2", "3.5" },
  { "divided by nothing", "1 / 0", NULL },
  { "divided by nothing at all", "1 / (2 - 2.0)", NULL },
  { "a missing number", "m + 1", NULL },
  { "nothing is equal to what is missing", "m = m", NULL },
  { "nor unequal", "m <> 1", NULL },
  { "missing is missing", "m IS MISSING", "1" },
  { "false and unknown", "FALSE AND m = 1", "0" },
  { "true and unknown", "TRUE AND m = 1", NULL },
  { "true or unknown", "TRUE OR m = 1", "1" },
  { "false or unknown", "FALSE OR m = 1", NULL },
  { "not unknown", "NOT (m = 1)", NULL },
  { "a truth that is compared", "(TRUE OR TRUE) = FALSE", "0" },
  { "a truth on the right", "FALSE = (TRUE AND FALSE)", "1" },
  { "a truth that is missing", "(m = 1 OR FALSE) IS MISSING", "1" },
  { "a sum that is one of several", "n + 1 IN (7, 8)", "1" },
  { "one of several, one of them missing", "n IN (m, 7)", "1" },
  { "none of several, one of them missing", "n IN (m, 8)", NULL },
  { "not one of several, one of them missing", "n NOT IN (m, 8)", NULL },
  { "a range, the upper end missing", "n BETWEEN 8 AND m", "0" },
  { "both ends count", "n BETWEEN 7 AND 7", "1" },
  { "a range the wrong way round", "n BETWEEN 8 AND 6", "0" },
  { "texts differ by case", "t = 'ŵyth'", "0" },
  { "small letters", "lower(t)", " ŵyth " },
  { "capital letters", "upper(trim(t))", "ŴYTH" },
  { "blanks inside stay", "trim('  a b ')", "a b" },
  { "in order of their code points", "'Z' < 'a'", "1" },
  { "instead", "coalesce(m, n, 3)", "7" },
  { "without sign", "abs(-3)", "3" },
  { "the year", "year(d)", "2024" },
  { "the month", "month(a)", "2" },
  { "the day", "day(d)", "29" },
  { "Thursday", "weekday(d)", "4" },
  { "Sunday", "weekday(DATE '2024-03-03')", "7" },
  { "the hour", "hour(a)", "23" },
  { "the hour of a time", "hour(TIME '09:59:59')", "9" },
  { "the hour before 1970", "hour(TIMESTAMP '1969-12-31 22:30')", "22" },
  { "the date", "date(a) = DATE '2024-02-29'", "1" },
  { "the date before 1970", "date(TIMESTAMP '1969-12-31 22:30') = DATE '1969-12-31'", "1" },
  { "days between", "days_between(d, DATE '2024-03-02')", "2" },
  { "days the other way", "days_between(DATE '2024-03-02', d)", "-2" },
  { "days between dates with times", "days_between(a, TIMESTAMP '2024-03-01 00:01')", "1" },
  { "hours between", "hours_between(a, TIMESTAMP '2024-03-01 00:45')", "1" },
  { "minutes between", "minutes_between(a, TIMESTAMP '2024-03-01 00:00:30')", "15.5" },
  { "days to what is missing", "days_between(d, e)", NULL },
  { "working days", "working_days_between(DATE '2024-03-28', DATE '2024-04-02')", "1" },
  { "working days of dates with times", "working_days_between(a, TIMESTAMP '2024-03-01 00:01')",
    "1" },
  { "working days in years that are not known", "working_days_between(DATE '2009-12-31', d)",
    NULL },
};

/* One row: 7, missing, " Ŵyth ", missing, 29 February 2024, missing, its 23:45, missing … */
static void
fill_one (Engine *self)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO rows VALUES (7, NULL, ' Ŵyth ', NULL, %d, NULL, %d, NULL, 34200, NULL)",
      (int) civil_to_days (2024, 2, 29), (int) civil_to_days (2024, 2, 29) * 86400 + 85500);

  assert_int_equal (sqlite3_exec (self->db, sql, NULL, NULL, NULL), SQLITE_OK);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_auto (Engine) engine = { NULL, NULL };
  sqlite3_stmt *query;

  engine_init (&engine);
  fill_one (&engine);
  query = ask (&engine, row->text);
  assert_int_equal (sqlite3_step (query), SQLITE_ROW);
  if (!row->answer)
    assert_int_equal (sqlite3_column_type (query, 0), SQLITE_NULL);
  else if (sqlite3_column_type (query, 0) == SQLITE_TEXT)
    assert_string_equal (sqlite3_column_text (query, 0), row->answer);
  else
    assert_true (sqlite3_column_double (query, 0) == g_ascii_strtod (row->answer, NULL));
  sqlite3_finalize (query);
}

static void
insert (Engine *self, const Row *row)
{
  const Value *values = &row->n;
  sqlite3_stmt *query = NULL;

  sqlite3_prepare_v2 (self->db, "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1,
                      &query, NULL);
  for (int i = 0; i < 10; i++) {
    if (values[i].text)
      sqlite3_bind_text (query, i + 1, values[i].text, -1, SQLITE_TRANSIENT);
    else if (!values[i].is_missing)
      sqlite3_bind_int64 (query, i + 1, (gint64) values[i].number);
  }
  assert_int_equal (sqlite3_step (query), SQLITE_DONE);
  sqlite3_finalize (query);
}

#define N_ROWS 24

static void
agrees_on_one (Engine *engine, const Row *rows, guint32 seed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *query = NULL;

  for (guint i = 0; i < N_ROWS; i++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    Maker maker = { rand, text, &rows[i] };
    Value expected;

    g_string_truncate (text, 0);
    expected = make_truth (&maker, 4);
    if (!query)
      query = ask (engine, text->str);
    assert_int_equal (sqlite3_step (query), SQLITE_ROW);
    if (expected.is_missing != (sqlite3_column_type (query, 0) == SQLITE_NULL) ||
        (!expected.is_missing && sqlite3_column_int (query, 0) != expected.number))
      fail_msg ("row %u, seed %u: %s", i, seed, text->str);
  }
  sqlite3_finalize (query);
}

static void
agrees_with_an_interpreter (void **state)
{
  const guint n = g_getenv ("SCRUTINY_QUICK") ? 100 : 3000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240401);
  g_auto (Engine) engine = { NULL, NULL };
  Row rows[N_ROWS];

  engine_init (&engine);
  for (guint i = 0; i < N_ROWS; i++) {
    rows[i] = random_row (rand);
    insert (&engine, &rows[i]);
  }
  for (guint32 seed = 1; seed <= n; seed++)
    agrees_on_one (&engine, rows, seed);
}

static void
allows_no_other_function (void **state)
{
  assert_true (expression_sqlite_is_allowed ("SCRUTINY_DATE"));
  assert_true (expression_sqlite_is_allowed ("abs"));
  assert_false (expression_sqlite_is_allowed ("load_extension"));
  assert_false (expression_sqlite_is_allowed ("scrutiny_other"));
  assert_false (expression_sqlite_is_allowed ("randomblob"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 2];
  size_t n = add_rows (tests, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_an_interpreter);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (allows_no_other_function);

  return cmocka_run_group_tests_name ("records/expression-sqlite", tests, NULL, NULL);
}
