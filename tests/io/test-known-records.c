/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/feature.h>
#include <scrutiny/read-records.h>
#include <scrutiny/recompute.h>
#include <scrutiny/records-tables.h>

#include "io/json.h"
#include "support/near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Published records, and what others counted in them (expected.json, made with pandas).  Every
 * number comes of a definition.
 */

static GFile *
shared_file (const char *path)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *full = g_build_filename (shared ? shared : "", path, NULL);

  if (!shared || !g_file_test (full, G_FILE_TEST_EXISTS)) {
    print_message ("# %s is not there\n", path);
    skip ();
  }

  return g_file_new_for_path (full);
}

static ScrutinyRecords *
read_shared (const char *path)
{
  g_autoptr (GFile) file = shared_file (path);
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  scrutiny_records_options_set_suppress_below (options, 0);
  records = scrutiny_records_read (file, options, NULL, &error);
  assert_null (error);

  return records;
}

static JsonValue *
read_json (const char *path)
{
  g_autoptr (GFile) file = shared_file (path);
  g_autofree char *text = NULL;
  JsonValue *root;
  gsize length;

  assert_true (g_file_load_contents (file, NULL, &text, &length, NULL, NULL));
  root = json_value_parse (path, text, length, NULL);
  assert_non_null (root);

  return root;
}

/* The records of expected.json that are of @file, the @nth of them. */
static const JsonValue *
find_expected (const JsonValue *root, const char *file, guint nth)
{
  const JsonValue *list = json_value_find (root, "records");

  for (guint i = 0; i < json_value_get_n_items (list); i++) {
    const JsonValue *item = json_value_get_item (list, i);

    if (g_str_equal (json_value_find (item, "file")->text, file) && nth-- == 0)
      return item;
  }
  fail ();

  return NULL;
}

static double
number (const JsonValue *object, const char *name)
{
  const JsonValue *value = json_value_find (object, name);

  assert_non_null (value);

  return g_ascii_strtod (value->text, NULL);
}

/* All of the rows as one figure: years of any kind, added up or alone. */
static double
whole (ScrutinyRecords *records, ScrutinyDefinition *taken)
{
  g_autoptr (ScrutinyDefinition) definition = taken;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series =
      scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_YEAR, NULL, &error);
  double sum = 0;

  assert_null (error);
  for (gsize i = 0; i < scrutiny_series_get_n_values (series); i++)
    sum += scrutiny_series_get_value (series, i);

  return sum;
}

static double
count (ScrutinyRecords *records, const char *of, const char *dated)
{
  return whole (records, scrutiny_definition_new_count (of, dated));
}

/* NumPy's histogram counts what stands on the last edge in the step before it. */
static double
count_on_edge (ScrutinyRecords *records, const char *measure, double edge, const char *where)
{
  g_autofree char *on_edge = g_strdup_printf ("%s = %d%s%s", measure, (int) edge,
                                              where ? " AND " : "", where ? where : "");
  g_autoptr (ScrutinyTable) spread =
      scrutiny_records_dup_spread (records, measure, 1, NULL, on_edge, NULL, NULL);
  gsize n;
  const double *found = scrutiny_table_get_doubles (spread, "n", &n);

  return n > 0 ? found[0] : 0;
}

/* Counts by step, held against a list of them that begins at @low. */
static void
assert_spread (ScrutinyRecords *records,
               const char *measure,
               double low,
               double step,
               const char *where,
               const JsonValue *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) spread =
      scrutiny_records_dup_spread (records, measure, step, NULL, where, NULL, &error);
  const guint n_counts = json_value_get_n_items (counts);
  const double on_edge =
      step > 1 ? count_on_edge (records, measure, low + step * n_counts, where) : 0;
  gsize n;
  const double *from, *found;
  guint n_seen = 0;

  assert_null (error);
  from = scrutiny_table_get_doubles (spread, "from", &n);
  found = scrutiny_table_get_doubles (spread, "n", &n);
  for (gsize i = 0; i < n; i++) {
    const double place = (from[i] - low) / step;

    if (place < 0 || place >= n_counts)
      continue;
    assert_true (found[i] + (place + 1 == n_counts ? on_edge : 0) ==
                 g_ascii_strtod (json_value_get_item (counts, (guint) place)->text, NULL));
    n_seen++;
  }
  for (guint i = 0; i < n_counts; i++)
    if (g_str_equal (json_value_get_item (counts, i)->text, "0"))
      n_seen++;
  assert_int_equal (n_seen, n_counts);
}

/* What is counted by month, held against an object of months. */
static void
assert_months (ScrutinyRecords *records, const char *dated, const JsonValue *months)
{
  g_autoptr (ScrutinyDefinition) rows = scrutiny_definition_new_count (NULL, dated);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series =
      scrutiny_records_recompute (records, rows, SCRUTINY_CALENDAR_MONTH, NULL, &error);

  assert_null (error);
  assert_int_equal (scrutiny_series_get_n_values (series), json_value_get_n_items (months));
  for (gsize i = 0; i < scrutiny_series_get_n_values (series); i++) {
    g_autofree char *period = scrutiny_timeline_dup_text (scrutiny_series_get_timeline (series), i);

    assert_true (scrutiny_series_get_value (series, i) == number (months, period));
  }
}

/* How many cells of each column say nothing. */
static void
assert_blanks (ScrutinyRecords *records, const char *dated, const JsonValue *blanks)
{
  g_auto (GStrv) names = scrutiny_records_dup_names (records);

  assert_int_equal (g_strv_length (names), json_value_get_n_items (blanks));
  for (guint i = 0; names[i]; i++) {
    g_autofree char *of = g_strdup_printf ("\"%s\" IS MISSING", names[i]);

    assert_true (count (records, of, dated) == number (blanks, names[i]));
  }
}

#define BOSTON_CLOSED "CLOSED_DT IS NOT MISSING AND TARGET_DT IS NOT MISSING"
#define BOSTON_LATE "hours_between(TARGET_DT, CLOSED_DT)"

static void
counts_boston (void **state)
{
  g_autoptr (ScrutinyRecords) records = read_shared ("data/records/boston311_2015_pwd.csv.gz");
  g_autoptr (JsonValue) root = read_json ("data/expected.json");
  const JsonValue *known = find_expected (root, "records/boston311_2015_pwd.csv.gz", 0);
  const JsonValue *coarse = json_value_find (known, "bunching_closed_minus_target_hours");
  const JsonValue *fine = json_value_find (known, "bunching_fine");
  g_autoptr (ScrutinyDefinition) by_target =
      scrutiny_definition_new_share (BOSTON_CLOSED, "CLOSED_DT <= TARGET_DT", "OPEN_DT");

  assert_true ((double) scrutiny_records_get_n_rows (records) == number (known, "rows"));
  assert_true (count (records, "CASE_STATUS = 'Open'", "OPEN_DT") == number (known, "open_cases"));
  assert_true (count (records, BOSTON_CLOSED, "OPEN_DT") == number (known, "closed_with_target"));
  assert_true (count (records, "CLOSED_DT < OPEN_DT", "OPEN_DT") ==
               number (known, "negative_durations"));
  assert_near (whole (records, g_object_ref (by_target)), number (known, "pct_closed_by_target"),
               5e-9);
  assert_near (whole (records, scrutiny_definition_new_median (
                                   NULL, "hours_between(OPEN_DT, CLOSED_DT) / 24", "OPEN_DT")),
               number (known, "median_days"), 5e-11);
  assert_near (whole (records, scrutiny_definition_new_percentile (
                                   NULL, "hours_between(OPEN_DT, CLOSED_DT) / 24", 90, "OPEN_DT")),
               number (known, "p90_days"), 5e-9);
  assert_spread (records, BOSTON_LATE, -168, 24, NULL, json_value_find (coarse, "counts"));
  assert_spread (records, BOSTON_LATE, -24, 2, NULL, json_value_find (fine, "counts"));
}

static void
counts_boston_by_type (void **state)
{
  g_autoptr (ScrutinyRecords) records = read_shared ("data/records/boston311_2015_pwd.csv.gz");
  g_autoptr (JsonValue) root = read_json ("data/expected.json");

  for (guint i = 0; i < 4; i++) {
    const JsonValue *known = find_expected (root, "boston pwd", i);
    const char *name = json_value_find (known, "type")->text;
    g_autofree char *of = g_strdup_printf ("TYPE = '%s' AND " BOSTON_CLOSED, name);
    g_autoptr (ScrutinyDefinition) share =
        scrutiny_definition_new_share (of, "CLOSED_DT <= TARGET_DT", "OPEN_DT");

    assert_true (count (records, of, "OPEN_DT") == number (known, "n"));
    assert_near (whole (records, g_object_ref (share)), number (known, "pct_by_target"), 5e-8);
    assert_spread (records, BOSTON_LATE, -120, 24, of,
                   json_value_find (json_value_find (known, "bunching"), "counts"));
  }
}

static void
counts_new_york (void **state)
{
  g_autoptr (ScrutinyRecords) records =
      read_shared ("data/records/nyc_restaurant_inspections_bk_qn.csv");
  g_autoptr (JsonValue) root = read_json ("data/expected.json");

  for (guint i = 0; i < 2; i++) {
    const JsonValue *known =
        find_expected (root, "records/nyc_restaurant_inspections_bk_qn.csv", i);
    const char *name = json_value_find (known, "insp_type")->text;
    g_autofree char *of = g_strdup_printf ("insp_type = '%s'", name);
    g_autofree char *low = g_strdup_printf ("%s AND score <= 13", of);

    assert_true (count (records, of, "ts") == number (known, "n"));
    assert_true (count (records, low, "ts") == number (known, "le13"));
    assert_spread (records, "score", 0, 1, of, json_value_find (known, "score_counts_0_40"));
  }
}

static void
counts_the_isle_of_man (void **state)
{
  g_autoptr (ScrutinyRecords) records =
      read_shared ("data/records/iom_planning_appeals_2011_2023.csv");
  g_autoptr (JsonValue) root = read_json ("data/expected.json");
  const JsonValue *known = find_expected (root, "records/iom_planning_appeals_2011_2023.csv", 0);
  const JsonValue *days = json_value_find (known, "counts_0_35");
  g_autoptr (ScrutinyDefinition) taken = scrutiny_definition_new_median (
      NULL, "days_between(appeal_lodged, appeal_determined)", "date '2020-01-01'");

  assert_true ((double) scrutiny_records_get_n_rows (records) == number (known, "rows"));
  assert_true (count (records, "appeal_lodged < decision_issued", "appeal_lodged") ==
               number (known, "negative"));
  for (guint day = 0; day <= 35; day++) {
    g_autofree char *name = g_strdup_printf ("%u", day);
    g_autofree char *of =
        g_strdup_printf ("days_between(decision_issued, appeal_lodged) = %u", day);

    assert_true (count (records, of, "appeal_lodged") == number (days, name));
  }
  assert_true (whole (records, g_object_ref (taken)) == number (known, "median_days_to_determine"));
}

static void
counts_stop_and_search (void **state)
{
  g_autoptr (ScrutinyRecords) records =
      read_shared ("data/records/met_stop_search_2018_apr_sep.csv.gz");
  g_autoptr (JsonValue) root = read_json ("data/expected.json");
  const JsonValue *known = find_expected (root, "records/met_stop_search_2018_apr_sep.csv.gz", 0);

  assert_true ((double) scrutiny_records_get_n_rows (records) == number (known, "rows"));
  assert_blanks (records, "\"Date\"", json_value_find (known, "blank_by_column"));
  assert_months (records, "\"Date\"", json_value_find (known, "by_month"));
}

static void
counts_road_casualties (void **state)
{
  g_autoptr (ScrutinyRecords) records =
      read_shared ("data/records/gm_road_casualties_2019_2024.csv");
  g_autoptr (JsonValue) root = read_json ("data/expected.json");
  const JsonValue *known = find_expected (root, "records/gm_road_casualties_2019_2024.csv", 0);

  assert_true ((double) scrutiny_records_get_n_rows (records) == number (known, "rows"));
  assert_blanks (records, "\"date\"", json_value_find (known, "blank_by_column"));
  assert_months (records, "\"date\"", json_value_find (known, "by_month"));
}

#define ANY_DAY "date '2018-01-01'"

/* Neither file has dates nor an answer in expected.json: these are pandas' numbers. */
static void
counts_hospital_stays (void **state)
{
  g_autoptr (ScrutinyRecords) records = read_shared ("data/records/nhsr_los_model.csv");
  static const int died[] = { 7, 5, 6, 4, 7, 4, 8, 5, 3, 4 };

  assert_int_equal (scrutiny_records_get_n_rows (records), 300);
  assert_true (count (records, "Death = 1", ANY_DAY) == 53);
  assert_true (count (records, "LOS > 7", ANY_DAY) == 70);
  assert_near (whole (records, scrutiny_definition_new_mean (NULL, "LOS", ANY_DAY)),
               4.9366666666666665, 1e-14);
  assert_true (whole (records, scrutiny_definition_new_median (NULL, "LOS", ANY_DAY)) == 4);
  assert_true (whole (records, scrutiny_definition_new_percentile (NULL, "LOS", 90, ANY_DAY)) ==
               10);
  for (guint i = 0; i < G_N_ELEMENTS (died); i++) {
    g_autofree char *of = g_strdup_printf ("Organisation = 'Trust%u' AND Death = 1", i + 1);

    assert_true (count (records, of, ANY_DAY) == died[i]);
  }
}

static void
counts_patients_scores (void **state)
{
  g_autoptr (ScrutinyRecords) records = read_shared ("data/records/nhsr_synthetic_news.csv");

  assert_int_equal (scrutiny_records_get_n_rows (records), 1000);
  assert_true (count (records, "died = 1", ANY_DAY) == 70);
  assert_true (count (records, "NEWS >= 7", ANY_DAY) == 72);
  assert_true (count (records, "NEWS >= 7 AND died = 1", ANY_DAY) == 14);
  assert_true (count (records, "alert = 2", ANY_DAY) == 19);
  assert_near (whole (records, scrutiny_definition_new_mean (NULL, "NEWS", ANY_DAY)), 2.444, 1e-13);
  assert_near (whole (records, scrutiny_definition_new_mean (NULL, "temp", ANY_DAY)),
               36.30749995803833, 1e-12);
}

static void
counts_flights (void **state)
{
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (JsonValue) root = NULL;
  const JsonValue *known, *delays;
  g_autoptr (ScrutinyDefinition) days = NULL;
  g_autoptr (ScrutinySeries) daily = NULL;
  double least = INFINITY, most = 0;

  if (g_getenv ("SCRUTINY_QUICK")) {
    print_message ("# three million rows take too long here\n");
    skip ();
  }
  records = read_shared ("data/records/big_flights_3m.csv.gz");
  root = read_json ("data/expected.json");
  known = find_expected (root, "records/big_flights_3m.csv.gz", 0);
  delays = json_value_find (known, "counts_minus10_30");
  assert_true ((double) scrutiny_records_get_n_rows (records) == number (known, "rows"));
  assert_true (count (records, "delay < 15", "\"date\"") == number (known, "on_time_lt15"));
  assert_near (whole (records, scrutiny_definition_new_mean (NULL, "delay", "\"date\"")),
               number (known, "mean_delay"), 5e-10);
  for (int delay = -10; delay <= 30; delay += 8) {
    g_autofree char *name = g_strdup_printf ("%d", delay);
    g_autofree char *of = g_strdup_printf ("delay = %d", delay);

    assert_true (count (records, of, "\"date\"") == number (delays, name));
  }

  days = scrutiny_definition_new_count (NULL, "\"date\"");
  daily = scrutiny_records_recompute (records, days, SCRUTINY_CALENDAR_DAY, NULL, NULL);
  assert_true ((double) scrutiny_series_get_n_values (daily) == number (known, "days"));
  for (gsize i = 0; i < scrutiny_series_get_n_values (daily); i++) {
    least = fmin (least, scrutiny_series_get_value (daily, i));
    most = fmax (most, scrutiny_series_get_value (daily, i));
  }
  assert_true (least == 6 && most == 17548); /* min_day and max_day */
}

/* One decimal, as the summary has them. */
static void
assert_printed (double value, const JsonValue *printed)
{
  assert_near (value, g_ascii_strtod (printed->text, NULL), 0.05 + 1e-9);
}

static void
assert_months_printed (ScrutinySeries *series, const JsonValue *months)
{
  assert_int_equal (scrutiny_series_get_n_values (series), json_value_get_n_items (months));
  for (gsize i = 0; i < scrutiny_series_get_n_values (series); i++)
    assert_printed (scrutiny_series_get_value (series, i), json_value_get_item (months, (guint) i));
}

#define ASSESSED "assessment_working_days IS NOT MISSING"

static ScrutinyDefinition *
assessed_in (const char *limit)
{
  g_autofree char *counted = g_strdup_printf ("assessment_working_days <= %s", limit);

  return scrutiny_definition_new_share (ASSESSED, counted, "referral_date");
}

static void
reproduces_ashcombe (void **state)
{
  g_autoptr (ScrutinyRecords) records = read_shared ("fixtures/ashcombe/referrals.csv");
  g_autoptr (JsonValue) root = read_json ("fixtures/ashcombe/summary.json");
  g_autoptr (ScrutinyDefinition) within = assessed_in ("45");
  g_autoptr (ScrutinyDefinition) returned =
      scrutiny_definition_new_share (NULL, "re_referral_within_12m = 1", "referral_date");
  g_autoptr (ScrutinySeries) months =
      scrutiny_records_recompute (records, within, SCRUTINY_CALENDAR_MONTH, NULL, NULL);
  g_autoptr (ScrutinySeries) quarters =
      scrutiny_records_recompute (records, within, SCRUTINY_CALENDAR_FINANCIAL_QUARTER, NULL, NULL);
  g_autoptr (ScrutinySeries) returns =
      scrutiny_records_recompute (records, returned, SCRUTINY_CALENDAR_MONTH, NULL, NULL);
  const JsonValue *fourth = json_value_find (root, "Q4");
  gsize n;

  assert_months_printed (months, json_value_find (root, "within45_months"));
  assert_months_printed (returns, json_value_find (root, "rereferral_months"));
  n = scrutiny_series_get_n_values (quarters) - 1;
  assert_true (scrutiny_series_get_numerators (quarters, &(gsize){ 0 })[n] ==
               number (fourth, "within"));
  assert_true (scrutiny_series_get_denominators (quarters, &(gsize){ 0 })[n] ==
               number (fourth, "n"));
  assert_printed (scrutiny_series_get_value (quarters, n), json_value_find (fourth, "pct"));
}

static void
assert_year (ScrutinyRecords *records, const JsonValue *known, const char *of)
{
  g_autofree char *before =
      g_strdup_printf ("%s AND assessment_working_days BETWEEN 43 AND 45", of);
  g_autofree char *after = g_strdup_printf ("%s AND assessment_working_days BETWEEN 46 AND 48", of);
  static const struct {
    const char *name;
    const char *counted;
  } shares[] = {
    { "within45", "assessment_working_days <= 45" },
    { "nfa", "outcome = 'NFA'" },
    { "seen_alone", "child_seen_alone = 'Y'" },
    { "rereferral", "re_referral_within_12m = 1" },
  };
  g_autofree char *at_limit = g_strdup (before);

  assert_true (count (records, of, "date '2025-01-01'") == number (known, "n"));
  assert_true (count (records, before, "date '2025-01-01'") == number (known, "d43_45"));
  assert_true (count (records, after, "date '2025-01-01'") == number (known, "d46_48"));
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    assert_printed (
        whole (records, scrutiny_definition_new_share (of, shares[i].counted, "date '2025-01-01'")),
        json_value_find (known, shares[i].name));
  assert_printed (whole (records, scrutiny_definition_new_share (at_limit, "outcome = 'NFA'",
                                                                 "date '2025-01-01'")),
                  json_value_find (known, "nfa_at_43_45"));
}

static void
reproduces_the_years_of_ashcombe (void **state)
{
  g_autoptr (ScrutinyRecords) records = read_shared ("fixtures/ashcombe/referrals.csv");
  g_autoptr (JsonValue) root = read_json ("fixtures/ashcombe/summary.json");
  const JsonValue *latest = json_value_find (root, "latest");
  static const char *const march = "referral_date >= date '2025-03-01'";

  assert_year (records, json_value_find (root, "year1"), "referral_date < date '2024-04-01'");
  assert_year (records, json_value_find (root, "year2"), "referral_date >= date '2024-04-01'");
  assert_true (whole (records, scrutiny_definition_new_median (march, "assessment_working_days",
                                                               "referral_date")) ==
               number (latest, "median_days"));
  assert_true (count (records, march, "referral_date") == number (latest, "assessments"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (counts_boston),
    cmocka_unit_test (counts_boston_by_type),
    cmocka_unit_test (counts_new_york),
    cmocka_unit_test (counts_the_isle_of_man),
    cmocka_unit_test (counts_stop_and_search),
    cmocka_unit_test (counts_road_casualties),
    cmocka_unit_test (counts_hospital_stays),
    cmocka_unit_test (counts_patients_scores),
    cmocka_unit_test (counts_flights),
    cmocka_unit_test (reproduces_ashcombe),
    cmocka_unit_test (reproduces_the_years_of_ashcombe),
  };

  if (!scrutiny_has_feature ("records")) {
    print_message ("1..0 # SKIP built without records\n");
    return 0;
  }

  return cmocka_run_group_tests_name ("io/known-records", tests, NULL, NULL);
}
