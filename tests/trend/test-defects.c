/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>

#include "support/near.h"

#include <math.h>
#include <string.h>

/* What other tools were seen to get wrong, and what is right: one test each. */

static ScrutinySeries *
series_of (const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2021-01", n, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

static ScrutinyChart *
draw (const double *values, gsize n, ScrutinyChartOptions *options)
{
  g_autoptr (ScrutinySeries) series = series_of (values, n);
  g_autoptr (GError) error = NULL;
  ScrutinyChart *chart = scrutiny_chart_new (series, options, &error);

  assert_null (error);

  return chart;
}

static double
point (ScrutinyChart *chart, const char *column, guint i)
{
  gsize n;

  return scrutiny_table_get_doubles (scrutiny_chart_get_points (chart), column, &n)[i];
}

static double
phase (ScrutinyChart *chart, const char *column)
{
  gsize n;

  return scrutiny_table_get_doubles (scrutiny_chart_get_phases (chart), column, &n)[0];
}

/* The points that any signal holds, as “0 5 6”. */
static char *
dup_marked (ScrutinyChart *chart)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  g_autofree guint8 *marked = g_new0 (guint8, 1000);
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < signals->len; k++) {
    gsize n;
    const guint *points = scrutiny_signal_get_points (signals->pdata[k], &n);

    for (gsize p = 0; p < n; p++)
      marked[points[p]] = 1;
  }
  for (guint i = 0; i < 1000; i++) {
    if (marked[i])
      g_string_append_printf (text, "%s%u", text->len ? " " : "", i);
  }

  return g_string_free (text, FALSE);
}

static ScrutinyChartOptions *
of_kind (ScrutinyChartKind kind)
{
  ScrutinyChartOptions *options = scrutiny_chart_options_new ();

  scrutiny_chart_options_set_kind (options, kind);

  return options;
}

/* 1. Screening takes both ranges of a single spike away, and all 24 points stand out. */
static void
one_spike_is_one_point (void **state)
{
  static const char *const profiles[] = { NULL, "qicharts2", "nhs-plot-the-dots", "powerbi-spc" };
  double values[24];

  (void) state;
  for (guint i = 0; i < 24; i++)
    values[i] = i == 12 ? 9 : 5;
  for (guint k = 0; k < G_N_ELEMENTS (profiles); k++) {
    g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);

    scrutiny_chart_options_set_screen (options, TRUE);
    scrutiny_chart_options_set_profile (options, profiles[k]);
    scrutiny_chart_options_set_rules (options, (const char *[]){ "1 beyond limits", NULL });
    g_autoptr (ScrutinyChart) chart = draw (values, 24, options);
    g_autofree char *marked = dup_marked (chart);
    assert_string_equal (marked, "12");
    assert_string_equal (
        scrutiny_table_get_texts (scrutiny_chart_get_phases (chart), "note")[0],
        "leaving out large moving ranges would have left no movement, so all were kept");
    assert_near (phase (chart, "screened"), 0, 0);
  }
}

/* 2. A constant series has limits that are not there, or 24 points beyond them. */
static void
a_constant_series_stands_out_nowhere (void **state)
{
  static const char *const sets[] = { "wheeler",          "nelson",      "mdc-2018",
                                      "western-electric", "powerbi-spc", NULL };
  double values[24];

  (void) state;
  for (guint i = 0; i < 24; i++)
    values[i] = 0.1 + 0.2;
  for (guint screen = 0; screen < 2; screen++) {
    g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);

    scrutiny_chart_options_set_rules (options, sets);
    scrutiny_chart_options_set_screen (options, (gboolean) screen);
    g_autoptr (ScrutinyChart) chart = draw (values, 24, options);
    g_autofree char *marked = dup_marked (chart);
    assert_string_equal (marked, "");
    assert_near (point (chart, "lower", 5), 0.1 + 0.2, 1e-16);
    assert_near (point (chart, "upper", 5), 0.1 + 0.2, 1e-16);
  }
}

/* 3. A first point exactly on the mean is flagged. */
static void
a_first_point_on_the_mean_is_no_signal (void **state)
{
  static const double values[] = { 5, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 5 };
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);

  (void) state;
  scrutiny_chart_options_set_rules (options, (const char *[]){ "7 on one side", NULL });
  g_autoptr (ScrutinyChart) chart = draw (values, 12, options);
  g_autofree char *marked = dup_marked (chart);
  assert_near (point (chart, "centre", 0), 5, 0);
  assert_string_equal (marked, "");
}

/* 4. A frozen i′ chart takes its spread from all points, and a phase cancels the freeze. */
static void
freezing_holds_on_every_chart_and_beside_phases (void **state)
{
  double counts[30], totals[30], early[12];
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2021-01", 30, NULL);
  g_autoptr (ScrutinyTimeline) year = scrutiny_timeline_new ("2021-01", 12, NULL);
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_I_PRIME);
  g_autoptr (ScrutinyChartOptions) plain = of_kind (SCRUTINY_CHART_KIND_I_PRIME);

  (void) state;
  for (guint i = 0; i < 30; i++) {
    totals[i] = 100;
    counts[i] = i < 12 ? 20 + i % 3 : i < 24 ? 10 + 25 * (i % 2) : 50 + i % 2;
    if (i < 12)
      early[i] = counts[i];
  }
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new_ratio (timeline, counts, 30, totals, 30, 100, NULL);
  g_autoptr (ScrutinySeries) first =
      scrutiny_series_new_ratio (year, early, 12, totals, 12, 100, NULL);
  scrutiny_chart_options_set_baseline (options, "2021-01..2021-12");
  scrutiny_chart_options_set_phases (options, (const char *[]){ "2023-01", NULL });
  g_autoptr (ScrutinyChart) frozen = scrutiny_chart_new (series, options, NULL);
  g_autoptr (ScrutinyChart) alone = scrutiny_chart_new (first, plain, NULL);
  for (guint i = 0; i < 24; i++) {
    assert_near (point (frozen, "upper", i), point (alone, "upper", 0), 0);
    assert_near (point (frozen, "centre", i), point (alone, "centre", 0), 0);
  }
  assert_near (point (frozen, "centre", 24), 50.5, 1e-12);
}

/* 5. Whether ranges are screened depends on how a package was loaded. */
static void
screening_is_off_until_asked_for_and_then_said (void **state)
{
  static const double values[] = { 5, 6, 5, 6, 5, 6, 5, 20, 5, 6, 5, 6, 5, 6, 5, 6 };
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);
  g_autoptr (ScrutinyChart) all = draw (values, 16, options);

  (void) state;
  assert_near (phase (all, "sigma"), sqrt (acos (-1)) / 2 * 43 / 15, 1e-14);
  scrutiny_chart_options_set_screen (options, TRUE);
  g_autoptr (ScrutinyChart) screened = draw (values, 16, options);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (screened));
  assert_near (phase (screened, "sigma"), sqrt (acos (-1)) / 2, 1e-15);
  assert_near (phase (screened, "screened"), 2, 0);
  for (guint i = 0; i < 16; i++)
    assert_near (point (screened, "screened", i), i == 7 || i == 8, 0);
  assert_non_null (strstr (json, "\"screen\":true"));
}

/* 6. Leaving a point out, or a missing month, joins two values that are no neighbours. */
static void
nothing_is_joined_across_what_was_left_out (void **state)
{
  static const double values[] = { 5, 6, 5, 6, 90, 50, 51, 50, 51, 50, 51, 50 };
  static const double gap[] = { 5, 6, 5, 6, NAN, 50, 51, 50, 51, 50, 51, 50 };
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);
  g_autoptr (ScrutinyChart) missing = draw (gap, 12, options);

  (void) state;
  scrutiny_chart_options_set_excluded (options, (const char *[]){ "@4", NULL });
  g_autoptr (ScrutinyChart) excluded = draw (values, 12, options);
  assert_near (phase (excluded, "sigma"), sqrt (acos (-1)) / 2, 1e-15);
  assert_near (phase (missing, "sigma"), sqrt (acos (-1)) / 2, 1e-15);
  assert_near (point (excluded, "value", 4), 90, 0); /* shown all the same */
  /* Asked to, it does what other tools do: (9 + 44) / 10. */
  scrutiny_chart_options_set_gaps (options, "bridge");
  g_autoptr (ScrutinyChart) bridged = draw (values, 12, options);
  assert_near (phase (bridged, "sigma"), sqrt (acos (-1)) / 2 * 53 / 10, 1e-14);
}

/* 7. A missing value counts as a range of 0, and the centre is not there. */
static void
a_missing_value_is_no_range (void **state)
{
  static const double values[] = { 4, 6, 4, 6, 4, NAN, 4, 6, 4, 6, 4, 6 };
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);
  g_autoptr (ScrutinyChart) chart = draw (values, 12, options);

  (void) state;
  assert_near (phase (chart, "centre"), 54.0 / 11, 1e-15);
  assert_near (phase (chart, "sigma"), sqrt (acos (-1)) / 2 * 2, 1e-15);
  assert_near (phase (chart, "n_used"), 11, 0);
}

/* 8. Rates of 0.0004 to 0.0007 are rounded to 0.001, and every point stands out. */
static void
tiny_rates_keep_their_digits (void **state)
{
  static const double values[] = { 0.0004, 0.0007, 0.0005, 0.0006, 0.0004, 0.0007,
                                   0.0005, 0.0006, 0.0004, 0.0007, 0.0005, 0.0006 };
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);
  g_autoptr (ScrutinyChart) chart = draw (values, 12, options);
  g_autofree char *marked = dup_marked (chart);

  (void) state;
  assert_near (phase (chart, "centre"), 0.00055, 1e-18);
  assert_near (phase (chart, "sigma"), sqrt (acos (-1)) / 2 * 0.0022 / 11, 1e-18);
  assert_string_equal (marked, "");
}

/* 9. The seventh point of the first run is never flagged. */
static void
the_first_run_is_complete_with_its_last_point (void **state)
{
  static const double values[] = { 8, 9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1 };
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);

  (void) state;
  scrutiny_chart_options_set_rules (options, (const char *[]){ "7 on one side", NULL });
  g_autoptr (ScrutinyChart) chart = draw (values, 12, options);
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  g_autofree char *marked = dup_marked (chart);
  assert_string_equal (marked, "0 1 2 3 4 5 6");
  assert_string_equal (scrutiny_signal_get_completed (signals->pdata[0]), "2021-07");
}

/* 10. One missing value changes which ranges pass the screen: without screening, and with
 * the median range, an answer moves with the data.
 */
static void
one_more_gap_moves_the_limits_little (void **state)
{
  double values[24], gap[24];
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);

  (void) state;
  for (guint i = 0; i < 24; i++)
    values[i] = gap[i] = 10 + (i * 5) % 7 + (i == 11 ? 9 : 0);
  gap[3] = NAN;
  scrutiny_chart_options_set_spread (options, "median-mr");
  g_autoptr (ScrutinyChart) whole = draw (values, 24, options);
  g_autoptr (ScrutinyChart) holed = draw (gap, 24, options);
  assert_true (fabs (phase (holed, "sigma") / phase (whole, "sigma") - 1) < 0.3);
  assert_near (phase (whole, "screened"), 0, 0);
}

/* 11. The median range is divided by 1.128, and g charts have no limits. */
static void
median_ranges_have_their_own_constant (void **state)
{
  static const double values[] = { 10, 12, 10, 13, 11, 9, 11, 14, 10, 12 };
  static const double between[] = { 12, 30, 5, 41, 18, 9, 22, 60, 3, 27 };
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);
  g_autoptr (ScrutinyChartOptions) rare = of_kind (SCRUTINY_CHART_KIND_G);

  (void) state;
  scrutiny_chart_options_set_spread (options, "median-mr");
  scrutiny_chart_options_set_constants (options, "montgomery");
  g_autoptr (ScrutinyChart) chart = draw (values, 10, options);
  assert_near (phase (chart, "sigma"), 2 / 0.954, 1e-15);

  /* Mean 22.7, centre the median 20; 22.7 + 3 sqrt (22.7 x 23.7). */
  g_autoptr (ScrutinyChart) g = draw (between, 10, rare);
  assert_near (point (g, "centre", 0), 20, 0);
  assert_near (point (g, "upper", 0), 22.7 + 3 * sqrt (22.7 * 23.7), 1e-13);
  assert_near (point (g, "lower", 0), 0, 0);
}

/* A point may be in an upward and in a downward pattern at once. */
static void
a_point_is_in_every_pattern_it_belongs_to (void **state)
{
  static const double values[] = { 9, 8, 7, 6, 5, 4, 3, 1, 1, 1, 1, 1, 1, 1 };
  g_autoptr (ScrutinyChartOptions) options = of_kind (SCRUTINY_CHART_KIND_XMR);

  (void) state;
  scrutiny_chart_options_set_rules (options,
                                    (const char *[]){ "7 trending", "6 on one side", NULL });
  g_autoptr (ScrutinyChart) chart = draw (values, 14, options);
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  guint n_of_first = 0, up = 0, down = 0;

  for (guint k = 0; k < signals->len; k++) {
    gsize n;
    const guint *points = scrutiny_signal_get_points (signals->pdata[k], &n);
    const ScrutinyDirection direction = scrutiny_signal_get_direction (signals->pdata[k]);

    for (gsize p = 0; p < n; p++) {
      if (points[p] != 2)
        continue;
      n_of_first++;
      up += direction == SCRUTINY_DIRECTION_UP;
      down += direction == SCRUTINY_DIRECTION_DOWN;
    }
  }
  assert_int_equal (n_of_first, 2);
  assert_int_equal (up, 1);
  assert_int_equal (down, 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (one_spike_is_one_point),
    cmocka_unit_test (a_constant_series_stands_out_nowhere),
    cmocka_unit_test (a_first_point_on_the_mean_is_no_signal),
    cmocka_unit_test (freezing_holds_on_every_chart_and_beside_phases),
    cmocka_unit_test (screening_is_off_until_asked_for_and_then_said),
    cmocka_unit_test (nothing_is_joined_across_what_was_left_out),
    cmocka_unit_test (a_missing_value_is_no_range),
    cmocka_unit_test (tiny_rates_keep_their_digits),
    cmocka_unit_test (the_first_run_is_complete_with_its_last_point),
    cmocka_unit_test (one_more_gap_moves_the_limits_little),
    cmocka_unit_test (median_ranges_have_their_own_constant),
    cmocka_unit_test (a_point_is_in_every_pattern_it_belongs_to),
  };

  return cmocka_run_group_tests_name ("trend/defects", tests, NULL, NULL);
}
