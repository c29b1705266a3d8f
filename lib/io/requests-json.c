/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/requests-json.h"

#include "indicator/request-id.h"

static const char *const request_keys[] = { "id", "what",  "of_whom", "asked_on",
                                            "by", "state", "about",   NULL };
static const char *const response_keys[] = { "request_id", "finding_id", "subject",   "text",
                                             "said_by",    "on",         "reference", NULL };

/* Those that are texts and may be absent; each is called as the property is. */
static const char *const request_texts[] = { "id", "of_whom", "asked_on", "by", "state", NULL };
static const char *const response_texts[] = { "request_id", "subject",   "said_by",
                                              "on",         "reference", NULL };

typedef gpointer (*CopyWith) (gpointer self,
                              const char *property,
                              const char *text,
                              GError **error);

static gpointer
copy_request_with (gpointer self, const char *property, const char *text, GError **error)
{
  return scrutiny_request_copy_with (self, property, text, error);
}

static gpointer
copy_response_with (gpointer self, const char *property, const char *text, GError **error)
{
  return scrutiny_response_copy_with (self, property, text, error);
}

/* @object is replaced by one that has the texts of @value under @keys too. */
static gboolean
read_texts (JsonPlace *place,
            const JsonValue *value,
            const char *const *keys,
            gpointer *object,
            CopyWith copy_with,
            GError **error)
{
  for (gsize i = 0; keys[i]; i++) {
    const char *text = NULL;
    gpointer changed;

    if (!json_place_get_text (place, value, keys[i], &text, error))
      return FALSE;
    if (!text)
      continue;
    changed = copy_with (*object, keys[i], text, error);
    if (!changed)
      return json_place_prefix (place, value, error);
    g_object_unref (*object);
    *object = changed;
  }

  return TRUE;
}

/* Ids, joined by lines as a request holds them. */
static gboolean
read_about (JsonPlace *place, const JsonValue *value, gpointer *request, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  const JsonValue *list;
  gpointer bare = *request;

  if (!json_place_get (place, value, "about", JSON_ARRAY, &list, error))
    return FALSE;
  for (guint i = 0; list && i < json_value_get_n_items (list); i++) {
    const JsonValue *id = json_value_get_item (list, i);

    if (id->kind != JSON_STRING)
      return json_place_refuse (place, value, SCRUTINY_ERROR_UNREADABLE, error,
                                "“about” is a list of ids of indicators, such as [\"repairs\"]");
    request_about_add (ids, id->text);
  }
  *request = scrutiny_request_copy_with (bare, "about", ids->str, NULL);
  g_object_unref (bare);

  return TRUE;
}

ScrutinyRequest *
requests_json_read_request (JsonPlace *place, const JsonValue *value, GError **error)
{
  const char *what = NULL;
  gpointer request;

  if (!json_place_need_text (place, value, "what", &what, error))
    return NULL;

  request = scrutiny_request_new (what, NULL, NULL);
  if (!read_texts (place, value, request_texts, &request, copy_request_with, error) ||
      !read_about (place, value, &request, error)) {
    g_object_unref (request);
    return NULL;
  }
  json_place_keep_unknown (place, value, request_keys);

  return request;
}

/* What it answers: a request, or else a finding. */
static gboolean
read_answered (JsonPlace *place, const JsonValue *value, const char **finding_id, GError **error)
{
  const char *request_id = NULL;

  if (!json_place_get_text (place, value, "request_id", &request_id, error))
    return FALSE;
  if (!request_id)
    return json_place_need_text (place, value, "finding_id", finding_id, error);

  return json_place_get_text (place, value, "finding_id", finding_id, error);
}

ScrutinyResponse *
requests_json_read_response (JsonPlace *place, const JsonValue *value, GError **error)
{
  const char *finding_id = NULL;
  const char *text = NULL;
  gpointer response;

  if (!read_answered (place, value, &finding_id, error) ||
      !json_place_need_text (place, value, "text", &text, error))
    return NULL;

  response = scrutiny_response_new (finding_id ? finding_id : "", NULL, text, NULL, NULL);
  if (!read_texts (place, value, response_texts, &response, copy_response_with, error)) {
    g_object_unref (response);
    return NULL;
  }
  json_place_keep_unknown (place, value, response_keys);

  return response;
}

/* --- And back ------------------------------------------------------------------------ */

/* A list of ids out of a text with one a line. */
static void
set_about (JsonValue *object, const char *about)
{
  g_auto (GStrv) ids = g_strsplit (about ? about : "", "\n", -1);
  JsonValue *list;

  if (!ids[0])
    return;
  list = json_value_new (JSON_ARRAY);
  for (char **id = ids; *id; id++)
    json_value_add (list, json_value_new_string (*id));
  json_value_set (object, "about", list);
}

JsonValue *
requests_json_new_request (gpointer request)
{
  JsonValue *self = json_value_new (JSON_OBJECT);

  json_value_set_text (self, "id", scrutiny_request_get_id (request));
  json_value_set_text (self, "what", scrutiny_request_get_what (request));
  json_value_set_text (self, "of_whom", scrutiny_request_get_of_whom (request));
  json_value_set_text (self, "asked_on", scrutiny_request_get_asked_on (request));
  json_value_set_text (self, "by", scrutiny_request_get_by (request));
  json_value_set_text (self, "state", scrutiny_request_get_state (request));
  set_about (self, scrutiny_request_get_about (request));
  return self;
}

JsonValue *
requests_json_new_response (gpointer response)
{
  JsonValue *self = json_value_new (JSON_OBJECT);

  json_value_set_text (self, "request_id", scrutiny_response_get_request_id (response));
  json_value_set_text (self, "finding_id", scrutiny_response_get_finding_id (response));
  json_value_set_text (self, "subject", scrutiny_response_get_subject (response));
  json_value_set_text (self, "text", scrutiny_response_get_text (response));
  json_value_set_text (self, "said_by", scrutiny_response_get_said_by (response));
  json_value_set_text (self, "on", scrutiny_response_get_on (response));
  json_value_set_text (self, "reference", scrutiny_response_get_reference (response));
  return self;
}
