/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-sqlite.h"

#include "base/civil.h"
#include "base/error-private.h"

#define SECONDS_IN_DAY 86400
#define MOST_DAYS 4000000 /* of either sign: beyond the years that a date has */

/* The operand as a whole number; FALSE, and the answer is missing, where there is none. */
static gboolean
take_whole (sqlite3_context *context, sqlite3_value *value, gint64 divisor, gint64 *whole)
{
  gint64 number;

  if (sqlite3_value_type (value) != SQLITE_INTEGER && sqlite3_value_type (value) != SQLITE_FLOAT) {
    sqlite3_result_null (context);
    return FALSE;
  }

  number = (gint64) sqlite3_value_int64 (value);
  if (sqlite3_value_double (value) < (double) number)
    number--;
  *whole = number / divisor - (number % divisor < 0);

  return TRUE;
}

static void
answer_date (sqlite3_context *context, int n, sqlite3_value **values)
{
  gint64 day;

  if (take_whole (context, values[0], SECONDS_IN_DAY, &day))
    sqlite3_result_int64 (context, day);
}

static void
answer_hour (sqlite3_context *context, int n, sqlite3_value **values)
{
  gint64 hour;

  if (take_whole (context, values[0], 3600, &hour))
    sqlite3_result_int64 (context, (hour % 24 + 24) % 24);
}

static gboolean
take_day (sqlite3_context *context, sqlite3_value *value, gint64 *day)
{
  if (!take_whole (context, value, 1, day))
    return FALSE;
  if (ABS (*day) <= MOST_DAYS)
    return TRUE;

  sqlite3_result_null (context);

  return FALSE;
}

static void
answer_year (sqlite3_context *context, int n, sqlite3_value **values)
{
  gint64 day;

  if (take_day (context, values[0], &day))
    sqlite3_result_int (context, civil_from_days (day).year);
}

static void
answer_month (sqlite3_context *context, int n, sqlite3_value **values)
{
  gint64 day;

  if (take_day (context, values[0], &day))
    sqlite3_result_int (context, civil_from_days (day).month);
}

static void
answer_day (sqlite3_context *context, int n, sqlite3_value **values)
{
  gint64 day;

  if (take_day (context, values[0], &day))
    sqlite3_result_int (context, civil_from_days (day).day);
}

static void
answer_weekday (sqlite3_context *context, int n, sqlite3_value **values)
{
  gint64 day;

  if (take_day (context, values[0], &day))
    sqlite3_result_int (context, (int) civil_weekday (day) + 1);
}

static void
answer_working_days (sqlite3_context *context, int n, sqlite3_value **values)
{
  gint64 from, to, count;

  if (!take_day (context, values[0], &from) || !take_day (context, values[1], &to))
    return;
  if (working_calendar_count (sqlite3_user_data (context), from, to, &count))
    sqlite3_result_int64 (context, count);
}

/* Letter by letter, so that the answer is the same whatever the machine's language. */
static void
answer_letters (sqlite3_context *context, sqlite3_value *value, gunichar (*change) (gunichar))
{
  const char *text = (const char *) sqlite3_value_text (value);
  g_autoptr (GString) changed = NULL;

  if (!text || !g_utf8_validate (text, -1, NULL)) {
    sqlite3_result_null (context);
    return;
  }

  changed = g_string_sized_new ((gsize) sqlite3_value_bytes (value));
  for (; *text; text = g_utf8_next_char (text))
    g_string_append_unichar (changed, change (g_utf8_get_char (text)));
  sqlite3_result_text (context, changed->str, (int) changed->len, SQLITE_TRANSIENT);
}

static void
answer_lower (sqlite3_context *context, int n, sqlite3_value **values)
{
  answer_letters (context, values[0], g_unichar_tolower);
}

static void
answer_upper (sqlite3_context *context, int n, sqlite3_value **values)
{
  answer_letters (context, values[0], g_unichar_toupper);
}

static const struct {
  const char *name;
  int n_operands;
  void (*answer) (sqlite3_context *context, int n, sqlite3_value **values);
} functions[] = {
  { "scrutiny_date", 1, answer_date },       { "scrutiny_day", 1, answer_day },
  { "scrutiny_hour", 1, answer_hour },       { "scrutiny_lower", 1, answer_lower },
  { "scrutiny_month", 1, answer_month },     { "scrutiny_upper", 1, answer_upper },
  { "scrutiny_weekday", 1, answer_weekday }, { "scrutiny_working_days", 2, answer_working_days },
  { "scrutiny_year", 1, answer_year },
};

gboolean
expression_sqlite_register (sqlite3 *db, const WorkingCalendar *calendar, GError **error)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    if (sqlite3_create_function (db, functions[i].name, functions[i].n_operands, flags,
                                 (gpointer) calendar, functions[i].answer, NULL,
                                 NULL) != SQLITE_OK) {
      scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, NULL, NULL,
                             "Records: SQLite has no room for what definitions need: %s",
                             sqlite3_errmsg (db));
      return FALSE;
    }
  }

  return TRUE;
}

gboolean
expression_sqlite_is_allowed (const char *function)
{
  static const char *const built_in[] = { "abs", "coalesce", "nullif", "trim", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    if (g_ascii_strcasecmp (functions[i].name, function) == 0)
      return TRUE;
  }
  for (guint i = 0; built_in[i]; i++) {
    if (g_ascii_strcasecmp (built_in[i], function) == 0)
      return TRUE;
  }

  return FALSE;
}
