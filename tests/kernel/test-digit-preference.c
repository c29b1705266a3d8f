/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/digit-preference.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  MOST = 110
};

static double
fall (size_t age)
{
  return floor (400 * exp (-(double) age / 25));
}

static double
heap (size_t age)
{
  return floor (400 * exp (-(double) age / 25) * (age % 10 == 0 ? 2.5 : age % 5 == 0 ? 1.6 : 0.8));
}

static double
stay (size_t age)
{
  return 10 + 0 * (double) age;
}

static double
keep_fives (size_t age)
{
  return age % 5 == 0 ? 7 : 0;
}

static double
begin (size_t age)
{
  return 9 + (double) (age % 7);
}

/* By numpy, age by age. */
static const struct known {
  const char *label;
  double (*count) (size_t age);
  size_t n;
  double whipple, myers;
} known[] = {
  { "falling", fall, MOST, 99.96900185988841, 0.2659819242733823 },
  { "falling, heaped", heap, MOST, 192.90399522957662, 18.98891601819811 },
  { "even", stay, MOST, 100, 1.6556291390728468 },
  { "only fives", keep_fives, MOST, 500, 80 },
  { "a short row", begin, 47, 102.43055555555556, 3.7612323491655983 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double counts[MOST];

  for (size_t i = 0; i < row->n; i++)
    counts[i] = row->count (i);
  assert_near (kernel_whipple (row->n, counts), row->whipple, 1e-12 * row->whipple);
  assert_near (kernel_myers (row->n, counts), row->myers, 1e-11 * row->myers);
}

static void
knows_nothing_of_nobody (void **state)
{
  double counts[MOST] = { 0 };

  (void) state;
  assert_true (isnan (kernel_whipple (0, counts)) && isnan (kernel_myers (0, counts)));
  counts[9] = counts[90] = 5;
  assert_true (isnan (kernel_myers (MOST, counts)));
  counts[10] = 1;
  assert_near (kernel_myers (MOST, counts), 90, 1e-12);
  counts[22] = counts[63] = 5;
  assert_true (isnan (kernel_whipple (MOST, counts)));
  counts[23] = 1;
  assert_near (kernel_whipple (MOST, counts), 0, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = {
    cmocka_unit_test (knows_nothing_of_nobody),
  };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/digit-preference", tests, NULL, NULL);
}
