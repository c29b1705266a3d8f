/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/autocorrelation.h"
#include "kernel/first-order.h"
#include "kernel/linear-fit.h"
#include "kernel/partial-autocorrelation.h"
#include "kernel/portmanteau.h"
#include "support/change-case.h"

#define NAME "lakehuron_acf_ar"
#define N_LAGS 12

/* What R's acf(), pacf(), Box.test(), arima() and lm() gave for the level of Lake Huron. */
static double *values;
static gsize n;

static void
correlations (void **state)
{
  double r[N_LAGS + 1], partials[N_LAGS], work[2 * N_LAGS];
  const guint n_partials = change_case_count (NAME, "pacf");

  (void) state;
  assert_int_equal (change_case_count (NAME, "acf"), N_LAGS + 1);
  for (guint lag = 0; lag <= N_LAGS; lag++) {
    g_autofree char *path = g_strdup_printf ("acf/%u", lag);

    assert_int_equal (kernel_autocorrelation (n, values, NULL, lag, &r[lag], NULL), KERNEL_OK);
    assert_change (NAME, path, r[lag]);
  }
  assert_int_equal (kernel_partial_autocorrelation (N_LAGS, r + 1, work, partials), KERNEL_OK);
  for (guint k = 0; k < n_partials; k++) {
    g_autofree char *path = g_strdup_printf ("pacf/%u", k);
    assert_change (NAME, path, partials[k]);
  }
}

static void
ten_lags_at_once (void **state)
{
  KernelPortmanteau ten;

  (void) state;
  assert_int_equal (kernel_portmanteau (n, values, 10, 0, &ten), KERNEL_OK);
  assert_change (NAME, "lb_stat", ten.ljung_box);
  assert_change (NAME, "bp_stat", ten.box_pierce);
  assert_change_chance (NAME, "lb_p", ten.ljung_box_chance); /* R takes it from 1 */
}

/* At the share and the mean where R's search ended, likelihood and variance are the same.  It
 * ends where the likelihood is flat to one part in 1e8, so that share and mean are known to
 * fewer digits than are printed: ours are a little more likely.
 */
static void
one_value_after_the_other (void **state)
{
  const double phi = change_case_number (NAME, "ar1/0"), mean = change_case_number (NAME, "ar1/1");
  KernelFirstOrder theirs, best;

  (void) state;
  assert_int_equal (kernel_first_order_at (n, values, phi, mean, &theirs), KERNEL_OK);
  assert_change (NAME, "loglik", theirs.log_likelihood);
  assert_change (NAME, "sigma2", theirs.variance);

  assert_int_equal (kernel_first_order (n, values, &best), KERNEL_OK);
  assert_true (best.log_likelihood >= theirs.log_likelihood);
  assert_near (best.log_likelihood, theirs.log_likelihood, 1e-6);
  assert_change_within (NAME, "ar1/0", best.phi, 1e-4);
  assert_change_within (NAME, "ar1/1", best.mean, 1e-3);
}

static void
a_line_through_it (void **state)
{
  g_autofree double *years = g_new (double, n);
  KernelLinearFit fit;

  (void) state;
  for (gsize i = 0; i < n; i++)
    years[i] = (double) (i + 1);
  assert_int_equal (kernel_linear_fit (n, years, values, &fit), KERNEL_OK);
  assert_change (NAME, "ols/0", fit.intercept);
  assert_change (NAME, "ols/1", fit.slope);
  assert_change (NAME, "ols_se/0", fit.intercept_error);
  assert_change (NAME, "ols_se/1", fit.slope_error);
  assert_change (NAME, "r2", fit.r_squared);
}

static void
compares_all_of_its_cases (void **state)
{
  (void) state;
  assert_change_cases_compared ("dependence-cases");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (correlations),
    cmocka_unit_test (ten_lags_at_once),
    cmocka_unit_test (one_value_after_the_other),
    cmocka_unit_test (a_line_through_it),
    cmocka_unit_test (compares_all_of_its_cases),
  };
  int n_failed;

  if (!change_cases_open ())
    return 0;
  values = change_case_dup_column ("lakehuron.csv", "x", &n);
  n_failed = cmocka_run_group_tests_name ("trend/dependence-cases", tests, NULL, NULL);
  g_free (values);
  change_cases_close ();

  return n_failed;
}
