/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>
#include <scrutiny/error.h>

#include "support/near.h"

static ScrutinyTimeline *
months (gsize n)
{
  return scrutiny_timeline_new ("2023-04", n, NULL);
}

static void
sums_up_observations_in_any_order (void **state)
{
  const guint periods[] = { 2, 0, 2, 0, 0, 2 };
  const double observations[] = { 5, 1, 7, 2, 3, NAN };
  g_autoptr (ScrutinyTimeline) timeline = months (3);
  g_autoptr (ScrutinySubgroups) groups =
      scrutiny_subgroups_new (timeline, periods, 6, observations, 6, NULL);
  gsize n;

  (void) state;
  const double *means = scrutiny_subgroups_get_means (groups, &n);
  const double *deviations = scrutiny_subgroups_get_deviations (groups, NULL);
  const double *sizes = scrutiny_subgroups_get_sizes (groups, NULL);
  assert_int_equal (n, 3);
  assert_near (means[0], 2, 0);
  assert_near (means[1], NAN, 0);
  assert_near (means[2], 6, 0);
  assert_near (deviations[0], 1, 0);
  assert_near (deviations[1], NAN, 0);
  assert_near (deviations[2], sqrt (2), 1e-15);
  assert_near (sizes[0], 3, 0);
  assert_near (sizes[1], 0, 0);
  assert_near (sizes[2], 2, 0);
}

static void
says_what_does_not_line_up (void **state)
{
  const guint periods[] = { 0, 3 };
  const double numbers[] = { 1, -2, INFINITY };
  g_autoptr (ScrutinyTimeline) timeline = months (3);
  g_autoptr (GError) lengths = NULL;
  g_autoptr (GError) place = NULL;
  g_autoptr (GError) sign = NULL;
  g_autoptr (GError) endless = NULL;

  (void) state;
  assert_null (scrutiny_subgroups_new (timeline, periods, 2, numbers, 3, &lengths));
  assert_string_equal (lengths->message, "Subgroups: 2 periods for 3; hand in one for each");
  assert_null (scrutiny_subgroups_new (timeline, periods, 2, numbers, 2, &place));
  assert_string_equal (place->message, "Subgroups: row 2: there is no period 3; they are counted "
                                       "from 0, and there are 3");
  assert_null (scrutiny_subgroups_new_from_summary (timeline, (const double[]){ 1, 2, 3 }, 3,
                                                    numbers, 3, numbers, 3, &sign));
  assert_string_equal (sign->message, "Subgroups: row 2: -2 is no standard deviation; hand in a "
                                      "number of 0 or more, or NaN");
  assert_null (
      scrutiny_subgroups_new_from_summary (timeline, numbers, 3, numbers, 3, numbers, 3, &endless));
  assert_non_null (endless);
  assert_null (
      scrutiny_subgroups_new_from_summary (timeline, numbers, 3, numbers, 2, numbers, 3, NULL));
}

static void
only_charts_of_subgroups_take_them (void **state)
{
  const double means[] = { 1, 2, 3 }, ones[] = { 1, 1, 1 }, sizes[] = { 4, 4, 4 };
  g_autoptr (ScrutinyTimeline) timeline = months (3);
  g_autoptr (ScrutinySubgroups) groups =
      scrutiny_subgroups_new_from_summary (timeline, means, 3, ones, 3, sizes, 3, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, means, 3, NULL);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;

  (void) state;
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new_subgroups (groups, NULL, NULL);
  assert_int_equal (scrutiny_chart_get_kind (chart), SCRUTINY_CHART_KIND_XBAR);
  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  assert_null (scrutiny_chart_new_subgroups (groups, options, &first));
  assert_string_equal (first->message, "Kind xmr: subgroups have means and standard deviations; "
                                       "ask for kind xbar or s");
  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_S);
  assert_null (scrutiny_chart_new (series, options, &second));
  assert_string_equal (second->message, "Kind s: the series has one value a period; hand in "
                                        "subgroups, or ask for kind xmr");
}

/* Two charts of the same means with other sizes do not come from the same input. */
static void
the_input_is_all_of_it (void **state)
{
  const double means[] = { 1, 2, 3 }, ones[] = { 1, 1, 1 };
  const double sizes[] = { 4, 4, 4 }, others[] = { 4, 4, 5 };
  g_autoptr (ScrutinyTimeline) timeline = months (3);
  g_autoptr (ScrutinySubgroups) some =
      scrutiny_subgroups_new_from_summary (timeline, means, 3, ones, 3, sizes, 3, NULL);
  g_autoptr (ScrutinySubgroups) more =
      scrutiny_subgroups_new_from_summary (timeline, means, 3, ones, 3, others, 3, NULL);
  g_autoptr (ScrutinyChart) first = scrutiny_chart_new_subgroups (some, NULL, NULL);
  g_autoptr (ScrutinyChart) again = scrutiny_chart_new_subgroups (some, NULL, NULL);
  g_autoptr (ScrutinyChart) second = scrutiny_chart_new_subgroups (more, NULL, NULL);
  const char *hash =
      scrutiny_method_get_input_hash (scrutiny_result_get_method (SCRUTINY_RESULT (first)));

  (void) state;
  assert_string_equal (
      hash, scrutiny_method_get_input_hash (scrutiny_result_get_method (SCRUTINY_RESULT (again))));
  assert_string_not_equal (
      hash, scrutiny_method_get_input_hash (scrutiny_result_get_method (SCRUTINY_RESULT (second))));
}

static ScrutinyTable *
add_texts (ScrutinyTable *table, const char *name, const char *const *texts)
{
  g_autoptr (ScrutinyTable) before = table;

  return scrutiny_table_copy_with_texts (before, name, texts, NULL);
}

static ScrutinyTable *
add_numbers (ScrutinyTable *table, const char *name, const double *numbers, gsize n)
{
  g_autoptr (ScrutinyTable) before = table;
  g_autoptr (GBytes) bytes = g_bytes_new (numbers, n * sizeof *numbers);

  return scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

/* Rows of a period in any order, months in any order, one month not there. */
static void
rows_that_share_a_period_are_a_subgroup (void **state)
{
  const char *const months[] = { "2023-07", "2023-04", "2023-07", "2023-05",
                                 "2023-04", "2023-04", NULL };
  const double days[] = { 5, 1, 7, NAN, 2, 3 };
  g_autoptr (ScrutinyTable) table = add_numbers (add_texts (scrutiny_table_new (), "month", months),
                                                 "days", days, G_N_ELEMENTS (days));
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySubgroups) groups =
      scrutiny_subgroups_new_from_table (table, "month", "days", &error);
  gsize n;

  (void) state;
  assert_null (error);
  const double *means = scrutiny_subgroups_get_means (groups, &n);
  const double *deviations = scrutiny_subgroups_get_deviations (groups, NULL);
  const double *sizes = scrutiny_subgroups_get_sizes (groups, NULL);
  g_auto (GStrv) texts = scrutiny_timeline_dup_texts (scrutiny_subgroups_get_timeline (groups));
  g_autofree char *joined = g_strjoinv (" ", texts);
  assert_string_equal (joined, "2023-04 2023-05 2023-07");
  assert_int_equal (n, 3);
  assert_near (means[0], 2, 0);
  assert_near (means[1], NAN, 0);
  assert_near (means[2], 6, 0);
  assert_near (deviations[2], sqrt (2), 1e-15);
  assert_near (sizes[0], 3, 0);
  assert_near (sizes[1], 0, 0);
}

static const struct wrong_table {
  const char *label;
  const char *months[4];
  double deviations[3], sizes[3];
  const char *period, *deviation;
  guint row;
  const char *message;
} wrong_tables[] = {
  { "no such column",
    { "2023-04", "2023-05", "2023-06" },
    { 1, 1, 1 },
    { 4, 4, 4 },
    "week",
    "sd",
    0,
    "Subgroups: there is no column “week” for the period; there are “month”, “mean”, “sd”, “n”" },
  { "no number",
    { "2023-04", "2023-05", "2023-06" },
    { 1, 1, 1 },
    { 4, 4, 4 },
    "month",
    "month",
    1,
    "Row 1 below the header, column “month”: “2023-04” is no number, and the deviation needs "
    "numbers; correct it, or leave it empty if there is none" },
  { "no period",
    { "2023-04", "spring", "2023-06" },
    { 1, 1, 1 },
    { 4, 4, 4 },
    "month",
    "sd",
    2,
    "Row 2 below the header, column “month”: “spring” is no period that goes with those above it; "
    "write periods such as 2023-04" },
  { "a period twice",
    { "2023-05", "2023-04", "2023-05" },
    { 1, 1, 1 },
    { 4, 4, 4 },
    "month",
    "sd",
    3,
    "Rows 1 and 3 below the header, column “month”: both are 2023-05; keep one, or hand in the "
    "observations themselves" },
  { "a deviation below 0, by its row and not its period",
    { "2023-06", "2023-05", "2023-04" },
    { 1, 1, -2 },
    { 4, 4, 4 },
    "month",
    "sd",
    3,
    "Row 3 below the header, column “sd”: -2 is no standard deviation; it is 0 or more" },
  { "a size below 0",
    { "2023-04", "2023-05", "2023-06" },
    { 1, 1, 1 },
    { 4, -4, 4 },
    "month",
    "sd",
    2,
    "Row 2 below the header, column “n”: -4 is no size; it is 0 or more" },
  { "a mean of nobody knows how many",
    { "2023-04", "2023-05", "2023-06" },
    { 1, 1, 1 },
    { 4, NAN, 4 },
    "month",
    "sd",
    2,
    "Row 2 below the header, column “n”: there is a mean and no size; say how many observations "
    "it is of, or leave the mean empty too" },
};

static ScrutinyTable *
summary_table (const char *const *months, const double *deviations, const double *sizes)
{
  const double means[] = { 30, 20, 10 };
  ScrutinyTable *table = add_texts (scrutiny_table_new (), "month", months);

  table = add_numbers (table, "mean", means, 3);
  table = add_numbers (table, "sd", deviations, 3);

  return add_numbers (table, "n", sizes, 3);
}

static void
a_wrong_table_is_refused_by_row_and_column (void **state)
{
  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (wrong_tables); i++) {
    const struct wrong_table *row = &wrong_tables[i];
    g_autoptr (ScrutinyTable) table = summary_table (row->months, row->deviations, row->sizes);
    g_autoptr (GError) error = NULL;

    assert_null (scrutiny_subgroups_new_from_summary_table (table, row->period, "mean",
                                                            row->deviation, "n", &error));
    assert_string_equal (error->message, row->message);
    assert_int_equal (scrutiny_error_get_row (error), row->row);
  }
}

static void
a_summary_is_put_in_time (void **state)
{
  const char *const months[] = { "2023-06", "2023-05", "2023-04", NULL };
  const double deviations[] = { 3, 2, 1 }, sizes[] = { 6, 5, 4 };
  g_autoptr (ScrutinyTable) table = summary_table (months, deviations, sizes);
  g_autoptr (ScrutinySubgroups) groups =
      scrutiny_subgroups_new_from_summary_table (table, "month", "mean", "sd", "n", NULL);

  (void) state;
  for (guint k = 0; k < 3; k++) {
    assert_near (scrutiny_subgroups_get_means (groups, NULL)[k], 10 * (k + 1), 0);
    assert_near (scrutiny_subgroups_get_deviations (groups, NULL)[k], k + 1, 0);
    assert_near (scrutiny_subgroups_get_sizes (groups, NULL)[k], k + 4, 0);
  }
}

static void
is_empty_when_bare (void **state)
{
  g_autoptr (ScrutinySubgroups) groups = g_object_new (SCRUTINY_TYPE_SUBGROUPS, NULL);
  gsize n = 7;

  (void) state;
  assert_non_null (scrutiny_subgroups_get_timeline (groups));
  scrutiny_subgroups_get_means (groups, &n);
  assert_int_equal (n, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (sums_up_observations_in_any_order),
    cmocka_unit_test (says_what_does_not_line_up),
    cmocka_unit_test (only_charts_of_subgroups_take_them),
    cmocka_unit_test (the_input_is_all_of_it),
    cmocka_unit_test (rows_that_share_a_period_are_a_subgroup),
    cmocka_unit_test (a_wrong_table_is_refused_by_row_and_column),
    cmocka_unit_test (a_summary_is_put_in_time),
    cmocka_unit_test (is_empty_when_bare),
  };

  return cmocka_run_group_tests_name ("trend/subgroups", tests, NULL, NULL);
}
