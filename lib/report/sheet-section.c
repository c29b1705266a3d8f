/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet-section.h"

#include "base/number.h"
#include "linkage/reason-brief.h"
#include "report/figure-name.h"
#include "report/further.h"
#include "report/picture.h"
#include "report/request-words.h"
#include "report/sheet-reasons.h"
#include "report/svg-reasons.h"

#include <math.h>
#include <string.h>

/* The figure as it was printed, else the counts that give it; nothing where neither is there. */
static char *
dup_figure (ScrutinyTable *published, gsize row)
{
  const char *const *texts = scrutiny_table_get_texts (published, "value_text");
  const double *numerators = scrutiny_table_get_doubles (published, "numerator", NULL);
  const double *denominators = scrutiny_table_get_doubles (published, "denominator", NULL);
  char counted[NUMBER_TEXT_SIZE], all[NUMBER_TEXT_SIZE];

  if (texts && *texts[row])
    return g_strdup (texts[row]);
  if (!numerators || !denominators || isnan (numerators[row]) || !(denominators[row] > 0))
    return g_strdup ("");

  return g_strdup_printf ("%s of %s", number_format (numerators[row], counted),
                          number_format (denominators[row], all));
}

/* The last row of what was published that says anything; FALSE when there is none. */
static gboolean
find_latest (ScrutinyTable *published, gsize *row)
{
  for (gsize i = scrutiny_table_get_n_rows (published); i-- > 0;) {
    g_autofree char *figure = dup_figure (published, i);

    *row = i;
    if (*figure)
      return TRUE;
  }

  return FALSE;
}

static const char *
cell (ScrutinyTable *table, const char *column, gsize row)
{
  const char *const *texts = scrutiny_table_get_texts (table, column);

  return texts ? texts[row] : "";
}

static void
append_part (GString *line, const char *before, const char *text, const char *after)
{
  if (*text)
    g_string_append_printf (line, "%s%s%s", before, text, after);
}

static void
append_target (GString *line, ScrutinyTable *published, gsize row)
{
  gsize n;
  const double *targets = scrutiny_table_get_doubles (published, "target", &n);
  char text[NUMBER_TEXT_SIZE];

  if (*cell (published, "target_text", row))
    append_part (line, ", target ", cell (published, "target_text", row), "");
  else if (targets && !isnan (targets[row]))
    append_part (line, ", target ", number_format (targets[row], text), "");
}

void
sheet_section_add_published (Page *page, const ReportContent *content, ScrutinyIndicator *indicator)
{
  ScrutinyTable *published = scrutiny_indicator_get_published (indicator);
  g_autofree char *name = figure_name_dup (indicator, content->area);
  g_autofree char *figure = NULL;
  GString *line;
  gsize row;

  if (!published || !find_latest (published, &row))
    return;

  figure = dup_figure (published, row);
  line = g_string_new ("Published: ");
  g_string_append_printf (line, "%s", name);
  append_part (line, ", ", cell (published, "label", row), "");
  append_part (line, ": ", figure, "");
  append_target (line, published, row);
  append_part (line, ", “", cell (published, "status", row), "”");
  g_string_append_c (line, '.');
  page_add_take (page, PAGE_PUBLISHED, g_string_free (line, FALSE));
}

/* --- One section -------------------------------------------------------------------- */

/* What figures say of reasons: read in one breath, two facts would seem to be one. */
static gboolean
is_by_itself (ScrutinyFinding *finding)
{
  return g_str_has_prefix (scrutiny_finding_get_id (finding), "linkage.");
}

/* What was looked at: "colour." of "colour.flip". */
static char *
dup_family (ScrutinyFinding *finding)
{
  const char *id = scrutiny_finding_get_id (finding);
  const char *dot = strchr (id, '.');

  return dot ? g_strndup (id, (gsize) (dot + 1 - id)) : g_strdup (id);
}

/* Of one kind, those that are for who wants to know more or those that are not. */
static char *
dup_statements (GPtrArray *findings, const char *prefix, gboolean is_further, const char *language)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    ScrutinyFinding *finding = findings->pdata[i];
    g_autofree char *statement = NULL;

    if (!g_str_has_prefix (scrutiny_finding_get_id (finding), prefix) ||
        further_is (finding) != is_further)
      continue;
    statement = scrutiny_finding_dup_statement (finding, language);
    if (said->len > 0)
      g_string_append_c (said, ' ');
    g_string_append (said, statement);
  }

  return g_string_free (said, FALSE);
}

static void
add_statement (Page *page, ScrutinyFinding *finding, gboolean is_further, const char *language)
{
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, language);

  if (further_is (finding) == is_further)
    page_add (page, PAGE_PARAGRAPH, statement);
}

/* A paragraph on each thing that was looked at, in the order of the checks. */
static void
add_statements (Page *page, const ReportSection *section, gboolean is_further, const char *language)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) findings = reason_findings_in_brief (section->findings);

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *family = dup_family (findings->pdata[i]);
    g_autofree char *statements = NULL;

    if (is_by_itself (findings->pdata[i])) {
      add_statement (page, findings->pdata[i], is_further, language);
      continue;
    }
    if (g_hash_table_contains (seen, family))
      continue;
    statements = dup_statements (findings, family, is_further, language);
    if (*statements)
      page_add (page, PAGE_PARAGRAPH, statements);
    g_hash_table_add (seen, g_steal_pointer (&family));
  }
}

static void
add_further (Page *page, const ReportSection *section, const char *language)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < section->findings->len; i++)
    is_any |= further_is (section->findings->pdata[i]);
  if (!is_any)
    return;

  page_add (page, PAGE_FOLD, "More on this figure");
  add_statements (page, section, TRUE, language);
  page_add (page, PAGE_UNFOLD, NULL);
}

/* None of a column of whole numbers, such as places and counts. */
static guint
decimals_of (ScrutinyTable *table, const char *column)
{
  gsize n = 0;
  const double *numbers = scrutiny_table_is_text (table, column)
                              ? NULL
                              : scrutiny_table_get_doubles (table, column, &n);

  for (gsize i = 0; numbers && i < n; i++)
    if (isfinite (numbers[i]) && numbers[i] != floor (numbers[i]))
      return 2;

  return 0;
}

/* What stands in a cell: a text, a number, or why there is none. */
static void
add_cell (PageBlock *block,
          ScrutinyTable *table,
          const char *column,
          gsize row,
          guint decimals,
          gboolean is_first)
{
  const double number = scrutiny_table_is_text (table, column)
                            ? NAN
                            : scrutiny_table_get_doubles (table, column, NULL)[row];
  char text[NUMBER_TEXT_SIZE * 12];

  if (scrutiny_table_is_text (table, column))
    page_table_add (block, cell (table, column, row));
  else if (isinf (number))
    page_table_add (block, "not known");
  else if (!isnan (number))
    page_table_add (block, number_format_fixed (number, decimals, text));
  else
    page_table_add (block, is_first ? cell (table, "state", row) : "");
}

static void
add_numbers (Page *page, const Picture *picture, ScrutinyResult *result)
{
  g_autoptr (ScrutinyTable) numbers = picture->dup_numbers (result);
  const guint n_columns = g_strv_length ((char **) picture->columns);
  g_autofree guint *decimals = g_new (guint, n_columns + 1);
  PageBlock *block;

  page_add (page, PAGE_FOLD, "The numbers behind this chart");
  block = page_add_table (page, NULL, picture->header);
  for (guint k = 0; k < n_columns; k++)
    decimals[k] = decimals_of (numbers, picture->columns[k]);
  for (gsize i = 0; i < scrutiny_table_get_n_rows (numbers); i++)
    for (guint k = 0; k < n_columns; k++)
      add_cell (block, numbers, picture->columns[k], i, decimals[k], k == 1);
  page_add (page, PAGE_UNFOLD, NULL);
}

static void
add_chart (Page *page,
           const ReportContent *content,
           const ReportSection *section,
           const Picture *picture,
           ScrutinyResult *drawn,
           const char *language)
{
  g_autofree char *name = figure_name_dup_of_section (content, section);
  PageBlock *block = page_add (page, PAGE_CHART, name);
  g_autoptr (GPtrArray) told = reason_findings_in_brief (section->findings);
  g_autoptr (GPtrArray) pack_events = scrutiny_dossier_dup_events (content->dossier);

  block->drawn = g_object_ref (drawn);
  block->beside = g_ptr_array_ref (section->results);
  block->more = dup_statements (told, picture->family, FALSE, language);
  block->events = section->indicator ? scrutiny_indicator_dup_events (section->indicator)
                                     : g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_extend_and_steal (block->events, g_steal_pointer (&pack_events));
  if (picture->dup_numbers)
    add_numbers (page, picture, drawn);
}

static void
add_charts (Page *page,
            const ReportContent *content,
            const ReportSection *section,
            const char *language)
{
  for (guint i = 0; i < section->results->len; i++) {
    const Picture *picture = picture_find (section->results->pdata[i]);

    if (picture && picture->is_in_report)
      add_chart (page, content, section, picture, section->results->pdata[i], language);
  }
}

/* --- Reasons ------------------------------------------------------------------------ */

static void
add_listed_reasons (Page *page,
                    const ReportContent *content,
                    const ReportSection *section,
                    ScrutinyBecause *because,
                    const char *lead)
{
  page_add (page, PAGE_PARAGRAPH, lead);
  sheet_reasons_add_list (page, because, content->dossier, section->results);
}

/* The chain is drawn where the form can; the list says all of it, and stands one click below unless
 * a box had no room for its words.
 */
static void
add_drawn_reasons (Page *page,
                   const ReportContent *content,
                   const ReportSection *section,
                   ScrutinyBecause *because,
                   const char *language)
{
  g_autofree char *refusal = svg_reasons_dup_refusal (because);

  if (refusal) {
    add_listed_reasons (page, content, section, because, refusal);
    return;
  }
  page_add (page, PAGE_PARAGRAPH, "The reasons on record. Each arrow reads “because”.");
  add_chart (page, content, section, picture_find (SCRUTINY_RESULT (because)),
             SCRUTINY_RESULT (because), language);
  if (svg_reasons_cuts_text (because)) {
    add_listed_reasons (page, content, section, because, "The same in all of its words:");
    return;
  }
  page_add (page, PAGE_FOLD, "These reasons as a list");
  sheet_reasons_add_list (page, because, content->dossier, section->results);
  page_add (page, PAGE_UNFOLD, NULL);
}

/* Where somebody has confirmed some kinds, the others are marked one by one. */
static void
add_unconfirmed (Page *page, ScrutinyBecause *because)
{
  if (scrutiny_because_get_n_unconfirmed (because) ==
      scrutiny_chain_get_n_statements (scrutiny_because_get_chain (because)))
    page_add (page, PAGE_SMALL,
              "What kind each statement is of is as recorded; nobody has confirmed it.");
}

static void
add_reasons (Page *page,
             const ReportContent *content,
             const ReportSection *section,
             SheetCharts charts,
             const char *language)
{
  for (guint i = 0; i < section->results->len; i++) {
    ScrutinyResult *result = section->results->pdata[i];

    if (!SCRUTINY_IS_BECAUSE (result) ||
        scrutiny_chain_get_n_statements (scrutiny_because_get_chain (SCRUTINY_BECAUSE (result))) ==
            0)
      continue;
    if (charts == SHEET_WITH_CHARTS)
      add_drawn_reasons (page, content, section, SCRUTINY_BECAUSE (result), language);
    else
      add_listed_reasons (page, content, section, SCRUTINY_BECAUSE (result),
                          "The reasons on record:");
    add_unconfirmed (page, SCRUTINY_BECAUSE (result));
  }
}

static gboolean
answers (ScrutinyResponse *response, ScrutinyFinding *finding)
{
  return g_strcmp0 (scrutiny_response_get_finding_id (response),
                    scrutiny_finding_get_id (finding)) == 0 &&
         g_strcmp0 (scrutiny_response_get_subject (response),
                    scrutiny_finding_get_subject (finding)) == 0;
}

gboolean
sheet_section_has_response (const ReportContent *content, ScrutinyFinding *finding)
{
  g_autoptr (GPtrArray) responses = scrutiny_dossier_dup_responses (content->dossier);

  for (guint i = 0; i < responses->len; i++)
    if (answers (responses->pdata[i], finding))
      return TRUE;

  return FALSE;
}

static void
add_response (Page *page, const ReportContent *content, ScrutinyFinding *finding)
{
  g_autoptr (GPtrArray) responses = scrutiny_dossier_dup_responses (content->dossier);

  for (guint i = 0; i < responses->len; i++) {
    ScrutinyResponse *response = responses->pdata[i];

    if (answers (response, finding))
      page_add_take (page, PAGE_PUBLISHED, request_words_dup_response (response));
  }
}

/* Two findings may ask the same: it is asked once. */
static void
add_asks (Page *page,
          const ReportContent *content,
          const ReportSection *section,
          const char *language)
{
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < section->findings->len; i++) {
    ScrutinyFinding *finding = section->findings->pdata[i];
    char *question = scrutiny_finding_dup_question (finding, language);

    if (question && *question && !further_is (finding) && !g_hash_table_contains (asked, question))
      page_add (page, PAGE_ASK, question);
    if (question)
      g_hash_table_add (asked, question);
    add_response (page, content, finding);
  }
}

/* What is known to have happened, so that nobody has to guess what a change goes with. */
static void
add_events (Page *page, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++) {
    ScrutinyEvent *event = events->pdata[i];
    const char *source = scrutiny_event_get_source (event);

    page_add_take (page, PAGE_ITEM,
                   g_strdup_printf ("On record, %s: %s%s%s%s", scrutiny_event_get_from (event),
                                    scrutiny_event_get_text (event), source && *source ? " (" : "",
                                    source ? source : "", source && *source ? ")" : ""));
  }
}

static void
add_remarks (Page *page, ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) events = scrutiny_indicator_dup_events (indicator);
  g_autoptr (GPtrArray) notes = scrutiny_indicator_dup_notes (indicator);

  add_events (page, events);
  for (guint i = 0; i < notes->len; i++)
    page_add (page, PAGE_ITEM, notes->pdata[i]);
}

void
sheet_section_add (Page *page,
                   const ReportContent *content,
                   const ReportSection *section,
                   SheetCharts charts,
                   const char *language)
{
  g_autofree char *name = figure_name_dup_of_section (content, section);

  if (section->findings->len == 0 && section->results->len == 0)
    return;

  page_add (page, PAGE_HEADING, name ? name : "The pack as a whole");
  if (section->indicator)
    sheet_section_add_published (page, content, section->indicator);
  add_statements (page, section, FALSE, language);
  if (charts == SHEET_WITH_CHARTS)
    add_charts (page, content, section, language);
  add_reasons (page, content, section, charts, language);
  add_further (page, section, language);
  add_asks (page, content, section, language);
  if (section->indicator)
    add_remarks (page, section->indicator);
}

/* --- Methods --------------------------------------------------------------------------- */

/* "baseline 2023-04..2024-03; width 3" */
static char *
dup_settings (GVariant *parameters)
{
  GString *settings = g_string_new (NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, parameters);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value)) {
    g_autofree char *printed = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
                                   ? g_variant_dup_string (value, NULL)
                                   : g_variant_print (value, FALSE);

    g_string_append_printf (settings, "%s%s %s", settings->len > 0 ? "; " : "", name,
                            *printed ? printed : "none");
    g_variant_unref (value);
  }

  return g_string_free (settings, FALSE);
}

static char *
dup_method_line (ScrutinyMethod *method)
{
  g_autofree char *settings = dup_settings (scrutiny_method_get_parameters (method));

  return g_strdup_printf ("%s, version %s. Source: %s Settings: %s.",
                          scrutiny_method_get_id (method), scrutiny_method_get_version (method),
                          scrutiny_method_get_source (method), settings);
}

/* Each way of working something out is listed once, however many figures it was used on. */
void
sheet_section_add_methods (Page *page, const ReportContent *content)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  page_add (page, PAGE_FOLD, "How each answer was worked out");
  for (guint i = 0; i < content->sections->len; i++) {
    const ReportSection *section = content->sections->pdata[i];

    for (guint k = 0; k < section->results->len; k++) {
      ScrutinyMethod *method = scrutiny_result_get_method (section->results->pdata[k]);
      g_autofree char *line = method ? dup_method_line (method) : NULL;

      if (line && g_hash_table_add (seen, g_strdup (line)))
        page_add (page, PAGE_ITEM, line);
    }
  }
  page_add (page, PAGE_UNFOLD, NULL);
}
