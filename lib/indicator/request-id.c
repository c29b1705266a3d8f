/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/request-id.h"

#include <string.h>

static const guint MOST_WORDS = 5, MOST_LETTERS = 40, N_DIGITS = 6;

/* "The last two years, by month" is the-last-two-years-by. */
static GString *
slug_new (const char *what)
{
  GString *slug = g_string_new (NULL);
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (const char *at = what; *at && slug->len < MOST_LETTERS; at++) {
    if (!g_ascii_isalnum (*at)) {
      in_word = FALSE;
      continue;
    }
    if (!in_word && ++n_words > MOST_WORDS)
      break;
    if (!in_word && slug->len > 0)
      g_string_append_c (slug, '-');
    g_string_append_c (slug, g_ascii_tolower (*at));
    in_word = TRUE;
  }
  if (slug->len == 0)
    g_string_append (slug, "request");

  return slug;
}

char *
request_id_new (const char *what)
{
  const gsize length = strlen (what) - (g_str_has_suffix (what, ".") ? 1 : 0);
  g_autofree char *hash =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) what, length);
  GString *id = slug_new (what);

  g_string_append_c (id, '-');
  g_string_append_len (id, hash, N_DIGITS);

  return g_string_free (id, FALSE);
}

char *
request_id_dup (ScrutinyRequest *request)
{
  const char *id = scrutiny_request_get_id (request);

  return id ? g_strdup (id) : request_id_new (scrutiny_request_get_what (request));
}

gboolean
request_id_is_of (const char *id, const char *base)
{
  const char *rest = g_str_has_prefix (id, base) ? id + strlen (base) : NULL;

  return rest &&
         (!*rest || (*rest == '-' && rest[1] && !rest[1 + strspn (rest + 1, "0123456789")]));
}

/* An id is a line, whatever it holds. */
static char *
dup_line (const char *subject)
{
  return g_strdelimit (g_strdup (subject), "\n", ' ');
}

gboolean
request_about_names (const char *about, const char *subject)
{
  g_auto (GStrv) lines = g_strsplit (about ? about : "", "\n", -1);
  g_autofree char *line = dup_line (subject);

  return !*line || g_strv_contains ((const char *const *) lines, line);
}

void
request_about_add (GString *about, const char *subject)
{
  g_autofree char *line = dup_line (subject);

  if (about->len > 0)
    g_string_append_c (about, '\n');
  g_string_append (about, line);
}
