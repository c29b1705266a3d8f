/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ratchet.h"
#include "support/near.h"

static const double values[] = { 82, 85, 84, 88, 91, 89, 93, 90, 95, 94 };
static const double targets[] = { 80, 81, 83, 83.5, 86, 90, 89.5, 92, 91.5, 93.5 };

/* R's lm(). */
static void
gives_known_answers (void **state)
{
  KernelRatchet got;

  (void) state;
  assert_int_equal (kernel_ratchet (10, values, targets, &got), KERNEL_OK);
  assert_int_equal (got.n_above, 7);
  assert_int_equal (got.n_below, 2);
  assert_near (got.drift, -0.439446366782006, 1e-13);
  assert_near (got.above, 0.747404844290657, 1e-13);
  assert_near (got.below, 0.036332179930796, 1e-13);
  assert_near (got.above_error, 0.116917864623393, 1e-13);
  assert_near (got.below_error, 0.316914757182033, 1e-13);
}

/* Six targets are described, and not tested; none was missed before the last. */
static void
tests_no_few_targets (void **state)
{
  KernelRatchet got;

  (void) state;
  assert_int_equal (kernel_ratchet (6, values, targets, &got), KERNEL_OK);
  assert_near (got.drift, -0.44703389830508, 1e-13);
  assert_near (got.above, 0.74152542372881, 1e-13);
  assert_true (isnan (got.above_error));
  assert_int_equal (got.n_below, 0);
  assert_true (isnan (got.below) && isnan (got.below_error));
  assert_int_equal (kernel_ratchet (7, values, targets, &got), KERNEL_OK);
  assert_true (isnan (got.above_error));
  assert_int_equal (kernel_ratchet (8, values, targets, &got), KERNEL_OK);
  assert_false (isnan (got.above_error));
}

/* Half of what was gained is asked for next year, and nothing given back: exactly. */
static void
finds_a_ratchet (void **state)
{
  double seen[12], asked[12] = { 50 };
  KernelRatchet got;

  (void) state;
  for (size_t i = 0; i < 12; i++) {
    seen[i] = asked[i] + (i % 3 == 2 ? -3 : 1 + (double) i);
    if (i + 1 < 12)
      asked[i + 1] = asked[i] + fmax (0, seen[i] - asked[i]) / 2;
  }
  assert_int_equal (kernel_ratchet (12, seen, asked, &got), KERNEL_OK);
  assert_near (got.above, 0.5, 1e-13);
  assert_near (got.below, 0, 1e-13);
  assert_near (got.drift, 0, 1e-13);
}

static void
passes_over_what_is_missing (void **state)
{
  double seen[12], asked[12];
  KernelRatchet whole, part;

  (void) state;
  for (size_t i = 0; i < 10; i++) {
    seen[i] = values[i];
    asked[i] = targets[i];
  }
  seen[10] = 7;
  asked[10] = NAN;
  seen[11] = NAN;
  asked[11] = 3;
  assert_int_equal (kernel_ratchet (10, values, targets, &whole), KERNEL_OK);
  assert_int_equal (kernel_ratchet (12, seen, asked, &part), KERNEL_OK);
  assert_near (part.above, whole.above, 0);
  assert_int_equal (part.n_above, whole.n_above);
}

static void
refuses_what_has_no_slope (void **state)
{
  const double alike[] = { 12, 14, 16, 18, 20, 22 }, asked[] = { 10, 12, 14, 16, 18, 20 };
  KernelRatchet got = { .drift = -7 };

  (void) state;
  assert_int_equal (kernel_ratchet (3, values, targets, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_ratchet (0, values, targets, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_ratchet (6, alike, asked, &got), KERNEL_ERR_DOMAIN);
  assert_near (got.drift, -7, 0);
  assert_int_equal (kernel_ratchet (6, asked, asked, &got), KERNEL_OK);
  assert_near (got.drift, 2, 1e-13);
  assert_true (isnan (got.above) && isnan (got.below));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answers),       cmocka_unit_test (tests_no_few_targets),
    cmocka_unit_test (finds_a_ratchet),           cmocka_unit_test (passes_over_what_is_missing),
    cmocka_unit_test (refuses_what_has_no_slope),
  };

  return cmocka_run_group_tests_name ("kernel/ratchet", tests, NULL, NULL);
}
