/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/least-squares.h"
#include "kernel/random.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* NIST's statistical reference data, Longley: prices, product, unemployed, army, people,
 * year; employed (J. W. Longley, 1967, JASA 62, 819-841).
 */
static const double longley[][7] = {
  { 83.0, 234289, 2356, 1590, 107608, 1947, 60323 },
  { 88.5, 259426, 2325, 1456, 108632, 1948, 61122 },
  { 88.2, 258054, 3682, 1616, 109773, 1949, 60171 },
  { 89.5, 284599, 3351, 1650, 110929, 1950, 61187 },
  { 96.2, 328975, 2099, 3099, 112075, 1951, 63221 },
  { 98.1, 346999, 1932, 3594, 113270, 1952, 63639 },
  { 99.0, 365385, 1870, 3547, 115094, 1953, 64989 },
  { 100.0, 363112, 3578, 3350, 116219, 1954, 63761 },
  { 101.2, 397469, 2904, 3048, 117388, 1955, 66019 },
  { 104.6, 419180, 2822, 2857, 118734, 1956, 67857 },
  { 108.4, 442769, 2936, 2798, 120445, 1957, 68169 },
  { 110.8, 444546, 4681, 2637, 121950, 1958, 66513 },
  { 112.6, 482704, 3813, 2552, 123366, 1959, 68655 },
  { 114.2, 502601, 3931, 2514, 125368, 1960, 69564 },
  { 115.7, 518173, 4806, 2572, 127852, 1961, 69331 },
  { 116.9, 554894, 4007, 2827, 130081, 1962, 70551 },
};

static const double certified[][2] = {
  { -3482258.63459582, 890420.383607373 },     { 15.0618722713733, 84.9149257747669 },
  { -0.0358191792925910, 0.0334910077722432 }, { -2.02022980381683, 0.488399681651699 },
  { -1.03322686717359, 0.214274163161675 },    { -0.0511041056535807, 0.226073200069370 },
  { 1829.15146461355, 455.478499142212 },
};

/* The columns are so alike that ten digits are what doubles leave of the thirteen. */
static void
fits_what_nist_certified (void **state)
{
  double work[10 * 8], coefficients[7], errors[7];
  KernelLeastSquares fit;

  (void) state;
  assert_int_equal (kernel_least_squares_n_work (7), LENGTH (work));
  kernel_least_squares_begin (&fit, 7, work);
  for (size_t i = 0; i < LENGTH (longley); i++) {
    double row[7] = { 1 };

    for (size_t k = 0; k < 6; k++)
      row[k + 1] = longley[i][k];
    kernel_least_squares_add (&fit, row, longley[i][6]);
  }
  assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_OK);
  assert_int_equal (kernel_least_squares_errors (&fit, errors), KERNEL_OK);
  for (size_t k = 0; k < 7; k++) {
    assert_near (coefficients[k], certified[k][0], 1e-9 * fabs (certified[k][0]));
    assert_near (errors[k], certified[k][1], 1e-9 * certified[k][1]);
  }
  assert_near (sqrt (fit.rss / 9), 304.854073561965, 1e-10 * 304);
}

/* NIST's statistical reference data, Wampler1 and Wampler2: powers up to the fifth, with all
 * coefficients 1, and with 1, 0.1, 0.01 …; nothing is left.
 */
static void
fits_powers (void **state)
{
  (void) state;
  for (int set = 1; set <= 2; set++) {
    const double share = set == 1 ? 1 : 0.1;
    double work[9 * 7], coefficients[6];
    KernelLeastSquares fit;

    kernel_least_squares_begin (&fit, 6, work);
    for (int x = 0; x <= 20; x++) {
      double row[6], y = 0, scale = 1;

      for (int k = 0; k < 6; k++, scale *= share) {
        row[k] = k ? row[k - 1] * x : 1;
        y += scale * row[k];
      }
      kernel_least_squares_add (&fit, row, y);
    }
    assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_OK);
    for (int k = 0; k < 6; k++)
      assert_near (coefficients[k], pow (share, k), 1e-9 * pow (share, k));
    assert_near (fit.rss, 0, 1e-15);
  }
}

/* R 4.2.2, lm (y ~ 0 + X); three rows more than the triangle before anything is left. */
static void
knows_what_is_left_after_each_row (void **state)
{
  static const double b[] = { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8 };
  static const double y[] = { 2, 3, 5, 4, 8, 12, 1, 3, 2, 1, 2, 4 };
  static const double want[][2] = { { 2.7026647966339441, 1.3884676589346603 },
                                    { -0.5809957924263673, 0.1976308931358488 },
                                    { 1.1516479663394101, 0.2811354093301572 } };
  double work[24], coefficients[3], errors[3];
  KernelLeastSquares fit;

  (void) state;
  kernel_least_squares_begin (&fit, 3, work);
  for (size_t i = 0; i < 12; i++) {
    const double row[] = { 1, (double) i + 1, b[i] };

    kernel_least_squares_add (&fit, row, y[i]);
    if (i < 3)
      assert_near (fit.rss, 0, 1e-25);
  }
  assert_int_equal (fit.n_rows, 12);
  assert_near (fit.rss, 37.83169705469847, 1e-13);
  assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_OK);
  assert_int_equal (kernel_least_squares_errors (&fit, errors), KERNEL_OK);
  for (size_t k = 0; k < 3; k++) {
    assert_near (coefficients[k], want[k][0], 1e-13);
    assert_near (errors[k], want[k][1], 1e-13);
  }
}

/* What is left is that of one column, where the other says the same; also where that is so
 * only but for rounding.
 */
static void
leaves_what_is_left_where_columns_depend (void **state)
{
  const double y[] = { 1, 2, 4, 7 };
  uint64_t seed = 5;
  double work[15], coefficients[2] = { -7 }, errors[2] = { -7 };
  KernelLeastSquares fit;

  (void) state;
  kernel_least_squares_begin (&fit, 2, work);
  for (size_t i = 0; i < 4; i++) {
    const double row[] = { 1, 3 };
    kernel_least_squares_add (&fit, row, y[i]);
  }
  assert_near (fit.rss, 21, 1e-13);
  assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_least_squares_errors (&fit, errors), KERNEL_ERR_DOMAIN);
  assert_near (coefficients[0], -7, 0);
  assert_near (errors[0], -7, 0);

  for (size_t round = 0; round < 100; round++) {
    double x[40], noise[40], sum = 0, squares = 0;

    kernel_random_normal (&seed, 40, x);
    kernel_random_normal (&seed, 40, noise);
    kernel_least_squares_begin (&fit, 2, work);
    for (size_t i = 0; i < 40; i++) {
      const double row[] = { x[i], 0.1 * x[i] };

      kernel_least_squares_add (&fit, row, noise[i]);
      sum += x[i] * noise[i];
      squares += x[i] * x[i];
    }
    for (size_t i = 0; i < 40; i++)
      noise[i] -= sum / squares * x[i];
    sum = 0;
    for (size_t i = 0; i < 40; i++)
      sum += noise[i] * noise[i];
    assert_near (fit.rss, sum, 1e-12);
    assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_ERR_DOMAIN);
  }
}

/* The squares of the standard errors are the variances of single coefficients; that of a sum is
 * the one of where the line is: 1/n + (x - mean)² / Σ (x - mean)².
 */
static void
knows_how_sure_a_sum_is (void **state)
{
  double work[15];
  KernelLeastSquares fit;

  (void) state;
  kernel_least_squares_begin (&fit, 2, work);
  for (size_t i = 0; i < 5; i++)
    kernel_least_squares_add (&fit, (const double[]){ 1, (double) i }, i == 2);
  assert_near (kernel_least_squares_variance (&fit, (const double[]){ 1, 7 }), 0.2 + 25 / 10.,
               1e-14);
  assert_near (kernel_least_squares_variance (&fit, (const double[]){ 0, 1 }), 0.1, 1e-15);
  assert_near (kernel_least_squares_variance (&fit, (const double[]){ 0, 0 }), 0, 0);
  kernel_least_squares_begin (&fit, 2, work);
  kernel_least_squares_add (&fit, (const double[]){ 1, 2 }, 3);
  assert_near (kernel_least_squares_variance (&fit, (const double[]){ 1, 7 }), NAN, 0);
}

static void
refuses_a_column_of_nothing (void **state)
{
  double work[15], coefficients[2];
  KernelLeastSquares fit;

  (void) state;
  kernel_least_squares_begin (&fit, 2, work);
  for (size_t i = 0; i < 4; i++)
    kernel_least_squares_add (&fit, (const double[]){ 0, 1 }, (double) i);
  assert_near (fit.rss, 5, 1e-14);
  assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_ERR_DOMAIN);
}

static void
refuses_too_few_rows (void **state)
{
  double work[15], coefficients[2], errors[2];
  KernelLeastSquares fit;

  (void) state;
  kernel_least_squares_begin (&fit, 2, work);
  kernel_least_squares_add (&fit, (const double[]){ 1, 2 }, 3);
  assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_ERR_TOO_SHORT);
  kernel_least_squares_add (&fit, (const double[]){ 1, 3 }, 5);
  assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_OK);
  assert_near (coefficients[0], -1, 1e-14);
  assert_near (coefficients[1], 2, 1e-14);
  assert_int_equal (kernel_least_squares_errors (&fit, errors), KERNEL_ERR_TOO_SHORT);
  kernel_least_squares_add (&fit, (const double[]){ 1, NAN }, 5);
  assert_int_equal (kernel_least_squares_solve (&fit, coefficients), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (fits_what_nist_certified),
    cmocka_unit_test (fits_powers),
    cmocka_unit_test (knows_what_is_left_after_each_row),
    cmocka_unit_test (leaves_what_is_left_where_columns_depend),
    cmocka_unit_test (knows_how_sure_a_sum_is),
    cmocka_unit_test (refuses_a_column_of_nothing),
    cmocka_unit_test (refuses_too_few_rows),
  };

  return cmocka_run_group_tests_name ("kernel/least-squares", tests, NULL, NULL);
}
