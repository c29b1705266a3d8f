/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/expression-function.h"

#include <string.h>

#define MOMENT (EXPRESSION_DATE | EXPRESSION_DATETIME)
#define ANY_KIND (EXPRESSION_NUMBER | EXPRESSION_TEXT | MOMENT | EXPRESSION_TIME | EXPRESSION_TRUTH)

#define DOUBLE(x) "CAST(" x " AS double precision)"

/* How many days from Monday to Friday there are up to and with @d, but for a constant. */
#define WEEKDAYS_UNTIL(d) \
  "(floor((" d " - DATE '1970-01-05') / 7.0) * 5 + LEAST(((" d \
  " - DATE '1970-01-05') % 7 + 7) % 7 + 1, 5))"
#define HOLIDAYS_BETWEEN(a, b) \
  "(SELECT count(*) FROM unnest(CAST(@h AS date[])) AS h (day) WHERE h.day > " a \
  " AND h.day <= " b ")"

static const ExpressionFunction functions[] = {
  { "abs", EXPRESSION_NUMBER, EXPRESSION_NUMBER, 1, 1, EXPRESSION_AS_IT_IS, "abs(@1)", "abs(@1)",
    "abs(number)" },
  { "coalesce", 0, ANY_KIND, 2, EXPRESSION_MOST_ARGUMENTS, EXPRESSION_AS_IT_IS, "coalesce(@*)",
    "coalesce(@*)", "coalesce(column, instead)" },
  { "date", EXPRESSION_DATE, MOMENT, 1, 1, EXPRESSION_AS_DATE, "@1", "@1", "date(moment)" },
  { "day", EXPRESSION_NUMBER, MOMENT, 1, 1, EXPRESSION_AS_DATE, "scrutiny_day(@1)",
    DOUBLE ("EXTRACT(DAY FROM @1)"), "day(date)" },
  { "days_between", EXPRESSION_NUMBER, MOMENT, 2, 2, EXPRESSION_AS_DATE, "(@2 - @1)",
    DOUBLE ("@2 - @1"), "days_between(from, until)" },
  { "hour", EXPRESSION_NUMBER, EXPRESSION_DATETIME | EXPRESSION_TIME, 1, 1, EXPRESSION_AS_IT_IS,
    "scrutiny_hour(@1)", DOUBLE ("EXTRACT(HOUR FROM @1)"), "hour(moment)" },
  { "hours_between", EXPRESSION_NUMBER, EXPRESSION_DATETIME, 2, 2, EXPRESSION_AS_IT_IS,
    "((@2 - @1) / 3600.0)", DOUBLE ("EXTRACT(EPOCH FROM @2 - @1) / 3600.0"),
    "hours_between(from, until)" },
  { "lower", EXPRESSION_TEXT, EXPRESSION_TEXT, 1, 1, EXPRESSION_AS_IT_IS, "scrutiny_lower(@1)",
    "lower(@1)", "lower(text)" },
  { "minutes_between", EXPRESSION_NUMBER, EXPRESSION_DATETIME, 2, 2, EXPRESSION_AS_IT_IS,
    "((@2 - @1) / 60.0)", DOUBLE ("EXTRACT(EPOCH FROM @2 - @1) / 60.0"),
    "minutes_between(from, until)" },
  { "month", EXPRESSION_NUMBER, MOMENT, 1, 1, EXPRESSION_AS_DATE, "scrutiny_month(@1)",
    DOUBLE ("EXTRACT(MONTH FROM @1)"), "month(date)" },
  { "trim", EXPRESSION_TEXT, EXPRESSION_TEXT, 1, 1, EXPRESSION_AS_IT_IS, "trim(@1)", "btrim(@1)",
    "trim(text)" },
  { "upper", EXPRESSION_TEXT, EXPRESSION_TEXT, 1, 1, EXPRESSION_AS_IT_IS, "scrutiny_upper(@1)",
    "upper(@1)", "upper(text)" },
  { "weekday", EXPRESSION_NUMBER, MOMENT, 1, 1, EXPRESSION_AS_DATE, "scrutiny_weekday(@1)",
    DOUBLE ("EXTRACT(ISODOW FROM @1)"), "weekday(date)" },
  { "working_days_between", EXPRESSION_NUMBER, MOMENT, 2, 2, EXPRESSION_AS_DATE,
    "scrutiny_working_days(@1, @2)",
    DOUBLE (WEEKDAYS_UNTIL ("@2") " - " WEEKDAYS_UNTIL (
        "@1") " - " HOLIDAYS_BETWEEN ("@1", "@2") " + " HOLIDAYS_BETWEEN ("@2", "@1")),
    "working_days_between(from, until)" },
  { "year", EXPRESSION_NUMBER, MOMENT, 1, 1, EXPRESSION_AS_DATE, "scrutiny_year(@1)",
    DOUBLE ("EXTRACT(YEAR FROM @1)"), "year(date)" },
};

gboolean
expression_function_find (const char *name, guint *index)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    if (g_ascii_strcasecmp (name, functions[i].name) == 0) {
      *index = i;
      return TRUE;
    }
  }

  return FALSE;
}

const ExpressionFunction *
expression_function_get (guint index)
{
  return &functions[index];
}

char *
expression_function_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", functions[i].name);

  return g_string_free (names, FALSE);
}
