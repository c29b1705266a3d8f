/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/dossier-content.h"

#include "base/error-private.h"
#include "base/printable.h"

DossierContent *
dossier_content_new (void)
{
  DossierContent *self = g_new0 (DossierContent, 1);

  self->title = g_strdup ("");
  self->disclosure_threshold = DOSSIER_THRESHOLD;
  self->indicators = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->requests = g_ptr_array_new_with_free_func (g_object_unref);
  self->responses = g_ptr_array_new_with_free_func (g_object_unref);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->unknown_pointers = g_ptr_array_new_with_free_func (g_free);
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->resource_paths = g_ptr_array_new_with_free_func (g_free);
  self->resources =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  return self;
}

static void
share_objects (GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (from->pdata[i]));
}

static void
copy_texts (GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (from->pdata[i]));
}

static void
copy_head (DossierContent *to, const DossierContent *from)
{
  g_free (to->title);
  to->title = g_strdup (from->title);
  to->council = g_strdup (from->council);
  to->meeting = g_strdup (from->meeting);
  to->source = g_strdup (from->source);
  to->hash = g_strdup (from->hash);
  to->disclosure_threshold = from->disclosure_threshold;
  to->disclosure_rounding = from->disclosure_rounding;
}

/* What was kept of the files it was read from. */
static void
copy_kept (DossierContent *to, const DossierContent *from)
{
  copy_texts (to->unknown_pointers, from->unknown_pointers);
  for (guint i = 0; i < to->unknown_pointers->len; i++) {
    char *pointer = to->unknown_pointers->pdata[i];

    g_hash_table_insert (to->unknown, pointer,
                         g_strdup (g_hash_table_lookup (from->unknown, pointer)));
  }
  copy_texts (to->resource_paths, from->resource_paths);
  for (guint i = 0; i < to->resource_paths->len; i++) {
    char *path = to->resource_paths->pdata[i];

    g_hash_table_insert (to->resources, path,
                         g_bytes_ref (g_hash_table_lookup (from->resources, path)));
  }
}

DossierContent *
dossier_content_copy (const DossierContent *self)
{
  DossierContent *copy = dossier_content_new ();

  copy_head (copy, self);
  share_objects (copy->indicators, self->indicators);
  for (guint i = 0; i < copy->indicators->len; i++)
    g_hash_table_insert (copy->by_id,
                         (char *) scrutiny_indicator_get_id (copy->indicators->pdata[i]),
                         copy->indicators->pdata[i]);
  g_set_object (&copy->scorecard, self->scorecard);
  share_objects (copy->requests, self->requests);
  share_objects (copy->responses, self->responses);
  share_objects (copy->events, self->events);
  copy_texts (copy->notes, self->notes);
  copy_kept (copy, self);

  return copy;
}

void
dossier_content_free (DossierContent *self)
{
  g_free (self->title);
  g_free (self->council);
  g_free (self->meeting);
  g_free (self->source);
  g_free (self->hash);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->indicators);
  g_clear_object (&self->scorecard);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->responses);
  g_ptr_array_unref (self->events);
  g_clear_pointer (&self->vocabularies, g_ptr_array_unref);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->unknown);
  g_ptr_array_unref (self->unknown_pointers);
  g_hash_table_unref (self->resources);
  g_ptr_array_unref (self->resource_paths);
  g_free (self);
}

static char *
dup_ids (const DossierContent *self)
{
  GString *ids = g_string_new (self->indicators->len ? "there are " : "there are none");

  for (guint i = 0; i < self->indicators->len && i < DOSSIER_NAMED; i++) {
    g_autofree char *shown =
        printable_dup (scrutiny_indicator_get_id (self->indicators->pdata[i]), 40);
    g_string_append_printf (ids, "%s“%s”", i ? ", " : "", shown);
  }
  if (self->indicators->len > DOSSIER_NAMED)
    g_string_append_printf (ids, " and %u more", self->indicators->len - DOSSIER_NAMED);

  return g_string_free (ids, FALSE);
}

ScrutinyIndicator *
dossier_content_find (const DossierContent *self, const char *id, GError **error)
{
  ScrutinyIndicator *found = g_hash_table_lookup (self->by_id, id);
  g_autofree char *shown = NULL;
  g_autofree char *ids = NULL;

  if (found)
    return found;

  shown = printable_dup (id, 40);
  ids = dup_ids (self);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, id,
                         "Dossier: no indicator “%s”; %s", shown, ids);
  return NULL;
}
