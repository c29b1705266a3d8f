/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/dispersion.h"
#include "support/near.h"

/* Quantiles of 1 to 11 at a tenth and nine tenths are 2 and 10. */
static void
draws_in_what_lies_far_out (void **state)
{
  const double values[] = { 11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  double work[11], out[11];

  (void) state;
  kernel_winsorise (11, values, 0.1, work, out);
  assert_near (out[0], 10, 0);
  assert_near (out[1], 2, 0);
  assert_near (out[2], 2, 0);
  assert_near (out[9], 9, 0);
}

/* Of ten ranks r 10/11, rounded down, is 0 for the lowest and 9 for the highest; of six no
 * rank is left out.
 */
static void
leaves_out_both_ends (void **state)
{
  const double values[] = { 5, 1, 9, 3, 10, 2, 8, 4, 7, 6 };
  double out[10];

  (void) state;
  kernel_truncate (10, values, 0.1, out);
  assert_near (out[1], NAN, 0);
  assert_near (out[4], NAN, 0);
  assert_near (out[0], 5, 0);
  assert_near (out[2], 9, 0);
  assert_near (out[5], 2, 0);
  kernel_truncate (6, values, 0.1, out);
  for (int i = 0; i < 6; i++)
    assert_near (out[i], values[i], 0);
}

static void
measures_how_much_more (void **state)
{
  const double scores[] = { 3, -1, NAN, 2 }, errors[] = { 0.5, 1, 0.1, 0.5 };
  double phi, tau2;

  (void) state;
  kernel_dispersion (4, scores, errors, &phi, &tau2);
  assert_near (phi, 14 / 3., 1e-15);
  /* (14 - 2) / (9 - 33/9) */
  assert_near (tau2, 12 / (9 - 33 / 9.), 1e-14);
  kernel_dispersion (1, scores, errors, &phi, &tau2);
  assert_near (phi, 9, 0);
  assert_near (tau2, 0, 0);
  kernel_dispersion (1, scores + 2, errors, &phi, &tau2);
  assert_near (phi, NAN, 0);
  assert_near (tau2, NAN, 0);
}

static void
is_never_below_nothing (void **state)
{
  const double scores[] = { 0.1, -0.1, 0.2 }, errors[] = { 1, 1, 1 };
  double phi, tau2;

  (void) state;
  kernel_dispersion (3, scores, errors, &phi, &tau2);
  assert_near (phi, 0.02, 1e-16);
  assert_near (tau2, 0, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (draws_in_what_lies_far_out),
    cmocka_unit_test (leaves_out_both_ends),
    cmocka_unit_test (measures_how_much_more),
    cmocka_unit_test (is_never_below_nothing),
  };

  return cmocka_run_group_tests_name ("kernel/dispersion", tests, NULL, NULL);
}
