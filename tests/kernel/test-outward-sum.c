/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/outward-sum.h"

#include "support/near.h"

/* Heads of @n throws of a coin that is even. */
static double
step_up (const void *of, double x)
{
  const double *n = of;

  return (*n - x) / (x + 1);
}

/* By hand: of 4 throws 1, 4, 6, 4 and 1 of 16. */
static void
counts_what_is_no_likelier (void **state)
{
  const double n = 4;

  (void) state;
  assert_near (kernel_outward_sum (step_up, &n, 0, n, 2, 0), 2.0 / 16, 1e-15);
  assert_near (kernel_outward_sum (step_up, &n, 0, n, 2, 1), 10.0 / 16, 1e-15);
  assert_near (kernel_outward_sum (step_up, &n, 0, n, 2, 2), 1, 0);
  assert_near (kernel_outward_sum (step_up, &n, 0, n, 2, 3), 10.0 / 16, 1e-15);
  assert_near (kernel_outward_sum (step_up, &n, 0, n, 2, 4), 2.0 / 16, 1e-15);
}

static void
knows_a_count_of_cases (void **state)
{
  (void) state;
  assert_true (kernel_is_case_count (0));
  assert_true (kernel_is_case_count (1e9));
  assert_false (kernel_is_case_count (1e9 + 1));
  assert_false (kernel_is_case_count (-1));
  assert_false (kernel_is_case_count (0.5));
  assert_false (kernel_is_case_count (0.0 / 0.0));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (counts_what_is_no_likelier),
    cmocka_unit_test (knows_a_count_of_cases),
  };

  return cmocka_run_group_tests_name ("kernel/outward-sum", tests, NULL, NULL);
}
