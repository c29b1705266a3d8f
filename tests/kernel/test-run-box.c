/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/run-box.h"
#include "kernel/runs.h"
#include "support/near.h"

/* Anhoej & Wentzel-Larsen (2020), supplement: n = 19. */
static void
boxes_are_those_printed (void **state)
{
  const KernelRunBox best = kernel_run_box (KERNEL_BOX_BEST, 19, 18);
  const KernelRunBox cut = kernel_run_box (KERNEL_BOX_CUT, 19, 18);
  const KernelRunBox anhoej = kernel_run_box (KERNEL_BOX_ANHOEJ, 24, 23);

  (void) state;
  assert_int_equal (best.longest_max, 7);
  assert_int_equal (best.crossings_min, 5);
  assert_int_equal (best.longest_there, 7);
  assert_int_equal (best.crossings_there, 5);
  assert_int_equal (cut.longest_max, 7);
  assert_int_equal (cut.crossings_min, 5);
  assert_int_equal (cut.longest_there, 5);
  assert_int_equal (cut.crossings_there, 6);
  assert_int_equal (anhoej.longest_max, 8);
  assert_int_equal (anhoej.crossings_min, 8);
}

/* By definition at least 92.5% of series without a shift stay within the best box. */
static void
best_boxes_hold_what_they_promise (void **state)
{
  (void) state;
  for (size_t n = 10; n <= 100; n++) {
    const KernelRunBox box = kernel_run_box (KERNEL_BOX_BEST, n, n - 1);
    double work[202], chance;

    assert_int_equal (
        kernel_runs_false_alarm (n, box.longest_max, box.crossings_min, work, &chance), KERNEL_OK);
    assert_true (chance <= 0.075 + 1e-12);
    /* One that is smaller in both does not: it would have been chosen. */
    assert_int_equal (
        kernel_runs_false_alarm (n, box.longest_max - 1, box.crossings_min + 1, work, &chance),
        KERNEL_OK);
    assert_true (chance > 0.075);
  }
}

static void
what_is_not_tabled_is_anhoejs (void **state)
{
  (void) state;
  assert_int_equal (kernel_run_box (KERNEL_BOX_BEST, 101, 100).longest_max,
                    kernel_longest_run_limit (101));
  assert_int_equal (kernel_run_box (KERNEL_BOX_CUT, 9, 8).crossings_min,
                    kernel_crossings_limit (8));
  assert_int_equal (kernel_run_box (KERNEL_BOX_BEST, 26, 20).longest_max,
                    kernel_longest_run_limit (26));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (boxes_are_those_printed),
    cmocka_unit_test (best_boxes_hold_what_they_promise),
    cmocka_unit_test (what_is_not_tabled_is_anhoejs),
  };

  return cmocka_run_group_tests_name ("kernel/run-box", tests, NULL, NULL);
}
