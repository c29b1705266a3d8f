/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/seasonal-kendall.h"
#include "support/near.h"

/* Four cycles of two seasons: the first rises, the second falls with a tie. */
static const double values[] = { 1, 9, 2, 7, 3, 7, 4, 1 };
static const KernelColumns columns = { 4, 2, values };

static void
sums_over_columns (void **state)
{
  static const double gaps[] = { 1, 9, NAN, 7, 3, NAN, 4, NAN };
  const KernelColumns with_gaps = { 4, 2, gaps }, none = { 0, 2, gaps };
  double column[4], scores[2];
  int64_t keys[8];
  KernelSeasonalKendall got;

  (void) state;
  assert_int_equal (kernel_seasonal_kendall (&columns, column, keys, scores, &got), KERNEL_OK);
  assert_near (got.s, 6 - 5, 0);
  assert_near (got.pairs, 12, 0);
  assert_near (got.var_s, (156 + 156 - 18) / 18., 1e-14);
  assert_near (scores[0], 6, 0);
  assert_near (scores[1], -5, 0);
  assert_int_equal (kernel_seasonal_kendall (&with_gaps, column, keys, NULL, &got), KERNEL_OK);
  assert_near (got.s, 3 - 1, 0);
  assert_near (got.pairs, 4, 0);
  assert_near (got.var_s, 66 / 18. + 1, 1e-14);
  assert_int_equal (kernel_seasonal_kendall (&none, column, keys, NULL, &got), KERNEL_OK);
  assert_near (got.s, 0, 0);
}

/* Of a set with itself and column by column it is the variance with ties; a column beside
 * its own double has twice the score and so four times the variance.
 */
static void
covers_ties_and_neighbours (void **state)
{
  static const double twice[] = { 1, 1, 5, 5, 5, 5, 4, 4, 0, 0 };
  const KernelColumns doubled = { 5, 2, twice };
  double ranks[10];

  (void) state;
  assert_near (kernel_seasonal_covariance (&columns, &columns, false, ranks, ranks),
               (156 + 156 - 18) / 18., 1e-13);
  assert_near (kernel_seasonal_covariance (&doubled, &doubled, false, ranks, ranks),
               2 * (300 - 18) / 18., 1e-13);
  assert_near (kernel_seasonal_covariance (&doubled, &doubled, true, ranks, ranks),
               4 * (300 - 18) / 18., 1e-13);
}

/* A covariate that is the values explains all of their score. */
static void
takes_away_what_goes_together (void **state)
{
  static const double other[] = { 5, 1, 5, 1, 5, 1, 5, 1 };
  const KernelColumns constant = { 4, 2, other }, shorter = { 3, 2, other };
  double work[24];
  KernelPartialKendall got = { 77, 77, 77 };

  (void) state;
  assert_int_equal (kernel_partial_kendall (&columns, &columns, true, work, &got), KERNEL_OK);
  assert_near (got.s, 0, 1e-13);
  assert_near (got.var_s, 0, 1e-13);
  got.s = 77;
  assert_int_equal (kernel_partial_kendall (&columns, &shorter, true, work, &got),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_partial_kendall (&columns, &constant, true, work, &got),
                    KERNEL_ERR_DOMAIN);
  assert_near (got.s, 77, 0);
}

/* What explains a value that is not there explains nothing. */
static void
drops_what_has_no_value (void **state)
{
  static const double gaps[] = { 1, NAN, 4, 2, NAN, 6 }, there[] = { 2, 9, 1, 3, 0, 5 };
  static const double dropped[] = { 2, NAN, 1, 3, NAN, 5 };
  const KernelColumns column = { 6, 1, gaps }, covariate = { 6, 1, there };
  const KernelColumns with_gaps = { 6, 1, dropped };
  double work[18];
  KernelPartialKendall got, want;

  (void) state;
  assert_int_equal (kernel_partial_kendall (&column, &covariate, true, work, &got), KERNEL_OK);
  assert_int_equal (kernel_partial_kendall (&column, &with_gaps, true, work, &want), KERNEL_OK);
  assert_memory_equal (&got, &want, sizeof got);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (sums_over_columns),
    cmocka_unit_test (covers_ties_and_neighbours),
    cmocka_unit_test (takes_away_what_goes_together),
    cmocka_unit_test (drops_what_has_no_value),
  };

  return cmocka_run_group_tests_name ("kernel/seasonal-kendall", tests, NULL, NULL);
}
