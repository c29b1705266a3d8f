/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/composite.h>
#include <scrutiny/draw.h>
#include <scrutiny/error.h>
#include <scrutiny/event.h>
#include <scrutiny/pileup.h>
#include <scrutiny/proportion.h>
#include <scrutiny/shifts.h>
#include <scrutiny/trend.h>

#include "base/columns-builder.h"
#include "report/svg-chart.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

/* A year around 68, a gap in the calendar, and a year around 90. */
static const double shares[] = { 69.3, 71.2, 64.6, 67.2, 72.8, 72.6, 71.9, 65.5,
                                 63.1, 67.0, 67.8, 67.5, 95.5, 90.4, 90.5, 86.4,
                                 NAN,  88.3, 88.3, 92.1, 89.7, 89.9, 89.8, 91.0 };

static ScrutinyChart *
chart_of (void)
{
  g_autoptr (ScrutinyTimeline) months =
      scrutiny_timeline_new ("2023-04", G_N_ELEMENTS (shares), NULL);
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new (months, shares, G_N_ELEMENTS (shares), NULL);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();

  scrutiny_chart_options_set_baseline (options, "2023-04..2024-03");

  return scrutiny_chart_new (series, options, NULL);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;

  return n;
}

static void
draws_a_picture_that_stands_alone (void **state)
{
  g_autoptr (ScrutinyChart) chart = chart_of ();
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (chart), "A & <b>", NULL);

  assert_true (g_str_has_prefix (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
  assert_non_null (
      strstr (svg, "<title id=\"chart-t\">A &amp; &lt;b&gt;</title><desc id=\"chart-d\">"));
  assert_non_null (strstr (svg, "role=\"img\""));
  assert_non_null (strstr (svg, "76.0 highest expected"));
  assert_null (strstr (svg, "nan"));
  assert_null (strstr (svg, "inf"));
  assert_null (strstr (svg, "<script"));
  assert_null (strstr (svg, "href"));
}

static void
marks_each_point_once_by_its_shape (void **state)
{
  g_autoptr (ScrutinyChart) chart = chart_of ();
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (chart), "A", NULL);

  assert_int_equal (count (svg, "<path class=\"out\"") + count (svg, "<circle class=\"pt\""), 23);
  assert_true (count (svg, "<path class=\"out\"") >= 11);
}

/* Nothing is known where there is no value, so the line is broken there. */
static void
breaks_the_line_at_a_missing_value (void **state)
{
  g_autoptr (ScrutinyChart) chart = chart_of ();
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (chart), "A", NULL);
  const char *line = strstr (svg, "<path class=\"line\" d=\"");
  g_autofree char *path = g_strndup (line + 22, strcspn (line + 22, "\""));

  assert_int_equal (count (path, "M"), 2);
  assert_int_equal (count (path, "L"), 21);
}

static const struct row {
  const char *label, *from;
  double
      share; /* of the way from the first month's beginning to the last one's end; NAN: not drawn */
} rows[] = {
  { "an event on the first day", "2023-04-01", 0 },
  { "an event half way through the second month", "2023-05-16", (1 + 15.0 / 31) / 24 },
  { "an event named by its month", "2024-04", 12.0 / 24 },
  { "an event before the chart", "2022-12-31", NAN },
  { "an event after the chart", "2025-04-01", NAN },
  { "an event without a date", "some day", NAN },
};

static void
places_an_event_to_the_day (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyChart) chart = chart_of ();
  g_autoptr (ScrutinyEvent) event = scrutiny_event_new (row->from, NULL, "a new team", NULL);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  const SvgChartLabels labels = { .id = "c", .title = "A", .events = events };
  g_autoptr (GString) svg = g_string_new (NULL);
  const char *line;

  g_ptr_array_add (events, event);
  svg_chart_append (svg, chart, &labels);
  line = strstr (svg->str, "<line class=\"event\" x1=\"");
  if (isnan (row->share)) {
    assert_null (line);
    return;
  }

  assert_non_null (line);
  assert_near (g_ascii_strtod (line + 24, NULL), 52 + 430 * row->share, 0.06);
}

static char *
draw_kind (ScrutinyChartKind kind, const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2023-04", n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, n, NULL);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (ScrutinyChart) chart = NULL;

  scrutiny_chart_options_set_kind (options, kind);
  if (kind == SCRUTINY_CHART_KIND_CUSUM) {
    scrutiny_chart_options_set_known_centre (options, 10);
    scrutiny_chart_options_set_known_spread (options, 1);
  }
  chart = scrutiny_chart_new (series, options, NULL);

  return scrutiny_draw (SCRUTINY_RESULT (chart), "A", NULL);
}

/* Both sums of a CUSUM chart, each marked where it is too far on its own side: here the
 * upward one at the last three points, when the downward one is 0.
 */
static void
draws_both_sums (void **state)
{
  const double values[] = { 9, 8.5, 10, 11, 10, 9.5, 10, 10.5, 12, 13, 13, 13, 13 };
  g_autofree char *svg = draw_kind (SCRUTINY_CHART_KIND_CUSUM, values, G_N_ELEMENTS (values));

  assert_int_equal (count (svg, "<path class=\"line\""), 2);
  assert_int_equal (count (svg, "<circle class=\"pt\"") + count (svg, "<path class=\"out\""),
                    2 * G_N_ELEMENTS (values));
  assert_int_equal (count (svg, "<path class=\"out\""), 3);
}

/* Limits that widen step by step are one shape: no seam is seen between the steps. */
static void
draws_a_band_without_seams (void **state)
{
  const double values[] = { 9, 8.5, 10, 11, 10, 9.5, 10, 10.5, 9, 10, 10.2, 9.9 };
  g_autofree char *svg = draw_kind (SCRUTINY_CHART_KIND_EWMA, values, G_N_ELEMENTS (values));

  assert_int_equal (count (svg, "<path class=\"band\""), 1);
  assert_null (strstr (svg, "<rect class=\"band\""));
}

/* The first range is missing; that does not make it a point the lines were not made of. */
static void
goes_on_at_a_missing_value (void **state)
{
  const double values[] = { 9, 8.5, 10, 11, NAN, 9.5, 10, 10.5, 9, 10, 10.2, 9.9 };
  g_autofree char *ranges = draw_kind (SCRUTINY_CHART_KIND_MR, values, G_N_ELEMENTS (values));
  g_autofree char *plain = draw_kind (SCRUTINY_CHART_KIND_XMR, values, G_N_ELEMENTS (values));

  assert_null (strstr (ranges, "class=\"ext\""));
  assert_null (strstr (plain, "class=\"ext\""));
}

static char *
draw_reading (double season, double slope, double step)
{
  static const double noise[] = { 0, 4, -3, 2, -1, 3, -2, 1, -4, 2, 0, -3, 3, -1, 1, -2, 4 };
  double values[60];
  g_autoptr (ScrutinyTimeline) timeline =
      scrutiny_timeline_new (season != 0 ? "2019-01" : "1960", 60, NULL);

  for (gsize i = 0; i < 60; i++)
    values[i] = 50 + noise[i * 5 % 17] + season * sin ((double) i * G_PI / 6) + slope * (double) i +
                (i >= 40 ? step : 0);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, 60, NULL);
  g_autoptr (ScrutinyTrend) trend = scrutiny_trend_new (series, NULL, NULL);

  return scrutiny_draw (SCRUTINY_RESULT (trend), "A", NULL);
}

/* How the limits of a reading are drawn: in steps, or along a path for each piece. */
static const struct reading {
  const char *label;
  double season, slope, step;
  guint n_levels, n_bent_pieces;
} readings[] = {
  { "limits that are level", 0, 0, 0, 1, 0 },
  { "limits that are levels", 0, 0, -30, 2, 0 },
  { "limits along a line", 0, 1, 0, 0, 1 },
  { "limits with a season", 20, 0, 0, 0, 1 },
  { "limits with a season and a shift", 20, 0, -30, 0, 2 },
};

static void
draws_limits_as_they_apply (void **state)
{
  const struct reading *row = *state;
  g_autofree char *svg = draw_reading (row->season, row->slope, row->step);
  const char *base = strstr (svg, "<path class=\"base\" d=\"");
  g_autofree char *path = base ? g_strndup (base + 22, strcspn (base + 22, "\"")) : g_strdup ("");

  assert_int_equal (count (svg, "<line class=\"base\""), row->n_levels);
  assert_int_equal (count (path, "M"), row->n_bent_pieces);
  assert_int_equal (count (svg, "<path class=\"out\"") + count (svg, "<circle class=\"pt\""), 60);
  assert_null (strstr (svg, "nan"));
}

static void
refuses_what_has_no_picture (void **state)
{
  g_autoptr (ScrutinyProportion) proportion = scrutiny_proportion_new (1, 2, 0.95, NULL);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_draw (SCRUTINY_RESULT (proportion), "A", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
}

static void
draws_nothing_of_an_empty_chart (void **state)
{
  g_autoptr (ScrutinyChart) bare = g_object_new (SCRUTINY_TYPE_CHART, NULL);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (bare), "A", NULL);

  assert_true (g_str_has_suffix (svg, "</svg>"));
}

/* Two levels, one shift with its interval, and a point a value that is there. */
static void
draws_shifts (void **state)
{
  double values[40];

  (void) state;
  for (gsize i = 0; i < 40; i++)
    values[i] = (double) (i * 7 % 5) + (i >= 20 ? 30 : 0);
  values[3] = NAN;
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("1950", 40, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, 40, NULL);
  g_autoptr (ScrutinyShifts) shifts = scrutiny_shifts_new (series, NULL, NULL);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (shifts), "A <figure>", NULL);

  assert_non_null (strstr (svg, "<title id=\"chart-t\">A &lt;figure&gt;</title>"));
  assert_non_null (strstr (svg, "In 1970 the figure rose from around "));
  assert_int_equal (count (svg, "<path class=\"base\""), 2);
  assert_int_equal (count (svg, "<rect class=\"band\""), 1);
  assert_int_equal (count (svg, "<line class=\"event\""), 1);
  assert_int_equal (count (svg, "<circle class=\"pt\""), 39);
  assert_non_null (strstr (svg, ">1970</text>"));
  assert_null (strstr (svg, "nan"));
  assert_null (strstr (svg, "inf"));
}

static void
draws_nothing_of_no_shifts (void **state)
{
  g_autoptr (ScrutinyShifts) bare = g_object_new (SCRUTINY_TYPE_SHIFTS, NULL);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (bare), "A", NULL);

  (void) state;
  assert_true (g_str_has_suffix (svg, "</svg>"));
}

static void
draws_nothing_of_an_empty_reading (void **state)
{
  g_autoptr (ScrutinyTrend) bare = g_object_new (SCRUTINY_TYPE_TREND, NULL);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (bare), "A", NULL);

  assert_true (g_str_has_suffix (svg, "</svg>"));
}

/* Rising to day 19, five times as many on day 20, two on day 21 and none after. */
static ScrutinyPileup *
pileup_of (void)
{
  double days[40], cases[40];
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) half = NULL, table = NULL;
  g_autoptr (GBytes) first = NULL, second = NULL;

  for (guint i = 0; i < 40; i++) {
    days[i] = i;
    cases[i] = i < 20 ? 5 + i : i == 20 ? 130 : i == 21 ? 2 : 0;
  }
  first = g_bytes_new (days, sizeof days);
  second = g_bytes_new (cases, sizeof cases);
  half = scrutiny_table_copy_with_doubles (empty, "days", first, NULL);
  table = scrutiny_table_copy_with_doubles (half, "cases", second, NULL);

  return scrutiny_pileup_new_counted (table, "days", "cases", 20, NULL, NULL);
}

static void
draws_a_pile_at_its_limit (void **state)
{
  g_autoptr (ScrutinyPileup) pileup = pileup_of ();
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (pileup), "Days", NULL);
  ScrutinyTable *bins = scrutiny_pileup_get_bins (pileup);
  gsize n, n_hidden = 0;
  const double *counts = scrutiny_table_get_doubles (bins, "count", &n);

  (void) state;
  for (gsize i = 0; i < n; i++)
    n_hidden += isnan (counts[i]) != 0;
  assert_int_equal (count (svg, "class=\"bar\""), n - n_hidden);
  assert_int_equal (count (svg, "class=\"hidden\""), n_hidden);
  assert_true (n_hidden > 0);
  assert_int_equal (count (svg, "class=\"band\""), 1);
  assert_non_null (strstr (svg, ">limit 20</text>"));
  assert_non_null (strstr (svg, ">177 in the window</text>"));
  assert_non_null (strstr (svg, "dashes: too few to show"));
  assert_non_null (strstr (svg, "177 cases are recorded at 18 to 20 days"));
  assert_null (strstr (svg, "nan"));
}

/* Nothing was looked at, and nothing is drawn but the frame. */
static void
draws_no_pile (void **state)
{
  g_autoptr (ScrutinyPileup) bare = g_object_new (SCRUTINY_TYPE_PILEUP, NULL);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (bare), "Days", NULL);

  (void) state;
  assert_null (strstr (svg, "nan"));
  assert_null (strstr (svg, "class=\"bar\""));
  assert_true (g_str_has_suffix (svg, "</svg>"));
}

/* @n units of two components, of which the second counts three times as much. */
static ScrutinyComposite *
composite_of (guint n, const char *focus)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyCompositeOptions) options = scrutiny_composite_options_new ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("unit %u <b>", i);

    columns_builder_add_text (builder, "unit", name);
    columns_builder_add_number (builder, "one", i);
    columns_builder_add_number (builder, "other", 7 * i % n);
  }
  g_autoptr (ScrutinyTable) table = columns_builder_end (builder);
  scrutiny_composite_options_set_weight (options, "one", 1);
  scrutiny_composite_options_set_weight (options, "other", 3);
  scrutiny_composite_options_set_focus (options, focus);

  return scrutiny_composite_new (table, "unit", options, NULL);
}

static const struct score {
  const char *label;
  guint n;
  const char *shown;
  guint n_shown;
} score[] = {
  { "all of a few units", 5, NULL, 5 },
  { "two units", 2, NULL, 2 },
  { "some of many units", 30, ">11 of 30</text>", 11 },
  { "nothing of one unit", 1, NULL, 0 },
};

static void
draws_places_with_other_weights (void **state)
{
  const struct score *row = *state;
  g_autoptr (ScrutinyComposite) composite = composite_of (row->n, NULL);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (composite), "A", NULL);
  const char *body = strstr (svg, "</style>");

  assert_int_equal (count (body, "<circle class=\"open\""), row->n_shown);
  assert_int_equal (count (body, "<line class=\"base\""), row->n_shown);
  assert_int_equal (count (body, "<rect class=\"bar\""), row->n_shown > 0 ? 2 : 0);
  assert_true (!row->shown || strstr (body, row->shown));
  assert_null (strstr (body, "<b>"));
  assert_null (strstr (body, "nan"));
  if (row->n == 5)
    assert_non_null (strstr (body, ">0.333</text>")); /* of the other, one of the one */
}

/* Of many the first and the last are there, and whoever is asked about, whatever the place. */
static void
draws_whoever_is_asked_about (void **state)
{
  const double *places;

  for (guint i = 0; i < 30; i++) {
    g_autofree char *focus = g_strdup_printf ("unit %u <b>", i);
    g_autofree char *named = g_strdup_printf (">unit %u &lt;b&gt;</text>", i);
    g_autoptr (ScrutinyComposite) composite = composite_of (30, focus);
    g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (composite), "A", NULL);
    const char *body = strstr (svg, "</style>");

    assert_int_equal (count (body, "<circle class=\"open\""), 11);
    assert_non_null (strstr (body, "<text class=\"note\" text-anchor=\"end\" x=\"440\""));
    assert_non_null (strstr (body, named));
    places = scrutiny_table_get_doubles (scrutiny_composite_get_units (composite), "place", NULL);
    for (guint row = 0; row < 30; row++) {
      g_autofree char *end = g_strdup_printf (">unit %u &lt;b&gt;</text>", row);

      if (places[row] == 30 && places[i] < 28)
        assert_non_null (strstr (body, end));
    }
  }
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (draws_a_picture_that_stands_alone),
    cmocka_unit_test (marks_each_point_once_by_its_shape),
    cmocka_unit_test (breaks_the_line_at_a_missing_value),
    cmocka_unit_test (draws_both_sums),
    cmocka_unit_test (draws_a_band_without_seams),
    cmocka_unit_test (goes_on_at_a_missing_value),
    cmocka_unit_test (refuses_what_has_no_picture),
    cmocka_unit_test (draws_shifts),
    cmocka_unit_test (draws_nothing_of_no_shifts),
    cmocka_unit_test (draws_nothing_of_an_empty_chart),
    cmocka_unit_test (draws_nothing_of_an_empty_reading),
    cmocka_unit_test (draws_a_pile_at_its_limit),
    cmocka_unit_test (draws_no_pile),
    cmocka_unit_test (draws_whoever_is_asked_about),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + G_N_ELEMENTS (readings) + G_N_ELEMENTS (score) +
                          G_N_ELEMENTS (others)];
  size_t n = add_rows (tests, places_an_event_to_the_day, rows, G_N_ELEMENTS (rows), sizeof *rows);

  n += add_rows (tests + n, draws_limits_as_they_apply, readings, G_N_ELEMENTS (readings),
                 sizeof *readings);
  n += add_rows (tests + n, draws_places_with_other_weights, score, G_N_ELEMENTS (score),
                 sizeof *score);
  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("report/draw", tests, NULL, NULL);
}
