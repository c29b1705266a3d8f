/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"
#include "support/near.h"
#include "support/said.h"

#include <scrutiny/capability.h>
#include <scrutiny/error.h>

#include <string.h>

/* How long a case lasts that starts on a day, as the @nth of that day. */
typedef double (*Length) (int day, int nth);

/* So many cases start on each of so many days; who would end later than the last day is open. */
static ScrutinyTable *
record_of (int n_days, int a_day, Length length)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (int day = 0; day < n_days; day++)
    for (int nth = 0; nth < a_day; nth++) {
      const double end = day + length (day, nth);

      columns_builder_add_number (builder, "start", day);
      columns_builder_add_number (builder, "end", end < n_days ? end : NAN);
    }

  return columns_builder_end (builder);
}

static ScrutinyCapability *
capability_of (int n_days, int a_day, Length length, guint disclosure)
{
  g_autoptr (ScrutinyTable) table = record_of (n_days, a_day, length);
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  scrutiny_waits_options_set_disclosure (options, disclosure);

  return scrutiny_capability_new (table, "start", "end", options, NULL);
}

static double
sum_of (ScrutinyTable *table, const char *column)
{
  const double *values = scrutiny_table_get_doubles (table, column, NULL);
  double sum = 0;

  for (gsize i = 0; i < scrutiny_table_get_n_rows (table); i++)
    sum += values[i];

  return sum;
}

/* One ends on each day, after 4 and 6 days in turn. */
static double
in_turn (int day, int nth)
{
  return day % 2 ? 6 : 4;
}

/* By hand: the mean is 5, each differs by 2 from the one before, 3 sqrt(pi)/2 of which is 5.32; out
 * to whole days.  The record is whole from day 10 to day 396: 27 blocks of two weeks.
 */
static void
sets_limits_by_what_neighbours_differ (void **state)
{
  g_autoptr (ScrutinyCapability) still = capability_of (400, 1, in_turn, 5);
  ScrutinyTable *stretches = scrutiny_capability_get_stretches (still);
  ScrutinyTable *blocks = scrutiny_capability_get_blocks (still);
  g_autofree char *said = dup_said (still, "capability.now");

  assert_near (scrutiny_capability_get_centre (still), 5, 1e-14);
  assert_near (scrutiny_capability_get_lower (still), 0, 0);
  assert_near (scrutiny_capability_get_upper (still), 11, 0);
  assert_string_equal (scrutiny_capability_get_scale (still), "plain");
  assert_int_equal (scrutiny_table_get_n_rows (stretches), 1);
  assert_int_equal (scrutiny_table_get_n_rows (blocks), 27);
  assert_near (sum_of (blocks, "n"), 27 * 14, 0);
  assert_near (sum_of (stretches, "n"), 27 * 14, 0);
  assert_near (sum_of (stretches, "beyond"), 0, 0);
  assert_string_equal (scrutiny_table_get_texts (stretches, "first")[0], "1970-01-20");
  assert_string_equal (scrutiny_table_get_texts (stretches, "last")[0], "1971-02-01");
  assert_string_equal (said,
                       "378 cases that ended from 20 January 1970 to 1 February 1971, taken one by "
                       "one, lasted about 5 days; as the work goes, a single one lasts between 0 "
                       "and 11 days, and nothing says that this moved to another level in that "
                       "time.");
}

/* 3 to 13 days, in no order. */
static double
varied (int day, int nth)
{
  return 3 + ((guint) day * 2654435761u >> 16) % 11;
}

static double
ten_more (int day, int nth)
{
  return varied (day, nth) + (day >= 200 ? 10 : 0);
}

static double
ten_less (int day, int nth)
{
  return varied (day, nth) + (day >= 200 ? 0 : 10);
}

static double
ten_more_for_a_time (int day, int nth)
{
  return varied (day, nth) + (day >= 250 && day < 500 ? 10 : 0);
}

static void
says_that_it_moved (void **state)
{
  g_autoptr (ScrutinyCapability) more = capability_of (400, 1, ten_more, 5);
  g_autoptr (ScrutinyCapability) less = capability_of (400, 1, ten_less, 5);
  g_autoptr (ScrutinyCapability) twice = capability_of (800, 1, ten_more_for_a_time, 5);
  g_autofree char *now = dup_said (more, "capability.now");
  g_autofree char *rose = dup_said (more, "capability.moved");
  g_autofree char *fell = dup_said (less, "capability.moved");
  g_autofree char *moved = dup_said (twice, "capability.moved");
  ScrutinyTable *stretches = scrutiny_capability_get_stretches (more);

  assert_int_equal (scrutiny_capability_get_n_shifts (more), 1);
  assert_int_equal (scrutiny_capability_get_n_shifts (twice), 2);
  assert_non_null (strstr (rose, "the usual length of a single case rose from 8 to 18 days."));
  assert_null (strstr (now, "nothing says"));
  assert_non_null (strstr (fell, "the usual length of a single case fell from 18 to 9 days."));
  assert_non_null (strstr (moved, "The usual length of a single case moved 2 times, the last time "
                                  "around "));
  assert_near (scrutiny_capability_get_centre (more), 18, 0.3);
  assert_string_equal (scrutiny_table_get_texts (stretches, "earliest")[0], "");
  assert_true (g_str_has_prefix (scrutiny_table_get_texts (stretches, "earliest")[1], "1970-0"));
  assert_true (strcmp (scrutiny_table_get_texts (stretches, "first")[0],
                       scrutiny_table_get_texts (stretches, "earliest")[1]) < 0);
  assert_true (strcmp (scrutiny_table_get_texts (stretches, "earliest")[1],
                       scrutiny_table_get_texts (stretches, "latest")[1]) <= 0);
}

/* Of what starts with the record the short ones end first, and of what starts with its end the
 * long ones are open: neither is a level of its own.
 */
static double
short_or_long (int day, int nth)
{
  return day % 2 ? 60 : 2;
}

static void
leaves_out_where_only_short_ones_end (void **state)
{
  g_autoptr (ScrutinyCapability) still = capability_of (400, 2, short_or_long, 5);

  assert_int_equal (scrutiny_capability_get_n_shifts (still), 0);
  assert_near (scrutiny_capability_get_centre (still), 31, 0.5);
  assert_true (
      strcmp (scrutiny_table_get_texts (scrutiny_capability_get_blocks (still), "first")[0],
              "1970-03-05") >= 0);
}

/* All that start in a week end with it, the first to start first in the file. */
static double
to_the_end_of_the_week (int day, int nth)
{
  return 7 - day % 7;
}

/* In order of starting neighbours would hardly differ: 1 to 7 days, alike often, do by 16/7. */
static void
draws_lots_where_many_end_at_once (void **state)
{
  g_autoptr (ScrutinyCapability) weeks = capability_of (400, 20, to_the_end_of_the_week, 5);

  assert_near (scrutiny_capability_get_centre (weeks), 4, 1e-12);
  assert_near (scrutiny_capability_get_lower (weeks), 0, 0);
  assert_near (scrutiny_capability_get_upper (weeks), 11, 0);
}

static double
one_in_ten_is_long (int day, int nth)
{
  return nth == 9 ? 200 + day % 7 : 3 + (day + nth) % 5;
}

/* One of a thousand or so is. */
static double
a_few_are_long (int day, int nth)
{
  return day % 200 == 7 && nth == 0 ? 40 : 3 + (day + nth) % 5;
}

static void
tells_of_kinds_but_of_no_few (void **state)
{
  g_autoptr (ScrutinyCapability) kinds = capability_of (800, 10, one_in_ten_is_long, 5);
  g_autoptr (ScrutinyCapability) hidden = capability_of (800, 10, a_few_are_long, 5);
  g_autoptr (ScrutinyCapability) shown = capability_of (800, 10, a_few_are_long, 0);
  g_autofree char *said = dup_said (kinds, "capability.kinds");
  const double few = sum_of (scrutiny_capability_get_stretches (shown), "beyond");

  assert_non_null (strstr (said, "; 10% of them lasted longer or shorter than the "));
  assert_string_equal (scrutiny_capability_get_scale (kinds), "log");
  assert_true (few > 0 && few < 5);
  assert_true (isnan (sum_of (scrutiny_capability_get_stretches (hidden), "beyond")));
}

/* 19 days are whole weeks of 14 cases, and 41 of 42. */
static void
does_not_ask_of_a_short_record (void **state)
{
  g_autoptr (ScrutinyCapability) nothing = capability_of (34, 1, in_turn, 5);
  g_autoptr (ScrutinyCapability) brief = capability_of (60, 1, in_turn, 5);
  g_autofree char *said = dup_said (brief, "capability.now");

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (nothing)),
                       "Too few ended while what began before and after is in the record: 20 are "
                       "needed, in whole weeks; ask for a longer record.");
  assert_true (isnan (scrutiny_capability_get_upper (nothing)));
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_capability_get_blocks (nothing)), 0);
  assert_non_null (strstr (said, ". So short a time cannot tell whether that moved."));
}

static double
all_alike (int day, int nth)
{
  return 5;
}

static void
cannot_tell_of_what_never_differs (void **state)
{
  g_autoptr (ScrutinyCapability) alike = capability_of (400, 1, all_alike, 5);

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (alike)),
                       "All single cases lasted the same: what is ordinary cannot be told.");
}

/* Blocks are of as many as may be told of; what is in none is nothing, or as many. */
static void
tells_of_no_few (void **state)
{
  static const guint disclosures[] = { 5, 20, 25, 30, 50, 100 };

  for (gsize k = 0; k < G_N_ELEMENTS (disclosures); k++) {
    g_autoptr (ScrutinyCapability) still = capability_of (400, 1, in_turn, disclosures[k]);
    ScrutinyTable *blocks = scrutiny_capability_get_blocks (still);
    const double *n = scrutiny_table_get_doubles (blocks, "n", NULL);
    const double left_out = 395 - sum_of (blocks, "n"); /* five are open */

    for (gsize i = 0; i < scrutiny_table_get_n_rows (blocks); i++)
      assert_true (n[i] >= disclosures[k] && n[i] >= 10);
    assert_true (left_out >= disclosures[k]);
  }
}

/* The same cases, each written as two rows of a day between them. */
static void
ties_the_rows_of_a_case (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  for (int day = 0; day < 400; day++)
    for (int part = 0; part < 2; part++) {
      const double end = part ? day + in_turn (day, 0) : day + 1;

      columns_builder_add_number (builder, "start", part ? day + 2 : day);
      columns_builder_add_number (builder, "end", end < 400 ? end : NAN);
      columns_builder_add_number (builder, "child", day);
    }
  table = columns_builder_end (builder);
  scrutiny_waits_options_set_key (options, "child");
  g_autoptr (ScrutinyCapability) whole =
      scrutiny_capability_new (table, "start", "end", options, NULL);

  assert_near (scrutiny_capability_get_centre (whole), 5, 1e-14);
  assert_near (scrutiny_capability_get_upper (whole), 11, 0);
}

static void
refuses_columns_that_are_not_there (void **state)
{
  g_autoptr (ScrutinyTable) table = record_of (10, 1, in_turn);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_capability_new (table, "start", "shut", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

static void
is_empty_when_bare (void **state)
{
  g_autoptr (ScrutinyCapability) bare = g_object_new (SCRUTINY_TYPE_CAPABILITY, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)),
                       "No rows were given: ask for the start and the end of each case.");
  assert_non_null (strstr (json, "\"stretches\":[],\"blocks\":[]"));
  assert_string_equal (scrutiny_capability_get_unit (bare), "days");
  assert_int_equal (scrutiny_capability_get_n_shifts (bare), 0);
}

static void
gives_its_properties (void **state)
{
  g_autoptr (ScrutinyCapability) more = capability_of (400, 1, ten_more, 5);
  g_autoptr (ScrutinyTable) stretches = NULL, blocks = NULL;
  g_autofree char *scale = NULL, *unit = NULL;
  double centre, lower, upper;
  guint n_shifts;

  g_object_get (more, "centre", &centre, "lower", &lower, "upper", &upper, "n-shifts", &n_shifts,
                "scale", &scale, "unit", &unit, "stretches", &stretches, "blocks", &blocks, NULL);
  assert_near (centre, scrutiny_capability_get_centre (more), 0);
  assert_near (lower, scrutiny_capability_get_lower (more), 0);
  assert_near (upper, scrutiny_capability_get_upper (more), 0);
  assert_int_equal (n_shifts, 1);
  assert_string_equal (scale, "plain");
  assert_string_equal (unit, "days");
  assert_ptr_equal (stretches, scrutiny_capability_get_stretches (more));
  assert_ptr_equal (blocks, scrutiny_capability_get_blocks (more));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (sets_limits_by_what_neighbours_differ),
    cmocka_unit_test (says_that_it_moved),
    cmocka_unit_test (leaves_out_where_only_short_ones_end),
    cmocka_unit_test (draws_lots_where_many_end_at_once),
    cmocka_unit_test (tells_of_kinds_but_of_no_few),
    cmocka_unit_test (does_not_ask_of_a_short_record),
    cmocka_unit_test (cannot_tell_of_what_never_differs),
    cmocka_unit_test (tells_of_no_few),
    cmocka_unit_test (ties_the_rows_of_a_case),
    cmocka_unit_test (refuses_columns_that_are_not_there),
    cmocka_unit_test (is_empty_when_bare),
    cmocka_unit_test (gives_its_properties),
  };

  return cmocka_run_group_tests_name ("challenge/capability", tests, NULL, NULL);
}
