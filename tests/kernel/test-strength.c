/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/strength.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* 1 − var (remainder) / var (part + remainder), worked by hand. */
static const struct known {
  const char *label;
  double part[4], remainder[4];
  double strength;
} known[] = {
  { "all of it", { 1, 2, 3, 4 }, { 0, 0, 0, 0 }, 1 },
  { "none of it", { 5, 5, 5, 5 }, { 1, -1, 1, -1 }, 0 },
  { "nothing moves", { 5, 5, 5, 5 }, { 0, 0, 0, 0 }, 0 },
  { "four fifths", { 2, 2, -2, -2 }, { 1, -1, 1, -1 }, .8 },
  { "never below none", { 1, -1, 1, -1 }, { -2, 2, -2, 2 }, 0 },
  { "a level of the remainder is no movement", { 2, 2, -2, -2 }, { 8, 6, 8, 6 }, .8 },
  { "a missing value counts nowhere", { 2, 99, 2, -2 }, { 0, NAN, 0, 0 }, 1 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;

  assert_near (kernel_strength (4, row->part, row->remainder), row->strength, 1e-15);
}

static void
is_none_of_nothing (void **state)
{
  (void) state;
  assert_near (kernel_strength (0, NULL, NULL), 0, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_none_of_nothing);

  return cmocka_run_group_tests_name ("kernel/strength", tests, NULL, NULL);
}
