/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/autocorrelation.h"
#include "kernel/deviation.h"
#include "kernel/serial-dependence.h"
#include "support/change-case.h"
#include "support/rows.h"

/* The certified values of NIST's statistical reference data sets, to 13 digits; a set whose
 * values are no doubles has as many as they can hold: an error of half an ulp in 1000000.2 is
 * 6e-11, and its deviation is 0.1.
 */
static const struct known {
  const char *label;
  double mean, deviation, lag; /* how much of each it may be off by */
} known[] = {
  { "nist_lew", 1e-13, 1e-13, 1e-13 },      { "nist_mavro", 1e-13, 1e-13, 1e-13 },
  { "nist_pidigits", 1e-13, 1e-13, 1e-13 }, { "nist_numacc1", 0, 0, 0 },
  { "nist_numacc2", 1e-13, 1e-13, 1e-13 },  { "nist_numacc3", 1e-13, 1e-9, 1e-13 },
};

static void
is_certified (void **state)
{
  const struct known *row = *state;
  g_autofree char *file = g_strconcat (row->label, ".csv", NULL);
  gsize n;
  g_autofree double *values = change_case_dup_column (file, "x", &n);
  double mean, deviation, lag, other_lag;

  assert_int_equal (kernel_deviation (n, values, &mean, &deviation), KERNEL_OK);
  assert_int_equal (kernel_lag_correlation (n, values, 1, &lag), KERNEL_OK);
  assert_int_equal (kernel_autocorrelation (n, values, NULL, 1, &other_lag, NULL), KERNEL_OK);
  assert_change_within (row->label, "mean", mean, row->mean * fabs (mean));
  assert_change_within (row->label, "sd", deviation, row->deviation * deviation);
  assert_change_within (row->label, "lag1", lag, row->lag * fabs (lag));
  assert_change_within (row->label, "lag1", other_lag, MAX (row->lag, 1e-13) * fabs (lag));
}

static void
compares_all_of_its_cases (void **state)
{
  (void) state;
  assert_change_cases_compared ("certified-cases");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 1];
  size_t n = add_rows (tests, is_certified, known, G_N_ELEMENTS (known), sizeof *known);
  int n_failed;

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (compares_all_of_its_cases);
  if (!change_cases_open ())
    return 0;
  n_failed = cmocka_run_group_tests_name ("trend/certified-cases", tests, NULL, NULL);
  change_cases_close ();

  return n_failed;
}
