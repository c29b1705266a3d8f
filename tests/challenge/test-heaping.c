/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "base/columns-builder.h"
#include "support/csv.h"

#include <scrutiny/error.h>
#include <scrutiny/heaping.h>

#include <string.h>

#define LONGEST 80

static const double week[] = { 1, 0.9, 0.8, 0.7, 0.8, 0.3, 0.2 };

typedef enum {
  EVEN,
  FIVES,
  THREES,
  WEEKLY,
  PILE,
  N_KINDS
} Kind;

static int
count_of (Kind kind, int length)
{
  const int falling = (int) floor (300 * exp (-length / 25.));
  const double t = length + 1;

  switch (kind) {
  case FIVES:
    return falling + (length % 5 ? 0 : 20);
  case THREES:
    return falling + (length % 10 == 3 ? 40 : 0);
  case WEEKLY:
    return (int) floor (20 * t * t * exp (-t / 10) * week[length % 7]);
  case PILE:
    return falling + (length >= 27 && length <= 29 ? 150 : length >= 30 && length < 37 ? -30 : 0);
  default:
    return falling;
  }
}

static ScrutinyTable *
draw (Kind kind)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (int length = 0; length < LONGEST; length++)
    for (int i = 0; i < count_of (kind, length); i++)
      columns_builder_add_number (builder, "days", length);
  for (int i = 0; i < 3; i++)
    columns_builder_add_number (builder, "days", i == 0 ? NAN : i == 1 ? -5 : 7.5);

  return columns_builder_end (builder);
}

/* Kernel: tests/kernel/test-heaping.c; the rest by hand from its sums. */
static const struct known {
  const char *label;
  Kind kind;
  const char *unit, *verdict, *statement;
} known[] = {
  { "even", EVEN, "points", "none",
    "21.7% of 7,288 lengths end in 0 or 5, and a smooth spread gives 21.7%: last digits are as "
    "even as chance leaves them." },
  { "heaped at fives", FIVES, "points", "heaped",
    "25.0% of 7,595 lengths end in 0 or 5, where a smooth spread gives 21.7%." },
  { "heaped at one digit", THREES, "points", "heaped", NULL },
  { "a week is no heap", WEEKLY, "days", "none", NULL },
  { "a week that is not told", WEEKLY, "points", "heaped", NULL },
};

static void
says_what_is_heaped (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyTable) table = draw (row->kind);
  g_autoptr (ScrutinyHeaping) heaping = scrutiny_heaping_new (table, "days", row->unit, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (heaping));
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);

  assert_string_equal (scrutiny_heaping_get_verdict (heaping), row->verdict);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (heaping)));
  assert_int_equal (findings->len, 1);
  if (row->statement)
    assert_string_equal (said, row->statement);
}

static void
names_the_digit (void **state)
{
  g_autoptr (ScrutinyTable) table = draw (THREES);
  g_autoptr (ScrutinyHeaping) heaping = scrutiny_heaping_new (table, "days", "points", NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (heaping));
  g_autofree char *said = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (heaping));
  ScrutinyTable *digits = scrutiny_heaping_get_digits (heaping);
  double sum = 0;

  (void) state;
  assert_non_null (strstr (said, "lengths end in 3, where a smooth spread gives"));
  assert_int_equal (scrutiny_table_get_n_rows (digits), 10);
  for (gsize i = 0; i < 10; i++)
    sum += scrutiny_table_get_doubles (digits, "count", NULL)[i];
  assert_near (sum, scrutiny_heaping_get_n_cases (heaping), 0);
  assert_non_null (strstr (json, "\"n_left_out\":null,"));
  assert_true (scrutiny_heaping_get_p (heaping) < 1e-6);
  assert_near (scrutiny_result_get_chance (SCRUTINY_RESULT (heaping)),
               scrutiny_heaping_get_p (heaping), 0);
}

/* A pile at 27 to 29 makes digits uneven; beside the limit nothing is. */
static void
leaves_a_pile_to_others (void **state)
{
  g_autoptr (ScrutinyTable) table = draw (PILE);
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyHeaping) with = NULL, without = NULL;

  (void) state;
  scrutiny_pileup_options_set_unit (options, "points");
  with = scrutiny_heaping_new (table, "days", "points", NULL);
  without = scrutiny_heaping_new_beside_limit (table, "days", 29, options, NULL);
  assert_string_equal (scrutiny_heaping_get_verdict (with), "heaped");
  assert_string_equal (scrutiny_heaping_get_verdict (without), "none");
  assert_near (scrutiny_heaping_get_n_cases (with) - scrutiny_heaping_get_n_cases (without),
               450 + 94 + 97 + 101 + 90 + 86 + 83 + 80 + 76 + 73 + 71 - 210 - 7, 60);
}

/* Whipple's and Myers's by numpy, length by length; none beside a limit, which leaves lengths out.
 */
static void
gives_the_indices_of_ages (void **state)
{
  static const double indices[][2] = { { 99.83429991714996, 0.3082079584687891 },
                                       { 124.70862470862471, 4.691504227753961 } };
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();

  (void) state;
  scrutiny_pileup_options_set_unit (options, "points");
  for (gsize k = 0; k < G_N_ELEMENTS (indices); k++) {
    g_autoptr (ScrutinyTable) table = draw (k == 0 ? EVEN : FIVES);
    g_autoptr (ScrutinyHeaping) heaping = scrutiny_heaping_new (table, "days", "points", NULL);
    g_autoptr (ScrutinyHeaping) beside =
        scrutiny_heaping_new_beside_limit (table, "days", 29, options, NULL);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (heaping));
    g_autoptr (GVariant) facts = g_variant_ref (scrutiny_finding_get_facts (findings->pdata[0]));
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (beside));
    double whipple, myers;

    assert_true (g_variant_lookup (facts, "whipple", "d", &whipple));
    assert_true (g_variant_lookup (facts, "myers", "d", &myers));
    assert_near (whipple, indices[k][0], 1e-11);
    assert_near (myers, indices[k][1], 1e-11);
    assert_non_null (strstr (json, "\"whipple\":null,\"myers\":null,"));
  }
}

static void
says_why_it_cannot_tell (void **state)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) few = NULL, near = NULL;
  g_autoptr (ScrutinyHeaping) one = NULL, other = NULL, bare = NULL, working = NULL;

  (void) state;
  for (int i = 0; i < 199; i++)
    columns_builder_add_number (builder, "days", i);
  few = columns_builder_end (builder);
  one = scrutiny_heaping_new (few, "days", NULL, NULL);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (one)),
                       "195 cases have a whole length that counts, and 200 are needed: ask for "
                       "more cases.");
  for (int i = 0; i < 900; i++)
    columns_builder_add_number (builder, "days", 3 + i % 30);
  near = columns_builder_end (builder);
  other = scrutiny_heaping_new (near, "days", NULL, NULL);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (other)),
                       "Lengths lie from 3 to 32, too near each other for their last digits to "
                       "tell: ask for a finer unit.");
  assert_string_equal (scrutiny_heaping_get_verdict (other), "cannot-tell");
  assert_true (isnan (scrutiny_heaping_get_p (other)));
  working = scrutiny_heaping_new (near, "days", "working-days", NULL);
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (working)),
                       "Lengths in working days come round every five by themselves, which looks "
                       "like heaped fives: ask for days.");
  bare = g_object_new (SCRUTINY_TYPE_HEAPING, NULL);
  assert_string_equal (scrutiny_heaping_get_verdict (bare), "cannot-tell");
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_heaping_get_digits (bare)), 0);
}

static void
refuses (void **state)
{
  g_autoptr (ScrutinyTable) table = draw (EVEN);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_heaping_new (table, "weeks", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  g_clear_error (&error);
  assert_null (scrutiny_heaping_new (table, "days", "weeks", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  g_clear_error (&error);
  assert_null (scrutiny_heaping_new_beside_limit (table, "days", 1.5, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + 5];
  size_t n = add_rows (tests, says_what_is_heaped, known, G_N_ELEMENTS (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (names_the_digit);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_a_pile_to_others);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_the_indices_of_ages);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_why_it_cannot_tell);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses);

  return cmocka_run_group_tests_name ("challenge/heaping", tests, NULL, NULL);
}
