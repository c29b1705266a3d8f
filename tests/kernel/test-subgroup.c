/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/subgroup.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* mpmath at 40 digits: sqrt (2/(n-1)) gamma (n/2) / gamma ((n-1)/2). */
static void
c4_is_that_printed (void **state)
{
  static const double known[][2] = {
    { 2, 0.797884560802865356 },    { 3, 0.886226925452758014 },  { 5, 0.939985602986625188 },
    { 10, 0.972659274121588243 },   { 25, 0.989640375585703084 }, { 52, 0.995110346645250244 },
    { 1000, 0.999749781101513203 }, { 1e6, 0.99999974999978125 },
  };

  (void) state;
  for (size_t i = 0; i < LENGTH (known); i++)
    assert_near (kernel_c4 (known[i][0]), known[i][1], 1e-15);
  assert_near (kernel_c4 (1e6), 1 - 0.25e-6, 1e-12); /* 1 - 1/(4n) */
  assert_near (kernel_c4 (1), NAN, 0);
  assert_near (kernel_c4 (NAN), NAN, 0);
}

/* Montgomery, appendix VI, n = 5: A3 = 1.427, B4 = 2.089. */
static void
spreads_are_those_printed (void **state)
{
  (void) state;
  assert_near (3 * kernel_subgroup_mean_spread (1, 5), 1.42729929292221689, 2e-15);
  assert_near (kernel_subgroup_deviation_spread (1, 5), 0.362999289543428031, 4e-15);
  assert_near (kernel_subgroup_mean_spread (1, 1), NAN, 0);
  assert_near (kernel_subgroup_deviation_spread (1, 1), NAN, 0);
}

static void
pools_unequal_sizes_and_averages_equal_ones (void **state)
{
  const double means[] = { 10, 11, 13, 99 }, deviations[] = { 1.2, 2.1, 1.7, NAN };
  const double sizes[] = { 4, 6, 5, NAN }, equal[] = { 4, 4, 4, NAN };
  const uint8_t used[] = { 1, 0, 1, 1 };
  double centre, deviation;

  (void) state;
  assert_int_equal (kernel_subgroups (4, means, deviations, sizes, NULL, KERNEL_SUBGROUP_BY_SIZE,
                                      &centre, &deviation),
                    KERNEL_OK);
  assert_near (centre, 11.4, 2e-15);
  assert_near (deviation, 1.7778732613247024, 3e-16); /* R: sqrt (sum ((n-1) s^2) / sum (n-1)) */
  assert_int_equal (kernel_subgroups (4, means, deviations, equal, NULL, KERNEL_SUBGROUP_BY_SIZE,
                                      &centre, &deviation),
                    KERNEL_OK);
  assert_near (deviation, 5.0 / 3, 3e-16);
  assert_int_equal (kernel_subgroups (4, means, deviations, equal, NULL, KERNEL_SUBGROUP_POOLED,
                                      &centre, &deviation),
                    KERNEL_OK);
  assert_near (deviation, sqrt ((1.44 + 4.41 + 2.89) / 3), 3e-16);
  assert_int_equal (kernel_subgroups (4, NULL, deviations, equal, used, KERNEL_SUBGROUP_BY_SIZE,
                                      NULL, &deviation),
                    KERNEL_OK);
  assert_near (deviation, 1.45, 3e-16);
}

static void
nothing_gives_nothing (void **state)
{
  double centre = 0, deviation = 0;

  (void) state;
  assert_int_equal (
      kernel_subgroups (0, NULL, NULL, NULL, NULL, KERNEL_SUBGROUP_BY_SIZE, &centre, &deviation),
      KERNEL_OK);
  assert_near (centre, NAN, 0);
  assert_near (deviation, NAN, 0);
}

static void
sums_up_what_is_there (void **state)
{
  const double observations[] = { 1e9 + 2, NAN, 1e9 + 4, 1e9 + 9 };
  double mean, deviation;
  size_t n_used;

  (void) state;
  assert_int_equal (kernel_subgroup_summary (4, observations, &mean, &deviation, &n_used),
                    KERNEL_OK);
  assert_int_equal (n_used, 3);
  assert_near (mean, 1e9 + 5, 0);
  assert_near (deviation, sqrt (13), 1e-15);
  assert_int_equal (kernel_subgroup_summary (1, observations, &mean, &deviation, &n_used),
                    KERNEL_OK);
  assert_near (mean, 1e9 + 2, 0);
  assert_near (deviation, NAN, 0);
  assert_int_equal (kernel_subgroup_summary (0, NULL, &mean, &deviation, &n_used), KERNEL_OK);
  assert_near (mean, NAN, 0);
  assert_int_equal (n_used, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (c4_is_that_printed),
    cmocka_unit_test (spreads_are_those_printed),
    cmocka_unit_test (pools_unequal_sizes_and_averages_equal_ones),
    cmocka_unit_test (nothing_gives_nothing),
    cmocka_unit_test (sums_up_what_is_there),
  };

  return cmocka_run_group_tests_name ("kernel/subgroup", tests, NULL, NULL);
}
