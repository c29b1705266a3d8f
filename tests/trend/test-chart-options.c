/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart-options.h>

#include "support/near.h"

static void
leaves_every_choice_open (void **state)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();

  (void) state;
  assert_int_equal (scrutiny_chart_options_get_kind (options), SCRUTINY_CHART_KIND_AUTO);
  assert_null (scrutiny_chart_options_get_baseline (options));
  assert_null (scrutiny_chart_options_get_phases (options));
  assert_null (scrutiny_chart_options_get_excluded (options));
  assert_null (scrutiny_chart_options_get_rules (options));
  assert_near (scrutiny_chart_options_get_width (options), 3, 0);
  assert_string_equal (scrutiny_chart_options_get_constants (options), "exact");
  assert_false (scrutiny_chart_options_get_screen (options));
}

static void
count_notification (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* Every property can be set as a property and read by its getter. */
static void
keeps_what_is_set (void **state)
{
  const char *const texts[] = { "2023-04", "@3", NULL };
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  guint n_notified = 0;

  (void) state;
  g_signal_connect (options, "notify", G_CALLBACK (count_notification), &n_notified);
  g_object_set (options, "kind", SCRUTINY_CHART_KIND_P, "baseline", "2023-04..2024-03", "phases",
                texts, "excluded", texts, "rules", texts, "width", 2.0, "constants", "wheeler",
                "screen", TRUE, NULL);
  assert_int_equal (n_notified, 8);
  assert_int_equal (scrutiny_chart_options_get_kind (options), SCRUTINY_CHART_KIND_P);
  assert_string_equal (scrutiny_chart_options_get_baseline (options), "2023-04..2024-03");
  assert_string_equal (scrutiny_chart_options_get_phases (options)[1], "@3");
  assert_string_equal (scrutiny_chart_options_get_excluded (options)[0], "2023-04");
  assert_null (scrutiny_chart_options_get_rules (options)[2]);
  assert_near (scrutiny_chart_options_get_width (options), 2, 0);
  assert_string_equal (scrutiny_chart_options_get_constants (options), "wheeler");
  assert_true (scrutiny_chart_options_get_screen (options));
}

static void
gives_back_as_properties (void **state)
{
  const char *const texts[] = { "2023-04", NULL };
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_auto (GStrv) phases = NULL;
  g_auto (GStrv) excluded = NULL;
  g_auto (GStrv) rules = NULL;
  g_autofree char *baseline = NULL;
  g_autofree char *constants = NULL;
  ScrutinyChartKind kind;
  gboolean screen;
  double width;

  (void) state;
  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_MR);
  scrutiny_chart_options_set_baseline (options, "..@4");
  scrutiny_chart_options_set_phases (options, texts);
  scrutiny_chart_options_set_excluded (options, texts);
  scrutiny_chart_options_set_rules (options, texts);
  scrutiny_chart_options_set_width (options, -1);
  scrutiny_chart_options_set_constants (options, "montgomery");
  scrutiny_chart_options_set_screen (options, TRUE);
  g_object_get (options, "kind", &kind, "baseline", &baseline, "phases", &phases, "excluded",
                &excluded, "rules", &rules, "width", &width, "constants", &constants, "screen",
                &screen, NULL);
  assert_int_equal (kind, SCRUTINY_CHART_KIND_MR);
  assert_string_equal (baseline, "..@4");
  assert_string_equal (phases[0], "2023-04");
  assert_string_equal (excluded[0], "2023-04");
  assert_string_equal (rules[0], "2023-04");
  assert_near (width, -1, 0); /* nothing is checked before there is a series */
  assert_string_equal (constants, "montgomery");
  assert_true (screen);
}

static void
can_be_set_to_nothing_again (void **state)
{
  const char *const texts[] = { "2023-04", NULL };
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();

  (void) state;
  scrutiny_chart_options_set_baseline (options, "@0..@3");
  scrutiny_chart_options_set_baseline (options, NULL);
  scrutiny_chart_options_set_phases (options, texts);
  scrutiny_chart_options_set_phases (options, NULL);
  scrutiny_chart_options_set_constants (options, "wheeler");
  scrutiny_chart_options_set_constants (options, NULL);
  assert_null (scrutiny_chart_options_get_baseline (options));
  assert_null (scrutiny_chart_options_get_phases (options));
  assert_string_equal (scrutiny_chart_options_get_constants (options), "exact");
}

/* A getter's text handed back to the setter must not be freed under it. */
static void
takes_its_own_text (void **state)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();

  (void) state;
  scrutiny_chart_options_set_baseline (options, "@0..@3");
  scrutiny_chart_options_set_baseline (options, scrutiny_chart_options_get_baseline (options) + 4);
  assert_string_equal (scrutiny_chart_options_get_baseline (options), "@3");
  scrutiny_chart_options_set_phases (options, (const char *[]){ "a", "b", NULL });
  scrutiny_chart_options_set_phases (options, scrutiny_chart_options_get_phases (options) + 1);
  assert_string_equal (scrutiny_chart_options_get_phases (options)[0], "b");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (leaves_every_choice_open), cmocka_unit_test (keeps_what_is_set),
    cmocka_unit_test (gives_back_as_properties), cmocka_unit_test (can_be_set_to_nothing_again),
    cmocka_unit_test (takes_its_own_text),
  };

  return cmocka_run_group_tests_name ("trend/chart-options", tests, NULL, NULL);
}
