/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/overlap.h>

#include "base/columns-builder.h"
#include "kernel/random.h"
#include "support/near.h"

#include <string.h>

#define N_MONTHS 40

static const char *const key[] = { "figure", NULL };

/* What each figure is made of: one of two causes, and how much is its own. */
typedef struct {
  const char *name;
  int cause; /* -1: none but its own */
  double own, memory, sign;
} Figure;

static const Figure seven[] = {
  { "late 1", 0, 0.2, 0.6, 1 },  { "late 2", 0, 0.2, 0.6, 1 },  { "late 3", 0, 0.2, 0.6, 1 },
  { "late 4", 0, 0.2, 0.6, -1 }, { "calls 1", 1, 0.2, 0.2, 1 }, { "calls 2", 1, 0.2, 0.2, 1 },
  { "calls 3", 1, 0.2, 0.2, 1 },
};
static const Figure apart[] = {
  { "a", -1, 1, 0.9, 1 },
  { "b", -1, 1, 0.9, 1 },
  { "c", -1, 1, 0.9, 1 },
  { "d", -1, 1, 0.9, 1 },
};

static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j",
                                     "k", "l", "m", "n", "o", "p", "q", "r", "s", "t" };

static ScrutinyPanel *
draw (const Figure *figures, guint n_figures, guint n_months, GError **error)
{
  guint64 state = 5;
  double causes[2][N_MONTHS], own[N_MONTHS];
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;

  kernel_random_normal (&state, N_MONTHS, causes[0]);
  kernel_random_normal (&state, N_MONTHS, causes[1]);
  for (guint k = 0; k < n_figures; k++) {
    double value = 0;

    kernel_random_normal (&state, N_MONTHS, own);
    for (guint i = 0; i < n_months; i++) {
      const double cause = figures[k].cause < 0 ? 0 : causes[figures[k].cause][i];
      g_autofree char *month = g_strdup_printf ("%u-%02u", 2020 + i / 12, i % 12 + 1);

      value = figures[k].memory * value + figures[k].sign * cause + figures[k].own * own[i];
      columns_builder_add_text (builder, "figure", figures[k].name);
      columns_builder_add_text (builder, "period", month);
      columns_builder_add_number (builder, "value", 50 + value);
    }
  }
  table = columns_builder_end (builder);

  return scrutiny_panel_new (table, key, "period", "value", error);
}

static ScrutinyOverlap *
overlap_of (const Figure *figures, guint n_figures, guint n_months)
{
  g_autoptr (ScrutinyPanel) panel = draw (figures, n_figures, n_months, NULL);
  g_autoptr (GError) error = NULL;
  ScrutinyOverlap *overlap = scrutiny_overlap_new (panel, &error);

  if (!overlap)
    fail_msg ("%s", error->message);

  return overlap;
}

static void
seven_figures_of_two_causes_are_about_two (void **state)
{
  g_autoptr (ScrutinyOverlap) overlap = overlap_of (seven, G_N_ELEMENTS (seven), N_MONTHS);
  ScrutinyTable *pairs = scrutiny_overlap_get_pairs (overlap);
  const double *r = scrutiny_table_get_doubles (pairs, "correlation", NULL);
  const double *alike = scrutiny_table_get_doubles (pairs, "alike", NULL);
  double n_alike = 0;

  (void) state;
  assert_int_equal (scrutiny_overlap_get_n_figures (overlap), 7);
  assert_int_equal (scrutiny_overlap_get_n_periods (overlap), N_MONTHS - 1);
  assert_true (scrutiny_overlap_get_effective_number (overlap) > 1.8);
  assert_true (scrutiny_overlap_get_effective_number (overlap) < 2.8);
  assert_int_equal (scrutiny_table_get_n_rows (pairs), 21);
  for (gsize i = 0; i < 21; i++)
    n_alike += alike[i];
  assert_near (n_alike, 6 + 3, 0);
  assert_true (r[2] < -0.8); /* late 1 and late 4 */
}

/* Levels that wander look alike; what they do beyond it does not. */
static void
figures_that_wander_apart_are_not_alike (void **state)
{
  g_autoptr (ScrutinyOverlap) overlap = overlap_of (apart, G_N_ELEMENTS (apart), N_MONTHS);
  const double *alike =
      scrutiny_table_get_doubles (scrutiny_overlap_get_pairs (overlap), "alike", NULL);

  (void) state;
  assert_true (scrutiny_overlap_get_effective_number (overlap) > 3.7);
  for (gsize i = 0; i < 6; i++)
    assert_near (alike[i], 0, 0);
}

/* Of many figures and few periods noise explains every correlation there is; one that is there all
 * the same is told of as it is.
 */
static void
sees_two_alike_among_many (void **state)
{
  Figure figures[20];
  g_autoptr (ScrutinyOverlap) overlap = NULL;
  g_autofree char *json = NULL;
  ScrutinyTable *pairs;

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
    figures[k] = (Figure){ names[k], k < 2 ? 0 : -1, k < 2 ? 0.05 : 1, 0, 1 };
  overlap = overlap_of (figures, G_N_ELEMENTS (figures), 14);
  pairs = scrutiny_overlap_get_pairs (overlap);
  assert_true (scrutiny_table_get_doubles (pairs, "correlation", NULL)[0] > 0.97);
  assert_near (scrutiny_table_get_doubles (pairs, "alike", NULL)[0], 1, 0);
  assert_true (scrutiny_table_get_doubles (pairs, "bits", NULL)[0] > 2);
  assert_true (scrutiny_table_get_doubles (pairs, "p", NULL)[0] < 1e-4);
  for (gsize i = 1; i < scrutiny_table_get_n_rows (pairs); i++)
    assert_near (scrutiny_table_get_doubles (pairs, "alike", NULL)[i], 0, 0);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (overlap));
  assert_non_null (strstr (json, "\"id\":\"overlap.pair\""));
  assert_non_null (strstr (json, "\"false_alarm\":0.05"));
}

/* 0.846 in 12 periods is alike of two figures; among the 190 pairs of twenty chance has as much in
 * 1 set of 10.
 */
static void
allows_for_how_many_pairs_there_are (void **state)
{
  Figure figures[20];
  guint n_high = 0, n_alike = 0;

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
    figures[k] = (Figure){ names[k], k < 2 ? 0 : -1, k < 2 ? 0.37 : 1, 0, 1 };
  for (guint n = 2; n <= G_N_ELEMENTS (figures); n += 18) {
    g_autoptr (ScrutinyOverlap) overlap = overlap_of (figures, n, 13);
    ScrutinyTable *pairs = scrutiny_overlap_get_pairs (overlap);
    const double *r = scrutiny_table_get_doubles (pairs, "correlation", NULL);
    const double *low = scrutiny_table_get_doubles (pairs, "low", NULL);
    const double *alike = scrutiny_table_get_doubles (pairs, "alike", NULL);

    n_high += r[0] > 0.8 && low[0] > 0.5;
    n_alike += alike[0] > 0;
  }
  assert_int_equal (n_high, 2);
  assert_int_equal (n_alike, 1);
}

static void
says_so_in_words (void **state)
{
  g_autoptr (ScrutinyOverlap) overlap = overlap_of (seven, G_N_ELEMENTS (seven), N_MONTHS);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (overlap));
  g_autofree char *first = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autofree char *third = scrutiny_finding_dup_statement (findings->pdata[3], NULL);
  g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[3], NULL);

  (void) state;
  g_autofree char *request = scrutiny_finding_dup_request (findings->pdata[1], NULL);
  g_autofree char *again = scrutiny_finding_dup_request (findings->pdata[2], NULL);

  assert_int_equal (findings->len, 1 + 5);
  assert_string_equal (request, "How “late 1” and “late 2” are counted, and what goes into only "
                                "one of them.");
  assert_null (again);
  assert_true (g_str_has_prefix (first,
                                 "In the 39 periods they have in common these 7 figures move "
                                 "about as 2."));
  assert_true (g_str_has_prefix (
      third, "From period to period “late 1” and “late 4” move opposite ways (correlation "));
  assert_string_equal (question, "What does “late 4” say that “late 1” does not?");
}

static void
says_when_it_cannot_tell (void **state)
{
  g_autoptr (ScrutinyOverlap) bare = g_object_new (SCRUTINY_TYPE_OVERLAP, NULL);
  g_autoptr (ScrutinyOverlap) one = overlap_of (seven, 1, N_MONTHS);
  g_autoptr (ScrutinyOverlap) few = overlap_of (seven, 7, 12);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (one)),
                       "There are fewer than two figures: ask for those that are shown together.");
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (few)),
                       "All figures have fewer than 12 periods with a value, and one before it, in "
                       "common: ask for earlier ones.");
  assert_int_equal (scrutiny_overlap_get_n_periods (few), 11);
  assert_non_null (strstr (json, "\"n_figures\":0,\"n_periods\":0,\"effective_number\":null"));
}

static void
says_that_a_figure_never_moves (void **state)
{
  static const Figure still[] = { { "a", -1, 1, 0, 1 }, { "b", -1, 0, 0, 1 } };
  g_autoptr (ScrutinyOverlap) overlap = overlap_of (still, 2, N_MONTHS);

  (void) state;
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (overlap)));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (seven_figures_of_two_causes_are_about_two),
    cmocka_unit_test (figures_that_wander_apart_are_not_alike),
    cmocka_unit_test (sees_two_alike_among_many),
    cmocka_unit_test (allows_for_how_many_pairs_there_are),
    cmocka_unit_test (says_so_in_words),
    cmocka_unit_test (says_when_it_cannot_tell),
    cmocka_unit_test (says_that_a_figure_never_moves),
  };

  return cmocka_run_group_tests_name ("challenge/overlap", tests, NULL, NULL);
}
