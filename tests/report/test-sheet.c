/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/response.h>

#include <string.h>

#include "support/rows.h"

static void
find (GPtrArray *findings, const char *id, const char *said, const char *asked, const char *subject)
{
  g_autoptr (ScrutinyFinding) bare = scrutiny_finding_new (id, said, asked, NULL, NULL);

  g_ptr_array_add (findings, scrutiny_finding_copy_with_subject (bare, subject));
}

static ReportSection *
section_of (ScrutinyDossier *dossier, const char *subject)
{
  return report_section_new (subject ? scrutiny_dossier_find_indicator (dossier, subject, NULL)
                                     : NULL);
}

/* Three figures and the pack; the first two and the pack have only what the sheet says too. */
static ScrutinyReport *
report_of (ScrutinyDossierBuilder *builder, const char *note)
{
  g_autoptr (ScrutinyDossier) dossier = NULL;
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) report_section_free);
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *omissions = g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free);
  static const char *const subjects[] = { "a", "b", "c", NULL };

  scrutiny_dossier_builder_add_indicator (builder, "a", "Calls");
  scrutiny_dossier_builder_add_indicator (builder, "b", "Visits");
  scrutiny_dossier_builder_add_indicator (builder, "c", "Letters");
  if (note)
    scrutiny_dossier_builder_add_note (builder, "a", note);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++) {
    ReportSection *section = section_of (dossier, subjects[i]);

    find (section->findings, subjects[i] ? "x.one" : "x.all",
          subjects[i] ? "It rose." : "All rose.", "Why?", subjects[i]);
    if (i == 2) {
      find (section->findings, "x.two", "It fell in May.", "What was different?", "c");
      find (section->findings, "x.two", "It fell in June.", "What was different?", "c");
      find (section->findings, "colour.bits", "It shows 1 bit.", "What shows more?", "c");
    }
    g_ptr_array_add (sections, section);
    g_ptr_array_add (questions, g_object_ref (section->findings->pdata[0]));
  }

  return scrutiny_report_new_take (dossier, sections, questions, omissions);
}

static char *
dup_sheet (ScrutinyDossierBuilder *builder, const char *note)
{
  g_autoptr (ScrutinyReport) report = report_of (builder, note);
  g_autoptr (Page) page =
      sheet_dup_page (scrutiny_report_get_content (report), SHEET_WITHOUT_CHARTS, "en");

  return page_dup_text (page, 88);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part))) {
    text += strlen (part);
    n++;
  }

  return n;
}

static void
says_once_what_stands_on_the_sheet (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autofree char *sheet = dup_sheet (builder, NULL);

  (void) state;
  assert_int_equal (count (sheet, "All rose."), 1);
  assert_int_equal (count (sheet, "The pack as a whole"), 0);
  assert_int_equal (count (sheet, "Of 2 figures nothing more can be said"), 1);
  assert_int_equal (count (sheet, "It fell in May. It fell in June."), 1);
}

/* One click below, and not asked. */
static void
folds_what_goes_further (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyReport) report = report_of (builder, NULL);
  g_autoptr (Page) page =
      sheet_dup_page (scrutiny_report_get_content (report), SHEET_WITHOUT_CHARTS, "en");
  g_autofree char *text = page_dup_text (page, 88);
  g_autofree char *html = page_dup_html (page, "en");

  (void) state;
  assert_int_equal (count (text, "It shows 1 bit."), 0);
  assert_int_equal (
      count (html, "<details><summary>More on this figure</summary>\n<p>It shows 1 bit.</p>"), 1);
  assert_int_equal (count (html, "What shows more?"), 0);
  assert_int_equal (count (html, "More on this figure"), 1);
}

static void
asks_the_same_once_of_a_figure (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autofree char *sheet = dup_sheet (builder, NULL);

  (void) state;
  assert_int_equal (count (sheet, "Ask: What was different?"), 1);
}

static void
leaves_out_no_answer_of_the_publisher (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyResponse) response =
      scrutiny_response_new ("x.one", "b", "Because we counted twice.", "Director", "2024-07-01");
  g_autofree char *sheet = NULL;

  (void) state;
  scrutiny_dossier_builder_add_response (builder, response);
  sheet = dup_sheet (builder, NULL);
  assert_int_equal (count (sheet, "“Because we counted twice.”"), 1);
  assert_int_equal (count (sheet, "Of 1 figure nothing more can be said"), 1);
}

static void
leaves_out_no_note_on_a_figure (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autofree char *sheet = dup_sheet (builder, "Counted twice in May.");

  (void) state;
  assert_int_equal (count (sheet, "  - Counted twice in May."), 1);
  assert_int_equal (count (sheet, "Of 1 figure nothing more can be said"), 1);
}

/* The reason why something was not done, as it comes and as it is said. */
static const struct reason {
  const char *label, *comes, *said;
} reasons[] = {
  { "a sentence stays", "There is no history.", "There is no history." },
  { "an error becomes one", "Series: rolling figures; ask", "Rolling figures; ask." },
  { "a question keeps its mark", "why 9?", "Why 9?" },
  { "a letter with an accent", "à revoir", "À revoir." },
};

static void
gives_its_reason_in_a_sentence (void **state)
{
  const struct reason *row = *state;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyReport) report = report_of (builder, NULL);
  const ReportContent *content = scrutiny_report_get_content (report);
  g_autofree char *item = g_strdup_printf ("\n  - Letters: %s\n", row->said);
  g_autoptr (Page) page = NULL;
  g_autofree char *sheet = NULL;

  g_ptr_array_add (content->omissions, report_omission_new ("c", "trend", row->comes, NULL));
  page = sheet_dup_page (content, SHEET_WITHOUT_CHARTS, "en");
  sheet = page_dup_text (page, 88);
  assert_int_equal (count (sheet, item), 1);
}

static void
begins_cells_with_a_capital (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyRequest) request =
      scrutiny_request_new ("épreuves by month", "the Director", "2024-07");
  g_autofree char *sheet = NULL;

  (void) state;
  scrutiny_dossier_builder_add_request (builder, request);
  sheet = dup_sheet (builder, NULL);
  assert_int_equal (count (sheet, "  Épreuves by month  The Director  July 2024  Outstanding\n"),
                    1);
}

/* Eight findings that need something, of which the last two are the questions. */
static ScrutinyReport *
report_in_need (void)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) report_section_free);
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *omissions = g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free);
  ReportSection *section;

  scrutiny_dossier_builder_add_indicator (builder, "a", "Calls");
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  section = section_of (dossier, "a");
  for (guint i = 0; i < 8; i++) {
    g_autofree char *id = g_strdup_printf ("x.number-%u", i);
    g_autofree char *request = g_strdup_printf ("List %u", i);
    g_autoptr (ScrutinyFinding) bare =
        scrutiny_finding_new (id, "It rose.", i < 6 ? NULL : "Why?", NULL, NULL);

    g_ptr_array_add (section->findings, scrutiny_finding_copy_with_request (bare, request, NULL));
    if (i >= 6)
      g_ptr_array_add (questions, g_object_ref (section->findings->pdata[i]));
  }
  g_ptr_array_add (sections, section);

  return scrutiny_report_new_take (dossier, sections, questions, omissions);
}

/* What the questions need comes first; five stand on the sheet, the others at the end. */
static void
asks_for_the_rest_at_the_end (void **state)
{
  static const char *const order[] = { "Ask for\n",
                                       "List 6",
                                       "List 7",
                                       "List 0",
                                       "List 2",
                                       "What the figures show",
                                       "What else to ask for",
                                       "List 3",
                                       "List 5" };
  g_autoptr (ScrutinyReport) report = report_in_need ();
  g_autoptr (Page) page =
      sheet_dup_page (scrutiny_report_get_content (report), SHEET_WITHOUT_CHARTS, "en");
  g_autofree char *text = page_dup_text (page, 88);
  const char *at = text;

  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
    at = strstr (at, order[i]);
    if (!at)
      fail_msg ("no %s after %s in %s", order[i], i ? order[i - 1] : "", text);
  }
  assert_int_equal (count (text, "List 2"), 1);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (reasons) + 6] = {
    cmocka_unit_test (says_once_what_stands_on_the_sheet),
    cmocka_unit_test (folds_what_goes_further),
    cmocka_unit_test (asks_the_same_once_of_a_figure),
    cmocka_unit_test (leaves_out_no_answer_of_the_publisher),
    cmocka_unit_test (leaves_out_no_note_on_a_figure),
    cmocka_unit_test (begins_cells_with_a_capital),
    cmocka_unit_test (asks_for_the_rest_at_the_end),
  };

  add_rows (tests + 6, gives_its_reason_in_a_sentence, reasons, G_N_ELEMENTS (reasons),
            sizeof *reasons);

  return cmocka_run_group_tests_name ("report/sheet", tests, NULL, NULL);
}
