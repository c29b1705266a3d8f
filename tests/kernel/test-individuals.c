/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/individuals.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* 3, 4, 5: one series, three printed answers for the upper limit. */
static const struct known {
  const char *label;
  const KernelRangeConstants *constants;
  double upper, tolerance;
} known[] = {
  { "wheeler 3 4 5", &kernel_constants_wheeler, 6.66, 1e-15 },
  { "montgomery 3 4 5", &kernel_constants_montgomery, 4 + 3 / 1.128, 1e-15 },
  { "exact 3 4 5", &kernel_constants_exact, 6.658681, 5e-7 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const double values[] = { 3, 4, 5 };
  double work[3], centre = -7, sigma = -7;
  KernelMeanRange ranges;

  assert_int_equal (kernel_individuals (3, values, NULL, NULL, row->constants->sigma, 0, work,
                                        &centre, &sigma, &ranges),
                    KERNEL_OK);
  assert_near (centre, 4, 0);
  assert_near (centre + 3 * sigma, row->upper, row->tolerance);
  assert_int_equal (ranges.n_ranges, 2);
}

static void
leaves_out_a_point_and_both_its_ranges (void **state)
{
  const double values[] = { 3, 4, 90, 6, 8 };
  const uint8_t used[] = { 1, 1, 0, 1, 1 };
  const uint8_t joined[] = { 0, 1, 0, 0, 1 };
  double work[5], centre = -7, sigma = -7;
  KernelMeanRange ranges;

  (void) state;
  assert_int_equal (
      kernel_individuals (5, values, used, joined, 1, 0, work, &centre, &sigma, &ranges),
      KERNEL_OK);
  assert_near (centre, 5.25, 0);
  assert_near (sigma, 1.5, 0);
}

static void
screens_before_the_mean_range (void **state)
{
  const double values[] = { 1, 2, 1, 2, 1, 2, 1, 2, 30 };
  double work[9], centre = -7, sigma = -7;
  KernelMeanRange ranges;

  (void) state;
  assert_int_equal (
      kernel_individuals (9, values, NULL, NULL, 1, 3.267, work, &centre, &sigma, &ranges),
      KERNEL_OK);
  assert_near (sigma, 1, 0);
  assert_int_equal (ranges.n_dropped, 1);
  assert_int_equal (
      kernel_individuals (9, values, NULL, NULL, 1, -1, work, &centre, &sigma, &ranges),
      KERNEL_ERR_PARAMETER);
}

static void
one_point_has_no_spread (void **state)
{
  const double values[] = { 5 };
  double work[1], centre = -7, sigma = -7;
  KernelMeanRange ranges;

  (void) state;
  assert_int_equal (
      kernel_individuals (1, values, NULL, NULL, 1, 0, work, &centre, &sigma, &ranges), KERNEL_OK);
  assert_near (centre, 5, 0);
  assert_near (sigma, NAN, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3] = {
    cmocka_unit_test (leaves_out_a_point_and_both_its_ranges),
    cmocka_unit_test (screens_before_the_mean_range),
    cmocka_unit_test (one_point_has_no_spread),
  };

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[3 + i] = (struct CMUnitTest){ .name = known[i].label,
                                        .test_func = gives_known_answer,
                                        .initial_state = (void *) &known[i] };

  return cmocka_run_group_tests_name ("kernel/individuals", tests, NULL, NULL);
}
