/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/newey-west.h"

#include "support/near.h"

/* 1 + 4 + 9 + 1, then neighbours 2 - 6 - 3, then those two apart 3 - 2. */
static void
gives_what_the_formula_says (void **state)
{
  static const double scores[] = { 1, 2, -3, 1 };

  (void) state;
  assert_near (kernel_newey_west (4, scores, 0), 15, 0);
  assert_near (kernel_newey_west (4, scores, 1), 15 + 2 * 0.5 * (2 - 6 - 3), 1e-15);
  assert_near (kernel_newey_west (4, scores, 2),
               15 + 2 * (2 / 3.) * (2 - 6 - 3) + 2 * (1 / 3.) * (-3 + 2), 1e-14);
  assert_near (kernel_newey_west (1, scores, 9), 1, 0);
  assert_near (kernel_newey_west (0, scores, 9), 0, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (gives_what_the_formula_says) };

  return cmocka_run_group_tests_name ("kernel/newey-west", tests, NULL, NULL);
}
