/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include <scrutiny/chain-builder.h>
#include <scrutiny/error.h>

typedef void (*Say) (ScrutinyChainBuilder *builder);

static void
state_a (ScrutinyChainBuilder *builder)
{
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_OUTPUT, "A");
}

static void
missing_reason (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
}

static void
missing_second_reason (ScrutinyChainBuilder *builder)
{
  missing_reason (builder);
  scrutiny_chain_builder_because (builder, "c", "a", NULL);
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTPUT, "B");
}

static void
nothing_stated (ScrutinyChainBuilder *builder)
{
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
}

static void
same_id_twice (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_OUTCOME, "Also A");
}

static void
empty_id (ScrutinyChainBuilder *builder)
{
  scrutiny_chain_builder_state (builder, "", SCRUTINY_STATEMENT_KIND_OUTCOME, "B");
}

static void
no_kind (ScrutinyChainBuilder *builder)
{
  scrutiny_chain_builder_state (builder, "a", (ScrutinyStatementKind) 11, "A");
}

static void
same_as_itself (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_same_as (builder, "a", "a", "nobody");
}

static void
same_as_missing (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_same_as (builder, "a", "z", "nobody");
}

static void
who_of_missing (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_set_who (builder, "z", "children");
}

static void
lag_of_no_reason (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTCOME, "B");
  scrutiny_chain_builder_set_lag (builder, "a", "b", 1);
}

static void
mechanism_of_missing (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_set_mechanism (builder, "a", "b", "somehow");
}

static void
lag_below_zero (ScrutinyChainBuilder *builder)
{
  lag_of_no_reason (builder);
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_set_lag (builder, "a", "b", -2);
}

static void
detail_that_is_none (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_set_detail (builder, "a", "colour", "blue");
}

static void
reason_detail_that_is_none (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTPUT, "b");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_set_reason_detail (builder, "a", "b", "who", "everybody");
}

static void
expected_sideways (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTPUT, "b");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_set_reason_detail (builder, "a", "b", "expected", "up");
  scrutiny_chain_builder_set_reason_detail (builder, "a", "b", "expected", "sideways");
}

static void
view_of_missing (ScrutinyChainBuilder *builder)
{
  g_autoptr (ScrutinyView) view = scrutiny_view_new ("Tenants", "for", NULL, NULL);

  state_a (builder);
  scrutiny_chain_builder_add_view (builder, "z", view);
}

static void
harm_to_nobody (ScrutinyChainBuilder *builder)
{
  g_autoptr (ScrutinyHarm) named = scrutiny_harm_new ("Tenants", NULL);
  g_autoptr (ScrutinyHarm) harm = scrutiny_harm_new ("", "rents");

  state_a (builder);
  scrutiny_chain_builder_add_harm (builder, "a", named);
  scrutiny_chain_builder_add_harm (builder, "a", harm);
}

static void
companion_that_is_none (ScrutinyChainBuilder *builder)
{
  g_autoptr (ScrutinyHarm) harm = scrutiny_harm_new ("Tenants", NULL);
  g_autoptr (ScrutinyCompanion) companion = g_object_new (SCRUTINY_TYPE_COMPANION, NULL);

  state_a (builder);
  scrutiny_chain_builder_add_harm (builder, "a", harm);
  scrutiny_chain_builder_add_companion (builder, "a", companion);
}

static void
claim_of_missing (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_set_claim (builder, "z");
}

static void
escape_in_id (ScrutinyChainBuilder *builder)
{
  state_a (builder);
  scrutiny_chain_builder_because (builder, "a", "\033[2J", NULL);
}

static void
many_ids (ScrutinyChainBuilder *builder)
{
  for (char id[] = "a"; *id <= 'n'; id[0]++)
    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_OUTPUT, id);
  scrutiny_chain_builder_because (builder, "a", "z", NULL);
}

static void
a_dozen_ids (ScrutinyChainBuilder *builder)
{
  for (char id[] = "a"; *id <= 'l'; id[0]++)
    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_OUTPUT, id);
  scrutiny_chain_builder_because (builder, "a", "z", NULL);
}

static const struct refused {
  const char *label;
  Say say;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "reason of no statement", missing_reason, SCRUTINY_ERROR_NOT_FOUND,
    "Reason 1: no statement “b”; there are “a”" },
  { "second reason of no statement", missing_second_reason, SCRUTINY_ERROR_NOT_FOUND,
    "Reason 2: no statement “c”; there are “a”, “b”" },
  { "reasons only", nothing_stated, SCRUTINY_ERROR_NOT_FOUND,
    "Reason 1: no statement “a”; nothing was stated" },
  { "one id twice", same_id_twice, SCRUTINY_ERROR_MISMATCH,
    "Statement 2, “a”: another statement has the same id; give each its own" },
  { "empty id", empty_id, SCRUTINY_ERROR_UNREADABLE,
    "Statement 1, “”: its id is empty; give it a short name" },
  { "kind that is none", no_kind, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Statement 1, “a”: its kind is not a kind of statement" },
  { "same as itself", same_as_itself, SCRUTINY_ERROR_MISMATCH,
    "Same-as mark 1, “a”: a statement always says the same as itself; name two" },
  { "same as no statement", same_as_missing, SCRUTINY_ERROR_NOT_FOUND,
    "Same-as mark 1: no statement “z”; there are “a”" },
  { "people of no statement", who_of_missing, SCRUTINY_ERROR_NOT_FOUND,
    "Who 1: no statement “z”; there are “a”" },
  { "lag of no reason", lag_of_no_reason, SCRUTINY_ERROR_NOT_FOUND,
    "Lag 1: “b” was not given as a reason for “a”; give the reason as well" },
  { "mechanism of no statement", mechanism_of_missing, SCRUTINY_ERROR_NOT_FOUND,
    "Mechanism 1: no statement “b”; there are “a”" },
  { "a detail that is none", detail_that_is_none, SCRUTINY_ERROR_NOT_FOUND,
    "Colour 1: nothing is recorded under “colour”; there are “who”, “how_many”, “by_when”, "
    "“measured_by”, “wrong_if”, “confirmed_by”" },
  { "a detail of a statement for a reason", reason_detail_that_is_none, SCRUTINY_ERROR_NOT_FOUND,
    "Who 1: nothing is recorded under “who”; there are “mechanism”, “expected”, “wrong_if”, "
    "“author”, “date”" },
  { "expected sideways", expected_sideways, SCRUTINY_ERROR_UNREADABLE,
    "Expected 2, “a”: what is expected is “up” or “down”: which way the reason's figure moves when "
    "the statement's rises" },
  { "lag below zero", lag_below_zero, SCRUTINY_ERROR_OUT_OF_RANGE,
    "Lag 2, “a”: a reason cannot work backwards in time; give 0 periods or more" },
  { "a view of no statement", view_of_missing, SCRUTINY_ERROR_NOT_FOUND,
    "View 1: no statement “z”; there are “a”" },
  { "a harm to nobody", harm_to_nobody, SCRUTINY_ERROR_UNREADABLE,
    "Harm 2, “a”: its group is not said; name it" },
  { "a companion that is none", companion_that_is_none, SCRUTINY_ERROR_UNREADABLE,
    "Companion 1, “a”: its measure is not said; name it" },
  { "claim that is not stated", claim_of_missing, SCRUTINY_ERROR_NOT_FOUND,
    "Claim 1: no statement “z”; there are “a”" },
  { "id that acts on a terminal", escape_in_id, SCRUTINY_ERROR_NOT_FOUND,
    "Reason 1: no statement “\xef\xbf\xbd[2J”; there are “a”" },
  { "a dozen ids", a_dozen_ids, SCRUTINY_ERROR_NOT_FOUND,
    "Reason 1: no statement “z”; there are “a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j”, "
    "“k”, “l”" },
  { "many ids", many_ids, SCRUTINY_ERROR_NOT_FOUND,
    "Reason 1: no statement “z”; there are “a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j”, "
    "“k”, “l” and 2 more" },
};

static void
refuses_and_says_why (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (GError) error = NULL;

  row->say (builder);
  assert_null (scrutiny_chain_builder_end (builder, &error));
  assert_string_equal (error->message, row->message);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
}

static void
order_does_not_matter (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;

  scrutiny_chain_builder_set_lag (builder, "a", "b", 3);
  scrutiny_chain_builder_set_who (builder, "b", "tenants");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTCOME, "B");
  state_a (builder);
  chain = scrutiny_chain_builder_end (builder, NULL);

  assert_int_equal (scrutiny_chain_get_lag (chain, "a", "b"), 3);
  assert_string_equal (scrutiny_chain_get_who (chain, "b"), "tenants");
}

static void
what_is_said_last_holds (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;

  state_a (builder);
  scrutiny_chain_builder_because (builder, "a", "a", NULL);
  scrutiny_chain_builder_set_lag (builder, "a", "a", 3);
  scrutiny_chain_builder_set_lag (builder, "a", "a", -1);
  scrutiny_chain_builder_set_who (builder, "a", "tenants");
  scrutiny_chain_builder_set_who (builder, "a", NULL);
  scrutiny_chain_builder_set_mechanism (builder, "a", "a", "one");
  scrutiny_chain_builder_set_mechanism (builder, "a", "a", "two");
  chain = scrutiny_chain_builder_end (builder, NULL);

  assert_int_equal (scrutiny_chain_get_lag (chain, "a", "a"), -1);
  assert_null (scrutiny_chain_get_who (chain, "a"));
  assert_string_equal (scrutiny_chain_get_mechanism (chain, "a", "a"), "two");
}

/* A chain never changes, whatever becomes of its builder. */
static void
goes_on_after_the_end (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) one = NULL;
  g_autoptr (ScrutinyChain) two = NULL;

  state_a (builder);
  one = scrutiny_chain_builder_end (builder, NULL);
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTCOME, "B");
  two = scrutiny_chain_builder_end (builder, NULL);

  assert_int_equal (scrutiny_chain_get_n_statements (one), 1);
  assert_int_equal (scrutiny_chain_get_n_statements (two), 2);
}

static void
makes_bytes_text (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;

  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_OUTCOME, "caf\xe9");
  chain = scrutiny_chain_builder_end (builder, NULL);
  assert_string_equal (scrutiny_chain_get_text (chain, "a"), "caf\xef\xbf\xbd");
}

/* Each reason is found by its pair, not by walking what was given before it. */
static void
holds_many_reasons (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyChain) chain = NULL;
  char id[16];

  state_a (builder);
  for (int i = 0; i < 50000; i++) {
    g_snprintf (id, sizeof id, "s%d", i);
    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_OUTPUT, id);
    scrutiny_chain_builder_because (builder, "a", id, NULL);
    scrutiny_chain_builder_because (builder, "a", id, NULL);
  }
  chain = scrutiny_chain_builder_end (builder, NULL);
  assert_int_equal (scrutiny_chain_get_n_reasons (chain), 50000);
}

int
main (void)
{
  struct CMUnitTest tests[5 + G_N_ELEMENTS (refused)] = {
    cmocka_unit_test (order_does_not_matter), cmocka_unit_test (what_is_said_last_holds),
    cmocka_unit_test (goes_on_after_the_end), cmocka_unit_test (makes_bytes_text),
    cmocka_unit_test (holds_many_reasons),
  };
  size_t n = 5;

  n += add_rows (tests + n, refuses_and_says_why, refused, G_N_ELEMENTS (refused), sizeof *refused);

  assert_int_equal (n, G_N_ELEMENTS (tests));
  return cmocka_run_group_tests_name ("chain-builder", tests, NULL, NULL);
}
