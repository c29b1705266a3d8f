/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>

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
    cmocka_unit_test (is_empty_when_bare),
  };

  return cmocka_run_group_tests_name ("trend/subgroups", tests, NULL, NULL);
}
