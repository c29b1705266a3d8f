/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/mann-kendall.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdlib.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* The first twelve years of the Nile at Aswan (R, datasets::Nile) have one tie. */
static const struct known {
  const char *label;
  size_t n;
  double values[12];
  size_t n_used;
  int64_t s;
  double tied, var_s, tau_a, tau_b;
} known[] = {
  { "rising", 5, { 1, 2, 3, 4, 5 }, 5, 10, 0, 50 / 3., 1, 1 },
  { "falling", 5, { 5, 4, 3, 2, 1 }, 5, -10, 0, 50 / 3., -1, -1 },
  /* Ten pairs, two of them tied: 5 * 4 * 15 less 2 * (2 * 1 * 9), over 18. */
  { "two ties", 5, { 1, 1, 2, 2, 3 }, 5, 8, 2, 264 / 18., 0.8, 0.8944271909999159 },
  { "a tie of three", 4, { 7, 7, 7, 9 }, 4, 3, 3, 90 / 18., 0.5, 0.7071067811865475 },
  { "missing values", 7, { NAN, 1, NAN, 3, 2, NAN, 4 }, 4, 4, 0, 156 / 18., 2 / 3., 2 / 3. },
  { "zeros of both signs", 3, { 0.0, -0.0, 1 }, 3, 2, 1, 48 / 18., 2 / 3., 0.816496580927726 },
  { "infinite",
    4,
    { -INFINITY, 0, INFINITY, INFINITY },
    4,
    5,
    1,
    138 / 18.,
    5 / 6.,
    0.9128709291752769 },
  { "constant", 4, { 2, 2, 2, 2 }, 4, 0, 6, 0, 0, NAN },
  { "two", 2, { 4, 1 }, 2, -1, 0, 1, -1, -1 },
  { "one", 1, { 4 }, 1, 0, 0, 0, NAN, NAN },
  { "none", 0, { 0 }, 0, 0, 0, 0, NAN, NAN },
  { "nothing but missing", 3, { NAN, NAN, NAN }, 0, 0, 0, 0, NAN, NAN },
  { "Nile, 1871 to 1882",
    12,
    { 1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935 },
    12,
    -5,
    3,
    3762 / 18.,
    -5 / 66.,
    -0.07754035086653924 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  int64_t work[24];
  KernelMannKendall got;

  assert_int_equal (kernel_mann_kendall (row->n, row->values, work, &got), KERNEL_OK);
  assert_int_equal (got.n, row->n_used);
  assert_int_equal (got.s, row->s);
  assert_near (got.tied, row->tied, 0);
  assert_near (got.var_s, row->var_s, 1e-12);
  assert_near (got.tau_a, row->tau_a, 1e-15);
  assert_near (got.tau_b, row->tau_b, 1e-15);
}

static int64_t
score_one_by_one (size_t n, const double *values)
{
  int64_t s = 0;

  for (size_t i = 0; i < n; i++) {
    for (size_t j = i + 1; j < n; j++)
      s += (values[j] > values[i]) - (values[j] < values[i]);
  }

  return s;
}

/* And turning time round, or the values, turns the score. */
static void
agrees_with_pairs (void **state)
{
  enum {
    N = 999
  };
  static double values[N], turned[N];
  static int64_t work[2 * N];
  uint64_t sequence = 1;
  KernelMannKendall got, other;

  (void) state;
  for (uint64_t range = 2; range < 100000; range *= 7) {
    for (size_t i = 0; i < N; i++) {
      sequence = sequence * 6364136223846793005u + 1442695040888963407u;
      values[i] = (double) ((sequence >> 33) % range) / 8 + (double) i / 1000 * (range > 50);
    }
    assert_int_equal (kernel_mann_kendall (N, values, work, &got), KERNEL_OK);
    assert_int_equal (got.s, score_one_by_one (N, values));
    for (size_t i = 0; i < N; i++)
      turned[i] = values[N - 1 - i];
    assert_int_equal (kernel_mann_kendall (N, turned, work, &other), KERNEL_OK);
    assert_int_equal (other.s, -got.s);
    assert_near (other.var_s, got.var_s, 0);
    for (size_t i = 0; i < N; i++)
      turned[i] = -values[i];
    assert_int_equal (kernel_mann_kendall (N, turned, work, &other), KERNEL_OK);
    assert_int_equal (other.s, -got.s);
  }
}

/* A million values in order: the score is the number of pairs, beyond 32 bits. */
static void
counts_a_million (void **state)
{
  enum {
    N = 1000000
  };
  double *values = malloc (N * sizeof *values);
  int64_t *work = malloc (2 * N * sizeof *work);
  KernelMannKendall got;

  (void) state;
  for (size_t i = 0; i < N; i++)
    values[i] = -(double) i;
  assert_int_equal (kernel_mann_kendall (N, values, work, &got), KERNEL_OK);
  assert_true (got.s == -(int64_t) 499999500000);
  assert_near (got.var_s, 111111277777500000., 16);
  free (values);
  free (work);
}

static void
moves_by_one_towards_nothing (void **state)
{
  (void) state;
  assert_near (kernel_mann_kendall_z (5, 4), 2, 0);
  assert_near (kernel_mann_kendall_z (-5, 4), -2, 0);
  assert_near (kernel_mann_kendall_z (0, 4), 0, 0);
  assert_near (kernel_mann_kendall_z (0, 0), 0, 0);
  assert_near (kernel_mann_kendall_z (1, 0), NAN, 0);
  assert_near (kernel_mann_kendall_z (1, -3), NAN, 0);
  assert_near (kernel_mann_kendall_z (1, NAN), NAN, 0);
  /* R: 2 * pnorm (-1.96), 2 * pnorm (-10) */
  assert_near (kernel_two_sided (1.96), 0.04999579029644087, 1e-16);
  assert_near (kernel_two_sided (-1.96), 0.04999579029644087, 1e-16);
  assert_near (kernel_two_sided (-10), 1.5239706048321054e-23, 1e-37);
  assert_near (kernel_two_sided (0), 1, 0);
  assert_near (kernel_two_sided (NAN), NAN, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3] = {
    cmocka_unit_test (agrees_with_pairs),
    cmocka_unit_test (counts_a_million),
    cmocka_unit_test (moves_by_one_towards_nothing),
  };

  add_rows (tests + 3, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/mann-kendall", tests, NULL, NULL);
}
