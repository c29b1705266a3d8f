/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printable.h"
#include "indicator/chain-private.h"

#define LINE_OF_LABEL 32 /* characters after which a label of a drawing takes a new line */

/* Inside a quoted string of DOT, a backslash, a quote and an ampersand mean something. */
static void
append_label (GString *dot, const char *text)
{
  g_autofree char *printable = printable_dup (text, 0);
  guint column = 0;

  for (const char *p = printable; *p; p = g_utf8_next_char (p)) {
    if (*p == ' ' && column >= LINE_OF_LABEL) {
      g_string_append (dot, "\\n");
      column = 0;
      continue;
    }
    if (*p == '&')
      g_string_append (dot, "&amp;");
    else if (*p == '"' || *p == '\\')
      g_string_append_printf (dot, "\\%c", *p);
    else
      g_string_append_len (dot, p, g_utf8_next_char (p) - p);
    column++;
  }
}

static void
append_statement (GString *dot, guint index, const ChainStatement *statement)
{
  g_string_append_printf (dot, "  n%u [label=\"", index);
  append_label (dot, statement->text);
  g_string_append_printf (dot, "\\n(%s", scrutiny_statement_kind_get_name (statement->kind));
  if (statement->details[STATEMENT_WHO]) {
    g_string_append (dot, ": ");
    append_label (dot, statement->details[STATEMENT_WHO]);
  }
  g_string_append (dot, ")\"];\n");
}

static void
append_pair (GString *dot, GHashTable *places, gpointer from, gpointer to)
{
  g_string_append_printf (dot, "  n%u -> n%u ",
                          GPOINTER_TO_UINT (g_hash_table_lookup (places, from)),
                          GPOINTER_TO_UINT (g_hash_table_lookup (places, to)));
}

static void
append_reason (GString *dot, GHashTable *places, const ChainReason *reason)
{
  append_pair (dot, places, reason->statement, reason->reason);
  g_string_append (dot, "[label=\"because");
  for (guint i = 0; i < reason->evidence->len; i++) {
    g_string_append (dot, "\\n");
    append_label (dot, scrutiny_evidence_get_reference (reason->evidence->pdata[i]));
  }
  g_string_append (dot, reason->evidence->len ? "\"];\n" : "\\n(no evidence recorded)\"];\n");
}

static void
append_same (GString *dot, GHashTable *places, const ChainSame *same)
{
  append_pair (dot, places, same->one, same->other);
  g_string_append (dot, "[dir=none, style=dashed, constraint=false, label=\"the same");
  if (same->marked_by) {
    g_string_append (dot, ": ");
    append_label (dot, same->marked_by);
  }
  g_string_append (dot, "\"];\n");
}

/**
 * scrutiny_chain_dup_dot:
 * @self: a chain
 *
 * Writes the chain as a drawing for Graphviz.
 *
 * Whatever the statements hold stays text: the drawing has no links, images or markup,
 * and its nodes are called n0, n1 and so on.
 *
 * Returns: (transfer full): text in the DOT language
 *
 * Since: 0.1
 */
char *
scrutiny_chain_dup_dot (ScrutinyChain *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GString *dot;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  dot = g_string_new ("digraph because {\n  node [shape=box];\n");
  for (guint i = 0; i < self->statements->len; i++) {
    g_hash_table_insert (places, self->statements->pdata[i], GUINT_TO_POINTER (i));
    append_statement (dot, i, self->statements->pdata[i]);
  }
  for (guint i = 0; i < self->reasons->len; i++)
    append_reason (dot, places, self->reasons->pdata[i]);
  for (guint i = 0; i < self->sames->len; i++)
    append_same (dot, places, self->sames->pdata[i]);
  g_string_append (dot, "}\n");

  return g_string_free (dot, FALSE);
}
