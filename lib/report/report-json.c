/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/report-json.h"

#include <scrutiny/trend.h>

#include "base/finding-private.h"
#include "base/result-private.h"
#include "report/request-words.h"

static void
write_findings (JsonWriter *json, const char *key, GPtrArray *findings)
{
  json_writer_key (json, key);
  json_writer_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    scrutiny_finding_write_json (findings->pdata[i], json);
  json_writer_end_array (json);
}

static void
write_input (JsonWriter *json, ScrutinyDossier *dossier)
{
  json_writer_key (json, "input");
  json_writer_begin_object (json);
  json_writer_member_string (json, "file", scrutiny_dossier_get_source (dossier));
  json_writer_member_string (json, "sha256", scrutiny_dossier_get_hash (dossier));
  json_writer_end_object (json);
}

static void
write_notes (JsonWriter *json, ScrutinyDossier *dossier)
{
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);

  json_writer_key (json, "notes");
  json_writer_begin_array (json);
  for (gsize i = 0; notes && notes[i]; i++)
    json_writer_string (json, notes[i]);
  json_writer_end_array (json);
}

/* --- Indicators ----------------------------------------------------------------------- */

static void
write_published (JsonWriter *json, ScrutinyTable *published)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (published);

  json_writer_begin_array (json);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (published); row++) {
    json_writer_begin_object (json);
    for (gsize k = 0; names[k]; k++) {
      json_writer_key (json, names[k]);
      if (scrutiny_table_is_text (published, names[k]))
        json_writer_string (json, scrutiny_table_get_texts (published, names[k])[row]);
      else
        json_writer_double (json, scrutiny_table_get_doubles (published, names[k], NULL)[row]);
    }
    json_writer_end_object (json);
  }
  json_writer_end_array (json);
}

static void
write_result (JsonWriter *json, GHashTable *written, ScrutinyResult *result)
{
  ScrutinyMethod *method = scrutiny_result_get_method (result);
  const char *name = method ? scrutiny_method_get_id (method) : NULL;

  if (!name || !*name || !g_hash_table_add (written, (gpointer) name))
    return;
  json_writer_key (json, name);
  scrutiny_result_write_json (result, json);
}

/* What a reading rests on, beside it: its chart and its shifts. */
static void
write_parts (JsonWriter *json, GHashTable *written, ScrutinyTrend *trend)
{
  ScrutinyShifts *shifts = scrutiny_trend_get_shifts (trend);

  write_result (json, written, SCRUTINY_RESULT (scrutiny_trend_get_chart (trend)));
  if (shifts)
    write_result (json, written, SCRUTINY_RESULT (shifts));
}

/* Each result under the name of its method; a second one of the same name is left to the
 * findings, since keys must not repeat.
 */
static void
write_results (JsonWriter *json, GPtrArray *results)
{
  g_autoptr (GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < results->len; i++) {
    write_result (json, written, results->pdata[i]);
    if (SCRUTINY_IS_TREND (results->pdata[i]))
      write_parts (json, written, SCRUTINY_TREND (results->pdata[i]));
  }
}

static void
write_indicator (JsonWriter *json, const ReportSection *section)
{
  ScrutinyIndicator *indicator = section->indicator;
  ScrutinyTable *published = scrutiny_indicator_get_published (indicator);

  json_writer_begin_object (json);
  json_writer_member_string (json, "id", scrutiny_indicator_get_id (indicator));
  json_writer_member_string (json, "title", scrutiny_indicator_get_title (indicator));
  json_writer_member_string (json, "area", scrutiny_indicator_get_area (indicator));
  json_writer_member_string (json, "unit", scrutiny_indicator_get_unit (indicator));
  json_writer_key (json, "published");
  if (published)
    write_published (json, published);
  else
    json_writer_null (json);
  write_results (json, section->results);
  json_writer_end_object (json);
}

static void
write_indicators (JsonWriter *json, GPtrArray *sections, Drain *drain)
{
  json_writer_key (json, "indicators");
  json_writer_begin_array (json);
  for (guint i = 0; i < sections->len && !drain->error; i++) {
    const ReportSection *section = sections->pdata[i];

    if (section->indicator)
      write_indicator (json, section);
    drain_off (drain);
  }
  json_writer_end_array (json);
}

/* Figures that several places have, which are set side by side. */
static void
write_places (JsonWriter *json, GPtrArray *sections)
{
  json_writer_key (json, "places");
  json_writer_begin_array (json);
  for (guint i = 0; i < sections->len; i++) {
    const ReportSection *section = sections->pdata[i];

    if (!section->id)
      continue;
    json_writer_begin_object (json);
    json_writer_member_string (json, "id", section->id);
    json_writer_member_string (json, "title", section->title);
    write_results (json, section->results);
    json_writer_end_object (json);
  }
  json_writer_end_array (json);
}

/* What was found out about the pack as a whole. */
static void
write_pack (JsonWriter *json, GPtrArray *sections)
{
  json_writer_key (json, "pack");
  json_writer_begin_object (json);
  for (guint i = 0; i < sections->len; i++) {
    const ReportSection *section = sections->pdata[i];

    if (!section->indicator && !section->id)
      write_results (json, section->results);
  }
  json_writer_end_object (json);
}

/* --- What is asked for, and what was not done ---------------------------------------- */

static void
write_about (JsonWriter *json, const char *about)
{
  g_auto (GStrv) ids = g_strsplit (about ? about : "", "\n", -1);

  json_writer_key (json, "about");
  json_writer_begin_array (json);
  for (gsize i = 0; ids[i]; i++)
    json_writer_string (json, ids[i]);
  json_writer_end_array (json);
}

static void
write_responses (JsonWriter *json, GPtrArray *responses)
{
  json_writer_key (json, "responses");
  json_writer_begin_array (json);
  for (guint i = 0; i < responses->len; i++) {
    ScrutinyResponse *response = responses->pdata[i];

    json_writer_begin_object (json);
    json_writer_member_string (json, "text", scrutiny_response_get_text (response));
    json_writer_member_string (json, "said_by", scrutiny_response_get_said_by (response));
    json_writer_member_string (json, "on", scrutiny_response_get_on (response));
    json_writer_member_string (json, "reference", scrutiny_response_get_reference (response));
    json_writer_end_object (json);
  }
  json_writer_end_array (json);
}

static void
write_flag (JsonWriter *json, const char *key, gboolean value)
{
  json_writer_key (json, key);
  json_writer_boolean (json, value);
}

static void
write_request (JsonWriter *json, ScrutinyDossier *dossier, const ReportRequest *asked)
{
  ScrutinyRequest *request = asked->request;
  g_autoptr (GPtrArray) responses = request_words_dup_responses (dossier, request);

  json_writer_begin_object (json);
  json_writer_member_string (json, "id", scrutiny_request_get_id (request));
  json_writer_member_string (json, "what", scrutiny_request_get_what (request));
  json_writer_member_string (json, "of_whom", scrutiny_request_get_of_whom (request));
  json_writer_member_string (json, "asked_on", scrutiny_request_get_asked_on (request));
  json_writer_member_string (json, "by", scrutiny_request_get_by (request));
  json_writer_member_string (json, "state", scrutiny_request_get_state (request));
  write_about (json, scrutiny_request_get_about (request));
  write_flag (json, "recorded", asked->is_recorded);
  write_flag (json, "wanted", asked->is_wanted);
  write_flag (json, "past", request_words_is_past (dossier, request));
  write_responses (json, responses);
  json_writer_end_object (json);
}

static void
write_requests (JsonWriter *json, const ReportContent *content)
{
  g_autoptr (GPtrArray) requests = report_requests_new (content);

  json_writer_key (json, "requests");
  json_writer_begin_array (json);
  for (guint i = 0; i < requests->len; i++)
    write_request (json, content->dossier, requests->pdata[i]);
  json_writer_end_array (json);
}

static void
write_omissions (JsonWriter *json, GPtrArray *omissions)
{
  json_writer_key (json, "not_done");
  json_writer_begin_array (json);
  for (guint i = 0; i < omissions->len; i++) {
    const ReportOmission *omission = omissions->pdata[i];

    json_writer_begin_object (json);
    json_writer_member_string (json, "check", omission->check);
    json_writer_member_string (json, "subject", omission->subject);
    json_writer_member_string (json, "reason", omission->reason);
    json_writer_end_object (json);
  }
  json_writer_end_array (json);
}

static void
write_all_findings (JsonWriter *json, GPtrArray *sections)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < sections->len; i++) {
    const ReportSection *section = sections->pdata[i];

    for (guint k = 0; k < section->findings->len; k++)
      g_ptr_array_add (all, section->findings->pdata[k]);
  }
  write_findings (json, "findings", all);
}

void
report_json_write (const ReportContent *content, Drain *drain)
{
  JsonWriter writer, *json = &writer;

  json_writer_init (json, drain->out);
  json_writer_begin_object (json);
  json_writer_member_string (json, "schema", "scrutiny.report/1");
  write_input (json, content->dossier);
  json_writer_member_string (json, "title", scrutiny_dossier_get_title (content->dossier));
  json_writer_member_string (json, "council", scrutiny_dossier_get_council (content->dossier));
  write_notes (json, content->dossier);
  write_indicators (json, content->sections, drain);
  write_places (json, content->sections);
  write_pack (json, content->sections);
  write_all_findings (json, content->sections);
  write_findings (json, "questions", content->questions);
  write_requests (json, content);
  write_omissions (json, content->omissions);
  json_writer_end_object (json);
  g_string_append_c (json->out, '\n');
}
