/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rate-chart.h"
#include "support/near.h"

typedef struct {
  double centre, sigma, dispersion;
  KernelMeanRange ranges;
  size_t bad;
} Answer;

static KernelStatus
ask (size_t n, const double *counts, const double *exposures, double screen, Answer *answer)
{
  double work[8];

  *answer = (Answer){ -7, -7, -7, { -7, 99, 99 }, 99 };

  return kernel_rate_chart (n, counts, exposures, NULL, NULL, kernel_constants_exact.sigma, screen,
                            work, &answer->centre, &answer->sigma, &answer->dispersion,
                            &answer->ranges, &answer->bad);
}

/* R 4.2: sum (y) / sum (e); mean (abs (diff ((y/e - u) / sqrt (u/e)))) * sqrt (pi) / 2. */
static void
gives_known_answers (void **state)
{
  const double counts[] = { 3, 0, 7, 5, 2, 8 };
  const double exposures[] = { 10, 20, 40, 30, 10, 25 };
  Answer answer;

  (void) state;
  assert_int_equal (ask (6, counts, exposures, 0, &answer), KERNEL_OK);
  assert_near (answer.centre, 0.18518518518518517, 1e-16);
  assert_near (answer.sigma, 0.43033148291193518, 1e-16);
  assert_near (answer.dispersion, 1.13989058902847096, 1e-15);
  assert_int_equal (ask (6, counts, NULL, 0, &answer), KERNEL_OK);
  assert_near (answer.centre, 4.1666666666666670, 1e-15);
  assert_near (answer.sigma, 2.0412414523193152, 1e-15);
  assert_near (answer.dispersion, 1.8234751614868345, 1e-15);
}

/* Counts alone widened by their own spread are individual values. */
static void
widened_counts_are_individual_values (void **state)
{
  const double counts[] = { 3, 0, 7, 5, 2, 8 };
  double ranges[6];
  KernelMeanRange mean;
  Answer answer;

  (void) state;
  assert_int_equal (ask (6, counts, NULL, 0, &answer), KERNEL_OK);
  assert_int_equal (kernel_moving_ranges (6, counts, NULL, ranges), KERNEL_OK);
  assert_int_equal (kernel_mean_range (6, ranges, 0, &mean), KERNEL_OK);
  assert_near (answer.sigma * answer.dispersion, kernel_constants_exact.sigma * mean.mean, 1e-14);
}

static void
keeps_missing_rows_out (void **state)
{
  const double counts[] = { 3, NAN, 7, 5 };
  const double exposures[] = { 10, 20, 40, 0 };
  Answer answer;

  (void) state;
  assert_int_equal (ask (4, counts, exposures, 0, &answer), KERNEL_OK);
  assert_near (answer.centre, 0.2, 1e-16);
  assert_int_equal (answer.ranges.n_ranges, 0);
  assert_near (answer.dispersion, NAN, 0);
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double bad[] = { 1, -1 }, good[] = { 1, 2 }, endless[] = { 1, INFINITY };
  Answer answer;

  (void) state;
  assert_int_equal (ask (2, bad, NULL, 0, &answer), KERNEL_ERR_DOMAIN);
  assert_int_equal (answer.bad, 1);
  assert_near (answer.centre, -7, 0);
  assert_int_equal (ask (2, good, bad, 0, &answer), KERNEL_ERR_DOMAIN);
  assert_int_equal (ask (2, endless, NULL, 0, &answer), KERNEL_ERR_DOMAIN);
  assert_int_equal (ask (2, good, endless, 0, &answer), KERNEL_ERR_DOMAIN);
  assert_int_equal (ask (2, good, NULL, -1, &answer), KERNEL_ERR_PARAMETER);
  assert_int_equal (ask (2, good, NULL, NAN, &answer), KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answers),
    cmocka_unit_test (widened_counts_are_individual_values),
    cmocka_unit_test (keeps_missing_rows_out),
    cmocka_unit_test (refuses_and_leaves_output_alone),
  };

  return cmocka_run_group_tests_name ("kernel/rate-chart", tests, NULL, NULL);
}
