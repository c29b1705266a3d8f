/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/moving-range.h"
#include "kernel/stable-shift.h"
#include "support/near.h"

#include <string.h>

#define MOST 64

static const KernelStableShift how = { 6, 3, 0, 1 / 1.128, 0 };

/* Values by their digits around 5; “centre of six, runs of three”. */
static const struct known {
  const char *label, *values;
  size_t n_entries;
  KernelShiftEntry last, before; /* before: label of nothing where the step is TOO_FEW */
} known[] = {
  { "too few points", "46464", 1, { KERNEL_SHIFT_TOO_FEW, 0, 0, 0 }, { 0 } },
  { "one set only", "46464646464", 2, { KERNEL_SHIFT_ONE_SET, 6, 0, 0 }, { 0 } },
  { "no run", "464646464646", 2, { KERNEL_SHIFT_NO_RUN, 6, 0, 0 }, { 0 } },
  { "a shift that stays",
    "464646797979",
    3,
    { KERNEL_SHIFT_FEW_LEFT, 12, 0, 0 },
    { KERNEL_SHIFT_ACCEPTED, 6, 1, 8 } },
  { "a shift downward",
    "464646313131",
    3,
    { KERNEL_SHIFT_FEW_LEFT, 12, 0, 0 },
    { KERNEL_SHIFT_ACCEPTED, 6, -1, 2 } },
  { "a shift that comes back",
    "464646999111464646",
    0, /* at least: only the second entry is looked at */
    { 0 },
    { KERNEL_SHIFT_CAME_BACK, 6, 1, 5 } },
  { "goes on right behind a run that came back",
    "464646999111111111",
    4,
    { KERNEL_SHIFT_FEW_LEFT, 15, 0, 0 },
    { KERNEL_SHIFT_CAME_BACK, 6, 1, 5 } },
  { "a shift that may be coming back",
    "464646999944",
    0,
    { 0 },
    { KERNEL_SHIFT_MAY_BE_BACK, 6, 1, 44.0 / 6 } },
};

static void
finds_known_answer (void **state)
{
  const struct known *row = *state;
  const size_t n = strlen (row->values);
  double values[MOST], work[2 * MOST];
  uint8_t used[MOST];
  KernelShiftEntry entries[MOST + 2];
  size_t n_entries;

  for (size_t i = 0; i < n; i++)
    values[i] = row->values[i] - '0';
  assert_int_equal (kernel_stable_shift (n, values, &how, work, used, entries, &n_entries),
                    KERNEL_OK);
  if (row->n_entries > 0) {
    assert_int_equal (n_entries, row->n_entries);
    assert_int_equal (entries[n_entries - 1].step, row->last.step);
    assert_int_equal (entries[n_entries - 1].at, row->last.at);
  }
  if (row->before.step != KERNEL_SHIFT_TOO_FEW) {
    assert_int_equal (entries[1].step, row->before.step);
    assert_int_equal (entries[1].at, row->before.at);
    assert_int_equal (entries[1].direction, row->before.direction);
    assert_near (entries[1].centre, row->before.centre, 1e-14);
  }
}

/* One value far off is left out of the limits it would move. */
static void
leaves_out_what_lies_beyond (void **state)
{
  const KernelStableShift one = { 12, 3, 1, 1 / 1.128, 3.267 };
  const double values[] = { 4, 6, 4, 6, 4, 90, 4, 6, 4, 6, 4, 6 };
  double work[24];
  uint8_t used[12];
  KernelShiftEntry entries[14];
  size_t n_entries;

  (void) state;
  assert_int_equal (kernel_stable_shift (12, values, &one, work, used, entries, &n_entries),
                    KERNEL_OK);
  assert_near (entries[0].centre, 54.0 / 11, 1e-14);
}

static void
a_run_makes_its_own_median (void **state)
{
  const double values[] = { 5, 5, 5, 7, 5, 9, 9, 4, 1, 2, 3, 8 };
  KernelSustainedRun runs[12];
  double work[24];
  size_t n_runs;

  (void) state;
  assert_int_equal (kernel_sustained_runs (12, values, 3, 3, work, runs, &n_runs), KERNEL_OK);
  assert_int_equal (n_runs, 2);
  assert_int_equal (runs[0].first, 3);
  assert_int_equal (runs[0].last, 6);
  assert_int_equal (runs[0].direction, 1);
  assert_near (runs[0].centre, 9, 0); /* of 7, 9 and 9 */
  assert_int_equal (runs[1].first, 7);
  assert_int_equal (runs[1].last, 9);
  assert_int_equal (runs[1].direction, -1);
}

static void
refuses_windows_that_are_none (void **state)
{
  const KernelStableShift narrow = { 1, 3, 0, 1, 0 }, runless = { 6, 0, 0, 1, 0 };
  const KernelStableShift unscreened = { 6, 3, 0, 1, NAN };
  size_t count;

  (void) state;
  assert_int_equal (kernel_stable_shift (0, NULL, &narrow, NULL, NULL, NULL, &count),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_stable_shift (0, NULL, &runless, NULL, NULL, NULL, &count),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_stable_shift (0, NULL, &unscreened, NULL, NULL, NULL, &count),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_sustained_runs (0, NULL, 0, 1, NULL, NULL, &count),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_sustained_runs (0, NULL, 1, 0, NULL, NULL, &count),
                    KERNEL_ERR_PARAMETER);
}

#define N_KNOWN (sizeof known / sizeof known[0])

int
main (void)
{
  struct CMUnitTest tests[N_KNOWN + 3] = {
    cmocka_unit_test (leaves_out_what_lies_beyond),
    cmocka_unit_test (a_run_makes_its_own_median),
    cmocka_unit_test (refuses_windows_that_are_none),
  };

  for (size_t i = 0; i < N_KNOWN; i++)
    tests[3 + i] = (struct CMUnitTest){ .name = known[i].label,
                                        .test_func = finds_known_answer,
                                        .initial_state = (void *) &known[i] };

  return cmocka_run_group_tests_name ("kernel/stable-shift", tests, NULL, NULL);
}
