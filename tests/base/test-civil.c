/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/civil.h"
#include "support/near.h"

/* Days: POSIX seconds since the Epoch / 86400; weeks: ISO 8601 week dates as printed calendars. */
static const struct known {
  const char *label;
  int year, month, day;
  gint64 days;
  int week_year, week;
  guint weekday;
} known[] = {
  { "the epoch, a Thursday", 1970, 1, 1, 0, 1970, 1, 3 },
  { "the day before", 1969, 12, 31, -1, 1970, 1, 2 },
  { "leap day of a century", 2000, 2, 29, 11016, 2000, 9, 1 },
  { "1 March 1900, no leap year", 1900, 3, 1, -25508, 1900, 9, 3 },
  { "31 March 2010", 2010, 3, 31, 14699, 2010, 13, 2 },
  { "week 53 of 2009 holds 1 January 2010", 2010, 1, 1, 14610, 2009, 53, 4 },
  { "week 53 of 2015", 2015, 12, 31, 16800, 2015, 53, 3 },
  { "week 1 of 2025 begins in 2024", 2024, 12, 30, 20087, 2025, 1, 0 },
  { "2 Feb 2400, past a leap century", 2400, 2, 2, 157086, 2400, 5, 2 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const CivilDate back = civil_from_days (row->days);
  int week_year;

  assert_int_equal (civil_to_days (row->year, row->month, row->day), row->days);
  assert_int_equal (back.year, row->year);
  assert_int_equal (back.month, row->month);
  assert_int_equal (back.day, row->day);
  assert_int_equal (civil_weekday (row->days), row->weekday);
  assert_int_equal (civil_week_number (civil_week_of_days (row->days), &week_year), row->week);
  assert_int_equal (week_year, row->week_year);
}

static void
days_follow_each_other (void **state)
{
  gint64 days = civil_to_days (1599, 1, 1);

  (void) state;
  for (int year = 1599; year <= 2401; year++) {
    for (int month = 1; month <= 12; month++) {
      for (int day = 1; day <= civil_days_in_month (year, month); day++, days++) {
        const CivilDate back = civil_from_days (days);

        assert_int_equal (civil_to_days (year, month, day), days);
        assert_true (back.year == year && back.month == month && back.day == day);
      }
    }
  }
}

static void
weeks_follow_each_other (void **state)
{
  gint64 week = civil_week_of_days (civil_to_days (1600, 1, 4));

  (void) state;
  for (int year = 1600; year < 2400; year++) {
    gint64 read;

    for (int number = 1; civil_week_from_number (year, number, &read); number++)
      assert_int_equal (read, week++);
  }
  assert_int_equal (week, civil_week_of_days (civil_to_days (2400, 1, 4)));
}

static void
knows_what_is_no_date (void **state)
{
  gint64 week;

  (void) state;
  assert_true (civil_is_date (2012, 2, 29));
  assert_false (civil_is_date (2010, 2, 29));
  assert_false (civil_is_date (2010, 4, 31));
  assert_false (civil_is_date (2010, 13, 1));
  assert_false (civil_is_date (2010, 0, 1));
  assert_false (civil_is_date (2010, 1, 0));
  assert_true (civil_week_from_number (2009, 53, &week));
  assert_false (civil_week_from_number (2010, 53, &week));
  assert_false (civil_week_from_number (2010, 0, &week));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 3];
  size_t n = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (known); i++)
    tests[n++] = (struct CMUnitTest){ .name = known[i].label,
                                      .test_func = gives_known_answer,
                                      .initial_state = (void *) &known[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (days_follow_each_other);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (weeks_follow_each_other);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_what_is_no_date);

  return cmocka_run_group_tests_name ("base/civil", tests, NULL, NULL);
}
