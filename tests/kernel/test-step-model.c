/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/step-model.h"

#include "support/near.h"
#include "support/rows.h"

#include <math.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 48
#define NONE MOST

static void
fill (size_t n, size_t at, size_t missing, double *values)
{
  for (size_t i = 0; i < n; i++)
    values[i] =
        (double) ((i * i * 37 + i * 7919) % 101) / 10 + 0.05 * (double) i + (i >= at ? 2 : 0);
  if (missing != NONE)
    values[missing] = NAN;
}

/* numpy 2.4: least squares of a dummy a month, and the step; scipy 1.17, 2 * stats.t.sf (|t|, df).
 */
static const struct same {
  const char *label;
  size_t n, at;
  unsigned season;
  size_t missing;
  double t;
  size_t freedom;
} sames[] = {
  { "two years", 24, 12, 12, NONE, 1.206670799202765, 11 },
  { "eighteen months", 18, 9, 12, NONE, 1.8931579409004111, 5 },
  { "one missing", 30, 20, 12, 3, 1.244025949712655, 16 },
  { "quarters", 20, 9, 4, NONE, 2.0440531078271276, 15 },
};

/* The step's t, between the same times of the year. */
static double
compare (size_t n, const double *values, size_t at, unsigned season, size_t *freedom)
{
  double columns[KERNEL_STEP_MOST_COLUMNS * MOST], series[MOST], share, spread;
  KernelStepModel model;

  assert_int_equal (kernel_step_same_season (n, values, at, season, columns, &model), KERNEL_OK);
  assert_int_equal (kernel_step_fit (&model, series, &share, &spread), KERNEL_OK);
  *freedom = model.n_used - model.n_columns;

  return share / spread;
}

static void
compares_the_same_months (void **state)
{
  const struct same *row = *state;
  double values[MOST];
  size_t freedom;

  fill (row->n, row->at, row->missing, values);
  assert_near (compare (row->n, values, row->at, row->season, &freedom), row->t, 1e-11);
  assert_int_equal (freedom, row->freedom);
}

/* Whatever season is added, the step between the same months is what it was. */
static void
sees_no_season (void **state)
{
  double values[MOST], before;
  size_t freedom;

  (void) state;
  fill (30, 14, NONE, values);
  before = compare (30, values, 14, 12, &freedom);
  for (size_t i = 0; i < 30; i++)
    values[i] += 50 * (double) ((i % 12) * (i % 12) * 5 % 13);
  assert_near (compare (30, values, 14, 12, &freedom), before, 1e-9);
}

static void
refuses_what_has_no_same_months (void **state)
{
  double columns[KERNEL_STEP_MOST_COLUMNS * MOST], series[MOST], values[MOST], share, spread;
  KernelStepModel model;

  (void) state;
  fill (24, 12, NONE, values);
  assert_int_equal (kernel_step_same_season (12, values, 6, 12, columns, &model),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_step_same_season (13, values, 6, 12, columns, &model),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_step_same_season (14, values, 6, 12, columns, &model), KERNEL_OK);
  for (size_t i = 0; i < 24; i++)
    values[i] = (double) (i % 12) + (i >= 12 ? 1 : 0);
  assert_int_equal (kernel_step_same_season (24, values, 12, 12, columns, &model), KERNEL_OK);
  assert_int_equal (kernel_step_fit (&model, series, &share, &spread), KERNEL_ERR_DOMAIN);
}

/* How many columns of a season there are. */
static const struct model {
  const char *label;
  size_t n, at;
  unsigned season;
  double wave;
  size_t n_season, n_columns;
} models[] = {
  { "years", 20, 9, 1, 9, 0, 4 },
  { "months, nothing round", 36, 17, 12, 0, 0, 4 },
  { "months, a wave", 36, 17, 12, 6, 4, 8 },
  { "fewer than two years, a wave", 23, 10, 12, 6, 2, 6 },
  { "months of four years", 48, 17, 12, 0, 11, 15 },
  { "months of less", 47, 17, 12, 9, 4, 8 },
  { "quarters, nothing round", 20, 9, 4, 0, 3, 7 },
  { "days of the week", 18, 8, 7, 0, 6, 10 },
};

static void
takes_a_season_off (void **state)
{
  const struct model *row = *state;
  const KernelStepAsked asked = { row->at, row->season, false };
  double columns[KERNEL_STEP_MOST_COLUMNS * MOST], series[MOST], values[MOST];
  KernelStepModel model;

  fill (row->n, row->at, NONE, values);
  for (size_t i = 0; i < row->n; i++)
    values[i] += row->wave * sin (2 * 3.14159265358979323846 * (double) (i + 2) / row->season);
  assert_int_equal (kernel_step_model (row->n, values, &asked, columns, series, &model), KERNEL_OK);
  assert_int_equal (model.n_season, row->n_season);
  assert_int_equal (model.n_columns, row->n_columns);
}

int
main (void)
{
  struct CMUnitTest tests[2 + LENGTH (sames) + LENGTH (models)] = {
    cmocka_unit_test (sees_no_season),
    cmocka_unit_test (refuses_what_has_no_same_months),
  };
  size_t n = 2;

  n += add_rows (tests + n, compares_the_same_months, sames, LENGTH (sames), sizeof *sames);
  add_rows (tests + n, takes_a_season_off, models, LENGTH (models), sizeof *models);

  return cmocka_run_group_tests_name ("kernel/step-model", tests, NULL, NULL);
}
