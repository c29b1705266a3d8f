/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/stl.h"
#include "kernel/strength.h"
#include "support/loess-by-hand.h"
#include "support/near.h"
#include "support/published.h"
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 512

/* Average air temperature at Nottingham Castle in degrees Fahrenheit, 1920 to 1924: the
 * first 60 values of nottem, as R ships it (O. D. Anderson 1976).
 */
static const double nottem[] = {
  40.6, 40.8, 44.4, 46.7, 54.1, 58.5, 57.7, 56.4, 54.3, 50.5, 42.9, 39.8, 44.2, 39.8, 45.1,
  47,   54.1, 58.7, 66.3, 59.9, 57,   54.2, 39.7, 42.8, 37.5, 38.7, 39.5, 42.1, 55.7, 57.8,
  56.8, 54.3, 54.3, 47.1, 41.8, 41.7, 41.8, 40.1, 42.9, 45.8, 49.2, 52.7, 64.2, 59.6, 54.4,
  49.2, 36.3, 37.6, 39.3, 37.5, 38.3, 45.5, 53.2, 57.7, 60.8, 58.2, 56.4, 49.8, 44.4, 43.6,
};

/* What R 4.2.2's stl() prints for them, at points 1, 6, 27 and the last.  The robust ones
 * have an odd number of values or were looked at one by one: of an even number R's partial
 * sort is handed its two ranks in the wrong order and at times misses the middle.
 */
static const struct known {
  const char *label;
  size_t n, period, window;
  bool is_robust, every_point;
  double season[4], trend[4];
} known[] = {
  { "R periodic",
    60,
    12,
    0,
    false,
    false,
    { -7.8797304978258982, 8.3989927210339204, -6.5448167048210761, -7.7762522792225974 },
    { 49.292369367415574, 49.125450404629113, 47.842899716407167, 51.063444105072143 } },
  { "R window 7",
    60,
    12,
    7,
    false,
    false,
    { -7.9019049004896864, 8.6398532516162732, -6.4757391665550523, -7.4688834863061739 },
    { 48.867793881707378, 49.11892659183345, 48.124188125748894, 50.398247205257348 } },
  { "R window 7, jumps of 1",
    60,
    12,
    7,
    false,
    true,
    { -7.9025937211474409, 8.6290504717823069, -6.4797183313265689, -7.4622725042814428 },
    { 48.871231975326445, 49.114516922399083, 48.079836860144347, 50.395290519526604 } },
  { "R window 13",
    60,
    12,
    13,
    false,
    false,
    { -7.8811597311080961, 8.4403428896683703, -6.5580398348822966, -7.6757474223826092 },
    { 49.088064872346301, 49.144982327788725, 48.016116691418041, 50.733629613691967 } },
  { "R robust periodic",
    60,
    12,
    0,
    true,
    false,
    { -7.774609811002934, 8.7704494938956792, -6.4252595123212508, -7.7879040357295963 },
    { 49.321126970630893, 49.20601830105447, 47.752690014103543, 51.106910410196427 } },
  { "R robust window 7, 59 values",
    59,
    12,
    7,
    true,
    false,
    { -7.877513695184331, 8.7415718196479411, -6.522222932334917, -7.6179448366783209 },
    { 49.078449531192575, 49.28651586600477, 48.243463399364479, 49.646899633896354 } },
  { "R robust, 59 values in sevens",
    59,
    7,
    9,
    true,
    false,
    { 1.6425987639115605, 1.0434475178567431, -0.46476984086234674, -1.3551395213637805 },
    { 41.302249442516064, 51.329931115570119, 44.815508617074059, 54.276853114635429 } },
};

typedef struct {
  double season[MOST], trend[MOST], remainder[MOST];
} Parts;

static double workspace[344 * MOST];

static KernelStatus
take_apart (size_t n, const double *values, const KernelStl *how, Parts *parts)
{
  assert_true (kernel_stl_work_size (n, how->period) <= LENGTH (workspace));

  return kernel_stl (n, values, how, workspace, parts->season, parts->trend, parts->remainder);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const size_t at[] = { 0, 5, 26, row->n - 1 };
  KernelStl how = kernel_stl_defaults (row->n, row->period, row->window, row->is_robust);
  Parts parts;

  if (row->every_point)
    how.season.jump = how.trend.jump = how.low_pass.jump = 1;
  assert_int_equal (take_apart (row->n, nottem, &how, &parts), KERNEL_OK);
  for (size_t k = 0; k < LENGTH (at); k++) {
    const size_t i = at[k];

    assert_near (parts.season[i], row->season[k], 1e-12);
    assert_near (parts.trend[i], row->trend[k], 1e-12);
    assert_near (parts.remainder[i], nottem[i] - row->season[k] - row->trend[k], 2e-12);
  }
}

/* All of what R printed for the cases of the shared folder. */
static const struct shared {
  const char *label;
  const char *file;
  size_t window;
  bool every_point;
  double trend_strength, season_strength;
} shared[] = {
  { "shared nottem periodic", "stl_nottem_periodic_components.csv", 0, false, 0.205488002423919,
    0.943833422969313 },
  { "shared co2 21", "stl_co2_21_components.csv", 21, false, 0.999769819665111, 0.988152473318741 },
  { "shared co2 21, jumps of 1", "stl_co2_21_jump1_components.csv", 21, true, 0.999771138097234,
    0.988219720200793 },
};

static void
gives_what_r_printed (void **state)
{
  const struct shared *row = *state;
  double values[MOST];
  Parts want, got;
  double *const columns[] = { values, want.season, want.trend, want.remainder };
  const size_t n = published_read (row->file, 4, columns, MOST);

  if (n == 0)
    return;
  KernelStl how = kernel_stl_defaults (n, 12, row->window, false);
  if (row->every_point)
    how.season.jump = how.trend.jump = how.low_pass.jump = 1;
  assert_int_equal (take_apart (n, values, &how, &got), KERNEL_OK);
  for (size_t i = 0; i < n; i++) {
    assert_near (got.season[i], want.season[i], 1e-12);
    assert_near (got.trend[i], want.trend[i], 1e-12);
    assert_near (got.remainder[i], want.remainder[i], 1e-12);
  }
  assert_near (kernel_strength (n, got.trend, got.remainder), row->trend_strength, 1e-12);
  assert_near (kernel_strength (n, got.season, got.remainder), row->season_strength, 1e-12);
}

static void
average_by_hand (size_t n, const double *values, size_t span, double *out)
{
  for (size_t i = 0; i + span <= n; i++) {
    long double sum = 0;
    for (size_t j = 0; j < span; j++)
      sum += values[i + j];
    out[i] = (double) (sum / (long double) span);
  }
}

/* The paper's inner loop, step by step, with every fit from its normal equations. */
static void
pass_by_hand (size_t n,
              const double *values,
              const double *weights,
              const KernelStl *how,
              Parts *parts)
{
  const size_t p = how->period, width = how->season.window;
  double rest[MOST], cycles[MOST], a[MOST], b[MOST], ones[MOST];

  for (size_t i = 0; i < MOST; i++)
    ones[i] = 1;
  for (size_t i = 0; i < n; i++)
    rest[i] = values[i] - parts->trend[i];
  for (size_t k = 0; k < p; k++) {
    const size_t m = (n - 1 - k) / p + 1, w = width < m ? width : m;

    loess_by_hand (m, p, rest + k, weights + k, width, how->season.degree, how->season.jump,
                   cycles + p + k);
    cycles[k] =
        loess_by_hand_at (m, p, rest + k, weights + k, width, how->season.degree, -1, 0, w - 1);
    cycles[(m + 1) * p + k] = loess_by_hand_at (m, p, rest + k, weights + k, width,
                                                how->season.degree, (double) m, m - w, m - 1);
  }
  average_by_hand (n + 2 * p, cycles, p, a);
  average_by_hand (n + p + 1, a, p, b);
  average_by_hand (n + 2, b, 3, a);
  loess_by_hand (n, 1, a, ones, how->low_pass.window, how->low_pass.degree, how->low_pass.jump, b);
  for (size_t i = 0; i < n; i++) {
    parts->season[i] = cycles[p + i] - b[i];
    rest[i] = values[i] - parts->season[i];
  }
  loess_by_hand (n, 1, rest, weights, how->trend.window, how->trend.degree, how->trend.jump,
                 parts->trend);
}

static const struct by_hand {
  const char *label;
  size_t n, period, window;
  unsigned every; /* one value in so many is missing */
} by_hand[] = {
  { "by hand, quarters", 60, 4, 7, 0 },
  { "by hand, periodic", 60, 12, 0, 0 },
  { "by hand, a season of two", 60, 2, 11, 0 },
  { "by hand, missing values", 60, 4, 7, 9 },
  { "by hand, missing values, periodic", 60, 12, 0, 7 },
  { "by hand, many missing values", 60, 4, 9, 3 },
  { "by hand, just over two seasons", 25, 12, 13, 0 },
};

static void
is_what_the_paper_says (void **state)
{
  const struct by_hand *row = *state;
  KernelStl how = kernel_stl_defaults (row->n, row->period, row->window, false);
  double values[60], weights[60];
  Parts want = { 0 }, got;

  how.is_periodic = false;
  for (size_t i = 0; i < row->n; i++) {
    const bool is_missing = row->every && i % row->every == 2;
    values[i] = is_missing ? NAN : nottem[i];
    weights[i] = !is_missing;
  }
  pass_by_hand (row->n, values, weights, &how, &want);
  pass_by_hand (row->n, values, weights, &how, &want);
  assert_int_equal (take_apart (row->n, values, &how, &got), KERNEL_OK);
  for (size_t i = 0; i < row->n; i++) {
    assert_near (got.season[i], want.season[i], 1e-11);
    assert_near (got.trend[i], want.trend[i], 1e-11);
    assert_near (got.remainder[i], values[i] - want.season[i] - want.trend[i], 1e-11);
  }
}

/* A missing value has a season and a trend, and no remainder; the fit barely minds. */
static void
tolerates_missing_periods (void **state)
{
  KernelStl how = kernel_stl_defaults (60, 12, 0, true);
  double values[60];
  Parts whole, holed;

  (void) state;
  memcpy (values, nottem, sizeof nottem);
  for (size_t i = 20; i < 26; i++)
    values[i] = NAN;
  values[0] = values[59] = NAN;
  assert_int_equal (take_apart (60, nottem, &how, &whole), KERNEL_OK);
  assert_int_equal (take_apart (60, values, &how, &holed), KERNEL_OK);
  for (size_t i = 0; i < 60; i++) {
    assert_true (isnan (holed.remainder[i]) == isnan (values[i]));
    assert_near (holed.season[i], whole.season[i], 2);
    assert_near (holed.trend[i], whole.trend[i], 2);
  }
}

static void
makes_every_season_the_same_if_asked (void **state)
{
  KernelStl how = kernel_stl_defaults (60, 12, 0, false);
  Parts parts;

  (void) state;
  assert_int_equal (take_apart (60, nottem, &how, &parts), KERNEL_OK);
  for (size_t i = 12; i < 60; i++)
    assert_near (parts.season[i], parts.season[i - 12], 0);
}

/* One wild value must not move a robust fit of the others. */
static void
holds_against_a_wild_value (void **state)
{
  KernelStl how = kernel_stl_defaults (60, 12, 0, true);
  double values[60];
  Parts plain, wild;

  (void) state;
  memcpy (values, nottem, sizeof nottem);
  values[30] = 900;
  assert_int_equal (take_apart (60, nottem, &how, &plain), KERNEL_OK);
  assert_int_equal (take_apart (60, values, &how, &wild), KERNEL_OK);
  for (size_t i = 0; i < 60; i++) {
    if (i != 30)
      assert_near (wild.season[i] + wild.trend[i], plain.season[i] + plain.trend[i], 5);
  }
}

/* What was observed of one position weighs nothing in the end, so that nothing can be said
 * of it: no number is made up, and none is passed on that is none.
 */
static void
says_what_weighs_nothing (void **state)
{
  const double values[] = { 1, NAN, 1, 1, 1, 2, 2, 1, 1, 2, 2, 1, NAN };
  KernelStl how = kernel_stl_defaults (LENGTH (values), 4, 0, true);
  Parts parts;

  (void) state;
  assert_int_equal (take_apart (LENGTH (values), values, &how, &parts), KERNEL_ERR_TOO_SHORT);
}

/* A constant has no season, and its robust weights rest on a spread of 0. */
static void
makes_nothing_of_a_constant (void **state)
{
  double values[60];
  Parts parts;

  (void) state;
  for (size_t i = 0; i < 60; i++)
    values[i] = 4.5;
  for (int robust = 0; robust < 2; robust++) {
    KernelStl how = kernel_stl_defaults (60, 4, 7, robust);

    assert_int_equal (take_apart (60, values, &how, &parts), KERNEL_OK);
    for (size_t i = 0; i < 60; i++) {
      assert_near (parts.season[i], 0, 1e-12);
      assert_near (parts.trend[i], 4.5, 1e-12);
      assert_near (parts.remainder[i], 0, 1e-12);
    }
  }
}

static void
chooses_what_r_chooses (void **state)
{
  const KernelStl seven = kernel_stl_defaults (60, 12, 7, false);
  const KernelStl periodic = kernel_stl_defaults (60, 12, 0, true);
  const KernelStl even = kernel_stl_defaults (60, 4, 10, false);

  (void) state;
  assert_int_equal (seven.season.window, 7);
  assert_int_equal (seven.trend.window, 23);
  assert_int_equal (seven.low_pass.window, 13);
  assert_int_equal (seven.season.jump, 1);
  assert_int_equal (seven.trend.jump, 3);
  assert_int_equal (seven.low_pass.jump, 2);
  assert_int_equal (seven.n_inner, 2);
  assert_int_equal (seven.n_outer, 0);
  assert_false (seven.is_periodic);
  assert_int_equal (periodic.season.window, 601);
  assert_int_equal (periodic.season.jump, 61);
  assert_int_equal (periodic.trend.window, 19);
  assert_int_equal (periodic.n_inner, 1);
  assert_int_equal (periodic.n_outer, 15);
  assert_true (periodic.is_periodic);
  assert_int_equal (even.season.window, 11);
  assert_int_equal (even.season.jump, 1);
}

static const struct refused {
  const char *label;
  size_t n, period;
  size_t missing_from; /* of every season */
  double value;
  size_t n_inner;
  KernelStatus status;
} refused[] = {
  { "refuses two seasons", 24, 12, 99, 1, 2, KERNEL_ERR_TOO_SHORT },
  { "refuses a season longer than the series", 24, 40, 99, 1, 2, KERNEL_ERR_TOO_SHORT },
  { "refuses nothing", 0, 4, 99, 1, 2, KERNEL_ERR_TOO_SHORT },
  { "refuses a season of one", 24, 1, 99, 1, 2, KERNEL_ERR_PARAMETER },
  { "refuses no pass", 24, 4, 99, 1, 0, KERNEL_ERR_PARAMETER },
  { "refuses an infinite value", 24, 4, 99, -INFINITY, 2, KERNEL_ERR_DOMAIN },
  { "refuses a position that was never observed", 24, 4, 3, 1, 2, KERNEL_ERR_TOO_SHORT },
};

static void
refuses_and_leaves_output_alone (void **state)
{
  const struct refused *row = *state;
  KernelStl how = kernel_stl_defaults (row->n, row->period, 7, false);
  double values[24];
  Parts parts = { .season = { -7 }, .trend = { -7 }, .remainder = { -7 } };

  how.n_inner = row->n_inner;
  for (size_t i = 0; i < 24; i++)
    values[i] = i % row->period >= row->missing_from ? NAN : 5;
  values[3] = row->missing_from > 24 ? row->value : values[3];
  assert_int_equal (
      kernel_stl (row->n, values, &how, workspace, parts.season, parts.trend, parts.remainder),
      row->status);
  assert_near (parts.season[0], -7, 0);
  assert_near (parts.trend[0], -7, 0);
  assert_near (parts.remainder[0], -7, 0);
}

int
main (void)
{
  struct CMUnitTest
      tests[LENGTH (known) + LENGTH (shared) + LENGTH (by_hand) + LENGTH (refused) + 6];
  size_t n = 0;

  n += add_rows (&tests[n], gives_known_answer, known, LENGTH (known), sizeof *known);
  n += add_rows (&tests[n], gives_what_r_printed, shared, LENGTH (shared), sizeof *shared);
  n += add_rows (&tests[n], is_what_the_paper_says, by_hand, LENGTH (by_hand), sizeof *by_hand);
  n += add_rows (&tests[n], refuses_and_leaves_output_alone, refused, LENGTH (refused),
                 sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tolerates_missing_periods);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (makes_every_season_the_same_if_asked);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (holds_against_a_wild_value);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (makes_nothing_of_a_constant);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_what_weighs_nothing);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (chooses_what_r_chooses);

  return cmocka_run_group_tests_name ("kernel/stl", tests, NULL, NULL);
}
