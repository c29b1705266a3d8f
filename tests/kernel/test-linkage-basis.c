/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage-basis.h"

#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 40

/* Residuals of y[i] = ((37 i² + 7919 i) mod 101) / 10: numpy.linalg.lstsq, numpy 1.24. */
static const struct known {
  const char *label;
  size_t n;
  unsigned season;
  bool is_differenced;
  size_t events[2], n_events, missing[2], n_missing;
  size_t n_plain, n_columns;
  double middle, squares;
} known[] = {
  { "months of three years",
    36,
    12,
    false,
    { 0 },
    0,
    { 0 },
    0,
    13,
    13,
    -5.06666666666667,
    237.798333333333 },
  { "changes of them",
    36,
    12,
    true,
    { 0 },
    0,
    { 0 },
    0,
    12,
    12,
    -6.73333333333334,
    503.393333333333 },
  { "two years", 24, 12, false, { 0 }, 0, { 0 }, 0, 6, 6, 2.39205550417315, 164.705140673695 },
  { "eighteen months",
    18,
    12,
    false,
    { 0 },
    0,
    { 0 },
    0,
    2,
    2,
    -1.80811833505332,
    97.6004196766426 },
  { "quarters", 16, 4, true, { 0 }, 0, { 0 }, 0, 4, 4, 4.44089209850063e-16, 161.345 },
  { "years", 15, 1, false, { 0 }, 0, { 0 }, 0, 2, 2, 2.98, 84.2284285714286 },
  { "missing rows",
    40,
    12,
    false,
    { 0 },
    0,
    { 3, 17 },
    2,
    13,
    13,
    -1.69999999999998,
    237.540757575758 },
  { "changes around missing rows",
    40,
    12,
    true,
    { 0 },
    0,
    { 3, 17 },
    2,
    12,
    12,
    3.77475828372553e-15,
    466.139166666667 },
  { "two events",
    36,
    12,
    false,
    { 5, 6 },
    2,
    { 0 },
    0,
    13,
    15,
    -4.65714285714265,
    205.765714285714 },
  { "an event among changes",
    30,
    1,
    true,
    { 29 },
    1,
    { 0 },
    0,
    1,
    2,
    0.092857142857143,
    532.518571428571 },
  { "an event that is not there",
    20,
    1,
    false,
    { 4 },
    1,
    { 4 },
    1,
    2,
    2,
    1.93740648379052,
    145.675910224439 },
};

static void
fill (const struct known *row, uint8_t *used, double *values)
{
  memset (used, 1, row->n);
  for (size_t k = 0; k < row->n_missing; k++)
    used[row->missing[k]] = 0;
  for (size_t i = 0; i < row->n; i++)
    values[i] = used[i] ? (double) ((i * i * 37 + i * 7919) % 101) / 10 : NAN;
  if (!row->is_differenced)
    return;
  for (size_t i = row->n; i-- > 0;)
    values[i] = i > 0 ? values[i] - values[i - 1] : NAN;
}

static size_t
middle_of (size_t n, const double *values)
{
  size_t n_there = 0, i = 0;

  for (size_t k = 0; k < n; k++)
    n_there += !isnan (values[k]);
  for (size_t left = n_there / 2; isnan (values[i]) || left > 0; i++)
    left -= !isnan (values[i]);

  return i;
}

static void
leaves_known_residuals (void **state)
{
  const struct known *row = *state;
  uint8_t used[MOST];
  double values[MOST], columns[KERNEL_BASIS_MOST_COLUMNS * MOST], squares = 0;
  KernelBasis basis;
  const KernelBasisAsked asked = { row->n,        used,       row->season, row->is_differenced,
                                   row->n_events, row->events };

  fill (row, used, values);
  assert_int_equal (kernel_linkage_basis (&asked, columns, &basis), KERNEL_OK);
  assert_int_equal (basis.n_plain, row->n_plain);
  assert_int_equal (basis.n_columns, row->n_columns);
  kernel_basis_take_off (&basis, values);
  assert_near (values[middle_of (row->n, values)], row->middle, 1e-12);
  for (size_t i = 0; i < row->n; i++)
    squares += isnan (values[i]) ? 0 : values[i] * values[i];
  assert_near (squares, row->squares, 1e-11 * row->squares);
}

static void
is_orthonormal (void **state)
{
  const struct known *row = *state;
  uint8_t used[MOST];
  double values[MOST], columns[KERNEL_BASIS_MOST_COLUMNS * MOST];
  KernelBasis basis;
  const KernelBasisAsked asked = { row->n,        used,       row->season, row->is_differenced,
                                   row->n_events, row->events };

  fill (row, used, values);
  assert_int_equal (kernel_linkage_basis (&asked, columns, &basis), KERNEL_OK);
  for (size_t a = 0; a < basis.n_columns; a++) {
    for (size_t b = 0; b <= a; b++) {
      double product = 0;

      for (size_t i = 0; i < row->n; i++)
        product += columns[a * row->n + i] * columns[b * row->n + i];
      assert_near (product, a == b, 1e-14);
    }
  }
}

/* How often each member must have come. */
static const struct taken {
  const char *label;
  unsigned season;
  size_t n;
  KernelSeasonTaken taken;
} takens[] = {
  { "years have none", 1, 100, KERNEL_SEASON_ABSENT },
  { "months, three years", 12, 36, KERNEL_SEASON_WHOLE },
  { "months, one less", 12, 35, KERNEL_SEASON_PART },
  { "months, two years", 12, 24, KERNEL_SEASON_PART },
  { "months, less", 12, 23, KERNEL_SEASON_UNKNOWN },
  { "quarters, four years", 4, 16, KERNEL_SEASON_WHOLE },
  { "quarters, less", 4, 15, KERNEL_SEASON_PART },
  { "quarters, under two years", 4, 7, KERNEL_SEASON_UNKNOWN },
  { "halves", 2, 8, KERNEL_SEASON_WHOLE },
  { "days, four weeks", 7, 28, KERNEL_SEASON_WHOLE },
  { "days, two weeks", 7, 14, KERNEL_SEASON_PART },
  { "days, less", 7, 13, KERNEL_SEASON_UNKNOWN },
  { "weeks have no levels", 52, 1000, KERNEL_SEASON_PART },
  { "weeks, under two years", 52, 103, KERNEL_SEASON_UNKNOWN },
};

static void
needs_so_many (void **state)
{
  const struct taken *row = *state;

  assert_int_equal (kernel_season_taken (row->season, row->n), row->taken);
}

static void
refuses_events_beyond (void **state)
{
  static const size_t events[9] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
  double columns[KERNEL_BASIS_MOST_COLUMNS * 12];
  KernelBasis basis;
  KernelBasisAsked asked = { 12, NULL, 1, false, 9, events };

  (void) state;
  assert_int_equal (kernel_linkage_basis (&asked, columns, &basis), KERNEL_ERR_PARAMETER);
  asked = (KernelBasisAsked){ 8, NULL, 1, false, 1, events + 8 };
  assert_int_equal (kernel_linkage_basis (&asked, columns, &basis), KERNEL_ERR_PARAMETER);
  asked.events = events + 7;
  assert_int_equal (kernel_linkage_basis (&asked, columns, &basis), KERNEL_OK);
}

int
main (void)
{
  struct CMUnitTest tests[2 * LENGTH (known) + LENGTH (takens) + 1] = { cmocka_unit_test (
      refuses_events_beyond) };
  size_t n = 1;

  n += add_rows (tests + n, leaves_known_residuals, known, LENGTH (known), sizeof *known);
  n += add_rows (tests + n, is_orthonormal, known, LENGTH (known), sizeof *known);
  add_rows (tests + n, needs_so_many, takens, LENGTH (takens), sizeof *takens);

  return cmocka_run_group_tests_name ("kernel/linkage-basis", tests, NULL, NULL);
}
