/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/drawn-chain.h"
#include "support/rows.h"

#include <scrutiny/chain-text.h>

/* Statements i, m and o, one line of reasons with evidence, that end at people; what else is
 * recorded of each stands in a line of the text, and of the two reasons after them.
 */
#define LINE(of_i, of_m, of_o, of_first, of_last) \
  "statement i [indicator]: I said\n" of_i "statement m [intermediate]: M said\n" of_m \
  "statement o [outcome]: O said\n" of_o "reason i because m\n  evidence: source 1\n" of_first \
  "reason m because o\n  evidence: source 2\n" of_last

#define WHO "  who: children\n"
#define SEEN "  wrong_if: more come back\n"
#define WHOLE WHO SEEN
#define HARM "  harm: tenants\n"
#define FOR "  view: Builders\n    way: for\n"
#define AGAINST "  view: Neighbours\n    way: against\n"
#define HIGHER "  view: Survivors\n    way: higher\n"
#define LOWER "  view: Police\n    way: lower\n"
#define OUTCOME "statement p [outcome]: P said\n"
#define A_MEMBER "  author: a member\n"

/* What follows from fields of the record; the answers follow from the definitions. */
static const struct known {
  const char *label, *chain, *want;
} known[] = {
  { "whole", LINE ("", "", WHOLE, "", ""), "" },

  { "the same people", LINE (WHO, "", WHOLE, "", ""), "" },
  { "the same in capitals", LINE ("  who: CHILDREN\n", "", WHOLE, "", ""), "" },
  { "the same with a blank before it", LINE ("  who: \\u{20}children\n", "", WHOLE, "", ""), "" },
  { "the first of two names for the same",
    LINE (WHO, "", WHOLE, "", "") "statement x [indicator]: X\n  who: patients\nsame x as i\n",
    "" },
  { "they are on the way", LINE ("  who: patients\n", "  who: patients\n", WHOLE, "", ""),
    "other-people i m o" },
  { "other people", LINE ("  who: patients\n", "", WHOLE, "", ""), "other-people i m o" },
  { "other people, in the middle", LINE ("", "  who: patients\n", WHOLE, "", ""), "" },
  { "other people, said of the same in other words",
    LINE ("", "", WHOLE, "", "") "statement x [indicator]: X\n  who: patients\nsame x as i\n",
    "other-people i m o" },
  { "other people, and they too",
    LINE ("  who: patients\n", "", WHOLE, "", "") OUTCOME
    "  who: patients\n" SEEN "reason i because p\n  evidence: source 3\n",
    "" },
  { "two other peoples",
    LINE ("  who: patients\n", "", WHOLE, "", "") OUTCOME
    "  who: carers\n" SEEN "reason i because p\n  evidence: source 3\n",
    "other-people i p" },
  { "other people where none are named", LINE ("  who: patients\n", "", SEEN, "", ""),
    "nobody-named i m o" },
  { "a claim about people leads to others",
    "statement i [outcome]: I\n  who: patients\n" OUTCOME WHOLE
    "reason i because p\n  evidence: source 1\n",
    "" },

  { "a harm without a measure", LINE ("", HARM, WHOLE, "", ""), "harm-not-measured i m" },
  { "a harm with one", LINE ("", HARM "    measured_by: rents\n", WHOLE, "", ""), "" },
  { "two harms, one with a measure", LINE (HARM "    measured_by: rents\n" HARM, "", WHOLE, "", ""),
    "harm-not-measured i" },
  { "a harm of a statement beside the line",
    LINE ("", "", WHOLE, "", "") "statement x [service]: X\n" HARM, "" },
  { "a harm of the same in other words",
    LINE ("", "", WHOLE, "", "") "statement x [service]: X\n" HARM "same x as m\n",
    "harm-not-measured i m" },
  { "a harm is said after other people", LINE (HARM "  who: patients\n", "", WHOLE, "", ""),
    "other-people i m o; harm-not-measured i" },

  { "nothing would show otherwise", LINE ("", "", WHO, "", ""), "unfalsifiable i m o" },
  { "a measure would", LINE ("", "", WHO "  measured_by: returns\n", "", ""), "" },
  { "a date would", LINE ("", "", WHO "  by_when: 2026\n", "", ""), "" },
  { "the reason says what would", LINE ("", "", WHO, "", SEEN), "" },
  { "another reason says it", LINE ("", "", WHO, SEEN, ""), "unfalsifiable i m o" },
  { "the same in other words says it",
    LINE ("", "", WHO, "", "") "statement x [outcome]: X\n" SEEN "same x as o\n", "" },
  { "an outcome said again is no later one",
    LINE ("", "", WHO, "", "") "statement x [outcome]: X\nreason o because x\nsame x as o\n",
    "restates i m o x; unfalsifiable i m o" },
  { "how many is no observation", LINE ("", "", WHO "  how_many: 40\n", "", ""),
    "unfalsifiable i m o" },
  { "a label is no observation", LINE ("", "", WHO "  label: ecm.stay-safe\n", "", ""),
    "unfalsifiable i m o" },
  { "a label names nobody", LINE ("", "", SEEN "  label: ecm.stay-safe\n", "", ""),
    "nobody-named i m o" },
  { "a later outcome would show it",
    LINE ("", "", WHO, "", "") OUTCOME WHOLE "reason o because p\n  evidence: source 3\n", "" },
  { "a later outcome would not",
    LINE ("", "", WHOLE, "", "") OUTCOME WHO "reason o because p\n  evidence: source 3\n",
    "unfalsifiable i m o p" },
  { "an outcome that comes back",
    LINE ("", "", WHO, "", "") "reason o because i\n  evidence: source 3\n",
    "unfalsifiable i m o" },
  { "the claim is a figure", "statement i [outcome]: I\n" WHO, "" },

  { "opposite ways", LINE ("", "", WHOLE FOR AGAINST, "", ""), "contested i m o" },
  { "opposite ways of a figure", LINE (HIGHER LOWER, "", WHOLE, "", ""), "contested i" },
  { "one way", LINE ("", "", WHOLE FOR FOR, "", ""), "" },
  { "one way and none", LINE ("", "", WHOLE FOR "  view: Neighbours\n", "", ""), "" },
  { "for it is not against lower", LINE ("", "", WHOLE FOR LOWER, "", ""), "" },
  { "one who changed their mind",
    LINE ("", "", WHOLE FOR "  view: Builders\n    way: against\n", "", ""), "" },
  { "one who changed their mind, and another",
    LINE ("", "", WHOLE FOR "  view: Builders\n    way: against\n" AGAINST, "", ""),
    "contested i m o" },
  { "of the same in other words, one each",
    LINE ("", FOR, WHOLE, "", "") "statement x [service]: X\n" AGAINST "same x as m\n",
    "contested i m" },
  { "of two statements, one each", LINE (FOR, AGAINST, WHOLE, "", ""), "" },
  { "of a statement beside the line",
    LINE ("", "", WHOLE, "", "") "statement x [service]: X\n" FOR AGAINST, "" },
  { "after what nothing would show", LINE (FOR AGAINST, "", WHO, "", ""),
    "unfalsifiable i m o; contested i" },

  { "one author", LINE ("", "", WHOLE, A_MEMBER, A_MEMBER), "one-author i m o" },
  { "two authors", LINE ("", "", WHOLE, A_MEMBER, "  author: an officer\n"), "" },
  { "one author, and nobody", LINE ("", "", WHOLE, A_MEMBER, ""), "" },
  { "nobody, and one author", LINE ("", "", WHOLE, "", A_MEMBER), "" },
  { "one author of two lines, to the nearest people",
    "statement i [indicator]: I\nstatement p [outcome]: P\n" WHOLE
    "statement m [intermediate]: M\nstatement o [outcome]: O\n" WHOLE
    "reason i because p\n  evidence: source 1\n" A_MEMBER
    "reason i because m\n  evidence: source 2\n" A_MEMBER
    "reason m because o\n  evidence: source 3\n" A_MEMBER,
    "one-author i p" },
  { "one author of one step",
    "statement i [indicator]: I\nstatement o [outcome]: O\n" WHOLE
    "reason i because o\n  mechanism: so\n  evidence: source 1\n" A_MEMBER,
    "" },
  { "one author of a line that leads to nobody",
    "statement i [indicator]: I\nstatement m [service]: M\nstatement t [target]: T\n"
    "reason i because m\n  evidence: source 1\n" A_MEMBER
    "reason m because t\n  evidence: source 2\n" A_MEMBER,
    "ends-at-target i m t" },
  { "one author, the same said again by another",
    LINE ("",
          "",
          WHOLE,
          A_MEMBER,
          A_MEMBER) "statement x [intermediate]: X\n"
                    "reason m because x\n  author: an officer\nsame x as m\n",
    "restates i m x; one-author i m o" },
  { "one author, and another beside the line",
    LINE ("", "", WHOLE, A_MEMBER, A_MEMBER) "statement x [service]: X\n"
                                             "reason x because m\n  author: an officer\n",
    "one-author i m o" },

  { "an outcome with a measure that no reason leads to",
    LINE ("", "", WHOLE, "", "") OUTCOME WHOLE "  measured_by: returns\n",
    "outcome-not-reached p" },
};

static ScrutinyChain *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  ScrutinyChain *chain = scrutiny_chain_parse (text, &error);

  if (!chain)
    fail_msg ("%s\n%s", text, error->message);

  return chain;
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyChain) chain = parse (row->chain);
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
  g_autofree char *got = spell (findings);

  assert_string_equal (got, row->want);
}

#define MEASURE "What is counted or heard, by whom, that shows “"

static const struct said {
  const char *chain, *statement, *question, *request;
} said[] = {
  { LINE ("  who: patients\n", "", WHOLE, "", "") OUTCOME
    "  who: carers\n" SEEN "reason i because p\n  evidence: source 3\n",
    "“I said” is recorded as being about “patients”; what the reasons lead to, as being about "
    "“carers”, “children”. These may be the same people by two names.",
    "What changes for “patients”, and have we asked them?",
    "What is known of how it went for “patients”, gathered from them" },
  { LINE ("  who: patients\n", "", WHOLE, "", "") OUTCOME WHOLE
    "reason i because p\n  evidence: source 3\n",
    "“I said” is recorded as being about “patients”; what the reasons lead to, as being about "
    "“children”. These may be the same people by two names.",
    "What changes for “patients”, and have we asked them?",
    "What is known of how it went for “patients”, gathered from them" },
  { LINE ("", HARM "    how: higher rents\n", WHOLE, "", ""),
    "“tenants” are recorded as people who may lose by “M said” (higher rents). They may not; "
    "nothing is recorded that would show whether they do.",
    "Who looks at what happens to “tenants”, and what do they see?",
    "A count of what happens to “tenants”, beside this figure" },
  { LINE ("", HARM, WHOLE, "", ""),
    "“tenants” are recorded as people who may lose by “M said”. They may not; nothing is recorded "
    "that would show whether they do.",
    "Who looks at what happens to “tenants”, and what do they see?",
    "A count of what happens to “tenants”, beside this figure" },
  { LINE ("", "", WHO, "", ""),
    "“O said” is what the reasons lead to. It may be so; no measure of it, no date and nothing "
    "that would show otherwise is recorded.",
    "What would you expect to see, and by when, if this were not so?", MEASURE "O said”" },
  { LINE ("",
          "",
          WHOLE FOR "    words: We can start.\n" AGAINST "  view: Shops\n    way: for\n",
          "",
          ""),
    "People value “O said” in opposite ways. For it: Builders (“We can start.”); Shops. Against "
    "it: Neighbours. Both may be held for honest reasons.",
    "Which of these views does the figure follow, who chose it, and who has put the other?",
    "What each of them says in their own words, and what each stands to gain and to lose" },
  { LINE (HIGHER LOWER, "", WHOLE, "", ""),
    "People would have “I said” move in opposite ways. Higher: Survivors. Lower: Police. Both may "
    "be held for honest reasons.",
    "Which of these views does the figure follow, who chose it, and who has put the other?",
    "What each of them says in their own words, and what each stands to gain and to lose" },
  { LINE ("", "", WHOLE, A_MEMBER, A_MEMBER),
    "All 2 steps from “I said” to people were recorded by one author, a member. Somebody has to "
    "write them down first.",
    "Who else has looked at these steps, and which would they put differently?",
    "The steps as somebody sees them who did not write them, and as the people they are about "
    "do" },
  { LINE ("", "", WHOLE, "", "") OUTCOME WHOLE "  measured_by: returns\n",
    "“P said” is recorded as what changes for people, with a measure of its own. No reason leads "
    "to it from “I said”.",
    "By what steps does this figure get there, if it does, and what does that measure show?",
    NULL },
  { LINE ("", "", WHOLE, "", "") OUTCOME WHOLE,
    "“P said” is recorded as what changes for people. No reason leads to it from “I said”, and no "
    "other figure does.",
    "What is counted, by whom, that would show whether it changed?", MEASURE "P said”" },
  { LINE ("", "", WHOLE, "", "    bearing: contradicts\n"),
    "On the step from “M said” to “O said”, the evidence recorded points the other way (source "
    "2).",
    "Which is to be relied on, the reason or this evidence, and how was that settled?",
    "What bears on “M said” > “O said”, for and against" },
  { LINE ("", "", WHOLE, "", "    bearing: contradicts\n    grade: one ward only\n"),
    "On the step from “M said” to “O said”, the evidence recorded points the other way (source 2). "
    "Whoever recorded it says of it: “one ward only”.",
    "Which is to be relied on, the reason or this evidence, and how was that settled?",
    "What bears on “M said” > “O said”, for and against" },
};

static void
says_so_in_words (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyChain) chain = parse (row->chain);
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
  g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[0], NULL);
  g_autofree char *request = scrutiny_finding_dup_request (findings->pdata[0], NULL);

  assert_string_equal (statement, row->statement);
  assert_string_equal (question, row->question);
  if (row->request)
    assert_string_equal (request, row->request);
  else
    assert_null (request);
}

/* What people wrote can name no fact, act on no terminal and reorder no line. */
static void
quotes_what_people_wrote (void **state)
{
  g_autoptr (ScrutinyChain) chain =
      parse (LINE ("", "", WHO SEEN "  view: {last} \\u{202E}\n    way: for\n" AGAINST, "", ""));
  g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
  g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);

  (void) state;
  assert_non_null (strstr (statement, "For it: {last} "));
  assert_null (strstr (statement, "\xe2\x80\xae"));
}

/* What was left empty was not recorded. */
static void
what_is_empty_is_not_recorded (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyEvidence) seen = scrutiny_evidence_new ("a survey", "2024");
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *got = NULL;
  static const char *const ids[] = { "i", "m", "o" };

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    scrutiny_chain_builder_state (
        builder, ids[i],
        i == 2 ? SCRUTINY_STATEMENT_KIND_OUTCOME : SCRUTINY_STATEMENT_KIND_INTERMEDIATE, ids[i]);
    scrutiny_chain_builder_set_detail (builder, ids[i], "measured_by", "");
    if (i == 0)
      continue;
    scrutiny_chain_builder_because (builder, ids[i - 1], ids[i], seen);
    scrutiny_chain_builder_set_reason_detail (builder, ids[i - 1], ids[i], "author", "");
    scrutiny_chain_builder_set_reason_detail (builder, ids[i - 1], ids[i], "wrong_if", "");
  }
  chain = scrutiny_chain_builder_end (builder, NULL);
  findings = scrutiny_because (chain, NULL);
  got = spell (findings);
  assert_string_equal (got, "nobody-named i m o; unfalsifiable i m o");
}

static void
writes_what_to_bring (void **state)
{
  g_autoptr (ScrutinyChain) chain = parse (LINE ("", "", WHO, "", ""));
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (because));

  (void) state;
  assert_non_null (strstr (json, "\"version\":\"3\""));
  assert_non_null (strstr (json, "if this were not so?\",\"request\":\"" MEASURE "O said”\"}]"));
}

/* The words of a label, a view or a companion decide nothing. */
static void
no_remark_passes_a_check (void **state)
{
#define REMARKS \
  "  label: ons.health\n  label: wales.healthier\n  view: Everybody\n    way: for\n" \
  "  companion: returns\n"
  g_autoptr (ScrutinyChain) plain = parse (LINE ("", "", "", "", ""));
  g_autoptr (ScrutinyChain) adorned = parse (LINE (REMARKS, REMARKS, REMARKS, "", ""));
  g_autoptr (GPtrArray) findings = scrutiny_because (plain, NULL);
  g_autoptr (GPtrArray) others = scrutiny_because (adorned, NULL);
  g_autofree char *got = spell (findings);
  g_autofree char *got_too = spell (others);

  (void) state;
  assert_string_equal (got, "nobody-named i m o; unfalsifiable i m o");
  assert_string_equal (got_too, got);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (said) + 4];
  size_t n = 0;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  for (size_t i = 0; i < G_N_ELEMENTS (said); i++)
    tests[n++] =
        (struct CMUnitTest){ said[i].statement, says_so_in_words, NULL, NULL, (void *) &said[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (quotes_what_people_wrote);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_what_to_bring);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (what_is_empty_is_not_recorded);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (no_remark_passes_a_check);

  return cmocka_run_group_tests_name ("linkage/because-fields", tests, NULL, NULL);
}
