/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/pooled-reliability.h"
#include "support/near.h"

/* By hand. */
static void
gives_known_answers (void **state)
{
  (void) state;
  assert_near (kernel_pooled_reliability (0.5, 1), 0.5, 0);
  assert_near (kernel_pooled_reliability (0.5, 3), 0.75, 1e-15);
  assert_near (kernel_pooled_reliability (0.24, 3), 0.72 / 1.48, 1e-15);
  assert_near (kernel_pooled_reliability (0, 10), 0, 0);
  assert_near (kernel_pooled_reliability (1, 10), 1, 0);
  assert_near (kernel_pooled_reliability (0.5, 0.5), 1 / 3., 1e-15);
  assert_near (kernel_pooled_reliability (1.1, 2), NAN, 0);
  assert_near (kernel_pooled_reliability (0.5, 0), NAN, 0);
}

static void
is_undone (void **state)
{
  (void) state;
  for (double r = 0.05; r < 1; r += 0.1)
    for (double k = 0.5; k < 20; k *= 2)
      assert_near (kernel_times_to_reliability (r, kernel_pooled_reliability (r, k)), k, 1e-12);
  assert_near (kernel_times_to_reliability (0, 0.75), INFINITY, 0);
  assert_near (kernel_times_to_reliability (1, 0.75), 0, 0);
  assert_near (kernel_times_to_reliability (0.5, 1), NAN, 0);
  assert_near (kernel_times_to_reliability (-0.5, 0.5), NAN, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answers),
    cmocka_unit_test (is_undone),
  };

  return cmocka_run_group_tests_name ("kernel/pooled-reliability", tests, NULL, NULL);
}
