/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/civil.h"
#include "base/period-days.h"
#include "base/period-parse.h"
#include "support/rows.h"

#include <string.h>

/* By definition of each calendar. */
static const struct known {
  const char *label; /* the period */
  ScrutinyCalendar calendar;
  CivilDate first, last;
} known[] = {
  { "2024-02-29", SCRUTINY_CALENDAR_DAY, { 2024, 2, 29 }, { 2024, 2, 29 } },
  { "2024-W01", SCRUTINY_CALENDAR_WEEK, { 2024, 1, 1 }, { 2024, 1, 7 } },
  { "2021-W01", SCRUTINY_CALENDAR_WEEK, { 2021, 1, 4 }, { 2021, 1, 10 } },
  { "2024-02", SCRUTINY_CALENDAR_MONTH, { 2024, 2, 1 }, { 2024, 2, 29 } },
  { "2023-12", SCRUTINY_CALENDAR_MONTH, { 2023, 12, 1 }, { 2023, 12, 31 } },
  { "2024-Q1", SCRUTINY_CALENDAR_QUARTER, { 2024, 1, 1 }, { 2024, 3, 31 } },
  { "2024-Q4", SCRUTINY_CALENDAR_QUARTER, { 2024, 10, 1 }, { 2024, 12, 31 } },
  { "2024-H2", SCRUTINY_CALENDAR_HALF, { 2024, 7, 1 }, { 2024, 12, 31 } },
  { "2024", SCRUTINY_CALENDAR_YEAR, { 2024, 1, 1 }, { 2024, 12, 31 } },
  { "2024/25-Q1", SCRUTINY_CALENDAR_FINANCIAL_QUARTER, { 2024, 4, 1 }, { 2024, 6, 30 } },
  { "2024/25-Q4", SCRUTINY_CALENDAR_FINANCIAL_QUARTER, { 2025, 1, 1 }, { 2025, 3, 31 } },
  { "2024/25-H1", SCRUTINY_CALENDAR_FINANCIAL_HALF, { 2024, 4, 1 }, { 2024, 9, 30 } },
  { "2024/25-H2", SCRUTINY_CALENDAR_FINANCIAL_HALF, { 2024, 10, 1 }, { 2025, 3, 31 } },
  { "2024/25", SCRUTINY_CALENDAR_FINANCIAL_YEAR, { 2024, 4, 1 }, { 2025, 3, 31 } },
  { "2024/25 academic", SCRUTINY_CALENDAR_ACADEMIC_YEAR, { 2024, 9, 1 }, { 2025, 8, 31 } },
  { "2014..2016 rolling", SCRUTINY_CALENDAR_YEAR, { 2014, 1, 1 }, { 2016, 12, 31 } },
};

static void
gives_its_days (void **state)
{
  const struct known *row = *state;
  PeriodDays days;
  Period period;

  assert_true (period_parse (row->label, strlen (row->label), row->calendar, &period));
  assert_int_equal (period.calendar, row->calendar);
  assert_true (period_get_days (&period, &days));
  assert_int_equal (days.first, civil_to_days (row->first.year, row->first.month, row->first.day));
  assert_int_equal (days.last, civil_to_days (row->last.year, row->last.month, row->last.day));
}

/* Steps of a calendar follow each other without a gap. */
static void
leaves_no_day_out (void **state)
{
  for (int calendar = SCRUTINY_CALENDAR_DAY; calendar <= SCRUTINY_CALENDAR_ACADEMIC_YEAR;
       calendar++) {
    const gint64 start =
        2000 * (gint64) MAX (period_steps_per_year ((ScrutinyCalendar) calendar), 1);
    Period period = { (ScrutinyCalendar) calendar, calendar <= SCRUTINY_CALENDAR_WEEK ? 0 : start,
                      PERIOD_PLAIN, 1 };
    PeriodDays days, next;

    assert_true (period_get_days (&period, &days));
    for (int i = 0; i < 60; i++, days = next) {
      period.ordinal++;
      assert_true (period_get_days (&period, &next));
      assert_int_equal (next.first, days.last + 1);
    }
  }
}

static void
knows_no_days_without_a_calendar (void **state)
{
  const Period none = { SCRUTINY_CALENDAR_UNKNOWN, 3, PERIOD_PLAIN, 1 };
  const Period far = { SCRUTINY_CALENDAR_MONTH, G_MAXINT64, PERIOD_PLAIN, 1 };
  PeriodDays days = { -7, -7 };

  assert_false (period_get_days (&none, &days));
  assert_false (period_get_days (&far, &days));
  assert_int_equal (days.first, -7);
  assert_int_equal (days.last, -7);
}

static const struct written {
  const char *label; /* the text */
  CivilDate first;   /* year 0: refused */
  CivilDate last;
} written[] = {
  { "2009-10", { 2009, 10, 1 }, { 2009, 10, 31 } },
  { "2009/10", { 2009, 4, 1 }, { 2010, 3, 31 } },
  { "2009-10 Q4", { 2010, 1, 1 }, { 2010, 3, 31 } },
  { "October 2009", { 2009, 10, 1 }, { 2009, 10, 31 } },
  { "2009-10-05", { 2009, 10, 5 }, { 2009, 10, 5 } },
  { "31 January 1983", { 1983, 1, 31 }, { 1983, 1, 31 } },
  { "2009", { 2009, 1, 1 }, { 2009, 12, 31 } },
  { "2009-13", { 0 }, { 0 } },
  { "2009-11 to date", { 0 }, { 0 } },
  { "", { 0 }, { 0 } },
  { "later", { 0 }, { 0 } },
};

static void
reads_what_stands_by_itself (void **state)
{
  const struct written *row = *state;
  PeriodDays days = { -7, -7 };

  assert_int_equal (period_parse_days (row->label, strlen (row->label), &days),
                    row->first.year > 0);
  if (row->first.year == 0) {
    assert_int_equal (days.first, -7);
    return;
  }
  assert_int_equal (days.first, civil_to_days (row->first.year, row->first.month, row->first.day));
  assert_int_equal (days.last, civil_to_days (row->last.year, row->last.month, row->last.day));
}

/* The other way: every day of forty years lies in a period that has it. */
static void
finds_the_period_of_a_day (void **state)
{
  for (int calendar = SCRUTINY_CALENDAR_DAY; calendar <= SCRUTINY_CALENDAR_ACADEMIC_YEAR;
       calendar++) {
    for (gint64 day = civil_to_days (1960, 1, 1); day < civil_to_days (2000, 3, 1); day++) {
      Period period;
      PeriodDays days;

      assert_true (period_of_day ((ScrutinyCalendar) calendar, day, &period));
      assert_int_equal (period.calendar, calendar);
      assert_true (period_get_days (&period, &days));
      assert_true (days.first <= day && day <= days.last);
    }
  }
}

static void
finds_no_period_out_of_range (void **state)
{
  Period period = { .ordinal = -7 };

  assert_false (period_of_day (SCRUTINY_CALENDAR_UNKNOWN, 0, &period));
  assert_false (period_of_day (SCRUTINY_CALENDAR_MONTH, civil_to_days (1599, 12, 31), &period));
  assert_false (period_of_day (SCRUTINY_CALENDAR_DAY, civil_to_days (2400, 1, 1), &period));
  assert_false (period_of_day (SCRUTINY_CALENDAR_DAY, G_MAXINT64, &period));
  assert_int_equal (period.ordinal, -7);
}

int
main (void)
{
  struct CMUnitTest tests[4 + G_N_ELEMENTS (known) + G_N_ELEMENTS (written)] = {
    cmocka_unit_test (leaves_no_day_out),
    cmocka_unit_test (knows_no_days_without_a_calendar),
    cmocka_unit_test (finds_the_period_of_a_day),
    cmocka_unit_test (finds_no_period_out_of_range),
  };
  size_t n = 4;

  n += add_rows (tests + n, gives_its_days, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, reads_what_stands_by_itself, written, G_N_ELEMENTS (written),
                 sizeof *written);
  assert_int_equal (n, G_N_ELEMENTS (tests));

  return cmocka_run_group_tests_name ("period-days", tests, NULL, NULL);
}
