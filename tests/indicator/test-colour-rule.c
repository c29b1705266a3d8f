/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-parse.h"
#include "indicator/colour-rule-private.h"
#include "support/rows.h"

#include <scrutiny/error.h>

#include <string.h>

/* The rule of the tour: moved once, the second part ends. */
#define TOUR \
  "from 2022-04: \"GREEN\" when value >= 88; \"AMBER\" when value >= 83.6; otherwise \"RED\"\n" \
  "from 2024-04 until 2025-03: \"GREEN\" when round(value, 1) >= 90 and overdue < 10; " \
  "\"AMBER\" when value >= 85.5 and value >= previous; otherwise \"RED\"\n"

/* Havering 2014-16: green on or within 10% of target, amber further off but up on last year. */
#define HAVERING \
  "\"GREEN\" when value >= target or value within 10% of target\n" \
  "\"AMBER\" when value > last_year\n" \
  "otherwise \"RED\"\n"

/* Maidstone, second quarter 2019/20: amber within 10%; no target, no status. */
#define MAIDSTONE \
  "\"Green\" when value >= target; \"Amber\" when value within 10% of target\n" \
  "\"Red\" when value < target; missing \"N/A\""

#define MANUAL \
  "from 2024-04: \"GREEN\" when value >= 90; otherwise \"RED\"; missing \"GREY\"\n" \
  "override 2024-06 \"AMBER\" because \"figures restated\"\n"

/* A row: letters of look_up() and numbers. */
static double
look_up (const char *name, gpointer user_data)
{
  g_auto (GStrv) cells = g_strsplit (user_data, " ", 0);

  for (char **cell = cells; *cell; cell++) {
    const char *equals = strchr (*cell, '=');

    if (equals && strlen (name) == (gsize) (equals - *cell) && g_str_has_prefix (*cell, name))
      return g_ascii_strtod (equals + 1, NULL);
  }

  return NAN;
}

static const struct judged {
  const char *label;
  const char *rule;
  const char *period; /* NULL: undated */
  const char *row;
  const char *status; /* NULL: none */
  guint clause;
} judged[] = {
  { "first part, on the line", TOUR, "2022-04", "value=88", "GREEN", 0 },
  { "first part, below the line", TOUR, "2024-03", "value=87.9", "AMBER", 1 },
  { "first part, on the second line", TOUR, "2024-03", "value=83.6", "AMBER", 1 },
  { "first part, below both", TOUR, "2024-03", "value=83.5999", "RED", 2 },
  { "second part, rounded up to the line", TOUR, "2024-04", "value=89.95 overdue=9", "GREEN", 3 },
  { "second part, second condition not met", TOUR, "2024-04", "value=90 overdue=10 previous=89",
    "AMBER", 4 },
  { "second part, second condition unknown", TOUR, "2024-04", "value=90 previous=91", "RED", 5 },
  { "second part, no previous", TOUR, "2024-04", "value=86", "RED", 5 },
  { "second part, same as previous", TOUR, "2024-04", "value=86 previous=86", "AMBER", 4 },
  { "second part, last month", TOUR, "2025-03", "value=95 overdue=1", "GREEN", 3 },
  { "second part has ended, the first goes on", TOUR, "2025-04", "value=88", "GREEN", 0 },
  { "before the rule", TOUR, "2022-03", "value=88", NULL, 0 },
  { "no date, several parts", TOUR, NULL, "value=88", NULL, 0 },
  { "a missing figure", TOUR, "2023-01", "overdue=1", NULL, 0 },
  /* The period a figure ends in counts. */
  { "a quarter that ends inside", TOUR, "2022-Q2", "value=88", "GREEN", 0 },
  { "a year that ends inside", TOUR, "2024", "value=88 overdue=1", "RED", 5 },
  { "a year that ends after", TOUR, "2025", "value=88", "GREEN", 0 },
  { "a financial year", TOUR, "2023/24", "value=88", "GREEN", 0 },
  { "a day", TOUR, "2024-04-01", "value=88", "RED", 5 },
  /* Havering. */
  { "Havering on target", HAVERING, NULL, "value=50 target=50", "GREEN", 0 },
  { "Havering above target", HAVERING, NULL, "value=99 target=50", "GREEN", 0 },
  { "Havering just within 10%", HAVERING, NULL, "value=45 target=50", "GREEN", 0 },
  { "Havering further off, up", HAVERING, NULL, "value=44.9 target=50 last_year=44", "AMBER", 1 },
  { "Havering further off, as last year", HAVERING, NULL, "value=44 target=50 last_year=44", "RED",
    2 },
  { "Havering further off, no last year", HAVERING, NULL, "value=44 target=50", "RED", 2 },
  { "Havering no target, up", HAVERING, NULL, "value=44 last_year=40", "AMBER", 1 },
  /* Maidstone. */
  { "Maidstone on target", MAIDSTONE, NULL, "value=90 target=90", "Green", 0 },
  { "Maidstone within 10%", MAIDSTONE, NULL, "value=81 target=90", "Amber", 1 },
  { "Maidstone off", MAIDSTONE, NULL, "value=80.9 target=90", "Red", 2 },
  { "Maidstone no target", MAIDSTONE, NULL, "value=80.9", NULL, 0 },
  { "Maidstone no value", MAIDSTONE, NULL, "target=90", "N/A", 3 },
  /* Overrides and missing figures. */
  { "before the override", MANUAL, "2024-05", "value=95", "GREEN", 0 },
  { "the override", MANUAL, "2024-06", "value=95", "AMBER", 3 },
  { "the override of a missing figure", MANUAL, "2024-06", "", "AMBER", 3 },
  { "after the override", MANUAL, "2024-07", "value=95", "GREEN", 0 },
  { "the override is of a month, not its quarter", MANUAL, "2024-Q2", "value=95", "GREEN", 0 },
  { "a missing figure's status", MANUAL, "2024-07", "", "GREY", 2 },
  { "an override by another name of the period", "otherwise \"a\" override 2024/25-Q1 \"b\"",
    "2024-Q2", "value=1", "b", 1 },
  { "an override without a reason", "override 2024-06 \"b\" otherwise \"a\"", "2024-06", "", "b",
    0 },
  { "the last of two overrides", "override 2024-06 \"b\" override 2024-06 \"c\"", "2024-06", "",
    "c", 1 },
  { "an override of another part", "otherwise \"a\" from 2030-01: override 2024-06 \"b\"",
    "2024-06", "", "b", 1 },
  { "overrides only, another period", "override 2024-06 \"b\"", "2024-07", "value=1", NULL, 0 },
  { "overrides make no part", "otherwise \"a\" from 2020-01: override 2024-06 \"b\"", "2024-07",
    "value=1", "a", 0 },
  { "overrides need a date", "override 2024-06 \"b\" otherwise \"a\"", NULL, "value=1", "a", 1 },
  /* What is missing. */
  { "otherwise needs a figure", "otherwise \"a\"", NULL, "", NULL, 0 },
  { "otherwise with a figure", "otherwise \"a\"", NULL, "value=1", "a", 0 },
  { "another part's status for what is missing", "otherwise \"a\" from 2030-01: missing \"m\"",
    "2024-04", "", NULL, 0 },
  { "asking for what is missing", "\"n\" when value is missing; otherwise \"a\"", NULL, "", "n",
    0 },
  { "missing goes first", "\"n\" when value is missing; missing \"m\"", NULL, "", "m", 1 },
  { "another condition of a missing figure", "\"y\" when overdue > 5 \"z\" when value > 1", NULL,
    "overdue=6", "y", 0 },
  { "figures of other names", "\"y\" when met / all >= 0.9; otherwise \"n\"", NULL, "met=8 all=10",
    "n", 1 },
  { "one of two missing", "\"y\" when met / all >= 0.9; otherwise \"n\"", NULL, "met=8", NULL, 0 },
  { "one of two missing, said", "missing \"m\" \"y\" when met / all >= 0.9; otherwise \"n\"", NULL,
    "met=8", "m", 0 },
  { "the value does not matter then", "\"y\" when met > target; otherwise \"n\"", NULL, "met=8",
    "n", 1 },
  /* Dates. */
  { "until only", "until 2024-03: otherwise \"a\"", "2024-03", "value=1", "a", 0 },
  { "until only, later", "until 2024-03: otherwise \"a\"", "2024-04", "value=1", NULL, 0 },
  { "one dated part and no date", "from 2024-04: otherwise \"a\"", NULL, "value=1", "a", 0 },
  { "no date, one part always in force",
    "from 2024-04: otherwise \"b\" until 2020-01: otherwise \"c\"", NULL, "value=1", NULL, 0 },
  { "no date, first part has none", "otherwise \"a\" from 2024-04: otherwise \"b\"", NULL,
    "value=1", "a", 0 },
  { "a dated part goes before", "otherwise \"a\" from 2024-04: otherwise \"b\"", "2024-04",
    "value=1", "b", 1 },
  { "an undated part goes on", "otherwise \"a\" from 2024-04: otherwise \"b\"", "2024-03",
    "value=1", "a", 0 },
  { "parts out of order", "from 2024-04: otherwise \"b\" from 2023-04: otherwise \"a\"", "2024-05",
    "value=1", "b", 0 },
  { "two of one date: the last", "from 2024-04: otherwise \"b\" from 2024-04: otherwise \"a\"",
    "2024-05", "value=1", "a", 1 },
  { "October 2009 is a month", "from 2009-10: otherwise \"a\"", "2009-09", "value=1", NULL, 0 },
  { "the financial year 2009/10", "from 2009/10: otherwise \"a\"", "2009-04", "value=1", "a", 0 },
  /* Spelling. */
  { "capitals, curly quotation marks, a name with blanks",
    "“Coch” WHEN `cases` > 3 AND NOT `cases` > 5", NULL, "cases=4", "Coch", 0 },
};

static void
judges (void **state)
{
  const struct judged *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (row->rule, NULL, &error);
  const char *status;
  guint clause = 99;
  Period period;

  assert_null (error);
  if (row->period)
    assert_true (
        period_parse (row->period, strlen (row->period), SCRUTINY_CALENDAR_UNKNOWN, &period));
  status = scrutiny_colour_rule_judge (rule, row->period ? &period : NULL, look_up,
                                       (gpointer) row->row, &clause);
  if (row->status)
    assert_string_equal (status, row->status);
  else
    assert_null (status);
  assert_int_equal (clause, row->status ? row->clause : 99);
}

static const struct copied {
  const char *label;
  const char *rule;
  const char *property;
  const char *value;
  const char *text; /* of the copy */
} copied[] = {
  { "nobody moved it", "from 2022-04: otherwise \"a\"\nfrom 2024-04 until 2025-03: otherwise \"b\"",
    "until", "2024-03", "from 2022-04: otherwise \"a\"\n" },
  { "nobody moved it afterwards",
    "from 2022-04: otherwise \"a\"\nfrom 2024-04 until 2025-03: otherwise \"b\"", "until",
    "2024-04", "from 2022-04: otherwise \"a\"\nfrom 2024-04: otherwise \"b\"\n" },
  { "it had always been so",
    "from 2022-04: otherwise \"a\"\nfrom 2024-04 until 2025-03: otherwise \"b\"", "from", "2024-04",
    "until 2025-03: otherwise \"b\"\n" },
  { "it had always been as at first",
    "from 2022-04 until 2024-03: otherwise \"a\"\nfrom 2024-04: otherwise \"b\" # c", "from",
    "2023", "until 2024-03: otherwise \"a\"\nfrom 2024-04: otherwise \"b\" # c\n" },
  { "nothing to change", "otherwise \"a\"", "until", "2024-03", "otherwise \"a\"\n" },
  { "the open part goes in front", "from 2030-01: otherwise \"b\"\nfrom 2022-04: otherwise \"a\"",
    "from", "2024-04", "otherwise \"a\"\nfrom 2030-01: otherwise \"b\"\n" },
  { "an open end goes in front",
    "from 2022-04 until 2022-05: otherwise \"b\" until 2024-03: otherwise \"a\"", "until",
    "2024-01", "otherwise \"a\"\nfrom 2022-04 until 2022-05: otherwise \"b\" \n" },
  { "what is never in force any more is gone",
    "until 2030-01: otherwise \"b\"\nuntil 2024-03: otherwise \"a\"\nuntil 2020-01: otherwise "
    "\"c\"",
    "until", "2024-01", "otherwise \"a\"\nuntil 2020-01: otherwise \"c\"\n" },
  { "remarks stay", "# one\nfrom 2022-04: # two\n  otherwise \"a\" # three\n# four\n", "until",
    "2023", "from 2022-04: otherwise \"a\" # three\n# four\n" },
  { "another rule", "otherwise \"a\"", "text", "otherwise \"b\"", "otherwise \"b\"" },
};

static void
copies_with_one_thing_changed (void **state)
{
  const struct copied *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyClaim) claim = scrutiny_claim_new ("status", "", "Cabinet", NULL, NULL);
  g_autoptr (ScrutinyColourRule) before = scrutiny_colour_rule_parse (row->rule, claim, &error);
  g_autoptr (ScrutinyColourRule) after =
      scrutiny_colour_rule_copy_with (before, row->property, row->value, &error);

  assert_null (error);
  assert_string_equal (scrutiny_colour_rule_get_text (after), row->text);
  assert_ptr_equal (scrutiny_colour_rule_get_claim (after), claim);
  assert_string_equal (scrutiny_colour_rule_get_text (before), row->rule);
}

static const struct refused {
  const char *label;
  const char *property;
  const char *value;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "refuses what is no property", "colour", "x", SCRUTINY_ERROR_NOT_FOUND,
    "Rule: “colour” cannot be changed; there are text, until, from" },
  { "refuses what is no period", "until", "soon", SCRUTINY_ERROR_UNREADABLE,
    "Rule, until: “soon” is not a period; give one such as 2024-04 or 2024/25" },
  { "refuses no period", "from", NULL, SCRUTINY_ERROR_UNREADABLE,
    "Rule, from: “” is not a period; give one such as 2024-04 or 2024/25" },
  { "refuses a period before the rule", "until", "2020-01", SCRUTINY_ERROR_NOT_FOUND,
    "Rule, until: no part of the rule was in force in 2020-01" },
  { "refuses another rule that is none", "text", NULL, SCRUTINY_ERROR_UNREADABLE,
    "Rule, line 1, column 1: the rule ends here; expected a clause: a status in quotation marks "
    "and when, otherwise, missing or override" },
};

static void
refuses_and_says_what_there_is (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyColourRule) before = scrutiny_colour_rule_parse (TOUR, NULL, NULL);

  assert_null (scrutiny_colour_rule_copy_with (before, row->property, row->value, &error));
  assert_string_equal (error->message, row->message);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
}

static void
lists_what_it_says_and_asks (void **state)
{
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (TOUR, NULL, NULL);
  g_auto (GStrv) statuses = scrutiny_colour_rule_dup_statuses (rule);
  g_auto (GStrv) columns = scrutiny_colour_rule_dup_columns (rule);
  g_autofree char *all_statuses = g_strjoinv (" ", statuses);
  g_autofree char *all_columns = g_strjoinv (" ", columns);

  assert_string_equal (all_statuses, "GREEN AMBER RED");
  assert_string_equal (all_columns, "value overdue previous");
  assert_string_equal (scrutiny_colour_rule_get_text (rule), TOUR);
  assert_null (scrutiny_colour_rule_get_claim (rule));
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyColourRule) bare = g_object_new (SCRUTINY_TYPE_COLOUR_RULE, NULL);
  g_auto (GStrv) statuses = scrutiny_colour_rule_dup_statuses (bare);
  g_auto (GStrv) columns = scrutiny_colour_rule_dup_columns (bare);
  g_autoptr (ScrutinyClaim) claim = NULL;
  g_autofree char *text = NULL;

  g_object_get (bare, "text", &text, "claim", &claim, NULL);
  assert_string_equal (text, "");
  assert_null (claim);
  assert_null (statuses[0]);
  assert_null (columns[0]);
  assert_null (scrutiny_colour_rule_judge (bare, NULL, look_up, (gpointer) "value=1", NULL));
  assert_null (scrutiny_colour_rule_copy_with (bare, "until", "2024-04", NULL));
}

/* Whatever part of a rule is kept, keeping it again changes nothing. */
static void
a_copy_of_a_copy_is_the_same (void **state)
{
  static const char *const properties[] = { "until", "from" };
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (TOUR, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    g_autoptr (ScrutinyColourRule) one =
        scrutiny_colour_rule_copy_with (rule, properties[i], "2024-06", NULL);
    g_autoptr (ScrutinyColourRule) two =
        scrutiny_colour_rule_copy_with (one, properties[i], "2024-06", NULL);

    assert_string_equal (scrutiny_colour_rule_get_text (one), scrutiny_colour_rule_get_text (two));
  }
}

int
main (void)
{
  struct CMUnitTest
      tests[3 + G_N_ELEMENTS (judged) + G_N_ELEMENTS (copied) + G_N_ELEMENTS (refused)] = {
        cmocka_unit_test (lists_what_it_says_and_asks),
        cmocka_unit_test (is_valid_when_bare),
        cmocka_unit_test (a_copy_of_a_copy_is_the_same),
      };
  size_t n = 3;

  n += add_rows (tests + n, judges, judged, G_N_ELEMENTS (judged), sizeof *judged);
  n += add_rows (tests + n, copies_with_one_thing_changed, copied, G_N_ELEMENTS (copied),
                 sizeof *copied);
  n += add_rows (tests + n, refuses_and_says_what_there_is, refused, G_N_ELEMENTS (refused),
                 sizeof *refused);
  assert_int_equal (n, G_N_ELEMENTS (tests));

  return cmocka_run_group_tests_name ("colour-rule", tests, NULL, NULL);
}
