/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "support/near.h"

#include <glib.h>

/* Fields of a line of CSV, quotes undone, for files whose fields hold no line break. */
static inline GPtrArray *
csv_split_line (const char *line)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  GString *field = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *at = line; *at; at++) {
    if (*at == '"' && quoted && at[1] == '"')
      g_string_append_c (field, *at++);
    else if (*at == '"')
      quoted = !quoted;
    else if (*at == ',' && !quoted) {
      g_ptr_array_add (fields, g_string_free (field, FALSE));
      field = g_string_new (NULL);
    } else
      g_string_append_c (field, *at);
  }
  g_ptr_array_add (fields, g_string_free (field, FALSE));

  return fields;
}

/* Lines of a file of the shared folder, or NULL after saying aloud why not: cmocka writes a
 * skipped test as "not ok", which is a failure in TAP.
 */
static inline char **
csv_read_shared (const char *name)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *path = g_build_filename (shared ? shared : "", name, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL)) {
    print_message ("# skipped: the shared folder has no %s\n", name);
    return NULL;
  }

  return g_strsplit (g_strchomp (text), "\n", -1);
}
