/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/csv.h"
#include "support/rows.h"
#include "support/said.h"

#include <scrutiny/error.h>
#include <scrutiny/mix.h>

#include <string.h>

enum {
  MOST = 12
};

/* Rows of a table: the part, the time, what is counted and out of how much. */
typedef struct {
  const char *part, *time;
  double count, total;
} Row;

static ScrutinyTable *
with_texts (ScrutinyTable *table, const char *name, const Row *rows, gsize n, gsize offset)
{
  const char *texts[MOST + 1] = { 0 };

  for (gsize i = 0; i < n; i++)
    texts[i] = *(const char *const *) ((const char *) &rows[i] + offset);

  return scrutiny_table_copy_with_texts (table, name, texts, NULL);
}

static ScrutinyTable *
with_numbers (ScrutinyTable *table, const char *name, const Row *rows, gsize n, gsize offset)
{
  double numbers[MOST];
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < n; i++)
    numbers[i] = *(const double *) ((const char *) &rows[i] + offset);
  bytes = g_bytes_new (numbers, n * sizeof *numbers);

  return scrutiny_table_copy_with_doubles (table, name, bytes, NULL);
}

static ScrutinyTable *
table_of (const Row *rows)
{
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one = NULL;
  g_autoptr (ScrutinyTable) two = NULL;
  g_autoptr (ScrutinyTable) three = NULL;
  gsize n = 0;

  while (n < MOST && rows[n].part)
    n++;
  one = with_texts (empty, "part", rows, n, G_STRUCT_OFFSET (Row, part));
  two = with_texts (one, "period", rows, n, G_STRUCT_OFFSET (Row, time));
  three = with_numbers (two, "met", rows, n, G_STRUCT_OFFSET (Row, count));

  return with_numbers (three, "closed", rows, n, G_STRUCT_OFFSET (Row, total));
}

static ScrutinyMix *
mix_of (const Row *rows, ScrutinyMixOptions *options, GError **error)
{
  static const char *const segments[] = { "part", NULL };
  g_autoptr (ScrutinyTable) table = table_of (rows);

  return scrutiny_mix_new (table, segments, "met", "closed", options, error);
}

/* Each with ten times the cases of the shared planning example, and that example's. */
static const Row planning[] = {
  { "A", "2022", 60, 100 },
  { "B", "2022", 720, 900 },
  { "C", "2022", 950, 1000 },
  { "A", "2023", 29, 50 },
  { "B", "2023", 390, 500 },
  { "C", "2023", 1348.5, 1450 },
  { NULL },
};
static const Row tenfold[] = {
  { "A", "2022", 600, 1000 },
  { "B", "2022", 7200, 9000 },
  { "C", "2022", 9500, 10000 },
  { "A", "2023", 290, 500 },
  { "B", "2023", 3900, 5000 },
  { "C", "2023", 13485, 14500 },
  { NULL },
};
static const Row hundredfold[] = {
  { "A", "2022", 60000, 100000 },
  { "B", "2022", 720000, 900000 },
  { "C", "2022", 950000, 1000000 },
  { "A", "2023", 29000, 50000 },
  { "B", "2023", 390000, 500000 },
  { "C", "2023", 1348500, 1450000 },
  { NULL },
};
static const Row stones[] = {
  { "small", "open", 81, 87 },
  { "large", "open", 192, 263 },
  { "small", "keyhole", 234, 270 },
  { "large", "keyhole", 55, 80 },
  { NULL },
};
static const Row steady[] = {
  { "A", "2022", 400, 1000 },
  { "B", "2022", 800, 1000 },
  { "A", "2023", 500, 1000 },
  { "B", "2023", 880, 1000 },
  { NULL },
};
static const Row by_mix[] = {
  { "A", "2022", 400, 1000 },
  { "B", "2022", 800, 1000 },
  { "A", "2023", 190, 500 },
  { "B", "2023", 1185, 1500 },
  { NULL },
};
static const Row apart[] = {
  { "A", "2022", 400, 1000 },
  { "B", "2022", 800, 1000 },
  { "A", "2023", 170, 500 },
  { "B", "2023", 1195, 1500 },
  { NULL },
};
static const Row down[] = {
  { "A", "2023", 400, 1000 },
  { "B", "2023", 800, 1000 },
  { "A", "2022", 170, 500 },
  { "B", "2022", 1195, 1500 },
  { NULL },
};
static const Row still[] = {
  { "A", "2022", 40, 100 },
  { "B", "2022", 60, 100 },
  { "A", "2023", 60, 100 },
  { "B", "2023", 40, 100 },
  { NULL },
};
static const Row repairs[] = {
  { "A", "2022", 100, 1000 },
  { "B", "2022", 50, 1000 },
  { "A", "2023", 112, 910 },
  { "B", "2023", 56, 910 },
  { NULL },
};

static const struct said {
  const char *label;
  const Row *rows;
  const char *id, *statement;
} said[] = {
  { "planning, few cases", planning, "mix.shares",
    "From 2022 to 2023 the figure rose from 86.5% to 88.4%. The change in how much of the whole "
    "each part is added 3.9 points; within the parts (“part”) together it comes to -2.0, and as "
    "few cases as these leave it between -4.1 and 0.0." },
  { "planning, many cases", tenfold, "mix.mix",
    "From 2022 to 2023 the figure rose from 86.5% to 88.4%. Within its parts (“part”) it fell, by "
    "2.0 points together; the change in how much of the whole each part is added 3.9 points." },
  { "planning, each part", hundredfold, "mix.reversal",
    "From 2022 to 2023 the figure rose from 86.5% to 88.4%, and fell in each of its 3 parts "
    "(“part”), "
    "by 2.0 points together. The change in how much of the whole each part is added 3.9 points." },
  { "kidney stones", stones, "mix.open",
    "From open to keyhole the figure rose from 78.0% to 82.6%, while within its parts (“part”) it "
    "fell, by 5.4 points together. That may be chance: of 100 sets of counts redrawn from these "
    "about 87 "
    "show the same." },
  { "the parts moved", steady, "mix.rate",
    "From 2022 to 2023 the figure rose by 9.0 points, from 60.0% to 69.0%: 9.0 within its parts "
    "(“part”; between 6.2 and 11.6) and 0.0 by how much of the whole each part is." },
  { "parts that may have moved", by_mix, "mix.open", NULL },
  { "one up, one down, not firm", apart, "mix.shares", NULL },
  { "down", down, "mix.shares", NULL },
  { "the whole stayed", still, "mix.rate",
    "In 2022 and 2023 the figure is 50.0%: 0.0 within its parts (“part”) and 0.0 by how much of "
    "the "
    "whole each part is cancel out." },
  { "numerator and denominator", repairs, "drift.counts",
    "From 2022 to 2023 “met” rose by 12% and “closed” fell by 9%: of the figure’s rise of 23%, 55% "
    "comes of the first and 45% of the second." },
};

static void
says (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyMix) mix = mix_of (row->rows, NULL, NULL);
  g_autofree char *statement = dup_said (mix, row->id);

  assert_non_null (statement);
  if (row->statement)
    assert_string_equal (statement, row->statement);
}

static Row *
rows_of_a_known_case (char **fields)
{
  static const char *const names[] = { "a", "b", "c" };
  Row *rows = g_new0 (Row, MOST);
  gsize n = 0;

  for (gsize t = 0; t < 2; t++) {
    g_auto (GStrv) totals = g_strsplit (fields[1 + 2 * t], ";", -1);
    g_auto (GStrv) counts = g_strsplit (fields[2 + 2 * t], ";", -1);

    for (gsize i = 0; totals[i]; i++)
      rows[n++] = (Row){ names[i], t ? "after" : "before", g_ascii_strtod (counts[i], NULL),
                         g_ascii_strtod (totals[i], NULL) };
  }

  return rows;
}

/* What each part gives; there a part's share counts from nought, here from the middle. */
static void
check_parts (ScrutinyMix *mix, const char *wanted_rates, const char *wanted_mixes)
{
  g_auto (GStrv) rates = g_strsplit (wanted_rates, ";", -1);
  g_auto (GStrv) mixes = g_strsplit (wanted_mixes, ";", -1);
  ScrutinyTable *parts = scrutiny_mix_get_segments (mix);
  const double *rate = scrutiny_table_get_doubles (parts, "rate", NULL);
  const double *share = scrutiny_table_get_doubles (parts, "mix", NULL);
  const double *before = scrutiny_table_get_doubles (parts, "share_before", NULL);
  const double *after = scrutiny_table_get_doubles (parts, "share_after", NULL);
  const double middle = (scrutiny_mix_get_before (mix) + scrutiny_mix_get_after (mix)) / 2;

  assert_int_equal (scrutiny_table_get_n_rows (parts), g_strv_length (rates));
  for (gsize i = 0; rates[i]; i++) {
    assert_near (rate[i], 100 * g_ascii_strtod (rates[i], NULL), 5.1e-9);
    assert_near (share[i] + middle * (after[i] - before[i]), 100 * g_ascii_strtod (mixes[i], NULL),
                 5.1e-9);
  }
}

static void
agrees_with_the_known_cases (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/challenge/known_kitagawa.csv");

  for (gsize k = 1; lines && lines[k]; k++) {
    g_auto (GStrv) fields = g_strsplit (lines[k], ",", -1);
    g_autofree Row *rows = rows_of_a_known_case (fields);
    g_autoptr (ScrutinyMix) mix = mix_of (rows, NULL, NULL);

    assert_near (scrutiny_mix_get_before (mix), 100 * g_ascii_strtod (fields[5], NULL), 1e-12);
    assert_near (scrutiny_mix_get_after (mix), 100 * g_ascii_strtod (fields[6], NULL), 1e-12);
    assert_near (scrutiny_mix_get_total (mix), 100 * g_ascii_strtod (fields[7], NULL), 1e-12);
    assert_near (scrutiny_mix_get_rate_part (mix), 100 * g_ascii_strtod (fields[8], NULL), 1e-12);
    assert_near (scrutiny_mix_get_mix_part (mix), 100 * g_ascii_strtod (fields[9], NULL), 1e-12);
    check_parts (mix, fields[10], fields[11]);
  }
}

/* Of 200,000 redraws .875 bear out the reversal (ties do not); here 2,000 with one seed, and
 * anything beyond four standard errors would be another method.
 */
static void
bears_out_as_much_as_published (void **state)
{
  for (guint64 seed = 1; seed <= 5; seed++) {
    g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
    g_autoptr (ScrutinyMix) mix = NULL;

    scrutiny_mix_options_set_seed (options, seed);
    mix = mix_of (stones, options, NULL);
    assert_near (scrutiny_mix_get_agreement (mix), 0.878, 4 * 0.0073);
  }
}

static void
gives_the_same_for_the_same_seed (void **state)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  g_autoptr (ScrutinyMix) one = mix_of (stones, NULL, NULL);
  g_autoptr (ScrutinyMix) two = mix_of (stones, NULL, NULL);

  assert_near (scrutiny_mix_get_rate_low (one), scrutiny_mix_get_rate_low (two), 0);
  scrutiny_mix_options_set_seed (options, 2);
  g_autoptr (ScrutinyMix) three = mix_of (stones, options, NULL);
  assert_true (scrutiny_mix_get_rate_low (one) != scrutiny_mix_get_rate_low (three));
  assert_true (scrutiny_mix_get_rate_low (one) < scrutiny_mix_get_rate_part (one));
  assert_true (scrutiny_mix_get_rate_part (one) < scrutiny_mix_get_rate_high (one));
  assert_true (scrutiny_mix_get_mix_low (one) < scrutiny_mix_get_mix_part (one));
  assert_true (scrutiny_mix_get_mix_part (one) < scrutiny_mix_get_mix_high (one));
  assert_true (scrutiny_mix_get_total_low (one) < scrutiny_mix_get_total (one));
  assert_true (scrutiny_mix_get_total (one) < scrutiny_mix_get_total_high (one));
}

static const Row nobody[] = {
  { "A", "2022", 0, 0 },
  { "B", "2022", 0, 0 },
  { "A", "2023", 5, 9 },
  { "B", "2023", 1, 2 },
  { NULL },
};
static const Row alone[] = {
  { "A", "2022", 1, 9 },
  { "A", "2023", 5, 9 },
  { NULL },
};
static const Row hidden[] = {
  { "A", "2022", 1, 9 },
  { "B", "2022", NAN, 9 },
  { "A", "2023", 5, 9 },
  { "B", "2023", 5, 9 },
  { NULL },
};
static const Row halves[] = {
  { "A", "2022", 1, 9 },
  { "B", "2022", 3, 9 },
  { "A", "2023", 5, 9 },
  { "B", "2023", 5, NAN },
  { NULL },
};

static const struct untold {
  const char *label;
  const Row *rows;
  const char *reason;
} untold[] = {
  { "out of nothing", nobody,
    "2022: all that is counted is out of nothing; ask for the denominators." },
  { "one part", alone, "There is one part only, so there is no mix: ask for the parts." },
  { "a count is hidden", hidden,
    "B, 2022: “met” is not given, and the parts add up only with all of them; ask for it, or for "
    "parts that can be shown together" },
  { "a total is hidden", halves,
    "B, 2023: “closed” is not given, and the parts add up only with all of them; ask for it, or "
    "for parts that can be shown together" },
};

/* Both grew, the numerator more: the figure's rise is not the denominator's. */
static void
is_silent_where_the_denominator_grew_less (void **state)
{
  static const Row rows[] = {
    { "A", "2022", 100, 1000 },
    { "B", "2022", 50, 1000 },
    { "A", "2023", 150, 1400 },
    { "B", "2023", 90, 1400 },
    { NULL },
  };
  g_autoptr (ScrutinyMix) mix = mix_of (rows, NULL, NULL);
  g_autofree char *statement = dup_said (mix, "drift.counts");

  assert_null (statement);
}

static void
cannot_tell (void **state)
{
  const struct untold *row = *state;
  g_autoptr (ScrutinyMix) mix = mix_of (row->rows, NULL, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (mix));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (mix)), row->reason);
  assert_int_equal (findings->len, 0);
  assert_near (scrutiny_mix_get_total (mix), NAN, 0);
  assert_near (scrutiny_mix_get_agreement (mix), NAN, 0);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_mix_get_segments (mix)), 0);
}

/* A part that comes and one that goes: both are mix only, exactly. */
static void
takes_parts_that_come_and_go_as_mix (void **state)
{
  static const Row rows[] = {
    { "old", "2022", 30, 100 },  { "kept", "2022", 50, 100 }, { "new", "2022", 0, 0 },
    { "kept", "2023", 50, 100 }, { "new", "2023", 80, 100 },  { NULL },
  };
  g_autoptr (ScrutinyMix) mix = mix_of (rows, NULL, NULL);
  ScrutinyTable *parts = scrutiny_mix_get_segments (mix);
  const double *after = scrutiny_table_get_doubles (parts, "value_after", NULL);
  const double *before = scrutiny_table_get_doubles (parts, "value_before", NULL);

  assert_near (scrutiny_mix_get_total (mix), 25, 1e-12);
  assert_near (scrutiny_mix_get_rate_part (mix), 0, 1e-12);
  assert_near (scrutiny_mix_get_mix_part (mix), 25, 1e-12);
  assert_near (after[0], NAN, 0);
  assert_near (before[2], NAN, 0);
}

static void
adds_up_rows_of_one_part (void **state)
{
  static const Row rows[] = {
    { "small", "open", 80, 80 },      { "small", "open", 1, 7 },      { "large", "open", 192, 263 },
    { "small", "keyhole", 234, 270 }, { "large", "keyhole", 55, 80 }, { NULL },
  };
  g_autoptr (ScrutinyMix) mix = mix_of (rows, NULL, NULL);
  g_autoptr (ScrutinyMix) wanted = mix_of (stones, NULL, NULL);

  assert_near (scrutiny_mix_get_rate_part (mix), scrutiny_mix_get_rate_part (wanted), 0);
  assert_near (scrutiny_mix_get_agreement (mix), scrutiny_mix_get_agreement (wanted), 0);
}

static const Row negative[] = {
  { "A", "2022", -1, 9 },
  { "B", "2022", 1, 9 },
  { "A", "2023", 5, 9 },
  { "B", "2023", 1, 2 },
  { NULL },
};
static const Row torn[] = {
  { "A", "2022", 1, 9 },
  { "B", "2022", 1, 0 },
  { "A", "2023", 5, 9 },
  { "B", "2023", 1, 2 },
  { NULL },
};
static const Row three[] = {
  { "A", "2021", 1, 9 },
  { "B", "2022", 1, 1 },
  { "A", "2023", 5, 9 },
  { NULL },
};
static const Row only[] = { { "A", "2021", 1, 9 }, { NULL } };
static const Row many[] = {
  { "A", "2021", 12, 9 },
  { "B", "2021", 1, 9 },
  { "A", "2022", 9, 9 },
  { "B", "2022", 1, 9 },
  { NULL },
};

static const struct refused {
  const char *label;
  const Row *rows;
  const char *before, *counts;
  double level, scale;
  guint draws;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "less than none", negative, NULL, NULL, 0.95, 100, 2000, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 1 below the header, column “met”: -1 out of 9 cannot be; ask what each of the two "
    "counts" },
  { "some out of nothing", torn, NULL, NULL, 0.95, 100, 2000, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 2 below the header, column “met”: 1 out of 0 cannot be; ask what each of the two counts" },
  { "three times", three, NULL, NULL, 0.95, 100, 2000, SCRUTINY_ERROR_MISMATCH,
    "Column “period”: there are “2021”, “2022”, “2023”; name the two to compare with before and "
    "after" },
  { "one time", only, NULL, NULL, 0.95, 100, 2000, SCRUTINY_ERROR_MISMATCH,
    "Column “period”: two times or groups are compared and there is “2021”" },
  { "another time", planning, "2019", NULL, 0.95, 100, 2000, SCRUTINY_ERROR_NOT_FOUND,
    "Column “period”: no row has “2019”; there are “2022”, “2023”" },
  { "more than there are", many, NULL, "cases", 0.95, 100, 2000, SCRUTINY_ERROR_OUT_OF_RANGE,
    "A, 2021: 12 out of 9 are not cases; set counts to events if one can have several" },
  { "counts of nothing", planning, NULL, "apples", 0.95, 100, 2000, SCRUTINY_ERROR_NOT_FOUND,
    "Mix, counts: no “apples”; there are auto, cases, events, means and sums" },
  { "level", planning, NULL, NULL, 95, 100, 2000, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Mix, level: 95 is not between 0 and 1; 0.95 is usual" },
  { "scale", planning, NULL, NULL, 0.95, 0, 2000, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Mix, scale: 0 is not above 0; 100 gives percentages" },
  { "draws", planning, NULL, NULL, 0.95, 100, 3, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Mix, draws: 3 is not from 100 to 1000000; 2000 is usual" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_mix_options_set_before (options, row->before);
  scrutiny_mix_options_set_counts (options, row->counts);
  scrutiny_mix_options_set_level (options, row->level);
  scrutiny_mix_options_set_scale (options, row->scale);
  scrutiny_mix_options_set_draws (options, row->draws);
  assert_null (mix_of (row->rows, options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

static void
refuses_columns_that_are_not_there (void **state)
{
  static const char *const nobody_has[] = { "ward", NULL }, *const none[] = { NULL };
  g_autoptr (ScrutinyTable) table = table_of (planning);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_mix_new (table, nobody_has, "met", "closed", NULL, &error));
  assert_string_equal (error->message, "Mix: there is no column “ward” for the segments; there are "
                                       "“part”, “period”, “met”, “closed”");
  g_clear_error (&error);
  assert_null (scrutiny_mix_new (table, none, "met", "closed", NULL, &error));
  assert_string_equal (error->message,
                       "Segments: there are 0 columns; from 1 to 7 can be told apart");
}

/* A column that a publisher's mark turned into texts. */
static ScrutinyTable *
table_of_texts (const char *mark)
{
  const char *counts[] = { "60", "720", "950", mark, "390", "1348.5", NULL };
  g_autoptr (ScrutinyTable) table = table_of (planning);

  return scrutiny_table_copy_with_texts (table, "given", counts, NULL);
}

static void
knows_a_withheld_count_from_a_slip (void **state)
{
  static const char *const segments[] = { "part", NULL };
  g_autoptr (ScrutinyTable) marked = table_of_texts ("<5");
  g_autoptr (ScrutinyTable) slipped = table_of_texts ("2p");
  g_autoptr (ScrutinyTable) fine = table_of_texts ("29");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyMix) mix = scrutiny_mix_new (marked, segments, "given", "closed", NULL, NULL);

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (mix)),
                       "A, 2023: “given” is “<5”, and the parts add up only with all of them; ask "
                       "for it, or for parts that can be shown together");
  assert_null (scrutiny_mix_new (slipped, segments, "given", "closed", NULL, &error));
  assert_string_equal (error->message, "Row 4 below the header, column “given”: “2p” is no number; "
                                       "correct it, or leave it empty if there is none");
  g_object_unref (mix);
  mix = scrutiny_mix_new (fine, segments, "given", "closed", NULL, NULL);
  assert_near (scrutiny_mix_get_rate_part (mix), -2, 1e-12);
}

static void
takes_events_and_sums (void **state)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  g_autoptr (ScrutinyMix) events = mix_of (many, NULL, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (events));

  assert_non_null (strstr (json, "\"counts\":\"events\""));
  assert_true (scrutiny_mix_get_total_low (events) < scrutiny_mix_get_total (events));
  scrutiny_mix_options_set_counts (options, "sums");
  g_autoptr (ScrutinyMix) sums = mix_of (stones, options, NULL);
  g_autofree char *statement = dup_said (sums, "mix.rate");
  assert_string_equal (statement,
                       "From open to keyhole the figure rose from 78.0% to 82.6%: -5.4 "
                       "within its parts (“part”) and 9.9 by how much of the whole each part is.");
  assert_near (scrutiny_mix_get_agreement (sums), NAN, 0);
  assert_near (scrutiny_mix_get_mix_high (sums), NAN, 0);
}

static void
gives_all_of_the_mix_to_one_column (void **state)
{
  g_autoptr (ScrutinyMix) mix = mix_of (tenfold, NULL, NULL);
  const double *ways = scrutiny_table_get_doubles (scrutiny_mix_get_factors (mix), "mix", NULL);

  assert_near (ways[0], 3.875, 1e-12);
}

/* Two columns that say the same divide what one of them gives; crossed, all adds up. */
static ScrutinyTable *
table_with_areas (const char *const *areas)
{
  g_autoptr (ScrutinyTable) table = table_of (planning);

  return scrutiny_table_copy_with_texts (table, "area", areas, NULL);
}

static void
divides_by_two_columns (void **state)
{
  static const char *const both[] = { "part", "area", NULL };
  static const char *const areas[] = { "N", "N", "S", "N", "S", "S", NULL };
  static const char *const same[] = { "1", "2", "3", "1", "2", "3", NULL };
  g_autoptr (ScrutinyTable) crossed = table_with_areas (areas);
  g_autoptr (ScrutinyTable) doubled = table_with_areas (same);
  g_autoptr (ScrutinyMix) mix = scrutiny_mix_new (crossed, both, "met", "closed", NULL, NULL);
  g_autoptr (ScrutinyMix) twice = scrutiny_mix_new (doubled, both, "met", "closed", NULL, NULL);
  const double *ways = scrutiny_table_get_doubles (scrutiny_mix_get_factors (mix), "mix", NULL);
  const double *halves_of =
      scrutiny_table_get_doubles (scrutiny_mix_get_factors (twice), "mix", NULL);
  const double *parts = scrutiny_table_get_doubles (scrutiny_mix_get_segments (mix), "mix", NULL);

  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_mix_get_segments (mix)), 4);
  assert_string_equal (scrutiny_table_get_texts (scrutiny_mix_get_segments (mix), "segment")[0],
                       "A · N");
  assert_near (ways[0] + ways[1], scrutiny_mix_get_mix_part (mix), 1e-12);
  assert_near (scrutiny_mix_get_rate_part (mix) + scrutiny_mix_get_mix_part (mix),
               scrutiny_mix_get_total (mix), 1e-12);
  assert_near (parts[0] + parts[1] + parts[2] + parts[3], scrutiny_mix_get_mix_part (mix), 1e-12);
  assert_near (scrutiny_mix_get_agreement (mix) >= 0, 1, 0);
  assert_near (halves_of[0], halves_of[1], 1e-12);
}

/* One column turns the figure round, two others do not. */
static void
allows_for_how_many_columns_were_tried (void **state)
{
  static const char *const all[] = { "part", "same", "none", NULL };
  static const char *const same[] = { "x", "x", "x", "x", "x", "x", NULL };
  static const char *const none[] = { "x", "y", "y", "x", "y", "y", NULL };
  g_autoptr (ScrutinyTable) table = table_of (tenfold);
  g_autoptr (ScrutinyTable) one = scrutiny_table_copy_with_texts (table, "same", same, NULL);
  g_autoptr (ScrutinyTable) two = scrutiny_table_copy_with_texts (one, "none", none, NULL);
  g_autoptr (ScrutinyTable) got = scrutiny_mix_tabulate (two, all, "met", "closed", NULL, NULL);
  const char *const *status = scrutiny_table_get_texts (got, "status");
  const double *p = scrutiny_table_get_doubles (got, "p", NULL);
  const double *adjusted = scrutiny_table_get_doubles (got, "p_adjusted", NULL);
  const double *turned = scrutiny_table_get_doubles (got, "moved_apart", NULL);

  assert_string_equal (status[0], "done");
  assert_string_equal (status[1], "cannot-tell");
  assert_near (p[0], 1 / 2001., 1e-15);
  assert_near (adjusted[0], 2 * p[0], 1e-15);
  assert_near (turned[0], 1, 0);
  assert_near (adjusted[1], NAN, 0);
  assert_near (turned[1], NAN, 0);
  assert_near (p[2], 1, 0);
  assert_near (turned[2], 0, 0);
}

static void
is_empty_when_bare (void **state)
{
  g_autoptr (ScrutinyMix) bare = g_object_new (SCRUTINY_TYPE_MIX, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)),
                       "No counts were given: ask for the numerator and the denominator of each "
                       "part, for two periods.");
  assert_non_null (strstr (json, "\"total\":null"));
  assert_non_null (scrutiny_result_get_method (SCRUTINY_RESULT (bare)));
}

static void
gives_its_properties (void **state)
{
  static const char *const numbers[] = { "before",   "after",     "total",    "rate-part",
                                         "mix-part", "total-low", "rate-low", "mix-high" };
  g_autoptr (ScrutinyMix) mix = mix_of (stones, NULL, NULL);
  const double wanted[] = { scrutiny_mix_get_before (mix),   scrutiny_mix_get_after (mix),
                            scrutiny_mix_get_total (mix),    scrutiny_mix_get_rate_part (mix),
                            scrutiny_mix_get_mix_part (mix), scrutiny_mix_get_total_low (mix),
                            scrutiny_mix_get_rate_low (mix), scrutiny_mix_get_mix_high (mix) };
  g_autoptr (ScrutinyTable) segments = NULL;
  g_autoptr (ScrutinyTable) factors = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    double got;

    g_object_get (mix, numbers[i], &got, NULL);
    assert_near (got, wanted[i], 0);
  }
  g_object_get (mix, "segments", &segments, "factors", &factors, NULL);
  assert_ptr_equal (segments, scrutiny_mix_get_segments (mix));
  assert_ptr_equal (factors, scrutiny_mix_get_factors (mix));
}

static void
chooses_the_times_that_are_named (void **state)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();
  g_autoptr (ScrutinyMix) mix = NULL;

  scrutiny_mix_options_set_after (options, "2022");
  mix = mix_of (planning, options, NULL);
  assert_near (scrutiny_mix_get_total (mix), -1.875, 1e-12);
  g_clear_object (&mix);
  scrutiny_mix_options_set_before (options, "2022");
  scrutiny_mix_options_set_after (options, "2023");
  mix = mix_of (planning, options, NULL);
  assert_near (scrutiny_mix_get_total (mix), 1.875, 1e-12);
}

int
main (void)
{
  struct CMUnitTest
      tests[G_N_ELEMENTS (said) + G_N_ELEMENTS (untold) + G_N_ELEMENTS (refused) + 15] = {
        cmocka_unit_test (agrees_with_the_known_cases),
        cmocka_unit_test (bears_out_as_much_as_published),
        cmocka_unit_test (gives_the_same_for_the_same_seed),
        cmocka_unit_test (takes_parts_that_come_and_go_as_mix),
        cmocka_unit_test (adds_up_rows_of_one_part),
        cmocka_unit_test (refuses_columns_that_are_not_there),
        cmocka_unit_test (knows_a_withheld_count_from_a_slip),
        cmocka_unit_test (takes_events_and_sums),
        cmocka_unit_test (divides_by_two_columns),
        cmocka_unit_test (allows_for_how_many_columns_were_tried),
        cmocka_unit_test (is_empty_when_bare),
        cmocka_unit_test (gives_its_properties),
        cmocka_unit_test (chooses_the_times_that_are_named),
        cmocka_unit_test (is_silent_where_the_denominator_grew_less),
        cmocka_unit_test (gives_all_of_the_mix_to_one_column),
      };
  size_t n = 15;

  n += add_rows (tests + n, says, said, G_N_ELEMENTS (said), sizeof *said);
  n += add_rows (tests + n, cannot_tell, untold, G_N_ELEMENTS (untold), sizeof *untold);
  add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("compare/mix", tests, NULL, NULL);
}
