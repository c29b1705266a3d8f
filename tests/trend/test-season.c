/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/season.h"

#include <scrutiny/error.h>

#include "kernel/stl.h"
#include "support/near.h"
#include "support/rows.h"

#include <math.h>

#define N 60

static const SeasonAsked usual = { .window = 7, .is_robust = TRUE };

/* A wave of twelve on a slow rise, and a ragged rest. */
static double
value_at (int i)
{
  return 50 + .1 * i + 8 * sin (i * G_PI / 6) + (i * i % 7) / 3.0;
}

static ScrutinySeries *
series_of (const char *first, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);
  g_autofree double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    values[i] = value_at ((int) i);

  return scrutiny_series_new (timeline, values, n, NULL);
}

static ScrutinySeries *
series_with (int at, double more)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2019-01", N, NULL);
  double values[N];

  for (int i = 0; i < N; i++)
    values[i] = value_at (i) + (i == at ? more : 0);

  return scrutiny_series_new (timeline, values, N, NULL);
}

/* The kernel's plain answer, each value in its place. */
static void
is_that_of_the_kernel (void **state)
{
  const KernelStl how = kernel_stl_defaults (N, 12, 7, FALSE);
  g_autoptr (ScrutinySeries) series = series_of ("2019-01", N);
  g_auto (Season) season = { 0 };
  double values[N], work[336 * N], seasonal[N], trend[N], remainder[N];

  (void) state;
  for (int i = 0; i < N; i++)
    values[i] = value_at (i);
  assert_true (kernel_stl_work_size (N, 12) <= G_N_ELEMENTS (work));
  assert_int_equal (kernel_stl (N, values, &how, work, seasonal, trend, remainder), KERNEL_OK);
  assert_true (season_init (&season, series, &usual, NULL));
  assert_null (season.reason);
  assert_int_equal (season.n, N);
  assert_int_equal (season.n_periods, 1);
  assert_int_equal (season.periods[0], 12);
  assert_true (season.strength > .95 && season.strength <= 1);
  assert_true (season.trend_strength > .5);
  assert_true (season.is_clear);
  for (int i = 0; i < N; i++) {
    assert_near (season.seasonal[i], seasonal[i], 1e-12);
    assert_near (season.trend[i], trend[i], 1e-12);
    assert_near (season.remainder[i], remainder[i], 1e-12);
  }
}

/* One month far from the others leaves the season as it was, unless it is to count. */
static void
sets_a_spike_aside (void **state)
{
  const SeasonAsked plain = { .window = 7 };
  g_autoptr (ScrutinySeries) series = series_of ("2019-01", N), with = series_with (17, 60);
  g_auto (Season) season = { 0 }, aside = { 0 }, counted = { 0 };
  double most = 0, most_counted = 0;

  (void) state;
  assert_true (season_init (&season, series, &usual, NULL));
  assert_true (season_init (&aside, with, &usual, NULL));
  assert_true (season_init (&counted, with, &plain, NULL));
  for (int i = 0; i < N; i++) {
    most = fmax (most, fabs (aside.seasonal[i] - season.seasonal[i]));
    most_counted = fmax (most_counted, fabs (counted.seasonal[i] - season.seasonal[i]));
  }
  assert_true (most < 1.5);
  assert_true (most_counted > 15);
  assert_near (aside.remainder[17], 60, 1.5);
  assert_true (aside.strength > .95 && counted.strength < .9);
}

/* Months that the file leaves out are gaps of the calendar: December stays December. */
static void
knows_gaps_in_the_calendar (void **state)
{
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (Season) season = { 0 };

  (void) state;
  for (int i = 0; i < N; i++) {
    const double value = value_at (i);
    if (i == 7 || (i > 20 && i < 26))
      continue;
    g_ptr_array_add (periods, g_strdup_printf ("%d-%02d", 2019 + i / 12, i % 12 + 1));
    g_array_append_val (values, value);
  }
  g_ptr_array_add (periods, NULL);
  g_autoptr (ScrutinyTimeline) timeline =
      scrutiny_timeline_new_from_texts ((const char *const *) periods->pdata, NULL);
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new (timeline, (const double *) values->data, values->len, NULL);
  assert_true (season_init (&season, series, &usual, NULL));
  assert_int_equal (season.n, N - 6);
  assert_true (season.strength > .9);
  /* The last value is December 2023, at the wave's −8 sin (30°). */
  assert_near (season.seasonal[season.n - 1], -4, 1);
  assert_near (season.seasonal[season.n - 9], 8, 1.5);
}

static const struct calendar {
  const char *label;
  const char *first;
  gsize n;
  guint n_periods;
  gsize period;
} calendars[] = {
  { "months", "2019-01", 60, 1, 12 },  { "quarters", "2010-Q1", 40, 1, 4 },
  { "halves", "2000-H1", 30, 1, 2 },   { "weeks", "2019-W01", 200, 1, 52 },
  { "days", "2019-01-01", 200, 1, 7 }, { "three years of days", "2019-01-01", 1200, 2, 7 },
  { "years", "1960", 60, 0, 0 },
};

static void
chooses_by_calendar (void **state)
{
  const struct calendar *row = *state;
  g_autoptr (ScrutinySeries) series = series_of (row->first, row->n);
  g_auto (Season) season = { 0 };

  assert_true (season_init (&season, series, &usual, NULL));
  assert_int_equal (season.n_periods, row->n_periods);
  assert_int_equal (season.periods[0], row->period);
  assert_int_equal (season.seasonal != NULL, row->n_periods > 0);
  if (row->n_periods == 2)
    assert_int_equal (season.periods[1], 365);
}

static const struct untold {
  const char *label;
  const char *first;
  const char *season;
  gsize n;
  const char *reason;
} untold[] = {
  { "too few months", "2019-01", NULL, 35, "35 months: a season of 12 months needs 36 months" },
  { "too few quarters", "2019-Q1", NULL, 19,
    "19 quarters: a season of 4 quarters needs 20 quarters" },
  { "a season longer than the series", "2019-01", "400", 60,
    "60 months: a season of 400 months needs 1200 months" },
  { "years", "1960", NULL, 60, "years have no season within them" },
  { "not asked for", "2019-01", "none", 60, "no season was looked for, as asked" },
  { "nothing", "2019-01", NULL, 1, "1 month: a season of 12 months needs 36 months" },
};

static void
says_why_not (void **state)
{
  const struct untold *row = *state;
  g_autoptr (ScrutinySeries) series = series_of (row->first, row->n);
  g_auto (Season) season = { 0 };
  SeasonAsked asked = usual;

  assert_true (season_parse (row->season, &asked, NULL));
  assert_true (season_init (&season, series, &asked, NULL));
  assert_null (season.seasonal);
  assert_string_equal (season.reason, row->reason);
  assert_false (season.is_clear);
}

static void
says_when_values_are_missing (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2003-01", 240, NULL);
  g_auto (Season) sparse = { 0 }, holed = { 0 };
  double values[240];

  (void) state;
  for (int i = 0; i < 240; i++)
    values[i] = i % 12 == 3 ? NAN : value_at (i);
  g_autoptr (ScrutinySeries) never = scrutiny_series_new (timeline, values, 240, NULL);
  assert_true (season_init (&holed, never, &usual, NULL));
  assert_null (holed.seasonal);
  assert_string_equal (holed.reason, "a part of the season was never observed");
  for (int i = 0; i < 240; i++)
    values[i] = i % 5 < 3 ? NAN : value_at (i);
  g_autoptr (ScrutinySeries) seldom = scrutiny_series_new (timeline, values, 240, NULL);
  assert_true (season_init (&sparse, seldom, &usual, NULL));
  assert_null (sparse.seasonal);
  assert_string_equal (sparse.reason, "more than half of the months are missing");
}

static void
reads_what_was_asked (void **state)
{
  SeasonAsked asked = usual;

  (void) state;
  assert_true (season_parse ("7, 365", &asked, NULL));
  assert_int_equal (asked.n_periods, 2);
  assert_int_equal (asked.periods[0], 7);
  assert_int_equal (asked.periods[1], 365);
  assert_true (season_parse ("auto", &asked, NULL));
  assert_int_equal (asked.n_periods, 0);
  assert_false (asked.is_off);
  assert_true (season_parse ("none", &asked, NULL));
  assert_true (asked.is_off);
  assert_true (season_parse (NULL, &asked, NULL));
  assert_false (asked.is_off);
}

static const struct refused {
  const char *label;
  const char *text;
} refused[] = {
  { "refuses a word", "summer" }, { "refuses one", "1" },           { "refuses nothing", "" },
  { "refuses falling", "12,4" },  { "refuses twice", "4,4" },       { "refuses five", "2,3,4,5,6" },
  { "refuses a sign", "-12" },    { "refuses a fraction", "12.5" }, { "refuses a gap", "4,,12" },
};

static void
refuses_what_is_no_season (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strdup_printf ("Season: “%s” is no season; give auto,", row->text);
  SeasonAsked asked = usual;

  assert_false (season_parse (row->text, &asked, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
  assert_true (g_str_has_prefix (error->message, start));
}

static void
refuses_figures_that_share_data (void **state)
{
  static const char *const periods[] = { "2014-16", "2015-17", NULL };
  const double values[] = { 1, 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (periods, &error);
  g_auto (Season) season = { 0 };

  (void) state;
  assert_null (error);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, 2, NULL);
  assert_false (season_init (&season, series, &usual, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
}

static void
refuses_a_window_of_two (void **state)
{
  const SeasonAsked asked = { .window = 2 };
  g_autoptr (ScrutinySeries) series = series_of ("2019-01", N);
  g_autoptr (GError) error = NULL;
  g_auto (Season) season = { 0 };

  (void) state;
  assert_false (season_init (&season, series, &asked, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
  assert_true (g_str_has_prefix (error->message, "Window: 2 is no number of seasons"));
}

int
main (void)
{
  struct CMUnitTest
      tests[G_N_ELEMENTS (calendars) + G_N_ELEMENTS (untold) + G_N_ELEMENTS (refused) + 7];
  size_t n = 0;

  n += add_rows (&tests[n], chooses_by_calendar, calendars, G_N_ELEMENTS (calendars),
                 sizeof *calendars);
  n += add_rows (&tests[n], says_why_not, untold, G_N_ELEMENTS (untold), sizeof *untold);
  n += add_rows (&tests[n], refuses_what_is_no_season, refused, G_N_ELEMENTS (refused),
                 sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_that_of_the_kernel);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (sets_a_spike_aside);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_gaps_in_the_calendar);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_when_values_are_missing);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_what_was_asked);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_figures_that_share_data);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_a_window_of_two);

  return cmocka_run_group_tests_name ("trend/season", tests, NULL, NULL);
}
