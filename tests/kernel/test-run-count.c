/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/run-count.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* Swed and Eisenhart's table for 0.025 on either side: as few or fewer, as many or more.
 * Where the table has no number because none is rare enough, few is 1 and many is above
 * what there can be.
 */
static const struct known {
  const char *label;
  size_t above, below, few, many;
} known[] = {
  { "5 and 5", 5, 5, 2, 10 },     { "6 and 6", 6, 6, 3, 11 },      { "7 and 7", 7, 7, 3, 13 },
  { "8 and 8", 8, 8, 4, 14 },     { "9 and 9", 9, 9, 5, 15 },      { "10 and 10", 10, 10, 6, 16 },
  { "12 and 12", 12, 12, 7, 19 }, { "15 and 15", 15, 15, 10, 22 }, { "20 and 20", 20, 20, 14, 28 },
  { "5 and 10", 5, 10, 3, 12 },   { "10 and 5", 10, 5, 3, 12 },    { "6 and 8", 6, 8, 3, 12 },
  { "8 and 12", 8, 12, 6, 16 },
};

static void
gives_the_published_limits (void **state)
{
  const struct known *row = *state;
  size_t few = 77, many = 77;

  assert_int_equal (kernel_run_count_limits (row->above, row->below, 0.025, &few, &many),
                    KERNEL_OK);
  assert_int_equal (few, row->few);
  assert_int_equal (many, row->many);
}

/* Every order of few points, one by one. */
static void
is_the_share_of_all_orders (void **state)
{
  (void) state;
  for (unsigned n = 2; n <= 14; n++) {
    for (unsigned above = 1; above < n; above++) {
      double ways[16] = { 0 }, all = 0, up_to = 0;
      size_t few = 77, many = 77, want_few = 0, want_many = n + 1;

      for (unsigned order = 0; order < 1u << n; order++) {
        unsigned ones = 0, runs = 1;

        for (unsigned i = 0; i < n; i++) {
          ones += order >> i & 1;
          runs += i > 0 && (order >> i & 1) != (order >> (i - 1) & 1);
        }
        if (ones == above) {
          ways[runs]++;
          all++;
        }
      }
      for (unsigned r = 1; r <= n && (up_to += ways[r]) <= 0.025 * all; r++)
        want_few = r;
      up_to = 0;
      for (unsigned r = n; r >= 1 && (up_to += ways[r]) <= 0.025 * all; r--)
        want_many = r;
      assert_int_equal (kernel_run_count_limits (above, n - above, 0.025, &few, &many), KERNEL_OK);
      assert_int_equal (few > 1 ? few : 0, want_few > 1 ? want_few : 0);
      /* More than there can be are all the same. */
      const size_t smaller = above < n - above ? above : n - above;
      const size_t most = 2 * smaller + (above != n - above);
      assert_int_equal (many > most ? most + 1 : many, want_many > most ? most + 1 : want_many);
    }
  }
}

/* Where normal values take over: mean 2mn / (m + n) + 1, and its variance. */
static void
goes_on_to_a_million (void **state)
{
  const double n = 500000, mean = n + 1, spread = sqrt (n * (n - 1) / (2 * n - 1));
  size_t few, many;

  (void) state;
  assert_int_equal (kernel_run_count_limits (500000, 500000, 0.025, &few, &many), KERNEL_OK);
  assert_near ((double) few, mean - 1.96 * spread, 2);
  assert_near ((double) many, mean + 1.96 * spread, 2);
}

static void
counts_runs (void **state)
{
  const double values[] = { 1, 2, 0, NAN, 3, -1, -2, -1, 9, 0, 5 };
  const double centre[11] = { 0 };
  const uint8_t counted[] = { 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1 };
  KernelRunCount count;

  (void) state;
  assert_int_equal (kernel_run_count (11, values, centre, counted, &count), KERNEL_OK);
  assert_int_equal (count.above, 4);
  assert_int_equal (count.below, 3);
  assert_int_equal (count.runs, 3);
  assert_int_equal (kernel_run_count (0, values, centre, NULL, &count), KERNEL_OK);
  assert_int_equal (count.runs, 0);
}

static void
refuses (void **state)
{
  size_t few = 77, many = 77;

  (void) state;
  assert_int_equal (kernel_run_count_limits (0, 5, 0.025, &few, &many), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_run_count_limits (5, 0, 0.025, &few, &many), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_run_count_limits (5, 5, 0, &few, &many), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_run_count_limits (5, 5, NAN, &few, &many), KERNEL_ERR_PARAMETER);
  assert_int_equal (few, 77);
}

int
main (void)
{
  struct CMUnitTest tests[4 + LENGTH (known)] = {
    cmocka_unit_test (is_the_share_of_all_orders),
    cmocka_unit_test (goes_on_to_a_million),
    cmocka_unit_test (counts_runs),
    cmocka_unit_test (refuses),
  };

  add_rows (tests + 4, gives_the_published_limits, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/run-count", tests, NULL, NULL);
}
