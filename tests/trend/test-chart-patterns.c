/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>

#include "support/near.h"

#include <string.h>

/* Where looking begins and ends: how many values it takes, and over which of them. */

static const double QUIET[] = { 50, 54, 47, 52, 49, 53, 48, 51, 46, 52, 50, 47,
                                53, 49, 51, 48, 54, 50, 47, 52, 49, 53, 48, 51 };

static ScrutinySeries *
series_of (const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", n, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

static ScrutinyChart *
draw (const double *values,
      gsize n,
      ScrutinyChartKind kind,
      const char *baseline,
      const char *phase,
      const char *excluded)
{
  const char *phases[] = { phase, NULL };
  const char *left_out[] = { excluded, NULL };
  g_autoptr (ScrutinySeries) series = series_of (values, n);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_chart_options_set_kind (options, kind);
  scrutiny_chart_options_set_baseline (options, baseline);
  scrutiny_chart_options_set_phases (options, phases);
  scrutiny_chart_options_set_excluded (options, left_out);
  ScrutinyChart *chart = scrutiny_chart_new (series, options, &error);
  assert_null (error);

  return chart;
}

static guint
count_signals (ScrutinyChart *chart)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);

  return signals->len;
}

static double
of_phase (ScrutinyChart *chart, const char *column, gsize phase)
{
  gsize n;
  const double *numbers =
      scrutiny_table_get_doubles (scrutiny_chart_get_phases (chart), column, &n);

  assert_true (phase < n);

  return numbers[phase];
}

/* Eight values make a baseline; seven do not. */
static void
limits_of_eight_values_are_enough (void **state)
{
  double values[12];

  (void) state;
  memcpy (values, QUIET, sizeof values);
  values[11] = 500;
  g_autoptr (ScrutinyChart) eight =
      draw (values, 12, SCRUTINY_CHART_KIND_XMR, "@0..@7", NULL, NULL);
  g_autoptr (ScrutinyChart) seven =
      draw (values, 12, SCRUTINY_CHART_KIND_XMR, "@0..@6", NULL, NULL);
  assert_int_equal (count_signals (eight), 1);
  assert_int_equal (count_signals (seven), 0);
}

/* Eight values have seven ranges, and that is enough of them. */
static void
ranges_of_eight_values_are_enough (void **state)
{
  g_autoptr (ScrutinyChart) chart = draw (QUIET, 8, SCRUTINY_CHART_KIND_MR, NULL, NULL, NULL);

  (void) state;
  assert_near (of_phase (chart, "n_used", 0), 7, 0);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (chart)));
}

/* The range at the first point of a baseline reaches back before it. */
static void
ranges_of_a_baseline_lie_inside_it (void **state)
{
  g_autoptr (ScrutinyChart) chart = draw (QUIET, 24, SCRUTINY_CHART_KIND_MR, "@5..@14", NULL, NULL);

  (void) state;
  assert_near (of_phase (chart, "n_used", 0), 9, 0);
  /* 5, 3, 5, 6, 2, 3, 6, 4, 2 */
  assert_near (of_phase (chart, "centre", 0), 4, 1e-15);
}

/* Five low, five high: one crossing where two are usual. */
static void
runs_need_ten_useful_points (void **state)
{
  static const double ten[] = { 1, 2, 1, 2, 1, 8, 9, 8, 9, 8 };
  static const double nine[] = { 1, 2, 1, 2, 5, 9, 8, 9, 8 };
  g_autoptr (ScrutinyChart) enough = draw (ten, 10, SCRUTINY_CHART_KIND_RUN, NULL, NULL, NULL);
  g_autoptr (ScrutinyChart) few = draw (nine, 9, SCRUTINY_CHART_KIND_RUN, NULL, NULL, NULL);

  (void) state;
  assert_int_equal (count_signals (enough), 1);
  assert_int_equal (count_signals (few), 0);
  assert_near (scrutiny_chart_get_false_alarm (few), NAN, 0);
}

/* With 11 values nothing is looked for unless it was asked for; with 12 it is. */
static void
looks_from_twelve_values_on (void **state)
{
  static const double step[] = { 1, 2, 1, 2, 1, 5, 8, 9, 8, 9, 8 };
  double values[12];

  (void) state;
  g_autoptr (ScrutinyChart) left = draw (step, 11, SCRUTINY_CHART_KIND_AUTO, NULL, NULL, NULL);
  g_autoptr (ScrutinyChart) asked = draw (step, 11, SCRUTINY_CHART_KIND_RUN, NULL, NULL, NULL);
  assert_int_equal (count_signals (left), 0);
  assert_int_equal (count_signals (asked), 1);

  memcpy (values, QUIET, sizeof values);
  values[6] = 99;
  g_autoptr (ScrutinyChart) twelve = draw (values, 12, SCRUTINY_CHART_KIND_AUTO, NULL, NULL, NULL);
  assert_int_equal (scrutiny_chart_get_kind (twelve), SCRUTINY_CHART_KIND_XMR);
  assert_int_equal (count_signals (twelve), 1);
}

/* What is left out is not there to be counted. */
static void
excluded_values_do_not_make_twelve (void **state)
{
  g_autoptr (ScrutinyChart) chart = draw (QUIET, 12, SCRUTINY_CHART_KIND_AUTO, NULL, NULL, "@3");

  (void) state;
  assert_int_equal (scrutiny_chart_get_kind (chart), SCRUTINY_CHART_KIND_RUN);
  assert_string_equal (scrutiny_chart_get_reason (chart),
                       "11 months: limits need 12, so the values are shown with their median.");
}

/* The runs told of are those of the phase in force. */
static void
runs_are_those_of_the_last_phase (void **state)
{
  double values[24];
  gint64 useful;

  (void) state;
  g_autoptr (ScrutinyChart) phases = draw (QUIET, 24, SCRUTINY_CHART_KIND_RUN, NULL, "@13", NULL);
  assert_true (g_variant_lookup (scrutiny_chart_get_runs (phases), "useful", "x", &useful));
  assert_near (of_phase (phases, "useful", 1), (double) useful, 0);
  assert_true (of_phase (phases, "useful", 0) != (double) useful);
  assert_true (scrutiny_chart_get_false_alarm (phases) > 0);

  memcpy (values, QUIET, sizeof values);
  values[11] = NAN;
  g_autoptr (ScrutinyChart) gap = draw (values, 24, SCRUTINY_CHART_KIND_RUN, NULL, NULL, NULL);
  assert_true (scrutiny_chart_get_false_alarm (gap) > 0);
}

/* Ten ranges of 1 and one of 3.2668 times the mean, between the D4 of the constants:
 * 3.2665 exact, 3.267 and 3.268 in the books.
 */
static void
screens_at_the_limit_of_its_constants (void **state)
{
  static const struct {
    const char *constants;
    gboolean screen;
    gboolean drops;
  } rows[] = {
    { "exact", FALSE, FALSE },
    { "exact", TRUE, TRUE },
    { "montgomery", TRUE, FALSE },
    { "wheeler", TRUE, FALSE },
  };
  const double jump = 3.2668 * 10 / (11 - 3.2668);
  double values[12];

  (void) state;
  for (guint i = 0; i < 12; i++)
    values[i] = i < 11 ? i % 2 : jump;
  for (guint k = 0; k < G_N_ELEMENTS (rows); k++) {
    g_autoptr (ScrutinySeries) series = series_of (values, 12);
    g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();

    scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_MR);
    scrutiny_chart_options_set_constants (options, rows[k].constants);
    scrutiny_chart_options_set_screen (options, rows[k].screen);
    g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, options, NULL);
    assert_near (of_phase (chart, "centre", 0), rows[k].drops ? 1 : (10 + jump) / 11, 1e-14);
  }
}

/* A share of nearly all: the upper limit is all of all. */
static void
shares_reach_no_further_than_all (void **state)
{
  static const double above[] = { 40, 59, 50, 60, 49, 40, 48, 60, 40, 59, 50, 50 };
  static const double below[] = { 40, 60, 50, 60, 50, 40, 50, 60, 40, 60, 50, 50 };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", 12, NULL);
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new_ratio (timeline, above, 12, below, 12, 100, NULL);
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, NULL, NULL);
  ScrutinyTable *points = scrutiny_chart_get_points (chart);

  (void) state;
  assert_int_equal (scrutiny_chart_get_kind (chart), SCRUTINY_CHART_KIND_I_PRIME);
  assert_near (*scrutiny_table_get_doubles (points, "upper", NULL), 100, 0);
  assert_true (*scrutiny_table_get_doubles (points, "lower", NULL) < 99);
}

/* The last month alone does not stand for a level: both are told together. */
static void
two_spikes_are_told_together (void **state)
{
  double values[24];

  (void) state;
  memcpy (values, QUIET, sizeof values);
  values[5] = values[23] = 90;
  g_autoptr (ScrutinyChart) chart = draw (values, 24, SCRUTINY_CHART_KIND_XMR, NULL, NULL, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (chart));
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  assert_true (g_str_has_prefix (said,
                                 "2 of 24 months, the first September 2023 and the last March "
                                 "2025, lie above "));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (limits_of_eight_values_are_enough),
    cmocka_unit_test (ranges_of_eight_values_are_enough),
    cmocka_unit_test (ranges_of_a_baseline_lie_inside_it),
    cmocka_unit_test (runs_need_ten_useful_points),
    cmocka_unit_test (looks_from_twelve_values_on),
    cmocka_unit_test (excluded_values_do_not_make_twelve),
    cmocka_unit_test (runs_are_those_of_the_last_phase),
    cmocka_unit_test (screens_at_the_limit_of_its_constants),
    cmocka_unit_test (shares_reach_no_further_than_all),
    cmocka_unit_test (two_spikes_are_told_together),
  };

  return cmocka_run_group_tests_name ("trend/chart-patterns", tests, NULL, NULL);
}
