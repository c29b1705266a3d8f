/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printable.h"
#include "indicator/chain-drawing.h"

#include <string.h>

/* Letters, digits and these are nothing but themselves to Mermaid and to the Markdown in it; every
 * other sign of ASCII is written by its number.
 */
#define PLAIN_SIGNS " ,'()/?!;="

#define WORD_JOINER "\xe2\x81\xa0" /* unseen */

/* A number and a stop, or a dash, would begin a list of Markdown. */
static gboolean
is_plain (char c, gboolean begins)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || strchr (PLAIN_SIGNS, c) ||
         (!begins && (c == '.' || c == '-'));
}

/* A formula in dollar signs and an icon (fa:fa-car) are looked for once the numbers are signs
 * again: there an unseen character comes between.
 */
static void
append_text (GString *out, const char *text)
{
  g_autofree char *printable = printable_dup (text, 0);
  gboolean begins = TRUE; /* nothing yet but digits and blanks */

  for (const char *p = printable; *p; p++) {
    const gboolean is_bracket = begins && *p == ')';

    if (is_plain (*p, begins) && !is_bracket)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "#%d;", *p);
    if (g_str_has_prefix (p, "$$") || g_str_has_prefix (p, ":fa-"))
      g_string_append (out, WORD_JOINER);
    begins = begins && (g_ascii_isdigit (*p) || *p == ' ');
  }
}

static void
append_box (GString *out, guint place, const char *label)
{
  g_string_append_printf (out, "  n%u[\"%s\"]\n", place, label);
}

static void
append_reason (GString *out, guint from, guint to, const char *label)
{
  g_string_append_printf (out, "  n%u -->|\"%s\"| n%u\n", from, label, to);
}

static void
append_same (GString *out, guint one, guint other, const char *label)
{
  g_string_append_printf (out, "  n%u -.-|\"%s\"| n%u\n", one, label, other);
}

/**
 * scrutiny_chain_dup_mermaid:
 * @self: a chain
 *
 * Writes the chain as a flowchart for Mermaid, which many pages and editors draw.
 *
 * Whatever the statements hold stays text: signs that mean something are written by their
 * numbers, and the nodes are called n0, n1 and so on.
 *
 * Returns: (transfer full): text in the language of Mermaid
 *
 * Since: 0.1
 */
char *
scrutiny_chain_dup_mermaid (ScrutinyChain *self)
{
  static const ChainDrawing drawing = {
    .begin = "flowchart TD\n",
    .end = "",
    .line_break = "<br/>",
    .append_text = append_text,
    .append_box = append_box,
    .append_reason = append_reason,
    .append_same = append_same,
  };

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  return chain_drawing_write (&drawing, self);
}
