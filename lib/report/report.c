/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/report-private.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>

#include "report/escape.h"
#include "report/figure-name.h"
#include "report/report-json.h"
#include "report/requests.h"
#include "report/sheet-figures.h"
#include "report/sheet.h"

#include <string.h>

/* Columns of a terminal that is not wide. */
static const guint TEXT_WIDTH = 88;

/**
 * ScrutinyReport:
 *
 * What a review of a dossier came to: questions to ask, what to ask for, and the evidence.
 *
 * A report never rates. It is immutable, and can be had in several forms: see
 * [method@Report.dup_text].
 *
 * Since: 0.1
 */
struct _ScrutinyReport {
  GObject parent_instance;

  ReportContent content;
};

G_DEFINE_FINAL_TYPE (ScrutinyReport, scrutiny_report, G_TYPE_OBJECT)

/* --- Sections and omissions ------------------------------------------------------------ */

ReportSection *
report_section_new (ScrutinyIndicator *indicator)
{
  ReportSection *self = g_new0 (ReportSection, 1);

  self->indicator = indicator ? g_object_ref (indicator) : NULL;
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

ReportSection *
report_section_new_of_places (const char *id, const char *title)
{
  ReportSection *self = report_section_new (NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

void
report_section_free (ReportSection *self)
{
  g_clear_object (&self->indicator);
  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

ReportOmission *
report_omission_new (const char *subject,
                     const char *check,
                     const char *reason,
                     const char *request)
{
  ReportOmission *self = g_new0 (ReportOmission, 1);

  self->subject = g_strdup (subject);
  self->check = g_strdup (check);
  self->reason = g_strdup (reason);
  self->request = g_strdup (request);

  return self;
}

void
report_omission_free (ReportOmission *self)
{
  g_free (self->subject);
  g_free (self->check);
  g_free (self->reason);
  g_free (self->request);
  g_free (self);
}

/* --- The object ---------------------------------------------------------------------- */

static void
report_content_clear (ReportContent *content)
{
  g_clear_object (&content->dossier);
  g_clear_pointer (&content->sections, g_ptr_array_unref);
  g_clear_pointer (&content->questions, g_ptr_array_unref);
  g_clear_pointer (&content->omissions, g_ptr_array_unref);
}

static void
scrutiny_report_finalize (GObject *object)
{
  report_content_clear (&SCRUTINY_REPORT (object)->content);

  G_OBJECT_CLASS (scrutiny_report_parent_class)->finalize (object);
}

static void
scrutiny_report_class_init (ScrutinyReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_report_finalize;
}

static void
scrutiny_report_init (ScrutinyReport *self)
{
  self->content.dossier = g_object_new (SCRUTINY_TYPE_DOSSIER, NULL);
  self->content.sections = g_ptr_array_new_with_free_func ((GDestroyNotify) report_section_free);
  self->content.questions = g_ptr_array_new_with_free_func (g_object_unref);
  self->content.omissions = g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free);
}

ScrutinyReport *
scrutiny_report_new_take (ScrutinyDossier *dossier,
                          GPtrArray *sections,
                          GPtrArray *questions,
                          GPtrArray *omissions)
{
  ScrutinyReport *self = g_object_new (SCRUTINY_TYPE_REPORT, NULL);

  report_content_clear (&self->content);
  self->content.dossier = g_object_ref (dossier);
  self->content.area = figure_name_find_area (dossier);
  self->content.sections = sections;
  self->content.questions = questions;
  self->content.omissions = omissions;

  return self;
}

const ReportContent *
scrutiny_report_get_content (ScrutinyReport *self)
{
  return &self->content;
}

/**
 * scrutiny_report_get_dossier:
 * @self: a report
 *
 * Gets what was reviewed.
 *
 * Returns: (transfer none): the dossier
 *
 * Since: 0.1
 */
ScrutinyDossier *
scrutiny_report_get_dossier (ScrutinyReport *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REPORT (self), NULL);

  return self->content.dossier;
}

static void
append_objects (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (from->pdata[i]));
}

/**
 * scrutiny_report_dup_findings:
 * @self: a report
 *
 * Gets all that was found, indicator by indicator in published order.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_report_dup_findings (ScrutinyReport *self)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (SCRUTINY_IS_REPORT (self), findings);

  for (guint i = 0; i < self->content.sections->len; i++)
    append_objects (findings, ((ReportSection *) self->content.sections->pdata[i])->findings);

  return findings;
}

/**
 * scrutiny_report_dup_questions:
 * @self: a report
 *
 * Gets the findings that ask something, in the order to ask them.
 *
 * Figures that cannot be reproduced come first, then claims that their own outcome
 * contradicts, then no answer or a circular one, then a shift that changed no colour, then a
 * colour within a few cases of another, then the rest; ties stand in published order.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_report_dup_questions (ScrutinyReport *self)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (SCRUTINY_IS_REPORT (self), questions);

  append_objects (questions, self->content.questions);

  return questions;
}

/**
 * scrutiny_report_dup_requests:
 * @self: a report
 *
 * Gets what to ask for: what is already on record, then what the review found missing.
 *
 * What is missing for several figures is one request that names them. What is on record is not
 * asked for again. Each has an id, the same in the next report: keep those of a sheet with
 * [method@Dossier.copy_with_request], and they are carried to the next meeting.
 *
 * Returns: (transfer container) (element-type ScrutinyRequest): the requests
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_report_dup_requests (ScrutinyReport *self)
{
  GPtrArray *requests = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (SCRUTINY_IS_REPORT (self), requests);

  all = report_requests_new (&self->content);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (requests, g_object_ref (((ReportRequest *) all->pdata[i])->request));

  return requests;
}

static ScrutinyFinding *
finding_of_omission (const ReportOmission *omission)
{
  g_auto (GVariantBuilder) facts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (ScrutinyFinding) finding = NULL;

  g_variant_builder_add (&facts, "{sv}", "check", g_variant_new_string (omission->check));
  g_variant_builder_add (&facts, "{sv}", "reason", g_variant_new_string (omission->reason));
  finding = scrutiny_finding_new ("check.not-done", "{reason}", NULL,
                                  g_variant_builder_end (&facts), NULL);

  return scrutiny_finding_copy_with_subject (finding, omission->subject);
}

/**
 * scrutiny_report_dup_not_done:
 * @self: a report
 *
 * Gets what could not be told, and why.
 *
 * Each is a finding `check.not-done` with the facts `check` and `reason`.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_report_dup_not_done (ScrutinyReport *self)
{
  GPtrArray *not_done = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (SCRUTINY_IS_REPORT (self), not_done);

  for (guint i = 0; i < self->content.omissions->len; i++)
    g_ptr_array_add (not_done, finding_of_omission (self->content.omissions->pdata[i]));

  return not_done;
}

/* --- Forms --------------------------------------------------------------------------- */

static void
take_text (Drain *drain, char *text)
{
  g_string_append (drain->out, text);
  g_free (text);
}

static void
write_as_text (const ReportContent *content, const char *language, Drain *drain)
{
  g_autoptr (Page) page = sheet_dup_page (content, SHEET_WITHOUT_CHARTS, language);

  take_text (drain, page_dup_text (page, TEXT_WIDTH));
}

static void
write_as_markdown (const ReportContent *content, const char *language, Drain *drain)
{
  g_autoptr (Page) page = sheet_dup_page (content, SHEET_WITHOUT_CHARTS, language);

  take_text (drain, page_dup_markdown (page));
}

static void
write_as_html (const ReportContent *content, const char *language, Drain *drain)
{
  g_autoptr (Page) page = sheet_dup_page (content, SHEET_WITH_CHARTS, language);

  page_write_html (page, language, drain);
}

static void
write_as_json (const ReportContent *content, const char *language, Drain *drain)
{
  report_json_write (content, drain);
}

/* The appendix table, for a spreadsheet. */
static void
write_as_csv (const ReportContent *content, const char *language, Drain *drain)
{
  g_autoptr (Page) page = page_new ();
  const ReportContent in_full = { .dossier = content->dossier }; /* each row with its area */
  const PageBlock *table = sheet_add_figures (page, &in_full);
  GString *out = drain->out;

  for (guint row = 0; row <= page_table_n_rows (table); row++) {
    for (guint column = 0; column < table->n_columns; column++) {
      if (column > 0)
        g_string_append_c (out, ',');
      escape_csv (out, page_table_cell (table, row, column));
    }
    g_string_append (out, "\r\n");
    drain_off (drain);
  }
}

/* The names a form goes by: its own, and the endings of files in it. */
static const struct form {
  const char *name;
  const char *endings[4];
  void (*write) (const ReportContent *content, const char *language, Drain *drain);
} forms[] = {
  { "text", { "txt", "text" }, write_as_text }, { "md", { "md", "markdown" }, write_as_markdown },
  { "html", { "html", "htm" }, write_as_html }, { "json", { "json" }, write_as_json },
  { "csv", { "csv" }, write_as_csv },
};

static const struct form *
find_form (const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (forms[i].name, name) == 0 || g_strv_contains (forms[i].endings, name))
      return &forms[i];

  g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND,
               "Form: no “%s”; there are text, md, html, json and csv", name);
  return NULL;
}

static const char *
find_language (const char *language, GError **error)
{
  if (!language || g_str_equal (language, "en"))
    return "en";

  g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND, "Language: no “%s”; there is en",
               language);
  return NULL;
}

/**
 * scrutiny_report_dup_forms:
 *
 * Gets the names of the forms a report can be had in.
 *
 * Returns: (transfer full): `text`, `md`, `html`, `json`, `csv`
 *
 * Since: 0.1
 */
char **
scrutiny_report_dup_forms (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    g_strv_builder_add (names, forms[i].name);

  return g_strv_builder_end (names);
}

/**
 * scrutiny_report_dup_text:
 * @self: a report
 * @form: `text`, `md`, `html`, `json` or `csv`
 * @language: (nullable): a language such as `en`, or `NULL` for English
 * @error: return location for an error
 *
 * Gets the report as a text in one form.
 *
 * Text, Markdown and HTML hold the question sheet and all that stands behind it; HTML is one
 * self-contained page with its charts; JSON is the stable contract `scrutiny.report/1`; CSV
 * is the table of figures. Fails with [error@Scrutiny.Error.NOT_FOUND] for a form or a
 * language there is not.
 *
 * Returns: (transfer full): the text, UTF-8
 *
 * Since: 0.1
 */
char *
scrutiny_report_dup_text (ScrutinyReport *self,
                          const char *form,
                          const char *language,
                          GError **error)
{
  const struct form *found;

  g_return_val_if_fail (SCRUTINY_IS_REPORT (self), NULL);
  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = find_form (form, error);
  language = found ? find_language (language, error) : NULL;

  if (!language)
    return NULL;

  Drain whole = { .out = g_string_sized_new (1 << 16) };
  found->write (&self->content, language, &whole);

  return g_string_free (whole.out, FALSE);
}

static char *
dup_ending (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = name ? strrchr (name, '.') : NULL;

  return g_ascii_strdown (dot ? dot + 1 : "text", -1);
}

/* A report that could not be written leaves the file as it was. */
static gboolean
write_form (ScrutinyReport *self,
            const struct form *form,
            const char *language,
            GFile *file,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GString) out = g_string_sized_new (1 << 16);
  g_autoptr (GCancellable) undo = g_cancellable_new ();
  Drain drain = { out, G_OUTPUT_STREAM (stream), cancellable, NULL };

  if (!stream)
    return FALSE;
  form->write (&self->content, language, &drain);
  if (drain_end (&drain, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  g_cancellable_cancel (undo);
  g_output_stream_close (G_OUTPUT_STREAM (stream), undo, NULL);

  return FALSE;
}

/**
 * scrutiny_report_write:
 * @self: a report
 * @file: where to write it
 * @form: (nullable): a form, or `NULL` to go by the file's name
 * @language: (nullable): a language such as `en`, or `NULL` for English
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes the report to a file, replacing what was there.
 *
 * Returns: whether it was written
 *
 * Since: 0.1
 */
gboolean
scrutiny_report_write (ScrutinyReport *self,
                       GFile *file,
                       const char *form,
                       const char *language,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *ending = NULL;
  const struct form *found;

  g_return_val_if_fail (SCRUTINY_IS_REPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  ending = dup_ending (file);
  found = find_form (form ? form : ending, error);
  language = found ? find_language (language, error) : NULL;

  return language && write_form (self, found, language, file, cancellable, error);
}
