/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random.h"
#include "kernel/weight-places.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST_UNITS 4
#define MOST_COMPONENTS 3
#define DRAWS 40000

/* With weights w and 1 - w, w is uniform: chances are lengths; with three, areas of a triangle. */
static const struct known {
  const char *label;
  size_t n_units, n_components;
  double parts[MOST_UNITS * MOST_COMPONENTS];
  uint32_t low[MOST_UNITS], high[MOST_UNITS];
  double first[MOST_UNITS];
} known[] = {
  { "one of each", 2, 2, { 1, 0, 0, 1 }, { 1, 1 }, { 2, 2 }, { 0.5, 0.5 } },
  { "one in the middle",
    3,
    2,
    { 1, 0, 0, 1, 0.6, 0.6 },
    { 1, 1, 1 },
    { 3, 3, 2 },
    { 0.4, 0.4, 0.2 } },
  { "one above in everything", 3, 2, { 2, 2, 1, 0, 0, 1 }, { 1, 2, 2 }, { 1, 3, 3 }, { 1, 0, 0 } },
  { "three of a kind and one of all",
    4,
    3,
    { 1, 0, 0, 0, 1, 0, 0, 0, 1, 0.5, 0.5, 0.5 },
    { 1, 1, 1, 1 },
    { 4, 4, 4, 2 },
    { 0.25, 0.25, 0.25, 0.25 } },
  { "equals share a place", 2, 2, { 1, 2, 1, 2 }, { 1, 1 }, { 1, 1 }, { 1, 1 } },
  { "seldom first", 2, 2, { 1, 0.98, 0.99, 1.98 }, { 2, 1 }, { 2, 1 }, { 0.0099, 0.9901 } },
  { "one component", 3, 1, { 5, 7, 6 }, { 3, 1, 2 }, { 3, 1, 2 }, { 0, 1, 0 } },
  { "one unit", 1, 2, { 5, 7 }, { 1 }, { 1 }, { 1 } },
};

typedef struct {
  double weights[MOST_COMPONENTS], scores[MOST_UNITS], first[MOST_UNITS];
  int64_t keys[2 * MOST_UNITS];
  uint32_t places[MOST_UNITS], counts[MOST_UNITS * MOST_UNITS], low[MOST_UNITS], high[MOST_UNITS];
} Room;

static KernelStatus
look (const struct known *row, double level, size_t draws, uint64_t seed, Room *room)
{
  const KernelWeightWork work = { room->weights, room->scores, room->keys, room->places,
                                  room->counts };
  KernelWeightPlaces result = { room->low, room->high, room->first };

  return kernel_weight_places (row->n_units, row->n_components, row->parts, level, draws, seed,
                               work, &result);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  Room room;

  assert_int_equal (look (row, 0.95, DRAWS, 20240605, &room), KERNEL_OK);
  for (size_t i = 0; i < row->n_units; i++) {
    assert_int_equal (room.low[i], row->low[i]);
    assert_int_equal (room.high[i], row->high[i]);
    /* four standard errors of a share of so many draws */
    assert_near (room.first[i], row->first[i], 4 * 0.5 / 200);
  }
}

/* Of 20 draws with a level of 0.9 one on either side is left out, and not two. */
static void
leaves_out_a_tail (void **state)
{
  const struct known *row = &known[1];
  Room room;
  uint32_t cut = 0;

  for (uint64_t seed = 1; seed <= 200; seed++) {
    assert_int_equal (look (row, 0.9, 20, seed, &room), KERNEL_OK);
    for (size_t i = 0; i < 3; i++) {
      uint32_t outside = 0;

      for (size_t place = 1; place <= 3; place++)
        if (place < room.low[i] || place > room.high[i])
          outside += room.counts[i * 3 + place - 1];
      assert_true (outside <= 2);
      cut += outside;
    }
  }
  assert_true (cut > 0);
}

static void
is_the_same_again (void **state)
{
  Room one, two, other;

  assert_int_equal (look (&known[1], 0.95, 500, 7, &one), KERNEL_OK);
  assert_int_equal (look (&known[1], 0.95, 500, 7, &two), KERNEL_OK);
  assert_int_equal (look (&known[1], 0.95, 500, 8, &other), KERNEL_OK);
  assert_memory_equal (one.first, two.first, sizeof (double[3]));
  assert_memory_not_equal (one.first, other.first, sizeof (double[3]));
}

static void
refuses (void **state)
{
  struct known row = known[0];
  Room room;

  assert_int_equal (look (&row, 0, 10, 1, &room), KERNEL_ERR_PARAMETER);
  assert_int_equal (look (&row, 1, 10, 1, &room), KERNEL_ERR_PARAMETER);
  assert_int_equal (look (&row, NAN, 10, 1, &room), KERNEL_ERR_PARAMETER);
  assert_int_equal (look (&row, 0.9, 0, 1, &room), KERNEL_ERR_PARAMETER);
  row.parts[3] = NAN;
  assert_int_equal (look (&row, 0.9, 10, 1, &room), KERNEL_ERR_DOMAIN);
  row.n_components = 0;
  assert_int_equal (look (&row, 0.9, 10, 1, &room), KERNEL_ERR_TOO_SHORT);
}

/* A Dirichlet distribution with all parameters 1: mean 1/3, variance (1/3)(2/3)/4 = 1/18. */
static void
draws_weights (void **state)
{
  uint64_t seed = 3;
  double sum[3] = { 0 }, squares = 0;

  for (size_t i = 0; i < DRAWS; i++) {
    double weights[3];

    kernel_random_weights (&seed, 3, weights);
    assert_near (weights[0] + weights[1] + weights[2], 1, 1e-15);
    for (size_t k = 0; k < 3; k++) {
      assert_true (weights[k] > 0);
      sum[k] += weights[k];
    }
    squares += (weights[1] - 1.0 / 3) * (weights[1] - 1.0 / 3);
  }
  for (size_t k = 0; k < 3; k++)
    assert_near (sum[k] / DRAWS, 1.0 / 3, 4 * 0.236 / 200);
  assert_near (squares / DRAWS, 1.0 / 18, 0.0015);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_out_a_tail);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_the_same_again);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (draws_weights);

  return cmocka_run_group_tests_name ("kernel/weight-places", tests, NULL, NULL);
}
