/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/frandsen.h"
#include "support/near.h"
#include "support/rows.h"

/* By scipy.stats.binom. */
static const struct known {
  const char *label;
  double before, at, after, curvature, p;
} known[] = {
  { "more at the value", 30, 45, 31, 0, 0.0622530077544267 },
  { "and bent", 30, 45, 31, 0.1, 0.164477782736407 },
  { "fewer at it", 30, 18, 31, 0, 0.0559577327077566 },
  { "many more", 400, 900, 420, 0, 1.01837520744071e-58 },
  { "many more and bent", 400, 900, 420, 0.3, 3.05747704251824e-27 },
  { "as many", 10, 10, 10, 0, 1 },
  { "none at it", 5, 0, 5, 0.1, 0.0486799331671729 },
  { "all at it", 0, 7, 0, 0, 0.000914494741655235 },
  { "on a slope", 71, 58, 13, 0.05, 0.130747939607158 },
  { "a little more and bent", 100, 134, 102, 0.1, 0.105373398150139 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;

  assert_near (kernel_frandsen (row->before, row->at, row->after, row->curvature), row->p,
               1e-12 * row->p);
  assert_near (kernel_frandsen (row->after, row->at, row->before, row->curvature), row->p,
               1e-12 * row->p);
}

/* The warning of its comment: three days of a week, and nothing at any limit. */
static void
takes_a_weekday_for_a_pile (void **state)
{
  (void) state;
  assert_true (kernel_frandsen (80, 210, 210, 0) < 1e-3);
  assert_true (kernel_frandsen (210, 60, 190, 0.1) < 1e-10);
}

static void
refuses_what_makes_no_sense (void **state)
{
  (void) state;
  assert_true (isnan (kernel_frandsen (0, 0, 0, 0)));
  assert_true (isnan (kernel_frandsen (-1, 3, 3, 0)));
  assert_true (isnan (kernel_frandsen (3, NAN, 3, 0)));
  assert_true (isnan (kernel_frandsen (3, 3, 3, 1)));
  assert_true (isnan (kernel_frandsen (3, 3, 3, -0.1)));
}

int
main (void)
{
  struct CMUnitTest tests[sizeof known / sizeof known[0] + 2] = {
    cmocka_unit_test (takes_a_weekday_for_a_pile),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  add_rows (tests + 2, gives_known_answer, known, sizeof known / sizeof known[0], sizeof *known);

  return cmocka_run_group_tests_name ("kernel/frandsen", tests, NULL, NULL);
}
