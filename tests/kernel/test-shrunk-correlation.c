/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/shrunk-correlation.h"
#include "support/near.h"

/* numpy 1.24 from the formulae. */
static void
draws_in_what_noise_explains (void **state)
{
  double values[] = { 1, 2, 5, 3, 2, 1, 4, 1, 4, 3, 3, 4, 3, 5,
                      1, 1, 5, 4, 2, 5, 7, 6, 1, 9, 6, 8, 0, 2 };
  double r[16], share;

  (void) state;
  assert_int_equal (kernel_shrunk_correlation (7, 4, values, r, &share), KERNEL_OK);
  assert_near (share, 0.3714582665898988, 1e-14);
  assert_near (r[1], 0.50297827, 1e-8);
  assert_near (r[2], -0.51202159, 1e-8);
  assert_near (r[3], 0.41270728, 1e-8);
  assert_near (r[6], -0.5865684138630831, 1e-14);
  for (int i = 0; i < 4; i++) {
    assert_near (r[5 * i], 1, 0);
    for (int k = 0; k < 4; k++)
      assert_near (r[4 * i + k], r[4 * k + i], 0);
  }
}

/* One figure twice over 400 periods: nothing is noise but a little. */
static void
leaves_what_is_no_noise (void **state)
{
  static double values[800];
  double r[4], share;

  (void) state;
  for (int i = 0; i < 400; i++)
    values[2 * i] = values[2 * i + 1] = sin (i);
  assert_int_equal (kernel_shrunk_correlation (400, 2, values, r, &share), KERNEL_OK);
  assert_true (share < 0.01);
  assert_near (r[1], 1 - share, 1e-12);
}

static void
refuses (void **state)
{
  double still[] = { 1, 2, 1, 3, 1, 4 }, none[] = { 1, 2, NAN, 3, 1, 4 }, r[4], share;

  (void) state;
  assert_int_equal (kernel_shrunk_correlation (3, 2, still, r, &share), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_shrunk_correlation (3, 2, none, r, &share), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_shrunk_correlation (2, 2, none, r, &share), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_shrunk_correlation (3, 0, none, r, &share), KERNEL_ERR_TOO_SHORT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (draws_in_what_noise_explains),
    cmocka_unit_test (leaves_what_is_no_noise),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("kernel/shrunk-correlation", tests, NULL, NULL);
}
