/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage-route.h"

#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 40

/* Orders and degrees of freedom by the rules, and the periods of which something new is known. */
static const struct known {
  const char *label;
  size_t n;
  unsigned season;
  bool is_differenced;
  size_t missing, n_events, events[2];
  size_t most_order, n_taken, n_new;
} known[] = {
  { "three years of months", 36, 12, false, MOST, 0, { 0 }, 2, 14, 34 },
  { "their changes", 36, 12, true, MOST, 0, { 0 }, 2, 13, 33 },
  { "two years", 24, 12, false, MOST, 0, { 0 }, 2, 7, 22 },
  { "less than two years", 23, 12, false, MOST, 0, { 0 }, 1, 2, 22 },
  { "years", 15, 1, true, MOST, 0, { 0 }, 1, 1, 13 },
  { "a gap", 37, 12, false, 20, 0, { 0 }, 2, 14, 32 },
  { "a gap that leaves one year less", 24, 12, false, 20, 0, { 0 }, 1, 2, 21 },
  { "a gap among changes", 38, 12, true, 20, 0, { 0 }, 2, 13, 31 },
  { "an event", 36, 12, false, MOST, 1, { 10 }, 2, 14, 31 },
  { "an event among changes", 36, 12, true, MOST, 1, { 10 }, 2, 13, 29 },
  { "events at the end", 36, 1, false, MOST, 2, { 34, 35 }, 2, 3, 32 },
};

static void
fill (size_t n, double *values)
{
  for (size_t i = 0; i < n; i++)
    values[i] = (double) ((i * i * 37 + i * 7919) % 101) / 10;
}

static void
counts_what_it_takes (void **state)
{
  const struct known *row = *state;
  uint8_t used[MOST];
  double values[MOST], new[MOST], scores[MOST], work[KERNEL_ROUTE_WORK (MOST)];
  int64_t order[2 * MOST];
  size_t n_new = 0;
  KernelRoute route;
  KernelWhitened whitened = { new, scores, { 0 } };
  const KernelBasisAsked asked = { row->n,        used,       row->season, row->is_differenced,
                                   row->n_events, row->events };

  memset (used, 1, sizeof used);
  fill (row->n, values);
  if (row->missing < row->n) {
    used[row->missing] = 0;
    values[row->missing] = NAN;
  }
  assert_int_equal (kernel_linkage_route (&asked, work, &route), KERNEL_OK);
  assert_int_equal (route.most_order, row->most_order);
  assert_int_equal (route.n_taken, row->n_taken);
  assert_int_equal (kernel_route_whiten (&route, values, order, &whitened), KERNEL_OK);
  for (size_t i = 0; i < row->n; i++) {
    n_new += !isnan (new[i]);
    assert_int_equal (isnan (new[i]) != 0, isnan (scores[i]) != 0);
  }
  assert_int_equal (n_new, row->n_new);
}

/* A period that is not used counts no more if something stands there. */
static void
reads_no_period_that_is_not_used (void **state)
{
  uint8_t used[MOST];
  double values[MOST], new[2][MOST], scores[MOST], work[KERNEL_ROUTE_WORK (MOST)];
  int64_t order[2 * MOST];

  (void) state;
  memset (used, 1, sizeof used);
  used[7] = 0;
  fill (MOST, values);
  for (int way = 0; way < 2; way++) {
    const KernelBasisAsked asked = { MOST, used, 12, way == 1, 0, NULL };
    KernelRoute route;

    assert_int_equal (kernel_linkage_route (&asked, work, &route), KERNEL_OK);
    for (int is_there = 0; is_there < 2; is_there++) {
      KernelWhitened whitened = { new[is_there], scores, { 0 } };

      values[7] = is_there ? 1e6 : NAN;
      assert_int_equal (kernel_route_whiten (&route, values, order, &whitened), KERNEL_OK);
    }
    for (size_t i = 0; i < MOST; i++)
      assert_near (new[1][i], new[0][i], 0);
  }
}

static void
takes_nothing_of_nothing (void **state)
{
  static const uint8_t none[MOST] = { 0 };
  double values[MOST] = { 0 }, new[MOST], scores[MOST], work[KERNEL_ROUTE_WORK (MOST)];
  int64_t order[2 * MOST];
  KernelRoute route;
  KernelWhitened whitened = { new, scores, { 0 } };
  const KernelBasisAsked asked = { MOST, none, 12, false, 0, NULL };

  (void) state;
  assert_int_equal (kernel_linkage_route (&asked, work, &route), KERNEL_OK);
  assert_int_equal (route.n_taken, 1);
  assert_int_equal (kernel_route_whiten (&route, values, order, &whitened), KERNEL_ERR_DOMAIN);
}

/* A line and a season leave roundings, which are not something new. */
static void
takes_roundings_for_nothing (void **state)
{
  double values[MOST], new[MOST], scores[MOST], work[KERNEL_ROUTE_WORK (MOST)];
  int64_t order[2 * MOST];

  (void) state;
  for (size_t i = 0; i < MOST; i++)
    values[i] = 1e6 + 0.1 * (double) i + 7.3 * (double) (i % 12 == 4);
  for (int way = 0; way < 2; way++) {
    const KernelBasisAsked asked = { MOST, NULL, 12, way == 1, 0, NULL };
    KernelWhitened whitened = { new, scores, { 0 } };
    KernelRoute route;

    assert_int_equal (kernel_linkage_route (&asked, work, &route), KERNEL_OK);
    values[20] = 1e6 + 0.1 * 20;
    assert_int_equal (kernel_route_whiten (&route, values, order, &whitened), KERNEL_ERR_DOMAIN);
    values[20] = 1e6 + 2.001;
    assert_int_equal (kernel_route_whiten (&route, values, order, &whitened), KERNEL_OK);
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3] = {
    cmocka_unit_test (reads_no_period_that_is_not_used),
    cmocka_unit_test (takes_nothing_of_nothing),
    cmocka_unit_test (takes_roundings_for_nothing),
  };

  add_rows (tests + 3, counts_what_it_takes, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/linkage-route", tests, NULL, NULL);
}
