/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/median.h"
#include "support/near.h"

#include <stdlib.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const struct known {
  const char *label;
  double values[6];
  uint8_t used[6];
  double median;
  size_t n_used;
} known[] = {
  { "odd", { 5, 1, 4, 2, 3, 9 }, { 1, 1, 1, 1, 1, 0 }, 3, 5 },
  { "even", { 5, 1, 4, 2, 3, 9 }, { 1, 1, 1, 1, 1, 1 }, 3.5, 6 },
  { "two", { 5, 1, NAN, NAN, NAN, NAN }, { 1, 1, 1, 1, 1, 1 }, 3, 2 },
  { "one", { NAN, NAN, 7, NAN, 8, NAN }, { 1, 1, 1, 1, 0, 1 }, 7, 1 },
  { "all equal", { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, { 1, 1, 1, 1, 1, 1 }, 0.1, 6 },
  { "ties", { 2, 2, 1, 1, 2, 1 }, { 1, 1, 1, 1, 1, 1 }, 1.5, 6 },
  { "huge", { 1.7e308, 1.5e308, NAN, NAN, NAN, NAN }, { 1, 1, 1, 1, 1, 1 }, 1.6e308, 2 },
  { "infinite", { INFINITY, 1, -INFINITY, 2, NAN, NAN }, { 1, 1, 1, 1, 1, 1 }, 1.5, 4 },
  { "nothing", { NAN, 1, NAN, 1, NAN, 1 }, { 1, 0, 1, 0, 1, 0 }, NAN, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double work[6], median = -7;
  size_t n_used = 99;

  assert_int_equal (kernel_median (6, row->values, row->used, work, &median, &n_used), KERNEL_OK);
  assert_near (median, row->median, 0);
  assert_int_equal (n_used, row->n_used);
}

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Whatever the shape, the same as sorting. */
static void
agrees_with_sorting (void **state)
{
  static double values[2001], sorted[2001], work[2001];

  (void) state;
  for (size_t shape = 0; shape < 4; shape++) {
    for (size_t n = 1; n <= LENGTH (values); n += n < 70 ? 1 : 643) {
      double median;

      for (size_t i = 0; i < n; i++) {
        const double shapes[] = { (double) i, (double) (n - i), (double) (i < n / 2 ? i : n - i),
                                  (double) (i * 7919 % 31) };
        values[i] = sorted[i] = shapes[shape];
      }
      qsort (sorted, n, sizeof *sorted, compare);
      assert_int_equal (kernel_median (n, values, NULL, work, &median, NULL), KERNEL_OK);
      assert_near (median, (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, 0);
    }
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = { cmocka_unit_test (agrees_with_sorting) };

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[1 + i] = (struct CMUnitTest){ .name = known[i].label,
                                        .test_func = gives_known_answer,
                                        .initial_state = (void *) &known[i] };

  return cmocka_run_group_tests_name ("kernel/median", tests, NULL, NULL);
}
