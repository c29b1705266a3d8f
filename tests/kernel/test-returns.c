/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/returns.h"

#include "kernel/random.h"
#include "support/near.h"

/* Five contacts in ten days: by hand. */
static void
gives_known_answer (void **state)
{
  static const double gaps[] = { 2, NAN, 1, NAN, 0 }, left[] = { 10, 8, 3, 2, 1 };
  static const double wanted_followed[] = { 5, 4, 3, 2 }, wanted_returned[] = { 2, 2, 2, 1 };
  double followed[4], returned[4];

  (void) state;
  assert_int_equal (kernel_returns (5, gaps, left, 4, followed, returned), 5);
  for (size_t w = 0; w < 4; w++) {
    assert_near (followed[w], wanted_followed[w], 0);
    assert_near (returned[w], wanted_returned[w], 0);
  }
}

static void
agrees_with_counting (void **state)
{
  enum {
    N = 500,
    W = 60
  };
  double gaps[N], left[N], followed[W], returned[W];
  uint64_t seed = 1;

  (void) state;
  for (size_t i = 0; i < N; i++) {
    gaps[i] = kernel_random_below (&seed, 3) ? (double) kernel_random_below (&seed, 900) / 10 : NAN;
    left[i] = kernel_random_below (&seed, 9) ? (double) kernel_random_below (&seed, 990) / 10 : NAN;
  }
  kernel_returns (N, gaps, left, W, followed, returned);
  for (size_t w = 0; w < W; w++) {
    double n = 0, back = 0;

    for (size_t i = 0; i < N; i++) {
      n += left[i] >= (double) w + 1;
      back += left[i] >= (double) w + 1 && gaps[i] <= (double) w + 1;
    }
    assert_near (followed[w], n, 0);
    assert_near (returned[w], back, 0);
  }
}

static void
has_nothing_to_count (void **state)
{
  static const double none[] = { NAN };
  double followed[2] = { 7, 7 }, returned[2] = { 7, 7 };

  (void) state;
  assert_int_equal (kernel_returns (1, none, none, 2, followed, returned), 0);
  assert_near (followed[0] + followed[1] + returned[0] + returned[1], 0, 0);
  assert_int_equal (kernel_returns (0, none, none, 0, followed, returned), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answer),
    cmocka_unit_test (agrees_with_counting),
    cmocka_unit_test (has_nothing_to_count),
  };

  return cmocka_run_group_tests_name ("kernel/returns", tests, NULL, NULL);
}
