/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"
#include "support/near.h"

#include <scrutiny/error.h>
#include <scrutiny/period-end.h>

#include <string.h>

/* Each Monday to Friday of @n_months months from January 2022 on: 7 or 8 cases opened, and 8
 * to 10 closed, and @more on the last two of each month.
 */
static ScrutinyTable *
draw (int n_months, int more)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (GDateTime) day = g_date_time_new_utc (2022, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) end = g_date_time_add_months (day, n_months);

  for (int n = 0; g_date_time_compare (day, end) < 0; n++) {
    g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);
    g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");
    const int weekday = g_date_time_get_day_of_week (day);
    int left = 0; /* working days of the month from this one on */

    for (int k = 0; k < 7; k++) {
      g_autoptr (GDateTime) later = g_date_time_add_days (day, k);

      left += g_date_time_get_month (later) == g_date_time_get_month (day) &&
              g_date_time_get_day_of_week (later) <= 5;
    }
    for (int i = 0; weekday <= 5 && i < 8 + n % 3 + (left <= 2 ? more : 0); i++) {
      columns_builder_add_text (builder, "closed", text);
      columns_builder_add_text (builder, "opened", i < 7 + n % 2 ? text : "");
    }
    g_date_time_unref (day);
    day = g_steal_pointer (&next);
  }

  return columns_builder_end (builder);
}

static void
tells_busy_ends_from_others (void **state)
{
  g_autoptr (ScrutinyTable) busy = draw (26, 3), even = draw (26, 0);
  g_autoptr (ScrutinyPeriodEnd) excess =
      scrutiny_period_end_new (busy, "closed", "opened", 2, NULL);
  g_autoptr (ScrutinyPeriodEnd) alone = scrutiny_period_end_new (busy, "closed", NULL, 2, NULL);
  g_autoptr (ScrutinyPeriodEnd) none = scrutiny_period_end_new (even, "closed", "opened", 2, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (excess));
  g_autoptr (GPtrArray) plain = scrutiny_result_dup_findings (SCRUTINY_RESULT (alone));
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autofree char *less = scrutiny_finding_dup_statement (plain->pdata[0], NULL);

  (void) state;
  assert_string_equal (scrutiny_period_end_get_verdict (excess), "excess");
  assert_string_equal (scrutiny_period_end_get_verdict (none), "none");
  assert_near (scrutiny_period_end_get_n_months (excess), 24, 0);
  assert_near (scrutiny_period_end_get_observed (excess) - scrutiny_period_end_get_observed (none),
               24 * 2 * 3, 0);
  assert_true (scrutiny_period_end_get_p (excess) < 1e-6);
  assert_non_null (strstr (said,
                           " cases were closed on the last 2 working days of 24 months, where "
                           "their weekdays in the rest of the month suggest about "));
  assert_non_null (
      strstr (said, " were opened on them, about as many as their weekdays suggest, "));
  assert_null (strstr (less, "opened"));
}

/* The last day of a month, or the last ten. */
static void
takes_as_many_days_as_asked (void **state)
{
  g_autoptr (ScrutinyTable) even = draw (26, 0);
  g_autoptr (ScrutinyPeriodEnd) one = scrutiny_period_end_new (even, "closed", NULL, 1, NULL);
  g_autoptr (ScrutinyPeriodEnd) ten = scrutiny_period_end_new (even, "closed", NULL, 10, NULL);

  (void) state;
  assert_true (scrutiny_period_end_get_observed (one) < 24 * 11);
  assert_true (scrutiny_period_end_get_observed (one) >= 24 * 8);
  assert_true (scrutiny_period_end_get_observed (ten) > 9 * scrutiny_period_end_get_observed (one));
}

static void
says_why_it_cannot_tell (void **state)
{
  g_autoptr (ScrutinyTable) year = draw (13, 0);
  g_autoptr (ScrutinyPeriodEnd) few = scrutiny_period_end_new (year, "closed", NULL, 2, NULL);
  g_autoptr (ScrutinyPeriodEnd) bare = g_object_new (SCRUTINY_TYPE_PERIOD_END, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (few)),
                       "11 whole months are too few; 12 are needed: ask for earlier ones.");
  assert_string_equal (scrutiny_period_end_get_verdict (few), "cannot-tell");
  assert_true (isnan (scrutiny_period_end_get_p (few)));
  assert_string_equal (scrutiny_period_end_get_verdict (bare), "cannot-tell");
  assert_non_null (strstr (json, "\"p\":null"));
}

/* Two cases in the middle of each month, and @n on the last day of as many of them. */
static ScrutinyPeriodEnd *
find_few (guint n)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;

  for (guint i = 0; i < 16; i++) {
    g_autoptr (GDateTime) first = g_date_time_new_utc (2023 + (int) i / 12, i % 12 + 1, 1, 0, 0, 0);
    g_autoptr (GDateTime) next = g_date_time_add_months (first, 1);

    for (int day = -1; day > -16; day--) {
      g_autoptr (GDateTime) at = g_date_time_add_days (next, day);
      g_autofree char *text = g_date_time_format (at, "%Y-%m-%d");
      const gboolean is_last = day > -4;

      if ((is_last && i < n + 1 && day == -1 && i > 0) || (!is_last && day < -12))
        columns_builder_add_text (builder, "closed", text);
    }
  }
  table = columns_builder_end (builder);

  return scrutiny_period_end_new (table, "closed", "closed", 3, NULL);
}

static void
tells_of_no_few (void **state)
{
  g_autoptr (ScrutinyPeriodEnd) few = find_few (4);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (few));

  (void) state;
  assert_string_equal (
      scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (few)),
      "So few cases are closed on the last days, or on others, that 14 months make "
      "0 stretches with 5 of each, where 8 are needed: ask for earlier ones.");
  assert_non_null (strstr (json, "\"observed\":null"));
  assert_non_null (strstr (json, "\"opened\":null"));
}

static void
refuses (void **state)
{
  g_autoptr (ScrutinyTable) year = draw (2, 0);
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) far = NULL;
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_period_end_new (year, "closed", NULL, 0, &error));
  assert_string_equal (error->message, "Last days: 0 is not from 1 to 10");
  g_clear_error (&error);
  assert_null (scrutiny_period_end_new (year, "ended", NULL, 2, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  g_clear_error (&error);
  columns_builder_add_text (builder, "closed", "0001-01-01");
  columns_builder_add_text (builder, "closed", "2024-01-01");
  far = columns_builder_end (builder);
  assert_null (scrutiny_period_end_new (far, "closed", NULL, 2, &error));
  assert_string_equal (error->message, "Column “closed”: its dates lie more than 200 years apart");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (tells_busy_ends_from_others),
    cmocka_unit_test (takes_as_many_days_as_asked),
    cmocka_unit_test (says_why_it_cannot_tell),
    cmocka_unit_test (tells_of_no_few),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("challenge/period-end", tests, NULL, NULL);
}
