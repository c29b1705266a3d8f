/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/file-bytes.h"

#include "base/error-private.h"
#include "base/printable.h"

#define PIECE (64 * 1024)

static GBytes *
refuse_size (const char *name, gsize most, GError **error)
{
  g_autofree char *shown = printable_dup (name, 120);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, NULL, NULL,
                         "%s: larger than %" G_GSIZE_FORMAT
                         " MB; give only the part that is needed",
                         shown, most / (1024 * 1024));
  return NULL;
}

/* A hole of two gigabytes is refused before it is read. */
static gboolean
states_more (GFile *file, gsize most, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) &&
         (guint64) g_file_info_get_size (info) > most;
}

GBytes *
file_bytes_read (GFile *file, gsize most, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInputStream) stream = NULL;

  if (states_more (file, most, cancellable))
    return refuse_size (name, most, error);
  stream = g_file_read (file, cancellable, error);
  if (!stream)
    return NULL;

  return file_bytes_read_stream (G_INPUT_STREAM (stream), name, most, cancellable, error);
}

GBytes *
file_bytes_read_stream (GInputStream *stream,
                        const char *name,
                        gsize most,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n_read = 1;

  while (n_read > 0 && bytes->len <= most) {
    guint before = bytes->len;

    g_byte_array_set_size (bytes, before + PIECE);
    if (!g_input_stream_read_all (stream, bytes->data + before, PIECE, &n_read, cancellable, error))
      return NULL;
    g_byte_array_set_size (bytes, before + (guint) n_read);
  }
  if (bytes->len > most)
    return refuse_size (name, most, error);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
