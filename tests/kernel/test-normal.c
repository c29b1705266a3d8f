/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/normal.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const double RELATIVE = 1e-15;

/* Each row is one test.  50-digit arithmetic at the double nearest to the argument;
 * R 4.2.2's pnorm() and qnorm() agree to the same tolerance where tried.
 */
typedef struct {
  const char *label;
  double (*function) (double x);
  double at, want;
} Known;

static const Known known[] = {
  { "cdf at 0", kernel_normal_cdf, 0, 0.5 },
  { "cdf at 0.5", kernel_normal_cdf, 0.5, 0.69146246127401310364 },
  { "cdf at 1", kernel_normal_cdf, 1, 0.84134474606854294859 },
  { "cdf at -1", kernel_normal_cdf, -1, 0.15865525393145705141 },
  { "cdf at 1.96", kernel_normal_cdf, 1.96, 0.97500210485177956379 },
  { "cdf at -1.96", kernel_normal_cdf, -1.96, 0.024997895148220436213 },
  { "cdf at -3", kernel_normal_cdf, -3, 0.0013498980316300945267 },
  { "cdf at -5", kernel_normal_cdf, -5, 2.8665157187919391167e-7 },
  { "cdf at -8", kernel_normal_cdf, -8, 6.2209605742717841235e-16 },
  { "cdf at -12.5", kernel_normal_cdf, -12.5, 3.7325642988777133772e-36 },
  { "cdf at -20", kernel_normal_cdf, -20, 2.7536241186062336951e-89 },
  { "cdf at -37", kernel_normal_cdf, -37, 5.7255712225245768227e-300 },
  { "cdf at 6", kernel_normal_cdf, 6, 0.99999999901341235496 },
  { "cdf at -0.001", kernel_normal_cdf, -0.001, 0.49960105778608893741 },
  { "cdf at -inf", kernel_normal_cdf, -INFINITY, 0 },
  { "cdf at inf", kernel_normal_cdf, INFINITY, 1 },
  { "cdf at NaN", kernel_normal_cdf, NAN, NAN },

  { "quantile of 0.975", kernel_normal_quantile, 0.975, 1.9599639845400538556 },
  { "quantile of 0.025", kernel_normal_quantile, 0.025, -1.9599639845400542118 },
  { "quantile of 0.5", kernel_normal_quantile, 0.5, 0 },
  { "quantile of 0.25", kernel_normal_quantile, 0.25, -0.6744897501960817432 },
  { "quantile of 0.6", kernel_normal_quantile, 0.6, 0.25334710313579974132 },
  { "quantile of 0.500001", kernel_normal_quantile, 0.500001, 2.5066282747057051991e-6 },
  { "quantile of 0.9", kernel_normal_quantile, 0.9, 1.2815515655446005935 },
  { "quantile of 0.075", kernel_normal_quantile, 0.075, -1.4395314709384559349 },
  { "quantile of 0.0749", kernel_normal_quantile, 0.0749, -1.4402382675279636631 },
  { "quantile of 0.999", kernel_normal_quantile, 0.999, 3.0902323061678132778 },
  { "quantile of 0.001", kernel_normal_quantile, 0.001, -3.0902323061678135354 },
  { "quantile of 1e-10", kernel_normal_quantile, 1e-10, -6.3613409024040561991 },
  { "quantile of 1.3e-11, the far range", kernel_normal_quantile, 1.3e-11, -6.6676114565107408347 },
  { "quantile of 1.5e-11, the middle range", kernel_normal_quantile, 1.5e-11,
    -6.6465708874771128614 },
  { "quantile of 1 - 1e-12", kernel_normal_quantile, 0.999999999999, 7.0344869100478352057 },
  { "quantile of 1e-20", kernel_normal_quantile, 1e-20, -9.2623400897984075796 },
  { "quantile of 1e-100", kernel_normal_quantile, 1e-100, -21.273453560965324294 },
  { "quantile of 1e-300", kernel_normal_quantile, 1e-300, -37.047096299361199237 },
  { "quantile of 0", kernel_normal_quantile, 0, -INFINITY },
  { "quantile of 1", kernel_normal_quantile, 1, INFINITY },
  { "quantile of less than nothing", kernel_normal_quantile, -1e-9, NAN },
  { "quantile of more than all", kernel_normal_quantile, 1.000001, NAN },
  { "quantile of NaN", kernel_normal_quantile, NAN, NAN },
};

static void
gives_known_answer (void **state)
{
  const Known *row = *state;
  const double got = row->function (row->at);

  assert_near (got, row->want, RELATIVE * fabs (row->want));
}

static void
is_symmetric (void **state)
{
  for (double z = 0; z < 9; z += 0.125)
    assert_near (kernel_normal_cdf (z), 1 - kernel_normal_cdf (-z), 2e-16);
  for (int i = 1; i < 64; i++)
    assert_near (kernel_normal_quantile (i / 64.0), -kernel_normal_quantile (1 - i / 64.0), 0);
}

/* The slope of the quantile magnifies what the chance was rounded by. */
static void
is_its_own_inverse (void **state)
{
  for (double z = -37; z <= 4; z += 0.0625) {
    const double back = kernel_normal_quantile (kernel_normal_cdf (z));

    assert_near (back, z, z < 0 ? 2e-15 * (1 + fabs (z)) : 1e-12);
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[n++] = (struct CMUnitTest){ .name = known[i].label,
                                      .test_func = gives_known_answer,
                                      .initial_state = (void *) &known[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_symmetric);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_its_own_inverse);

  return cmocka_run_group_tests_name ("kernel/normal", tests, NULL, NULL);
}
