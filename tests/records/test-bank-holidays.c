/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/bank-holidays.h"
#include "support/rows.h"

#include "base/civil.h"

static const struct known {
  const char *label;
  const char *name;
  gint32 day;
  int is_holiday;
} known[] = {
  /* https://www.gov.uk/bank-holidays */
  { "gov.uk: Good Friday 2024", "england-and-wales", 20240329, 1 },
  { "gov.uk: Easter Monday 2024", "england-and-wales", 20240401, 1 },
  { "gov.uk: no Easter Monday in Scotland", "scotland", 20240401, 0 },
  { "gov.uk: Easter Monday in Northern Ireland", "northern-ireland", 20240401, 1 },
  { "gov.uk: 2 January in Scotland", "scotland", 20240102, 1 },
  { "gov.uk: 2 January in England", "england-and-wales", 20240102, 0 },
  { "gov.uk: first Monday of August", "scotland", 20240805, 1 },
  { "gov.uk: last Monday of August", "england-and-wales", 20240826, 1 },
  { "gov.uk: St Andrew's Day in lieu", "scotland", 20241202, 1 },
  { "gov.uk: St Patrick's Day in lieu", "northern-ireland", 20240318, 1 },
  { "gov.uk: the Boyne", "northern-ireland", 20240712, 1 },
  { "gov.uk: Christmas in lieu 2022", "england-and-wales", 20221227, 1 },
  { "gov.uk: Boxing Day in lieu 2026", "england-and-wales", 20261228, 1 },
  { "gov.uk: a Saturday is none", "england-and-wales", 20261226, 0 },
  { "Gazette: royal wedding", "england-and-wales", 20110429, 1 },
  { "Gazette: diamond jubilee", "scotland", 20120605, 1 },
  { "Gazette: spring holiday moved to June", "england-and-wales", 20120528, 0 },
  { "Gazette: VE day", "england-and-wales", 20200508, 1 },
  { "Gazette: early May moved to the 8th", "england-and-wales", 20200504, 0 },
  { "Gazette: platinum jubilee", "northern-ireland", 20220603, 1 },
  { "Gazette: state funeral", "scotland", 20220919, 1 },
  { "Gazette: coronation", "england-and-wales", 20230508, 1 },
  { "Gazette: World Cup, Scotland", "scotland", 20260615, 1 },
  { "Gazette: World Cup, elsewhere", "england-and-wales", 20260615, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  gsize n;
  const gint32 *days = bank_holidays_find (row->name, &n);
  int found = 0;

  for (gsize i = 0; i < n; i++)
    found += days[i] == row->day;

  assert_int_equal (found, row->is_holiday);
}

/* Source: J. Meeus, Astronomical Algorithms (1991), chapter 8, of the Gregorian Easter. */
static gint64
easter_sunday (int year)
{
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;

  return civil_to_days (year, n / 31, n % 31 + 1);
}

static gint64
day_of (gint32 day)
{
  return civil_to_days (day / 10000, day / 100 % 100, day % 100);
}

static const struct years {
  const char *label;
  gsize each; /* bank holidays of a year by the Act and its kin */
  gsize n;    /* of all years, with those proclaimed for one */
} years[] = {
  { "england-and-wales", 8, 18 * 8 + 5 },
  { "northern-ireland", 10, 18 * 10 + 5 },
  { "scotland", 9, 18 * 9 + 6 },
};

static void
has_every_year (void **state)
{
  const struct years *row = *state;
  gsize n, n_fridays = 0;
  const gint32 *days = bank_holidays_find (row->label, &n);

  assert_int_equal (n, row->n);
  for (gsize i = 0; i < n; i++) {
    assert_true (civil_weekday (day_of (days[i])) < 5);
    assert_true (i == 0 || days[i - 1] < days[i]);
    assert_in_range (days[i] / 10000, BANK_HOLIDAYS_FIRST_YEAR, BANK_HOLIDAYS_LAST_YEAR);
    n_fridays += day_of (days[i]) == easter_sunday (days[i] / 10000) - 2;
  }
  assert_int_equal (n_fridays, BANK_HOLIDAYS_LAST_YEAR - BANK_HOLIDAYS_FIRST_YEAR + 1);
}

static void
knows_no_other (void **state)
{
  gsize n = 7;
  g_autofree char *names = bank_holidays_dup_names ();

  assert_null (bank_holidays_find ("wales", &n));
  assert_int_equal (n, 7);
  assert_string_equal (names, "england-and-wales, northern-ireland, scotland");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (years) + 1];
  size_t n = 0;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, has_every_year, years, G_N_ELEMENTS (years), sizeof *years);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_no_other);

  return cmocka_run_group_tests_name ("records/bank-holidays", tests, NULL, NULL);
}
