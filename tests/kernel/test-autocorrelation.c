/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/autocorrelation.h"
#include "support/near.h"
#include "support/published.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define Z95 1.959963984540054
#define MOST 200

static const double whole[] = { 3, 5, 4, 6, 8, 7, 9, 6, 5, 4, 6, 7, 9, 11, 8 };
static const double holed[] = { 3, 5, 4, NAN, 8, 7, 9, 6, 5, 4, NAN, 7, 9, 11, 8 };

static const struct known {
  const char *label;
  const double *values;
  size_t lag;
  double r;
  size_t n_pairs;
} known[] = {
  /* R 4.2.2, acf(), and with na.pass. */
  { "R lag 0", whole, 0, 1, 15 },
  { "R lag 1", whole, 1, 0.51548556430446213, 14 },
  { "R lag 2", whole, 2, 0.15892388451443576, 13 },
  { "R lag 3", whole, 3, -0.28031496062992128, 12 },
  { "R lag 4", whole, 4, -0.4833333333333335, 11 },
  { "R lag 1, missing", holed, 1, 0.57631359466221865, 10 },
  { "R lag 2, missing", holed, 2, 0.18744787322768983, 9 },
  { "R lag 3, missing", holed, 3, -0.30442035029191, 8 },
  { "R lag 4, missing", holed, 4, -0.49522171253822639, 8 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double r = -7;
  size_t n_pairs = 99;

  assert_int_equal (kernel_autocorrelation (15, row->values, NULL, row->lag, &r, &n_pairs),
                    KERNEL_OK);
  assert_near (r, row->r, 1e-14);
  assert_int_equal (n_pairs, row->n_pairs);
}

/* LakeHuron, which R ships, as the shared folder has it; R 4.2.2, acf(). */
static void
gives_that_of_lake_huron (void **state)
{
  static const double want[] = { 1, 0.831911210352453, 0.609937103589568, 0.45825060533829 };
  double values[MOST], r;
  double *const columns[] = { values };

  (void) state;
  const size_t n = published_read ("lakehuron.csv", 1, columns, MOST);
  if (n == 0)
    return;
  assert_int_equal (n, 98);
  for (size_t lag = 0; lag < LENGTH (want); lag++) {
    assert_int_equal (kernel_autocorrelation (n, values, NULL, lag, &r, NULL), KERNEL_OK);
    assert_near (r, want[lag], 1e-13);
  }
}

/* A gap splits pairs; a missing value between two others does not split those. */
static void
never_crosses_a_gap (void **state)
{
  const double values[] = { 1, 2, 4, 8, 16 };
  const uint8_t follows[] = { 0, 1, 0, 1, 1 };
  const double mean = 6.2;
  double r, squares = 0;
  size_t n_pairs;

  (void) state;
  for (size_t i = 0; i < 5; i++)
    squares += (values[i] - mean) * (values[i] - mean) / 5;
  assert_int_equal (kernel_autocorrelation (5, values, follows, 1, &r, &n_pairs), KERNEL_OK);
  assert_int_equal (n_pairs, 3);
  assert_near (r,
               ((1 - mean) * (2 - mean) + (4 - mean) * (8 - mean) + (8 - mean) * (16 - mean)) / 4 /
                   squares,
               1e-14);
  assert_int_equal (kernel_autocorrelation (5, values, follows, 2, &r, &n_pairs), KERNEL_OK);
  assert_int_equal (n_pairs, 1);
  assert_near (r, (4 - mean) * (16 - mean) / 3 / squares, 1e-14);
}

/* Both ends of the interval lie @z deviations from what was seen, by its definition. */
static void
holds_every_phi_that_is_near (void **state)
{
  KernelLagOne found;
  const double m = 15;

  (void) state;
  assert_int_equal (kernel_lag_one (15, whole, NULL, Z95, &found), KERNEL_OK);
  assert_near (found.r, 0.51548556430446213, 1e-14);
  assert_int_equal (found.n_pairs, 14);
  for (int end = 0; end < 2; end++) {
    const double phi = end ? found.high : found.low;
    const double expected = phi - (1 + 4 * phi) / m;
    const double away = (found.r - expected) / sqrt ((1 - phi * phi) / m);

    assert_near (away, end ? -Z95 : Z95, 1e-12);
  }
  assert_true (found.low < found.r && found.r < found.high && found.high < 1);
  assert_near (found.limit, Z95 / sqrt (m) - 1 / m, 1e-15);
}

/* In 400 seeded series of 60 values with phi = 0.5, about 95 of 100 intervals hold it. */
static void
covers_as_often_as_it_says (void **state)
{
  uint64_t random = 7;
  size_t n_hit = 0;

  (void) state;
  for (int run = 0; run < 400; run++) {
    double values[60], x = 0;
    KernelLagOne found;

    for (int i = -30; i < 60; i++) {
      double noise = -6;
      for (int k = 0; k < 12; k++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        noise += (double) (random >> 33) / 2147483648.0;
      }
      x = .5 * x + noise;
      if (i >= 0)
        values[i] = x;
    }
    assert_int_equal (kernel_lag_one (60, values, NULL, Z95, &found), KERNEL_OK);
    n_hit += found.low <= .5 && .5 <= found.high;
  }
  assert_true (n_hit >= 370 && n_hit <= 392);
}

/* A step and a slope look like dependence to the ordinary one, not to this. */
static void
is_not_fooled_by_a_step_or_a_slope (void **state)
{
  double values[MOST], work[2 * MOST], phi, shifted, sloped;
  KernelLagOne found;
  uint64_t random = 3;

  (void) state;
  for (size_t i = 0; i < MOST; i++) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    values[i] = (double) (random >> 40) / 16777216.0;
  }
  assert_int_equal (kernel_robust_phi (MOST, values, NULL, work, &phi), KERNEL_OK);
  for (size_t i = 0; i < MOST; i++)
    values[i] += i < MOST / 2 ? 0 : 3;
  assert_int_equal (kernel_lag_one (MOST, values, NULL, Z95, &found), KERNEL_OK);
  assert_true (found.low > .8);
  assert_int_equal (kernel_robust_phi (MOST, values, NULL, work, &shifted), KERNEL_OK);
  assert_near (shifted, phi, .1);
  for (size_t i = 0; i < MOST; i++)
    values[i] += (double) i * .25;
  assert_int_equal (kernel_robust_phi (MOST, values, NULL, work, &sloped), KERNEL_OK);
  assert_near (sloped, shifted, 1e-9);
}

/* Steps 1, −1 … spread by 1, steps of two by 0; three known differences, worked by hand. */
static void
is_the_ratio_of_two_spreads (void **state)
{
  const double values[] = { 0, 1, 3, 2, 6, 4 };        /* 1 2 −1 4 −2; 3 1 3 2 */
  const uint8_t gap[] = { 1, 1, 1, 1, 1, 0 };          /* 1 2 −1 4; 3 1 3 */
  const double see_saw[] = { 1, 2, 1, 2, 1, 2, 1 };    /* 1 −1 … ; 0 … */
  const double stairs[] = { 0, 1, 2, 3, 4, 5, 6, 7 };  /* no spread */
  const double walk[] = { 0, 0, 0, 2, 4, 4, 4, 6, 8 }; /* 0 0 2 2 0 0 2 2; 0 2 4 2 0 2 4 */
  double work[18], phi;

  (void) state;
  assert_int_equal (kernel_robust_phi (9, walk, NULL, work, &phi), KERNEL_OK);
  assert_near (phi, .99, 0);
  assert_int_equal (kernel_robust_phi (6, values, NULL, work, &phi), KERNEL_OK);
  assert_near (phi, .5 * .5 / (2 * 2) - 1, 1e-15);
  assert_int_equal (kernel_robust_phi (6, values, gap, work, &phi), KERNEL_OK);
  assert_near (phi, -1, 1e-15);
  assert_int_equal (kernel_robust_phi (7, see_saw, NULL, work, &phi), KERNEL_OK);
  assert_near (phi, -1, 1e-15);
  assert_int_equal (kernel_robust_phi (8, stairs, NULL, work, &phi), KERNEL_OK);
  assert_true (isnan (phi));
}

static void
keeps_what_was_seen_inside (void **state)
{
  double line[MOST];
  KernelLagOne found;

  (void) state;
  for (size_t i = 0; i < MOST; i++)
    line[i] = (double) i;
  assert_int_equal (kernel_lag_one (MOST, line, NULL, Z95, &found), KERNEL_OK);
  assert_true (found.low <= found.r && found.r <= found.high && found.high <= 1);
}

static void
says_nothing_of_a_constant (void **state)
{
  const double constant[] = { .1, .1, .1, .1, .1, .1, .1 };
  double r;
  KernelLagOne found;

  (void) state;
  assert_int_equal (kernel_autocorrelation (7, constant, NULL, 1, &r, NULL), KERNEL_OK);
  assert_true (isnan (r));
  assert_int_equal (kernel_lag_one (7, constant, NULL, Z95, &found), KERNEL_OK);
  assert_true (isnan (found.r) && isnan (found.low) && isnan (found.high));
  assert_int_equal (kernel_autocorrelation (0, NULL, NULL, 1, &r, NULL), KERNEL_OK);
  assert_true (isnan (r));
}

static void
inflates_variances (void **state)
{
  (void) state;
  assert_near (kernel_variance_inflation (0), 1, 0);
  assert_near (kernel_variance_inflation (.5), 3, 1e-15);
  assert_near (kernel_variance_inflation (-.5), 1 / 3.0, 1e-15);
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double infinite[] = { 1, 2, INFINITY, 4, 5 };
  const double every_other[] = { 1, NAN, 2, NAN, 4, NAN, 3 };
  double work[14], r = -7;
  KernelLagOne found = { .r = -7 };

  (void) state;
  assert_int_equal (kernel_autocorrelation (5, infinite, NULL, 1, &r, NULL), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_lag_one (5, infinite, NULL, Z95, &found), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_robust_phi (5, infinite, NULL, work, &r), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_lag_one (15, whole, NULL, 0, &found), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_lag_one (15, whole, NULL, INFINITY, &found), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_lag_one (3, whole, NULL, Z95, &found), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_robust_phi (4, whole, NULL, work, &r), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_robust_phi (7, every_other, NULL, work, &r), KERNEL_ERR_TOO_SHORT);
  assert_near (r, -7, 0);
  assert_near (found.r, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 10];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_that_of_lake_huron);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (never_crosses_a_gap);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (holds_every_phi_that_is_near);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (covers_as_often_as_it_says);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_not_fooled_by_a_step_or_a_slope);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_the_ratio_of_two_spreads);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_what_was_seen_inside);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_nothing_of_a_constant);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (inflates_variances);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/autocorrelation", tests, NULL, NULL);
}
