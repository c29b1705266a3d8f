/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/one-break.h"
#include "kernel/random.h"
#include "kernel/sup-f.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 45

/* R 4.2.2, strucchange 1.5-3: Fstats (y ~ u, from = 6/45). */
static void
agrees_with_r (void **state)
{
  static const double y[N] = { 3, 5,  4, 6,  8,  7,  9,  6,  5,  4, 6,  7,  9,  11, 8,
                               3, 5,  5, 7,  7,  7,  9,  7,  6,  3, 6,  7,  10, 12, 7,
                               6, 10, 8, 12, 16, 14, 18, 12, 10, 8, 12, 14, 18, 22, 16 };
  static const double u[] = { 1, 3, 2, 5, 4 };
  double design[2 * N], work[N + 1 + 15];
  KernelSupF got;

  (void) state;
  for (size_t i = 0; i < N; i++) {
    design[2 * i] = 1;
    design[2 * i + 1] = u[i % 5];
  }
  assert_int_equal (kernel_sup_f_n_work (N, 2), LENGTH (work));
  assert_int_equal (kernel_sup_f (N, 2, design, y, 6, work, &got), KERNEL_OK);
  assert_int_equal (got.at, 33);
  assert_near (got.f, 63.12382817003528, 1e-11);
}

/* On a level alone it is the one break, told in another way. */
static void
is_the_one_break_of_a_level (void **state)
{
  double ones[N], values[N], work[N + 1 + 8];
  uint64_t seed = 3;

  (void) state;
  for (size_t i = 0; i < N; i++)
    ones[i] = 1;
  for (size_t round = 0; round < 100; round++) {
    KernelOneBreak one;
    KernelSupF got;

    kernel_random_normal (&seed, N, values);
    assert_int_equal (kernel_one_break (N, values, 5, &one), KERNEL_OK);
    assert_int_equal (kernel_sup_f (N, 1, ones, values, 5, work, &got), KERNEL_OK);
    assert_int_equal (got.at, one.at);
    assert_near (got.f, (one.rss_without - one.rss_with) / (one.rss_with / (N - 2)), 1e-9);
  }
}

/* Critical values of D. W. K. Andrews (2003), Econometrica 71, 395-397, table 1, at a share of
 * 0.15, at 5% and at 1%; they are simulated on a grid, which lowers them a little.
 */
static void
gives_published_chances (void **state)
{
  static const struct {
    size_t n_columns;
    double at_5, at_1;
  } rows[] = { { 1, 8.68, 12.16 }, { 2, 11.72, 15.56 }, { 3, 14.13, 18.07 } };

  (void) state;
  for (size_t k = 0; k < LENGTH (rows); k++) {
    assert_near (kernel_sup_f_chance (rows[k].at_5, rows[k].n_columns, 0.15), 0.05, 0.005);
    assert_near (kernel_sup_f_chance (rows[k].at_1, rows[k].n_columns, 0.15), 0.01, 0.001);
  }
}

/* The formula, with the gamma function of the C library. */
static void
is_the_expansion (void **state)
{
  (void) state;
  for (size_t m = 1; m < 12; m++) {
    const double k = (double) m, f = 3 * k + 9, span = 2 * log (0.9 / 0.1);
    const double want =
        pow (f / 2, k / 2) * exp (-f / 2) / tgamma (k / 2) * ((1 - k / f) * span + 2 / f);

    assert_near (kernel_sup_f_chance (f, m, 0.1), want, 1e-13);
  }
}

static void
stays_a_chance (void **state)
{
  (void) state;
  assert_near (kernel_sup_f_chance (0, 1, 0.15), 1, 0);
  assert_near (kernel_sup_f_chance (1.2, 1, 0.01), 1, 1);
  assert_near (kernel_sup_f_chance (1e4, 1, 0.15), 0, 0);
  assert_true (isnan (kernel_sup_f_chance (NAN, 1, 0.15)));
  assert_true (isnan (kernel_sup_f_chance (9, 0, 0.15)));
  assert_true (isnan (kernel_sup_f_chance (9, 1, 0.5)));
  assert_true (isnan (kernel_sup_f_chance (9, 1, 0)));
  for (size_t m = 1; m < 12; m++) {
    double before = 1;

    for (double f = 0; f < 200; f += 0.5) {
      const double chance = kernel_sup_f_chance (f, m, 0.15);
      assert_true (chance >= 0 && chance <= 1 && (chance > 0.3 || chance <= before));
      before = chance;
    }
  }
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double ones[] = { 1, 1, 1, 1, 1, 1 }, values[] = { 1, 2, 3, 4, 5, NAN };
  const double exact[] = { 1, 1, 1, 2, 2, 2 };
  double work[7 + 8];
  KernelSupF got = { 99, -7 };

  (void) state;
  assert_int_equal (kernel_sup_f (6, 0, ones, values, 2, work, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_sup_f (6, 1, ones, values, 1, work, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_sup_f (3, 1, ones, values, 2, work, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_sup_f (6, 1, ones, values, 2, work, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_sup_f (6, 1, ones, ones, 2, work, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_sup_f (6, 1, ones, exact, 2, work, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (got.at, 99);
  assert_int_equal (kernel_sup_f (4, 1, ones, values, 2, work, &got), KERNEL_OK);
  assert_int_equal (got.at, 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_r),           cmocka_unit_test (is_the_one_break_of_a_level),
    cmocka_unit_test (gives_published_chances), cmocka_unit_test (is_the_expansion),
    cmocka_unit_test (stays_a_chance),          cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/sup-f", tests, NULL, NULL);
}
