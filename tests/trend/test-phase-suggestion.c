/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/phase-suggestion.h>

#include "support/csv-rows.h"
#include "support/near.h"

#include <stdlib.h>

static char *folder; /* of the cases; may be absent */

static ScrutinySeries *
series_from (const char *start, const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (start, n, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

/* 24 months around 5, 24 around 9, with a gap that is passed over. */
static ScrutinySeries *
stepped (void)
{
  double values[50];

  for (guint i = 0; i < 50; i++)
    values[i] = i == 30 ? NAN : (i < 24 ? 5 : 9) + (i % 2 ? 1 : -1);

  return series_from ("2020-01", values, 50);
}

static void
suggests_and_says_why (void **state)
{
  g_autoptr (ScrutinySeries) series = stepped ();
  g_autoptr (ScrutinyPhaseSuggestion) suggestion =
      scrutiny_phase_suggestion_new (series, NULL, NULL);
  ScrutinyTable *log = scrutiny_phase_suggestion_get_log (suggestion);
  const char *const *reasons = scrutiny_table_get_texts (log, "reason");
  const char *const *phases = scrutiny_phase_suggestion_get_phases (suggestion);

  (void) state;
  assert_string_equal (scrutiny_phase_suggestion_get_by (suggestion), "stable-shift");
  assert_string_equal (phases[0], "2022-01");
  assert_null (phases[1]);
  assert_int_equal (scrutiny_table_get_n_rows (log), 3);
  assert_string_equal (reasons[0], "The first lines come from the first 24 months.");
  assert_string_equal (reasons[1], "The 8 months from January 2022 on all lie above the average in "
                                   "force, and it stays there: new lines may start here.");
  assert_string_equal (scrutiny_table_get_texts (log, "step")[1], "new-lines");
  assert_string_equal (scrutiny_table_get_texts (log, "period")[1], "2022-01");
  assert_string_equal (reasons[2],
                       "Fewer than 24 months are left from here on: too few for new lines.");
}

/* A suggestion can be handed to the chart as it is, and only then changes it. */
static void
is_applied_by_hand_only (void **state)
{
  g_autoptr (ScrutinySeries) series = stepped ();
  g_autoptr (ScrutinyPhaseSuggestion) suggestion =
      scrutiny_phase_suggestion_new (series, "stable-shift", NULL);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (ScrutinyChart) before = scrutiny_chart_new (series, options, NULL);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_chart_get_phases (before)), 1);
  scrutiny_chart_options_set_phases (options, scrutiny_phase_suggestion_get_phases (suggestion));
  g_autoptr (ScrutinyChart) after = scrutiny_chart_new (series, options, NULL);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_chart_get_phases (after)), 2);
}

static void
few_values_have_no_suggestion (void **state)
{
  const double values[] = { 1, 2, 3 };
  g_autoptr (ScrutinySeries) series = series_from ("2020-01", values, 3);
  g_autoptr (ScrutinySeries) empty = g_object_new (SCRUTINY_TYPE_SERIES, NULL);
  g_autoptr (ScrutinyPhaseSuggestion) none = scrutiny_phase_suggestion_new (empty, NULL, NULL);
  g_autoptr (ScrutinyPhaseSuggestion) runs =
      scrutiny_phase_suggestion_new (empty, "run-of-n", NULL);
  g_autoptr (ScrutinyPhaseSuggestion) few = scrutiny_phase_suggestion_new (series, NULL, NULL);

  (void) state;
  assert_null (scrutiny_phase_suggestion_get_phases (none)[0]);
  assert_null (scrutiny_phase_suggestion_get_phases (runs)[0]);
  assert_null (scrutiny_phase_suggestion_get_phases (few)[0]);
  assert_string_equal (
      scrutiny_table_get_texts (scrutiny_phase_suggestion_get_log (few), "reason")[0],
      "Fewer than 24 months: too few for lines of this kind.");
}

static void
knows_its_methods (void **state)
{
  g_autoptr (ScrutinySeries) series = stepped ();
  g_autoptr (ScrutinyPhaseSuggestion) runs =
      scrutiny_phase_suggestion_new (series, "run-of-n", NULL);
  g_autoptr (ScrutinyPhaseSuggestion) bare = g_object_new (SCRUTINY_TYPE_PHASE_SUGGESTION, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_string_equal (scrutiny_phase_suggestion_get_phases (runs)[0], "2021-12");
  assert_null (scrutiny_phase_suggestion_new (series, "guess", &error));
  assert_string_equal (error->message, "Suggestions: there are none by “guess”; there are "
                                       "stable-shift, run-of-n");
  assert_null (scrutiny_phase_suggestion_get_phases (bare)[0]);
  assert_non_null (scrutiny_phase_suggestion_get_log (bare));
}

/* autospc on monthly attendances, by weeks here so that its window of 21 is ours. */
static void
agrees_with_autospc (void **state)
{
  CsvRows *rows = csv_rows_read (folder, "autospc_ed_attendances_monthly.csv");

  (void) state;
  if (!rows) {
    print_message ("# skipped: the shared folder with the known answers is absent\n");
    return;
  }
  g_autofree double *values = csv_rows_dup_numbers (rows, "att_all");
  const guint n = csv_rows_count (rows);
  g_autoptr (ScrutinySeries) series = series_from ("2015-W01", values, n);
  g_autoptr (ScrutinyPhaseSuggestion) suggestion =
      scrutiny_phase_suggestion_new (series, NULL, NULL);
  const char *const *phases = scrutiny_phase_suggestion_get_phases (suggestion);
  static const guint wanted[] = { 22, 45, 70 };
  for (guint k = 0; k < G_N_ELEMENTS (wanted); k++) {
    g_autofree char *text =
        scrutiny_timeline_dup_text (scrutiny_series_get_timeline (series), wanted[k]);
    assert_string_equal (phases[k], text);
  }
  assert_null (phases[3]);
  csv_rows_free (rows);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (suggests_and_says_why),         cmocka_unit_test (is_applied_by_hand_only),
    cmocka_unit_test (few_values_have_no_suggestion), cmocka_unit_test (knows_its_methods),
    cmocka_unit_test (agrees_with_autospc),
  };
  const char *shared = getenv ("SCRUTINY_SHARED");

  folder = g_build_filename (shared ? shared : "", "cases", "spc", NULL);

  const int status = cmocka_run_group_tests_name ("trend/phase-suggestion", tests, NULL, NULL);
  g_free (folder);

  return status;
}
