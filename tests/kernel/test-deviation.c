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

/* NIST's statistical reference data, NumAcc4: one value, then two others 500 times.  None of
 * them is a double, nor is there one nearer to 10000000.2 than 7e-10.
 */
static void
keeps_the_digits_of_large_values (void **state)
{
  double values[1001], mean, deviation;

  (void) state;
  for (size_t i = 0; i < 1001; i++)
    values[i] = i == 0 ? 10000000.2 : i % 2 ? 10000000.1 : 10000000.3;
  assert_int_equal (kernel_deviation (1001, values, &mean, &deviation), KERNEL_OK);
  assert_near (mean, 10000000.2, 0);
  assert_near (deviation, 0.1, 1e-9);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (gives_known_answers),
                                      cmocka_unit_test (keeps_the_digits_of_large_values) };

  return cmocka_run_group_tests_name ("kernel/deviation", tests, NULL, NULL);
}
