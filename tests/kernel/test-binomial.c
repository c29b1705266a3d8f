/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/binomial.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* 40-digit arithmetic from the definition, at the decimals as doubles. */
static const struct known {
  const char *label;
  double (*function) (double count, double total, double p);
  double count, total, p, want, relative;
} known[] = {
  { "none of ten", kernel_binomial_chance, 0, 10, 0.25, 0.05631351470947265625, 1e-15 },
  { "3 of 10", kernel_binomial_chance, 3, 10, 0.25, 0.25028228759765625, 1e-14 },
  { "all of ten", kernel_binomial_chance, 10, 10, 0.25, 9.5367431640625e-7, 1e-14 },
  { "17 of 20", kernel_binomial_chance, 17, 20, 0.85, 0.24282889614926763154, 1e-14 },
  { "322 of 357", kernel_binomial_chance, 322, 357, 0.9, 0.070292039367354275501, 1e-14 },
  { "850 of 1,000", kernel_binomial_chance, 850, 1000, 0.85, 0.035310780109792128799, 1e-14 },
  { "1 of 1,000", kernel_binomial_chance, 1, 1000, 0.001, 0.36806348825922326789, 1e-14 },
  { "25,000 of 30,000", kernel_binomial_chance, 25000, 30000, 0.84, 0.00004575895971775642398,
    1e-12 },
  { "half of 100", kernel_binomial_chance, 50, 100, 0.5, 0.079589237387178761498, 1e-14 },
  { "half a case", kernel_binomial_chance, 2.5, 10, 0.5, 0, 0 },
  { "fewer than none", kernel_binomial_chance, -1, 10, 0.5, 0, 0 },
  { "more than all", kernel_binomial_chance, 11, 10, 0.5, 0, 0 },
  { "none where each is certain", kernel_binomial_chance, 0, 10, 1, 0, 0 },
  { "all where each is certain", kernel_binomial_chance, 10, 10, 1, 1, 0 },
  { "one where none is possible", kernel_binomial_chance, 1, 10, 0, 0, 0 },
  { "none of none", kernel_binomial_chance, 0, 0, 0.5, 1, 0 },
  { "none of none that are certain", kernel_binomial_chance, 0, 0, 1, 1, 0 },
  { "a chance beyond 1", kernel_binomial_chance, 1, 10, 1.5, NAN, 0 },
  { "a chance below 0", kernel_binomial_chance, 1, 10, -0.5, NAN, 0 },
  { "of half a case", kernel_binomial_chance, 1, 10.5, 0.5, NAN, 0 },
  { "of fewer than none", kernel_binomial_chance, 0, -1, 0.5, NAN, 0 },
  { "no number", kernel_binomial_chance, NAN, 10, 0.5, NAN, 0 },

  { "at most 3 of 10", kernel_binomial_cdf, 3, 10, 0.25, 0.775875091552734375, 1e-15 },
  { "at most 16 of 20", kernel_binomial_cdf, 16, 20, 0.85, 0.35227482584329704245, 1e-14 },
  { "at most 321 of 357", kernel_binomial_cdf, 321, 357, 0.9, 0.5046584922721767845, 1e-14 },
  { "at most 849 of 1,000", kernel_binomial_cdf, 849, 1000, 0.87, 0.028814323190852807924, 1e-13 },
  { "at most 799 of 1,000", kernel_binomial_cdf, 799, 1000, 0.87, 2.4105098431096108627e-10,
    1e-13 },
  { "at most 24,500 of 30,000", kernel_binomial_cdf, 24500, 30000, 0.84, 1.4690509363355825595e-27,
    1e-11 },
  { "at most none of 50", kernel_binomial_cdf, 0, 50, 0.02, 0.36416968008711705748, 1e-14 },
  { "at most 99 of 100", kernel_binomial_cdf, 99, 100, 0.5, 1, 1e-15 },
  { "at most 1 of 100", kernel_binomial_cdf, 1, 100, 0.5, 7.9674951427322192347e-29, 1e-13 },
  { "at most 3.9 of 10", kernel_binomial_cdf, 3.9, 10, 0.25, 0.775875091552734375, 1e-15 },
  { "at most fewer than none", kernel_binomial_cdf, -0.1, 10, 0.25, 0, 0 },
  { "at most all", kernel_binomial_cdf, 10, 10, 0.25, 1, 0 },
  { "at most 9 of 10 that are certain", kernel_binomial_cdf, 9, 10, 1, 0, 0 },
  { "at most none that is possible", kernel_binomial_cdf, 0, 10, 0, 1, 0 },
  { "at most no number", kernel_binomial_cdf, NAN, 10, 0.5, NAN, 0 },
  { "at most some of a chance beyond 1", kernel_binomial_cdf, 1, 10, 1.5, NAN, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const double got = row->function (row->count, row->total, row->p);

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
        sum += kernel_binomial_chance (k, totals[i], p);
        assert_near (kernel_binomial_cdf (k, totals[i], p), sum, 2e-14);
      }
      assert_near (sum, 1, 2e-14);
    }
}

static void
is_the_same_from_the_other_side (void **state)
{
  (void) state;
  for (double k = 0; k <= 60; k++)
    assert_near (kernel_binomial_chance (k, 60, 0.3), kernel_binomial_chance (60 - k, 60, 0.7),
                 1e-14);
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
