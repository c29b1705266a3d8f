/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/finding-list.h"

#include "base/finding-private.h"

GPtrArray *
finding_list_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static gpointer
ref_finding (gconstpointer finding, gpointer user_data)
{
  return g_object_ref ((gpointer) finding);
}

GPtrArray *
finding_list_copy (GPtrArray *findings)
{
  GPtrArray *copy = finding_list_new ();

  g_ptr_array_extend (copy, findings, ref_finding, NULL);

  return copy;
}

static ScrutinyFinding *
with_request (ScrutinyFinding *finding, const char *request, GError **error)
{
  g_autoptr (ScrutinyFinding) owned = finding;

  return owned && request ? scrutiny_finding_copy_with_request (owned, request, error)
                          : g_steal_pointer (&owned);
}

void
finding_list_add (GPtrArray *findings,
                  ScrutinyMethod *method,
                  const char *id,
                  const char *statement,
                  const char *question,
                  const char *request,
                  GVariantDict *facts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) finding = with_request (
      scrutiny_finding_new (id, statement, question, g_variant_dict_end (facts), &error), request,
      &error);

  if (!finding) {
    g_critical ("%s", error->message);
    return;
  }

  g_ptr_array_add (findings, scrutiny_finding_copy_with_method (finding, method));
}

void
finding_list_write_json (GPtrArray *findings, JsonWriter *writer)
{
  json_writer_key (writer, "findings");
  json_writer_begin_array (writer);
  for (guint k = 0; k < findings->len; k++)
    scrutiny_finding_write_json (findings->pdata[k], writer);
  json_writer_end_array (writer);
}
