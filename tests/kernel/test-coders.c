/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/coders.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const struct known {
  const char *label;
  size_t n_kinds;
  double counts[9];
  KernelCoders wanted;
} known[] = {
  /* 45 of 60, by hand. */
  { "two kinds", 2, { 20, 5, 10, 25 }, { 60, 0.75, 0.5, 0.5 } },
  /* A. R. Feinstein, D. V. Cicchetti (1990), J. Clin. Epidemiol. 43, 543-549, table 2: as much
   * agreement, one kind common. */
  { "one kind common", 2, { 80, 10, 5, 5 }, { 100, 0.85, 0.318181818181818, 0.7 } },
  { "both as common", 2, { 40, 9, 6, 45 }, { 100, 0.85, 0.6995192307692307, 0.7 } },
  { "three kinds", 3, { 10, 2, 0, 1, 8, 3, 0, 2, 14 }, { 40, 0.8, 0.6958174904942966, 0.6 } },
  { "each the other", 2, { 0, 5, 5, 0 }, { 10, 0, -1, -1 } },
  { "one kind only", 2, { 9, 0, 0, 0 }, { 9, 1, NAN, 1 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelCoders got;

  assert_int_equal (kernel_coders (row->n_kinds, row->counts, &got), KERNEL_OK);
  assert_near (got.n, row->wanted.n, 0);
  assert_near (got.agreed, row->wanted.agreed, 1e-15);
  assert_near (got.kappa, row->wanted.kappa, 1e-15);
  assert_near (got.adjusted, row->wanted.adjusted, 1e-15);
}

static void
refuses (void **state)
{
  static const double none[4] = { 0 }, missing[4] = { 1, NAN, 0, 0 }, negative[4] = { 1, -1, 0, 0 };
  KernelCoders got;

  (void) state;
  assert_int_equal (kernel_coders (2, none, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_coders (2, missing, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_coders (2, negative, &got), KERNEL_ERR_DOMAIN);
}

static void
sizes_a_sample (void **state)
{
  (void) state;
  assert_near (kernel_sample_size (0.4, 0.05, 1.959963984540054), 369, 0);
  assert_near (kernel_sample_size (0.5, 0.05, 1.959963984540054), 385, 0);
  assert_near (kernel_sample_size (0.5, 0.1, 2), 100, 0);
  assert_near (kernel_sample_size (0, 0.05, 2), 0, 0);
  assert_near (kernel_sample_size (1.1, 0.05, 2), NAN, 0);
  assert_near (kernel_sample_size (0.4, 0, 2), NAN, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2] = {
    cmocka_unit_test (refuses),
    cmocka_unit_test (sizes_a_sample),
  };

  add_rows (tests + 2, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/coders", tests, NULL, NULL);
}
