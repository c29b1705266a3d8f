/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/break-bootstrap.h"
#include "kernel/normal.h"
#include "kernel/random.h"
#include "support/near.h"

#include <stdlib.h>

#define N 60
#define WORK (5 * (N + 1) + 3 * N + 199)

static double
draw (uint64_t *seed)
{
  return kernel_normal_quantile (((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52);
}

/* A level, then a line from @at on, with noise. */
static void
make (size_t at, double slope, double step, double noise, uint64_t *seed, double *values)
{
  for (size_t i = 0; i < N; i++)
    values[i] = (i >= at ? step + slope * (double) (i - at) : 0) + noise * draw (seed);
}

static void
is_sure_where_there_is_no_noise (void **state)
{
  double values[N], times[N], work[WORK];
  uint64_t seed = 1;
  size_t earliest, latest;

  (void) state;
  assert_int_equal (kernel_break_bootstrap_n_work (N, 199), WORK);
  make (25, 1, 10, 0.01, &seed, values);
  for (size_t i = 0; i < N; i++)
    times[i] = (double) i * 3;
  for (int is_timed = 0; is_timed < 2; is_timed++) {
    const KernelBreak brk = { 25, 3, false, true };
    assert_int_equal (kernel_break_bootstrap (N, values, is_timed ? times : NULL, &brk, 0.95, 99, 7,
                                              work, &earliest, &latest),
                      KERNEL_OK);
    assert_int_equal (earliest, 25);
    assert_int_equal (latest, 25);
  }
}

/* The same seed gives the same, and the surer the longer. */
static void
is_repeatable (void **state)
{
  const KernelBreak brk = { 30, 3, false, true };
  double values[N], work[WORK];
  uint64_t seed = 3;
  size_t earliest[3], latest[3];
  const double levels[] = { 0.5, 0.95, 0.95 };

  (void) state;
  make (30, 0.15, 0, 1, &seed, values);
  for (size_t k = 0; k < 3; k++)
    assert_int_equal (kernel_break_bootstrap (N, values, NULL, &brk, levels[k], 199, 11, work,
                                              &earliest[k], &latest[k]),
                      KERNEL_OK);
  assert_int_equal (earliest[1], earliest[2]);
  assert_int_equal (latest[1], latest[2]);
  assert_true (earliest[1] < earliest[0] && latest[1] > latest[0]);
  assert_true (earliest[1] >= 3 && latest[1] <= N - 3);
}

static size_t
find (const double *values)
{
  double least = INFINITY;
  size_t best = 0;

  for (size_t at = 3; at + 3 <= N; at++) {
    double m = 0, x = 0, t = 0, xt = 0, tt = 0, rss = 0;
    for (size_t i = 0; i < at; i++)
      m += values[i] / (double) at;
    for (size_t i = 0; i < at; i++)
      rss += (values[i] - m) * (values[i] - m);
    for (size_t i = at; i < N; i++) {
      x += values[i] / (double) (N - at);
      t += (double) i / (double) (N - at);
    }
    for (size_t i = at; i < N; i++) {
      xt += (values[i] - x) * ((double) i - t);
      tt += ((double) i - t) * ((double) i - t);
    }
    for (size_t i = at; i < N; i++) {
      const double rest = values[i] - x - xt / tt * ((double) i - t);
      rss += rest * rest;
    }
    if (rss < least) {
      least = rss;
      best = at;
    }
  }

  return best;
}

/* Of a hundred series that start to climb, about 95 intervals hold the place. */
static void
holds_the_place_as_often_as_it_says (void **state)
{
  const size_t n_series = getenv ("SCRUTINY_QUICK") ? 20 : 100;
  uint64_t seed = 5;
  size_t n_held = 0;

  (void) state;
  for (size_t round = 0; round < n_series; round++) {
    double values[N], work[WORK];
    size_t earliest, latest;

    make (30, 0.25, 0, 1, &seed, values);
    const KernelBreak brk = { find (values), 3, false, true };
    assert_int_equal (
        kernel_break_bootstrap (N, values, NULL, &brk, 0.95, 199, round, work, &earliest, &latest),
        KERNEL_OK);
    n_held += earliest <= 30 && latest >= 30;
  }
  assert_in_range (n_held, n_series * 88 / 100, n_series);
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double values[] = { 1, 2, 3, 4, 5, 6 };
  double work[5 * 7 + 3 * 6 + 9];
  size_t earliest, latest;
  static const struct {
    KernelBreak brk;
    double level;
    size_t n_draws;
  } rows[] = {
    { { 3, 2, false, false }, 1, 9 },    { { 3, 2, false, false }, 0, 9 },
    { { 3, 2, false, false }, 0.95, 0 }, { { 1, 2, false, false }, 0.95, 9 },
    { { 5, 2, false, false }, 0.95, 9 }, { { 3, 0, false, false }, 0.95, 9 },
  };

  (void) state;
  for (size_t k = 0; k < 6; k++)
    assert_int_equal (kernel_break_bootstrap (6, values, NULL, &rows[k].brk, rows[k].level,
                                              rows[k].n_draws, 1, work, &earliest, &latest),
                      KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (is_sure_where_there_is_no_noise),
    cmocka_unit_test (is_repeatable),
    cmocka_unit_test (holds_the_place_as_often_as_it_says),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/break-bootstrap", tests, NULL, NULL);
}
