/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/false-alarm.h"

#include <scrutiny/chart.h>

#include "support/near.h"

static ScrutinyChart *
draw (guint n, const char *rules, gboolean is_known, guint start)
{
  g_autofree double *values = g_new (double, n);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2001-01", n, NULL);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autofree char *phase = g_strdup_printf ("@%u", start);
  const char *const names[] = { rules, NULL }, *const phases[] = { phase, NULL };
  GError *error = NULL;

  for (guint i = 0; i < n; i++)
    values[i] = (i * 7919) % 13;
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, n, NULL);
  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_rules (options, names);
  scrutiny_chart_options_set_phases (options, start > 0 ? phases : NULL);
  if (is_known) {
    scrutiny_chart_options_set_known_centre (options, 6.5);
    scrutiny_chart_options_set_known_spread (options, 4);
  }
  ScrutinyChart *chart = scrutiny_chart_new (series, options, &error);
  assert_null (error);

  return chart;
}

/* 1 - (1 - p)^24 with p = 2 (1 - Phi (3)): R. */
static void
limits_that_are_known_have_an_exact_chance (void **state)
{
  g_autoptr (ScrutinyChart) chart = draw (24, "1 beyond limits", TRUE, 0);

  (void) state;
  assert_near (scrutiny_chart_get_false_alarm (chart), 0.06282264032571305, 1e-14);
}

/* Every one of the 2^16 sequences of 16 sides, counted: an independent route. */
static gboolean
is_outside (guint sides, const KernelRunBox *box)
{
  guint longest = 1, length = 1, crossings = 0;

  for (guint i = 1; i < 16; i++) {
    const gboolean same = (sides >> i & 1) == (sides >> (i - 1) & 1);

    length = same ? length + 1 : 1;
    crossings += !same;
    longest = MAX (longest, length);
  }

  return longest > box->longest_max || crossings < box->crossings_min ||
         (longest == box->longest_max && crossings < box->crossings_there) ||
         (crossings == box->crossings_min && longest > box->longest_there);
}

static void
boxes_have_exact_chances (void **state)
{
  static const struct {
    const char *rules;
    KernelBox box;
  } rows[] = {
    { "anhoej", KERNEL_BOX_ANHOEJ },
    { "anhoej-bestbox", KERNEL_BOX_BEST },
    { "anhoej-cutbox", KERNEL_BOX_CUT },
  };

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (rows); k++) {
    const KernelRunBox box = kernel_run_box (rows[k].box, 16, 15);
    g_autoptr (ScrutinyChart) chart = draw (16, rows[k].rules, FALSE, 0);
    guint n_outside = 0;

    for (guint sides = 0; sides < 1 << 16; sides++)
      n_outside += is_outside (sides, &box);
    assert_near (scrutiny_chart_get_false_alarm (chart), n_outside / 65536.0, 1e-12);
  }
}

/* Another seed gives what is stored, give or take four standard errors. */
static void
what_is_stored_can_be_made_again (void **state)
{
  static const char *const names[] = { "wheeler", "mdc-2023", "nelson", "western-electric" };

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (names); k++) {
    const RuleSet *set = rule_set_find (names[k]);
    const double stored = false_alarm_look_up (names[k], 36);
    const double again = false_alarm_simulate (&set, 1, 36, TRUE, 3, 4000, 7);

    assert_near (again, stored, 4 * sqrt (stored * (1 - stored) * (1.0 / 4000 + 1.0 / 20000)));
  }
}

static void
what_lies_between_is_between (void **state)
{
  const double low = false_alarm_look_up ("wheeler", 30),
               high = false_alarm_look_up ("wheeler", 36);

  (void) state;
  assert_near (low, 0.1433, 0);
  assert_near (high, 0.1803, 1e-15);
  assert_true (false_alarm_look_up ("wheeler", 33) > low);
  assert_true (false_alarm_look_up ("wheeler", 33) < high);
  assert_near (false_alarm_look_up ("wheeler", 11), NAN, 0);
  assert_near (false_alarm_look_up ("wheeler", 481), NAN, 0);
  assert_near (false_alarm_look_up ("none", 24), NAN, 0);
}

static void
each_phase_has_its_own_chance (void **state)
{
  g_autoptr (ScrutinyChart) chart = draw (48, "wheeler", FALSE, 24);
  const double one = false_alarm_look_up ("wheeler", 24);

  (void) state;
  assert_near (scrutiny_chart_get_false_alarm (chart), 1 - (1 - one) * (1 - one), 1e-15);
}

static void
rules_written_out_are_tried_on_the_spot (void **state)
{
  g_autoptr (ScrutinyChart) chart = draw (24, "4 on one side", FALSE, 0);
  g_autoptr (ScrutinyChart) again = draw (24, "4 on one side", FALSE, 0);

  (void) state;
  assert_true (scrutiny_chart_get_false_alarm (chart) > 0.6);
  assert_near (scrutiny_chart_get_false_alarm (chart), scrutiny_chart_get_false_alarm (again), 0);
}

/* 30 charts: what chance alone would give. */
static void
across_a_pack_chances_add_up (void **state)
{
  ScrutinyChart *charts[30];
  gint64 n_charts, n_known;
  double expected;

  (void) state;
  for (guint i = 0; i < 30; i++)
    charts[i] = draw (i == 0 ? 3 : 24, "wheeler", FALSE, 0);
  g_autoptr (GVariant) pack = scrutiny_chart_expect_alarms (charts, 30);
  assert_true (g_variant_lookup (pack, "charts", "x", &n_charts));
  assert_true (g_variant_lookup (pack, "known", "x", &n_known));
  assert_true (g_variant_lookup (pack, "expected", "d", &expected));
  assert_int_equal (n_charts, 30);
  assert_int_equal (n_known, 29);
  assert_near (expected, 29 * false_alarm_look_up ("wheeler", 24), 1e-12);
  for (guint i = 0; i < 30; i++)
    g_object_unref (charts[i]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (limits_that_are_known_have_an_exact_chance),
    cmocka_unit_test (boxes_have_exact_chances),
    cmocka_unit_test (what_is_stored_can_be_made_again),
    cmocka_unit_test (what_lies_between_is_between),
    cmocka_unit_test (each_phase_has_its_own_chance),
    cmocka_unit_test (rules_written_out_are_tried_on_the_spot),
    cmocka_unit_test (across_a_pack_chances_add_up),
  };

  return cmocka_run_group_tests_name ("trend/false-alarm", tests, NULL, NULL);
}
