/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/moving-range.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static void
constants_are_those_printed (void **state)
{
  (void) state;
  /* 50-digit decimal arithmetic: sqrt (pi) / 2 and 1 + 3 sqrt (2 - 4/pi) sqrt (pi) / 2. */
  assert_near (kernel_constants_exact.sigma, 0.88622692545275801, 0);
  assert_near (kernel_constants_exact.range_limit, 3.2665319192886011, 9e-16);
  /* Wheeler, Making Sense of Data: 2.660 and 3.268. */
  assert_near (3 * kernel_constants_wheeler.sigma, 2.66, 5e-16);
  assert_near (kernel_constants_wheeler.range_limit, 3.268, 0);
  /* Montgomery, 6th ed., appendix VI: d2 = 1.128, D4 = 3.267. */
  assert_near (1 / kernel_constants_montgomery.sigma, 1.128, 3e-16);
  assert_near (kernel_constants_montgomery.range_limit, 3.267, 0);
  /* 40-digit decimal arithmetic: 1/(sqrt (2) q(3/4)) and D4 d2/(sqrt (2) q(3/4)). */
  assert_near (kernel_constants_exact.median_sigma, 1.0483580825075305, 3e-16);
  assert_near (kernel_constants_exact.median_range_limit, 3.8641289730680728, 9e-16);
  /* Wheeler, section 10.2: 3.145 and 3.865; d4 = 0.954. */
  assert_near (3 * kernel_constants_wheeler.median_sigma, 3.145, 5e-16);
  assert_near (kernel_constants_wheeler.median_range_limit, 3.865, 0);
  assert_near (1 / kernel_constants_montgomery.median_sigma, 0.954, 2e-16);
}

static void
median_is_not_moved_by_one_large_range (void **state)
{
  const double ranges[] = { NAN, 2, 90, 1, NAN, 4 };
  double work[6];
  KernelMeanRange result;

  (void) state;
  assert_int_equal (kernel_median_range (6, ranges, work, &result), KERNEL_OK);
  assert_near (result.mean, 3, 0);
  assert_int_equal (result.n_ranges, 4);
  assert_int_equal (result.n_dropped, 0);
  assert_int_equal (kernel_median_range (1, ranges, work, &result), KERNEL_OK);
  assert_near (result.mean, NAN, 0);
}

static void
never_bridges_a_gap (void **state)
{
  const double values[] = { 1, 4, NAN, 9, 7, 2 };
  const uint8_t joined[] = { 0, 1, 1, 1, 1, 0 };
  double ranges[] = { -7, -7, -7, -7, -7, -7 };

  (void) state;
  assert_int_equal (kernel_moving_ranges (6, values, joined, ranges), KERNEL_OK);
  assert_near (ranges[0], NAN, 0);
  assert_near (ranges[1], 3, 0);
  assert_near (ranges[2], NAN, 0);
  assert_near (ranges[3], NAN, 0);
  assert_near (ranges[4], 2, 0);
  assert_near (ranges[5], NAN, 0);
  assert_int_equal (kernel_moving_ranges (6, values, NULL, ranges), KERNEL_OK);
  assert_near (ranges[5], 5, 0);
  assert_int_equal (kernel_moving_ranges (0, NULL, NULL, NULL), KERNEL_OK);
}

/* Each row is one test. */
static const struct known {
  const char *label;
  double ranges[6];
  double screen;
  double mean;
  size_t n_ranges, n_dropped;
} known[] = {
  { "keeps all", { 1, 2, NAN, 3, 1, 100 }, 0, 21.4, 5, 0 },
  { "drops at the bound, once", { 1, 1, 2, NAN, 2, 6 }, 2.5, 1.5, 4, 1 },
  { "keeps below the bound", { 1, 1, 2, NAN, 2, 6 }, 2.51, 2.4, 5, 0 },
  /* One spike on a constant series: what screening would leave is all zero. */
  { "keeps a single spike", { 0, 0, 0, 4, 4, 0 }, 2, 8.0 / 6, 6, 0 },
  { "would leave nothing", { 3, 3, 3, 3, 3, 3 }, 1, 3, 6, 0 },
  { "all zero", { 0, 0, 0, 0, 0, 0 }, 3.267, 0, 6, 0 },
  { "nothing there", { NAN, NAN, NAN, NAN, NAN, NAN }, 3.267, NAN, 0, 0 },
};

static void
gives_known_mean (void **state)
{
  const struct known *row = *state;
  KernelMeanRange result = { -7, 99, 99 };

  assert_int_equal (kernel_mean_range (6, row->ranges, row->screen, &result), KERNEL_OK);
  assert_near (result.mean, row->mean, 4e-15);
  assert_int_equal (result.n_ranges, row->n_ranges);
  assert_int_equal (result.n_dropped, row->n_dropped);
}

static void
refuses_a_screen_that_is_none (void **state)
{
  const double ranges[] = { 1, 2 };
  KernelMeanRange result = { -7, 99, 98 };

  (void) state;
  assert_int_equal (kernel_mean_range (2, ranges, -1, &result), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_mean_range (2, ranges, NAN, &result), KERNEL_ERR_PARAMETER);
  assert_near (result.mean, -7, 0);
  assert_int_equal (result.n_ranges, 99);
  assert_int_equal (result.n_dropped, 98);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4] = {
    cmocka_unit_test (constants_are_those_printed),
    cmocka_unit_test (median_is_not_moved_by_one_large_range),
    cmocka_unit_test (never_bridges_a_gap),
    cmocka_unit_test (refuses_a_screen_that_is_none),
  };

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[4 + i] = (struct CMUnitTest){ .name = known[i].label,
                                        .test_func = gives_known_mean,
                                        .initial_state = (void *) &known[i] };

  return cmocka_run_group_tests_name ("kernel/moving-range", tests, NULL, NULL);
}
