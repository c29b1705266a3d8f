/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"
#include "support/said.h"

#include <scrutiny/waits.h>

#include <string.h>

enum {
  MOST = 400
};

/* Rows of a table of texts: start, end and case. */
static ScrutinyTable *
table_of (const char *const *starts, const char *const *ends, const char *const *cases)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one = scrutiny_table_copy_with_texts (empty, "opened", starts, NULL);
  ScrutinyTable *two = scrutiny_table_copy_with_texts (one, "closed", ends, NULL);

  if (!cases)
    return two;
  g_autoptr (ScrutinyTable) owned = two;

  return scrutiny_table_copy_with_texts (owned, "child", cases, NULL);
}

/* From the Thursday before Easter 2024: the Friday, the weekend and the Monday are none of work,
 * where Scotland works on the Monday.
 */
static const struct worked {
  const char *label, *holidays, *end;
  double half;
} worked[] = {
  { "Easter in England and Wales", "england-and-wales", "2024-04-03", 2 },
  { "Easter in Scotland", "scotland", "2024-04-03", 3 },
  { "weekends alone", "none", "2024-04-03", 4 },
  { "a day of one's own", "2024-04-02", "2024-04-03", 3 },
  { "all days", NULL, "2024-04-03", 6 },
  { "ended on a Sunday", "england-and-wales", "2024-03-31", 0 },
};

static ScrutinyWaits *
waits_in_working_days (const char *start, const char *end, const char *holidays, GError **error)
{
  const char *begun[MOST], *ended[MOST];
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  for (gsize i = 0; i < 12; i++) {
    begun[i] = start;
    ended[i] = end;
  }
  begun[12] = ended[12] = NULL;
  g_autoptr (ScrutinyTable) table = table_of (begun, ended, NULL);
  scrutiny_waits_options_set_working_days (options, holidays);

  return scrutiny_waits_new (table, "opened", "closed", options, error);
}

static void
counts_working_days (void **state)
{
  const struct worked *row = *state;
  g_autoptr (ScrutinyWaits) waits =
      waits_in_working_days ("2024-03-28", row->end, row->holidays, NULL);

  assert_near (scrutiny_waits_get_half (waits), row->half, 0);
  assert_near (scrutiny_waits_get_mean_finished (waits), row->half, 0);
  assert_string_equal (scrutiny_waits_get_unit (waits), row->holidays ? "working-days" : "days");
}

static void
says_which_days_it_counts (void **state)
{
  g_autoptr (ScrutinyWaits) waits =
      waits_in_working_days ("2024-03-28", "2024-04-03", "scotland", NULL);
  g_autoptr (ScrutinyWaits) short_ones =
      waits_in_working_days ("2024-04-02", "2024-04-03", "scotland", NULL);
  g_autofree char *said = dup_said (waits, "waits.tail");
  g_autofree char *of_one = dup_said (short_ones, "waits.tail");
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (waits));

  assert_string_equal (of_one, "Half finish within 1 working day; 1 in 20 takes longer than 1 "
                               "working day.");
  assert_string_equal (said, "Half finish within 3 working days; 1 in 20 takes longer than 3 "
                             "working days.");
  assert_non_null (strstr (json, "\"unit\":\"working-days\""));
  assert_non_null (strstr (json, "\"working_days\":\"scotland\""));
}

/* As above: 8 working days each time, with New Year's Day off, and 19 from first to last. */
static void
ties_the_rows_of_a_case_in_working_days (void **state)
{
  const char *begun[MOST], *ended[MOST], *child[MOST];
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" };
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  for (gsize i = 0; i < 20; i++) {
    begun[i] = i < 10 ? "2024-01-01" : "2024-01-16";
    ended[i] = i < 10 ? "2024-01-11" : "2024-01-26";
    child[i] = names[i % 10];
  }
  begun[20] = ended[20] = child[20] = NULL;
  g_autoptr (ScrutinyTable) table = table_of (begun, ended, child);
  scrutiny_waits_options_set_key (options, "child");
  scrutiny_waits_options_set_working_days (options, "england-and-wales");
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (table, "opened", "closed", options, NULL);
  g_autofree char *whole = dup_said (waits, "waits.end-to-end");

  assert_near (scrutiny_waits_get_end_to_end (waits), 19 / 8., 1e-15);
  assert_string_equal (whole,
                       "A record takes 8.0 working days in the mean. From the first start to "
                       "the last end of the same case it is 19.0 working days, 2.4 times as "
                       "long.");
}

/* One case a day of 2023, each of 20 days, and those of the last 20 open: as many as would be in
 * whatever days, which the balance counts by all of them.
 */
static void
holds_the_balance_in_all_days (void **state)
{
  static char begun[MOST][16], ended[MOST][16];
  const char *first[MOST], *last[MOST];
  g_autoptr (GDateTime) start = g_date_time_new_utc (2023, 1, 1, 0, 0, 0);
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  for (int day = 0; day < 360; day++) {
    g_autoptr (GDateTime) from = g_date_time_add_days (start, day);
    g_autoptr (GDateTime) to = g_date_time_add_days (start, day + 20);
    g_autofree char *one = g_date_time_format (from, "%Y-%m-%d");
    g_autofree char *two = g_date_time_format (to, "%Y-%m-%d");

    g_strlcpy (begun[day], one, sizeof begun[day]);
    g_strlcpy (ended[day], day < 340 ? two : "", sizeof ended[day]);
    first[day] = begun[day];
    last[day] = ended[day];
  }
  first[360] = last[360] = NULL;
  g_autoptr (ScrutinyTable) table = table_of (first, last, NULL);
  scrutiny_waits_options_set_until (options, "2023-12-26");
  scrutiny_waits_options_set_working_days (options, "england-and-wales");
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (table, "opened", "closed", options, NULL);

  assert_near (scrutiny_waits_get_balance (waits), 1, 0.02);
}

/* For 1990 no bank holidays are known; what starts then is left out, and a record cannot end then.
 */
static void
counts_no_days_it_does_not_know (void **state)
{
  const char *begun[MOST], *ended[MOST];
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < 20; i++) {
    begun[i] = i < 12 ? "2024-03-28" : "1990-03-28";
    ended[i] = "2024-04-03";
  }
  begun[20] = ended[20] = NULL;
  g_autoptr (ScrutinyTable) table = table_of (begun, ended, NULL);
  scrutiny_waits_options_set_working_days (options, "scotland");
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (table, "opened", "closed", options, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (waits));
  g_autofree char *said = dup_said (waits, "waits.outside-calendar");

  assert_string_equal (said,
                       "8 rows start in a year whose bank holidays are not known, and are left "
                       "out.");
  assert_int_equal (scrutiny_waits_get_n_rows (waits), 12);
  assert_non_null (strstr (json, "\"outside_calendar\":8}"));
  assert_null (waits_in_working_days ("1990-03-28", "1990-04-03", "scotland", &error));
  assert_non_null (
      strstr (error->message, "the record ends on 1990-04-03, for which the calendar"));
  g_clear_error (&error);
  assert_null (waits_in_working_days ("2024-03-28", "2024-04-03", "wales", &error));
  assert_non_null (strstr (error->message, "“wales” is neither a calendar nor a date"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (worked) + 4] = {
    cmocka_unit_test (says_which_days_it_counts),
    cmocka_unit_test (ties_the_rows_of_a_case_in_working_days),
    cmocka_unit_test (holds_the_balance_in_all_days),
    cmocka_unit_test (counts_no_days_it_does_not_know),
  };

  add_rows (tests + 4, counts_working_days, worked, G_N_ELEMENTS (worked), sizeof *worked);

  return cmocka_run_group_tests_name ("challenge/waits-working-days", tests, NULL, NULL);
}
