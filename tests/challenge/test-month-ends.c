/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/civil.h"
#include "challenge/month-ends.h"
#include "support/near.h"

#define SECONDS_IN_DAY 86400.0

/* From January 2022 on, @fridays events each Friday and @others on other working days; on the last
 * two working days alone where @only_ends.
 */
static GArray *
draw (int n_months, guint fridays, guint others, gboolean only_ends)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (double));
  const gint64 first = civil_to_days (2022, 1, 1);
  const gint64 after = civil_to_days (2022 + n_months / 12, n_months % 12 + 1, 1);
  guint n_left = 0;

  for (gint64 day = after - 1; day >= first; day--) {
    const CivilDate date = civil_from_days (day);
    const guint weekday = civil_weekday (day);

    if (date.day == civil_days_in_month (date.year, date.month))
      n_left = 2;
    if (weekday > 4 || (only_ends && n_left == 0))
      continue;
    n_left -= n_left > 0;
    for (guint i = 0; i < (weekday == 4 ? fridays : others); i++) {
      const double moment = (double) day * SECONDS_IN_DAY + 43200;

      g_array_append_val (moments, moment);
    }
  }

  return moments;
}

/* What only a weekday makes is expected of it, month by month. */
static void
expects_what_weekdays_have (void **state)
{
  g_autoptr (GArray) moments = draw (24, 20, 5, FALSE);
  g_auto (MonthEnds) months = { 0 };

  (void) state;
  assert_true (month_ends_init (&months, (const double *) moments->data, moments->len, 2, 0));
  assert_int_equal (months.n, 22);
  /* February 2023 ends on a Monday and a Tuesday. */
  assert_near (months.ends[12], 10, 0);
  assert_near (months.totals[12], 4 * 20 + 16 * 5, 0);
  for (gsize i = 0; i < months.n; i++)
    assert_near (months.totals[i] * months.shares[i], months.ends[i], 1e-9);
}

/* February 2022 has 20 working days, March 23. */
static void
takes_days_where_weekdays_say_nothing (void **state)
{
  g_autoptr (GArray) moments = draw (4, 9, 9, TRUE);
  g_auto (MonthEnds) months = { 0 };

  (void) state;
  assert_true (month_ends_init (&months, (const double *) moments->data, moments->len, 2, 0));
  assert_int_equal (months.n, 2);
  assert_near (months.shares[0], 2 / 20., 1e-15);
  assert_near (months.shares[1], 2 / 23., 1e-15);
  assert_near (months.totals[0], months.ends[0], 0);
}

/* @n events on @day of @month, counted from 1 in 2022. */
static void
add (GArray *moments, int month, int day, guint n)
{
  const double moment = (double) civil_to_days (2022, month, day) * SECONDS_IN_DAY;

  for (guint i = 0; i < n; i++)
    g_array_append_val (moments, moment);
}

/* On the first Wednesday of each month and on the last day of work, January and August not
 * counted: February with March, whose 2 last days of work have 1 of 9 Wednesdays, and April to
 * July, with 1 of 17.  Four on a Sunday are as none.
 */
static void
takes_months_with_few_together (void **state)
{
  static const struct {
    int wednesday, last;
    guint rest, ends;
  } months_of[] = { { 5, 31, 1, 1 },   { 2, 28, 300, 3 }, { 2, 31, 0, 4 },   { 6, 29, 2, 9 },
                    { 4, 31, 300, 5 }, { 1, 30, 0, 0 },   { 6, 29, 300, 2 }, { 3, 31, 1, 1 } };
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (MonthEnds) months = { 0 };

  (void) state;
  for (int i = 0; i < (int) G_N_ELEMENTS (months_of); i++) {
    add (moments, i + 1, months_of[i].wednesday, months_of[i].rest);
    add (moments, i + 1, months_of[i].last, months_of[i].ends);
  }
  add (moments, 3, 6, 4);
  assert_true (month_ends_init (&months, (const double *) moments->data, moments->len, 2, 5));
  assert_int_equal (months.n_months, 6);
  assert_int_equal (months.n, 2);
  assert_near (months.ends[0], 7, 0);
  assert_near (months.totals[0], 307, 0);
  assert_near (months.shares[0], 1 / 9., 1e-15);
  assert_near (months.ends[1], 16, 0);
  assert_near (months.totals[1], 618, 0);
  assert_near (months.shares[1], 1 / 17., 1e-15);
  month_ends_clear (&months);
  g_array_set_size (moments, 0);
  for (int i = 0; i < (int) G_N_ELEMENTS (months_of); i++) {
    add (moments, i + 1, months_of[i].wednesday, months_of[i].rest / 2);
    add (moments, i + 1, months_of[i].last, 6);
  }
  assert_true (month_ends_init (&months, (const double *) moments->data, moments->len, 2, 5));
  assert_int_equal (months.n, 3);
  assert_near (months.shares[0], 1 / 9., 1e-15);
}

static void
leaves_out_what_is_missing_or_too_far (void **state)
{
  const double far[] = { 0, 300 * 366 * SECONDS_IN_DAY }, none[] = { NAN, NAN };
  g_auto (MonthEnds) months = { 0 }, empty = { 0 };

  (void) state;
  assert_false (month_ends_init (&months, far, 2, 2, 0));
  assert_true (month_ends_init (&empty, none, 2, 2, 0));
  assert_int_equal (empty.n, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (expects_what_weekdays_have),
    cmocka_unit_test (takes_days_where_weekdays_say_nothing),
    cmocka_unit_test (takes_months_with_few_together),
    cmocka_unit_test (leaves_out_what_is_missing_or_too_far),
  };

  return cmocka_run_group_tests_name ("challenge/month-ends", tests, NULL, NULL);
}
