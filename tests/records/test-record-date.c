/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-date.h"

#include <string.h>

#include "support/rows.h"

#define NO_DAY G_MININT64

static const struct known {
  const char *label;
  const char *text;
  guint orders; /* 0: no date */
  gint64 days;  /* in the first of the orders; from date(1) */
  int seconds;  /* -1: no time */
} known[] = {
  { "ISO", "2015-03-12", RECORD_ORDER_YMD, 16506, -1 },
  { "ISO with T", "2001-01-01T00:01", RECORD_ORDER_YMD, 11323, 60 },
  { "ISO with a zone", "2018-03-31T23:00:00+00:00", RECORD_ORDER_YMD, 17621, 82800 },
  { "ISO with Z", "2018-03-31T23:00:05.25Z", RECORD_ORDER_YMD, 17621, 82805 },
  { "slashes, year first", "2015/03/12", RECORD_ORDER_YMD, 16506, -1 },
  { "could be either", "03/04/2015", RECORD_ORDER_DMY | RECORD_ORDER_MDY, 16528, -1 },
  { "only the day first", "13/02/2015", RECORD_ORDER_DMY, 16479, -1 },
  { "only the month first", "02/13/2015", RECORD_ORDER_MDY, 16479, -1 },
  { "with the half of the day", "03/30/2015 01:29:58 PM", RECORD_ORDER_MDY, 16524, 48598 },
  { "midnight at 12 AM", "03/30/2015 12:00:00 AM", RECORD_ORDER_MDY, 16524, 0 },
  { "noon at 12 PM", "03/30/2015 12:00 pm", RECORD_ORDER_MDY, 16524, 43200 },
  { "two digits, day first", "29/07/08", RECORD_ORDER_DMY_SHORT, 14089, -1 },
  { "two digits, in the last century", "29/07/69", RECORD_ORDER_DMY_SHORT, -156, -1 },
  { "two digits, in this century", "29/07/68", RECORD_ORDER_DMY_SHORT, 36004, -1 },
  { "a month by name", "29-Jul-08", RECORD_ORDER_D_MONTH_Y_SHORT, 14089, -1 },
  { "a month in full", "7 September 2021", RECORD_ORDER_D_MONTH_Y, 18877, -1 },
  { "Sept", "7 Sept 2021", RECORD_ORDER_D_MONTH_Y, 18877, -1 },
  { "month first by name", "September 7, 2021", RECORD_ORDER_MONTH_D_Y, 18877, -1 },
  { "points", "7.9.2021", RECORD_ORDER_DMY | RECORD_ORDER_MDY, 18877, -1 },
  { "31 February", "31/02/2015", RECORD_ORDER_DMY, NO_DAY, -1 },
  { "29 February in no leap year", "2015-02-29", RECORD_ORDER_YMD, NO_DAY, -1 },
  { "29 February in a leap year", "2016-02-29", RECORD_ORDER_YMD, 16860, -1 },
  { "nought for the unknown", "0000-00-00", RECORD_ORDER_YMD, NO_DAY, -1 },
  { "month 13", "2015-13-01", 0, 0, 0 },
  { "day 32", "32/01/2015", 0, 0, 0 },
  { "two separators", "12/03-2015", 0, 0, 0 },
  { "blanks between numbers", "12 03 2015", 0, 0, 0 },
  { "a telephone number", "0151 123 4567", 0, 0, 0 },
  { "a number", "20150312", 0, 0, 0 },
  { "three digits of a year", "12/03/201", 0, 0, 0 },
  { "five digits of a year", "12/03/20155", 0, 0, 0 },
  { "no month", "12-Foo-15", 0, 0, 0 },
  { "two letters", "12-Ma-15", 0, 0, 0 },
  { "something after it", "2015-03-12 or so", 0, 0, 0 },
  { "hour 24", "2015-03-12 24:00", 0, 0, 0 },
  { "minute 60", "2015-03-12 23:60", 0, 0, 0 },
  { "13 PM", "2015-03-12 13:00 PM", 0, 0, 0 },
  { "a zone beyond any", "2015-03-12T10:00+15:00", 0, 0, 0 },
  { "empty", "", 0, 0, 0 },
};

static void
reads_known_text (void **state)
{
  const struct known *row = *state;
  RecordDate date;
  gint64 days = NO_DAY;

  if (row->orders == 0) {
    assert_false (record_date_parse (row->text, strlen (row->text), &date));
    return;
  }
  assert_true (record_date_parse (row->text, strlen (row->text), &date));
  assert_int_equal (date.orders, row->orders);
  assert_int_equal (date.has_time ? date.seconds : -1, row->seconds);
  assert_int_equal (record_date_get_days (&date, date.orders & -date.orders, &days),
                    row->days != NO_DAY);
  assert_int_equal (days, row->days);
}

static void
keeps_the_zone_apart (void **state)
{
  RecordDate date;

  assert_true (record_date_parse ("2015-03-12T10:00-0530", 21, &date));
  assert_true (date.has_zone);
  assert_int_equal (date.zone, -330);
  assert_int_equal (date.seconds, 36000);
  assert_true (record_date_parse ("2015-03-12T10:00", 16, &date));
  assert_false (date.has_zone);
}

static void
reads_no_further_than_it_is_told (void **state)
{
  RecordDate date;

  assert_true (record_date_parse ("2015-03-123", 10, &date));
  assert_false (record_date_parse ("2015-03-12", 8, &date));
}

static void
knows_patterns (void **state)
{
  assert_int_equal (record_orders_of_pattern ("%d/%m/%Y"), RECORD_ORDER_DMY);
  assert_int_equal (record_orders_of_pattern ("%m/%d/%Y %H:%M"), RECORD_ORDER_MDY);
  assert_int_equal (record_orders_of_pattern ("%d %B %y"), RECORD_ORDER_D_MONTH_Y_SHORT);
  assert_int_equal (record_orders_of_pattern ("%Y-%m-%d"), RECORD_ORDER_YMD);
  assert_int_equal (record_orders_of_pattern ("%j %Y"), 0);
  assert_int_equal (record_orders_of_pattern ("default"), 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 3];
  size_t n = add_rows (tests, reads_known_text, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_the_zone_apart);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_no_further_than_it_is_told);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_patterns);

  return cmocka_run_group_tests_name ("records/record-date", tests, NULL, NULL);
}
