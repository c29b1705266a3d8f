/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/versions.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 9

/* Python with 30 digits for the ratio, SciPy (binomtest) and NumPy (corrcoef); the rest by hand. */
static const struct known {
  const char *label;
  size_t n;
  double earlier[MOST], later[MOST];
  KernelVersions wanted;
} known[] = {
  { "eight and a gap",
    9,
    { 80, 82, 79, 85, NAN, 81, 83, 78, 84 },
    { 81, 84, 79.5, 85, 80, 83, 84, 77, 86 },
    { 8, 0.9375, 1.1875, 2, 1, 6, 1, 0.125, 1.011291267728696, 1.0001692727660246,
      1.0225369405280276, 0.39022085511978294, 0.6707138512103548 } },
  { "nothing changed",
    3,
    { 1, 2, 3 },
    { 1, 2, 3 },
    { 3, 0, 0, 0, 0, 0, 0, NAN, 1, 1, 1, NAN, NAN } },
  { "twice as many",
    3,
    { 1, 2, 4 },
    { 2, 4, 8 },
    { 3, 7 / 3., 7 / 3., 4, 2, 3, 0, 0.25, 2, 2, 2, 1, 1 } },
  { "one", 1, { 4 }, { 5 }, { 1, 1, 1, 1, 0, 1, 0, 1, 1.25, NAN, NAN, NAN, NAN } },
  { "from nothing", 2, { 0, 2 }, { 1, 2 }, { 2, 0.5, 0.5, 1, 0, 1, 0, 1, NAN, NAN, NAN, -1, -1 } },
  { "down is largest",
    3,
    { 5, 5, 5 },
    { 6, 1, 5 },
    { 3, -1, 5 / 3., -4, 1, 1, 1, 1, 0.6213449, 0.0, 0.0, NAN, 1 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const KernelVersions *wanted = &row->wanted;
  KernelVersions got;

  assert_int_equal (kernel_versions (row->n, row->earlier, row->later, 0.95, &got), KERNEL_OK);
  assert_int_equal (got.n, wanted->n);
  assert_near (got.mean, wanted->mean, 1e-14);
  assert_near (got.mean_size, wanted->mean_size, 1e-14);
  assert_near (got.largest, wanted->largest, 0);
  assert_int_equal (got.at_largest, wanted->at_largest);
  assert_int_equal (got.n_up, wanted->n_up);
  assert_int_equal (got.n_down, wanted->n_down);
  assert_near (got.chance, wanted->chance, 1e-14);
  assert_near (got.with_earlier, wanted->with_earlier, 1e-12);
  assert_near (got.with_later, wanted->with_later, 1e-12);
  if (wanted->ratio_low == 0)
    return;
  assert_near (got.ratio, wanted->ratio, 1e-14);
  assert_near (got.ratio_low, wanted->ratio_low, 1e-13);
  assert_near (got.ratio_high, wanted->ratio_high, 1e-13);
}

static void
refuses (void **state)
{
  static const double some[] = { 1, 2 }, none[] = { NAN, NAN }, infinite[] = { 1, INFINITY };
  KernelVersions got;

  assert_int_equal (kernel_versions (2, some, some, 0, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_versions (2, some, some, 1, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_versions (2, some, none, 0.9, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_versions (0, some, some, 0.9, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_versions (2, some, infinite, 0.9, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_versions (2, infinite, some, 0.9, &got), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses);

  return cmocka_run_group_tests_name ("kernel/versions", tests, NULL, NULL);
}
