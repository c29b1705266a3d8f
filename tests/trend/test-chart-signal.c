/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-signal-private.h"

#include "support/near.h"

static void
bare_is_empty (void **state)
{
  g_autoptr (ScrutinySignal) signal = g_object_new (SCRUTINY_TYPE_SIGNAL, NULL);
  g_auto (GStrv) periods = scrutiny_signal_dup_periods (signal);
  gsize n_points = 99;

  (void) state;
  assert_string_equal (scrutiny_signal_get_rule (signal), "");
  assert_string_equal (scrutiny_signal_get_rule_set (signal), "");
  assert_int_equal (scrutiny_signal_get_direction (signal), SCRUTINY_DIRECTION_NONE);
  assert_string_equal (scrutiny_signal_get_first (signal), "");
  assert_string_equal (scrutiny_signal_get_last (signal), "");
  assert_string_equal (scrutiny_signal_get_completed (signal), "");
  scrutiny_signal_get_points (signal, &n_points);
  assert_int_equal (n_points, 0);
  assert_null (periods[0]);
}

static void
names_its_periods (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", 9, NULL);
  const guint positions[] = { 2, 3, 5 };
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize n_points = 0;

  (void) state;
  g_array_append_vals (points, positions, G_N_ELEMENTS (positions));
  g_autoptr (ScrutinySignal) signal = scrutiny_signal_new_take (
      timeline, "two-of-three", "mdc-2023", SCRUTINY_DIRECTION_DOWN, 4, points);
  g_auto (GStrv) periods = scrutiny_signal_dup_periods (signal);

  assert_string_equal (scrutiny_signal_get_rule (signal), "two-of-three");
  assert_string_equal (scrutiny_signal_get_rule_set (signal), "mdc-2023");
  assert_int_equal (scrutiny_signal_get_direction (signal), SCRUTINY_DIRECTION_DOWN);
  assert_string_equal (scrutiny_signal_get_first (signal), "2023-06");
  assert_string_equal (scrutiny_signal_get_last (signal), "2023-09");
  assert_string_equal (scrutiny_signal_get_completed (signal), "2023-08");
  assert_int_equal (scrutiny_signal_get_points (signal, &n_points)[2], 5);
  assert_int_equal (n_points, 3);
  assert_int_equal (g_strv_length (periods), 3);
  assert_string_equal (periods[1], "2023-07");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (bare_is_empty),
    cmocka_unit_test (names_its_periods),
  };

  return cmocka_run_group_tests_name ("trend/chart-signal", tests, NULL, NULL);
}
