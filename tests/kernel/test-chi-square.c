/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/chi-square.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* R 4.2.2, pchisq (lower.tail = FALSE), but for the first three: their 5% points in M.
 * Abramowitz and I. A. Stegun (1964), table 26.8.
 */
static const struct {
  double x;
  unsigned freedom;
  double tail, allowed;
} known[] = {
  { 3.84146, 1, 0.05, 1e-6 },
  { 9.48773, 4, 0.05, 1e-6 },
  { 79.0819, 60, 0.05, 1e-6 },
  { 3.2, 1, 0.07363827012030277, 1e-15 },
  { 3.2, 2, 0.2018965179946554, 1e-15 },
  { 0.5, 5, 0.9921232932326296, 1e-15 },
  { 50, 7, 1.444485277921541e-08, 1e-22 },
  { 800, 3, 4.327470814385205e-173, 1e-185 },
  { 2000, 2000, 0.4957947558197845, 1e-12 },
  { 900, 700, 4.227616740898031e-07, 1e-18 },
  { 1e-9, 4, 1, 1e-15 },
  { 0, 3, 1, 0 },
  { -1, 3, 1, 0 },
  { INFINITY, 3, 0, 0 },
  { 1e5, 3, 0, 0 },
  { NAN, 3, NAN, 0 },
  { 1, 0, NAN, 0 },
};

static void
gives_known_tails (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (known); k++)
    assert_near (kernel_chi_square_tail (known[k].x, known[k].freedom), known[k].tail,
                 known[k].allowed);
}

/* With two degrees it is an exponential, with one the two tails of a normal deviate. */
static void
is_simple_with_one_or_two_degrees (void **state)
{
  (void) state;
  for (double x = 0.01; x < 600; x *= 1.3) {
    const double one = erfc (sqrt (x / 2)), two = exp (-x / 2);

    assert_near (kernel_chi_square_tail (x, 1), one, 1e-14 * one);
    assert_near (kernel_chi_square_tail (x, 2), two, 1e-14 * two);
  }
}

static void
never_rises (void **state)
{
  (void) state;
  for (unsigned freedom = 1; freedom < 400; freedom += 7) {
    double before = 1;

    for (double x = 0; x < 2000; x += 3) {
      const double tail = kernel_chi_square_tail (x, freedom);

      assert_true (tail <= before + 1e-12 && tail >= 0);
      before = tail;
    }
  }
}

/* SciPy 1.10, chi2.ppf (), and R 4.2.2, qchisq (). */
static void
gives_known_quantiles (void **state)
{
  (void) state;
  assert_near (kernel_chi_square_quantile (0.025, 2), 0.05063561596857975, 1e-16);
  assert_near (kernel_chi_square_quantile (0.975, 6), 14.44937533544792, 1e-14);
  assert_near (kernel_chi_square_quantile (0.999, 17.5), 41.55318099258924, 1e-13);
  assert_near (kernel_chi_square_quantile (0.5, 329), 328.3335740257205, 1e-12);
  assert_near (kernel_chi_square_quantile (0, 3), 0, 0);
  assert_near (kernel_chi_square_quantile (1, 3), INFINITY, 0);
  assert_near (kernel_chi_square_quantile (0.5, 0), NAN, 0);
  assert_near (kernel_chi_square_quantile (NAN, 3), NAN, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_tails),
    cmocka_unit_test (is_simple_with_one_or_two_degrees),
    cmocka_unit_test (never_rises),
    cmocka_unit_test (gives_known_quantiles),
  };

  return cmocka_run_group_tests_name ("kernel/chi-square", tests, NULL, NULL);
}
