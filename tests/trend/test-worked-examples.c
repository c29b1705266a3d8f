/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>

#include "support/near.h"

#include <string.h>

/* The worked examples of docs/methods, to the digits that the pages print. */

static const double VALUES[] = { 50, 54, 47, 52, 49, 53, 48, 51 };
static const double COUNTS[] = { 8, 12, 9, 14, 10, 7, 11, 13 };
static const double TOTALS[] = { 40, 60, 50, 60, 50, 40, 50, 60 };
static const double LEVELS[] = { 12, 13, 11, 12, 14, 13, 21, 22, 20, 23, 21, 22 };

static ScrutinySeries *
series_of (const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", n, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

/* The shares, of @times as many cases. */
static ScrutinySeries *
shares_of (double times)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", 8, NULL);
  double above[8], below[8];

  for (guint i = 0; i < 8; i++) {
    above[i] = times * COUNTS[i];
    below[i] = times * TOTALS[i];
  }

  return scrutiny_series_new_ratio (timeline, above, 8, below, 8, 100, NULL);
}

static ScrutinyChart *
draw (ScrutinySeries *series, ScrutinyChartKind kind, const char *constants, const char *rules)
{
  const char *names[] = { rules, NULL };
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_chart_options_set_kind (options, kind);
  scrutiny_chart_options_set_constants (options, constants);
  scrutiny_chart_options_set_rules (options, rules ? names : NULL);
  ScrutinyChart *chart = scrutiny_chart_new (series, options, &error);
  assert_null (error);

  return chart;
}

static double
of_phase (ScrutinyChart *chart, const char *column)
{
  return *scrutiny_table_get_doubles (scrutiny_chart_get_phases (chart), column, NULL);
}

static void
assert_lines (ScrutinyChart *chart, guint row, double lower, double centre, double upper)
{
  ScrutinyTable *points = scrutiny_chart_get_points (chart);

  assert_near (scrutiny_table_get_doubles (points, "lower", NULL)[row], lower, 5e-5);
  assert_near (scrutiny_table_get_doubles (points, "centre", NULL)[row], centre, 5e-5);
  assert_near (scrutiny_table_get_doubles (points, "upper", NULL)[row], upper, 5e-5);
}

static void
assert_says (ScrutinyChart *chart, const char *wanted)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (chart));

  assert_int_equal (findings->len, 1);
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  assert_string_equal (said, wanted);
}

static void
xmr_page_is_right (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of (VALUES, 8);
  g_autoptr (ScrutinyChart) exact = draw (series, SCRUTINY_CHART_KIND_XMR, "exact", NULL);
  g_autoptr (ScrutinyChart) wheeler = draw (series, SCRUTINY_CHART_KIND_XMR, "wheeler", NULL);
  g_autoptr (ScrutinyChart) ranges = draw (series, SCRUTINY_CHART_KIND_MR, "exact", NULL);

  (void) state;
  assert_near (of_phase (exact, "sigma"), 3.9247, 5e-5);
  assert_lines (exact, 0, 38.7258, 50.5, 62.2742);
  assert_lines (wheeler, 0, 38.72, 50.5, 62.28);
  assert_lines (ranges, 1, 0, 4.4286, 14.4661);
  assert_says (exact, "From April 2023 to November 2023, the figure moved between 47 and 54 around "
                      "50.5; nothing stands out from its ordinary month-to-month movement.");
}

static void
p_page_is_right (void **state)
{
  g_autoptr (ScrutinySeries) few = shares_of (1);
  g_autoptr (ScrutinySeries) many = shares_of (100);
  g_autoptr (ScrutinyChart) p = draw (few, SCRUTINY_CHART_KIND_P, "exact", NULL);
  g_autoptr (ScrutinyChart) p_prime = draw (few, SCRUTINY_CHART_KIND_P_PRIME, "exact", NULL);
  g_autoptr (ScrutinyChart) p_many = draw (many, SCRUTINY_CHART_KIND_P, "exact", NULL);
  g_autoptr (ScrutinyChart) p_prime_many = draw (many, SCRUTINY_CHART_KIND_P_PRIME, "exact", NULL);
  static const gboolean beyond[8] = { FALSE, FALSE, TRUE, TRUE, FALSE, TRUE, FALSE, FALSE };
  ScrutinyTable *points = scrutiny_chart_get_points (p_many);

  (void) state;
  assert_near (of_phase (p, "dispersion"), 0.3959, 5e-5);
  assert_lines (p, 0, 1.3428, 20.4878, 39.6328);
  assert_lines (p_prime, 0, 12.9074, 20.4878, 28.0682);
  assert_near (of_phase (p_many, "dispersion"), 3.9595, 5e-5);
  assert_lines (p_many, 0, 18.5733, 20.4878, 22.4023);
  assert_lines (p_prime_many, 0, 12.9074, 20.4878, 28.0682);
  for (guint i = 0; i < 8; i++) {
    const double value = scrutiny_table_get_doubles (points, "value", NULL)[i];

    assert_int_equal (value > scrutiny_table_get_doubles (points, "upper", NULL)[i] ||
                          value < scrutiny_table_get_doubles (points, "lower", NULL)[i],
                      beyond[i]);
  }
}

static void
i_prime_page_is_right (void **state)
{
  g_autoptr (ScrutinySeries) series = shares_of (1);
  g_autoptr (ScrutinyChart) chart = draw (series, SCRUTINY_CHART_KIND_I_PRIME, "exact", NULL);

  (void) state;
  assert_near (of_phase (chart, "sigma"), 16.1935, 5e-5);
  assert_lines (chart, 0, 12.8065, 20.4878, 28.1691);
  assert_lines (chart, 1, 14.2161, 20.4878, 26.7595);
}

static void
run_page_is_right (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of (LEVELS, 12);
  g_autoptr (ScrutinyChart) chart = draw (series, SCRUTINY_CHART_KIND_RUN, "exact", NULL);

  (void) state;
  assert_near (of_phase (chart, "centre"), 17, 0);
  assert_near (of_phase (chart, "longest"), 6, 0);
  assert_near (of_phase (chart, "longest_max"), 7, 0);
  assert_near (of_phase (chart, "crossings"), 1, 0);
  assert_near (of_phase (chart, "crossings_min"), 3, 0);
  assert_near (scrutiny_chart_get_false_alarm (chart), 0.04297, 5e-6);
  assert_says (chart,
               "From April 2023 to March 2024 the figure changed sides of its middle value, 17.0, "
               "1 time; chance alone commonly gives at least 3.");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (xmr_page_is_right),
    cmocka_unit_test (p_page_is_right),
    cmocka_unit_test (i_prime_page_is_right),
    cmocka_unit_test (run_page_is_right),
  };

  return cmocka_run_group_tests_name ("trend/worked-examples", tests, NULL, NULL);
}
