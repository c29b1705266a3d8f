/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rank-sets.h"

#include "kernel/quantile.h"
#include "kernel/random.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* So many draws at a time stay in the cache. */
#define BLOCK 128

/* The 90% quantile of a normal distribution. */
#define Z_90 1.2815515655446004

/* What is known of a pair: nothing, or which of the two has the larger value. */
enum {
  OPEN = 0,
  FIRST_ABOVE,
  FIRST_BELOW,
};

typedef struct {
  size_t n, n_draws;
  const double *values;
  double *draws;    /* n rows of n_draws: errors times normal deviates */
  double *inverse;  /* n x n: one over the standard error of a difference; 0 for none */
  double *largest;  /* n rows of n_draws */
  double *sorted;   /* n_draws */
  uint8_t *settled; /* n x n, row j: what the set of j knows of j and the other */
  uint8_t *settled_all;
  double level;
} Ranking;

/* Draws are a sample: the quantile is taken so far up that a sample as this one is too low in 1 of
 * 10.
 */
static double
safe_level (double level, size_t n_draws)
{
  const double safe = level + Z_90 * sqrt (level * (1 - level) / (double) n_draws);

  return safe < 1 ? safe : 1;
}

static void
draw_normals (Ranking *self, const double *errors, uint64_t seed)
{
  for (size_t j = 0; j < self->n; j++) {
    double *row = self->draws + j * self->n_draws;

    kernel_random_normal (&seed, self->n_draws, row);
    for (size_t b = 0; b < self->n_draws; b++)
      row[b] *= errors[j];
  }
}

static void
fill_inverse (Ranking *self, const double *errors)
{
  for (size_t j = 0; j < self->n; j++) {
    for (size_t k = 0; k < self->n; k++) {
      const double error = sqrt (errors[j] * errors[j] + errors[k] * errors[k]);

      self->inverse[j * self->n + k] = j != k && error > 0 ? 1 / error : 0;
    }
  }
}

/* Raises both rows of a pair to the size of their difference. */
static void
raise_both (const double *restrict first,
            const double *restrict second,
            double inverse,
            size_t n,
            double *restrict of_first,
            double *restrict of_second)
{
  for (size_t b = 0; b < n; b++) {
    const double size = fabs (first[b] - second[b]) * inverse;

    of_first[b] = size > of_first[b] ? size : of_first[b];
    of_second[b] = size > of_second[b] ? size : of_second[b];
  }
}

/* Row j of @largest gets, draw by draw, the largest difference of j from any other. */
static void
find_largest (Ranking *self)
{
  memset (self->largest, 0, self->n * self->n_draws * sizeof *self->largest);
  for (size_t from = 0; from < self->n_draws; from += BLOCK) {
    const size_t n = self->n_draws - from < BLOCK ? self->n_draws - from : BLOCK;

    for (size_t j = 0; j < self->n; j++) {
      for (size_t k = j + 1; k < self->n; k++)
        raise_both (self->draws + j * self->n_draws + from, self->draws + k * self->n_draws + from,
                    self->inverse[j * self->n + k], n, self->largest + j * self->n_draws + from,
                    self->largest + k * self->n_draws + from);
    }
  }
}

static double
quantile_of (Ranking *self, const double *largest)
{
  memcpy (self->sorted, largest, self->n_draws * sizeof *largest);

  return kernel_quantile (self->n_draws, self->sorted, self->level);
}

/* Settles what lies further apart than @critical standard errors; whether anything did. */
static bool
settle_row (const Ranking *self, uint8_t *settled, size_t j, double critical)
{
  const double *inverse = self->inverse + j * self->n;
  bool is_new = false;

  for (size_t k = 0; k < self->n; k++) {
    const double above = self->values[j] - self->values[k];
    const bool is_apart =
        k != j && (inverse[k] > 0 ? fabs (above) * inverse[k] > critical : above != 0);

    if (is_apart && settled[k] == OPEN) {
      settled[k] = above > 0 ? FIRST_ABOVE : FIRST_BELOW;
      is_new = true;
    }
  }

  return is_new;
}

/* Raises @largest to the differences of j from the others that are not yet settled: of a
 * settled pair only those the other way round.
 */
static void
raise_row (Ranking *self, const uint8_t *settled, size_t j, size_t from, double *restrict largest)
{
  const double *restrict first = self->draws + j * self->n_draws;

  for (size_t k = from; k < self->n; k++) {
    const double *restrict second = self->draws + k * self->n_draws;
    const double inverse = self->inverse[j * self->n + k];
    const double factor = settled[k] == FIRST_ABOVE ? -inverse : inverse;

    for (size_t b = 0; k != j && settled[k] != OPEN && b < self->n_draws; b++) {
      const double size = (first[b] - second[b]) * factor;
      largest[b] = size > largest[b] ? size : largest[b];
    }
    for (size_t b = 0; k != j && settled[k] == OPEN && b < self->n_draws; b++) {
      const double size = fabs (first[b] - second[b]) * inverse;
      largest[b] = size > largest[b] ? size : largest[b];
    }
  }
}

/* @largest: what find_largest() found for j; overwritten. */
static void
settle_one (Ranking *self, size_t j, double *largest)
{
  uint8_t *settled = self->settled + j * self->n;

  while (settle_row (self, settled, j, quantile_of (self, largest))) {
    memset (largest, 0, self->n_draws * sizeof *largest);
    raise_row (self, settled, j, 0, largest);
  }
}

static bool
settle_all_rows (Ranking *self, double critical)
{
  bool is_new = false;

  for (size_t j = 0; j < self->n; j++)
    is_new |= settle_row (self, self->settled_all + j * self->n, j, critical);

  return is_new;
}

/* @largest: the largest difference of any pair, draw by draw; overwritten. */
static void
settle_all (Ranking *self, double *largest)
{
  while (settle_all_rows (self, quantile_of (self, largest))) {
    memset (largest, 0, self->n_draws * sizeof *largest);
    for (size_t j = 0; j < self->n; j++)
      raise_row (self, self->settled_all + j * self->n, j, j + 1, largest);
  }
}

static void
count_row (size_t n, const uint8_t *settled, uint32_t *low, uint32_t *high)
{
  *low = 1;
  *high = (uint32_t) n;
  for (size_t k = 0; k < n; k++) {
    *low += settled[k] == FIRST_BELOW;
    *high -= settled[k] == FIRST_ABOVE;
  }
}

static void
count_places (const Ranking *self, KernelRankSets *sets)
{
  for (size_t j = 0; j < self->n; j++) {
    count_row (self->n, self->settled + j * self->n, &sets->low[j], &sets->high[j]);
    count_row (self->n, self->settled_all + j * self->n, &sets->all_low[j], &sets->all_high[j]);
  }
}

/* @of_all gets, draw by draw, the largest difference of any pair. */
static void
find_largest_of_all (const Ranking *self, double *of_all)
{
  memset (of_all, 0, self->n_draws * sizeof *of_all);
  for (size_t j = 0; j < self->n; j++) {
    const double *row = self->largest + j * self->n_draws;

    for (size_t b = 0; b < self->n_draws; b++)
      of_all[b] = row[b] > of_all[b] ? row[b] : of_all[b];
  }
}

/**
 * kernel_rank_sets_numbers:
 * @n: number of areas
 * @n_draws: number of draws
 *
 * How many numbers kernel_rank_sets() needs to work with.
 *
 * Returns: their number
 */
size_t
kernel_rank_sets_numbers (size_t n, size_t n_draws)
{
  return 2 * n * n_draws + n * n + 2 * n_draws;
}

/**
 * kernel_rank_sets:
 * @n: number of areas
 * @values: shape (@n), in any unit, none missing
 * @errors: shape (@n), standard error of each, at least 0
 * @level: how sure a set is to hold the place, such as 0.95
 * @n_draws: how many sets of normal deviates decide, 1,000 or more
 * @seed: where they begin
 * @work: what to work with
 * @sets: (out): the places, from 1 for the largest value
 *
 * Which places each area may have among all when its value is what chance has made of a
 * true one: by itself, and for all areas at once.  A pair is settled when its difference is
 * larger than the largest of all pairs' (of the area's, for a set by itself) would be in
 * @level of draws if nothing differed; then the rest is looked at again without it.  That
 * quantile is the upper end of a one-sided 90% interval for it, so that few draws make sets wider
 * and not too narrow.
 *
 * O(@n_draws n^2) time for each of a few rounds.  The same seed gives the same sets.
 *
 * Source: M. Mogstad, J. P. Romano, A. M. Shaikh, D. Wilhelm (2024), Rev. Econ. Stud. 91,
 * 476-518, algorithm 3.2 with two-sided sets by stepwise one-sided tests, as their csranks.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT of no area; %KERNEL_ERR_PARAMETER if @level or
 *   @n_draws makes no sense; %KERNEL_ERR_DOMAIN if a value or an error is not a number
 */
KernelStatus
kernel_rank_sets (size_t n,
                  const double *values,
                  const double *errors,
                  double level,
                  size_t n_draws,
                  uint64_t seed,
                  KernelRankWork work,
                  KernelRankSets *sets)
{
  double *of_all = work.numbers;
  Ranking self = { .n = n,
                   .n_draws = n_draws,
                   .values = values,
                   .sorted = work.numbers + n_draws,
                   .draws = work.numbers + 2 * n_draws,
                   .largest = work.numbers + (2 + n) * n_draws,
                   .inverse = work.numbers + (2 + 2 * n) * n_draws,
                   .settled = work.settled,
                   .settled_all = work.settled + n * n,
                   .level = safe_level (level, n_draws) };

  if (n == 0)
    return KERNEL_ERR_TOO_SHORT;
  if (!(level > 0 && level < 1) || n_draws == 0)
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (values[i]) || !(errors[i] >= 0) || isinf (errors[i]))
      return KERNEL_ERR_DOMAIN;
  }

  memset (work.settled, OPEN, 2 * n * n);
  draw_normals (&self, errors, seed);
  fill_inverse (&self, errors);
  find_largest (&self);
  find_largest_of_all (&self, of_all);
  settle_all (&self, of_all);
  for (size_t j = 0; j < n; j++)
    settle_one (&self, j, self.largest + j * n_draws);
  count_places (&self, sets);

  return KERNEL_OK;
}
