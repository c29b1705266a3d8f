/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/quantile.h"
#include "kernel/random.h"
#include "kernel/rank-sets.h"
#include "support/near.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
  N = 9,
  DRAWS = 400,
  SEED = 11,
};

static double values[N] = { 10, 12, 9, 30, 28, 11, 50, 49, 31 };
static double errors[N] = { 1, 2, 1.5, 1, 3, 0.5, 1, 1, 2 };

typedef struct {
  uint32_t low[N], high[N], all_low[N], all_high[N];
} Places;

static KernelStatus
rank (size_t n, const double *x, const double *s, double level, uint64_t seed, Places *places)
{
  const size_t n_numbers = kernel_rank_sets_numbers (n, DRAWS);
  KernelRankWork work = { malloc (n_numbers * sizeof (double)), malloc (2 * n * n + 1) };
  KernelRankSets sets = { places->low, places->high, places->all_low, places->all_high };
  const KernelStatus status = kernel_rank_sets (n, x, s, level, DRAWS, seed, work, &sets);

  free (work.numbers);
  free (work.settled);

  return status;
}

/* Another route: every ordered pair a hypothesis of its own, nothing shared or skipped. */
typedef struct {
  double draws[N][DRAWS];
  bool is_open[N][N]; /* that j is above k is not settled */
} Slow;

static double
slow_difference (const Slow *self, size_t j, size_t k, size_t b)
{
  return (self->draws[j][b] - self->draws[k][b]) / hypot (errors[j], errors[k]);
}

static double
slow_critical (const Slow *self, double level)
{
  /* The upper end of a one-sided 90% interval for the quantile. */
  const double safe = fmin (1, level + 1.2815515655446004 * sqrt (level * (1 - level) / DRAWS));
  double largest[DRAWS];

  for (size_t b = 0; b < DRAWS; b++) {
    largest[b] = -INFINITY;
    for (size_t j = 0; j < N; j++) {
      for (size_t k = 0; k < N; k++)
        if (self->is_open[j][k])
          largest[b] = fmax (largest[b], slow_difference (self, j, k, b));
    }
  }

  return kernel_quantile (DRAWS, largest, safe);
}

/* @only: the area whose pairs count; N for all. */
static void
slow_places (Slow *self, size_t only, double level, uint32_t *low, uint32_t *high)
{
  bool is_settled[N][N] = { 0 }, is_new = true;

  for (size_t j = 0; j < N; j++)
    for (size_t k = 0; k < N; k++)
      self->is_open[j][k] = j != k && (only == N || j == only || k == only);
  while (is_new) {
    const double critical = slow_critical (self, level);

    is_new = false;
    for (size_t j = 0; j < N; j++) {
      for (size_t k = 0; k < N; k++) {
        if (self->is_open[j][k] &&
            (values[j] - values[k]) / hypot (errors[j], errors[k]) > critical) {
          is_settled[j][k] = is_new = true;
          self->is_open[j][k] = false;
        }
      }
    }
  }
  for (size_t j = 0; j < N; j++) {
    low[j] = 1;
    high[j] = N;
    for (size_t k = 0; k < N; k++) {
      low[j] += is_settled[k][j];
      high[j] -= is_settled[j][k];
    }
  }
}

static void
agree (double least_level)
{
  static Slow slow;
  uint64_t seed = SEED;
  uint32_t low[N], high[N];
  Places places;

  for (size_t j = 0; j < N; j++) {
    kernel_random_normal (&seed, DRAWS, slow.draws[j]);
    for (size_t b = 0; b < DRAWS; b++)
      slow.draws[j][b] *= errors[j];
  }
  for (double level = least_level; level < 1; level += 0.07) {
    assert_int_equal (rank (N, values, errors, level, SEED, &places), KERNEL_OK);
    slow_places (&slow, N, level, low, high);
    assert_memory_equal (places.all_low, low, sizeof low);
    assert_memory_equal (places.all_high, high, sizeof high);
    for (size_t j = 0; j < N; j++) {
      slow_places (&slow, j, level, low, high);
      assert_int_equal (places.low[j], low[j]);
      assert_int_equal (places.high[j], high[j]);
    }
  }
}

/* Of these figures, and of many whose differences lie about where they are settled. */
static void
agrees_with_the_long_way (void **state)
{
  double kept[2][N];
  uint64_t seed = 1;

  (void) state;
  memcpy (kept[0], values, sizeof values);
  memcpy (kept[1], errors, sizeof errors);
  agree (0.5);
  for (int k = 0; k < 60; k++) {
    kernel_random_normal (&seed, N, values);
    kernel_random_normal (&seed, N, errors);
    for (size_t j = 0; j < N; j++) {
      values[j] *= 4;
      errors[j] = exp (errors[j] / 2);
    }
    agree (0.9);
  }
  memcpy (values, kept[0], sizeof values);
  memcpy (errors, kept[1], sizeof errors);
}

static void
holds_the_place_and_is_wider_for_all (void **state)
{
  Places places;

  (void) state;
  assert_int_equal (rank (N, values, errors, 0.95, SEED, &places), KERNEL_OK);
  for (size_t j = 0; j < N; j++) {
    uint32_t place = 1;

    for (size_t k = 0; k < N; k++)
      place += values[k] > values[j];
    assert_true (places.low[j] <= place && place <= places.high[j]);
    assert_true (places.all_low[j] <= places.low[j] && places.high[j] <= places.all_high[j]);
  }
  assert_int_equal (places.all_low[6], 1);
  assert_int_equal (places.all_high[6], 2);
}

static void
is_the_same_for_a_seed (void **state)
{
  Places places, again;

  (void) state;
  memset (&places, 0, sizeof places);
  memset (&again, 0, sizeof again);
  assert_int_equal (rank (N, values, errors, 0.8, 5, &places), KERNEL_OK);
  assert_int_equal (rank (N, values, errors, 0.8, 5, &again), KERNEL_OK);
  assert_memory_equal (&places, &again, sizeof places);
}

/* Upside down every place is counted from the other end. */
static void
turns_with_the_values (void **state)
{
  double turned[N];
  Places places, other;

  (void) state;
  for (size_t j = 0; j < N; j++)
    turned[j] = -values[j];
  assert_int_equal (rank (N, values, errors, 0.95, SEED, &places), KERNEL_OK);
  assert_int_equal (rank (N, turned, errors, 0.95, SEED, &other), KERNEL_OK);
  for (size_t j = 0; j < N; j++) {
    /* Two-sided first rounds are the same; later ones look the other way round. */
    assert_true (abs ((int) (N + 1 - places.all_high[j]) - (int) other.all_low[j]) <= 1);
    assert_true (abs ((int) (N + 1 - places.low[j]) - (int) other.high[j]) <= 1);
  }
}

static void
knows_what_is_exact (void **state)
{
  const double x[] = { 3, 3, 5 }, none[] = { 0, 0, 0 };
  Places places;

  (void) state;
  assert_int_equal (rank (3, x, none, 0.95, 1, &places), KERNEL_OK);
  assert_int_equal (places.low[2], 1);
  assert_int_equal (places.high[2], 1);
  assert_int_equal (places.low[0], 2);
  assert_int_equal (places.high[0], 3);
  assert_int_equal (places.all_low[1], 2);
  assert_int_equal (places.all_high[1], 3);
  assert_int_equal (rank (1, x, errors, 0.95, 1, &places), KERNEL_OK);
  assert_int_equal (places.low[0], 1);
  assert_int_equal (places.all_high[0], 1);
}

static void
refuses (void **state)
{
  const double gap[] = { 1, NAN }, less[] = { 1, -1 };
  Places places;

  (void) state;
  assert_int_equal (rank (0, values, errors, 0.95, 1, &places), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (rank (2, values, errors, 1, 1, &places), KERNEL_ERR_PARAMETER);
  assert_int_equal (rank (2, gap, errors, 0.95, 1, &places), KERNEL_ERR_DOMAIN);
  assert_int_equal (rank (2, values, less, 0.95, 1, &places), KERNEL_ERR_DOMAIN);
  assert_int_equal (rank (2, values, gap, 0.95, 1, &places), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_the_long_way),
    cmocka_unit_test (holds_the_place_and_is_wider_for_all),
    cmocka_unit_test (is_the_same_for_a_seed),
    cmocka_unit_test (turns_with_the_values),
    cmocka_unit_test (knows_what_is_exact),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("kernel/rank-sets", tests, NULL, NULL);
}
