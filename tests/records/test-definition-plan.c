/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/definition-plan.h"

#include <scrutiny/error.h>

#include "indicator/definition-private.h"
#include "support/rows.h"

static const ExpressionColumn columns[] = {
  { "days", EXPRESSION_NUMBER, NULL },   { "seen", EXPRESSION_TEXT, NULL },
  { "opened", EXPRESSION_DATE, NULL },   { "closed", EXPRESSION_DATETIME, NULL },
  { "age band", EXPRESSION_TEXT, NULL },
};

enum {
  KIND,
  OF,
  COUNTED,
  MEASURE,
  DATED,
  SEGMENTS,
  SCALE,
  LEVEL,
  CALENDAR,
  HOLIDAYS,
  LIMIT,
  UNIT,
  KEY,
  LOOKS_BACK,
  N_PARTS,
};

static ScrutinyDefinition *
definition_of (const char *const *parts)
{
  return scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){
      [DEFINITION_KIND] = parts[KIND],
      [DEFINITION_OF] = parts[OF],
      [DEFINITION_COUNTED] = parts[COUNTED],
      [DEFINITION_MEASURE] = parts[MEASURE],
      [DEFINITION_DATED] = parts[DATED],
      [DEFINITION_SEGMENTS] = parts[SEGMENTS],
      [DEFINITION_SCALE] = parts[SCALE],
      [DEFINITION_LEVEL] = parts[LEVEL],
      [DEFINITION_CALENDAR] = parts[CALENDAR],
      [DEFINITION_HOLIDAYS] = parts[HOLIDAYS],
      [DEFINITION_LIMIT] = parts[LIMIT],
      [DEFINITION_UNIT] = parts[UNIT],
      [DEFINITION_KEY] = parts[KEY],
      [DEFINITION_LOOKS_BACK] = parts[LOOKS_BACK],
  });
}

static const struct understood {
  const char *label;
  const char *parts[N_PARTS];
  const char *text;
} understood[] = {
  { "a share",
    { "share", "days is not null", "days<=45", NULL, "opened" },
    "share times 100; of days IS NOT MISSING; counted days <= 45; dated opened" },
  { "a share of all",
    { "share", NULL, "seen='Y'", NULL, "opened" },
    "share times 100; counted seen = 'Y'; dated opened" },
  { "a share of one",
    { "share", "", "seen='Y'", NULL, "opened", [SCALE] = "1.0" },
    "share; counted seen = 'Y'; dated opened" },
  { "a count", { "count", NULL, NULL, NULL, "date(closed)" }, "count; dated date(closed)" },
  { "a rate",
    { "rate", NULL, "seen = 'Y'", "days", "opened", [SCALE] = "1000" },
    "rate times 1000; counted seen = 'Y'; measure days; dated opened" },
  { "a mean",
    { "mean", NULL, NULL, "days / 7", "opened" },
    "mean; measure days / 7; dated opened" },
  { "a median",
    { "median", NULL, NULL, "working_days_between(opened,closed)", "closed" },
    "median; measure working_days_between(opened, closed); dated closed" },
  { "a percentile",
    { "percentile", NULL, NULL, "days", "opened", [LEVEL] = "90" },
    "percentile 90; measure days; dated opened" },
  { "segments",
    { "count", NULL, NULL, NULL, "opened", " seen,\"age band\" " },
    "count; dated opened; segment seen; segment \"age band\"" },
  { "no segments", { "count", NULL, NULL, NULL, "opened", "  " }, "count; dated opened" },
};

static void
understands (void **state)
{
  const struct understood *row = *state;
  g_autoptr (ScrutinyDefinition) definition = definition_of (row->parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (DefinitionPlan) plan =
      definition_plan_new (definition, columns, G_N_ELEMENTS (columns), &error);
  g_autofree char *text = NULL;

  assert_null (error);
  text = definition_plan_dup_text (plan);
  assert_string_equal (text, row->text);
}

static const struct refused {
  const char *label;
  const char *parts[N_PARTS];
  const char *column;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "no kind",
    { NULL },
    "kind",
    SCRUTINY_ERROR_NOT_FOUND,
    "kind: the definition does not say how its figure comes of the rows" },
  { "another kind",
    { "ratio" },
    "kind",
    SCRUTINY_ERROR_NOT_FOUND,
    "kind: “ratio” is no kind of figure; there are share, count, rate, mean, median and "
    "percentile" },
  { "SQL",
    { "share", "1; DROP TABLE rows", "days <= 45", NULL, "opened" },
    "of",
    SCRUTINY_ERROR_UNREADABLE,
    "of, line 1, column 2: found “;”; it is no sign of a definition; there are = <> < <= > >= + - "
    "* / ( ) and , and the marks 'text' and \"column\"" },
  { "a number as a condition",
    { "share", NULL, "days", NULL, "opened" },
    "counted",
    SCRUTINY_ERROR_UNREADABLE,
    "counted, line 1, column 1: “days” is a number; here a condition is needed: compare it, such "
    "as days <= 45" },
  { "a condition as a number",
    { "mean", NULL, NULL, "days > 1", "opened" },
    "measure",
    SCRUTINY_ERROR_UNREADABLE,
    "measure, line 1, column 1: “days > 1” is true or false; here a number is needed" },
  { "a text as a date",
    { "count", NULL, NULL, NULL, "seen" },
    "dated",
    SCRUTINY_ERROR_UNREADABLE,
    "dated, line 1, column 1: “seen” is a text; here a date is needed, a column of dates or DATE "
    "'2024-04-01'" },
  { "a column that is not there",
    { "count", "dys > 1", NULL, NULL, "opened" },
    "of",
    SCRUTINY_ERROR_NOT_FOUND,
    "of, line 1, column 1: “dys” is not a column; there are days, seen, opened, closed, age band" },
  { "nothing counted",
    { "share", NULL, NULL, NULL, "opened" },
    "counted",
    SCRUTINY_ERROR_NOT_FOUND,
    "counted: nothing says which rows are counted; give a condition, such as days <= 45" },
  { "nothing measured",
    { "mean", NULL, NULL, "", "opened" },
    "measure",
    SCRUTINY_ERROR_NOT_FOUND,
    "measure: nothing says what is measured; give a number of each row, such as "
    "days_between(opened, closed)" },
  { "a rate of nothing",
    { "rate", NULL, "days <= 45", NULL, "opened" },
    "measure",
    SCRUTINY_ERROR_NOT_FOUND,
    "measure: nothing says what is measured; give a number of each row, such as "
    "days_between(opened, closed)" },
  { "no date",
    { "count" },
    "dated",
    SCRUTINY_ERROR_NOT_FOUND,
    "dated: nothing says when a row belongs to; give a column of dates" },
  { "no level",
    { "percentile", NULL, NULL, "days", "opened" },
    "level",
    SCRUTINY_ERROR_NOT_FOUND,
    "level: nothing says which percentile; give a number between 0 and 100" },
  { "a level that is none",
    { "percentile", NULL, NULL, "days", "opened", [LEVEL] = "101" },
    "level",
    SCRUTINY_ERROR_OUT_OF_RANGE,
    "level: “101” is no percentile; it is between 0 and 100" },
  { "a scale of words",
    { "count", NULL, NULL, NULL, "opened", [SCALE] = "many" },
    "scale",
    SCRUTINY_ERROR_UNREADABLE,
    "scale: “many” is not a number" },
  { "a scale of nothing",
    { "count", NULL, NULL, NULL, "opened", [SCALE] = "0" },
    "scale",
    SCRUTINY_ERROR_OUT_OF_RANGE,
    "scale: “0” is out of range; it is more than 0" },
  { "a limit of words",
    { "count", NULL, NULL, NULL, "opened", [LIMIT] = "45 days" },
    "limit",
    SCRUTINY_ERROR_UNREADABLE,
    "limit: “45 days” is not a number" },
  { "a unit that is none",
    { "count", NULL, NULL, NULL, "opened", [UNIT] = "fortnights" },
    "unit",
    SCRUTINY_ERROR_UNREADABLE,
    "unit: “fortnights” is no unit; there are days, working-days, hours, minutes and points" },
  { "a span in words",
    { "count", NULL, NULL, NULL, "opened", [KEY] = "seen", [LOOKS_BACK] = "12 months" },
    "looks_back",
    SCRUTINY_ERROR_UNREADABLE,
    "looks_back: “12 months” is no number of days; write 365 for a year" },
  { "a span of no days",
    { "count", NULL, NULL, NULL, "opened", [KEY] = "seen", [LOOKS_BACK] = "0.5" },
    "looks_back",
    SCRUTINY_ERROR_UNREADABLE,
    "looks_back: “0.5” is no number of days; write 365 for a year" },
  { "a span of nobody",
    { "count", NULL, NULL, NULL, "opened", [LOOKS_BACK] = "365" },
    "key",
    SCRUTINY_ERROR_NOT_FOUND,
    "key: nothing says what rows of one case have in common, without which nothing looks back; "
    "give a column, such as child_id" },
  { "a segment that is none",
    { "count", NULL, NULL, NULL, "opened", "seen, 1" },
    "segments",
    SCRUTINY_ERROR_UNREADABLE,
    "segments: “1” is not a column; give columns with commas between, such as ward, \"age band\"" },
  { "a segment that is not there",
    { "count", NULL, NULL, NULL, "opened", "ward" },
    "segments",
    SCRUTINY_ERROR_NOT_FOUND,
    "segments, line 1, column 1: “ward” is not a column; there are days, seen, opened, closed, age "
    "band" },
  { "segments without commas",
    { "count", NULL, NULL, NULL, "opened", "seen days" },
    "segments",
    SCRUTINY_ERROR_UNREADABLE,
    "segments: “seen days” is not a list of columns; put commas between them" },
  { "a comma too many",
    { "count", NULL, NULL, NULL, "opened", "seen," },
    "segments",
    SCRUTINY_ERROR_UNREADABLE,
    "segments: “” is not a column; give columns with commas between, such as ward, \"age band\"" },
  { "another calendar",
    { "count", NULL, NULL, NULL, "opened", [CALENDAR] = "fortnight" },
    "calendar",
    SCRUTINY_ERROR_NOT_FOUND,
    "calendar: “fortnight” is not a calendar; there are day, week, month, quarter, half, year, "
    "financial-quarter, financial-half, financial-year and academic-year" },
  { "other holidays",
    { "count", NULL, NULL, NULL, "opened", [HOLIDAYS] = "wales" },
    "holidays",
    SCRUTINY_ERROR_NOT_FOUND,
    "Bank holidays: “wales” is neither a calendar nor a date; there are england-and-wales, "
    "northern-ireland, scotland and none, or dates such as 2024-03-29 2024-04-01" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyDefinition) definition = definition_of (row->parts);
  g_autoptr (GError) error = NULL;

  assert_null (definition_plan_new (definition, columns, G_N_ELEMENTS (columns), &error));
  assert_non_null (error);
  assert_string_equal (error->message, row->message);
  assert_int_equal (error->code, row->code);
  assert_string_equal (scrutiny_error_get_column (error), row->column);
}

static void
needs_no_columns (void **state)
{
  g_autoptr (ScrutinyDefinition) definition =
      scrutiny_definition_new_share (NULL, "anything <= 45", "somewhen");
  g_autoptr (DefinitionPlan) plan = definition_plan_new (definition, NULL, 0, NULL);

  assert_non_null (plan);
  assert_int_equal (plan->calendar, SCRUTINY_CALENDAR_MONTH);
  assert_true (isnan (plan->limit));
  assert_near (plan->scale, 100, 0);
}

static void
keeps_what_is_said (void **state)
{
  g_autoptr (ScrutinyDefinition) definition = definition_of ((const char *[N_PARTS]){
      "share", NULL, "days <= 45", "days",
      "opened", [CALENDAR] = "financial-quarter", [HOLIDAYS] = "scotland", [LIMIT] = "-1.5" });
  g_autoptr (DefinitionPlan) plan =
      definition_plan_new (definition, columns, G_N_ELEMENTS (columns), NULL);
  gint64 n = 0;

  assert_int_equal (plan->calendar, SCRUTINY_CALENDAR_FINANCIAL_QUARTER);
  assert_near (plan->limit, -1.5, 0);
  assert_true (working_calendar_count (plan->working, 19810, 19815, &n)); /* over Easter 2024 */
  assert_int_equal (n, 2);
}

static void
finds_times_from_date_to_date (void **state)
{
  g_autoptr (ScrutinyDefinition) definition = definition_of (
      (const char *[N_PARTS]){ "share", "hours_between(closed, closed) > 1",
                               "2 * days_between(opened, closed) <= 90", NULL, "opened" });
  g_autoptr (DefinitionPlan) plan =
      definition_plan_new (definition, columns, G_N_ELEMENTS (columns), NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  assert_int_equal (plan->spans->len, 2);
  first = expression_dup_text (plan->spans->pdata[0]);
  second = expression_dup_text (plan->spans->pdata[1]);
  assert_string_equal (first, "hours_between(closed, closed)");
  assert_string_equal (second, "days_between(opened, closed)");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (understood) + G_N_ELEMENTS (refused) + 3];
  size_t n = 0;

  n += add_rows (tests + n, understands, understood, G_N_ELEMENTS (understood), sizeof *understood);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (needs_no_columns);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_what_is_said);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_times_from_date_to_date);

  return cmocka_run_group_tests_name ("records/definition-plan", tests, NULL, NULL);
}
