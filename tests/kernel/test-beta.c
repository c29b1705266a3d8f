/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/beta.h"
#include "kernel/saddle-point.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* A part of what is wanted. */
static const double CLOSE = 5e-14;

/* To 60 digits, by the series summed with mpmath. */
static const struct {
  double a, b, x, lower, upper;
} known[] = {
  { 0.5, 0.5, 0.3, 0.36901011956554538, 0.63098988043445462 },
  { 1, 1, 0.25, 0.25, 0.75 },
  { 2, 3, 0.5, 0.6875, 0.3125 },
  { 65, 36, 0.6, 0.17946935257953002, 0.82053064742046998 },
  { 8, 284, 0.05, 0.97917307955776833, 0.020826920442231666 },
  { 1, 20, 0.1, 0.87842334540943073, 0.12157665459056927 },
  { 300, 700, 0.33, 0.97946137766157783, 0.020538622338422172 },
  { 5, 100000, 7e-5, 0.82704351265574015, 0.17295648734425985 },
  { 20000, 30000, 0.405, 0.98868640790774322, 0.011313592092256781 },
};

static void
gives_known_tails (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (known); k++) {
    assert_near (kernel_beta_lower (known[k].a, known[k].b, known[k].x), known[k].lower,
                 CLOSE * known[k].lower);
    assert_near (kernel_beta_upper (known[k].a, known[k].b, known[k].x), known[k].upper,
                 CLOSE * known[k].upper);
  }
}

/* Inverted by halving with mpmath. */
static const struct {
  double a, b, p;
  bool is_upper;
  double x;
} quantiles[] = {
  { 65, 36, 0.025, 0, 0.54815063817603045 },  { 66, 35, 0.025, 1, 0.74270622146854883 },
  { 1, 20, 0.025, 1, 0.16843347098308533 },   { 8, 284, 0.025, 0, 0.011941979036738606 },
  { 9, 283, 0.025, 1, 0.053448341662270811 }, { 0.5, 0.7, 0.3, 0, 0.13726226496361182 },
  { 20, 1, 0.001, 0, 0.70794578438413791 },   { 1, 1000, 0.001, 1, 0.0068839515790662284 },
};

static void
gives_known_quantiles (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (quantiles); k++)
    assert_near (kernel_beta_quantile (quantiles[k].a, quantiles[k].b, quantiles[k].p,
                                       quantiles[k].is_upper),
                 quantiles[k].x, 1e-14 * quantiles[k].x);
}

static void
goes_there_and_back (void **state)
{
  (void) state;
  for (double a = 0.2; a < 1e5; a *= 3.1) {
    for (double b = 0.2; b < 1e5; b *= 3.1) {
      for (double p = 1e-10; p < 0.999; p = p < 0.01 ? p * 30 : p + 0.11) {
        const double low = kernel_beta_quantile (a, b, p, false);
        const double high = kernel_beta_quantile (a, b, p, true);

        if (low > 1e-200 && low < 0.9)
          assert_near (kernel_beta_lower (a, b, low), p, 1e-11 * p);
        if (high > 1e-200 && high < 0.9)
          assert_near (kernel_beta_upper (a, b, high), p, 1e-11 * p);
      }
    }
  }
}

/* With whole shapes it is a sum of binomial chances. */
static void
sums_chances_of_cases (void **state)
{
  (void) state;
  for (double share = 0.03; share < 1; share += 0.11) {
    double sum = 0;

    for (int k = 0; k < 50; k++) {
      sum += kernel_binomial_density (k, 50 - k, share, 1 - share);
      assert_near (kernel_beta_upper (k + 1, 50 - k, share), sum, 1e-14);
      assert_near (kernel_beta_lower (k + 1, 50 - k, share), 1 - sum, 1e-14);
    }
  }
}

static void
has_ends (void **state)
{
  (void) state;
  assert_near (kernel_beta_lower (2, 3, 0), 0, 0);
  assert_near (kernel_beta_lower (2, 3, 1.5), 1, 0);
  assert_near (kernel_beta_upper (2, 3, -1), 1, 0);
  assert_near (kernel_beta_upper (2, 3, 1), 0, 0);
  assert_near (kernel_beta_lower (2, 3, NAN), NAN, 0);
  assert_near (kernel_beta_upper (0, 3, 0.5), NAN, 0);
  assert_near (kernel_beta_lower (2, INFINITY, 0.5), NAN, 0);
  assert_near (kernel_beta_quantile (2, 3, 0, false), 0, 0);
  assert_near (kernel_beta_quantile (2, 3, 0, true), 1, 0);
  assert_near (kernel_beta_quantile (2, 3, 1, true), 0, 0);
  assert_near (kernel_beta_quantile (2, 3, -0.1, true), NAN, 0);
  assert_near (kernel_beta_quantile (2, NAN, 0.1, true), NAN, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_tails),
    cmocka_unit_test (gives_known_quantiles),
    cmocka_unit_test (goes_there_and_back),
    cmocka_unit_test (sums_chances_of_cases),
    cmocka_unit_test (has_ends),
  };

  return cmocka_run_group_tests_name ("kernel/beta", tests, NULL, NULL);
}
