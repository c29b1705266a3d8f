/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/panel.h>

#include <scrutiny/error.h>
#include <scrutiny/trend.h>

#include "support/many-series.h"
#include "support/near.h"
#include "support/rows.h"

#include <math.h>
#include <string.h>

static const char *const two_keys[] = { "area", "what", NULL };

static ScrutinyTable *
table_of (const char *const *areas, const char *const *months, gsize n)
{
  g_autofree double *values = g_new (double, n + 1);
  ScrutinyTable *table = scrutiny_table_new ();

  for (gsize i = 0; i < n; i++)
    values[i] = (double) i;
  table = add_texts (table, "area", areas);
  table = add_texts (table, "month", months);

  return add_numbers (table, "value", values, n);
}

static void
finds_its_series (void **state)
{
  static const char *const areas[] = { "b", "b", "a", "a", "a", NULL };
  static const char *const what[] = { "x", "x", "x", "x", "y", NULL };
  static const char *const months[] = {
    "2024-03", "2024-04", "2024-01", "2024-03", "2024-03", NULL
  };
  g_autoptr (ScrutinyTable) table = add_texts (table_of (areas, months, 5), "what", what);
  g_autoptr (ScrutinyPanel) panel = scrutiny_panel_new (table, two_keys, "month", "value", NULL);

  (void) state;
  assert_int_equal (scrutiny_panel_get_n_series (panel), 3);
  assert_int_equal (scrutiny_panel_get_calendar (panel), SCRUTINY_CALENDAR_MONTH);
  assert_ptr_equal (scrutiny_panel_get_table (panel), table);
  assert_string_equal (scrutiny_panel_get_names (panel)[1], "what");

  g_auto (GStrv) key = scrutiny_panel_dup_key (panel, 2);
  assert_string_equal (key[0], "a");
  assert_string_equal (key[1], "y");
  assert_null (key[2]);
  assert_null (scrutiny_panel_dup_key (panel, 3));

  g_autoptr (ScrutinySeries) series = scrutiny_panel_dup_series (panel, 1, NULL);
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  g_autofree char *first = scrutiny_timeline_dup_text (timeline, 0);
  assert_int_equal (scrutiny_series_get_n_values (series), 2);
  assert_int_equal (scrutiny_timeline_get_n_gaps (timeline), 1);
  assert_string_equal (first, "2024-01");
  assert_near (scrutiny_series_get_value (series, 1), 3, 0);
}

/* Years that a data frame holds as numbers are years all the same; so are numeric keys. */
static void
takes_numbers_for_keys_and_years (void **state)
{
  const double wards[] = { 3, 3, 3, 7 }, years[] = { 2021, 2022, 2023, 2021 };
  const double values[] = { 1, 2, 3, 4 };
  ScrutinyTable *made = add_numbers (scrutiny_table_new (), "area", wards, 4);
  made = add_numbers (made, "year", years, 4);
  g_autoptr (ScrutinyTable) table = add_numbers (made, "value", values, 4);
  g_autoptr (ScrutinyPanel) panel = scrutiny_panel_new (table, key_names, "year", "value", NULL);
  g_auto (GStrv) key = scrutiny_panel_dup_key (panel, 1);

  (void) state;
  assert_int_equal (scrutiny_panel_get_n_series (panel), 2);
  assert_int_equal (scrutiny_panel_get_calendar (panel), SCRUTINY_CALENDAR_YEAR);
  assert_string_equal (key[0], "7");
}

static ScrutinyTable *
tabulate (ScrutinyPanel *panel, guint n_threads)
{
  g_autoptr (ScrutinyPanel) threaded = scrutiny_panel_copy_with_threads (panel, n_threads);
  g_autoptr (GError) error = NULL;
  ScrutinyTable *table = scrutiny_trend_tabulate (threaded, NULL, NULL, NULL, &error);

  assert_int_equal (scrutiny_panel_get_threads (threaded), n_threads);
  assert_null (error);

  return table;
}

static void
gives_the_same_bytes_on_any_number_of_threads (void **state)
{
  g_autoptr (ScrutinyPanel) panel = panel_of_many (300);
  g_autoptr (ScrutinyTable) one = tabulate (panel, 1);
  g_autoptr (ScrutinyTable) two = tabulate (panel, 2);
  g_autoptr (ScrutinyTable) eight = tabulate (panel, 8);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (one), 300);
  assert_same_table (one, two);
  assert_same_table (one, eight);
}

/* A row says what the reading of that series alone says, bit for bit. */
static void
is_the_single_reading_row_by_row (void **state)
{
  g_autoptr (ScrutinyPanel) panel = panel_of_many (60);
  g_autoptr (ScrutinyTable) table = tabulate (panel, 2);
  const char *const *status = scrutiny_table_get_texts (table, "status");
  const char *const *reason = scrutiny_table_get_texts (table, "reason");
  const char *const *since = scrutiny_table_get_texts (table, "since");
  const char *const *direction = scrutiny_table_get_texts (table, "direction");
  const char *const *ids = scrutiny_table_get_texts (table, "findings");
  const double *dependence = scrutiny_table_get_doubles (table, "dependence", NULL);
  const double *strength = scrutiny_table_get_doubles (table, "season_strength", NULL);
  guint n_refused = 0, n_untold = 0, n_up = 0;

  (void) state;
  for (guint i = 0; i < 60; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScrutinySeries) series = scrutiny_panel_dup_series (panel, i, &error);
    g_autoptr (ScrutinyTrend) trend = series ? scrutiny_trend_new (series, NULL, &error) : NULL;

    if (!trend) {
      assert_string_equal (status[i], "refused");
      assert_string_equal (reason[i], error->message);
      n_refused++;
      continue;
    }
    const char *cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (trend));
    const double r = scrutiny_trend_get_dependence (trend);
    const double share = scrutiny_trend_get_season_strength (trend);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));

    assert_string_equal (status[i], cannot_tell ? "cannot-tell" : "done");
    assert_string_equal (reason[i], cannot_tell ? cannot_tell : "");
    assert_string_equal (since[i],
                         scrutiny_trend_get_since (trend) ? scrutiny_trend_get_since (trend) : "");
    assert_string_equal (direction[i],
                         scrutiny_direction_get_name (scrutiny_trend_get_direction (trend)));
    assert_memory_equal (&dependence[i], &r, sizeof r);
    assert_memory_equal (&strength[i], &share, sizeof share);
    if (findings->len > 0)
      assert_true (g_str_has_prefix (ids[i], scrutiny_finding_get_id (findings->pdata[0])));
    n_untold += cannot_tell != NULL;
    n_up += g_str_equal (direction[i], "up");
  }
  assert_int_equal (n_untold, 7);
  assert_true (n_up >= 5);
  assert_true (n_refused <= 6);
}

static const struct fault {
  const char *label;
  const char *areas[5];
  const char *months[5];
  const char *period, *value;
  ScrutinyError code;
  const char *message;
} faults[] = {
  { "a key that comes again",
    { "a", "b", "a" },
    { "2024-01", "2024-01", "2024-02" },
    "month",
    "value",
    SCRUTINY_ERROR_MISMATCH,
    "Rows 1 and 3 below the header: both are “a”, with others between; sort the table by key, then "
    "period" },
  { "a period out of order",
    { "a", "a", "a" },
    { "2024-01", "2024-03", "2024-02" },
    "month",
    "value",
    SCRUTINY_ERROR_MISMATCH,
    "Rows 2 and 3 below the header, column “month”: 2024-02 comes after 2024-03 of “a”; sort the "
    "table by key, then period" },
  { "a period twice",
    { "b", "a", "a" },
    { "2024-01", "2024-03", "Mar 2024" },
    "month",
    "value",
    SCRUTINY_ERROR_MISMATCH,
    "Rows 2 and 3 below the header, column “month”: both are Mar 2024 of “a”; keep one" },
  { "no period",
    { "a", "a" },
    { "2024-01", "soon" },
    "month",
    "value",
    SCRUTINY_ERROR_UNREADABLE,
    "Row 2 below the header, column “month”: “soon” is no period that goes with those above it; "
    "write periods such as 2023-04" },
  { "no such column",
    { "a", "a" },
    { "2024-01", "2024-02" },
    "week",
    "value",
    SCRUTINY_ERROR_NOT_FOUND,
    "Panel: there is no column “week” for the period; there are “area”, “month”, “value”" },
  { "no such value",
    { "a", "a" },
    { "2024-01", "2024-02" },
    "month",
    "rate",
    SCRUTINY_ERROR_NOT_FOUND,
    "Panel: there is no column “rate” for the value; there are “area”, “month”, “value”" },
  { "values that are texts",
    { "a", "a" },
    { "2024-01", "2024-02" },
    "month",
    "area",
    SCRUTINY_ERROR_MISMATCH,
    "Row 1 below the header, column “area”: “a” is no number, and the value needs numbers; correct "
    "it, or leave it empty if there is none" },
};

static void
refuses (void **state)
{
  const struct fault *row = *state;
  g_autoptr (ScrutinyTable) table =
      table_of (row->areas, row->months, g_strv_length ((char **) row->areas));
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_panel_new (table, key_names, row->period, row->value, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

static void
needs_a_key (void **state)
{
  static const char *const none[] = { NULL };
  g_autoptr (ScrutinyTable) table = scrutiny_table_new ();
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_panel_new (table, none, "month", "value", &error));
  assert_string_equal (error->message, "Panel: no column was named as the key; name at least one");
}

static void
stops_when_asked (void **state)
{
  g_autoptr (ScrutinyPanel) panel = panel_of_many (40);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  (void) state;
  g_cancellable_cancel (cancellable);
  assert_null (scrutiny_trend_tabulate (panel, NULL, NULL, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
says_how_far_it_is (void **state)
{
  g_autoptr (ScrutinyPanel) panel = panel_of_many (40);
  g_autoptr (ScrutinyProgress) progress = scrutiny_progress_new ();
  g_autoptr (ScrutinyTable) table = scrutiny_trend_tabulate (panel, NULL, progress, NULL, NULL);

  (void) state;
  assert_non_null (table);
  assert_true (scrutiny_progress_get_fraction (progress) > .5);
}

static void
is_valid_when_bare_or_empty (void **state)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (ScrutinyPanel) bare = g_object_new (SCRUTINY_TYPE_PANEL, NULL);
  g_autoptr (ScrutinyTable) table = table_of (nothing, nothing, 0);
  g_autoptr (ScrutinyPanel) empty = scrutiny_panel_new (table, key_names, "month", "value", NULL);
  g_autoptr (ScrutinyTable) result = scrutiny_trend_tabulate (empty, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_int_equal (scrutiny_panel_get_n_series (bare), 0);
  assert_int_equal (scrutiny_panel_get_calendar (bare), SCRUTINY_CALENDAR_UNKNOWN);
  assert_null (scrutiny_panel_get_names (bare)[0]);
  assert_null (scrutiny_panel_dup_series (bare, 0, &error));
  assert_string_equal (error->message, "Panel: there is no series 0; there are 0, counted from 0");
  assert_non_null (empty);
  assert_int_equal (scrutiny_table_get_n_rows (result), 0);
  assert_true (scrutiny_table_has_column (result, "findings"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (faults) + 8];
  size_t n = add_rows (tests, refuses, faults, G_N_ELEMENTS (faults), sizeof *faults);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_its_series);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_numbers_for_keys_and_years);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_the_same_bytes_on_any_number_of_threads);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_the_single_reading_row_by_row);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (needs_a_key);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (stops_when_asked);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_how_far_it_is);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_valid_when_bare_or_empty);

  return cmocka_run_group_tests_name ("trend/panel", tests, NULL, NULL);
}
