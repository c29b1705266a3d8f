/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rare-event.h"
#include "support/near.h"

static void
goes_to_the_scale_and_back (void **state)
{
  (void) state;
  /* Montgomery, example 7.6: 286 hours; R: 286^(1/3.6), 5.2^3.6. */
  assert_near (kernel_time_between_to_scale (286), 4.811980935983275, 2e-15);
  assert_near (kernel_time_between_from_scale (5.2), 378.104666243201, 1e-11);
  assert_near (kernel_time_between_from_scale (kernel_time_between_to_scale (17)), 17, 1e-13);
}

static void
nothing_lies_before_no_time (void **state)
{
  (void) state;
  assert_near (kernel_time_between_to_scale (0), 0, 0);
  assert_near (kernel_time_between_from_scale (-1), 0, 0);
  assert_near (kernel_time_between_to_scale (-1), NAN, 0);
  assert_near (kernel_time_between_to_scale (NAN), NAN, 0);
  assert_near (kernel_time_between_from_scale (NAN), NAN, 0);
}

static void
counts_between_spread_like_a_geometric_distribution (void **state)
{
  (void) state;
  assert_near (kernel_count_between_sigma (9, 0), 9.48683298050514, 1e-14); /* sqrt (90) */
  assert_near (kernel_count_between_sigma (10, 1), 9.48683298050514, 1e-14);
  assert_near (kernel_count_between_sigma (0, 0), 0, 0);
  assert_near (kernel_count_between_sigma (0.5, 1), NAN, 0);
  assert_near (kernel_count_between_sigma (-1, 0), NAN, 0);
  assert_near (kernel_count_between_sigma (NAN, 0), NAN, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (goes_to_the_scale_and_back),
    cmocka_unit_test (nothing_lies_before_no_time),
    cmocka_unit_test (counts_between_spread_like_a_geometric_distribution),
  };

  return cmocka_run_group_tests_name ("kernel/rare-event", tests, NULL, NULL);
}
