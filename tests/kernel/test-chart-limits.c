/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/chart-limits.h"
#include "support/near.h"

static void
narrow_with_the_root_of_the_size (void **state)
{
  const double sizes[] = { 1, 4, 100, 0, NAN };
  double spreads[5], lower[5], upper[5];

  (void) state;
  assert_int_equal (
      kernel_chart_limits (5, sizes, 10, 2, 3, -INFINITY, INFINITY, spreads, lower, upper),
      KERNEL_OK);
  assert_near (lower[0], 4, 0);
  assert_near (upper[0], 16, 0);
  assert_near (lower[1], 7, 0);
  assert_near (upper[1], 13, 0);
  assert_near (spreads[2], 0.2, 0);
  assert_near (upper[3], NAN, 0);
  assert_near (lower[4], NAN, 0);
}

static void
stop_at_what_can_be (void **state)
{
  double spreads[1], lower[1], upper[1];

  (void) state;
  assert_int_equal (kernel_chart_limits (1, NULL, 0.5, 0.25, 3, 0, 1, spreads, lower, upper),
                    KERNEL_OK);
  assert_near (lower[0], 0, 0);
  assert_near (upper[0], 1, 0);
  assert_near (spreads[0], 0.25, 0);
}

static void
are_missing_without_a_spread (void **state)
{
  double spreads[1], lower[1], upper[1];

  (void) state;
  assert_int_equal (kernel_chart_limits (1, NULL, 0.5, NAN, 3, 0, 1, spreads, lower, upper),
                    KERNEL_OK);
  assert_near (lower[0], NAN, 0);
  assert_near (upper[0], NAN, 0);
}

static void
refuse_a_width_that_is_none (void **state)
{
  double spreads[1] = { -7 }, lower[1] = { -7 }, upper[1] = { -7 };

  (void) state;
  assert_int_equal (kernel_chart_limits (1, NULL, 1, 1, 0, 0, 1, spreads, lower, upper),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_chart_limits (1, NULL, 1, 1, INFINITY, 0, 1, spreads, lower, upper),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_chart_limits (1, NULL, 1, 1, NAN, 0, 1, spreads, lower, upper),
                    KERNEL_ERR_PARAMETER);
  assert_near (lower[0], -7, 0);
}

static void
follow_a_centre_that_is_not_level (void **state)
{
  const double centre[] = { 1, 2, 3 }, spreads[] = { 0.5, 0.5, NAN };
  double lower[3], upper[3];

  (void) state;
  assert_int_equal (kernel_limits_around (3, centre, spreads, 2, 0.5, 2.5, lower, upper),
                    KERNEL_OK);
  assert_near (lower[0], 0.5, 0);
  assert_near (upper[0], 2, 0);
  assert_near (lower[1], 1, 0);
  assert_near (upper[1], 2.5, 0);
  assert_near (lower[2], NAN, 0);
  assert_near (upper[2], NAN, 0);
  assert_int_equal (kernel_limits_around (3, centre, spreads, 0, 0, 1, lower, upper),
                    KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (narrow_with_the_root_of_the_size),
    cmocka_unit_test (stop_at_what_can_be),
    cmocka_unit_test (are_missing_without_a_spread),
    cmocka_unit_test (refuse_a_width_that_is_none),
    cmocka_unit_test (follow_a_centre_that_is_not_level),
  };

  return cmocka_run_group_tests_name ("kernel/chart-limits", tests, NULL, NULL);
}
