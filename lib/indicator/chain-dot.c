/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printable.h"
#include "indicator/chain-drawing.h"

#define LINE_OF_LABEL 32 /* characters after which a label of a drawing takes a new line */

/* Inside a quoted string of DOT, a backslash, a quote and an ampersand mean something. */
static void
append_text (GString *dot, const char *text)
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
append_box (GString *dot, guint place, const char *label)
{
  g_string_append_printf (dot, "  n%u [label=\"%s\"];\n", place, label);
}

static void
append_reason (GString *dot, guint from, guint to, const char *label)
{
  g_string_append_printf (dot, "  n%u -> n%u [label=\"%s\"];\n", from, to, label);
}

static void
append_same (GString *dot, guint one, guint other, const char *label)
{
  g_string_append_printf (
      dot, "  n%u -> n%u [dir=none, style=dashed, constraint=false, label=\"%s\"];\n", one, other,
      label);
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
  static const ChainDrawing drawing = {
    .begin = "digraph because {\n  node [shape=box];\n",
    .end = "}\n",
    .line_break = "\\n",
    .append_text = append_text,
    .append_box = append_box,
    .append_reason = append_reason,
    .append_same = append_same,
  };

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  return chain_drawing_write (&drawing, self);
}
