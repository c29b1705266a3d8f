/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/status-chances.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

typedef enum {
  NORMAL,
  BINOMIAL,
  POISSON
} Law;

static const uint8_t first_below[] = { 1, 0 };

/* scipy 1.10: norm, binom and poisson, each band a difference of two cdf(). */
static const struct known {
  const char *label;
  Law law;
  double first, second; /* mean and deviation; total and p; mean */
  size_t n_edges;
  double edges[3];
  const uint8_t *below;
  double want[4];
} known[] = {
  { "at the target", NORMAL, 0, 1, 1, { 0 }, NULL, { 0.5, 0.5 } },
  { "three bands",
    NORMAL,
    0,
    1,
    2,
    { -1, 0 },
    NULL,
    { 0.158655253931457051, 0.341344746068542949, 0.5 } },
  { "far above: digits are kept",
    NORMAL,
    0,
    1,
    2,
    { 8, 9 },
    NULL,
    { 1, 6.219831985865787e-16, 1.1285884059538324e-19 } },
  { "another unit",
    NORMAL,
    50,
    4,
    2,
    { 46, 50 },
    NULL,
    { 0.158655253931457051, 0.341344746068542949, 0.5 } },
  { "no edge", NORMAL, 3, 1, 0, { 0 }, NULL, { 1 } },
  { "no deviation", NORMAL, 3, 0, 3, { 2, 3, 4 }, NULL, { 0, 0, 1, 0 } },
  { "20 cases, at least 0.8 and 0.85",
    BINOMIAL,
    20,
    0.85,
    2,
    { 0.8, 0.85 },
    NULL,
    { 0.170153153731, 0.182121672112, 0.647725174157 } },
  { "20 cases, more than 0.8",
    BINOMIAL,
    20,
    0.85,
    2,
    { 0.8, 0.85 },
    first_below,
    { 0.352274825843, 0, 0.647725174157 } },
  { "1,000 cases, far from a target",
    BINOMIAL,
    1000,
    0.87,
    2,
    { 0.8, 0.85 },
    NULL,
    { 2.41050984e-10, 0.028814322950, 0.971185676809 } },
  { "10 cases: an edge between two shares",
    BINOMIAL,
    10,
    0.5,
    1,
    { 0.55 },
    NULL,
    { 0.623046875, 0.376953125 } },
  { "certain", BINOMIAL, 10, 1, 1, { 0.9 }, NULL, { 0, 1 } },
  { "beyond all", BINOMIAL, 10, 0.5, 2, { -0.1, 1.1 }, NULL, { 0, 1, 0 } },
  { "a month of ten", POISSON, 10, 0, 1, { 10.5 }, NULL, { 0.583039750193, 0.416960249807 } },
  { "a month of thirty", POISSON, 30, 0, 1, { 30.5 }, NULL, { 0.548351512578, 0.451648487422 } },
  { "at least ten", POISSON, 10, 0, 1, { 10 }, NULL, { 0.457929714471852, 0.542070285528148 } },
  { "more than ten", POISSON, 10, 0, 1, { 10 }, first_below, { 0.583039750193, 0.416960249807 } },
  { "none to expect", POISSON, 0, 0, 1, { 1 }, NULL, { 1, 0 } },
  { "fewer than none", POISSON, 10, 0, 1, { -3 }, NULL, { 0, 1 } },
};

static KernelStatus
ask (Law law,
     double first,
     double second,
     size_t n,
     const double *edges,
     const uint8_t *below,
     double *chances)
{
  if (law == NORMAL)
    return kernel_normal_chances (n, edges, first, second, chances);
  if (law == BINOMIAL)
    return kernel_binomial_chances (n, edges, below, first, second, chances);

  return kernel_poisson_chances (n, edges, below, first, chances);
}

static void
gives_known_chances (void **state)
{
  const struct known *row = *state;
  double chances[4];

  assert_int_equal (
      ask (row->law, row->first, row->second, row->n_edges, row->edges, row->below, chances),
      KERNEL_OK);
  for (size_t i = 0; i <= row->n_edges; i++)
    assert_near (chances[i], row->want[i], fmin (1e-12, 1e-8 * row->want[i] + 1e-300));
}

/* 0.29 of 100 is 28.999999999999996 in doubles, and 29 cases reach it. */
static void
takes_edges_as_decimals (void **state)
{
  const double edge = 0.29, whole = 28.5 / 100;
  double as_decimal[2], as_meant[2];

  (void) state;
  assert_int_equal (kernel_binomial_chances (1, &edge, NULL, 100, 0.3, as_decimal), KERNEL_OK);
  assert_int_equal (kernel_binomial_chances (1, &whole, NULL, 100, 0.3, as_meant), KERNEL_OK);
  assert_near (as_decimal[0], as_meant[0], 0);
}

/* One threshold at the mean: both on one side with chance 1 - acos (r) / pi. */
static void
joins_two_periods (void **state)
{
  static const double at[] = { 0 }, two[] = { -1, 0.5 };
  double joint[9];

  (void) state;
  for (double r = -0.9; r < 1; r += 0.15) {
    assert_int_equal (kernel_joint_chances (1, at, 1, at, r, joint), KERNEL_OK);
    assert_near (joint[0] + joint[3], 1 - acos (r) / 3.14159265358979324, 1e-15);
    assert_near (joint[0] + joint[1] + joint[2] + joint[3], 1, 4e-15);
  }

  /* Nothing in common: the product; of periods with other edges each. */
  assert_int_equal (kernel_joint_chances (2, two, 1, at, 0, joint), KERNEL_OK);
  assert_near (joint[0], 0.158655253931457051 / 2, 1e-15);
  assert_near (joint[5], 0.308537538725986896 / 2, 1e-15);
}

static const struct refused {
  const char *label;
  Law law;
  double first, second;
  size_t n_edges;
  double edges[2];
  KernelStatus want;
} refused[] = {
  { "refuses edges that fall", NORMAL, 0, 1, 2, { 1, 0 }, KERNEL_ERR_DOMAIN },
  { "refuses an edge of nothing", NORMAL, 0, 1, 1, { NAN }, KERNEL_ERR_DOMAIN },
  { "refuses a mean of nothing", NORMAL, NAN, 1, 1, { 0 }, KERNEL_ERR_PARAMETER },
  { "refuses a deviation below 0", NORMAL, 0, -1, 1, { 0 }, KERNEL_ERR_PARAMETER },
  { "refuses no cases", BINOMIAL, 0, 0.5, 1, { 0 }, KERNEL_ERR_PARAMETER },
  { "refuses half a case", BINOMIAL, 1.5, 0.5, 1, { 0 }, KERNEL_ERR_PARAMETER },
  { "refuses a chance beyond 1", BINOMIAL, 10, 1.5, 1, { 0 }, KERNEL_ERR_PARAMETER },
  { "refuses shares that fall", BINOMIAL, 10, 0.5, 2, { 1, 0 }, KERNEL_ERR_DOMAIN },
  { "refuses a mean below 0", POISSON, -1, 0, 1, { 0 }, KERNEL_ERR_PARAMETER },
  { "refuses counts that fall", POISSON, 1, 0, 2, { 1, 0 }, KERNEL_ERR_DOMAIN },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  double chances[3];

  assert_int_equal (
      ask (row->law, row->first, row->second, row->n_edges, row->edges, NULL, chances), row->want);
}

static void
refuses_periods_that_cannot_be_joined (void **state)
{
  static const double at[] = { 0 }, falling[] = { 1, 0 };
  double joint[9];

  (void) state;
  assert_int_equal (kernel_joint_chances (1, at, 1, at, 1.1, joint), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_joint_chances (2, falling, 1, at, 0, joint), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_joint_chances (1, at, 2, falling, 0, joint), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (refused) + 3];
  size_t n = 0;

  n += add_rows (tests, gives_known_chances, known, LENGTH (known), sizeof *known);
  n += add_rows (tests + n, refuses, refused, LENGTH (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_edges_as_decimals);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (joins_two_periods);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_periods_that_cannot_be_joined);

  return cmocka_run_group_tests_name ("kernel/status-chances", tests, NULL, NULL);
}
