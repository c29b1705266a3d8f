/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/binomial.h"
#include "kernel/saddle-point.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* 40-digit arithmetic from the definition, at the decimals as doubles. */
static const struct known {
  const char *label;
  double count, total, p, want, relative;
} known[] = {
  { "at most 3 of 10", 3, 10, 0.25, 0.775875091552734375, 1e-15 },
  { "at most 16 of 20", 16, 20, 0.85, 0.35227482584329704245, 1e-14 },
  { "at most 321 of 357", 321, 357, 0.9, 0.5046584922721767845, 1e-14 },
  { "at most 849 of 1,000", 849, 1000, 0.87, 0.028814323190852807924, 1e-13 },
  { "at most 799 of 1,000", 799, 1000, 0.87, 2.4105098431096108627e-10, 1e-13 },
  { "at most 24,500 of 30,000", 24500, 30000, 0.84, 1.4690509363355825595e-27, 1e-11 },
  { "at most none of 50", 0, 50, 0.02, 0.36416968008711705748, 1e-14 },
  { "at most 99 of 100", 99, 100, 0.5, 1, 1e-15 },
  { "at most 1 of 100", 1, 100, 0.5, 7.9674951427322192347e-29, 1e-13 },
  { "at most 3.9 of 10", 3.9, 10, 0.25, 0.775875091552734375, 1e-15 },
  { "at most fewer than none", -0.1, 10, 0.25, 0, 0 },
  { "at most all", 10, 10, 0.25, 1, 0 },
  { "at most 9 of 10 that are certain", 9, 10, 1, 0, 0 },
  { "at most none that is possible", 0, 10, 0, 1, 0 },
  { "at most no number", NAN, 10, 0.5, NAN, 0 },
  { "at most some of a chance beyond 1", 1, 10, 1.5, NAN, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const double got = kernel_binomial_cdf (row->count, row->total, row->p);

  assert_near (got, row->want, row->relative * fabs (row->want));
}

static void
adds_up (void **state)
{
  static const double totals[] = { 1, 2, 15, 16, 17, 40, 333 };

  (void) state;
  for (size_t i = 0; i < LENGTH (totals); i++)
    for (double p = 0.03; p < 1; p += 0.09) {
      double sum = 0;
      for (double k = 0; k <= totals[i]; k++) {
        sum += kernel_binomial_density (k, totals[i] - k, p, 1 - p);
        assert_near (kernel_binomial_cdf (k, totals[i], p), sum, 2e-14);
      }
      assert_near (sum, 1, 2e-14);
    }
}

/* At most k of those that are, or at least n - k of those that are not. */
static void
is_the_same_from_the_other_side (void **state)
{
  (void) state;
  for (double k = 0; k < 60; k++)
    assert_near (kernel_binomial_cdf (k, 60, 0.3), 1 - kernel_binomial_cdf (59 - k, 60, 0.7),
                 2e-14);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = 0;

  n += add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (adds_up);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_the_same_from_the_other_side);

  return cmocka_run_group_tests_name ("kernel/binomial", tests, NULL, NULL);
}
