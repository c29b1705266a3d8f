/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/slope.h>

#include <scrutiny/error.h>

#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define MOST 60

static ScrutinySlope *
look_at (const char *first, const double *values, gsize n, const char *season)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, n, NULL);
  g_autoptr (ScrutinyTrendOptions) options = scrutiny_trend_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinySlope *slope;

  scrutiny_trend_options_set_season (options, season);
  slope = scrutiny_slope_new (series, options, &error);
  assert_null (error);

  return slope;
}

static char *
dup_said (ScrutinySlope *slope, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (slope));

  if (findings->len == 0)
    return NULL;
  assert_int_equal (findings->len, 1);
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[0]), id);

  return scrutiny_finding_dup_statement (findings->pdata[0], NULL);
}

/* Values made by a formula of their place. */
static double
wave (gsize i)
{
  return (double) (i * 7 % 11);
}

static double
wave_that_rises (gsize i)
{
  return 100 + (double) i + wave (i);
}

static double
wave_that_falls (gsize i)
{
  return 100 - (double) i / 4 + wave (i);
}

static double
rises (gsize i)
{
  return (double) i;
}

static double
same (gsize i)
{
  return 7;
}

/* Three slow swings on a gentle rise: neighbours are alike. */
static double
swings (gsize i)
{
  return 10 * sin ((double) i / 4) + (double) i / 8;
}

static double
season (gsize i)
{
  return 20 * (double) (i * 5 % 12) + (double) (i / 12);
}

static double
of_the_page (gsize i)
{
  return (const double[]){ 1, 3, 2, 5, 4, 7, 6, 8 }[i];
}

static const struct said {
  const char *label;
  const char *first;
  gsize n;
  double (*value) (gsize i);
  const char *id;
  ScrutinyDirection direction;
  const char *statement;
} says[] = {
  { "the page's example", "2011", 8, of_the_page, "trend.slope", SCRUTINY_DIRECTION_UP,
    "From 2011 to 2018 the figure rose more often than it fell; movement this steady would arise "
    "by chance in about 1 series in 180. 8 years are too few to say how fast." },
  { "rises", "2020-01", 30, wave_that_rises, "trend.slope", SCRUTINY_DIRECTION_UP,
    "From January 2020 to June 2022 the figure rose by about 12.0 a year (between 10.2 and 13.5); "
    "movement this steady would arise by chance in fewer than 1 series in 1,000,000." },
  { "falls", "1991", 40, wave_that_falls, "trend.slope", SCRUTINY_DIRECTION_DOWN,
    "From 1991 to 2030 the figure fell by about 0.25 a year (between 0.13 and 0.32); movement this "
    "steady would arise by chance in about 1 series in 62,000." },
  { "too few for a pace", "2015", 12, rises, "trend.slope", SCRUTINY_DIRECTION_UP,
    "From 2015 to 2026 the figure rose more often than it fell; movement this steady would arise "
    "by chance in fewer than 1 series in 1,000,000. 12 years are too few to say how fast." },
  { "nothing", "2020-01", 24, wave, "trend.no-slope", SCRUTINY_DIRECTION_NONE,
    "From January 2020 to December 2021 there is no steady movement beyond what chance gives: "
    "anything from -4 to 3 a year would fit the figures." },
  { "nothing, and few", "2020-01", 10, wave, "trend.no-slope", SCRUTINY_DIRECTION_NONE,
    "From January 2020 to October 2020 there is no steady movement beyond what chance gives; 10 "
    "months are too few to see any but a very steady one." },
  { "alike", "2015-01", 60, swings, "trend.slope", SCRUTINY_DIRECTION_NONE,
    "From January 2015 to December 2019 the figure mostly rose, but each month resembles the one "
    "before, and such a series moves as steadily by chance alone in about 1 of 2: whether it will "
    "go on cannot be told." },
  { "seasons", "2015-01", 60, season, "trend.slope", SCRUTINY_DIRECTION_UP,
    "From January 2015 to December 2019 the figure rose by 1.0 a year; movement this steady would "
    "arise by chance in fewer than 1 series in 1,000,000." },
  { "the same", "2020-01", 10, same, "trend.no-slope", SCRUTINY_DIRECTION_NONE,
    "From January 2020 to October 2020 all 10 values are 7." },
};

static void
says_so (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinySlope) slope = NULL;
  g_autofree char *said = NULL;
  double values[MOST];

  for (gsize i = 0; i < row->n; i++)
    values[i] = row->value (i);
  slope = look_at (row->first, values, row->n, NULL);
  said = dup_said (slope, row->id);
  assert_string_equal (said, row->statement);
  assert_int_equal (scrutiny_slope_get_direction (slope), row->direction);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (slope)));
}

/* A gap is the time it is: the middle slope of 0, 1, 2, 3, 20, 21, 22, 23 at these times is
 * 1 a month; by position it would be 23 / 7 or so.
 */
static void
takes_gaps_as_time (void **state)
{
  static const char *const periods[] = { "2020-01", "2020-02", "2020-03", "2020-04", "2021-09",
                                         "2021-10", "2021-11", "2021-12", NULL };
  static const double values[] = { 0, 1, 2, 3, 20, 21, 22, 23 };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (periods, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, 8, NULL);
  g_autoptr (ScrutinySlope) slope = scrutiny_slope_new (series, NULL, NULL);

  assert_near (scrutiny_slope_get_slope (slope), 1, 0);
  assert_near (scrutiny_slope_get_score (slope), 28, 0);
  assert_near (scrutiny_slope_get_tau (slope), 1, 0);
  /* Two orders of 8! are as far out. */
  assert_near (scrutiny_slope_get_p (slope), 2 / 40320., 1e-18);
}

/* By season every value is compared with its like, and the season itself is no slope. */
static void
compares_like_with_like (void **state)
{
  g_autoptr (ScrutinySlope) by_season = NULL, plain = NULL;
  double values[MOST];

  for (gsize i = 0; i < MOST; i++)
    values[i] = season (i);
  values[17] = NAN;
  by_season = look_at ("2015-01", values, MOST, NULL);
  plain = look_at ("2015-01", values, MOST, "none");

  assert_string_equal (scrutiny_slope_get_test (by_season), "seasonal-mann-kendall");
  assert_string_equal (scrutiny_slope_get_test (plain), "mann-kendall");
  /* Eleven seasons of five values that rise, ten pairs each, and one of four. */
  assert_near (scrutiny_slope_get_score (by_season), 116, 0);
  assert_near (scrutiny_slope_get_tau (by_season), 1, 0);
  assert_near (scrutiny_slope_get_slope (by_season), 1 / 12., 1e-15);
  assert_true (scrutiny_slope_get_p (by_season) < 1e-15);
  assert_true (scrutiny_slope_get_p (plain) > 0.1);
}

static void
is_never_surer_for_dependence (void **state)
{
  g_autoptr (ScrutinySlope) slope = NULL;
  double values[MOST];

  for (gsize i = 0; i < MOST; i++)
    values[i] = swings (i);
  slope = look_at ("1960", values, MOST, NULL);

  assert_true (scrutiny_slope_get_dependence (slope) > 0.8);
  assert_true (scrutiny_slope_get_p (slope) < 0.05);
  assert_true (scrutiny_slope_get_p_dependent (slope) > 0.05);
  assert_true (scrutiny_slope_get_low (slope) < 0);
  assert_true (scrutiny_slope_get_high (slope) > scrutiny_slope_get_slope (slope));
}

static ScrutinySlope *
look_at_periods (const char *const *periods, const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (periods, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, n, NULL);

  return scrutiny_slope_new (series, NULL, NULL);
}

/* Values two years apart have none the year before. */
static void
knows_no_dependence_across_gaps (void **state)
{
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScrutinySlope) slope = NULL;
  double values[MOST];

  for (gsize i = 0; i < MOST; i++) {
    values[i] = swings (i);
    g_ptr_array_add (periods, g_strdup_printf ("%u", 1900 + 2 * (guint) i));
  }
  g_ptr_array_add (periods, NULL);
  slope = look_at_periods ((const char *const *) periods->pdata, values, MOST);

  assert_near (scrutiny_slope_get_dependence (slope), NAN, 0);
  assert_near (scrutiny_slope_get_p_dependent (slope), scrutiny_slope_get_p (slope), 0);
}

/* Eight months in eighty years are no seasons. */
static void
keeps_no_seasons_apart_where_hardly_any_are (void **state)
{
  static const char *const periods[] = { "1940-01", "1950-01", "1960-01", "1970-01", "1980-01",
                                         "1990-01", "2000-01", "2020-02", NULL };
  static const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  g_autoptr (ScrutinySlope) slope = look_at_periods (periods, values, 8);

  assert_string_equal (scrutiny_slope_get_test (slope), "mann-kendall");
  assert_near (scrutiny_slope_get_score (slope), 28, 0);
}

/* A strong season with noise on it: neighbours are alike only through their season. */
static void
takes_the_season_off_before_dependence (void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (ScrutinySlope) slope = NULL;
  double values[MOST];

  for (gsize i = 0; i < MOST; i++)
    values[i] = 50 * sin ((double) i * G_PI / 6) + g_rand_double (random);
  slope = look_at ("2015-01", values, MOST, NULL);

  assert_true (fabs (scrutiny_slope_get_dependence (slope)) < 0.3);
}

/* The same figures at a level that asks for less. */
static void
goes_by_the_level (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2001", 10, NULL);
  const double values[] = { 3, 1, 4, 2, 6, 3, 4, 7, 2, 6 };
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, 10, NULL);
  g_autoptr (ScrutinyTrendOptions) options = scrutiny_trend_options_new ();
  g_autoptr (ScrutinySlope) usual = scrutiny_slope_new (series, options, NULL);
  g_autoptr (ScrutinySlope) lenient = NULL;

  scrutiny_trend_options_set_level (options, 0.7);
  lenient = scrutiny_slope_new (series, options, NULL);
  assert_int_equal (scrutiny_slope_get_direction (usual), SCRUTINY_DIRECTION_NONE);
  assert_int_equal (scrutiny_slope_get_direction (lenient), SCRUTINY_DIRECTION_UP);
  assert_true (scrutiny_slope_get_high (lenient) < scrutiny_slope_get_high (usual));

  g_autofree char *said = dup_said (usual, "trend.no-slope");
  g_autofree char *said_leniently = dup_said (lenient, "trend.slope");
  assert_non_null (strstr (said, "no steady movement"));
  assert_non_null (strstr (said_leniently, "rose"));
}

static void
cannot_tell_of_few (void **state)
{
  const double values[] = { 1, 2, NAN, 4, 5, 6, 7, 8 };
  g_autoptr (ScrutinySlope) slope = look_at ("2020-01", values, 8, NULL);
  g_autoptr (ScrutinySlope) bare = g_object_new (SCRUTINY_TYPE_SLOPE, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (slope));
  g_autofree char *of_bare = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (slope)),
                       "7 months: a slope needs 8; ask for at least 1 month more");
  assert_null (dup_said (slope, ""));
  assert_near (scrutiny_slope_get_slope (slope), NAN, 0);
  assert_near (scrutiny_slope_get_p (slope), NAN, 0);
  assert_non_null (strstr (json, "\"slope\":null,\"per\":\"month\",\"interval\":[null,null]"));
  assert_null (strstr (json, "nan"));
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)),
                       "0 periods: a slope needs 8; ask for at least 8 periods more");
  assert_int_equal (scrutiny_slope_get_direction (bare), SCRUTINY_DIRECTION_NONE);
  assert_non_null (strstr (of_bare, "\"first\":null"));
}

static void
assert_refused (const char *const *periods,
                const double *values,
                gsize n,
                double level,
                const char *season,
                int code,
                const char *message)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (periods, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, n, NULL);
  g_autoptr (ScrutinyTrendOptions) options = scrutiny_trend_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_trend_options_set_level (options, level);
  scrutiny_trend_options_set_season (options, season);
  assert_null (scrutiny_slope_new (series, options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, code));
  assert_non_null (strstr (error->message, message));
}

static void
refuses (void **state)
{
  static const char *const rolling[] = { "2014-16", "2015-17", "2016-18", NULL };
  static const char *const years[] = { "2011", "2012", "2013", "2014", "2015",
                                       "2016", "2017", "2018", NULL };
  static const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  static const double far[] = { -1e308, 1e308, -1e308, 1e308, -1e308, 1e308, -1e308, 1e308 };

  assert_refused (rolling, values, 3, 0.95, NULL, SCRUTINY_ERROR_UNSUITABLE,
                  "Series: rolling figures over 3 years: each shares most of its data");
  assert_refused (years, values, 8, 1, NULL, SCRUTINY_ERROR_OUT_OF_RANGE,
                  "Level: 1 is not between 0 and 1");
  assert_refused (years, values, 8, 0.95, "sometimes", SCRUTINY_ERROR_OUT_OF_RANGE, "sometimes");
  assert_refused (years, far, 8, 0.95, NULL, SCRUTINY_ERROR_OUT_OF_RANGE, "too far apart");
}

static void
cites_its_method (void **state)
{
  const double values[] = { 1, 2, 4, 3, 5, 6, 7, 8, 9, 9 };
  g_autoptr (ScrutinySlope) slope = look_at ("2020-01", values, 10, NULL);
  ScrutinyMethod *method = scrutiny_result_get_method (SCRUTINY_RESULT (slope));
  g_autofree char *parameters = g_variant_print (scrutiny_method_get_parameters (method), FALSE);

  assert_string_equal (scrutiny_method_get_id (method), "slope");
  assert_non_null (strstr (parameters, "'season': <'none'>"));
  assert_non_null (strstr (parameters, "'level': <0.9"));
  assert_string_equal (scrutiny_method_get_input_hash (method),
                       scrutiny_series_get_hash (scrutiny_slope_get_series (slope)));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (says) + 10] = {
    cmocka_unit_test (takes_gaps_as_time),
    cmocka_unit_test (compares_like_with_like),
    cmocka_unit_test (is_never_surer_for_dependence),
    cmocka_unit_test (knows_no_dependence_across_gaps),
    cmocka_unit_test (keeps_no_seasons_apart_where_hardly_any_are),
    cmocka_unit_test (takes_the_season_off_before_dependence),
    cmocka_unit_test (goes_by_the_level),
    cmocka_unit_test (cannot_tell_of_few),
    cmocka_unit_test (refuses),
    cmocka_unit_test (cites_its_method),
  };

  add_rows (tests + 10, says_so, says, G_N_ELEMENTS (says), sizeof *says);

  return cmocka_run_group_tests_name ("trend/slope", tests, NULL, NULL);
}
