/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/trend-options.h>

#include "support/near.h"

static void
leaves_every_choice_open (void **state)
{
  g_autoptr (ScrutinyTrendOptions) options = scrutiny_trend_options_new ();

  (void) state;
  assert_null (scrutiny_trend_options_get_season (options));
  assert_null (scrutiny_trend_options_get_test (options));
  assert_int_equal (scrutiny_trend_options_get_window (options), 7);
  assert_true (scrutiny_trend_options_get_robust (options));
  assert_near (scrutiny_trend_options_get_level (options), .95, 0);
}

static void
count_notification (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* As properties and by name; what is set again is no news. */
static void
keeps_what_is_set (void **state)
{
  g_autoptr (ScrutinyTrendOptions) options = scrutiny_trend_options_new ();
  g_autofree char *season = NULL;
  guint n_notified = 0, window;
  gboolean robust;
  double level;

  (void) state;
  g_signal_connect (options, "notify", G_CALLBACK (count_notification), &n_notified);
  for (int round = 0; round < 2; round++)
    g_object_set (options, "season", "7,365", "window", 0u, "robust", FALSE, "level", .9, "test",
                  "pettitt", NULL);
  assert_int_equal (n_notified, 5);
  assert_string_equal (scrutiny_trend_options_get_test (options), "pettitt");
  assert_string_equal (scrutiny_trend_options_get_season (options), "7,365");
  assert_int_equal (scrutiny_trend_options_get_window (options), 0);
  assert_false (scrutiny_trend_options_get_robust (options));
  assert_near (scrutiny_trend_options_get_level (options), .9, 0);
  g_object_get (options, "season", &season, "window", &window, "robust", &robust, "level", &level,
                NULL);
  assert_string_equal (season, "7,365");
  assert_int_equal (window, 0);
  assert_false (robust);
  assert_near (level, .9, 0);
  scrutiny_trend_options_set_season (options, scrutiny_trend_options_get_season (options) + 2);
  assert_string_equal (scrutiny_trend_options_get_season (options), "365");
  scrutiny_trend_options_set_season (options, NULL);
  assert_null (scrutiny_trend_options_get_season (options));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (leaves_every_choice_open),
    cmocka_unit_test (keeps_what_is_set),
  };

  return cmocka_run_group_tests_name ("trend/trend-options", tests, NULL, NULL);
}
