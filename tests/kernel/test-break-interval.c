/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/break-interval.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* Made with R 4.2.2 and strucchange 1.5-3 (the distribution), and its root by uniroot. */
static const struct {
  double x, ratio, chance;
} places[] = {
  { -9, 1, 0.0378001761520987 },
  { -1, 1, 0.301146087584647 },
  { 0, 1, 0.5 },
  { 1, 1, 0.698853912415353 },
  { 7, 1, 0.941823537000497 },
  { -4, 0.4, 0.141869442391979 },
  { 2, 0.4, 0.937055898585965 },
  { 30, 0.4, 0.999999150436426 },
  { -2, 3, 0.121580938218537 },
  { 5, 3, 0.701888716050221 },
  { 200, 3, 0.999995890751054 },
  { 1e6, 1, 1 },
  { -1e6, 1, 0 },
  { NAN, 1, NAN },
  { 1, 0, NAN },
  { 1, INFINITY, NAN },
};

static const struct {
  double change, before, after, level, earlier, later;
} intervals[] = {
  { -247.777777777778, 17573.1160714286, 15352.9158950617, 0.95, 2.71435944119, 3.202471378231 },
  { 1, 1, 1, 0.95, 11.03329244541, 11.03329244541 },
  { 2, 1, 2, 0.9, 4.130675442135, 1.631171739401 },
  { 0.5, 3, 1, 0.99, 69.57877272521, 246.2495462286 },
  { 1, 0, 0, 0.95, 0, 0 },
  /* One side has no end, so the mean of both variances stands for each. */
  { 1, 0, 2, 0.95, 11.03329244541, 11.03329244541 },
  { 1, 2, 0, 0.95, 11.03329244541, 11.03329244541 },
};

/* The same of regressions, from strucchange's distribution by uniroot to 1e-12. */
static const struct {
  double before, after, variance, variance_after, earlier, later;
} regressions[] = {
  { 1, 2, 1, 1, 5.516646222705, 11.03329244541 },
  { 2, 0.8, 1, 2, 29.04166197649, 4.91497558053 },
  { 0.3, 0.4, 2, 0.9, 21.5610891818, 77.78204167099 },
  { 1, 1, 1, 1, 11.03329244541, 11.03329244541 },
};

static void
gives_the_distribution (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (places); k++)
    assert_near (kernel_break_place_cdf (places[k].x, places[k].ratio), places[k].chance, 1e-12);
}

static void
gives_intervals (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (intervals); k++) {
    double earlier, later;

    assert_int_equal (kernel_break_interval (intervals[k].change, intervals[k].before,
                                             intervals[k].after, intervals[k].level, &earlier,
                                             &later),
                      KERNEL_OK);
    assert_near (earlier, intervals[k].earlier, 1e-8 * (1 + intervals[k].earlier));
    assert_near (later, intervals[k].later, 1e-8 * (1 + intervals[k].later));
  }
}

/* Turning time round turns the interval round, and the direction does not matter. */
static void
is_the_same_either_way (void **state)
{
  double earlier, later, earlier_turned, later_turned;

  (void) state;
  assert_int_equal (kernel_break_interval (1.5, 1, 2, 0.95, &earlier, &later), KERNEL_OK);
  assert_int_equal (kernel_break_interval (-1.5, 2, 1, 0.95, &earlier_turned, &later_turned),
                    KERNEL_OK);
  assert_near (earlier, later_turned, 1e-8);
  assert_near (later, earlier_turned, 1e-8);
}

/* Regressors that count for more after the break draw it nearer there; with equal ones it is
 * the interval of a mean.
 */
static void
minds_the_regressors (void **state)
{
  double earlier, later, plain_earlier, plain_later;

  (void) state;
  assert_int_equal (kernel_break_interval (1.5, 1, 2, 0.95, &plain_earlier, &plain_later),
                    KERNEL_OK);
  assert_int_equal (kernel_regression_break_interval (2.25, 2.25, 1, 2, 0.95, &earlier, &later),
                    KERNEL_OK);
  assert_near (earlier, plain_earlier, 0);
  assert_near (later, plain_later, 0);
  for (size_t k = 0; k < LENGTH (regressions); k++) {
    assert_int_equal (kernel_regression_break_interval (
                          regressions[k].before, regressions[k].after, regressions[k].variance,
                          regressions[k].variance_after, 0.95, &earlier, &later),
                      KERNEL_OK);
    assert_near (earlier, regressions[k].earlier, 1e-8 * regressions[k].earlier);
    assert_near (later, regressions[k].later, 1e-8 * regressions[k].later);
  }
  assert_int_equal (kernel_regression_break_interval (0, 1, 1, 1, 0.9, &earlier, &later),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_regression_break_interval (1, NAN, 1, 1, 0.9, &earlier, &later),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_regression_break_interval (1, 1, 1, 1, 0, &earlier, &later),
                    KERNEL_ERR_PARAMETER);
}

static void
refuses_what_makes_no_sense (void **state)
{
  double earlier, later;

  (void) state;
  assert_int_equal (kernel_break_interval (1, 1, 1, 1, &earlier, &later), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_break_interval (1, 1, 1, 0, &earlier, &later), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_break_interval (0, 1, 1, 0.9, &earlier, &later), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_break_interval (NAN, 1, 1, 0.9, &earlier, &later), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_break_interval (1, -1, 1, 0.9, &earlier, &later), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_break_interval (1, 1, NAN, 0.9, &earlier, &later), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_the_distribution),      cmocka_unit_test (gives_intervals),
    cmocka_unit_test (is_the_same_either_way),      cmocka_unit_test (minds_the_regressors),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/break-interval", tests, NULL, NULL);
}
