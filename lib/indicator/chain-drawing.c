/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/chain-drawing.h"

static void
label_statement (const ChainDrawing *self, GString *out, const ChainStatement *statement)
{
  self->append_text (out, statement->text);
  g_string_append_printf (out, "%s(%s", self->line_break,
                          scrutiny_statement_kind_get_name (statement->kind));
  if (statement->details[STATEMENT_WHO]) {
    g_string_append (out, ": ");
    self->append_text (out, statement->details[STATEMENT_WHO]);
  }
  g_string_append_c (out, ')');
}

/* What supports is as it is expected; what does not is said. */
static void
append_evidence (const ChainDrawing *self, GString *out, ScrutinyEvidence *evidence)
{
  const char *bearing = scrutiny_evidence_get_bearing (evidence);

  g_string_append (out, self->line_break);
  self->append_text (out, scrutiny_evidence_get_reference (evidence));
  if (!g_str_equal (bearing, "supports"))
    g_string_append_printf (out, " (%s)", bearing);
}

static void
label_reason (const ChainDrawing *self, GString *out, const ChainReason *reason)
{
  g_string_append (out, "because");
  for (guint i = 0; i < reason->evidence->len; i++)
    append_evidence (self, out, reason->evidence->pdata[i]);
  if (reason->evidence->len == 0)
    g_string_append_printf (out, "%s(no evidence recorded)", self->line_break);
}

static void
label_same (const ChainDrawing *self, GString *out, const ChainSame *same)
{
  g_string_append (out, "the same");
  if (same->marked_by) {
    g_string_append (out, ": ");
    self->append_text (out, same->marked_by);
  }
}

GHashTable *
chain_places_new (ScrutinyChain *chain)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < chain->statements->len; i++)
    g_hash_table_insert (places, chain->statements->pdata[i], GUINT_TO_POINTER (i));

  return places;
}

guint
chain_place_of (GHashTable *places, gconstpointer statement)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, statement));
}

static void
append_boxes (const ChainDrawing *self, GString *out, GString *label, ScrutinyChain *chain)
{
  for (guint i = 0; i < chain->statements->len; i++) {
    g_string_truncate (label, 0);
    label_statement (self, label, chain->statements->pdata[i]);
    self->append_box (out, i, label->str);
  }
}

char *
chain_drawing_write (const ChainDrawing *self, ScrutinyChain *chain)
{
  g_autoptr (GHashTable) places = chain_places_new (chain);
  g_autoptr (GString) label = g_string_new (NULL);
  GString *out = g_string_new (self->begin);

  append_boxes (self, out, label, chain);
  for (guint i = 0; i < chain->reasons->len; i++) {
    const ChainReason *reason = chain->reasons->pdata[i];

    g_string_truncate (label, 0);
    label_reason (self, label, reason);
    self->append_reason (out, chain_place_of (places, reason->statement),
                         chain_place_of (places, reason->reason), label->str);
  }
  for (guint i = 0; i < chain->sames->len; i++) {
    const ChainSame *same = chain->sames->pdata[i];

    g_string_truncate (label, 0);
    label_same (self, label, same);
    self->append_same (out, chain_place_of (places, same->one),
                       chain_place_of (places, same->other), label->str);
  }
  g_string_append (out, self->end);

  return g_string_free (out, FALSE);
}
