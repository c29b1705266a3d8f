/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/just-made.h"
#include "support/near.h"

#include "kernel/binomial.h"

/* scipy.stats.binom and betabinom, likeness by moments. */
static void
gives_known_answers (void **state)
{
  const double x[] = { 19, 38, 27, 45, 18, 29, 55, 36, 22, 41, NAN, 3 };
  const double n[] = { 20, 40, 30, 50, 20, 30, 60, 40, 25, 44, 9, 0 };
  const double y[] = { 12, 30, 25, 20, 10, 28, 33, 36, 14, 43, 17, 29, 38, 9, 50 };
  const double m[] = { 20, 40, 30, 50, 20, 30, 60, 40, 25, 44, 20, 33, 40, 12, 60 };
  KernelJustMade got;

  (void) state;
  assert_int_equal (kernel_just_made (12, x, n, 0.95, 0.02, &got), KERNEL_OK);
  assert_int_equal (got.n_units, 10);
  assert_near (got.share, 0.91922005571, 1e-10);
  assert_near (got.likeness, 0, 0);
  assert_near (got.observed, 3, 0);
  assert_near (got.expected, 2.31092035266, 1e-9);
  assert_near (got.z, 0.521697426715, 1e-9);
  assert_near (got.p, 0.3009402, 1e-6);
  assert_int_equal (kernel_just_made (15, y, m, 0.9, 0.05, &got), KERNEL_OK);
  assert_near (got.likeness, 0.178941776445, 1e-10);
  assert_near (got.observed, 2, 0);
  assert_near (got.expected, 1.91316082524, 1e-9);
  assert_near (got.z, 0.0673593803863, 1e-9);
}

/* A likeness of 0 is a binomial, and all chances add up to 1 whatever it is. */
static void
is_a_distribution (void **state)
{
  (void) state;
  for (double likeness = 0; likeness < 0.99; likeness += 0.07) {
    assert_near (kernel_beta_binomial (-3, 99, 40, 0.93, likeness), 1, 1e-14);
    assert_near (kernel_beta_binomial (0, 20, 40, 0.93, likeness) +
                     kernel_beta_binomial (21, 40, 40, 0.93, likeness),
                 1, 1e-14);
    assert_near (kernel_beta_binomial (5, 4, 40, 0.5, likeness), 0, 0);
  }
  for (double k = 0; k <= 40; k++)
    assert_near (kernel_beta_binomial (0, k, 40, 0.93, 0), kernel_binomial_cdf (k, 40, 0.93),
                 1e-13);
  /* Of one case nothing but the share is left. */
  assert_near (kernel_beta_binomial (1, 1, 1, 0.3, 0.5), 0.3, 1e-15);
}

static void
refuses_what_is_no_share (void **state)
{
  KernelJustMade got = { .z = -7 };
  const double n[] = { 10, 10 };

  (void) state;
  assert_int_equal (kernel_just_made (2, (const double[]){ 5, 11 }, n, 0.9, 0.1, &got),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_just_made (2, (const double[]){ 5, 2.5 }, n, 0.9, 0.1, &got),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_just_made (2, (const double[]){ 10, 10 }, n, 0.9, 0.1, &got),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_just_made (1, (const double[]){ 5 }, n, 0.9, 0.1, &got),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_just_made (2, (const double[]){ 5, 6 }, n, 0.9, 0, &got),
                    KERNEL_ERR_PARAMETER);
  assert_near (got.z, -7, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answers),
    cmocka_unit_test (is_a_distribution),
    cmocka_unit_test (refuses_what_is_no_share),
  };

  return cmocka_run_group_tests_name ("kernel/just-made", tests, NULL, NULL);
}
