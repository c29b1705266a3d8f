/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/printable.h"

#include <string.h>

#define REPLACEMENT 0xFFFD
#define BYTE_ORDER_MARK 0xFEFF
#define ELLIPSIS "…"

static gboolean
is_break (gunichar c)
{
  return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

gboolean
printable_is_safe (gunichar c)
{
  return c >= 0x20 && !(c >= 0x7F && c <= 0x9F) /* C0, DEL, C1 */
         && c != 0x061C && c != 0x200E && c != 0x200F && !(c >= 0x202A && c <= 0x202E) &&
         !(c >= 0x2066 && c <= 0x206F) /* bidi marks, embeddings, isolates, shaping */
         && c != 0x2028 && c != 0x2029 && c != BYTE_ORDER_MARK;
}

gunichar
printable_next (const char **at)
{
  gunichar c = g_utf8_get_char_validated (*at, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2) {
    (*at)++;
    return REPLACEMENT;
  }
  *at = g_utf8_next_char (*at);

  return c;
}

/* A run of line breaks and tabs is one space. */
static const char *
skip_breaks (const char *at)
{
  const char *next = at;

  while (*next && is_break (printable_next (&next)))
    at = next;

  return at;
}

/* Where the run of printable ASCII at @at ends. */
static const char *
skip_plain (const char *at)
{
  while (*at >= 0x20 && *at < 0x7F)
    at++;

  return at;
}

char *
printable_dup (const char *text, gsize most)
{
  GString *out;
  gsize n = 0;
  gsize cut = 0; /* where the ellipsis goes if there is too much */

  if (most == 0 && *skip_plain (text) == '\0')
    return g_strdup (text);

  out = g_string_sized_new (strlen (text));
  if (g_utf8_get_char_validated (text, -1) == BYTE_ORDER_MARK)
    text = g_utf8_next_char (text);

  while (*text) {
    const char *run = text;
    gunichar c;

    if (most == 0) {
      text = skip_plain (run);
      g_string_append_len (out, run, text - run);
      if (*text == '\0')
        break;
    }
    c = printable_next (&text);

    if (most > 0 && n + 1 == most)
      cut = out->len;
    if (most > 0 && n == most) {
      g_string_truncate (out, cut);
      g_string_append (out, ELLIPSIS);
      break;
    }
    if (is_break (c)) {
      text = skip_breaks (text);
      c = ' ';
    }
    g_string_append_unichar (out, printable_is_safe (c) ? c : REPLACEMENT);
    n++;
  }

  return g_string_free (out, FALSE);
}
