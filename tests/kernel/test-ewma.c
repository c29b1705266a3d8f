/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ewma.h"
#include "support/near.h"

/* R 4.2, the recursion written out. */
static void
gives_known_answer (void **state)
{
  const double values[] = { 12, 9, 11, 15 };
  const double wanted[][2] = { { 10.4, 0.2 },
                               { 10.12, 0.25612496949731395 },
                               { 10.296, 0.28632848269077249 },
                               { 11.2368, 0.304088408197353 } };
  double averages[4], factors[4];

  (void) state;
  assert_int_equal (kernel_ewma (4, values, NULL, 0.2, 10, averages, factors), KERNEL_OK);
  for (int i = 0; i < 4; i++) {
    assert_near (averages[i], wanted[i][0], 4e-15);
    assert_near (factors[i], wanted[i][1], 4e-16);
  }
}

static void
starts_afresh_after_a_gap (void **state)
{
  const double values[] = { 12, NAN, 12, 12 };
  const uint8_t joined[] = { 0, 1, 1, 0 };
  double averages[4], factors[4];

  (void) state;
  assert_int_equal (kernel_ewma (4, values, joined, 0.5, 10, averages, factors), KERNEL_OK);
  assert_near (averages[1], NAN, 0);
  assert_near (factors[1], NAN, 0);
  for (int i = 0; i < 4; i += i ? 1 : 2) {
    assert_near (averages[i], 11, 0);
    assert_near (factors[i], 0.5, 1e-16);
  }
}

static void
a_weight_of_one_is_the_values (void **state)
{
  const double values[] = { 12, 9 };
  double averages[2], factors[2];

  (void) state;
  assert_int_equal (kernel_ewma (2, values, NULL, 1, 10, averages, factors), KERNEL_OK);
  assert_near (averages[1], 9, 0);
  assert_near (factors[1], 1, 0);
}

static void
refuses_weights_that_are_none (void **state)
{
  static const double none[] = { 0, -1, 1.1, NAN };
  double averages[1], factors[1];

  (void) state;
  for (int i = 0; i < 4; i++)
    assert_int_equal (kernel_ewma (1, none, NULL, none[i], 0, averages, factors),
                      KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answer),
    cmocka_unit_test (starts_afresh_after_a_gap),
    cmocka_unit_test (a_weight_of_one_is_the_values),
    cmocka_unit_test (refuses_weights_that_are_none),
  };

  return cmocka_run_group_tests_name ("kernel/ewma", tests, NULL, NULL);
}
