/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/e-value.h"

#include "support/near.h"

/* VanderWeele and Ding (2017): 3.9 asks for 7.26, and a ratio below 1 for that of its inverse. */
static void
gives_known_values (void **state)
{
  (void) state;
  assert_near (kernel_e_value (3.9), 7.2630, 5e-5);
  assert_near (kernel_e_value (1.8), 3, 1e-14);
  assert_near (kernel_e_value (1 / 1.8), 3, 1e-14);
  assert_near (kernel_e_value (1.5), 1.5 + sqrt (0.75), 1e-15);
  assert_near (kernel_e_value (1), 1, 0);
  assert_near (kernel_e_value (0), NAN, 0);
  assert_near (kernel_e_value (-2), NAN, 0);
  assert_near (kernel_e_value (NAN), NAN, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (gives_known_values) };

  return cmocka_run_group_tests_name ("kernel/e-value", tests, NULL, NULL);
}
