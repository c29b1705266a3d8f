/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/axis.h"
#include "support/near.h"

static const struct row {
  const char *label;
  double low, high;
  double first, last, step;
  guint n_ticks, decimals;
} rows[] = {
  { "percent between 63 and 96", 60.8, 95.5, 60, 100, 10, 5, 0 },
  { "counts in the thousands", 1057, 2654, 1000, 3000, 500, 5, 0 },
  { "small shares", 0.012, 0.018, 0.012, 0.018, 0.002, 4, 3 },
  { "across zero", -4, 6, -4, 6, 2, 6, 0 },
  { "steps of two and a half", 0, 10.5, 0, 12.5, 2.5, 6, 1 },
  { "nothing but one value", 97, 97, 85, 110, 5, 6, 0 },
  { "nothing but zero", 0, 0, -1, 1, 0.5, 5, 1 },
};

static void
covers_with_round_numbers (void **state)
{
  const struct row *row = *state;
  const Axis axis = axis_cover (row->low, row->high, 5);

  assert_near (axis.first, row->first, 1e-9);
  assert_near (axis.last, row->last, 1e-9);
  assert_near (axis.step, row->step, 1e-9);
  assert_int_equal (axis.n_ticks, row->n_ticks);
  assert_int_equal (axis.decimals, row->decimals);
  assert_near (axis_tick (&axis, axis.n_ticks - 1), row->last, 1e-9);
  assert_true (axis.first <= row->low && row->high <= axis.last);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tests[i] = (struct CMUnitTest){ .name = rows[i].label,
                                    .test_func = covers_with_round_numbers,
                                    .initial_state = (void *) &rows[i] };

  return cmocka_run_group_tests_name ("report/axis", tests, NULL, NULL);
}
