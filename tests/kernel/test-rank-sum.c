/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random.h"
#include "kernel/rank-sum.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 40

/* R 4.2.2, wilcox.test (exact = FALSE). */
static const struct known {
  const char *label;
  double values[17];
  size_t n, at, n_before;
  double w, chance;
} known[] = {
  { "R, ties", { 3, 5, 4, 6, 8, 7, 9, 6, 5, 4, 6, 7, 9, 11, 8 }, 15, 6, 6, 15, 0.1718411315803849 },
  { "R, few ties",
    { 1, 2, 3, 4, 5, 6, 7, 8, 3, 9, 10, 11, 12, 13, 14, 15 },
    16,
    8,
    8,
    5.5,
    0.00628449611505754 },
  { "R, one missing",
    { 1, 2, 3, NAN, 4, 5, 6, 7, 8, 3, 9, 10, 11, 12, 13, 14, 15 },
    17,
    9,
    8,
    5.5,
    0.00628449611505754 },
  { "all alike", { 5, 5, 5, 5, 5 }, 5, 2, 2, 3, 1 },
  { "one against one", { 5, 4 }, 2, 1, 1, 1, 1 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  int64_t keys[34];
  double ranks[17];
  KernelRankSum got;

  assert_int_equal (kernel_rank_sum (row->n, row->values, row->at, keys, ranks, &got), KERNEL_OK);
  assert_int_equal (got.n_before, row->n_before);
  assert_near (got.w, row->w, 0);
  assert_near (got.chance, row->chance, 1e-15);
}

/* Pairs, counted one by one; and turned round, the other pairs with the other sign. */
static void
counts_pairs (void **state)
{
  uint64_t seed = 4;

  (void) state;
  for (size_t round = 0; round < 100; round++) {
    const size_t n = 10 + round % 30, at = 3 + round % 5;
    double values[MOST], turned[MOST], ranks[MOST], pairs = 0;
    int64_t keys[2 * MOST];
    KernelRankSum got, other;

    for (size_t i = 0; i < n; i++)
      values[i] = turned[n - 1 - i] = (double) kernel_random_below (&seed, 9);
    for (size_t i = 0; i < at; i++)
      for (size_t j = at; j < n; j++)
        pairs += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
    assert_int_equal (kernel_rank_sum (n, values, at, keys, ranks, &got), KERNEL_OK);
    assert_int_equal (kernel_rank_sum (n, turned, n - at, keys, ranks, &other), KERNEL_OK);
    assert_near (got.w, pairs, 1e-12);
    assert_near (other.w, (double) (at * (n - at)) - pairs, 1e-12);
    assert_near (other.z, -got.z, 1e-12);
  }
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double values[] = { NAN, 1, 2 };
  int64_t keys[6];
  double ranks[3];
  KernelRankSum got = { .w = -7 };

  (void) state;
  assert_int_equal (kernel_rank_sum (3, values, 1, keys, ranks, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_rank_sum (3, values, 3, keys, ranks, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_rank_sum (3, values, 0, keys, ranks, &got), KERNEL_ERR_TOO_SHORT);
  assert_near (got.w, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_pairs);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/rank-sum", tests, NULL, NULL);
}
