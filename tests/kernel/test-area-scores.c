/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/area-scores.h"
#include "kernel/dispersion.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* Six areas, as FunnelPlotR 0.5 scores them. */
static const double observed[] = { 100, 150, 180, 80, 120, 225 };
static const double expected[] = { 108, 112, 165, 95, 100, 220 };

static const struct {
  KernelScore scale;
  double first_score, second_error, phi, tau2;
} known[] = {
  { KERNEL_SCORE_ROOT, -0.784609690826528, 0.0472455591261534, 2.32717825759412,
    0.00343978015418627 },
  { KERNEL_SCORE_COUNTS, -1.03598833441081, 0.124385795720164, 0.9204353657445,
    0.00154867476298394 },
};

static void
scores_as_published (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (known); k++) {
    double target, values[6], errors[6], scores[6], work[6], drawn[6], phi, tau2;

    assert_int_equal (
        kernel_area_scores (known[k].scale, 6, observed, expected, &target, values, errors, scores),
        KERNEL_OK);
    assert_near (scores[0], known[k].first_score, 1e-13);
    assert_near (errors[1], known[k].second_error, 1e-15);
    kernel_winsorise (6, scores, 0.1, work, drawn);
    kernel_dispersion (6, drawn, errors, &phi, &tau2);
    assert_near (phi, known[k].phi, 1e-12);
    assert_near (tau2, known[k].tau2, 1e-14);
  }
}

/* 0.3 (60 of 200) pooled: roots and arcsines by hand. */
static void
scores_proportions (void **state)
{
  const double cases[] = { 20, 40 }, totals[] = { 100, 100 };
  double target, values[2], errors[2], scores[2];

  (void) state;
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_SHARE, 2, cases, totals, &target, values, errors, scores),
      KERNEL_OK);
  assert_near (target, 0.3, 1e-16);
  assert_near (errors[0], sqrt (0.0021), 1e-16);
  assert_near (scores[1], 0.1 / sqrt (0.0021), 1e-14);
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_ARCSINE, 2, cases, totals, &target, values, errors, scores),
      KERNEL_OK);
  assert_near (scores[0], 20 * (asin (sqrt (0.2)) - asin (sqrt (0.3))), 1e-13);
}

static void
scores_nothing_observed (void **state)
{
  const double none[] = { 0, 9 }, usual[] = { 4, 4 };
  double target, values[2], errors[2], scores[2];

  (void) state;
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_LOG, 2, none, usual, &target, values, errors, scores),
      KERNEL_OK);
  assert_near (scores[0], -INFINITY, 0);
  assert_near (scores[1], 2 * log (2.25), 1e-15);
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_ROOT, 2, none, usual, &target, values, errors, scores),
      KERNEL_OK);
  assert_near (scores[0], -4, 0);
}

static void
refuses (void **state)
{
  const double cases[] = { 3, 2 }, totals[] = { 2, 2 }, nobody[] = { 2, 0 }, gap[] = { 1, NAN };
  double target = 7, values[2], errors[2], scores[2];

  (void) state;
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_SHARE, 2, cases, totals, &target, values, errors, scores),
      KERNEL_ERR_DOMAIN);
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_ROOT, 2, cases, totals, &target, values, errors, scores),
      KERNEL_OK);
  target = 7;
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_ROOT, 2, cases, nobody, &target, values, errors, scores),
      KERNEL_ERR_DOMAIN);
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_ROOT, 2, gap, totals, &target, values, errors, scores),
      KERNEL_ERR_DOMAIN);
  assert_int_equal (
      kernel_area_scores (KERNEL_SCORE_ROOT, 0, gap, totals, &target, values, errors, scores),
      KERNEL_ERR_TOO_SHORT);
  assert_near (target, 7, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (scores_as_published),
    cmocka_unit_test (scores_proportions),
    cmocka_unit_test (scores_nothing_observed),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("kernel/area-scores", tests, NULL, NULL);
}
