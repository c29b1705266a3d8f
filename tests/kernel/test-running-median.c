/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/median.h"
#include "kernel/random.h"
#include "kernel/running-median.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 10
#define MOST 60

static const double values[N] = { 5, 1, 9, 3, 3, 7, 2, 8, 6, 4 };
static const double rising[N] = { 0, 3, 4, 9, 10, 10, 2, 7, 12, 20 };
static const double falling[N] = { 9, 3, 1, 9, 10, 10, 2, 12, 7, 8 };

/* R 4.2.2, runmed (endrule = "median"). */
static const struct known {
  const char *label;
  const double *values;
  size_t window;
  double medians[N];
} known[] = {
  { "of one, the values", values, 1, { 5, 1, 9, 3, 3, 7, 2, 8, 6, 4 } },
  { "R, of three", values, 3, { 5, 5, 3, 3, 3, 3, 7, 6, 6, 6 } },
  { "R, of five", values, 5, { 3, 3, 3, 3, 3, 3, 6, 6, 6, 6 } },
  { "R, of seven", values, 7, { 5, 5, 3, 3, 3, 6, 4, 6, 6, 6 } },
  { "R, of nine", values, 9, { 5, 5, 5, 4, 5, 4, 4, 4, 6, 6 } },
  { "R, of three, ends that point on", rising, 3, { 1, 3, 4, 9, 10, 10, 7, 7, 12, 20 } },
  { "R, of five, ends that point on", rising, 5, { 1, 3, 4, 9, 9, 9, 10, 10, 12, 16 } },
  { "R, of three, ends that level off", falling, 3, { 3, 3, 3, 9, 10, 10, 10, 7, 8, 8 } },
  { "R, of five, ends that level off", falling, 5, { 9, 9, 9, 9, 9, 10, 10, 8, 8, 8 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double work[9], got[N];

  assert_int_equal (kernel_running_median (N, row->values, row->window, work, got), KERNEL_OK);
  for (size_t i = 0; i < N; i++)
    assert_near (got[i], row->medians[i], 0);
}

/* Away from the first and the last it is the median of what lies evenly around, which near an
 * end holds values there and medians further in.
 */
static void
is_the_middle_of_what_is_around (void **state)
{
  uint64_t seed = 6;

  (void) state;
  for (size_t round = 0; round < 100; round++) {
    const size_t n = 30 + round % 30, window = 3 + 2 * (round % 13), half = window / 2;
    double noise[MOST], mixed[MOST], work[MOST], got[MOST], want;

    for (size_t i = 0; i < n; i++)
      noise[i] = (double) kernel_random_below (&seed, round % 2 ? 5 : 100000);
    assert_int_equal (kernel_running_median (n, noise, window, work, got), KERNEL_OK);
    for (size_t i = 0; i < n; i++)
      mixed[i] = i >= half && i + half < n ? got[i] : noise[i];
    for (size_t i = 1; i + 1 < n; i++) {
      const size_t end = n - 1 - i, reach = i < half ? i : end < half ? end : half;

      assert_int_equal (kernel_median (2 * reach + 1, (reach < half ? mixed : noise) + i - reach,
                                       NULL, work, &want, NULL),
                        KERNEL_OK);
      assert_near (got[i], want, 0);
    }
  }
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double missing[] = { 1, NAN, 3 }, infinite[] = { 1, 2, INFINITY };
  double work[3], got[N] = { -7 };

  (void) state;
  assert_int_equal (kernel_running_median (N, values, 4, work, got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_running_median (N, values, 0, work, got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_running_median (2, values, 3, work, got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_running_median (0, NULL, 1, work, got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_running_median (3, missing, 3, work, got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_running_median (3, infinite, 3, work, got), KERNEL_ERR_DOMAIN);
  assert_near (got[0], -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_the_middle_of_what_is_around);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/running-median", tests, NULL, NULL);
}
