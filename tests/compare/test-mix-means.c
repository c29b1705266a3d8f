/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"
#include "support/rows.h"
#include "support/said.h"

#include <scrutiny/error.h>
#include <scrutiny/mix.h>

#include <string.h>

/* A heading and rows of cells: "team period days n sd; short 2022 10 100 4; …"; "-" is missing.
 * The first two columns hold texts.
 */
static ScrutinyTable *
table_of (const char *text)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);
  g_auto (GStrv) names = g_strsplit (rows[0], " ", -1);

  for (gsize i = 1; rows[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (rows[i], " ", -1);

    for (gsize k = 0; names[k]; k++)
      if (k < 2)
        columns_builder_add_text (builder, names[k], cells[k]);
      else
        columns_builder_add_number (
            builder, names[k], g_str_equal (cells[k], "-") ? NAN : g_ascii_strtod (cells[k], NULL));
  }

  return columns_builder_end (builder);
}

static ScrutinyMixOptions *
options_new (void)
{
  ScrutinyMixOptions *options = scrutiny_mix_options_new ();

  scrutiny_mix_options_set_deviation (options, "sd");
  scrutiny_mix_options_set_unit (options, "days");

  return options;
}

static ScrutinyMix *
mix_of (const char *text, ScrutinyMixOptions *options, GError **error)
{
  static const char *const segments[] = { "team", NULL };
  g_autoptr (ScrutinyTable) table = table_of (text);
  g_autoptr (ScrutinyMixOptions) defaults = options_new ();

  return scrutiny_mix_new (table, segments, "days", "n", options ? options : defaults, error);
}

#define HEAD "team period days n sd; "
#define FEW HEAD "short 2022 10 10 4; long 2022 40 10 12; short 2023 9 5 4; long 2023 38 15 12"
#define SOME HEAD "short 2022 10 100 4; long 2022 40 100 12; short 2023 9 50 4; long 2023 38 150 12"
#define MANY \
  HEAD "short 2022 10 400 4; long 2022 40 400 12; short 2023 9 200 4; long 2023 38 600 12"
#define AGAINST \
  HEAD "short 2022 10 400 4; long 2022 40 400 12; other 2022 20 200 5; " \
       "short 2023 9 200 4; long 2023 38 600 12; other 2023 20.5 200 5"
#define SCORES \
  HEAD "home 2022 4.12 900 0.9; visit 2022 3.9 700 1.1; home 2023 4.18 880 0.8; " \
       "visit 2023 3.88 720 1.2"
#define BELOW "team period days n sd; a 2022 -4 10 1; b 2022 2 30 1; a 2023 -3 20 1; b 2023 3 20 1"

static const struct said {
  const char *label, *text, *id, *statement;
} said[] = {
  { "few cases", FEW, "mix.open",
    "From 2022 to 2023 the figure rose from 25.0 days to 30.8 days, while within its parts "
    "(“team”) it fell, by 1.6 days together. That may be chance: of 100 sets of means redrawn from "
    "these about 55 show the same." },
  { "more cases", SOME, "mix.shares",
    "From 2022 to 2023 the figure rose from 25.0 days to 30.8 days. The change in how much of the "
    "whole each part is added 7.4 days; within the parts (“team”) together it comes to -1.6, and "
    "as few cases as these leave it between -3.6 and 0.4." },
  { "many cases", MANY, "mix.reversal",
    "From 2022 to 2023 the figure rose from 25.0 days to 30.8 days, and fell in each of its 2 "
    "parts (“team”), by 1.6 days together. The change in how much of the whole each part is added "
    "7.4 days." },
  { "one part with the figure", AGAINST, "mix.mix",
    "From 2022 to 2023 the figure rose from 24.0 days to 28.7 days. Within its parts (“team”) it "
    "fell, by 1.2 days together; the change in how much of the whole each part is added 5.9 "
    "days." },
  { "scores that move little", SCORES, "mix.rate",
    "From 2022 to 2023 the figure rose by 0.021 days, from 4.024 days to 4.045 days: 0.024 within "
    "its parts (“team”; between -0.048 and 0.094) and -0.003 by how much of the whole each part "
    "is." },
};

static void
says (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyMix) mix = mix_of (row->text, NULL, NULL);
  g_autofree char *statement = dup_said (mix, row->id);
  g_autofree char *drift = dup_said (mix, "drift.counts");

  assert_non_null (statement);
  assert_string_equal (statement, row->statement);
  assert_null (drift);
}

/* By 400,000 redraws with NumPy: multinomial cases, a Student's t for each mean; here 2,000, and
 * the tolerance is four standard errors of as many.
 */
static const struct oracle {
  const char *label, *text;
  double before, after, rate, agreement;
  double rate_interval[2], mix_interval[2], total_interval[2];
} oracle[] = {
  { "few cases",
    FEW,
    25,
    30.75,
    -1.625,
    0.5367,
    { -8.850, 5.541 },
    { -1.447, 16.296 },
    { -5.297, 16.512 } },
  { "more cases",
    SOME,
    25,
    30.75,
    -1.625,
    0.9450,
    { -3.611, 0.366 },
    { 4.643, 10.123 },
    { 2.406, 9.064 } },
  { "below nought",
    BELOW,
    0.5,
    0,
    1,
    0.7724,
    { 0.5055, 1.4969 },
    { -2.7305, -0.2892 },
    { -1.8010, 0.8295 } },
};

/* The quantile 2.5% of 2,000 normal draws errs by 0.06 deviations, the interval being 3.92. */
static void
assert_interval (double low, double high, const double *wanted)
{
  const double error = 4 * 0.06 / 3.92 * (wanted[1] - wanted[0]);

  assert_near (low, wanted[0], error);
  assert_near (high, wanted[1], error);
}

static void
agrees_with_another_program (void **state)
{
  const struct oracle *row = *state;
  g_autoptr (ScrutinyMix) mix = mix_of (row->text, NULL, NULL);

  assert_near (scrutiny_mix_get_before (mix), row->before, 1e-13);
  assert_near (scrutiny_mix_get_after (mix), row->after, 1e-13);
  assert_near (scrutiny_mix_get_rate_part (mix), row->rate, 1e-13);
  assert_near (scrutiny_mix_get_mix_part (mix), row->after - row->before - row->rate, 1e-13);
  assert_near (scrutiny_mix_get_agreement (mix), row->agreement,
               4 * sqrt (row->agreement * (1 - row->agreement) / 2000));
  assert_interval (scrutiny_mix_get_rate_low (mix), scrutiny_mix_get_rate_high (mix),
                   row->rate_interval);
  assert_interval (scrutiny_mix_get_mix_low (mix), scrutiny_mix_get_mix_high (mix),
                   row->mix_interval);
  assert_interval (scrutiny_mix_get_total_low (mix), scrutiny_mix_get_total_high (mix),
                   row->total_interval);
}

static void
assert_same (ScrutinyMix *one, ScrutinyMix *other, double tolerance)
{
  assert_near (scrutiny_mix_get_rate_part (one), scrutiny_mix_get_rate_part (other), tolerance);
  assert_near (scrutiny_mix_get_mix_part (one), scrutiny_mix_get_mix_part (other), tolerance);
  assert_near (scrutiny_mix_get_rate_low (one), scrutiny_mix_get_rate_low (other), tolerance);
  assert_near (scrutiny_mix_get_mix_high (one), scrutiny_mix_get_mix_high (other), tolerance);
  assert_near (scrutiny_mix_get_agreement (one), scrutiny_mix_get_agreement (other), 0);
}

/* Cases 3, 5, 10 and 14 of one part, as one row and as two; of a mean of 8 they are away by 74 in
 * squares, and the two rows by 2 and 8 from means 4 and 12.
 */
static void
adds_up_rows_of_one_part (void **state)
{
  g_autoptr (ScrutinyMix) whole = mix_of (
      HEAD "a 2022 8 4 4.96655480858378; b 2022 20 9 2; a 2023 7 6 3; b 2023 18 9 2", NULL, NULL);
  g_autoptr (ScrutinyMix) halves =
      mix_of (HEAD "a 2022 4 2 1.4142135623730951; b 2022 20 9 2; a 2022 12 2 2.8284271247461903; "
                   "a 2023 7 6 3; b 2023 18 9 2",
              NULL, NULL);

  (void) state;
  assert_same (whole, halves, 1e-12);
}

static void
takes_a_standard_error (void **state)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  g_autoptr (ScrutinyMix) mix = mix_of (SOME, NULL, NULL);
  g_autoptr (ScrutinyMix) other = NULL;

  (void) state;
  scrutiny_mix_options_set_standard_error (options, "se");
  other = mix_of ("team period days n se; short 2022 10 100 0.4; long 2022 40 100 1.2; "
                  "short 2023 9 50 0.565685424949238; long 2023 38 150 0.9797958971132712",
                  options, NULL);
  assert_same (mix, other, 1e-12);
}

static double
width_of (ScrutinyMix *mix)
{
  return scrutiny_mix_get_rate_high (mix) - scrutiny_mix_get_rate_low (mix);
}

/* A part with one case, or whose cases are all alike, spreads as all of its time do: of b 2022
 * √((9·16 + 0)/(9 + 1)) = 3.79, of b 2023 4.
 */
static void
takes_the_spread_of_all_for_one_case (void **state)
{
  g_autoptr (ScrutinyMix) one =
      mix_of (HEAD "a 2022 8 10 4; b 2022 20 2 0; a 2023 7 10 4; b 2023 18 1 -", NULL, NULL);
  g_autoptr (ScrutinyMix) same =
      mix_of (HEAD "a 2022 8 10 4; b 2022 20 2 0; a 2023 7 10 4; b 2023 18 1 99", NULL, NULL);
  g_autoptr (ScrutinyMix) still =
      mix_of (HEAD "a 2022 8 10 0; b 2022 20 2 0; a 2023 7 10 0; b 2023 18 1 -", NULL, NULL);

  (void) state;
  g_autoptr (ScrutinyMix) alike =
      mix_of (HEAD "a 2022 8 10 4; b 2022 20 30 0; a 2023 7 10 4; b 2023 18 30 0", NULL, NULL);
  g_autoptr (ScrutinyMix) hardly = mix_of (
      HEAD "a 2022 8 10 4; b 2022 20 30 1e-6; a 2023 7 10 4; b 2023 18 30 1e-6", NULL, NULL);

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (one)));
  assert_same (one, same, 0);
  assert_true (width_of (one) > 4);
  assert_true (width_of (alike) > 1.15 * width_of (hardly));
  assert_true (scrutiny_mix_get_rate_low (still) >= -2 && scrutiny_mix_get_rate_high (still) <= 0);
}

/* Without a spread, or where nobody has two cases, nothing is said of chance. */
static void
does_without_chance (void **state)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  g_autoptr (ScrutinyMix) single =
      mix_of (HEAD "a 2022 8 1 -; b 2022 20 1 -; a 2023 7 1 -; b 2023 18 1 -", NULL, NULL);
  g_autoptr (ScrutinyMix) mix = NULL;
  g_autofree char *statement = NULL, *json = NULL;

  (void) state;
  assert_near (scrutiny_mix_get_agreement (single), NAN, 0);
  scrutiny_mix_options_set_counts (options, "means");
  mix = mix_of (SOME, options, NULL);
  statement = dup_said (mix, "mix.rate");
  assert_string_equal (statement, "From 2022 to 2023 the figure rose from 25.0 to 30.8: -1.6 "
                                  "within its parts (“team”) and 7.4 by how much of the whole "
                                  "each part is.");
  assert_near (scrutiny_mix_get_rate_low (mix), NAN, 0);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (mix));
  assert_non_null (strstr (json, "\"counts\":\"means\""));
  assert_non_null (strstr (json, "\"scale\":1,"));
  assert_non_null (strstr (json, "\"drift\":{\"numerator\":null"));
}

static const struct untold {
  const char *label, *text, *reason;
} untold[] = {
  { "a spread is missing", HEAD "a 2022 8 10 -; b 2022 20 9 2; a 2023 7 6 3; b 2023 18 9 2",
    "a, 2022: “sd” is not given, and how far chance goes is known only with all of them; ask for "
    "it, or leave the column out and be told without" },
  { "a mean is missing", HEAD "a 2022 8 10 1; b 2022 20 9 2; a 2023 - 6 3; b 2023 18 9 2",
    "a, 2023: “days” is not given, and the parts add up only with all of them; ask for it, or for "
    "parts that can be shown together" },
  { "cases are missing", HEAD "a 2022 8 10 1; b 2022 20 - 2; a 2023 7 6 3; b 2023 18 9 2",
    "b, 2022: “n” is not given, and the parts add up only with all of them; ask for it, or for "
    "parts that can be shown together" },
  { "no cases", HEAD "a 2022 - 0 -; b 2022 - 0 -; a 2023 7 6 3; b 2023 18 9 2",
    "2022: all that is counted is out of nothing; ask for the denominators." },
};

static void
cannot_tell (void **state)
{
  const struct untold *row = *state;
  g_autoptr (ScrutinyMix) mix = mix_of (row->text, NULL, NULL);

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (mix)), row->reason);
  assert_near (scrutiny_mix_get_total (mix), NAN, 0);
}

/* The mean of nobody is not asked for. */
static void
lets_parts_come_and_go (void **state)
{
  g_autoptr (ScrutinyMix) mix =
      mix_of (HEAD "a 2022 8 10 4; b 2022 - 0 -; a 2023 8 10 4; b 2023 18 10 2", NULL, NULL);

  (void) state;
  assert_near (scrutiny_mix_get_rate_part (mix), 0, 1e-15);
  assert_near (scrutiny_mix_get_mix_part (mix), 5, 1e-15);
}

static const struct refused {
  const char *label, *text, *counts, *standard_error;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "a spread below nought", HEAD "a 2022 8 10 1; b 2022 20 9 -2; a 2023 7 6 3; b 2023 18 9 2",
    NULL, NULL, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 2 below the header, column “sd”: -2 cannot be a spread; ask what it is" },
  { "cases below nought", HEAD "a 2022 8 10 1; b 2022 20 9 2; a 2023 7 -6 3; b 2023 18 9 2", NULL,
    NULL, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 3 below the header, column “n”: -6 cannot be a number of cases; ask what it is" },
  { "an endless mean", HEAD "a 2022 inf 10 1; b 2022 20 9 2; a 2023 7 6 3; b 2023 18 9 2", NULL,
    NULL, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 1 below the header, column “days”: inf cannot be a mean; ask what it is" },
  { "a spread of cases", SOME, "cases", NULL, SCRUTINY_ERROR_MISMATCH,
    "Mix, deviation: only means have one; set counts to means" },
  { "two spreads", SOME, NULL, "sd", SCRUTINY_ERROR_MISMATCH,
    "Mix, deviation: there is a standard error too; name one of the two" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyMixOptions) options = options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_mix_options_set_counts (options, row->counts);
  scrutiny_mix_options_set_standard_error (options, row->standard_error);
  assert_null (mix_of (row->text, options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

/* Few are told of with others, by the mean and the spread of all of them. */
static void
takes_small_parts_together (void **state)
{
  g_autoptr (ScrutinyMixOptions) options = options_new ();
  g_autoptr (ScrutinyMix) whole =
      mix_of (HEAD "a 2022 8 14 4; (2_smaller_parts) 2022 5 9 1.7677669529663689; a 2023 7 16 3; "
                   "(2_smaller_parts) 2023 6 9 1.9148542155126762",
              NULL, NULL);
  g_autoptr (ScrutinyMix) mix = NULL;
  const char *const *names;

  (void) state;
  scrutiny_mix_options_set_disclosure (options, 5);
  mix = mix_of (HEAD "b 2022 3 3 1; a 2022 8 14 4; c 2022 6 6 1; b 2023 6 4 2; a 2023 7 16 3; "
                     "c 2023 6 5 2.0816659994661326",
                options, NULL);
  names = scrutiny_table_get_texts (scrutiny_mix_get_segments (mix), "segment");
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_mix_get_segments (mix)), 2);
  assert_string_equal (names[0], "a");
  assert_string_equal (names[1], "(2 smaller parts)");
  assert_near (scrutiny_mix_get_rate_part (mix), scrutiny_mix_get_rate_part (whole), 1e-13);
  assert_near (scrutiny_mix_get_rate_low (mix), scrutiny_mix_get_rate_low (whole), 1e-12);
  assert_near (scrutiny_mix_get_rate_high (mix), scrutiny_mix_get_rate_high (whole), 1e-12);
}

static void
says_why_so_few_are_not_told_of (void **state)
{
  g_autoptr (ScrutinyMixOptions) options = options_new ();
  g_autoptr (ScrutinyMix) mix = NULL;

  (void) state;
  scrutiny_mix_options_set_disclosure (options, 5);
  mix = mix_of (HEAD "a 2022 8 2 4; b 2022 8 2 4; a 2023 7 16 3; b 2023 18 9 2", options, NULL);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (mix)),
                       "All parts together have fewer than 5 cases in one of the two, and are not "
                       "told of: ask for longer periods.");
}

static void
gives_its_settings (void **state)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  g_autofree char *deviation = NULL, *standard_error = NULL, *unit = NULL;

  (void) state;
  g_object_set (options, "deviation", "sd", "standard-error", "se", "unit", "days", NULL);
  g_object_get (options, "deviation", &deviation, "standard-error", &standard_error, "unit", &unit,
                NULL);
  assert_string_equal (deviation, "sd");
  assert_string_equal (standard_error, "se");
  assert_string_equal (unit, "days");
  assert_string_equal (scrutiny_mix_options_get_deviation (options), "sd");
  assert_string_equal (scrutiny_mix_options_get_standard_error (options), "se");
  assert_string_equal (scrutiny_mix_options_get_unit (options), "days");
}

int
main (void)
{
  const struct CMUnitTest own[] = {
    cmocka_unit_test (adds_up_rows_of_one_part),
    cmocka_unit_test (takes_a_standard_error),
    cmocka_unit_test (takes_the_spread_of_all_for_one_case),
    cmocka_unit_test (does_without_chance),
    cmocka_unit_test (lets_parts_come_and_go),
    cmocka_unit_test (takes_small_parts_together),
    cmocka_unit_test (says_why_so_few_are_not_told_of),
    cmocka_unit_test (gives_its_settings),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (own) + G_N_ELEMENTS (said) + G_N_ELEMENTS (oracle) +
                          G_N_ELEMENTS (untold) + G_N_ELEMENTS (refused)];
  size_t n = G_N_ELEMENTS (own);

  memcpy (tests, own, sizeof own);
  n += add_rows (tests + n, says, said, G_N_ELEMENTS (said), sizeof *said);
  n += add_rows (tests + n, agrees_with_another_program, oracle, G_N_ELEMENTS (oracle),
                 sizeof *oracle);
  n += add_rows (tests + n, cannot_tell, untold, G_N_ELEMENTS (untold), sizeof *untold);
  add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("compare/mix-means", tests, NULL, NULL);
}
