/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/gamma.h"
#include "kernel/saddle-point.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* A part of what is wanted: the error of the best double is 1.1e-16. */
static const double CLOSE = 2e-14;

/* To 60 digits, by the series summed with mpmath. */
static const struct {
  double shape, x, lower, upper;
} known[] = {
  { 0.5, 0.3, 0.56142197391900014, 0.43857802608099986 },
  { 1, 2.5, 0.9179150013761012, 0.082084998623898795 },
  { 3, 1, 0.080301397071394196, 0.9196986029286058 },
  { 10, 1, 1.1142547833872068e-7, 0.99999988857452166 },
  { 10, 25, 0.99977852336175122, 0.00022147663824878358 },
  { 100, 50, 3.2000653245851253e-10, 0.99999999967999347 },
  { 100, 140, 0.99983894282528744, 0.00016105717471255586 },
  { 1345, 1300, 0.10900029836564807, 0.89099970163435193 },
  { 10000, 11000, 1, 1.6928531496469328e-22 },
};

static void
gives_known_tails (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (known); k++) {
    assert_near (kernel_gamma_lower (known[k].shape, known[k].x), known[k].lower,
                 CLOSE * known[k].lower);
    assert_near (kernel_gamma_upper (known[k].shape, known[k].x), known[k].upper,
                 CLOSE * known[k].upper);
  }
}

/* Inverted by Newton's steps with mpmath, to 25 digits. */
static const struct {
  double shape, p;
  bool is_upper;
  double x;
} quantiles[] = {
  { 0.5, 0.05, 0, 0.0019660700000097616 },  { 1, 0.975, 0, 3.6888794541139354 },
  { 2, 0.025, 0, 0.24220927854396491 },     { 9, 0.025, 0, 4.1153730973783325 },
  { 10, 0.025, 1, 17.08480345141917 },      { 10, 0.001, 1, 22.657373309062931 },
  { 1.5, 1e-10, 0, 2.6046988107172401e-7 }, { 65, 0.001, 0, 42.901837749707294 },
  { 1000, 0.5, 0, 999.66668642696518 },     { 99999, 0.001, 1, 100979.06290586414 },
  { 100001, 0.001, 1, 100981.07267802988 }, { 250000, 0.025, 0, 249020.96550432125 },
};

static void
gives_known_quantiles (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (quantiles); k++)
    assert_near (kernel_gamma_quantile (quantiles[k].shape, quantiles[k].p, quantiles[k].is_upper),
                 quantiles[k].x, 1e-14 * quantiles[k].x);
}

/* Of any shape, small and large, and from either end. */
static void
goes_there_and_back (void **state)
{
  (void) state;
  for (double shape = 0.02; shape < 9e4; shape *= 1.7) {
    for (double p = 1e-12; p < 0.999; p = p < 0.01 ? p * 10 : p + 0.07) {
      const double low = kernel_gamma_quantile (shape, p, false);
      const double high = kernel_gamma_quantile (shape, p, true);

      if (low > 1e-290)
        assert_near (kernel_gamma_lower (shape, low), p, 1e-12 * p);
      if (high > 1e-290)
        assert_near (kernel_gamma_upper (shape, high), p, 1e-12 * p);
      assert_near (kernel_gamma_quantile (shape, 1, false), INFINITY, 0);
    }
  }
}

/* With a whole shape the upper tail is a sum of Poisson chances. */
static void
sums_chances_of_events (void **state)
{
  (void) state;
  for (double mean = 0.1; mean < 60; mean *= 1.5) {
    double sum = 0;

    for (int k = 0; k < 40; k++) {
      sum += kernel_poisson_density (k, mean);
      assert_near (kernel_gamma_upper (k + 1, mean), sum, 1e-14);
      assert_near (kernel_gamma_lower (k + 1, mean), 1 - sum, 1e-14);
    }
  }
}

static void
has_ends (void **state)
{
  (void) state;
  assert_near (kernel_gamma_lower (2, 0), 0, 0);
  assert_near (kernel_gamma_upper (2, -1), 1, 0);
  assert_near (kernel_gamma_lower (2, INFINITY), 1, 0);
  assert_near (kernel_gamma_upper (2, INFINITY), 0, 0);
  assert_near (kernel_gamma_lower (2, NAN), NAN, 0);
  assert_near (kernel_gamma_upper (0, 1), NAN, 0);
  assert_near (kernel_gamma_lower (NAN, 1), NAN, 0);
  assert_near (kernel_gamma_quantile (2, 0, false), 0, 0);
  assert_near (kernel_gamma_quantile (2, 0, true), INFINITY, 0);
  assert_near (kernel_gamma_quantile (2, 1, true), 0, 0);
  assert_near (kernel_gamma_quantile (2, 1.5, true), NAN, 0);
  assert_near (kernel_gamma_quantile (2, NAN, true), NAN, 0);
  assert_near (kernel_gamma_quantile (-2, 0.5, true), NAN, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_tails),
    cmocka_unit_test (gives_known_quantiles),
    cmocka_unit_test (goes_there_and_back),
    cmocka_unit_test (sums_chances_of_events),
    cmocka_unit_test (has_ends),
  };

  return cmocka_run_group_tests_name ("kernel/gamma", tests, NULL, NULL);
}
