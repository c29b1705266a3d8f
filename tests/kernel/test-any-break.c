/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/any-break.h"
#include "kernel/break-profile.h"
#include "kernel/normal.h"
#include "kernel/one-break.h"
#include "kernel/random.h"
#include "support/near.h"

#define N 40

static double
normal (uint64_t *seed)
{
  return kernel_normal_quantile (((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52);
}

static KernelRows
rows_of (KernelStretch stretch, const double *rows, size_t n)
{
  return (KernelRows){ .stretch = stretch, .n = n, .width = 2, .least = 2, .rows = rows };
}

/* Twice the logarithm of a likelihood ratio, written out: 4 of 8 rows of each. */
static void
gains_what_the_likelihood_does (void **state)
{
  static const struct {
    const char *label;
    KernelStretch stretch;
    double first[2], second[2]; /* rows, four of each */
    double gain;
  } known[] = {
    /* squares around 3: 8, none around 2 and 4 */
    { "means", KERNEL_STRETCH_MEAN, { 2, 4 }, { 4, 16 }, 8 },
    /* 2 (4 log (1 / 2) + 12 log (3 / 2)) */
    { "rates", KERNEL_STRETCH_RATE, { 1, 4 }, { 3, 4 }, 4.185985150116383 },
    /* 2 × 32 (log 2 + log (1 / 4) / 4 + 3 log (3 / 4) / 4) */
    { "shares", KERNEL_STRETCH_SHARE, { 1, 3 }, { 3, 1 }, 8.371970300232766 },
    /* one of two quantiles parts them: 2 × 8 log 2 / 2 */
    { "quantiles", KERNEL_STRETCH_DISTRIBUTION, { 1, 1 }, { 0, 1 }, 5.545177444479562 },
  };

  (void) state;
  for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
    double rows[16], work[32], gain;
    size_t at;
    for (size_t i = 0; i < 16; i++)
      rows[i] = i < 8 ? known[k].first[i % 2] : known[k].second[i % 2];
    const KernelRows series = rows_of (known[k].stretch, rows, 8);
    assert_int_equal (kernel_any_break (&series, work, &at, &gain), KERNEL_OK);
    assert_int_equal (at, 4);
    assert_near (gain, known[k].gain, 1e-9);
  }
}

/* n log (RSS before / RSS after), where the variances are alike. */
static void
agrees_with_one_break (void **state)
{
  uint64_t seed = 5;

  (void) state;
  for (size_t round = 0; round < 20; round++) {
    double values[N], rows[2 * N], work[2 * N], gain, chance, other;
    size_t at, order[N];
    KernelOneBreak one;

    for (size_t i = 0; i < N; i++) {
      values[i] = normal (&seed) + (i >= 22 ? (double) round / 8 : 0);
      rows[2 * i] = values[i];
      rows[2 * i + 1] = values[i] * values[i];
    }
    const KernelRows series = rows_of (KERNEL_STRETCH_MEAN, rows, N);
    assert_int_equal (kernel_any_break (&series, work, &at, &gain), KERNEL_OK);
    assert_int_equal (kernel_one_break (N, values, 2, &one), KERNEL_OK);
    assert_int_equal (at, one.at);
    assert_near (gain, one.rss_without - one.rss_with, 1e-9);
    assert_int_equal (kernel_any_break_chance (&series, 199, 1, work, order, &chance), KERNEL_OK);
    assert_int_equal (kernel_one_break_chance (N, values, 2, 199, 1, work, &other), KERNEL_OK);
    assert_near (chance, other, 1e-9);
  }
}

/* A spread that goes from 1 to 4 half-way, around one mean: the interval holds the true place
 * about as often as asked for.
 */
static void
holds_the_true_place (void **state)
{
  enum {
    N_DRAWS = 99,
    N_SERIES = 200
  };
  uint64_t seed = 77;
  size_t n_held = 0, n_wide = 0;

  (void) state;
  for (size_t round = 0; round < N_SERIES; round++) {
    double rows[2 * N], work[2 * N + N_DRAWS], gain;
    size_t at, order[N], earliest, latest;
    for (size_t i = 0; i < N; i++) {
      rows[2 * i] = normal (&seed) * (i >= N / 2 ? 4 : 1);
      rows[2 * i + 1] = rows[2 * i] * rows[2 * i];
    }
    KernelRows series = rows_of (KERNEL_STRETCH_MEAN_VARIANCE, rows, N);

    series.least = 5; /* two values drawn twice have no variance */
    assert_true (kernel_any_break_n_work (N, 2, N_DRAWS) <= sizeof work / sizeof *work);
    assert_int_equal (kernel_any_break (&series, work, &at, &gain), KERNEL_OK);
    assert_int_equal (kernel_any_break_interval (&series, at, 0.95, N_DRAWS, round, work, order,
                                                 &earliest, &latest),
                      KERNEL_OK);
    assert_true (earliest <= at && at <= latest && latest <= N - 5 && earliest >= 5);
    n_held += earliest <= N / 2 && latest >= N / 2;
    n_wide += latest - earliest > N / 2;
  }
  assert_in_range (n_held, 180, 200);
  assert_in_range (n_wide, 0, 40);
}

static void
refuses_what_makes_no_sense (void **state)
{
  static const double rows[] = { 1, 1, 2, 4, 3, 9, 4, NAN };
  double work[32], gain, chance;
  size_t at, order[4], earliest, latest;
  KernelRows series = rows_of (KERNEL_STRETCH_MEAN, rows, 3);

  (void) state;
  assert_int_equal (kernel_any_break (&series, work, &at, &gain), KERNEL_ERR_TOO_SHORT);
  series.least = 0;
  assert_int_equal (kernel_any_break (&series, work, &at, &gain), KERNEL_ERR_PARAMETER);
  series.least = 1;
  assert_int_equal (kernel_any_break (&series, work, &at, &gain), KERNEL_OK);
  assert_int_equal (kernel_any_break_chance (&series, 0, 1, work, order, &chance),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (
      kernel_any_break_interval (&series, 0, 0.95, 9, 1, work, order, &earliest, &latest),
      KERNEL_ERR_PARAMETER);
  assert_int_equal (
      kernel_any_break_interval (&series, 1, 1, 9, 1, work, order, &earliest, &latest),
      KERNEL_ERR_PARAMETER);
  series.n = 4;
  assert_int_equal (kernel_any_break (&series, work, &at, &gain), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gains_what_the_likelihood_does),
    cmocka_unit_test (agrees_with_one_break),
    cmocka_unit_test (holds_the_true_place),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/any-break", tests, NULL, NULL);
}
