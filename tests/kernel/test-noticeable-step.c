/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/normal.h"
#include "kernel/noticeable-step.h"
#include "kernel/random.h"
#include "support/near.h"

#include <stdlib.h>

#define MOST 240

static double
draw (uint64_t *seed)
{
  return kernel_normal_quantile (((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52);
}

static bool
is_found (size_t n, double step, uint64_t *seed)
{
  static double work[8 * (MOST + 40)];
  static size_t order[3 * (MOST + 1)];
  double values[MOST], mean = 0, variance = 0;
  KernelSegment segments[MOST];
  KernelLevelLineFit fit;
  bool found = false;

  for (size_t i = 0; i < n; i++) {
    values[i] = draw (seed) + (i >= n / 2 ? step : 0);
    mean += values[i] / (double) n;
  }
  for (size_t i = 0; i < n; i++)
    variance += (values[i] - mean) * (values[i] - mean) / (double) n;
  for (size_t i = 0; i < n; i++)
    values[i] = (values[i] - mean) / sqrt (variance);
  assert_true (kernel_level_line_n_work (n) <= sizeof work / sizeof *work);
  assert_int_equal (
      kernel_level_line (n, values, NULL, &kernel_level_line_default, work, order, segments, &fit),
      KERNEL_OK);
  for (size_t k = 1; k < fit.n_segments; k++)
    found |= segments[k].first + 5 >= n / 2 && segments[k].first <= n / 2 + 5;

  return found;
}

/* Steps of the size said are found about as often as said. */
static void
keeps_its_promise (void **state)
{
  static const size_t lengths[] = { 24, 60, 120, 240 };
  const size_t n_series = getenv ("SCRUTINY_QUICK") ? 50 : 1000;
  uint64_t seed = 1;

  (void) state;
  for (size_t k = 0; k < 4; k++) {
    const double step = kernel_noticeable_step (lengths[k], &kernel_level_line_default, 0.8);
    size_t n_found = 0;

    for (size_t round = 0; round < n_series; round++)
      n_found += is_found (lengths[k], step, &seed);
    const double share = (double) n_found / (double) n_series;
    assert_near (share, 0.8, 0.02 + 3 * sqrt (0.8 * 0.2 / (double) n_series));
  }
}

static void
shrinks_with_length_and_grows_with_power (void **state)
{
  double last = INFINITY;

  (void) state;
  for (size_t n = 8; n < 2000; n *= 2) {
    const double step = kernel_noticeable_step (n, &kernel_level_line_default, 0.8);
    assert_true (step > 0 && step < last);
    assert_true (kernel_noticeable_step (n, &kernel_level_line_default, 0.9) > step);
    last = step;
  }
}

static void
refuses_what_makes_no_sense (void **state)
{
  KernelLevelLineSettings settings = kernel_level_line_default;

  (void) state;
  assert_near (kernel_noticeable_step (3, &settings, 0.8), NAN, 0);
  assert_near (kernel_noticeable_step (30, &settings, 0), NAN, 0);
  assert_near (kernel_noticeable_step (30, &settings, 1), NAN, 0);
  settings.floor = 0;
  assert_near (kernel_noticeable_step (30, &settings, 0.8), NAN, 0);
  settings.floor = 0.9; /* so much is let go that nothing is worth a unit */
  assert_near (kernel_noticeable_step (30, &settings, 0.8), INFINITY, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (keeps_its_promise),
    cmocka_unit_test (shrinks_with_length_and_grows_with_power),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/noticeable-step", tests, NULL, NULL);
}
