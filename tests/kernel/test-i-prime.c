/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/i-prime.h"
#include "kernel/individuals.h"
#include "support/near.h"

/* 50-digit decimal arithmetic. */
static void
gives_known_answer (void **state)
{
  const double above[] = { 3, 6, 10, 2, 9 };
  const double below[] = { 20, 25, 40, 10, 30 };
  double work[5], centre = -7, sigma = -7;
  KernelMeanRange ranges;

  (void) state;
  assert_int_equal (kernel_i_prime (5, above, below, NULL, NULL, kernel_constants_exact.sigma, 0,
                                    work, &centre, &sigma, &ranges),
                    KERNEL_OK);
  assert_near (centre, 0.24, 1e-16);
  assert_near (sigma, 0.23640821588849692, 1e-16);
  assert_int_equal (ranges.n_ranges, 4);
}

static void
equals_individuals_when_sizes_are_equal (void **state)
{
  const double above[] = { 3, 6, 10, 2, 9, 7 };
  const double below[] = { 4, 4, 4, 4, 4, 4 };
  double rates[6], work[6], centre[2], sigma[2];
  KernelMeanRange ranges;

  (void) state;
  for (size_t i = 0; i < 6; i++)
    rates[i] = above[i] / below[i];
  assert_int_equal (
      kernel_i_prime (6, above, below, NULL, NULL, 0.9, 0, work, &centre[0], &sigma[0], &ranges),
      KERNEL_OK);
  assert_int_equal (
      kernel_individuals (6, rates, NULL, NULL, 0.9, 0, work, &centre[1], &sigma[1], &ranges),
      KERNEL_OK);
  assert_near (centre[0], centre[1], 4e-16);
  assert_near (sigma[0] / sqrt (4), sigma[1], 4e-16);
}

static void
leaves_out_what_is_not_there (void **state)
{
  const double above[] = { 1, 2, NAN, 50, 3, 0, 5 };
  const double below[] = { 4, 4, 4, 4, 4, 0, 4 };
  const uint8_t used[] = { 1, 1, 1, 0, 1, 1, 1 };
  const uint8_t joined[] = { 0, 1, 1, 0, 0, 1, 1 };
  double work[7], centre = -7, sigma = -7;
  KernelMeanRange ranges;

  (void) state;
  assert_int_equal (
      kernel_i_prime (7, above, below, used, joined, 1, 0, work, &centre, &sigma, &ranges),
      KERNEL_OK);
  assert_near (centre, 11.0 / 16, 0);
  assert_int_equal (ranges.n_ranges, 1);
  assert_near (sigma, 0.25 * 2, 4e-16); /* |d| sqrt 2 / sqrt (1/4 + 1/4) */
  assert_int_equal (
      kernel_i_prime (7, above, below, used, joined, 1, NAN, work, &centre, &sigma, &ranges),
      KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answer),
    cmocka_unit_test (equals_individuals_when_sizes_are_equal),
    cmocka_unit_test (leaves_out_what_is_not_there),
  };

  return cmocka_run_group_tests_name ("kernel/i-prime", tests, NULL, NULL);
}
