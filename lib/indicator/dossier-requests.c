/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/dossier-requests.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/request-id.h"

#define LONGEST_ID 60

/* --- Finding them -------------------------------------------------------------------- */

/* Its place, or the number of requests if there is none of that id. */
static guint
place_of (const DossierContent *content, const char *id)
{
  for (guint i = 0; i < content->requests->len; i++) {
    g_autofree char *own = request_id_dup (content->requests->pdata[i]);

    if (g_str_equal (own, id))
      return i;
  }

  return content->requests->len;
}

static char *
dup_ids (const DossierContent *content)
{
  const guint n = content->requests->len;
  GString *ids = g_string_new (n > 0 ? "there are " : "there are none");

  for (guint i = 0; i < n && i < DOSSIER_NAMED; i++) {
    g_autofree char *id = request_id_dup (content->requests->pdata[i]);
    g_autofree char *shown = printable_dup (id, LONGEST_ID);

    g_string_append_printf (ids, "%s“%s”", i > 0 ? ", " : "", shown);
  }
  if (n > DOSSIER_NAMED)
    g_string_append_printf (ids, " and %u more", n - DOSSIER_NAMED);

  return g_string_free (ids, FALSE);
}

static gboolean
has_request (const DossierContent *content, const char *id, GError **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *ids = NULL;

  if (place_of (content, id) < content->requests->len)
    return TRUE;

  shown = printable_dup (id, LONGEST_ID);
  ids = dup_ids (content);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, id,
                         "Dossier: no request “%s”; %s", shown, ids);
  return FALSE;
}

static gboolean
check_ids (const DossierContent *content, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < content->requests->len; i++) {
    const char *id = scrutiny_request_get_id (content->requests->pdata[i]);
    g_autofree char *shown = id ? printable_dup (id, LONGEST_ID) : NULL;

    if (!id || g_hash_table_add (seen, (gpointer) id))
      continue;
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, id,
                           "Dossier: two requests have the id “%s”; give one of them another",
                           shown);
    return FALSE;
  }

  return TRUE;
}

static GHashTable *
collect_ids (const DossierContent *content)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < content->requests->len; i++)
    g_hash_table_add (ids, request_id_dup (content->requests->pdata[i]));

  return ids;
}

gboolean
dossier_requests_are_tied (const DossierContent *content, GError **error)
{
  g_autoptr (GHashTable) ids = content->responses->len > 0 ? collect_ids (content) : NULL;

  if (!check_ids (content, error))
    return FALSE;
  for (guint i = 0; i < content->responses->len; i++) {
    const char *id = scrutiny_response_get_request_id (content->responses->pdata[i]);

    if (id && !g_hash_table_contains (ids, id))
      return has_request (content, id, error);
  }

  return TRUE;
}

/**
 * scrutiny_dossier_find_request:
 * @self: a dossier
 * @id: a request's id
 * @error: return location for an error
 *
 * Gets the request of that id.
 *
 * One that was recorded without an id has that which a report gives to what it asks for. Fails
 * with [error@Scrutiny.Error.NOT_FOUND] if there is none; the message lists those there are.
 *
 * Returns: (transfer none): the request
 *
 * Since: 0.1
 */
ScrutinyRequest *
scrutiny_dossier_find_request (ScrutinyDossier *self, const char *id, GError **error)
{
  const DossierContent *content;

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  content = scrutiny_dossier_get_content (self);

  return has_request (content, id, error) ? content->requests->pdata[place_of (content, id)] : NULL;
}

/* --- One more, or one changed -------------------------------------------------------- */

/**
 * scrutiny_dossier_copy_with_request:
 * @self: a dossier
 * @request: a request
 *
 * Creates a copy that holds @request, in the place of the one that has its id, if there is one.
 *
 * A request without an id is given that which a report gives to what it asks for.
 *
 * All else that the dossier holds is in the copy too, so that [func@write] loses nothing.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyDossier *
scrutiny_dossier_copy_with_request (ScrutinyDossier *self, ScrutinyRequest *request)
{
  DossierContent *content;
  g_autofree char *id = NULL;
  guint place;

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (request), NULL);

  content = dossier_content_copy (scrutiny_dossier_get_content (self));
  id = request_id_dup (request);
  place = place_of (content, id);
  if (place < content->requests->len)
    g_ptr_array_remove_index (content->requests, place);
  g_ptr_array_insert (content->requests, (int) place,
                      scrutiny_request_copy_with (request, "id", id, NULL));

  return scrutiny_dossier_new_take (content);
}

/* An answer ties a request that had no id of its own to the one it goes by. */
static void
give_id (DossierContent *content, const char *id)
{
  const guint place = place_of (content, id);
  ScrutinyRequest *request = content->requests->pdata[place];

  if (scrutiny_request_get_id (request))
    return;
  content->requests->pdata[place] = scrutiny_request_copy_with (request, "id", id, NULL);
  g_object_unref (request);
}

/**
 * scrutiny_dossier_copy_with_response:
 * @self: a dossier
 * @response: a response
 * @error: return location for an error
 *
 * Creates a copy that holds @response too.
 *
 * What became of a request is not for a response to say; see
 * [method@Request.copy_with_state]. Fails with [error@Scrutiny.Error.NOT_FOUND] if it answers a
 * request that is not there.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyDossier *
scrutiny_dossier_copy_with_response (ScrutinyDossier *self,
                                     ScrutinyResponse *response,
                                     GError **error)
{
  DossierContent *content;
  const char *id;

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (response), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  id = scrutiny_response_get_request_id (response);
  if (id && !has_request (scrutiny_dossier_get_content (self), id, error))
    return NULL;
  content = dossier_content_copy (scrutiny_dossier_get_content (self));
  if (id)
    give_id (content, id);
  g_ptr_array_add (content->responses, g_object_ref (response));

  return scrutiny_dossier_new_take (content);
}

/**
 * scrutiny_dossier_copy_with_meeting:
 * @self: a dossier
 * @meeting: (nullable): the date of a meeting, as written
 *
 * Creates a copy for another meeting.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyDossier *
scrutiny_dossier_copy_with_meeting (ScrutinyDossier *self, const char *meeting)
{
  DossierContent *content;

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  content = dossier_content_copy (scrutiny_dossier_get_content (self));
  g_free (content->meeting);
  content->meeting = meeting && *meeting ? g_utf8_make_valid (meeting, -1) : NULL;

  return scrutiny_dossier_new_take (content);
}
