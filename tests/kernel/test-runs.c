/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/runs.h"
#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* One character a point: + above, - below, o on the line, x left out, | a gap before
 * the next point.
 */
static const struct known {
  const char *points;
  size_t useful, longest, crossings, chances;
} known[] = {
  { "++--", 4, 2, 1, 3 },     { "+-+-+-", 6, 1, 5, 5 },
  { "o++oo+o-", 4, 3, 1, 3 }, /* on the line: dropped */
  { "++x+-", 4, 3, 1, 3 },    /* left out: dropped too */
  { "++|++--", 6, 2, 1, 4 },  /* a gap ends the run and costs a chance */
  { "++|--++", 6, 2, 1, 4 },  /* and hides a crossing */
  { "++|oo--", 4, 2, 0, 2 },  { "oooo", 0, 0, 0, 0 },
  { "", 0, 0, 0, 0 },         { "+", 1, 1, 0, 0 },
};

static void
counts_runs (void **state)
{
  const struct known *row = *state;
  double values[16], centre[16];
  uint8_t counted[16], follows[16];
  size_t n = 0;
  KernelRuns runs;

  follows[0] = 1;
  for (const char *point = row->points; *point; point++) {
    if (*point == '|') {
      follows[n] = 0;
      continue;
    }
    values[n] = *point == '+' || *point == 'x' ? 2 : *point == '-' ? 0 : 1;
    centre[n] = 1;
    counted[n] = *point != 'x';
    follows[++n] = 1;
  }

  assert_int_equal (kernel_runs (n, values, centre, counted, follows, &runs), KERNEL_OK);
  assert_int_equal (runs.useful, row->useful);
  assert_int_equal (runs.longest, row->longest);
  assert_int_equal (runs.crossings, row->crossings);
  assert_int_equal (runs.chances, row->chances);
}

static void
a_rounding_is_on_the_line (void **state)
{
  const double values[] = { 0.1 + 0.2, 0.3, 0.4, NAN };
  const double centre[] = { 0.3, 0.3, 0.3, 0.3 };
  KernelRuns runs;

  (void) state;
  assert_int_equal (kernel_runs (4, values, centre, NULL, NULL, &runs), KERNEL_OK);
  assert_int_equal (runs.useful, 1);
}

/* J. Anhoej: longest run and crossings for n useful points; 10 to 100 points. */
static const struct limit {
  size_t n, longest, crossings;
} limits[] = { { 10, 6, 2 },  { 12, 7, 3 },  { 24, 8, 8 },
               { 36, 8, 13 }, { 60, 9, 23 }, { 100, 10, 41 } };

static void
limits_are_those_published (void **state)
{
  (void) state;
  for (size_t i = 0; i < LENGTH (limits); i++) {
    assert_int_equal (kernel_longest_run_limit (limits[i].n), limits[i].longest);
    assert_int_equal (kernel_crossings_limit (limits[i].n - 1), limits[i].crossings);
  }
  assert_int_equal (kernel_longest_run_limit (0), 0);
  assert_int_equal (kernel_crossings_limit (0), 0);
}

/* The definition, in whole numbers: smallest k with P(X <= k) >= 1/20. */
static void
crossings_limit_is_the_quantile (void **state)
{
  (void) state;
  for (size_t n = 0; n <= 50; n++) {
    uint64_t choose = 1, sum = 1;
    size_t k = 0;

    while (sum < ((uint64_t) 1 << n) / 20 + (((uint64_t) 1 << n) % 20 != 0)) {
      choose = choose * (n - k) / (k + 1);
      sum += choose;
      k++;
    }
    assert_int_equal (kernel_crossings_limit (n), k);
  }
}

/* For many chances, the normal approximation with continuity. */
static void
crossings_limit_does_not_underflow (void **state)
{
  (void) state;
  for (size_t n = 2000; n <= 2000000; n *= 10) {
    const double near = (double) n / 2 - 1.6448536269514722 * sqrt ((double) n) / 2;

    assert_near ((double) kernel_crossings_limit (n), near, 1);
  }
}

/* All sequences of n tosses listed and counted: 46/2^10, 176/2^12, 3062/2^16. */
static const struct alarm {
  size_t n, longest_max, crossings_min;
  double chance;
} alarms[] = {
  { 10, 6, 2, 46 / 1024.0 },    { 12, 7, 3, 176 / 4096.0 },
  { 16, 7, 4, 3062 / 65536.0 }, { 3, 3, 0, 0 },
  { 3, 2, 0, 2 / 8.0 },         { 1, 1, 0, 0 },
};

static void
false_alarm_is_counted_exactly (void **state)
{
  double work[34], chance = -7;

  (void) state;
  for (size_t i = 0; i < LENGTH (alarms); i++) {
    assert_int_equal (kernel_runs_false_alarm (alarms[i].n, alarms[i].longest_max,
                                               alarms[i].crossings_min, work, &chance),
                      KERNEL_OK);
    assert_near (chance, alarms[i].chance, 4e-16);
  }
  assert_int_equal (kernel_runs_false_alarm (0, 0, 0, work, &chance), KERNEL_ERR_TOO_SHORT);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 5] = {
    cmocka_unit_test (a_rounding_is_on_the_line),
    cmocka_unit_test (limits_are_those_published),
    cmocka_unit_test (crossings_limit_is_the_quantile),
    cmocka_unit_test (crossings_limit_does_not_underflow),
    cmocka_unit_test (false_alarm_is_counted_exactly),
  };

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[5 + i] = (struct CMUnitTest){ .name = *known[i].points ? known[i].points : "no points",
                                        .test_func = counts_runs,
                                        .initial_state = (void *) &known[i] };

  return cmocka_run_group_tests_name ("kernel/runs", tests, NULL, NULL);
}
