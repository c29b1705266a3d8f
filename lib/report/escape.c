/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/escape.h"

#include "base/printable.h"

#include <string.h>

/* Appends @text with each byte of @special replaced by what @replace gives for it. */
static void
append_replaced (GString *out,
                 const char *text,
                 const char *special,
                 const char *(*replace) (char) )
{
  while (*text) {
    const gsize plain = strcspn (text, special);

    g_string_append_len (out, text, (gssize) plain);
    text += plain;
    if (*text)
      g_string_append (out, replace (*text++));
  }
}

static const char *
html_entity (char byte)
{
  switch (byte) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  default:
    return "&#39;";
  }
}

/* Where the run at @text ends that stands as it is: printable ASCII, and no markup. */
static const char *
skip_plain (const char *text)
{
  while (*text >= 0x20 && *text < 0x7F && *text != '&' && *text != '<' && *text != '>' &&
         *text != '"' && *text != '\'')
    text++;

  return text;
}

void
escape_html (GString *out, const char *text)
{
  const char *end = skip_plain (text);
  g_autofree char *printable = NULL;

  if (*end == '\0') {
    g_string_append_len (out, text, end - text);
    return;
  }

  printable = printable_dup (text, 0);
  append_replaced (out, printable, "&<>\"'", html_entity);
}

/* "12. June" at the start of a line would begin a numbered list. */
static gsize
numbered_start (const char *text)
{
  const gsize digits = strspn (text, "0123456789");

  return digits > 0 && strchr (".)", text[digits]) ? digits : 0;
}

/* CommonMark lets any ASCII punctuation be escaped with a backslash. */
void
escape_markdown (GString *out, const char *text)
{
  g_autofree char *printable = printable_dup (text, 0);
  const gsize digits = numbered_start (printable);

  for (const char *p = printable; *p; p++) {
    if (strchr ("\\`*_{}[]<>#|~&!$", *p))
      g_string_append_c (out, '\\');
    else if ((p == printable && strchr ("+-=", *p)) || (digits > 0 && p == printable + digits))
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
}

/* A spreadsheet runs a cell that starts like a formula; an apostrophe in front makes
 * it text.  A plain number keeps its sign.
 */
static gboolean
looks_like_formula (const char *text)
{
  if (!*text || !strchr ("=+-@|%", *text))
    return FALSE;

  return *text != '-' || strspn (text + 1, "0123456789.") != strlen (text + 1);
}

void
escape_csv (GString *out, const char *text)
{
  g_autofree char *printable = printable_dup (text, 0);
  const gboolean quoted = strpbrk (printable, ",\";") || looks_like_formula (printable);

  if (quoted)
    g_string_append_c (out, '"');
  if (looks_like_formula (printable))
    g_string_append_c (out, '\'');
  for (const char *p = printable; *p; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  if (quoted)
    g_string_append_c (out, '"');
}

void
escape_plain (GString *out, const char *text)
{
  g_autofree char *printable = printable_dup (text, 0);

  g_string_append (out, printable);
}
