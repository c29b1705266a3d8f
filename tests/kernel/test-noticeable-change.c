/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/noticeable-change.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* SciPy 1.10 from the formula: shares of 85% in points, means of counts in per cent of them;
 * one period against twelve, and twelve against twelve.
 */
static const struct known {
  const char *label;
  double deviation, before, after, resemblance, level, power, want;
} known[] = {
  { "10 cases, a month", 11.291589790636214, 12, 1, 0, 0.95, 0.8, 32.92607649427681 },
  { "30 cases, a month", 6.519202405202649, 12, 1, 0, 0.95, 0.8, 19.00987912732893 },
  { "100 cases, a month", 3.5707142142714248, 12, 1, 0, 0.95, 0.8, 10.412139613484674 },
  { "300 cases, a month", 2.0615528128088303, 12, 1, 0, 0.95, 0.8, 6.011451608685343 },
  { "1,000 cases, a month", 1.1291589790636215, 12, 1, 0, 0.95, 0.8, 3.2926076494276812 },
  { "10 cases, a year", 11.291589790636214, 12, 12, 0, 0.95, 0.8, 12.914669734643551 },
  { "30 cases, a year", 6.519202405202649, 12, 12, 0, 0.95, 0.8, 7.456288047791568 },
  { "1,000 cases, a year", 1.1291589790636215, 12, 12, 0, 0.95, 0.8, 1.2914669734643551 },
  { "a count of 5, a month", 44.721359549995796, 12, 1, 0, 0.95, 0.8, 130.40669496268086 },
  { "a count of 5, a year", 44.721359549995796, 12, 12, 0, 0.95, 0.8, 51.14971402445012 },
  { "a count of 10, a month", 31.622776601683793, 12, 1, 0, 0.95, 0.8, 92.21145832023723 },
  { "a count of 30, a month", 18.257418583505537, 12, 1, 0, 0.95, 0.8, 53.23831028355691 },
  { "a count of 100, a month", 10, 12, 1, 0, 0.95, 0.8, 29.15982346576338 },
  /* The correlations of all pairs of periods added up, by hand. */
  { "neighbours half alike", 10, 12, 1, 0.5, 0.95, 0.8, 30.97277588382003 },
  { "neighbours opposed", 10, 12, 12, -0.3, 0.95, 0.8, 8.620262090277302 },
  /* sqrt (1.5 / 0.5) times as much as apart. */
  { "neighbours half alike, very many", 1000, 1e6, 1e6, 0.5, 0.95, 0.8, 6.8624542553006895 },
  /* 1.644854 + 0. */
  { "at 90%, noticed half of the time", 1, 1e12, 1, 0, 0.9, 0.5, 1.6448536269523 },
  { "no deviation", 0, 12, 1, 0, 0.95, 0.8, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const KernelStretches stretches = { row->before, row->after, row->resemblance, row->level,
                                      row->power };
  double change;

  assert_int_equal (kernel_noticeable_change (row->deviation, &stretches, &change), KERNEL_OK);
  assert_near (change, row->want, 1e-6 * row->want);
}

/* SciPy 1.10, both distributions gone through. */
static const struct power {
  const char *label;
  double total, p, total_after, p_after, level, want;
} powers[] = {
  { "19 points down", 360, 0.85, 30, 0.66, 0.95, 0.7170626936788771 },
  { "nothing", 360, 0.85, 30, 0.85, 0.95, 0.04556104087082378 },
  { "up to all", 360, 0.85, 30, 1, 0.95, 0.97077562715038 },
  { "more cases", 1200, 0.85, 100, 0.75, 0.95, 0.717712817738479 },
  { "two stretches alike", 40, 0.5, 40, 0.2, 0.95, 0.8165829070142158 },
  { "few cases", 10, 0.9, 10, 0.9, 0.95, 0.009040222776206391 },
  { "all of all", 10, 1, 10, 1, 0.95, 0 },
  { "none, then all", 10, 0, 10, 1, 0.95, 1 },
};

static void
gives_the_exact_power (void **state)
{
  const struct power *row = *state;
  double power;

  assert_int_equal (kernel_two_shares_power (row->total, row->p, row->total_after, row->p_after,
                                             row->level, &power),
                    KERNEL_OK);
  assert_near (power, row->want, 1e-12);
}

static const struct refused {
  const char *label;
  double deviation;
  KernelStretches stretches;
} refused[] = {
  { "refuses a deviation below 0", -1, { 12, 1, 0, 0.95, 0.8 } },
  { "refuses no periods before", 1, { 0, 1, 0, 0.95, 0.8 } },
  { "refuses no periods after", 1, { 12, 0, 0, 0.95, 0.8 } },
  { "refuses neighbours all alike", 1, { 12, 1, 1, 0.95, 0.8 } },
  { "refuses neighbours all opposed", 1, { 12, 1, -1, 0.95, 0.8 } },
  { "refuses a level of 1", 1, { 12, 1, 0, 1, 0.8 } },
  { "refuses a power of 0", 1, { 12, 1, 0, 0.95, 0 } },
  { "refuses a power that is no number", 1, { 12, 1, 0, 0.95, NAN } },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  double change;

  assert_int_equal (kernel_noticeable_change (row->deviation, &row->stretches, &change),
                    KERNEL_ERR_PARAMETER);
}

static void
refuses_shares_of_nothing (void **state)
{
  double power;

  (void) state;
  assert_int_equal (kernel_two_shares_power (0, 0.5, 1, 0.5, 0.95, &power), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_two_shares_power (1.5, 0.5, 1, 0.5, 0.95, &power), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_two_shares_power (1, 1.5, 1, 0.5, 0.95, &power), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_two_shares_power (1, 0.5, 0, 0.5, 0.95, &power), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_two_shares_power (1, 0.5, 1, -1, 0.95, &power), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_two_shares_power (1, 0.5, 1, 0.5, 1, &power), KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (powers) + LENGTH (refused) + 1];
  size_t n = 0;

  n += add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);
  n += add_rows (tests + n, gives_the_exact_power, powers, LENGTH (powers), sizeof *powers);
  n += add_rows (tests + n, refuses, refused, LENGTH (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_shares_of_nothing);

  return cmocka_run_group_tests_name ("kernel/noticeable-change", tests, NULL, NULL);
}
