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
#define MOST 60

/* Of y[i] = ((37 i² + 7919 i) mod 101) / 10 + i / 20 and 2 from the step on: numpy 1.24, by
 * numpy.linalg.inv of the products of the design.
 */
static const struct known {
  const char *label;
  size_t n, at;
  unsigned season;
  bool is_slope;
  size_t lag, missing[2], n_missing;
  size_t n_used;
  double estimate, error, robust, r;
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
    -0.455773476208158 },
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
    -0.455773476208158 },
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
    -0.0959808415542649 },
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
    -0.170618136189606 },
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
    -0.170618136189606 },
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
    -0.188044312216305 },
  { "missing months of four years",
    49,
    30,
    12,
    false,
    0,
    { 5, 41 },
    2,
    47,
    3.16115021934803,
    1.73096327860592,
    1.86068138708871,
    -0.142242989126767 },
};

static void
fill (const struct known *row, double *values)
{
  for (size_t i = 0; i < row->n; i++)
    values[i] =
        (double) ((i * i * 37 + i * 7919) % 101) / 10 + 0.05 * (double) i + (i >= row->at ? 2 : 0);
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
  double noise[MOST];

  kernel_random_normal (&seed, MOST, noise);
  for (size_t i = 0; i < MOST; i++)
    values[i] = noise[i] + (i > 0 ? rho * values[i - 1] : 0);
  for (size_t i = 30; i < MOST; i++)
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
    assert_int_equal (kernel_known_step (MOST, values, 30, 1, 9, seed, work, &found), KERNEL_OK);
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
  assert_int_equal (kernel_known_step (MOST, values, 30, 1, 999, 1, work, &found), KERNEL_OK);
  assert_near (found.chance, 0.001, 1e-15);
  assert_int_equal (kernel_known_step (MOST, values, 30, 1, 999, 1, work, &again), KERNEL_OK);
  assert_near (again.chance, found.chance, 0);
  assert_near (again.rho, found.rho, 0);
  make (4, 0.3, 0, values);
  assert_int_equal (kernel_known_step (MOST, values, 30, 1, 999, 1, work, &found), KERNEL_OK);
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
  for (size_t i = 0; i < MOST; i++)
    values[i] = (i % 2 ? 1 : -1) * (i % 4 < 2 ? 1 : -1) + (i >= 30 ? 1.0 : 0) +
                (double) (i * 7919 % 11) / 40;
  assert_int_equal (kernel_known_step (MOST, values, 30, 1, 9999, 1, work, &found), KERNEL_OK);
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
  assert_int_equal (kernel_known_step (MOST, values, 30, 1, 999, 1, work, &usual), KERNEL_OK);
  make (4, 0.9, 0, values);
  assert_int_equal (kernel_known_step (MOST, values, 30, 1, 999, 1, work, &alike), KERNEL_OK);
  assert_true (usual.rho <= KERNEL_STEP_ALIKE && alike.rho > KERNEL_STEP_ALIKE);
  assert_near (usual.rare, KERNEL_STEP_RARE, 0);
  assert_near (alike.rare, KERNEL_STEP_RARE_OF_ALIKE, 0);
  assert_true (alike.smallest / alike.error > 1.5 * usual.smallest / usual.error);
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
  assert_int_equal (kernel_known_step (MOST, values, 7, 1, 9, 1, work, &found),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_known_step (MOST, values, 8, 1, 9, 1, work, &found), KERNEL_OK);
  assert_int_equal (kernel_known_step (MOST, values, 53, 1, 9, 1, work, &found),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_known_step (MOST, values, 52, 1, 9, 1, work, &found), KERNEL_OK);
  assert_int_equal (kernel_known_step (MOST, values, 30, 1, 0, 1, work, &found),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (
      kernel_known_step (MOST, values, 30, 1, KERNEL_STEP_MOST_DRAWS + 1, 1, work, &found),
      KERNEL_ERR_PARAMETER);
  values[55] = NAN;
  assert_int_equal (kernel_step_estimate (MOST, values, 52, 1, false, 0, work, &estimate),
                    KERNEL_ERR_TOO_SHORT);
  for (int constant = 0; constant <= 7; constant += 7) {
    for (size_t i = 0; i < MOST; i++)
      values[i] = constant;
    assert_int_equal (kernel_known_step (MOST, values, 30, 1, 9, 1, work, &found),
                      KERNEL_ERR_DOMAIN);
  }
  free (work);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 5] = {
    cmocka_unit_test (asks_more_where_neighbours_are_alike),
    cmocka_unit_test (finds_how_alike_neighbours_are),
    cmocka_unit_test (says_the_chance),
    cmocka_unit_test (agrees_with_student_where_nothing_is_alike),
    cmocka_unit_test (refuses_what_it_cannot_look_at),
  };

  add_rows (tests + 5, gives_known_estimate, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/known-step", tests, NULL, NULL);
}
