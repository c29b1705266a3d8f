/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/bivariate-normal.h"
#include "kernel/normal.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const double ABSOLUTE = 2e-15;

/* The integral of the density of one deviate times the chance of the other given it, with 40
 * digits.
 */
static const struct known {
  const char *label;
  double x, y, correlation, want;
} known[] = {
  { "a quarter and a twelfth", 0, 0, 0.5, 0.33333333333333333333 },
  { "a quarter less a twelfth", 0, 0, -0.5, 0.16666666666666666667 },
  { "either side", 1, -1, 0.3, 0.14833820905742245016 },
  { "alike", 1.5, 0.5, 0.9, 0.69098567237133726963 },
  { "just where the methods meet", 0, 1, 0.925, 0.49978610718780773435 },
  { "nearly the same", 1, 1.2, 0.95, 0.83034264616199756685 },
  { "nearly the same, both low", -1, -1.1, 0.99, 0.13107734568261129322 },
  { "nearly opposite", 2, -1, -0.95, 0.13591372101894965578 },
  { "nearly opposite, both near 0", 0.5, -0.3, -0.99, 0.075404529782843418157 },
  { "all but the same", -0.5, 0.5, 0.9999, 0.30853753872598689636 },
  { "both low", -2, -2.5, 0.5, 0.001559821950564552166 },
  { "both high", 3, 3, 0.2, 0.9973116385253507428 },
  { "the same", 0.3, -1, 1, 0.15865525393145705141 },
  { "opposite", 1, -0.5, -1, 0.14988228479452988 },
  { "opposite, nothing between", -1, 0.5, -1, 0 },
  { "anything, and one", INFINITY, -1, 0.4, 0.15865525393145705141 },
  { "one, and anything", 1, INFINITY, 0.4, 0.84134474606854294859 },
  { "nothing", -INFINITY, 1, 0.4, 0 },
  { "nothing, and one", 1, -INFINITY, 0.4, 0 },
  { "no number", NAN, 1, 0.4, NAN },
  { "a correlation of no number", 0, 1, NAN, NAN },
  { "a correlation beyond 1", 0, 1, 1.01, NAN },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;

  assert_near (kernel_bivariate_normal_cdf (row->x, row->y, row->correlation), row->want, ABSOLUTE);
}

/* At the means the chance is 1/4 + asin (r) / 2 pi (Sheppard, 1899). */
static void
agrees_with_sheppard (void **state)
{
  (void) state;
  for (double r = -1; r <= 1; r += 0.0078125)
    assert_near (kernel_bivariate_normal_cdf (0, 0, r), 0.25 + asin (r) / 6.283185307179586, 1e-15);
}

/* P(X <= x, Y <= y) and P(X <= x, Y > y) make P(X <= x), and the order does not matter. */
static void
adds_up (void **state)
{
  (void) state;
  for (double r = -0.98; r < 1; r += 0.07)
    for (double x = -4; x <= 4; x += 0.8)
      for (double y = -4; y <= 4; y += 0.7) {
        const double below = kernel_bivariate_normal_cdf (x, y, r);

        assert_near (below + kernel_bivariate_normal_cdf (x, -y, -r), kernel_normal_cdf (x),
                     ABSOLUTE);
        assert_near (below, kernel_bivariate_normal_cdf (y, x, r), ABSOLUTE);
      }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = 0;

  n += add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_sheppard);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (adds_up);

  return cmocka_run_group_tests_name ("kernel/bivariate-normal", tests, NULL, NULL);
}
