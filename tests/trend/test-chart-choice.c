/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/error.h>

#include "support/near.h"
#include "support/rows.h"
#include "support/small-series.h"

#include <string.h>

static const double COUNTED[] = { 8, 12, 9, 14, 10, 7, 11, 13, 9, 12, 8, 11, 10, 14 };
static const double TOTALS[] = { 40, 60, 50, 60, 50, 40, 50, 60, 40, 60, 50, 50, 40, 60 };

/* What cannot be drawn, and the one line that says why. */
static const struct refused {
  const char *label;
  const char *first; /* the first period; NULL: rolling three years */
  gboolean has_counts;
  ScrutinyChartKind kind;
  const char *baseline, *phase, *excluded, *rules, *constants;
  double width;
  int code;
  const char *message;
} refused[] = {
  { "rolling", NULL, FALSE, SCRUTINY_CHART_KIND_AUTO, NULL, NULL, NULL, NULL, NULL, 3,
    SCRUTINY_ERROR_UNSUITABLE,
    "Series: rolling figures over 3 years: each shares most of its data with the one before it, so "
    "limits and runs worked out from them would be wrong; ask for the figure of each year on its "
    "own" },
  { "to date", "Apr 2023 YTD", FALSE, SCRUTINY_CHART_KIND_RUN, NULL, NULL, NULL, NULL, NULL, 3,
    SCRUTINY_ERROR_UNSUITABLE,
    "Series: year-to-date figures: each holds all that came before it in its year, so limits and "
    "runs worked out from them would be wrong; take the difference of each month's counts to those "
    "of the month before, within each year, and chart that" },
  { "p without counts", "2023-04", FALSE, SCRUTINY_CHART_KIND_P, NULL, NULL, NULL, NULL, NULL, 3,
    SCRUTINY_ERROR_MISMATCH,
    "Kind p: the series has no counts; hand in numerators and denominators, or ask for kind xmr" },
  { "i' without counts", "2023-04", FALSE, SCRUTINY_CHART_KIND_I_PRIME, NULL, NULL, NULL, NULL,
    NULL, 3, SCRUTINY_ERROR_MISMATCH,
    "Kind i-prime: the series has no counts; hand in numerators and denominators, or ask for kind "
    "xmr" },
  { "baseline before the series", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, "2020-01..2024-03",
    NULL, NULL, NULL, NULL, 3, SCRUTINY_ERROR_NOT_FOUND,
    "Baseline: No period 2020-01: the series runs from 2023-04 to 2024-05" },
  { "baseline backwards", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, "2024-01..2023-05", NULL, NULL,
    NULL, NULL, 3, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Baseline: “2024-01..2023-05” ends before it starts; write the earlier period first" },
  { "baseline across a phase", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, "2023-05..2024-01",
    "2023-12", NULL, NULL, NULL, 3, SCRUTINY_ERROR_MISMATCH,
    "Baseline: “2023-05..2024-01” reaches into the phase that starts with 2023-12; each phase may "
    "have one, which lies inside it" },
  { "phase after the series", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, NULL, "2030-01", NULL,
    NULL, NULL, 3, SCRUTINY_ERROR_NOT_FOUND,
    "Phase: No period 2030-01: the series runs from 2023-04 to 2024-05" },
  { "excluded row beyond", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, NULL, NULL, "@14", NULL, NULL,
    3, SCRUTINY_ERROR_NOT_FOUND, "Excluded: No period @14: the series has 14, the first is @0" },
  { "unknown rules", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, NULL, NULL, NULL, "nelson\033[1m",
    NULL, 3, SCRUTINY_ERROR_NOT_FOUND,
    "Rules: there is no set called “nelson\xef\xbf\xbd[1m”; there are anhoej, "
    "anhoej-bestbox, anhoej-cutbox, mdc-2018, mdc-2023, nelson, powerbi-spc, "
    "provost-murray-run, runchart, western-electric, wheeler" },
  { "unknown constants", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, NULL, NULL, NULL, NULL, "2.66",
    3, SCRUTINY_ERROR_NOT_FOUND,
    "Constants: there are none called “2.66”; there are exact, wheeler, montgomery" },
  { "no width", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, NULL, NULL, NULL, NULL, NULL, 0,
    SCRUTINY_ERROR_OUT_OF_RANGE,
    "Width: 0 is no distance for limits; give a number above 0, usually 3" },
  { "endless width", "2023-04", FALSE, SCRUTINY_CHART_KIND_XMR, NULL, NULL, NULL, NULL, NULL,
    G_MAXDOUBLE * 2, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Width: inf is no distance for limits; give a number above 0, usually 3" },
};

static ScrutinySeries *
series_to_refuse (const struct refused *row)
{
  static const char *const rolling[] = { "2009-11", "2010-12", "2011-13", "2012-14", "2013-15",
                                         "2014-16", "2015-17", "2016-18", "2017-19", "2018-20",
                                         "2019-21", "2020-22", "2021-23", "2022-24", NULL };

  return row->first ? series_of (row->first, QUIET, 14) : series_at (rolling, QUIET);
}

static void
refuses_with_one_line (void **state)
{
  const struct refused *row = *state;
  const char *phases[] = { row->phase, NULL };
  const char *excluded[] = { row->excluded, NULL };
  const char *rules[] = { row->rules, NULL };
  g_autoptr (ScrutinySeries) series = series_to_refuse (row);
  g_autoptr (ScrutinyChartOptions) options = options_of (row->kind);
  g_autoptr (GError) error = NULL;

  scrutiny_chart_options_set_baseline (options, row->baseline);
  scrutiny_chart_options_set_phases (options, row->phase ? phases : NULL);
  scrutiny_chart_options_set_excluded (options, row->excluded ? excluded : NULL);
  scrutiny_chart_options_set_rules (options, row->rules ? rules : NULL);
  scrutiny_chart_options_set_constants (options, row->constants);
  scrutiny_chart_options_set_width (options, row->width);
  assert_null (scrutiny_chart_new (series, options, &error));
  assert_non_null (error);
  assert_string_equal (error->message, row->message);
  assert_int_equal (error->domain, SCRUTINY_ERROR);
  assert_int_equal (error->code, row->code);
}

/* A count above its total is no proportion, but it can be drawn as what it is. */
static void
refuses_more_than_all_on_a_p_chart (void **state)
{
  double above[14];
  g_autoptr (GError) error = NULL;

  (void) state;
  memcpy (above, COUNTED, sizeof above);
  above[3] = 61;
  g_autoptr (ScrutinySeries) series = ratio_of ("2023-04", above, TOTALS, 14);
  g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_P_PRIME);
  assert_null (scrutiny_chart_new (series, options, &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_OUT_OF_RANGE);
  assert_string_equal (error->message, "Kind p-prime: 2023-07: 61 out of 60 is not a proportion; "
                                       "check the counts, or ask for kind i-prime");

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_I_PRIME);
  g_clear_error (&error);
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, options, &error);
  assert_null (error);
  gsize n;
  assert_near (*scrutiny_table_get_doubles (scrutiny_chart_get_phases (chart), "dispersion", &n),
               NAN, 0);
}

/* Of figures near the end of a double there is no mean, and of a huge total no share. */
static void
refuses_what_is_too_large_to_work_with (void **state)
{
  double huge[14], totals[14];
  g_autoptr (GError) error = NULL;

  (void) state;
  memcpy (huge, QUIET, sizeof huge);
  huge[3] = -1e308;
  g_autoptr (ScrutinySeries) series = series_of ("2023-04", huge, 14);
  assert_null (scrutiny_chart_new (series, NULL, &error));
  assert_int_equal (error->code, SCRUTINY_ERROR_OUT_OF_RANGE);
  assert_string_equal (error->message,
                       "Series: 2023-07: -1e+308 is too large for a chart; check the figure, or "
                       "hand in all of them in a larger unit");

  g_clear_error (&error);
  memcpy (totals, TOTALS, sizeof totals);
  totals[13] = 2e50;
  g_autoptr (ScrutinySeries) shares = ratio_of ("2023-04", COUNTED, totals, 14);
  assert_null (scrutiny_chart_new (shares, NULL, &error));
  assert_non_null (strstr (error->message, "2024-05: 2"));

  g_clear_error (&error);
  huge[3] = -1e50;
  g_autoptr (ScrutinySeries) large = series_of ("2023-04", huge, 14);
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (large, NULL, &error);
  assert_null (error);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (chart)));
}

/* What was refused leaves nothing behind: the same options serve another series. */
static void
options_survive_a_refusal (void **state)
{
  g_autoptr (ScrutinySeries) short_one = series_of ("2023-04", QUIET, 14);
  g_autoptr (ScrutinySeries) long_one = series_of ("2023-04", QUIET, 24);
  g_autoptr (ScrutinyChartOptions) options = options_of (SCRUTINY_CHART_KIND_XMR);
  g_autoptr (GError) error = NULL;

  (void) state;
  scrutiny_chart_options_set_baseline (options, "2023-04..2024-12");
  assert_null (scrutiny_chart_new (short_one, options, &error));
  g_clear_error (&error);
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (long_one, options, &error);
  assert_non_null (chart);
  assert_null (error);
}

static double
noise (guint i)
{
  return (double) (i * 7919 % 101);
}

static double
seasonal (guint i)
{
  return 100 * sin (i * G_PI / 6) + noise (i);
}

static double
swings (guint i)
{
  return 100 * sin (i * G_PI / 14.5) + noise (i);
}

static double
slope (guint i)
{
  return 10 * i + noise (i);
}

/* What the reason says after why: nothing, a season, or likeness of neighbours. */
static const struct left {
  const char *label, *first, *said;
  double (*value) (guint i);
} lefts[] = {
  { "a season", "2015-01",
    " The figure repeats itself every 12 months, which these limits do not take off; the reading "
    "of "
    "the trend does.",
    seasonal },
  { "slow swings", "2015-01",
    " Each month resembles the one before, which these limits do not allow for; the reading of the "
    "trend does.",
    swings },
  { "slow swings of years", "1950",
    " Each year resembles the one before, which these limits do not allow for; the reading of the "
    "trend does.",
    swings },
  { "a slope is no season", "2015-01",
    " Each month resembles the one before, which these limits do not allow for; the reading of the "
    "trend does.",
    slope },
  { "nothing", "2015-01", NULL, noise },
};

static void
says_what_limits_do_not_allow_for (void **state)
{
  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (lefts); k++) {
    double values[60];
    g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (lefts[k].first, 60, NULL);

    for (guint i = 0; i < 60; i++)
      values[i] = lefts[k].value (i);
    g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, 60, NULL);
    g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, NULL, NULL);
    const char *reason = scrutiny_chart_get_reason (chart);

    if (lefts[k].said)
      assert_true (g_str_has_suffix (reason, lefts[k].said));
    else
      assert_null (strstr (reason, "these limits"));
  }
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (refused) + 4] = {
    cmocka_unit_test (refuses_more_than_all_on_a_p_chart),
    cmocka_unit_test (refuses_what_is_too_large_to_work_with),
    cmocka_unit_test (options_survive_a_refusal),
    cmocka_unit_test (says_what_limits_do_not_allow_for),
  };

  add_rows (tests + 4, refuses_with_one_line, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("trend/chart-choice", tests, NULL, NULL);
}
