/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/hampel.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 9

/* Worked by hand from the definition; spread is 1.4826 times the median deviation. */
static const struct known {
  const char *label;
  double values[N], filtered[N];
  size_t half_window, n_clipped;
  double width;
} known[] = {
  { "one spike", { 1, 1, 2, 3, 99, 1, 2, 3, 1 }, { 1, 1, 2, 3, 2, 1, 2, 3, 1 }, 3, 1, 3 },
  { "in a level", { 5, 5, 5, 5, 99, 5, 5, 5, 5 }, { 5, 5, 5, 5, 99, 5, 5, 5, 5 }, 3, 0, 3 },
  { "a step", { 1, 2, 1, 2, 9, 8, 9, 8, 9 }, { 1, 2, 1, 2, 9, 8, 9, 8, 9 }, 3, 0, 3 },
  { "at the start", { 50, 1, 2, 3, 1, 2, 3, 1, 2 }, { 2.5, 1, 2, 3, 1, 2, 3, 1, 2 }, 3, 1, 3 },
  { "at the end", { 2, 1, 3, 2, 1, 3, 2, 1, -50 }, { 2, 1, 3, 2, 1, 3, 2, 1, 1.5 }, 3, 1, 3 },
  { "just within", { 0, 1, 2, 3, 6.44, 3, 2, 1, 0 }, { 0, 1, 2, 3, 6.44, 3, 2, 1, 0 }, 3, 0, 3 },
  { "just beyond", { 0, 1, 2, 3, 6.45, 3, 2, 1, 0 }, { 0, 1, 2, 3, 2, 3, 2, 1, 0 }, 3, 1, 3 },
  { "narrow", { 1, 1, 2, 3, 5, 1, 2, 3, 1 }, { 1, 1, 2, 3, 2, 1, 2, 3, 1 }, 3, 1, 1 },
  { "missing", { 1, 3, NAN, 2, 99, 2, 1, NAN, 3 }, { 1, 3, NAN, 2, 2, 2, 1, NAN, 3 }, 3, 1, 3 },
  { "alone",
    { NAN, NAN, NAN, NAN, 7, NAN, NAN, NAN, NAN },
    { NAN, NAN, NAN, NAN, 7, NAN, NAN, NAN, NAN },
    3,
    0,
    3 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double filtered[N];
  uint8_t clipped[N];
  size_t n_clipped = 77, n_marked = 0;

  assert_int_equal (
      kernel_hampel (N, row->values, row->half_window, row->width, filtered, clipped, &n_clipped),
      KERNEL_OK);
  for (size_t i = 0; i < N; i++) {
    assert_near (filtered[i], row->filtered[i], 0);
    n_marked += clipped[i];
    if (clipped[i])
      assert_true (filtered[i] != row->values[i]);
  }
  assert_int_equal (n_clipped, row->n_clipped);
  assert_int_equal (n_marked, row->n_clipped);
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double values[] = { 1, 2, 3 };
  double filtered[3];

  (void) state;
  assert_int_equal (kernel_hampel (3, values, 0, 3, filtered, NULL, NULL), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_hampel (3, values, KERNEL_HAMPEL_MOST_HALF + 1, 3, filtered, NULL, NULL),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_hampel (3, values, 3, 0, filtered, NULL, NULL), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_hampel (0, values, 3, 3, filtered, NULL, NULL), KERNEL_OK);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1];

  const size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);
  tests[n] = (struct CMUnitTest) cmocka_unit_test (refuses_what_makes_no_sense);

  return cmocka_run_group_tests_name ("kernel/hampel", tests, NULL, NULL);
}
