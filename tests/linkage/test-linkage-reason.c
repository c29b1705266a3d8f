/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chain-builder.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>
#include <scrutiny/linkage.h>

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 60

/* Seen soon, so that help starts, so that fewer come back; the third is measured, the second not,
 * and what measures the fourth is not there.
 */
static ScrutinyChain *
chain_new (int first_lag, int second_lag, const char *first_way, const char *second_way)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "seen", SCRUTINY_STATEMENT_KIND_INDICATOR, "Seen soon");
  scrutiny_chain_builder_state (builder, "help", SCRUTINY_STATEMENT_KIND_INTERMEDIATE,
                                "Help starts");
  scrutiny_chain_builder_state (builder, "back", SCRUTINY_STATEMENT_KIND_OUTCOME, "Fewer return");
  scrutiny_chain_builder_state (builder, "glad", SCRUTINY_STATEMENT_KIND_OUTCOME, "They are glad");
  scrutiny_chain_builder_because (builder, "seen", "help", NULL);
  scrutiny_chain_builder_because (builder, "help", "back", NULL);
  scrutiny_chain_builder_because (builder, "help", "glad", NULL);
  scrutiny_chain_builder_set_detail (builder, "back", "measured_by", "returns");
  scrutiny_chain_builder_set_detail (builder, "glad", "measured_by", "survey");
  scrutiny_chain_builder_set_lag (builder, "seen", "help", first_lag);
  scrutiny_chain_builder_set_lag (builder, "help", "back", second_lag);
  scrutiny_chain_builder_set_reason_detail (builder, "seen", "help", "expected", first_way);
  scrutiny_chain_builder_set_reason_detail (builder, "help", "back", "expected", second_way);

  return scrutiny_chain_builder_end (builder, NULL);
}

/* What is new in the returns follows two months later, the other way. */
static ScrutinyDossier *
dossier_new (ScrutinyChain *chain)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2019-01", N, NULL);
  double noise[N + 2], other[N], x[N], y[N];
  uint64_t seed = 7;

  kernel_random_normal (&seed, N + 2, noise);
  kernel_random_normal (&seed, N, other);
  for (gsize i = 0; i < N; i++) {
    x[i] = 50 + noise[i + 2];
    y[i] = 20 - 0.95 * noise[i] - 0.31 * other[i];
  }
  g_autoptr (ScrutinySeries) figures = scrutiny_series_new (timeline, x, N, NULL);
  g_autoptr (ScrutinySeries) returns = scrutiny_series_new (timeline, y, N, NULL);
  scrutiny_dossier_builder_add_indicator (builder, "soon", "Seen within a week");
  scrutiny_dossier_builder_set_series (builder, "soon", figures);
  scrutiny_dossier_builder_set_chain (builder, "soon", chain);
  scrutiny_dossier_builder_add_indicator (builder, "returns", "Came back");
  scrutiny_dossier_builder_set_series (builder, "returns", returns);

  return scrutiny_dossier_builder_end (builder, NULL);
}

static const struct known {
  const char *label;
  int first_lag, second_lag;
  const char *first_way, *second_way;
  int given_lag;
  gint64 lag; /* as it was looked at */
  const char *verdict;
} known[] = {
  { "nothing is said", -1, -1, NULL, NULL, -1, 3, "moves-with" },
  { "lags add up", 1, 1, NULL, NULL, -1, 2, "moves-with" },
  { "one is silent of how long", 1, -1, NULL, NULL, -1, 3, "moves-with" },
  { "how long is given", 1, 1, NULL, NULL, 4, 4, "moves-with" },
  { "too soon for what follows", 0, 1, NULL, NULL, -1, 1, "none-as-strong" },
  { "up, then down", -1, -1, "up", "down", -1, 3, "moved-as-stated" },
  { "down, then up", -1, -1, "down", "up", -1, 3, "moved-as-stated" },
  { "down of down is up", -1, -1, "down", "down", -1, 3, "moved-other-way" },
  { "up and up", -1, -1, "up", "up", -1, 3, "moved-other-way" },
  { "one is silent of which way", -1, -1, NULL, "down", -1, 3, "moves-with" },
};

static void
takes_the_reasons_at_their_word (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyChain) chain =
      chain_new (row->first_lag, row->second_lag, row->first_way, row->second_way);
  g_autoptr (ScrutinyDossier) dossier = dossier_new (chain);
  g_autoptr (ScrutinyLinkageOptions) options = scrutiny_linkage_options_new ();
  g_autoptr (ScrutinyLinkage) linkage = NULL;
  g_autoptr (GError) error = NULL;
  GVariant *parameters;
  gint64 lag = -1;

  scrutiny_linkage_options_set_max_lag (options, row->given_lag);
  linkage = scrutiny_linkage_new_for_reason (dossier, "seen", "back", options, &error);
  assert_null (error);
  assert_string_equal (scrutiny_linkage_get_verdict (linkage), row->verdict);
  parameters =
      scrutiny_method_get_parameters (scrutiny_result_get_method (SCRUTINY_RESULT (linkage)));
  assert_true (g_variant_lookup (parameters, "max_lag", "x", &lag));
  assert_int_equal (lag, row->lag);
}

/* Not an error: the answer is which figure to ask for. */
static void
asks_for_what_is_not_measured (void **state)
{
  g_autoptr (ScrutinyChain) chain = chain_new (-1, -1, NULL, NULL);
  g_autoptr (ScrutinyDossier) dossier = dossier_new (chain);
  g_autoptr (ScrutinyLinkage) to =
      scrutiny_linkage_new_for_reason (dossier, "seen", "help", NULL, NULL);
  g_autoptr (ScrutinyLinkage) from =
      scrutiny_linkage_new_for_reason (dossier, "help", "back", NULL, NULL);

  (void) state;
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (to)),
                       "Nothing measures “Help starts”: ask for a figure that would show it.");
  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (from)),
                       "Nothing measures “Help starts”: ask for a figure that would show it.");
}

static const struct refused {
  const char *label, *from, *to, *message;
} refused[] = {
  { "no such statement", "seen", "happy",
    "Link: no indicator's reasons hold both “seen” and "
    "“happy”" },
  { "against the reasons", "back", "seen", "Link: no reasons lead from “back” to “seen”" },
  { "itself", "seen", "seen", "Link: no reasons lead from “seen” to “seen”" },
  { "a figure that is not there", "seen", "glad",
    "Link: what measures “glad”: Dossier: no indicator “survey”; there are “soon”, “returns”" },
};

static void
refuses_and_says_why (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyChain) chain = chain_new (-1, -1, NULL, NULL);
  g_autoptr (ScrutinyDossier) dossier = dossier_new (chain);
  g_autoptr (GError) error = NULL;

  assert_null (scrutiny_linkage_new_for_reason (dossier, row->from, row->to, NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_string_equal (error->message, row->message);
}

int
main (void)
{
  struct CMUnitTest tests[1 + LENGTH (known) + LENGTH (refused)] = {
    cmocka_unit_test (asks_for_what_is_not_measured),
  };
  size_t n = 1;

  n += add_rows (tests + n, takes_the_reasons_at_their_word, known, LENGTH (known), sizeof *known);
  add_rows (tests + n, refuses_and_says_why, refused, LENGTH (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("linkage/linkage-reason", tests, NULL, NULL);
}
