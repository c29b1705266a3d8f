/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/trend.h>

#include <scrutiny/error.h>

#include "kernel/autocorrelation.h"
#include "support/near.h"
#include "support/rows.h"
#include "trend/trend-reading.h"

#include <math.h>
#include <string.h>

/* 24 values of which nothing stands out. */
static const double quiet[] = { 50, 54, 47, 52, 49, 53, 48, 51, 46, 52, 50, 47,
                                53, 49, 51, 48, 54, 50, 47, 52, 49, 53, 48, 51 };

static ScrutinySeries *
series_of (const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2019-01", n, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

static ScrutinyTrend *
read_values (const double *values, gsize n)
{
  g_autoptr (ScrutinySeries) series = series_of (values, n);
  g_autoptr (GError) error = NULL;
  ScrutinyTrend *trend = scrutiny_trend_new (series, NULL, &error);

  assert_null (error);

  return trend;
}

/* Which findings there are, in order: “trend.season trend.one-side …”. */
static char *
dup_ids (ScrutinyTrend *trend)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));
  GString *ids = g_string_new (NULL);

  for (guint k = 0; k < findings->len; k++)
    g_string_append_printf (ids, "%s%s", k ? " " : "",
                            scrutiny_finding_get_id (findings->pdata[k]));

  return g_string_free (ids, FALSE);
}

static char *
dup_said (ScrutinyTrend *trend, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));

  for (guint k = 0; k < findings->len; k++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[k]), id))
      return scrutiny_finding_dup_statement (findings->pdata[k], NULL);

  return NULL;
}

static const struct rung {
  const char *label;
  gsize n;
  const char *ids;
  const char *said;
} rungs[] = {
  { "no value", 0, "", NULL },
  { "one value", 1, "", NULL },
  { "7 values", 7, "", NULL },
  { "8 values", 8, "trend.few-points trend.short",
    "8 months are enough to see between which values the figure moved, and too few for limits, a "
    "season, a slope or the date of a change." },
  { "11 values", 11, "trend.few-points trend.short",
    "11 months are enough to see between which values the figure moved, and too few for limits, "
    "a season, a slope or the date of a change." },
  { "12 values", 12, "trend.ordinary trend.no-shift trend.short",
    "12 months are enough for first limits and for a large change, which further months may "
    "still move, and too few for a season or a slope." },
  { "19 values", 19, "trend.ordinary trend.no-shift trend.short",
    "19 months are enough for first limits and for a large change, which further months may "
    "still move, and too few for a season or a slope." },
  { "20 values", 20, "trend.ordinary trend.no-shift trend.short",
    "20 months are enough to see large movements; one of about twice the ordinary spread is "
    "missed more often than it is noticed." },
  { "24 values", 24, "trend.ordinary trend.no-shift trend.short",
    "24 months are enough to see large movements; one of about twice the ordinary spread is "
    "missed more often than it is noticed." },
};

static void
says_what_so_many_allow (void **state)
{
  const struct rung *row = *state;
  g_autoptr (ScrutinyTrend) trend = read_values (quiet, row->n);
  g_autofree char *ids = dup_ids (trend);
  g_autofree char *said = dup_said (trend, "trend.short");

  assert_string_equal (ids, row->ids);
  if (row->said)
    assert_string_equal (said, row->said);
  assert_int_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (trend)) != NULL, row->n < 8);
  assert_int_equal (scrutiny_trend_get_direction (trend), SCRUTINY_DIRECTION_NONE);
  assert_null (scrutiny_trend_get_since (trend));
}

static void
has_four_rungs (void **state)
{
  (void) state;
  assert_int_equal (trend_ladder_of (7), TREND_LADDER_NOTHING);
  assert_int_equal (trend_ladder_of (11), TREND_LADDER_VALUES);
  assert_int_equal (trend_ladder_of (19), TREND_LADDER_LIMITS);
  assert_int_equal (trend_ladder_of (29), TREND_LADDER_LARGE);
  assert_int_equal (trend_ladder_of (30), TREND_LADDER_ALL);
}

/* A wave of twelve with a step of 6 down in month 40. */
static void
make_stepped (double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    values[i] = quiet[i % 23] + 20 * sin ((double) i * G_PI / 6) - (i >= 40 ? 12 : 0);
}

static void
takes_a_season_off_before_it_speaks (void **state)
{
  double values[60];

  (void) state;
  make_stepped (values, 60);
  g_autoptr (ScrutinyTrend) trend = read_values (values, 60);
  g_autofree char *ids = dup_ids (trend);
  g_autofree char *said = dup_said (trend, "trend.season");

  assert_true (g_str_has_prefix (ids, "trend.season trend."));
  assert_true (
      g_str_has_prefix (said, "The figure has a season of 12 months: last time it added "));
  assert_non_null (strstr (said, "April 2023"));
  assert_non_null (strstr (said, "October 2023"));
  assert_true (scrutiny_trend_get_season_strength (trend) > .9);
  assert_int_equal (scrutiny_trend_get_direction (trend), SCRUTINY_DIRECTION_DOWN);
  assert_string_equal (scrutiny_trend_get_since (trend), "2022-05");
}

/* Three standard deviations around the levels between shifts, with the season put back. */
static void
shows_limits_on_the_original (void **state)
{
  double values[60];
  gsize n;

  (void) state;
  make_stepped (values, 60);
  g_autoptr (ScrutinyTrend) trend = read_values (values, 60);
  ScrutinyShifts *shifts = scrutiny_trend_get_shifts (trend);
  ScrutinyTable *points = scrutiny_trend_get_points (trend);
  ScrutinyTable *found = scrutiny_shifts_get_points (shifts);
  const double *upper = scrutiny_table_get_doubles (points, "upper", &n);
  const double *lower = scrutiny_table_get_doubles (points, "lower", NULL);
  const double *centre = scrutiny_table_get_doubles (points, "centre", NULL);
  const double *adjusted = scrutiny_table_get_doubles (found, "adjusted", NULL);
  const double *fitted = scrutiny_table_get_doubles (found, "fitted", NULL);

  assert_int_equal (n, 60);
  assert_true (scrutiny_trend_has_shifts (trend));
  for (gsize i = 0; i < n; i++) {
    assert_near (centre[i], fitted[i] + values[i] - adjusted[i], 1e-12);
    assert_near (upper[i] - centre[i], 3 * scrutiny_shifts_get_spread (shifts), 1e-9);
    assert_near (centre[i] - lower[i], upper[i] - centre[i], 1e-9);
  }
  assert_true (centre[0] - centre[48] > 9);
}

/* A figure that rises throughout: limits and likeness are those around its line, not around
 * an average that it never stands at.
 */
static void
follows_a_line (void **state)
{
  double values[48];
  gsize n;

  (void) state;
  for (gsize i = 0; i < 48; i++)
    values[i] = quiet[i * 5 % 23] + (double) i;
  values[20] += 25;
  g_autoptr (ScrutinyTrend) trend = read_values (values, 48);
  ScrutinyTable *points = scrutiny_trend_get_points (trend);
  const double *centre = scrutiny_table_get_doubles (points, "centre", &n);
  const double *upper = scrutiny_table_get_doubles (points, "upper", NULL);
  const double *piece = scrutiny_table_get_doubles (points, "piece", NULL);
  const double *marked = scrutiny_table_get_doubles (points, "marked", NULL);
  ScrutinyTable *found = scrutiny_shifts_get_points (scrutiny_trend_get_shifts (trend));
  const double *fitted = scrutiny_table_get_doubles (found, "fitted", NULL);
  const double *adjusted = scrutiny_table_get_doubles (found, "adjusted", NULL);
  const double spread = scrutiny_shifts_get_spread (scrutiny_trend_get_shifts (trend));
  g_autofree char *ids = dup_ids (trend);

  assert_string_equal (ids, "trend.slope trend.movement trend.no-shift");
  assert_int_equal (scrutiny_trend_get_direction (trend), SCRUTINY_DIRECTION_UP);
  assert_string_equal (scrutiny_trend_get_since (trend), "2019-01");
  assert_true (scrutiny_trend_get_dependence (trend) < .3);
  for (gsize i = 0; i < n; i++) {
    assert_near (fitted[i] - fitted[0], (double) i, 3);
    assert_near (centre[i], fitted[i] + values[i] - adjusted[i], 1e-12);
    assert_near (upper[i] - centre[i], 3 * spread, 1e-9);
    assert_near (piece[i], 0, 0);
    assert_near (marked[i], i == 20, 0);
  }
}

/* What no chart rule would mark, and no level of another piece. */
static void
counts_pieces (void **state)
{
  double values[60];

  (void) state;
  make_stepped (values, 60);
  g_autoptr (ScrutinyTrend) trend = read_values (values, 60);
  ScrutinyTable *points = scrutiny_trend_get_points (trend);
  const double *piece = scrutiny_table_get_doubles (points, "piece", NULL);
  const double *marked = scrutiny_table_get_doubles (points, "marked", NULL);

  for (gsize i = 0; i < 60; i++) {
    assert_near (piece[i], i >= 40, 0);
    assert_near (marked[i], 0, 0);
  }
}

/* A slow wave that is no season of months, without a lasting change: the chart's limits, and
 * further out the wider ones. */
static void
widens_limits_where_neighbours_are_alike (void **state)
{
  double values[29];
  gsize n;

  (void) state;
  for (guint i = 0; i < 29; i++)
    values[i] = quiet[i % 23] / 4 + 6 * sin ((double) i * 2 * G_PI / 9);
  g_autoptr (ScrutinyTrend) trend = read_values (values, 29);
  ScrutinyTable *points = scrutiny_trend_get_points (trend);
  ScrutinyTable *charted = scrutiny_chart_get_points (scrutiny_trend_get_chart (trend));
  const double *centre = scrutiny_table_get_doubles (points, "centre", &n);
  const double *upper = scrutiny_table_get_doubles (points, "upper", NULL);
  const double *wide = scrutiny_table_get_doubles (points, "widened_upper", NULL);
  const double *plain = scrutiny_table_get_doubles (charted, "upper", NULL);
  const double r = scrutiny_trend_get_dependence (trend);
  g_autofree char *said = dup_said (trend, "trend.dependence");

  assert_false (scrutiny_trend_has_shifts (trend));
  assert_true (r > .4);
  assert_non_null (said);
  for (gsize i = 0; i < n; i++) {
    assert_near (upper[i], plain[i], 1e-12);
    assert_near (wide[i] - centre[i], (upper[i] - centre[i]) * sqrt ((1 + r) / (1 - r)), 1e-9);
  }
}

/* A see-saw has no dependence that would widen; its limits are the plain ones twice. */
static void
leaves_limits_alone_where_neighbours_differ (void **state)
{
  g_autoptr (ScrutinyTrend) trend = read_values (quiet, 24);
  ScrutinyTable *points = scrutiny_trend_get_points (trend);
  gsize n;

  (void) state;
  assert_true (scrutiny_trend_get_dependence (trend) < 0);
  assert_true (scrutiny_trend_get_dependence_low (trend) <
               scrutiny_trend_get_dependence_high (trend));
  assert_near (scrutiny_table_get_doubles (points, "upper", &n)[3],
               scrutiny_table_get_doubles (points, "widened_upper", NULL)[3], 0);
}

static const struct bound {
  const char *label;
  double values[8];
  gboolean is_upper;
  guint n_at;
  double value;
} bounds[] = {
  { "three of eight at the top", { 9, 3, 9, 4, 9, 5, 6, 7 }, TRUE, 3, 9 },
  { "three of eight at the bottom", { 0, 3, 0, 4, 0, 5, 6, 7 }, FALSE, 3, 0 },
  { "the top found late", { 3, 4, 5, 6, 3, 9, 9, 9 }, TRUE, 3, 9 },
  { "two are no bound", { 9, 3, 9, 4, 8, 5, 6, 7 }, TRUE, 0, 9 },
  { "a constant has none", { 5, 5, 5, 5, 5, 5, 5, 5 }, TRUE, 0, 5 },
  { "missing values do not count", { 9, NAN, 9, 4, 9, NAN, 6, NAN }, TRUE, 3, 9 },
};

static void
finds_a_bound (void **state)
{
  const struct bound *row = *state;
  g_autoptr (ScrutinySeries) series = series_of (row->values, 8);
  const TrendBound bound = trend_bound_find (series, row->is_upper);

  assert_int_equal (bound.n_at, row->n_at);
  assert_near (bound.value, row->value, 0);
  assert_false (bound.is_known);
}

static void
knows_that_a_share_ends_at_all (void **state)
{
  const double met[] = { 10, 10, 9, 10, 10, 8, 10, 10, 7, 10, 10, 10 };
  const double of[] = { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2019-01", 12, NULL);
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new_ratio (timeline, met, 12, of, 12, 100, NULL);
  g_autoptr (ScrutinyTrend) trend = scrutiny_trend_new (series, NULL, NULL);
  g_autofree char *said = dup_said (trend, "trend.ceiling");

  (void) state;
  assert_string_equal (said,
                       "In 9 of 12 months the figure stands at 100, the most there can be: it "
                       "cannot show any movement beyond.");
  assert_null (dup_said (trend, "trend.floor"));
}

static void
writes_json (void **state)
{
  double values[60];

  (void) state;
  make_stepped (values, 60);
  g_autoptr (ScrutinyTrend) trend = read_values (values, 60);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (trend));
  g_autofree char *season = scrutiny_trend_dup_season_json (trend);

  assert_true (g_str_has_prefix (json, "{\"schema\":\"scrutiny.trend/1\",\"cannot_tell\":null,"
                                       "\"n\":60,\"direction\":\"down\",\"since\":\"2022-05\","));
  assert_true (g_str_has_prefix (season, "{\"schema\":\"scrutiny.season/1\",\"cannot_tell\":null,"
                                         "\"n\":60,\"period\":12,\"periods\":[12],\"strength\":"));
  assert_null (strstr (json, "nan"));
}

static const struct refused {
  const char *label;
  const char *season;
  double level;
  const char *start;
} refused[] = {
  { "refuses a season that is none", "twelve", .95, "Season: “twelve” is no season" },
  { "refuses a level of 1", NULL, 1, "Level: 1 is not between 0 and 1" },
  { "refuses a level of 0", NULL, 0, "Level: 0 is not between 0 and 1" },
  { "refuses no level", NULL, NAN, "Level: nan is not between 0 and 1" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinySeries) series = series_of (quiet, 24);
  g_autoptr (ScrutinyTrendOptions) options = scrutiny_trend_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_trend_options_set_season (options, row->season);
  scrutiny_trend_options_set_level (options, row->level);
  assert_null (scrutiny_trend_new (series, options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
  assert_true (g_ascii_strncasecmp (error->message, row->start, strlen (row->start)) == 0);
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyTrend) trend = g_object_new (SCRUTINY_TYPE_TREND, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (trend));
  g_autofree char *season = scrutiny_trend_dup_season_json (trend);

  (void) state;
  assert_int_equal (findings->len, 0);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_trend_get_points (trend)), 0);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_trend_get_season (trend)), 0);
  assert_true (isnan (scrutiny_trend_get_season_strength (trend)));
  assert_true (isnan (scrutiny_trend_get_dependence (trend)));
  assert_non_null (json);
  assert_non_null (season);
}

int
main (void)
{
  struct CMUnitTest
      tests[G_N_ELEMENTS (rungs) + G_N_ELEMENTS (bounds) + G_N_ELEMENTS (refused) + 10];
  size_t n = 0;

  n += add_rows (&tests[n], says_what_so_many_allow, rungs, G_N_ELEMENTS (rungs), sizeof *rungs);
  n += add_rows (&tests[n], finds_a_bound, bounds, G_N_ELEMENTS (bounds), sizeof *bounds);
  n += add_rows (&tests[n], refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (has_four_rungs);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_a_season_off_before_it_speaks);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (shows_limits_on_the_original);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (follows_a_line);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_pieces);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (widens_limits_where_neighbours_are_alike);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_limits_alone_where_neighbours_differ);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_that_a_share_ends_at_all);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_json);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_valid_when_bare);

  return cmocka_run_group_tests_name ("trend/trend", tests, NULL, NULL);
}
