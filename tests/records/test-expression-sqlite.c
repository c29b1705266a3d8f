/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-sqlite.h"

#include <math.h>
#include <string.h>

#include "base/civil.h"
#include "records/expression.h"
#include "support/rows.h"

static const ExpressionColumn columns[] = {
  { "n", EXPRESSION_NUMBER, NULL },   { "m", EXPRESSION_NUMBER, NULL },
  { "t", EXPRESSION_TEXT, NULL },     { "u", EXPRESSION_TEXT, NULL },
  { "d", EXPRESSION_DATE, NULL },     { "e", EXPRESSION_DATE, NULL },
  { "a", EXPRESSION_DATETIME, NULL }, { "b", EXPRESSION_DATETIME, NULL },
  { "k", EXPRESSION_TIME, NULL },     { "q", EXPRESSION_TRUTH, NULL },
};

#define ANY_KIND \
  (EXPRESSION_NUMBER | EXPRESSION_TEXT | EXPRESSION_DATE | EXPRESSION_DATETIME | EXPRESSION_TIME | \
   EXPRESSION_TRUTH)

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
  expression_check (expression, columns, G_N_ELEMENTS (columns), ANY_KIND, &error);
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

/* A small interpreter: it makes up an expression and works it out for one row, in the same
 * breath, so that it shares nothing with the parser, the checker and the engine.
 */
typedef struct {
  gboolean is_missing;
  double number;    /* also days, seconds, 1 and 0 */
  const char *text; /* interned */
} Value;

typedef struct {
  Value n, m, t, u, d, e, a, b, k, q;
} Row;

typedef struct {
  GRand *rand;
  GString *text;
  const Row *row;
  const WorkingCalendar *calendar;
} Maker;

static Value make_number (Maker *self, int depth);
static Value make_text (Maker *self, int depth);
static Value make_date (Maker *self, int depth);
static Value make_truth (Maker *self, int depth);

static const Value missing = { .is_missing = TRUE };

static int
pick (Maker *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static void
say (Maker *self, const char *text)
{
  g_string_append (self->text, text);
}

static Value
number_value (double number)
{
  return isfinite (number) ? (Value){ .number = number } : missing;
}

static Value
said (Maker *self, const char *text, Value value)
{
  say (self, text);

  return value;
}

static double
working_days_by_foot (double from, double to)
{
  const gint64 easter[] = { 19811, 19814 }; /* 29 March and 1 April 2024 */
  double n = 0;

  for (gint64 day = (gint64) from + 1; day <= (gint64) to; day++)
    n += civil_weekday (day) < 5 && day != easter[0] && day != easter[1];

  return n;
}

static Value
make_span (Maker *self, int depth)
{
  const gboolean is_working = pick (self, 2);
  Value from, to;

  say (self, is_working ? "working_days_between(" : "days_between(");
  from = make_date (self, depth);
  say (self, ", ");
  to = make_date (self, depth);
  say (self, ")");
  if (from.is_missing || to.is_missing)
    return missing;
  if (!is_working)
    return number_value (to.number - from.number);

  return number_value (from.number <= to.number ? working_days_by_foot (from.number, to.number)
                                                : -working_days_by_foot (to.number, from.number));
}

static Value
make_sum (Maker *self, int depth)
{
  static const char *const signs[] = { " + ", " - ", " * ", " / " };
  const int sign = pick (self, 4);
  Value left, right;

  say (self, "(");
  left = make_number (self, depth);
  say (self, signs[sign]);
  right = make_number (self, depth);
  say (self, ")");
  if (left.is_missing || right.is_missing)
    return missing;

  return number_value (sign == 0   ? left.number + right.number
                       : sign == 1 ? left.number - right.number
                       : sign == 2 ? left.number * right.number
                                   : left.number / right.number);
}

static Value
make_part_of_date (Maker *self, int depth)
{
  static const char *const parts[] = { "year(", "month(", "day(", "weekday(" };
  const int part = pick (self, 4);
  Value date;
  CivilDate civil;

  say (self, parts[part]);
  date = make_date (self, depth);
  say (self, ")");
  if (date.is_missing)
    return missing;
  civil = civil_from_days ((gint64) date.number);

  return number_value (part == 0   ? civil.year
                       : part == 1 ? civil.month
                       : part == 2 ? civil.day
                                   : (int) civil_weekday ((gint64) date.number) + 1);
}

static Value
make_negative (Maker *self, int depth)
{
  const gboolean is_abs = pick (self, 2);
  Value value;

  say (self, is_abs ? "abs(" : "-(");
  value = make_number (self, depth);
  say (self, ")");
  value.number = is_abs ? fabs (value.number) : -value.number;

  return value;
}

static Value
make_instead (Maker *self, Value (*make) (Maker *, int), int depth)
{
  Value first, second;

  say (self, "coalesce(");
  first = make (self, depth);
  say (self, ", ");
  second = make (self, depth);
  say (self, ")");

  return first.is_missing ? second : first;
}

static Value
make_number (Maker *self, int depth)
{
  switch (pick (self, depth > 0 ? 9 : 3)) {
  case 0:
    return said (self, "n", self->row->n);
  case 1:
    return said (self, "m", self->row->m);
  case 2:
    return said (self, "2.5", number_value (2.5));
  case 3:
    return make_span (self, depth - 1);
  case 4:
    return make_part_of_date (self, depth - 1);
  case 5:
    return make_negative (self, depth - 1);
  case 6:
    return make_instead (self, make_number, depth - 1);
  default:
    return make_sum (self, depth - 1);
  }
}

static Value
make_letters (Maker *self, int depth)
{
  const gboolean is_lower = pick (self, 2);
  g_autofree char *changed = NULL;
  Value value;

  say (self, is_lower ? "lower(" : "upper(");
  value = make_text (self, depth);
  say (self, ")");
  if (value.is_missing)
    return missing;
  changed = is_lower ? g_utf8_strdown (value.text, -1) : g_utf8_strup (value.text, -1);

  return (Value){ .text = g_intern_string (changed) };
}

static Value
make_trimmed (Maker *self, int depth)
{
  g_autofree char *changed = NULL;
  Value value;

  say (self, "trim(");
  value = make_text (self, depth);
  say (self, ")");
  if (value.is_missing)
    return missing;
  changed = g_strstrip (g_strdup (value.text));

  return (Value){ .text = g_intern_string (changed) };
}

static Value
make_text (Maker *self, int depth)
{
  switch (pick (self, depth > 0 ? 6 : 3)) {
  case 0:
    return said (self, "t", self->row->t);
  case 1:
    return said (self, "u", self->row->u);
  case 2:
    return said (self, "'St Mary''s'", (Value){ .text = "St Mary's" });
  case 3:
    return make_letters (self, depth - 1);
  case 4:
    return make_trimmed (self, depth - 1);
  default:
    return make_instead (self, make_text, depth - 1);
  }
}

static Value
make_date (Maker *self, int depth)
{
  Value moment;

  switch (pick (self, depth > 0 ? 5 : 3)) {
  case 0:
    return said (self, "d", self->row->d);
  case 1:
    return said (self, "e", self->row->e);
  case 2:
    return said (self, "DATE '2024-04-02'", number_value (19815));
  case 3:
    return make_instead (self, make_date, depth - 1);
  default:
    moment = said (self, "date(a)", self->row->a);
    moment.number = floor (moment.number / 86400);
    return moment;
  }
}

static Value
truth (int is_known, gboolean is_true)
{
  return is_known ? number_value (is_true != 0) : missing;
}

/* -1, 0 or 1. */
static int
order_of (Value left, Value right)
{
  if (left.text)
    return strcmp (left.text, right.text);

  return (left.number > right.number) - (left.number < right.number);
}

static Value
compare_values (Value left, Value right, int sign)
{
  const int order = left.is_missing || right.is_missing ? 0 : order_of (left, right);
  const gboolean holds[] = { order >= 0, order <= 0, order > 0, order < 0, order == 0, order != 0 };

  return truth (!left.is_missing && !right.is_missing, holds[sign]);
}

static Value
make_comparison (Maker *self, Value (*make) (Maker *, int), int depth)
{
  static const char *const signs[] = { " >= ", " <= ", " > ", " < ", " = ", " <> " };
  const int sign = pick (self, 6);
  Value left, right;

  say (self, "(");
  left = make (self, depth);
  say (self, signs[sign]);
  right = make (self, depth);
  say (self, ")");

  return compare_values (left, right, sign);
}

static Value
either (Value left, Value right)
{
  if ((!left.is_missing && left.number != 0) || (!right.is_missing && right.number != 0))
    return number_value (1);

  return truth (!left.is_missing && !right.is_missing, FALSE);
}

static Value
negated (Value value)
{
  return value.is_missing ? missing : number_value (value.number == 0);
}

static Value
make_joined (Maker *self, int depth)
{
  const gboolean is_and = pick (self, 2);
  Value left, right;

  say (self, "(");
  left = make_truth (self, depth);
  say (self, is_and ? " AND " : " OR ");
  right = make_truth (self, depth);
  say (self, ")");

  return is_and ? negated (either (negated (left), negated (right))) : either (left, right);
}

static Value
make_list (Maker *self, Value (*make) (Maker *, int), int depth)
{
  const gboolean is_negated = pick (self, 2);
  Value left, first, second, found;

  say (self, "(");
  left = make (self, depth);
  say (self, is_negated ? " NOT IN (" : " IN (");
  first = make (self, 0);
  say (self, ", ");
  second = make (self, 0);
  say (self, "))");
  found = either (compare_values (left, first, 4), compare_values (left, second, 4));

  return is_negated ? negated (found) : found;
}

static Value
make_range (Maker *self, Value (*make) (Maker *, int), int depth)
{
  const gboolean is_negated = pick (self, 2);
  Value left, low, high, outside;

  say (self, "(");
  left = make (self, depth);
  say (self, is_negated ? " NOT BETWEEN " : " BETWEEN ");
  low = make (self, 0);
  say (self, " AND ");
  high = make (self, 0);
  say (self, ")");
  outside = either (compare_values (left, low, 3), compare_values (left, high, 2));

  return is_negated ? outside : negated (outside);
}

static Value
make_missing (Maker *self, Value (*make) (Maker *, int), int depth)
{
  const gboolean is_negated = pick (self, 2);
  Value value;

  say (self, "(");
  value = make (self, depth);
  say (self, is_negated ? " IS NOT MISSING)" : " IS MISSING)");

  return number_value (value.is_missing != is_negated);
}

static Value
make_not (Maker *self, int depth)
{
  say (self, "NOT ");

  return negated (make_truth (self, depth));
}

static Value
make_truth (Maker *self, int depth)
{
  Value (*const makers[]) (Maker *, int) = { make_number, make_text, make_date };
  Value (*make) (Maker *, int) = makers[pick (self, 3)];

  switch (pick (self, depth > 0 ? 8 : 2)) {
  case 0:
    return said (self, "q", self->row->q);
  case 1:
    return said (self, "TRUE", number_value (1));
  case 2:
    return make_joined (self, depth - 1);
  case 3:
    return make_not (self, depth - 1);
  case 4:
    return make_list (self, make, depth - 1);
  case 5:
    return make_range (self, make, depth - 1);
  case 6:
    return make_missing (self, make, depth - 1);
  default:
    return make_comparison (self, make, depth - 1);
  }
}

static Value
random_number (GRand *rand, double low, double high)
{
  return g_rand_int_range (rand, 0, 4)
             ? number_value (floor (g_rand_double_range (rand, low, high)))
             : missing;
}

static Value
random_text (GRand *rand)
{
  static const char *const texts[] = { "Y", "N", "y", " Ŵyth ", "St Mary's", "" };

  return g_rand_int_range (rand, 0, 4)
             ? (Value){ .text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))] }
             : missing;
}

static Row
random_row (GRand *rand)
{
  return (Row){
    .n = random_number (rand, -3, 4),
    .m = random_number (rand, -3, 4),
    .t = random_text (rand),
    .u = random_text (rand),
    .d = random_number (rand, 19800, 19830),
    .e = random_number (rand, 19800, 19830),
    .a = random_number (rand, 19800 * 86400., 19830 * 86400.),
    .b = missing,
    .k = missing,
    .q = random_number (rand, 0, 2),
  };
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
    Maker maker = { rand, text, &rows[i], engine->calendar };
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
