/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <glib.h>

#include "io/number-format.h"

/* ECMA-376 part 1, 18.8.30 and 18.8.31. */
static const struct code {
  const char *code;
  NumberFormat format;
} codes[] = {
  { "General", NUMBER_FORMAT_PLAIN },
  { "0.00", NUMBER_FORMAT_PLAIN },
  { "#,##0;[Red]-#,##0", NUMBER_FORMAT_PLAIN },
  { "0.00E+00", NUMBER_FORMAT_PLAIN },
  { "[$£-809]#,##0.00", NUMBER_FORMAT_PLAIN },
  { "0.0%", NUMBER_FORMAT_PERCENT },
  { "0;0%", NUMBER_FORMAT_PLAIN },
  { "0\"%\"", NUMBER_FORMAT_PLAIN },
  { "0\\%", NUMBER_FORMAT_PLAIN },
  { "0\" days\"", NUMBER_FORMAT_PLAIN },
  { "0\" months", NUMBER_FORMAT_PLAIN },
  { "_-* #,##0.00_-;-* #,##0.00_-", NUMBER_FORMAT_PLAIN },
  { "dd/mm/yyyy", NUMBER_FORMAT_DATE },
  { "[$-809]dd mmmm yyyy;@", NUMBER_FORMAT_DATE },
  { "mmm-yy", NUMBER_FORMAT_MONTH },
  { "MMM\\ YYYY", NUMBER_FORMAT_MONTH },
  { "mmmm", NUMBER_FORMAT_MONTH },
  { "yyyy", NUMBER_FORMAT_YEAR },
  { "dd/mm/yyyy hh:mm", NUMBER_FORMAT_DATETIME },
  { "hh:mm:ss", NUMBER_FORMAT_TIME },
  { "mm:ss.0", NUMBER_FORMAT_TIME },
  { "[h]:mm", NUMBER_FORMAT_TIME },
  { "[mm]", NUMBER_FORMAT_TIME },
  { "[Magenta]0", NUMBER_FORMAT_PLAIN },
  { "", NUMBER_FORMAT_PLAIN },
};

static void
reads_format_code (void **state)
{
  const struct code *row = *state;

  assert_int_equal (number_format_of_code (row->code), row->format);
}

static void
knows_the_formats_without_a_code (void **state)
{
  (void) state;

  assert_int_equal (number_format_of_id (0), NUMBER_FORMAT_PLAIN);
  assert_int_equal (number_format_of_id (2), NUMBER_FORMAT_PLAIN);
  assert_int_equal (number_format_of_id (9), NUMBER_FORMAT_PERCENT);
  assert_int_equal (number_format_of_id (10), NUMBER_FORMAT_PERCENT);
  assert_int_equal (number_format_of_id (11), NUMBER_FORMAT_PLAIN);
  assert_int_equal (number_format_of_id (14), NUMBER_FORMAT_DATE);
  assert_int_equal (number_format_of_id (17), NUMBER_FORMAT_MONTH);
  assert_int_equal (number_format_of_id (21), NUMBER_FORMAT_TIME);
  assert_int_equal (number_format_of_id (22), NUMBER_FORMAT_DATETIME);
  assert_int_equal (number_format_of_id (37), NUMBER_FORMAT_PLAIN);
  assert_int_equal (number_format_of_id (46), NUMBER_FORMAT_TIME);
  assert_int_equal (number_format_of_id (49), NUMBER_FORMAT_PLAIN);
}

/* Serial numbers: ECMA-376 part 1, 18.17.4.1; 39904 is 1 April 2009. */
static const struct written {
  const char *label;
  NumberFormat format;
  double value;
  gboolean from_1904;
  const char *text;
} written[] = {
  { "plain digits", NUMBER_FORMAT_PLAIN, 0.1, FALSE, "0.1" },
  { "plain integer", NUMBER_FORMAT_PLAIN, 357, FALSE, "357" },
  { "percent", NUMBER_FORMAT_PERCENT, 0.92, FALSE, "92%" },
  { "percent without the noise of binary", NUMBER_FORMAT_PERCENT, 0.07, FALSE, "7%" },
  { "percent keeps what the screen rounds", NUMBER_FORMAT_PERCENT, 322.0 / 357, FALSE,
    "90.1960784313726%" },
  { "percent above a hundred", NUMBER_FORMAT_PERCENT, 1.25, FALSE, "125%" },
  { "percent too large to multiply", NUMBER_FORMAT_PERCENT, 1e308, FALSE, "1e+308" },
  { "date", NUMBER_FORMAT_DATE, 39904, FALSE, "2009-04-01" },
  { "month", NUMBER_FORMAT_MONTH, 39904, FALSE, "2009-04" },
  { "year", NUMBER_FORMAT_YEAR, 39904, FALSE, "2009" },
  { "first day", NUMBER_FORMAT_DATE, 1, FALSE, "1900-01-01" },
  { "28 February 1900", NUMBER_FORMAT_DATE, 59, FALSE, "1900-02-28" },
  { "the day that never was", NUMBER_FORMAT_DATE, 60, FALSE, "60" },
  { "1 March 1900", NUMBER_FORMAT_DATE, 61, FALSE, "1900-03-01" },
  { "last day", NUMBER_FORMAT_DATE, 2958465, FALSE, "9999-12-31" },
  { "beyond the last day", NUMBER_FORMAT_DATE, 2958466, FALSE, "2958466" },
  { "before the first day", NUMBER_FORMAT_DATE, -1, FALSE, "-1" },
  { "nothing, shown as a date", NUMBER_FORMAT_DATE, 0, FALSE, "0" },
  { "counted from 1904", NUMBER_FORMAT_DATE, 38442, TRUE, "2009-04-01" },
  { "first day of 1904", NUMBER_FORMAT_DATE, 0, TRUE, "1904-01-01" },
  { "beyond the last day from 1904", NUMBER_FORMAT_DATE, 2957004, TRUE, "2957004" },
  { "a time on a day", NUMBER_FORMAT_DATETIME, 39904.75, FALSE, "2009-04-01 18:00:00" },
  { "midnight is only a day", NUMBER_FORMAT_DATETIME, 39904, FALSE, "2009-04-01" },
  { "half a second before midnight", NUMBER_FORMAT_DATETIME, 39904.999999, FALSE, "2009-04-02" },
  { "a time", NUMBER_FORMAT_TIME, 0.5, FALSE, "12:00:00" },
  { "hours beyond a day", NUMBER_FORMAT_TIME, 1.5, FALSE, "36:00:00" },
  { "a time before nought", NUMBER_FORMAT_TIME, -0.5, FALSE, "-0.5" },
};

static void
writes_value (void **state)
{
  const struct written *row = *state;
  g_autofree char *text = number_format_dup_text (row->format, row->value, row->from_1904);

  assert_string_equal (text, row->text);
}

static struct CMUnitTest
row_test (const char *label, CMUnitTestFunction function, const void *row)
{
  return (struct CMUnitTest){ .name = label, .test_func = function, .initial_state = (void *) row };
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (codes) + G_N_ELEMENTS (written) + 1];
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    tests[n++] = row_test (codes[i].code, reads_format_code, &codes[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    tests[n++] = row_test (written[i].label, writes_value, &written[i]);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_the_formats_without_a_code);

  return cmocka_run_group_tests_name ("io/number-format", tests, NULL, NULL);
}
