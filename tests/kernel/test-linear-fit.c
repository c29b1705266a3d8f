/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linear-fit.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* NIST's statistical reference data, Norris: calibration of ozone monitors (J. Norris). */
static const double norris_x[] = { 0.2,   337.4, 118.2, 884.6, 10.1,  226.5, 666.3, 996.3, 448.6,
                                   777,   558.2, 0.4,   0.6,   775.5, 666.9, 338,   447.5, 11.6,
                                   556,   228.1, 995.8, 887.6, 120.2, 0.3,   0.3,   556.8, 339.1,
                                   887.2, 999,   779,   11.1,  118.3, 229.2, 669.1, 448.9, 0.5 };
static const double norris_y[] = { 0.1,   338.8, 118.1, 888,   9.2,   228.1, 668.5, 998.5, 449.1,
                                   778.9, 559.2, 0.3,   0.1,   778.1, 668.8, 339.3, 448.9, 10.8,
                                   557.7, 228.3, 998,   888.8, 119.6, 0.3,   0.6,   557.6, 339.3,
                                   888,   998.5, 778.9, 10.2,  117.6, 228.9, 668.4, 449.2, 0.2 };
static const double steps[] = { 3, 5, 4, 6, 8, 7, 9, 6, 5, 4, 6, 7, 9, 11, 8 };
static const double times[] = { 2, 4, 4, 9, 1, 7 };
static const double holed[] = { 1, NAN, 3, 8, 0, 5 };

static const struct known {
  const char *label;
  size_t n;
  const double *times, *values;
  KernelLinearFit fit;
} known[] = {
  { "NIST, certified",
    36,
    norris_x,
    norris_y,
    { 36, -0.262323073774029, 1.00211681802045, 0.232818234301152, 0.000429796848199937,
      0.884796396144373, 26.6173985294224, 0.999993745883712 } },
  { "R, steps of one",
    15,
    NULL,
    steps,
    { 15, 4.43333333333333, 0.3, 0.889204003974206, 0.108097093786011, 1.80881034710521,
      42.5333333333333, 0.372047244094488 } },
  { "R, one missing",
    6,
    times,
    holed,
    { 5, -0.955752212389380, 0.946902654867257, 0.387026944333287, 0.0704267633410815,
      0.473485787073352, 0.672566371681416, 0.983675573502878 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const KernelLinearFit *want = &row->fit;
  KernelLinearFit got;

  assert_int_equal (kernel_linear_fit (row->n, row->times, row->values, &got), KERNEL_OK);
  assert_int_equal (got.n, want->n);
  assert_near (got.intercept, want->intercept, 1e-13 * fabs (want->intercept) + 1e-14);
  assert_near (got.slope, want->slope, 1e-14);
  assert_near (got.intercept_error, want->intercept_error, 1e-13 * want->intercept_error + 1e-15);
  assert_near (got.slope_error, want->slope_error, 2e-13 * want->slope_error);
  assert_near (got.deviation, want->deviation, 1e-13 * want->deviation + 1e-14);
  assert_near (got.rss, want->rss, 1e-13 * want->rss + 1e-13);
  assert_near (got.r_squared, want->r_squared, 1e-14);
}

/* However far the points lie from 0, as long as they hold their digits. */
static void
does_not_mind_where_0_is (void **state)
{
  double far[15], years[15];
  KernelLinearFit near_0, got;

  (void) state;
  for (size_t i = 0; i < 15; i++) {
    far[i] = steps[i] + 1e9;
    years[i] = (double) i + 1e6;
  }
  assert_int_equal (kernel_linear_fit (15, NULL, steps, &near_0), KERNEL_OK);
  assert_int_equal (kernel_linear_fit (15, years, far, &got), KERNEL_OK);
  assert_near (got.slope, near_0.slope, 1e-15);
  assert_near (got.rss, near_0.rss, 1e-13);
  assert_near (got.intercept, 1e9 - 1e6 * 0.3 + near_0.intercept, 1e-6);
}

/* Nor how small a unit they are in. */
static void
does_not_mind_the_unit (void **state)
{
  double small[15];
  KernelLinearFit plain, got;

  (void) state;
  for (size_t i = 0; i < 15; i++)
    small[i] = steps[i] * 0x1p-40;
  assert_int_equal (kernel_linear_fit (15, NULL, steps, &plain), KERNEL_OK);
  assert_int_equal (kernel_linear_fit (15, NULL, small, &got), KERNEL_OK);
  assert_near (got.r_squared, plain.r_squared, 1e-15);
  assert_near (got.slope * 0x1p40, plain.slope, 1e-15);
}

static void
has_no_share_of_a_constant (void **state)
{
  const double constant[] = { 0.1, 0.1, 0.1, 0.1 };
  KernelLinearFit got;

  (void) state;
  assert_int_equal (kernel_linear_fit (4, NULL, constant, &got), KERNEL_OK);
  assert_near (got.slope, 0, 0);
  assert_near (got.intercept, 0.1, 0);
  assert_near (got.rss, 0, 0);
  assert_true (isnan (got.r_squared));
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double alike[] = { 2, 2, 2 }, infinite[] = { 1, INFINITY, 2 }, two[] = { 1, NAN, 2 };
  KernelLinearFit got = { .slope = -7 };

  (void) state;
  assert_int_equal (kernel_linear_fit (3, alike, steps, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_linear_fit (3, infinite, steps, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_linear_fit (3, NULL, infinite, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_linear_fit (3, two, steps, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_linear_fit (3, NULL, two, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_linear_fit (0, NULL, NULL, &got), KERNEL_ERR_TOO_SHORT);
  assert_near (got.slope, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_not_mind_where_0_is);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_not_mind_the_unit);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (has_no_share_of_a_constant);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/linear-fit", tests, NULL, NULL);
}
