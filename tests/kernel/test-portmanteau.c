/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/portmanteau.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const double whole[] = { 3, 5, 4, 6, 8, 7, 9, 6, 5, 4, 6, 7, 9, 11, 8 };
static const double holed[] = { 3, 5, 4, NAN, 8, 7, 9, 6, 5, 4, NAN, 7, 9, 11, 8 };

/* R 4.2.2, Box.test(). */
static const struct known {
  const char *label;
  const double *values;
  size_t n_lags, n_fitted;
  double box_pierce, box_pierce_chance, ljung_box, ljung_box_chance;
} known[] = {
  { "R, 4 lags", whole, 4, 0, 9.04754634509269628, 0.05992197378268649, 12.42070006584236275,
    0.01448223526878034 },
  { "R, 5 lags, 2 fitted", whole, 5, 2, NAN, NAN, 14.21267931646753269, 0.00262949875779328 },
  { "R, 3 lags, two missing", holed, 3, 0, 5.9792955851449774, 0.1126218963600721,
    7.82720916414979939, 0.04972106849449787 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelPortmanteau got;

  assert_int_equal (kernel_portmanteau (15, row->values, row->n_lags, row->n_fitted, &got),
                    KERNEL_OK);
  assert_int_equal (got.freedom, row->n_lags - row->n_fitted);
  assert_int_equal (got.n, row->values == holed ? 13 : 15);
  assert_near (got.ljung_box, row->ljung_box, 1e-13);
  assert_near (got.ljung_box_chance, row->ljung_box_chance, 1e-14);
  if (isnan (row->box_pierce))
    return;
  assert_near (got.box_pierce, row->box_pierce, 1e-13);
  assert_near (got.box_pierce_chance, row->box_pierce_chance, 1e-14);
}

static void
says_nothing_of_a_constant (void **state)
{
  const double constant[] = { 0.1, 0.1, 0.1, 0.1, 0.1 };
  KernelPortmanteau got;

  (void) state;
  assert_int_equal (kernel_portmanteau (5, constant, 2, 0, &got), KERNEL_OK);
  assert_true (isnan (got.ljung_box) && isnan (got.ljung_box_chance));
  assert_true (isnan (got.box_pierce) && isnan (got.box_pierce_chance));
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double infinite[] = { 1, 2, INFINITY, 4 };
  KernelPortmanteau got = { .ljung_box = -7 };

  (void) state;
  assert_int_equal (kernel_portmanteau (15, whole, 0, 0, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_portmanteau (15, whole, 2, 2, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_portmanteau (15, holed, 13, 0, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_portmanteau (0, NULL, 1, 0, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_portmanteau (4, infinite, 1, 0, &got), KERNEL_ERR_DOMAIN);
  assert_near (got.ljung_box, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_nothing_of_a_constant);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/portmanteau", tests, NULL, NULL);
}
