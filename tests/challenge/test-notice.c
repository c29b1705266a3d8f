/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "support/small-series.h"

#include <scrutiny/error.h>
#include <scrutiny/notice.h>

#include <string.h>

#define MOST 36

/* Patterns that come again and again, and what is made of them. */
typedef enum {
  SHARE,
  COUNT,
  VALUE
} Kind;

typedef struct {
  Kind kind;
  const char *first; /* period */
  gsize n;
  double pattern[24]; /* counts of cases that were, counts, or values */
  gsize n_pattern;
  double of; /* cases a period */
} Figure;

static ScrutinySeries *
draw (const Figure *figure)
{
  double above[MOST], below[MOST];

  for (gsize i = 0; i < figure->n; i++) {
    above[i] = figure->pattern[i % figure->n_pattern];
    below[i] = figure->of;
  }
  if (figure->kind == SHARE)
    return ratio_of (figure->first, above, below, figure->n);

  return series_of (figure->first, above, figure->n);
}

#define MONTHS_OF_30 \
  { \
    SHARE, "2023-01", 24, { 26, 22, 28, 25, 24, 27, 29, 23, 26, 25, 24, 27 }, 12, 30 \
  }

/* Shares of 85% and counts: the design's table, from the formula in SciPy; values by hand, with
 * a mean move of 2 and so a deviation of 1.7724539.
 */
static const struct known {
  const char *label;
  Figure figure;
  double usual, cases, smallest, smallest_year, dispersion;
} known[] = {
  { "30 cases a month", MONTHS_OF_30, 85, 30, 19.00987912732893, 7.456288047791568, -1 },
  { "100 cases a month",
    { SHARE, "2023-01", 24, { 85, 81, 89, 84, 86, 88, 82, 85, 83, 87, 86, 84 }, 12, 100 },
    85,
    100,
    10.412139613484674,
    4.083977159031599,
    -1 },
  { "10 a month",
    { COUNT, "2023-01", 24, { 10, 12, 7, 9, 14, 8, 11, 10, 6, 13, 9, 11 }, 12, 0 },
    10,
    NAN,
    9.221145832023723,
    3.616830964244133,
    1 },
  { "measured values",
    { VALUE, "2023-01", 24, { 50.5, 52.5, 50.5, 48.5 }, 4, 0 },
    50.5,
    NAN,
    1.7724538509055159 * 2.8015852181129684 * 1.0408329997330663,
    1.7724538509055159 * 2.8015852181129684 * 0.408248290463863,
    NAN },
  { "quarters are set against four",
    { VALUE, "2020-Q1", 12, { 50.5, 52.5, 50.5, 48.5 }, 4, 0 },
    50.5,
    NAN,
    1.7724538509055159 * 2.8015852181129684 * 1.118033988749895,
    1.7724538509055159 * 2.8015852181129684 * 0.7071067811865476,
    NAN },
  { "years are set against four, and there is no year to year",
    { VALUE, "2010", 12, { 50.5, 52.5, 50.5, 48.5 }, 4, 0 },
    50.5,
    NAN,
    1.7724538509055159 * 2.8015852181129684 * 1.118033988749895,
    NAN,
    NAN },
};

static void
tells_the_smallest_change (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinySeries) series = draw (&row->figure);
  g_autoptr (ScrutinyNotice) notice = scrutiny_notice_new (series, 0.95, 0.8, NULL);

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (notice)));
  assert_near (scrutiny_notice_get_usual (notice), row->usual, 1e-12);
  assert_near (scrutiny_notice_get_cases (notice), row->cases, 1e-12);
  assert_near (scrutiny_notice_get_smallest_change (notice), row->smallest, 1e-10);
  assert_near (scrutiny_notice_get_smallest_change_year (notice), row->smallest_year, 1e-10);
  if (row->dispersion >= 0 || isnan (row->dispersion))
    assert_near (scrutiny_notice_get_dispersion (notice), row->dispersion, 1e-12);
}

/* Six of ten then none: neighbours move by 60 points, 40 times what 30 cases give. */
static const Figure wild = { SHARE, "2023-01", 24, { 18, 30, 12, 24, 27, 9 }, 6, 30 };

static void
allows_for_figures_that_vary_more (void **state)
{
  g_autoptr (ScrutinySeries) series = draw (&wild);
  g_autoptr (ScrutinyNotice) notice = scrutiny_notice_new (series, 0.95, 0.8, NULL);
  const double usual = scrutiny_notice_get_usual (notice) / 100;
  const double dispersion = scrutiny_notice_get_dispersion (notice);

  (void) state;
  assert_true (dispersion > 5);
  assert_near (scrutiny_notice_get_smallest_change (notice),
               280.15852181129684 * sqrt (dispersion * usual * (1 - usual) / 30 * 13 / 12), 1e-9);
}

/* A level that drifts: neighbours have much in common, and one month is set against a mean of
 * months that are worth fewer.
 */
static void
allows_for_neighbours_alike (void **state)
{
  double values[MOST];
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyNotice) notice = NULL;
  g_autofree char *json = NULL;

  (void) state;
  for (gsize i = 0; i < MOST; i++)
    values[i] = 50 + 5 * sin ((double) i / 4) + 0.25 * (i % 3);
  series = series_of ("2021-01", values, MOST);
  notice = scrutiny_notice_new (series, 0.95, 0.8, NULL);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (notice));
  assert_non_null (strstr (json, "\"resemblance\":0.9"));
  assert_true (scrutiny_notice_get_smallest_change (notice) > 10);
}

/* Times to notice 85 to 75% of 20, 50, 100 and 500 cases: SciPy, exact limits. */
static const struct time {
  const char *label;
  double of, down;
} times[] = {
  { "20 cases", 20, 24.434841835497725 },
  { "100 cases", 100, 3.6020523908533066 },
  { "500 cases", 500, 1.0049278697217048 },
};

static void
tells_how_long_it_takes (void **state)
{
  const struct time *row = *state;
  const double k = row->of / 20;
  const Figure figure = { SHARE, "2023-01", 24, { 17 * k, 17 * k + 1, 17 * k, 17 * k - 1 },
                          4,     row->of };
  g_autoptr (ScrutinySeries) series = draw (&figure);
  g_autoptr (ScrutinyNotice) notice = scrutiny_notice_new (series, 0.95, 0.8, NULL);
  ScrutinyTable *found = scrutiny_notice_get_times (notice);

  assert_near (scrutiny_table_get_doubles (found, "change", NULL)[2], 10, 1e-12);
  assert_near (scrutiny_table_get_doubles (found, "periods_down", NULL)[2], row->down, 1e-9);
  assert_near (scrutiny_table_get_doubles (found, "periods_up", NULL)[3], NAN, 0);
}

static const struct said {
  const char *label;
  Figure figure;
  const char *id, *statement, *question;
} said[] = {
  { "says what 30 cases would show", MONTHS_OF_30, "notice.smallest",
    "With about 30 cases a month, only a move of 19 points or more would usually be noticed in one "
    "month, and of 7.5 from one year to the next.",
    "What change would matter to the people it is about, and would this figure show it in time?" },
  { "says what a wild figure would show",
    { SHARE, "2023-01", 24, { 18, 30, 12, 24, 27, 9 }, 6, 30 },
    "notice.smallest",
    "With about 30 cases a month, and figures that vary 17 times as much as chance among cases "
    "gives, only a move of 100 points or more would usually be noticed in one month, and of 41 "
    "from "
    "one year to the next.",
    "What change would matter to the people it is about, and would this figure show it in time?" },
  { "says what a count would show",
    { COUNT, "2023-01", 24, { 10, 12, 7, 9, 14, 8, 11, 10, 6, 13, 9, 11 }, 12, 0 },
    "notice.smallest",
    "At about 10 a month, only a move of 92% or more would usually be noticed in one month, and of "
    "36% from one year to the next.",
    "What change would matter to the people it is about, and would this figure show it in time?" },
  { "says what a value would show",
    { VALUE, "2023-01", 24, { 50.5, 52.5, 50.5, 48.5 }, 4, 0 },
    "notice.smallest",
    "The figure ordinarily moves by 1.8 or so from one month to the next: only a move of 5.2 or "
    "more would usually be noticed in one month, and of 2 from one year to the next.",
    "What change would matter to the people it is about, and would this figure show it in time?" },
  { "says nothing of years where a period is one",
    { VALUE, "2010", 12, { 50.5, 52.5, 50.5, 48.5 }, 4, 0 },
    "notice.smallest",
    "The figure ordinarily moves by 1.8 or so from one calendar year to the next: only a move of "
    "5.6 "
    "or more would usually be noticed in one calendar year.",
    "What change would matter to the people it is about, and would this figure show it in time?" },
  { "says how long it takes", MONTHS_OF_30, "notice.time",
    "If it fell by 10 and stayed there, 20 months would pass on average until one lies outside the "
    "limits for ordinary movement.",
    NULL },
  { "says one month of one month",
    { SHARE, "2023-01", 24, { 425, 426, 425, 424 }, 4, 500 },
    "notice.time",
    "If it fell by 10 and stayed there, 1 month would pass on average until one lies outside the "
    "limits for ordinary movement.",
    NULL },
  { "says that there is no room upwards", MONTHS_OF_30, "notice.room",
    "At 85 there is no room for a move of 19 upwards: one month could show falls only.",
    "What other figure would show the move that this one has no room for?" },
  { "says that there is no room downwards",
    { SHARE, "2023-01", 24, { 4, 8, 2, 5, 6, 3, 1, 7, 4, 5, 6, 3 }, 12, 30 },
    "notice.room",
    "At 15 there is no room for a move of 19 downwards: one month could show rises only.",
    "What other figure would show the move that this one has no room for?" },
  { "does not say all of what is nearly all",
    { SHARE, "2023-01", 24, { 499, 498, 500, 497, 499, 500 }, 6, 500 },
    "notice.room",
    "At 99.77 there is no room for a move of 0.63 upwards: one month could show falls only.",
    "What other figure would show the move that this one has no room for?" },
  { "does not say nothing of what is nearly nothing",
    { SHARE, "2023-01", 24, { 1, 2, 0, 3, 1, 0 }, 6, 500 },
    "notice.room",
    "At 0.23 there is no room for a move of 0.63 downwards: one month could show rises only.",
    "What other figure would show the move that this one has no room for?" },
  { "says that there is no room at all",
    { SHARE, "2023-01", 24, { 1, 0, 2, 1, 1, 0, 1, 2, 1, 1, 2, 0 }, 12, 2 },
    "notice.room",
    "At 50 there is no room for a move of 100 either way: one month can hardly show anything.",
    "What other figure would show the move that this one has no room for?" },
  { "says that it was none or all",
    { SHARE, "2023-01", 24, { 1, 0, 2, 1, 1, 0, 1, 2, 1, 1, 2, 0 }, 12, 2 },
    "notice.ends",
    "In 12 of 24 months it was none or all of the cases, so that nothing could go beyond it.",
    "Is it still the right thing to count?" },
};

static void
says_so_in_words (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinySeries) series = draw (&row->figure);
  g_autoptr (ScrutinyNotice) notice = scrutiny_notice_new (series, 0.95, 0.8, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (notice));

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    if (!g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), row->id))
      continue;
    assert_string_equal (statement, row->statement);
    assert_true (g_strcmp0 (question, row->question) == 0);
    return;
  }
  fail_msg ("no finding %s", row->id);
}

static const struct silent {
  const char *label;
  Figure figure;
  const char *reason;
} silent[] = {
  { "cannot tell of seven",
    { VALUE, "2023-01", 7, { 1, 2, 3 }, 3, 0 },
    "Fewer than 8 periods have a value: ask for earlier ones." },
  { "cannot tell of none",
    { VALUE, "2023-01", 0, { 0 }, 1, 0 },
    "There are no values: ask for the figures by period." },
  { "cannot tell of what never moves",
    { VALUE, "2023-01", 12, { 5.5 }, 1, 0 },
    "The figure never moves, so how far it ordinarily moves cannot be told." },
};

static void
says_when_it_cannot_tell (void **state)
{
  const struct silent *row = *state;
  g_autoptr (ScrutinySeries) series = draw (&row->figure);
  g_autoptr (ScrutinyNotice) notice = scrutiny_notice_new (series, 0.95, 0.8, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (notice));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (notice)), row->reason);
  assert_int_equal (findings->len, 0);
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyNotice) notice = g_object_new (SCRUTINY_TYPE_NOTICE, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (notice));

  (void) state;
  assert_non_null (strstr (json, "\"smallest_change\":null,\"smallest_change_year\":null,"
                                 "\"power\":null,\"per\":\"period\""));
  assert_string_equal (scrutiny_notice_get_per (notice), "period");
}

static void
refuses_shares_that_are_none (void **state)
{
  g_autoptr (ScrutinySeries) series = series_of ("2023-01", QUIET, N_QUIET);
  g_autoptr (GError) level = NULL;
  g_autoptr (GError) power = NULL;

  (void) state;
  assert_null (scrutiny_notice_new (series, 95, 0.8, &level));
  assert_true (g_error_matches (level, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
  assert_string_equal (level->message,
                       "Level: 95 is not between 0 and 1; give a share such as 0.95 or 0.8");
  assert_null (scrutiny_notice_new (series, 0.95, NAN, &power));
  assert_string_equal (power->message,
                       "Power: nan is not between 0 and 1; give a share such as 0.95 or 0.8");
}

/* A shift is no part of how a figure ordinarily moves: twelve months of half the cases before
 * change nothing.
 */
static void
starts_from_the_last_shift (void **state)
{
  const Figure late = { SHARE, "2024-01", 12, { 85, 81, 89, 84, 86, 88, 82, 85, 83, 87, 86, 84 },
                        12,    100 };
  const Figure both = { SHARE,
                        "2023-01",
                        24,
                        { 50, 46, 54, 49, 51, 53, 47, 50, 48, 52, 51, 49,
                          85, 81, 89, 84, 86, 88, 82, 85, 83, 87, 86, 84 },
                        24,
                        100 };
  g_autoptr (ScrutinySeries) late_series = draw (&late);
  g_autoptr (ScrutinySeries) both_series = draw (&both);
  g_autoptr (ScrutinyNotice) alone = scrutiny_notice_new (late_series, 0.95, 0.8, NULL);
  g_autoptr (ScrutinyNotice) notice = scrutiny_notice_new (both_series, 0.95, 0.8, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (notice));
  g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);

  (void) state;
  assert_null (scrutiny_notice_get_since (alone));
  assert_string_equal (scrutiny_notice_get_since (notice), "2024-01");
  assert_near (scrutiny_notice_get_smallest_change (notice),
               scrutiny_notice_get_smallest_change (alone), 0);
  assert_near (scrutiny_notice_get_dispersion (notice), scrutiny_notice_get_dispersion (alone), 0);
  assert_string_equal (statement,
                       "What it could notice is told from January 2024 on, since it shifted "
                       "then.");
}

static void
writes_json (void **state)
{
  const Figure figure = MONTHS_OF_30;
  g_autoptr (ScrutinySeries) series = draw (&figure);
  g_autoptr (ScrutinyNotice) notice = scrutiny_notice_new (series, 0.95, 0.8, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (notice));

  (void) state;
  assert_true (g_str_has_prefix (json, "{\"schema\":\"scrutiny.notice/1\",\"method\":{"));
  assert_non_null (
      strstr (json, "\"power\":0.8,\"per\":\"month\",\"since\":null,\"law\":\"binomial\","));
  assert_non_null (strstr (json, "\"power_up\":null,\"power_down\":0.717"));
  assert_non_null (strstr (json, "\"room_up\":15,\"room_down\":85,\"n_ends\":0,\"times\":[{"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (times) + G_N_ELEMENTS (said) +
                          G_N_ELEMENTS (silent) + 6];
  size_t n = 0;

  n += add_rows (tests + n, tells_the_smallest_change, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, tells_how_long_it_takes, times, G_N_ELEMENTS (times), sizeof *times);
  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  n +=
      add_rows (tests + n, says_when_it_cannot_tell, silent, G_N_ELEMENTS (silent), sizeof *silent);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (allows_for_figures_that_vary_more);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (allows_for_neighbours_alike);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_valid_when_bare);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_shares_that_are_none);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (starts_from_the_last_shift);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_json);

  return cmocka_run_group_tests_name ("challenge/notice", tests, NULL, NULL);
}
