/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/first-order.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const double whole[] = { 3, 5, 4, 6, 8, 7, 9, 6, 5, 4, 6, 7, 9, 11, 8 };
static const double holed[] = { 3, 5, 4, NAN, 8, 7, 9, 6, 5, 4, NAN, 7, 9, 11, 8 };

/* R 4.2.2, arima (order = c (1, 0, 0)) with that share, and that mean or the most
 * likely, which R looks for where the likelihood is flat.
 */
static const struct known {
  const char *label;
  const double *values;
  double phi, mean;
  double most_likely_mean, variance, log_likelihood;
} known[] = {
  { "R, both given", whole, 0.5, 6.5, 6.5, 3.070833333333333, -29.842536300651069 },
  { "R, both given, missing", holed, 0.5, 6.5, 6.5, 3.533653846153846, -27.018346246025715 },
  { "R, share given", whole, -0.3, NAN, 6.566137566137462, 6.229001763668430, -35.050354008382676 },
  { "R, share given, missing", holed, -0.3, NAN, 6.743690869245856, 6.964366981360048,
    -31.194777630989780 },
};

static void
gives_known_likelihood (void **state)
{
  const struct known *row = *state;
  KernelFirstOrder got;

  assert_int_equal (kernel_first_order_at (15, row->values, row->phi, row->mean, &got), KERNEL_OK);
  assert_int_equal (got.n, row->values == holed ? 13 : 15);
  assert_near (got.phi, row->phi, 0);
  assert_near (got.mean, row->most_likely_mean, isnan (row->mean) ? 1e-6 : 0);
  assert_near (got.variance, row->variance, 1e-12);
  assert_near (got.log_likelihood, row->log_likelihood, 1e-12);
}

/* R's own search, with reltol = 1e-15: the likelihood to 1e-12, the rest to what is flat. */
static void
finds_the_most_likely (void **state)
{
  KernelFirstOrder got;

  (void) state;
  assert_int_equal (kernel_first_order (15, whole, &got), KERNEL_OK);
  assert_near (got.log_likelihood, -29.7238311934510975, 1e-12);
  assert_near (got.phi, 0.6058165313496867, 1e-6);
  assert_near (got.mean, 6.3575960239049820, 1e-6);
  assert_near (got.variance, 2.9886247424786427, 1e-6);
  assert_int_equal (kernel_first_order (15, holed, &got), KERNEL_OK);
  assert_near (got.log_likelihood, -26.9808626035725041, 1e-12);
  assert_near (got.phi, 0.5591630537872675, 1e-6);
}

/* Nothing near is more likely, and values turned round in time are as likely. */
static void
is_the_top_either_way (void **state)
{
  double turned[15];
  KernelFirstOrder best, other;

  (void) state;
  for (size_t i = 0; i < 15; i++)
    turned[i] = holed[14 - i];
  assert_int_equal (kernel_first_order (15, holed, &best), KERNEL_OK);
  for (double step = -1e-3; step <= 1e-3; step += 2e-3) {
    assert_int_equal (kernel_first_order_at (15, holed, best.phi + step, NAN, &other), KERNEL_OK);
    assert_true (other.log_likelihood < best.log_likelihood);
    assert_int_equal (kernel_first_order_at (15, holed, best.phi, best.mean + step, &other),
                      KERNEL_OK);
    assert_true (other.log_likelihood < best.log_likelihood);
  }
  assert_int_equal (kernel_first_order (15, turned, &other), KERNEL_OK);
  assert_near (other.log_likelihood, best.log_likelihood, 1e-12);
}

/* What is missing at either end says nothing. */
static void
does_not_mind_missing_ends (void **state)
{
  double padded[20];
  KernelFirstOrder want, got;

  (void) state;
  for (size_t i = 0; i < 20; i++)
    padded[i] = i >= 3 && i < 18 ? whole[i - 3] : NAN;
  assert_int_equal (kernel_first_order (15, whole, &want), KERNEL_OK);
  assert_int_equal (kernel_first_order (20, padded, &got), KERNEL_OK);
  assert_near (got.phi, want.phi, 0);
  assert_near (got.log_likelihood, want.log_likelihood, 0);
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double alike[] = { 0.1, 0.1, NAN, 0.1 }, infinite[] = { 1, 2, INFINITY, 3 };
  const double two[] = { 1, NAN, 2 };
  KernelFirstOrder got = { .phi = -7 };

  (void) state;
  assert_int_equal (kernel_first_order_at (15, whole, 1, NAN, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_first_order_at (15, whole, NAN, NAN, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_first_order_at (15, whole, 0, INFINITY, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_first_order_at (4, alike, 0, NAN, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_first_order (4, alike, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_first_order (4, infinite, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_first_order (3, two, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_first_order (0, NULL, &got), KERNEL_ERR_TOO_SHORT);
  assert_near (got.phi, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4];
  size_t n = add_rows (tests, gives_known_likelihood, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_the_most_likely);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_the_top_either_way);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_not_mind_missing_ends);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/first-order", tests, NULL, NULL);
}
