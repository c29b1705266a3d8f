/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet-questions.h"

#include "report/figure-name.h"

#include <string.h>

static const guint MOST_QUESTIONS = 5;
static const guint MOST_NAMED = 3;

/* One question, and the findings that ask one of its kind. */
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

static SheetQuestion *
sheet_question_new (ScrutinyFinding *first)
{
  SheetQuestion *self = g_new0 (SheetQuestion, 1);

  self->first = first;
  self->others = g_ptr_array_new ();

  return self;
}

GPtrArray *
sheet_questions_new (GPtrArray *findings)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (sheet_question_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++) {
    ScrutinyFinding *finding = findings->pdata[i];
    const char *id = scrutiny_finding_get_id (finding);
    SheetQuestion *question = g_hash_table_lookup (by_id, id);

    if (question) {
      g_ptr_array_add (question->others, finding);
      continue;
    }
    question = sheet_question_new (finding);
    g_hash_table_insert (by_id, (gpointer) id, question);
    g_ptr_array_add (questions, question);
  }

  return questions;
}

guint
sheet_questions_n_asked (GPtrArray *self)
{
  return MIN (self->len, MOST_QUESTIONS);
}

ScrutinyFinding *
sheet_questions_get_first (GPtrArray *self, guint i)
{
  const SheetQuestion *question = self->pdata[i];

  return question->first;
}

/* --- Of what else it is to be asked ------------------------------------------------------ */

static ScrutinyIndicator *
find_indicator (const ReportContent *content, ScrutinyFinding *finding)
{
  const char *subject = scrutiny_finding_get_subject (finding);

  return subject && *subject ? scrutiny_dossier_find_indicator (content->dossier, subject, NULL)
                             : NULL;
}

static char *
dup_subject_name (const ReportContent *content, ScrutinyFinding *finding)
{
  return figure_name_dup_of_subject (content, scrutiny_finding_get_subject (finding));
}

/* The words of the question, with its figure's own name left out. */
static char *
dup_asked (const ReportContent *content, ScrutinyFinding *finding, const char *language)
{
  g_autofree char *question = scrutiny_finding_dup_question (finding, language);
  ScrutinyIndicator *indicator = find_indicator (content, finding);
  const char *title = indicator ? scrutiny_indicator_get_title (indicator) : "";
  g_auto (GStrv) pieces = NULL;

  if (!question || !*title)
    return g_strdup (question ? question : "");
  pieces = g_strsplit (question, title, -1);

  return g_strjoinv ("\n", pieces);
}

/* Those of @findings whose figure is not in @named yet, which it then is; where @asked is
 * given, only those that ask in those words.
 */
static GPtrArray *
pick (const ReportContent *content,
      GPtrArray *findings,
      const char *asked,
      GHashTable *named,
      const char *language)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++) {
    ScrutinyFinding *finding = findings->pdata[i];
    const char *subject = scrutiny_finding_get_subject (finding);
    g_autofree char *words = asked ? dup_asked (content, finding, language) : NULL;

    if (g_hash_table_contains (named, subject ? subject : "") ||
        (asked && strcmp (words, asked) != 0))
      continue;
    g_hash_table_add (named, (gpointer) (subject ? subject : ""));
    g_ptr_array_add (picked, finding);
  }

  return picked;
}

/* "Ask the same of: A; B; and 12 more." */
static void
append_named (GString *why, const ReportContent *content, const char *lead, GPtrArray *others)
{
  const guint n_named = others->len > MOST_NAMED ? MOST_NAMED - 1 : others->len;

  if (others->len == 0)
    return;
  g_string_append_printf (why, " %s", lead);
  if (others->len > MOST_NAMED &&
      others->len + 1 == scrutiny_dossier_get_n_indicators (content->dossier)) {
    g_string_append_printf (why, " each of the other %u figures.", others->len);
    return;
  }

  for (guint i = 0; i < n_named; i++) {
    g_autofree char *name = dup_subject_name (content, others->pdata[i]);

    g_string_append_printf (why, "%s %s", i > 0 ? ";" : ":", name ? name : "this pack");
  }
  if (others->len > n_named)
    g_string_append_printf (why, "; and %u more", others->len - n_named);
  g_string_append_c (why, '.');
}

/* The same only where the words are the same: a question with other dates in it is another,
 * and stands with its own figure.
 */
static void
append_others (GString *why,
               const ReportContent *content,
               const SheetQuestion *question,
               const char *language)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  const char *subject = scrutiny_finding_get_subject (question->first);
  g_autofree char *asked = dup_asked (content, question->first, language);
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) like = NULL;

  g_hash_table_add (named, (gpointer) (subject ? subject : ""));
  same = pick (content, question->others, asked, named, language);
  like = pick (content, question->others, NULL, named, language);
  append_named (why, content, "Ask the same of", same);
  append_named (why, content, "Like questions stand with", like);
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
  append_others (why, content, question, language);

  return g_string_free (why, FALSE);
}

/* --- On the sheet ------------------------------------------------------------------------- */

/* As question-order.c sorts: no hidden score. */
static void
add_order (Page *page, guint n_more)
{
  static const char order[] =
      "The order is always the same: a figure that cannot be worked out again; a reason its own "
      "evidence or outcome speaks against; no reason, or one that goes in a circle; a change the "
      "status did "
      "not show; a status a few cases would turn, or its rule does not give; other reasons; the "
      "rest.";

  if (n_more == 0)
    page_add (page, PAGE_SMALL, order);
  else
    page_add_take (page, PAGE_SMALL,
                   g_strdup_printf ("%s %u more %s with the figures.", order, n_more,
                                    n_more == 1 ? "question stands" : "questions stand"));
}

void
sheet_questions_add (Page *page,
                     const ReportContent *content,
                     GPtrArray *self,
                     const char *language)
{
  const guint n = sheet_questions_n_asked (self);

  if (n == 0)
    page_add (page, PAGE_PARAGRAPH,
              "Nothing in these figures raised a question. What could not be told is below.");
  for (guint i = 0; i < n; i++) {
    const SheetQuestion *question = self->pdata[i];
    PageBlock *block = page_add_take (page, PAGE_QUESTION,
                                      scrutiny_finding_dup_question (question->first, language));

    block->number = i + 1;
    block->more = dup_why (content, question, language);
  }
  if (self->len > 1)
    add_order (page, self->len - n);
}
