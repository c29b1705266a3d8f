/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-parse.h"
#include "base/period.h"
#include "support/rows.h"

#include <string.h>

#define NONE SCRUTINY_CALENDAR_UNKNOWN

static const struct label {
  const char *text, *label;
  ScrutinyCalendar hint;
} labels[] = {
  { "2010-03-31", "31 March 2010", NONE },
  { "2010-W13", "week of 29 March 2010", NONE },
  { "2010-03", "March 2010", NONE },
  { "2010-Q1", "January–March 2010", NONE },
  { "2010-Q4", "October–December 2010", NONE },
  { "2009/10-Q4", "Q4 2009/10", NONE },
  { "2010-H2", "July–December 2010", NONE },
  { "2009/10-H2", "second half of 2009/10", NONE },
  { "2009/10-H1", "first half of 2009/10", NONE },
  { "2016", "2016", NONE },
  { "2009/10", "2009/10", NONE },
  { "2009/10 academic", "academic year 2009/10", NONE },
  { "2014..2016 rolling", "three years to 2016", NONE },
  { "2014/15..2016/17 rolling", "three years to 2016/17", NONE },
  { "2014/15 academic..2016/17 academic rolling", "three academic years to 2016/17", NONE },
  { "2009-04..2010-03 rolling", "12 months to March 2010", NONE },
  { "2009/10-Q1..2009/10-Q4 rolling", "four quarters to Q4 2009/10", NONE },
  { "2010-09 to date", "September 2010, year to date", NONE },
  { "2010/11-Q3 to date", "Q3 2010/11, year to date", NONE },
};

static void
says_it_aloud (void **state)
{
  const struct label *row = *state;
  g_autofree char *label = NULL;
  Period period;

  assert_true (period_parse (row->text, strlen (row->text), row->hint, &period));
  label = period_dup_label (&period);
  assert_string_equal (label, row->label);
}

static void
counts_steps_of_a_year (void **state)
{
  (void) state;
  assert_int_equal (period_steps_per_year (SCRUTINY_CALENDAR_MONTH), 12);
  assert_int_equal (period_steps_per_year (SCRUTINY_CALENDAR_FINANCIAL_QUARTER), 4);
  assert_int_equal (period_steps_per_year (SCRUTINY_CALENDAR_ACADEMIC_YEAR), 1);
  assert_int_equal (period_steps_per_year (SCRUTINY_CALENDAR_WEEK), 52);
  assert_int_equal (period_steps_per_year (NONE), 0);
  assert_int_equal (period_steps_per_year ((ScrutinyCalendar) 99), 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (labels) + 1];
  size_t n = add_rows (tests, says_it_aloud, labels, G_N_ELEMENTS (labels), sizeof *labels);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_steps_of_a_year);

  return cmocka_run_group_tests_name ("base/period", tests, NULL, NULL);
}
