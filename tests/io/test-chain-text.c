/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chain-text.h>

#include <scrutiny/chain-builder.h>
#include <scrutiny/error.h>

#include "kernel/random.h"
#include "support/rows.h"

#include <string.h>

#define N_GRAPHS 400
#define N_GRAPHS_QUICK 40

static char *
dup_parsed (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyChain) chain = scrutiny_chain_parse (text, &error);

  if (!chain)
    fail_msg ("%s: %s", text, error->message);

  return scrutiny_chain_dup_text (chain);
}

/* Each by the definition of the form: “claim > reason > its reason”. */
static const struct plain {
  const char *label, *text, *graph;
} plain[] = {
  { "two lines from one claim",
    "Repairs are quick [status] > homes are dry > fewer fall ill [outcome: tenants]\n"
    "Repairs are quick > the target is met [target]",
    "claim: s1\n\nstatement s1 [status]: Repairs are quick\n\nstatement s2 [intermediate]: homes "
    "are dry\n\nstatement s3 [outcome]: fewer fall ill\n  who: tenants\n\nstatement s4 [target]: "
    "the target is met\n\nreason s1 because s2\n\nreason s2 because s3\n\nreason s1 because s4\n" },
  { "a text that begins as a graph does", "claim handling: quick > B",
    "claim: s1\n\nstatement s1 [indicator]: claim handling: quick\n\nstatement s2 [intermediate]: "
    "B\n\nreason s1 because s2\n" },
  { "a text that begins as a graph does, indented", "  claim: A > B",
    "claim: s1\n\nstatement s1 [indicator]: claim: A\n\nstatement s2 [intermediate]: B\n\nreason "
    "s1 "
    "because s2\n" },
  { "a bracket that is a sign", "A [x\\] > B",
    "claim: s1\n\nstatement s1 [indicator]: A [x]\n\nstatement s2 "
    "[intermediate]: B\n\nreason s1 because s2\n" },
  { "one statement", "A", "claim: s1\n\nstatement s1 [indicator]: A\n" },
  { "without blanks", "A>B",
    "claim: s1\n\nstatement s1 [indicator]: A\n\nstatement s2 "
    "[intermediate]: B\n\nreason s1 because s2\n" },
  { "goes on below, before and after the sign",
    "\xef\xbb\xbf# why\r\nA\r\n\r\n  > B >\r\n# so\r\n\tC\r\n",
    "claim: s1\n\nstatement s1 [indicator]: A\n\nstatement s2 [intermediate]: B\n\nstatement s3 "
    "[intermediate]: C\n\nreason s1 because s2\n\nreason s2 because s3\n" },
  { "comes back, and says a reason twice", "A > B > A\nA > B",
    "claim: s1\n\nstatement s1 [indicator]: A\n\nstatement s2 [intermediate]: B\n\nreason s1 "
    "because s2\n\nreason s2 because s1\n" },
  { "its own reason", "A > A",
    "claim: s1\n\nstatement s1 [indicator]: A\n\nreason s1 because s1\n" },
  { "a loop to the claim, and an orphan with a reason", "A > B > A\nC > D [outcome]",
    "claim: s1\n\nstatement s1 [indicator]: A\n\nstatement s2 [intermediate]: B\n\nstatement s3 "
    "[intermediate]: C\n\nstatement s4 [outcome]: D\n\nreason s1 because s2\n\nreason s2 because "
    "s1\n\nreason s3 because s4\n" },
  { "signs within a text", "\\# 1 \\> 2 \\-> B\\nC \\[output\\] \\\\",
    "claim: s1\n\nstatement s1 [indicator]: # 1 > 2 -\n\nstatement s2 [intermediate]: B\\nC "
    "[output] \\\\\n\nreason s1 because s2\n" },
  { "brackets amid a text, and a kind in capitals", "A [all] B > C [x] [Outcome : the\\: people]",
    "claim: s1\n\nstatement s1 [indicator]: A [all] B\n\nstatement s2 [outcome]: C [x]\n  who: "
    "the: "
    "people\n\nreason s1 because s2\n" },
  { "a kind said twice alike", "A > B [output]\nB [output: staff] > C",
    "claim: s1\n\nstatement s1 [indicator]: A\n\nstatement s2 [output]: B\n  who: staff\n\n"
    "statement s3 [intermediate]: C\n\nreason s1 because s2\n\nreason s2 because s3\n" },
  { "Welsh, Arabic and more", "Tŷ cynnes > المنازل دافئة > \\u{1F600}\xf0\x9f\x8f\xb4 [outcome]",
    "claim: s1\n\nstatement s1 [indicator]: Tŷ cynnes\n\nstatement s2 [intermediate]: المنازل "
    "دافئة\n\nstatement s3 [outcome]: \xf0\x9f\x98\x80\xf0\x9f\x8f\xb4\n\nreason s1 because "
    "s2\n\nreason s2 because s3\n" },
};

static void
reads_plain_lines (void **state)
{
  const struct plain *row = *state;
  g_autofree char *graph = dup_parsed (row->text);

  assert_string_equal (graph, row->graph);
}

/* All that a chain holds, as it is written. */
static const char *const whole = "claim: \"to be seen\"\n"
                                 "\n"
                                 "vocabulary \"our own\": Ashcombe 2030\n"
                                 "  source: minute 62\n"
                                 "  label: warm\n"
                                 "    text: Homes are warm\n"
                                 "\n"
                                 "vocabulary b:\n"
                                 "\n"
                                 "statement \"to be seen\" [indicator]: 90.2% in 45 days\n"
                                 "  measured_by: assessments\n"
                                 "\n"
                                 "statement safer [outcome]: Children are safer\n"
                                 "  who: children\\nreferred\n"
                                 "  how_many: 2,839\n"
                                 "  by_when: 2026\n"
                                 "  wrong_if: \\u{20}more come back\\u{202E}\n"
                                 "  confirmed_by: a member\n"
                                 "  label: our own.warm\n"
                                 "  label: ecm.stay-safe\n"
                                 "  view: Neighbours\n"
                                 "    way: against\n"
                                 "    words: The road is full.\n"
                                 "    on: 2024\n"
                                 "    source: minute 62\n"
                                 "  view: Applicants\n"
                                 "    way: undecided\n"
                                 "  harm: Tenants\n"
                                 "    measured_by: rents\n"
                                 "  companion: appeals\n"
                                 "    why: whether they stood\n"
                                 "    said_by: a member\n"
                                 "\n"
                                 "statement أ [service]: # a \\\\ > b [c]: \"d\"\n"
                                 "\n"
                                 "reason \"to be seen\" because safer\n"
                                 "  mechanism: help starts sooner\n"
                                 "  expected: down\n"
                                 "  wrong_if: it starts no sooner\n"
                                 "  author: Cabinet\n"
                                 "  date: 2024-04\n"
                                 "  lag: 6\n"
                                 "  evidence: Staff survey 2024, question 7\n"
                                 "    date: 2024-11\n"
                                 "    kind: survey\n"
                                 "    bearing: contradicts\n"
                                 "    grade: one year only\n"
                                 "  evidence: Audit\n"
                                 "    bearing: supports\n"
                                 "\n"
                                 "reason safer because safer\n"
                                 "\n"
                                 "same أ as \"to be seen\"\n"
                                 "  marked_by: a member, 12 June\n";

static void
writes_what_it_reads (void **state)
{
  g_autoptr (ScrutinyChain) chain = scrutiny_chain_parse (whole, NULL);
  g_autofree char *text = scrutiny_chain_dup_text (chain);
  g_autofree char *json = scrutiny_chain_dup_json (chain);
  g_autofree char *again = dup_parsed (json);
  g_autoptr (GPtrArray) evidence = scrutiny_chain_dup_evidence (chain, "to be seen", "safer");

  (void) state;
  assert_string_equal (text, whole);
  assert_string_equal (again, whole);
  assert_string_equal (scrutiny_chain_get_claim (chain), "to be seen");
  assert_string_equal (scrutiny_chain_get_who (chain, "safer"), "children\nreferred");
  assert_string_equal (scrutiny_chain_get_detail (chain, "safer", "wrong_if"),
                       " more come back\xe2\x80\xae");
  assert_string_equal (scrutiny_chain_get_text (chain, "أ"), "# a \\ > b [c]: \"d\"");
  assert_int_equal (scrutiny_chain_get_lag (chain, "to be seen", "safer"), 6);
  assert_string_equal (scrutiny_chain_get_marked_by (chain, "to be seen", "أ"),
                       "a member, 12 June");
  assert_int_equal (evidence->len, 2);
  assert_string_equal (scrutiny_evidence_get_bearing (evidence->pdata[0]), "contradicts");
}

/* Order, blank lines, comments and how far it is indented are the writer's. */
static void
reads_a_graph_by_hand (void **state)
{
  g_autofree char *text = dup_parsed ("# by hand\n"
                                      "same a as \"b\"\n"
                                      "\n"
                                      "reason a because b\n"
                                      "\t# the newest\n"
                                      "\tevidence:   Survey\n"
                                      "\n"
                                      "\t date:2024\n"
                                      "\tevidence: Audit\n"
                                      "\t   date: 2023\n"
                                      "\tlag: 0\n"
                                      "statement b[output] :B  \n"
                                      "statement \"a\"   [ output ]: A\n"
                                      "claim : a\n");

  (void) state;
  assert_string_equal (
      text, "claim: a\n\nstatement b [output]: B\n\nstatement a [output]: A\n\n"
            "reason a because b\n  lag: 0\n  evidence: Survey\n    date: 2024\n    "
            "bearing: supports\n  evidence: Audit\n    date: 2023\n    bearing: supports\n\n"
            "same a as b\n");
}

#define A "claim: a\nstatement a [output]: A\n"

static const struct refused {
  const char *label, *text, *message;
} refused[] = {
  { "nothing", "", "line 1, column 1: no statement here; write the claim" },
  { "nothing but a comment", "\n# A > B", "line 2, column 1: no statement here" },
  { "an arrow", "A -> B", "line 1, column 3: an arrow, or a sign of comparison?" },
  { "another arrow", "A => B", "line 1, column 3: an arrow" },
  { "a comparison", "waits >= 18 > B", "line 1, column 7: an arrow, or a sign of comparison?" },
  { "two signs", "A > > B", "line 1, column 5: nothing is said before this “>”" },
  { "a sign first", "\n> B", "line 2, column 1: nothing is said before this “>”" },
  { "a sign after a sign", "A >\n > B", "line 2, column 2: nothing is said before this “>”" },
  { "a sign last", "A > B >\n", "line 2, column 1: the last “>” has nothing after it" },
  { "a kind that is none", "é > B [hope]",
    "line 1, column 8: “hope” is not a kind of statement; "
    "there are status, indicator," },
  { "a kind that is none, further on", "A > B [outcome: x] > C [hope]",
    "line 1, column 25: “hope”" },
  { "a kind of nothing", "A > [outcome]", "line 1, column 5: a kind, and nothing that is said" },
  { "two kinds", "A > B [output]\nB [target] > C",
    "line 2, column 4: “target”, but in line 1 the same statement has “output”" },
  { "two peoples", "A > B [outcome: x]\nB [outcome: y] > C",
    "line 2, column 13: “y”, but in line 1 the same statement has “x”" },
  { "nobody", "A > B [outcome: ]", "column 17: nobody is named after the colon" },
  { "an escape that is none", "A > S:\\Temp", "line 1, column 7: a backslash and nothing" },
  { "an escape that does not end", "A > B\\", "line 1, column 6: a backslash and nothing" },
  { "a character that is none", "A > \\u{D800}", "column 5: a backslash and nothing" },
  { "a NUL by its number", "A > \\u{0}", "column 5: a backslash and nothing" },
  { "a number that does not end", "A > \\u{41", "column 5: a backslash and nothing" },
  { "a number too long", "A > \\u{0000041}", "column 5: a backslash and nothing" },
  { "prose", "A > B\nThis is a note.",
    "line 2, column 1: “This is a note.” is no reason for anything, and has none" },
  { "what is not UTF-8", "A > B\nC\xff > D", "line 2, column 2: a byte that is not UTF-8" },

  { "a claim of two words", "claim: a b",
    "line 1, column 10: nothing more belongs in this line, "
    "which is written “claim: NAME”" },
  { "two claims", A "claim: a", "line 3, column 1: a second claim" },
  { "a claim that is not stated",
    "claim: x\n"
    "statement a [output]: A",
    "line 1, column 8: Claim 1: no statement “x”; there are “a”" },
  { "no name", "claim:", "line 1, column 7: the short name of a statement belongs here" },
  { "a name that does not end", "claim: \"a", "column 8: a quotation that does not end" },
  { "a statement without a kind", A "statement b: B",
    "line 3, column 12: “[” belongs here; a line that begins a block is written “statement NAME "
    "[KIND]: TEXT”" },
  { "a statement of a kind that is none", A "statement b [hope]: B",
    "line 3, column 14: “hope” is not a kind of statement" },
  { "a statement without words",
    A "statement b [output]: ", "line 3, column 23: nothing is said here" },
  { "two statements of one name", A "statement a [output]: B",
    "line 3, column 1: Statement 2, “a”: another statement has the same id" },
  { "another word", A "sentence b [output]: B",
    "line 3, column 1: a line that is not indented begins with claim, statement, reason, same or "
    "vocabulary" },
  { "a reason nobody stated", A "reason a because b",
    "line 3, column 1: Reason 1: no statement “b”; there are “a”" },
  { "a reason twice", A "reason a because a\nreason a because a", "line 4, column 1: " },
  { "a reason of nothing", A "reason a", "line 3, column 9: “because” belongs here" },
  { "the same as nothing", A "same a as", "line 3, column 10: the short name" },
  { "the same as nobody's", A "same a as b", "line 3, column 1: Same-as mark 1: no statement “b”" },
  { "the same as itself", A "same a as a", "line 3, column 1: Same-as mark 1, “a”: " },
  { "a member of nothing", A "  who: x\nclaim: a\n", "line 4, column 1: a second claim" },
  { "indented at once", "claim: a\n  who: x", "line 2, column 3: indented, and nothing above it" },
  { "indented otherwise", A "  who: x\n who: y", "line 4, column 2: indented unlike the lines" },
  { "indented under a text", A "  who: x\n    date: y", "line 4, column 5: indented unlike" },
  { "tabs among blanks", A "reason a because a\n  evidence: e\n\tdate: x",
    "line 5, column 2: indented unlike" },
  { "what is not recorded", A "  whom: x",
    "line 3, column 3: nothing is recorded under “whom” of a statement; there are who, how_many" },
  { "what is not recorded of evidence", A "reason a because a\n  evidence: e\n    who: x",
    "line 5, column 5: nothing is recorded under “who” there; there are date, kind, bearing, "
    "grade" },
  { "without a colon", A "  who x", "line 3, column 7: a colon belongs here" },
  { "said twice", A "  who: x\n  who: y", "line 4, column 3: said twice" },
  { "nothing after a colon", A "  who:", "line 3, column 7: nothing is said here" },
  { "a lag of words", A "reason a because a\n  lag: six", "line 4, column 8: a whole number" },
  { "a lag that begins with a nought", A "reason a because a\n  lag: 06",
    "line 4, column 8: a whole number" },
  { "a lag below zero", A "reason a because a\n  lag: -1", "line 4, column 8: a whole number" },
  { "a lag too long", A "reason a because a\n  lag: 1001", "line 4, column 8: a whole number" },
  { "a bearing that is none", A "reason a because a\n  evidence: e\n    bearing: maybe",
    "line 4, column 3: Evidence, bearing: “maybe” is not one of" },
  { "a way that is none", A "reason a because a\n  expected: sideways",
    "line 3, column 1: Expected 1, “a”: what is expected is “up” or “down”" },

  { "JSON that ends", "{\"statements\":[", "Chain, line 1, column 16: a value" },
};

static void
refuses_with_line_and_column (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  ScrutinyChain *chain = scrutiny_chain_parse (row->text, &error);

  assert_null (chain);
  assert_int_equal (error->domain, SCRUTINY_ERROR);
  if (!strstr (error->message, row->message))
    fail_msg ("%s", error->message);
  assert_true (g_str_has_prefix (error->message, "Chain, line "));
}

/* What a hostile hand or another script may write. */
static const char *const words[] = {
  "a",
  " ",
  "\n",
  "\t",
  "\r\n",
  "\\",
  "\"",
  ">",
  "-->",
  "[",
  "]",
  ":",
  "#",
  "{",
  "because",
  "تحسن",
  "ŵ",
  "\xf0\x9f\x8f\xb4",
  "\xe2\x80\xae",
  "\xe2\x80\xa8",
  "<b>",
  "&amp;",
  "\x1b[2J",
  "\xc2\xa0",
  "\\n",
  "0",
  "|",
  "%%{",
};

static char *
make_text (guint64 *seed)
{
  const guint n = 1 + (guint) kernel_random_below (seed, 6);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words[kernel_random_below (seed, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static gboolean
is_heads (guint64 *seed)
{
  return kernel_random_below (seed, 2) == 0;
}

static gpointer
copy_with (gpointer remark, const char *name, const char *text)
{
  if (SCRUTINY_IS_VIEW (remark))
    return scrutiny_view_copy_with (remark, name, text, NULL);
  if (SCRUTINY_IS_HARM (remark))
    return scrutiny_harm_copy_with (remark, name, text, NULL);

  return scrutiny_companion_copy_with (remark, name, text, NULL);
}

/* A view, a harm or a companion; the first of @names is what it must say. */
static gpointer
make_remark (GType type, const char *const *names, guint64 *seed)
{
  gpointer made = g_object_new (type, NULL);

  for (gsize i = 0; names[i]; i++) {
    g_autofree char *text = make_text (seed);
    const char *way = is_heads (seed) ? "against" : "for";
    gpointer before = made;

    if (i > 0 && is_heads (seed))
      continue;
    made = copy_with (before, names[i], g_str_equal (names[i], "way") ? way : text);
    g_object_unref (before);
  }

  return made;
}

static void
make_remarks (ScrutinyChainBuilder *builder, const char *id, guint64 *seed)
{
  static const char *const of_view[] = { "party", "way", "words", "on", "source", NULL };
  static const char *const of_harm[] = { "group", "how", "measured_by", "said_by", "on", NULL };
  static const char *const of_companion[] = { "measure", "why", "said_by", NULL };

  while (is_heads (seed)) {
    g_autoptr (ScrutinyView) view = make_remark (SCRUTINY_TYPE_VIEW, of_view, seed);
    g_autoptr (ScrutinyHarm) harm = make_remark (SCRUTINY_TYPE_HARM, of_harm, seed);
    g_autoptr (ScrutinyCompanion) companion =
        make_remark (SCRUTINY_TYPE_COMPANION, of_companion, seed);

    scrutiny_chain_builder_add_view (builder, id, view);
    scrutiny_chain_builder_add_companion (builder, id, companion);
    if (is_heads (seed))
      scrutiny_chain_builder_add_harm (builder, id, harm);
  }
}

static void
make_statement (ScrutinyChainBuilder *builder, const char *id, guint64 *seed)
{
  static const char *const names[] = { "who",         "how_many", "by_when",
                                       "measured_by", "wrong_if", "confirmed_by" };
  g_autofree char *text = make_text (seed);

  scrutiny_chain_builder_state (builder, id, (ScrutinyStatementKind) kernel_random_below (seed, 11),
                                text);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *detail = make_text (seed);

    if (is_heads (seed))
      scrutiny_chain_builder_set_detail (builder, id, names[i], detail);
  }
  if (is_heads (seed))
    scrutiny_chain_builder_add_label (builder, id, "wales.more-equal");
  if (is_heads (seed))
    scrutiny_chain_builder_add_label (builder, id, "own.label");
  make_remarks (builder, id, seed);
}

static void
make_vocabulary (ScrutinyChainBuilder *builder, guint64 *seed)
{
  g_autofree char *title = make_text (seed);
  g_autofree char *text = make_text (seed);
  g_autofree char *other = make_text (seed);
  g_autofree char *label = g_strdup_printf ("x%s", other);
  const char *const labels[] = { "label", label, NULL };
  const char *const texts[] = { text, title, NULL };
  g_autoptr (ScrutinyVocabulary) own = scrutiny_vocabulary_new (
      "own", is_heads (seed) ? title : "", is_heads (seed) ? text : NULL, labels, texts, NULL);

  scrutiny_chain_builder_use_vocabulary (builder, own);
}

static ScrutinyEvidence *
make_evidence (guint64 *seed)
{
  static const char *const bearings[] = { "supports", "contradicts", "neutral" };
  g_autofree char *reference = make_text (seed);
  g_autofree char *date = make_text (seed);
  g_autofree char *kind = make_text (seed);
  g_autoptr (ScrutinyEvidence) plain_one =
      scrutiny_evidence_new (reference, is_heads (seed) ? date : NULL);
  g_autoptr (ScrutinyEvidence) with_kind =
      scrutiny_evidence_copy_with (plain_one, "kind", is_heads (seed) ? kind : NULL, NULL);

  g_autofree char *grade = make_text (seed);
  g_autoptr (ScrutinyEvidence) with_grade =
      scrutiny_evidence_copy_with (with_kind, "grade", is_heads (seed) ? grade : NULL, NULL);

  return scrutiny_evidence_copy_with (with_grade, "bearing",
                                      bearings[kernel_random_below (seed, 3)], NULL);
}

static void
make_reason (ScrutinyChainBuilder *builder, const char *id, const char *other, guint64 *seed)
{
  static const char *const names[] = { "mechanism", "wrong_if", "author", "date" };
  const guint n_evidence = (guint) kernel_random_below (seed, 3);

  scrutiny_chain_builder_because (builder, id, other, NULL);
  for (guint i = 0; i < n_evidence; i++) {
    g_autoptr (ScrutinyEvidence) evidence = make_evidence (seed);

    scrutiny_chain_builder_because (builder, id, other, evidence);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *detail = make_text (seed);

    if (is_heads (seed))
      scrutiny_chain_builder_set_reason_detail (builder, id, other, names[i], detail);
  }
  if (is_heads (seed))
    scrutiny_chain_builder_set_reason_detail (builder, id, other, "expected",
                                              is_heads (seed) ? "up" : "down");
  if (is_heads (seed))
    scrutiny_chain_builder_set_lag (builder, id, other, (int) kernel_random_below (seed, 1001));
}

static ScrutinyChain *
make_chain (guint64 *seed)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  const guint n = 1 + (guint) kernel_random_below (seed, 9);
  const guint n_pairs = (guint) kernel_random_below (seed, 12);
  g_auto (GStrv) ids = g_new0 (char *, n + 1);

  make_vocabulary (builder, seed);
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = make_text (seed);

    ids[i] = g_strdup_printf ("%s%u", text, i);
    make_statement (builder, ids[i], seed);
  }
  for (guint i = 0; i < n_pairs; i++) {
    const guint one = (guint) kernel_random_below (seed, n);
    const guint other = (guint) kernel_random_below (seed, n);
    g_autofree char *marked_by = make_text (seed);

    make_reason (builder, ids[one], ids[other], seed);
    if (one != other && is_heads (seed))
      scrutiny_chain_builder_same_as (builder, ids[one], ids[other],
                                      is_heads (seed) ? marked_by : NULL);
  }
  if (is_heads (seed))
    scrutiny_chain_builder_set_claim (builder, ids[kernel_random_below (seed, n)]);

  return scrutiny_chain_builder_end (builder, NULL);
}

/* JSON, text and JSON again are the same, and nothing in the text acts. */
static void
keeps_random_graphs (void **state)
{
  const guint n_graphs = g_getenv ("SCRUTINY_QUICK") ? N_GRAPHS_QUICK : N_GRAPHS;
  guint64 seed = 20261201;

  (void) state;
  for (guint i = 0; i < n_graphs; i++) {
    g_autoptr (ScrutinyChain) chain = make_chain (&seed);
    g_autofree char *json = scrutiny_chain_dup_json (chain);
    g_autofree char *text = scrutiny_chain_dup_text (chain);
    g_autofree char *text_of_json = dup_parsed (json);
    g_autoptr (ScrutinyChain) again = scrutiny_chain_parse (text, NULL);
    g_autofree char *json_again = NULL;

    assert_non_null (again);
    json_again = scrutiny_chain_dup_json (again);
    assert_string_equal (json_again, json);
    assert_string_equal (text_of_json, text);
    assert_null (strchr (text, '\x1b'));
    assert_null (strstr (text, "\xe2\x80\xae"));
  }
}

static void
writes_a_bare_chain (void **state)
{
  g_autoptr (ScrutinyChain) bare = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autofree char *text = scrutiny_chain_dup_text (bare);
  g_autofree char *json = scrutiny_chain_dup_json (bare);
  g_autoptr (ScrutinyChain) again = scrutiny_chain_parse (json, NULL);

  (void) state;
  assert_string_equal (text, "");
  assert_int_equal (scrutiny_chain_get_n_statements (again), 0);
}

int
main (void)
{
  struct CMUnitTest tests[4 + G_N_ELEMENTS (plain) + G_N_ELEMENTS (refused)] = {
    cmocka_unit_test (writes_what_it_reads),
    cmocka_unit_test (reads_a_graph_by_hand),
    cmocka_unit_test (keeps_random_graphs),
    cmocka_unit_test (writes_a_bare_chain),
  };
  gsize n = 4;

  n += add_rows (tests + n, reads_plain_lines, plain, G_N_ELEMENTS (plain), sizeof *plain);
  n += add_rows (tests + n, refuses_with_line_and_column, refused, G_N_ELEMENTS (refused),
                 sizeof *refused);

  return cmocka_run_group_tests_name ("io/chain-text", tests, NULL, NULL);
}
