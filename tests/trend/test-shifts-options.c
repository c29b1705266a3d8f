/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/shifts-options.h>

#include "support/near.h"

static void
count (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
leaves_every_choice (void **state)
{
  g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();

  (void) state;
  assert_string_equal (scrutiny_shifts_options_get_season (options), "auto");
  assert_string_equal (scrutiny_shifts_options_get_sensitivity (options), "usual");
  assert_int_equal (scrutiny_shifts_options_get_minimum_segment (options), 0);
  assert_near (scrutiny_shifts_options_get_level (options), 0.95, 0);
  assert_true (scrutiny_shifts_options_get_seed (options) == 1);
}

static void
notifies_of_changes_only (void **state)
{
  g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();
  guint n = 0;

  (void) state;
  g_signal_connect (options, "notify", G_CALLBACK (count), &n);
  for (int k = 0; k < 2; k++) {
    scrutiny_shifts_options_set_season (options, "none");
    scrutiny_shifts_options_set_sensitivity (options, "more");
    scrutiny_shifts_options_set_minimum_segment (options, 6);
    scrutiny_shifts_options_set_level (options, 0.9);
    scrutiny_shifts_options_set_seed (options, 7);
  }
  assert_int_equal (n, 5);
  scrutiny_shifts_options_set_season (options, NULL);
  assert_string_equal (scrutiny_shifts_options_get_season (options), "auto");
}

static void
has_properties (void **state)
{
  g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();
  g_autofree char *season = NULL, *sensitivity = NULL;
  guint least = 0;
  double level = 0;
  guint64 seed = 0;

  (void) state;
  g_object_set (options, "season", "4", "sensitivity", "less", "minimum-segment", 3u, "level",
                (double) 0.8, "seed", (guint64) 9, NULL);
  g_object_get (options, "season", &season, "sensitivity", &sensitivity, "minimum-segment", &least,
                "level", &level, "seed", &seed, NULL);
  assert_string_equal (season, "4");
  assert_string_equal (sensitivity, "less");
  assert_int_equal (least, 3);
  assert_near (level, 0.8, 0);
  assert_true (seed == 9);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (leaves_every_choice),
    cmocka_unit_test (notifies_of_changes_only),
    cmocka_unit_test (has_properties),
  };

  return cmocka_run_group_tests_name ("trend/shifts-options", tests, NULL, NULL);
}
