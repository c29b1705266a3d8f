/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/lowess.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 60

static const double places[] = { 1, 2, 2, 3, 4.5, 5, 7, 7, 7, 9, 10, 12 };
static const double values[] = { 2, 3, 1, 4, 6, 5, 8, 40, 9, 7, 6, 10 };
static const double alike[] = { 1, 1, 1 }, of_alike[] = { 1, 2, 6 };

/* R 4.2.2, lowess(). */
static const struct known {
  const char *label;
  size_t n;
  const double *places, *values;
  KernelLowess how;
  double smooth[12];
} known[] = {
  { "R, its defaults",
    12,
    places,
    values,
    { 2.0 / 3, 3, 0.11 },
    { 1.530326605653157, 2.596639341705606, 2.596639341705606, 3.642253787493575, 5.272445808703425,
      5.931586213310500, 7.257162363772287, 7.257162363772287, 7.257162363772287, 7.603714305402361,
      8.038412965913031, 8.816080077076565 } },
  { "R, not robust",
    12,
    places,
    values,
    { 0.4, 0, 0 },
    { 2, 2, 2, 3.999999999999998, 5.267256039079616, 5.000000000000004, 19, 19, 19,
      6.999999999999992, 7.100972794688287, 9.704082302656658 } },
  { "R, some interpolated",
    12,
    places,
    values,
    { 0.5, 2, 1.2 },
    { 1.632779886108545, 2.618837689199775, 2.618837689199775, 3.869311161398290, 5.241462662379592,
      4.999999999999991, 7.544927699143130, 7.544927699143130, 7.544927699143130, 6.870501717859457,
      7.184162040877154, 9.729177304873096 } },
  { "R, more interpolated",
    12,
    places,
    values,
    { 0.7, 2, 3.1 },
    { 1.518920151609602, 2.578512629818995, 2.578512629818995, 3.638105108028387, 5.360320315605620,
      5.934392051464697, 7.258547842701832, 7.258547842701832, 7.258547842701832, 7.764378249696857,
      8.017293453194370, 8.782533877495403 } },
  { "R, three count",
    12,
    places,
    values,
    { 0.25, 1, 0 },
    { 2, 2, 2, 4, 5.999999999999997, 5.000000000000004, 19, 19, 19, 6.999999999999992,
      5.999999999999993, 9.999999999999989 } },
  { "R, an odd number",
    11,
    places,
    values,
    { 0.6, 3, 0 },
    { 1.942172745588251, 2.957246818699027, 2.957246818699027, 4.043686724179631, 5.168634585763844,
      5.000000000000005, 7.471574884893935, 7.471574884893935, 7.471574884893935, 6.807493850420402,
      6.119950190687539 } },
  { "R, one place",
    3,
    alike,
    of_alike,
    { 2.0 / 3, 3, 0 },
    { 2.889112847975264, 2.889112847975264, 2.889112847975264 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double work[24], smooth[12];

  assert_int_equal (kernel_lowess_n_work (12), LENGTH (work));
  assert_int_equal (kernel_lowess (row->n, row->places, row->values, &row->how, work, smooth),
                    KERNEL_OK);
  for (size_t i = 0; i < row->n; i++)
    assert_near (smooth[i], row->smooth[i], 1e-13);
}

/* A line is its own curve, whatever is weighed down; so is one wild value beside it. */
static void
leaves_a_line_alone (void **state)
{
  double x[MOST], y[MOST], work[2 * MOST], smooth[MOST];
  const KernelLowess how = { 0.5, 4, 0 };
  uint64_t seed = 2;

  (void) state;
  for (size_t i = 0; i < MOST; i++) {
    x[i] = (double) (i * i);
    y[i] = 3 - 0.25 * x[i];
  }
  assert_int_equal (kernel_lowess (MOST, x, y, &how, work, smooth), KERNEL_OK);
  for (size_t i = 0; i < MOST; i++)
    assert_near (smooth[i], y[i], 1e-9);
  for (size_t i = 0; i < MOST; i++)
    y[i] += (double) kernel_random_below (&seed, 9) * 0.01;
  y[30] += 1e4;
  assert_int_equal (kernel_lowess (MOST, x, y, &how, work, smooth), KERNEL_OK);
  for (size_t i = 0; i < MOST; i++)
    assert_near (smooth[i], 3 - 0.25 * x[i], 0.2);
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const double falling[] = { 1, 3, 2 }, missing[] = { 1, NAN, 3 }, fine[] = { 1, 2, 3 };
  const KernelLowess how = { 0.5, 1, 0 };
  static const KernelLowess bad[] = { { 0, 1, 0 }, { 1.1, 1, 0 }, { NAN, 1, 0 }, { 0.5, 1, -1 } };
  double work[6], smooth[3] = { -7 };

  (void) state;
  for (size_t k = 0; k < LENGTH (bad); k++)
    assert_int_equal (kernel_lowess (3, fine, fine, &bad[k], work, smooth), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_lowess (3, falling, fine, &how, work, smooth), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_lowess (3, missing, fine, &how, work, smooth), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_lowess (3, fine, missing, &how, work, smooth), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_lowess (1, fine, fine, &how, work, smooth), KERNEL_ERR_TOO_SHORT);
  assert_near (smooth[0], -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_a_line_alone);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/lowess", tests, NULL, NULL);
}
