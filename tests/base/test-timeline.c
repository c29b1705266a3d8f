/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/timeline-private.h"
#include "support/near.h"

#include <scrutiny/error.h>

#include <string.h>

#define MOST_TEXTS 6

static ScrutinyTimeline *
timeline_of (const char *const *texts)
{
  g_autoptr (GError) error = NULL;
  ScrutinyTimeline *timeline = scrutiny_timeline_new_from_texts (texts, &error);

  if (!timeline)
    fail_msg ("%s", error->message);

  return timeline;
}

static void
counts_on_from_the_first (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("Q3 2009/10", 4, &error);
  g_auto (GStrv) texts = NULL;

  (void) state;
  assert_non_null (timeline);
  texts = scrutiny_timeline_dup_texts (timeline);
  assert_int_equal (g_strv_length (texts), 4);
  assert_string_equal (texts[0], "2009/10-Q3");
  assert_string_equal (texts[1], "2009/10-Q4");
  assert_string_equal (texts[2], "2010/11-Q1");
  assert_string_equal (texts[3], "2010/11-Q2");
  assert_int_equal (scrutiny_timeline_get_calendar (timeline), SCRUTINY_CALENDAR_FINANCIAL_QUARTER);
  assert_int_equal (scrutiny_timeline_get_n_gaps (timeline), 0);
}

static void
keeps_a_calendar_without_periods (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2010-03", 0, &error);

  (void) state;
  assert_non_null (timeline);
  assert_int_equal (scrutiny_timeline_get_n_periods (timeline), 0);
  assert_int_equal (scrutiny_timeline_get_calendar (timeline), SCRUTINY_CALENDAR_MONTH);
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyTimeline) bare = g_object_new (SCRUTINY_TYPE_TIMELINE, NULL);
  g_autoptr (ScrutinyTimeline) none = timeline_of ((const char *const[]){ NULL });
  g_auto (GStrv) texts = scrutiny_timeline_dup_texts (bare);
  gsize n_periods = 9;

  (void) state;
  assert_int_equal (scrutiny_timeline_get_calendar (bare), SCRUTINY_CALENDAR_UNKNOWN);
  assert_string_equal (scrutiny_timeline_get_window (bare), "plain");
  assert_int_equal (scrutiny_timeline_get_window_length (bare), 1);
  assert_int_equal (scrutiny_timeline_get_n_periods (bare), 0);
  assert_int_equal (scrutiny_timeline_get_n_gaps (bare), 0);
  assert_int_equal (g_strv_length (texts), 0);
  scrutiny_timeline_get_ordinals (bare, &n_periods);
  assert_int_equal (n_periods, 0);
  assert_int_equal (scrutiny_timeline_get_n_periods (none), 0);
}

static void
knows_its_gaps (void **state)
{
  static const char *const texts[] = { "Jan 2010", "2010-03", "Apr-10", "2010-09", NULL };
  g_autoptr (ScrutinyTimeline) timeline = timeline_of (texts);
  g_autofree char *text = scrutiny_timeline_dup_text (timeline, 3);
  g_autofree char *label = scrutiny_timeline_dup_label (timeline, 3);

  (void) state;
  assert_int_equal (scrutiny_timeline_get_n_periods (timeline), 4);
  assert_int_equal (scrutiny_timeline_get_n_gaps (timeline), 5);
  assert_int_equal (scrutiny_timeline_get_ordinal (timeline, 0), 2010 * 12);
  assert_int_equal (scrutiny_timeline_get_ordinal (timeline, 3), 2010 * 12 + 8);
  assert_int_equal (scrutiny_timeline_get_period (timeline, 1).ordinal, 2010 * 12 + 2);
  assert_string_equal (text, "2010-09");
  assert_string_equal (label, "September 2010");
}

static void
marks_windows (void **state)
{
  static const char *const pooled[] = { "2014-16", "2015-17", "2016-18", NULL };
  static const char *const so_far[] = { "YTD Sep 2010", "YTD Oct 2010", NULL };
  g_autoptr (ScrutinyTimeline) rolling = timeline_of (pooled);
  g_autoptr (ScrutinyTimeline) to_date = timeline_of (so_far);
  g_autofree char *text = scrutiny_timeline_dup_text (rolling, 1);

  (void) state;
  assert_string_equal (scrutiny_timeline_get_window (rolling), "rolling");
  assert_int_equal (scrutiny_timeline_get_window_length (rolling), 3);
  assert_int_equal (scrutiny_timeline_get_n_gaps (rolling), 0);
  assert_string_equal (text, "2015..2017 rolling");
  assert_string_equal (scrutiny_timeline_get_window (to_date), "to-date");
  assert_int_equal (scrutiny_timeline_get_window_length (to_date), 1);
}

static void
has_properties (void **state)
{
  static const char *const texts[] = { "2010-01", "2010-03", NULL };
  g_autoptr (ScrutinyTimeline) timeline = timeline_of (texts);
  g_autofree char *window = NULL;
  ScrutinyCalendar calendar;
  guint64 n_periods, n_gaps;

  (void) state;
  g_object_get (timeline, "calendar", &calendar, "window", &window, "n-periods", &n_periods,
                "n-gaps", &n_gaps, NULL);
  assert_int_equal (calendar, SCRUTINY_CALENDAR_MONTH);
  assert_string_equal (window, "plain");
  assert_int_equal (n_periods, 2);
  assert_int_equal (n_gaps, 1);
}

static const struct refused {
  const char *label;
  const char *texts[MOST_TEXTS];
  ScrutinyError code;
  guint64 row;
  const char *message;
} refused[] = {
  { "the same period twice",
    { "2010-01", "2010-02", "2010-03", "Feb 2010" },
    SCRUTINY_ERROR_MISMATCH,
    4,
    "Rows 2 and 4: “2010-02” and “Feb 2010” are the same period; give each period once" },
  { "out of order",
    { "2010-01", "2010-03", "2010-02" },
    SCRUTINY_ERROR_MISMATCH,
    3,
    "Row 3: “2010-02” follows “2010-03”; periods run from earliest to latest" },
  { "two calendars",
    { "2009-09", "2009-10", "2010 Q1" },
    SCRUTINY_ERROR_MISMATCH,
    3,
    "Row 3: “2010 Q1” belongs with quarters of the calendar year; the rows above it are months" },
  { "a window among years",
    { "2014-15", "2015-16", "2014-16" },
    SCRUTINY_ERROR_MISMATCH,
    3,
    "Row 3: “2014-16” belongs with rolling windows of 3 calendar years; "
    "the rows above it are financial years" },
  { "no period",
    { "2010-01", "Total" },
    SCRUTINY_ERROR_UNREADABLE,
    2,
    "Row 2: “Total” is not a period that can be read with certainty; periods are written like "
    "2010-03, Q1 2009/10, 2009/10, 31/03/2010 or Apr 2010" },
  { "a control character",
    { "\033[31m2010" },
    SCRUTINY_ERROR_UNREADABLE,
    1,
    "Row 1: “\357\277\275[31m2010” is not a period that can be read with certainty; periods are "
    "written like 2010-03, Q1 2009/10, 2009/10, 31/03/2010 or Apr 2010" },
  { "a month or a year",
    { "2009-10" },
    SCRUTINY_ERROR_UNREADABLE,
    0,
    "“2009-10” may be the month or the year; write “October 2009” or “2009/10”" },
};

static void
names_the_row (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_timeline_new_from_texts (row->texts, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
  assert_int_equal (scrutiny_error_get_row (error), row->row);
  assert_null (scrutiny_timeline_new_from_texts (row->texts, NULL));
}

static const struct first_refused {
  const char *first;
  gsize n_periods;
  ScrutinyError code;
  const char *message;
} first_refused[] = {
  { "2009-10", 3, SCRUTINY_ERROR_UNREADABLE,
    "“2009-10” may be the month or the year; write “October 2009” or “2009/10”" },
  { "200910", 3, SCRUTINY_ERROR_UNREADABLE,
    "“200910” may be the month or the year; write “October 2009” or “2009/10”" },
  { "soon", 3, SCRUTINY_ERROR_UNREADABLE,
    "“soon” is not a period that can be read with certainty; periods are written like 2010-03, Q1 "
    "2009/10, 2009/10, 31/03/2010 or Apr 2010" },
  { "2399-11", 3, SCRUTINY_ERROR_OUT_OF_RANGE, "3 months run past the year 2399; ask for fewer" },
  { "2010", G_MAXSIZE, SCRUTINY_ERROR_OUT_OF_RANGE,
    "18446744073709551615 calendar years run past the year 2399; ask for fewer" },
};

static void
refuses_a_first_period (void **state)
{
  const struct first_refused *row = *state;
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_timeline_new (row->first, row->n_periods, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

/* Unmistakable beginnings: a slash says year, a name says month, a span fits. */
static void
takes_a_plain_first_period (void **state)
{
  static const char *const firsts[] = {
    "2009/10", "Oct 2009", "2010-10", "2009-11", "2010-04-01", "202122", "2399-12",
  };

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (firsts[i], 1, &error);

    assert_non_null (timeline);
  }
}

static const struct found {
  const char *text;
  gint64 position;
  ScrutinyError code;
  const char *message;
} found[] = {
  { "2024-01", 0, 0, NULL },
  { "May 2024", 3, 0, NULL },
  { "31/03/2024", 2, 0, NULL },
  { "@3", 3, 0, NULL },
  { "2020-01", -1, SCRUTINY_ERROR_NOT_FOUND,
    "No period 2020-01: the series runs from 2024-01 to 2024-05" },
  { "2024-04", -1, SCRUTINY_ERROR_NOT_FOUND,
    "No period 2024-04: the series runs from 2024-01 to 2024-05" },
  { "2024 Q1", -1, SCRUTINY_ERROR_NOT_FOUND,
    "No period 2024 Q1: the series runs from 2024-01 to 2024-05" },
  { "@4", -1, SCRUTINY_ERROR_NOT_FOUND, "No period @4: the series has 4, the first is @0" },
  { "@-1", -1, SCRUTINY_ERROR_UNREADABLE, "“@-1” is not a position; the first period is @0" },
  { "@", -1, SCRUTINY_ERROR_UNREADABLE, "“@” is not a position; the first period is @0" },
  { "spring", -1, SCRUTINY_ERROR_UNREADABLE,
    "“spring” is not a period that can be read with certainty; periods are written like 2010-03, "
    "Q1 2009/10, 2009/10, 31/03/2010 or Apr 2010" },
};

static void
finds_a_period (void **state)
{
  static const char *const texts[] = { "2024-01", "2024-02", "2024-03", "2024-05", NULL };
  g_autoptr (ScrutinyTimeline) timeline = timeline_of (texts);
  const struct found *row = *state;
  g_autoptr (GError) error = NULL;
  gint64 position = scrutiny_timeline_find (timeline, row->text, &error);

  if (row->message) {
    assert_int_equal (position, -1);
    assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
    assert_string_equal (error->message, row->message);
  } else {
    assert_null (error);
    assert_int_equal (position, row->position);
  }
}

/* On its own 2009-10 is a year; on a timeline of months it is October. */
static void
finds_what_the_timeline_means (void **state)
{
  static const char *const months[] = { "2009-09", "2009-10", "2009-11", NULL };
  static const char *const pooled[] = { "2008-10", "2009-11", "2010-12", NULL };
  g_autoptr (ScrutinyTimeline) by_month = timeline_of (months);
  g_autoptr (ScrutinyTimeline) by_years = timeline_of (pooled);
  g_autoptr (ScrutinyTimeline) bare = g_object_new (SCRUTINY_TYPE_TIMELINE, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_int_equal (scrutiny_timeline_find (by_month, "2009-10", NULL), 1);
  assert_int_equal (scrutiny_timeline_find (by_years, "2009-11", NULL), 1);
  assert_int_equal (scrutiny_timeline_find (by_years, "2010..2012 rolling", NULL), 2);
  assert_int_equal (scrutiny_timeline_find (bare, "2010-03", &error), -1);
  assert_string_equal (error->message, "No period 2010-03: the series has no periods");
}

static struct CMUnitTest
row_test (const char *label, CMUnitTestFunction function, const void *row)
{
  return (struct CMUnitTest){ .name = label, .test_func = function, .initial_state = (void *) row };
}

int
main (void)
{
  const struct CMUnitTest plain[] = {
    cmocka_unit_test (counts_on_from_the_first),
    cmocka_unit_test (keeps_a_calendar_without_periods),
    cmocka_unit_test (is_valid_when_bare),
    cmocka_unit_test (knows_its_gaps),
    cmocka_unit_test (marks_windows),
    cmocka_unit_test (has_properties),
    cmocka_unit_test (takes_a_plain_first_period),
    cmocka_unit_test (finds_what_the_timeline_means),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (plain) + G_N_ELEMENTS (refused) +
                          G_N_ELEMENTS (first_refused) + G_N_ELEMENTS (found)];
  size_t n = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (plain); i++)
    tests[n++] = plain[i];
  for (size_t i = 0; i < G_N_ELEMENTS (refused); i++)
    tests[n++] = row_test (refused[i].label, names_the_row, &refused[i]);
  for (size_t i = 0; i < G_N_ELEMENTS (first_refused); i++)
    tests[n++] = row_test (first_refused[i].first, refuses_a_first_period, &first_refused[i]);
  for (size_t i = 0; i < G_N_ELEMENTS (found); i++)
    tests[n++] = row_test (found[i].text, finds_a_period, &found[i]);

  return cmocka_run_group_tests_name ("base/timeline", tests, NULL, NULL);
}
