/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet.h"

#include "base/number.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "report/figure-name.h"
#include "report/requests.h"
#include "report/sheet-figures.h"
#include "report/sheet-section.h"

#include <math.h>
#include <string.h>

/* What fits on one sheet and into one meeting. */
static const guint MOST_QUESTIONS = 5;
static const guint MOST_NAMED = 3;

/* --- The questions ------------------------------------------------------------------ */

/* One question, and everything it can be asked of. */
typedef struct {
  ScrutinyFinding *first;
  GPtrArray *others; /* of ScrutinyFinding, borrowed */
} SheetQuestion;

static void
sheet_question_free (gpointer data)
{
  SheetQuestion *self = data;

  g_ptr_array_unref (self->others);
  g_free (self);
}

static gboolean
is_about (ScrutinyFinding *finding, ScrutinyFinding *other)
{
  return g_strcmp0 (scrutiny_finding_get_subject (finding), scrutiny_finding_get_subject (other)) ==
         0;
}

/* A second finding about a figure already named stays with that figure, further down. */
static void
add_other (SheetQuestion *group, ScrutinyFinding *finding)
{
  ScrutinyFinding *last =
      group->others->len > 0 ? group->others->pdata[group->others->len - 1] : group->first;

  if (!is_about (finding, last))
    g_ptr_array_add (group->others, finding);
}

/* Findings of one kind about different figures are one question on the sheet, asked where
 * the first of them stands.
 */
static GPtrArray *
group_questions (GPtrArray *findings)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (sheet_question_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++) {
    ScrutinyFinding *finding = findings->pdata[i];
    const char *id = scrutiny_finding_get_id (finding);
    SheetQuestion *group = g_hash_table_lookup (by_id, id);

    if (group) {
      add_other (group, finding);
      continue;
    }
    group = g_new0 (SheetQuestion, 1);
    group->first = finding;
    group->others = g_ptr_array_new ();
    g_hash_table_insert (by_id, (gpointer) id, group);
    g_ptr_array_add (groups, group);
  }

  return groups;
}

static char *
dup_subject_name (const ReportContent *content, ScrutinyFinding *finding)
{
  ScrutinyDossier *dossier = content->dossier;
  const char *subject = scrutiny_finding_get_subject (finding);
  ScrutinyIndicator *indicator =
      subject && *subject ? scrutiny_dossier_find_indicator (dossier, subject, NULL) : NULL;

  return indicator ? figure_name_dup (indicator, content->area) : NULL;
}

/* "Ask the same of A; B; and 12 more." */
static void
append_others (GString *why, const ReportContent *content, GPtrArray *others)
{
  const guint n_named = others->len > MOST_NAMED ? MOST_NAMED - 1 : others->len;

  if (others->len == 0)
    return;
  if (others->len > MOST_NAMED &&
      others->len + 1 == scrutiny_dossier_get_n_indicators (content->dossier)) {
    g_string_append_printf (why, " Ask the same of each of the other %u figures.", others->len);
    return;
  }

  g_string_append (why, " Ask the same of: ");
  for (guint i = 0; i < n_named; i++) {
    g_autofree char *name = dup_subject_name (content, others->pdata[i]);

    g_string_append_printf (why, "%s%s", i > 0 ? "; " : "", name ? name : "this pack");
  }
  if (others->len > n_named)
    g_string_append_printf (why, "; and %u more", others->len - n_named);
  g_string_append_c (why, '.');
}

static char *
dup_why (const ReportContent *content, const SheetQuestion *question, const char *language)
{
  g_autofree char *statement = scrutiny_finding_dup_statement (question->first, language);
  g_autofree char *name = dup_subject_name (content, question->first);
  GString *why = g_string_new (NULL);

  if (name && scrutiny_dossier_get_n_indicators (content->dossier) > 1)
    g_string_append_printf (why, "%s: ", name);
  g_string_append (why, statement);
  append_others (why, content, question->others);

  return g_string_free (why, FALSE);
}

/* As question-order.c sorts: no hidden score. */
static void
add_order (Page *page, guint n_shown, guint n)
{
  static const char order[] =
      "The order is always the same: a figure that cannot be worked out again; a reason its own "
      "evidence speaks against; no reason, or one that goes in a circle; a change the status did "
      "not show; a status a few cases would turn, or its rule does not give; other reasons; the "
      "rest.";
  const guint n_more = n - n_shown;

  if (n_more == 0)
    page_add (page, PAGE_SMALL, order);
  else
    page_add_take (page, PAGE_SMALL,
                   g_strdup_printf ("%s %u more %s with the figures.", order, n_more,
                                    n_more == 1 ? "question stands" : "questions stand"));
}

static guint
add_questions (Page *page, const ReportContent *content, GPtrArray *groups, const char *language)
{
  const guint n = MIN (groups->len, MOST_QUESTIONS);

  for (guint i = 0; i < n; i++) {
    const SheetQuestion *question = groups->pdata[i];
    PageBlock *block = page_add_take (page, PAGE_QUESTION,
                                      scrutiny_finding_dup_question (question->first, language));

    block->number = i + 1;
    block->more = dup_why (content, question, language);
  }
  if (groups->len > 1)
    add_order (page, n, groups->len);

  return n;
}

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
add_head (Page *page, const ReportContent *content, guint n_questions)
{
  ScrutinyDossier *dossier = content->dossier;
  const char *council = scrutiny_dossier_get_council (dossier);
  const char *source = scrutiny_dossier_get_source (dossier);
  const guint n = scrutiny_dossier_get_n_indicators (dossier);

  page_add_take (page, PAGE_TITLE, dup_title (dossier, n_questions));
  if (council && *council)
    page_add (page, PAGE_LEAD, council);
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

/* A month to be read aloud; as written where it is none. */
static char *
dup_by (const char *by)
{
  Period period;

  if (!by || !period_parse (by, strlen (by), SCRUTINY_CALENDAR_UNKNOWN, &period))
    return g_strdup (by);

  return period_dup_label (&period);
}

static void
add_requests (Page *page, GPtrArray *requests)
{
  static const char *const header[] = { "What", "From", "By", "State", NULL };
  PageBlock *table;

  if (requests->len == 0)
    return;

  page_add (page, PAGE_PART, "Ask for");
  table = page_add_table (page, NULL, header);
  for (guint i = 0; i < requests->len; i++) {
    ScrutinyRequest *request = requests->pdata[i];

    page_table_add (table, scrutiny_request_get_what (request));
    page_table_add (table, scrutiny_request_get_of_whom (request));
    page_table_add_take (table, dup_by (scrutiny_request_get_by (request)));
    page_table_add (table, scrutiny_request_get_state (request));
  }
}

/* --- What could not be told -------------------------------------------------------------- */

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

static char *
dup_reason (const ReportContent *content, const ReportOmission *first, guint count)
{
  ScrutinyDossier *dossier = content->dossier;
  ScrutinyIndicator *indicator =
      first->subject ? scrutiny_dossier_find_indicator (dossier, first->subject, NULL) : NULL;
  g_autofree char *name = indicator ? figure_name_dup (indicator, content->area) : NULL;

  if (!name || scrutiny_dossier_get_n_indicators (dossier) == 1)
    return g_strdup (first->reason);
  if (count == 1)
    return g_strdup_printf ("%s: %s", name, first->reason);
  if (count == scrutiny_dossier_get_n_indicators (dossier))
    return g_strdup_printf ("All %u figures: %s", count, first->reason);

  return g_strdup_printf ("%s and %u more: %s", name, count - 1, first->reason);
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

/* --- How it was read and worked out -------------------------------------------------------- */

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

/* --- What stands behind the questions ------------------------------------------------------- */

static GHashTable *
statements_on_sheet (GPtrArray *groups, const char *language)
{
  GHashTable *statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < MIN (groups->len, MOST_QUESTIONS); i++) {
    const SheetQuestion *question = groups->pdata[i];

    g_hash_table_add (statements, scrutiny_finding_dup_statement (question->first, language));
  }

  return statements;
}

/* Whether a section would only say again what the sheet says of it. */
static gboolean
says_nothing_new (const ReportSection *section, GHashTable *statements, const char *language)
{
  if (!section->indicator)
    return FALSE;

  for (guint i = 0; i < section->findings->len; i++) {
    g_autofree char *statement =
        scrutiny_finding_dup_statement (section->findings->pdata[i], language);

    if (!g_hash_table_contains (statements, statement))
      return FALSE;
  }

  return TRUE;
}

static void
add_sections (Page *page,
              const ReportContent *content,
              GPtrArray *groups,
              SheetCharts charts,
              const char *language)
{
  g_autoptr (GHashTable) statements = statements_on_sheet (groups, language);
  guint n_quiet = 0;

  page_add (page, PAGE_PART_NEW_PAGE, "What the figures show");
  for (guint i = 0; i < content->sections->len; i++) {
    const ReportSection *section = content->sections->pdata[i];

    if (content->sections->len > 2 && says_nothing_new (section, statements, language))
      n_quiet++;
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
  g_autoptr (GPtrArray) groups = group_questions (content->questions);
  g_autoptr (GPtrArray) requests = report_requests_new (content);

  add_head (page, content, MIN (groups->len, MOST_QUESTIONS));
  add_single_published (page, content);
  page_add (page, PAGE_PART, "Ask");
  if (add_questions (page, content, groups, language) == 0)
    page_add (page, PAGE_PARAGRAPH,
              "Nothing in these figures raised a question. What could not be told is below.");
  add_requests (page, requests);

  add_sections (page, content, groups, charts, language);
  add_omissions (page, content);
  page_add (page, PAGE_PART, "The figures as published");
  sheet_add_figures (page, content);
  add_notes (page, content->dossier);
  sheet_section_add_methods (page, content);
  add_provenance (page, content->dossier);

  return page;
}
