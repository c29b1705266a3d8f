/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/comparison.h>

#include <scrutiny/error.h>
#include <scrutiny/finding.h>

#include "base/columns-builder.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define N 8

/* Far apart, so that figures leave one place open to each, or near, so that they leave all. */
static const double far[N] = { 80, 70, 60, 50, 40, 30, 20, 10 };
static const double near[N] = { 50.4, 50.3, 50.2, 50.1, 50, 49.9, 49.8, 49.7 };
static const double tied[N] = { 80, 70, 70, 50, 40, 30, 20, 10 };

static const double down[N] = { 1, 2, 3, 4, 5, 6, 7, 8 };

static ScrutinyComparison *
compare (const double *values, const double *ranks, const double *quartiles, GError **error)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;

  for (guint i = 0; i < N; i++) {
    columns_builder_add_text (builder, "area", names[i]);
    columns_builder_add_number (builder, "value", values[i]);
    columns_builder_add_number (builder, "error", 1);
    if (ranks)
      columns_builder_add_number (builder, "rank", ranks[i]);
    if (quartiles)
      columns_builder_add_number (builder, "quartile", quartiles[i]);
  }
  table = columns_builder_end (builder);
  scrutiny_comparison_options_set_kind (options, "value");
  scrutiny_comparison_options_set_rank (options, ranks ? "rank" : NULL);
  scrutiny_comparison_options_set_quartile (options, quartiles ? "quartile" : NULL);

  return scrutiny_comparison_new (table, "area", "value", "error", options, error);
}

static char *
dup_said (ScrutinyComparison *comparison, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return scrutiny_finding_dup_statement (findings->pdata[i], NULL);

  return NULL;
}

#define WITHIN(first, width) \
  "By the published ranks number 1 has the " first " value. All 8 lie within the places that the " \
  "figures leave open: on average " width " of 8 each."

/* What is said of ranks, and of their order where something is. */
static const struct ranked {
  const char *label;
  const double *values;
  double ranks[N];
  const char *places, *order;
} ranked[] = {
  { "as the values go", far, { 1, 2, 3, 4, 5, 6, 7, 8 }, WITHIN ("largest", "1"), NULL },
  { "from the other end", far, { 8, 7, 6, 5, 4, 3, 2, 1 }, WITHIN ("smallest", "1"), NULL },
  { "of values near each other", near, { 1, 2, 3, 4, 5, 6, 7, 8 }, WITHIN ("largest", "8"), NULL },
  { "near each other, two changed",
    near,
    { 2, 1, 3, 4, 5, 6, 7, 8 },
    WITHIN ("largest", "8"),
    "2 of 8 published ranks are not in the order of the values, the largest first: a (ranked 2; "
    "number 1 by its value, 50.400), b (ranked 1; number 2 by its value, 50.300)." },
  { "one of another figure",
    far,
    { 1, 2, 3, 4, 5, 6, 7, 2 },
    "By the published ranks number 1 has the largest value. 1 of 8 lies outside the places that "
    "the "
    "figures leave open: h (ranked 2; 8 to 8 left open).",
    "1 of 8 published ranks is not in the order of the values, the largest first: h (ranked 2; "
    "number 8 by its value, 10.000)." },
  { "two of one value share a rank",
    tied,
    { 1, 2, 2, 4, 5, 6, 7, 8 },
    WITHIN ("largest", "1"),
    NULL },
  { "and ranks go on without a gap",
    tied,
    { 1, 2, 2, 3, 4, 5, 6, 7 },
    WITHIN ("largest", "1"),
    NULL },
  { "and ranks are halves", tied, { 1, 2.5, 2.5, 4, 5, 6, 7, 8 }, WITHIN ("largest", "1"), NULL },
  { "two of one value do not",
    tied,
    { 1, 2, 3, 4, 5, 6, 7, 8 },
    WITHIN ("largest", "1"),
    "The published ranks go in the order of the values, the largest first, but 2 areas with the "
    "same value as another have another rank." },
  { "both",
    tied,
    { 1, 2, 3, 4, 5, 6, 8, 7 },
    "By the published ranks number 1 has the largest value. 2 of 8 lie outside the places that the "
    "figures leave open: g (ranked 8; 7 to 7 left open), h (ranked 7; 8 to 8 left open).",
    "2 of 8 published ranks are not in the order of the values, the largest first: g (ranked 8; "
    "number 7 by its value, 20.000), h (ranked 7; number 8 by its value, 10.000). 2 areas with the "
    "same value as another have another rank." },
  { "others are ranked among them",
    far,
    { 2, 4, 6, 8, 10, 12, 14, 16 },
    WITHIN ("largest", "1"),
    NULL },
  { "one has none",
    far,
    { 1, NAN, 2, 3, 4, 5, 6, 7 },
    "By the published ranks number 1 has the largest value. All 7 lie within the places that the "
    "figures leave open: on average 1 of 8 each.",
    NULL },
  { "all are ranked alike", far, { 1, 1, 1, 1, 1, 1, 1, 1 }, WITHIN ("largest", "1"), NULL },
  { "only one has one", far, { 1, NAN, NAN, NAN, NAN, NAN, NAN, NAN }, NULL, NULL },
};

static void
check_said (ScrutinyComparison *comparison, const char *id, const char *wanted)
{
  g_autofree char *said = dup_said (comparison, id);

  if (wanted)
    assert_non_null (said);
  if (wanted)
    assert_string_equal (said, wanted);
  else
    assert_null (said);
}

static void
sets_ranks_beside (void **state)
{
  const struct ranked *row = *state;
  g_autoptr (ScrutinyComparison) comparison = compare (row->values, row->ranks, NULL, NULL);

  check_said (comparison, "compare.published-rank", row->places);
  check_said (comparison, "compare.published-order", row->order);
  check_said (comparison, "compare.published-quartile", NULL);
}

static const struct quartered {
  const char *label;
  const double *values;
  double quartiles[N];
  const char *said;
} quartered[] = {
  { "as the values go",
    far,
    { 1, 1, 2, 2, 3, 3, 4, 4 },
    "By the published quartiles the first has the largest values. All 8 are among those that the "
    "figures leave open; 0 could as well be in another." },
  { "from the other end",
    far,
    { 4, 4, 3, 3, 2, 2, 1, 1 },
    "By the published quartiles the first has the smallest values. All 8 are among those that the "
    "figures leave open; 0 could as well be in another." },
  { "one is another",
    far,
    { 1, 1, 2, 2, 3, 3, 4, 1 },
    "By the published quartiles the first has the largest values. 1 of 8 is not among those that "
    "the figures leave open: h (1; 4 to 4 left open). 0 could be in more than one." },
  { "where hardly anything is more than chance",
    near,
    { 1, 1, 2, 2, 3, 3, 4, 4 },
    "Quartiles are published of 8 areas; about 0% of how these differ is more than chance among "
    "cases, less than half, so in which quartile one is cannot be told." },
  { "none", far, { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN }, NULL },
};

static void
sets_quartiles_beside (void **state)
{
  const struct quartered *row = *state;
  g_autoptr (ScrutinyComparison) comparison = compare (row->values, NULL, row->quartiles, NULL);

  check_said (comparison, "compare.published-quartile", row->said);
  check_said (comparison, "compare.published-rank", NULL);
}

static void
keeps_what_was_published (void **state)
{
  g_autoptr (ScrutinyComparison) comparison = compare (far, down, down, NULL);
  g_autoptr (ScrutinyComparison) bare = compare (far, NULL, NULL, NULL);
  ScrutinyTable *areas = scrutiny_comparison_get_areas (comparison);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (comparison));

  assert_near (scrutiny_table_get_doubles (areas, "published_rank", NULL)[6], 7, 0);
  assert_near (scrutiny_table_get_doubles (areas, "published_quartile", NULL)[7], 8, 0);
  assert_non_null (strstr (json, "\"published_rank\":2,\"published_quartile\":2"));
  assert_non_null (strstr (json, "\"rank\":\"rank\""));
  assert_non_null (strstr (json, "\"quartile\":\"quartile\""));
  assert_false (scrutiny_table_has_column (scrutiny_comparison_get_areas (bare), "published_rank"));
}

/* Ranks are of what was published: where that is not what the counts give, it is said of the value.
 */
static void
takes_published_values (void **state)
{
  static const double swapped[] = { 80, 60, 70, 50, 40, 30, 20, 10 };
  static const double ranks[] = { 1, 3, 2, 4, 5, 6, 7, 8 };
  g_autoptr (ScrutinyComparison) counted = compare (far, swapped, ranks, NULL);
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyComparison) comparison = NULL;

  scrutiny_comparison_options_set_kind (options, "value");
  scrutiny_comparison_options_set_published (options, "published_rank");
  scrutiny_comparison_options_set_rank (options, "published_quartile");
  comparison = scrutiny_comparison_new (scrutiny_comparison_get_areas (counted), "area",
                                        "numerator", "denominator", options, NULL);
  assert_non_null (comparison);
  check_said (comparison, "compare.published-order", NULL);
  check_said (comparison, "compare.published-rank",
              "By the published ranks number 1 has the largest value. All 8 lie within the places "
              "that the figures leave open: on average 1 of 8 each.");
}

/* A standardised rate has a row a band: what was published stands in the first. */
static void
reads_the_first_row_of_bands (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyComparison) comparison = NULL;
  ScrutinyTable *areas;

  for (guint i = 0; i < 6; i++) {
    columns_builder_add_text (builder, "area", i < 2 ? "a" : i < 4 ? "b" : "c");
    columns_builder_add_text (builder, "band", i % 2 ? "old" : "young");
    columns_builder_add_number (builder, "deaths", 20 + 10 * i);
    columns_builder_add_number (builder, "people", 1000);
    columns_builder_add_number (builder, "standard", 500);
    columns_builder_add_number (builder, "rank", 3 - i / 2 + (i % 2 ? 9 : 0));
    columns_builder_add_number (builder, "rate", 2500 + 2000 * (i / 2));
  }
  table = columns_builder_end (builder);
  scrutiny_comparison_options_set_kind (options, "standardised");
  scrutiny_comparison_options_set_band (options, "band");
  scrutiny_comparison_options_set_standard (options, "standard");
  scrutiny_comparison_options_set_rank (options, "rank");
  scrutiny_comparison_options_set_published (options, "rate");
  comparison = scrutiny_comparison_new (table, "area", "deaths", "people", options, NULL);
  areas = scrutiny_comparison_get_areas (comparison);
  for (guint i = 0; i < 3; i++) {
    assert_near (scrutiny_table_get_doubles (areas, "published_rank", NULL)[i], 3 - i, 0);
    assert_near (scrutiny_table_get_doubles (areas, "published", NULL)[i], 2500 + 2000 * i, 0);
  }
  check_said (comparison, "compare.published", NULL);
}

static void
names_a_column_that_is_not_there (void **state)
{
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ScrutinyComparison) found = compare (far, down, NULL, NULL);
  g_autoptr (GError) error = NULL;

  scrutiny_comparison_options_set_kind (options, "value");
  scrutiny_comparison_options_set_rank (options, "place");
  assert_null (scrutiny_comparison_new (scrutiny_comparison_get_areas (found), "area", "value",
                                        "low", options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_non_null (strstr (error->message, "“place” for the published ranks"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (ranked) + G_N_ELEMENTS (quartered) + 4];
  size_t n = add_rows (tests, sets_ranks_beside, ranked, G_N_ELEMENTS (ranked), sizeof *ranked);

  n += add_rows (tests + n, sets_quartiles_beside, quartered, G_N_ELEMENTS (quartered),
                 sizeof *quartered);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_what_was_published);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_published_values);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_the_first_row_of_bands);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (names_a_column_that_is_not_there);

  return cmocka_run_group_tests_name ("compare/published-ranks", tests, NULL, NULL);
}
