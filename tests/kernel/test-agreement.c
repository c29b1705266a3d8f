/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/agreement.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* numpy 1.24 and scipy.stats.binomtest (1, 5).pvalue of the pairs that are known. */
static void
gives_known_answer (void **state)
{
  const double first[] = { 83.1, 81.2, 79.5, NAN, 90.0, 88.4, 70.1, 5 };
  const double second[] = { 82.0, 81.5, 78.0, 12, 89.0, 88.4, 69.0, NAN };
  KernelAgreement got;

  (void) state;
  assert_int_equal (kernel_agreement (LENGTH (first), first, second, &got), KERNEL_OK);
  assert_int_equal (got.n, 6);
  assert_int_equal (got.n_above, 4);
  assert_int_equal (got.n_below, 1);
  assert_near (got.bias, 0.733333333333332, 1e-13);
  assert_near (got.spread, 0.7118052168020855, 1e-13);
  assert_near (got.low, -0.6618048915987557, 1e-12);
  assert_near (got.high, 2.1284715582654194, 1e-12);
  assert_near (got.sign_chance, 0.375, 1e-15);
}

/* Either source can be the first. */
static void
turns_with_the_sides (void **state)
{
  const double first[] = { 1, 5, 2, 8, 1e9 }, second[] = { 2, 4, 1, 3, 1e9 };
  KernelAgreement one, other;

  (void) state;
  assert_int_equal (kernel_agreement (5, first, second, &one), KERNEL_OK);
  assert_int_equal (kernel_agreement (5, second, first, &other), KERNEL_OK);
  assert_near (one.bias, -other.bias, 0);
  assert_near (one.low, -other.high, 0);
  assert_near (one.spread, other.spread, 0);
  assert_int_equal (one.n_above, other.n_below);
  assert_near (one.sign_chance, other.sign_chance, 0);
  assert_near (one.sign_chance, 0.625, 1e-15);
}

static void
says_what_so_few_cannot_tell (void **state)
{
  const double value[] = { 3, NAN, INFINITY }, other[] = { 3, 4, 5 };
  KernelAgreement got = { .n = 99 };

  (void) state;
  assert_int_equal (kernel_agreement (0, value, other, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_agreement (1, value + 1, other, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_agreement (3, value, other, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (got.n, 99);
  assert_int_equal (kernel_agreement (1, value, other, &got), KERNEL_OK);
  assert_near (got.bias, 0, 0);
  assert_near (got.spread, NAN, 0);
  assert_near (got.high, NAN, 0);
  assert_near (got.sign_chance, 1, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answer),
    cmocka_unit_test (turns_with_the_sides),
    cmocka_unit_test (says_what_so_few_cannot_tell),
  };

  return cmocka_run_group_tests_name ("kernel/agreement", tests, NULL, NULL);
}
