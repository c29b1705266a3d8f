/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/id-maker.h"

#define MOST_ID 100

void
id_maker_init (IdMaker *self, const char *prefix)
{
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefix = g_strdup (prefix);
}

void
id_maker_clear (IdMaker *self)
{
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->prefix, g_free);
}

static void
append_slug (GString *id, const char *text)
{
  gboolean gap = id->len > 0;

  for (; text && *text && id->len < MOST_ID; text++) {
    if (*text == '%') {
      g_string_append (id, gap && id->len > 0 ? "-percent" : "percent");
      gap = TRUE;
    } else if (g_ascii_isalnum (*text)) {
      if (gap && id->len > 0)
        g_string_append_c (id, '-');
      gap = FALSE;
      g_string_append_c (id, g_ascii_tolower (*text));
    } else {
      gap = TRUE;
    }
  }
}

char *
id_maker_next (IdMaker *self, const char *title, const char *area)
{
  GString *id = g_string_new (NULL);
  gsize n_id;

  append_slug (id, self->prefix);
  append_slug (id, title);
  append_slug (id, area);
  if (id->len == 0)
    g_string_append (id, "indicator");

  n_id = id->len;
  for (guint again = 2; g_hash_table_contains (self->taken, id->str); again++) {
    g_string_truncate (id, n_id);
    g_string_append_printf (id, "-%u", again);
  }
  g_hash_table_add (self->taken, g_strdup (id->str));

  return g_string_free (id, FALSE);
}
