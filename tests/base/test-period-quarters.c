/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-parse.h"
#include "base/period-quarters.h"
#include "support/near.h"

#include <string.h>

#define MOST 8

static const struct row {
  const char *label;
  const char *texts[MOST];
  const char *quarters[MOST]; /* none: left alone */
} rows[] = {
  { "named by the last month",
    { "Mar 2010", "Jun 2010", "Sep 2010", "Dec 2010" },
    { "2010-Q1", "2010-Q2", "2010-Q3", "2010-Q4" } },
  { "named by the first month",
    { "Jan 2010", "Apr 2010", "Jul 2010", "Oct 2010" },
    { "2010-Q1", "2010-Q2", "2010-Q3", "2010-Q4" } },
  { "newest first, one missing, one twice",
    { "Mar 2011", "Dec 2010", "Sep 2010", "Sep 2010", "Jun 2010", "Dec 2009" },
    { "2011-Q1", "2010-Q4", "2010-Q3", "2010-Q3", "2010-Q2", "2009-Q4" } },
  { "as dates",
    { "2010-03", "2010-06", "2010-09", "2010-12" },
    { "2010-Q1", "2010-Q2", "2010-Q3", "2010-Q4" } },
  { "three could be anything", { "Mar 2010", "Jun 2010", "Sep 2010" }, { NULL } },
  { "three and one twice", { "Mar 2010", "Jun 2010", "Sep 2010", "Sep 2010" }, { NULL } },
  { "once a year", { "Mar 2010", "Mar 2011", "Mar 2012", "Mar 2013" }, { NULL } },
  { "half are not next to each other",
    { "Mar 2010", "Jun 2010", "Dec 2010", "Mar 2011", "Sep 2011" },
    { NULL } },
  { "no end of a quarter", { "Feb 2010", "May 2010", "Aug 2010", "Nov 2010" }, { NULL } },
  { "every month", { "Jan 2010", "Feb 2010", "Mar 2010", "Apr 2010" }, { NULL } },
  { "one month between", { "Mar 2010", "Jun 2010", "Sep 2010", "Oct 2010", "Dec 2010" }, { NULL } },
  { "years", { "2010", "2011", "2012", "2013" }, { NULL } },
  { "rolling",
    { "12 months to March 2010", "12 months to June 2010", "12 months to September 2010",
      "12 months to December 2010" },
    { NULL } },
};

static void
makes_quarters (void **state)
{
  const struct row *row = *state;
  Period periods[MOST], before[MOST];
  gsize n = 0;

  while (n < MOST && row->texts[n])
    n++;
  assert_true (period_parse_column (row->texts, n, SCRUTINY_CALENDAR_UNKNOWN, periods, NULL));
  memcpy (before, periods, sizeof periods);

  assert_int_equal (period_make_quarters (periods, n), row->quarters[0] != NULL);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *text = period_dup_text (&periods[i]);
    g_autofree char *was = period_dup_text (&before[i]);

    assert_string_equal (text, row->quarters[0] ? row->quarters[i] : was);
  }
}

static void
nothing_is_no_quarter (void **state)
{
  assert_false (period_make_quarters (NULL, 0));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + 1] = { cmocka_unit_test (nothing_is_no_quarter) };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tests[i + 1] = (struct CMUnitTest){ .name = rows[i].label,
                                        .test_func = makes_quarters,
                                        .initial_state = (void *) &rows[i] };

  return cmocka_run_group_tests_name ("base/period-quarters", tests, NULL, NULL);
}
