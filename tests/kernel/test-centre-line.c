/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/centre-line.h"
#include "support/near.h"

static const double places[] = { 0, 1, 2, 5, 6, 7, 8 };
static const double values[] = { 3, 5, 4, 8, 9, 7, 12 };

/* R 4.2: coef (lm (x ~ t)). */
static void
least_squares_is_that_of_r (void **state)
{
  KernelLine line;

  (void) state;
  assert_int_equal (kernel_line_least_squares (7, places, values, NULL, &line), KERNEL_OK);
  assert_near (line.level, 3.11650485436893332, 2e-15);
  assert_near (line.slope, 0.90291262135922323, 4e-16);
}

/* By hand: 4 at 1 and 28/3 at 7; the middle value is in neither half. */
static void
half_averages_leave_the_middle_out (void **state)
{
  KernelLine line;

  (void) state;
  assert_int_equal (kernel_line_half_averages (7, places, values, NULL, &line), KERNEL_OK);
  assert_near (line.slope, (28.0 / 3 - 4) / 6, 2e-16);
  assert_near (line.level, 4 - line.slope, 2e-15);
}

static void
a_straight_line_is_found_by_both (void **state)
{
  double straight[7];
  KernelLine line;

  (void) state;
  for (int i = 0; i < 7; i++)
    straight[i] = 10 - 2 * places[i];
  assert_int_equal (kernel_line_least_squares (7, places, straight, NULL, &line), KERNEL_OK);
  assert_near (line.slope, -2, 1e-15);
  assert_int_equal (kernel_line_half_averages (7, places, straight, NULL, &line), KERNEL_OK);
  assert_near (line.slope, -2, 1e-15);
  assert_near (line.level, 10, 4e-15);
}

static void
uses_only_what_is_there_and_used (void **state)
{
  const double gaps[] = { 3, NAN, 4, 800, 9, 7, 12 };
  const uint8_t used[] = { 1, 1, 1, 0, 1, 1, 1 };
  const double some_places[] = { 0, 2, 6, 7, 8 }, some[] = { 3, 4, 9, 7, 12 };
  KernelLine line, wanted;

  (void) state;
  assert_int_equal (kernel_line_least_squares (7, places, gaps, used, &line), KERNEL_OK);
  assert_int_equal (kernel_line_least_squares (5, some_places, some, NULL, &wanted), KERNEL_OK);
  assert_near (line.slope, wanted.slope, 0);
  assert_int_equal (kernel_line_half_averages (7, places, gaps, used, &line), KERNEL_OK);
  assert_int_equal (kernel_line_half_averages (5, some_places, some, NULL, &wanted), KERNEL_OK);
  assert_near (line.slope, wanted.slope, 0);
  assert_near (line.level, wanted.level, 0);
}

static void
one_value_has_no_line (void **state)
{
  KernelLine line = { -7, -7 };

  (void) state;
  assert_int_equal (kernel_line_least_squares (1, places, values, NULL, &line),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_line_half_averages (1, places, values, NULL, &line),
                    KERNEL_ERR_TOO_SHORT);
  assert_near (line.level, -7, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (least_squares_is_that_of_r),
    cmocka_unit_test (half_averages_leave_the_middle_out),
    cmocka_unit_test (a_straight_line_is_found_by_both),
    cmocka_unit_test (uses_only_what_is_there_and_used),
    cmocka_unit_test (one_value_has_no_line),
  };

  return cmocka_run_group_tests_name ("kernel/centre-line", tests, NULL, NULL);
}
