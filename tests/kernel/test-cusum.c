/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/cusum.h"
#include "support/near.h"

/* By hand: centre 10, allowance 0.5. */
static void
gives_known_answer (void **state)
{
  const double values[] = { 11, 12, 8, 9, 9.5, 11 };
  const double above[] = { 0.5, 2, 0, 0, 0, 0.5 };
  const double below[] = { 0, 0, -1.5, -2, -2, -0.5 };
  double up[6], down[6];

  (void) state;
  assert_int_equal (kernel_cusum (6, values, NULL, 10, 0.5, up, down), KERNEL_OK);
  for (int i = 0; i < 6; i++) {
    assert_near (up[i], above[i], 0);
    assert_near (down[i], below[i], 0);
  }
}

static void
mirrors_when_values_do (void **state)
{
  const double values[] = { 11, 12, 8, 9, 9.5, 11 };
  double mirror[6], up[6], down[6], other_up[6], other_down[6];

  (void) state;
  for (int i = 0; i < 6; i++)
    mirror[i] = -values[i];
  assert_int_equal (kernel_cusum (6, values, NULL, 10, 0.5, up, down), KERNEL_OK);
  assert_int_equal (kernel_cusum (6, mirror, NULL, -10, 0.5, other_up, other_down), KERNEL_OK);
  for (int i = 0; i < 6; i++) {
    assert_near (up[i], -other_down[i], 0);
    assert_near (down[i], -other_up[i], 0);
  }
}

static void
starts_afresh_after_a_gap (void **state)
{
  const double values[] = { 12, NAN, 12, 12 };
  const uint8_t joined[] = { 0, 1, 1, 0 };
  double up[4], down[4];

  (void) state;
  assert_int_equal (kernel_cusum (4, values, joined, 10, 0.5, up, down), KERNEL_OK);
  assert_near (up[1], NAN, 0);
  assert_near (down[1], NAN, 0);
  assert_near (up[2], 1.5, 0);
  assert_near (up[3], 1.5, 0);
}

static void
refuses_an_allowance_that_is_none (void **state)
{
  const double values[] = { 1 };
  double up[1], down[1];

  (void) state;
  assert_int_equal (kernel_cusum (1, values, NULL, 0, -1, up, down), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_cusum (1, values, NULL, 0, NAN, up, down), KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answer),
    cmocka_unit_test (mirrors_when_values_do),
    cmocka_unit_test (starts_afresh_after_a_gap),
    cmocka_unit_test (refuses_an_allowance_that_is_none),
  };

  return cmocka_run_group_tests_name ("kernel/cusum", tests, NULL, NULL);
}
