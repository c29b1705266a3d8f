/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/prewhiten.h"

#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 60

/* Of e[i] = ((37 i² + 7919 i) mod 101) / 10 - 5 turned into a series that follows itself by
 * phi: numpy.linalg.lstsq of each order on the same rows, numpy 1.24.
 */
static const struct known {
  const char *label;
  size_t n;
  double phi[2];
  size_t most, order;
  double coefficients[2], first, squares;
} known[] = {
  { "white", 30, { 0, 0 }, 2, 0, { 0, 0 }, -2.2, 225.19 },
  { "one", 40, { 0.7, 0 }, 2, 1, { 0.680585135288756, 0 }, -2.21359040529787, 309.499741442392 },
  { "two",
    60,
    { 0.9, -0.5 },
    2,
    2,
    { 0.813263263871256, -0.551350025730038 },
    -2.60420258006906,
    418.000072426278 },
  { "order one at most",
    20,
    { 0.9, -0.5 },
    1,
    1,
    { 0.457954344818306, 0 },
    0.589771724091527,
    93.8072718416951 },
  { "close to a walk", 16, { 1, 0 }, 1, 1, { 0.98, 0 }, 2.7, 62.575176 },
  { "a falling one",
    25,
    { -0.8, 0 },
    2,
    1,
    { -0.809955339115801, 0 },
    -2.13230369401255,
    164.040308054174 },
};

static void
make (size_t n, const double *phi, double *values)
{
  for (size_t i = 0; i < n; i++)
    values[i] = (double) ((i * i * 37 + i * 7919) % 101) / 10 - 5 +
                (i > 0 ? phi[0] * values[i - 1] : 0) + (i > 1 ? phi[1] * values[i - 2] : 0);
}

static void
gives_known_filter (void **state)
{
  const struct known *row = *state;
  double values[MOST], new[MOST], squares = 0;
  KernelFilter filter;

  make (row->n, row->phi, values);
  assert_int_equal (kernel_prewhiten (row->n, values, row->most, new, &filter), KERNEL_OK);
  assert_int_equal (filter.order, row->order);
  assert_int_equal (filter.n_used, row->n - row->most);
  assert_near (filter.coefficients[0], row->coefficients[0], 1e-13);
  assert_near (filter.coefficients[1], row->coefficients[1], 1e-13);
  for (size_t i = 0; i < row->most; i++)
    assert_true (isnan (new[i]));
  assert_near (new[row->most], row->first, 1e-13);
  for (size_t i = row->most; i < row->n; i++)
    squares += new[i] * new[i];
  assert_near (squares, row->squares, 1e-11);
}

/* A missing value takes the rows with it that need it, and no more. */
static void
passes_over_what_is_missing (void **state)
{
  static const double phi[2] = { 0.9, -0.5 };
  double values[MOST], new[MOST];
  KernelFilter filter;

  (void) state;
  make (MOST, phi, values);
  values[20] = NAN;
  assert_int_equal (kernel_prewhiten (MOST, values, 2, new, &filter), KERNEL_OK);
  assert_int_equal (filter.n_used, MOST - 2 - 3);
  for (size_t i = 2; i < MOST; i++)
    assert_int_equal (isnan (new[i]) != 0, i >= 20 && i <= 22);
}

static void
refuses_what_it_cannot_fit (void **state)
{
  static const double none[8] = { 0 }, some[8] = { 1, 4, 2, 8, 5, 7, 1, 3 };
  double new[8];
  KernelFilter filter;

  (void) state;
  assert_int_equal (kernel_prewhiten (8, some, 3, new, &filter), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_prewhiten (6, some, 2, new, &filter), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_prewhiten (8, none, 2, new, &filter), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_prewhiten (7, some, 2, new, &filter), KERNEL_OK);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2] = {
    cmocka_unit_test (passes_over_what_is_missing),
    cmocka_unit_test (refuses_what_it_cannot_fit),
  };

  add_rows (tests + 2, gives_known_filter, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/prewhiten", tests, NULL, NULL);
}
