/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression.h"

#include <scrutiny/error.h>

#include "support/rows.h"

#include <string.h>

static const ExpressionColumn columns[] = {
  { "days", EXPRESSION_NUMBER, NULL },      { "team size", EXPRESSION_NUMBER, "c1" },
  { "seen", EXPRESSION_TEXT, NULL },        { "ŵyth", EXPRESSION_TEXT, NULL },
  { "opened", EXPRESSION_DATE, NULL },      { "closed", EXPRESSION_DATE, NULL },
  { "arrived", EXPRESSION_DATETIME, NULL }, { "left", EXPRESSION_DATETIME, NULL },
  { "clock", EXPRESSION_TIME, NULL },       { "urgent", EXPRESSION_TRUTH, NULL },
  { "date", EXPRESSION_DATE, NULL },        { "5\" pipe", EXPRESSION_NUMBER, NULL },
};

#define ANY_KIND \
  (EXPRESSION_NUMBER | EXPRESSION_TEXT | EXPRESSION_DATE | EXPRESSION_DATETIME | EXPRESSION_TIME | \
   EXPRESSION_TRUTH)

static Expression *
made (const char *text, ExpressionKind wanted, GError **error)
{
  g_autoptr (Expression) parsed = expression_parse (text, "counted", error);

  if (!parsed || !expression_check (parsed, columns, G_N_ELEMENTS (columns), wanted, error))
    return NULL;

  return g_steal_pointer (&parsed);
}

static const struct written {
  const char *label;
  const char *text;
  const char *written;
} written[] = {
  { "a comparison", "days<=45", "days <= 45" },
  { "signs of a word processor", "days ≤ 45 and days ≠ 3", "days <= 45 AND days <> 3" },
  { "words in capitals", "days is not null and not urgent", "days IS NOT MISSING AND NOT urgent" },
  { "needless brackets", "((days) <= (45))", "days <= 45" },
  { "needed brackets", "(urgent or days = 1) and days <> 2", "(urgent OR days = 1) AND days <> 2" },
  { "and before or", "urgent or days = 1 and days = 2", "urgent OR days = 1 AND days = 2" },
  { "terms in a row", "urgent and (days = 1 and days = 2)", "urgent AND days = 1 AND days = 2" },
  { "a difference of a difference", "1 - (2 - 3) = 2", "1 - (2 - 3) = 2" },
  { "from the left", "(1 - 2) - 3 = 2", "1 - 2 - 3 = 2" },
  { "products first", "(days + 1) * 2 > days + 1 * 2", "(days + 1) * 2 > days + 1 * 2" },
  { "no two signs together", "- -days = 1 - -1", "-(-days) = 1 - -1" },
  { "plus is nothing", "+ + days = 1", "days = 1" },
  { "not of a comparison", "not days = 1", "NOT (days = 1)" },
  { "not twice", "not not urgent", "NOT (NOT urgent)" },
  { "a truth that is compared", "(urgent or days = 1) = false", "(urgent OR days = 1) = FALSE" },
  { "one of several", "seen not in ('Y',  'N')", "seen NOT IN ('Y', 'N')" },
  { "a range", "days not between 1 and 2 and urgent", "days NOT BETWEEN 1 AND 2 AND urgent" },
  { "a name in marks", "\"days\" = \"team size\"", "days = \"team size\"" },
  { "marks doubled", "\"5\"\" pipe\" = 1 and seen = 'St Mary''s'",
    "\"5\"\" pipe\" = 1 AND seen = 'St Mary''s'" },
  { "a name that is a word of SQL", "\"left\" is missing", "\"left\" IS MISSING" },
  { "a column called date", "date = DATE '2024-02-29'", "date = DATE '2024-02-29'" },
  { "a date", "date '2024-02-29' = closed", "DATE '2024-02-29' = closed" },
  { "a date with a time", "arrived < timestamp '2024-02-29T09:30:00'",
    "arrived < TIMESTAMP '2024-02-29 09:30'" },
  { "before 1970", "arrived < TIMESTAMP '1969-12-31 23:59:58'",
    "arrived < TIMESTAMP '1969-12-31 23:59:58'" },
  { "a time", "clock >= TIME '09:30:05'", "clock >= TIME '09:30:05'" },
  { "a call", "LOWER(Trim(seen)) = 'y'", "lower(trim(seen)) = 'y'" },
  { "numbers", "days in (1e2, .5, 1.0, 1e300)", "days IN (100, 0.5, 1, 1e+300)" },
  { "truths", "urgent = true or False", "urgent = TRUE OR FALSE" },
};

static void
writes_itself (void **state)
{
  const struct written *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (Expression) first = made (row->text, EXPRESSION_TRUTH, &error);
  g_autoptr (Expression) again = made (row->written, EXPRESSION_TRUTH, &error);
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *hash_again = NULL;

  assert_null (error);
  text = expression_dup_text (first);
  text_again = expression_dup_text (again);
  hash = expression_dup_hash (first);
  hash_again = expression_dup_hash (again);
  assert_string_equal (text, row->written);
  assert_string_equal (text_again, row->written);
  assert_string_equal (hash, hash_again);
}

/* SQL with the parameters' values behind a bar. */
static const struct emitted {
  const char *label;
  const char *text;
  const char *sqlite;
  const char *postgresql;
} emitted[] = {
  { "a comparison", "days <= 45", "(\"days\" <= ?) | 45",
    "(CAST(\"days\" AS double precision) <= CAST($1 AS double precision)) | 45" },
  { "the engine's own name", "\"team size\" IS MISSING", "(\"c1\" IS NULL) |",
    "(CAST(\"c1\" AS double precision) IS NULL) |" },
  { "a mark in a name", "\"5\"\" pipe\" IS MISSING", "(\"5\"\" pipe\" IS NULL) |",
    "(CAST(\"5\"\" pipe\" AS double precision) IS NULL) |" },
  { "a text is never in the SQL", "seen = 'x'' OR 1=1 --'", "(\"seen\" = ?) | x' OR 1=1 --",
    "(\"seen\" COLLATE \"C\" = CAST($1 AS text)) | x' OR 1=1 --" },
  { "several parameters", "seen IN ('Y', 'N')", "(\"seen\" IN (?, ?)) | Y N",
    "(\"seen\" COLLATE \"C\" IN (CAST($1 AS text), CAST($2 AS text))) | Y N" },
  { "a date", "opened >= DATE '1970-01-02'", "(\"opened\" >= ?) | 1",
    "(\"opened\" >= CAST($1 AS date)) | 1970-01-02" },
  { "a date with a time", "arrived >= TIMESTAMP '1970-01-02 00:01'", "(\"arrived\" >= ?) | 86460",
    "(\"arrived\" >= CAST($1 AS timestamp)) | 1970-01-02 00:01" },
  { "a quotient", "days / 2 > 1", "(CAST(\"days\" AS REAL) / NULLIF(?, 0) > ?) | 2 1",
    "(CAST(CAST(\"days\" AS double precision) AS double precision) / NULLIF(CAST($1 AS double "
    "precision), 0) > CAST($2 AS double precision)) | 2 1" },
  { "a condition by itself", "urgent", "\"urgent\" |", "\"urgent\" |" },
  { "a truth", "urgent = TRUE", "(\"urgent\" = 1) |", "(\"urgent\" = TRUE) |" },
  { "days between", "days_between(opened, arrived) > 1",
    "((scrutiny_date(\"arrived\") - \"opened\") > ?) | 1",
    "(CAST(CAST(\"arrived\" AS date) - \"opened\" AS double precision) > CAST($1 AS double "
    "precision)) | 1" },
  { "working days between", "working_days_between(opened, closed) > 1",
    "(scrutiny_working_days(\"opened\", \"closed\") > ?) | 1", NULL },
  { "instead", "coalesce(days, 0) > 1", "(coalesce(\"days\", ?) > ?) | 0 1", NULL },
};

static char *
dup_sql (const Expression *expression, ExpressionDialect dialect)
{
  GString *sql = g_string_new (NULL);
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (ExpressionBinding));

  expression_write_sql (expression, dialect, sql, bindings);
  g_string_append (sql, " |");
  for (guint i = 0; i < bindings->len; i++) {
    const ExpressionBinding *binding = &g_array_index (bindings, ExpressionBinding, i);

    if (binding->kind == EXPRESSION_NUMBER ||
        (dialect == EXPRESSION_SQLITE && binding->kind != EXPRESSION_TEXT))
      g_string_append_printf (sql, " %g", binding->number);
    else
      g_string_append_printf (sql, " %s", binding->text);
  }

  return g_string_free (sql, FALSE);
}

static void
writes_sql (void **state)
{
  const struct emitted *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (Expression) expression = made (row->text, EXPRESSION_TRUTH, &error);
  g_autofree char *sqlite = NULL;
  g_autofree char *postgresql = NULL;

  assert_null (error);
  sqlite = dup_sql (expression, EXPRESSION_SQLITE);
  postgresql = dup_sql (expression, EXPRESSION_POSTGRESQL);
  assert_string_equal (sqlite, row->sqlite);
  if (row->postgresql)
    assert_string_equal (postgresql, row->postgresql);
}

#define COLUMNS \
  "days, team size, seen, ŵyth, opened, closed, arrived, left, clock, urgent, date, 5\" pipe"
#define FUNCTIONS \
  "abs, coalesce, date, day, days_between, hour, hours_between, lower, minutes_between, month, " \
  "trim, upper, weekday, working_days_between, year"
#define FOREIGN \
  "a definition is one expression over the columns and has none of the rest of SQL; a column of " \
  "that name stands in marks, \"like this\""
#define SIGNS \
  "it is no sign of a definition; there are = <> < <= > >= + - * / ( ) and , and the marks " \
  "'text' and \"column\""
#define NEEDS_VALUE "expected a column, a number, a 'text', DATE '2024-04-01' or “(”"
#define NEEDS_END "expected the end, or AND, OR or a comparison"

static const struct refused {
  const char *label;
  const char *text;
  ScrutinyError code;
  const char *message; /* behind "counted, line 1, " */
} refused[] = {
  /* SQL that is none of the language */
  { "a query", "SELECT 1", SCRUTINY_ERROR_UNREADABLE, "column 1: found “SELECT”; " FOREIGN },
  { "a query inside", "days IN (select days from rows)", SCRUTINY_ERROR_UNREADABLE,
    "column 10: found “select”; " FOREIGN },
  { "a second statement", "days = 1; DROP TABLE rows", SCRUTINY_ERROR_UNREADABLE,
    "column 9: found “;”; " SIGNS },
  { "a remark", "days = 1 -- rest", SCRUTINY_ERROR_UNREADABLE, "column 10: found “--”; " SIGNS },
  { "a long remark", "days = 1 /* x */", SCRUTINY_ERROR_UNREADABLE,
    "column 10: found “/*”; " SIGNS },
  { "a union", "days = 1 UNION ALL", SCRUTINY_ERROR_UNREADABLE,
    "column 10: found “UNION”; " FOREIGN },
  { "attach", "ATTACH '/etc/passwd' AS x", SCRUTINY_ERROR_UNREADABLE,
    "column 1: found “ATTACH”; " FOREIGN },
  { "pragma", "PRAGMA writable_schema", SCRUTINY_ERROR_UNREADABLE,
    "column 1: found “PRAGMA”; " FOREIGN },
  { "a case", "CASE WHEN days THEN 1 END", SCRUTINY_ERROR_UNREADABLE,
    "column 1: found “CASE”; " FOREIGN },
  { "like", "seen LIKE '%'", SCRUTINY_ERROR_UNREADABLE, "column 6: found “LIKE”; " FOREIGN },
  { "a table", "sqlite_master IS MISSING", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: “sqlite_master” is not a column; there are " COLUMNS },
  { "a column of a table", "sqlite_master.name = 'x'", SCRUTINY_ERROR_UNREADABLE,
    "column 14: found “.”; " SIGNS },
  { "the row's own number", "rowid = 1", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: “rowid” is not a column; there are " COLUMNS },
  { "a parameter", "days = ?", SCRUTINY_ERROR_UNREADABLE, "column 8: found “?”; " SIGNS },
  { "a numbered parameter", "days = $1", SCRUTINY_ERROR_UNREADABLE, "column 8: found “$”; " SIGNS },
  { "a named parameter", "days = @x", SCRUTINY_ERROR_UNREADABLE, "column 8: found “@”; " SIGNS },
  { "texts joined", "seen || 'x' = 'y'", SCRUTINY_ERROR_UNREADABLE,
    "column 6: found “||”; " SIGNS },
  { "bytes", "seen = x'00'", SCRUTINY_ERROR_UNREADABLE, "column 9: found “'00'”; " NEEDS_END },
  { "marks of a word processor", "seen = ‘Y’", SCRUTINY_ERROR_UNREADABLE,
    "column 8: found “‘”; " SIGNS },
  { "an extension", "load_extension('x.so')", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: found “load_extension”; there is no such function; there are " FUNCTIONS },
  { "a file", "readfile('/etc/passwd') = 'x'", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: found “readfile”; there is no such function; there are " FUNCTIONS },
  { "memory", "randomblob(1000000000) IS MISSING", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: found “randomblob”; there is no such function; there are " FUNCTIONS },
  { "our own, unnamed", "scrutiny_date(1) = 1", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: found “scrutiny_date”; there is no such function; there are " FUNCTIONS },
  { "a function in marks", "\"abs\"(1) = 1", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: found “\"abs\"”; there is no such function; there are " FUNCTIONS },

  /* what does not hang together */
  { "nothing", "", SCRUTINY_ERROR_UNREADABLE, "column 1: the text ends here; " NEEDS_VALUE },
  { "no end", "days = ", SCRUTINY_ERROR_UNREADABLE, "column 8: the text ends here; " NEEDS_VALUE },
  { "an open bracket", "(days = 1", SCRUTINY_ERROR_UNREADABLE,
    "column 10: the text ends here; expected “)”" },
  { "a bracket too many", "days = 1)", SCRUTINY_ERROR_UNREADABLE,
    "column 9: found “)”; " NEEDS_END },
  { "an empty list", "days IN ()", SCRUTINY_ERROR_UNREADABLE,
    "column 10: found “)”; " NEEDS_VALUE },
  { "no list", "days IN 1", SCRUTINY_ERROR_UNREADABLE,
    "column 9: found “1”; expected “(” and what it may be, with commas between" },
  { "an open text", "seen = 'Y", SCRUTINY_ERROR_UNREADABLE,
    "column 8: found “'Y”; the text's mark “'” is not closed" },
  { "an open name", "\"days = 1", SCRUTINY_ERROR_UNREADABLE,
    "column 1: found “\"days = 1”; the name's mark “\"” is not closed" },
  { "no name", "\"\" = 1", SCRUTINY_ERROR_UNREADABLE,
    "column 1: found “\"\"”; expected the name of a column" },
  { "a number and a word", "days <= 45days", SCRUTINY_ERROR_UNREADABLE,
    "column 9: found “45days”; it is neither a number nor a name; a name that begins so stands in "
    "marks, \"like this\"" },
  { "no number at all", "days < 1e999", SCRUTINY_ERROR_UNREADABLE,
    "column 8: found “1e999”; it is not a number that can be kept" },
  { "three in a row", "1 < days < 3", SCRUTINY_ERROR_UNREADABLE,
    "column 10: found “<”; two comparisons are joined with AND or OR, or one of them stands in "
    "brackets" },
  { "is a value", "days IS 1", SCRUTINY_ERROR_UNREADABLE,
    "column 9: found “1”; expected MISSING or NOT MISSING" },
  { "equal to missing", "days = NULL", SCRUTINY_ERROR_UNREADABLE,
    "column 8: found “NULL”; to ask whether a value is there, write IS MISSING or IS NOT MISSING "
    "behind it" },
  { "half a range", "days BETWEEN 1", SCRUTINY_ERROR_UNREADABLE,
    "column 15: the text ends here; expected AND and the upper end" },
  { "not what", "days NOT 1", SCRUTINY_ERROR_UNREADABLE,
    "column 10: found “1”; expected IN or BETWEEN behind NOT" },
  { "too few operands", "days_between(opened) > 1", SCRUTINY_ERROR_UNREADABLE,
    "column 1: found “days_between”; with 1 in its brackets; it is days_between(from, until)" },
  { "31 February", "opened > DATE '2024-02-31'", SCRUTINY_ERROR_UNREADABLE,
    "column 15: found “'2024-02-31'”; it is not a date, such as '2024-04-01'" },
  { "a date of another form", "opened > DATE '01/04/2024'", SCRUTINY_ERROR_UNREADABLE,
    "column 15: found “'01/04/2024'”; it is not a date, such as '2024-04-01'" },
  { "25 o'clock", "clock > TIME '25:00'", SCRUTINY_ERROR_UNREADABLE,
    "column 14: found “'25:00'”; it is not a time, such as '09:30'" },
  { "a time left out", "arrived > TIMESTAMP '2024-04-01'", SCRUTINY_ERROR_UNREADABLE,
    "column 21: found “'2024-04-01'”; it is not a date with a time, such as '2024-04-01 09:30'" },

  /* kinds that do not go together */
  { "a missing column", "dys <= 45", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: “dys” is not a column; there are " COLUMNS },
  { "a column of another case", "Days <= 45", SCRUTINY_ERROR_NOT_FOUND,
    "column 1: “Days” is not a column; there are " COLUMNS },
  { "a text where a number should be", "seen + 1 > 2", SCRUTINY_ERROR_UNREADABLE,
    "column 1: “seen” is a text; here a number is needed" },
  { "a number and a text", "days <= 'many'", SCRUTINY_ERROR_UNREADABLE,
    "column 9: “days” is a number and “'many'” a text; compare like with like" },
  { "a number in marks", "days <= '45'", SCRUTINY_ERROR_UNREADABLE,
    "column 9: “days” is a number and “'45'” a text; write it without marks, 45" },
  { "a text and a number", "seen = 1", SCRUTINY_ERROR_UNREADABLE,
    "column 8: “seen” is a text and “1” a number; write it in marks, as a 'text'" },
  { "a date and its text", "opened >= '2024-04-01'", SCRUTINY_ERROR_UNREADABLE,
    "column 11: “opened” is a date and “'2024-04-01'” a text; write DATE '2024-04-01'" },
  { "a date and another text", "'01/04/2024' < opened", SCRUTINY_ERROR_UNREADABLE,
    "column 16: “'01/04/2024'” is a text and “opened” a date; write a date as DATE '2024-04-01'" },
  { "a time's text", "clock >= '9:30'", SCRUTINY_ERROR_UNREADABLE,
    "column 10: “clock” is a time of day and “'9:30'” a text; write a time of day as TIME "
    "'09:30'" },
  { "a date with a time and its text", "arrived >= '2024-04-01 09:30'", SCRUTINY_ERROR_UNREADABLE,
    "column 12: “arrived” is a date with a time and “'2024-04-01 09:30'” a text; write TIMESTAMP "
    "'2024-04-01 09:30'" },
  { "a date beside a time", "arrived <= DATE '2024-03-31'", SCRUTINY_ERROR_UNREADABLE,
    "column 12: “arrived” is a date with a time and “DATE '2024-03-31'” a date; compare the days "
    "of both: date(…) leaves out the time" },
  { "a difference of dates", "closed - opened > 3", SCRUTINY_ERROR_UNREADABLE,
    "column 1: “closed” is a date; here a number is needed: days_between(from, until) counts the "
    "days between two dates" },
  { "a truth and a number", "urgent = 1", SCRUTINY_ERROR_UNREADABLE,
    "column 10: “urgent” is true or false and “1” a number; compare it with TRUE or FALSE" },
  { "truths have no order", "urgent > FALSE", SCRUTINY_ERROR_UNREADABLE,
    "column 1: “urgent” is true or false; it has no order: compare it with = or <>" },
  { "a number as a condition", "days AND urgent", SCRUTINY_ERROR_UNREADABLE,
    "column 1: “days” is a number; here a condition is needed: compare it, such as days <= 45" },
  { "a text as a condition", "NOT seen", SCRUTINY_ERROR_UNREADABLE,
    "column 5: “seen” is a text; here a condition is needed: compare it, such as seen = 'Y'" },
  { "a date as the whole", "opened", SCRUTINY_ERROR_UNREADABLE,
    "column 1: “opened” is a date; here a condition is needed: compare it, or ask IS MISSING" },
  { "the hour of a day", "hour(opened) > 9", SCRUTINY_ERROR_UNREADABLE,
    "column 6: “opened” is a date; here a date with a time is needed" },
  { "the days between numbers", "days_between(days, 1) > 1", SCRUTINY_ERROR_UNREADABLE,
    "column 14: “days” is a number; here a date is needed, a column of dates or DATE "
    "'2024-04-01'" },
  { "one odd one of several", "days IN (1, 'x')", SCRUTINY_ERROR_UNREADABLE,
    "column 13: “days” is a number and “'x'” a text; compare like with like" },
  { "brackets are shown", "days = (seen)", SCRUTINY_ERROR_UNREADABLE,
    "column 8: “days” is a number and “(seen)” a text; compare like with like" },

  /* what cannot be seen */
  { "a mark that turns the line", "seen = '\u202Ex'", SCRUTINY_ERROR_UNREADABLE,
    "column 9: a character that cannot be seen, U+202E; delete it" },
  { "a bell", "seen = '\a'", SCRUTINY_ERROR_UNREADABLE,
    "column 9: a character that cannot be seen, U+0007; delete it" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strconcat ("counted, line 1, ", row->message, NULL);

  assert_null (made (row->text, EXPRESSION_TRUTH, &error));
  assert_non_null (error);
  assert_string_equal (error->message, message);
  assert_int_equal (error->code, row->code);
  assert_string_equal (scrutiny_error_get_column (error), "counted");
}

static void
refuses_bytes (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (expression_parse ("seen = '\xff'", "of", &error));
  assert_string_equal (error->message, "of: the text is not UTF-8; convert it first");
}

static char *
repeated (const char *before, const char *middle, const char *after, gsize n)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append (out, before);
  g_string_append (out, middle);
  for (gsize i = 0; i < n; i++)
    g_string_append (out, after);

  return g_string_free (out, FALSE);
}

static const struct deep {
  const char *label;
  const char *before;
  const char *middle;
  const char *after;
  gsize most;          /* that are read */
  const char *message; /* of what is refused at 10,000 */
} deep[] = {
  { "brackets", "(", "days = 1", ")", 200, "brackets are more than 200 deep" },
  { "calls", "abs(", "1", ")", 200, "brackets are more than 200 deep" },
  { "nots", "NOT ", "urgent", "", 200, "brackets are more than 200 deep" },
  { "signs", "- ", "1", "", 200, "brackets are more than 200 deep" },
  { "signs that say nothing", "+", "1", "", 10000, NULL },
  { "lists", "1 IN (", "1", ")", 1, NULL },
  { "terms in a row", "", "x", " OR x", 200, "more than 200 terms stand in a row" },
  { "sums", "1+", "1", "", 200, "more than 200 terms stand in a row" },
};

static void
refuses_what_is_too_deep (void **state)
{
  const struct deep *row = *state;
  g_autofree char *fits = repeated (row->before, row->middle, row->after, row->most);
  g_autofree char *one_more = repeated (row->before, row->middle, row->after, row->most + 1);
  g_autofree char *hostile = repeated (row->before, row->middle, row->after, 10000);
  g_autoptr (GError) error = NULL;
  g_autoptr (Expression) expression = expression_parse (fits, "of", &error);

  assert_null (error);
  assert_non_null (expression);
  if (!row->message)
    return;

  assert_null (expression_parse (one_more, "of", &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_LIMIT);
  g_clear_error (&error);
  assert_null (expression_parse (hostile, "of", &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_LIMIT);
  assert_non_null (strstr (error->message, row->message));
}

static void
refuses_what_is_too_long (void **state)
{
  g_autofree char *long_text = repeated (" ", "urgent", "", EXPRESSION_TEXT_LIMIT);
  g_autofree char *many = repeated ("1,", "1", "", EXPRESSION_NODE_LIMIT);
  g_autofree char *list = g_strdup_printf ("days IN (%s)", many);
  g_autoptr (GError) error = NULL;

  assert_null (expression_parse (long_text, "of", &error));
  assert_string_equal (error->message, "of, line 1, column 1: the text is longer than 64 kB; split "
                                       "the definition");
  g_clear_error (&error);
  assert_null (expression_parse (list, "of", &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_LIMIT);
  assert_non_null (strstr (error->message, "more than 10,000 parts"));
}

static void
lists_columns (void **state)
{
  g_autoptr (Expression) expression =
      made ("days > 1 AND (seen = 'Y' OR days IS MISSING)", EXPRESSION_TRUTH, NULL);
  g_auto (GStrv) names = expression_dup_columns (expression);
  g_autofree char *joined = g_strjoinv (" ", names);

  assert_string_equal (joined, "days seen");
}

/* Each by itself, however deep in brackets; a choice is one. */
static void
tells_its_conditions (void **state)
{
  g_autoptr (Expression) several =
      made ("days > 1 AND (seen = 'Y' AND (days < 9 OR seen = 'N'))", EXPRESSION_TRUTH, NULL);
  g_autoptr (Expression) one = made ("days > 1 OR days < 0", EXPRESSION_TRUTH, NULL);
  g_auto (GStrv) conditions = expression_dup_conditions (several);
  g_auto (GStrv) single = expression_dup_conditions (one);
  g_autofree char *joined = g_strjoinv ("; ", conditions);

  assert_string_equal (joined, "days > 1; seen = 'Y'; days < 9 OR seen = 'N'");
  assert_string_equal (single[0], "days > 1 OR days < 0");
  assert_null (single[1]);
}

static void
tells_from_when_to_when (void **state)
{
  g_autoptr (Expression) counted =
      made ("2 * days_between(date(arrived), arrived) > 5", EXPRESSION_TRUTH, NULL);
  g_autoptr (Expression) none = made ("days > 1", EXPRESSION_TRUTH, NULL);
  g_autofree char *begun = NULL, *ended = NULL;

  assert_false (expression_dup_ends (none, &begun, &ended));
  assert_true (expression_dup_ends (counted, &begun, &ended));
  assert_string_equal (begun, "date(arrived)");
  assert_string_equal (ended, "arrived");
}

static void
tells_its_kind (void **state)
{
  g_autoptr (Expression) number = made ("days * 2", ANY_KIND, NULL);
  g_autoptr (Expression) text = made ("coalesce(lower(seen), 'none')", ANY_KIND, NULL);
  g_autoptr (Expression) date = made ("date(arrived)", ANY_KIND, NULL);

  assert_int_equal (expression_get_kind (number), EXPRESSION_NUMBER);
  assert_int_equal (expression_get_kind (text), EXPRESSION_TEXT);
  assert_int_equal (expression_get_kind (date), EXPRESSION_DATE);
}

static void
tells_the_line (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (made ("days > 1\n  AND dys = 1", EXPRESSION_TRUTH, &error));
  assert_true (g_str_has_prefix (error->message, "counted, line 2, column 7: “dys” is not a "));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (written) + G_N_ELEMENTS (emitted) + G_N_ELEMENTS (refused) +
                          G_N_ELEMENTS (deep) + 7];
  size_t n = 0;

  n += add_rows (tests + n, writes_itself, written, G_N_ELEMENTS (written), sizeof *written);
  n += add_rows (tests + n, writes_sql, emitted, G_N_ELEMENTS (emitted), sizeof *emitted);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  n += add_rows (tests + n, refuses_what_is_too_deep, deep, G_N_ELEMENTS (deep), sizeof *deep);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_bytes);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_what_is_too_long);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (lists_columns);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_its_conditions);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_from_when_to_when);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_its_kind);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_the_line);

  return cmocka_run_group_tests_name ("records/expression", tests, NULL, NULL);
}
