/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/proportion-chart.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

typedef struct {
  double centre, sigma, dispersion;
  KernelMeanRange ranges;
  size_t bad;
} Answer;

static KernelStatus
ask (size_t n, const double *counts, const double *totals, double screen, Answer *answer)
{
  double work[8];

  *answer = (Answer){ -7, -7, -7, { -7, 99, 99 }, 99 };

  return kernel_proportion_chart (n, counts, totals, NULL, NULL, kernel_constants_exact.sigma,
                                  screen, work, &answer->centre, &answer->sigma,
                                  &answer->dispersion, &answer->ranges, &answer->bad);
}

/* 50-digit decimal arithmetic. */
static void
gives_known_answer (void **state)
{
  const double counts[] = { 3, 6, 10, 2, 9 };
  const double totals[] = { 20, 25, 40, 10, 30 };
  Answer answer;

  (void) state;
  assert_int_equal (ask (5, counts, totals, 0, &answer), KERNEL_OK);
  assert_near (answer.centre, 0.24, 1e-16);
  assert_near (answer.sigma, 0.42708313008125245, 1e-16);
  assert_near (answer.dispersion, 0.57614241076703245, 4e-16);
}

static void
mirrors_when_events_and_non_events_swap (void **state)
{
  const double counts[] = { 3, 6, 10, 2, 9 };
  const double others[] = { 17, 19, 30, 8, 21 };
  const double totals[] = { 20, 25, 40, 10, 30 };
  Answer answer, mirrored;

  (void) state;
  assert_int_equal (ask (5, counts, totals, 0, &answer), KERNEL_OK);
  assert_int_equal (ask (5, others, totals, 0, &mirrored), KERNEL_OK);
  assert_near (answer.centre, 1 - mirrored.centre, 2e-16);
  assert_near (answer.sigma, mirrored.sigma, 2e-16);
  assert_near (answer.dispersion, mirrored.dispersion, 2e-15);
}

static void
cannot_tell_dispersion_of_none_or_all (void **state)
{
  const double none[] = { 0, 0, 0 };
  const double totals[] = { 20, 25, 40 };
  Answer answer;

  (void) state;
  assert_int_equal (ask (3, none, totals, 0, &answer), KERNEL_OK);
  assert_near (answer.centre, 0, 0);
  assert_near (answer.sigma, 0, 0);
  assert_near (answer.dispersion, NAN, 0);
  assert_int_equal (ask (3, totals, totals, 0, &answer), KERNEL_OK);
  assert_near (answer.centre, 1, 0);
  assert_near (answer.sigma, 0, 0);
  assert_near (answer.dispersion, NAN, 0);
}

static void
screens_only_when_asked (void **state)
{
  const double counts[] = { 10, 12, 10, 12, 10, 12, 40, 12 };
  const double totals[] = { 40, 40, 40, 40, 40, 40, 40, 40 };
  Answer all, screened;

  (void) state;
  assert_int_equal (ask (8, counts, totals, 0, &all), KERNEL_OK);
  assert_int_equal (ask (8, counts, totals, 2.5, &screened), KERNEL_OK);
  assert_int_equal (all.ranges.n_dropped, 0);
  assert_int_equal (screened.ranges.n_dropped, 2);
  assert_near (screened.dispersion / all.dispersion, 2 / (66.0 / 7), 4e-16);
}

static void
keeps_missing_rows_out (void **state)
{
  const double counts[] = { 3, NAN, 6, 0, 10, 4 };
  const double totals[] = { 20, 30, 25, 0, 40, NAN };
  Answer answer;

  (void) state;
  assert_int_equal (ask (6, counts, totals, 0, &answer), KERNEL_OK);
  assert_near (answer.centre, 19.0 / 85, 0);
  assert_int_equal (answer.ranges.n_ranges, 0);
  assert_near (answer.dispersion, NAN, 0);
}

static const struct refused {
  const char *label;
  double count, total, screen;
  KernelStatus status;
} refused[] = {
  { "refuses count above total", 21, 20, 0, KERNEL_ERR_DOMAIN },
  { "refuses negative count", -1, 20, 0, KERNEL_ERR_DOMAIN },
  { "refuses infinite total", 1, INFINITY, 0, KERNEL_ERR_DOMAIN },
  { "refuses negative screen", 1, 20, -1, KERNEL_ERR_PARAMETER },
  { "refuses screen of NaN", 1, 20, NAN, KERNEL_ERR_PARAMETER },
};

static void
refuses_and_leaves_output_alone (void **state)
{
  const struct refused *row = *state;
  const double counts[] = { 1, row->count };
  const double totals[] = { 2, row->total };
  Answer answer;

  assert_int_equal (ask (2, counts, totals, row->screen, &answer), row->status);
  assert_int_equal (answer.bad, row->status == KERNEL_ERR_DOMAIN ? 1 : 99);
  assert_near (answer.centre, -7, 0);
  assert_near (answer.sigma, -7, 0);
  assert_near (answer.dispersion, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (refused) + 5] = {
    cmocka_unit_test (gives_known_answer),
    cmocka_unit_test (mirrors_when_events_and_non_events_swap),
    cmocka_unit_test (cannot_tell_dispersion_of_none_or_all),
    cmocka_unit_test (screens_only_when_asked),
    cmocka_unit_test (keeps_missing_rows_out),
  };

  for (size_t i = 0; i < LENGTH (refused); i++)
    tests[5 + i] = (struct CMUnitTest){ .name = refused[i].label,
                                        .test_func = refuses_and_leaves_output_alone,
                                        .initial_state = (void *) &refused[i] };

  return cmocka_run_group_tests_name ("kernel/proportion-chart", tests, NULL, NULL);
}
