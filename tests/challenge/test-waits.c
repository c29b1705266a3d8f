/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"
#include "support/said.h"

#include <scrutiny/error.h>
#include <scrutiny/waits.h>

#include "challenge/wait-balance.h"

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

static ScrutinyWaits *
waits_of (const char *const *starts,
          const char *const *ends,
          const char *const *cases,
          const char *until,
          GError **error)
{
  g_autoptr (ScrutinyTable) table = table_of (starts, ends, cases);
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  scrutiny_waits_options_set_until (options, until);
  scrutiny_waits_options_set_disclosure (options, 0);
  if (cases)
    scrutiny_waits_options_set_key (options, "child");

  return scrutiny_waits_new (table, "opened", "closed", options, error);
}

/* R. G. Miller's leukaemia, maintained, as days from 1 March 2024. */
static const char *const starts[] = { "2024-03-01", "2024-03-01", "2024-03-01", "2024-03-01",
                                      "2024-03-01", "2024-03-01", "2024-03-01", "2024-03-01",
                                      "2024-03-01", "2024-03-01", "2024-03-01", NULL };

/* The same, not maintained, where one of twelve is open since 16 days. */
static const char *const starts_not[] = { "01/03/2024", "01/03/2024", "01/03/2024", "01/03/2024",
                                          "01/03/2024", "30/03/2024", "01/03/2024", "01/03/2024",
                                          "01/03/2024", "01/03/2024", "01/03/2024", "01/03/2024",
                                          NULL };
static const char *const ends_not[] = { "06/03/2024", "06/03/2024", "09/03/2024", "09/03/2024",
                                        "13/03/2024", "n/a",        "24/03/2024", "28/03/2024",
                                        "31/03/2024", "03/04/2024", "13/04/2024", "15/04/2024",
                                        NULL };

static void
counts_the_open_ones (void **state)
{
  g_autoptr (ScrutinyWaits) waits = waits_of (starts_not, ends_not, NULL, NULL, NULL);
  const double *shares =
      scrutiny_table_get_doubles (scrutiny_waits_get_curve (waits), "open_share", NULL);
  const double *highs =
      scrutiny_table_get_doubles (scrutiny_waits_get_quantiles (waits), "high", NULL);
  const double *finished =
      scrutiny_table_get_doubles (scrutiny_waits_get_quantiles (waits), "finished_days", NULL);

  assert_int_equal (scrutiny_waits_get_n_rows (waits), 12);
  assert_int_equal (scrutiny_waits_get_n_finished (waits), 11);
  assert_int_equal (scrutiny_waits_get_n_open (waits), 1);
  assert_near (scrutiny_waits_get_half (waits), 23, 0);
  assert_near (scrutiny_waits_get_half_low (waits), 5, 0);
  assert_near (scrutiny_waits_get_half_high (waits), 33, 0);
  assert_near (scrutiny_waits_get_tail (waits), 45, 0);
  assert_near (scrutiny_waits_get_balance (waits), NAN, 0);
  assert_near (scrutiny_waits_get_mean_finished (waits), 239 / 11., 1e-13);
  assert_near (scrutiny_waits_get_open_half (waits), 16, 0);
  assert_near (shares[0], 10 / 12., 1e-15);
  assert_near (shares[3], 0.4861111111111112, 1e-15);
  assert_near (highs[1], INFINITY, 0);
  assert_near (finished[0], 23, 0);
  assert_near (finished[3], 45, 0);
}

/* The record ends at 20 days: what is known only later is still open. */
static void
knows_no_more_than_the_record (void **state)
{
  static const char *const early[] = { "2024-03-10", "2024-03-14", "",           "2024-03-19",
                                       "2024-03-24", "",           "2024-04-01", "2024-04-04",
                                       "",           "2024-04-18", "",           NULL };
  g_autoptr (ScrutinyWaits) all = waits_of (starts, early, NULL, "2024-08-09", NULL);
  g_autoptr (ScrutinyWaits) cut = waits_of (starts, early, NULL, "2024-03-21", NULL);

  assert_int_equal (scrutiny_waits_get_n_finished (all), 7);
  assert_int_equal (scrutiny_waits_get_n_finished (cut), 3);
  assert_int_equal (scrutiny_waits_get_n_open (cut), 8);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (cut)),
                       "3 of 11 have finished: how long cases take needs 10; ask for more of the "
                       "record.");
  assert_near (scrutiny_waits_get_half (cut), NAN, 0);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_waits_get_curve (cut)), 0);
}

static void
says_how_long (void **state)
{
  static const char *const gone[] = { "2024-03-11", "2024-03-12", "2024-03-13", "2024-03-14",
                                      "2024-03-15", "2024-03-16", "2024-03-17", "2024-03-18",
                                      "2024-03-19", "2024-03-20", "2024-03-21", NULL };
  g_autoptr (ScrutinyWaits) one = waits_of (starts_not, ends_not, NULL, NULL, NULL);
  g_autoptr (ScrutinyWaits) none = waits_of (starts, gone, NULL, NULL, NULL);
  g_autofree char *said = dup_said (one, "waits.tail"), *also = dup_said (none, "waits.tail");

  assert_string_equal (said, "Half finish within 23 days; 1 in 20 takes longer than 45 days. 1 of "
                             "12 is still open and in no average of those that finished (21.7 "
                             "days).");
  assert_string_equal (also, "Half finish within 15 days; 1 in 20 takes longer than 20 days.");
}

static const struct refused {
  const char *label, *start, *end, *until;
  double level;
  guint windows;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "31 February", "2024-02-31", "2024-03-01", NULL, 0.95, 60, SCRUTINY_ERROR_UNREADABLE,
    "Row 2 below the header, column “opened”: “2024-02-31” is no day of the calendar; correct it" },
  { "no day", "soon", "2024-03-01", NULL, 0.95, 60, SCRUTINY_ERROR_UNREADABLE,
    "Row 2 below the header, column “opened”: “soon” is no day; write days such as 2015-03-12" },
  { "two forms", "2024-03-01", "01/03/2024", NULL, 0.95, 60, SCRUTINY_ERROR_UNREADABLE,
    "Row 2 below the header, column “closed”: “01/03/2024” is written otherwise than the days "
    "above; write all days in one form" },
  { "until", "2024-03-01", "", "whenever", 0.95, 60, SCRUTINY_ERROR_UNREADABLE,
    "Until: “whenever” is no day; write one such as 2015-03-12" },
  { "level", "2024-03-01", "", NULL, 2, 60, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Waits, level: 2 is not between 0 and 1; 0.95 is usual" },
  { "windows", "2024-03-01", "", NULL, 0.95, 0, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Waits, windows: 0 is not from 1 to 1000 days" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  const char *const begun[] = { "2024-01-01", row->start, NULL };
  const char *const ended[] = { "2024-01-02", row->end, NULL };
  g_autoptr (ScrutinyTable) table = table_of (begun, ended, NULL);
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_waits_options_set_until (options, row->until);
  scrutiny_waits_options_set_level (options, row->level);
  scrutiny_waits_options_set_windows (options, row->windows);
  assert_null (scrutiny_waits_new (table, "opened", "closed", options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

static void
refuses_columns_that_are_not_there (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of (starts, starts, NULL);
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_waits_new (table, "begun", "closed", NULL, &error));
  assert_string_equal (error->message, "Waits: there is no column “begun” for the start; there are "
                                       "“opened”, “closed”");
  g_clear_error (&error);
  assert_null (scrutiny_waits_new (table, "opened", "shut", NULL, &error));
  g_clear_error (&error);
  scrutiny_waits_options_set_key (options, "person");
  assert_null (scrutiny_waits_new (table, "opened", "closed", options, &error));
  assert_non_null (strstr (error->message, "no column “person” for the case"));
}

static void
leaves_out_and_counts (void **state)
{
  static const char *const begun[] = { "2024-01-05", "", "2024-03-01", "2024-01-09", NULL };
  static const char *const ended[] = { "2024-01-02", "2024-01-02", "", "2024-01-20", NULL };
  g_autoptr (ScrutinyWaits) waits = waits_of (begun, ended, NULL, "2024-02-01", NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (waits));

  assert_int_equal (scrutiny_waits_get_n_rows (waits), 1);
  assert_non_null (strstr (json, "\"left_out\":{\"without_start\":1,\"later\":1,\"backwards\":1,"
                                 "\"outside_calendar\":0}"));
}

/* The number of a row tells whoever has the file whose it is. */
static void
names_a_row_only_when_asked (void **state)
{
  const char *begun[MOST], *ended[MOST];
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  for (gsize i = 0; i < 20; i++) {
    begun[i] = "2024-01-05";
    ended[i] = i < 14 ? "2024-01-20" : "2024-01-02";
  }
  begun[20] = ended[20] = NULL;
  g_autoptr (ScrutinyTable) table = table_of (begun, ended, NULL);
  g_autoptr (ScrutinyWaits) plain = scrutiny_waits_new (table, "opened", "closed", options, NULL);
  scrutiny_waits_options_set_names_rows (options, TRUE);
  g_autoptr (ScrutinyWaits) named = scrutiny_waits_new (table, "opened", "closed", options, NULL);
  g_autofree char *said = dup_said (plain, "waits.backwards");
  g_autofree char *also = dup_said (named, "waits.backwards");
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (plain));

  assert_string_equal (said, "6 rows end before their start, and are left out.");
  assert_string_equal (also,
                       "6 rows end before their start, the first in row 15, and are left out.");
  assert_null (strstr (json, "first_row"));
}

/* With a time of day, zones and all: half an hour is a forty-eighth of a day. */
static void
reads_times_of_day (void **state)
{
  const char *begun[MOST], *ended[MOST];

  for (gsize i = 0; i < 12; i++) {
    begun[i] = "2024-03-01T12:00:00+01:00";
    ended[i] = i < 6 ? "2024-03-01T11:30:00Z" : "2024-03-02T11:00:00Z";
  }
  begun[12] = ended[12] = NULL;
  g_autoptr (ScrutinyWaits) waits = waits_of (begun, ended, NULL, NULL, NULL);
  const double *days = scrutiny_table_get_doubles (scrutiny_waits_get_curve (waits), "days", NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (waits));

  assert_near (days[0], 1 / 48., 1e-10);
  assert_near (days[1], 1, 1e-10);
  assert_non_null (strstr (json, "\"until\":\"2024-03-02T11:00:00\""));
}

static void
takes_numbers_of_days (void **state)
{
  const double first[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
  const double last[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  g_autoptr (GBytes) begun = g_bytes_new (first, sizeof first);
  g_autoptr (GBytes) ended = g_bytes_new (last, sizeof last);
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one = scrutiny_table_copy_with_doubles (empty, "a", begun, NULL);
  g_autoptr (ScrutinyTable) two = scrutiny_table_copy_with_doubles (one, "b", ended, NULL);
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (two, "a", "b", NULL, NULL);

  assert_near (scrutiny_waits_get_half (waits), 5.5, 0);
}

/* Ten children each closed after 10 days and opened again 5 days later for another 10. */
static void
ties_the_rows_of_a_case (void **state)
{
  const char *begun[MOST], *ended[MOST], *child[MOST];
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" };

  for (gsize i = 0; i < 20; i++) {
    begun[i] = i < 10 ? "2024-01-01" : "2024-01-16";
    ended[i] = i < 10 ? "2024-01-11" : "2024-01-26";
    child[i] = names[i % 10];
  }
  begun[20] = ended[20] = child[20] = NULL;
  g_autoptr (ScrutinyWaits) waits = waits_of (begun, ended, child, "2024-12-31", NULL);
  const double *shares =
      scrutiny_table_get_doubles (scrutiny_waits_get_returns (waits), "share", NULL);
  g_autofree char *whole = dup_said (waits, "waits.end-to-end");
  g_autofree char *back = dup_said (waits, "waits.returns");

  assert_near (scrutiny_waits_get_end_to_end (waits), 2.5, 1e-15);
  assert_string_equal (whole, "A record takes 10.0 days in the mean. From the first start to the "
                              "last end of the same case it is 25.0 days, 2.5 times as long.");
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_waits_get_returns (waits)), 60);
  assert_near (shares[3], 0, 0);
  assert_near (shares[4], 0.5, 0);
  assert_near (shares[59], 0.5, 0);
  assert_string_equal (back, "Of 20 that finished and could be followed for 30 days, 10 started "
                             "again within that time: 50.0% (between 29.9% and 70.1%).");
}

/* One case a day for a year, each of 20 days, and @n_left that nobody closes. */
static ScrutinyWaits *
steady_record (gsize n_left, gboolean with_open)
{
  static char begun[MOST][16], ended[MOST][16];
  const char *first[MOST], *last[MOST];
  gsize n = 0;
  g_autoptr (GDateTime) start = g_date_time_new_utc (2023, 1, 1, 0, 0, 0);

  for (int day = 0; day < 360; day++) {
    g_autoptr (GDateTime) from = g_date_time_add_days (start, day);
    g_autoptr (GDateTime) to = g_date_time_add_days (start, day + 20);
    g_autofree char *one = g_date_time_format (from, "%Y-%m-%d");
    g_autofree char *two = g_date_time_format (to, "%Y-%m-%d");

    if (day >= 340 && !with_open)
      break;
    g_strlcpy (begun[n], one, sizeof begun[n]);
    g_strlcpy (ended[n], day < 340 ? two : "", sizeof ended[n]);
    first[n] = begun[n];
    last[n] = ended[n];
    n++;
  }
  for (gsize i = 0; i < n_left; i++) {
    first[n] = "2023-11-01";
    last[n++] = "";
  }
  first[n] = last[n] = NULL;

  return waits_of (first, last, NULL, "2023-12-26", NULL);
}

static void
holds_the_open_against_the_finished (void **state)
{
  g_autoptr (ScrutinyWaits) steady = steady_record (0, TRUE);
  g_autoptr (ScrutinyWaits) pile = steady_record (30, TRUE);
  g_autoptr (ScrutinyWaits) only = steady_record (0, FALSE);
  g_autofree char *quiet = dup_said (steady, "waits.balance");
  g_autofree char *many = dup_said (pile, "waits.balance");
  g_autofree char *none = dup_said (only, "waits.balance");
  g_autofree char *old = dup_said (pile, "waits.open");

  assert_near (scrutiny_waits_get_balance (steady), 1, 0.02);
  assert_null (quiet);
  assert_string_equal (many, "In the last 175 days 175 finished, after 20.0 days in the mean; if "
                             "that is how it goes, about 20 would be open on this day of the week, "
                             "not 50.");
  assert_string_equal (none, "No row is open. In the last 175 days 175 finished, after 20.0 days "
                             "in the mean; if that is how it goes, about 20 would be open on this "
                             "day of the week. The record may hold only what has finished.");
  assert_string_equal (old,
                       "Half of the 50 that are still open have been open for 55 days or more; "
                       "half of the 340 that finished took 20 days or less.");
}

/* The number that follows a key. */
static double
member_of (const char *json, const char *key)
{
  const char *at = strstr (json, key);

  assert_non_null (at);

  return g_ascii_strtod (at + strlen (key), NULL);
}

/* All took 20 days, so that what is expected varies by itself over the 175 that ended. */
static void
says_how_far_it_is (void **state)
{
  g_autoptr (ScrutinyWaits) pile = steady_record (30, TRUE);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (pile));
  const char *balance = strstr (json, "\"balance\"");
  const double expected = member_of (balance, "\"expected\":"), spread = expected / 175;

  (void) state;
  assert_near (expected, 20, 0.5);
  assert_near (member_of (balance, "\"ratio\":"), 50 / expected, 1e-12);
  assert_near (member_of (balance, "\"deviations\":"),
               2 * (sqrt (50 + 0.375) - sqrt (expected + 0.375 * spread)) / sqrt (1 + spread),
               1e-12);
}

static void
asks_about_what_is_far_and_rare (void **state)
{
  static const struct {
    double ratio, deviations;
    gboolean is_far;
  } rows[] = { { 0.79, -2.18, TRUE }, { 0.79, -2.16, FALSE }, { 0.81, -9, FALSE },
               { 1.26, 2.18, TRUE },  { 1.26, 2.16, FALSE },  { 1.24, 9, FALSE },
               { NAN, NAN, FALSE } };

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const WaitBalance balance = { .ratio = rows[i].ratio, .deviations = rows[i].deviations };

    assert_true (!wait_balance_is_far (&balance) == !rows[i].is_far);
  }
}

/* Twenty weeks of 70 cases that begin on Mondays and end on Saturdays, seen on the third day of the
 * last: 50 are open in the mean, and 70 on a Wednesday.
 */
static ScrutinyWaits *
weekly_record (gsize n_last)
{
  g_autoptr (GStrvBuilder) mondays = g_strv_builder_new (), saturdays = g_strv_builder_new ();
  g_autoptr (GDateTime) monday = g_date_time_new_utc (2023, 1, 2, 0, 0, 0);

  for (int week = 0; week < 20; week++) {
    g_autoptr (GDateTime) from = g_date_time_add_weeks (monday, week);
    g_autoptr (GDateTime) to = g_date_time_add_days (from, 5);
    g_autofree char *one = g_date_time_format (from, "%Y-%m-%d");
    g_autofree char *two = g_date_time_format (to, "%Y-%m-%d");

    for (gsize i = 0; i < (week < 19 ? 70 : n_last); i++) {
      g_strv_builder_add (mondays, one);
      g_strv_builder_add (saturdays, week < 19 ? two : "");
    }
  }
  g_auto (GStrv) first = g_strv_builder_end (mondays);
  g_auto (GStrv) last = g_strv_builder_end (saturdays);

  return waits_of ((const char *const *) first, (const char *const *) last, NULL, "2023-05-17",
                   NULL);
}

static void
knows_the_day_of_the_week (void **state)
{
  g_autoptr (ScrutinyWaits) usual = weekly_record (70);
  g_autoptr (ScrutinyWaits) fewer = weekly_record (40);
  g_autofree char *quiet = dup_said (usual, "waits.balance");
  g_autofree char *said = dup_said (fewer, "waits.balance");
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (usual));

  (void) state;
  assert_non_null (strstr (json, "\"weekday\":1.4,"));
  assert_null (quiet);
  assert_string_equal (said, "In the last 63 days 630 finished, after 5.0 days in the "
                             "mean; if that is how it goes, about 70 would be open on this day of "
                             "the week, not 40.");
}

/* One is open, and as long as one may not be told of nor is how many finished, what they took on
 * average, and how long the last few did.
 */
static void
tells_of_no_few (void **state)
{
  g_autoptr (ScrutinyTable) table = table_of (starts_not, ends_not, NULL);
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (table, "opened", "closed", NULL, NULL);
  ScrutinyTable *curve = scrutiny_waits_get_curve (waits);

  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (waits));

  assert_int_equal (scrutiny_table_get_n_rows (curve), 0);
  assert_near (scrutiny_waits_get_half (waits), NAN, 0);
  assert_near (scrutiny_waits_get_tail (waits), NAN, 0);
  assert_near (scrutiny_waits_get_mean_finished (waits), NAN, 0);
  assert_near (scrutiny_waits_get_open_half (waits), NAN, 0);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (waits)),
                       "So few are open, or so few cases there are, that how long they take "
                       "cannot be told without telling of one: ask for more of the record.");
  assert_non_null (strstr (json, "\"n\":12,\"finished\":null,\"open\":null"));
}

/* Forty, of which two are open and eight took long. */
static void
tells_of_those_before (void **state)
{
  const char *begun[41] = { 0 }, *ended[41] = { 0 };
  static const char *const days[] = { "2024-01-03", "2024-01-05", "2024-01-07", "2024-01-09",
                                      "2024-01-11", "2024-01-13", "2024-04-01", "" };

  for (gsize i = 0; i < 40; i++) {
    begun[i] = "2024-01-01";
    ended[i] = days[i < 30 ? i / 5 : i < 38 ? 6 : 7];
  }
  g_autoptr (ScrutinyTable) table = table_of (begun, ended, NULL);
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (table, "opened", "closed", NULL, NULL);
  g_autofree char *said = dup_said (waits, "waits.tail");

  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_waits_get_curve (waits)), 6);
  assert_string_equal (said, "Half finish within 9 days; those that take longest are too few to be "
                             "told of by themselves.");
}

/* Eight are open, five of them no longer than the first rows: the three that outlast all others are
 * not what is left of them.
 */
static void
tells_of_no_few_at_the_end (void **state)
{
  const char *begun[39] = { 0 }, *ended[39] = { 0 };
  static const char *const days[] = { "2024-01-03", "2024-01-05", "2024-01-07",
                                      "2024-01-09", "2024-01-11", "2024-01-13" };

  for (gsize i = 0; i < 38; i++) {
    begun[i] = i < 33 ? "2024-01-01" : "2024-01-26";
    ended[i] = i < 30 ? days[i / 5] : "";
  }
  g_autoptr (ScrutinyTable) table = table_of (begun, ended, NULL);
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();
  scrutiny_waits_options_set_until (options, "2024-01-29");
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (table, "opened", "closed", options, NULL);
  ScrutinyTable *curve = scrutiny_waits_get_curve (waits);
  const gsize n = scrutiny_table_get_n_rows (curve);

  assert_int_equal (n, 1);
  assert_near (scrutiny_table_get_doubles (curve, "at_risk", NULL)[0], 38, 0);
  assert_near (scrutiny_table_get_doubles (curve, "finished", NULL)[0], 30, 0);
}

/* Nor are those that finished, where they are few. */
static void
cannot_tell_of_few (void **state)
{
  static const char *const early[] = { "2024-03-10", "2024-03-14", "",           "2024-03-19",
                                       "2024-03-24", "",           "2024-04-01", "2024-04-04",
                                       "",           "2024-04-18", "",           NULL };
  g_autoptr (ScrutinyTable) table = table_of (starts, early, NULL);
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (table, "opened", "closed", NULL, NULL);

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (waits)),
                       "So few have finished that nothing is told of them: how long cases take "
                       "needs 10; ask for more of the record.");
}

/* Whoever subtracts one row from the next finds nobody, or enough. */
static void
gives_nobody_away (void **state)
{
  char begun[MOST][16], ended[MOST][16];
  const char *first[MOST], *last[MOST];
  guint32 seed = 7;
  gsize n = 0;
  g_autoptr (GDateTime) start = g_date_time_new_utc (2023, 1, 1, 0, 0, 0);

  for (; n + 1 < MOST; n++) {
    seed = seed * 1664525u + 1013904223u;
    const int from = (int) (seed >> 24), length = (int) (seed >> 16 & 63);
    g_autoptr (GDateTime) one = g_date_time_add_days (start, from);
    g_autoptr (GDateTime) two = g_date_time_add_days (start, from + length);
    g_autofree char *day = g_date_time_format (one, "%Y-%m-%d");
    g_autofree char *later = g_date_time_format (two, "%Y-%m-%d");

    g_strlcpy (begun[n], day, sizeof begun[n]);
    g_strlcpy (ended[n], seed & 1 << 12 ? later : "", sizeof ended[n]);
    first[n] = begun[n];
    last[n] = ended[n];
  }
  first[n] = last[n] = NULL;
  g_autoptr (ScrutinyTable) table = table_of (first, last, NULL);
  g_autoptr (ScrutinyWaits) waits = scrutiny_waits_new (table, "opened", "closed", NULL, NULL);
  ScrutinyTable *curve = scrutiny_waits_get_curve (waits);
  const double *at_risk = scrutiny_table_get_doubles (curve, "at_risk", NULL);
  const double *finished = scrutiny_table_get_doubles (curve, "finished", NULL);
  const gsize n_rows = scrutiny_table_get_n_rows (curve);

  assert_true (n_rows > 5);
  for (gsize i = 0; i < n_rows; i++) {
    assert_true (finished[i] >= 5);
    const double left = at_risk[i] - finished[i] - (i + 1 < n_rows ? at_risk[i + 1] : 0);
    assert_true (left == 0 || left >= 5);
  }
}

/* Twelve cases of a day each, over half a year: too few ended lately to say how fast they do. */
static void
holds_nothing_against_a_few (void **state)
{
  const char *begun[13] = { 0 }, *ended[13] = { 0 };
  static const char *const days[] = { "2024-01-01", "2024-01-02", "2024-06-01", "2024-06-02" };

  for (gsize i = 0; i < 12; i++) {
    begun[i] = days[i < 6 ? 0 : 2];
    ended[i] = days[i < 6 ? 1 : 3];
  }
  g_autoptr (ScrutinyWaits) waits = waits_of (begun, ended, NULL, NULL, NULL);
  assert_near (scrutiny_waits_get_balance (waits), NAN, 0);
}

/* One a day that takes 20 days, seen for so many, and so many more or fewer open at the end: a
 * quarter of the record or more, and less.
 */
static const struct {
  int days, more;
  gboolean is_told;
} short_records[] = { { 79, 5, FALSE }, { 79, -8, TRUE }, { 81, 5, TRUE }, { 81, -8, TRUE } };

static void
holds_nothing_against_a_short_record (void **state)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (2023, 1, 1, 0, 0, 0);

  (void) state;
  for (gsize k = 0; k < G_N_ELEMENTS (short_records); k++) {
    const int days = short_records[k].days, more = short_records[k].more;
    g_autoptr (GStrvBuilder) begun = g_strv_builder_new (), ended = g_strv_builder_new ();

    for (int day = 0; day <= days + more; day++) {
      g_autoptr (GDateTime) from = g_date_time_add_days (start, MIN (day, days));
      g_autoptr (GDateTime) to = g_date_time_add_days (from, 20);
      g_autofree char *one = g_date_time_format (from, "%Y-%m-%d");
      g_autofree char *two = g_date_time_format (to, "%Y-%m-%d");

      g_strv_builder_add (begun, one);
      g_strv_builder_add (ended, day + 20 <= days ? two : "");
    }
    g_autoptr (GDateTime) until = g_date_time_add_days (start, days);
    g_autofree char *last_day = g_date_time_format (until, "%Y-%m-%d");
    g_auto (GStrv) first = g_strv_builder_end (begun);
    g_auto (GStrv) last = g_strv_builder_end (ended);
    g_autoptr (ScrutinyWaits) waits =
        waits_of ((const char *const *) first, (const char *const *) last, NULL, last_day, NULL);

    assert_true (isnan (scrutiny_waits_get_balance (waits)) == !short_records[k].is_told);
  }
}

static void
is_empty_when_bare (void **state)
{
  g_autoptr (ScrutinyWaits) bare = g_object_new (SCRUTINY_TYPE_WAITS, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)),
                       "No rows were given: ask for the start and the end of each case.");
  assert_non_null (strstr (json, "\"mean_finished\":null"));
  assert_int_equal (scrutiny_waits_get_n_rows (bare), 0);
}

static void
gives_its_properties (void **state)
{
  g_autoptr (ScrutinyWaits) waits = waits_of (starts_not, ends_not, NULL, NULL, NULL);
  g_autoptr (ScrutinyTable) quantiles = NULL;
  g_autoptr (ScrutinyTable) returns = NULL;
  double half, tail;
  guint open;

  g_object_get (waits, "half", &half, "tail", &tail, "n-open", &open, "quantiles", &quantiles,
                "returns", &returns, NULL);
  assert_near (half, 23, 0);
  assert_near (tail, 45, 0);
  assert_int_equal (open, 1);
  assert_ptr_equal (quantiles, scrutiny_waits_get_quantiles (waits));
  assert_ptr_equal (returns, scrutiny_waits_get_returns (waits));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (refused) + 22] = {
    cmocka_unit_test (counts_the_open_ones),
    cmocka_unit_test (knows_no_more_than_the_record),
    cmocka_unit_test (says_how_long),
    cmocka_unit_test (refuses_columns_that_are_not_there),
    cmocka_unit_test (leaves_out_and_counts),
    cmocka_unit_test (reads_times_of_day),
    cmocka_unit_test (takes_numbers_of_days),
    cmocka_unit_test (ties_the_rows_of_a_case),
    cmocka_unit_test (holds_the_open_against_the_finished),
    cmocka_unit_test (knows_the_day_of_the_week),
    cmocka_unit_test (says_how_far_it_is),
    cmocka_unit_test (asks_about_what_is_far_and_rare),
    cmocka_unit_test (is_empty_when_bare),
    cmocka_unit_test (gives_its_properties),
    cmocka_unit_test (tells_of_no_few),
    cmocka_unit_test (tells_of_those_before),
    cmocka_unit_test (tells_of_no_few_at_the_end),
    cmocka_unit_test (cannot_tell_of_few),
    cmocka_unit_test (gives_nobody_away),
    cmocka_unit_test (holds_nothing_against_a_few),
    cmocka_unit_test (holds_nothing_against_a_short_record),
    cmocka_unit_test (names_a_row_only_when_asked),
  };

  add_rows (tests + 22, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("challenge/waits", tests, NULL, NULL);
}
