/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/shifts.h>

#include "support/near.h"
#include "support/rows.h"
#include "support/small-series.h"
#include "support/small-shifts.h"

#include <string.h>

static const char *const MODELS[] = { "mean",     "mean-variance", "poisson",
                                      "binomial", "exponential",   "gamma",
                                      "quantile", "biweight",      "huber",
                                      "one" };

/* Coal-mining disasters a year, 1851 to 1962: R. G. Jarrett (1979), Biometrika 66, 191-193. */
static const double DISASTERS[] = {
  4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5,
  3, 4, 2, 5, 2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1,
  0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1,
  2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1,
};

static ScrutinyShiftsOptions *
ask (const char *model)
{
  ScrutinyShiftsOptions *options = scrutiny_shifts_options_new ();

  scrutiny_shifts_options_set_model (options, model);

  return options;
}

/* Where other programs see the dam: strucchange's interval for one change of the mean; the
 * packages changepoint (mean and variance, MBIC), changepoint.np and robseg under R 4.2.2 put
 * it after 28 values too.
 */
static void
dates_the_dam (void **state)
{
  static const char *const models[] = { "mean", "one", "mean-variance", "quantile", "huber" };
  g_autoptr (ScrutinySeries) series = series_of ("1871", NILE, G_N_ELEMENTS (NILE));

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (models); k++) {
    g_autoptr (ScrutinyShiftsOptions) options = ask (models[k]);
    g_autoptr (ScrutinyShifts) shifts = look (series, options);
    g_autoptr (ScrutinyShift) shift = only_shift (shifts);

    assert_string_equal (scrutiny_shift_get_at (shift), "1899");
    assert_string_equal (scrutiny_shift_get_kind (shift), "level");
    assert_true (strcmp (scrutiny_shift_get_earliest (shift), "1899") <= 0);
    assert_true (strcmp (scrutiny_shift_get_latest (shift), "1899") >= 0);
    assert_true (strcmp (scrutiny_shift_get_earliest (shift), "1890") > 0);
    assert_true (strcmp (scrutiny_shift_get_latest (shift), "1910") < 0);
    assert_true (scrutiny_shifts_get_chance (shifts) <= 0.001);
    if (k < 2) { /* Bai's, as strucchange 1.5-3 has it: 25 to 32 */
      assert_string_equal (scrutiny_shift_get_earliest (shift), "1896");
      assert_string_equal (scrutiny_shift_get_latest (shift), "1903");
      assert_near (scrutiny_shift_get_before (shift), 1097.75, 1e-9);
      /* The root of 1597457.1944 / 98 over those of 28 and 72, and of both. */
      assert_near (scrutiny_shift_get_before_error (shift), sqrt (1597457.194444 / 98 / 28), 1e-4);
      assert_near (scrutiny_shift_get_after_error (shift), sqrt (1597457.194444 / 98 / 72), 1e-4);
      assert_near (scrutiny_shift_get_change_error (shift),
                   sqrt (1597457.194444 / 98 * (1.0 / 28 + 1.0 / 72)), 1e-6);
    }
  }
}

/* The likelihood is greatest with 1891 the last year before: A. E. Raftery, V. E. Akman (1986),
 * Biometrika 73, 85-89, who have 3.1 and 0.9 a year.
 */
static void
dates_the_disasters (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("1851", DISASTERS, G_N_ELEMENTS (DISASTERS));
  g_autoptr (ScrutinyShiftsOptions) options = ask ("poisson");

  (void) state;
  assert_int_equal (G_N_ELEMENTS (DISASTERS), 112);
  g_autoptr (ScrutinyShifts) shifts = look (series, options);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);
  g_autofree char *said = dup_statement (shifts, 0);

  assert_string_equal (scrutiny_shift_get_at (shift), "1892");
  assert_near (scrutiny_shift_get_before (shift), 127.0 / 41, 1e-9);
  assert_near (scrutiny_shift_get_after (shift), 64.0 / 71, 1e-9);
  assert_true (strcmp (scrutiny_shift_get_earliest (shift), "1886") >= 0);
  assert_true (strcmp (scrutiny_shift_get_latest (shift), "1900") <= 0);
  assert_non_null (strstr (said, "In 1892 the figure fell from around 3"));
}

/* Twenty at one level and twenty at another, of every kind of figure. */
static ScrutinySeries *
make_step (const char *model, gboolean has_gap)
{
  double values[40], below[40];

  for (gsize i = 0; i < 40; i++) {
    values[i] = QUIET[i % N_QUIET] - 40 + (i >= 20 ? 25 : 0);
    below[i] = 60 + (double) (i % 3);
  }
  if (has_gap)
    values[7] = values[30] = NAN;
  if (g_str_equal (model, "binomial"))
    return ratio_of ("1950", values, below, 40);

  return series_of ("1950", values, 40);
}

static void
finds_a_plain_step (void **state)
{
  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (MODELS) * 2; k++) {
    const char *model = MODELS[k / 2];
    g_autoptr (ScrutinySeries) series = make_step (model, k % 2);
    g_autoptr (ScrutinyShiftsOptions) options = ask (model);
    if (g_str_equal (model, "exponential")) /* its times would vary by as much again */
      scrutiny_shifts_options_set_penalty (options, 2);
    g_autoptr (ScrutinyShifts) shifts = look (series, options);
    g_autoptr (ScrutinyShift) shift = only_shift (shifts);
    g_autofree char *said = dup_statement (shifts, 0);
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));
    g_autofree char *named = g_strdup_printf ("\"model\":\"%s\"", model);
    ScrutinyMethod *method = scrutiny_result_get_method (SCRUTINY_RESULT (shifts));

    assert_string_equal (scrutiny_shift_get_at (shift), "1970");
    assert_true (scrutiny_shift_get_change (shift) > 20);
    assert_true (scrutiny_shift_get_change_low (shift) < scrutiny_shift_get_change (shift));
    assert_true (scrutiny_shift_get_change_error (shift) > 0);
    assert_near (
        hypot (scrutiny_shift_get_before_error (shift), scrutiny_shift_get_after_error (shift)),
        scrutiny_shift_get_change_error (shift), 1e-9);
    assert_true (g_str_has_prefix (said, "In 1970 the figure rose from around ") ||
                 g_str_equal (model, "mean-variance"));
    assert_non_null (strstr (json, named));
    assert_non_null (strstr (scrutiny_method_get_source (method), "(20"));
    assert_string_equal (scrutiny_method_get_id (method), "shifts");
    assert_true (scrutiny_shifts_get_chance (shifts) <=
                 (g_str_equal (model, "exponential") ? 0.2 : 0.001));
  }
}

static void
says_none_and_what_would_be (void **state)
{
  double below[48], values[48];

  (void) state;
  for (gsize i = 0; i < 48; i++) {
    values[i] = QUIET[(i * 7) % N_QUIET];
    below[i] = 80;
  }
  for (gsize k = 0; k < G_N_ELEMENTS (MODELS); k++) {
    g_autoptr (ScrutinySeries) series = g_str_equal (MODELS[k], "binomial")
                                            ? ratio_of ("1900", values, below, 48)
                                            : series_of ("1900", values, 48);
    g_autoptr (ScrutinyShiftsOptions) options = ask (MODELS[k]);
    g_autoptr (ScrutinyShifts) shifts = look (series, options);
    g_autofree char *said = dup_statement (shifts, 0);
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));

    assert_int_equal (scrutiny_shifts_get_n_shifts (shifts), 0);
    if (g_str_equal (MODELS[k], "quantile")) {
      assert_true (isnan (scrutiny_shifts_get_smallest_noticeable (shifts)));
      assert_non_null (strstr (said, "How small a change would have been found is not known: "));
      assert_non_null (strstr (json, "\"smallest_unknown\":\"values"));
    } else {
      assert_true (scrutiny_shifts_get_smallest_noticeable (shifts) > 0);
      assert_non_null (strstr (said, "would have been found in four of five"));
      assert_non_null (strstr (json, "\"smallest_unknown\":null"));
    }
  }
}

static void
sees_a_change_of_the_spread (void **state)
{
  double values[60];

  (void) state;
  for (gsize i = 0; i < 60; i++)
    values[i] = 100 + (QUIET[(i * 7) % N_QUIET] - 50) * (i >= 30 ? 8 : 1);
  g_autoptr (ScrutinySeries) series = series_of ("1900", values, 60);
  g_autoptr (ScrutinyShiftsOptions) options = ask ("mean-variance");
  g_autoptr (ScrutinyShifts) shifts = look (series, options);
  g_autoptr (ScrutinyShift) shift = only_shift (shifts);
  g_autofree char *said = dup_statement (shifts, 0);

  assert_string_equal (scrutiny_shift_get_kind (shift), "spread");
  assert_true (scrutiny_shift_get_spread_after (shift) >
               6 * scrutiny_shift_get_spread_before (shift));
  assert_non_null (strstr (said, "on the values lay further apart: ordinarily within about "));
}

/* Levels move by less than one value far away does. */
static void
does_not_mind_a_spike (void **state)
{
  static const char *const models[] = { "biweight", "huber" };
  double values[48];

  (void) state;
  for (gsize i = 0; i < 48; i++)
    values[i] = QUIET[(i * 7) % N_QUIET];
  values[20] = 400;
  for (gsize k = 0; k < 2; k++) {
    g_autoptr (ScrutinySeries) series = series_of ("1900", values, 48);
    g_autoptr (ScrutinyShiftsOptions) options = ask (models[k]);
    g_autoptr (ScrutinyShifts) shifts = look (series, options);
    gsize n;

    assert_int_equal (scrutiny_shifts_get_n_shifts (shifts), 0);
    assert_near (scrutiny_table_get_doubles (scrutiny_shifts_get_points (shifts), "fitted", &n)[0],
                 50.2, 0.4);
  }
}

/* A hundred counts out of a thousand: by hand. */
static void
knows_its_errors (void **state)
{
  double above[20], below[20];

  (void) state;
  for (gsize i = 0; i < 20; i++) {
    below[i] = 1000;
    above[i] = i >= 10 ? 300 : 100;
  }
  g_autoptr (ScrutinySeries) series = ratio_of ("1900", above, below, 20);
  g_autoptr (ScrutinyShiftsOptions) shares = ask ("binomial");
  g_autoptr (ScrutinyShiftsOptions) rates = ask ("poisson");
  g_autoptr (ScrutinyShifts) by_shares = look (series, shares);
  g_autoptr (ScrutinyShifts) by_rates = look (series, rates);
  g_autoptr (ScrutinyShift) share = only_shift (by_shares);
  g_autoptr (ScrutinyShift) rate = only_shift (by_rates);

  assert_near (scrutiny_shift_get_before (share), 10, 1e-9);
  assert_near (scrutiny_shift_get_before_error (share), 100 * sqrt (0.1 * 0.9 / 10000), 1e-3);
  assert_near (scrutiny_shift_get_after_error (share), 100 * sqrt (0.3 * 0.7 / 10000), 1e-3);
  assert_near (scrutiny_shift_get_after_error (rate), 100 * sqrt (0.3 / 10000), 1e-3);
}

/* Three values apart from the rest are a stretch, unless there must be five. */
static void
honours_the_minimum_segment (void **state)
{
  double values[40], below[40];

  (void) state;
  for (gsize i = 0; i < 40; i++) {
    values[i] = QUIET[(i * 7) % N_QUIET] + (i >= 18 && i < 21 ? 60 : 0);
    below[i] = 200;
  }
  for (gsize k = 0; k < G_N_ELEMENTS (MODELS); k++) {
    g_autoptr (ScrutinySeries) series = g_str_equal (MODELS[k], "binomial")
                                            ? ratio_of ("1900", values, below, 40)
                                            : series_of ("1900", values, 40);
    for (guint least = 2; least <= 9; least += 7) {
      g_autoptr (ScrutinyShiftsOptions) options = ask (MODELS[k]);
      scrutiny_shifts_options_set_minimum_segment (options, least);
      g_autoptr (ScrutinyShifts) shifts = look (series, options);
      g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (shifts);
      gint64 last = 0;

      for (guint j = 0; j <= all->len; j++) {
        const gint64 at = j < all->len
                              ? scrutiny_timeline_find (scrutiny_series_get_timeline (series),
                                                        scrutiny_shift_get_at (all->pdata[j]), NULL)
                              : 40;
        assert_true (at - last >= (gint64) least);
        last = at;
      }
    }
  }
}

static void
names_the_event_once (void **state)
{
  static const char *const events[] = { "1970 new team", "1930 long before", NULL };
  g_autoptr (ScrutinySeries) series = make_step ("mean", FALSE);
  g_autoptr (ScrutinyShiftsOptions) options = ask ("mean");

  (void) state;
  scrutiny_shifts_options_set_events (options, events);
  g_autoptr (ScrutinyShifts) shifts = look (series, options);
  g_autofree char *said = dup_statement (shifts, 0);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));

  assert_non_null (strstr (said, " “new team” is dated 1970, within that time."));
  assert_null (strstr (said, "long before"));
  assert_non_null (strstr (json, "\"events\":[{\"when\":\"1970\",\"text\":\"new team\","
                                 "\"shifts\":[0]},{\"when\":\"1930\",\"text\":\"long before\","
                                 "\"shifts\":[]}]"));
}

/* At each penalty of a path the cut is the one that comes out when it is asked for. */
static void
goes_along_a_path (void **state)
{
  static const char *const models[] = { "auto",     "mean",     "mean-variance",
                                        "poisson",  "gamma",    "exponential",
                                        "quantile", "biweight", "huber" };
  g_autoptr (ScrutinySeries) series = series_of ("1871", NILE, G_N_ELEMENTS (NILE));

  (void) state;
  for (gsize m = 0; m < (g_getenv ("SCRUTINY_QUICK") ? 4 : G_N_ELEMENTS (models)); m++) {
    g_autoptr (ScrutinyShiftsOptions) options = ask (models[m]);
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinyTable) path = scrutiny_shifts_dup_path (series, options, 4, 80, &error);
    gsize n;
    double n_usual = 0;

    assert_null (error);
    const double *from = scrutiny_table_get_doubles (path, "from", &n);
    const double *to = scrutiny_table_get_doubles (path, "to", NULL);
    const double *n_shifts = scrutiny_table_get_doubles (path, "n_shifts", NULL);
    const double *usual = scrutiny_table_get_doubles (path, "usual", NULL);
    assert_true (n >=
                 (g_str_equal (models[m], "exponential") ? 1 : 2)); /* none stand out of those */
    assert_near (from[0], 4, 0);
    assert_near (to[n - 1], 80, 0);
    for (gsize k = 0; k < n; k++) {
      assert_true (from[k] <= to[k]);
      assert_true (k == 0 || (from[k] == to[k - 1] && n_shifts[k] <= n_shifts[k - 1]));
      n_usual += usual[k];
      if (to[k] - from[k] < 1e-6)
        continue;
      scrutiny_shifts_options_set_penalty (options, (from[k] + to[k]) / 2);
      g_autoptr (ScrutinyShifts) shifts = look (series, options);
      g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (shifts);
      assert_near (scrutiny_shifts_get_n_shifts (shifts), n_shifts[k], 0);
      g_auto (GStrv) at = g_strsplit (scrutiny_table_get_texts (path, "at")[k], "; ", -1);
      for (guint j = 0; j < all->len; j++)
        assert_string_equal (at[j], scrutiny_shift_get_at (all->pdata[j]));
    }
    assert_near (n_usual, 1, 0);
  }
}

static void
refuses_a_path (void **state)
{
  static const struct {
    const char *model, *said;
    double low, high;
    gsize n;
    int code;
  } rows[] = {
    { "mean", "Path: 5 to 2 is no range of penalties; ", 5, 2, 24, SCRUTINY_ERROR_OUT_OF_RANGE },
    { "mean", "Path: -1 to 2 is no range of penalties; ", -1, 2, 24, SCRUTINY_ERROR_OUT_OF_RANGE },
    { "mean", "Path: 1 to inf is no range of penalties; ", 1, INFINITY, 24,
      SCRUTINY_ERROR_OUT_OF_RANGE },
    { "mean", "Path: nan to 2 is no range of penalties; ", NAN, 2, 24,
      SCRUTINY_ERROR_OUT_OF_RANGE },
    { "one", "Path: model one goes by a chance and has no penalty; ", 1, 2, 24,
      SCRUTINY_ERROR_MISMATCH },
    { "mean", "Path: 5 months: dating a change needs 8; ", 1, 2, 5, SCRUTINY_ERROR_UNSUITABLE },
    { "level", "Model: “level” is none; ", 1, 2, 24, SCRUTINY_ERROR_NOT_FOUND },
  };

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++) {
    g_autoptr (ScrutinySeries) series = series_of ("2022-01", QUIET, rows[k].n);
    g_autoptr (ScrutinyShiftsOptions) options = ask (rows[k].model);
    g_autoptr (GError) error = NULL;

    assert_null (scrutiny_shifts_dup_path (series, options, rows[k].low, rows[k].high, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, rows[k].code));
    assert_true (g_str_has_prefix (error->message, rows[k].said));
  }
}

static void
takes_auto_for_the_default (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("1871", NILE, G_N_ELEMENTS (NILE));
  static const char *const names[] = { NULL, "auto", "level-or-line" };
  g_autofree char *first = NULL;

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (names); k++) {
    g_autoptr (ScrutinyShiftsOptions) options = ask (names[k]);
    g_autoptr (ScrutinyShifts) shifts = look (series, options);
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));

    if (first)
      assert_string_equal (json, first);
    else
      first = g_steal_pointer (&json);
  }
}

static void
refuses (void **state)
{
  static const struct {
    const char *model, *said;
    double value, penalty;
    guint least;
    int code;
  } rows[] = {
    { "normal", "Model: “normal” is none; there are auto, level-or-line, mean, ", 50, 0, 0,
      SCRUTINY_ERROR_NOT_FOUND },
    { "poisson", "Model: 2022-04: -1 is below 0 and counts nothing; ", -1, 0, 0,
      SCRUTINY_ERROR_MISMATCH },
    { "poisson", "Model: 2022-04: 3.5 is no whole number and so no count; ", 3.5, 0, 0,
      SCRUTINY_ERROR_MISMATCH },
    { "poisson", "Model: 2022-04: 2.1 is no whole number and so no count; ", 2.1, 0, 0,
      SCRUTINY_ERROR_MISMATCH },
    { "binomial", "Model: binomial needs a numerator and a denominator for each value", 50, 0, 0,
      SCRUTINY_ERROR_MISMATCH },
    { "exponential", "Model: 2022-04: 0 is not above 0, as times ", 0, 0, 0,
      SCRUTINY_ERROR_MISMATCH },
    { "gamma", "Model: 2022-04: -2 is not above 0, as times ", -2, 0, 0, SCRUTINY_ERROR_MISMATCH },
    { "mean", "Penalty: -1 is no price of a change; ", 50, -1, 0, SCRUTINY_ERROR_OUT_OF_RANGE },
    { "mean", "Penalty: nan is no price of a change; ", 50, NAN, 0, SCRUTINY_ERROR_OUT_OF_RANGE },
    { "one", "Penalty: model one goes by a chance and has no penalty; ", 50, 4, 0,
      SCRUTINY_ERROR_MISMATCH },
    { "mean-variance", "Minimum segment: 1 is too few for model mean-variance; give 2 or more", 50,
      0, 1, SCRUTINY_ERROR_OUT_OF_RANGE },
  };

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++) {
    double values[N_QUIET];
    memcpy (values, QUIET, sizeof values);
    values[3] = rows[k].value;
    g_autoptr (ScrutinySeries) series = series_of ("2022-01", values, N_QUIET);
    g_autoptr (ScrutinyShiftsOptions) options = ask (rows[k].model);
    g_autoptr (GError) error = NULL;

    scrutiny_shifts_options_set_penalty (options, rows[k].penalty);
    scrutiny_shifts_options_set_minimum_segment (options, rows[k].least);
    assert_null (scrutiny_shifts_new (series, options, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, rows[k].code));
    if (!g_str_has_prefix (error->message, rows[k].said))
      print_error ("%s\n", error->message);
    assert_true (g_str_has_prefix (error->message, rows[k].said));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (dates_the_dam),
    cmocka_unit_test (dates_the_disasters),
    cmocka_unit_test (finds_a_plain_step),
    cmocka_unit_test (says_none_and_what_would_be),
    cmocka_unit_test (sees_a_change_of_the_spread),
    cmocka_unit_test (does_not_mind_a_spike),
    cmocka_unit_test (knows_its_errors),
    cmocka_unit_test (honours_the_minimum_segment),
    cmocka_unit_test (names_the_event_once),
    cmocka_unit_test (goes_along_a_path),
    cmocka_unit_test (refuses_a_path),
    cmocka_unit_test (takes_auto_for_the_default),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("trend/shift-model", tests, NULL, NULL);
}
