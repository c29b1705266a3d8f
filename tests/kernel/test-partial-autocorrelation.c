/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/autocorrelation.h"
#include "kernel/partial-autocorrelation.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N_LAGS 6

/* R 4.2.2, pacf(). */
static void
agrees_with_r (void **state)
{
  static const double values[] = { 3, 5, 4, 6, 8, 7, 9, 6, 5, 4, 6, 7, 9, 11, 8 };
  static const double want[N_LAGS] = { 0.51548556430446213,  -0.14545168482317558,
                                       -0.41624988869572704, -0.22914988704971659,
                                       0.25662085720697353,  0.05915775344243049 };
  double r[N_LAGS], work[2 * N_LAGS], got[N_LAGS];

  (void) state;
  for (size_t k = 0; k < N_LAGS; k++)
    assert_int_equal (kernel_autocorrelation (LENGTH (values), values, NULL, k + 1, &r[k], NULL),
                      KERNEL_OK);
  assert_int_equal (kernel_partial_autocorrelation (N_LAGS, r, work, got), KERNEL_OK);
  for (size_t k = 0; k < N_LAGS; k++)
    assert_near (got[k], want[k], 1e-14);
}

/* Powers of phi are those of values that take over from the one before and no other. */
static void
ends_where_the_order_does (void **state)
{
  double r[N_LAGS], work[2 * N_LAGS], got[N_LAGS];

  (void) state;
  for (size_t k = 0; k < N_LAGS; k++)
    r[k] = pow (-0.7, (double) k + 1);
  assert_int_equal (kernel_partial_autocorrelation (N_LAGS, r, work, got), KERNEL_OK);
  assert_near (got[0], -0.7, 0);
  for (size_t k = 1; k < N_LAGS; k++)
    assert_near (got[k], 0, 1e-15);
}

/* By Cramer's rule from the equations of Yule and Walker. */
static void
is_a_ratio_of_determinants (void **state)
{
  const double a = 0.6, b = 0.1, c = -0.3, r[] = { a, b, c };
  const double whole = 1 + 2 * a * a * b - b * b - 2 * a * a;
  double work[6], got[3];

  (void) state;
  assert_int_equal (kernel_partial_autocorrelation (3, r, work, got), KERNEL_OK);
  assert_near (got[1], (b - a * a) / (1 - a * a), 1e-15);
  /* rows (1 a a), (a 1 b), (b a c) over rows (1 a b), (a 1 a), (b a 1) */
  assert_near (got[2], (c - a * b - a * (a * c - b * b) + a * (a * a - b)) / whole, 1e-15);
}

static void
stops_where_nothing_is_left (void **state)
{
  const double same[] = { 1, 1, 1 };
  double work[6], got[3];

  (void) state;
  assert_int_equal (kernel_partial_autocorrelation (3, same, work, got), KERNEL_OK);
  assert_near (got[0], 1, 0);
  assert_true (isnan (got[1]) && isnan (got[2]));
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double missing[] = { 0.5, NAN }, beyond[] = { -1.1, 0.5 };
  double work[4], got[2] = { -7, -7 };

  (void) state;
  assert_int_equal (kernel_partial_autocorrelation (2, missing, work, got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_partial_autocorrelation (2, beyond, work, got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_partial_autocorrelation (0, NULL, NULL, NULL), KERNEL_OK);
  assert_near (got[0], -7, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_r),
    cmocka_unit_test (ends_where_the_order_does),
    cmocka_unit_test (is_a_ratio_of_determinants),
    cmocka_unit_test (stops_where_nothing_is_left),
    cmocka_unit_test (refuses_and_leaves_output_alone),
  };

  return cmocka_run_group_tests_name ("kernel/partial-autocorrelation", tests, NULL, NULL);
}
