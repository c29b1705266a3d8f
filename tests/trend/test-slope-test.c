/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/slope.h>

#include "support/change-case.h"
#include "support/near.h"
#include "support/rows.h"
#include "trend/slope-test.h"

#include <stdio.h>
#include <string.h>

/* R, datasets::Nile. */
static const double nile[] = {
  1120, 1160, 963, 1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994,  1020,
  960,  1180, 799, 958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,
  874,  694,  940, 833,  701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,
  1120, 1100, 832, 764,  821,  768,  845,  864,  862,  698,  845,  744,  796,  1040, 759,
  781,  865,  845, 944,  984,  897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,
  1040, 860,  874, 848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,
  1020, 906,  901, 1170, 912,  746,  919,  718,  714,  740,
};

static ScrutinySeries *
series_of (const char *first, const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

static ScrutinyTrendOptions *
options_of (const char *test, const char *season)
{
  ScrutinyTrendOptions *options = scrutiny_trend_options_new ();

  scrutiny_trend_options_set_test (options, test);
  scrutiny_trend_options_set_season (options, season);

  return options;
}

/* A number of the JSON, which is all that the command line shows. */
static double
number_of (ScrutinySlope *slope, const char *key)
{
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (slope));
  g_autofree char *member = g_strdup_printf (",\"%s\":", key);
  const char *at = strstr (json, member);

  assert_non_null (at);

  return strncmp (at + strlen (member), "null", 4) == 0
             ? NAN
             : g_ascii_strtod (at + strlen (member), NULL);
}

/* Worked out apart from the library, from the formulas, value by value. */
static const struct known {
  const char *label;
  double s, var_s, z, p;
} known[] = {
  { "mann-kendall", -1387, 112728.33333333333, -4.128066522844101, 3.658262921664336e-05 },
  { "hamed-rao", -1387, 241565.3569166269, -2.8199791956451388, 0.004802676310182741 },
  { "yue-wang", -1387, 112149.66644163326, -4.138702764743746, 3.4927510639007884e-05 },
  { "pre-whitened", -845, 109417, -2.5515262757340658, 0.010725223653460424 },
  { "trend-free-pre-whitened", -1515, 109417, -4.577026992252815, 4.716306254953832e-06 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinySeries) series = series_of ("1871", nile, G_N_ELEMENTS (nile));
  g_autoptr (ScrutinyTrendOptions) options = options_of (row->label, NULL);
  g_autoptr (ScrutinySlope) slope = scrutiny_slope_new (series, options, NULL);

  assert_string_equal (scrutiny_slope_get_test (slope), row->label);
  assert_near (number_of (slope, "s"), row->s, 0);
  assert_near (number_of (slope, "var_s"), row->var_s, 1e-8);
  assert_near (number_of (slope, "z"), row->z, 1e-12);
  assert_near (number_of (slope, "p"), row->p, 1e-15);
  assert_near (number_of (slope, "slope"), -2.6, 1e-12);
  assert_int_equal (scrutiny_slope_get_direction (slope), SCRUTINY_DIRECTION_DOWN);
  assert_null (scrutiny_slope_dup_at (slope));
}

/* K = 1617 by counting pairs, for 28 values before. */
static void
finds_the_dam_at_aswan (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("1871", nile, G_N_ELEMENTS (nile));
  g_autoptr (ScrutinyTrendOptions) options = options_of ("pettitt", NULL);
  g_autoptr (ScrutinySlope) slope = scrutiny_slope_new (series, options, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (slope));
  g_autofree char *at = scrutiny_slope_dup_at (slope);
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);

  (void) state;
  assert_string_equal (at, "1899");
  assert_near (number_of (slope, "s"), -1617, 0);
  assert_near (number_of (slope, "p"), 2 * exp (-6 * 1617. * 1617. / (1e6 + 1e4)), 1e-20);
  assert_near (number_of (slope, "var_s"), NAN, 0);
  assert_near (number_of (slope, "tau"), NAN, 0);
  assert_string_equal (said,
                       "From 1871 to 1970 the values from 1899 on are mostly lower than those "
                       "before; a split this clear would arise by chance in fewer than 1 "
                       "series in 1,000,000.");
}

/* Values that rise by as much as the covariate does, and a little more. */
static void
takes_off_what_goes_along (void **state)
{
  double values[24], covariate[24];

  (void) state;
  for (gsize i = 0; i < 24; i++) {
    covariate[i] = (double) i + (double) (i * 7 % 5);
    values[i] = 2 * covariate[i];
  }
  values[3] = NAN;
  g_autoptr (ScrutinySeries) series = series_of ("2000", values, 24);
  g_autoptr (ScrutinySeries) other = series_of ("1998", covariate, 24);
  g_autoptr (ScrutinySeries) same = series_of ("2000", covariate, 24);
  g_autoptr (ScrutinySlope) plain = scrutiny_slope_new (series, NULL, NULL);
  g_autoptr (ScrutinySlope) apart = scrutiny_slope_new_partial (series, other, NULL, NULL);
  g_autoptr (ScrutinySlope) nothing = scrutiny_slope_new_partial (series, same, NULL, NULL);

  assert_int_equal (scrutiny_slope_get_direction (plain), SCRUTINY_DIRECTION_UP);
  assert_string_equal (scrutiny_slope_get_test (apart), "partial");
  assert_near (number_of (apart, "n"), 21, 0); /* of 22 years that both have, one is missing */
  assert_true (fabs (number_of (apart, "s")) < fabs (number_of (plain, "s")) / 2);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (nothing)),
                       "The figure moves with the covariate throughout, and nothing is left to "
                       "look at");
  assert_near (scrutiny_slope_get_p (nothing), NAN, 0);
  assert_string_not_equal (
      scrutiny_method_get_input_hash (scrutiny_result_get_method (SCRUTINY_RESULT (plain))),
      scrutiny_method_get_input_hash (scrutiny_result_get_method (SCRUTINY_RESULT (apart))));
}

static ScrutinyPanel *
panel_of (guint n_places, const double *const *places, gsize n)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint k = 0; k < n_places; k++) {
    for (gsize i = 0; i < n; i++) {
      g_ptr_array_add (keys, g_strdup_printf ("place %u", k));
      g_ptr_array_add (years, g_strdup_printf ("%u", 1900 + (guint) i));
    }
    g_array_append_vals (values, places[k], (guint) n);
  }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (years, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (values->data, values->len * sizeof (double));
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one =
      scrutiny_table_copy_with_texts (empty, "place", (const char *const *) keys->pdata, NULL);
  g_autoptr (ScrutinyTable) two =
      scrutiny_table_copy_with_texts (one, "year", (const char *const *) years->pdata, NULL);
  g_autoptr (ScrutinyTable) three = scrutiny_table_copy_with_doubles (two, "value", bytes, NULL);

  return scrutiny_panel_new (three, (const char *const[]){ "place", NULL }, "year", "value", NULL);
}

/* A high place and a low one that rise: compared with each other they would hide it. */
static void
compares_each_place_with_itself (void **state)
{
  double high[12], low[12];

  (void) state;
  for (gsize i = 0; i < 12; i++) {
    high[i] = 1000 + (double) (i + i * 5 % 3);
    low[i] = (double) (i + i * 7 % 4);
  }
  low[5] = NAN;
  g_autoptr (ScrutinyPanel) panel = panel_of (2, (const double *const[]){ high, low }, 12);
  g_autoptr (ScrutinySlope) slope = scrutiny_slope_new_regional (panel, NULL, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (slope));
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autoptr (ScrutinySeries) one = series_of ("1900", high, 12);
  g_autoptr (ScrutinySeries) other = series_of ("1900", low, 12);
  g_autoptr (ScrutinySlope) first = scrutiny_slope_new (one, NULL, NULL);
  g_autoptr (ScrutinySlope) second = scrutiny_slope_new (other, NULL, NULL);

  assert_string_equal (scrutiny_slope_get_test (slope), "regional");
  assert_int_equal (scrutiny_slope_get_n_places (slope), 2);
  assert_near (number_of (slope, "n"), 23, 0);
  assert_near (number_of (slope, "s"), number_of (first, "s") + number_of (second, "s"), 0);
  assert_near (number_of (slope, "var_s"), number_of (first, "var_s") + number_of (second, "var_s"),
               1e-9);
  assert_near (number_of (slope, "slope"), 1, 0.1);
  assert_string_equal (said, "From 1900 to 1911 the 2 series taken together rose more often than "
                             "they fell; movement this steady would arise by chance in about 1 "
                             "series in 6,700. 12 years are too few to say how fast.");
}

/* The same place ten times is not ten witnesses. */
static void
allows_for_places_that_move_together (void **state)
{
  const double wave[] = { 3, 1, 4, 2, 6, 3, 4, 7, 2, 6 };
  const double *places[10];

  (void) state;
  for (guint k = 0; k < 10; k++)
    places[k] = wave;
  g_autoptr (ScrutinyPanel) panel = panel_of (10, places, 10);
  g_autoptr (ScrutinySlope) slope = scrutiny_slope_new_regional (panel, NULL, NULL);
  g_autoptr (ScrutinySeries) one = series_of ("1900", wave, 10);
  g_autoptr (ScrutinySlope) alone = scrutiny_slope_new (one, NULL, NULL);

  assert_true (scrutiny_slope_get_p (slope) < 0.01);
  assert_true (scrutiny_slope_get_p_dependent (slope) > 0.05);
  assert_near (scrutiny_slope_get_p_dependent (slope), scrutiny_slope_get_p (alone), 0.05);
  assert_int_equal (scrutiny_slope_get_direction (slope), SCRUTINY_DIRECTION_NONE);
}

static const struct wrong {
  const char *label;
  const char *test, *season;
  const char *first;
  gboolean has_gap, has_covariate, is_panel;
  int code;
  const char *message;
} wrong[] = {
  { "no such test", "mk", NULL, "2001", FALSE, FALSE, FALSE, SCRUTINY_ERROR_NOT_FOUND,
    "Test: there is none called “mk”; there are auto, mann-kendall, seasonal-mann-kendall, "
    "correlated-seasonal, hamed-rao, yue-wang, pre-whitened, trend-free-pre-whitened, regional, "
    "partial, pettitt" },
  { "places", "regional", NULL, "2001", FALSE, FALSE, FALSE, SCRUTINY_ERROR_MISMATCH,
    "Test regional: it is of several places; hand in a panel of them" },
  { "a covariate", "partial", NULL, "2001", FALSE, FALSE, FALSE, SCRUTINY_ERROR_MISMATCH,
    "Test partial: it needs a second figure that may explain the first; hand in a covariate" },
  { "no covariate", "hamed-rao", NULL, "2001", FALSE, TRUE, FALSE, SCRUTINY_ERROR_MISMATCH,
    "Test hamed-rao: it takes no covariate; leave it out, or ask for partial" },
  { "one series", "pettitt", NULL, "2001", FALSE, FALSE, TRUE, SCRUTINY_ERROR_MISMATCH,
    "Test pettitt: it is of one series; hand in one, or ask for regional" },
  { "no season", "yue-wang", "4", "2001", FALSE, FALSE, FALSE, SCRUTINY_ERROR_MISMATCH,
    "Test yue-wang: it compares all values with each other; leave the season out, or ask for "
    "seasonal-mann-kendall" },
  { "a season", "seasonal-mann-kendall", NULL, "2001", FALSE, FALSE, FALSE, SCRUTINY_ERROR_MISMATCH,
    "Test seasonal-mann-kendall: it needs a season; say how many periods make one, such as 12, or "
    "ask for mann-kendall" },
  { "a season that is off", "correlated-seasonal", "none", "2001-01", FALSE, FALSE, FALSE,
    SCRUTINY_ERROR_MISMATCH,
    "Test correlated-seasonal: it needs a season; say how many periods make one, such as 12, or "
    "ask for mann-kendall" },
  { "no gaps", "pre-whitened", NULL, "2001", TRUE, FALSE, FALSE, SCRUTINY_ERROR_UNSUITABLE,
    "Test pre-whitened: it compares each value with the one before, and some periods are missing; "
    "ask for mann-kendall, which allows for that" },
};

static void
refuses (void **state)
{
  const struct wrong *row = *state;
  double values[] = { 3, 1, 4, 2, 6, 3, 4, 7, 2, 6 };
  const double *places[] = { values };
  g_autoptr (ScrutinyTrendOptions) options = options_of (row->test, row->season);
  g_autoptr (GError) error = NULL;

  values[4] = row->has_gap ? NAN : 6;
  g_autoptr (ScrutinySeries) series = series_of (row->first, values, 10);
  g_autoptr (ScrutinyPanel) panel = panel_of (1, places, 10);
  if (row->is_panel)
    assert_null (scrutiny_slope_new_regional (panel, options, &error));
  else if (row->has_covariate)
    assert_null (scrutiny_slope_new_partial (series, series, options, &error));
  else
    assert_null (scrutiny_slope_new (series, options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, row->code));
  assert_string_equal (error->message, row->message);
}

static void
the_covariate_follows_the_calendar (void **state)
{
  g_autoptr (ScrutinySeries) years = series_of ("1871", nile, 20);
  g_autoptr (ScrutinySeries) months = series_of ("1871-01", nile, 20);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_slope_new_partial (years, months, NULL, &error));
  assert_string_equal (error->message, "Covariate: its calendar is month and that of the series "
                                       "year; hand in both by the same");
}

/* Each value of a rolling covariate is half the one before it. */
static void
refuses_a_covariate_that_shares_data (void **state)
{
  static const char *const rolling[] = { "2014-16", "2015-17", "2016-18", "2017-19", NULL };
  g_autoptr (ScrutinySeries) years = series_of ("2014", nile, 4);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (rolling, NULL);
  g_autoptr (ScrutinySeries) other = scrutiny_series_new (timeline, nile, 4, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_slope_new_partial (years, other, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
  assert_true (g_str_has_prefix (error->message, "Covariate: rolling figures over 3 years: each "
                                                 "shares most of its data"));
}

/* Two rounds of a season, and a line without any noise. */
static void
says_when_a_test_makes_nothing_of_it (void **state)
{
  double line[24];

  (void) state;
  for (gsize i = 0; i < 24; i++)
    line[i] = 2 * (double) i;
  g_autoptr (ScrutinySeries) months = series_of ("2020-01", line, 24);
  g_autoptr (ScrutinyTrendOptions) seasonal = options_of ("seasonal-mann-kendall", NULL);
  g_autoptr (ScrutinyTrendOptions) trend_free = options_of ("trend-free-pre-whitened", NULL);
  g_autoptr (ScrutinySlope) few = scrutiny_slope_new (months, seasonal, NULL);
  g_autoptr (ScrutinySlope) straight = scrutiny_slope_new (months, trend_free, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (straight));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (few)),
                       "Seasons are compared with their like from 3 rounds of them on, and there "
                       "are not as many; ask for mann-kendall");
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (straight)));
  assert_null (strstr (json, "nan"));
}

/* rkt on sulphate at Piedmont, with the amount of rain as what may explain it. */
static void
agrees_with_rkt (void **state)
{
  gsize n;

  (void) state;
  if (!change_cases.json) {
    print_message ("skipped: there is no cases/change in %s\n", g_getenv ("SCRUTINY_SHARED"));
    skip ();
  }
  g_autofree double *sulphate = change_case_dup_column ("pie1.csv", "SO4", &n);
  g_autofree double *amount = change_case_dup_column ("pie1.csv", "mm", &n);
  g_autoptr (ScrutinySeries) series = series_of ("1998-01", sulphate, n);
  g_autoptr (ScrutinySeries) covariate = series_of ("1998-01", amount, n);
  g_autoptr (ScrutinyTrendOptions) options = options_of ("correlated-seasonal", NULL);
  g_autoptr (ScrutinySlope) correlated = scrutiny_slope_new (series, options, NULL);
  g_autoptr (ScrutinySlope) partial = scrutiny_slope_new_partial (series, covariate, NULL, NULL);

  assert_near (number_of (correlated, "s"), change_case_number ("pie1_rkt", "calendar/S"), 0);
  assert_near (number_of (correlated, "var_s"),
               change_case_number ("pie1_rkt", "calendar/varS_corrected"), 1e-8);
  assert_near (number_of (correlated, "p"), change_case_number ("pie1_rkt", "calendar/p_corrected"),
               1e-12);
  assert_near (number_of (correlated, "tau"), change_case_number ("pie1_rkt", "calendar/tau"),
               1e-12);
  /* rkt's slope is a year's. */
  assert_near (12 * number_of (correlated, "slope"), change_case_number ("pie1_rkt", "calendar/B"),
               1e-12);
  assert_near (number_of (partial, "s"), change_case_number ("pie1_rkt", "calendar/partial_S"),
               1e-9);
  assert_near (number_of (partial, "p"), change_case_number ("pie1_rkt", "calendar/partial_p"),
               1e-15);
  assert_near (scrutiny_slope_get_p_dependent (partial),
               change_case_number ("pie1_rkt", "calendar/partial_p_corrected"), 1e-12);
}

static void
agrees_with_another_regional_test (void **state)
{
  gsize n;

  (void) state;
  if (!change_cases.json) {
    print_message ("skipped: there is no cases/change in %s\n", g_getenv ("SCRUTINY_SHARED"));
    skip ();
  }
  g_autofree double *a = change_case_dup_column ("pymk_2d.csv", "a", &n);
  g_autofree double *b = change_case_dup_column ("pymk_2d.csv", "b", &n);
  g_autoptr (ScrutinyPanel) panel = panel_of (2, (const double *const[]){ a, b }, n);
  g_autoptr (ScrutinySlope) slope = scrutiny_slope_new_regional (panel, NULL, NULL);

  assert_near (number_of (slope, "s"), change_case_number ("pymk_regional_test", "s"), 0);
  assert_near (number_of (slope, "var_s"), change_case_number ("pymk_regional_test", "var_s"),
               1e-6);
  assert_near (number_of (slope, "z"), change_case_number ("pymk_regional_test", "z"), 1e-12);
  assert_near (number_of (slope, "p"), change_case_number ("pymk_regional_test", "p"), 1e-12);
  assert_near (number_of (slope, "tau"), change_case_number ("pymk_regional_test", "Tau"), 1e-12);
  assert_near (number_of (slope, "slope"), change_case_number ("pymk_regional_test", "slope"),
               1e-9);
}

#define N_PLAIN 9

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (wrong) + N_PLAIN] = {
    cmocka_unit_test (finds_the_dam_at_aswan),
    cmocka_unit_test (takes_off_what_goes_along),
    cmocka_unit_test (compares_each_place_with_itself),
    cmocka_unit_test (allows_for_places_that_move_together),
    cmocka_unit_test (the_covariate_follows_the_calendar),
    cmocka_unit_test (refuses_a_covariate_that_shares_data),
    cmocka_unit_test (says_when_a_test_makes_nothing_of_it),
    cmocka_unit_test (agrees_with_rkt),
    cmocka_unit_test (agrees_with_another_regional_test),
  };

  change_cases_read ();
  add_rows (tests + N_PLAIN, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  add_rows (tests + N_PLAIN + G_N_ELEMENTS (known), refuses, wrong, G_N_ELEMENTS (wrong),
            sizeof *wrong);

  const int n_failed = cmocka_run_group_tests_name ("trend/slope-test", tests, NULL, NULL);
  change_cases_close ();

  return n_failed;
}
