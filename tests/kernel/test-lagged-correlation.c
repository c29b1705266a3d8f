/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/lagged-correlation.h"

#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 24

/* scipy 1.10: 2 * stats.t.sf (abs (r) * sqrt (df / (1 - r * r)), df) */
static const struct known {
  const char *label;
  double r;
  size_t freedom;
  double chance;
} known[] = {
  { "a half of 10", 0.5, 10, 0.09785461425781246 },
  { "close of 3", 0.9, 3, 0.03738607346849863 },
  { "weak of 200", 0.1, 200, 0.1567758654244411 },
  { "the other way", -0.7, 28, 1.664791006988147e-05 },
  { "all but the same", 0.999999, 40, 1.314595048448986e-115 },
  { "none", 0, 5, 1 },
  { "the same", 1, 5, 0 },
  { "no freedom", 0.5, 0, NAN },
  { "no correlation", NAN, 5, NAN },
};

static void
gives_known_chance (void **state)
{
  const struct known *row = *state;

  assert_near (kernel_correlation_chance (row->r, row->freedom), row->chance, 1e-11 * row->chance);
}

static void
says_the_chance_of_any (void **state)
{
  (void) state;
  assert_near (kernel_any_of (0.05, 4), 0.18549375, 1e-15);
  assert_near (kernel_any_of (1e-20, 4), 4e-20, 1e-34);
  assert_near (kernel_any_of (0.3, 1), 0.3, 1e-16);
  assert_near (kernel_any_of (1, 4), 1, 0);
  assert_near (kernel_any_of (0, 4), 0, 0);
}

static void
make (double *x, double *y, size_t lag)
{
  for (size_t i = 0; i < N; i++)
    x[i] = (double) ((i * i * 37 + i * 7919) % 101);
  for (size_t i = 0; i < N; i++)
    y[i] = i >= lag ? 7 - 2 * x[i - lag] + (double) (i % 3) : 0;
}

static void
finds_the_lag (void **state)
{
  double x[N], y[N];
  KernelLagged found;

  (void) state;
  for (size_t lag = 0; lag <= 3; lag++) {
    make (x, y, lag);
    assert_int_equal (kernel_lagged_correlation (N, x, y, 3, 5, &found), KERNEL_OK);
    assert_int_equal (found.lag, lag);
    assert_true (found.r < -0.99);
    assert_int_equal (found.freedom, N - lag - 2 - 5);
    assert_true (found.chance < 1e-12);
  }
}

static void
leaves_out_what_is_missing (void **state)
{
  double x[N], y[N];
  KernelLagged found;

  (void) state;
  make (x, y, 2);
  x[3] = NAN;
  y[9] = NAN;
  assert_int_equal (kernel_lagged_correlation (N, x, y, 3, 1, &found), KERNEL_OK);
  assert_int_equal (found.lag, 2);
  assert_int_equal (found.freedom, N - 2 - 2 - 2 - 1);
}

/* What was taken off never takes all, and a series that does not vary says nothing. */
static void
keeps_two_degrees_of_freedom (void **state)
{
  double x[N], y[N];
  KernelLagged found;

  (void) state;
  make (x, y, 0);
  assert_int_equal (kernel_lagged_correlation (N, x, y, 0, 19, &found), KERNEL_OK);
  assert_int_equal (found.freedom, 3);
  assert_int_equal (kernel_lagged_correlation (N, x, y, 0, 20, &found), KERNEL_OK);
  assert_int_equal (found.freedom, 2);
  assert_int_equal (kernel_lagged_correlation (N, x, y, 0, 900, &found), KERNEL_OK);
  assert_int_equal (found.freedom, 2);
  assert_int_equal (kernel_lagged_correlation (3, x, y, 3, 0, &found), KERNEL_ERR_TOO_SHORT);
  for (size_t i = 0; i < N; i++)
    y[i] = 4;
  assert_int_equal (kernel_lagged_correlation (N, x, y, 3, 0, &found), KERNEL_ERR_TOO_SHORT);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4] = {
    cmocka_unit_test (says_the_chance_of_any),
    cmocka_unit_test (finds_the_lag),
    cmocka_unit_test (leaves_out_what_is_missing),
    cmocka_unit_test (keeps_two_degrees_of_freedom),
  };

  add_rows (tests + 4, gives_known_chance, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/lagged-correlation", tests, NULL, NULL);
}
