/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/drawn-chain.h"
#include "support/rows.h"

/* By the elements and links of the notation: goals, strategies, solutions, context, assumptions. */
static const struct known {
  const char *label, *chain, *want;
} known[] = {
  { "a claim alone", "a:status",
    "{\"G0\":{\"text\":\"A said\",\"undeveloped\":true,\"inContextOf\":[\"C0\"]},"
    "\"C0\":{\"text\":\"kind: status\"}}" },
  { "a reason without evidence", "a:status o:outcome@ a>o~",
    "{\"G0\":{\"text\":\"A "
    "said\",\"supportedBy\":[\"S0\"],\"inContextOf\":[\"C0\"]},\"C0\":{\"text\":\"kind: "
    "status\"},\"G1\":{\"text\":\"O "
    "said\",\"undeveloped\":true,\"inContextOf\":[\"C1\",\"A1\"]},\"C1\":{\"text\":\"kind: "
    "outcome; who: children\"},\"A1\":{\"text\":\"It would not be so if: more come "
    "back\"},\"S0\":{\"text\":\"by doing "
    "so\",\"supportedBy\":[\"G1\",\"GStep0\"]},\"GStep0\":{\"text\":\"The step from “A said” to “O "
    "said” holds\",\"undeveloped\":true}}" },
  { "evidence that supports, contradicts and is neutral", "a:status a>a+ a>a- a>a0",
    "{\"G0\":{\"text\":\"A said\",\"supportedBy\":[\"S0\"],\"inContextOf\":[\"C0\"]},"
    "\"C0\":{\"text\":\"kind: status\"},"
    "\"S0\":{\"text\":\"How the one is to bring the other about is not recorded\","
    "\"supportedBy\":[\"G0\",\"GStep0\"]},"
    "\"GStep0\":{\"text\":\"The step from “A said” to “A said” holds\","
    "\"supportedBy\":[\"Sn0_0\"],\"inContextOf\":[\"Sn0_2\"]},"
    "\"Sn0_0\":{\"text\":\"survey, question 7; date: 2024-11; bearing: supports\","
    "\"nodeType\":\"Solution\"},"
    "\"Sn0_1\":{\"text\":\"survey, question 7; date: 2024-11; bearing: contradicts\","
    "\"nodeType\":\"Solution\",\"challenges\":[\"GStep0\"]},"
    "\"Sn0_2\":{\"text\":\"survey, question 7; date: 2024-11; bearing: neutral\","
    "\"nodeType\":\"Context\"}}" },
  { "two that are the same", "a:status b:status a=b",
    "{\"G0\":{\"text\":\"A said\",\"undeveloped\":true,\"inContextOf\":[\"C0\"]},"
    "\"C0\":{\"text\":\"kind: status\"},"
    "\"G1\":{\"text\":\"B said\",\"undeveloped\":true,\"inContextOf\":[\"C1\"]},"
    "\"C1\":{\"text\":\"kind: status\"},"
    "\"J0\":{\"text\":\"G0 and G1 say the same: “A said” and “B said”; marked_by: marked by a "
    "member, 12 June\"}}" },
  { "nothing", "", "{}" },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyChain) chain = draw (row->chain);
  g_autofree char *gsn = scrutiny_chain_dup_gsn (chain);

  assert_string_equal (gsn, row->want);
}

/* All else that is recorded, and signs that would act. */
static void
writes_all_that_is_recorded (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyHarm) harm = scrutiny_harm_new ("Tenants", "rents");
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autofree char *gsn = NULL;

  (void) state;
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_OUTPUT, "a\n\"\xe2\x80\xae");
  scrutiny_chain_builder_set_detail (builder, "a", "wrong_if", "b");
  scrutiny_chain_builder_add_harm (builder, "a", harm);
  scrutiny_chain_builder_because (builder, "a", "a", NULL);
  scrutiny_chain_builder_set_reason_detail (builder, "a", "a", "author", "Cabinet");
  scrutiny_chain_builder_set_reason_detail (builder, "a", "a", "wrong_if", "c");
  scrutiny_chain_builder_set_lag (builder, "a", "a", 6);
  chain = scrutiny_chain_builder_end (builder, NULL);
  gsn = scrutiny_chain_dup_gsn (chain);
  assert_string_equal (
      gsn, "{\"G0\":{\"text\":\"a \\\"\xef\xbf\xbd\",\"supportedBy\":[\"S0\"],"
           "\"inContextOf\":[\"C0\",\"A0\",\"C0_0\"]},"
           "\"C0\":{\"text\":\"kind: output\"},"
           "\"A0\":{\"text\":\"It would not be so if: b\"},"
           "\"C0_0\":{\"text\":\"harm: Tenants; measured_by: rents\"},"
           "\"S0\":{\"text\":\"How the one is to bring the other about is not recorded\","
           "\"supportedBy\":[\"G0\",\"GStep0\"],\"inContextOf\":[\"CStep0\",\"AStep0\"]},"
           "\"CStep0\":{\"text\":\"author: Cabinet; lag: 6\"},"
           "\"AStep0\":{\"text\":\"It would not be so if: c\"},"
           "\"GStep0\":{\"text\":\"The step from “a \\\"\xef\xbf\xbd” to “a \\\"\xef\xbf\xbd” "
           "holds\",\"undeveloped\":true}}");
}

int
main (void)
{
  struct CMUnitTest tests[1 + G_N_ELEMENTS (known)] = {
    cmocka_unit_test (writes_all_that_is_recorded),
  };

  add_rows (tests + 1, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);

  return cmocka_run_group_tests_name ("indicator/chain-gsn", tests, NULL, NULL);
}
