/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/shifts.h>

#include "kernel/noticeable-step.h"
#include "support/near.h"
#include "support/rows.h"
#include "support/small-series.h"
#include "support/small-shifts.h"

#include <string.h>

/* The interval is that of strucchange 1.5-3 under R 4.2.2: 25 to 32, the last year before
 * the change counted from 1, which is the first after it counted from 0.
 */
static void
dates_the_dam (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("1871", NILE, G_N_ELEMENTS (NILE));
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);
  g_autofree char *said = dup_statement (shifts, 0);

  (void) state;
  assert_string_equal (scrutiny_shift_get_at (shift), "1899");
  assert_string_equal (scrutiny_shift_get_earliest (shift), "1896");
  assert_string_equal (scrutiny_shift_get_latest (shift), "1903");
  assert_string_equal (scrutiny_shift_get_kind (shift), "level");
  assert_near (scrutiny_shift_get_before (shift), 1097.75, 1e-9);
  assert_near (scrutiny_shift_get_after (shift), 849.97222222222222, 1e-9);
  assert_near (scrutiny_shift_get_change (shift), -247.77777777777777, 1e-9);
  /* lm (Nile ~ after) in R: standard error 28.43539, t on 98 degrees 1.984467. */
  assert_near (scrutiny_shift_get_change_low (shift), -304.2069, 1e-3);
  assert_near (scrutiny_shift_get_change_high (shift), -191.3487, 1e-3);
  assert_near (scrutiny_shifts_get_spread (shifts), sqrt (1597457.1944444445 / 98), 1e-9);
  assert_string_equal (said, "In 1899 the figure fell from around 1,098 to around 850, by 191 to "
                             "304. The change dates from between 1896 and 1903.");
}

static void
tabulates_the_changes (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("1871", NILE, G_N_ELEMENTS (NILE));
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);
  ScrutinyTable *table = scrutiny_shifts_get_table (shifts);
  static const struct {
    const char *name;
    double (*get) (ScrutinyShift *shift);
  } numbers[] = {
    { "before", scrutiny_shift_get_before },
    { "after", scrutiny_shift_get_after },
    { "change", scrutiny_shift_get_change },
    { "change_low", scrutiny_shift_get_change_low },
    { "change_high", scrutiny_shift_get_change_high },
    { "slope_before", scrutiny_shift_get_slope_before },
    { "slope_after", scrutiny_shift_get_slope_after },
  };
  gsize n;

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (table), 1);
  assert_string_equal (scrutiny_table_get_texts (table, "at")[0], "1899");
  assert_string_equal (scrutiny_table_get_texts (table, "earliest")[0], "1896");
  assert_string_equal (scrutiny_table_get_texts (table, "latest")[0], "1903");
  assert_string_equal (scrutiny_table_get_texts (table, "kind")[0], "level");
  for (gsize k = 0; k < G_N_ELEMENTS (numbers); k++)
    assert_near (scrutiny_table_get_doubles (table, numbers[k].name, &n)[0], numbers[k].get (shift),
                 0);
}

static void
says_what_would_have_been_found (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("2022-01", QUIET, G_N_ELEMENTS (QUIET));
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autofree char *said = dup_statement (shifts, 0);

  (void) state;
  assert_int_equal (scrutiny_shifts_get_n_shifts (shifts), 0);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (shifts)));
  assert_near (scrutiny_shifts_get_smallest_noticeable (shifts),
               scrutiny_shifts_get_spread (shifts) *
                   kernel_noticeable_step (24, &kernel_level_line_default, 0.8),
               1e-12);
  assert_true (scrutiny_shifts_get_chance (shifts) > 0.5);
  assert_true (g_str_has_prefix (said, "From January 2022 to December 2023 the figure stayed "
                                       "around 50.2; no change of level or slope stands out. A "
                                       "lasting change of "));
  assert_non_null (strstr (said, " half-way would have been found in four of five such series."));
}

static void
set_wave (double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    values[i] = QUIET[i % G_N_ELEMENTS (QUIET)];
}

static void
finds_a_change_of_slope (void **state)
{
  double values[60];

  (void) state;
  set_wave (values, 60);
  for (gsize i = 30; i < 60; i++)
    values[i] += 2 * ((double) i - 30);
  g_autoptr (ScrutinySeries) series = series_of ("1900", values, 60);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);
  g_autofree char *said = dup_statement (shifts, 0);

  assert_string_equal (scrutiny_shift_get_kind (shift), "slope");
  assert_near (scrutiny_shift_get_before (shift), 0, 0);
  assert_near (scrutiny_shift_get_slope_before (shift), 0, 0);
  assert_near (scrutiny_shift_get_after (shift), 2, 0.1);
  assert_near (scrutiny_shift_get_after (shift), scrutiny_shift_get_slope_after (shift), 0);
  assert_true (scrutiny_shift_get_change_low (shift) < 2 &&
               scrutiny_shift_get_change_high (shift) > 2);
  assert_true (strcmp (scrutiny_shift_get_earliest (shift), "1930") <= 0);
  assert_true (strcmp (scrutiny_shift_get_latest (shift), "1930") >= 0);
  assert_non_null (strstr (said, " on the figure rose by about 2.0 a year; before, it was level."));
}

static void
finds_both_at_once (void **state)
{
  double values[60];

  (void) state;
  set_wave (values, 60);
  for (gsize i = 30; i < 60; i++)
    values[i] += 40 - 2 * ((double) i - 30);
  g_autoptr (ScrutinySeries) series = series_of ("1900", values, 60);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);
  g_autofree char *said = dup_statement (shifts, 0);

  assert_string_equal (scrutiny_shift_get_kind (shift), "both");
  assert_string_equal (scrutiny_shift_get_at (shift), "1930");
  assert_near (scrutiny_shift_get_change (shift), 40, 2);
  assert_near (scrutiny_shift_get_slope_after (shift), -2, 0.1);
  assert_non_null (strstr (said, "In 1930 the figure rose from around "));
  assert_non_null (strstr (said, "; from then on it fell by about 2.0 a year, and before, it was "
                                 "level. "));
}

/* A line all the way is no change. */
static void
leaves_a_line_alone (void **state)
{
  double values[60];

  (void) state;
  set_wave (values, 60);
  for (gsize i = 0; i < 60; i++)
    values[i] -= (double) i;
  g_autoptr (ScrutinySeries) series = series_of ("1900", values, 60);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autofree char *said = dup_statement (shifts, 0);

  assert_int_equal (scrutiny_shifts_get_n_shifts (shifts), 0);
  assert_non_null (strstr (said, "the figure fell by about 1.0 a year throughout; no change"));
}

/* What comes back every year is no change, and does not hide one. */
static void
takes_the_season_off (void **state)
{
  double values[72];

  (void) state;
  set_wave (values, 72);
  for (gsize i = 0; i < 72; i++)
    values[i] += (i % 12 < 3 ? 40 : 0) + (i >= 41 ? 20 : 0);
  g_autoptr (ScrutinySeries) series = series_of ("2015-01", values, 72);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);
  g_autoptr (ScrutinyShiftsOptions) none = scrutiny_shifts_options_new ();

  assert_string_equal (scrutiny_shift_get_at (shift), "2018-06");
  assert_near (scrutiny_shift_get_change (shift), 20, 2);
  scrutiny_shifts_options_set_season (none, "none");
  g_autoptr (ScrutinyShifts) raw = look (series, none);
  assert_true (scrutiny_shifts_get_spread (raw) > 2 * scrutiny_shifts_get_spread (shifts));
}

/* Under 30 values one break is looked for on its own, with a chance from shuffling. */
static void
finds_one_break_in_a_short_series (void **state)
{
  double values[20];

  (void) state;
  set_wave (values, 20);
  for (gsize i = 9; i < 20; i++)
    values[i] += 6;
  g_autoptr (ScrutinySeries) series = series_of ("2000", values, 20);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);

  assert_string_equal (scrutiny_shift_get_at (shift), "2009");
  assert_true (scrutiny_shifts_get_chance (shifts) < 0.05);
}

/* A break that one order of the values in ten would show is none. */
static void
does_not_believe_a_doubtful_break (void **state)
{
  double values[20];

  (void) state;
  set_wave (values, 20);
  for (gsize i = 10; i < 20; i++)
    values[i] += 3;
  g_autoptr (ScrutinySeries) series = series_of ("2000", values, 20);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);

  assert_int_equal (scrutiny_shifts_get_n_shifts (shifts), 0);
  assert_true (scrutiny_shifts_get_chance (shifts) > 0.01);
  assert_true (scrutiny_shifts_get_chance (shifts) < 0.2);
}

/* The same values with their neighbours alike say less. */
static void
widens_where_neighbours_are_alike (void **state)
{
  double apart[80], alike[80];
  double widths[2];

  (void) state;
  for (gsize i = 0; i < 80; i++) {
    apart[i] = (i % 2 ? 1 : -1) + (i >= 40 ? 20 : 0);
    alike[i] = ((i / 4) % 2 ? 1 : -1) + (i >= 40 ? 20 : 0);
  }
  for (gsize k = 0; k < 2; k++) {
    g_autoptr (ScrutinySeries) series = series_of ("1900", k ? alike : apart, 80);
    g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
    g_autoptr (ScrutinyShift) shift = only_shift (shifts);
    widths[k] = scrutiny_shift_get_change_high (shift) - scrutiny_shift_get_change_low (shift);
  }
  /* Residuals of 1 in runs of four: 60 products of 1 and 18 of -1, but one across the
   * break, where the pattern goes on.
   */
  const double likeness = (60.0 - 19.0) / 80;
  assert_near (widths[1] / widths[0], sqrt ((1 + likeness) / (1 - likeness)), 1e-9);
}

/* Counts behind a share date its change by their likelihood. */
static void
uses_counts (void **state)
{
  double met[40], closed[40];

  (void) state;
  for (gsize i = 0; i < 40; i++) {
    closed[i] = 100 + (double) (i % 7);
    met[i] = (i < 22 ? 40 : 70) + QUIET[i % 24] - 50;
  }
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("1950", 40, NULL);
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new_ratio (timeline, met, 40, closed, 40, 100, NULL);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));

  assert_string_equal (scrutiny_shift_get_at (shift), "1972");
  assert_string_equal (scrutiny_shift_get_earliest (shift), "1972");
  assert_string_equal (scrutiny_shift_get_latest (shift), "1972");
  assert_non_null (strstr (json, "\"basis\":\"likelihood\""));
}

/* Missing values are left out, and time goes on across them. */
static void
goes_across_gaps (void **state)
{
  double values[60];

  (void) state;
  for (gsize i = 0; i < 60; i++)
    values[i] = 3 * (double) i + QUIET[i % 24];
  for (gsize i = 20; i < 30; i++)
    values[i] = NAN;
  g_autoptr (ScrutinySeries) series = series_of ("1900", values, 60);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  gsize n;
  const double *fitted =
      scrutiny_table_get_doubles (scrutiny_shifts_get_points (shifts), "fitted", &n);

  assert_int_equal (scrutiny_shifts_get_n_shifts (shifts), 0);
  assert_int_equal (n, 60);
  assert_true (isnan (fitted[25]));
  assert_near (fitted[30] - fitted[19], 33, 1);
}

static void
says_what_was_set_aside (void **state)
{
  double values[48];

  (void) state;
  set_wave (values, 48);
  values[17] = 400;
  g_autoptr (ScrutinySeries) series = series_of ("1900", values, 48);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autofree char *said = dup_statement (shifts, 1);
  gsize n;

  assert_int_equal (scrutiny_shifts_get_n_shifts (shifts), 0);
  assert_string_equal (said,
                       "1 value lies far from everything around it (1917); in dating changes it "
                       "counted as the middle value around it.");
  assert_near (
      scrutiny_table_get_doubles (scrutiny_shifts_get_points (shifts), "set_aside", &n)[17], 1, 0);
}

/* Noise sets a value aside now and then, of which nothing is said. */
static void
says_nothing_of_noise (void **state)
{
  double values[60];
  guint32 seed = 3;

  (void) state;
  for (gsize i = 0; i < 60; i++) {
    values[i] = 0;
    for (guint k = 0; k < 4; k++) {
      seed = seed * 1664525 + 1013904223;
      values[i] += (double) (seed >> 16) / 65536;
    }
  }
  g_autoptr (ScrutinySeries) series = series_of ("1900", values, 60);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (shifts));
  gsize n, n_aside = 0;
  const double *aside =
      scrutiny_table_get_doubles (scrutiny_shifts_get_points (shifts), "set_aside", &n);

  for (gsize i = 0; i < n; i++)
    n_aside += aside[i] == 1;
  assert_in_range (n_aside, 1, 10);
  assert_int_equal (findings->len, 1);
}

/* A day is a date: on it, not in it. */
static void
dates_days (void **state)
{
  double values[40];

  (void) state;
  for (gsize i = 0; i < 40; i++)
    values[i] = QUIET[i % 24] + (i >= 20 ? 30 : 0);
  g_autoptr (ScrutinySeries) series = series_of ("2024-03-01", values, 40);
  g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
  g_autofree char *said = dup_statement (shifts, 0);

  assert_true (g_str_has_prefix (said, "On 21 March 2024 the figure rose from around "));
}

static void
cannot_tell (void **state)
{
  static const struct {
    gsize n;
    double step;
    const char *said;
  } rows[] = {
    { 5, 1, "5 months: dating a change needs 8; ask for at least 3 months more" },
    { 7, 1, "7 months: dating a change needs 8; ask for at least 1 month more" },
    { 0, 1, "0 months: dating a change needs 8; ask for at least 8 months more" },
    { 12, 0,
      "all 12 months have the same value: nothing moved that a change could be told from; ask "
      "whether the figure is measured anew each month" },
  };

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++) {
    double values[12];
    for (gsize i = 0; i < 12; i++)
      values[i] = i < rows[k].n ? 0.1 + rows[k].step * (double) (i % 3) : NAN;
    g_autoptr (ScrutinySeries) series = series_of ("2024-01", values, 12);
    g_autoptr (ScrutinyShifts) shifts = look (series, NULL);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (shifts));
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));

    assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (shifts)), rows[k].said);
    assert_int_equal (findings->len, 0);
    assert_true (isnan (scrutiny_shifts_get_smallest_noticeable (shifts)));
    assert_non_null (strstr (json, "\"smallest_noticeable\":null"));
  }
}

/* Where no change is possible, “none” would say too much. */
static void
has_no_room_for_a_change (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("2022-01", QUIET, G_N_ELEMENTS (QUIET));
  g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();

  (void) state;
  scrutiny_shifts_options_set_minimum_segment (options, 13);
  g_autoptr (ScrutinyShifts) shifts = look (series, options);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (shifts));
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (shifts)),
                       "24 months hold no two stretches of 13; ask for more, or for a shorter "
                       "minimum segment");
  assert_int_equal (findings->len, 0);
  assert_true (isnan (scrutiny_shifts_get_smallest_noticeable (shifts)));

  scrutiny_shifts_options_set_minimum_segment (options, 12);
  g_autoptr (ScrutinyShifts) roomy = look (series, options);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (roomy)));
}

static void
refuses (void **state)
{
  static const struct {
    const char *season, *sensitivity, *message;
    double level;
    int code;
  } rows[] = {
    { "yearly", NULL,
      "Season: “yearly” is none; there are auto, none, or a number of periods from 4 on", 0.95,
      SCRUTINY_ERROR_NOT_FOUND },
    { "3", NULL, "Season: “3” is none; there are auto, none, or a number of periods from 4 on",
      0.95, SCRUTINY_ERROR_NOT_FOUND },
    { NULL, "high", "Sensitivity: “high” is none; there are usual, more, less", 0.95,
      SCRUTINY_ERROR_NOT_FOUND },
    { NULL, NULL, "Level: 1 is not between 0 and 1; give a share such as 0.95", 1,
      SCRUTINY_ERROR_OUT_OF_RANGE },
  };
  g_autoptr (ScrutinySeries) series = series_of ("2022-01", QUIET, G_N_ELEMENTS (QUIET));

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++) {
    g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();
    g_autoptr (GError) error = NULL;

    scrutiny_shifts_options_set_season (options, rows[k].season);
    scrutiny_shifts_options_set_sensitivity (options, rows[k].sensitivity);
    scrutiny_shifts_options_set_level (options, rows[k].level);
    assert_null (scrutiny_shifts_new (series, options, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, rows[k].code));
    assert_string_equal (error->message, rows[k].message);
  }
}

static void
refuses_figures_that_share_data (void **state)
{
  static const char *const windows[][3] = { { "YTD Sep 2010", "YTD Oct 2010", NULL },
                                            { "2012-14", "2013-15", NULL } };
  const double values[] = { 1, 2 };

  (void) state;
  for (gsize k = 0; k < 2; k++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (windows[k], &error);
    assert_null (error);
    g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, 2, &error);
    assert_null (error);
    assert_null (scrutiny_shifts_new (series, NULL, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
    assert_non_null (strstr (error->message, "so changes dated from them would be wrong"));
  }
}

static void
refuses_numbers_too_large (void **state)
{
  double values[24];
  g_autoptr (GError) error = NULL;

  (void) state;
  set_wave (values, 24);
  values[3] = -1e200;
  g_autoptr (ScrutinySeries) series = series_of ("2022-01", values, 24);
  assert_null (scrutiny_shifts_new (series, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
}

static void
bare_is_empty (void **state)
{
  g_autoptr (ScrutinyShifts) bare = g_object_new (SCRUTINY_TYPE_SHIFTS, NULL);
  g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (bare);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (bare));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyTable) points = NULL;
  double smallest = 0, chance = 0, spread = 0;
  guint n = 9;

  (void) state;
  g_object_get (bare, "series", &series, "points", &points, "n-shifts", &n, "smallest-noticeable",
                &smallest, "chance", &chance, "spread", &spread, NULL);
  assert_int_equal (all->len, 0);
  assert_int_equal (findings->len, 0);
  assert_int_equal (n, 0);
  assert_non_null (series);
  assert_int_equal (scrutiny_table_get_n_rows (points), 0);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_shifts_get_table (bare)), 0);
  assert_true (isnan (smallest) && isnan (chance) && isnan (spread));
  assert_non_null (scrutiny_result_get_method (SCRUTINY_RESULT (bare)));
  assert_non_null (json);
}

/* The same series and seed give the same bytes; options changed later change nothing. */
static void
is_repeatable (void **state)
{
  double values[60];

  (void) state;
  set_wave (values, 60);
  for (gsize i = 30; i < 60; i++)
    values[i] += (double) i - 29.5;
  g_autoptr (ScrutinySeries) series = series_of ("1900", values, 60);
  g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();
  g_autoptr (ScrutinyShifts) a = look (series, options);
  g_autoptr (ScrutinyShifts) b = look (series, NULL);
  scrutiny_shifts_options_set_sensitivity (options, "more");
  g_autofree char *json_a = scrutiny_result_dup_json (SCRUTINY_RESULT (a));
  g_autofree char *json_b = scrutiny_result_dup_json (SCRUTINY_RESULT (b));

  assert_string_equal (json_a, json_b);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (dates_the_dam),
    cmocka_unit_test (tabulates_the_changes),
    cmocka_unit_test (says_what_would_have_been_found),
    cmocka_unit_test (finds_a_change_of_slope),
    cmocka_unit_test (finds_both_at_once),
    cmocka_unit_test (leaves_a_line_alone),
    cmocka_unit_test (takes_the_season_off),
    cmocka_unit_test (finds_one_break_in_a_short_series),
    cmocka_unit_test (does_not_believe_a_doubtful_break),
    cmocka_unit_test (widens_where_neighbours_are_alike),
    cmocka_unit_test (uses_counts),
    cmocka_unit_test (goes_across_gaps),
    cmocka_unit_test (says_what_was_set_aside),
    cmocka_unit_test (says_nothing_of_noise),
    cmocka_unit_test (dates_days),
    cmocka_unit_test (cannot_tell),
    cmocka_unit_test (has_no_room_for_a_change),
    cmocka_unit_test (refuses),
    cmocka_unit_test (refuses_figures_that_share_data),
    cmocka_unit_test (refuses_numbers_too_large),
    cmocka_unit_test (bare_is_empty),
    cmocka_unit_test (is_repeatable),
  };

  return cmocka_run_group_tests_name ("trend/shifts", tests, NULL, NULL);
}
