/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/serial-dependence.h"
#include "support/near.h"

#define N 8
#define CLOSE 1e-15

/* Digits of pi and their ranks; answers from the formulas in NumPy. */
static const double values[N] = { 3, 1, 4, 1, 5, 9, 2, 6 };
static const double ranks[N] = { 4, 1.5, 5, 1.5, 6, 8, 3, 7 };
static const double same[N] = { 2, 2, 2, 2, 2, 2, 2, 2 };

static void
correlates_with_values_before (void **state)
{
  double got;

  (void) state;
  assert_int_equal (kernel_lag_correlation (N, values, 0, &got), KERNEL_OK);
  assert_near (got, 1, 0);
  assert_int_equal (kernel_lag_correlation (N, values, 1, &got), KERNEL_OK);
  assert_near (got, -0.17523640661938533, CLOSE);
  assert_int_equal (kernel_lag_correlation (N, values, 3, &got), KERNEL_OK);
  assert_near (got, 0.1456855791962175, CLOSE);
  assert_int_equal (kernel_lag_correlation (N, same, 1, &got), KERNEL_OK);
  assert_near (got, NAN, 0);
  assert_int_equal (kernel_lag_correlation (N, values, N, &got), KERNEL_ERR_TOO_SHORT);
}

/* At a level of 0.4 lags 2 and 5 to 7 are within what is usual. */
static void
widens_as_hamed_and_rao (void **state)
{
  double got = 77;

  (void) state;
  assert_int_equal (kernel_hamed_rao (2, ranks, 1, 0.4, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_hamed_rao (N, ranks, N, 0.4, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_hamed_rao (N, ranks, 1, 1, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_hamed_rao (N, ranks, 1, NAN, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_hamed_rao (N, same, 1, 0.4, &got), KERNEL_ERR_DOMAIN);
  assert_near (got, 77, 0);
  assert_int_equal (kernel_hamed_rao (N, ranks, N - 1, 0.4, &got), KERNEL_OK);
  assert_near (got, -0.36080034423407914, CLOSE);
  assert_int_equal (kernel_hamed_rao (N, ranks, N - 1, 0.95, &got), KERNEL_OK);
  assert_near (got, 0, 0);
}

static void
widens_as_yue_and_wang (void **state)
{
  double got = 77;

  (void) state;
  assert_int_equal (kernel_yue_wang (1, values, 0, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_yue_wang (N, values, N, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_yue_wang (N, same, 1, &got), KERNEL_ERR_DOMAIN);
  assert_near (got, 77, 0);
  assert_int_equal (kernel_yue_wang (N, values, 3, &got), KERNEL_OK);
  assert_near (got, -0.05806737588652483, CLOSE);
}

static void
widens_by_the_first_order (void **state)
{
  double got = 77;

  (void) state;
  assert_int_equal (kernel_first_order_excess (2, 0.5, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_first_order_excess (N, 1, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_first_order_excess (N, -0.1, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_first_order_excess (N, NAN, &got), KERNEL_ERR_PARAMETER);
  assert_near (got, 77, 0);
  assert_int_equal (kernel_first_order_excess (N, 0.5, &got), KERNEL_OK);
  assert_near (got, 0.8582589285714285, CLOSE);
  assert_int_equal (kernel_first_order_excess (N, 0, &got), KERNEL_OK);
  assert_near (got, 0, 0);
  /* Of very many values (1 + r) / (1 - r) is left. */
  assert_int_equal (kernel_first_order_excess (1000000, 0.5, &got), KERNEL_OK);
  assert_near (got, 2, 2e-5);
}

static void
whitens (void **state)
{
  static const double plain[] = { 1.525709219858156, 4.175236406619385, 1.7009456264775413,
                                  5.175236406619385, 9.876182033096926, 3.577127659574468,
                                  6.35047281323877 };
  static const double free_of_trend[] = { 1.628631498470948, 3.5,
                                          1.628631498470948, 4.048547400611621,
                                          9.628631498470948, 4.208715596330276,
                                          4.822821100917431 };
  double copy[N], got[N - 1];

  (void) state;
  assert_int_equal (kernel_pre_whiten (N, values, got), KERNEL_OK);
  for (size_t i = 0; i < N - 1; i++)
    assert_near (got[i], plain[i], 4 * CLOSE);
  for (size_t i = 0; i < N; i++)
    copy[i] = values[i];
  assert_int_equal (kernel_pre_whiten_free_of_trend (N, copy, 0.5, got), KERNEL_OK);
  for (size_t i = 0; i < N - 1; i++)
    assert_near (got[i], free_of_trend[i], 4 * CLOSE);
  assert_int_equal (kernel_pre_whiten (N, same, got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_pre_whiten (1, same, got), KERNEL_ERR_TOO_SHORT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (correlates_with_values_before),
    cmocka_unit_test (widens_as_hamed_and_rao),
    cmocka_unit_test (widens_as_yue_and_wang),
    cmocka_unit_test (widens_by_the_first_order),
    cmocka_unit_test (whitens),
  };

  return cmocka_run_group_tests_name ("kernel/serial-dependence", tests, NULL, NULL);
}
