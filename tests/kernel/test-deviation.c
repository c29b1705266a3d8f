/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/deviation.h"
#include "support/near.h"

static void
gives_known_answers (void **state)
{
  const double values[] = { NAN, 2, 4, 4, 4, NAN, 5, 5, 7, 9 };
  const double far[] = { 1e9 + 1, 1e9 + 2, 1e9 + 3 }, thirds[] = { 0.1, 0.1, 0.1 };
  double mean = 77, deviation = 77;

  (void) state;
  assert_int_equal (kernel_deviation (2, values, &mean, &deviation), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_deviation (0, values, &mean, &deviation), KERNEL_ERR_TOO_SHORT);
  assert_near (mean, 77, 0);
  assert_int_equal (kernel_deviation (10, values, &mean, &deviation), KERNEL_OK);
  assert_near (mean, 5, 0);
  assert_near (deviation, 2.138089935299395, 1e-15); /* sqrt (32 / 7) */
  assert_int_equal (kernel_deviation (3, far, &mean, &deviation), KERNEL_OK);
  assert_near (mean, 1e9 + 2, 0);
  assert_near (deviation, 1, 0);
  assert_int_equal (kernel_deviation (3, thirds, &mean, &deviation), KERNEL_OK);
  assert_near (mean, 0.1, 0);
  assert_near (deviation, 0, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (gives_known_answers) };

  return cmocka_run_group_tests_name ("kernel/deviation", tests, NULL, NULL);
}
