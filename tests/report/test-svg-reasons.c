/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-reasons.h"

#include <scrutiny/chain-builder.h>
#include <scrutiny/draw.h>

#include <string.h>

#include "support/rows.h"

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;

  return n;
}

static ScrutinyBecause *
end (ScrutinyChainBuilder *builder)
{
  g_autoptr (ScrutinyChain) chain = scrutiny_chain_builder_end (builder, NULL);

  return scrutiny_because_new (chain, NULL);
}

static void
offer (ScrutinyChainBuilder *builder, const char *from, const char *to, const char *bearing)
{
  g_autoptr (ScrutinyEvidence) bare = scrutiny_evidence_new ("Survey", NULL);
  g_autoptr (ScrutinyEvidence) evidence =
      scrutiny_evidence_copy_with (bare, "bearing", bearing, NULL);

  scrutiny_chain_builder_because (builder, from, to, evidence);
}

/* a claim > a service > people; the service leads back to the claim, in other words */
static ScrutinyBecause *
appraisals (void)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "done", SCRUTINY_STATEMENT_KIND_STATUS,
                                "97% of <appraisals> done");
  scrutiny_chain_builder_state (builder, "managed", SCRUTINY_STATEMENT_KIND_SERVICE,
                                "Staff are well managed");
  scrutiny_chain_builder_state (builder, "talked", SCRUTINY_STATEMENT_KIND_SERVICE,
                                "Everyone has had the talk");
  scrutiny_chain_builder_state (builder, "seen", SCRUTINY_STATEMENT_KIND_OUTCOME, "عائلات");
  scrutiny_chain_builder_set_who (builder, "seen", "families");
  offer (builder, "done", "managed", "supports");
  offer (builder, "done", "managed", "contradicts");
  scrutiny_chain_builder_because (builder, "managed", "talked", NULL);
  offer (builder, "managed", "seen", "neutral");
  scrutiny_chain_builder_same_as (builder, "talked", "done", "a member, 12 June");

  return end (builder);
}

static ScrutinyBecause *
chain_of (guint n)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);
    g_autofree char *next = g_strdup_printf ("s%u", i + 1);

    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_SERVICE, id);
    if (i + 1 < n)
      scrutiny_chain_builder_because (builder, id, next, NULL);
  }

  return end (builder);
}

static ScrutinyBecause *
fan_of (guint n)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "c", SCRUTINY_STATEMENT_KIND_STATUS, "c");
  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);

    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_SERVICE, id);
    scrutiny_chain_builder_because (builder, "c", id, NULL);
  }

  return end (builder);
}

static void
draws_what_is_the_same_as_one (void **state)
{
  g_autoptr (ScrutinyBecause) because = appraisals ();
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (because), "A & B", NULL);

  (void) state;
  assert_true (g_str_has_prefix (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
  assert_true (g_str_has_suffix (svg, "</svg>"));
  assert_int_equal (count (svg, "<rect class=\"box"), 3);
  assert_int_equal (count (svg, "<rect class=\"box claim\""), 1);
  assert_int_equal (count (svg, "rx=\"16\""), 1);
  assert_int_equal (count (svg, "class=\"tip\""), 3);
  assert_int_equal (count (svg, "class=\"link back\""), 2);
  assert_non_null (strstr (svg, ">marked as the same: a member, 12 June</text>"));
  assert_non_null (strstr (svg, "&lt;appraisals&gt;"));
  assert_non_null (strstr (svg, "<title id=\"chart-t\">A &amp; B</title>"));
  assert_non_null (strstr (svg, "“97% of &lt;appraisals&gt; done”, because “Staff are well "
                                "managed”: 2 items of evidence, 1 contradicts. "));
}

static void
says_in_words_what_is_recorded (void **state)
{
  g_autoptr (ScrutinyBecause) because = appraisals ();
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (because), "A", NULL);

  (void) state;
  assert_non_null (strstr (svg, ">The claim: a published status</text>"));
  assert_non_null (strstr (svg, ">in people’s lives: families</text>"));
  assert_non_null (strstr (svg, ">2 items of evidence,</text>"));
  assert_non_null (strstr (svg, ">1 contradicts</text>"));
  assert_non_null (strstr (svg, ">1 item of evidence,</text>"));
  assert_non_null (strstr (svg, ">which says neither</text>"));
  assert_non_null (strstr (svg, ">leads back up</text>"));
  assert_non_null (strstr (svg, ">no evidence recorded</text>"));
  assert_non_null (strstr (svg, "<text class=\"what rtl\""));
  assert_int_equal (count (svg, " rtl\""), 1);
}

/* No name beside the mark: nobody has confirmed it. */
static void
says_what_nobody_confirmed (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyBecause) because = NULL;
  g_autofree char *svg = NULL;

  (void) state;
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_STATUS, "Done");
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_SERVICE, "It is done");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_same_as (builder, "a", "b", NULL);
  because = end (builder);
  svg = scrutiny_draw (SCRUTINY_RESULT (because), "A", NULL);
  assert_int_equal (count (svg, "<rect class=\"box"), 1);
  assert_non_null (strstr (svg, ">said to be the same; nobody has confirmed it</text>"));
  assert_non_null (strstr (svg, ">given as its own reason: no evidence</text>"));
}

/* Where a person has confirmed some kinds, the others say that nobody has. */
static void
says_which_kinds_are_confirmed (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyBecause) because = NULL;
  g_autofree char *svg = NULL;

  (void) state;
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_STATUS, "Done");
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTCOME, "Safer");
  scrutiny_chain_builder_set_who (builder, "b", "children");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  scrutiny_chain_builder_set_detail (builder, "a", "confirmed_by", "a member");
  because = end (builder);
  svg = scrutiny_draw (SCRUTINY_RESULT (because), "A", NULL);
  assert_non_null (strstr (svg, ">The claim: a published status</text>"));
  assert_non_null (strstr (svg, ">in people’s lives, not confirmed: children</text>"));
  assert_int_equal (count (svg, "not confirmed"), 1);
}

/* Each part has a page's room and its own title; together they have each box once. */
static void
cuts_a_long_chain_between_boxes (void **state)
{
  g_autoptr (ScrutinyBecause) because = chain_of (40);
  g_autofree char *whole = scrutiny_draw (SCRUTINY_RESULT (because), "A", NULL);
  const SvgChartLabels labels = { .id = "c1", .title = "A" };
  g_autoptr (GString) parts = g_string_new (NULL);
  guint n;

  (void) state;
  svg_reasons_append (parts, because, &labels);
  n = count (parts->str, "<svg ");
  assert_int_equal (count (whole, "<svg "), 1);
  assert_true (n > 1);
  assert_int_equal (count (whole, "<rect class=\"box"), 40);
  assert_int_equal (count (parts->str, "<rect class=\"box"), 40);
  assert_int_equal (count (parts->str, ">no evidence recorded</text>"), 39);
  assert_int_equal (count (parts->str, "</title>"), n);
  assert_int_equal (count (parts->str, "”, because “"), 39);
  assert_non_null (strstr (parts->str, "<title id=\"c1-2-t\">A, part 2 of "));
}

static const struct row {
  const char *label;
  ScrutinyBecause *(*make) (guint n);
  guint n;
  gboolean is_drawn;
} rows[] = {
  { "a chain of 60", chain_of, 60, TRUE },       { "a chain of 61", chain_of, 61, FALSE },
  { "a chain of 5,000", chain_of, 5000, FALSE }, { "12 side by side", fan_of, 12, TRUE },
  { "13 side by side", fan_of, 13, FALSE },
};

static void
draws_what_can_be_taken_in (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyBecause) because = row->make (row->n);
  g_autofree char *refusal = svg_reasons_dup_refusal (because);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (because), "A", NULL);

  assert_int_equal (refusal == NULL, row->is_drawn);
  assert_int_equal (count (svg, "<rect class=\"box") > 0, row->is_drawn);
  if (refusal)
    assert_non_null (strstr (svg, refusal));
  assert_true (g_str_has_suffix (svg, "</svg>"));
}

static const struct cut {
  const char *label;
  guint n; /* of times three words are said */
  gboolean is_cut;
} cuts[] = {
  { "words that fit", 3, FALSE },
  { "more words than fit", 60, TRUE },
};

static void
knows_what_has_no_room (void **state)
{
  const struct cut *row = *state;
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (ScrutinyBecause) because = NULL;

  for (guint i = 0; i < row->n; i++)
    g_string_append (words, "calls are answered ");
  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_STATUS, "a");
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_SERVICE, words->str);
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  because = end (builder);
  assert_int_equal (svg_reasons_cuts_text (because), row->is_cut);
}

/* A claim with 10,000 reasons, and 3,000 statements that say what it says. */
static void
takes_what_is_very_large (void **state)
{
  g_autoptr (ScrutinyBecause) fan = fan_of (10000);
  g_autofree char *refusal = svg_reasons_dup_refusal (fan);
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyBecause) sames = NULL;
  g_autofree char *svg = NULL;

  (void) state;
  assert_string_equal (refusal, "These reasons are too many to draw: 10001 statements, 10000 "
                                "reasons. They are listed.");
  scrutiny_chain_builder_state (builder, "c", SCRUTINY_STATEMENT_KIND_STATUS, "c");
  for (guint i = 0; i < 3000; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);

    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_STATUS, id);
    scrutiny_chain_builder_same_as (builder, "c", id, NULL);
  }
  sames = end (builder);
  svg = scrutiny_draw (SCRUTINY_RESULT (sames), "A", NULL);
  assert_non_null (strstr (svg, ">2989 more marked as the same</text>"));
}

static void
draws_nothing_of_an_empty_chain (void **state)
{
  g_autoptr (ScrutinyBecause) bare = g_object_new (SCRUTINY_TYPE_BECAUSE, NULL);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (bare), "A", NULL);

  (void) state;
  assert_int_equal (count (svg, "class=\"box"), 0);
  assert_true (g_str_has_suffix (svg, "</svg>"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + G_N_ELEMENTS (cuts) + 7];
  size_t n = add_rows (tests, draws_what_can_be_taken_in, rows, G_N_ELEMENTS (rows), sizeof *rows);

  n += add_rows (tests + n, knows_what_has_no_room, cuts, G_N_ELEMENTS (cuts), sizeof *cuts);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (draws_what_is_the_same_as_one);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_in_words_what_is_recorded);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_what_nobody_confirmed);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_which_kinds_are_confirmed);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (cuts_a_long_chain_between_boxes);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_what_is_very_large);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (draws_nothing_of_an_empty_chain);

  return cmocka_run_group_tests_name ("report/svg-reasons", tests, NULL, NULL);
}
