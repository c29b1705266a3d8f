/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/lowess.h"
#include "kernel/rank-sum.h"
#include "kernel/resistant-line.h"
#include "kernel/running-median.h"
#include "support/change-case.h"

/* What R's lowess(), line(), runmed() and wilcox.test() gave for series that it ships. */

static void
stopping_distances_of_cars (void **state)
{
  gsize n;
  g_autofree double *speed = change_case_dup_column ("cars_lowess.csv", "speed", &n);
  g_autofree double *distance = change_case_dup_column ("cars_lowess.csv", "dist", &n);
  g_autofree double *places = change_case_dup_column ("cars_lowess.csv", "lx", &n);
  g_autofree double *curve = change_case_dup_column ("cars_lowess.csv", "ly", &n);
  g_autofree double *work = g_new (double, kernel_lowess_n_work (n));
  g_autofree double *smooth = g_new (double, n);
  const KernelLowess how = { 2.0 / 3, 3, 0.01 * (speed[n - 1] - speed[0]) };
  double intercept, slope;

  (void) state;
  assert_int_equal (kernel_lowess (n, speed, distance, &how, work, smooth), KERNEL_OK);
  for (gsize i = 0; i < n; i++) {
    assert_near (speed[i], places[i], 0);
    assert_near (smooth[i], curve[i], 1e-12 * fabs (curve[i]));
  }
  assert_change ("cars_lowess", "first", smooth[0]);
  assert_change ("cars_lowess", "last", smooth[n - 1]);

  assert_int_equal (kernel_resistant_line (n, speed, distance, 1, work, &intercept, &slope),
                    KERNEL_OK);
  assert_change ("cars_tukeyline", "coef/0", intercept);
  assert_change ("cars_tukeyline", "coef/1", slope);
}

static void
the_nile (void **state)
{
  gsize n;
  g_autofree double *flow = change_case_dup_column ("nile.csv", "y", &n);
  g_autofree double *want = change_case_dup_column ("nile_runmed7.csv", "runmed7", &n);
  g_autofree double *work = g_new (double, n), *medians = g_new (double, n);
  g_autofree int64_t *keys = g_new (int64_t, 2 * n);
  KernelRankSum ranks;
  double sum = 0;

  (void) state;
  assert_int_equal (kernel_running_median (n, flow, 7, work, medians), KERNEL_OK);
  for (gsize i = 0; i < n; i++) {
    assert_near (medians[i], want[i], 0);
    sum += medians[i];
  }
  assert_change_within ("nile_runmed", "sum", sum, 0);

  assert_int_equal (kernel_rank_sum (n, flow, 28, keys, work, &ranks), KERNEL_OK);
  assert_change ("nile_wilcox", "W", ranks.w);
  assert_change ("nile_wilcox", "p", ranks.chance);
}

static void
compares_all_of_its_cases (void **state)
{
  (void) state;
  assert_change_cases_compared ("smooth-cases");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (stopping_distances_of_cars),
    cmocka_unit_test (the_nile),
    cmocka_unit_test (compares_all_of_its_cases),
  };
  int n_failed;

  if (!change_cases_open ())
    return 0;
  n_failed = cmocka_run_group_tests_name ("trend/smooth-cases", tests, NULL, NULL);
  change_cases_close ();

  return n_failed;
}
