/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/break-interval.h"
#include "kernel/level-path.h"
#include "kernel/random.h"
#include "kernel/regression-breaks.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 45
#define MOST 4

static const double y[N] = { 3, 5,  4, 6,  8,  7,  9,  6,  5,  4, 6,  7,  9,  11, 8,
                             3, 5,  5, 7,  7,  7,  9,  7,  6,  3, 6,  7,  10, 12, 7,
                             6, 10, 8, 12, 16, 14, 18, 12, 10, 8, 12, 14, 18, 22, 16 };

/* A level and a column that comes round every five rows. */
static KernelRegression
make_regression (double *design)
{
  static const double u[] = { 1, 3, 2, 5, 4 };

  for (size_t i = 0; i < N; i++) {
    design[2 * i] = 1;
    design[2 * i + 1] = u[i % 5];
  }

  return (KernelRegression){ N, 2, design, y };
}

/* R 4.2.2, strucchange 1.5-3: breakpoints (y ~ u, h = 6, breaks = 4). */
static void
agrees_with_r (void **state)
{
  static const double want[] = { 801.7333333333333, 315.6920682265725, 272.7596509226076,
                                 259.9208549359855, 244.0840757069018 };
  static const double bic[] = { 268.7295656904458, 238.2091580755031, 243.0512137101537,
                                252.3015789522275, 260.8926665283049 };
  static const size_t places[] = { 33, 27, 34, 27, 33, 39, 10, 16, 27, 34 };
  double design[2 * N], work[5 * (N + 1) + 15], rss[MOST + 1];
  size_t order[5 * (N + 1)], changes[MOST * (MOST + 1) / 2];
  const KernelRegression regression = make_regression (design);

  (void) state;
  assert_int_equal (kernel_regression_breaks_n_work (&regression, MOST), LENGTH (work));
  assert_int_equal (kernel_regression_breaks_n_order (&regression, MOST), LENGTH (order));
  assert_int_equal (kernel_regression_breaks (&regression, 6, MOST, work, order, rss, changes),
                    KERNEL_OK);
  for (size_t q = 0; q <= MOST; q++) {
    assert_near (rss[q], want[q], 1e-11);
    assert_near (kernel_regression_bic (&regression, rss[q], q), bic[q], 1e-11);
  }
  for (size_t k = 0; k < LENGTH (places); k++)
    assert_int_equal (changes[k], places[k]);
}

/* confint (breaks = 2): 24 27 32 and 28 34 35. */
static void
gives_rs_intervals (void **state)
{
  static const size_t ends[2][3] = { { 0, 27, 34 }, { 27, 34, 45 } };
  static const double low[] = { 24, 28 }, high[] = { 32, 35 };
  double design[2 * N], work[4 + 15], earlier, later;
  const KernelRegression regression = make_regression (design);

  (void) state;
  assert_int_equal (kernel_regression_interval_n_work (&regression), LENGTH (work));
  for (size_t k = 0; k < 2; k++) {
    assert_int_equal (
        kernel_regression_interval (&regression, ends[k], 0.95, work, &earlier, &later), KERNEL_OK);
    assert_near ((double) ends[k][1] - ceil (earlier), low[k], 0);
    assert_near ((double) ends[k][1] + ceil (later), high[k], 0);
  }
}

/* On a level alone it is the path of levels, and the interval of a change of mean. */
static void
is_the_path_of_levels (void **state)
{
  double ones[N], values[N], work[7 * (N + 1)], rss[MOST + 1], want[MOST + 1];
  size_t order[5 * (N + 1)], changes[10], places[10];
  uint64_t seed = 8;

  (void) state;
  for (size_t i = 0; i < N; i++)
    ones[i] = 1;
  for (size_t round = 0; round < 50; round++) {
    const KernelRegression level = { N, 1, ones, values };
    const size_t least = 2 + round % 8;

    kernel_random_normal (&seed, N, values);
    assert_int_equal (kernel_level_path (N, values, least, MOST, work, order, want, places),
                      KERNEL_OK);
    assert_int_equal (kernel_regression_breaks (&level, least, MOST, work, order, rss, changes),
                      KERNEL_OK);
    for (size_t q = 0; q <= MOST; q++)
      assert_near (rss[q], want[q], 1e-10);
    for (size_t k = 0; k < 10; k++)
      assert_int_equal (changes[k], places[k]);
  }
}

static void
is_the_interval_of_a_mean (void **state)
{
  const double ones[] = { 1, 1, 1, 1, 1, 1, 1 }, values[] = { 1, 2, 3, 7, 9, 6, 6 };
  const KernelRegression level = { 7, 1, ones, values };
  const size_t ends[] = { 0, 3, 7 }, empty[] = { 0, 0, 7 }, beyond[] = { 0, 3, 8 };
  double work[2 + 8], earlier, later, want_earlier, want_later;

  (void) state;
  assert_int_equal (kernel_regression_interval (&level, ends, 0.9, work, &earlier, &later),
                    KERNEL_OK);
  assert_int_equal (kernel_break_interval (5, 2.0 / 3, 1.5, 0.9, &want_earlier, &want_later),
                    KERNEL_OK);
  assert_near (earlier, want_earlier, 1e-12);
  assert_near (later, want_later, 1e-12);
  assert_int_equal (kernel_regression_interval (&level, empty, 0.9, work, &earlier, &later),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_regression_interval (&level, beyond, 0.9, work, &earlier, &later),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_regression_interval (&level, ends, 1, work, &earlier, &later),
                    KERNEL_ERR_PARAMETER);
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double ones[] = { 1, 1, 1, 1, 1, 1 }, values[] = { 1, 2, 3, 4, 5, NAN };
  const double holed[] = { 1, 1, INFINITY, 1, 1, 1 }, fine[] = { 1, 2, 3, 4, 5, 6 };
  double work[2 * 7 + 8], rss[2];
  size_t order[14], changes[1];
  const KernelRegression bad_value = { 6, 1, ones, values }, bad_row = { 6, 1, holed, fine };
  const KernelRegression short_one = { 3, 1, ones, fine }, no_column = { 6, 0, ones, fine };

  (void) state;
  assert_int_equal (kernel_regression_breaks (&bad_value, 2, 1, work, order, rss, changes),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_regression_breaks (&bad_row, 2, 1, work, order, rss, changes),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_regression_breaks (&no_column, 2, 1, work, order, rss, changes),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_regression_breaks (&short_one, 1, 1, work, order, rss, changes),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_regression_breaks (&short_one, 4, 1, work, order, rss, changes),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_regression_breaks (&short_one, 2, 1, work, order, rss, changes),
                    KERNEL_OK);
  assert_near (rss[0], 2, 1e-14);
  assert_true (isinf (rss[1]));
  assert_int_equal (kernel_regression_breaks (&short_one, 3, 1, work, order, rss, changes),
                    KERNEL_OK);
  assert_near (rss[0], 2, 1e-14);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_r),
    cmocka_unit_test (gives_rs_intervals),
    cmocka_unit_test (is_the_path_of_levels),
    cmocka_unit_test (is_the_interval_of_a_mean),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/regression-breaks", tests, NULL, NULL);
}
