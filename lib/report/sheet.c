/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet.h"

#include "report/figure-name.h"
#include "report/further.h"
#include "report/request-words.h"
#include "report/requests.h"
#include "report/sheet-figures.h"
#include "report/sheet-questions.h"
#include "report/sheet-section.h"

#include <string.h>

/* As many as questions: the sheet is one page. */
#define MOST_REQUESTS 5

/* --- The head of the sheet ------------------------------------------------------------ */

static const char *
count_word (guint n)
{
  static const char *const words[] = { "No questions",    "One question",   "Two questions",
                                       "Three questions", "Four questions", "Five questions" };

  return words[MIN (n, G_N_ELEMENTS (words) - 1)];
}

static char *
dup_title (ScrutinyDossier *dossier, guint n_questions)
{
  const char *title = scrutiny_dossier_get_title (dossier);

  if ((!title || !*title) && scrutiny_dossier_get_n_indicators (dossier) == 1)
    title = scrutiny_indicator_get_title (scrutiny_dossier_get_indicator (dossier, 0));
  if (!title || !*title)
    title = scrutiny_dossier_get_source (dossier);

  return g_strdup_printf ("%s on %s", count_word (n_questions),
                          title && *title ? title : "these figures");
}

static void
add_meeting (Page *page, ScrutinyDossier *dossier)
{
  g_autofree char *meeting = request_words_dup_date (scrutiny_dossier_get_meeting (dossier));

  if (meeting)
    page_add_take (page, PAGE_LEAD, g_strdup_printf ("For the meeting of %s.", meeting));
}

static void
add_head (Page *page, const ReportContent *content, guint n_questions)
{
  ScrutinyDossier *dossier = content->dossier;
  const char *council = scrutiny_dossier_get_council (dossier);
  const char *source = scrutiny_dossier_get_source (dossier);
  const guint n = scrutiny_dossier_get_n_indicators (dossier);

  page_add_take (page, PAGE_TITLE, dup_title (dossier, n_questions));
  if (council && *council)
    page_add (page, PAGE_LEAD, council);
  add_meeting (page, dossier);
  page_add_take (page, PAGE_LEAD,
                 g_strdup_printf ("From %s: %u %s%s%s, as supplied.",
                                  source && *source ? source : "the figures handed in", n,
                                  n == 1 ? "figure" : "figures", content->area ? " of " : "",
                                  content->area ? content->area : ""));
}

/* One figure has its published line at the head, as on an agenda. */
static void
add_single_published (Page *page, const ReportContent *content)
{
  ScrutinyDossier *dossier = content->dossier;

  if (scrutiny_dossier_get_n_indicators (dossier) == 1)
    sheet_section_add_published (page, content, scrutiny_dossier_get_indicator (dossier, 0));
}

/* --- What to bring ---------------------------------------------------------------------- */

/* A cell begins as a sentence does. */
static void
add_capitalised (PageBlock *table, const char *text)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (text && *text) {
    g_string_append_unichar (cell, g_unichar_totitle (g_utf8_get_char (text)));
    g_string_append (cell, g_utf8_next_char (text));
  }
  page_table_add (table, cell->str);
}

static void
add_request_row (PageBlock *table, ScrutinyDossier *dossier, const ReportRequest *asked)
{
  g_autofree char *by = request_words_dup_date (scrutiny_request_get_by (asked->request));
  g_autofree char *state = request_words_dup_state (dossier, asked);

  add_capitalised (table, scrutiny_request_get_what (asked->request));
  add_capitalised (table, scrutiny_request_get_of_whom (asked->request));
  add_capitalised (table, by);
  page_table_add (table, state);
}

/* Those from @first up to before @end. */
static void
add_requests (Page *page,
              const char *part,
              ScrutinyDossier *dossier,
              GPtrArray *open,
              guint first,
              guint end)
{
  static const char *const header[] = { "What", "From", "By", "State", NULL };
  PageBlock *table;

  if (first >= end)
    return;

  page_add (page, PAGE_PART, part);
  table = page_add_table (page, NULL, header);
  for (guint i = first; i < end; i++)
    add_request_row (table, dossier, open->pdata[i]);
}

/* Those of all @requests that are still to come, lent. */
static GPtrArray *
pick_open (const GPtrArray *requests)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < requests->len; i++)
    if (scrutiny_request_is_outstanding (((ReportRequest *) requests->pdata[i])->request))
      g_ptr_array_add (open, requests->pdata[i]);

  return open;
}

/* On the sheet: all that was asked for before and has not come, and what the first questions need.
 */
static guint
count_on_sheet (const GPtrArray *open)
{
  guint n_before = 0;

  while (n_before < open->len && ((ReportRequest *) open->pdata[n_before])->is_recorded)
    n_before++;

  return MIN (n_before + MOST_REQUESTS, open->len);
}

/* What was asked for before, with what came of it and what was said; nothing of what is open and
 * was not answered, which stands on the sheet.
 */
static void
add_outcomes (Page *page, ScrutinyDossier *dossier, const GPtrArray *requests)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < requests->len; i++) {
    const ReportRequest *asked = requests->pdata[i];
    g_autoptr (GPtrArray) responses = request_words_dup_responses (dossier, asked->request);

    if (!asked->is_recorded ||
        (responses->len == 0 && scrutiny_request_is_outstanding (asked->request)))
      continue;
    if (!is_any)
      page_add (page, PAGE_PART, "What came of earlier requests");
    is_any = TRUE;
    page_add_take (page, PAGE_PARAGRAPH, request_words_dup_outcome (asked));
    for (guint k = 0; k < responses->len; k++)
      page_add_take (page, PAGE_PUBLISHED, request_words_dup_response (responses->pdata[k]));
  }
}

/* --- What could not be told ---------------------------------------------------------- */

/* The same reason for many figures is said once. */
static GPtrArray *
group_reasons (GPtrArray *omissions, GHashTable *counts)
{
  GPtrArray *reasons = g_ptr_array_new ();

  for (guint i = 0; i < omissions->len; i++) {
    ReportOmission *omission = omissions->pdata[i];
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, omission->reason));

    if (count == 0)
      g_ptr_array_add (reasons, omission);
    g_hash_table_insert (counts, omission->reason, GUINT_TO_POINTER (count + 1));
  }

  return reasons;
}

/* Why something was not done comes as an error's message too, which may start with where. */
static char *
dup_sentence (const char *reason)
{
  static const char place[] = "Series: ";
  GString *sentence = g_string_new (NULL);

  if (g_str_has_prefix (reason, place))
    reason += strlen (place);
  if (*reason) {
    g_string_append_unichar (sentence, g_unichar_totitle (g_utf8_get_char (reason)));
    g_string_append (sentence, g_utf8_next_char (reason));
    if (!strchr (".?!", sentence->str[sentence->len - 1]))
      g_string_append_c (sentence, '.');
  }

  return g_string_free (sentence, FALSE);
}

static char *
dup_reason (const ReportContent *content, const ReportOmission *first, guint count)
{
  ScrutinyDossier *dossier = content->dossier;
  g_autofree char *name = figure_name_dup_of_subject (content, first->subject);
  g_autofree char *reason = dup_sentence (first->reason);

  if (!name || scrutiny_dossier_get_n_indicators (dossier) == 1)
    return g_steal_pointer (&reason);
  if (count == 1)
    return g_strdup_printf ("%s: %s", name, reason);
  if (count == scrutiny_dossier_get_n_indicators (dossier))
    return g_strdup_printf ("All %u figures: %s", count, reason);

  return g_strdup_printf ("%s and %u more: %s", name, count - 1, reason);
}

static void
add_omissions (Page *page, const ReportContent *content)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) reasons = group_reasons (content->omissions, counts);

  if (reasons->len == 0)
    return;

  page_add (page, PAGE_PART, "What could not be told");
  for (guint i = 0; i < reasons->len; i++) {
    const ReportOmission *omission = reasons->pdata[i];
    const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, omission->reason));

    page_add_take (page, PAGE_ITEM, dup_reason (content, omission, count));
  }
}

/* --- How it was read and worked out -------------------------------------------------- */

static void
add_notes (Page *page, ScrutinyDossier *dossier)
{
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);

  if (!notes || !notes[0])
    return;

  page_add (page, PAGE_PART, "How the figures were read");
  for (gsize i = 0; notes[i]; i++)
    page_add (page, PAGE_ITEM, notes[i]);
}

static void
add_provenance (Page *page, ScrutinyDossier *dossier)
{
  const char *hash = scrutiny_dossier_get_hash (dossier);
  const char *source = scrutiny_dossier_get_source (dossier);

  page_add (
      page, PAGE_SMALL,
      "These are questions and facts about figures, not a rating of anybody or anything. Words in "
      "quotation marks are the publisher’s.");
  if (hash && *hash)
    page_add_take (
        page, PAGE_SMALL,
        g_strdup_printf ("Worked out by libscrutiny from %s (sha256 %s); anyone with the file "
                         "can repeat it.",
                         source && *source ? source : "the figures", hash));
}

/* --- What stands behind the questions ------------------------------------------------ */

static GHashTable *
statements_on_sheet (GPtrArray *questions, const char *language)
{
  GHashTable *statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sheet_questions_n_asked (questions); i++)
    g_hash_table_add (statements, scrutiny_finding_dup_statement (
                                      sheet_questions_get_first (questions, i), language));

  return statements;
}

static gboolean
has_reasons (ScrutinyIndicator *indicator)
{
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);

  return chain && scrutiny_chain_get_n_statements (chain) > 0;
}

/* What a person has said of the figure, or of what was found, is never left out. */
static gboolean
has_remarks (const ReportContent *content, const ReportSection *section)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  for (guint i = 0; i < section->findings->len; i++)
    if (sheet_section_has_response (content, section->findings->pdata[i]))
      return TRUE;
  if (!section->indicator)
    return FALSE;
  if (has_reasons (section->indicator))
    return TRUE;
  events = scrutiny_indicator_dup_events (section->indicator);
  notes = scrutiny_indicator_dup_notes (section->indicator);

  return events->len + notes->len > 0;
}

/* Whether a section would only say again what the sheet says of it. */
static gboolean
says_nothing_new (const ReportContent *content,
                  const ReportSection *section,
                  GHashTable *statements,
                  const char *language)
{
  if (has_remarks (content, section))
    return FALSE;

  for (guint i = 0; i < section->findings->len; i++) {
    g_autofree char *statement =
        scrutiny_finding_dup_statement (section->findings->pdata[i], language);

    if (!further_is (section->findings->pdata[i]) && !g_hash_table_contains (statements, statement))
      return FALSE;
  }

  return TRUE;
}

/* A funnel tells more than what is said of it. */
static gboolean
shows_places (const ReportSection *section, SheetCharts charts)
{
  return section->id && charts == SHEET_WITH_CHARTS;
}

static void
add_sections (Page *page,
              const ReportContent *content,
              GPtrArray *questions,
              SheetCharts charts,
              const char *language)
{
  g_autoptr (GHashTable) statements = statements_on_sheet (questions, language);
  guint n_quiet = 0;

  page_add (page, PAGE_PART_NEW_PAGE, "What the figures show");
  for (guint i = 0; i < content->sections->len; i++) {
    const ReportSection *section = content->sections->pdata[i];

    if (content->sections->len > 2 && !shows_places (section, charts) &&
        says_nothing_new (content, section, statements, language))
      n_quiet += section->indicator ? 1 : 0;
    else
      sheet_section_add (page, content, section, charts, language);
  }
  if (n_quiet > 0)
    page_add_take (
        page, PAGE_PARAGRAPH,
        g_strdup_printf ("Of %u %s nothing more can be said than stands on the sheet; %s below.",
                         n_quiet, n_quiet == 1 ? "figure" : "figures",
                         n_quiet == 1 ? "it is in the table" : "they are in the table"));
}

Page *
sheet_dup_page (const ReportContent *content, SheetCharts charts, const char *language)
{
  Page *page = page_new ();
  g_autoptr (GPtrArray) questions = sheet_questions_new (content->questions);
  g_autoptr (GPtrArray) requests = report_requests_new (content);
  g_autoptr (GPtrArray) open = pick_open (requests);
  const guint n_on_sheet = count_on_sheet (open);

  add_head (page, content, sheet_questions_n_asked (questions));
  add_single_published (page, content);
  page_add (page, PAGE_PART, "Ask");
  sheet_questions_add (page, content, questions, language);
  add_requests (page, "Ask for", content->dossier, open, 0, n_on_sheet);

  add_sections (page, content, questions, charts, language);
  add_requests (page, "What else to ask for", content->dossier, open, n_on_sheet, open->len);
  add_outcomes (page, content->dossier, requests);
  add_omissions (page, content);
  page_add (page, PAGE_PART, "The figures as published");
  page_table_drop_empty (sheet_add_figures (page, content));
  add_notes (page, content->dossier);
  sheet_section_add_methods (page, content);
  add_provenance (page, content->dossier);

  return page;
}
