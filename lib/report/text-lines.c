/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/text-lines.h"

#include "base/printable.h"

#include <string.h>

/* Of the size: DejaVu Sans, the widest of the usual ones, has an a of 0.613 and an M of 0.863;
 * Arial one of 0.556 and of 0.833.
 */
static const double NARROW = 0.4, USUAL = 0.62, BROAD = 0.74, BROADEST = 0.98, SQUARE = 1.05;

#define ELLIPSIS "…"
#define JOINER 0x200D

static double
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  if (g_unichar_iswide (c) || c >= 0x1F000)
    return SQUARE;
  if (c < 0x80 && strchr ("iljtfrI.,:;'!|()[] -", (int) c))
    return NARROW;
  if (c < 0x80 && strchr ("MWmw@%", (int) c))
    return BROADEST;

  return g_unichar_isupper (c) ? BROAD : c == 0x2014 || c == 0x2026 ? SQUARE : USUAL;
}

/* What was read so far: a sign may be of several characters. */
typedef struct {
  gunichar before;
  gboolean is_half_flag; /* one of the two letters of a flag */
} Reading;

static gboolean
is_flag_letter (gunichar c)
{
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* Skin tones, the tags of a flag, variation selectors. */
static gboolean
is_modifier (gunichar c)
{
  return (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F) ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

/* Whether @c belongs to the sign before it. */
static gboolean
goes_on (Reading *self, gunichar c)
{
  const gunichar before = self->before;
  const gboolean ends_flag = self->is_half_flag && is_flag_letter (c);

  self->before = c;
  self->is_half_flag = is_flag_letter (c) && !ends_flag;

  return before != 0 && (ends_flag || before == JOINER || is_modifier (c) ||
                         g_unichar_iszerowidth (c) || g_unichar_ismark (c));
}

double
text_width (const char *text, double size)
{
  Reading reading = { 0 };
  double width = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (!goes_on (&reading, g_utf8_get_char (at)))
      width += width_of (g_utf8_get_char (at));

  return width * size;
}

/* Where the line that begins at @text ends: between words if it can, never at its beginning. */
static const char *
line_end (const char *text, double size, double width)
{
  const char *space = NULL, *end = text;
  Reading reading = { 0 };
  double so_far = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (goes_on (&reading, c))
      continue;
    if (c == ' ' && at > text)
      space = at;
    end = at;
    so_far += width_of (c) * size;
    if (so_far > width && c != ' ' && end > text)
      return space ? space : end;
  }

  return text + strlen (text);
}

/* As much of @line as leaves room for an ellipsis. */
static char *
dup_cut (const char *line, double size, double width)
{
  const char *end = line_end (line, size, width - text_width (ELLIPSIS, size));
  g_autofree char *kept = g_strndup (line, (gsize) (end - line));

  return g_strconcat (g_strchomp (kept), ELLIPSIS, NULL);
}

GPtrArray *
text_lines_new (const char *text, double size, double width, guint most)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *printable = printable_dup (text, 0);
  const char *at = printable + strspn (printable, " ");

  while (*at) {
    const char *end = line_end (at, size, width);

    if (lines->len + 1 == most && *end) {
      g_ptr_array_add (lines, dup_cut (at, size, width));
      break;
    }
    g_ptr_array_add (lines, g_strchomp (g_strndup (at, (gsize) (end - at))));
    at = end + strspn (end, " ");
  }

  return lines;
}

static gboolean
is_script_from_right (GUnicodeScript script)
{
  switch (script) {
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_SYRIAC:
  case G_UNICODE_SCRIPT_THAANA:
  case G_UNICODE_SCRIPT_NKO:
  case G_UNICODE_SCRIPT_ADLAM:
    return TRUE;
  default:
    return FALSE;
  }
}

gboolean
text_is_from_right (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (g_unichar_isalpha (c))
      return is_script_from_right (g_unichar_get_script (c));
  }

  return FALSE;
}
