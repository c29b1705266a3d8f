/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/resistant-line.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const double places[] = { 1, 2, 2, 3, 4.5, 5, 7, 7, 7, 9, 10, 12 };
static const double values[] = { 2, 3, 1, 4, 6, 5, 8, 40, 9, 7, 6, 10 };
static const double mixed[] = { 5, 1, 3 }, of_mixed[] = { 2, 0, 7 };
static const double nine[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
static const double see_saw[] = { 1, 9, 2, 8, 3, 7, 4, 6, 5 };
static const double two[] = { 3, 8 };

/* R 4.2.2, line(). */
static const struct known {
  const char *label;
  size_t n;
  const double *places, *values;
  size_t n_passes;
  double intercept, slope;
} known[] = {
  { "R, one pass", 12, places, values, 1, 1, 1 },
  { "R, three passes", 12, places, values, 3, 1.25, 0.8333333333333334 },
  { "R, five points", 5, places, values, 1, -1.142857142857142, 1.714285714285714 },
  { "R, any order", 3, mixed, of_mixed, 1, -0.5, 0.5 },
  { "R, ten passes", 9, nine, see_saw, 10, 0.5, 0.5 },
  { "R, two points", 2, nine, two, 1, -2, 5 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double work[12], intercept, slope;

  assert_int_equal (kernel_resistant_line (row->n, row->places, row->values, row->n_passes, work,
                                           &intercept, &slope),
                    KERNEL_OK);
  assert_near (intercept, row->intercept, 1e-14);
  assert_near (slope, row->slope, 1e-15);
}

/* A wild value moves it no further than one that is merely high. */
static void
holds_against_a_wild_value (void **state)
{
  double wild[12], work[12], before[2], after[2];

  (void) state;
  for (size_t i = 0; i < 12; i++)
    wild[i] = values[i];
  wild[7] = 1e12;
  assert_int_equal (kernel_resistant_line (12, places, values, 1, work, &before[0], &before[1]),
                    KERNEL_OK);
  assert_int_equal (kernel_resistant_line (12, places, wild, 1, work, &after[0], &after[1]),
                    KERNEL_OK);
  assert_near (after[0], before[0], 0);
  assert_near (after[1], before[1], 0);
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double alike[] = { 2, 2, 2 }, missing[] = { 1, NAN, 3 };
  double work[3], intercept = -7, slope = -7;

  (void) state;
  assert_int_equal (kernel_resistant_line (3, alike, nine, 1, work, &intercept, &slope),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_resistant_line (3, missing, nine, 1, work, &intercept, &slope),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_resistant_line (3, nine, missing, 1, work, &intercept, &slope),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_resistant_line (3, nine, nine, 0, work, &intercept, &slope),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_resistant_line (1, nine, nine, 1, work, &intercept, &slope),
                    KERNEL_ERR_TOO_SHORT);
  assert_near (intercept, -7, 0);
  assert_near (slope, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (holds_against_a_wild_value);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/resistant-line", tests, NULL, NULL);
}
