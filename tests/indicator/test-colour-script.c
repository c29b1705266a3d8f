/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/colour-script.h"
#include "support/rows.h"

#include <scrutiny/error.h>

#include <string.h>

static const struct refused {
  const char *label;
  const char *text;
  ScrutinyError code;
  guint64 line;
  const char *message; /* after “Rule, ” */
} refused[] = {
  { "nothing", "", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 1: the rule ends here; expected a clause: a status in quotation marks and "
    "when, otherwise, missing or override" },
  { "a remark", "# later\n", SCRUTINY_ERROR_UNREADABLE, 2,
    "line 2, column 1: the rule ends here; expected a clause: a status in quotation marks and "
    "when, otherwise, missing or override" },
  { "a status without quotation marks", "Met when value > 1", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 1: found “Met”; expected a clause: a status in quotation marks and when, "
    "otherwise, missing or override" },
  { "no status after otherwise", "\"Met\" when value > 1\notherwise Missed",
    SCRUTINY_ERROR_UNREADABLE, 2,
    "line 2, column 11: found “Missed”; expected a status in quotation marks" },
  { "an empty status", "otherwise \"\"", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 11: found “\"\"”; expected a status in quotation marks" },
  { "an open quotation", "otherwise \"Met", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 11: found “\"Met”; the quotation is not closed on its line" },
  { "an open curly quotation", "otherwise “Met", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 11: found ““Met”; the quotation is not closed on its line" },
  { "no when", "\"Met\" if value > 1", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 7: found “if”; expected “when” and a condition" },
  { "no condition", "\"Met\" when", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 11: the rule ends here; expected a number, a name such as value or target, "
    "or “(”" },
  { "a number for a condition", "\"Met\" when value", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 17: the rule ends here; expected a comparison, such as value >= 90" },
  { "a number before and", "\"Met\" when value and target > 1", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 18: found “and”; expected a comparison, such as value >= 90" },
  { "a number after or", "\"Met\" when target > 1 or value", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 31: the rule ends here; expected a comparison, such as value >= 90" },
  { "not of a number", "\"Met\" when not value", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 21: the rule ends here; expected a comparison, such as value >= 90" },
  { "a chain of comparisons", "\"Met\" when 1 < value < 2", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 22: found “<”; expected “and”, “or”, a sign, or the next clause: a status in "
    "quotation marks, otherwise, missing, override, from or until" },
  { "a comparison of a comparison", "\"Met\" when (1 < 2) < 3", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 12: found “(”; expected a number or a name, not a comparison; join "
    "comparisons with “and” or “or”" },
  { "a sum of a comparison", "\"Met\" when 1 + (1 < 2) > 3", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 16: found “(”; expected a number or a name, not a comparison; join "
    "comparisons with “and” or “or”" },
  { "minus a comparison", "\"Met\" when -(1 < 2) > 3", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 13: found “(”; expected a number or a name, not a comparison; join "
    "comparisons with “and” or “or”" },
  { "an open bracket", "\"Met\" when (value > 1", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 22: the rule ends here; expected “)”" },
  { "is what", "\"Met\" when value is 3", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 21: found “3”; expected “missing” or “not missing”" },
  { "within nothing", "\"Met\" when value within 10%", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 28: the rule ends here; expected “of” or “% of”" },
  { "a percentage elsewhere", "\"Met\" when value > 90%", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 22: found “%”; expected “and”, “or”, a sign, or the next clause: a status in "
    "quotation marks, otherwise, missing, override, from or until" },
  { "round without brackets", "\"Met\" when round value > 90", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 18: found “value”; expected “(”" },
  { "half a place", "\"Met\" when round(value, 0.5) > 90", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 25: found “0.5”; expected the number of decimal places, 0 to 12" },
  { "13 places", "\"Met\" when round(value, 13) > 90", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 25: found “13”; expected the number of decimal places, 0 to 12" },
  { "places by name", "\"Met\" when round(value, target) > 90", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 25: found “target”; expected the number of decimal places, 0 to 12" },
  { "abs with places", "\"Met\" when abs(value, 1) > 90", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 21: found “,”; expected “)”" },
  { "an empty name", "\"Met\" when `` > 90", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 12: found “``”; expected the name of a column" },
  { "a sign of no language", "\"Met\" when value ~ 90", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 18: found “~”; expected a comparison, such as value >= 90" },
  { "a date that is none", "from 2022-13: otherwise \"Met\"", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 6: found “2022-13”; expected a period, such as 2024-04 or 2024/25" },
  { "no date", "from: otherwise \"Met\"", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 5: found “”; expected a period, such as 2024-04 or 2024/25" },
  { "no colon", "from 2022-04 otherwise \"Met\"", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 6: found “2022-04 otherwise”; expected a period, such as 2024-04 or 2024/25" },
  { "no colon on the line", "from 2022-04\notherwise \"Met\"", SCRUTINY_ERROR_UNREADABLE, 2,
    "line 2, column 1: found “otherwise”; expected “:” or “until”" },
  { "dates without clauses", "from 2022-04:", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 14: the rule ends here; expected a clause: a status in quotation marks and "
    "when, otherwise, missing or override" },
  { "an end before the beginning", "\n from 2022-04 until 2022-03: otherwise \"Met\"",
    SCRUTINY_ERROR_OUT_OF_RANGE, 2, "line 2, column 2: found “from”; it ends before it begins" },
  { "a clause after otherwise", "otherwise \"Met\"; \"Near\" when value > 1",
    SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 18: found “\"Near\"”; nothing after “otherwise” can apply" },
  { "otherwise twice", "otherwise \"Met\"\notherwise \"Near\"", SCRUTINY_ERROR_UNREADABLE, 2,
    "line 2, column 1: found “otherwise”; nothing after “otherwise” can apply" },
  { "missing twice", "missing \"x\" otherwise \"Met\" missing \"y\"", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 29: found “missing”; a missing figure has a status already" },
  { "an override of no period", "override \"Met\"", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 10: found “”; expected a period, such as 2024-04 or 2024/25" },
  { "a reason without quotation marks", "override 2024-06 \"Met\" because restated",
    SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 32: found “restated”; expected the reason in quotation marks" },
  { "a column counted in characters", "“Ŵŷ” when ŷ >", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 14: the rule ends here; expected a number, a name such as value or target, "
    "or “(”" },
  { "what acts on a terminal", "\033[2J", SCRUTINY_ERROR_UNREADABLE, 1,
    "line 1, column 1: found “\xef\xbf\xbd”; expected a clause: a status in quotation marks and "
    "when, otherwise, missing or override" },
  { "the word of the tour",
    "from 2022-04: otherwise \"Met\"\n"
    "from 2024-04: \"Met\" when round(value, 1) >= 90 and ovrdue ! 10",
    SCRUTINY_ERROR_UNREADABLE, 2,
    "line 2, column 59: found “!”; expected a comparison, such as value >= 90" },
};

static void
refuses_and_points (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;

  assert_null (colour_script_parse (row->text, &error));
  assert_true (g_str_has_prefix (error->message, "Rule, "));
  assert_string_equal (error->message + strlen ("Rule, "), row->message);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_int_equal (scrutiny_error_get_row (error), row->line);
}

static const struct sizes {
  const char *label;
  const char *piece; /* @n times */
  guint n;
  const char *middle;
  const char *other; /* @n times */
  const char *end;
  gboolean is_refused;
} sizes[] = {
  { "64 brackets", "(", 63, "(value > 1)", ")", "", FALSE },
  { "65 brackets", "(", 64, "(value > 1)", ")", "", TRUE },
  { "60,000 brackets", "(", 60000, "", "", "", TRUE },
  { "64 functions", "abs(", 63, "abs(value)", ")", " > 1", FALSE },
  { "65 functions", "abs(", 64, "abs(value)", ")", " > 1", TRUE },
  { "60,000 minus signs", "-", 60000, "value > 1", "", "", FALSE },
  { "15,000 denials", "not ", 15000, "value > 1", "", "", FALSE },
  { "a long sum", "1+", 30000, "1 > 0", "", "", FALSE },
  { "47 open sums", "1+2*(", 47, "3", ")", " > 1", FALSE },
  { "48 open sums", "1+2*(", 48, "3", ")", " > 1", TRUE },
  { "65,536 characters", " ", 65516, "value > 1", "", "", FALSE },
  { "65,537 characters", " ", 65517, "value > 1", "", "", TRUE },
};

static void
has_limits (void **state)
{
  const struct sizes *row = *state;
  g_autoptr (GString) text = g_string_new ("\"Met\" when ");
  g_autoptr (GError) error = NULL;
  g_autoptr (ColourScript) script = NULL;

  for (guint i = 0; i < row->n; i++)
    g_string_append (text, row->piece);
  g_string_append (text, row->middle);
  for (guint i = 0; i < row->n; i++)
    g_string_append (text, row->other);
  g_string_append (text, row->end);

  script = colour_script_parse (text->str, &error);
  assert_int_equal (script == NULL, row->is_refused);
  if (row->is_refused)
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT));
}

static void
refuses_bytes (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (colour_script_parse ("otherwise \"caf\xe9\"", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message, "Rule: it is not UTF-8 text; convert it first");
}

int
main (void)
{
  struct CMUnitTest tests[1 + G_N_ELEMENTS (refused) + G_N_ELEMENTS (sizes)] = {
    cmocka_unit_test (refuses_bytes),
  };
  size_t n = 1;

  n += add_rows (tests + n, refuses_and_points, refused, G_N_ELEMENTS (refused), sizeof *refused);
  n += add_rows (tests + n, has_limits, sizes, G_N_ELEMENTS (sizes), sizeof *sizes);
  assert_int_equal (n, G_N_ELEMENTS (tests));

  return cmocka_run_group_tests_name ("colour-script", tests, NULL, NULL);
}
