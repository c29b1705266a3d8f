/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/error.h>

#include "support/near.h"

static ScrutinySeries *
series_with (double fourth)
{
  double values[14];
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", 14, NULL);

  for (guint i = 0; i < 14; i++)
    values[i] = i == 3 ? fourth : 5 + (i % 3);

  return scrutiny_series_new (timeline, values, 14, NULL);
}

/* What cannot be drawn, and the one line that says why. */
static const struct refused {
  const char *name, *value; /* of a property */
  const char *kind;
  double fourth;
  int code;
  const char *message;
} refused[] = {
  { "kind", "c", "c", -3, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Kind c: 2023-07: -3 is below 0; check the figure, or ask for kind xmr" },
  { "kind", "t", "t", -3, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Kind t: 2023-07: -3 is below 0; check the figure, or ask for kind xmr" },
  { "kind", "u", "u", 5, SCRUTINY_ERROR_MISMATCH,
    "Kind u: the series has no counts; hand in numerators and denominators, or ask for kind xmr" },
  { "weight", "0", "ewma", 5, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Weight: 0 is no weight of a value; give a number above 0 and up to 1, usually 0.2" },
  { "allowance", "-1", "cusum", 5, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Allowance: -1 is none; give a number of 0 or more, usually 0.5" },
  { "decision", "0", "cusum", 5, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Decision: 0 is no sum to stand out; give a number above 0, usually 5" },
  { "profile", "excel", "xmr", 5, SCRUTINY_ERROR_NOT_FOUND,
    "Profiles: there are none called “excel”; there are autospc, nelson, nhs-plot-the-dots, "
    "pbcharts, powerbi-spc, qcc, qicharts2, runchart, western-electric, wheeler" },
  { "centre", "mode", "xmr", 5, SCRUTINY_ERROR_NOT_FOUND,
    "Centres: there are none called “mode”; there are mean, median, slope, half-averages" },
  { "centre", "slope", "c", 5, SCRUTINY_ERROR_MISMATCH,
    "Centre: kind c has no slope for its centre; ask for kind xmr or run" },
  { "centre", "median", "c", 5, SCRUTINY_ERROR_MISMATCH,
    "Centre: kind c has no median for its centre; ask for kind xmr, run, g or t" },
  { "spread", "sd", "xmr", 5, SCRUTINY_ERROR_NOT_FOUND,
    "Spreads: there are none called “sd”; there are mr, median-mr" },
  { "gaps", "fill", "xmr", 5, SCRUTINY_ERROR_NOT_FOUND,
    "Gaps: there are none called “fill”; there are break, bridge" },
  { "known-centre", "5", "c", 5, SCRUTINY_ERROR_MISMATCH,
    "Known centre and spread: kind c works out its own; ask for kind xmr, run, ewma or cusum" },
  { "known-spread", "-2", "xmr", 5, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Known spread: -2 is no spread; give a number of 0 or more" },
};

static void
set_kind (ScrutinyChartOptions *options, const char *name)
{
  ScrutinyChartKind kind = SCRUTINY_CHART_KIND_AUTO;

  assert_true (scrutiny_chart_kind_from_name (name, &kind));
  scrutiny_chart_options_set_kind (options, kind);
}

static void
set_property (ScrutinyChartOptions *options, const char *name, const char *value)
{
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (options), name);

  if (G_IS_PARAM_SPEC_DOUBLE (spec))
    g_object_set (options, name, g_ascii_strtod (value, NULL), NULL);
  else if (G_IS_PARAM_SPEC_STRING (spec))
    g_object_set (options, name, value, NULL);
}

static void
refuses_with_one_line (void **state)
{
  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (ScrutinySeries) series = series_with (refused[i].fourth);
    g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
    g_autoptr (GError) error = NULL;

    set_kind (options, refused[i].kind);
    set_property (options, refused[i].name, refused[i].value);
    assert_null (scrutiny_chart_new (series, options, &error));
    assert_string_equal (error->message, refused[i].message);
    assert_int_equal (error->code, refused[i].code);
  }
}

static double
phase (ScrutinyChart *chart, const char *column)
{
  gsize n;

  return scrutiny_table_get_doubles (scrutiny_chart_get_phases (chart), column, &n)[0];
}

/* Each profile's numbers differ as its program's do; what is set by hand wins. */
static void
profiles_choose_what_is_left_open (void **state)
{
  static const struct {
    const char *profile;
    double sigma; /* per mean range, without what screening leaves out */
  } rows[] = {
    { NULL, 0.88622692545275801 },       { "qicharts2", 1 / 1.128 },
    { "nhs-plot-the-dots", 2.66 / 3 },   { "wheeler", 2.66 / 3 },
    { "pbcharts", 0.88622692545275801 }, { "qcc", 1 / 1.128 },
  };
  g_autoptr (ScrutinySeries) series = series_with (5);

  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();

    scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
    scrutiny_chart_options_set_profile (options, rows[i].profile);
    g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, options, NULL);
    assert_near (phase (chart, "sigma"), rows[i].sigma * 17 / 13, 1e-14);

    scrutiny_chart_options_set_constants (options, "wheeler");
    g_autoptr (ScrutinyChart) chosen = scrutiny_chart_new (series, options, NULL);
    assert_near (phase (chosen, "sigma"), 2.66 / 3 * 17 / 13, 1e-14);
  }
}

/* The findings of charts of averages and of sums are about averages and sums. */
static void
small_shifts_are_told_in_their_own_words (void **state)
{
  static const char *const kinds[] = { "ewma", "cusum" };
  static const char *const said[] = {
    "In every month since October 2024 the average that gives the latest values most weight lay "
    "above the highest that ordinary month-to-month movement would give around 10.00; it was "
    "11.00 at first.",
    "By November 2024 what lay above 10.0 had added up to 6.0, more than the 5.0 that ordinary "
    "month-to-month movement would give.",
  };
  double values[24];

  (void) state;
  for (guint i = 0; i < 24; i++)
    values[i] = i < 16 ? 10 + (i % 2 ? 0.5 : -0.5) : 12;
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", 24, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, 24, NULL);
  for (guint k = 0; k < 2; k++) {
    g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
    set_kind (options, kinds[k]);
    scrutiny_chart_options_set_known_centre (options, 10);
    scrutiny_chart_options_set_known_spread (options, 1);
    g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, options, NULL);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (chart));
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
    assert_string_equal (statement, said[k]);
  }
}

/* Counts that say so are drawn as such where they vary like counts, and only there. */
static void
counts_are_known_by_their_unit_and_their_spread (void **state)
{
  static const double like[] = { 3, 5, 2, 6, 4, 1, 5, 3, 7, 4, 2, 5, 3, 6 };
  static const double unlike[] = { 3, 50, 2, 60, 4, 1, 50, 3, 70, 4, 2, 50, 3, 60 };
  static const double even[] = { 40, 41, 40, 41, 40, 41, 40, 41, 40, 41, 40, 41, 40, 41 };
  static const struct {
    const double *values;
    const char *unit;
    ScrutinyChartKind kind;
  } rows[] = {
    { like, "count", SCRUTINY_CHART_KIND_C },   { like, "days", SCRUTINY_CHART_KIND_XMR },
    { like, "", SCRUTINY_CHART_KIND_XMR },      { unlike, "count", SCRUTINY_CHART_KIND_XMR },
    { even, "count", SCRUTINY_CHART_KIND_XMR },
  };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", 14, NULL);

  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ScrutinySeries) plain = scrutiny_series_new (timeline, rows[i].values, 14, NULL);
    g_autoptr (ScrutinySeries) series = scrutiny_series_copy_with_unit (plain, rows[i].unit);
    g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, NULL, NULL);

    assert_int_equal (scrutiny_chart_get_kind (chart), rows[i].kind);
    if (i == 0)
      assert_string_equal (scrutiny_chart_get_reason (chart),
                           "Each value is a count, and the limits are those of counting alone; "
                           "from month to month the figures vary 1.3 times as widely as counting "
                           "alone would give.");
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (refuses_with_one_line),
    cmocka_unit_test (profiles_choose_what_is_left_open),
    cmocka_unit_test (small_shifts_are_told_in_their_own_words),
    cmocka_unit_test (counts_are_known_by_their_unit_and_their_spread),
  };

  return cmocka_run_group_tests_name ("trend/chart-drawing", tests, NULL, NULL);
}
