/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/reason-tested.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/reason-tests.h>

#include "report/sheet-reasons.h"
#include "report/svg-reasons.h"
#include "support/rows.h"

#include <math.h>
#include <string.h>

#define N 48

/* Months that go neither up nor down, each much its own. */
static double
jump (guint i)
{
  return sin (12.9898 * (i + 1.0)) * 10 + cos (78.233 * (i + 1.0)) * 7;
}

static void
add_figure (ScrutinyDossierBuilder *builder, const char *id, guint later, guint n)
{
  double values[N];
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2020-01", n, NULL);
  g_autoptr (ScrutinySeries) series = NULL;

  for (guint i = 0; i < n; i++)
    values[i] = 50 + jump (i + 100 - later) + 0.01 * (i % 5);
  series = scrutiny_series_new (months, values, n, NULL);
  scrutiny_dossier_builder_add_indicator (builder, id, id);
  scrutiny_dossier_builder_set_series (builder, id, series);
}

/* a because b because c. */
static ScrutinyChain *
chain_of (const char *measured, const char *expected, int lag)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  static const char *const ids[] = { "a", "b", "c" };

  for (guint i = 0; i < 3; i++)
    scrutiny_chain_builder_state (builder, ids[i], SCRUTINY_STATEMENT_KIND_OUTCOME, ids[i]);
  for (guint i = 0; i < 2; i++) {
    scrutiny_chain_builder_because (builder, ids[i], ids[i + 1], NULL);
    scrutiny_chain_builder_set_reason_detail (builder, ids[i], ids[i + 1], "expected", expected);
    scrutiny_chain_builder_set_lag (builder, ids[i], ids[i + 1], lag);
  }
  scrutiny_chain_builder_set_detail (builder, measured, "measured_by", "outcome");

  return scrutiny_chain_builder_end (builder, NULL);
}

static ScrutinyReasonTests *
tests_of (ScrutinyChain *chain, guint n)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;

  add_figure (builder, "figure", 0, n);
  add_figure (builder, "outcome", 1, n);
  scrutiny_dossier_builder_set_chain (builder, "figure", chain);
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  return scrutiny_reason_tests_new (dossier, "figure", NULL);
}

static const struct row {
  const char *label, *measured, *expected;
  int lag;
  guint n;
  const char *id, *reason_id, *note;
} rows[] = {
  { "one step, as stated", "b", "up", 1, N, "a", "b", "data: moved as stated" },
  { "one step, the other way", "b", "down", 1, N, "a", "b", "data: moved the other way" },
  { "no way was stated", "b", NULL, 1, N, "a", "b", "data: the two moved together" },
  { "too few months", "b", "up", 1, 10, "a", "b", "data: cannot tell" },
  { "two steps are noted on the last", "c", "up", 0, 10, "b", "c",
    "data, over 2 steps: cannot tell" },
};

static void
notes_what_figures_say (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyChain) chain = chain_of (row->measured, row->expected, row->lag);
  g_autoptr (ScrutinyReasonTests) tests = tests_of (chain, row->n);
  g_autoptr (GPtrArray) results = g_ptr_array_new ();
  g_autoptr (ReasonMap) map = reason_map_new (chain);
  guint n_notes = 0;

  g_ptr_array_add (results, tests);
  reason_tested_note (map, results);
  for (guint i = 0; i < map->arrows->len; i++)
    n_notes += ((ReasonArrow *) map->arrows->pdata[i])->notes->len;
  assert_int_equal (n_notes, 1);
  assert_string_equal (reason_map_find_arrow (map, row->id, row->reason_id)->notes->pdata[0],
                       row->note);
}

/* The same words in the drawing, what is said of it, and the list. */
static void
says_it_in_the_drawing_and_the_list (void **state)
{
  g_autoptr (ScrutinyChain) chain = chain_of ("b", "up", 1);
  g_autoptr (ScrutinyReasonTests) tests = tests_of (chain, 10);
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autoptr (GPtrArray) results = g_ptr_array_new ();
  const SvgChartLabels labels = { .id = "c", .title = "A", .beside = results };
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (Page) page = page_new ();
  g_autofree char *list = NULL;

  (void) state;
  g_ptr_array_add (results, because);
  g_ptr_array_add (results, tests);
  svg_reasons_append (svg, because, &labels);
  sheet_reasons_add_list (page, because, NULL, results);
  list = page_dup_markdown (page);
  assert_non_null (strstr (svg->str, ">data: cannot tell</text>"));
  assert_non_null (strstr (svg->str, "no evidence recorded; data: cannot tell."));
  assert_non_null (strstr (list, "no evidence recorded; data: cannot tell)"));
}

static void
notes_nothing_of_nothing (void **state)
{
  g_autoptr (ScrutinyChain) chain = chain_of ("b", "up", 1);
  g_autoptr (ReasonMap) map = reason_map_new (chain);

  (void) state;
  reason_tested_note (map, NULL);
  assert_int_equal (((ReasonArrow *) map->arrows->pdata[0])->notes->len, 0);
  assert_null (reason_map_find_arrow (map, "a", "c"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + 2];
  size_t n = add_rows (tests, notes_what_figures_say, rows, G_N_ELEMENTS (rows), sizeof *rows);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_it_in_the_drawing_and_the_list);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (notes_nothing_of_nothing);

  return cmocka_run_group_tests_name ("report/reason-tested", tests, NULL, NULL);
}
