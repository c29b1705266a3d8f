/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/linkage.h>

#include <scrutiny/error.h>
#include <scrutiny/finding.h>

#include "base/finding-list.h"
#include "kernel/random.h"
#include "linkage/linkage-direction.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 60

typedef struct {
  double x[N], y[N];
} Pair;

/* What is new in y follows x two periods later; @sign says which way. */
static Pair
make (double rho, double sign)
{
  double noise[N + 2], other[N];
  uint64_t seed = 7;
  Pair pair;

  kernel_random_normal (&seed, N + 2, noise);
  kernel_random_normal (&seed, N, other);
  for (gsize i = 0; i < N; i++) {
    pair.x[i] = 50 + noise[i + 2];
    pair.y[i] = 20 + sign * (rho * noise[i] + sqrt (1 - rho * rho) * other[i]);
  }

  return pair;
}

static ScrutinySeries *
series_new (const char *first, const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

static ScrutinyLinkage *
link_pair (const Pair *pair, gsize n, ScrutinyLinkageOptions *options)
{
  g_autoptr (ScrutinySeries) x = series_new ("2019-01", pair->x, n);
  g_autoptr (ScrutinySeries) y = series_new ("2019-01", pair->y, n);
  g_autoptr (GError) error = NULL;
  ScrutinyLinkage *linkage = scrutiny_linkage_new_of_series (x, y, options, &error);

  assert_null (error);

  return linkage;
}

static char *
dup_said (ScrutinyLinkage *linkage)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (linkage));

  assert_true (findings->len >= 1);

  return scrutiny_finding_dup_statement (findings->pdata[0], NULL);
}

static const struct verdict {
  const char *label;
  double sign;
  ScrutinyDirection expected;
  const char *verdict, *words;
} verdicts[] = {
  { "no direction stated", 1, SCRUTINY_DIRECTION_NONE, "moves-with",
    "In 60 months, “the outcome” was higher than its own past and its season led one to expect, 2 "
    "months after “the figure” was higher than that. One may bring about the other, or a third "
    "thing "
    "both." },
  { "down, and none stated", -1, SCRUTINY_DIRECTION_NONE, "moves-with", "was lower than" },
  { "up as stated", 1, SCRUTINY_DIRECTION_UP, "moved-as-stated", "and it did" },
  { "down as stated", -1, SCRUTINY_DIRECTION_DOWN, "moved-as-stated", "was lower than" },
  { "up and not down", 1, SCRUTINY_DIRECTION_DOWN, "moved-other-way", "moves the other way" },
  { "down and not up", -1, SCRUTINY_DIRECTION_UP, "moved-other-way", "was lower than" },
};

static void
says_which_way (void **state)
{
  const struct verdict *row = *state;
  const Pair pair = make (0.95, row->sign);
  g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
  g_autoptr (ScrutinyLinkage) linkage = NULL;
  g_autofree char *said = NULL;

  scrutiny_linkage_options_set_expected (options, row->expected);
  linkage = link_pair (&pair, N, options);
  assert_string_equal (scrutiny_linkage_get_verdict (linkage), row->verdict);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (linkage)));
  said = dup_said (linkage);
  if (!strstr (said, row->words))
    print_error ("%s\n", said);
  assert_non_null (strstr (said, row->words));
}

static void
gives_both_routes (void **state)
{
  const Pair pair = make (0.95, 1);
  g_autoptr (ScrutinyLinkage) linkage = link_pair (&pair, N, NULL);
  ScrutinyTable *routes = scrutiny_linkage_get_routes (linkage);
  g_auto (GStrv) guarded = scrutiny_linkage_dup_guarded (linkage);

  (void) state;
  assert_int_equal (scrutiny_table_get_n_rows (routes), 2);
  assert_string_equal (scrutiny_table_get_texts (routes, "name")[1], "change");
  assert_near (scrutiny_table_get_doubles (routes, "lag", NULL)[0], 2, 0);
  assert_true (scrutiny_table_get_doubles (routes, "p", NULL)[1] < 0.001);
  assert_int_equal (scrutiny_linkage_get_n_periods (linkage), N);
  assert_true (scrutiny_linkage_get_smallest_detectable (linkage) < 0.5);
  assert_int_equal (g_strv_length (guarded), 0);
}

static char *
dup_said_of_direction (ScrutinyLinkage *linkage)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (linkage));
  ScrutinyFinding *last = findings->len > 0 ? findings->pdata[findings->len - 1] : NULL;

  if (!last || !g_str_equal (scrutiny_finding_get_id (last), "linkage.direction"))
    return g_strdup ("");

  return scrutiny_finding_dup_statement (last, NULL);
}

/* Pairs in which the outcome follows two months later; in which it does at once; and in which too
 * few months are there.
 */
static const struct order {
  const char *label;
  double rho;
  gsize n, shift; /* months that the outcome is put earlier */
  const char *word, *said, *json;
} orders[] = {
  { "the figure first", 0.95, N, 0, "figure-first",
    "What “the figure” did foretells what “the outcome” does up to 2 months later, beyond what the "
    "outcome’s own past foretells; the other way round it does not. That is an order in time",
    "\"direction\":{\"verdict\":\"figure-first\",\"reason\":null,\"ways\":[{\"name\":\"forward\"" },
  { "at once", 0.95, N - 2, 2, "not-asked", "", "at once neither comes first" },
  { "too few months", 0.95, 49, 0, "not-asked", "", "It takes 50 periods" },
  { "as few as it takes", 0.95, 50, 0, "figure-first", "foretells", "\"reason\":null" },
  { "not together", 0, N, 0, "not-asked", "", "only of two that were seen to move together" },
};

static void
says_which_comes_first (void **state)
{
  const struct order *row = *state;
  Pair pair = make (row->rho, 1);
  g_autoptr (ScrutinyLinkage) linkage = NULL;
  g_autofree char *said = NULL, *json = NULL;

  memmove (pair.y, pair.y + row->shift, row->n * sizeof *pair.y);
  linkage = link_pair (&pair, row->n, NULL);
  said = dup_said_of_direction (linkage);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (linkage));
  assert_string_equal (scrutiny_linkage_get_direction (linkage), row->word);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_linkage_get_ways (linkage)),
                    g_str_equal (row->word, "not-asked") ? 0 : 2);
  if (!strstr (said, row->said) || !strstr (json, row->json))
    print_error ("%s\n%s\n", said, json);
  assert_non_null (strstr (said, row->said));
  assert_non_null (strstr (json, row->json));
}

/* Of the same pair the other way round, had it been seen to move together. */
static void
says_that_the_outcome_comes_first (void **state)
{
  const Pair pair = make (0.95, 1);
  const KernelLinkage linkage = {
    .verdict = KERNEL_LINKAGE_MOVES_WITH,
    .n_used = N,
    .level = { .lag = 1, .r = 0.9 },
  };
  g_autoptr (ScrutinySeries) x = series_new ("2019-01", pair.x, N);
  g_autoptr (ScrutinySeries) y = series_new ("2019-01", pair.y, N);
  g_auto (LinkedPair) turned = { 0 };
  const LinkageSaying saying = { "a", "b", SCRUTINY_DIRECTION_NONE, &turned, &linkage };
  g_autoptr (ScrutinyMethod) method = scrutiny_method_new ("linkage", "1", NULL, NULL, NULL);
  g_autoptr (GPtrArray) findings = finding_list_new ();
  g_autofree char *said = NULL;
  LinkageDirection direction;

  (void) state;
  linked_pair_init (&turned, y, x);
  linkage_direction_init (&direction);
  linkage_direction_look (&direction, &turned, &linkage);
  linkage_direction_add_finding (&direction, &saying, method, findings);
  assert_string_equal (direction.word, "outcome-first");
  said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  assert_string_equal (said, "What “b” did foretells what “a” does up to 2 months later, beyond "
                             "what the figure’s own past foretells; the other way round it does "
                             "not. In time the outcome comes first, which is not the order of the "
                             "reason.");
}

static const struct left {
  const char *label, *first;
  gboolean is_asked;
} left[] = {
  { "months", "2019-01", TRUE },
  { "quarters", "2005-Q1", TRUE },
  { "weeks, of which a season is left", "2019-W01", FALSE },
  { "days", "2019-01-01", TRUE },
  { "years, which have none", "1940", TRUE },
};

/* Of the same pair by other periods, had it been seen to move together. */
static void
asks_for_no_order_where_a_season_is_left (void **state)
{
  const struct left *row = *state;
  const Pair pair = make (0.95, 1);
  const KernelLinkage linkage = {
    .verdict = KERNEL_LINKAGE_MOVES_WITH,
    .n_used = N,
    .level = { .lag = 1, .r = 0.9 },
  };
  g_autoptr (ScrutinySeries) x = series_new (row->first, pair.x, N);
  g_autoptr (ScrutinySeries) y = series_new (row->first, pair.y, N);
  g_auto (LinkedPair) asked = { 0 };
  LinkageDirection direction;

  linked_pair_init (&asked, x, y);
  linkage_direction_init (&direction);
  linkage_direction_look (&direction, &asked, &linkage);
  assert_string_equal (direction.word, row->is_asked ? "figure-first" : "not-asked");
  if (row->is_asked)
    assert_null (direction.reason);
  else
    assert_non_null (strstr (direction.reason, "Part of the season is left in weekly figures"));
}

/* The outcome leads by one month, and the figure by two: each foretells the other. */
static void
says_that_each_follows_the_other (void **state)
{
  double noise[N], other[N];
  uint64_t seed = 21;
  g_autoptr (ScrutinyLinkage) linkage = NULL;
  g_autofree char *said = NULL;
  Pair pair;

  (void) state;
  kernel_random_normal (&seed, N, noise);
  kernel_random_normal (&seed, N, other);
  for (gsize i = 0; i < N; i++) {
    pair.x[i] = noise[i] + (i >= 1 ? 0.6 * pair.y[i - 1] : 0);
    pair.y[i] = other[i] + (i >= 1 ? 0.6 * pair.x[i - 1] : 0);
  }
  linkage = link_pair (&pair, N, NULL);
  said = dup_said_of_direction (linkage);
  assert_string_equal (scrutiny_linkage_get_direction (linkage), "both");
  assert_non_null (strstr (said, "each follows the other"));
}

static void
says_what_it_could_have_seen (void **state)
{
  const Pair pair = make (0, 1);
  g_autoptr (ScrutinyLinkage) few = link_pair (&pair, 24, NULL);
  const char *reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (few));

  (void) state;
  assert_string_equal (scrutiny_linkage_get_verdict (few), "cannot-tell");
  assert_true (g_str_has_prefix (reason, "24 months: a link weaker than a correlation of 0.7"));
}

/* Each a reason in words, and no table of routes. */
static void
expect_reason (ScrutinySeries *x, ScrutinySeries *y, int max_lag, const char *words)
{
  g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
  g_autoptr (ScrutinyLinkage) linkage = NULL;
  const char *reason;

  scrutiny_linkage_options_set_max_lag (options, max_lag);
  linkage = scrutiny_linkage_new_of_series (x, y, options, NULL);
  assert_non_null (linkage);
  reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (linkage));
  assert_non_null (reason);
  if (!strstr (reason, words))
    print_error ("%s\n", reason);
  assert_non_null (strstr (reason, words));
  assert_string_equal (scrutiny_linkage_get_verdict (linkage), "cannot-tell");
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_linkage_get_routes (linkage)), 0);
  assert_near (scrutiny_linkage_get_smallest_detectable (linkage), NAN, 0);
}

static void
refuses_in_words (void **state)
{
  Pair pair = make (0, 1);
  double flat[N], line[N];
  g_autoptr (ScrutinySeries) x = series_new ("2019-01", pair.x, N);
  g_autoptr (ScrutinySeries) y = series_new ("2019-01", pair.y, N);
  g_autoptr (ScrutinySeries) later = series_new ("2023-02", pair.y, 11);
  g_autoptr (ScrutinySeries) after = series_new ("2030-01", pair.y, N);
  g_autoptr (ScrutinySeries) yearly = series_new ("1960", pair.y, N);
  g_autoptr (ScrutinySeries) constant = NULL, rising = NULL, holed = NULL;

  (void) state;
  for (gsize i = 0; i < N; i++) {
    flat[i] = (double) (i % 3);
    line[i] = (double) i;
  }
  constant = series_new ("2019-01", flat, N);
  rising = series_new ("2019-01", line, N);
  expect_reason (x, later, -1, "11 months have both figures; 12 are the fewest");
  expect_reason (x, after, -1, "The two have no period in common");
  expect_reason (x, yearly, -1, "The two have no period in common");
  expect_reason (x, constant, -1, "fewer than four different values");
  expect_reason (x, rising, -1, "nothing is left that could move");
  expect_reason (x, y, 16, "shows after 16 months, and there are only 60 months");
  for (gsize i = 0; i < 13; i++)
    pair.y[4 * i] = NAN;
  holed = series_new ("2019-01", pair.y, N);
  expect_reason (x, holed, -1, "Of 60 months both figures are there in 47 only");
}

static ScrutinySeries *
ratio_new (const double *numerators, const double *denominators, double scale)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2019-01", N, NULL);

  return scrutiny_series_new_ratio (timeline, numerators, N, denominators, N, scale, NULL);
}

/* Rates out of the same number seem linked because it moves; shares of the same cases do not. */
static void
refuses_counts_in_common (void **state)
{
  double a[N], b[N], c[N], n[N];
  uint64_t seed = 3;
  g_autoptr (ScrutinySeries) rate = NULL, other_rate = NULL, upside = NULL;
  g_autoptr (ScrutinySeries) share = NULL, other_share = NULL, same = NULL, plain = NULL;
  g_autoptr (ScrutinyLinkage) linkage = NULL;

  (void) state;
  for (gsize i = 0; i < N; i++) {
    n[i] = 300 + (double) kernel_random_below (&seed, 100);
    a[i] = 500 + (double) kernel_random_below (&seed, 100);
    b[i] = 700 + (double) kernel_random_below (&seed, 100);
    c[i] = 40 + (double) kernel_random_below (&seed, 60);
  }
  rate = ratio_new (a, n, 1000);
  other_rate = ratio_new (b, n, 1000);
  same = ratio_new (a, b, 100);
  upside = ratio_new (n, b, 100);
  share = ratio_new (c, n, 100);
  other_share = ratio_new (n, n, 100);
  expect_reason (rate, other_rate, -1, "Both are out of the same number");
  expect_reason (rate, share, -1, "Both are out of the same number");
  expect_reason (rate, same, -1, "Both count the same");
  expect_reason (rate, upside, -1, "What one counts is what the other is out of");
  for (gsize i = 0; i < N; i++)
    a[i] = 90 + (double) kernel_random_below (&seed, 60);
  g_set_object (&other_share, NULL);
  other_share = ratio_new (a, n, 100);
  plain = series_new ("2019-01", n, N);
  expect_reason (plain, share, -1, "What one counts is what the other is out of");
  expect_reason (share, plain, -1, "What one counts is what the other is out of");
  expect_reason (plain, plain, -1, "Both count the same");
  linkage = scrutiny_linkage_new_of_series (share, other_share, NULL, NULL);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_linkage_get_routes (linkage)), 2);
}

static void
refuses_rolling_figures (void **state)
{
  static const char *const periods[] = { "12 months to 2019-01", "12 months to 2019-02" };
  const Pair pair = make (0, 1);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (
      (const char *const[]){ periods[0], periods[1], NULL }, NULL);
  g_autoptr (ScrutinySeries) rolling = NULL, y = series_new ("2019-01", pair.y, N);

  (void) state;
  assert_non_null (timeline);
  rolling = scrutiny_series_new (timeline, pair.x, 2, NULL);
  expect_reason (rolling, y, -1, "share data from one period to the next");
}

/* Both far out in one month, and nothing else: one event. */
static void
says_that_one_event_moved_both (void **state)
{
  static const char *const events[] = { "2021-07..2021-09 the office was closed", NULL };
  g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
  g_autoptr (ScrutinyLinkage) linkage = NULL, told = NULL;
  g_auto (GStrv) guarded = NULL;
  const char *reason;
  uint64_t seed = 4;
  Pair pair;

  (void) state;
  kernel_random_normal (&seed, N, pair.x);
  kernel_random_normal (&seed, N, pair.y);
  for (gsize i = 30; i < 33; i++) {
    pair.x[i] += 9;
    pair.y[i] += 9;
  }
  linkage = link_pair (&pair, N, NULL);
  guarded = scrutiny_linkage_dup_guarded (linkage);
  reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (linkage));
  assert_true (g_strv_length (guarded) > 0);
  assert_string_equal (guarded[0], "July 2021");
  assert_true (g_str_has_prefix (reason, "The two moved together in July 2021"));
  scrutiny_linkage_options_set_events (options, events);
  told = link_pair (&pair, N, options);
  assert_int_equal (scrutiny_linkage_get_n_periods (told), N - 3);
  assert_string_not_equal (scrutiny_linkage_get_verdict (told), "moves-with");
}

/* What jumps about the same way whenever the same time comes again, and nothing else. */
static const struct round {
  const char *label, *first;
  guint season;
  gsize n;
  const char *reason, *json;
} rounds[] = {
  { "months of two years", "2019-01", 12, 24,
    "Both follow the time of the year, and that alone can make them move together: from one year "
    "to the next nothing can be told of a link. Ask for a longer series, or for the same figures "
    "of "
    "other places.",
    "\"season\":\"alone\"" },
  { "months of less", "2019-01", 12, 18,
    "18 months are fewer than two years: what both do at the same time of each year cannot be told "
    "from a link. Ask for a longer series, or for the same figures of other places.",
    "\"season\":\"under-two\"" },
  { "months of three years", "2019-01", 12, 36, "36 months: a link weaker than",
    "\"season\":null" },
  { "quarters", "2019-Q1", 4, 14, "Both follow the time of the year", "\"season\":\"alone\"" },
  { "days of three weeks", "2019-01-07", 7, 21,
    "Both follow the day of the week, and that alone can make them move together: from one week to "
    "the next nothing",
    "\"season\":\"alone\"" },
  { "days of less", "2019-01-07", 7, 13, "13 days are fewer than two weeks: what both",
    "\"season\":\"under-two\"" },
  { "weeks", "2019-W01", 13, 60, "60 weeks are fewer than two years: what both",
    "\"season\":\"under-two\"" },
};

static void
says_that_a_season_moved_both (void **state)
{
  const struct round *row = *state;
  double values[2][N];
  g_autoptr (ScrutinySeries) x = NULL, y = NULL;
  g_autoptr (ScrutinyLinkage) linkage = NULL;
  g_autofree char *json = NULL;
  const char *reason;
  uint64_t seed = 3;

  kernel_random_normal (&seed, N, values[0]);
  kernel_random_normal (&seed, N, values[1]);
  for (gsize i = 0; i < N; i++)
    for (gsize k = 0; k < 2; k++)
      values[k][i] = 0.4 * values[k][i] + (double) ((i % row->season) * (i % row->season) * 5 % 13);
  x = series_new (row->first, values[0], row->n);
  y = series_new (row->first, values[1], row->n);
  linkage = scrutiny_linkage_new_of_series (x, y, NULL, NULL);
  reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (linkage));
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (linkage));
  if (!g_str_has_prefix (reason, row->reason))
    print_error ("%s\n", reason);
  assert_true (g_str_has_prefix (reason, row->reason));
  assert_non_null (strstr (json, row->json));
}

/* Of days and of years other things are taken off. */
static const struct past {
  const char *label, *first, *past;
} pasts[] = {
  { "years", "1950", "than its own past led one to expect" },
  { "days", "2019-01-07", "than its own past and the day of the week led one to expect" },
  { "months", "2019-01", "than its own past and its season led one to expect" },
};

static void
says_what_was_taken_off (void **state)
{
  const struct past *row = *state;
  const Pair pair = make (0.95, 1);
  g_autoptr (ScrutinySeries) x = series_new (row->first, pair.x, N);
  g_autoptr (ScrutinySeries) y = series_new (row->first, pair.y, N);
  g_autoptr (ScrutinyLinkage) linkage = scrutiny_linkage_new_of_series (x, y, NULL, NULL);
  g_autofree char *said = dup_said (linkage);

  assert_non_null (strstr (said, row->past));
}

/* An event may be dated by the day, or by a longer period than the figures are. */
static void
finds_the_periods_of_a_date (void **state)
{
  static const struct {
    const char *event;
    guint n;
  } rows[] = {
    { "2021-03-23 schools closed", N - 1 },
    { "2021-03-23..2021-05-02", N - 3 },
    { "2021", N - 12 },
    { "2021-Q2..2021-07", N - 4 },
    { "1999-01-01", N },
    { "March 2021", N - 1 },
    { "March 2021..May 2021 schools closed", N - 3 },
    { "2021-03 2 schools closed", N - 1 },
  };
  const Pair pair = make (0, 1);

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *const events[] = { rows[i].event, NULL };
    g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
    g_autoptr (ScrutinyLinkage) linkage = NULL;

    scrutiny_linkage_options_set_events (options, events);
    linkage = link_pair (&pair, N, options);
    assert_int_equal (scrutiny_linkage_get_n_periods (linkage), rows[i].n);
  }
}

static void
refuses_events_that_are_none (void **state)
{
  static const struct {
    const char *event;
    ScrutinyError code;
    const char *message;
  } rows[] = {
    { "soon", SCRUTINY_ERROR_UNREADABLE, "Event: “soon” is not a month, nor two with" },
    { "2021-03..2021-01 x", SCRUTINY_ERROR_OUT_OF_RANGE, "ends before it starts" },
  };
  const Pair pair = make (0, 1);
  g_autoptr (ScrutinySeries) x = series_new ("2019-01", pair.x, N);
  g_autoptr (ScrutinySeries) y = series_new ("2019-01", pair.y, N);

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *const events[] = { rows[i].event, NULL };
    g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
    g_autoptr (GError) error = NULL;

    scrutiny_linkage_options_set_events (options, events);
    assert_null (scrutiny_linkage_new_of_series (x, y, options, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) rows[i].code));
    assert_non_null (strstr (error->message, rows[i].message));
  }
}

static void
is_valid_without_anything (void **state)
{
  g_autoptr (ScrutinyLinkage) bare = g_object_new (SCRUTINY_TYPE_LINKAGE, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (bare));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  assert_int_equal (findings->len, 0);
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (strstr (json, "\"routes\":[]"));
  assert_null (strstr (json, "nan"));
}

int
main (void)
{
  struct CMUnitTest tests[11 + LENGTH (verdicts) + LENGTH (orders) + LENGTH (rounds) +
                          LENGTH (pasts) + LENGTH (left)] = {
    cmocka_unit_test (gives_both_routes),
    cmocka_unit_test (says_what_it_could_have_seen),
    cmocka_unit_test (refuses_in_words),
    cmocka_unit_test (refuses_counts_in_common),
    cmocka_unit_test (refuses_rolling_figures),
    cmocka_unit_test (says_that_one_event_moved_both),
    cmocka_unit_test (finds_the_periods_of_a_date),
    cmocka_unit_test (refuses_events_that_are_none),
    cmocka_unit_test (is_valid_without_anything),
    cmocka_unit_test (says_that_the_outcome_comes_first),
    cmocka_unit_test (says_that_each_follows_the_other),
  };
  size_t n = 11;

  n += add_rows (tests + n, says_which_way, verdicts, LENGTH (verdicts), sizeof *verdicts);
  n += add_rows (tests + n, says_which_comes_first, orders, LENGTH (orders), sizeof *orders);
  n += add_rows (tests + n, asks_for_no_order_where_a_season_is_left, left, LENGTH (left),
                 sizeof *left);
  n += add_rows (tests + n, says_that_a_season_moved_both, rounds, LENGTH (rounds), sizeof *rounds);
  add_rows (tests + n, says_what_was_taken_off, pasts, LENGTH (pasts), sizeof *pasts);

  return cmocka_run_group_tests_name ("linkage/linkage", tests, NULL, NULL);
}
