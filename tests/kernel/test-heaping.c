/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/heaping.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  MOST_LENGTHS = 100,
  MOST_WORK = 4000
};

static const double week[] = { 1, 0.9, 0.8, 0.7, 0.8, 0.3, 0.2 };

/* floor (300 exp (-length / 25)), with more at multiples of 5. */
static double
falling (size_t i, double heap)
{
  return floor (300 * exp (-(double) i / 25)) + (i % 5 ? 0 : heap);
}

/* From 3 on, by weekday. */
static double
weekly (size_t i, double heap)
{
  const double t = (double) i + 1;

  return floor (2 * t * t * exp (-t / 10) * week[(i + 3) % 7]) + heap;
}

/* numpy (Legendre's polynomials, normal equations) and scipy.stats.chi2. */
static const struct known {
  const char *label;
  double (*count) (size_t i, double heap);
  double heap;
  int64_t first;
  size_t n;
  size_t left_out; /* from which on three lengths are; 0: none */
  unsigned period;
  double n_cases, chi_square, p, multiples_observed, multiples_expected;
} known[] = {
  { "falling, nothing heaped", falling, 0, 0, 79, 0, 1, 7288, 0.0161370038248, 0.999999999993, 1580,
    1580.09075465 },
  { "falling, heaped at fives", falling, 20, 0, 78, 0, 1, 7595, 49.5488862847, 1.30941600987e-07,
    1900, 1648.54326411 },
  { "a week in it", weekly, 0, 3, 60, 0, 7, 2490, 0.109004911688, 0.999999962359, 496,
    496.217437933 },
  { "a week in it, not told", weekly, 0, 3, 60, 0, 1, 2490, 40.2692458714, 6.79076030125e-06, 496,
    498.572983824 },
  { "three lengths left out", weekly, 0, 3, 60, 10, 7, 2306, 0.0989484856126, 0.99999997555, 414,
    411.151423625 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double counts[MOST_LENGTHS], curve[MOST_LENGTHS], work[MOST_WORK];
  double observed = 0, expected = 0, drawn = 0;
  KernelHeaping got;

  for (size_t i = 0; i < row->n; i++)
    counts[i] = row->count (i, row->heap);
  for (size_t i = 0; row->left_out && i < 3; i++)
    counts[row->left_out + i] = NAN;
  assert_true (kernel_heaping_n_work (row->n, row->period) <= MOST_WORK);
  assert_int_equal (kernel_heaping (row->first, row->n, counts, row->period, curve, work, &got),
                    KERNEL_OK);
  assert_near (got.n_cases, row->n_cases, 0);
  assert_near (got.chi_square, row->chi_square, 1e-7 * (1 + row->chi_square));
  assert_near (got.p, row->p, 1e-7 * row->p + 1e-12);
  assert_near (got.multiples_observed, row->multiples_observed, 0);
  assert_near (got.multiples_expected, row->multiples_expected, 1e-6);
  for (size_t digit = 0; digit < KERNEL_HEAPING_N_DIGITS; digit++) {
    observed += got.observed[digit];
    expected += got.expected[digit];
  }
  for (size_t i = 0; i < row->n; i++)
    drawn += isnan (counts[i]) ? 0 : curve[i];
  assert_near (drawn, row->n_cases, 1e-6 * row->n_cases);
  assert_near (observed, row->n_cases, 0);
  assert_near (expected, row->n_cases, 1e-8 * row->n_cases);
}

static void
refuses_what_it_cannot_fit (void **state)
{
  double counts[MOST_LENGTHS] = { 3 }, work[MOST_WORK];
  KernelHeaping got = { .p = -7 };

  (void) state;
  assert_int_equal (kernel_heaping (-1, 50, counts, 1, NULL, work, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_heaping (0, 9, counts, 1, NULL, work, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_heaping (0, 12, counts, 7, NULL, work, &got), KERNEL_ERR_TOO_SHORT);
  counts[0] = 0;
  assert_int_equal (kernel_heaping (0, 50, counts, 1, NULL, work, &got), KERNEL_ERR_TOO_SHORT);
  counts[5] = -1;
  assert_int_equal (kernel_heaping (0, 50, counts, 1, NULL, work, &got), KERNEL_ERR_DOMAIN);
  assert_near (got.p, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = {
    cmocka_unit_test (refuses_what_it_cannot_fit),
  };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/heaping", tests, NULL, NULL);
}
