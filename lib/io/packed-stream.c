/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/packed-stream.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"

#define PIECE (256 * 1024)
#define MOST_PEEKED 8
#define MOST_OF_A_NAME 60

struct _PackedStream {
  char *name;
  GInputStream *stream;
  GCancellable *cancellable;
  GChecksum *sum;

  char *piece; /* bytes of the file */
  gsize at, n_piece;
  gboolean is_done; /* the file has no more */

  GConverter *unpacker; /* NULL: it is not packed */
  gboolean is_between;  /* a packed part has ended, another may follow */
  guint64 n_packed, n_unpacked;
};

static gboolean
refill (PackedStream *self, GError **error)
{
  gssize n;

  if (self->at > 0)
    memmove (self->piece, self->piece + self->at, self->n_piece - self->at);
  self->n_piece -= self->at;
  self->at = 0;
  n = g_input_stream_read (self->stream, self->piece + self->n_piece, PIECE - self->n_piece,
                           self->cancellable, error);
  if (n < 0)
    return FALSE;
  self->is_done = n == 0;
  g_checksum_update (self->sum, (const guchar *) self->piece + self->n_piece, n);
  self->n_piece += (gsize) n;
  self->n_packed += (guint64) n;

  return TRUE;
}

static gboolean
is_gzip (const PackedStream *self)
{
  return self->n_piece - self->at >= 2 && memcmp (self->piece + self->at, "\x1f\x8b", 2) == 0;
}

PackedStream *
packed_stream_new (GInputStream *stream,
                   const char *name,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (PackedStream) self = g_new0 (PackedStream, 1);

  self->name = printable_dup (name, MOST_OF_A_NAME);
  self->stream = g_object_ref (stream);
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->sum = g_checksum_new (G_CHECKSUM_SHA256);
  self->piece = g_malloc (PIECE);
  while (self->n_piece < MOST_PEEKED && !self->is_done)
    if (!refill (self, error))
      return NULL;
  if (is_gzip (self))
    self->unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  return g_steal_pointer (&self);
}

void
packed_stream_free (PackedStream *self)
{
  if (!self)
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->unpacker);
  g_clear_pointer (&self->sum, g_checksum_free);
  g_free (self->piece);
  g_free (self->name);
  g_free (self);
}

gboolean
packed_stream_begins_with (const PackedStream *self, const char *magic, gsize length)
{
  return self->n_piece - self->at >= length && memcmp (self->piece + self->at, magic, length) == 0;
}

static gssize
refuse (const PackedStream *self, ScrutinyError code, const char *what, GError **error)
{
  scrutiny_set_error_at (error, code, 0, NULL, NULL, "%s: %s", self->name, what);

  return -1;
}

static gssize
read_plain (PackedStream *self, char *buffer, gsize size)
{
  const gsize n = MIN (size, self->n_piece - self->at);

  memcpy (buffer, self->piece + self->at, n);
  self->at += n;

  return (gssize) n;
}

/* A file may hold several packed parts, one after the other. */
static gboolean
begin_part (PackedStream *self)
{
  if (!is_gzip (self))
    return FALSE; /* what follows the last part is padding */
  g_converter_reset (self->unpacker);
  self->is_between = FALSE;

  return TRUE;
}

static gssize
unpack (PackedStream *self, char *buffer, gsize size, GError **error)
{
  const GConverterFlags flags = self->is_done ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS;
  g_autoptr (GError) local = NULL;
  gsize n_used = 0, n_made = 0;
  const GConverterResult result =
      g_converter_convert (self->unpacker, self->piece + self->at, self->n_piece - self->at, buffer,
                           size, flags, &n_used, &n_made, &local);

  if (result == G_CONVERTER_ERROR) {
    if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) && !self->is_done)
      return 0;
    return refuse (self, SCRUTINY_ERROR_UNREADABLE,
                   "what gzip packed is damaged or ends too early; fetch it again", error);
  }
  self->at += n_used;
  self->n_unpacked += n_made;
  self->is_between = result == G_CONVERTER_FINISHED;
  if (self->n_unpacked > PACKED_RATIO_FROM &&
      self->n_unpacked / MAX (self->n_packed, 1) > PACKED_MOST_RATIO)
    return refuse (self, SCRUTINY_ERROR_LIMIT,
                   "it unpacks to more than 200 times its size; unpack it and give only what is "
                   "needed",
                   error);

  return (gssize) n_made;
}

gssize
packed_stream_read (gpointer data, char *buffer, gsize size, GError **error)
{
  PackedStream *self = data;

  for (;;) {
    gssize n;

    if (!self->is_done && self->n_piece - self->at < PIECE / 2 && !refill (self, error))
      return -1;
    if (self->unpacker && self->is_between && !begin_part (self)) {
      self->at = self->n_piece;
      if (self->is_done)
        return 0;
      continue;
    }
    n = self->unpacker ? unpack (self, buffer, size, error) : read_plain (self, buffer, size);
    if (n != 0)
      return n;
    if (self->is_done && (!self->unpacker || (self->is_between && self->at == self->n_piece)))
      return 0;
  }
}

GBytes *
packed_stream_read_all (PackedStream *self, gsize most, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (;;) {
    const guint before = bytes->len;
    gssize n;

    g_byte_array_set_size (bytes, before + PIECE);
    n = packed_stream_read (self, (char *) bytes->data + before, PIECE, error);
    g_byte_array_set_size (bytes, before + (guint) MAX (n, 0));
    if (n < 0)
      return NULL;
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    if (bytes->len > most) {
      refuse (self, SCRUTINY_ERROR_LIMIT, "larger than may be read at once; save it as CSV", error);
      return NULL;
    }
  }
}

char *
packed_stream_dup_hash (PackedStream *self)
{
  g_autoptr (GChecksum) copy = g_checksum_copy (self->sum);

  return g_strdup (g_checksum_get_string (copy));
}
