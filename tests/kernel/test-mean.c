/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/mean.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static void
takes_what_is_there_and_used (void **state)
{
  const double values[] = { 1, NAN, 2, 100, 6 };
  const uint8_t used[] = { 1, 1, 1, 0, 1 };
  double mean = -7;
  size_t n_used = 99;

  (void) state;
  assert_int_equal (kernel_mean (5, values, used, &mean, &n_used), KERNEL_OK);
  assert_near (mean, 3, 0);
  assert_int_equal (n_used, 3);
  assert_int_equal (kernel_mean (5, values, NULL, &mean, &n_used), KERNEL_OK);
  assert_near (mean, 27.25, 0);
  assert_int_equal (n_used, 4);
}

static void
of_nothing_is_missing (void **state)
{
  const double values[] = { NAN, 1 };
  const uint8_t used[] = { 1, 0 };
  double mean = -7, ratio = -7;
  size_t n_used = 99;

  (void) state;
  assert_int_equal (kernel_mean (2, values, used, &mean, &n_used), KERNEL_OK);
  assert_near (mean, NAN, 0);
  assert_int_equal (n_used, 0);
  assert_int_equal (kernel_mean (0, NULL, NULL, &mean, NULL), KERNEL_OK);
  assert_near (mean, NAN, 0);
  assert_int_equal (kernel_pooled_ratio (2, values, values, used, &ratio, &n_used), KERNEL_OK);
  assert_near (ratio, NAN, 0);
}

/* 24 times 0.1 added up is 2.4000000000000004, over 24 not 0.1. */
static void
of_equal_values_is_that_value (void **state)
{
  double values[24], mean = -7;

  (void) state;
  for (size_t i = 0; i < LENGTH (values); i++)
    values[i] = 0.1;
  assert_int_equal (kernel_mean (LENGTH (values), values, NULL, &mean, NULL), KERNEL_OK);
  assert_near (mean, 0.1, 0);
}

static void
pools_cases_not_rates (void **state)
{
  const double above[] = { 1, 9, NAN, 5, 4 };
  const double below[] = { 2, 10, 3, 0, 8 };
  const uint8_t used[] = { 1, 1, 1, 1, 0 };
  double ratio = -7;
  size_t n_used = 99;

  (void) state;
  assert_int_equal (kernel_pooled_ratio (5, above, below, used, &ratio, &n_used), KERNEL_OK);
  assert_near (ratio, 10.0 / 12, 0);
  assert_int_equal (n_used, 2);
  assert_int_equal (kernel_pooled_ratio (5, above, below, NULL, &ratio, &n_used), KERNEL_OK);
  assert_near (ratio, 14.0 / 20, 0);
  assert_int_equal (n_used, 3);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (takes_what_is_there_and_used),
    cmocka_unit_test (of_nothing_is_missing),
    cmocka_unit_test (of_equal_values_is_that_value),
    cmocka_unit_test (pools_cases_not_rates),
  };

  return cmocka_run_group_tests_name ("kernel/mean", tests, NULL, NULL);
}
