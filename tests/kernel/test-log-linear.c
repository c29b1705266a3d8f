/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/log-linear.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* A. J. Dobson (1990), An Introduction to Generalized Linear Models, p. 93, as in R's
 * example (glm): counts by outcome and treatment; R 4.2.2, glm (counts ~ outcome +
 * treatment, poisson).
 */
static const double dobson[] = { 18, 17, 15, 20, 10, 20, 25, 13, 12 };
static const double dobson_columns[][5] = {
  { 1, 0, 0, 0, 0 }, { 1, 1, 0, 0, 0 }, { 1, 0, 1, 0, 0 }, { 1, 0, 0, 1, 0 }, { 1, 1, 0, 1, 0 },
  { 1, 0, 1, 1, 0 }, { 1, 0, 0, 0, 1 }, { 1, 1, 0, 0, 1 }, { 1, 0, 1, 0, 1 },
};

static void
fits_what_r_fits (void **state)
{
  static const double want[] = { 3.044522437723423, -0.4542552722775947, -0.2929871246814750 };
  static const double errors[] = { 0.1708987, 0.2021708, 0.1927423, 0.2, 0.2 };
  double work[64], expected[9];
  KernelLogLinear got;

  (void) state;
  assert_true (kernel_log_linear_n_work (5) <= LENGTH (work));
  assert_int_equal (kernel_log_linear (9, 5, *dobson_columns, dobson, expected, work, &got),
                    KERNEL_OK);
  assert_int_equal (got.n_used, 9);
  assert_true (got.n_steps <= 6);
  for (size_t k = 0; k < LENGTH (want); k++)
    assert_near (work[k], want[k], 1e-8);
  assert_near (work[3], 0, 1e-8);
  assert_near (expected[0], 21, 1e-7);
  assert_near (expected[4], 40 / 3., 1e-7);
  assert_near (got.pearson, 5.173201677594776, 1e-7);
  for (size_t k = 0; k < LENGTH (errors); k++) {
    double row[5] = { 0 };

    row[k] = 1;
    assert_near (sqrt (kernel_least_squares_variance (&got.fit, row)), errors[k], 1e-6);
  }
}

/* One left out is expected all the same: 20 × 10 / 25 of a table of two by two. */
static void
expects_what_is_left_out (void **state)
{
  static const double columns[][3] = { { 1, 0, 0 }, { 1, 0, 1 }, { 1, 1, 0 }, { 1, 1, 1 } };
  const double counts[] = { 25, 10, 20, NAN };
  double work[64], expected[4];
  KernelLogLinear got;

  (void) state;
  assert_int_equal (kernel_log_linear (4, 3, *columns, counts, expected, work, &got), KERNEL_OK);
  assert_int_equal (got.n_used, 3);
  assert_near (expected[3], 8, 1e-6);
  assert_near (got.pearson, 0, 1e-12);
}

/* All counts on the rows of a column are 0. */
static void
ends_where_there_is_no_end (void **state)
{
  static const double columns[][2] = { { 1, 0 }, { 1, 0 }, { 1, 1 }, { 1, 1 } };
  const double counts[] = { 4, 6, 0, 0 };
  double work[32], expected[4];
  KernelLogLinear got;

  (void) state;
  assert_int_equal (kernel_log_linear (4, 2, *columns, counts, expected, work, &got), KERNEL_OK);
  assert_near (expected[0], 5, 1e-7);
  assert_true (expected[2] < 1e-6);
}

/* A column that is another says nothing more: the ridge shares it out. */
static void
shares_what_columns_have_in_common (void **state)
{
  static const double columns[][2] = { { 1, 1 }, { 1, 1 }, { 1, 1 } };
  const double counts[] = { 4, 6, 5 };
  double work[32], expected[3];
  KernelLogLinear got;

  (void) state;
  assert_int_equal (kernel_log_linear (3, 2, *columns, counts, expected, work, &got), KERNEL_OK);
  assert_near (expected[1], 5, 1e-6);
  assert_near (kernel_least_squares_variance (&got.fit, (const double[]){ 1, 1 }), 1 / 15., 1e-6);
  assert_true (kernel_least_squares_variance (&got.fit, (const double[]){ 1, -1 }) > 1e6);
}

static void
refuses_what_is_no_count (void **state)
{
  static const double columns[][2] = { { 1, 0 }, { 1, 1 }, { 1, 2 } };
  double work[32], expected[3];
  KernelLogLinear got;

  (void) state;
  assert_int_equal (
      kernel_log_linear (3, 2, *columns, (const double[]){ 1, -1, 2 }, expected, work, &got),
      KERNEL_ERR_DOMAIN);
  assert_int_equal (
      kernel_log_linear (3, 2, *columns, (const double[]){ 1, INFINITY, 2 }, expected, work, &got),
      KERNEL_ERR_DOMAIN);
  assert_int_equal (
      kernel_log_linear (3, 2, *columns, (const double[]){ NAN, NAN, 2 }, expected, work, &got),
      KERNEL_ERR_TOO_SHORT);
  assert_int_equal (
      kernel_log_linear (3, 2, *columns, (const double[]){ 0, 0, 0 }, expected, work, &got),
      KERNEL_OK);
  assert_true (expected[1] < 1e-6);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (fits_what_r_fits),
    cmocka_unit_test (expects_what_is_left_out),
    cmocka_unit_test (ends_where_there_is_no_end),
    cmocka_unit_test (shares_what_columns_have_in_common),
    cmocka_unit_test (refuses_what_is_no_count),
  };

  return cmocka_run_group_tests_name ("kernel/log-linear", tests, NULL, NULL);
}
