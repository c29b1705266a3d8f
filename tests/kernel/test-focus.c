/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/focus.h"
#include "kernel/normal.h"
#include "kernel/random.h"
#include "support/near.h"

#include <string.h>

#define N 400
#define ROOM 64

static double
draw (uint64_t *seed)
{
  return kernel_normal_quantile (((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52);
}

static double
support (double sum, double size, bool is_rate)
{
  return is_rate ? (sum > 0 ? 2 * sum * log (sum / size) : 0) : sum * sum / size;
}

/* The clearest change, by going through all places. */
static double
clearest (size_t n, const double *values, const double *sizes, bool is_rate)
{
  double sum = 0, size = 0, before = 0, size_before = 0, most = 0;

  for (size_t i = 0; i < n; i++) {
    sum += values[i];
    size += sizes[i];
  }
  for (size_t at = 1; at < n; at++) {
    before += values[at - 1];
    size_before += sizes[at - 1];
    most = fmax (most, support (before, size_before, is_rate) +
                           support (sum - before, size - size_before, is_rate) -
                           support (sum, size, is_rate));
  }

  return most;
}

static void
make (int is_rate, uint64_t *seed, double *values, double *sizes)
{
  for (size_t i = 0; i < N; i++) {
    const double level = i > 250 ? 1.5 : 0;
    sizes[i] = is_rate ? 1 + (double) kernel_random_below (seed, 4) : 1;
    values[i] =
        is_rate ? (double) kernel_random_below (seed, i > 250 ? 8 : 4) : level + draw (seed);
  }
}

static void
agrees_with_looking_everywhere (void **state)
{
  uint64_t seed = 1;

  (void) state;
  for (int is_rate = 0; is_rate < 2; is_rate++) {
    double values[N], sizes[N];
    KernelFocusPlace places[2 * ROOM];
    KernelFocus focus = { .is_rate = is_rate, .room = ROOM };
    KernelFocusFound found;

    make (is_rate, &seed, values, sizes);
    for (size_t i = 0; i < N; i++) {
      assert_int_equal (kernel_focus_feed (&focus, places, values[i], sizes[i], &found), KERNEL_OK);
      assert_near (found.ratio, clearest (i + 1, values, sizes, is_rate), 1e-8);
    }
    assert_in_range (found.at, 245, 257);
    assert_int_equal (found.direction, 1);
    assert_in_range (focus.n_rising + focus.n_falling, 4, 60);
  }
}

/* What is kept, copied as bytes, goes on as if nothing had happened. */
static void
goes_on_from_a_copy (void **state)
{
  KernelFocusPlace places[2 * ROOM], copied_places[2 * ROOM];
  KernelFocus focus = { .room = ROOM }, copied;
  KernelFocusFound found = { 0 }, again = { 0 };
  uint64_t seed = 9;

  (void) state;
  for (size_t i = 0; i < 100; i++)
    assert_int_equal (kernel_focus_feed (&focus, places, draw (&seed), 1, &found), KERNEL_OK);
  memcpy (&copied, &focus, sizeof focus);
  memcpy (copied_places, places, sizeof places);
  for (size_t i = 0; i < 100; i++) {
    const double value = draw (&seed) - 2;
    assert_int_equal (kernel_focus_feed (&focus, places, value, 1, &found), KERNEL_OK);
    assert_int_equal (kernel_focus_feed (&copied, copied_places, value, 1, &again), KERNEL_OK);
    assert_near (again.ratio, found.ratio, 0);
    assert_int_equal (again.at, found.at);
  }
  assert_int_equal (found.direction, -1);
}

static void
refuses_what_makes_no_sense (void **state)
{
  static const struct {
    double value, size;
    bool is_rate;
    size_t room;
    KernelStatus status;
  } rows[] = {
    { 1, 1, false, 2, KERNEL_OK },
    { NAN, 1, false, 2, KERNEL_ERR_DOMAIN },
    { INFINITY, 1, false, 2, KERNEL_ERR_DOMAIN },
    { 1, 0, false, 2, KERNEL_ERR_DOMAIN },
    { 1, NAN, false, 2, KERNEL_ERR_DOMAIN },
    { -1, 1, false, 2, KERNEL_OK },
    { -1, 1, true, 2, KERNEL_ERR_DOMAIN },
    { 1, 1, false, 0, KERNEL_ERR_PARAMETER },
  };

  (void) state;
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    KernelFocusPlace places[4];
    KernelFocus focus = { .is_rate = rows[k].is_rate, .room = rows[k].room };
    KernelFocusFound found;

    assert_int_equal (kernel_focus_feed (&focus, places, rows[k].value, rows[k].size, &found),
                      rows[k].status);
    assert_int_equal (focus.n, rows[k].status == KERNEL_OK);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_looking_everywhere),
    cmocka_unit_test (goes_on_from_a_copy),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/focus", tests, NULL, NULL);
}
