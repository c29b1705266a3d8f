/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet-questions.h"

#include <scrutiny/dossier-builder.h>

#include <string.h>

#include "support/rows.h"

/* What was found: of which figure ('-' is the pack), and what is asked about it. */
typedef struct {
  char figure;
  const char *id, *question;
} Found;

static ScrutinyReport *
report_of (const char *figures, const Found *found)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ScrutinyDossier) dossier = NULL;

  for (const char *c = figures; *c; c++) {
    const char id[] = { *c, '\0' };
    const char title[] = { 'F', 'i', 'g', ' ', *c, '\0' };

    scrutiny_dossier_builder_add_indicator (builder, id, title);
  }
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  for (; found->id; found++) {
    const char subject[] = { found->figure, '\0' };
    g_autoptr (ScrutinyFinding) bare =
        scrutiny_finding_new (found->id, "It rose.", found->question, NULL, NULL);

    g_ptr_array_add (questions, scrutiny_finding_copy_with_subject (
                                    bare, found->figure == '-' ? NULL : subject));
  }

  return scrutiny_report_new_take (
      dossier, g_ptr_array_new (), questions,
      g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free));
}

static const struct row {
  const char *label, *figures;
  Found found[9];
  const char *question, *why; /* of the first question */
} rows[] = {
  { "one figure needs no name", "a", { { 'a', "x.y", "Why?" } }, "Why?", "It rose." },
  { "the same words are the same question",
    "abc",
    { { 'a', "x.y", "Why?" }, { 'b', "x.y", "Why?" } },
    "Why?",
    "Fig a: It rose. Ask the same of: Fig b." },
  { "of every other figure",
    "abcde",
    { { 'a', "x.y", "Why?" },
      { 'b', "x.y", "Why?" },
      { 'c', "x.y", "Why?" },
      { 'd', "x.y", "Why?" },
      { 'e', "x.y", "Why?" } },
    "Why?",
    "Fig a: It rose. Ask the same of each of the other 4 figures." },
  { "many are counted",
    "abcdefg",
    { { 'a', "x.y", "Why?" },
      { 'b', "x.y", "Why?" },
      { 'c', "x.y", "Why?" },
      { 'd', "x.y", "Why?" },
      { 'e', "x.y", "Why?" } },
    "Why?",
    "Fig a: It rose. Ask the same of: Fig b; Fig c; and 2 more." },
  { "another date is another question",
    "abc",
    { { 'a', "x.y", "What changed in May?" }, { 'b', "x.y", "What changed in June?" } },
    "What changed in May?",
    "Fig a: It rose. Like questions stand with: Fig b." },
  { "some ask the same, some the like",
    "abcd",
    { { 'a', "x.y", "What changed in May?" },
      { 'b', "x.y", "What changed in June?" },
      { 'c', "x.y", "What changed in May?" } },
    "What changed in May?",
    "Fig a: It rose. Ask the same of: Fig c. Like questions stand with: Fig b." },
  { "the name of its own figure makes no other question",
    "ab",
    { { 'a', "x.y", "Who chose Fig a?" }, { 'b', "x.y", "Who chose Fig b?" } },
    "Who chose Fig a?",
    "Fig a: It rose. Ask the same of: Fig b." },
  { "the name of another figure does",
    "ab",
    { { 'a', "x.y", "Who chose Fig a?" }, { 'b', "x.y", "Who chose Fig a?" } },
    "Who chose Fig a?",
    "Fig a: It rose. Like questions stand with: Fig b." },
  { "a figure is named once, where it asks the same",
    "ab",
    { { 'a', "x.y", "What changed in May?" },
      { 'a', "x.y", "What changed in June?" },
      { 'b', "x.y", "What changed in June?" },
      { 'b', "x.y", "What changed in May?" } },
    "What changed in May?",
    "Fig a: It rose. Ask the same of: Fig b." },
  { "another kind is another question",
    "ab",
    { { 'a', "x.y", "Why?" }, { 'b', "x.z", "Why?" } },
    "Why?",
    "Fig a: It rose." },
  { "the pack has no name",
    "ab",
    { { '-', "x.y", "Why?" }, { 'b', "x.y", "Why?" } },
    "Why?",
    "It rose. Ask the same of: Fig b." },
};

static const PageBlock *
find_block (const Page *page, PageBlockKind kind)
{
  for (guint i = 0; i < page->blocks->len; i++) {
    const PageBlock *block = page->blocks->pdata[i];

    if (block->kind == kind)
      return block;
  }

  return NULL;
}

static void
says_of_what_else_it_is_asked (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyReport) report = report_of (row->figures, row->found);
  const ReportContent *content = scrutiny_report_get_content (report);
  g_autoptr (GPtrArray) questions = sheet_questions_new (content->questions);
  g_autoptr (Page) page = page_new ();
  const PageBlock *block;

  sheet_questions_add (page, content, questions, "en");
  block = find_block (page, PAGE_QUESTION);
  assert_non_null (block);
  assert_int_equal (block->number, 1);
  assert_string_equal (block->text, row->question);
  assert_string_equal (block->more, row->why);
}

static void
asks_five_and_counts_the_rest (void **state)
{
  const Found found[] = { { 'a', "x.a", "A?" }, { 'a', "x.b", "B?" },
                          { 'a', "x.c", "C?" }, { 'a', "x.d", "D?" },
                          { 'a', "x.e", "E?" }, { 'a', "x.f", "F?" },
                          { 'a', "x.a", "G?" }, { 0 } };
  g_autoptr (ScrutinyReport) report = report_of ("a", found);
  const ReportContent *content = scrutiny_report_get_content (report);
  g_autoptr (GPtrArray) questions = sheet_questions_new (content->questions);
  g_autoptr (Page) page = page_new ();
  const PageBlock *order;

  (void) state;
  sheet_questions_add (page, content, questions, "en");
  order = find_block (page, PAGE_SMALL);
  assert_int_equal (questions->len, 6);
  assert_int_equal (sheet_questions_n_asked (questions), 5);
  assert_int_equal (page->blocks->len, 6);
  assert_non_null (order);
  assert_non_null (strstr (order->text, " 1 more question stands with the figures."));
}

static void
says_that_there_is_nothing_to_ask (void **state)
{
  const Found none = { 0 };
  g_autoptr (ScrutinyReport) report = report_of ("a", &none);
  const ReportContent *content = scrutiny_report_get_content (report);
  g_autoptr (GPtrArray) questions = sheet_questions_new (content->questions);
  g_autoptr (Page) page = page_new ();

  (void) state;
  sheet_questions_add (page, content, questions, "en");
  assert_int_equal (page->blocks->len, 1);
  assert_non_null (find_block (page, PAGE_PARAGRAPH));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + 2];
  size_t n =
      add_rows (tests, says_of_what_else_it_is_asked, rows, G_N_ELEMENTS (rows), sizeof *rows);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (asks_five_and_counts_the_rest);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_that_there_is_nothing_to_ask);

  return cmocka_run_group_tests_name ("report/sheet-questions", tests, NULL, NULL);
}
