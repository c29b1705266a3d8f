/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "base/columns-builder.h"
#include "support/csv.h"

#include <scrutiny/error.h>
#include <scrutiny/pileup.h>

#include <string.h>

#define LONGEST 90

static const double week[] = { 1, 0.9, 0.8, 0.7, 0.8, 0.3, 0.2 };

/* floor (scale t² exp (-t / 10) weekday) cases of each length, t = 1 + length, and a pile at 26
 * to 28 taken in part from 29 and 30: what tests/kernel/test-pile-up.c has.
 */
static double
count_of (int length, double scale, gboolean has_pile)
{
  static const double pile[] = { 10, 15, 30, -12, -11 };
  const double t = length + 1;
  const double count = floor (scale * t * t * exp (-t / 10) * week[length % 7]);

  return count + (has_pile && length >= 26 && length <= 30 ? pile[length - 26] : 0);
}

static ScrutinyTable *
count_lengths (double scale, gboolean has_pile)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (int length = 0; length < LONGEST; length++) {
    columns_builder_add_number (builder, "days", length);
    columns_builder_add_number (builder, "cases", count_of (length, scale, has_pile));
  }

  return columns_builder_end (builder);
}

static char *
say (ScrutinyPileup *pileup, guint index)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (pileup));

  assert_true (index < findings->len);

  return scrutiny_finding_dup_statement (findings->pdata[index], NULL);
}

static void
assert_pile (ScrutinyPileup *pileup)
{
  assert_non_null (pileup);
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "excess");
  assert_near (scrutiny_pileup_get_observed (pileup), 195, 0);
  assert_near (scrutiny_pileup_get_expected (pileup), 136.98580509, 1e-6);
  assert_near (scrutiny_pileup_get_excess (pileup), 58.01419491, 1e-6);
  assert_near (scrutiny_pileup_get_p (pileup), 1 / 41., 1e-12);
  assert_near (scrutiny_result_get_chance (SCRUTINY_RESULT (pileup)),
               scrutiny_pileup_get_p (pileup), 0);
  assert_near (scrutiny_pileup_get_dispersion (pileup), 1, 0);
  assert_near (scrutiny_pileup_get_deficit_after (pileup), 373.32843921 - 355, 1e-6);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (pileup)));
}

/* The number that follows a key. */
static double
member_of (const char *json, const char *key)
{
  const char *at = strstr (json, key);

  assert_non_null (at);

  return g_ascii_strtod (at + strlen (key), NULL);
}

/* What is beside published figures by R's lm(). */
static void
finds_a_pile_in_counts (void **state)
{
  g_autoptr (ScrutinyTable) table = count_lengths (2, TRUE);
  g_autoptr (ScrutinyPileup) pileup =
      scrutiny_pileup_new_counted (table, "days", "cases", 28, NULL, NULL);
  g_autofree char *said = NULL, *json = NULL;

  (void) state;
  assert_pile (pileup);
  assert_near (scrutiny_pileup_get_share (pileup),
               58.01419491 / scrutiny_pileup_get_n_cases (pileup), 1e-9);
  assert_string_equal (scrutiny_pileup_get_unit (pileup), "days");
  assert_near (scrutiny_pileup_get_threshold (pileup), 28, 0);
  said = say (pileup, 0);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));
  assert_near (member_of (json, "\"ratio\":"), 3 * 58.01419491 / 136.98580509, 1e-8);
  assert_non_null (strstr (json, "\"bunching\":{\"degree\":7,"));
  assert_near (member_of (strstr (json, "\"bunching\""), "\"excess\":"), -8.509313228989, 1e-7);
  assert_near (member_of (strstr (json, "\"bunching\""), "\"ratio\":"), -0.1254386803332, 1e-9);
  assert_string_equal (said,
                       "195 cases are recorded at 26 to 28 days, where the counts around suggest "
                       "about 137; the next 7 hold 355, where they suggest about 373.");
}

/* A row a case, some of no length and some that end within the day. */
static void
finds_it_in_rows (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL, open = NULL;
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autofree char *json = NULL, *all = NULL;

  (void) state;
  for (int length = 0; length < LONGEST; length++)
    for (int i = 0; i < count_of (length, 2, TRUE); i++)
      columns_builder_add_number (builder, "took",
                                  length == 0  ? 0
                                  : i % 3 == 1 ? length - 0.5
                                  : i % 3 == 2 ? length + 1e-12
                                               : length);
  for (int i = 0; i < 3; i++)
    columns_builder_add_number (builder, "took", i ? NAN : -1);
  table = columns_builder_end (builder);
  pileup = scrutiny_pileup_new (table, "took", 28, NULL, NULL);
  assert_pile (pileup);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));
  assert_non_null (strstr (json, "\"n_missing\":null,\"n_negative\":null,"));
  scrutiny_pileup_options_set_disclosure (options, 0);
  open = scrutiny_pileup_new (table, "took", 28, options, NULL);
  all = scrutiny_result_dup_json (SCRUTINY_RESULT (open));
  assert_non_null (strstr (all, "\"n_missing\":2,\"n_negative\":1,"));
}

/* Each case begins on a day of 2024 and ends so many days later, written day first.
 */
static void
finds_it_between_dates (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL, late = NULL;
  g_autoptr (GDateTime) new_year = g_date_time_new_utc (2024, 1, 1, 0, 0, 0);
  g_autoptr (GError) error = NULL;
  int n = 0;

  (void) state;
  for (int length = 0; length < LONGEST; length++) {
    for (int i = 0; i < count_of (length, 2, TRUE); i++, n++) {
      g_autoptr (GDateTime) start = g_date_time_add_days (new_year, n % 300);
      g_autoptr (GDateTime) end = g_date_time_add_days (start, length);
      g_autofree char *from = g_date_time_format (start, "%d/%m/%Y");
      g_autofree char *to = g_date_time_format (end, "%d/%m/%Y 00:00");

      columns_builder_add_text (builder, "opened", from);
      columns_builder_add_text (builder, "closed", to);
    }
  }
  columns_builder_add_text (builder, "opened", "n/a");
  columns_builder_add_text (builder, "closed", "01/02/2024");
  table = columns_builder_end (builder);
  pileup = scrutiny_pileup_new_between (table, "opened", "closed", 28, NULL, &error);
  assert_null (error);
  assert_pile (pileup);
  assert_near (scrutiny_pileup_get_n_cases (pileup), n, 0);

  /* From the last day on: the same, seen from the target. */
  late = scrutiny_pileup_new_between (table, "opened", "closed", 0, NULL, &error);
  assert_string_equal (scrutiny_pileup_get_verdict (late), "cannot-tell");
}

/* Day 28 is day 0 of a target, before it and after. */
static void
counts_from_a_target (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;

  (void) state;
  for (int length = 0; length < LONGEST; length++) {
    columns_builder_add_number (builder, "days", length - 28);
    columns_builder_add_number (builder, "cases", count_of (length, 2, TRUE));
  }
  table = columns_builder_end (builder);
  pileup = scrutiny_pileup_new_counted (table, "days", "cases", 0, NULL, NULL);
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "excess");
  assert_near (scrutiny_pileup_get_observed (pileup), 195, 0);
  assert_near (scrutiny_pileup_get_expected (pileup), 143.665045339, 1e-6);
}

static void
says_where_nothing_piles_up (void **state)
{
  g_autoptr (ScrutinyTable) table = count_lengths (2, FALSE);
  g_autoptr (ScrutinyPileup) pileup =
      scrutiny_pileup_new_counted (table, "days", "cases", 28, NULL, NULL);
  g_autofree char *said = say (pileup, 0);

  (void) state;
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "none");
  assert_string_equal (said,
                       "140 cases are recorded at 26 to 28 days, where the counts around suggest "
                       "about 139: no pile-up that ordinary ups and downs would not give.");
}

/* Two where about 139 are to be expected: neither how many, nor the chance of it, which would tell.
 */
static void
says_fewer_than_may_be_shown (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;
  g_autofree char *said = NULL, *json = NULL;

  (void) state;
  for (int length = 0; length < LONGEST; length++) {
    const gboolean is_in = length >= 26 && length <= 28;

    columns_builder_add_number (builder, "days", length);
    columns_builder_add_number (builder, "cases",
                                is_in ? length % 2 == 0 : count_of (length, 2, FALSE));
  }
  table = columns_builder_end (builder);
  pileup = scrutiny_pileup_new_counted (table, "days", "cases", 28, NULL, NULL);
  said = say (pileup, 0);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));
  assert_true (g_str_has_prefix (said, "Fewer than 5 cases are recorded at 26 to 28 days, where "));
  assert_true (isnan (scrutiny_pileup_get_p (pileup)));
  assert_false (isnan (scrutiny_result_get_chance (SCRUTINY_RESULT (pileup))));
  assert_non_null (strstr (json, "\"p\":null,\"p_fit\":null,\"p_others\":null"));
  assert_non_null (strstr (json, "\"z\":null"));
}

/* Of days for their dates, of points for how they came about. */
static void
asks_by_unit (void **state)
{
  static const char *const units[] = { "days", "points" };
  static const char *const asked[] = {
    "Did people work to the date, did the clock stop for some cases, or were dates recorded to "
    "fit: "
    "what happens at 28 days?",
    "Is work arranged so that 28 is met, is a case near it looked at again, or are points recorded "
    "to fit: what happens at 28?",
  };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;

  (void) state;
  for (int length = 0; length < 60; length++) {
    columns_builder_add_number (builder, "n", length);
    columns_builder_add_number (builder, "cases", 40 + length % 3 + (length == 28 ? 90 : 0));
  }
  table = columns_builder_end (builder);
  for (guint k = 0; k < 2; k++) {
    g_autoptr (ScrutinyPileup) pileup = NULL;
    g_autoptr (GPtrArray) findings = NULL;
    g_autofree char *question = NULL;

    scrutiny_pileup_options_set_unit (options, units[k]);
    pileup = scrutiny_pileup_new_counted (table, "n", "cases", 28, options, NULL);
    findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (pileup));
    question = scrutiny_finding_dup_question (findings->pdata[0], NULL);
    assert_string_equal (question, asked[k]);
  }
}

/* Every row holds five cases or none is said, and rows end where a sum that is said ends. */
static void
shows_no_small_count (void **state)
{
  g_autoptr (ScrutinyTable) table = count_lengths (0.3, FALSE);
  g_autoptr (ScrutinyPileup) pileup =
      scrutiny_pileup_new_counted (table, "days", "cases", 28, NULL, NULL);
  ScrutinyTable *bins = scrutiny_pileup_get_bins (pileup);
  gsize n;
  const double *counts = scrutiny_table_get_doubles (bins, "count", &n);
  const double *first = scrutiny_table_get_doubles (bins, "first", NULL);
  const double *last = scrutiny_table_get_doubles (bins, "last", NULL);
  const double *inside = scrutiny_table_get_doubles (bins, "in_window", NULL);
  double in_window = 0;

  (void) state;
  assert_true (n > 10);
  assert_near (first[0], 4, 0);
  assert_near (last[n - 1], 52, 0);
  for (gsize i = 0; i < n; i++) {
    assert_true (counts[i] >= 5);
    assert_true (i == 0 || first[i] == last[i - 1] + 1);
    assert_true (last[i] < 26 || first[i] >= 26);
    assert_true (last[i] <= 28 || first[i] > 28);
    in_window += inside[i] == 1 ? counts[i] : 0;
  }
  assert_near (in_window, scrutiny_pileup_get_observed (pileup), 0);
}

/* Four cases in the seven days after the window, and none in all that follows. */
static ScrutinyTable *
end_at_the_limit (void)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (int length = 0; length < 60; length++) {
    const int rising = 4 + length;

    columns_builder_add_number (builder, "days", length);
    columns_builder_add_number (builder, "cases",
                                length <= 25                   ? rising
                                : length <= 28                 ? 3 * rising
                                : length == 29 || length == 30 ? 2
                                                               : 0);
  }

  return columns_builder_end (builder);
}

static void
hides_what_gives_a_small_count_away (void **state)
{
  g_autoptr (ScrutinyTable) table = end_at_the_limit ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyPileup) pileup =
      scrutiny_pileup_new_counted (table, "days", "cases", 28, options, NULL);
  g_autoptr (ScrutinyPileup) open = NULL;
  ScrutinyTable *bins = scrutiny_pileup_get_bins (pileup);
  gsize n;
  const double *counts = scrutiny_table_get_doubles (bins, "count", &n);
  g_autofree char *said = say (pileup, 0);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));

  (void) state;
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "excess");
  assert_non_null (strstr (said, "; the next 7 hold fewer than 5, where they suggest about "));
  assert_true (isnan (scrutiny_pileup_get_deficit_after (pileup)));
  assert_null (strstr (json, "beyond_observed"));
  assert_non_null (strstr (json, "\"input_hash\":null"));
  /* 29 to 31, 32 to 35, 36 to 52: that there is nobody in the last two tells nothing of the first.
   */
  assert_true (isnan (counts[n - 3]));
  assert_true (counts[n - 2] == 0 && counts[n - 1] == 0);
  assert_true (counts[n - 4] >= 5);

  scrutiny_pileup_options_set_disclosure (options, 0);
  open = scrutiny_pileup_new_counted (table, "days", "cases", 28, options, NULL);
  assert_false (isnan (scrutiny_pileup_get_deficit_after (open)));
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_pileup_get_bins (open)), 49);
}

/* A part that is too small hides the other, for both together are said. */
static void
hides_both_parts (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;
  const double *after, *n;

  (void) state;
  for (int length = 0; length < LONGEST; length++) {
    for (int part = 0; part < 2; part++) {
      const gboolean is_after = length > 28 && length <= 31;

      columns_builder_add_number (builder, "days", length);
      columns_builder_add_number (builder, "cases",
                                  is_after && part == 1 ? 1 : count_of (length, 2, part == 1));
      columns_builder_add_text (builder, "date", part ? "2024-04-01" : "2024-03-31");
    }
  }
  table = columns_builder_end (builder);
  scrutiny_pileup_options_set_dated (options, "date");
  scrutiny_pileup_options_set_since (options, "2024-04");
  pileup = scrutiny_pileup_new_counted (table, "days", "cases", 28, options, NULL);
  after = scrutiny_table_get_doubles (scrutiny_pileup_get_parts (pileup), "after", NULL);
  n = scrutiny_table_get_doubles (scrutiny_pileup_get_parts (pileup), "n", NULL);
  assert_true (isnan (after[0]) && isnan (after[1]));
  assert_near (n[0] + n[1], scrutiny_pileup_get_n_cases (pileup), 0);
  assert_true (n[0] > 1000 && n[1] > 1000);
}

/* Two in the window have no date: taking both parts off all would tell of them, and so would how
 * many there are in each part.
 */
static void
hides_those_without_a_date (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL, open = NULL;
  ScrutinyTable *parts;

  (void) state;
  for (int length = 0; length < LONGEST; length++) {
    for (int part = 0; part < 3; part++) {
      columns_builder_add_number (builder, "days", length);
      columns_builder_add_number (builder, "cases",
                                  part < 2 ? count_of (length, 2, part == 1) : 2 * (length == 27));
      columns_builder_add_text (builder, "date",
                                part == 2 ? ""
                                : part    ? "2024-04-01"
                                          : "2024-03-31");
    }
  }
  table = columns_builder_end (builder);
  scrutiny_pileup_options_set_dated (options, "date");
  scrutiny_pileup_options_set_since (options, "2024-04");
  pileup = scrutiny_pileup_new_counted (table, "days", "cases", 28, options, NULL);
  parts = scrutiny_pileup_get_parts (pileup);
  assert_false (isnan (scrutiny_pileup_get_observed (pileup)));
  for (gsize i = 0; i < 2; i++) {
    assert_true (isnan (scrutiny_table_get_doubles (parts, "observed", NULL)[i]));
    assert_true (isnan (scrutiny_table_get_doubles (parts, "n", NULL)[i]));
    assert_true (isnan (scrutiny_table_get_doubles (parts, "p", NULL)[i]));
  }
  scrutiny_pileup_options_set_disclosure (options, 0);
  open = scrutiny_pileup_new_counted (table, "days", "cases", 28, options, NULL);
  parts = scrutiny_pileup_get_parts (open);
  assert_false (isnan (scrutiny_table_get_doubles (parts, "n", NULL)[0]));
}

/* Cases of one length each, from 0 on. */
static const struct untold {
  const char *label, *counts;
  double threshold;
  guint disclosure;
  const char *reason;
} untold[] = {
  { "no cases", "0", 28, 5, "There are no cases with a length: ask for how long each one took." },
  { "near the shortest", "9 9 9 9 9 9 9", 1, 5,
    "The limit of 1 days is too near the shortest length for a window and what is around it: ask "
    "for a finer unit." },
  { "few lengths", "90 90 90 90 90 90 90", 9, 0,
    "Only 7 other lengths near 9 days have a case, and 15 are needed to say what to expect: ask "
    "for more cases, or a finer unit." },
  { "few rows that may be shown", "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", 12,
    5,
    "Lengths near 12 days, taken together until 5 cases may be shown, are only 3 rows, and 15 are "
    "needed to say what to expect: ask for more cases." },
  { "few cases", "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", 12, 0,
    "About 4 cases are to be expected up to 12 days, and 10 are needed: ask for more cases." },
  { "most in the window",
    "4 4 4 4 4 4 4 4 4 4 90 90 90 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4 4", 12, 5,
    "Most of the cases near 12 days lie in the window itself, so what to expect there cannot be "
    "told from the others: ask for a finer unit." },
  { "a curve cannot follow",
    "9 0 99 3 150 9 0 80 2 120 0 0 90 30 0 140 9 1 200 3 0 3 99 2 1 180 0 3 0 90 8 0 0 150 2", 12,
    0,
    "The counts near 12 days rise and fall by more than a smooth curve can follow: ask for cases "
    "of one kind, or another unit." },
};

static ScrutinyTable *
spread (const char *counts)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) parts = g_strsplit (counts, " ", -1);

  for (guint i = 0; parts[i]; i++) {
    columns_builder_add_number (builder, "days", i);
    columns_builder_add_number (builder, "cases", g_ascii_strtod (parts[i], NULL));
  }

  return columns_builder_end (builder);
}

static void
says_why_it_cannot_tell (void **state)
{
  const struct untold *row = *state;
  g_autoptr (ScrutinyTable) table = spread (row->counts);
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyPileup) pileup = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  scrutiny_pileup_options_set_disclosure (options, row->disclosure);
  pileup = scrutiny_pileup_new_counted (table, "days", "cases", row->threshold, options, NULL);
  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (pileup));
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (pileup)), row->reason);
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "cannot-tell");
  assert_true (isnan (scrutiny_pileup_get_p (pileup)));
  assert_true (isnan (scrutiny_pileup_get_expected (pileup)));
  assert_int_equal (findings->len, 0);
}

static void
a_bare_one_cannot_tell (void **state)
{
  g_autoptr (ScrutinyPileup) pileup = g_object_new (SCRUTINY_TYPE_PILEUP, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));

  (void) state;
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "cannot-tell");
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_pileup_get_parts (pileup)), 0);
  assert_non_null (strstr (json, "\"p\":null"));
}

typedef enum {
  OF_COUNTS,
  OF_DATES
} Kind;

static const struct refused {
  const char *label;
  Kind kind;
  double threshold;
  const char *unit, *window, *dated, *since, *column;
  guint half_width;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { .label = "a unit that is none",
    .threshold = 28,
    .unit = "weeks",
    .code = SCRUTINY_ERROR_NOT_FOUND,
    .message = "Unit: there is none called “weeks”; there are days, working-days, hours, minutes, "
               "points" },
  { .label = "half a day",
    .threshold = 27.5,
    .code = SCRUTINY_ERROR_OUT_OF_RANGE,
    .message = "Threshold: 27.5 is no whole number of days, up to a million" },
  { .label = "no limit",
    .threshold = NAN,
    .code = SCRUTINY_ERROR_OUT_OF_RANGE,
    .message = "Threshold: nan is no whole number of days, up to a million" },
  { .label = "a window that is none",
    .threshold = 28,
    .window = "2",
    .code = SCRUTINY_ERROR_UNREADABLE,
    .message = "Window: “2” is not how many up to the limit and how many after it, such as 2,0" },
  { .label = "a window without room",
    .threshold = 28,
    .half_width = 9,
    .code = SCRUTINY_ERROR_OUT_OF_RANGE,
    .message = "Half width: 9 is not between what the window takes, 9, and 400" },
  { .label = "half of a comparison",
    .threshold = 28,
    .since = "2024-04",
    .code = SCRUTINY_ERROR_MISMATCH,
    .message = "Since and dated go together: a date, and the column of dates it is held against" },
  { .label = "a date that is none",
    .threshold = 28,
    .dated = "date",
    .since = "lately",
    .code = SCRUTINY_ERROR_UNREADABLE,
    .message = "Since: “lately” is no date or period; write it as 2024-04 or 2024-04-01" },
  { .label = "a column that is not there",
    .threshold = 28,
    .column = "weeks",
    .code = SCRUTINY_ERROR_NOT_FOUND,
    .message = "Column “weeks”: there is none; there are “days”, “cases”, “opened”, “closed”" },
  { .label = "a column of texts",
    .threshold = 28,
    .column = "opened",
    .code = SCRUTINY_ERROR_MISMATCH,
    .message = "Column “opened”: it holds texts; numbers are needed" },
  { .label = "31 February",
    .kind = OF_DATES,
    .threshold = 28,
    .code = SCRUTINY_ERROR_UNREADABLE,
    .message = "Row 2 below the header, column “closed”: “31/02/2024” is no day of the calendar" },
  { .label = "working days between dates",
    .kind = OF_DATES,
    .threshold = 28,
    .unit = "working-days",
    .code = SCRUTINY_ERROR_UNSUITABLE,
    .message = "Unit: working days are not what lies between two dates; give a column that holds "
               "them, or take days, hours or minutes" },
};

static ScrutinyTable *
two_rows (void)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (int i = 0; i < 2; i++) {
    columns_builder_add_number (builder, "days", i);
    columns_builder_add_number (builder, "cases", 7);
    columns_builder_add_text (builder, "opened", "01/02/2024");
    columns_builder_add_text (builder, "closed", i ? "31/02/2024" : "02/02/2024");
  }

  return columns_builder_end (builder);
}

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyTable) table = two_rows ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyPileup *pileup;

  scrutiny_pileup_options_set_unit (options, row->unit);
  scrutiny_pileup_options_set_window (options, row->window);
  scrutiny_pileup_options_set_half_width (options, row->half_width);
  scrutiny_pileup_options_set_dated (options, row->dated);
  scrutiny_pileup_options_set_since (options, row->since);
  pileup =
      row->kind == OF_DATES
          ? scrutiny_pileup_new_between (table, "opened", "closed", row->threshold, options, &error)
          : scrutiny_pileup_new_counted (table, row->column ? row->column : "days", "cases",
                                         row->threshold, options, &error);
  assert_null (pileup);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, row->code));
  assert_string_equal (error->message, row->message);
}

/* Dates that do not agree, lengths and counts that are none. */
static void
refuses_rows_by_number (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const dates[] = { "2024-02-01", "02/03/2024", "soon" };

  (void) state;
  for (int i = 0; i < 3; i++) {
    columns_builder_add_number (builder, "days", i == 1 ? INFINITY : 3);
    columns_builder_add_number (builder, "cases", i == 2 ? -1 : 3);
    columns_builder_add_number (builder, "length", 3);
    columns_builder_add_text (builder, "mixed", dates[i]);
    columns_builder_add_text (builder, "word", i ? "2024-02-01" : dates[2]);
  }
  table = columns_builder_end (builder);
  assert_null (scrutiny_pileup_new (table, "days", 28, NULL, &error));
  assert_string_equal (error->message, "Row 2 below the header, column “days”: inf is no length");
  g_clear_error (&error);
  assert_null (scrutiny_pileup_new_counted (table, "length", "cases", 28, NULL, &error));
  assert_string_equal (error->message,
                       "Row 3 below the header, column “cases”: -1 is no count of cases");
  g_clear_error (&error);
  assert_null (scrutiny_pileup_new_between (table, "mixed", "mixed", 28, NULL, &error));
  assert_string_equal (
      error->message,
      "Row 2 below the header, column “mixed”: “02/03/2024” is written otherwise than the dates "
      "above it; write them alike");
  g_clear_error (&error);
  assert_null (scrutiny_pileup_new_between (table, "word", "mixed", 28, NULL, &error));
  assert_string_equal (
      error->message,
      "Row 1 below the header, column “word”: “soon” is not a date; write it as 2024-03-31 or "
      "31/03/2024");
}

/* Days come first where nothing tells; where one column's months go to 31, they come first in
 * the other too.
 */
static void
reads_dates_in_one_order (void **state)
{
  static const char *const ends[2][2] = { { "03/04/2024", "05/04/2024" },
                                          { "03/04/2024", "03/31/2024" } };
  static const double days[2][2] = { { 2, 4 }, { 3, 30 } };

  (void) state;
  for (int k = 0; k < 2; k++) {
    g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
    g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
    g_autoptr (ScrutinyTable) table = NULL;

    for (int i = 0; i < 2; i++) {
      columns_builder_add_text (builder, "a", k ? "03/01/2024" : "01/04/2024");
      columns_builder_add_text (builder, "b", ends[k][i]);
    }
    table = columns_builder_end (builder);
    scrutiny_pileup_options_set_disclosure (options, 1);
    for (int i = 0; i < 2; i++) {
      g_autoptr (ScrutinyPileup) pileup =
          scrutiny_pileup_new_between (table, "a", "b", days[k][i], options, NULL);

      assert_near (scrutiny_pileup_get_n_cases (pileup), 2, 0);
      assert_true (scrutiny_pileup_get_observed (pileup) >= 1);
    }
  }
}

/* The worked scenario of the shared folder: 43 to 45 days rose from 115 to 418 and 46 to 48 fell
 * from 112 to 29; what is to be expected by numpy.
 */
static void
finds_what_ashcombe_has (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("fixtures/ashcombe/referrals.csv");
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;
  g_autofree char *said = NULL;
  ScrutinyTable *parts;

  (void) state;
  if (!lines)
    return;
  for (guint i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);

    columns_builder_add_text (builder, "referral_date", cells->pdata[2]);
    columns_builder_add_number (builder, "days", g_ascii_strtod (cells->pdata[3], NULL));
  }
  table = columns_builder_end (builder);
  scrutiny_pileup_options_set_unit (options, "working-days");
  scrutiny_pileup_options_set_dated (options, "referral_date");
  scrutiny_pileup_options_set_since (options, "2024-04");
  scrutiny_pileup_options_set_disclosure (options, 0);
  pileup = scrutiny_pileup_new (table, "days", 45, options, NULL);
  assert_near (scrutiny_pileup_get_n_cases (pileup), 2839, 0);
  assert_near (scrutiny_pileup_get_excess (pileup), 337.215317762, 1e-6);
  assert_near (scrutiny_pileup_get_dispersion (pileup), 1.70114162363, 1e-7);
  parts = scrutiny_pileup_get_parts (pileup);
  assert_near (scrutiny_table_get_doubles (parts, "expected", NULL)[0], 117.474584787, 1e-6);
  assert_near (scrutiny_table_get_doubles (parts, "expected", NULL)[1], 418 - 340.983095643, 1e-6);
  assert_string_equal (scrutiny_table_get_texts (parts, "verdict")[0], "none");
  assert_string_equal (scrutiny_table_get_texts (parts, "verdict")[1], "excess");
  said = say (pileup, 1);
  assert_string_equal (said,
                       "Cases at 43 to 45 working days rose from 115 to 418, and those at 46 to 48 "
                       "fell from 112 to 29, comparing 1,442 cases since April 2024 with 1,397 "
                       "before.");
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (untold) + G_N_ELEMENTS (refused) + 15];
  size_t n =
      add_rows (tests, says_why_it_cannot_tell, untold, G_N_ELEMENTS (untold), sizeof *untold);

  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_a_pile_in_counts);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_it_in_rows);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_it_between_dates);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_from_a_target);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_where_nothing_piles_up);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (asks_by_unit);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (shows_no_small_count);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (hides_what_gives_a_small_count_away);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_fewer_than_may_be_shown);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (hides_both_parts);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (hides_those_without_a_date);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_bare_one_cannot_tell);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_rows_by_number);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_dates_in_one_order);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_what_ashcombe_has);

  return cmocka_run_group_tests_name ("challenge/pileup", tests, NULL, NULL);
}
