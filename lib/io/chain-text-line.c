/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/chain-text.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"

#define MOST_DIGITS 6 /* of a character's number */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

const char *
chain_text_trim_start (const char *from, const char *to)
{
  while (from < to && is_blank (*from))
    from++;

  return from;
}

const char *
chain_text_trim_end (const char *from, const char *to)
{
  while (to > from && is_blank (to[-1]))
    to--;

  return to;
}

static void
step (ChainText *self)
{
  self->line = self->next;
  self->end = self->line + strcspn (self->line, "\r\n");
  self->next =
      *self->end == '\0' ? NULL : self->end + (g_str_has_prefix (self->end, "\r\n") ? 2 : 1);
  self->number++;
  self->counted = self->line;
  self->column = 1;
}

gboolean
chain_text_next (ChainText *self, const char **at)
{
  while (self->next) {
    step (self);
    *at = chain_text_trim_start (self->line, self->end);
    if (*at < self->end && **at != '#')
      return TRUE;
  }

  return FALSE;
}

/* Counted on from the last one: a line may hold a million statements. */
static guint
column_of (ChainText *self, const char *at)
{
  if (at >= self->counted)
    self->column += (guint) g_utf8_strlen (self->counted, at - self->counted);
  else
    self->column -= (guint) g_utf8_strlen (at, self->counted - at);
  self->counted = at;

  return self->column;
}

gboolean
chain_text_refuse (ChainText *self,
                   const char *at,
                   ScrutinyError code,
                   GError **error,
                   const char *format,
                   ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  scrutiny_set_error_at (error, code, self->number, NULL, NULL, "%s, line %u, column %u: %s",
                         self->file, self->number, column_of (self, at), what);

  return FALSE;
}

JsonValue *
chain_text_new_string (ChainText *self, const char *at, const char *text)
{
  JsonValue *value = json_value_new_string (text);

  value->line = self->number;
  value->column = column_of (self, at);

  return value;
}

JsonValue *
chain_text_new_part (ChainText *self, const char *at, GError **error)
{
  JsonValue *value;

  if (self->n_parts >= CHAIN_TEXT_MOST_PARTS) {
    chain_text_refuse (self, at, SCRUTINY_ERROR_LIMIT, error,
                       "more than %u statements, reasons and the like; give only what is needed",
                       CHAIN_TEXT_MOST_PARTS);
    return NULL;
  }

  self->n_parts++;
  value = json_value_new (JSON_OBJECT);
  value->line = self->number;
  value->column = column_of (self, at);

  return value;
}

/* The character that \u{…} at @at stands for; 0 if that is none. */
static gunichar
parse_number (const char *at, const char *to, const char **after)
{
  gunichar c = 0;
  guint n = 0;

  if (to - at < 4 || at[2] != '{')
    return 0;
  for (at += 3; at < to && g_ascii_isxdigit (*at) && n <= MOST_DIGITS; at++, n++)
    c = c * 16 + (gunichar) g_ascii_xdigit_value (*at);
  *after = at + 1;

  return at < to && *at == '}' && n <= MOST_DIGITS && g_unichar_validate (c) ? c : 0;
}

/* What the escape at @at stands for; 0 if it is none. */
static gunichar
parse_escape (const char *at, const char *to, const char **after)
{
  static const char letters[] = "nrt", stand_for[] = "\n\r\t";
  const char *letter = to - at > 1 ? strchr (letters, at[1]) : NULL;

  *after = at + 2;
  if (to - at < 2)
    return 0;
  if (letter)
    return (guchar) stand_for[letter - letters];
  if (at[1] == 'u')
    return parse_number (at, to, after);

  return strchr ("\\>[]{}#\":-=", at[1]) ? (guchar) at[1] : 0;
}

char *
chain_text_resolve (ChainText *self, const char *from, const char *to, GError **error)
{
  g_autoptr (GString) out = g_string_sized_new ((gsize) (to - from));

  while (from < to) {
    const char *stop = memchr (from, '\\', (gsize) (to - from));
    gunichar c;

    g_string_append_len (out, from, (stop ? stop : to) - from);
    if (!stop)
      break;
    c = parse_escape (stop, to, &from);
    if (c == 0) {
      chain_text_refuse (
          self, stop, SCRUTINY_ERROR_UNREADABLE, error,
          "a backslash and nothing that it can stand for; write \\\\ for the backslash "
          "itself, \\> and \\[ for those signs, \\n for a new line, \\u{1F600} for a "
          "character by its number");
      return NULL;
    }
    g_string_append_unichar (out, c);
  }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
append_escaped (GString *out, gunichar c, gboolean is_edge, const char *also)
{
  static const char letters[] = "nrt", stand_for[] = "\n\r\t";
  const char *letter = c > 0 && c < 0x80 ? strchr (stand_for, (int) c) : NULL;

  if (letter)
    g_string_append_printf (out, "\\%c", letters[letter - stand_for]);
  else if (!printable_is_safe (c) || (is_edge && c == ' '))
    g_string_append_printf (out, "\\u{%X}", c);
  else if (c == '\\' || (c < 0x80 && strchr (also, (int) c)))
    g_string_append_printf (out, "\\%c", (char) c);
  else
    g_string_append_unichar (out, c);
}

void
chain_text_escape (GString *out, const char *text, const char *also)
{
  for (const char *at = text; *at;) {
    const char *after = g_utf8_next_char (at);

    append_escaped (out, g_utf8_get_char (at), at == text || *after == '\0', also);
    at = after;
  }
}
