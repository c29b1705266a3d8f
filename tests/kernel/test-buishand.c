/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/buishand.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 100

/* Their definitions, worked out with R 4.2.2 from cumulated sums. */
static const struct known {
  const char *label;
  double values[15];
  size_t n;
  KernelBuishand want;
} known[] = {
  { "definition",
    { 3, 5, 4, 6, 8, 7, 9, 6, 5, 4, 6, 7, 9, 11, 8 },
    15,
    { 15, 11, -8.866666666666665, 1.077355808476356, 1.077355808476356, 0.522924868766404 } },
  { "definition, two missing",
    { 3, 5, 4, NAN, 8, 7, 9, 6, 5, 4, NAN, 7, 9, 11, 8 },
    15,
    { 13, 11, -8.5384615384615348, 1.0425408000119150, 1.0425408000119156, 0.4499508519003927 } },
  { "an end far from the rest",
    { 9, 0, 1, 0, 1, 0, 1, 0 },
    8,
    { 8, 1, 7.5, 0.9231861823449954, 0.9231861823449954, 0.2643097643097643 } },
  /* The sums are 0, 1, 0, -1, 0 and the variance 1. */
  { "by hand", { 1, -1, -1, 1 }, 4, { 4, 1, 1, 0.5, 1, 0.1 } },
  { "a constant", { 0.1, 0.1, 0.1, 0.1 }, 4, { 4, 1, 0, 0, 0, 0 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelBuishand got;

  assert_int_equal (kernel_buishand (row->n, row->values, &got), KERNEL_OK);
  assert_int_equal (got.n, row->want.n);
  assert_int_equal (got.at, row->want.at);
  assert_near (got.sum, row->want.sum, 1e-14);
  assert_near (got.q, row->want.q, 1e-14);
  assert_near (got.r, row->want.r, 1e-14);
  assert_near (got.u, row->want.u, 1e-14);
}

/* Neither unit, nor where 0 is, nor the direction of time or of the values matters. */
static void
does_not_mind_the_unit (void **state)
{
  uint64_t seed = 12;

  (void) state;
  for (size_t round = 0; round < 100; round++) {
    const size_t n = 3 + round % (MOST - 3);
    double values[MOST], other[MOST];
    KernelBuishand got, want;

    kernel_random_normal (&seed, n, values);
    for (size_t i = 0; i < n; i++)
      other[n - 1 - i] = 1e6 - 40 * values[i];
    assert_int_equal (kernel_buishand (n, values, &want), KERNEL_OK);
    assert_int_equal (kernel_buishand (n, other, &got), KERNEL_OK);
    assert_near (got.q, want.q, 1e-9);
    assert_near (got.r, want.r, 1e-9);
    assert_near (got.u, want.u, 1e-9);
    assert_near (fabs (got.sum), 40 * fabs (want.sum), 1e-6);
    assert_true (want.q <= want.r && want.r <= 2 * want.q);
  }
}

/* Tables 1 and 2 of T. A. Buishand (1982), of Q and R at 5%, to two decimals. */
static void
gives_published_chances (void **state)
{
  static const struct {
    size_t n;
    double q, r;
  } rows[] = { { 20, 1.22, 1.43 }, { 50, 1.27, 1.55 }, { 100, 1.29, 1.62 } };
  double work[MOST];
  KernelBuishand chances, again;

  (void) state;
  for (size_t k = 0; k < LENGTH (rows); k++) {
    const KernelBuishand seen = { .n = rows[k].n, .q = rows[k].q, .r = rows[k].r };

    assert_int_equal (kernel_buishand_chance (rows[k].n, &seen, 9999, 1, work, &chances),
                      KERNEL_OK);
    assert_near (chances.q, 0.05, 0.008);
    assert_near (chances.r, 0.05, 0.008);
    assert_near (chances.u, 1, 0);
    assert_int_equal (kernel_buishand_chance (rows[k].n, &seen, 9999, 1, work, &again), KERNEL_OK);
    assert_near (again.q, chances.q, 0);
  }
}

/* In long series U is that of Cramér and von Mises, whose 5% point is 0.461. */
static void
has_a_known_limit (void **state)
{
  const KernelBuishand seen = { .u = 0.461 };
  double work[MOST];
  KernelBuishand chances;

  (void) state;
  assert_int_equal (kernel_buishand_chance (MOST, &seen, 9999, 2, work, &chances), KERNEL_OK);
  assert_near (chances.u, 0.05, 0.008);
}

static void
counts_the_one_that_was_seen (void **state)
{
  const KernelBuishand seen = { .n = 20, .at = 3, .q = 99, .r = 99, .u = 99 };
  double work[20];
  KernelBuishand chances;

  (void) state;
  assert_int_equal (kernel_buishand_chance (20, &seen, 1, 1, work, &chances), KERNEL_OK);
  assert_near (chances.q, 0.5, 0);
  assert_near (chances.r, 0.5, 0);
  assert_near (chances.u, 0.5, 0);
  assert_int_equal (chances.at, 3);
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double infinite[] = { 1, 2, INFINITY, 3 }, two[] = { 1, NAN, 2 };
  double work[3];
  KernelBuishand got = { .q = -7 }, chances = { .q = -7 };

  (void) state;
  assert_int_equal (kernel_buishand (4, infinite, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_buishand (3, two, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_buishand (0, NULL, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_buishand_chance (2, &got, 9, 1, work, &chances), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_buishand_chance (3, &got, 0, 1, work, &chances), KERNEL_ERR_PARAMETER);
  assert_near (got.q, -7, 0);
  assert_near (chances.q, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 5];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_not_mind_the_unit);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_published_chances);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (has_a_known_limit);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_the_one_that_was_seen);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/buishand", tests, NULL, NULL);
}
