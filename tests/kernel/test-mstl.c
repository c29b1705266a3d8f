/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/mstl.h"
#include "kernel/strength.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 80

static const size_t periods[] = { 4, 12 };

/* A line, a wave of four, a saw of twelve, a ragged rest and one value that stands out. */
static void
make_values (double *values)
{
  static const double wave[] = { 0, 1, 0, -1 };

  for (int i = 0; i < N; i++)
    values[i] = 10 + .05 * i + 3 * wave[i % 4] + (i * 7 % 12) / 3.0 + (i * i % 7) / 7.0;
  values[40] += 2;
}

/* Algorithm 1 of the paper as a loop over R 4.2.2's stl(), points 1, 6, 41 and 80. */
static void
gives_what_a_loop_in_r_gives (void **state)
{
  static const size_t at[] = { 0, 5, 40, 79 };
  static const double want[4][4] = {
    { -0.52200135808242909, 3.5505068241081759, -0.24083034670466769, -3.1282620237513772 },
    { -1.4311696977324131, 1.3128620877294495, 0.23219278069032476, -1.3206163391544188 },
    { 12.077898219553484, 12.354747395457004, 14.287988809715296, 16.036572649035278 },
    { -0.12472716373864223, 0.26997893080061353, 1.6254106610609433, 0.26706761863241724 },
  };
  double values[N], seasons[2 * N], trend[N], remainder[N], work[344 * N];

  (void) state;
  make_values (values);
  assert_true (kernel_mstl_work_size (N, 2, periods) <= LENGTH (work));
  assert_int_equal (
      kernel_mstl (N, values, 2, periods, NULL, 2, false, work, seasons, trend, remainder),
      KERNEL_OK);
  for (size_t k = 0; k < 4; k++) {
    assert_near (seasons[at[k]], want[0][k], 1e-12);
    assert_near (seasons[N + at[k]], want[1][k], 1e-12);
    assert_near (trend[at[k]], want[2][k], 1e-12);
    assert_near (remainder[at[k]], want[3][k], 1e-12);
  }
  assert_true (kernel_strength (N, seasons, remainder) > .9);
}

/* One season is plain STL, robust or not, with missing values or without. */
static void
is_stl_of_one_season (void **state)
{
  const size_t window = 11;
  double values[N], season[N], trend[N], remainder[N], work[344 * N];
  double own_season[N], own_trend[N], own_remainder[N];

  (void) state;
  make_values (values);
  for (int robust = 0; robust < 2; robust++) {
    const KernelStl how = kernel_stl_defaults (N, 12, window, robust);

    assert_int_equal (kernel_stl (N, values, &how, work, own_season, own_trend, own_remainder),
                      KERNEL_OK);
    assert_int_equal (
        kernel_mstl (N, values, 1, &periods[1], &window, 1, robust, work, season, trend, remainder),
        KERNEL_OK);
    for (size_t i = 0; i < N; i++) {
      assert_near (season[i], own_season[i], 0);
      assert_near (trend[i], own_trend[i], 0);
      assert_near (remainder[i], own_remainder[i], 0);
    }
    values[17] = NAN;
  }
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const size_t falling[] = { 12, 4 }, twice[] = { 4, 4 }, long_ones[] = { 4, 40 };
  const size_t narrow[] = { 7, 2 }, one[] = { 1, 4 };
  double values[N], seasons[2 * N] = { -7 }, trend[N] = { -7 }, remainder[N] = { -7 };
  double work[344 * N];

  (void) state;
  make_values (values);
#define refuse(periods_, windows_, n_passes_, status_) \
  assert_int_equal (kernel_mstl (N, values, 2, periods_, windows_, n_passes_, false, work, \
                                 seasons, trend, remainder), \
                    status_)
  refuse (falling, NULL, 2, KERNEL_ERR_PARAMETER);
  refuse (twice, NULL, 2, KERNEL_ERR_PARAMETER);
  refuse (one, NULL, 2, KERNEL_ERR_PARAMETER);
  refuse (periods, narrow, 2, KERNEL_ERR_PARAMETER);
  refuse (periods, NULL, 0, KERNEL_ERR_PARAMETER);
  refuse (long_ones, NULL, 2, KERNEL_ERR_TOO_SHORT);
  values[3] = INFINITY;
  refuse (periods, NULL, 2, KERNEL_ERR_DOMAIN);
  for (size_t i = 3; i < N; i += 12)
    values[i] = NAN;
  refuse (periods, NULL, 2, KERNEL_ERR_TOO_SHORT);
#undef refuse
  assert_int_equal (
      kernel_mstl (N, values, 0, periods, NULL, 2, false, work, seasons, trend, remainder),
      KERNEL_ERR_PARAMETER);
  assert_near (seasons[0], -7, 0);
  assert_near (trend[0], -7, 0);
  assert_near (remainder[0], -7, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_what_a_loop_in_r_gives),
    cmocka_unit_test (is_stl_of_one_season),
    cmocka_unit_test (refuses_and_leaves_output_alone),
  };

  return cmocka_run_group_tests_name ("kernel/mstl", tests, NULL, NULL);
}
