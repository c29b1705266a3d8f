/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>

#include "support/csv-rows.h"
#include "support/near.h"
#include "support/small-series.h"

#include <stdlib.h>

static ScrutinyChart *
draw (ScrutinySeries *series, ScrutinyChartOptions *options)
{
  g_autoptr (GError) error = NULL;
  ScrutinyChart *chart = scrutiny_chart_new (series, options, &error);

  if (error)
    print_error ("%s\n", error->message);
  assert_null (error);

  return chart;
}

static ScrutinyChart *
draw_kind (ScrutinySeries *series, ScrutinyChartKind kind)
{
  g_autoptr (ScrutinyChartOptions) options = options_of (kind);

  return draw (series, options);
}

static double
number_at (ScrutinyTable *table, const char *column, gsize row)
{
  gsize n;
  const double *numbers = scrutiny_table_get_doubles (table, column, &n);

  assert_true (row < n);

  return numbers[row];
}

static double
point (ScrutinyChart *chart, const char *column, gsize row)
{
  return number_at (scrutiny_chart_get_points (chart), column, row);
}

static guint
count_signals (ScrutinyChart *chart, const char *rule)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  guint n = 0;

  for (guint k = 0; k < signals->len; k++)
    n += !rule || g_str_equal (scrutiny_signal_get_rule (signals->pdata[k]), rule);

  return n;
}

/* The findings as "id: statement / question", one a line. */
static char *
dup_said (ScrutinyChart *chart)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (chart));
  GString *said = g_string_new (NULL);

  for (guint k = 0; k < findings->len; k++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[k], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[k], NULL);

    g_string_append_printf (said, "%s%s: %s / %s", k ? "\n" : "",
                            scrutiny_finding_get_id (findings->pdata[k]), statement, question);
  }

  return g_string_free (said, FALSE);
}

static void
assert_says (ScrutinyChart *chart, const char *wanted)
{
  g_autofree char *said = dup_said (chart);

  assert_string_equal (said, wanted);
}

static void
bare_is_empty (void **state)
{
  g_autoptr (ScrutinyChart) chart = g_object_new (SCRUTINY_TYPE_CHART, NULL);
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (chart));

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_chart_get_points (chart)), 0);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_chart_get_phases (chart)), 0);
  assert_int_equal (signals->len, 0);
  assert_string_equal (scrutiny_chart_get_reason (chart), "");
  assert_non_null (scrutiny_chart_get_series (chart));
  assert_non_null (scrutiny_result_get_method (SCRUTINY_RESULT (chart)));
  assert_near (scrutiny_chart_get_false_alarm (chart), NAN, 0);
  assert_says (chart, "");
  assert_non_null (strstr (json, "\"schema\":\"scrutiny.chart/1\""));
}

static void
has_the_columns_it_promises (void **state)
{
  static const char *const wanted[] = { "i",        "period",   "label", "value", "state",
                                        "centre",   "lower",    "upper", "phase", "used",
                                        "excluded", "screened", NULL };
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", QUIET, N_QUIET);
  g_autoptr (ScrutinyChart) chart = draw (series, NULL);
  ScrutinyTable *points = scrutiny_chart_get_points (chart);
  g_auto (GStrv) names = scrutiny_table_dup_names (points);

  (void) state;
  assert_true (g_strv_equal ((const char *const *) names, wanted));
  assert_int_equal (scrutiny_table_get_n_rows (points), N_QUIET);
  assert_string_equal (scrutiny_table_get_texts (points, "period")[2], "2023-06");
  assert_string_equal (scrutiny_table_get_texts (points, "label")[2], "June 2023");
  assert_string_equal (scrutiny_table_get_texts (points, "state")[2], "observed");
  assert_near (point (chart, "i", 2), 2, 0);
  assert_ptr_equal (scrutiny_chart_get_points (chart), points);
}

static void
says_when_nothing_stands_out (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", QUIET, N_QUIET);
  g_autoptr (ScrutinyChart) chart = draw (series, NULL);

  (void) state;
  assert_int_equal (scrutiny_chart_get_kind (chart), SCRUTINY_CHART_KIND_XMR);
  assert_int_equal (count_signals (chart, NULL), 0);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (chart)));
  assert_says (chart,
               "trend.ordinary: From April 2023 to March 2025, the figure moved between 46 and 54 "
               "around 50.2; nothing stands out from its ordinary month-to-month movement. / What "
               "would have to change for this figure to move outside 39.2 to 61.1?");
}

/* QUIET moved by @shift, as a percentage. */
static void
assert_asks_of_percentage (double shift, const char *asked)
{
  double moved[N_QUIET];

  for (gsize i = 0; i < N_QUIET; i++)
    moved[i] = QUIET[i] + shift;
  g_autoptr (ScrutinySeries) plain = series_of ("2023-04", moved, N_QUIET);
  g_autoptr (ScrutinySeries) series = scrutiny_series_copy_with_unit (plain, "%");
  g_autoptr (ScrutinyChart) chart = draw (series, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (chart));
  g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[0], NULL);

  assert_string_equal (question, asked);
}

/* No percentage of a whole lies beyond 0 or 100, wherever its limits lie. */
static void
asks_for_no_percentage_that_cannot_be (void **state)
{
  (void) state;
  assert_asks_of_percentage (
      0, "What would have to change for this figure to move outside 39.2 to 61.1?");
  assert_asks_of_percentage (45, "What would have to change for this figure to fall below 84.2?");
  assert_asks_of_percentage (-45, "What would have to change for this figure to rise above 16.1?");
}

/* 2011-12 is December 2011, never the year 2011/12. */
static void
names_months_that_look_like_years (void **state)
{
  double values[N_QUIET];

  (void) state;
  memcpy (values, QUIET, sizeof values);
  values[23] = 80;
  g_autoptr (ScrutinySeries) series = series_of ("2010-01", values, N_QUIET);
  g_autoptr (ScrutinyChart) chart = draw (series, NULL);
  g_autofree char *said = dup_said (chart);

  assert_non_null (strstr (said, "December 2011, at 80, lies above"));
  assert_null (strstr (said, "2011/12"));
}

/* One point beyond; the same upside down; the period's own noun. */
static void
tells_one_point_in_either_direction (void **state)
{
  double values[N_QUIET];

  (void) state;
  memcpy (values, QUIET, sizeof values);
  values[7] = 80;
  g_autoptr (ScrutinySeries) up = series_of ("2010-Q1", values, N_QUIET);
  g_autoptr (ScrutinyChart) high = draw_kind (up, SCRUTINY_CHART_KIND_XMR);
  for (gsize i = 0; i < N_QUIET; i++)
    values[i] = 100 - values[i];
  g_autoptr (ScrutinySeries) down = series_of ("2010-Q1", values, N_QUIET);
  g_autoptr (ScrutinyChart) low = draw_kind (down, SCRUTINY_CHART_KIND_XMR);

  assert_says (high,
               "trend.beyond-limits: October–December 2011, at 80, lies above 69.1, the highest "
               "that ordinary "
               "quarter-to-quarter movement would give around 51.4. / What was different in "
               "October–December 2011?");
  assert_says (
      low, "trend.beyond-limits: October–December 2011, at 20, lies below 30.9, the lowest that "
           "ordinary quarter-to-quarter movement would give around 48.6. / What was "
           "different in October–December 2011?");
  assert_int_equal (count_signals (high, NULL), count_signals (low, NULL));
}

static void
constant_series_is_an_answer (void **state)
{
  double values[24];

  (void) state;
  for (guint i = 0; i < 24; i++)
    values[i] = 0.1;
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", values, 24);
  g_autoptr (ScrutinyChart) chart = draw (series, NULL);
  assert_near (point (chart, "centre", 5), 0.1, 0);
  assert_near (point (chart, "lower", 5), 0.1, 0);
  assert_near (point (chart, "upper", 5), 0.1, 0);
  assert_int_equal (count_signals (chart, NULL), 0);
  assert_says (chart, "trend.ordinary: From April 2023 to March 2025, the figure was 0.1 in every "
                      "month. / What would have to change in the work for this figure to move?");
}

/* Twelve 5s, a 9, eleven 5s: tools that screen mark all 24; ours marks the 9. */
static void
one_spike_is_one_point (void **state)
{
  double values[24];

  (void) state;
  for (guint i = 0; i < 24; i++)
    values[i] = i == 12 ? 9 : 5;
  for (guint screen = 0; screen < 2; screen++) {
    g_autoptr (ScrutinySeries) series = series_of ("2023-04", values, 24);
    g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);
    scrutiny_chart_options_set_screen (options, (gboolean) screen);
    g_autoptr (ScrutinyChart) chart = draw (series, options);
    g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);

    assert_int_equal (count_signals (chart, "beyond-limits"), 1);
    for (guint k = 0; k < signals->len; k++) {
      if (g_str_equal (scrutiny_signal_get_rule (signals->pdata[k]), "beyond-limits"))
        assert_string_equal (scrutiny_signal_get_first (signals->pdata[k]), "2024-04");
    }
  }
}

static void
too_few_points_is_an_answer (void **state)
{
  static const double missing[10] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  g_autoptr (ScrutinySeries) five = series_of ("2023-04", QUIET, 5);
  g_autoptr (ScrutinyChart) chart = draw (five, NULL);
  g_autoptr (ScrutinySeries) none = series_of ("2023-04", missing, 10);
  g_autoptr (ScrutinyChart) empty = draw (none, NULL);
  g_autoptr (ScrutinyChart) asked = draw_kind (five, SCRUTINY_CHART_KIND_XMR);

  (void) state;
  assert_string_equal (
      scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (chart)),
      "5 months are too few for a reading, which needs 8; ask for at least 3 months more.");
  assert_says (chart, "");
  assert_int_equal (scrutiny_chart_get_kind (chart), SCRUTINY_CHART_KIND_RUN);
  assert_near (point (chart, "centre", 0), 50, 0);
  assert_near (point (chart, "upper", 0), NAN, 0);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (empty)),
                       "No month has a value, and a reading needs 8; ask for at least 8 months.");
  assert_near (point (empty, "centre", 0), NAN, 0);
  assert_says (empty, "");
  /* A kind that was asked for is drawn, but nothing is picked out. */
  assert_true (point (asked, "upper", 0) > 50);
  assert_int_equal (count_signals (asked, NULL), 0);
}

static void
few_points_get_a_median_and_no_rules (void **state)
{
  static const double values[11] = { 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9 };
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", values, 11);
  g_autoptr (ScrutinyChart) chart = draw (series, NULL);

  (void) state;
  assert_int_equal (scrutiny_chart_get_kind (chart), SCRUTINY_CHART_KIND_RUN);
  assert_string_equal (scrutiny_chart_get_reason (chart),
                       "11 months: limits need 12, so the values are shown with their median.");
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (chart)));
  assert_int_equal (count_signals (chart, NULL), 0);
  assert_says (chart,
               "trend.few-points: From April 2023 to February 2024, the figure moved between "
               "1 and 9 around 9.0; 11 months are too few to say more. / How did this "
               "figure move before April 2023?");
}

/* 2023-06 is not there: neither a moving range nor a run may reach across. */
static void
never_reaches_across_a_gap (void **state)
{
  static const char *const periods[] = { "2023-01", "2023-02", "2023-03", "2023-04", "2023-05",
                                         "2023-07", "2023-08", "2023-09", "2023-10", "2023-11",
                                         "2023-12", "2024-01", NULL };
  static const double values[] = { 1, 2, 1, 2, 1, 41, 42, 41, 42, 41, 42, 41 };
  g_autoptr (ScrutinySeries) series = series_at (periods, values);
  g_autoptr (ScrutinyChart) chart = draw_kind (series, SCRUTINY_CHART_KIND_XMR);
  ScrutinyTable *phases = scrutiny_chart_get_phases (chart);

  (void) state;
  assert_near (number_at (phases, "sigma", 0), sqrt (G_PI) / 2, 1e-15);
  assert_near (number_at (phases, "n_used", 0), 12, 0);
  assert_near (number_at (phases, "useful", 0), 12, 0);
  assert_near (number_at (phases, "crossings", 0), 0, 0);
  assert_near (number_at (phases, "crossings_min", 0), 2, 0); /* of 10 chances, not 11 */
  assert_int_equal (count_signals (chart, "one-side"), 0);
}

static void
missing_value_is_a_gap (void **state)
{
  static const double values[] = { 1, 2, 1, 2, 1, NAN, 41, 42, 41, 42, 41, 42, 41 };
  g_autoptr (ScrutinySeries) series = series_of ("2023-01", values, 13);
  g_autoptr (ScrutinyChart) chart = draw_kind (series, SCRUTINY_CHART_KIND_XMR);
  g_autoptr (ScrutinyChart) ranges = draw_kind (series, SCRUTINY_CHART_KIND_MR);

  (void) state;
  assert_near (number_at (scrutiny_chart_get_phases (chart), "sigma", 0), sqrt (G_PI) / 2, 1e-15);
  assert_near (point (chart, "used", 5), 0, 0);
  assert_near (point (chart, "used", 6), 1, 0);
  assert_near (point (ranges, "value", 5), NAN, 0);
  assert_near (point (ranges, "value", 6), NAN, 0);
  assert_near (point (ranges, "value", 7), 1, 0);
  assert_near (point (ranges, "centre", 0), 1, 0);
  assert_near (point (ranges, "lower", 0), 0, 0);
}

/* What is left out is shown, is in no estimate, and joins no neighbours. */
static void
exclusion_breaks_adjacency (void **state)
{
  static const double values[] = { 1, 2, 1, 2, 1, 99, 11, 12, 11, 12, 11, 12 };
  const char *const excluded[] = { "Jun 2023", NULL };
  g_autoptr (ScrutinySeries) series = series_of ("2023-01", values, 12);
  g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);

  (void) state;
  scrutiny_chart_options_set_excluded (options, excluded);
  g_autoptr (ScrutinyChart) chart = draw (series, options);
  assert_near (number_at (scrutiny_chart_get_phases (chart), "sigma", 0), sqrt (G_PI) / 2, 1e-15);
  assert_near (point (chart, "centre", 0), 76.0 / 11, 1e-14);
  assert_near (point (chart, "value", 5), 99, 0);
  assert_near (point (chart, "excluded", 5), 1, 0);
  assert_near (point (chart, "used", 5), 0, 0);
  /* It still lies beyond the limits, and that is a fact; it is not told. */
  assert_int_equal (count_signals (chart, "beyond-limits"), 3);
  g_autofree char *said = dup_said (chart);
  assert_null (strstr (said, "99"));
}

/* The baseline's limits hold until the first phase, which has its own. */
static void
baseline_and_phases_together (void **state)
{
  double values[36];
  const char *const phases[] = { "2025-04", "2023-04", NULL };
  g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);

  (void) state;
  for (guint i = 0; i < 36; i++)
    values[i] = (i < 12 ? 10 : i < 24 ? 30 : 50) + i % 2;
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", values, 36);
  scrutiny_chart_options_set_phases (options, phases);
  scrutiny_chart_options_set_baseline (options, "2023-04..2024-03");
  g_autoptr (ScrutinyChart) chart = draw (series, options);
  ScrutinyTable *table = scrutiny_chart_get_phases (chart);

  assert_int_equal (scrutiny_table_get_n_rows (table), 2);
  assert_string_equal (scrutiny_table_get_texts (table, "first")[1], "2025-04");
  assert_string_equal (scrutiny_table_get_texts (table, "last")[0], "2025-03");
  assert_near (number_at (table, "n_used", 0), 12, 0);
  assert_near (point (chart, "centre", 0), 10.5, 1e-14);
  assert_near (point (chart, "centre", 23), 10.5, 1e-14);
  assert_near (point (chart, "used", 12), 0, 0);
  assert_near (point (chart, "centre", 24), 50.5, 1e-14);
  assert_near (point (chart, "phase", 23), 0, 0);
  assert_near (point (chart, "phase", 24), 1, 0);
  assert_int_equal (count_signals (chart, "beyond-limits"), 1);
  assert_near (number_at (table, "sigma", 1), sqrt (G_PI) / 2, 1e-15);
}

static void
baseline_may_be_open_ended (void **state)
{
  static const char *const spans[] = { "..2023-12", "@0..@8", "Apr 2023..Dec 2023" };
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", QUIET, N_QUIET);

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (spans); k++) {
    g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);
    scrutiny_chart_options_set_baseline (options, spans[k]);
    g_autoptr (ScrutinyChart) chart = draw (series, options);

    assert_near (number_at (scrutiny_chart_get_phases (chart), "n_used", 0), 9, 0);
    assert_near (point (chart, "centre", 20), 50, 1e-13);
  }
}

static void
short_baseline_picks_nothing_out (void **state)
{
  double values[N_QUIET];
  g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);

  (void) state;
  memcpy (values, QUIET, sizeof values);
  values[20] = 500;
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", values, N_QUIET);
  scrutiny_chart_options_set_baseline (options, "@0..@6");
  g_autoptr (ScrutinyChart) chart = draw (series, options);
  assert_int_equal (count_signals (chart, NULL), 0);
  assert_string_equal (
      scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (chart)),
      "No phase rests on more than 7 months, and a reading needs 8; choose a longer "
      "baseline or fewer phases.");
}

static const double COUNTED[] = { 8, 12, 9, 14, 10, 7, 11, 13, 9, 12, 8, 11, 10, 14 };
static const double TOTALS[] = { 40, 60, 50, 60, 50, 40, 50, 60, 40, 60, 50, 50, 40, 60 };

static void
ratio_gets_limits_that_follow_its_size (void **state)
{
  g_autoptr (ScrutinySeries) series = ratio_of ("2023-04", COUNTED, TOTALS, 14);
  g_autoptr (ScrutinyChart) chart = draw (series, NULL);
  g_autoptr (ScrutinyChart) p = draw_kind (series, SCRUTINY_CHART_KIND_P);
  g_autoptr (ScrutinyChart) p_prime = draw_kind (series, SCRUTINY_CHART_KIND_P_PRIME);
  const double centre = 148.0 / 710;
  const double spread = sqrt (centre * (1 - centre) / 40);

  (void) state;
  assert_int_equal (scrutiny_chart_get_kind (chart), SCRUTINY_CHART_KIND_I_PRIME);
  assert_true (g_str_has_prefix (scrutiny_chart_get_reason (chart),
                                 "Each value is one count out of another: the limits follow the "
                                 "size of each month"));
  assert_non_null (strstr (scrutiny_chart_get_reason (chart), "as widely as counting alone"));
  assert_near (point (chart, "centre", 0), 100 * centre, 1e-13);
  assert_true (point (chart, "upper", 0) > point (chart, "upper", 1));
  assert_near (point (p, "lower", 0), 100 * (centre - 3 * spread), 1e-12);
  assert_near (point (p, "upper", 0), 100 * (centre + 3 * spread), 1e-12);
  assert_near (point (p_prime, "upper", 0) - 100 * centre,
               300 * spread * number_at (scrutiny_chart_get_phases (p), "dispersion", 0), 1e-12);
  assert_near (point (p, "value", 0), 20, 0);
}

static void
shares_stay_between_none_and_all (void **state)
{
  static const double few[] = { 0, 1, 0, 0, 1, 0, 2, 0, 0, 1, 0, 0, 1, 0 };
  g_autoptr (ScrutinySeries) series = ratio_of ("2023-04", few, TOTALS, 14);

  (void) state;
  for (ScrutinyChartKind kind = SCRUTINY_CHART_KIND_I_PRIME; kind <= SCRUTINY_CHART_KIND_P_PRIME;
       kind++) {
    g_autoptr (ScrutinyChart) chart = draw_kind (series, kind);
    assert_near (point (chart, "lower", 0), 0, 0);
    assert_true (point (chart, "upper", 0) > 0);
  }
}

/* Always all: no spread to speak of, and nothing stands out. */
static void
all_of_all_is_an_answer (void **state)
{
  g_autoptr (ScrutinySeries) series = ratio_of ("2023-04", TOTALS, TOTALS, 14);

  (void) state;
  for (ScrutinyChartKind kind = SCRUTINY_CHART_KIND_I_PRIME; kind <= SCRUTINY_CHART_KIND_P_PRIME;
       kind++) {
    g_autoptr (ScrutinyChart) chart = draw_kind (series, kind);
    assert_near (point (chart, "centre", 0), 100, 0);
    assert_near (point (chart, "upper", 0), 100, 0);
    assert_near (point (chart, "lower", 0), 100, 0);
    assert_int_equal (count_signals (chart, NULL), 0);
  }
}

static void
run_chart_finds_runs_and_crossings (void **state)
{
  double values[24];

  (void) state;
  for (guint i = 0; i < 24; i++)
    values[i] = i < 12 ? 10 + i % 3 : 20 + i % 3;
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", values, 24);
  g_autoptr (ScrutinyChart) chart = draw_kind (series, SCRUTINY_CHART_KIND_RUN);
  GVariant *runs = scrutiny_chart_get_runs (chart);
  gint64 useful, longest, longest_max, crossings, crossings_min;

  assert_true (g_variant_lookup (runs, "useful", "x", &useful));
  assert_true (g_variant_lookup (runs, "longest", "x", &longest));
  assert_true (g_variant_lookup (runs, "longest_max", "x", &longest_max));
  assert_true (g_variant_lookup (runs, "crossings", "x", &crossings));
  assert_true (g_variant_lookup (runs, "crossings_min", "x", &crossings_min));
  assert_int_equal (useful, 24);
  assert_int_equal (longest, 12);
  assert_int_equal (longest_max, 8);
  assert_int_equal (crossings, 1);
  assert_int_equal (crossings_min, 8);
  assert_int_equal (count_signals (chart, "long-run"), 2);
  assert_int_equal (count_signals (chart, "few-crossings"), 1);
  assert_near (point (chart, "centre", 0), 16, 0);
  assert_near (point (chart, "lower", 0), NAN, 0);
  assert_says (chart,
               "trend.long-run: The last 12 months, from April 2024 on, all lie above the middle "
               "value of 16.0; chance alone seldom gives a run that long. / What changed in the "
               "work around April 2024?\n"
               "trend.long-run: 12 months in a row, April 2023 to March 2024, lie below the middle "
               "value of 16.0; chance alone seldom gives a run that long. / What was different "
               "from April 2023 to March 2024?");
}

/* Twenty values off their median, ten on either side: 6 runs or fewer are too few, 16 or
 * more too many; a value on it and a missing one are passed over.
 */
static const struct run_count {
  const char *label, *said;
  double values[22];
} run_counts[] = {
  { "too few",
    "From April 2023 to January 2025 there are 4 runs on one side of the middle value, 5.0; chance "
    "alone "
    "commonly gives 7 to 15.",
    { 7, 8, 7, 8, 7, 3, 2, 3, 2, 3, 5, 8, 7, NAN, 8, 7, 8, 2, 3, 2, 3, 2 } },
  { "too many",
    "From April 2023 to January 2025 there are 20 runs on one side of the middle value, 5.0; "
    "chance alone "
    "commonly gives 7 to 15.",
    { 7, 3, 8, 2, 7, 3, 8, 2, 7, 3, 5, 8, 2, NAN, 7, 3, 8, 2, 7, 3, 8, 2 } },
  { "seven runs", NULL, { 7, 8, 7, 3, 2, 3, 7, 8, 7, 3, 5, 2, 3, NAN, 7, 8, 2, 3, 8, 7, 2, 8 } },
};

static void
counts_runs_as_provost_and_murray_do (void **state)
{
  const char *const rules[] = { "provost-murray-run", NULL };

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (run_counts); k++) {
    const struct run_count *row = &run_counts[k];
    g_autoptr (ScrutinySeries) series = series_of ("2023-04", row->values, 22);
    g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_RUN);

    scrutiny_chart_options_set_rules (options, rules);
    g_autoptr (ScrutinyChart) chart = draw (series, options);
    g_autofree char *said = dup_said (chart);

    assert_int_equal (count_signals (chart, "run-count"), row->said ? 1 : 0);
    if (row->said)
      assert_non_null (strstr (said, row->said));
  }
}

/* One large step and no baseline: every point lies beyond a limit, on both sides.  All
 * are marked; two sentences tell of them.
 */
static void
tells_a_step_in_two_sentences (void **state)
{
  double values[60];

  (void) state;
  for (guint i = 0; i < 60; i++)
    values[i] = (i < 30 ? 10 : 40) + i * 7 % 5;
  g_autoptr (ScrutinySeries) series = series_of ("2010-01", values, 60);
  g_autoptr (ScrutinyChart) chart = draw (series, NULL);
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  gsize n_marked = 0;

  for (guint k = 0; k < signals->len; k++) {
    gsize n;

    scrutiny_signal_get_points (signals->pdata[k], &n);
    if (g_str_equal (scrutiny_signal_get_rule (signals->pdata[k]), "beyond-limits"))
      n_marked += n;
  }
  assert_int_equal (n_marked, 60);
  assert_says (chart, "trend.beyond-limits: Every month since July 2012 (30 months) lies above "
                      "34.4, the highest that ordinary month-to-month movement would give around "
                      "27.0. / What changed in the work around July 2012?\n"
                      "trend.beyond-limits: All 30 months from January 2010 to June 2012 lie below "
                      "19.6, the lowest that ordinary month-to-month movement would give around "
                      "27.0. / What was different from January 2010 to June 2012?");
}

/* Every sequence of ten tosses listed: 46 of 1,024 give a signal. */
static void
knows_the_chance_of_a_false_alarm (void **state)
{
  static const double values[] = { 1, 4, 2, 5, 3, 6, 1, 5, 2, 6 };
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", values, 10);
  g_autoptr (ScrutinyChart) run = draw_kind (series, SCRUTINY_CHART_KIND_RUN);
  g_autoptr (ScrutinyChart) xmr = draw_kind (series, SCRUTINY_CHART_KIND_XMR);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (xmr));

  (void) state;
  assert_near (scrutiny_chart_get_false_alarm (run), 46 / 1024.0, 1e-15);
  assert_true (scrutiny_chart_get_false_alarm (xmr) > 0.01);
  assert_non_null (strstr (json, "\"basis\":\"from 1,000 made-up series"));
}

static void
looks_for_the_rules_it_is_given (void **state)
{
  const char *const sets[] = { "mdc-2023", "anhoej", NULL };
  const char *const none[] = { NULL };
  double values[24];

  (void) state;
  for (guint i = 0; i < 24; i++)
    values[i] = i < 7 ? 10 + i : QUIET[i] - 36;
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", values, 24);
  g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_rules (options, sets);
  g_autoptr (ScrutinyChart) chart = draw (series, options);
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);
  assert_int_equal (count_signals (chart, "trend"), 1);
  for (guint k = 0; k < signals->len; k++) {
    if (!g_str_equal (scrutiny_signal_get_rule (signals->pdata[k]), "trend"))
      continue;
    assert_string_equal (scrutiny_signal_get_rule_set (signals->pdata[k]), "mdc-2023");
    assert_int_equal (scrutiny_signal_get_direction (signals->pdata[k]), SCRUTINY_DIRECTION_UP);
    assert_string_equal (scrutiny_signal_get_completed (signals->pdata[k]), "2023-10");
  }

  scrutiny_chart_options_set_rules (options, none);
  g_autoptr (ScrutinyChart) quiet = draw (series, options);
  assert_int_equal (count_signals (quiet, NULL), 0);
  /* The options were read once: the first chart is as it was. */
  assert_int_equal (count_signals (chart, "trend"), 1);
}

static void
method_tells_how_it_was_reached (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", QUIET, N_QUIET);
  g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);
  const char *const excluded[] = { "2023-05", NULL };

  (void) state;
  scrutiny_chart_options_set_baseline (options, "@0..@11");
  scrutiny_chart_options_set_excluded (options, excluded);
  scrutiny_chart_options_set_constants (options, "wheeler");
  g_autoptr (ScrutinyChart) chart = draw (series, options);
  ScrutinyMethod *method = scrutiny_result_get_method (SCRUTINY_RESULT (chart));
  GVariant *parameters = scrutiny_method_get_parameters (method);
  const char *text;
  double width;

  assert_string_equal (scrutiny_method_get_id (method), "chart");
  assert_string_equal (scrutiny_method_get_version (method), "1");
  assert_string_equal (scrutiny_method_get_input_hash (method), scrutiny_series_get_hash (series));
  assert_true (g_variant_lookup (parameters, "kind", "&s", &text));
  assert_string_equal (text, "xmr");
  assert_true (g_variant_lookup (parameters, "baseline", "&s", &text));
  assert_string_equal (text, "@0..@11");
  assert_true (g_variant_lookup (parameters, "constants", "&s", &text));
  assert_string_equal (text, "wheeler");
  assert_true (g_variant_lookup (parameters, "width", "d", &width));
  assert_near (width, 3, 0);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (chart));
  assert_ptr_equal (scrutiny_finding_get_method (findings->pdata[0]), method);
}

static void
json_holds_the_keys_it_promises (void **state)
{
  static const char *const keys[] = {
    "\"schema\":\"scrutiny.chart/1\"",
    "\"kind\":\"xmr\"",
    "\"reason\":",
    "\"cannot_tell\":null",
    "\"n\":13",
    "\"phases\":[{\"first\":\"2023-01\",\"last\":\"2024-01\",\"n_used\":12,\"centre\":",
    "\"points\":[{\"i\":0,\"period\":\"2023-01\",\"label\":\"January 2023\",\"state\":\"observed\","
    "\"value\":1,\"centre\":",
    "\"state\":\"missing\",\"value\":null",
    "\"signals\":[{\"rule\":",
    "\"direction\":\"down\"",
    "\"completed\":",
    "\"points\":[0,1",
    "\"runs\":{",
    "\"false_alarm\":{",
    "\"method\":{"
  };
  static const double values[] = { 1, 2, 1, 2, 1, NAN, 41, 42, 41, 42, 41, 42, 41 };
  g_autoptr (ScrutinySeries) series = series_of ("2023-01", values, 13);
  g_autoptr (ScrutinyChart) chart = draw_kind (series, SCRUTINY_CHART_KIND_XMR);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (chart));

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (keys); k++) {
    if (!strstr (json, keys[k]))
      print_error ("%s is not in %s\n", keys[k], json);
    assert_non_null (strstr (json, keys[k]));
  }
}

/* Assessments within 45 working days, counted from the rows of a fictional council:
 * 68.4 with limits 60.8 to 76.0, and every month since April 2024 above.
 */
static void
finds_the_change_in_ashcombe (void **state)
{
  const char *shared = getenv ("SCRUTINY_SHARED");
  g_autofree char *folder = g_build_filename (shared ? shared : "", "fixtures", "ashcombe", NULL);
  CsvRows *rows = csv_rows_read (folder, "referrals.csv");
  double within[24] = { 0 }, all[24] = { 0 };

  (void) state;
  if (!rows) {
    print_message ("# skipped: the shared folder with Ashcombe's referrals is absent\n");
    return;
  }
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2023-04", 24, NULL);
  for (guint i = 0; i < csv_rows_count (rows); i++) {
    const gint64 month = scrutiny_timeline_find (months, csv_rows_get (rows, i, "month"), NULL);
    const double days = csv_number (csv_rows_get (rows, i, "assessment_working_days"));

    all[month]++;
    within[month] += days <= 45;
  }
  csv_rows_free (rows);

  g_autoptr (ScrutinySeries) series = ratio_of ("2023-04", within, all, 24);
  g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_baseline (options, "2023-04..2024-03");
  scrutiny_chart_options_set_constants (options, "wheeler");
  g_autoptr (ScrutinyChart) chart = draw (series, options);
  assert_near (point (chart, "centre", 23), 68.3752, 5e-5);
  assert_near (point (chart, "lower", 23), 60.7611, 5e-5);
  assert_near (point (chart, "upper", 23), 75.9893, 5e-5);
  assert_says (chart,
               "trend.beyond-limits: Every month since April 2024 (12 months) lies above 76.0, the "
               "highest that ordinary month-to-month movement would give around 68.4. / What "
               "changed in the work around April 2024?");
  scrutiny_chart_options_set_constants (options, "exact");
  g_autoptr (ScrutinyChart) exact = draw (series, options);
  assert_near (point (exact, "lower", 23), 60.7649, 5e-5);
  assert_near (point (exact, "upper", 23), 75.9855, 5e-5);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (bare_is_empty),
    cmocka_unit_test (has_the_columns_it_promises),
    cmocka_unit_test (says_when_nothing_stands_out),
    cmocka_unit_test (asks_for_no_percentage_that_cannot_be),
    cmocka_unit_test (names_months_that_look_like_years),
    cmocka_unit_test (tells_one_point_in_either_direction),
    cmocka_unit_test (constant_series_is_an_answer),
    cmocka_unit_test (one_spike_is_one_point),
    cmocka_unit_test (too_few_points_is_an_answer),
    cmocka_unit_test (few_points_get_a_median_and_no_rules),
    cmocka_unit_test (never_reaches_across_a_gap),
    cmocka_unit_test (missing_value_is_a_gap),
    cmocka_unit_test (exclusion_breaks_adjacency),
    cmocka_unit_test (counts_runs_as_provost_and_murray_do),
    cmocka_unit_test (baseline_and_phases_together),
    cmocka_unit_test (baseline_may_be_open_ended),
    cmocka_unit_test (short_baseline_picks_nothing_out),
    cmocka_unit_test (ratio_gets_limits_that_follow_its_size),
    cmocka_unit_test (shares_stay_between_none_and_all),
    cmocka_unit_test (all_of_all_is_an_answer),
    cmocka_unit_test (run_chart_finds_runs_and_crossings),
    cmocka_unit_test (tells_a_step_in_two_sentences),
    cmocka_unit_test (knows_the_chance_of_a_false_alarm),
    cmocka_unit_test (looks_for_the_rules_it_is_given),
    cmocka_unit_test (method_tells_how_it_was_reached),
    cmocka_unit_test (json_holds_the_keys_it_promises),
    cmocka_unit_test (finds_the_change_in_ashcombe),
  };
  return cmocka_run_group_tests_name ("trend/chart", tests, NULL, NULL);
}
