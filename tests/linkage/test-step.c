/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/step.h>

#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>
#include <scrutiny/finding.h>

#include "kernel/known-step.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 36
#define AT 18 /* July 2020, counted from January 2019 */

static void
make (double step, double *values)
{
  uint64_t seed = 3;

  kernel_random_normal (&seed, N, values);
  for (gsize i = 0; i < N; i++)
    values[i] += 50 + (i >= AT ? step : 0);
}

static ScrutinySeries *
series_new (const char *first, const double *values, gsize n)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);

  return scrutiny_series_new (timeline, values, n, NULL);
}

static ScrutinyStepOptions *
options_new (const char *at, const char *stated)
{
  ScrutinyStepOptions *options = scrutiny_step_options_new ();

  scrutiny_step_options_set_at (options, at);
  scrutiny_step_options_set_stated (options, stated);

  return options;
}

static ScrutinyStep *
ask (double step, const char *at, const char *stated, ScrutinyDirection expected)
{
  double values[N];
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyStepOptions) options = options_new (at, stated);
  g_autoptr (GError) error = NULL;
  ScrutinyStep *made;

  make (step, values);
  series = series_new ("2019-01", values, N);
  scrutiny_step_options_set_expected (options, expected);
  made = scrutiny_step_new (series, options, &error);
  assert_null (error);

  return made;
}

static const struct known {
  const char *label;
  double step;
  const char *at, *stated;
  ScrutinyDirection expected;
  const char *verdict, *timing;
  guint n_findings;
  const char *words; /* of the last finding, or of the reason */
} known[] = {
  { "higher, stated before", 6, "2020-07", "2020-03-14", SCRUTINY_DIRECTION_NONE, "rose", "before",
    1,
    "higher than the line of the 18 months before leads one to expect. Series in which nothing "
    "happens on a date have a step as clear there in about 1 of 1,000." },
  { "lower", -6, "2020-07", "2020-03-14", SCRUTINY_DIRECTION_NONE, "fell", "before", 1,
    "From July 2020 on the figure is" },
  { "as stated", 6, "2020-07", "2020-06", SCRUTINY_DIRECTION_UP, "moved-as-stated", "before", 1,
    "would move this way, and it did" },
  { "the other way", 6, "2020-07", "2020-06", SCRUTINY_DIRECTION_DOWN, "moved-other-way", "before",
    1, "would move the other way" },
  { "stated on the first day", 6, "2020-07", "2020-07-01", SCRUTINY_DIRECTION_NONE, "rose",
    "before", 1, "From July 2020" },
  { "stated on the second day", 6, "2020-07", "2020-07-02", SCRUTINY_DIRECTION_NONE, "rose",
    "after", 2, "was stated on 2020-07-02, when July 2020 had begun" },
  { "stated in a month that had begun", 6, "2020-07", "2020-07", SCRUTINY_DIRECTION_NONE, "rose",
    "after", 2, "was stated on 2020-07," },
  { "stated in the last month", 6, "2020-07", "2021-12-31", SCRUTINY_DIRECTION_NONE, "rose",
    "after", 2, "was stated on 2021-12-31, when July 2020 had begun" },
  { "stated when all was known", 6, "2020-07", "2022-01-01", SCRUTINY_DIRECTION_NONE, "rose",
    "after", 2,
    "was stated on 2022-01-01, after the last of these figures (December 2021), when all of them "
    "could be seen. Where a date is picked" },
  { "not recorded when", 6, "2020-07", NULL, SCRUTINY_DIRECTION_NONE, "rose", "unknown", 2,
    "It is not recorded when July 2020 was first named." },
  { "a date in the month", 6, "2020-07-20", "2020-03-14", SCRUTINY_DIRECTION_NONE, "rose", "before",
    1, "From July 2020" },
  { "nothing happens", 0, "2020-07", NULL, SCRUTINY_DIRECTION_NONE, "cannot-tell", "unknown", 0,
    "18 months before the date and 18 from it on: the step there," },
  { "too few before", 6, "2019-08", "2019-09", SCRUTINY_DIRECTION_NONE, "cannot-tell", "after", 0,
    "7 months before the date and 29 months from it on have a figure; 8 are the fewest" },
  { "enough before", 6, "2019-09", "2018-01", SCRUTINY_DIRECTION_NONE, "cannot-tell", "before", 0,
    "8 months before the date and 28 from it on: the step there, 0.1 lower, is an ordinary one. "
    "One smaller than" },
  { "not clear enough", 1.3, "2020-07", "2018-01", SCRUTINY_DIRECTION_NONE, "cannot-tell", "before",
    0, "have, and it is told of from 1 of 20 on" },
  { "beyond the end", 6, "2031-01", "2018-01", SCRUTINY_DIRECTION_NONE, "cannot-tell", "before", 0,
    "36 months before the date and 0 months from it on" },
  { "before the beginning", 6, "1999-01", "2018-01", SCRUTINY_DIRECTION_NONE, "cannot-tell",
    "after", 0, "0 months before the date and 36 months from it on" },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyStep) step = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *said = NULL;
  const char *reason;

  step = ask (row->step, row->at, row->stated, row->expected);
  reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (step));
  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (step));
  assert_string_equal (scrutiny_step_get_verdict (step), row->verdict);
  assert_string_equal (scrutiny_step_get_timing (step), row->timing);
  assert_int_equal (findings->len, row->n_findings);
  assert_true ((reason == NULL) == (row->n_findings > 0));
  said = reason ? g_strdup (reason)
                : scrutiny_finding_dup_statement (findings->pdata[findings->len - 1], NULL);
  if (!strstr (said, row->words))
    print_error ("%s\n", said);
  assert_non_null (strstr (said, row->words));
}

/* The numbers are those of the kernel, and what was drawn is recorded. */
static void
gives_the_numbers_of_the_kernel (void **state)
{
  g_autofree double *work = g_new (double, KERNEL_STEP_WORK (N));
  g_autoptr (ScrutinyStep) step = ask (3, "2020-07", "2020-01", SCRUTINY_DIRECTION_NONE);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (step));
  double values[N];
  KernelKnownStep found;

  (void) state;
  make (3, values);
  assert_int_equal (kernel_known_step (N, values, AT, 12, 999, 1, work, &found), KERNEL_OK);
  assert_near (scrutiny_step_get_change (step), found.level, 0);
  assert_near (scrutiny_step_get_p (step), found.chance, 0);
  assert_near (scrutiny_step_get_rare (step), found.rare, 0);
  assert_near (scrutiny_step_get_dependence (step), found.rho, 0);
  assert_near (scrutiny_step_get_smallest_detectable (step), found.smallest, 0);
  assert_int_equal (scrutiny_step_get_n_before (step), AT);
  assert_int_equal (scrutiny_step_get_n_after (step), N - AT);
  assert_string_equal (scrutiny_step_get_at (step), "2020-07");
  assert_non_null (strstr (json, "\"seed\":1"));
  assert_non_null (strstr (json, "\"draws\":999"));
}

/* What a finding says of chance is what it is made for: dates that were not picked. */
static void
says_how_often_chance_speaks (void **state)
{
  static const char *const stated[] = { "2020-01", NULL };

  (void) state;
  for (gsize i = 0; i < LENGTH (stated); i++) {
    g_autoptr (ScrutinyStep) step = ask (6, "2020-07", stated[i], SCRUTINY_DIRECTION_NONE);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (step));
    double false_alarm = NAN;

    assert_true (g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[0]), "false_alarm",
                                   "d", &false_alarm));
    assert_true (stated[i] ? false_alarm < 0.1 : false_alarm > 0.5);
  }
}

/* Levels of a season and nothing else, in which lines of a year look like a step between two. */
static const struct season {
  const char *label, *first, *at;
  guint length;
  gsize n;
  const char *words, *json;
} seasons[] = {
  { "months", "2019-01", "2020-01", 12, 24,
    "12 months before the date and 12 from it on: the step there, 11.84 lower, does not show where "
    "each month is set beside the same month of another year: a season could look like it. Ask for "
    "a longer series, or for the same figures of places where nothing changed then.",
    "\"season\":\"alone\"" },
  { "quarters", "2011-Q1", "2016-Q1", 4, 36, "20 quarters before the date and 16 from it on",
    "\"season\":\"taken-off\"" },
  { "days", "2019-01-07", "2019-01-21", 7, 30, "14 days before the date and 16 from it on",
    "\"season\":\"taken-off\"" },
  { "years", "1990", "2003", 1, 30, "13 years before the date and 17 from it on",
    "\"season\":null" },
};

static void
takes_a_season_for_no_step (void **state)
{
  const struct season *row = *state;
  double values[N];
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyStepOptions) options = options_new (row->at, "1980");
  g_autoptr (ScrutinyStep) step = NULL;
  g_autofree char *json = NULL;
  const char *reason;
  uint64_t seed = 6;

  kernel_random_normal (&seed, N, values);
  for (gsize i = 0; i < N; i++)
    values[i] = 0.5 * values[i] + (double) (i % row->length);
  series = series_new (row->first, values, row->n);
  step = scrutiny_step_new (series, options, NULL);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (step));
  reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (step));
  if (!g_str_has_prefix (reason, row->words))
    print_error ("%s\n", reason);
  assert_true (g_str_has_prefix (reason, row->words));
  assert_non_null (strstr (json, row->json));
  assert_string_equal (scrutiny_step_get_verdict (step), "cannot-tell");
}

static void
passes_over_what_is_missing (void **state)
{
  double values[N];
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyStepOptions) options = options_new ("2020-07", "2020-01");
  g_autoptr (ScrutinyStep) step = NULL;

  (void) state;
  make (6, values);
  values[3] = values[4] = values[30] = NAN;
  series = series_new ("2019-01", values, N);
  step = scrutiny_step_new (series, options, NULL);
  assert_string_equal (scrutiny_step_get_verdict (step), "rose");
  assert_int_equal (scrutiny_step_get_n_before (step), AT - 2);
  assert_int_equal (scrutiny_step_get_n_after (step), N - AT - 1);
}

static void
refuses_in_words (void **state)
{
  static const char *const periods[] = { "12 months to 2019-01", "12 months to 2019-02", NULL };
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_from_texts (periods, NULL);
  double flat[N];
  g_autoptr (ScrutinySeries) rolling = NULL, constant = NULL;
  g_autoptr (ScrutinyStepOptions) options = options_new ("2020-07", NULL);
  g_autoptr (ScrutinyStepOptions) in_window = options_new ("12 months to 2019-02", NULL);
  g_autoptr (ScrutinyStep) first = NULL, second = NULL;

  (void) state;
  for (gsize i = 0; i < N; i++)
    flat[i] = 7;
  rolling = scrutiny_series_new (timeline, flat, 2, NULL);
  constant = series_new ("2019-01", flat, N);
  first = scrutiny_step_new (rolling, in_window, NULL);
  second = scrutiny_step_new (constant, options, NULL);
  assert_non_null (first);
  assert_non_null (
      strstr (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (first)), "share data"));
  assert_non_null (strstr (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (second)),
                           "nothing else is left to judge it by"));
  assert_near (scrutiny_step_get_p (second), NAN, 0);
}

static const struct fault {
  const char *label, *at, *stated;
  guint draws;
  ScrutinyError code;
  const char *message;
} faults[] = {
  { "no date", NULL, NULL, 99, SCRUTINY_ERROR_NOT_FOUND, "Step: no date was given" },
  { "an empty date", "", NULL, 99, SCRUTINY_ERROR_NOT_FOUND, "Step: no date was given" },
  { "no month", "soon", NULL, 99, SCRUTINY_ERROR_UNREADABLE,
    "Step, at: “soon” is no month, nor a date in one" },
  { "stated at no date", "2020-07", "in the spring", 99, SCRUTINY_ERROR_UNREADABLE,
    "Step, stated: “in the spring” is no date" },
  { "no draws", "2020-07", NULL, 0, SCRUTINY_ERROR_OUT_OF_RANGE, "Step, draws: 0" },
  { "too many draws", "2020-07", NULL, 10000, SCRUTINY_ERROR_OUT_OF_RANGE, "Step, draws: 10000" },
};

static void
refuses_what_is_no_question (void **state)
{
  const struct fault *row = *state;
  double values[N];
  g_autoptr (ScrutinySeries) series = NULL;
  g_autoptr (ScrutinyStepOptions) options = options_new (row->at, row->stated);
  g_autoptr (GError) error = NULL;

  make (0, values);
  series = series_new ("2019-01", values, N);
  scrutiny_step_options_set_draws (options, row->draws);
  assert_null (scrutiny_step_new (series, options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  if (!strstr (error->message, row->message))
    print_error ("%s\n", error->message);
  assert_non_null (strstr (error->message, row->message));
}

static ScrutinyIndicator *
indicator_new (void)
{
  double values[N];
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinySeries) series = NULL;

  make (6, values);
  series = series_new ("2019-01", values, N);
  scrutiny_dossier_builder_add_indicator (builder, "soon", "Seen within a week");
  scrutiny_dossier_builder_set_series (builder, "soon", series);
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  return g_object_ref (scrutiny_dossier_get_indicator (dossier, 0));
}

static ScrutinyClaim *
claim_new (const char *on)
{
  g_autoptr (ScrutinyClaim) said = scrutiny_claim_new ("choice", "A new team", "Cabinet", on, NULL);

  return scrutiny_claim_copy_with (said, "from", "2020-07", NULL);
}

static const struct said {
  const char *label, *on;
  const char *timing, *ids;
  const char *json;
} saids[] = {
  { "a claim made before", "2020-05-01", "before", "step.rose",
    "\"claim\":{\"about\":\"choice\",\"text\":\"A new team\",\"said_by\":\"Cabinet\",\"on\":"
    "\"2020-05-01\",\"from\":\"2020-07\"}" },
  { "a claim made after", "2020-08-01", "after", "step.rose step.looks-back",
    "\"on\":\"2020-08-01\"" },
  { "a claim made at no recorded date", NULL, "unknown", "step.rose step.looks-back",
    "\"on\":null" },
};

/* From when it is said of, and since when that was said. */
static void
takes_the_date_of_a_claim (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyClaim) claim = claim_new (row->on);
  g_autoptr (ScrutinyIndicator) indicator = indicator_new ();
  g_autoptr (ScrutinyStep) step = scrutiny_step_new_of_claim (indicator, claim, NULL, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (step));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (step));
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            scrutiny_finding_get_id (findings->pdata[i]));
  assert_string_equal (scrutiny_step_get_at (step), "2020-07");
  assert_string_equal (scrutiny_step_get_timing (step), row->timing);
  assert_string_equal (ids->str, row->ids);
  assert_ptr_equal (scrutiny_step_get_claim (step), claim);
  assert_non_null (strstr (json, row->json));
}

/* A date in place of the claim's is not what the claim says. */
static void
keeps_a_date_apart_from_a_claim (void **state)
{
  g_autoptr (ScrutinyClaim) claim = claim_new ("2020-05-01");
  g_autoptr (ScrutinyIndicator) indicator = indicator_new ();
  g_autoptr (ScrutinyStepOptions) options = options_new ("2020-09", NULL);
  g_autoptr (ScrutinyStep) step = scrutiny_step_new_of_claim (indicator, claim, options, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (step));

  (void) state;
  assert_string_equal (scrutiny_step_get_at (step), "2020-09");
  assert_null (scrutiny_step_get_claim (step));
  assert_non_null (strstr (json, "\"claim\":null"));
  assert_string_equal (scrutiny_step_get_timing (step), "unknown");
}

static void
needs_a_date_of_a_claim (void **state)
{
  g_autoptr (ScrutinyClaim) claim = claim_new ("2020-05-01");
  g_autoptr (ScrutinyClaim) undated = scrutiny_claim_copy_with (claim, "from", NULL, NULL);
  g_autoptr (ScrutinyIndicator) bare = g_object_new (SCRUTINY_TYPE_INDICATOR, NULL);
  g_autoptr (ScrutinyStep) step = scrutiny_step_new_of_claim (bare, claim, NULL, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_string_equal (scrutiny_step_get_verdict (step), "cannot-tell");
  assert_null (scrutiny_step_new_of_claim (bare, undated, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

static void
is_valid_without_anything (void **state)
{
  g_autoptr (ScrutinyStep) bare = g_object_new (SCRUTINY_TYPE_STEP, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (bare));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  assert_int_equal (findings->len, 0);
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (strstr (json, "\"p\":null"));
  assert_null (strstr (json, "nan"));
}

int
main (void)
{
  struct CMUnitTest
      tests[7 + LENGTH (known) + LENGTH (saids) + LENGTH (faults) + LENGTH (seasons)] = {
        cmocka_unit_test (gives_the_numbers_of_the_kernel),
        cmocka_unit_test (says_how_often_chance_speaks),
        cmocka_unit_test (passes_over_what_is_missing),
        cmocka_unit_test (refuses_in_words),
        cmocka_unit_test (keeps_a_date_apart_from_a_claim),
        cmocka_unit_test (needs_a_date_of_a_claim),
        cmocka_unit_test (is_valid_without_anything),
      };
  size_t n = 7;

  n += add_rows (tests + n, takes_the_date_of_a_claim, saids, LENGTH (saids), sizeof *saids);
  n += add_rows (tests + n, gives_known_answer, known, LENGTH (known), sizeof *known);
  n += add_rows (tests + n, takes_a_season_for_no_step, seasons, LENGTH (seasons), sizeof *seasons);
  add_rows (tests + n, refuses_what_is_no_question, faults, LENGTH (faults), sizeof *faults);

  return cmocka_run_group_tests_name ("linkage/step", tests, NULL, NULL);
}
