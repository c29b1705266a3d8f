/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/date-ticks.h"
#include "support/rows.h"

static const struct ticked {
  const char *label;
  ScrutinyCalendar calendar;
  gint64 first;
  guint n, every; /* the points stand @every steps apart */
  const char *marked;
} rows[] = {
  { "sixteen years of months", SCRUTINY_CALENDAR_MONTH, 1969 * 12, 192, 1, "36 84 132 180" },
  { "five years of months", SCRUTINY_CALENDAR_MONTH, 2020 * 12 + 3, 60, 1, "9 21 33 45 57" },
  { "a year of months", SCRUTINY_CALENDAR_MONTH, 2024 * 12 + 3, 12, 1, "0 3 6 9" },
  { "eight months", SCRUTINY_CALENDAR_MONTH, 2024 * 12 + 3, 8, 1, "1 3 5 7" },
  { "quarters from January", SCRUTINY_CALENDAR_QUARTER, 2020 * 4 + 1, 12, 1, "3 7 11" },
  { "quarters from April", SCRUTINY_CALENDAR_FINANCIAL_QUARTER, 2020 * 4 + 1, 12, 1, "0 4 8" },
  { "years", SCRUTINY_CALENDAR_YEAR, 2010, 10, 1, "0 2 4 6 8" },
  { "weeks", SCRUTINY_CALENDAR_WEEK, -20, 10, 1, "0 2 4 6 8" },
  { "months of which none begins a year", SCRUTINY_CALENDAR_MONTH, 2000 * 12 + 6, 6, 12, "0 2 4" },
  { "one", SCRUTINY_CALENDAR_MONTH, 2000 * 12 + 6, 1, 1, "0" },
  { "none", SCRUTINY_CALENDAR_MONTH, 0, 0, 1, "" },
};

static void
marks (void **state)
{
  const struct ticked *row = *state;
  g_autofree gint64 *ordinals = g_new (gint64, row->n + 1);
  g_autoptr (GString) marked = g_string_new (NULL);

  for (guint i = 0; i < row->n; i++)
    ordinals[i] = row->first + (gint64) i * row->every;
  g_autofree guint8 *chosen = date_ticks_choose (row->calendar, ordinals, row->n, 5);
  for (guint i = 0; i < row->n; i++)
    if (chosen[i])
      g_string_append_printf (marked, "%s%u", marked->len ? " " : "", i);
  assert_string_equal (marked->str, row->marked);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows)];
  const size_t n = add_rows (tests, marks, rows, G_N_ELEMENTS (rows), sizeof *rows);

  (void) n;
  return cmocka_run_group_tests_name ("report/date-ticks", tests, NULL, NULL);
}
