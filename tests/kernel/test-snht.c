/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/one-break.h"
#include "kernel/random.h"
#include "kernel/snht.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 100

/* Its definition, worked out with R 4.2.2 from the means of both sides. */
static const struct known {
  const char *label;
  double values[15];
  size_t n, n_there, at;
  double statistic, before, after;
} known[] = {
  { "definition",
    { 3, 5, 4, 6, 8, 7, 9, 6, 5, 4, 6, 7, 9, 11, 8 },
    15,
    15,
    12,
    6.0767716535433083,
    -0.3182444462344238,
    1.2729777849376958 },
  { "definition, two missing",
    { 3, 5, 4, NAN, 8, 7, 9, 6, 5, 4, NAN, 7, 9, 11, 8 },
    15,
    13,
    12,
    5.154128440366973,
    -0.344878856334989,
    1.149596187783298 },
  { "an end far from the rest",
    { 9, 0, 1, 0, 1, 0, 1, 0 },
    8,
    8,
    1,
    6.8181818181818183,
    2.4425210522959859,
    -0.3489315788994266 },
  { "a constant", { 0.1, 0.1, 0.1, 0.1 }, 4, 4, 1, 0, 0, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelSnht got;

  assert_int_equal (kernel_snht (row->n, row->values, &got), KERNEL_OK);
  assert_int_equal (got.n, row->n_there);
  assert_int_equal (got.at, row->at);
  assert_near (got.statistic, row->statistic, 1e-13);
  assert_near (got.before, row->before, 1e-14);
  assert_near (got.after, row->after, 1e-14);
}

/* It is what two levels take off the squares around one, over the variance. */
static void
is_the_one_break_told_otherwise (void **state)
{
  uint64_t seed = 11;

  (void) state;
  for (size_t round = 0; round < 300; round++) {
    const size_t n = 3 + round % (MOST - 3);
    double values[MOST];
    KernelOneBreak one;
    KernelSnht got;

    kernel_random_normal (&seed, n, values);
    for (size_t i = n / 3; i < n; i++)
      values[i] += round % 3 ? 0 : 2;
    assert_int_equal (kernel_one_break (n, values, 1, &one), KERNEL_OK);
    assert_int_equal (kernel_snht (n, values, &got), KERNEL_OK);
    assert_int_equal (got.at, one.at);
    assert_near (got.statistic,
                 (double) (n - 1) * (one.rss_without - one.rss_with) / one.rss_without, 1e-10);
    assert_near (got.before * (double) got.at, -got.after * (double) (n - got.at), 1e-10);
  }
}

/* Critical values at 5%: H. Alexandersson, A. Moberg (1997), International Journal of
 * Climatology 17, 25-34; their table is simulated too, to about 0.05.
 */
static void
gives_published_chances (void **state)
{
  static const struct {
    size_t n;
    double at_5;
  } rows[] = { { 20, 6.95 }, { 50, 8.45 }, { 100, 9.15 } };
  double work[MOST], chance, again;

  (void) state;
  for (size_t k = 0; k < LENGTH (rows); k++) {
    assert_int_equal (kernel_snht_chance (rows[k].n, rows[k].at_5, 9999, 1, work, &chance),
                      KERNEL_OK);
    assert_near (chance, 0.05, 0.008);
  }
  assert_int_equal (kernel_snht_chance (100, 9.15, 9999, 1, work, &again), KERNEL_OK);
  assert_near (again, chance, 0);
  assert_int_equal (kernel_snht_chance (20, 0, 99, 1, work, &chance), KERNEL_OK);
  assert_near (chance, 1, 0);
  assert_int_equal (kernel_snht_chance (20, 99, 99, 1, work, &chance), KERNEL_OK);
  assert_near (chance, 0.01, 0);
  assert_int_equal (kernel_snht_chance (20, 99, 1, 1, work, &chance), KERNEL_OK);
  assert_near (chance, 0.5, 0);
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double infinite[] = { 1, 2, INFINITY, 3 }, two[] = { 1, NAN, 2 };
  double work[3], chance = -7;
  KernelSnht got = { .statistic = -7 };

  (void) state;
  assert_int_equal (kernel_snht (4, infinite, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_snht (3, two, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_snht (0, NULL, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_snht_chance (2, 5, 9, 1, work, &chance), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_snht_chance (3, 5, 0, 1, work, &chance), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_snht_chance (3, NAN, 9, 1, work, &chance), KERNEL_ERR_PARAMETER);
  assert_near (got.statistic, -7, 0);
  assert_near (chance, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_the_one_break_told_otherwise);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_published_chances);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/snht", tests, NULL, NULL);
}
