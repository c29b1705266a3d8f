/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/loess-plan.h"
#include "kernel/random.h"
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define TIMES 3

/* The same bytes as without a plan. */
static const struct shape {
  const char *label;
  size_t n, n_lanes, window;
  int degree;
  size_t jump;
  bool is_extended;
} shapes[] = {
  { "one lane, a line", 60, 1, 23, 1, 1, false },
  { "one lane, a level", 60, 1, 13, 0, 1, false },
  { "every third point", 60, 1, 23, 1, 3, false },
  { "every third point and the last", 62, 1, 23, 1, 3, false },
  { "a number of fits that four does not divide", 61, 1, 7, 1, 1, false },
  { "a window as long as the lane", 23, 1, 23, 1, 1, false },
  { "a window longer than the lane", 20, 1, 91, 1, 1, false },
  { "a jump past the end", 20, 1, 5, 1, 500, false },
  { "one lane extended", 30, 1, 7, 1, 1, true },
  { "twelve lanes", 60, 12, 7, 1, 1, true },
  { "twelve lanes, some longer", 65, 12, 7, 1, 1, true },
  { "twelve lanes, levels", 71, 12, 5, 0, 1, true },
  { "twelve long lanes", 240, 12, 7, 1, 2, true },
  { "five lanes, one longer", 41, 5, 5, 1, 1, true },
  { "two lanes of two", 4, 2, 7, 1, 1, true },
  { "seven lanes, not extended", 64, 7, 5, 1, 1, false },
};

static double
draw (uint64_t *seed)
{
  return (double) (kernel_random_next (seed) >> 11) * 0x1p-53;
}

/* Draws values anew each time; about one weight in nine is 0, and its value is missing. */
static void
gives_the_same_bytes (void **state)
{
  const struct shape *row = *state;
  const KernelLoess how = { row->window, row->degree, row->jump };
  const size_t n = row->n, n_out = row->is_extended ? n + 2 * row->n_lanes : n;
  const size_t size = kernel_loess_plan_size (n, row->n_lanes, &how, row->is_extended);
  double *room = malloc (size * sizeof *room), *values = malloc (n * sizeof *values);
  double *weights = malloc (n * sizeof *weights), *zeroed = malloc (n * sizeof *zeroed);
  double *work = malloc (kernel_loess_work_size (n) * sizeof *work);
  double *want = malloc (n_out * sizeof *want), *smooth = malloc (n_out * sizeof *smooth);
  const KernelLoessPlan plan = kernel_loess_plan (n, row->n_lanes, &how, row->is_extended, room);
  uint64_t seed = 5;

  for (int time = 0; time < TIMES; time++) {
    for (size_t i = 0; i < n; i++)
      weights[i] = time > 0 && i >= 2 * row->n_lanes && draw (&seed) < 0.11 ? 0 : draw (&seed) + .1;
    assert_true (kernel_loess_plan_weigh (&plan, weights));
    for (int again = 0; again < 2; again++) {
      for (size_t i = 0; i < n; i++) {
        zeroed[i] = 20 * draw (&seed);
        values[i] = weights[i] > 0 ? zeroed[i] : NAN;
      }
      memset (smooth, 0xff, n_out * sizeof *smooth);
      kernel_loess_lanes (n, row->n_lanes, values, weights, &how, row->is_extended, work, want);
      kernel_loess_plan_smooth (&plan, zeroed, smooth);
      assert_memory_equal (smooth, want, n_out * sizeof *want);
    }
  }
  free (room);
  free (values);
  free (weights);
  free (zeroed);
  free (work);
  free (want);
  free (smooth);
}

static void
says_where_nothing_weighs_anything (void **state)
{
  const KernelLoess how = { 3, 1, 1 };
  double weights[12] = { 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1 }, room[512];

  assert_true (kernel_loess_plan_size (12, 1, &how, false) <= LENGTH (room));
  const KernelLoessPlan plan = kernel_loess_plan (12, 1, &how, false, room);
  assert_false (kernel_loess_plan_weigh (&plan, weights));
  for (size_t i = 3; i < 7; i++)
    weights[i] = 1;
  assert_true (kernel_loess_plan_weigh (&plan, weights));
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (shapes) + 1];
  size_t n = 0;

  n += add_rows (&tests[n], gives_the_same_bytes, shapes, LENGTH (shapes), sizeof *shapes);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_where_nothing_weighs_anything);

  return cmocka_run_group_tests_name ("kernel/loess-plan", tests, NULL, NULL);
}
