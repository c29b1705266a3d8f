/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/individuals.h"
#include "kernel/median.h"
#include "kernel/quick-chart.h"
#include "kernel/rule.h"
#include "support/near.h"

#include <string.h>

#define MOST 20000

static double values[MOST], centre[MOST], spreads[MOST], work[MOST];
static uint8_t marks[MOST], wanted[MOST], follows[MOST], one[MOST];
static size_t order[MOST];
static KernelSignal found[MOST];

/* The same by the kernels that look at one point after the other. */
static void
add_rule (size_t n, const KernelRule *rule, unsigned shift)
{
  size_t n_found;

  assert_int_equal (
      kernel_rule (n, values, centre, spreads, NULL, rule, order, found, one, &n_found), KERNEL_OK);
  for (size_t i = 0; i < n; i++)
    wanted[i] |= (uint8_t) (one[i] << shift);
}

static void
check (size_t n)
{
  static const KernelRule rules[] = {
    { .hits = 1, .window = 1, .distance = 3 },
    { .hits = 2, .window = 3, .distance = 2, .mark = KERNEL_MARK_BEYOND },
    { .hits = 4, .window = 5, .distance = 1, .mark = KERNEL_MARK_BEYOND },
    { .hits = 8, .window = 8 },
  };
  KernelQuickChart chart;
  KernelMeanRange ranges;
  KernelRuns runs;
  double mean, sigma, median;

  memset (marks, 0xff, n);
  assert_int_equal (kernel_quick_chart (n, values, work, marks, &chart), KERNEL_OK);
  assert_int_equal (kernel_individuals (n, values, NULL, NULL, kernel_constants_exact.sigma, 0,
                                        work, &mean, &sigma, &ranges),
                    KERNEL_OK);
  assert_near (chart.centre, mean, 1e-13 * (fabs (mean) + sigma));
  assert_near (chart.sigma, sigma, 1e-13 * sigma);
  assert_int_equal (kernel_median (n, values, NULL, work, &median, NULL), KERNEL_OK);
  assert_near (chart.median, median, 0);

  memset (wanted, 0, n);
  for (size_t i = 0; i < n; i++) {
    centre[i] = chart.centre;
    spreads[i] = chart.sigma;
  }
  for (unsigned k = 0; k < 4; k++)
    add_rule (n, &rules[k], 2 * k);
  assert_memory_equal (marks, wanted, n);

  for (size_t i = 0; i < n; i++) {
    centre[i] = median;
    follows[i] = i > 0 && !isnan (values[i]) && !isnan (values[i - 1]);
  }
  assert_int_equal (kernel_runs (n, values, centre, NULL, follows, &runs), KERNEL_OK);
  assert_memory_equal (&runs, &chart.runs, sizeof runs);
}

/* Whatever shape @kind has: whole numbers give ties, some are missing, some drift. */
static void
make (size_t n, unsigned kind, uint64_t seed)
{
  double level = 0;

  for (size_t i = 0; i < n; i++) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    const double share = (double) (seed >> 40) / 16777216;

    level += kind & 4 ? share - 0.5 : 0;
    values[i] = (kind & 1 ? (double) (int) (share * 9) : share + share * share) + level;
    if (kind & 2 && (seed >> 33) % 17 == 0)
      values[i] = NAN;
  }
}

static void
agrees_with_the_slow_way (void **state)
{
  static const size_t lengths[] = { 1, 2, 7, 8, 9, 60, 63, 64, 65, 127, 128, 129, 200, 1000, MOST };

  (void) state;
  for (size_t k = 0; k < sizeof lengths / sizeof lengths[0]; k++) {
    for (unsigned kind = 0; kind < 8; kind++) {
      for (uint64_t seed = 1; seed <= (lengths[k] <= 200 ? 40 : 2); seed++) {
        make (lengths[k], kind, seed * 977 + kind);
        check (lengths[k]);
      }
    }
  }
}

/* One run all through, and none longer than two. */
static void
finds_runs_across_blocks (void **state)
{
  (void) state;
  for (size_t i = 0; i < 400; i++)
    values[i] = i < 130   ? 1 + (double) (i % 2)
                : i < 330 ? 5 + (double) (i % 3)
                          : 1 + (double) (i % 5);
  check (400);
  for (size_t i = 0; i < 400; i++)
    values[i] = (i / 2) % 2 ? 1 : -1;
  check (400);
  for (size_t i = 0; i < 400; i++)
    values[i] = 7;
  check (400);
}

static void
nothing_there_marks_nothing (void **state)
{
  KernelQuickChart chart;

  (void) state;
  for (size_t i = 0; i < 100; i++)
    values[i] = NAN;
  assert_int_equal (kernel_quick_chart (100, values, work, marks, &chart), KERNEL_OK);
  assert_near (chart.centre, NAN, 0);
  assert_near (chart.sigma, NAN, 0);
  assert_int_equal (chart.runs.useful, 0);
  for (size_t i = 0; i < 100; i++)
    assert_int_equal (marks[i], 0);
  assert_int_equal (kernel_quick_chart (0, values, work, marks, &chart), KERNEL_OK);
  assert_near (chart.median, NAN, 0);
}

static void
many_are_each_as_alone (void **state)
{
  const size_t starts[] = { 0, 60, 60, 190, 200 }, back[] = { 0, 5, 3 };
  KernelQuickChart charts[4], alone;

  (void) state;
  make (200, 0, 5);
  assert_int_equal (kernel_quick_charts (4, starts, values, work, marks, charts), KERNEL_OK);
  assert_int_equal (kernel_quick_chart (130, values + 60, work, wanted, &alone), KERNEL_OK);
  assert_memory_equal (marks + 60, wanted, 130);
  assert_near (charts[2].centre, alone.centre, 0);
  assert_near (charts[2].median, alone.median, 0);
  assert_int_equal (charts[1].runs.useful, 0);
  assert_int_equal (kernel_quick_charts (2, back, values, work, marks, charts),
                    KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_the_slow_way),
    cmocka_unit_test (finds_runs_across_blocks),
    cmocka_unit_test (nothing_there_marks_nothing),
    cmocka_unit_test (many_are_each_as_alone),
  };

  return cmocka_run_group_tests_name ("kernel/quick-chart", tests, NULL, NULL);
}
