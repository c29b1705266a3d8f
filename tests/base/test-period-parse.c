/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/civil.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "support/near.h"

#include <string.h>

#define NONE SCRUTINY_CALENDAR_UNKNOWN
#define MOST_TEXTS 8

/* A written form, a hint, and the same period as the library writes it.  The
 * forms are those councils, the NHS, DfE, ONS and Fingertips publish.
 */
static const struct written {
  const char *text;
  const char *period;
  ScrutinyCalendar hint;
} written[] = {
  /* Years. */
  { "2016", "2016", NONE },
  { "2016.0", "2016", NONE },
  { "2009/10", "2009/10", NONE },
  { "2009-10", "2009/10", NONE },
  { "2009–10", "2009/10", NONE },
  { "2009/2010", "2009/10", NONE },
  { "2009-2010", "2009/10", NONE },
  { "20092010", "2009/10", NONE },
  { "1999/00", "1999/00", NONE },
  { "1999-2000", "1999/00", NONE },
  { "202122", "2021/22", NONE },
  { "FY 2009/10", "2009/10", NONE },
  { "FY2009-10", "2009/10", NONE },
  { "Financial year 2009/10", "2009/10", NONE },
  { "2009/10 financial year", "2009/10", NONE },
  { "2009/10 academic", "2009/10 academic", NONE },
  { "Academic year 2009/10", "2009/10 academic", NONE },
  { "AY2009-10", "2009/10 academic", NONE },
  { "2009/10", "2009/10 academic", SCRUTINY_CALENDAR_ACADEMIC_YEAR },
  { "202122", "2021/22 academic", SCRUTINY_CALENDAR_ACADEMIC_YEAR },
  { "200910", "2009/10", SCRUTINY_CALENDAR_FINANCIAL_YEAR },
  { "08/09", "2008/09", SCRUTINY_CALENDAR_FINANCIAL_YEAR },
  { "99/00", "1999/00", SCRUTINY_CALENDAR_FINANCIAL_YEAR },
  { "2009/10", "2009/10", SCRUTINY_CALENDAR_WEEK },
  /* Quarters. */
  { "Q1 2009-10", "2009/10-Q1", NONE },
  { "2008/09 Q1", "2008/09-Q1", NONE },
  { "08/09 Q4", "2008/09-Q4", NONE },
  { "99/00 Q4", "1999/00-Q4", NONE },
  { "Q4 08/09", "2008/09-Q4", NONE },
  { "2018-19;Q1", "2018/19-Q1", NONE },
  { "2009/10-Q4", "2009/10-Q4", NONE },
  { "Quarter 4 2019/20", "2019/20-Q4", NONE },
  { "Qtr 2, 2019/20", "2019/20-Q2", NONE },
  { "2010 Q1", "2010-Q1", NONE },
  { "2010Q1", "2010-Q1", NONE },
  { "Q1 2010", "2010-Q1", NONE },
  { "2009-Q4", "2009-Q4", NONE },
  { "Apr-Jun 2010", "2010-Q2", NONE },
  { "April to June 2010", "2010-Q2", NONE },
  { "Apr–Jun 2010", "2010-Q2", NONE },
  { "Jan 2010 - Mar 2010", "2010-Q1", NONE },
  { "01/04/2010 to 30/06/2010", "2010-Q2", NONE },
  { "1 April to 30 June 2010", "2010-Q2", NONE },
  { "Quarter to June 2010", "2010-Q2", NONE },
  { "quarter ending 30 June 2010", "2010-Q2", NONE },
  { "Apr-Jun 2010", "2010/11-Q1", SCRUTINY_CALENDAR_FINANCIAL_QUARTER },
  { "30/06/2010", "2010-Q2", SCRUTINY_CALENDAR_QUARTER },
  { "30/06/2010", "2010/11-Q1", SCRUTINY_CALENDAR_FINANCIAL_QUARTER },
  { "Q1 2010", "2010-Q1", SCRUTINY_CALENDAR_FINANCIAL_QUARTER },
  /* Halves. */
  { "H1 2010", "2010-H1", NONE },
  { "2009/10 H2", "2009/10-H2", NONE },
  { "Jan-Jun 2010", "2010-H1", NONE },
  { "Apr-Sep 2010", "2010/11-H1", NONE },
  /* Months. */
  { "Apr-09", "2009-04", NONE },
  { "Apr-99", "1999-04", NONE },
  { "Apr-69", "2069-04", NONE },
  { "Apr-70", "1970-04", NONE },
  { "Apr 09", "2009-04", NONE },
  { "Apr'09", "2009-04", NONE },
  { "Apr’09", "2009-04", NONE },
  { "Apr 2011", "2011-04", NONE },
  { "April 2023", "2023-04", NONE },
  { "SEPT 2011", "2011-09", NONE },
  { "september-2011", "2011-09", NONE },
  { "Sept. 2011", "2011-09", NONE },
  { "2010-03", "2010-03", NONE },
  { "2010/03", "2010-03", NONE },
  { "03/2010", "2010-03", NONE },
  { "3/2010", "2010-03", NONE },
  { "2009-11", "2009-11", NONE },
  { "2009-12", "2009-12", NONE },
  { "2010 Mar", "2010-03", NONE },
  { "2010M03", "2010-03", NONE },
  { "201004", "2010-04", NONE },
  { "200707", "2007-07", NONE },
  { "200910", "2009-10", NONE },
  { "2009-10", "2009-10", SCRUTINY_CALENDAR_MONTH },
  { "2009/10", "2009-10", SCRUTINY_CALENDAR_MONTH },
  { "2017-03-01", "2017-03", SCRUTINY_CALENDAR_MONTH },
  { "31/03/2017", "2017-03", SCRUTINY_CALENDAR_MONTH },
  { "  Mar\xc2\xa0"
    "2010\r\n",
    "2010-03", NONE },
  /* Weeks. */
  { "2010-W13", "2010-W13", NONE },
  { "2010W13", "2010-W13", NONE },
  { "2009-W53", "2009-W53", NONE },
  { "w/c 29 March 2010", "2010-W13", NONE },
  { "Week commencing 29/03/2010", "2010-W13", NONE },
  { "Week ending Sunday 4 April 2010", "2010-W13", NONE },
  { "w/e 08/01/2010", "2010-W01", NONE }, /* a Friday: Saturday to Friday lies mostly in week 1 */
  { "w/c 02/01/2010", "2010-W01", NONE }, /* its Saturday */
  { "2010-03-31", "2010-W13", SCRUTINY_CALENDAR_WEEK },
  /* Days. */
  { "2010-03-31", "2010-03-31", NONE },
  { "2010/03/31", "2010-03-31", NONE },
  { "20100331", "2010-03-31", NONE },
  { "31/03/2010", "2010-03-31", NONE },
  { "31/3/2010", "2010-03-31", NONE },
  { "1/3/10", "2010-03-01", NONE },
  { "31.03.2010", "2010-03-31", NONE },
  { "03/04/2010", "2010-04-03", NONE },
  { "03/31/2010", "2010-03-31", NONE },
  { "31-Mar-10", "2010-03-31", NONE },
  { "31-Mar-1999", "1999-03-31", NONE },
  { "31 March 2010", "2010-03-31", NONE },
  { "31st March 2010", "2010-03-31", NONE },
  { "March 31, 2010", "2010-03-31", NONE },
  { "Wednesday 31 March 2010", "2010-03-31", NONE },
  { "29/02/2012", "2012-02-29", NONE },
  { "2010-03-31T00:00:00", "2010-03-31", NONE },
  { "2010-03-31T09:30:15.250Z", "2010-03-31", NONE },
  { "2010-03-31 23:59:59+01:00", "2010-03-31", NONE },
  { "31/03/2010 00:00", "2010-03-31", NONE },
  { "11/28/2018 13:30:51", "2018-11-28", NONE },
  /* Rolling windows. */
  { "2014-16", "2014..2016 rolling", NONE },
  { "2014 - 16", "2014..2016 rolling", NONE },
  { "2014–16", "2014..2016 rolling", NONE },
  { "2014-2016", "2014..2016 rolling", NONE },
  { "2014 to 2016", "2014..2016 rolling", NONE },
  { "1998-00", "1998..2000 rolling", NONE },
  { "three years to 2016", "2014..2016 rolling", NONE },
  { "2011/12 - 13/14", "2011/12..2013/14 rolling", NONE },
  { "2011/12-2013/14", "2011/12..2013/14 rolling", NONE },
  { "Apr 2014 - Mar 2017", "2014/15..2016/17 rolling", NONE },
  { "Apr-14 to Mar-17", "2014/15..2016/17 rolling", NONE },
  { "Jan 2014 - Dec 2016", "2014..2016 rolling", NONE },
  { "Feb-Apr 2010", "2010-02..2010-04 rolling", NONE },
  { "12 months to March 2010", "2009-04..2010-03 rolling", NONE },
  { "Rolling 12 months to Mar 2010", "2009-04..2010-03 rolling", NONE },
  { "Mar 2010 (6mth rolling)", "2009-10..2010-03 rolling", NONE },
  { "2010-03 rolling 12 months", "2009-04..2010-03 rolling", NONE },
  { "Year to March 2010", "2009-04..2010-03 rolling", NONE },
  { "year ending 31 March 2010", "2009-04..2010-03 rolling", NONE },
  { "year ending 31 March 2010", "2009/10", SCRUTINY_CALENDAR_FINANCIAL_YEAR },
  { "Q4 2009/10 rolling 4 quarters", "2009/10-Q1..2009/10-Q4 rolling", NONE },
  { "Q4 2009/10 (rolling 12 months)", "2009/10-Q1..2009/10-Q4 rolling", NONE },
  { "2009-10..2010-09 rolling", "2009-10..2010-09 rolling", NONE },
  { "2009-10..2010-11 rolling", "2009-10..2010-11 rolling", SCRUTINY_CALENDAR_MONTH },
  { "2009-10..2010-11 rolling", "2009/10..2010/11 rolling", NONE },
  /* From the start of a year. */
  { "Apr-Dec 2010", "2010-12 to date", NONE },
  { "April to December 2010", "2010-12 to date", NONE },
  { "Apr 2010 - Feb 2011", "2011-02 to date", NONE },
  { "Apr-Feb 2010/11", "2011-02 to date", NONE },
  { "YTD Sep 2010", "2010-09 to date", NONE },
  { "Sep 2010 year to date", "2010-09 to date", NONE },
  { "2010-09 to date", "2010-09 to date", NONE },
  { "2010/11 YTD Q3", "2010/11-Q3 to date", NONE },
  { "Q3 2010/11 (cumulative)", "2010/11-Q3 to date", NONE },
  { "Apr-Jun 2010 cumulative", "2010-06 to date", NONE },
};

static void
reads_what_is_written (void **state)
{
  const struct written *row = *state;
  g_autofree char *text = NULL;
  Period period;

  assert_true (period_parse (row->text, strlen (row->text), row->hint, &period));
  text = period_dup_text (&period);
  assert_string_equal (text, row->period);
}

/* Not certain, or not a period. */
static const char *const refused[] = {
  "",
  "  ",
  "n/a",
  "Mobile",
  "Total",
  "08/09",
  "09-Apr",
  "Week 13 2010",
  "FY2010",
  "Q5 2010",
  "Q0 2009/10",
  "H3 2010",
  "Q1",
  "Q1 10",
  "April",
  "1234",
  "4500",
  "1599",
  "2400",
  "2016.5",
  "45809",
  "-2010",
  "2010-13-01",
  "2010-02-29",
  "31/04/2010",
  "32/01/2010",
  "31/3/1",
  "10-03-31",
  "2010-W53",
  "2010-W00",
  "2010-3",
  "2000-1",
  "2010/12/10/1",
  "2014/16",
  "2014-13",
  "2009/11/",
  "200900",
  "201013x",
  "Apr-Mar 2010",
  "Apr-Jun",
  "Apr-Jun 2010/12",
  "1 year to 2010",
  "12 months to 15 March 2010",
  "Rolling Mar 2010",
  "0 months to Mar 2010",
  "Monday 31 March 2010",
  "2010-03-31T25",
  "2010-03-31Thursday",
  "31/03/2010 25:00",
  "2010..2009 rolling",
  "2010..2010-03 rolling",
  "2009..2010",
  "2010-03-31-2010-03-31-2010-03-31-2010-03-31-2010-03-31-2010-03-31",
  "January February March April May June July August September October November December 2010",
  "Mar 2010*",
  "\xff\xfe",
  "2010\xe2",
};

static void
refuses_what_is_not_certain (void **state)
{
  const char *text = *state;
  Period period = { 0, -7, 0, 0 };

  assert_false (period_parse (text, strlen (text), NONE, &period));
  assert_int_equal (period.ordinal, -7);
}

static void
refuses_text_with_nul (void **state)
{
  Period period;

  (void) state;
  assert_false (period_parse ("2010\0-03", 8, NONE, &period));
  assert_false (period_parse ("2010-03\0", 8, NONE, &period));
  assert_true (period_parse ("2010-03xyz", 7, NONE, &period));
}

/* One way of reading for all: the first period, the last, or the row (from 0) that differs. */
static const struct column {
  const char *label;
  ScrutinyCalendar hint;
  const char *texts[MOST_TEXTS];
  const char *first, *last; /* NULL: refused */
  gsize bad_row;
} columns[] = {
  { "months across October", NONE, { "2009-09", "2009-10", "2009-11" }, "2009-09", "2009-11", 0 },
  { "dashed financial years", NONE, { "2009-10", "2010-11", "2011-12" }, "2009/10", "2011/12", 0 },
  { "one dashed year", NONE, { "2009-10", "2009-10" }, "2009/10", "2009/10", 0 },
  { "one month on a hint", SCRUTINY_CALENDAR_MONTH, { "2009-10" }, "2009-10", "2009-10", 0 },
  { "slashed months", NONE, { "2009/09", "2009/10" }, "2009-09", "2009-10", 0 },
  { "six digits, months", NONE, { "200707", "200708", "200709" }, "2007-07", "2007-09", 0 },
  { "six digits, years", NONE, { "200910", "201011", "201112" }, "2009/10", "2011/12", 0 },
  { "six digits, later years", NONE, { "201112", "201213" }, "2011/12", "2012/13", 0 },
  { "academic years on a hint",
    SCRUTINY_CALENDAR_ACADEMIC_YEAR,
    { "201112", "201213" },
    "2011/12 academic",
    "2012/13 academic",
    0 },
  { "pooled years that look like months",
    NONE,
    { "2008-10", "2009-11", "2010-12" },
    "2008..2010 rolling",
    "2010..2012 rolling",
    0 },
  { "pooled years", NONE, { "2014-16", "2015-17" }, "2014..2016 rolling", "2015..2017 rolling", 0 },
  { "short financial years", NONE, { "07/08", "08/09", "09/10" }, "2007/08", "2009/10", 0 },
  { "short years that do not follow", NONE, { "07/08", "09/10" }, NULL, NULL, 0 },
  { "first of the month", NONE, { "2017-03-01", "2017-04-01" }, "2017-03", "2017-04", 0 },
  { "last of the month", NONE, { "31/01/2010", "28/02/2010" }, "2010-01", "2010-02", 0 },
  { "repeats, then the next month",
    NONE,
    { "2017-03-01", "2017-03-01", "2017-04-01", "2017-04-01" },
    "2017-03",
    "2017-04",
    0 },
  { "month ends that end quarters", NONE, { "31/03/2010", "30/06/2010" }, "2010-Q1", "2010-Q2", 0 },
  { "ends of March", NONE, { "2010-03-31", "2011-03-31" }, "2009/10", "2010/11", 0 },
  { "starts of April", NONE, { "2010-04-01", "2011-04-01" }, "2010/11", "2011/12", 0 },
  { "one first of a month", NONE, { "2017-03-01" }, "2017-03-01", "2017-03-01", 0 },
  { "days across a month",
    NONE,
    { "2010-03-31", "2010-04-01", "2010-04-02" },
    "2010-03-31",
    "2010-04-02",
    0 },
  { "Fridays", NONE, { "2010-01-08", "2010-01-15", "2010-01-22" }, "2010-W01", "2010-W03", 0 },
  { "a Friday and a Saturday",
    NONE,
    { "2010-01-08", "2010-01-16" },
    "2010-01-08",
    "2010-01-16",
    0 },
  { "days first, though months first would follow on",
    NONE,
    { "01/04/2010", "02/04/2010", "05/04/2010" },
    "2010-04-01",
    "2010-04-05",
    0 },
  { "days first on a hint too",
    SCRUTINY_CALENDAR_DAY,
    { "01/04/2010", "01/05/2010" },
    "2010-04-01",
    "2010-05-01",
    0 },
  { "months first", NONE, { "03/04/2010", "03/31/2010" }, "2010-03-04", "2010-03-31", 0 },
  { "months first and days first", NONE, { "31/03/2010", "03/31/2010" }, NULL, NULL, 1 },
  { "written out among numbers",
    NONE,
    { "Mar 2010", "2010-04", "May-10" },
    "2010-03",
    "2010-05",
    0 },
  { "a spreadsheet's date among months",
    NONE,
    { "Mar 2010", "2010-04-01" },
    "2010-03",
    "2010-04",
    0 },
  { "quarters of months",
    NONE,
    { "Apr-Jun 2010", "Jul-Sep 2010", "Oct-Dec 2010" },
    "2010-Q2",
    "2010-Q4",
    0 },
  { "ever more months since April",
    NONE,
    { "Apr-Jun 2010", "Apr-Sep 2010", "Apr-Dec 2010" },
    "2010-06 to date",
    "2010-12 to date",
    0 },
  { "since April and since January", NONE, { "Apr-Dec 2010", "Jan-Aug 2010" }, NULL, NULL, 1 },
  { "three months on the move",
    NONE,
    { "Jan-Mar 2010", "Feb-Apr 2010" },
    "2010-01..2010-03 rolling",
    "2010-02..2010-04 rolling",
    0 },
  { "years to March",
    NONE,
    { "Year to March 2010", "Year to March 2011" },
    "2009/10",
    "2010/11",
    0 },
  { "years to any month",
    NONE,
    { "Year to March 2010", "Year to April 2010" },
    "2009-04..2010-03 rolling",
    "2009-05..2010-04 rolling",
    0 },
  { "years said to roll",
    NONE,
    { "Rolling 12 months to Mar 2010", "Rolling 12 months to Mar 2011" },
    "2009-04..2010-03 rolling",
    "2010-04..2011-03 rolling",
    0 },
  { "financial quarters", NONE, { "08/09 Q4", "09/10 Q1" }, "2008/09-Q4", "2009/10-Q1", 0 },
  { "quarters of two kinds of year",
    NONE,
    { "Q4 2009/10", "Q1 2010/11", "Q2 2010" },
    NULL,
    NULL,
    2 },
  { "months and a year", NONE, { "2009-09", "2009-10", "2010/11" }, NULL, NULL, 2 },
  { "a total at the end", NONE, { "2009-09", "2009-10", "Total" }, NULL, NULL, 2 },
  { "an empty cell", NONE, { "", "2009-10" }, NULL, NULL, 0 },
  { "a hint against the text", SCRUTINY_CALENDAR_DAY, { "Mar 2010" }, "2010-03", "2010-03", 0 },
};

static void
reads_a_column_one_way (void **state)
{
  const struct column *row = *state;
  const gsize n_texts = g_strv_length ((char **) row->texts);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  Period periods[MOST_TEXTS];
  gsize bad_row = 99;

  if (!row->first) {
    assert_false (period_parse_column (row->texts, n_texts, row->hint, periods, &bad_row));
    assert_int_equal (bad_row, row->bad_row);
    return;
  }

  assert_true (period_parse_column (row->texts, n_texts, row->hint, periods, &bad_row));
  first = period_dup_text (&periods[0]);
  last = period_dup_text (&periods[n_texts - 1]);
  assert_string_equal (first, row->first);
  assert_string_equal (last, row->last);
}

static void
assert_round_trip (const Period *period)
{
  g_autofree char *text = period_dup_text (period);
  Period back = { 0 };

  if (!period_parse (text, strlen (text), period->calendar, &back) ||
      back.calendar != period->calendar || back.ordinal != period->ordinal ||
      back.window != period->window || back.length != period->length)
    fail_msg ("“%s” reads as calendar %d, %" G_GINT64_FORMAT ", window %d of %u", text,
              (int) back.calendar, back.ordinal, (int) back.window, back.length);
}

/* Every step of every calendar in range (of days every fifth, so each weekday): leap days,
 * weeks 53, turns of centuries.
 */
static void
writes_what_it_reads (void **state)
{
  const int first_calendar = SCRUTINY_CALENDAR_DAY;
  const int last_calendar = SCRUTINY_CALENDAR_ACADEMIC_YEAR;
  const gint64 quick = g_getenv ("SCRUTINY_QUICK") ? 11 : 1; /* set where each step costs fifty */

  (void) state;
  for (int calendar = first_calendar; calendar <= last_calendar; calendar++) {
    const gint64 stride = (calendar == SCRUTINY_CALENDAR_DAY ? 5 : 1) * quick;
    gsize n = 0;

    for (gint64 ordinal = -140000; ordinal < 160000; ordinal += stride) {
      const Period plain = { (ScrutinyCalendar) calendar, ordinal, PERIOD_PLAIN, 1 };
      const Period to_date = { (ScrutinyCalendar) calendar, ordinal, PERIOD_TO_DATE, 1 };

      if (!period_is_in_range (&plain))
        continue;
      n++;
      assert_round_trip (&plain);
      if (n % 7 == 0 || n < 1000)
        assert_round_trip (&to_date);
    }
    assert_true ((n + 1) * (gsize) stride >=
                 799 * period_steps_per_year ((ScrutinyCalendar) calendar));
  }
}

static void
writes_rolling_windows_it_reads (void **state)
{
  static const guint lengths[] = { 1, 2, 3, 4, 6, 11, 12, 13, 36, 999 };

  (void) state;
  for (int calendar = SCRUTINY_CALENDAR_DAY; calendar <= SCRUTINY_CALENDAR_ACADEMIC_YEAR;
       calendar++) {
    for (gint64 ordinal = 0; ordinal < 30000; ordinal++) {
      const guint length = lengths[ordinal % (gint64) G_N_ELEMENTS (lengths)];
      const Period rolling = { (ScrutinyCalendar) calendar, ordinal, PERIOD_ROLLING, length };

      if (period_is_in_range (&rolling))
        assert_round_trip (&rolling);
    }
  }
}

/* The same three months are the same step, whatever year they are counted in. */
static void
quarters_share_one_count (void **state)
{
  Period calendar, financial;

  (void) state;
  assert_true (period_parse ("Q1 2010", 7, NONE, &calendar));
  assert_true (period_parse ("Q4 2009/10", 10, NONE, &financial));
  assert_int_equal (calendar.ordinal, financial.ordinal);
  assert_int_equal (calendar.ordinal, 2010 * 4);
}

static void
reads_like_another (void **state)
{
  const Period month = { SCRUTINY_CALENDAR_MONTH, 0, PERIOD_PLAIN, 1 };
  const Period pooled = { SCRUTINY_CALENDAR_YEAR, 0, PERIOD_ROLLING, 3 };
  Period period;

  (void) state;
  assert_true (period_parse_like ("2009-11", 7, &month, &period));
  assert_int_equal (period.ordinal, 2009 * 12 + 10);
  assert_true (period_parse_like ("2009-11", 7, &pooled, &period));
  assert_int_equal (period.ordinal, 2011);
  assert_false (period_parse_like ("2009-12", 7, &pooled, &period));
}

/* Published files of ../shared, read as columns of @n_texts rows in all. */
static const struct published {
  const char *file;
  guint column;
  gsize n_texts;
  const char *first, *last;
} published[] = {
  { "child_ksi_road", 2, 1190, "2014..2016 rolling", "2020..2022 rolling" },
  { "children_rereferrals", 2, 1700, "2016", "2025" },
  { "cla_health_assessment_annual", 2, 96, "2017/18", "2024/25" },
  { "claimant_count_monthly", 2, 1300, "2023-03", "2026-03" },
  { "fixmystreet_reports_by_lad_monthly", 0, 54164, "2007-02", "2019-12" },
  { "nhs_ae_4h_quarterly", 0, 41, "2008/09-Q1", "2018/19-Q1" },
  { "nhs_ae_attendances_by_org_monthly", 0, 12765, "2016-04", "2019-03" },
  { "nhs_ae_median_minutes_monthly", 0, 82, "2011-05", "2018-02" },
  { "nhs_ae_type1_england_monthly", 0, 36, "2016-04", "2019-03" },
  { "nhs_cancer_2ww_quarterly", 0, 33, "2008/09-Q4", "2016/17-Q4" },
  { "ons_weekly_deaths", 0, 535, "2010-W01", "2020-W14" },
  { "phs_ae_monthly_by_site", 0, 16520, "2007-07", "2023-05" },
  { "planning_major_13w_quarterly", 2, 221, "2022/23-Q3", "2025/26-Q3" },
  { "scot_council_tax_collection", 2, 416, "2010/11", "2022/23" },
  { "scot_placement_stability", 2, 704, "2010/11", "2021/22" },
  { "scot_welfare_fund_quarterly", 2, 1339, "2018/19-Q1", "2023/24-Q1" },
  { "uk_road_deaths_seatbelts_monthly", 0, 192, "1969-01", "1984-12" },
};

static char *
dup_cell (const char *line, guint column)
{
  gboolean is_quoted = FALSE;
  gsize length = 0;

  for (; column > 0 && *line; line++) {
    is_quoted ^= *line == '"';
    column -= !is_quoted && *line == ',';
  }
  line += *line == '"';
  length = strcspn (line, ",\"\r");

  return g_strndup (line, length);
}

static char **
dup_column (const char *contents, guint column)
{
  g_auto (GStrv) lines = g_strsplit (contents, "\n", 0);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (gsize i = 1; lines[i]; i++) {
    if (*lines[i])
      g_ptr_array_add (cells, dup_cell (lines[i], column));
  }
  g_ptr_array_add (cells, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

static void
reads_published_column (void **state)
{
  const struct published *row = *state;
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *name = g_strconcat (row->file, ".csv", NULL);
  g_autofree char *path = g_build_filename (shared ? shared : ".", "data", "series", name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) texts = NULL;
  g_autofree Period *periods = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gsize earliest = 0, latest = 0, bad_row = 0;

  if (!g_file_get_contents (path, &contents, NULL, NULL)) {
    print_message ("# skipped: the shared folder has no %s\n", name);
    return; /* cmocka writes a skipped test as "not ok", which is a failure in TAP */
  }

  texts = dup_column (contents, row->column);
  assert_int_equal (g_strv_length (texts), row->n_texts);
  periods = g_new (Period, row->n_texts);
  assert_true (
      period_parse_column ((const char *const *) texts, row->n_texts, NONE, periods, &bad_row));
  for (gsize i = 1; i < row->n_texts; i++) {
    earliest = periods[i].ordinal < periods[earliest].ordinal ? i : earliest;
    latest = periods[i].ordinal > periods[latest].ordinal ? i : latest;
  }
  first = period_dup_text (&periods[earliest]);
  last = period_dup_text (&periods[latest]);
  assert_string_equal (first, row->first);
  assert_string_equal (last, row->last);
}

static struct CMUnitTest
row_test (const char *label, CMUnitTestFunction function, const void *row)
{
  return (struct CMUnitTest){ .name = *label ? label : "(empty)",
                              .test_func = function,
                              .initial_state = (void *) row };
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (written) + G_N_ELEMENTS (refused) + G_N_ELEMENTS (columns) +
                          G_N_ELEMENTS (published) + 5];
  size_t n = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (written); i++)
    tests[n++] = row_test (written[i].text, reads_what_is_written, &written[i]);
  for (size_t i = 0; i < G_N_ELEMENTS (refused); i++)
    tests[n++] = row_test (refused[i], refuses_what_is_not_certain, refused[i]);
  for (size_t i = 0; i < G_N_ELEMENTS (columns); i++)
    tests[n++] = row_test (columns[i].label, reads_a_column_one_way, &columns[i]);
  for (size_t i = 0; i < G_N_ELEMENTS (published); i++)
    tests[n++] = row_test (published[i].file, reads_published_column, &published[i]);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_text_with_nul);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_what_it_reads);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_rolling_windows_it_reads);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (quarters_share_one_count);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_like_another);

  return cmocka_run_group_tests_name ("base/period-parse", tests, NULL, NULL);
}
