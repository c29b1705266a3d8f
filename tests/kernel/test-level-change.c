/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/level-change.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <math.h>

#define MOST 16
#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* The formula in NumPy, the chance from scipy.stats.t (SciPy 1.10). */
static const struct known {
  const char *label;
  size_t n_before, n_after;
  double before[MOST], after[MOST];
  double mean_before, mean_after, r, error;
  unsigned freedom;
  double chance;
} known[] = {
  { "re-referrals of a council",
    12,
    12,
    { 9.6, 17.1, 17.7, 20.7, 12.8, 18.5, 16.7, 21.0, 22.5, 17.0, 13.9, 16.3 },
    { 18, 23.5, 25, 24.6, 19.7, 26.6, 29.7, 25.4, 30.2, 27.7, 29.1, 25.2 },
    16.983333333333334,
    25.391666666666666,
    0.24902585228777466,
    1.9407427797661427,
    13,
    0.0008128182462591294 },
  { "the other way",
    12,
    12,
    { 18, 23.5, 25, 24.6, 19.7, 26.6, 29.7, 25.4, 30.2, 27.7, 29.1, 25.2 },
    { 9.6, 17.1, 17.7, 20.7, 12.8, 18.5, 16.7, 21.0, 22.5, 17.0, 13.9, 16.3 },
    25.391666666666666,
    16.983333333333334,
    0.24902585228777466,
    1.9407427797661427,
    13,
    0.0008128182462591294 },
  { "the same line twice",
    8,
    8,
    { 1, 2, 3, 4, 5, 6, 7, 8 },
    { 1, 2, 3, 4, 5, 6, 7, 8 },
    4.5,
    4.5,
    0.984375,
    13.80217374184226,
    1,
    1 },
  { "no more than nearly all is passed on",
    12,
    12,
    { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 },
    { 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 },
    6.5,
    6.5,
    0.99,
    20.76455312947203,
    1,
    1 },
  { "up and down: as if nothing were passed on",
    8,
    8,
    { 1, 3, 1, 3, 1, 3, 1, 3 },
    { 2, 4, 2, 4, 2, 4, 2, 4 },
    2,
    3,
    0,
    0.5345224838248488,
    14,
    0.08241787787947831 },
  { "some missing, the sides of different length",
    11,
    11,
    { 1, 1, NAN, 2, 2, 1, 1, 2, 3, 2, 2 },
    { 4, 5, NAN, NAN, 4, 4, 5, 3, 4, 4, 6 },
    1.7,
    4.333333333333333,
    0.1504217088375504,
    0.412115171544815,
    12,
    3.454223135820251e-05 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelLevelChange found;

  assert_int_equal (
      kernel_level_change (row->n_before, row->before, row->n_after, row->after, &found),
      KERNEL_OK);
  assert_near (found.before, row->mean_before, 1e-14 * row->mean_before);
  assert_near (found.after, row->mean_after, 1e-14 * row->mean_after);
  assert_near (found.r, row->r, 1e-13);
  assert_near (found.error, row->error, 1e-13 * row->error);
  assert_int_equal (found.freedom, row->freedom);
  assert_near (found.chance, row->chance, 1e-11 * row->chance);
}

static const double varied[MOST] = { 1, 2, 1, 3, 1, 2, 2, 1, 3, 1, 2, 1, 3, 2, 1, 2 };
static const double flat[MOST] = { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 };
static const double gapped[MOST] = { 1, 2, 1, 3, NAN, 2, 2, 1, 3 };

static const struct refused {
  const char *label;
  size_t n_before, n_after;
  const double *before, *after;
  KernelStatus status;
} refused[] = {
  { "eight and eight are enough", 8, 8, varied, varied, KERNEL_OK },
  { "seven before", 7, 8, varied, varied, KERNEL_ERR_TOO_SHORT },
  { "seven after", 8, 7, varied, varied, KERNEL_ERR_TOO_SHORT },
  { "missing values do not count", 8, 8, gapped, varied, KERNEL_ERR_TOO_SHORT },
  { "eight that are there", 9, 8, gapped, varied, KERNEL_OK },
  { "none at all", 0, 0, varied, varied, KERNEL_ERR_TOO_SHORT },
  { "nothing varies", 8, 8, flat, flat, KERNEL_ERR_DOMAIN },
  { "one side varies", 8, 8, flat, varied, KERNEL_OK },
};

static void
needs_enough (void **state)
{
  const struct refused *row = *state;
  KernelLevelChange found = { .n_before = 99 };

  assert_int_equal (
      kernel_level_change (row->n_before, row->before, row->n_after, row->after, &found),
      row->status);
  assert_int_equal (found.n_before == 99, row->status != KERNEL_OK);
}

/* Of another unit, and from another zero, it is the same change. */
static void
does_not_mind_the_unit (void **state)
{
  uint64_t seed = 3;

  (void) state;
  for (int i = 0; i < 500; i++) {
    double noise[2 * MOST], other[2 * MOST];
    KernelLevelChange want, got;

    kernel_random_normal (&seed, 2 * MOST, noise);
    for (size_t k = 0; k < 2 * MOST; k++)
      other[k] = 100 - 7 * noise[k];
    assert_int_equal (kernel_level_change (MOST, noise, MOST, noise + MOST, &want), KERNEL_OK);
    assert_int_equal (kernel_level_change (MOST, other, MOST, other + MOST, &got), KERNEL_OK);
    assert_near (got.chance, want.chance, 1e-9);
    assert_near (got.after - got.before, -7 * (want.after - want.before), 1e-9);
    assert_true (want.chance >= 0 && want.chance <= 1);
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (refused) + 1] = {
    cmocka_unit_test (does_not_mind_the_unit),
  };
  size_t n = 1;

  n += add_rows (tests + n, gives_known_answer, known, LENGTH (known), sizeof *known);
  add_rows (tests + n, needs_enough, refused, LENGTH (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("kernel/level-change", tests, NULL, NULL);
}
