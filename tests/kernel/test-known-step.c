/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/known-step.h"

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdlib.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 70
#define N 60

/* Of y[i] = ((37 i² + 7919 i) mod 101) / 10 + i / 20 + wave sin (2 pi (i + 2) / season) and 2 from
 * the step on: numpy 1.24 and 2.4, by numpy.linalg.inv of the products of the design; waves where
 * scipy.stats.f says so.
 */
static const struct known {
  const char *label;
  size_t n, at;
  unsigned season;
  bool is_slope;
  size_t lag, missing[2], n_missing;
  size_t n_used;
  double estimate, error, robust, r;
  double wave;
  size_t n_season;
} known[] = {
  { "a step in years",
    20,
    9,
    1,
    false,
    0,
    { 0 },
    0,
    20,
    -0.383080808080802,
    2.63367704525245,
    2.06647039220538,
    -0.455773476208158,
    0,
    0 },
  { "its slope",
    20,
    9,
    1,
    true,
    3,
    { 0 },
    0,
    20,
    -0.541060606060605,
    0.459557862605452,
    0.249928323416449,
    -0.455773476208158,
    0,
    0 },
  { "three years of months",
    36,
    17,
    12,
    false,
    4,
    { 0 },
    0,
    36,
    0.622128482972141,
    2.10074267710766,
    1.93261178282609,
    -0.0959808415542649,
    0,
    0 },
  { "five years of months",
    60,
    30,
    12,
    false,
    12,
    { 0 },
    0,
    60,
    2.57453357100416,
    1.46430237081825,
    0.903751014374109,
    -0.170618136189606,
    0,
    11 },
  { "their slope",
    60,
    30,
    12,
    true,
    12,
    { 0 },
    0,
    60,
    0.026844919786096,
    0.082910870514231,
    0.0492377608792545,
    -0.170618136189606,
    0,
    11 },
  { "missing values",
    60,
    30,
    12,
    false,
    2,
    { 5, 41 },
    2,
    58,
    3.22482720992664,
    1.47134420758373,
    1.19456489085263,
    -0.188044312216305,
    0,
    11 },
  { "missing months of four years",
    49,
    30,
    12,
    false,
    0,
    { 5, 41 },
    2,
    47,
    2.9590349906388282,
    1.7125654375328232,
    1.670909447664714,
    -0.31362027466878317,
    0,
    4 },
  { "two years and a half, a wave",
    30,
    14,
    12,
    false,
    2,
    { 0 },
    0,
    30,
    0.004500355702213188,
    2.4663466965457586,
    2.2266491690588626,
    -0.3172063819172233,
    6,
    4 },
  { "less than two years, a wave",
    22,
    10,
    12,
    false,
    0,
    { 0 },
    0,
    22,
    6.31425993999612,
    4.342148566000248,
    3.5646184164670136,
    -0.4583096131658092,
    6,
    2 },
  { "their slope beside a wave",
    22,
    10,
    12,
    true,
    0,
    { 0 },
    0,
    22,
    -0.34214193787477987,
    0.43922983092883844,
    0.5083437094399554,
    -0.4583096131658145,
    6,
    2 },
  { "quarters",
    20,
    9,
    4,
    false,
    3,
    { 7 },
    1,
    19,
    -0.0232271762207783,
    3.031964508468586,
    1.8620442398895258,
    -0.5483602238857688,
    0,
    3 },
  { "days of the week",
    18,
    8,
    7,
    false,
    0,
    { 0 },
    0,
    18,
    -0.7000365052324335,
    2.4297132348200288,
    2.3107693943463654,
    -0.018799385585436562,
    0,
    6 },
  { "weeks, a wave",
    70,
    30,
    52,
    false,
    2,
    { 0 },
    0,
    70,
    4.495246951801396,
    2.099806902624383,
    1.8514725093168525,
    -0.19561652684790565,
    6,
    2 },
  { "half-years",
    16,
    8,
    2,
    false,
    0,
    { 0 },
    0,
    16,
    1.348095238095243,
    2.623339909046519,
    2.4524756099507634,
    -0.29425146539144625,
    0,
    1 },
};

static void
fill (const struct known *row, double *values)
{
  for (size_t i = 0; i < row->n; i++)
    values[i] = (double) ((i * i * 37 + i * 7919) % 101) / 10 + 0.05 * (double) i +
                (i >= row->at ? 2 : 0) +
                row->wave * sin (2 * 3.14159265358979323846 * (double) (i + 2) / row->season);
  for (size_t k = 0; k < row->n_missing; k++)
    values[row->missing[k]] = NAN;
}

static void
gives_known_estimate (void **state)
{
  const struct known *row = *state;
  double *work = malloc (KERNEL_STEP_WORK (MOST) * sizeof *work), values[MOST];
  KernelStepEstimate found;
  KernelKnownStep step;

  fill (row, values);
  assert_int_equal (kernel_step_estimate (row->n, values, row->at, row->season, row->is_slope,
                                          row->lag, work, &found),
                    KERNEL_OK);
  assert_near (found.estimate, row->estimate, 1e-11);
  assert_near (found.error, row->error, 1e-11);
  assert_near (found.robust, row->robust, 1e-11);

  assert_int_equal (kernel_known_step (row->n, values, row->at, row->season, 99, 3, work, &step),
                    KERNEL_OK);
  assert_int_equal (step.n_used, row->n_used);
  assert_int_equal (step.n_season, row->n_season);
  assert_near (step.r, row->r, 1e-11);
  if (!row->is_slope) {
    assert_near (step.level, row->estimate, 1e-11);
    assert_near (step.error, row->error, 1e-11);
    assert_near (step.t, row->estimate / row->error, 1e-10);
  }
  free (work);
}

static void
make (uint64_t seed, double rho, double step, double *values)
{
  double noise[N];

  kernel_random_normal (&seed, N, noise);
  for (size_t i = 0; i < N; i++)
    values[i] = noise[i] + (i > 0 ? rho * values[i - 1] : 0);
  for (size_t i = 30; i < N; i++)
    values[i] += step;
}

/* Residuals are less alike than what they come from; on average the calibration makes up for
 * that.
 */
static void
finds_how_alike_neighbours_are (void **state)
{
  double *work = malloc (KERNEL_STEP_WORK (MOST) * sizeof *work), values[MOST];
  double raw = 0, mended = 0;

  (void) state;
  for (uint64_t seed = 1; seed <= 40; seed++) {
    KernelKnownStep found;

    make (seed, 0.5, 0, values);
    assert_int_equal (kernel_known_step (N, values, 30, 1, 9, seed, work, &found), KERNEL_OK);
    raw += found.r / 40;
    mended += found.rho / 40;
  }
  assert_near (raw, 0.37, 0.06);
  assert_near (mended, 0.5, 0.07);
  free (work);
}

static void
says_the_chance (void **state)
{
  double *work = malloc (KERNEL_STEP_WORK (MOST) * sizeof *work), values[MOST];
  KernelKnownStep found, again;

  (void) state;
  make (4, 0.3, 6, values);
  assert_int_equal (kernel_known_step (N, values, 30, 1, 999, 1, work, &found), KERNEL_OK);
  assert_near (found.chance, 0.001, 1e-15);
  assert_int_equal (kernel_known_step (N, values, 30, 1, 999, 1, work, &again), KERNEL_OK);
  assert_near (again.chance, found.chance, 0);
  assert_near (again.rho, found.rho, 0);
  make (4, 0.3, 0, values);
  assert_int_equal (kernel_known_step (N, values, 30, 1, 999, 1, work, &found), KERNEL_OK);
  assert_true (found.chance > 0.05 && found.chance <= 1);
  free (work);
}

/* A chance of white noise is that of Student's t: R, 2 * pt (-abs (t), n - 4). */
static void
agrees_with_student_where_nothing_is_alike (void **state)
{
  double *work = malloc (KERNEL_STEP_WORK (MOST) * sizeof *work), values[MOST];
  KernelKnownStep found;

  (void) state;
  for (size_t i = 0; i < N; i++)
    values[i] = (i % 2 ? 1 : -1) * (i % 4 < 2 ? 1 : -1) + (i >= 30 ? 1.0 : 0) +
                (double) (i * 7919 % 11) / 40;
  assert_int_equal (kernel_known_step (N, values, 30, 1, 9999, 1, work, &found), KERNEL_OK);
  assert_near (found.rho, 0, 0.12);
  assert_near (found.t, 1.80462807474381, 1e-9);
  assert_near (found.chance, 0.0765109281438, 0.03);
  assert_near (found.rare, 0.05, 0);
  assert_near (found.smallest, (2.00324 + 0.84 * 1.0182) * found.error, 0.25);
  free (work);
}

/* Of neighbours that are more alike a step is told of later, and only a larger one. */
static void
asks_more_where_neighbours_are_alike (void **state)
{
  double *work = malloc (KERNEL_STEP_WORK (MOST) * sizeof *work), values[MOST];
  KernelKnownStep usual, alike;

  (void) state;
  make (4, 0.2, 0, values);
  assert_int_equal (kernel_known_step (N, values, 30, 1, 999, 1, work, &usual), KERNEL_OK);
  make (4, 0.9, 0, values);
  assert_int_equal (kernel_known_step (N, values, 30, 1, 999, 1, work, &alike), KERNEL_OK);
  assert_true (usual.rho <= KERNEL_STEP_ALIKE && alike.rho > KERNEL_STEP_ALIKE);
  assert_near (usual.rare, KERNEL_STEP_RARE, 0);
  assert_near (alike.rare, KERNEL_STEP_RARE_OF_ALIKE, 0);
  assert_true (alike.smallest / alike.error > 1.5 * usual.smallest / usual.error);
  free (work);
}

/* Of two years with the same months as each other, a line up in each looks like a step down; also
 * where each month of the second is higher.
 */
static void
takes_a_season_for_no_step (void **state)
{
  double *work = malloc (KERNEL_STEP_WORK (MOST) * sizeof *work), values[MOST];
  KernelKnownStep found;

  (void) state;
  for (int higher = 0; higher <= 1; higher++) {
    for (size_t i = 0; i < 24; i++)
      values[i] = (double) (i % 12) + (i % 12 == 11 ? 20 : 0) + (i >= 12 ? 0.5 * higher : 0) +
                  (double) ((i * i * 37 + i * 7919) % 101) / 200;
    assert_int_equal (kernel_known_step (24, values, 12, 12, 999, 1, work, &found), KERNEL_OK);
    assert_true (found.chance <= found.rare && found.level < 0);
    assert_true (found.is_season);
    assert_int_equal (kernel_known_step (24, values, 12, 1, 999, 1, work, &found), KERNEL_OK);
    assert_true (found.chance <= found.rare);
    assert_false (found.is_season);
  }
  free (work);
}

/* Of five years the months' levels are taken off, and a line down hides no step up. */
static void
asks_no_more_of_five_years (void **state)
{
  double *work = malloc (KERNEL_STEP_WORK (MOST) * sizeof *work), values[MOST];
  KernelKnownStep found;

  (void) state;
  make (4, 0, 8, values);
  for (size_t i = 0; i < N; i++)
    values[i] -= 0.5 * (double) i;
  assert_int_equal (kernel_known_step (N, values, 30, 12, 999, 1, work, &found), KERNEL_OK);
  assert_true (found.chance <= found.rare && found.level > 0);
  assert_false (found.is_season);
  free (work);
}

static void
refuses_what_it_cannot_look_at (void **state)
{
  double *work = malloc (KERNEL_STEP_WORK (MOST) * sizeof *work), values[MOST];
  KernelKnownStep found;
  KernelStepEstimate estimate;

  (void) state;
  make (1, 0, 0, values);
  assert_int_equal (kernel_known_step (N, values, 7, 1, 9, 1, work, &found), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_known_step (N, values, 8, 1, 9, 1, work, &found), KERNEL_OK);
  assert_int_equal (kernel_known_step (N, values, 53, 1, 9, 1, work, &found), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_known_step (N, values, 52, 1, 9, 1, work, &found), KERNEL_OK);
  assert_int_equal (kernel_known_step (N, values, 30, 1, 0, 1, work, &found), KERNEL_ERR_PARAMETER);
  assert_int_equal (
      kernel_known_step (N, values, 30, 1, KERNEL_STEP_MOST_DRAWS + 1, 1, work, &found),
      KERNEL_ERR_PARAMETER);
  values[55] = NAN;
  assert_int_equal (kernel_step_estimate (N, values, 52, 1, false, 0, work, &estimate),
                    KERNEL_ERR_TOO_SHORT);
  for (int constant = 0; constant <= 7; constant += 7) {
    for (size_t i = 0; i < N; i++)
      values[i] = constant;
    assert_int_equal (kernel_known_step (N, values, 30, 1, 9, 1, work, &found), KERNEL_ERR_DOMAIN);
  }
  free (work);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 7] = {
    cmocka_unit_test (asks_more_where_neighbours_are_alike),
    cmocka_unit_test (finds_how_alike_neighbours_are),
    cmocka_unit_test (says_the_chance),
    cmocka_unit_test (agrees_with_student_where_nothing_is_alike),
    cmocka_unit_test (takes_a_season_for_no_step),
    cmocka_unit_test (asks_no_more_of_five_years),
    cmocka_unit_test (refuses_what_it_cannot_look_at),
  };

  add_rows (tests + 7, gives_known_estimate, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/known-step", tests, NULL, NULL);
}
