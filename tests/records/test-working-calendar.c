/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/working-calendar.h"

#include <scrutiny/error.h>

#include "base/civil.h"
#include "support/rows.h"

static const struct counted {
  const char *label;
  const char *calendar;
  int from[3];
  int to[3];
  gint64 n; /* -1000: not known */
} counted[] = {
  { "over Easter in England", NULL, { 2024, 3, 28 }, { 2024, 4, 2 }, 1 },
  { "nothing said is England and Wales", "", { 2024, 3, 28 }, { 2024, 4, 2 }, 1 },
  { "over Easter in Scotland", "scotland", { 2024, 3, 28 }, { 2024, 4, 2 }, 2 },
  { "over Easter without holidays", "none", { 2024, 3, 28 }, { 2024, 4, 2 }, 3 },
  { "dates of one's own", "2024-04-01", { 2024, 3, 28 }, { 2024, 4, 2 }, 2 },
  { "dates in no order, twice and at a weekend",
    "2024-04-01, 2024-03-29  2024-04-01 2024-03-30",
    { 2024, 3, 28 },
    { 2024, 4, 2 },
    1 },
  { "the first day that is known", NULL, { 2010, 1, 1 }, { 2010, 1, 4 }, 1 },
  { "before the first", NULL, { 2009, 12, 31 }, { 2010, 1, 4 }, -1000 },
  { "the last day that is known", NULL, { 2027, 12, 30 }, { 2027, 12, 31 }, 1 },
  { "after the last", NULL, { 2027, 12, 31 }, { 2028, 1, 1 }, -1000 },
  { "the way back from after the last", NULL, { 2028, 1, 1 }, { 2027, 12, 31 }, -1000 },
  { "one's own years", "2024-04-01", { 2023, 12, 31 }, { 2024, 1, 2 }, -1000 },
  { "without holidays any year", "none", { 1955, 1, 3 }, { 1955, 1, 4 }, 1 },
};

static void
counts (void **state)
{
  const struct counted *row = *state;
  g_autoptr (WorkingCalendar) calendar = working_calendar_parse (row->calendar, NULL);
  gint64 n = -1000;
  const gint64 from = civil_to_days (row->from[0], row->from[1], row->from[2]);
  const gint64 to = civil_to_days (row->to[0], row->to[1], row->to[2]);

  assert_int_equal (working_calendar_count (calendar, from, to, &n), row->n != -1000);
  assert_int_equal (n, row->n);
}

static const struct refused {
  const char *label;
  const char *text;
  const char *message;
} refused[] = {
  { "no calendar", "wales",
    "Bank holidays: “wales” is neither a calendar nor a date; there are england-and-wales, "
    "northern-ireland, scotland and none, or dates such as 2024-03-29 2024-04-01" },
  { "no date", "2024-03-29 2024-02-30",
    "Bank holidays: “2024-02-30” is neither a calendar nor a date; there are england-and-wales, "
    "northern-ireland, scotland and none, or dates such as 2024-03-29 2024-04-01" },
  { "blanks", "  ",
    "Bank holidays: “  ” is neither a calendar nor a date; there are england-and-wales, "
    "northern-ireland, scotland and none, or dates such as 2024-03-29 2024-04-01" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;

  assert_null (working_calendar_parse (row->text, &error));
  assert_string_equal (error->message, row->message);
  assert_int_equal (error->code, SCRUTINY_ERROR_NOT_FOUND);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (counted) + G_N_ELEMENTS (refused)];
  size_t n = 0;

  n += add_rows (tests + n, counts, counted, G_N_ELEMENTS (counted), sizeof *counted);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("records/working-calendar", tests, NULL, NULL);
}
