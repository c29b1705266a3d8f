/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "base/columns-builder.h"

#include <scrutiny/comparison.h>
#include <scrutiny/error.h>

#include <string.h>

/* "a 3/10; b 5/20"; "-" is missing. */
static ScrutinyTable *
draw (const char *text)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);

  for (gsize i = 0; rows[i] && *rows[i]; i++) {
    g_auto (GStrv) cells = g_strsplit_set (rows[i], " /", 3);

    columns_builder_add_text (builder, "area", cells[0]);
    for (int k = 1; k < 3; k++)
      columns_builder_add_number (builder, k == 1 ? "above" : "below",
                                  g_str_equal (cells[k], "-") ? NAN
                                                              : g_ascii_strtod (cells[k], NULL));
  }

  return columns_builder_end (builder);
}

static ScrutinyComparison *
compare_with (const char *figures, ScrutinyComparisonOptions *options)
{
  g_autoptr (ScrutinyTable) table = draw (figures);
  g_autoptr (GError) error = NULL;
  ScrutinyComparison *made =
      scrutiny_comparison_new (table, "area", "above", "below", options, &error);

  assert_null (error);
  assert_non_null (made);

  return made;
}

/* "kind=rate focus=b" */
static ScrutinyComparisonOptions *
options_of (const char *text)
{
  ScrutinyComparisonOptions *options = scrutiny_comparison_options_new ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (gsize i = 0; words[i] && *words[i]; i++) {
    g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);
    GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (options), pair[0]);

    if (G_PARAM_SPEC_VALUE_TYPE (spec) == G_TYPE_DOUBLE)
      g_object_set (options, pair[0], g_ascii_strtod (pair[1], NULL), NULL);
    else if (G_PARAM_SPEC_VALUE_TYPE (spec) == G_TYPE_STRING)
      g_object_set (options, pair[0], pair[1], NULL);
    else if (G_PARAM_SPEC_VALUE_TYPE (spec) == G_TYPE_UINT)
      g_object_set (options, pair[0], (guint) g_ascii_strtoull (pair[1], NULL, 10), NULL);
    else
      g_object_set (options, pair[0], g_ascii_strtoull (pair[1], NULL, 10), NULL);
  }

  return options;
}

static ScrutinyFinding *
find (ScrutinyComparison *comparison, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return g_object_ref (findings->pdata[i]);

  return NULL;
}

static double
cell (ScrutinyComparison *comparison, const char *column, gsize row)
{
  return scrutiny_table_get_doubles (scrutiny_comparison_get_areas (comparison), column, NULL)[row];
}

/* --- What is said ------------------------------------------------------------------------- */

#define ALIKE "a 50/100; b 52/100; c 47/100; d 51/100; e 49/100; f 53/100"
#define ONE_OUT "a 50/100; b 52/100; c 47/100; d 51/100; e 49/100; f 85/100; g 50/100; h 48/100"

static const struct said {
  const char *label, *figures, *options, *id;
  const char *statement; /* NULL: nothing */
} said[] = {
  { "none outside", ALIKE, "", "compare.none-outside",
    "None of the 6 areas lies outside its 99.8% limits: no single one stands out from what they "
    "have in common." },
  { "none outside, so no list of them", ALIKE, "", "compare.outside", NULL },
  { "alike, so no spread", ALIKE, "", "compare.dispersion", NULL },
  { "one outside", ONE_OUT, "", "compare.outside",
    "1 of 8 areas lies outside its 99.8% limits; chance alone puts any there in 1.6 of 100 such "
    "comparisons. Above: f." },
  { "one below", "a 50/100; b 52/100; c 47/100; d 51/100; e 49/100; f 15/100; g 50/100; h 48/100",
    "", "compare.outside",
    "1 of 8 areas lies outside its 99.8% limits; chance alone puts any there in 1.6 of 100 such "
    "comparisons. Below: f." },
  { "one each way, the furthest first",
    "a 50/100; b 52/100; c 47/100; d 51/100; e 20/100; f 85/100; g 12/100; h 48/100; i 50/100", "",
    "compare.outside",
    "3 of 9 areas lie outside their 99.8% limits; chance alone puts any there in 1.8 of 100 such "
    "comparisons. Above: f. Below: g, e." },
  { "of many, how many chance would put there",
    "a 500/1000; b 500/1000; c 500/1000; d 500/1000; e 500/1000; f 500/1000; g 500/1000; h "
    "500/1000; i 500/1000; j 500/1000; k 500/1000; l 500/1000; m 500/1000; n 500/1000; o 500/1000; "
    "p 500/1000; q 500/1000; r 500/1000; s 500/1000; t 500/1000; u 500/1000; v 500/1000; w "
    "500/1000; x 500/1000; y 500/1000; z 500/1000; A 500/1000; B 500/1000; C 500/1000; D 500/1000; "
    "E 500/1000; F 500/1000; G 500/1000; H 500/1000; I 500/1000; J 500/1000; K 500/1000; L "
    "500/1000; M 500/1000; N 500/1000; O 500/1000; P 500/1000; Q 500/1000; R 500/1000; S 500/1000; "
    "T 500/1000; U 500/1000; V 500/1000; W 500/1000; X 900/1000",
    "called=wards", "compare.outside",
    "1 of 50 wards lies outside its 99.8% limits, where chance alone would put about 0.1. Above: "
    "X." },
  { "under another name", ALIKE, "called=wards", "compare.none-outside",
    "None of the 6 wards lies outside its 99.8% limits: no single one stands out from what they "
    "have in common." },
  { "the area asked about, beyond", ONE_OUT, "focus=f", "compare.focus",
    "f has 85.0%, all 8 areas together 54.0%: higher than chance alone makes 999 of 1,000 areas of "
    "its size." },
  { "the area asked about, within", ONE_OUT, "focus=a", "compare.focus",
    "a has 50.0%, all 8 areas together 54.0%: within what chance alone makes of areas of its "
    "size." },
  { "at the edge", "a 50/100; b 52/100; c 47/100; d 51/100; e 49/100; f 63/100", "focus=f",
    "compare.focus",
    "f has 63.0%, all 6 areas together 52.0%: as far off as chance alone puts 1 in 20 areas "
    "of its size." },
  { "with wider limits", ONE_OUT, "focus=f dispersion=additive", "compare.focus",
    "f has 85.0%, all 8 areas together 54.0%: above limits that allow for how much all areas "
    "vary." },
  { "the area asked about has no figures", "a 50/100; b 52/100; c -/100", "focus=c",
    "compare.left-out", "c is not compared with the others: not published." },
  { "its place is settled", ONE_OUT, "focus=f", "compare.place",
    "From the largest on, f is number 1 of 8; other cases would hardly have moved it." },
  { "its place is not", ONE_OUT, "focus=a", "compare.place",
    "From the largest on, a is number 4 of 8; with other cases it could as well have been any from "
    "2 to 8." },
  { "an order says little", ALIKE, "", "compare.order",
    "A list of the 6 areas in order would say more than is known: with other cases each could "
    "stand, on average, in 6 different places, 6 of them could be first and 6 last." },
  { "no quartiles", ALIKE, "", "compare.no-quartiles",
    "About 0% of how the 6 areas differ is more than chance among cases (from 0% to 11%), so no "
    "quartiles are given." },
  { "more periods would do", "a 50/100; b 62/100; c 47/100; d 55/100; e 43/100; f 53/100", "",
    "compare.no-quartiles",
    "About 45% of how the 6 areas differ is more than chance among cases (from 0% to 91%), so no "
    "quartiles are given. It would take 2 such periods together, and that none moves from its "
    "level meanwhile." },
  { "an order that is settled", "a 10/1000; b 300/1000; c 600/1000; d 900/1000", "",
    "compare.order", NULL },
  { "much more is real", "a 10/1000; b 300/1000; c 600/1000; d 900/1000", "",
    "compare.no-quartiles", NULL },
  { "a rate", "a 5/1000; b 6/1000; c 40/1000; d 4/1000", "kind=rate focus=c", "compare.focus",
    "c has 4000.0, all 4 areas together 1375.0: higher than chance alone makes 999 of 1,000 areas "
    "of its size." },
  { "a ratio", "a 90/100; b 110/100; c 160/100", "kind=ratio focus=c", "compare.focus",
    "c has 1.60, all 3 areas together 1.00: higher than chance alone makes 999 of 1,000 areas of "
    "its size." },
  { "values with their errors", "a 490/2; b 500/2; c 512/2", "kind=value focus=c", "compare.focus",
    "c has 512.0, all 3 areas together 500.7: higher than chance alone makes 999 of 1,000 areas of "
    "its size." },
};

static void
says (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyComparisonOptions) options = options_of (row->options);
  g_autoptr (ScrutinyComparison) comparison = compare_with (row->figures, options);
  g_autoptr (ScrutinyFinding) finding = find (comparison, row->id);
  g_autofree char *statement = finding ? scrutiny_finding_dup_statement (finding, NULL) : NULL;

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (comparison)));
  if (!row->statement) {
    assert_null (finding);
    return;
  }
  assert_non_null (finding);
  assert_string_equal (statement, row->statement);
}

/* Every finding asks something and for something, and says how often it speaks though nothing is
 * there.
 */
static void
asks_and_owns_up (void **state)
{
  g_autoptr (ScrutinyComparisonOptions) options = options_of ("focus=f");
  g_autoptr (ScrutinyComparison) comparison = compare_with (ONE_OUT, options);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));
  guint n_false_alarms = 0;

  (void) state;
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);
    g_autoptr (GVariant) chance = g_variant_lookup_value (
        scrutiny_finding_get_facts (findings->pdata[i]), "false_alarm", G_VARIANT_TYPE_DOUBLE);

    g_autofree char *request = scrutiny_finding_dup_request (findings->pdata[i], NULL);

    assert_non_null (question);
    assert_non_null (request);
    n_false_alarms += chance != NULL;
  }
  assert_true (findings->len >= 4);
  assert_true (n_false_alarms >= findings->len - 1);
}

/* --- What cannot be told ------------------------------------------------------------------- */

static const struct untold {
  const char *label, *figures, *options, *reason;
} untold[] = {
  { "no areas", "", "",
    "No area has figures that can be compared: ask for the counts, and what they "
    "are out of." },
  { "all withheld", "a -/10; b 3/-", "",
    "No area has figures that can be compared: ask for the counts, and what they are out of." },
  { "one area", "a 3/10; b -/20; c 0/0", "",
    "Only “a” has figures that can be compared, and there is nothing beside it: ask for those of "
    "other areas." },
  { "nothing counted", "a 0/10; b 0/20", "",
    "Nothing was counted in any area, so none differs: ask whether it was looked for." },
  { "everything counted", "a 10/10; b 20/20", "",
    "All cases were counted in every area, so none differs: ask what would not be counted." },
  { "no events", "a 0/10; b 0/20", "kind=rate",
    "Nothing was counted in any area, so none differs: ask whether it was looked for." },
};

static void
cannot_tell (void **state)
{
  const struct untold *row = *state;
  g_autoptr (ScrutinyComparisonOptions) options = options_of (row->options);
  g_autoptr (ScrutinyTable) table = *row->figures ? draw (row->figures) : draw ("a -/-");
  g_autoptr (ScrutinyComparison) comparison =
      scrutiny_comparison_new (table, "area", "above", "below", options, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (comparison));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (comparison)), row->reason);
  assert_int_equal (findings->len, 0);
  assert_null (strstr (json, "nan"));
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_comparison_get_funnel (comparison)), 0);
}

static void
says_why_an_area_is_left_out (void **state)
{
  g_autoptr (ScrutinyComparison) comparison =
      compare_with ("a 5/10; b 7/20; c -/30; d 0/0; e 9/25; all 21/55; f 6/12", NULL);
  ScrutinyTable *areas = scrutiny_comparison_get_areas (comparison);
  const char *const *states = scrutiny_table_get_texts (areas, "state");

  (void) state;
  assert_string_equal (states[0], "");
  assert_string_equal (states[2], "not published");
  assert_string_equal (states[3], "nobody counted");
  assert_string_equal (states[5], "");
  assert_int_equal (scrutiny_comparison_get_n_areas (comparison), 5);
  assert_near (cell (comparison, "value", 2), NAN, 0);
  assert_near (cell (comparison, "rank", 3), NAN, 0);
}

static void
leaves_out_a_row_of_all_others (void **state)
{
  g_autoptr (ScrutinyComparison) comparison =
      compare_with ("England 27/67; a 5/10; b 7/20; e 9/25; f 6/12", NULL);
  ScrutinyTable *areas = scrutiny_comparison_get_areas (comparison);

  (void) state;
  assert_string_equal (scrutiny_table_get_texts (areas, "state")[0], "the sum of the others");
  assert_int_equal (scrutiny_comparison_get_n_areas (comparison), 4);
  assert_near (scrutiny_comparison_get_centre (comparison), 100 * 27 / 67., 1e-12);
}

/* --- Numbers -------------------------------------------------------------------------------- */

/* Two areas that differ by nothing, and by a lot. */
static void
compares_two (void **state)
{
  g_autoptr (ScrutinyComparison) same = compare_with ("a 50/100; b 50/100", NULL);
  g_autoptr (ScrutinyComparison) apart = compare_with ("a 900/1000; b 100/1000", NULL);

  (void) state;
  assert_near (scrutiny_comparison_get_phi (same), 0, 0);
  assert_near (scrutiny_comparison_get_rankability (same), 0, 0);
  assert_near (cell (same, "rank", 0), 1, 0);
  assert_near (cell (same, "rank", 1), 1, 0);
  assert_near (cell (same, "rank_high", 1), 2, 0);
  assert_near (cell (apart, "rank_low", 1), 2, 0);
  assert_near (cell (apart, "rank_high", 0), 1, 0);
  assert_near (cell (apart, "outside998", 0), 1, 0);
  assert_near (cell (apart, "outside998", 1), -1, 0);
}

/* Limits of an area as FunnelPlotR and others draw them, by hand. */
static void
draws_limits_on_each_scale (void **state)
{
  static const char figures[] = "a 60/100; b 150/100; c 90/100";
  g_autoptr (ScrutinyComparisonOptions) options =
      options_of ("kind=ratio dispersion=additive score=log");
  g_autoptr (ScrutinyComparison) log_scale = compare_with (figures, options);
  const double tau2 = scrutiny_comparison_get_tau2 (log_scale);

  (void) state;
  assert_true (tau2 > 0);
  assert_near (cell (log_scale, "upper998", 0), exp (3.090232306167813 * sqrt (0.01 + tau2)),
               1e-12);
  scrutiny_comparison_options_set_score (options, "root");
  scrutiny_comparison_options_set_dispersion (options, "multiplicative");
  g_autoptr (ScrutinyComparison) root = compare_with (figures, options);
  const double phi = scrutiny_comparison_get_phi (root);
  const double half = 1.959963984540054 * sqrt (phi) / 20;
  assert_near (cell (root, "lower95", 1), (1 - half) * (1 - half), 1e-12);
  scrutiny_comparison_options_set_kind (options, "proportion");
  scrutiny_comparison_options_set_score (options, "arcsine");
  scrutiny_comparison_options_set_dispersion (options, "additive");
  g_autoptr (ScrutinyComparison) arcsine =
      compare_with ("a 60/100; b 80/100; c 40/100; d 60/100", options);
  const double added = scrutiny_comparison_get_tau2 (arcsine);
  const double up = asin (sqrt (0.6)) + 1.959963984540054 * sqrt (0.0025 + added);
  assert_near (cell (arcsine, "upper95", 0), 100 * sin (up) * sin (up), 1e-10);
}

/* DerSimonian and Laird's variance by NumPy: 0.448, and (1 - 0.448) / 0.448. */
static void
counts_periods_needed (void **state)
{
  g_autoptr (ScrutinyComparison) comparison =
      compare_with ("a 50/100; b 62/100; c 47/100; d 55/100; e 43/100; f 53/100", NULL);
  g_autoptr (ScrutinyComparison) alike = compare_with (ALIKE, NULL);

  assert_near (scrutiny_comparison_get_rankability (comparison), 0.4479227472671114, 1e-13);
  assert_near (scrutiny_comparison_get_periods_needed (comparison), 1.2325278323131608, 1e-12);
  assert_true (isnan (scrutiny_comparison_get_periods_needed (alike)));
}

/* Quartiles from the largest, only where most of the variation is real. */
static void
parts_into_quartiles (void **state)
{
  g_autoptr (ScrutinyComparison) comparison =
      compare_with ("a 100/1000; b 200/1000; c 300/1000; d 400/1000; e 500/1000; f 600/1000; g "
                    "700/1000; h 800/1000",
                    NULL);

  (void) state;
  assert_true (scrutiny_comparison_get_rankability (comparison) > 0.9);
  assert_true (scrutiny_comparison_get_rankability_low (comparison) <=
               scrutiny_comparison_get_rankability (comparison));
  assert_near (cell (comparison, "quartile", 7), 1, 0);
  assert_near (cell (comparison, "quartile", 0), 4, 0);
  assert_near (cell (comparison, "reliability", 0),
               scrutiny_comparison_get_between (comparison) /
                   (scrutiny_comparison_get_between (comparison) +
                    1e4 * (100.5 / 1001) * (900.5 / 1001) / 1000),
               1e-12);
}

static void
is_the_same_for_a_seed (void **state)
{
  g_autoptr (ScrutinyComparisonOptions) options = options_of ("seed=7 draws=1000");
  g_autoptr (ScrutinyComparison) first = compare_with (ONE_OUT, options);
  g_autoptr (ScrutinyComparison) second = compare_with (ONE_OUT, options);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (first));
  g_autofree char *again = scrutiny_result_dup_json (SCRUTINY_RESULT (second));

  (void) state;
  assert_string_equal (json, again);
  assert_non_null (strstr (json, "\"seed\":7"));
}

/* In another unit, everything but the scale is the same. */
static void
only_multiplies_by_the_scale (void **state)
{
  g_autoptr (ScrutinyComparisonOptions) options = options_of ("scale=1");
  g_autoptr (ScrutinyComparison) share = compare_with (ONE_OUT, options);
  g_autoptr (ScrutinyComparison) percent = compare_with (ONE_OUT, NULL);

  (void) state;
  assert_near (scrutiny_comparison_get_phi (share), scrutiny_comparison_get_phi (percent), 0);
  assert_near (100 * cell (share, "upper998", 3), cell (percent, "upper998", 3), 1e-12);
  assert_near (1e4 * scrutiny_comparison_get_between_high (share),
               scrutiny_comparison_get_between_high (percent), 1e-9);
}

/* --- What was published beside the counts ---------------------------------------------------- */

/* Of ONE_OUT: what was said of each, and between which it was said to lie. */
static ScrutinyTable *
draw_published (double high_of_f)
{
  static const double values[] = { 50, 52, 47, 51, 49, 85, 50, 48 };
  g_autoptr (ScrutinyTable) table = draw (ONE_OUT);
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    columns_builder_add_text (builder, "area", scrutiny_table_get_texts (table, "area")[i]);
    for (int k = 0; k < 2; k++)
      columns_builder_add_number (
          builder, k ? "below" : "above",
          scrutiny_table_get_doubles (table, k ? "below" : "above", NULL)[i]);
    columns_builder_add_number (builder, "said", values[i]);
    columns_builder_add_number (builder, "low", i == 2 ? NAN : 40);
    columns_builder_add_number (builder, "high", i == 5 ? high_of_f : 60);
    columns_builder_add_number (builder, "wide low", 30);
    columns_builder_add_number (builder, "wide high", i == 5 ? high_of_f - 1 : 70);
  }

  return columns_builder_end (builder);
}

static const struct ranges {
  const char *label;
  double high_of_f;
  const char *ranges[3];
  const char *statement;
} ranges[] = {
  { "outside of one",
    80,
    { "low..high" },
    "1 of 7 lies outside the ranges published beside it: f (85; 40 to 80). By the counts alone 1 "
    "is outside 95% limits, 1 of them among these." },
  { "the widest is named",
    80,
    { "low..high", "wide low..wide high" },
    "1 of 8 lies outside the ranges published beside it: f (85; 30 to 79). By the counts alone 1 "
    "is outside 95% limits, 1 of them among these." },
  { "at the end of one",
    85,
    { "low..high" },
    "None of the 7 lies outside the range published beside it; by the counts alone 1 is outside "
    "95% limits." },
};

static void
looks_at_ranges (void **state)
{
  const struct ranges *row = *state;
  g_autoptr (ScrutinyComparisonOptions) options = options_of ("published=said");
  g_autoptr (ScrutinyTable) table = draw_published (row->high_of_f);
  g_autoptr (ScrutinyComparison) comparison = NULL;

  scrutiny_comparison_options_set_ranges (options, row->ranges);
  comparison = scrutiny_comparison_new (table, "area", "above", "below", options, NULL);
  g_autoptr (ScrutinyFinding) finding = find (comparison, "compare.published-range");
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (comparison));

  assert_string_equal (statement, row->statement);
  assert_non_null (strstr (json, "\"ranges\":[[40,60]"));
}

static const struct refused_ranges {
  const char *label, *range;
  int code;
} refused_ranges[] = {
  { "one column", "low", SCRUTINY_ERROR_UNREADABLE },
  { "half a pair", "low..", SCRUTINY_ERROR_UNREADABLE },
  { "no such column", "low..hgih", SCRUTINY_ERROR_NOT_FOUND },
  { "a column of texts", "area..high", SCRUTINY_ERROR_MISMATCH },
};

static void
refuses_ranges (void **state)
{
  const struct refused_ranges *row = *state;
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyTable) table = draw_published (80);
  g_autoptr (GError) error = NULL;

  scrutiny_comparison_options_set_ranges (options, (const char *[]){ row->range, NULL });
  assert_null (scrutiny_comparison_new (table, "area", "above", "below", options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, row->code));
}

/* --- Neighbours ------------------------------------------------------------------------------ */

static void
sets_beside_neighbours (void **state)
{
  static const char *const pairs[][2] = { { "a", "b" },       { "a", "c" }, { "a", "a" },
                                          { "a", "nowhere" }, { "f", "a" }, { "f", "b" } };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyComparisonOptions) options = options_of ("focus=f");
  g_autoptr (ScrutinyTable) table = NULL;

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    columns_builder_add_text (builder, "area", pairs[i][0]);
    columns_builder_add_text (builder, "neighbour", pairs[i][1]);
  }
  table = columns_builder_end (builder);
  scrutiny_comparison_options_set_neighbours (options, table);
  g_autoptr (ScrutinyComparison) comparison = compare_with (ONE_OUT, options);
  g_autoptr (ScrutinyFinding) finding = find (comparison, "compare.neighbours");
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);

  assert_near (cell (comparison, "neighbours", 0), 2, 0);
  assert_near (cell (comparison, "neighbour_value", 0), 49.5, 1e-12);
  assert_near (cell (comparison, "neighbour_outside998", 0), 0, 0);
  assert_near (cell (comparison, "neighbour_outside998", 5), 1, 0);
  assert_near (cell (comparison, "neighbour_value", 2), NAN, 0);
  assert_string_equal (statement,
                       "f has 85.0%, its 2 neighbours together 51.0%: further apart than "
                       "chance among cases makes 998 of 1,000 such pairs.");
}

/* --- Standardised rates ---------------------------------------------------------------------- */

static ScrutinyTable *
draw_bands (const char *text)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);

  for (gsize i = 0; rows[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (rows[i], " ", 5);

    columns_builder_add_text (builder, "area", cells[0]);
    columns_builder_add_text (builder, "age", cells[1]);
    columns_builder_add_number (builder, "above", g_ascii_strtod (cells[2], NULL));
    columns_builder_add_number (builder, "below", g_ascii_strtod (cells[3], NULL));
    columns_builder_add_number (builder, "standard", g_ascii_strtod (cells[4], NULL));
  }

  return columns_builder_end (builder);
}

static ScrutinyComparison *
compare_bands (const char *figures, GError **error)
{
  g_autoptr (ScrutinyTable) table = draw_bands (figures);
  g_autoptr (ScrutinyComparisonOptions) options =
      options_of ("kind=standardised band=age standard=standard scale=1000");

  return scrutiny_comparison_new (table, "area", "above", "below", options, error);
}

/* Rate (0.1 + 3 * 0.03)/4, and what the kernel's test says of its interval. */
static void
standardises_by_age (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyComparison) comparison = compare_bands (
      "a young 10 100 1; a old 30 1000 3; b old 40 1000 3; b young 12 100 1; c young "
      "2 100 1; c old 3 1000 3; d young 11 100 1",
      &error);
  const char *const *states =
      scrutiny_table_get_texts (scrutiny_comparison_get_areas (comparison), "state");

  (void) state;
  assert_null (error);
  assert_near (cell (comparison, "value", 0), 47.5, 1e-12);
  assert_near (cell (comparison, "numerator", 0), 40, 0);
  assert_near (cell (comparison, "denominator", 0), 40 / 0.0475, 1e-9);
  assert_near (cell (comparison, "low", 0), 31.403453667847178, 1e-9);
  assert_near (cell (comparison, "value", 1), 60, 1e-12);
  assert_string_equal (states[2], "fewer than 10 events");
  assert_string_equal (states[3], "an age band is missing");
}

/* 2 of the young go with the 10 next to them: 12 of 300, and 30 of 1000, weighed 3 to 3; of “c”
 * all bands would go together, which is no such rate; “All” is the sum by people, though its rate
 * stands for others.
 */
static void
takes_bands_with_few_events_together (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table =
      draw_bands ("a young 2 100 1; a middle 10 200 2; a old 30 1000 3; b young 10 200 1; b middle "
                  "20 100 2; b old 40 1000 3; c young 1 90 1; c middle 2 80 2; c old 30 700 3; "
                  "All young 13 390 1; All middle 32 380 2; All old 100 2700 3");
  g_autoptr (ScrutinyComparisonOptions) options =
      options_of ("kind=standardised band=age standard=standard scale=1000");

  (void) state;
  scrutiny_comparison_options_set_disclosure (options, 5);
  g_autoptr (ScrutinyComparison) comparison =
      scrutiny_comparison_new (table, "area", "above", "below", options, &error);
  assert_null (error);
  const char *const *states =
      scrutiny_table_get_texts (scrutiny_comparison_get_areas (comparison), "state");
  assert_near (cell (comparison, "value", 0), 1000 * (3 * 12 / 300. + 3 * 30 / 1000.) / 6, 1e-12);
  assert_near (cell (comparison, "value", 1),
               1000 * (10 / 200. + 2 * 20 / 100. + 3 * 40 / 1000.) / 6, 1e-12);
  assert_string_equal (states[2], "withheld, for few events in its age bands");
  assert_near (cell (comparison, "numerator", 2), 33, 0);
  assert_string_equal (states[3], "the sum of the others");
  g_autoptr (ScrutinyFinding) finding = find (comparison, "compare.joined-bands");
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);
  assert_string_equal (statement,
                       "In 1 of 2 areas age bands with fewer than 5 events are taken together "
                       "with those beside them, so that few events are not told; these rates "
                       "are near those of all bands, and not the same.");
}

static const struct banded {
  const char *label, *figures, *message;
} banded[] = {
  { "a band twice", "a young 10 100 1; a young 30 1000 1",
    "Row 2 below the header: “a”, band “young”, stands in row 1 already; take one period and one "
    "row "
    "a band" },
  { "two standards", "a young 10 100 1; b young 30 1000 2",
    "Row 2 below the header: the standard population of band “young” is 2, and 1 further up; it is "
    "one for all areas" },
  { "nobody there", "a young 10 100 1; a old 3 0 2",
    "Row 2 below the header (“a”, band “old”): 3 events, 0 people and a standard population of 2 "
    "cannot be; events are at least 0, people above 0" },
};

static void
refuses_bands (void **state)
{
  const struct banded *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyComparison) comparison = compare_bands (row->figures, &error);

  assert_null (comparison);
  assert_non_null (error);
  assert_string_equal (error->message, row->message);
}

/* --- Refusals -------------------------------------------------------------------------------- */

static const struct refused {
  const char *label, *figures, *options;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "an area twice", "a 1/2; b 1/3; a 2/3", "", SCRUTINY_ERROR_MISMATCH,
    "Row 3 below the header: “a” stands in row 1 already; take one period and one row an area" },
  { "more than all", "a 1/2; b 5/3", "", SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 2 below the header (“b”): 5 out of 3 is not a proportion; of events that may come more "
    "than "
    "once compare rates" },
  { "less than none", "a 1/2; b -1/3", "kind=rate", SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 2 below the header (“b”), column “above”: -1 cannot be; correct it, or leave it empty" },
  { "fewer than nobody", "a 1/2; b 1/-3", "kind=rate", SCRUTINY_ERROR_OUT_OF_RANGE,
    "Row 2 below the header (“b”), column “below”: -3 cannot be; correct it, or leave it empty" },
  { "no such kind", "a 1/2", "kind=share", SCRUTINY_ERROR_NOT_FOUND,
    "Option kind: there is no “share”; there are proportion, rate, ratio, standardised, value" },
  { "no such dispersion", "a 1/2", "dispersion=more", SCRUTINY_ERROR_NOT_FOUND,
    "Option dispersion: there is no “more”; there are none, multiplicative, additive" },
  { "no such limits", "a 1/2", "limits=wide", SCRUTINY_ERROR_NOT_FOUND,
    "Option limits: there is no “wide”; there are exact, normal" },
  { "no such trim", "a 1/2", "trim=half", SCRUTINY_ERROR_NOT_FOUND,
    "Option trim: there is no “half”; there are winsorise, truncate, none" },
  { "a score for another kind", "a 1/2", "kind=rate score=arcsine", SCRUTINY_ERROR_MISMATCH,
    "Option score: “arcsine” is not for a comparison of the kind rate; leave it to the library "
    "with "
    "auto" },
  { "a level in percent", "a 1/2", "level=95", SCRUTINY_ERROR_OUT_OF_RANGE,
    "Option level: 95 is not between 0 and 1; 0.95 is usual" },
  { "a scale below nothing", "a 1/2", "scale=-1", SCRUTINY_ERROR_OUT_OF_RANGE,
    "Option scale: -1 is not above 0; 100 gives percentages" },
  { "few draws", "a 1/2", "draws=10", SCRUTINY_ERROR_OUT_OF_RANGE,
    "Option draws: 10 is not from 1000 to 100000; 2000 is usual" },
  { "an area that is not there", "a 1/2; b 1/3", "focus=c", SCRUTINY_ERROR_NOT_FOUND,
    "Option focus: there is no area “c”; there are “a”, “b”" },
  { "bands of a proportion", "a 1/2", "band=age", SCRUTINY_ERROR_MISMATCH,
    "Option kind: age bands, a standard population and their spread go with standardised, not with "
    "proportion" },
  { "standardised by nothing", "a 1/2", "kind=standardised band=age", SCRUTINY_ERROR_NOT_FOUND,
    "Option standard: a standardised rate needs a column of age bands and one of the standard "
    "population; name both" },
  { "no column of values", "a 1/2; b 1/2", "published=said", SCRUTINY_ERROR_NOT_FOUND,
    "Comparison: there is no column “said” for the published values; there are “area”, “above”, "
    "“below”" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyTable) table = draw (row->figures);
  g_autoptr (ScrutinyComparisonOptions) options = options_of (row->options);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyComparison) comparison =
      scrutiny_comparison_new (table, "area", "above", "below", options, &error);

  assert_null (comparison);
  assert_non_null (error);
  assert_string_equal (error->message, row->message);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
}

static void
refuses_a_text (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (GError) error = NULL;

  (void) state;
  columns_builder_add_text (builder, "area", "a");
  columns_builder_add_text (builder, "above", "7");
  columns_builder_add_number (builder, "below", 20);
  columns_builder_add_text (builder, "area", "b");
  columns_builder_add_text (builder, "above", "seven");
  columns_builder_add_number (builder, "below", 20);
  table = columns_builder_end (builder);
  assert_null (scrutiny_comparison_new (table, "area", "above", "below", NULL, &error));
  assert_string_equal (error->message,
                       "Row 2 below the header, column “above”: “seven” is no number, and the "
                       "numerator needs numbers; correct it, or leave it empty if there is none");
}

static void
a_bare_one_is_valid (void **state)
{
  g_autoptr (ScrutinyComparison) bare = g_object_new (SCRUTINY_TYPE_COMPARISON, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  assert_true (g_str_has_prefix (json, "{\"schema\":\"scrutiny.compare/1\",\"method\":{"));
  assert_non_null (strstr (json, "\"areas\":[],\"findings\":[]}"));
  assert_string_equal (scrutiny_comparison_get_kind (bare), "proportion");
  assert_near (scrutiny_comparison_get_centre (bare), NAN, 0);
  assert_near (scrutiny_comparison_get_phi (bare), NAN, 0);
  assert_near (scrutiny_comparison_get_between (bare), NAN, 0);
  assert_int_equal (scrutiny_comparison_get_n_areas (bare), 0);
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (said) + G_N_ELEMENTS (untold) + G_N_ELEMENTS (refused) +
                          G_N_ELEMENTS (banded) + G_N_ELEMENTS (ranges) +
                          G_N_ELEMENTS (refused_ranges) + 13] = {
    cmocka_unit_test (asks_and_owns_up),
    cmocka_unit_test (says_why_an_area_is_left_out),
    cmocka_unit_test (leaves_out_a_row_of_all_others),
    cmocka_unit_test (compares_two),
    cmocka_unit_test (draws_limits_on_each_scale),
    cmocka_unit_test (counts_periods_needed),
    cmocka_unit_test (parts_into_quartiles),
    cmocka_unit_test (is_the_same_for_a_seed),
    cmocka_unit_test (only_multiplies_by_the_scale),
    cmocka_unit_test (sets_beside_neighbours),
    cmocka_unit_test (standardises_by_age),
    cmocka_unit_test (takes_bands_with_few_events_together),
    cmocka_unit_test (refuses_a_text),
    cmocka_unit_test (a_bare_one_is_valid),
  };
  size_t n = 13;

  n += add_rows (tests + n, says, said, G_N_ELEMENTS (said), sizeof *said);
  n += add_rows (tests + n, cannot_tell, untold, G_N_ELEMENTS (untold), sizeof *untold);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  n += add_rows (tests + n, looks_at_ranges, ranges, G_N_ELEMENTS (ranges), sizeof *ranges);
  n += add_rows (tests + n, refuses_ranges, refused_ranges, G_N_ELEMENTS (refused_ranges),
                 sizeof *refused_ranges);
  add_rows (tests + n, refuses_bands, banded, G_N_ELEMENTS (banded), sizeof *banded);

  return cmocka_run_group_tests_name ("compare/comparison", tests, NULL, NULL);
}
