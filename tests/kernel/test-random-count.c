/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random-count.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  DRAWS = 200000,
  CELLS = 400
};

/* Below and above where the algorithm changes, on both sides of a half. */
static const struct binomial {
  const char *label;
  double n, p;
} binomials[] = {
  { "3 of a half", 3, 0.5 },      { "20 of a tenth", 20, 0.1 }, { "100 of 0.099", 100, 0.099 },
  { "100 of 0.101", 100, 0.101 }, { "250 of 0.37", 250, 0.37 }, { "250 of 0.63", 250, 0.63 },
  { "60 of 0.95", 60, 0.95 },
};

/* Fewer than ten are expected: pooled with their neighbours. */
static double
chi_square_of (const double *seen, const double *wanted, size_t n, size_t *freedom)
{
  double sum = 0, pooled_seen = 0, pooled_wanted = 0;

  *freedom = 0;
  for (size_t k = 0; k < n; k++) {
    pooled_seen += seen[k];
    pooled_wanted += wanted[k];
    if (pooled_wanted < 10)
      continue;
    sum += (pooled_seen - pooled_wanted) * (pooled_seen - pooled_wanted) / pooled_wanted;
    pooled_seen = pooled_wanted = 0;
    (*freedom)++;
  }

  return sum;
}

/* Within four deviations of what chi-square should be; the chances by their recursion. */
static void
assert_like (const double *seen, const double *wanted, size_t n)
{
  size_t cells;
  const double sum = chi_square_of (seen, wanted, n, &cells);

  assert_true (sum < (double) cells + 4 * sqrt (2 * (double) cells));
}

static void
draws_binomials (void **state)
{
  const struct binomial *row = *state;
  static double seen[CELLS], wanted[CELLS];
  uint64_t seed = 1;

  memset (seen, 0, sizeof seen);
  for (size_t k = 0; k < DRAWS; k++) {
    const double drawn = kernel_random_binomial (&seed, row->n, row->p);

    assert_true (drawn >= 0 && drawn <= row->n && drawn == floor (drawn));
    seen[(size_t) drawn]++;
  }
  wanted[0] = DRAWS * pow (1 - row->p, row->n);
  for (size_t k = 1; (double) k <= row->n; k++)
    wanted[k] = wanted[k - 1] * (row->n - (double) k + 1) / (double) k * row->p / (1 - row->p);
  assert_like (seen, wanted, (size_t) row->n + 1);
}

static const struct poisson {
  const char *label;
  double mean;
} poissons[] = {
  { "0.3", 0.3 }, { "9.9", 9.9 }, { "10.1", 10.1 }, { "37.5", 37.5 }, { "160", 160 },
};

static void
draws_poissons (void **state)
{
  const struct poisson *row = *state;
  static double seen[CELLS], wanted[CELLS];
  uint64_t seed = 1;

  memset (seen, 0, sizeof seen);
  for (size_t k = 0; k < DRAWS; k++) {
    const double drawn = kernel_random_poisson (&seed, row->mean);

    assert_true (drawn >= 0 && drawn < CELLS);
    seen[(size_t) drawn]++;
  }
  wanted[0] = DRAWS * exp (-row->mean);
  for (size_t k = 1; k < CELLS; k++)
    wanted[k] = wanted[k - 1] * row->mean / (double) k;
  assert_like (seen, wanted, CELLS);
}

/* Of numbers beyond any table: the mean and the variance. */
static void
draws_large_ones (void **state)
{
  double sums[4] = { 0 };
  uint64_t seed = 1;

  (void) state;
  for (size_t k = 0; k < DRAWS; k++) {
    const double x = kernel_random_binomial (&seed, 4e9, 0.25) - 1e9;
    const double y = kernel_random_poisson (&seed, 1e8) - 1e8;

    sums[0] += x / DRAWS;
    sums[1] += x * x / DRAWS;
    sums[2] += y / DRAWS;
    sums[3] += y * y / DRAWS;
  }
  assert_near (sums[0], 0, 4 * sqrt (7.5e8 / DRAWS));
  assert_near (sums[1] / 7.5e8, 1, 4 * sqrt (2. / DRAWS));
  assert_near (sums[2], 0, 4 * sqrt (1e8 / DRAWS));
  assert_near (sums[3] / 1e8, 1, 4 * sqrt (2. / DRAWS));
}

static void
knows_the_ends (void **state)
{
  uint64_t seed = 1;

  (void) state;
  assert_near (kernel_random_binomial (&seed, 0, 0.5), 0, 0);
  assert_near (kernel_random_binomial (&seed, 50, 0), 0, 0);
  assert_near (kernel_random_binomial (&seed, 50, 1), 50, 0);
  assert_near (kernel_random_poisson (&seed, 0), 0, 0);
}

static void
redraws_as_many_cases (void **state)
{
  static const double counts[] = { 0, 30, 20, 0 }, totals[] = { 10, 40, 20, 0 };
  double count[4], total[4], sums[4] = { 0 }, counted[4] = { 0 };
  uint64_t seed = 1;

  (void) state;
  for (size_t k = 0; k < 20000; k++) {
    kernel_redraw_cases (&seed, 4, counts, totals, count, total);
    assert_near (total[0] + total[1] + total[2] + total[3], 70, 0);
    for (size_t i = 0; i < 4; i++) {
      assert_true (count[i] <= total[i]);
      sums[i] += total[i] / 20000;
      counted[i] += count[i] / 20000;
    }
  }
  assert_near (sums[0], 10, 0.1);
  assert_near (sums[1], 40, 0.15);
  assert_near (sums[3], 0, 0);
  /* None of 10 counts as ½ of 11, all of 20 as 20½ of 21. */
  assert_near (counted[0], 10 * 0.5 / 11, 0.02);
  assert_near (counted[1], 30, 0.15);
  assert_near (counted[2], 20 * 20.5 / 21, 0.15);
}

static void
redraws_events (void **state)
{
  static const double counts[] = { 0, 30 };
  double drawn[2], sums[2] = { 0 };
  uint64_t seed = 1;

  (void) state;
  for (size_t k = 0; k < 20000; k++) {
    kernel_redraw_events (&seed, 2, counts, drawn);
    sums[0] += drawn[0] / 20000;
    sums[1] += drawn[1] / 20000;
  }
  assert_near (sums[0], 0.5, 0.02);
  assert_near (sums[1], 30, 0.16);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (binomials) + LENGTH (poissons) + 4] = {
    cmocka_unit_test (draws_large_ones),
    cmocka_unit_test (knows_the_ends),
    cmocka_unit_test (redraws_as_many_cases),
    cmocka_unit_test (redraws_events),
  };
  size_t n = 4;

  n += add_rows (tests + n, draws_binomials, binomials, LENGTH (binomials), sizeof *binomials);
  add_rows (tests + n, draws_poissons, poissons, LENGTH (poissons), sizeof *poissons);

  return cmocka_run_group_tests_name ("kernel/random-count", tests, NULL, NULL);
}
