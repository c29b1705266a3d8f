/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/finding.h>
#include <scrutiny/recompute.h>
#include <scrutiny/records-rows.h>

#include "support/near.h"
#include "support/record-rows.h"

static const char *const cases = "opened,closed,seen\n"
                                 "2024-01-03,2024-01-03,true\n"
                                 "2024-01-04,2024-01-01,\n"
                                 ",2024-01-05,false\n"
                                 "2024-02-08,,true\n"
                                 "2024-02-08T00:00,2024-02-01,false\n";

static void
names_the_rows_of_a_period (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = record_rows (cases, NULL, &error);
  g_autoptr (ScrutinyDefinition) seen = scrutiny_definition_new_share (NULL, "seen", "opened");
  g_autoptr (ScrutinyDefinition) taken =
      scrutiny_definition_new_mean (NULL, "days_between(opened, closed)", "opened");
  g_autoptr (ScrutinyTable) january =
      scrutiny_records_dup_rows (records, seen, SCRUTINY_CALENDAR_UNKNOWN, "2024-01", NULL, &error);
  g_autoptr (ScrutinyTable) year =
      scrutiny_records_dup_rows (records, taken, SCRUTINY_CALENDAR_YEAR, "2024", NULL, &error);
  gsize n;
  const double *rows, *counted, *measures;

  assert_null (error);
  rows = scrutiny_table_get_doubles (january, "row", &n);
  counted = scrutiny_table_get_doubles (january, "counted", &n);
  assert_int_equal (n, 2);
  assert_true (rows[0] == 2 && rows[1] == 3);
  assert_true (counted[0] == 1 && isnan (counted[1]));
  measures = scrutiny_table_get_doubles (year, "measure", &n);
  assert_int_equal (n, 4);
  assert_true (measures[0] == 0 && measures[1] == -3 && isnan (measures[2]) && measures[3] == -7);
}

static void
refuses_a_period_of_another_calendar (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = record_rows (cases, NULL, &error);
  g_autoptr (ScrutinyDefinition) seen = scrutiny_definition_new_share (NULL, "seen", "opened");

  assert_null (
      scrutiny_records_dup_rows (records, seen, SCRUTINY_CALENDAR_MONTH, "2024-Q1", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message, "Period: “2024-Q1” is none of the months that the figure is "
                                       "worked out for");
}

static void
assert_said (GPtrArray *findings, guint i, const char *id, const char *statement)
{
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[i], NULL);

  assert_string_equal (scrutiny_finding_get_id (findings->pdata[i]), id);
  assert_string_equal (said, statement);
}

static void
finds_rows_that_do_not_fit (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = record_rows (cases, NULL, &error);
  g_autoptr (ScrutinyDefinition) share =
      scrutiny_definition_new_share (NULL, "seen AND days_between(opened, closed) <= 5", "opened");
  g_autoptr (GPtrArray) findings = scrutiny_records_dup_findings (records, share, NULL, &error);

  assert_null (error);
  assert_int_equal (findings->len, 3);
  assert_said (findings, 0, "records.backwards",
               "In 2 of 5 rows of cases.csv the time “days_between(opened, closed)” is below "
               "nought: they end before they begin. The first is row 3.");
  assert_said (findings, 1, "records.undated",
               "In 1 of 5 rows of cases.csv there is no “opened”, so that they belong to no "
               "period. The first is row 4.");
  assert_said (findings, 2, "records.unknown",
               "In 2 of 5 rows of cases.csv it cannot be told whether “seen AND "
               "days_between(opened, closed) <= 5”; they are looked at and not counted. The first "
               "is row 3.");
}

static void
finds_rows_divided_by_nought (void **state)
{
  static const char *const repairs = "opened,hours,jobs\n"
                                     "2024-01-03,6,2\n"
                                     "2024-01-04,5,0\n"
                                     "2024-01-05,0,1\n"
                                     "2024-01-08,4,0\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecordsOptions) all = scrutiny_records_options_new ();
  g_autoptr (ScrutinyDefinition) mean =
      scrutiny_definition_new_mean (NULL, "hours / (2 * jobs) / 8", "opened");
  g_autoptr (ScrutinyRecords) records = NULL;
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  scrutiny_records_options_set_suppress_below (all, 0);
  records = record_rows (repairs, all, &error);
  findings = scrutiny_records_dup_findings (records, mean, NULL, &error);
  series = scrutiny_records_recompute (records, mean, SCRUTINY_CALENDAR_MONTH, NULL, &error);
  assert_null (error);
  assert_int_equal (findings->len, 1);
  assert_said (findings, 0, "records.nought",
               "In 2 of 4 rows of cases.csv “2 * jobs” is nought, and something is divided by it: "
               "nothing comes of those rows. The first is row 3.");
  assert_near (scrutiny_series_get_value (series, 0), 6.0 / 4 / 8 / 2, 1e-15);
}

static void
says_nothing_of_rows_that_fit (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyRecords) records = record_rows (cases, NULL, &error);
  g_autoptr (ScrutinyDefinition) share =
      scrutiny_definition_new_share ("closed >= opened", "seen", "opened");
  g_autoptr (GPtrArray) findings = scrutiny_records_dup_findings (records, share, NULL, &error);

  assert_null (error);
  assert_int_equal (findings->len, 0);
}

static void
refuses_what_recomputing_would (void **state)
{
  g_autoptr (GError) error = NULL, other = NULL;
  g_autoptr (ScrutinyRecords) records = record_rows (cases, NULL, NULL);
  g_autoptr (ScrutinyDefinition) share =
      scrutiny_definition_new_share (NULL, "ward = 'x'", "opened");

  assert_null (scrutiny_records_dup_findings (records, share, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_null (
      scrutiny_records_dup_rows (records, share, SCRUTINY_CALENDAR_MONTH, "2024-01", NULL, &other));
  assert_true (g_error_matches (other, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (names_the_rows_of_a_period),
    cmocka_unit_test (refuses_a_period_of_another_calendar),
    cmocka_unit_test (finds_rows_that_do_not_fit),
    cmocka_unit_test (finds_rows_divided_by_nought),
    cmocka_unit_test (says_nothing_of_rows_that_fit),
    cmocka_unit_test (refuses_what_recomputing_would),
  };

  return cmocka_run_group_tests_name ("records/records-rows", tests, NULL, NULL);
}
