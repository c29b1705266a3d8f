/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/eigenvalues.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* By hand for the first three; LAPACK by numpy 1.24 for the others. */
static const struct known {
  const char *label;
  size_t n;
  double matrix[25], values[5];
} known[] = {
  { "one", 1, { -3 }, { -3 } },
  { "two alike", 2, { 1, 0.5, 0.5, 1 }, { 1.5, 0.5 } },
  { "a diagonal", 3, { 1, 0, 0, 0, 5, 0, 0, 0, 3 }, { 5, 3, 1 } },
  { "four",
    4,
    { 4, 1, -2, 2, 1, 2, 0, 1, -2, 0, 3, -2, 2, 1, -2, -1 },
    { 6.844621107234966, 2.2685314064312423, 1.0843644637732177, -2.197516977439427 } },
  { "five of Hilbert",
    5,
    { 1,      1 / 2., 1 / 3., 1 / 4., 1 / 5., 1 / 2., 1 / 3., 1 / 4., 1 / 5.,
      1 / 6., 1 / 3., 1 / 4., 1 / 5., 1 / 6., 1 / 7., 1 / 4., 1 / 5., 1 / 6.,
      1 / 7., 1 / 8., 1 / 5., 1 / 6., 1 / 7., 1 / 8., 1 / 9. },
    { 1.5670506910982307, 0.20853421861101332, 0.01140749162341972, 0.00030589804015115674,
      3.287928772164548e-06 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double matrix[25], values[5];

  for (size_t i = 0; i < row->n * row->n; i++)
    matrix[i] = row->matrix[i];
  assert_int_equal (kernel_eigenvalues (row->n, matrix, values), KERNEL_OK);
  for (size_t i = 0; i < row->n; i++)
    assert_near (values[i], row->values[i], 2e-15 * fmax (1, fabs (row->values[0])));
}

/* All pairs r alike: 1 + (n - 1) r once, and 1 - r. */
static void
solves_pairs_all_alike (void **state)
{
  double matrix[400], values[20];

  (void) state;
  for (double r = -0.04; r < 1; r += 0.13) {
    for (size_t i = 0; i < 400; i++)
      matrix[i] = i % 21 == 0 ? 1 : r;
    assert_int_equal (kernel_eigenvalues (20, matrix, values), KERNEL_OK);
    assert_near (values[r < 0 ? 19 : 0], 1 + 19 * r, 1e-13);
    assert_near (values[10], 1 - r, 1e-13);
  }
}

static void
counts_how_many_there_are (void **state)
{
  static const double apart[] = { 1, 1, 1, 1 }, same[] = { 4, 0, 0, 0 }, some[] = { 2, 1, 1, 0 };

  (void) state;
  assert_near (kernel_effective_number (4, apart), 4, 0);
  assert_near (kernel_effective_number (4, same), 1, 0);
  assert_near (kernel_effective_number (4, some), 16 / 6., 1e-15);
  assert_near (kernel_effective_number (0, some), NAN, 0);
}

static void
refuses (void **state)
{
  double bad[] = { 1, NAN, NAN, 1 }, values[2];

  (void) state;
  assert_int_equal (kernel_eigenvalues (0, bad, values), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_eigenvalues (2, bad, values), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (solves_pairs_all_alike);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_how_many_there_are);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses);

  return cmocka_run_group_tests_name ("kernel/eigenvalues", tests, NULL, NULL);
}
