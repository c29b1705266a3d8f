/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/part-counts.h"

#include <scrutiny/comparison.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/feature.h>
#include <scrutiny/mix.h>

#include "review/compare-check.h"
#include "review/mix-check.h"
#include "support/near.h"
#include "support/record-rows.h"
#include "support/said.h"

#include <math.h>
#include <stdio.h>

/* Cases of each ward and year, and how many of them in time. */
static const struct {
  const char *ward;
  int cases[2], in_time[2];
} wards[] = {
  { "north", { 100, 50 }, { 60, 29 } },
  { "south", { 300, 100 }, { 210, 69 } },
  { "", { 100, 300 }, { 90, 269 } },
};

/* Days that a case waits: of each ward fewer in the second year, and more where most cases go. */
static int
wait_of (gsize ward, int year, int i)
{
  return (int) (10 + 30 * ward) - 2 * year + i % 7;
}

/* One row a case, spread over the months of 2023/24 and 2024/25. */
static ScrutinyRecords *
records_new (guint suppress_below)
{
  g_autoptr (GString) csv = g_string_new ("ward,opened,in_time,days,wait,quarter\n");
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  for (gsize w = 0; w < G_N_ELEMENTS (wards); w++)
    for (int year = 0; year < 2; year++)
      for (int i = 0; i < wards[w].cases[year]; i++) {
        const int month = i % 12;

        g_string_append_printf (csv, "%s,%d-%02d-%02d,%d,2,%d,%c\n", wards[w].ward,
                                2023 + year + (month >= 9), (month + 3) % 12 + 1,
                                i / 12 % 2 ? 28 : 1, i < wards[w].in_time[year],
                                wait_of (w, year, i), "QRST"[month / 3]);
      }
  g_string_append (csv, "north,2025-03-31,1,2,,T\n");
  scrutiny_records_options_set_suppress_below (options, suppress_below);
  records = record_rows (csv->str, options, &error);
  assert_null (error);

  return records;
}

static const char *const share[][2] = {
  { "kind", "share" },    { "counted", "in_time = 1" },     { "dated", "opened" },
  { "segments", "ward" }, { "numerator", "Cases in time" },
};

/* An indicator of those rows; @change is one part of the definition that is another. */
static ScrutinyDossier *
dossier_new (const char *change, const char *value, guint suppress_below)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyRecords) records = records_new (suppress_below);
  const char *names[G_N_ELEMENTS (share) + 2] = { NULL };
  const char *values[G_N_ELEMENTS (share) + 2] = { NULL };
  g_autoptr (ScrutinyDefinition) definition = NULL;
  g_autoptr (ScrutinyDefinition) changed = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (share); i++) {
    names[i] = share[i][0];
    values[i] = share[i][1];
  }
  definition = scrutiny_definition_new_from_values (names, values, NULL);
  changed = change ? scrutiny_definition_copy_with (definition, change, value, NULL)
                   : g_object_ref (definition);
  scrutiny_dossier_builder_add_indicator (builder, "in-time", "Cases in time");
  scrutiny_dossier_builder_set_records (builder, "in-time", G_OBJECT (records));
  scrutiny_dossier_builder_add_definition (builder, "in-time", changed);

  return scrutiny_dossier_builder_end (builder, NULL);
}

/* The same of the mean of their waits. */
static ScrutinyDossier *
mean_dossier_new (void)
{
  static const char *const names[] = { "kind", "measure", "dated", "segments", "unit", NULL };
  static const char *const values[] = { "mean", "wait", "opened", "ward", "working-days", NULL };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDefinition) mean = scrutiny_definition_new_from_values (names, values, NULL);
  g_autoptr (ScrutinyRecords) records = records_new (5);

  scrutiny_dossier_builder_add_indicator (builder, "wait", "Days waited");
  scrutiny_dossier_builder_set_records (builder, "wait", G_OBJECT (records));
  scrutiny_dossier_builder_add_definition (builder, "wait", mean);

  return scrutiny_dossier_builder_end (builder, NULL);
}

static double
number_at (const PartCounts *counts, const char *column, gsize row)
{
  return scrutiny_table_get_doubles (counts->table, column, NULL)[row];
}

/* The first result of a check, or finding; NULL: it is silent. */
static gpointer
run (ScrutinyCheckFunc check, ScrutinyDossier *dossier)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);

  check (scrutiny_dossier_get_indicator (dossier, 0), store, NULL);

  return g_list_model_get_item (G_LIST_MODEL (store), 0);
}

static void
takes_the_change_apart (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new (NULL, NULL, 5);
  g_autoptr (ScrutinyMix) mix = run (mix_check_figure, dossier);
  const char *const *parts;

  (void) state;
  assert_true (SCRUTINY_IS_MIX (mix));
  parts = scrutiny_table_get_texts (scrutiny_mix_get_segments (mix), "segment");
  assert_string_equal (parts[0], "north");
  assert_string_equal (parts[2], "not recorded");
  assert_near (scrutiny_mix_get_before (mix), 100 * 360. / 500, 1e-12);
  assert_near (scrutiny_mix_get_after (mix), 100 * 368. / 451, 1e-12);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (mix));
  assert_non_null (strstr (json, "\"first\":\"2023/24\",\"last\":\"2024/25\""));
  assert_non_null (strstr (json, "\"numerator\":\"Cases in time\""));
  assert_non_null (strstr (json, "\"disclosure\":5"));
}

static void
sets_parts_side_by_side (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new (NULL, NULL, 5);
  g_autoptr (ScrutinyComparison) comparison = run (compare_check_figure, dossier);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *said = NULL;

  (void) state;
  assert_true (SCRUTINY_IS_COMPARISON (comparison));
  assert_int_equal (scrutiny_comparison_get_n_areas (comparison), 3);
  assert_near (scrutiny_comparison_get_centre (comparison), 100 * 368. / 451, 1e-12);
  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));
  said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  assert_string_equal (said,
                       "2 of 3 groups by “ward” in 2024/25 lie outside their 99.8% limits; chance "
                       "alone puts any there in 0.6 of 100 such comparisons. Above: not recorded. "
                       "Below: north.");
}

/* Few cases of a part are told of with others, and few of a group not at all. */
static void
keeps_small_counts (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new (NULL, NULL, 60);
  g_autoptr (ScrutinyMix) mix = run (mix_check_figure, dossier);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (mix));

  (void) state;
  assert_null (strstr (json, "\"segment\":\"north\""));
}

static const struct silent {
  const char *label, *change, *value;
} silent[] = {
  { "without segments", "segments", "" },
  { "of a count", "kind", "count" },
  { "of rows of one month", "of", "opened < DATE '2023-05-01'" },
  { "of no rows", "of", "opened < DATE '2020-05-01'" },
};

static void
is_silent (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++) {
    g_autoptr (ScrutinyDossier) dossier = dossier_new (silent[i].change, silent[i].value, 5);

    assert_null (run (mix_check_figure, dossier));
    assert_null (run (compare_check_figure, dossier));
  }
}

static void
counts_events_among_people (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new ("measure", "days", 5);
  g_autoptr (ScrutinyDefinition) rate = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const PartCounts *counts;
  FigureRows rows;

  (void) state;
  assert_true (figure_rows_find (&rows, scrutiny_dossier_get_indicator (dossier, 0)));
  rate = scrutiny_definition_copy_with (rows.definition, "kind", "rate", NULL);
  rows.definition = rate;
  all = part_counts_read_all (&rows, NULL);
  assert_int_equal (all->len, 1);
  counts = all->pdata[0];
  assert_true (counts->is_rate);
  assert_near (scrutiny_table_get_doubles (counts->table, counts->denominator, NULL)[0], 200, 0);
}

/* Each day's rows put together are all of them: twice the mean and the spread of every wait. */
static void
opens_up_a_mean (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = mean_dossier_new ();
  g_autoptr (ScrutinyDefinition) doubled = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const PartCounts *counts;
  FigureRows rows;

  (void) state;
  assert_true (figure_rows_find (&rows, scrutiny_dossier_get_indicator (dossier, 0)));
  doubled = scrutiny_definition_copy_with (rows.definition, "scale", "2", NULL);
  rows.definition = doubled;
  all = part_counts_read_all (&rows, NULL);
  assert_int_equal (all->len, 1);
  counts = all->pdata[0];
  assert_true (counts->is_mean);
  assert_string_equal (counts->numerator, "mean");
  for (gsize w = 0; w < G_N_ELEMENTS (wards); w++)
    for (int year = 0; year < 2; year++) {
      const int n = wards[w].cases[year];
      double sum = 0, squares = 0;

      for (int i = 0; i < n; i++)
        sum += wait_of (w, year, i);
      for (int i = 0; i < n; i++)
        squares += (wait_of (w, year, i) - sum / n) * (wait_of (w, year, i) - sum / n);
      assert_near (number_at (counts, counts->numerator, 2 * w + year), 2 * sum / n, 1e-12);
      assert_near (number_at (counts, counts->denominator, 2 * w + year), n, 0);
      assert_near (number_at (counts, counts->deviation, 2 * w + year),
                   2 * sqrt (squares / (n - 1)), 1e-12);
    }
}

/* The mean of all goes up although each ward's goes down. */
static void
takes_the_change_of_a_mean_apart (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = mean_dossier_new ();
  g_autoptr (ScrutinyMix) mix = run (mix_check_figure, dossier);
  g_autofree char *said = NULL;
  g_autoptr (ScrutinyComparison) comparison = run (compare_check_figure, dossier);

  (void) state;
  assert_true (SCRUTINY_IS_MIX (mix));
  assert_null (comparison);
  said = dup_said (mix, "mix.reversal");
  assert_string_equal (said,
                       "From 2023/24 to 2024/25 the figure rose from 43.0 working days to 57.6 "
                       "working days, and fell in each of its 3 parts (“ward”), by 2.0 "
                       "working days together. The change in how much of the whole each part "
                       "is added 16.7 working days.");
}

static ScrutinyFinding *
find_said (GListModel *said, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (said); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (said, i);

    if (SCRUTINY_IS_FINDING (item) &&
        g_str_equal (scrutiny_finding_get_id (SCRUTINY_FINDING (item)), id))
      return SCRUTINY_FINDING (g_steal_pointer (&item));
  }

  return NULL;
}

/* By the month of the year parts differ less than by ward, whichever is named first; how many were
 * looked at is said.
 */
static void
tells_of_where_most_is_seen (void **state)
{
  static const char *const orders[] = { "ward, quarter", "quarter, ward" };

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (ScrutinyDossier) dossier = dossier_new ("segments", orders[i], 5);
    g_autoptr (GListStore) mixes = g_list_store_new (G_TYPE_OBJECT);
    g_autoptr (GListStore) comparisons = g_list_store_new (G_TYPE_OBJECT);
    g_autoptr (ScrutinyFinding) choice = NULL;
    g_autoptr (ScrutinyFinding) other = NULL;
    g_autoptr (ScrutinyComparison) comparison = NULL;
    g_autofree char *said = NULL;

    mix_check_figure (scrutiny_dossier_get_indicator (dossier, 0), mixes, NULL);
    compare_check_figure (scrutiny_dossier_get_indicator (dossier, 0), comparisons, NULL);
    choice = find_said (G_LIST_MODEL (mixes), "mix.parts");
    other = find_said (G_LIST_MODEL (comparisons), "compare.parts");
    comparison = g_list_model_get_item (G_LIST_MODEL (comparisons), 0);
    said = scrutiny_finding_dup_statement (choice, NULL);
    assert_non_null (strstr (said, "told of is “ward”, where most is to be seen. What chance may "
                                   "do in one such look it may do in each of the 2."));
    assert_non_null (other);
    assert_int_equal (scrutiny_comparison_get_n_areas (comparison), 3);
    assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (comparisons)), 2);
  }
}

/* Of one there is nothing to choose. */
static void
says_nothing_of_one_look (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new (NULL, NULL, 5);
  g_autoptr (GListStore) mixes = g_list_store_new (G_TYPE_OBJECT);

  (void) state;
  mix_check_figure (scrutiny_dossier_get_indicator (dossier, 0), mixes, NULL);
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (mixes)), 1);
}

/* What is wrong with the rows is said once. */
static void
says_what_cannot_be_read (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = dossier_new ("segments", "county", 5);
  g_autoptr (ScrutinyFinding) finding = run (mix_check_figure, dossier);

  (void) state;
  assert_string_equal (scrutiny_finding_get_id (finding), "check.not-done");
  assert_null (run (compare_check_figure, dossier));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (takes_the_change_apart),
    cmocka_unit_test (sets_parts_side_by_side),
    cmocka_unit_test (keeps_small_counts),
    cmocka_unit_test (is_silent),
    cmocka_unit_test (counts_events_among_people),
    cmocka_unit_test (says_what_cannot_be_read),
    cmocka_unit_test (tells_of_where_most_is_seen),
    cmocka_unit_test (says_nothing_of_one_look),
    cmocka_unit_test (opens_up_a_mean),
    cmocka_unit_test (takes_the_change_of_a_mean_apart),
  };

  if (!scrutiny_has_feature ("records")) {
    printf ("1..0 # skipped: records are not built\n");
    return 0;
  }

  return cmocka_run_group_tests_name ("review/part-counts", tests, NULL, NULL);
}
