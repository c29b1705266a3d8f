/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/working-days.h"
#include "support/rows.h"

#include <stdbool.h>

/* Days of April 2024 as counts from 1 January 1970; the 1st was Easter Monday. */
#define MARCH(day) (19782 + (day))
#define APRIL(day) (19813 + (day))

static const int64_t easter[] = { MARCH (29), APRIL (1) };

static const struct known {
  const char *label;
  int64_t from;
  int64_t to;
  size_t n_holidays;
  int64_t n;
} known[] = {
  /* numpy.busday_count (from + 1, to + 1, holidays=…) */
  { "numpy: Monday to Tuesday", APRIL (8), APRIL (9), 2, 1 },
  { "numpy: Friday to Monday", APRIL (5), APRIL (8), 2, 1 },
  { "numpy: Friday to Saturday", APRIL (5), APRIL (6), 2, 0 },
  { "numpy: Saturday to Sunday", APRIL (6), APRIL (7), 2, 0 },
  { "numpy: Sunday to Monday", APRIL (7), APRIL (8), 2, 1 },
  { "numpy: over Easter", MARCH (28), APRIL (2), 2, 1 },
  { "numpy: over Easter without holidays", MARCH (28), APRIL (2), 0, 3 },
  { "numpy: to a holiday", MARCH (28), MARCH (29), 2, 0 },
  { "numpy: from a holiday", APRIL (1), APRIL (2), 2, 1 },
  { "numpy: four weeks", APRIL (2), APRIL (30), 2, 20 },
  { "numpy: from 1 January 1970", 0, APRIL (30), 2, 14171 },
  { "numpy: from 1 January 1960", -3653, 0, 0, 2609 },
  { "definition: the same day", APRIL (3), APRIL (3), 2, 0 },
  { "definition: the way back", APRIL (2), MARCH (28), 2, -1 },
  { "numpy: 19 days from 28 March 2024", MARCH (28), APRIL (26), 2, 19 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;

  assert_int_equal (kernel_working_days (row->from, row->to, row->n_holidays, easter), row->n);
}

static bool
is_working_day (int64_t day, size_t n, const int64_t *holidays)
{
  for (size_t i = 0; i < n; i++) {
    if (holidays[i] == day)
      return false;
  }

  return ((day + 3) % 7 + 7) % 7 < 5;
}

static int64_t
walk (int64_t from, int64_t to, size_t n, const int64_t *holidays)
{
  int64_t count = 0;

  for (int64_t day = from; day < to; day++)
    count += is_working_day (day + 1, n, holidays);

  return count;
}

/* Every pair of days of ten weeks, half before 1970. */
static void
counts_as_one_who_walks (void **state)
{
  const int64_t holidays[] = { -31, -20, -1, 0, 1, 13, 33 };
  const size_t n = sizeof holidays / sizeof *holidays;

  for (int64_t from = -35; from < 35; from++) {
    for (int64_t to = from; to < 35; to++) {
      const int64_t walked = walk (from, to, n, holidays);

      assert_int_equal (kernel_working_days (from, to, n, holidays), walked);
      assert_int_equal (kernel_working_days (to, from, n, holidays), -walked);
    }
  }
}

int
main (void)
{
  struct CMUnitTest tests[sizeof known / sizeof *known + 1];
  size_t n =
      add_rows (tests, gives_known_answer, known, sizeof known / sizeof *known, sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_as_one_who_walks);

  return cmocka_run_group_tests_name ("kernel/working-days", tests, NULL, NULL);
}
