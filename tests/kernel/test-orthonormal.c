/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/orthonormal.h"

#include "support/near.h"

/* Columns 1, t, t² of five rows, and one that is none of its own. */
static void
makes_columns_orthonormal (void **state)
{
  double columns[20], length;

  (void) state;
  for (size_t i = 0; i < 5; i++) {
    columns[i] = 1;
    columns[5 + i] = (double) i;
    columns[10 + i] = (double) (i * i);
    columns[15 + i] = 3 - 2 * (double) i;
  }
  assert_true (kernel_orthonormal_add (5, columns, 0, &length));
  assert_near (length, sqrt (5), 1e-15);
  assert_true (kernel_orthonormal_add (5, columns, 1, &length));
  assert_near (length, sqrt (10), 1e-14);
  assert_true (kernel_orthonormal_add (5, columns, 2, NULL));
  assert_near (columns[10], 2 / sqrt (14), 1e-14);
  assert_near (columns[12], -2 / sqrt (14), 1e-14);
  assert_false (kernel_orthonormal_add (5, columns, 3, &length));
  assert_near (length, 0, 1e-14);
  assert_near (kernel_inner_product (5, columns, columns + 10), 0, 1e-15);
  columns[1] = NAN;
  assert_near (kernel_sum_squares (5, columns), 0.8, 1e-15);
}

/* Nearly parallel columns: once round would leave 1e-8 of the first in the second. */
static void
goes_round_twice (void **state)
{
  double columns[6] = { 1, 1, 1, 1, 1, 1 + 1e-8 };

  (void) state;
  assert_true (kernel_orthonormal_add (3, columns, 0, NULL));
  assert_true (kernel_orthonormal_add (3, columns, 1, NULL));
  assert_near (kernel_inner_product (3, columns, columns + 3), 0, 1e-15);
}

static void
adds_nothing_of_nothing (void **state)
{
  double columns[3] = { 0, 0, 0 };

  (void) state;
  assert_false (kernel_orthonormal_add (3, columns, 0, NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (makes_columns_orthonormal),
    cmocka_unit_test (goes_round_twice),
    cmocka_unit_test (adds_nothing_of_nothing),
  };

  return cmocka_run_group_tests_name ("kernel/orthonormal", tests, NULL, NULL);
}
