/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/request-words.h"

#include "base/period-days.h"
#include "base/period-parse.h"

#include <string.h>

char *
request_words_dup_date (const char *date)
{
  Period period;

  if (!date || !period_parse (date, strlen (date), SCRUTINY_CALENDAR_UNKNOWN, &period))
    return g_strdup (date);

  return period_dup_label (&period);
}

static gboolean
read_days (const char *date, PeriodDays *days)
{
  return date && period_parse_days (date, strlen (date), days);
}

gboolean
request_words_is_past (ScrutinyDossier *dossier, ScrutinyRequest *request)
{
  PeriodDays meeting, wanted;

  return scrutiny_request_is_outstanding (request) &&
         read_days (scrutiny_dossier_get_meeting (dossier), &meeting) &&
         read_days (scrutiny_request_get_by (request), &wanted) && wanted.last < meeting.first;
}

char *
request_words_dup_state (ScrutinyDossier *dossier, const ReportRequest *request)
{
  g_autofree char *since =
      request_words_dup_date (scrutiny_request_get_asked_on (request->request));
  const gboolean is_part =
      g_str_equal (scrutiny_request_get_state (request->request), "partly-received");

  if (!request->is_recorded)
    return g_strdup ("New");

  return g_strconcat (
      is_part ? "Part of it came; the rest outstanding" : "Outstanding", since ? " since " : "",
      since ? since : "",
      request_words_is_past (dossier, request->request) ? "; the date has passed" : "", NULL);
}

/* --- What came of it ----------------------------------------------------------------- */

static const struct state {
  const char *name, *said;
} states[] = {
  { "open", "outstanding" },
  { "received", "received" },
  { "partly-received", "part of it came" },
  { "refused", "not provided" },
  { "withdrawn", "withdrawn" },
};

static const char *
say_state (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].name, name))
      return states[i].said;

  return name;
}

static void
append_part (GString *words, const char *before, const char *text)
{
  if (text && *text)
    g_string_append_printf (words, "%s%s", before, text);
}

char *
request_words_dup_outcome (const ReportRequest *request)
{
  ScrutinyRequest *asked = request->request;
  const char *state = scrutiny_request_get_state (asked);
  g_autofree char *on = request_words_dup_date (scrutiny_request_get_asked_on (asked));
  GString *words = g_string_new (scrutiny_request_get_what (asked));

  append_part (words, "; asked of ", scrutiny_request_get_of_whom (asked));
  append_part (words, on && scrutiny_request_get_of_whom (asked) ? ", " : "; asked ", on);
  append_part (words, ": ", say_state (state));
  if (request->is_wanted && g_str_equal (state, "received"))
    g_string_append (words, "; what was handed in still lacks it");
  g_string_append_c (words, '.');

  return g_string_free (words, FALSE);
}

char *
request_words_dup_response (ScrutinyResponse *response)
{
  g_autofree char *on = request_words_dup_date (scrutiny_response_get_on (response));
  GString *words = g_string_new ("Response");

  append_part (words, ", ", scrutiny_response_get_said_by (response));
  append_part (words, ", ", on);
  g_string_append_printf (words, ": “%s”", scrutiny_response_get_text (response));
  if (scrutiny_response_get_reference (response))
    g_string_append_printf (words, " (%s)", scrutiny_response_get_reference (response));

  return g_string_free (words, FALSE);
}

GPtrArray *
request_words_dup_responses (ScrutinyDossier *dossier, ScrutinyRequest *request)
{
  g_autoptr (GPtrArray) all = scrutiny_dossier_dup_responses (dossier);
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (scrutiny_response_get_request_id (all->pdata[i]),
                   scrutiny_request_get_id (request)) == 0)
      g_ptr_array_add (own, g_object_ref (all->pdata[i]));

  return own;
}
